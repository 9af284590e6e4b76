"""Files and archives of one owner, put together: whatever they repeat is there once."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain
from typing import TypeVar

from recco_tui.core.cleaning import clean_line
from recco_tui.core.export import (
    Export,
    ExportedConnection,
    ExportedMessage,
    ExportedRecommendation,
    ExportedWork,
)
from recco_tui.core.models import Direction
from recco_tui.core.names import display_name, slug_of
from recco_tui.importing.read.events import read_events
from recco_tui.importing.read.facts import Facts, is_closed
from recco_tui.importing.read.owner import Owner, find_owner
from recco_tui.importing.read.remarks import Remarks
from recco_tui.importing.read.sheets import Sheet

T = TypeVar("T")


def merge(files: Sequence[Facts], remarks: Remarks, exported_on: date | None) -> Export:
    """One export of all files; those of newer archives come first and win over older ones."""
    owner = find_owner(files)
    messages = tuple(_once(_messages(files, owner)))
    kept = [facts.remarks for facts in files]
    texts = tuple(_once(_texts(files)))
    directions = {facts.direction for facts in files}
    return Export(
        exported_on=exported_on,
        owner_name=owner.name,
        owner_slug=owner.slug,
        connections=tuple(_connections(files)),
        nameless=_nameless(files),
        recommendations=texts,
        messages=messages,
        addresses=_addresses(files, owner),
        work=tuple(_once((_work_key(w), w) for facts in files for w in facts.work)),
        ignored=tuple(chain(remarks.ignored, *(one.ignored for one in kept))),
        warnings=tuple(dict.fromkeys(chain(remarks.warnings, *(one.warnings for one in kept)))),
        files=tuple(facts.read for facts in files),
        has_connections=any(facts.sheet is Sheet.CONNECTIONS for facts in files),
        has_received=Direction.RECEIVED in directions,
        has_given=Direction.GIVEN in directions,
    )


def _once(keyed: Iterable[tuple[object, T]]) -> Iterator[T]:
    seen: set[object] = set()
    for key, value in keyed:
        if key not in seen:
            seen.add(key)
            yield value


def _connections(files: Sequence[Facts]) -> Iterator[ExportedConnection]:
    """By address; without one (before mid-2023) by name and day across archives, else whole rows.

    Within one archive two people may share a name and a day, never all cells.
    """
    seen: set[object] = set()
    older: set[object] = set()
    several = len({facts.archive for facts in files}) > 1
    for archive in dict.fromkeys(facts.archive for facts in files):
        newer = set(older)
        for row in chain(*(facts.connections for facts in files if facts.archive == archive)):
            key: object = row.slug
            person = (display_name(row.first_name, row.last_name), row.connected_on)
            if key is None:
                cells = (row.company, row.position, row.email)
                key = (row.first_name, row.last_name, row.connected_on, *cells)
                if person in newer:
                    continue
            if several:
                older.add(person)
            if key not in seen:
                seen.add(key)
                yield row


def _nameless(files: Sequence[Facts]) -> int:
    """They cannot be told apart, so that archives count them once: the most that one holds."""
    counts: dict[int, int] = {}
    for facts in files:
        counts[facts.archive] = counts.get(facts.archive, 0) + facts.nameless
    return max(counts.values(), default=0)


def _texts(files: Sequence[Facts]) -> Iterator[tuple[object, ExportedRecommendation]]:
    for facts in files:
        for row in facts.recommendations:
            name = display_name(row.first_name, row.last_name)
            yield (row.direction, name, row.written_at, row.text), row


def _messages(files: Sequence[Facts], owner: Owner) -> Iterator[tuple[object, ExportedMessage]]:
    for event in read_events(files, owner):
        yield (event.event, event.at, event.slug or event.name, event.text), event


def _work_key(work: ExportedWork) -> tuple[object, ...]:
    return work.is_position, work.title, work.started_on, work.ended_on, work.about


def _addresses(files: Sequence[Facts], owner: Owner) -> dict[str, frozenset[str]]:
    """Every name with an address but the owner's; each written pair is looked at once."""
    found: dict[str, set[str]] = {}
    pairs = chain(*(chain(facts.met, facts.contacts) for facts in files))
    for name, url in dict.fromkeys(pairs):
        slug = slug_of(url) if url and "," not in url else None
        if slug and slug not in owner.slugs and not is_closed(name):
            found.setdefault(clean_line(name), set()).add(slug)
    return {name: frozenset(slugs) for name, slugs in found.items()}
