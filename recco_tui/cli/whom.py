"""Who is meant by a name on the command line; where several fit, one question at a terminal."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import TypeVar

import click

from recco_tui.cli.asking import can_ask, choose
from recco_tui.cli.printing import one_line
from recco_tui.cli.session import Session
from recco_tui.core.errors import AmbiguousName, NothingFound
from recco_tui.core.models import Contact, Joining

MOST_OFFERED = 9
Found = TypeVar("Found")


def find_contact(session: Session, name: str) -> Contact:
    """The contact that a name, a part of it, an address or `#12` means.

    Raises `NothingFound`; where no one can be asked, `AmbiguousName` with those who fit.
    """
    return _settled(session, name, session.ledger.contacts.find)


def find_anyone(session: Session, name: str) -> Contact:
    """The same, an archived contact where no other has the name."""
    try:
        return find_contact(session, name)
    except NothingFound:
        with suppress(NothingFound):
            return session.ledger.contacts.find_archived(name)
        raise


def joining_of(session: Session, names: Iterable[str]) -> list[Joining]:
    """Those who were in a project: contacts by their numbers, the others new by name."""
    found = [(name, _settled(session, name, session.ledger.contacts.named)) for name in names]
    return [
        Joining(name) if contact is None else Joining(contact.name, contact.id)
        for name, contact in found
    ]


def _settled(session: Session, name: str, find: Callable[[str], Found]) -> Found | Contact:
    try:
        return find(name)
    except AmbiguousName as ambiguous:
        offered = ambiguous.candidates[:MOST_OFFERED]
        if not can_ask() or len(offered) < len(ambiguous.candidates):
            raise
        for number, (_, words) in enumerate(offered, 1):
            click.echo(f"  {number}  {one_line(words)}", err=True)
        contact_id, _ = offered[choose(f"Which {name}?", len(offered)) - 1]
        return session.ledger.contacts.get(contact_id)
