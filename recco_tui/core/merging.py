"""What differs between two entries of one person, before they are made one."""

from typing import NamedTuple

from recco_tui.core.fields import by_hand
from recco_tui.core.models import Contact
from recco_tui.core.names import url_of
from recco_tui.core.relationships import Kind


class Difference(NamedTuple):
    """A fact that both entries have, each its own: what stays and what goes, in words."""

    what: str
    kept: str
    dropped: str


def differences(kept: Contact, dropped: Contact) -> tuple[Difference, ...]:
    """Facts of the two that cannot both stay; what only one of them has is no difference."""
    return tuple(
        Difference(what, one, other)
        for (what, one), (_, other) in zip(_facts(kept), _facts(dropped), strict=True)
        if one and other and one != other
    )


def _facts(contact: Contact) -> list[tuple[str, str]]:
    relationship = contact.relationship
    texts = [(name, field) for name, field in by_hand(Contact).items() if field.is_line]
    return [
        *((field.label, getattr(contact, name)) for name, field in texts if field.is_who),
        ("kind", "" if contact.kind is Kind.UNKNOWN else contact.kind.value),
        ("relationship", relationship.theirs if relationship else ""),
        *((field.label, getattr(contact, name)) for name, field in texts if not field.is_who),
        ("page", url_of(contact.slug) if contact.slug else ""),
    ]
