"""What one can do with recommendations: add by hand, edit, mark, search, waive a debt."""

from collections.abc import Mapping, Sequence
from datetime import date

from recco_tui.core.cleaning import clean_line, clean_text
from recco_tui.core.errors import NotAllowed, UsageError
from recco_tui.core.models import COUNTED, Direction, Recommendation, Status, Step
from recco_tui.core.received import filled_by
from recco_tui.core.reciprocity import Balance, unpaid
from recco_tui.core.when import say_date
from recco_tui.ledger.contacts import people_in_words
from recco_tui.ledger.row_verbs import refuse_unknown
from recco_tui.ledger.store import Store
from recco_tui.storage import asks, board, recommendations, situation
from recco_tui.storage.columns import Value
from recco_tui.storage.dates import stamp
from recco_tui.storage.tables import (
    ASK_STEPS,
    RECOMMENDATION_VERSIONS,
    RECOMMENDATIONS,
    REQUESTS,
    WAIVERS,
)

EDITABLE = ("text", "on", "status", "project_id", "change_asked")
"""`change_asked`: whether a change of it is waited for; a new text ends that."""
NEVER_RECEIVED = (Status.DRAFT, Status.READY, Status.SENT)
LONGEST_TEXT = 3000
"""LinkedIn's cap on a recommendation, in characters."""


class Recommendations:
    """Verbs on recommendations and on the debts they make."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, recommendation_id: int) -> Recommendation:
        """The recommendation of this id; raises `NothingFound`."""
        return self._store.get(RECOMMENDATIONS.get, recommendation_id, "recommendation")

    def every(self) -> tuple[Recommendation, ...]:
        """All of them, oldest first."""
        return self._store.read(recommendations.every)

    def filtered(
        self, typed: str, direction: Direction | None = None
    ) -> tuple[Recommendation, ...]:
        """Texts that fit a filter (`core/filtering.py`), archived people's apart.

        Those that hold all its words come first, best first; then, as without words, the newest.
        """
        # Late for start-up time: most commands look for nothing.
        from recco_tui.core import finding

        terms = finding.parse_finding(clean_line(typed))
        words = finding.words_searched(terms)
        with self._store.database.read() as connection:
            best = recommendations.searched(connection, words, direction)
            newest = reversed(recommendations.every(connection))
            rows = board.circle(connection, self._store.clock.today())
            held = {
                term.typed: recommendations.ids_holding(connection, term.typed) for term in terms
            }
        people = finding.people_who_fit(terms, rows)
        shown = {row.id for row in rows}

        def fits(text: Recommendation) -> bool:
            return (
                direction in (None, text.direction)
                and text.contact_id in shown
                and finding.all_fit(terms, lambda term: finding.text_fits(term, text, held, people))
            )

        return tuple({text.id: text for text in (*best, *newest) if fits(text)}.values())

    def add(
        self,
        contact_id: int,
        direction: Direction,
        text: str,
        *,
        on: date | None = None,
        status: Status | None = None,
        project_id: int | None = None,
    ) -> Recommendation:
        """Add one by hand: given ones are `sent`, received ones `visible` unless said otherwise.

        Given: an open request or promise to them counts as delivered. Received: their open ask
        gets its `received` step; the text of one that counts without fills that one. Without a
        text it counts all the same.
        """
        checked, said, on = _checked_text(text), on, self._store.past_day(on)
        given: dict[str, Value] = {"status": status, "project_id": project_id}
        status = status or (Status.SENT if direction == Direction.GIVEN else Status.VISIBLE)
        words = "gave" if direction == Direction.GIVEN else "received from"
        with self._store.change() as change:
            name = self._store.contact(contact_id).name
            if direction is Direction.RECEIVED:
                theirs = self._store.read(RECOMMENDATIONS.of_contact, contact_id)
                if found := filled_by(theirs, said):
                    _require_text(checked, name)
                    change.label = f"added the text by {name}"
                    return self._fill(found, {"text": checked, **given}, on)
            change.label = f"{words} {name}: a recommendation"
            recommendation_id = self._store.insert(
                RECOMMENDATIONS,
                contact_id=contact_id,
                direction=direction,
                text=checked,
                status=status,
                on=on,
                project_id=project_id,
            )
            if direction == Direction.GIVEN and status in COUNTED:
                self._deliver(contact_id, on)
            elif direction == Direction.RECEIVED:
                self._answer_ask(contact_id, on)
            return self.get(recommendation_id)

    def _fill(self, found: Recommendation, given: Mapping[str, Value], on: date) -> Recommendation:
        """The text of one that counts already; they had written it when that was noted."""
        values = {name: value for name, value in given.items() if value is not None}
        values["on"] = min(on, found.on)
        self._store.update(RECOMMENDATIONS, found.id, **values)
        return self.get(found.id)

    def _deliver(self, contact_id: int, on: date) -> None:
        for debt in self._store.read(REQUESTS.of_contact, contact_id):
            if not debt.is_settled and debt.asked_on <= on:
                self._store.update(REQUESTS, debt.id, delivered_on=on)

    def _answer_ask(self, contact_id: int, on: date) -> None:
        from recco_tui.core.asks import awaits_recommendation

        for ask in self._store.read(asks.of_contact, contact_id):
            if awaits_recommendation(ask, on):
                self._store.insert(ASK_STEPS, ask_id=ask.id, step=Step.RECEIVED, on=on)

    def rewrite(self, recommendation_id: int, text: str) -> Recommendation:
        """Replace the text; the one before is kept."""
        checked = _checked_text(text)
        with self._store.change() as change:
            before = self.get(recommendation_id)
            if checked == before.text:
                return before
            name = self._store.contact(before.contact_id).name
            change.label = f"rewrote the recommendation {before.direction.value}: {name}"
            if before.has_text:
                now = stamp(self._store.clock.now())
                recommendations.keep_version(self._store.connection, recommendation_id, now)
            self._store.update(
                RECOMMENDATIONS, recommendation_id, text=checked, change_asked_on=None
            )
            return self.get(recommendation_id)

    def set_status(self, recommendation_id: int, status: Status) -> Recommendation:
        """Mark where it stands on LinkedIn: pending, visible, hidden, withdrawn …

        One that is withdrawn or replaced counts no longer; a hidden one does: they wrote it. That
        a later export no longer had it is answered by this word.
        """
        with self._store.change() as change:
            before = self.get(recommendation_id)
            if before.direction is Direction.RECEIVED and status in NEVER_RECEIVED:
                raise NotAllowed(
                    f"A text about you is never {status.value!r}. "
                    "Choose visible, hidden, pending, withdrawn or replaced."
                )
            name = self._store.contact(before.contact_id).name
            change.label = (
                f"marked the recommendation {before.direction.value}, {name}: {status.value}"
            )
            self._store.update(
                RECOMMENDATIONS,
                recommendation_id,
                status=status,
                status_text="",
                change_asked_on=None,
                missing_since=None,
            )
            return self.get(recommendation_id)

    def mark_phrases(self, recommendation_id: int, phrases: Sequence[str]) -> Recommendation:
        """Keep key phrases of a text; each must stand in it word for word."""
        with self._store.change() as change:
            before = self.get(recommendation_id)
            absent = [phrase for phrase in phrases if phrase not in before.text]
            if absent:
                raise UsageError(f"{clean_line(absent[0])!r} is not in that text.")
            name = self._store.contact(before.contact_id).name
            change.label = f"marked key phrases in what {name} wrote"
            once = tuple(dict.fromkeys(phrases))
            self._store.update(RECOMMENDATIONS, recommendation_id, key_phrases=once)
            return self.get(recommendation_id)

    def remove(self, recommendation_id: int) -> None:
        """Take a recommendation out (undo brings it back)."""
        with self._store.change() as change:
            before = self.get(recommendation_id)
            name = self._store.contact(before.contact_id).name
            change.label = f"removed a recommendation {before.direction.value}: {name}"
            self._store.delete(RECOMMENDATION_VERSIONS, recommendation_id=recommendation_id)
            self._store.delete(RECOMMENDATIONS, id=recommendation_id)

    def waive(self, contact_ids: Sequence[int], because: str = "") -> None:
        """Waive what these people are still owed for what they wrote: nothing owed, because …"""
        with self._store.change() as change:
            owed = {id_: self.balance(id_).owe for id_ in contact_ids}
            owing = {id_: count for id_, count in owed.items() if count > 0}
            if not owing:
                raise NotAllowed("Nothing to waive: you don't owe this contact anything.")
            names = [self._store.contact(id_).name for id_ in owing]
            change.label = f"waived {people_in_words(names)}: nothing owed"
            for id_, count in owing.items():
                self._waive(id_, count, because)

    def waive_before(
        self, day: date, because: str = "", contact_ids: Sequence[int] | None = None
    ) -> tuple[int, ...]:
        """Waive what is owed for texts received before that day: of these people, or of all.

        One change, for the ids of all whom it concerns; raises `NotAllowed` when it is no one.
        """
        with self._store.change() as change:
            today, policy = self._store.clock.today(), self._store.policy
            now = self._store.read(situation.read, today, policy)
            owed = {
                id_: sum(text.on < day for text in unpaid(person))
                for id_, person in now.people.items()
                if contact_ids is None or id_ in contact_ids
            }
            counts = {id_: count for id_, count in owed.items() if count}
            if not counts:
                when = say_date(day, today)
                raise NotAllowed(f"Nothing is owed for texts from before {when}.")
            names = [self._store.contact(id_).name for id_ in counts]
            change.label = f"waived what {people_in_words(names)} wrote before {day}"
            for id_, count in counts.items():
                self._waive(id_, count, because)
            return tuple(counts)

    def _waive(self, contact_id: int, count: int, because: str) -> None:
        self._store.insert(
            WAIVERS,
            contact_id=contact_id,
            count=count,
            because=clean_line(because),
            on=self._store.clock.today(),
        )

    def edit(
        self,
        recommendation_id: int,
        fields: Mapping[str, Value],
        seen: Recommendation | None = None,
    ) -> Recommendation:
        """Change some of `EDITABLE` as one change; the text before is kept.

        `seen` is what they were changed from: raises `ChangedElsewhere` when it is another by now.
        """
        refuse_unknown(fields, EDITABLE, "recommendation")
        on, status = fields.get("on"), fields.get("status")
        moved: dict[str, Value] = {}
        if "project_id" in fields:
            moved["project_id"] = fields["project_id"]
        with self._store.change() as change:
            before = self.get(recommendation_id)
            name = self._store.contact(before.contact_id).name
            direction = before.direction.value
            self._store.refuse_outdated(seen, before, f"The recommendation {direction}, {name},")
            change.label = f"edited the recommendation {direction}: {name}"
            if isinstance(on, date):
                moved["on"] = self._store.past_day(on)
            if "text" in fields and fields["text"] != before.text:
                self.rewrite(recommendation_id, str(fields["text"] or ""))
            if isinstance(status, Status) and status is not before.status:
                self.set_status(recommendation_id, status)
            self._store.update(RECOMMENDATIONS, recommendation_id, **moved)
            after = self.get(recommendation_id)
            if "change_asked" in fields and after.text == before.text:
                self._wait_for_change(after, bool(fields["change_asked"]), before.change_asked_on)
            return self.get(recommendation_id)

    def _wait_for_change(self, text: Recommendation, waits: bool, since: date | None) -> None:
        """Since the day on which it was asked for, whatever else was edited."""
        if waits and since is None:
            self.ask_for_change(text.id)
        else:
            still = since if waits and text.status in COUNTED else None
            self._store.update(RECOMMENDATIONS, text.id, change_asked_on=still)

    def ask_for_change(self, recommendation_id: int, on: date | None = None) -> Recommendation:
        """Note that its writer was asked for a change; it counts all the same.

        A text that is rewritten, or another status, ends it.
        """
        with self._store.change() as change:
            before = self.get(recommendation_id)
            name = self._store.contact(before.contact_id).name
            if before.status not in COUNTED:
                raise NotAllowed(
                    f"That recommendation is {before.status.value}. There is nothing to change."
                )
            change.label = (
                f"asked {name} for a change"
                if before.direction is Direction.RECEIVED
                else f"{name} asked for a change"
            )
            asked_on = self._store.past_day(on)
            self._store.update(RECOMMENDATIONS, recommendation_id, change_asked_on=asked_on)
            return self.get(recommendation_id)

    def balance(self, contact_id: int) -> Balance:
        """Received, given and waived counts of one person."""
        between = self._store.read(RECOMMENDATIONS.of_contact, contact_id)
        counted = [text.direction for text in between if text.status in COUNTED]
        return Balance(
            received=counted.count(Direction.RECEIVED),
            given=counted.count(Direction.GIVEN),
            waived=sum(waiver.count for waiver in self._store.read(WAIVERS.of_contact, contact_id)),
        )


def _require_text(text: str, name: str) -> None:
    if not text:
        raise NotAllowed(
            f"{name} already wrote it, but you have not pasted the text yet. Paste it."
        )


def _checked_text(text: str) -> str:
    cleaned = clean_text(text).strip()
    if len(cleaned) > LONGEST_TEXT:
        raise UsageError(
            f"The text has {len(cleaned)} characters; LinkedIn takes {LONGEST_TEXT} at most."
        )
    return cleaned
