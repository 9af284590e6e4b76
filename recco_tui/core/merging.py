"""What differs between two entries of one person, before they are made one."""

from typing import NamedTuple

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
    return [
        ("company", contact.company),
        ("position", contact.position),
        ("kind", "" if contact.kind is Kind.UNKNOWN else contact.kind.value),
        ("relationship", relationship.theirs if relationship else ""),
        ("email", contact.email),
        ("page", url_of(contact.slug) if contact.slug else ""),
    ]
