"""The rows of an export that name someone, connections aside, and what these are known by."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from typing import NamedTuple

from recco_tui.core.export import (
    Export,
    ExportedMessage,
    ExportedRecommendation,
    Ignored,
    MessageEvent,
)
from recco_tui.core.import_plan import ContactRecord, StoredData
from recco_tui.core.models import Direction, Recommendation, Step
from recco_tui.core.names import clean_name, display_name
from recco_tui.core.when import full_date
from recco_tui.importing.match.evidence import CLOSED_ACCOUNT, Facts, Sign, Work, facts
from recco_tui.importing.plan.revisions import SIMILAR, same_text, similarity

NEARLY_THE_SAME = 0.9
"""Share of words, in order, from which other work does not speak against a rewrite."""

DELIVERY_WINDOW = timedelta(minutes=2)


class Mention(NamedTuple):
    """A row that names someone. `work` is told by recommendations, `slug` by messages alone.

    `deed` says in words what the row tells ("recommended you on 3 May 2024"). A row that does not
    `create` (a delivery message) finds people and never adds them.
    """

    name: str
    cells: tuple[str, str]
    work: Work
    slug: str | None
    at: datetime | None
    deed: str
    creates: bool = True

    @property
    def facts(self) -> Facts:
        """What the row tells of the person."""
        return facts(self.name, self.work, self.slug)


@dataclass(frozen=True, slots=True)
class Mentions:
    """The recommendations, then the messages; `links` are pairs that a delivery makes one."""

    rows: list[Mention]
    links: list[tuple[int, int]]


def mentions_of(export: Export, tz: tzinfo) -> Mentions:
    """All rows that name someone.

    A text has the address of the delivery message of its name and minute (right in 27 of 27); a
    delivery without address is of whoever's text it delivered.
    """
    writers = [clean_name(message.name) for message in export.messages]
    addresses: dict[tuple[Direction, str], list[tuple[datetime, str]]] = defaultdict(list)
    waiting: dict[tuple[Direction, str], list[tuple[datetime, int]]] = defaultdict(list)
    for number, (message, name) in enumerate(zip(export.messages, writers, strict=True)):
        if message.event.is_delivery and name not in ("", CLOSED_ACCOUNT):
            key = message.event.direction, name
            if message.slug:
                addresses[key].append((_minute(message.at), message.slug))
            else:
                waiting[key].append((_minute(message.at), len(export.recommendations) + number))
    rows, links = [], []
    for index, row in enumerate(export.recommendations):
        name = display_name(row.first_name, row.last_name)
        key = row.direction, name
        at = row.written_at and _minute(row.written_at)
        slug = _nearest(at, addresses.get(key, ())) if at else None
        rows.append(_of_text(row, name, slug, tz))
        links += [
            (index, message)
            for sent, message in waiting.get(key, ())
            if at and abs(sent - at) <= DELIVERY_WINDOW
        ]
    rows += map(_of_message, export.messages, writers, [tz] * len(writers))
    return Mentions(rows, links)


def _nearest(at: datetime, told: Sequence[tuple[datetime, str]]) -> str | None:
    """The one address of the messages nearest to that minute, None without one or with two."""
    near = sorted((gap, slug) for sent, slug in told if (gap := abs(sent - at)) <= DELIVERY_WINDOW)
    slugs = {slug for gap, slug in near if gap == near[0][0]}
    return slugs.pop() if len(slugs) == 1 else None


def _minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)


def _of_text(row: ExportedRecommendation, name: str, slug: str | None, tz: tzinfo) -> Mention:
    given = row.direction is Direction.GIVEN
    deed = (MessageEvent.DELIVERED_BY_ME if given else MessageEvent.DELIVERED_TO_ME).deed
    day = row.written_at and row.written_at.astimezone(tz).date()
    deed = f"{deed} {full_date(day)}" if day else deed.removesuffix(" on")
    cells, work = (row.first_name, row.last_name), (row.company, row.position)
    return Mention(name, cells, work, slug, row.written_at, deed, bool(name))


def _of_message(message: ExportedMessage, name: str, tz: tzinfo) -> Mention:
    day = message.at.astimezone(tz).date()
    is_someone = bool(name) and (name != CLOSED_ACCOUNT or message.slug is not None)
    creates = is_someone and not message.event.is_delivery
    deed = f"{message.event.deed} {full_date(day)}"
    return Mention(name, ("", ""), ("", ""), message.slug, message.at, deed, creates)


class Search:
    """The stored rows that exported ones already are, or were before, whoever has them."""

    def __init__(self, known: StoredData, tz: tzinfo) -> None:
        self._tz = tz
        self._texts = known.recommendations
        self._people = {contact.id: contact for contact in known.contacts}
        self._of_minute: dict[object, list[Recommendation]] = defaultdict(list)
        for text in known.recommendations:
            self._of_minute[text.direction, text.written_at].append(text)
        contact_of = {text.id: text.contact_id for text in known.recommendations}
        self._earlier: dict[tuple[datetime | None, tuple[str, ...]], int] = {
            (version.written_at, tuple(version.text.split())): contact_of[text_id]
            for text_id, versions in known.versions.items()
            for version in versions
            if version.written_at and text_id in contact_of
        }
        self._asked: dict[tuple[date, bool], list[int]] = defaultdict(list)
        for ask in known.asks:
            for step in ask.steps:
                if step.step in (Step.LINKEDIN, Step.NUDGED):
                    self._asked[step.on, True].append(ask.contact_id)
        for request in known.requests:
            self._asked[request.asked_on, False].append(request.contact_id)

    def works(self) -> Mapping[int, set[Work]]:
        """What the stored texts tell of the work of their authors."""
        found: dict[int, set[Work]] = defaultdict(set)
        for text in self._texts:
            if text.company or text.position:
                found[text.contact_id].add((text.company, text.position))
        return found

    def pairs(self, export: Export) -> list[Recommendation | None]:
        """For each exported text the stored one of the same direction and minute, if it is that.

        It is by its words and its person's name, else by the name (not without a readable date),
        else by the words: the person may have a new name. A stored text pairs with one row only.
        """
        found: list[Recommendation | None] = [None] * len(export.recommendations)
        taken: set[int] = set()
        for by_words, by_name in ((True, True), (False, True), (True, False)):
            for index, row in enumerate(export.recommendations):
                if found[index] or (row.written_at is None and not by_words):
                    continue
                name = display_name(row.first_name, row.last_name)
                for text in self._of_minute.get((row.direction, row.written_at), ()):
                    same_name = self._is_called(text.contact_id, name)
                    told = bool(row.text.strip()) or by_name
                    same_words = told and same_text(text.text, row.text)
                    fits = (same_words or not by_words) and (same_name or not by_name)
                    if fits and text.id not in taken:
                        found[index] = text
                        taken.add(text.id)
                        break
        return found

    def _is_called(self, contact_id: int, name: str) -> bool:
        known: ContactRecord | None = self._people.get(contact_id)
        return known is not None and name in (known.name, *known.former_names)

    def of_texts(
        self, export: Export, pairs: Sequence[Recommendation | None]
    ) -> Iterator[tuple[int, int, Sign]]:
        """Whose stored text a row is, was before a rewrite, or is like: row, contact, sign."""
        paired = {pair.id for pair in pairs if pair}
        free = [text for text in self._texts if text.id not in paired and text.has_text]
        for index, (row, pair) in enumerate(zip(export.recommendations, pairs, strict=True)):
            before = self._earlier.get((row.written_at, tuple(row.text.split())), 0)
            if pair or before:
                yield index, pair.contact_id if pair else before, Sign.TEXT
                continue
            for text in free:
                if text.direction is row.direction:
                    alike = similarity(text.text, row.text)
                    if alike >= SIMILAR:
                        near = alike < NEARLY_THE_SAME
                        yield index, text.contact_id, Sign.NEAR_TEXT if near else Sign.LIKE_TEXT

    def of_messages(self, export: Export) -> Iterator[tuple[int, int, Sign]]:
        """Whose ask or request of that very day a message without address is, by their name.

        Not theirs of whom another message of the day tells with the address.
        """
        told = {
            (message.event, message.at.astimezone(self._tz).date(), message.slug)
            for message in export.messages
            if message.slug
        }
        for index, message in enumerate(export.messages):
            if message.slug or message.event.is_delivery:
                continue
            day = message.at.astimezone(self._tz).date()
            name = clean_name(message.name)
            noted = self._asked.get((day, message.event is MessageEvent.ASK_SENT), ())
            for contact_id in dict.fromkeys(noted):
                theirs = (message.event, day, self._people[contact_id].slug)
                called = name != CLOSED_ACCOUNT and self._is_called(contact_id, name)
                if called and theirs not in told:
                    yield len(export.recommendations) + index, contact_id, Sign.ASKED


def rows_of_no_one(export: Export, refs: Sequence[int]) -> list[Ignored]:
    """Rows left out because no one is behind them; a delivery message without its text is none."""
    rows = [
        (row.place, "no name, so the recommendation belongs to no one")
        for row, ref in zip(export.recommendations, refs, strict=False)
        if not ref
    ]
    rows += [
        (message.place, "closed or hidden account, so the message belongs to no one")
        for message, ref in zip(export.messages, refs[len(export.recommendations) :], strict=True)
        if not ref and not message.event.is_delivery
    ]
    return [Ignored(place.file, place.line, why) for place, why in rows]
