"""The rows of an export that name someone, each with the stored row that it already is."""

from collections.abc import Mapping, Sequence
from datetime import date, tzinfo

from recco_tui.core.export import (
    Export,
    ExportedMessage,
    ExportedRecommendation,
    Ignored,
    MessageEvent,
)
from recco_tui.core.import_plan import StoredContact, StoredData
from recco_tui.core.models import Direction, Recommendation, Step
from recco_tui.core.names import clean_name, display_name, fuzzy_key
from recco_tui.importing.match.evidence import (
    Facts,
    Sign,
    Verdict,
    differing_work,
    evidence,
    verdict,
)
from recco_tui.importing.match.matching import CLOSED_ACCOUNT, Matches, PersonMatch
from recco_tui.importing.match.questions import Mention
from recco_tui.importing.plan.revisions import SIMILAR, same_text, similarity

NEARLY_THE_SAME = 0.9
"""Share of words, in order, from which other work does not speak against a rewrite."""


class Search:
    """Finds the stored row that an exported one already is, before it is known whose it is.

    `name_at` has the names that the export brings to addresses: people marry.
    """

    def __init__(self, known: StoredData, name_at: Mapping[str, str], tz: tzinfo) -> None:
        self.tz = tz
        self._paired: set[int] = set()
        self._of_minute: dict[object, list[Recommendation]] = {}
        self._names: dict[int, str] = {}
        self._texts = known.recommendations
        authors = {text.contact_id for text in known.recommendations}
        self._people = {c.id: c for c in known.contacts if c.id in authors}
        concerned = {r.contact_id for r in known.recommendations}
        concerned |= {a.contact_id for a in known.asks} | {r.contact_id for r in known.requests}
        if concerned:
            self._names = _names_of(known.contacts, concerned, name_at)
        self._by_name: dict[tuple[str, Direction], list[Recommendation]] = {}
        self._by_spelling: dict[tuple[str, Direction], list[Recommendation]] = {}
        former = {c.id: c.former_names for c in known.contacts if c.former_names}
        for text in known.recommendations:
            self._of_minute.setdefault((text.direction, text.written_at), []).append(text)
            key = (self._names.get(text.contact_id, ""), text.direction)
            self._by_name.setdefault(key, []).append(text)
            for name in (key[0], *former.get(text.contact_id, ())):
                spelled = (fuzzy_key(name), text.direction)
                self._by_spelling.setdefault(spelled, []).append(text)
        contact_of = {text.id: text.contact_id for text in known.recommendations}
        self._earlier = {
            (version.written_at, tuple(version.text.split())): contact_of[text_id]
            for text_id, versions in known.versions.items()
            for version in versions
            if version.written_at and text_id in contact_of
        }
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
        taken = self._paired
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

    def earlier(self, row: ExportedRecommendation) -> int:
        """Who has a text that was this one, to the word and the minute, before it was rewritten."""
        at = row.written_at
        return self._earlier.get((at, tuple(row.text.split())), 0) if at else 0

    def rewritten(self, row: ExportedRecommendation) -> int:
        """The one person of its name with a stored text like this one that pairs with no row.

        A name once theirs does, or one spelled alike, where no one of the very name has it; else
        part of the name with the same work. 0 when there is none, or more than one.
        """
        name = display_name(row.first_name, row.last_name)
        for called, held in ((name, self._by_name), (fuzzy_key(name), self._by_spelling)):
            free = [t for t in held.get((called, row.direction), ()) if t.id not in self._paired]
            for alike in (
                {t.contact_id for t in free if same_text(t.text, row.text)},
                {t.contact_id for t in free if self._is_revision(row, t)},
            ):
                if alike:
                    return alike.pop() if len(alike) == 1 else 0
        renamed = {t.contact_id for t in self._texts if self._is_renamed(name, row, t)}
        return renamed.pop() if len(renamed) == 1 else 0

    def _is_revision(self, row: ExportedRecommendation, text: Recommendation) -> bool:
        """Words of a template are like those of others: a namesake of other work needs more."""
        author = self._people.get(text.contact_id)
        work = (author.company, author.position) if author else ("", "")
        is_elsewhere = differing_work(work, (row.company, row.position))
        return similarity(text.text, row.text) >= (NEARLY_THE_SAME if is_elsewhere else SIMILAR)

    def is_loose(self, contact_id: int) -> bool:
        """Whether that author is known by a text alone."""
        known = self._people.get(contact_id)
        return known is not None and known.is_loose

    def _is_renamed(self, name: str, row: ExportedRecommendation, text: Recommendation) -> bool:
        known = self._people.get(text.contact_id)
        if known is None or text.direction is not row.direction or text.id in self._paired:
            return False
        if similarity(text.text, row.text) < SIMILAR:
            return False
        told = Facts(name, row.company, row.position)
        signs = evidence(told, Facts(known.name, known.company, known.position), Sign.LIKE_TEXT)
        return verdict(signs) is Verdict.SAME and Sign.WORK in signs

    def asker(self, event: MessageEvent, name: str, day: date) -> int:
        """The one person of that name with an ask (or request) of that very day, else 0."""
        noted = self._asked if event is MessageEvent.ASK_SENT else self._requested
        found = {who for called, on, who in noted if called == name and on == day}
        tells = event in (MessageEvent.ASK_SENT, MessageEvent.ASK_RECEIVED) and name not in (
            "",
            CLOSED_ACCOUNT,
        )
        return found.pop() if len(found) == 1 and tells else 0


def _names_of(
    contacts: Sequence[StoredContact], concerned: set[int], name_at: Mapping[str, str]
) -> dict[int, str]:
    return {
        contact.id: contact.name if "name" in contact.typed else name_at.get(slug, contact.name)
        for contact in contacts
        if contact.id in concerned
        for slug in (contact.slug or "",)
    }


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def mentions_of(
    export: Export, matches: Matches, pairs: Sequence[Recommendation | None], search: Search
) -> list[Mention]:
    """All rows that name someone: the recommendations, then the messages."""
    mentions = [
        _of_text(row, match, pair, search)
        for row, match, pair in zip(
            export.recommendations, matches.recommendations, pairs, strict=True
        )
    ]
    for message, match in zip(export.messages, matches.messages, strict=True):
        mentions.append(_of_message(message, match, search))
    return mentions


def _of_text(
    row: ExportedRecommendation, match: PersonMatch, pair: Recommendation | None, search: Search
) -> Mention:
    name = display_name(row.first_name, row.last_name)
    given = row.direction is Direction.GIVEN
    deed = (MessageEvent.DELIVERED_BY_ME if given else MessageEvent.DELIVERED_TO_ME).deed
    day = row.written_at and row.written_at.astimezone(search.tz).date()
    stored = pair.contact_id if pair else search.earlier(row)
    if not stored:
        stored = search.rewritten(row)
        if not _is_open(match) and not search.is_loose(stored):
            stored = 0
    deed = f"{deed} {_day(day)}" if day else deed.removesuffix(" on")
    cells, work = (row.first_name, row.last_name), (row.company, row.position)
    return Mention(name, cells, work, match, stored, deed, bool(name))


def _of_message(message: ExportedMessage, match: PersonMatch, search: Search) -> Mention:
    name = clean_name(message.name)
    day = message.at.astimezone(search.tz).date()
    stored = search.asker(message.event, name, day) if _is_open(match) else 0
    is_someone = bool(name) and (name != CLOSED_ACCOUNT or message.slug is not None)
    creates = is_someone and not message.event.is_delivery
    deed = f"{message.event.deed} {_day(day)}"
    return Mention(name, ("", ""), ("", ""), match, stored, deed, creates)


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


def _is_open(match: PersonMatch) -> bool:
    return match.slug is None and match.connection is None


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
