"""Files and archives of one owner, put together: whatever they repeat is there once.

No file holds the owner's own address: messages and invitations tell it, and with it which way each
message went.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import TypeVar

from recco_tui.core.cleaning import clean_line
from recco_tui.core.errors import ArchiveError
from recco_tui.core.export import (
    Export,
    ExportedConnection,
    ExportedMessage,
    ExportedRecommendation,
    ExportedWork,
    MessageEvent,
)
from recco_tui.core.models import Direction
from recco_tui.core.names import clean_name, display_name, slug_of
from recco_tui.core.ownership import History, Owner, are_different
from recco_tui.importing.read.contents import MessageRow, Remarks, SheetContents, is_closed
from recco_tui.importing.read.sheets import Sheet

_ALWAYS_THERE = 0.8
"""The owner is one end of every message: who is in fewer than this share of them is another."""


@dataclass(frozen=True, slots=True)
class FileOwner:
    """`slugs` are all that were seen, of several archives; `slug` is the newest archive's."""

    name: str
    slug: str | None
    slugs: frozenset[str]


def find_owner(files: Sequence[SheetContents]) -> FileOwner:
    """From the profile's name and whose address goes with it; `files` of newer archives first."""
    names = [clean_name(contents.profile_name) for contents in files if contents.profile_name]
    slugs: list[str] = []
    for archive in dict.fromkeys(contents.archive for contents in files):
        slug = _slug_in([contents for contents in files if contents.archive == archive], set(names))
        if slug:
            slugs.append(slug)
    if not names:
        names = _names_of(files, slugs)
    return FileOwner(names[0] if names else "", slugs[0] if slugs else None, frozenset(slugs))


def check_one_owner(files: Sequence[SheetContents]) -> None:
    """ArchiveError when two exports are of two people; a changed name alone is none."""
    told: list[tuple[Owner, History]] = []
    archives = dict.fromkeys(contents.archive for contents in files)
    for archive in archives if len(archives) > 1 else ():
        own = [contents for contents in files if contents.archive == archive]
        names = [clean_name(contents.profile_name) for contents in own if contents.profile_name]
        owner = Owner(names[0] if names else "", _slug_in(own, set(names)))
        history = History.of_rows(
            chain(*(contents.recommendations for contents in own)),
            chain(*(contents.connections for contents in own)),
        )
        for other, other_history in told:
            if are_different((owner, history), (other, other_history)):
                raise ArchiveError(
                    f"These are exports of different people ({other.words} and {owner.words}):"
                    " import one person's only."
                )
        told.append((owner, history))


def _slug_in(files: Sequence[SheetContents], names: set[str]) -> str | None:
    told: Counter[str] = Counter()
    for contents in files:
        for (_, url), count in contents.owners.items():
            if slug := slug_of(url):
                told[slug] += count
    if told:
        return told.most_common(1)[0][0]
    namesakes: Counter[str] = Counter()
    for contents in files:
        for (name, url), count in contents.met.items():
            slug = slug_of(url) if "," not in url and clean_name(name) in names else None
            if slug:
                namesakes[slug] += count
    if namesakes:
        return namesakes.most_common(1)[0][0]
    return next(filter(None, map(_always_there, files)), None)


def _always_there(contents: SheetContents) -> str | None:
    """When no name helps: who is an end of nearly all messages, as no one else is."""
    ends: Counter[str] = Counter()
    for (_, urls), count in contents.met.items():
        for slug in {slug_of(url) for url in urls.split(",")} - {None}:
            ends[slug or ""] += count
    if not contents.has_recipients or not ends:
        return None
    (slug, most), *others = ends.most_common(2)
    unmatched = not others or others[0][1] < most
    return slug if unmatched and most >= _ALWAYS_THERE * contents.read.rows else None


def _names_of(files: Sequence[SheetContents], slugs: Iterable[str]) -> list[str]:
    """The names that go with the owner's address, or on mail that went out; the likeliest first."""
    wanted = set(slugs)
    told: Counter[str] = Counter()
    for contents in files:
        for pairs in (contents.owners, contents.met):
            for (name, url), count in pairs.items():
                if not is_closed(name) and (pairs is contents.owners or slug_of(url) in wanted):
                    told[clean_name(name)] += count
    return [name for name, _ in told.most_common()]


_EVENTS = {
    (False, True): MessageEvent.ASK_SENT,
    (False, False): MessageEvent.ASK_RECEIVED,
    (True, True): MessageEvent.DELIVERED_BY_ME,
    (True, False): MessageEvent.DELIVERED_TO_ME,
}
"""By delivery or ask, and whether it is the owner's own message."""


def read_events(files: Sequence[SheetContents], owner: FileOwner) -> Iterator[ExportedMessage]:
    """Every ask and delivery that can be told; the others are named in the file's remarks."""
    for contents in files:
        for row in contents.message_rows:
            told = _event(row, owner)
            if isinstance(told, str):
                contents.remarks.leave_out(row.place.file, row.place.line, told)
            else:
                yield told


def _event(row: MessageRow, owner: FileOwner) -> ExportedMessage | str:
    """The event; in words why it cannot be told."""
    if row.at is None:
        return f"the date {clean_line(row.date)!r} cannot be read"
    if row.is_draft:
        return "a draft, never sent"
    mine = _is_mine(row, owner)
    if mine is None:
        return "no sender named: import it together with Profile.csv"
    if mine:
        others = {slug_of(url) for url in row.to_urls.split(",")} - {None} - owner.slugs
        if len(others) > 1:
            return "sent to several people at once"
        name, slug = row.to, next(iter(others), None)
    else:
        name, slug = row.sender, slug_of(row.sender_url)
    if mine and (slug in owner.slugs or (not slug and clean_name(name) == owner.name)):
        return "sent to yourself"
    name = "" if is_closed(name) else clean_line(name)
    if not name and not slug:
        return "the other person's account is closed or hidden"
    event = _EVENTS[row.is_delivery, mine]
    return ExportedMessage(event, row.at, name, slug, row.note, row.place)


def _is_mine(row: MessageRow, owner: FileOwner) -> bool | None:
    """By the direction of 2018, the sender's address, the name; None when nothing tells."""
    direction = row.direction.strip().upper()
    if direction in ("OUTGOING", "INCOMING"):
        return direction == "OUTGOING"
    slug = slug_of(row.sender_url)
    if slug and owner.slugs:
        return slug in owner.slugs
    if owner.name and clean_name(row.sender) == owner.name:
        return True
    recipients = {slug_of(url) for url in row.to_urls.split(",")}
    if recipients & owner.slugs or (owner.name and clean_name(row.to) == owner.name):
        return False
    return None


T = TypeVar("T")


def merge(files: Sequence[SheetContents], remarks: Remarks, exported_on: date | None) -> Export:
    """One export of all files; those of newer archives come first and win over older ones."""
    owner = find_owner(files)
    messages = tuple(_once(_messages(files, owner)))
    kept = [contents.remarks for contents in files]
    texts = tuple(_once(_texts(files)))
    directions = {contents.direction for contents in files}
    return Export(
        exported_on=exported_on,
        owner_name=owner.name,
        owner_slug=owner.slug,
        connections=tuple(_connections(files)),
        nameless=_nameless(files),
        recommendations=texts,
        messages=messages,
        addresses=_addresses(files, owner),
        work=tuple(_once((_work_key(w), w) for contents in files for w in contents.work)),
        ignored=tuple(chain(remarks.ignored, *(file_remarks.ignored for file_remarks in kept))),
        warnings=tuple(
            dict.fromkeys(
                chain(remarks.warnings, *(file_remarks.warnings for file_remarks in kept))
            )
        ),
        files=tuple(contents.read for contents in files),
        has_connections=any(contents.sheet is Sheet.CONNECTIONS for contents in files),
        has_received=Direction.RECEIVED in directions,
        has_given=Direction.GIVEN in directions,
    )


def _once(keyed: Iterable[tuple[object, T]]) -> Iterator[T]:
    seen: set[object] = set()
    for key, value in keyed:
        if key not in seen:
            seen.add(key)
            yield value


def _connections(files: Sequence[SheetContents]) -> Iterator[ExportedConnection]:
    """By address; without one (before mid-2023) by name and day across archives, else whole rows.

    Within one archive two people may share a name and a day, never all cells.
    """
    seen: set[object] = set()
    older: set[object] = set()
    several = len({contents.archive for contents in files}) > 1
    for archive in dict.fromkeys(contents.archive for contents in files):
        newer = set(older)
        for row in chain(
            *(contents.connections for contents in files if contents.archive == archive)
        ):
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


def _nameless(files: Sequence[SheetContents]) -> int:
    """They cannot be told apart, so that archives count them once: the most that one holds."""
    counts: dict[int, int] = {}
    for contents in files:
        counts[contents.archive] = counts.get(contents.archive, 0) + contents.nameless
    return max(counts.values(), default=0)


def _texts(files: Sequence[SheetContents]) -> Iterator[tuple[object, ExportedRecommendation]]:
    for contents in files:
        for row in contents.recommendations:
            name = display_name(row.first_name, row.last_name)
            yield (row.direction, name, row.written_at, row.text), row


def _messages(
    files: Sequence[SheetContents], owner: FileOwner
) -> Iterator[tuple[object, ExportedMessage]]:
    for event in read_events(files, owner):
        yield (event.event, event.at, event.slug or event.name, event.text), event


def _work_key(work: ExportedWork) -> tuple[object, ...]:
    return work.is_position, work.title, work.started_on, work.ended_on, work.about


def _addresses(files: Sequence[SheetContents], owner: FileOwner) -> dict[str, frozenset[str]]:
    """Every name with an address but the owner's; each written pair is looked at once."""
    found: dict[str, set[str]] = {}
    pairs = chain(*(chain(contents.met, contents.contacts) for contents in files))
    for name, url in dict.fromkeys(pairs):
        slug = slug_of(url) if url and "," not in url else None
        if slug and slug not in owner.slugs and not is_closed(name):
            found.setdefault(clean_line(name), set()).add(slug)
    return {name: frozenset(slugs) for name, slugs in found.items()}
