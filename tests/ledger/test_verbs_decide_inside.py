"""Whether a verb may, what it writes and what it returns is read when no one else can write.

Each is called for something that is not there, while another program holds the file: one that looked
before it had its turn would say that there is no such thing, and would have acted on what it saw.
"""

import ast
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest

from recco_tui import ledger
from recco_tui.core.address_book import AddressEntry
from recco_tui.core.classroom import Homework
from recco_tui.core.errors import FileLocked
from recco_tui.core.models import (
    DebtKind,
    Direction,
    GoalKind,
    Joining,
    MomentKind,
    Status,
    Step,
    TextKind,
)
from recco_tui.core.relationships import Kind
from recco_tui.ledger.ledger import Ledger
from recco_tui.ledger.store import Clock
from recco_tui.storage.sync_place import SyncFolder
from tests.new_file import new_file

NO_ONE = 999
VERBS: dict[str, Callable[[Ledger], object]] = {
    "contacts.add": lambda led: led.contacts.add("Bo", url="https://www.linkedin.com/in/bo"),
    "contacts.add_people": lambda led: led.contacts.add_people([AddressEntry("Bo")]),
    "contacts.edit": lambda led: led.contacts.edit(NO_ONE, {"company": "Acme"}),
    "contacts.set_kind": lambda led: led.contacts.set_kind([NO_ONE], Kind.PEER),
    "contacts.pin": lambda led: led.contacts.pin([NO_ONE], True),
    "contacts.archive": lambda led: led.contacts.archive([NO_ONE]),
    "contacts.remove": lambda led: led.contacts.remove([NO_ONE]),
    "contacts.merge": lambda led: led.contacts.merge(NO_ONE, NO_ONE + 1),
    "recommendations.add": lambda led: led.recommendations.add(NO_ONE, Direction.GIVEN, "Good."),
    "recommendations.rewrite": lambda led: led.recommendations.rewrite(NO_ONE, "Better."),
    "recommendations.set_status": lambda led: led.recommendations.set_status(NO_ONE, Status.HIDDEN),
    "recommendations.mark_phrases": lambda led: led.recommendations.mark_phrases(NO_ONE, ["x"]),
    "recommendations.remove": lambda led: led.recommendations.remove(NO_ONE),
    "recommendations.edit": lambda led: led.recommendations.edit(NO_ONE, {"text": "Better."}),
    "recommendations.ask_for_change": lambda led: led.recommendations.ask_for_change(NO_ONE),
    "recommendations.waive": lambda led: led.recommendations.waive([NO_ONE]),
    "projects.add": lambda led: led.projects.add("Capstone", members=[Joining("Ann Lee")]),
    "projects.edit": lambda led: led.projects.edit(NO_ONE, {"about": "x"}),
    "projects.end": lambda led: led.projects.end(NO_ONE),
    "projects.join": lambda led: led.projects.join(NO_ONE, [Joining("Ann Lee")]),
    "projects.rewrite": lambda led: led.projects.rewrite(NO_ONE, {"about": "x"}, []),
    "projects.leave": lambda led: led.projects.leave(NO_ONE, NO_ONE),
    "projects.archive": lambda led: led.projects.archive(NO_ONE),
    "moments.add": lambda led: led.moments.add(NO_ONE, MomentKind.WIN, "fixed it"),
    "projects.remove": lambda led: led.projects.remove(NO_ONE),
    "moments.edit": lambda led: led.moments.edit(NO_ONE, {"text": "fixed it"}),
    "moments.remove": lambda led: led.moments.remove(NO_ONE),
    "meetings.add": lambda led: led.meetings.add(NO_ONE, date(2026, 11, 24)),
    "meetings.edit": lambda led: led.meetings.edit(NO_ONE, {"about": "x"}),
    "meetings.remove": lambda led: led.meetings.remove(NO_ONE),
    "asks.start": lambda led: led.asks.start(NO_ONE),
    "asks.edit": lambda led: led.asks.edit(NO_ONE, text="Hi"),
    "asks.mark": lambda led: led.asks.mark(NO_ONE, Step.WARM),
    "asks.correct": lambda led: led.asks.correct(NO_ONE, 1, because="x"),
    "asks.remove_step": lambda led: led.asks.remove_step(NO_ONE, 1),
    "asks.remove": lambda led: led.asks.remove(NO_ONE),
    "requests.add": lambda led: led.requests.add(NO_ONE, DebtKind.REQUEST),
    "requests.answer": lambda led: led.requests.answer(NO_ONE),
    "requests.deliver": lambda led: led.requests.deliver(NO_ONE),
    "requests.decline": lambda led: led.requests.decline(NO_ONE),
    "requests.close": lambda led: led.requests.close(NO_ONE),
    "recommendations.waive_before": lambda led: led.recommendations.waive_before(date(2020, 1, 1)),
    "goals.add": lambda led: led.goals.add(GoalKind.ASKS, 1, date(2026, 11, 24)),
    "goals.add_homework": lambda led: led.goals.add_homework(
        [Homework(1, GoalKind.ASKS, 1, date(2026, 11, 24))], "Spring 2026"
    ),
    "goals.done": lambda led: led.goals.done(NO_ONE),
    "goals.remove": lambda led: led.goals.remove(NO_ONE),
    "requests.edit": lambda led: led.requests.edit(NO_ONE, {"note": "x"}),
    "requests.remove": lambda led: led.requests.remove(NO_ONE),
    "waivers.edit": lambda led: led.waivers.edit(NO_ONE, {"because": "x"}),
    "waivers.remove": lambda led: led.waivers.remove(NO_ONE),
    "waivers.take_back": lambda led: led.waivers.take_back([NO_ONE]),
    "requests.move": lambda led: led.requests.move(NO_ONE, None),
    "drafts.keep": lambda led: led.drafts.keep(
        led.drafts.begin(NO_ONE, TextKind.RECOMMENDATION), "x", ""
    ),
    "drafts.save": lambda led: led.drafts.save(NO_ONE, "x", ""),
    "drafts.keep_version": lambda led: led.drafts.keep_version(NO_ONE),
    "drafts.finish": lambda led: led.drafts.finish(NO_ONE),
    "drafts.mark_sent": lambda led: led.drafts.mark_sent(NO_ONE),
    "drafts.make_ask": lambda led: led.drafts.make_ask(NO_ONE),
    "assistant.write_draft": lambda led: led.assistant.write_draft(NO_ONE, TextKind.ASK, "x"),
    "assistant.note": lambda led: led.assistant.note(NO_ONE, MomentKind.WIN, "x"),
    "settings.set": lambda led: led.settings.set("open_asks", "9"),
    "settings.reset_all": lambda led: led.settings.reset_all(),
    "log.undo": lambda led: led.log.undo(),
    "log.undo_one": lambda led: led.log.undo_one(NO_ONE),
    "log.redo": lambda led: led.log.redo(),
    "log.back_to": lambda led: led.log.back_to(NO_ONE),
    "log.take_back": lambda led: led.log.take_back([NO_ONE]),
    "log.bring_back": lambda led: led.log.bring_back([NO_ONE]),
    "sync.sync": lambda led: led.sync.sync(SyncFolder(led.path.parent)),
}


@pytest.fixture(scope="module")
def locked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """A ledger on an empty file that another program is writing to."""
    file = tmp_path_factory.mktemp("locked") / "recco.db"
    with (
        Ledger(new_file(file), Clock(date(2026, 11, 23)), "test", busy_timeout=0) as ledger,
        closing(sqlite3.connect(file, isolation_level=None)) as other,
    ):
        other.execute("BEGIN IMMEDIATE")
        yield ledger
        other.execute("ROLLBACK")


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
def test_a_verb_looks_only_once_it_has_its_turn(locked: Ledger, verb) -> None:
    with pytest.raises(FileLocked):
        verb(locked)


def test_none_is_missing_here() -> None:
    """A new verb that changes something must stand above."""
    reads = {
        "contacts": {
            "get",
            "page",
            "who_is_new",
            "every",
            "archived",
            "matching",
            "named",
            "find",
            "find_archived",
            "namesakes",
            "twins",
            "belongings",
            "swap_words",
        },
        "recommendations": {"get", "every", "filtered", "balance"},
        "projects": {"get", "every", "find", "filtered"},
        "moments": {"of", "get"},
        "waivers": {"get", "of", "every"},
        "meetings": {"get", "of", "every"},
        "asks": {"get", "every", "of", "latest", "filtered", "next_step", "question", "step"},
        "requests": {"get", "of", "every", "still_open", "open_with"},
        "goals": {"get", "every"},
        "drafts": {"get", "unfinished", "of", "versions", "begin"},
        "assistant": {
            "draft_of",
            "prompt",
            "step_prompt",
            "doubts",
            "doubts_of_each",
            "unconfirmed",
            "about",
            "about_answer",
        },
        "settings": {
            "all",
            "preference",
            "hint",
            "rows",
            "policy",
            "channels",
            "calendar_file",
            "check_calendar_file",
        },
        "log": {"entries", "next_undo", "next_redo", "clear"},
    }
    for noun, reading in reads.items():
        of_noun = getattr(import_module(f"recco_tui.ledger.{noun}"), noun.capitalize())
        public = {name for name in dir(of_noun) if name[0] != "_"} - _NO_VERBS
        assert {f"{noun}.{name}" for name in public - reading} <= set(VERBS)


_NO_VERBS = {"table", "noun", "editable"}
"""What says of which rows the verbs are."""


def test_what_a_verb_returns_is_read_before_it_is_done() -> None:
    """What fails after it sounds as if it had failed, and would be tried again."""
    late = []
    for file in sorted(Path(ledger.__file__).parent.glob("*.py")):
        for verb in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(verb, ast.FunctionDef):
                late += [f"{file.name} {verb.name}: {call}" for call in _reads_after_change(verb)]
    assert late == []


def _reads_after_change(verb: ast.FunctionDef) -> Iterator[str]:
    done = False
    for statement in verb.body:
        if done:
            calls = [
                ast.unparse(node) for node in ast.walk(statement) if isinstance(node, ast.Call)
            ]
            yield from (call for call in calls if re.search(r"\.(read|get|_entr\w+)\(", call))
        elif isinstance(statement, ast.With):
            opened = [ast.unparse(item.context_expr) for item in statement.items]
            done = any(re.search(r"\.(change|write)\(", context) for context in opened)
