"""What one can do with my asks: start, mark steps, correct them, close."""

from datetime import date
from typing import TYPE_CHECKING

from recco_tui.core.asks import check_step, is_open, reason_needed, state_of
from recco_tui.core.cleaning import clean_line, clean_text
from recco_tui.core.errors import NotAllowed, NothingFound
from recco_tui.core.models import (
    Ask,
    AskStep,
    Channel,
    Direction,
    Recommendation,
    Status,
    Step,
)
from recco_tui.core.received import counted_by, counts_already
from recco_tui.ledger.store import Store
from recco_tui.storage import asks, board, projects
from recco_tui.storage.columns import Value
from recco_tui.storage.tables import ASK_STEPS, ASKS, RECOMMENDATION_VERSIONS, RECOMMENDATIONS

if TYPE_CHECKING:
    from recco_tui.core.next_step import NextStep


class Asks:
    """Verbs on asks. The state is computed from the steps (core/asks.py)."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, ask_id: int) -> Ask:
        """The ask of this id with its steps; raises `NothingFound`."""
        return self._store.get(asks.get, ask_id, "ask")

    def every(self) -> tuple[Ask, ...]:
        """All asks, newest first."""
        return self._store.read(asks.every)

    def filtered(self, typed: str) -> tuple[Ask, ...]:
        """Those that fit a filter (`core/finding.py`), newest first."""
        # Late for start-up time: most commands look for nothing.
        from recco_tui.core import finding

        terms = finding.parse_finding(clean_line(typed))
        if not terms:
            return self.every()
        with self._store.database.read() as connection:
            every = asks.every(connection)
            titles = {project.id: project.title for project in projects.every(connection)}
            rows = board.circle(connection, self._store.clock.today())
        people = finding.people_who_fit(terms, rows)

        def fits(ask: Ask) -> bool:
            title = titles.get(ask.project_id or 0, "")
            return finding.all_fit(terms, lambda term: finding.ask_fits(term, ask, title, people))

        return tuple(ask for ask in every if fits(ask))

    def of(self, contact_id: int) -> tuple[Ask, ...]:
        """My asks to this person, newest first."""
        return self._store.read(asks.of_contact, contact_id)

    def latest(self, contact_id: int) -> Ask | None:
        """The open ask to this person, else the newest one; None when there was none."""
        every = self.of(contact_id)
        return next((ask for ask in every if is_open(ask)), every[0] if every else None)

    def next_step(self, ask: Ask) -> "NextStep | None":
        """What comes next of this ask, as of today; None when it has ended."""
        from recco_tui.core.next_step import next_step

        contact = self._store.contact(ask.contact_id)
        return next_step(ask, contact, self._store.policy, self._store.clock.today())

    def start(
        self,
        contact_id: int,
        *,
        project_id: int | None = None,
        focus: str = "",
        text: str = "",
        on: date | None = None,
    ) -> Ask:
        """Begin an ask with its `drafted` step; refused while another one to them is open.

        The text must be this person's own: the same text as in another ask is refused.
        """
        text = clean_text(text).strip()
        with self._store.change() as change:
            contact = self._store.contact(contact_id)
            change.label = f"started an ask to {contact.name}"
            present = self.latest(contact_id)
            if present is not None and is_open(present):
                raise NotAllowed(
                    f"You already have an open ask to {contact.name} ({state_of(present).value})."
                )
            self._refuse_same_text(text, None)
            ask_id = self._store.insert(
                ASKS,
                contact_id=contact_id,
                project_id=project_id,
                focus=clean_line(focus),
                text=text,
            )
            self._add_step(ask_id, Step.DRAFTED, self._store.past_day(on), None, "")
            return self.get(ask_id)

    def edit(
        self,
        ask_id: int,
        *,
        text: str | None = None,
        focus: str | None = None,
        project_id: int | None = None,
    ) -> Ask:
        """Change the text, the focus or the project; None leaves each as it is."""
        fields: dict[str, Value] = {}
        if text is not None:
            fields["text"] = clean_text(text).strip()
        if focus is not None:
            fields["focus"] = clean_line(focus)
        if project_id is not None:
            fields["project_id"] = project_id
        with self._store.change() as change:
            change.label = f"edited the ask to {self._name(self.get(ask_id))}"
            self._refuse_same_text(str(fields.get("text", "")), ask_id)
            self._store.update(ASKS, ask_id, **fields)
            return self.get(ask_id)

    def mark(
        self,
        ask_id: int,
        step: Step,
        *,
        via: Channel | None = None,
        on: date | None = None,
        because: str = "",
    ) -> Ask:
        """Record a step, today unless back-dated.

        That they wrote it counts at once, as a received recommendation whose text may come later.
        Raises `NotAllowed` when the order is unusual and no reason is given, or the step makes no
        sense at all; the sentence says which.
        """
        on = on or self._store.clock.today()
        with self._store.change() as change:
            ask = self.get(ask_id)
            contact = self._store.contact(ask.contact_id)
            change.label = step.change.format(name=contact.name)
            check_step(
                ask,
                step,
                on=on,
                via=via,
                because=clean_line(because),
                contact=contact,
                policy=self._store.policy,
                today=self._store.clock.today(),
            )
            if step is Step.RECEIVED:
                self._count(ask, on)
            self._add_step(ask_id, step, on, via, clean_line(because))
            return self.get(ask_id)

    def question(
        self, ask_id: int, step: Step, *, via: Channel | None = None, on: date | None = None
    ) -> str | None:
        """Why `mark` would want a reason for this step, None when it would not.

        Raises `NotAllowed` where no reason helps.
        """
        ask, today = self.get(ask_id), self._store.clock.today()
        return reason_needed(
            ask,
            step,
            on=on or today,
            via=via,
            contact=self._store.contact(ask.contact_id),
            policy=self._store.policy,
            today=today,
        )

    def step(self, step_id: int) -> tuple[Ask, AskStep]:
        """The step of this id, with its ask; raises `NothingFound`."""
        ask = self._store.get(asks.with_step, step_id, "step")
        return ask, next(step for step in ask.steps if step.id == step_id)

    def correct(
        self,
        ask_id: int,
        step_id: int,
        *,
        step: Step | None = None,
        on: date | None = None,
        via: Channel | None = None,
        because: str | None = None,
        no_via: bool = False,
    ) -> Ask:
        """Correct which step it was, its date, channel or reason; None leaves each as it is, and
        `no_via` takes the channel away. What was received counts, and what was not does not.

        Raises `NotAllowed` for a day that is still to come.
        """
        if on is not None and on > self._store.clock.today():
            raise NotAllowed(f"{on} is in the future. Log a step once it has happened.")
        because = None if because is None else clean_line(because)
        given: dict[str, Value] = {"step": step, "on": on, "via": via, "because": because}
        fields: dict[str, Value] = {n: value for n, value in given.items() if value is not None}
        if no_via:
            fields["via"] = None
        with self._store.change() as change:
            ask, before = self._step_of(ask_id, step_id)
            change.label = f"corrected a step of the ask to {self._name(ask)}: {before.step.label}"
            was, becomes = before.step is Step.RECEIVED, (step or before.step) is Step.RECEIVED
            if was and not becomes:
                self._uncount(ask, step_id)
            elif becomes and not was:
                self._count(ask, on or before.on)
            else:
                self._recount(ask, step_id, on)
            self._store.update(ASK_STEPS, step_id, **fields)
            return self.get(ask_id)

    def remove_step(self, ask_id: int, step_id: int) -> None:
        """Take a step out that never happened; with its only step, the ask goes.

        What it made count, counts no more.
        """
        with self._store.change() as change:
            ask, before = self._step_of(ask_id, step_id)
            change.label = f"removed a step of the ask to {self._name(ask)}: {before.step.label}"
            self._uncount(ask, step_id)
            if len(ask.steps) == 1:
                change.label = f"removed the ask to {self._name(ask)}"
                self.remove(ask_id)
            self._store.delete(ASK_STEPS, id=step_id)

    def _step_of(self, ask_id: int, step_id: int) -> tuple[Ask, AskStep]:
        ask, step = self.step(step_id)
        if ask.id != ask_id:
            raise NothingFound("That step belongs to another ask.")
        return ask, step

    def remove(self, ask_id: int) -> None:
        """Take a whole ask out (undo brings it back)."""
        with self._store.change() as change:
            ask = self.get(ask_id)
            change.label = f"removed the ask to {self._name(ask)}"
            for step in ask.steps:
                self._uncount(ask, step.id)
            asks.remove(self._store.connection, ask_id)

    def _count(self, ask: Ask, on: date) -> None:
        """They wrote it: a recommendation, unless the text that answers this ask is here."""
        texts = self._store.read(RECOMMENDATIONS.of_contact, ask.contact_id)
        if not counts_already(ask, self.of(ask.contact_id), texts):
            self._store.insert(
                RECOMMENDATIONS,
                contact_id=ask.contact_id,
                direction=Direction.RECEIVED,
                text="",
                status=Status.VISIBLE,
                on=on,
                project_id=ask.project_id,
            )

    def _recount(self, ask: Ask, step_id: int, on: date | None) -> None:
        """What the step made count is of the same day as the step."""
        if on is not None and (counted := self._counted_by(ask, step_id)):
            self._store.update(RECOMMENDATIONS, counted.id, on=on)

    def _uncount(self, ask: Ask, step_id: int) -> None:
        if counted := self._counted_by(ask, step_id):
            self._store.delete(RECOMMENDATION_VERSIONS, recommendation_id=counted.id)
            self._store.delete(RECOMMENDATIONS, id=counted.id)

    def _counted_by(self, ask: Ask, step_id: int) -> Recommendation | None:
        texts = self._store.read(RECOMMENDATIONS.of_contact, ask.contact_id)
        found = (counted_by(step, texts) for step in ask.steps if step.id == step_id)
        return next(found, None)

    def _add_step(
        self, ask_id: int, step: Step, on: date, via: Channel | None, because: str
    ) -> None:
        self._store.insert(ASK_STEPS, ask_id=ask_id, step=step, on=on, via=via, because=because)

    def _refuse_same_text(self, text: str, ask_id: int | None) -> None:
        if not text:
            return
        same = [ask for ask in self._store.read(asks.with_text, text) if ask.id != ask_id]
        if same:
            raise NotAllowed(
                f"This is word for word your ask to {self._name(same[0])}. "
                "Write one that only this person could get."
            )

    def _name(self, ask: Ask) -> str:
        return self._store.contact(ask.contact_id).name
