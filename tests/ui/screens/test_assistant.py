"""An assistant of the person's own in the editor: asked, stopped, taken, dropped, never believed."""

import asyncio
import shlex
import stat
import sys
from datetime import date
from pathlib import Path

import pytest

from recco_tui.core.errors import UsageError
from recco_tui.core.models import Joining, MomentKind, TextKind
from recco_tui.ui import assistant_program
from recco_tui.ui.assistant_program import answer_of
from recco_tui.ui.screens.editor import RecommendationEditor
from recco_tui.writing.findings import Severity
from tests.drafts import open_draft
from tests.ui.screens.stage import text_at, toasts, until, until_screen
from tests.ui.screens.test_editor import Desk, at_home, leave, paste

MINE = "Ann listens."
TRUE = "I worked with Ann on Pantry Map."
MADE_UP = "At Globex she fixed the login test and cut the load time by 40%."
LAST = "She explains hard things clearly and with patience. I recommend Ann to any team."
ANSWER = f"{TRUE} {MADE_UP} {LAST}"


@pytest.fixture
def ann(ledger):
    contact = ledger.contacts.add("Ann Lee")
    ledger.projects.add(
        "Pantry Map", ended_on=date(2026, 9, 29), members=[Joining(contact_id=contact.id)]
    )
    ledger.moments.add(contact.id, MomentKind.WIN, "fixed the login test")
    open_draft(ledger, contact.id, TextKind.RECOMMENDATION, text=MINE)
    return contact


@pytest.fixture
def program(tmp_path: Path, ledger):
    """Makes a program of a few lines of Python the assistant; returns the command."""

    def make(code: str) -> str:
        file = tmp_path / "helper.py"
        file.write_text(f"import os, sys, time\n{code}\n", encoding="utf-8")
        command = shlex.join([sys.executable, "-S", str(file)])
        ledger.settings.set("assistant", command)
        return command

    return make


@pytest.fixture
def edit(ledger, ann):
    """Runs a script in an editor of the draft for Ann, and leaves it."""

    def run_script(script, size=(120, 36)) -> None:
        async def run() -> None:
            app = Desk(ledger)
            async with app.run_test(size=size, notifications=True) as pilot:
                app.push_screen(
                    RecommendationEditor(ledger, ledger.writing.open_recommendation(ann.id))
                )
                await until_screen(app, pilot, "RecommendationEditor")
                await script(app, pilot)
                await leave(app, pilot)

        asyncio.run(run())

    return run_script


def says(words: str) -> str:
    return f"sys.stdin.read(); sys.stdout.buffer.write({words.encode()!r})"


async def ask(app, pilot) -> None:
    await pilot.press("ctrl+g")
    await until(pilot, lambda: app.screen.answer.entries, "the answer")


def doubted(app) -> list[tuple[Severity, str]]:
    screen = app.screen
    return [
        (found.severity, screen.text[found.start : found.end])
        for found in screen.review.findings
        if found.rule == "unsupported"
    ]


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
def test_the_whole_answer_is_taken_confirmed_and_finished(edit, program, ledger, ann, size) -> None:
    program(says(f"\x1b[31m{ANSWER}\x1b[0m\x07"))

    async def script(app, pilot) -> None:
        await ask(app, pilot)
        assert "I worked with Ann" in text_at(app, "#answer")
        assert app.screen.area.text == MINE, "nothing is taken by itself"
        await pilot.press("down")
        assert "“Globex”, “40%”" in " ".join(text_at(app, "#answered").split())
        await pilot.press("a")
        assert app.screen.area.text == ANSWER
        assert doubted(app) == [(Severity.ERROR, "Globex"), (Severity.ERROR, "40%")]
        await pilot.press("ctrl+s")
        await until_screen(app, pilot, "ChoiceDialog")
        await pilot.press("n")
        await until_screen(app, pilot, "RecommendationEditor")
        await pilot.press("ctrl+s")
        await until_screen(app, pilot, "ChoiceDialog")
        await pilot.press("y")
        await until(pilot, lambda: at_home(app), "finished")

    edit(script, size)
    (draft,) = ledger.drafts.of(ann.id)
    assert draft.text == ANSWER
    assert MINE in [version.text for version in ledger.drafts.versions(draft.id)]
    assert ledger.moments.of(ann.id)[0].text == MADE_UP
    assert ledger.assistant.unconfirmed(draft) == ()
    ledger.log.undo()
    assert ledger.assistant.unconfirmed(draft) == ("Globex", "40%"), (
        "a note taken back confirms nothing"
    )


def test_single_sentences_are_taken_and_the_rest_is_dropped(edit, program, ledger, ann) -> None:
    program(says(ANSWER))

    async def script(app, pilot) -> None:
        await ask(app, pilot)
        await pilot.press("enter")
        assert app.screen.area.text == f"{MINE} {TRUE}"
        assert len(app.screen.answer.entries) == 3
        await pilot.press("escape")
        assert app.focused is app.screen.area
        assert "login test" in text_at(app, "#facts")
        assert doubted(app) == []
        await pilot.press("ctrl+z")
        assert app.screen.area.text == MINE

    edit(script)


def test_doubts_outlive_the_editor_and_words_typed_by_hand_have_none(
    edit, program, ledger, ann
) -> None:
    program(says(ANSWER))

    async def take(app, pilot) -> None:
        await ask(app, pilot)
        await pilot.press("a")

    async def look(app, pilot) -> None:
        assert [words for _, words in doubted(app)] == ["Globex", "40%"]
        await pilot.press("ctrl+end", *" In 1999")
        assert [words for _, words in doubted(app)] == ["Globex", "40%"]
        app.screen.area.replace_all(f"{TRUE} {LAST}")
        await pilot.pause()
        assert doubted(app) == []

    edit(take)
    edit(look)


def test_one_that_takes_its_time_is_stopped_with_all_it_started(edit, program, tmp_path) -> None:
    started = tmp_path / "pid"
    program(f"open({str(started)!r}, 'w').write(str(os.getpid())); time.sleep(600)")

    def runs() -> bool:
        state = Path(f"/proc/{started.read_text()}/stat")
        return state.exists() and state.read_text().split()[2] != "Z"

    async def script(app, pilot) -> None:
        await pilot.press("ctrl+g")
        await until(pilot, lambda: started.exists() and started.read_text(), "the program")
        assert "is writing" in str(app.screen.query_one("#beside").border_title)
        await pilot.press("escape")
        assert app.focused is app.screen.area
        await until(pilot, lambda: not runs(), "the program ended")
        assert app.screen.area.text == MINE
        started.unlink()
        await pilot.press("ctrl+g")
        await until(pilot, lambda: started.exists() and started.read_text(), "the program again")

    edit(script)
    assert not runs(), "left by leaving the editor"


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("sys.exit('\\x1b[1mno key\\nset one')", "failed with status 1: set one"),
        ("print('  ')", "gave an empty answer"),
        ("print('x' * 10**7)", "answer is longer than 100 kB"),
    ],
)
def test_what_goes_wrong_is_said_in_a_sentence(edit, program, code: str, said: str) -> None:
    program(code)

    async def script(app, pilot) -> None:
        await pilot.press("ctrl+g")
        await until(pilot, lambda: said in toasts(app), said)
        assert app.screen.area.text == MINE
        assert app.focused is app.screen.area

    edit(script)


def answered(command: str, limit: float = 30) -> str:
    return asyncio.run(answer_of(command, "prompt " * 50_000, limit))


def test_the_answer_is_text_whatever_it_is(program) -> None:
    assert (
        answered(program(says("\x1b]0;x\x07\x1b[2JA\u202e [b]B[/b]\r\n\x00$(touch x)")))
        == "A [b]B[/b]\n$(touch x)"
    )
    assert answered(program("sys.stdout.buffer.write(b'caf\\xe9')")) == "caf\ufffd"
    assert (
        len(answered(program(f"print('x' * {assistant_program.LONGEST - 1})")))
        == assistant_program.LONGEST - 1
    )
    assert answered(program("print(len(sys.stdin.read()))")) == "350000"
    with pytest.raises(UsageError, match=r"was stopped: no answer in 0\.2 seconds\."):
        answered(program("time.sleep(60)"), 0.2)


@pytest.mark.parametrize("command", ["/no/such/program", "'unclosed", "/etc/passwd"])
def test_what_cannot_be_started_names_the_settings(command: str) -> None:
    with pytest.raises(
        UsageError, match=r"could not be started\. Check the assistant in the settings"
    ):
        answered(command)


def test_no_shell_stands_in_between(tmp_path: Path) -> None:
    file = tmp_path / "echo"
    file.write_text("#!/bin/sh\nprintf '%s|' \"$@\"\n")
    file.chmod(file.stat().st_mode | stat.S_IXUSR)
    assert (
        answered(f"{file} 'a b' $HOME ; touch {tmp_path}/owned")
        == f"a b|$HOME|;|touch|{tmp_path}/owned|"
    )
    assert not (tmp_path / "owned").exists()


def test_pasted_words_are_doubted_too_and_an_assistants_block(edit, ledger) -> None:
    async def script(app, pilot) -> None:
        await pilot.press("ctrl+end")
        await paste(app, pilot, " Globex would hire her at once.")
        assert doubted(app) == [(Severity.WARNING, "Globex")]
        await pilot.press("ctrl+g")
        await until_screen(app, pilot, "TextDialog")
        await pilot.press("escape")
        await until_screen(app, pilot, "RecommendationEditor")
        await paste(app, pilot, " She saved us 12 hours a week.")
        assert (Severity.ERROR, "12 hours") in doubted(app)
        app.screen.findings.move_line(
            [f.rule for f in app.screen.review.findings].index("unsupported")
        )
        app.screen.findings.focus()
        await pilot.press("enter")
        await until_screen(app, pilot, "ChoiceDialog")
        await pilot.press("y")
        await until_screen(app, pilot, "RecommendationEditor")
        assert (Severity.ERROR, "12 hours") not in doubted(app)

    edit(script)
    assert ledger.moments.of(1)[0].text == "She saved us 12 hours a week."
