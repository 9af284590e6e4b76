"""Who is in an export no more? Most of a network does not leave at once: that is a part of a file.

A filtered or re-saved file, or another member's, must not mark everyone as gone. From a tenth of
the connections on the number is told; from half on no one is marked before it is answered.
"""

from collections.abc import Mapping
from typing import NamedTuple

from recco_tui.core.export import Export
from recco_tui.core.import_plan import GONE, GONE_KEY, PART, Absence, ContactRecord
from recco_tui.importing.match.people import People
from recco_tui.importing.plan.age import newest_day


class Gone(NamedTuple):
    """Stored connections to be marked, the new people with or without a mark, and how it stands."""

    contacts: tuple[int, ...]
    new: tuple[ContactRecord, ...]
    absence: Absence


def find_gone(export: Export, people: People, answers: Mapping[str, str]) -> Gone:
    """Who is to be marked as gone, by the answer to how it is meant, if there is one."""
    answer = answers.get(GONE_KEY)
    missing = people.missing(export.has_connections)
    added = sum(new.missing_since is not None for new in people.new)
    absent = added + (len(missing) or _unexplained(export, people))
    known = added + sum(
        contact.connected_on is not None and contact.missing_since is None
        for contact in people.contacts
    )
    absence = Absence(absent, known, answer in (GONE, PART)) if absent else Absence()
    if answer == PART or absence.is_open:
        return Gone((), tuple(new._replace(missing_since=None) for new in people.new), absence)
    return Gone(missing, tuple(people.new), absence)


def _unexplained(export: Export, people: People) -> int:
    """Connections that a file lacks although they are older than its newest one.

    A file that is merely older holds all of those.
    """
    newest = newest_day(row.connected_on for row in export.connections)
    if newest is None:
        return 0
    return sum(
        contact.connected_on is not None
        and contact.connected_on <= newest
        and contact.missing_since is None
        and not people.is_connection(contact.id)
        for contact in people.contacts
    )
