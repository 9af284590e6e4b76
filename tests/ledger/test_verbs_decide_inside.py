"""Whether a verb may, what it writes and what it returns is read when nobody else can write.

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

NOBODY = 999
VERBS: dict[str, Callable[[Ledger], object]] = {
    "contacts.add": lambda led: led.contacts.add("Bo", url="https://www.linkedin.com/in/bo"),
    "contacts.add_people": lambda led: led.contacts.add_people([AddressEntry("Bo")]),
    "contacts.edit": lambda led: led.contacts.edit(NOBODY, {"company": "Acme"}),
    "contacts.set_kind": lambda led: led.contacts.set_kind([NOBODY], Kind.PEER),
    "contacts.pin": lambda led: led.contacts.pin([NOBODY], True),
    "contacts.archive": lambda led: led.contacts.archive([NOBODY]),
    "contacts.remove": lambda led: led.contacts.remove([NOBODY]),
    "contacts.merge": lambda led: led.contacts.merge(NOBODY, NOBODY + 1),
    "recommendations.add": lambda led: led.recommendations.add(NOBODY, Direction.GIVEN, "Good."),
    "recommendations.rewrite": lambda led: led.recommendations.rewrite(NOBODY, "Better."),
    "recommendations.set_status": lambda led: led.recommendations.set_status(NOBODY, Status.HIDDEN),
    "recommendations.mark_phrases": lambda led: led.recommendations.mark_phrases(NOBODY, ["x"]),
    "recommendations.remove": lambda led: led.recommendations.remove(NOBODY),
    "recommendations.edit": lambda led: led.recommendations.edit(NOBODY, {"text": "Better."}),
    "recommendations.ask_for_change": lambda led: led.recommendations.ask_for_change(NOBODY),
    "recommendations.waive": lambda led: led.recommendations.waive([NOBODY]),
    "projects.add": lambda led: led.projects.add("Capstone", members=[Joining("Ann Lee")]),
    "projects.edit": lambda led: led.projects.edit(NOBODY, {"about": "x"}),
    "projects.end": lambda led: led.projects.end(NOBODY),
    "projects.join": lambda led: led.projects.join(NOBODY, [Joining("Ann Lee")]),
    "projects.rewrite": lambda led: led.projects.rewrite(NOBODY, {"about": "x"}, []),
    "projects.leave": lambda led: led.projects.leave(NOBODY, NOBODY),
    "projects.archive": lambda led: led.projects.archive(NOBODY),
    "moments.add": lambda led: led.moments.add(NOBODY, MomentKind.WIN, "fixed it"),
    "projects.remove": lambda led: led.projects.remove(NOBODY),
    "moments.edit": lambda led: led.moments.edit(NOBODY, {"text": "fixed it"}),
    "moments.remove": lambda led: led.moments.remove(NOBODY),
    "asks.start": lambda led: led.asks.start(NOBODY),
    "asks.edit": lambda led: led.asks.edit(NOBODY, text="Hi"),
    "asks.mark": lambda led: led.asks.mark(NOBODY, Step.WARM),
    "asks.correct": lambda led: led.asks.correct(NOBODY, 1, because="x"),
    "asks.remove_step": lambda led: led.asks.remove_step(NOBODY, 1),
    "asks.remove": lambda led: led.asks.remove(NOBODY),
    "requests.add": lambda led: led.requests.add(NOBODY, DebtKind.REQUEST),
    "requests.answer": lambda led: led.requests.answer(NOBODY),
    "requests.deliver": lambda led: led.requests.deliver(NOBODY),
    "requests.decline": lambda led: led.requests.decline(NOBODY),
    "requests.close": lambda led: led.requests.close(NOBODY),
    "recommendations.waive_before": lambda led: led.recommendations.waive_before(date(2020, 1, 1)),
    "goals.add": lambda led: led.goals.add(GoalKind.ASKS, 1, date(2026, 11, 24)),
    "goals.done": lambda led: led.goals.done(NOBODY),
    "goals.remove": lambda led: led.goals.remove(NOBODY),
    "requests.edit": lambda led: led.requests.edit(NOBODY, {"note": "x"}),
    "requests.remove": lambda led: led.requests.remove(NOBODY),
    "waivers.edit": lambda led: led.waivers.edit(NOBODY, {"because": "x"}),
    "waivers.remove": lambda led: led.waivers.remove(NOBODY),
    "waivers.take_back": lambda led: led.waivers.take_back([NOBODY]),
    "requests.move": lambda led: led.requests.move(NOBODY, None),
    "drafts.open": lambda led: led.drafts.open(NOBODY, TextKind.ASK),
    "drafts.keep": lambda led: led.drafts.keep(
        led.drafts.begin(NOBODY, TextKind.RECOMMENDATION), "x", ""
    ),
    "drafts.save": lambda led: led.drafts.save(NOBODY, "x", ""),
    "drafts.keep_version": lambda led: led.drafts.keep_version(NOBODY),
    "drafts.finish": lambda led: led.drafts.finish(NOBODY),
    "drafts.mark_sent": lambda led: led.drafts.mark_sent(NOBODY),
    "drafts.make_ask": lambda led: led.drafts.make_ask(NOBODY),
    "settings.set": lambda led: led.settings.set("open_asks", "9"),
    "settings.reset_all": lambda led: led.settings.reset_all(),
    "log.undo": lambda led: led.log.undo(),
    "log.undo_one": lambda led: led.log.undo_one(NOBODY),
    "log.redo": lambda led: led.log.redo(),
    "log.back_to": lambda led: led.log.back_to(NOBODY),
    "log.take_back": lambda led: led.log.take_back([NOBODY]),
    "log.bring_back": lambda led: led.log.bring_back([NOBODY]),
}


@pytest.fixture(scope="module")
def locked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """A ledger on an empty file that another program is writing to."""
    file = tmp_path_factory.mktemp("locked") / "recco.db"
    with (
        Ledger(file, Clock(date(2026, 11, 23)), "test", busy_timeout=0) as ledger,
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
        "asks": {"get", "every", "of", "latest", "filtered", "next_step", "question", "step"},
        "requests": {"get", "every", "still_open", "open_with"},
        "goals": {"get", "every"},
        "drafts": {"get", "unfinished", "of", "versions", "begin"},
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
        module = import_module(f"recco_tui.ledger.{'projects' if noun == 'moments' else noun}")
        public = {name for name in vars(getattr(module, noun.capitalize())) if name[0] != "_"}
        assert {f"{noun}.{name}" for name in public - reading} <= set(VERBS)


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
