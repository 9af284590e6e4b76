"""Whatever a user does, undo restores the exact rows and redo brings the same ones back."""

import sqlite3
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from recco_tui.core.address_book import AddressEntry
from recco_tui.core.errors import ReccoError
from recco_tui.core.models import (
    Channel,
    DebtKind,
    Direction,
    GoalKind,
    Joining,
    MomentKind,
    Status,
    Step,
    TextKind,
)
from recco_tui.core.relationships import Kind, Relationship
from recco_tui.ledger.ledger import Ledger
from recco_tui.ledger.store import Clock
from recco_tui.storage.migrations import RECORDED
from tests.drafts import open_draft
from tests.new_file import new_file

TODAY = date(2026, 11, 23)
Content = dict[str, list[tuple[object, ...]]]
names = st.sampled_from(["Ann [b]", "Bo", "Çelik, PhD", "李雷", "x' OR 1=1 --", "Dee"])
texts = st.sampled_from(["Great.", "She [/b] led\nthe work.", "“Quoted” 🙂", "a" * 900])
days = st.dates(date(2026, 1, 1), TODAY)
which = st.integers(0, 9)


class EveryVerb(RuleBasedStateMachine):
    """Random verbs; `states[i]` is the content after the first i changes that stand."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        path = Path(self.folder.name) / "recco.db"
        self.ledger = Ledger(new_file(path), Clock(TODAY), "test")
        self.seen_from_outside = sqlite3.connect(path)
        self.states: list[Content] = [self.content()]
        self.undone: list[Content] = []

    def content(self) -> Content:
        return {
            table: self.seen_from_outside.execute(f"SELECT * FROM {table} ORDER BY id").fetchall()
            for table in RECORDED
        }

    def do(self, verb) -> None:
        done = self.ledger.last_change
        refused = None
        try:
            verb()
        except ReccoError as said:
            refused = str(said)
        if refused is not None:
            assert refused.endswith((".", "?")), refused
            assert self.content() == self.states[-1]
            return
        if self.ledger.last_change is not None and self.ledger.last_change is not done:
            self.states.append(self.content())
            self.undone.clear()

    def pick(self, table: str, at: int) -> int | None:
        rows = self.states[-1][table]
        return rows[at % len(rows)][0] if rows else None

    def with_one(self, table: str, at: int, verb) -> None:
        id_ = self.pick(table, at)
        if id_ is not None:
            self.do(lambda: verb(id_))

    @rule(name=names, kind=st.sampled_from(Kind), note=texts)
    def add_contact(self, name: str, kind: Kind, note: str) -> None:
        self.do(lambda: self.ledger.contacts.add(name, kind=kind, note=note))

    @rule(people=st.lists(names, max_size=3))
    def add_people(self, people: list[str]) -> None:
        entries = [AddressEntry(name, company="Acme") for name in people]
        self.do(lambda: self.ledger.contacts.add_people(entries))

    @rule(at=which, name=names, url=st.sampled_from(["", "linkedin.com/in/ann", "nonsense"]))
    def edit_contact(self, at: int, name: str, url: str) -> None:
        fields = {"name": name, "url": url, "company": "Acme"}
        self.with_one("contacts", at, lambda id_: self.ledger.contacts.edit(id_, fields))

    @rule(at=which, to=st.sampled_from([None, *Relationship]), kind=st.sampled_from(Kind))
    def set_kind(self, at: int, to: Relationship | None, kind: Kind) -> None:
        self.with_one("contacts", at, lambda id_: self.ledger.contacts.set_kind([id_], kind, to))

    @rule(at=which, on=st.booleans())
    def pin_and_archive(self, at: int, on: bool) -> None:
        self.with_one("contacts", at, lambda id_: self.ledger.contacts.pin([id_], on))
        self.with_one("contacts", at + 1, lambda id_: self.ledger.contacts.archive([id_], on))

    @rule(one=which, other=which)
    def merge(self, one: int, other: int) -> None:
        keep = self.pick("contacts", one)
        self.with_one("contacts", other, lambda id_: self.ledger.contacts.merge(keep, id_))

    @rule(one=which, other=which)
    def remove_contacts(self, one: int, other: int) -> None:
        ids = {self.pick("contacts", one), self.pick("contacts", other)} - {None}
        self.do(lambda: self.ledger.contacts.remove(sorted(ids)))

    @rule(at=which, text=texts, direction=st.sampled_from(Direction), on=days)
    def add_recommendation(self, at: int, text: str, direction: Direction, on: date) -> None:
        add = self.ledger.recommendations.add
        self.with_one("contacts", at, lambda id_: add(id_, direction, text, on=on))

    @rule(at=which, text=texts, status=st.sampled_from(Status))
    def change_recommendation(self, at: int, text: str, status: Status) -> None:
        verbs = self.ledger.recommendations
        self.with_one("recommendations", at, lambda id_: verbs.rewrite(id_, text))
        self.with_one("recommendations", at, lambda id_: verbs.set_status(id_, status))

    @rule(at=which)
    def remove_recommendation(self, at: int) -> None:
        self.with_one("recommendations", at, self.ledger.recommendations.remove)

    @rule(at=which, because=texts)
    def waive(self, at: int, because: str) -> None:
        square = self.ledger.recommendations.waive
        self.with_one("contacts", at, lambda id_: square([id_], because))

    @rule(title=names, ended=st.none() | days, members=st.lists(names, max_size=3))
    def add_project(self, title: str, ended: date | None, members: list[str]) -> None:
        joining = [Joining(name, their_part="x") for name in members]
        self.do(lambda: self.ledger.projects.add(title, ended_on=ended, members=joining))

    @rule(at=which, person=which, on=days)
    def change_project(self, at: int, person: int, on: date) -> None:
        verbs = self.ledger.projects
        self.with_one("projects", at, lambda id_: verbs.end(id_, on))
        id_ = self.pick("contacts", person)
        if id_ is not None:
            self.with_one("projects", at, lambda p: verbs.join(p, [Joining(contact_id=id_)]))
            self.with_one("projects", at + 1, lambda p: verbs.leave(p, id_))

    @rule(at=which, kind=st.sampled_from(MomentKind), text=texts)
    def note_a_moment(self, at: int, kind: MomentKind, text: str) -> None:
        self.with_one("contacts", at, lambda id_: self.ledger.moments.add(id_, kind, text))

    @rule(at=which, text=texts | st.just(""))
    def start_ask(self, at: int, text: str) -> None:
        self.with_one("contacts", at, lambda id_: self.ledger.asks.start(id_, text=text))

    @rule(at=which, step=st.sampled_from(Step), via=st.none() | st.sampled_from(Channel), on=days)
    def mark_ask(self, at: int, step: Step, via: Channel | None, on: date) -> None:
        mark = self.ledger.asks.mark
        self.with_one("asks", at, lambda id_: mark(id_, step, via=via, on=on, because="so"))

    @rule(at=which)
    def remove_ask(self, at: int) -> None:
        self.with_one("asks", at, self.ledger.asks.remove)

    @rule(at=which, kind=st.sampled_from(DebtKind), on=days)
    def request(self, at: int, kind: DebtKind, on: date) -> None:
        verbs = self.ledger.requests
        self.with_one("contacts", at, lambda id_: verbs.add(id_, kind, asked_on=on))
        self.with_one("requests", at, lambda id_: verbs.answer(id_, on))

    @rule(at=which, on=days, because=texts)
    def let_go(self, at: int, on: date, because: str) -> None:
        close, waive = self.ledger.requests.close, self.ledger.recommendations.waive_before
        self.with_one("requests", at, lambda id_: close(id_, on, because))
        self.do(lambda: waive(on, because))

    @rule(at=which, kind=st.sampled_from(GoalKind), count=st.integers(1, 3))
    def aim(self, at: int, kind: GoalKind, count: int) -> None:
        verbs = self.ledger.goals
        self.do(lambda: verbs.add(kind, count, TODAY))
        self.with_one("goals", at, verbs.done)
        self.with_one("goals", at + 1, verbs.remove)

    @rule(at=which, on=days, about=texts)
    def meet(self, at: int, on: date, about: str) -> None:
        verbs = self.ledger.meetings
        self.with_one("contacts", at, lambda id_: verbs.add(id_, on, "Acme", about))
        self.do(lambda: verbs.add("Ann [b]", on))
        self.with_one("meetings", at, lambda id_: verbs.edit(id_, {"on": on, "about": "x"}))
        self.with_one("meetings", at + 1, verbs.remove)

    @rule(at=which, text=texts, on=days, kind=st.sampled_from(MomentKind))
    def put_a_moment_right(self, at: int, text: str, on: date, kind: MomentKind) -> None:
        verbs, fields = self.ledger.moments, {"text": text, "on": on, "kind": kind}
        self.with_one("moments", at, lambda id_: verbs.edit(id_, fields))
        self.with_one("moments", at + 1, verbs.remove)

    @rule(at=which, on=days, step=st.none() | st.sampled_from(Step))
    def put_a_step_right(self, at: int, on: date, step: Step | None) -> None:
        verbs = self.ledger.asks
        ask_of = lambda id_: verbs.step(id_)[0].id  # noqa: E731
        self.with_one(
            "ask_steps", at, lambda id_: verbs.correct(ask_of(id_), id_, step=step, on=on)
        )
        self.with_one("ask_steps", at + 1, lambda id_: verbs.remove_step(ask_of(id_), id_))

    @rule(at=which, on=days, due=st.none() | days, done=st.none() | days)
    def put_a_request_right(self, at: int, on: date, due: date | None, done: date | None) -> None:
        fields = {"asked_on": on, "due_on": due, "delivered_on": done, "note": "x"}
        self.with_one("requests", at, lambda id_: self.ledger.requests.edit(id_, fields))
        self.with_one("requests", at + 1, self.ledger.requests.remove)

    @rule(at=which, count=st.integers(0, 3), all_of_them=st.booleans())
    def put_a_waiver_right(self, at: int, count: int, all_of_them: bool) -> None:
        verbs, fields = self.ledger.waivers, {"count": count, "because": "so"}
        self.with_one("waivers", at, lambda id_: verbs.edit(id_, fields))
        if all_of_them:
            self.with_one("contacts", at, lambda id_: verbs.take_back([id_]))
        else:
            self.with_one("waivers", at, verbs.remove)

    @rule(at=which, text=texts, status=st.sampled_from(Status), on=days)
    def put_a_text_right(self, at: int, text: str, status: Status, on: date) -> None:
        verbs, fields = self.ledger.recommendations, {"text": text, "status": status, "on": on}
        self.with_one("recommendations", at, lambda id_: verbs.ask_for_change(id_, on))
        self.with_one("recommendations", at, lambda id_: verbs.edit(id_, fields))

    @rule(at=which)
    def remove_a_project(self, at: int) -> None:
        self.with_one("projects", at, self.ledger.projects.remove)

    @rule(at=which, text=texts, kind=st.sampled_from(TextKind))
    def draft_by_an_assistant(self, at: int, text: str, kind: TextKind) -> None:
        write = self.ledger.assistant.write_draft
        self.with_one("contacts", at, lambda id_: write(id_, kind, f"{text} In 1999."))
        note = self.ledger.assistant.note
        self.with_one("contacts", at, lambda id_: note(id_, MomentKind.WIN, text))

    @rule(at=which, text=texts)
    def write(self, at: int, text: str) -> None:
        """Typing is no change of the log, so it goes into the state that stands."""
        drafts = self.ledger.drafts
        self.with_one(
            "contacts", at, lambda id_: open_draft(self.ledger, id_, TextKind.RECOMMENDATION)
        )
        id_ = self.pick("drafts", at)
        if id_ is not None:
            drafts.save(id_, text, "")
            self.states = [self.content()]
            self.ledger.log.clear()
            self.undone.clear()
            self.do(lambda: drafts.mark_sent(id_))

    @rule(name=st.sampled_from(["open_asks", "let_go_days", "nonsense"]), value=st.just("9"))
    def set_a_number(self, name: str, value: str) -> None:
        self.do(lambda: self.ledger.settings.set(name, value))

    @precondition(lambda self: len(self.states) > 1)
    @rule()
    def undo(self) -> None:
        self.ledger.log.undo()
        self.undone.append(self.states.pop())

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        self.ledger.log.redo()
        self.states.append(self.undone.pop())

    @precondition(lambda self: len(self.states) > 3)
    @rule()
    def back_to_the_beginning(self) -> None:
        taken = self.ledger.log.back_to(0)
        assert len(taken) == len(self.states) - 1
        self.undone += reversed(self.states[1:])
        del self.states[1:]

    @invariant()
    def the_rows_are_exactly_those_of_this_point(self) -> None:
        assert self.content() == self.states[-1]

    @invariant()
    def nothing_points_nowhere(self) -> None:
        assert self.seen_from_outside.execute("PRAGMA foreign_key_check").fetchall() == []

    @invariant()
    def today_and_the_board_can_be_read(self) -> None:
        self.ledger.today.overview()
        self.ledger.board.everyone()

    def teardown(self) -> None:
        self.seen_from_outside.close()
        self.ledger.close()
        self.folder.cleanup()


TestEveryVerb = EveryVerb.TestCase
TestEveryVerb.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
