"""What an import would change: an export against what is stored, as a plan ready to be written.

Planning is pure and repeatable: once a plan is written, planning the same export again changes
nothing. Several archives are planned and written one after the other, the oldest first.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, timedelta, tzinfo

from recco_tui.core.export import Export, ExportedWork, Ignored, MessageEvent
from recco_tui.core.importing.asks import plan_asks
from recco_tui.core.importing.events import NEAR, events_by_person
from recco_tui.core.importing.freshness import Freshness
from recco_tui.core.importing.known import Known, KnownContact
from recco_tui.core.importing.people import People
from recco_tui.core.importing.plan import Counts, ImportPlan
from recco_tui.core.importing.questions import Mention
from recco_tui.core.importing.requests import plan_requests
from recco_tui.core.importing.resolving import resolve
from recco_tui.core.importing.texts import SIMILAR, Texts, same_text, similarity
from recco_tui.core.matching import CLOSED_ACCOUNT, Match, Matches, match_export
from recco_tui.core.models import Direction, Recommendation, Step
from recco_tui.core.names import clean_name, display_name, fold

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

_DEEDS = {
    MessageEvent.ASK_SENT: "did you ask on",
    MessageEvent.ASK_RECEIVED: "asked you on",
    MessageEvent.DELIVERED_TO_ME: "recommended you on",
    MessageEvent.DELIVERED_BY_ME: "did you recommend on",
}
_DELIVERIES = (MessageEvent.DELIVERED_TO_ME, MessageEvent.DELIVERED_BY_ME)


def plan_import(
    export: Export,
    known: Known,
    answers: Mapping[str, str],
    today: date,
    tz: tzinfo = UTC,
) -> ImportPlan:
    """Plan the import of one export.

    `answers` are those stored and those just given, by the key of the question. `tz` is the user's
    zone, for the local days of LinkedIn's UTC times; `today` dates an export that has no date.
    """
    export = _without_repeats(export)
    freshness = Freshness(export.exported_on or today, known.latest)
    matches = match_export(export)
    people = People(export.connections, matches, known.contacts, freshness)
    search = _Search(known, {} if freshness.facts_are_old else matches.name_at, tz)
    pairs = search.pairs(export)
    mentions = _mentions(export, matches, pairs, search)
    resolved = resolve(people, mentions, answers)
    split = len(export.recommendations)
    row_refs, message_refs = resolved.refs[:split], resolved.refs[split:]
    for row, ref in zip(export.recommendations, row_refs, strict=True):
        if ref:
            people.tell_work(ref, row.company, row.position)
    stored = [(people.canon(r.contact_id), r) for r in known.recommendations]
    texts = Texts(export, row_refs, pairs, stored, freshness, tz)
    events = events_by_person(export, row_refs, message_refs, texts, stored, tz)
    asks = plan_asks(
        events[Direction.RECEIVED], [(people.canon(a.contact_id), a) for a in known.asks]
    )
    requests = plan_requests(
        events[Direction.GIVEN], [(people.canon(r.contact_id), r) for r in known.requests]
    )
    missing = people.missing(export.has_connections)
    return ImportPlan(
        exported_on=freshness.exported_on,
        latest=freshness.after(export),
        new_contacts=tuple(people.new),
        contact_updates=people.updates(),
        missing_contacts=missing,
        merges=people.merges(),
        new_recommendations=tuple(texts.new),
        recommendation_updates=tuple(texts.updates.values()),
        missing_recommendations=tuple(texts.missing),
        new_asks=tuple(asks.new),
        ask_updates=tuple(asks.updates),
        new_requests=tuple(requests.new),
        request_updates=tuple(requests.updates),
        unsure=tuple(resolved.questions),
        answered=resolved.answered,
        offers=_offers(export.work, known.project_titles),
        ignored=(*export.ignored, *_nobodys(export, resolved.refs), *texts.ignored),
        warnings=(*export.warnings, *_undated(export)),
        files=export.files,
        counts=Counts(
            contacts=people.tally(missing),
            nameless=export.nameless,
            given=texts.tally(Direction.GIVEN),
            received=texts.tally(Direction.RECEIVED),
            asks=asks.tally,
            requests=requests.tally,
        ),
    )


def _without_repeats(export: Export) -> Export:
    """The export with each text and each message once: archives read together repeat them."""
    texts = {
        (row.direction, row.first_name, row.last_name, row.written_at, *row.text.split()): row
        for row in reversed(export.recommendations)
    }
    messages = {
        (message.event, message.at, message.name, message.slug): message
        for message in reversed(export.messages)
    }
    return replace(
        export,
        recommendations=tuple(reversed(texts.values())),
        messages=tuple(reversed(messages.values())),
    )


class _Search:
    """Finds the stored row that an exported one already is, before it is known whose it is.

    `name_at` has the names that the export brings to addresses: people marry.
    """

    def __init__(self, known: Known, name_at: Mapping[str, str], tz: tzinfo) -> None:
        self.tz = tz
        self._of_minute: dict[object, list[Recommendation]] = {}
        self._names: dict[int, str] = {}
        concerned = {r.contact_id for r in known.recommendations}
        concerned |= {a.contact_id for a in known.asks} | {r.contact_id for r in known.requests}
        if concerned:
            self._names = _names_of(known.contacts, concerned, name_at)
        self._by_name: dict[tuple[str, Direction], list[Recommendation]] = {}
        for text in known.recommendations:
            self._of_minute.setdefault((text.direction, text.written_at), []).append(text)
            key = (self._names.get(text.contact_id, ""), text.direction)
            self._by_name.setdefault(key, []).append(text)
        self._asked = [
            (self._names.get(ask.contact_id, ""), step.on, ask.contact_id)
            for ask in known.asks
            for step in ask.steps
            if step.step in (Step.LINKEDIN, Step.NUDGED)
        ]
        self._requested = [
            (self._names.get(r.contact_id, ""), r.asked_on, r.contact_id) for r in known.requests
        ]

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
                    same_words = same_text(text.text, row.text) and bool(row.text.strip())
                    same_name = self._names.get(text.contact_id) == name
                    fits = (same_words or not by_words) and (same_name or not by_name)
                    if fits and text.id not in taken:
                        found[index] = text
                        taken.add(text.id)
                        break
        return found

    def rewritten(self, name: str, direction: Direction, text: str) -> int:
        """The one person of that name with a stored text like this one, else 0."""
        alike = {
            stored.contact_id
            for stored in self._by_name.get((name, direction), ())
            if similarity(stored.text, text) >= SIMILAR
        }
        return alike.pop() if len(alike) == 1 else 0

    def asker(self, event: MessageEvent, name: str, day: date) -> int:
        """The one person of that name with an ask (or request) of about that day, else 0."""
        noted = self._asked if event is MessageEvent.ASK_SENT else self._requested
        near = timedelta(days=NEAR)
        found = {who for called, on, who in noted if called == name and abs(on - day) <= near}
        tells = event not in _DELIVERIES and name not in ("", CLOSED_ACCOUNT)
        return found.pop() if len(found) == 1 and tells else 0


def _names_of(
    contacts: Sequence[KnownContact], concerned: set[int], name_at: Mapping[str, str]
) -> dict[int, str]:
    return {
        contact.id: contact.name if "name" in contact.typed else name_at.get(slug, contact.name)
        for contact in contacts
        if contact.id in concerned
        for slug in (contact.slug or "",)
    }


def _mentions(
    export: Export, matches: Matches, pairs: Sequence[Recommendation | None], search: _Search
) -> list[Mention]:
    """All rows that name somebody: the recommendations, then the messages."""
    mentions: list[Mention] = []
    for row, match, pair in zip(
        export.recommendations, matches.recommendations, pairs, strict=True
    ):
        name = display_name(row.first_name, row.last_name)
        given = row.direction is Direction.GIVEN
        event = MessageEvent.DELIVERED_BY_ME if given else MessageEvent.DELIVERED_TO_ME
        day = row.written_at and row.written_at.astimezone(search.tz).date()
        stored = pair.contact_id if pair else 0
        if not stored and _is_open(match):
            stored = search.rewritten(name, row.direction, row.text)
        deed = f"{_DEEDS[event]} {_day(day)}" if day else _DEEDS[event].removesuffix(" on")
        cells, work = (row.first_name, row.last_name), (row.company, row.position)
        mentions.append(Mention(name, cells, work, match, stored, deed, bool(name)))
    for message, match in zip(export.messages, matches.messages, strict=True):
        name = clean_name(message.name)
        day = message.at.astimezone(search.tz).date()
        stored = search.asker(message.event, name, day) if _is_open(match) else 0
        is_someone = bool(name) and (name != CLOSED_ACCOUNT or message.slug is not None)
        creates = is_someone and message.event not in _DELIVERIES
        deed = f"{_DEEDS[message.event]} {_day(day)}"
        mentions.append(Mention(name, ("", ""), ("", ""), match, stored, deed, creates))
    return mentions


def _nobodys(export: Export, refs: Sequence[int]) -> list[Ignored]:
    """Rows left out because nobody is behind them; a delivery message without its text is none."""
    rows = [
        (row.place, "no name, so nobody to tie the recommendation to")
        for row, ref in zip(export.recommendations, refs, strict=False)
        if not ref
    ]
    rows += [
        (message.place, "the account is closed or hidden, so nobody to tie the message to")
        for message, ref in zip(export.messages, refs[len(export.recommendations) :], strict=True)
        if not ref and message.event not in _DELIVERIES
    ]
    return [Ignored(place.file, place.line, why) for place, why in rows]


def _is_open(match: Match) -> bool:
    return match.slug is None and match.connection is None


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _undated(export: Export) -> list[str]:
    return [
        f"{row.place.file} line {row.place.line}: the date cannot be read, so the recommendation"
        " is filed under the day of the export."
        for row in export.recommendations
        if row.written_at is None
    ]


def _offers(work: Sequence[ExportedWork], titles: frozenset[str]) -> tuple[ExportedWork, ...]:
    """Work that no project has as its title yet, letter case and accents aside."""
    taken = {fold(title) for title in titles}
    return tuple(item for item in work if item.title and fold(item.title) not in taken)
