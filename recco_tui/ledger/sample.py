"""Fill an empty ledger with the sample people, so that a demo always looks alive."""

from collections.abc import Sequence
from datetime import date, timedelta

from recco_tui.core.asks import state_of
from recco_tui.core.export import Export
from recco_tui.core.import_plan import Planner
from recco_tui.core.models import AskState, DebtKind, Joining, Step
from recco_tui.core.names import fuzzy_key
from recco_tui.core.story import Story, StoryAsk, StoryDebt, shifted
from recco_tui.ledger.ledger import Ledger


def load_story(ledger: Ledger, plan: Planner, export: Export, story: Story) -> None:
    """Import the export as of today and replay the story; the log then starts empty."""
    with ledger.one_change("the sample people"):
        _StoryLoader(ledger, story).load(plan, export)
    ledger.log.clear()


class _StoryLoader:
    def __init__(self, ledger: Ledger, story: Story) -> None:
        self._ledger = ledger
        self._story = story
        self._ids: dict[str, int] = {}

    def load(self, plan: Planner, export: Export) -> None:
        ledger = self._ledger
        ledger.imports.apply(plan, shifted(export, (ledger.day - self._story.exported).days))
        self._ids = {fuzzy_key(c.name): c.id for c in ledger.contacts.every()}
        self._people()
        self._projects()
        for moment in self._story.moments:
            ledger.moments.add(
                self._id(moment.contact),
                moment.kind,
                moment.text,
                on=self._day(moment.on),
                project_id=self._project_id(moment.project),
            )
        for ask in self._story.asks:
            self._ask(ask)
        self._debts(DebtKind.REQUEST, self._story.requests)
        self._debts(DebtKind.PROMISE, self._story.promises)
        for waiver in self._story.waived:
            ledger.recommendations.waive([self._id(waiver.contact)], waiver.because)

    def _people(self) -> None:
        for person in self._story.people:
            if person.new:
                added = self._ledger.contacts.add(person.name)
                self._ids[fuzzy_key(person.name)] = added.id
            self._ledger.contacts.set_kind(
                [self._id(person.name)], person.kind, person.relationship
            )
            if person.pinned:
                self._ledger.contacts.pin([self._id(person.name)], True)

    def _projects(self) -> None:
        for project in self._story.projects:
            self._ledger.projects.add(
                project.title,
                kind=project.kind,
                started_on=self._day(project.started),
                ended_on=self._day(project.ended),
                about=project.about,
                members=[
                    Joining(contact_id=self._id(m.name), their_part=m.their_part, my_part=m.my_part)
                    for m in project.members
                ],
            )

    def _ask(self, told: StoryAsk) -> None:
        asks = self._ledger.asks
        contact_id = self._id(told.contact)
        steps = [step for step in told.steps if step.step is not Step.DRAFTED]
        present = asks.latest(contact_id) if told.from_export else None
        if present is None:
            first = told.steps[0].on if told.steps else 0
            present = asks.start(contact_id, on=self._day(first))
        if state_of(present) is AskState.CLOSED:  # by the import, as it is of long ago
            steps = [step for step in steps if step.step is not Step.CLOSED]
        asks.edit(present.id, focus=told.focus, project_id=self._project_id(told.project))
        for step in steps:
            asks.mark(
                present.id,
                step.step,
                via=step.via,
                on=self._day(step.on),
                because=step.because,
            )

    def _debts(self, kind: DebtKind, debts: Sequence[StoryDebt]) -> None:
        for debt in debts:
            request = self._ledger.requests.add(
                self._id(debt.contact),
                kind,
                asked_on=self._day(debt.asked_on),
                due_on=self._day(debt.due),
                note=debt.note,
            )
            if debt.answered_on is not None:
                self._ledger.requests.answer(request.id, self._day(debt.answered_on))

    def _id(self, name: str) -> int:
        return self._ids[fuzzy_key(name)]

    def _project_id(self, title: str | None) -> int | None:
        return self._ledger.projects.find(title).id if title else None

    def _day(self, days: int | None) -> date | None:
        return None if days is None else self._ledger.day + timedelta(days=days)
