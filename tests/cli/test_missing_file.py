"""A file that is not there: it reads as an empty one, and only a change makes it."""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import click
import pytest

from recco_tui.cli.main import run
from recco_tui.cli.root import cli
from recco_tui.core.errors import NothingFound
from recco_tui.ledger.ledger import Ledger
from recco_tui.ledger.store import Clock
from recco_tui.locations import sample_folder
from tests.benchmarks.terminal import Terminal

EXPORT = str(sample_folder() / "linkedin")

READING = {
    "today": [["today"], ["today", "--all"], ["today", "--short"], ["today", "--json"]],
    "board": [["board"], ["board", "--all", "--json"], ["board", "--filter", "ann"]],
    "owed": [["owed"], ["owed", "--json"]],
    "contact show": [["contact", "show", "Ann"], ["contact", "show", "#1", "--json"]],
    "contact list": [["contact", "list"], ["contact", "list", "--archived", "--json"]],
    "project list": [["project", "list"], ["project", "list", "--json"]],
    "moment list": [["moment", "list", "Ann"]],
    "meet list": [["meet", "list"], ["meet", "list", "Ann", "--all", "--json"]],
    "ask show": [["ask", "show", "Ann"]],
    "ask text": [["ask", "text", "Ann"]],
    "ask list": [["ask", "list"], ["ask", "list", "--all", "--json"]],
    "request text": [["request", "text", "Ann"]],
    "request list": [["request", "list"], ["request", "list", "--json"]],
    "recommendation show": [["recommendation", "show", "#1"]],
    "waiver list": [["waiver", "list", "Ann"]],
    "goal list": [["goal", "list"], ["goal", "list", "--json"]],
    "whose": [["whose"], ["whose", "--json"]],
    "recommendation list": [["recommendation", "list"], ["recommendation", "list", "--json"]],
    "check": [["check", "text.txt"], ["check", "text.txt", "--to", "Ann", "--json"]],
    "prompt": [["prompt", "Ann"], ["prompt", "Ann", "--ask", "--json"]],
    "log": [["log"], ["log", "--json"]],
    "export json": [["export", "json"], ["export", "json", "out.json"]],
    "export csv": [["export", "csv"], ["export", "csv", "out"]],
    "export ics": [["export", "ics"], ["export", "ics", "out.ics"]],
    "export resume": [["export", "resume"], ["export", "resume", "out.md"]],
    "export brief": [["export", "brief", "Ann"]],
    "share": [["share"], ["share", "--json"], ["share", "--draft", "Ann", "out.json", "--yes"]],
    "class": [["class"], ["class", "--json"]],
    "class homework list": [["class", "homework", "list"]],
    "class drafts": [["class", "drafts"]],
    "class report": [["class", "report"], ["class", "report", "out.md"]],
    "backup": [["backup"], ["backup", "out.db"]],
    "restore": [["restore"], ["restore", "--json"], ["restore", "yesterday"]],
    "replicate": [["replicate", "out"]],
    "sync": [["sync"], ["sync", "absent"], ["sync", "--status"], ["sync", "--kept"]],
    "doctor": [["doctor"], ["doctor", "--fix"]],
    "insights": [["insights"], ["insights", "--json"]],
    "settings": [["settings"]],
    "settings list": [["settings", "list"], ["settings", "list", "hints", "--json"]],
    "help": [["help"], ["help", "privacy"], ["help", "keys"], ["help", "man"]],
    "completion": [["completion", "bash"]],
    "import": [["import", EXPORT, "--dry-run"], ["import", "absent.zip"], ["import", "text.txt"]],
}
"""Commands that only read, or with these words have nothing to write."""
FAILING = {
    "contact add": [["contact", "add", " "], ["contact", "add", "Ann", "--url", "nonsense"]],
    "contact edit": [["contact", "edit", "Ann", "--company", "Acme"]],
    "contact kind": [["contact", "kind", "Ann", "peer"]],
    "contact pin": [["contact", "pin", "Ann"]],
    "contact archive": [["contact", "archive", "Ann"], ["contact", "archive", "Ann", "--back"]],
    "contact remove": [["contact", "remove", "Ann", "--yes"]],
    "contact merge": [["contact", "merge", "Ann", "--into", "Bo"]],
    "contact square": [["contact", "square", "Ann"]],
    "contact pitch": [["contact", "pitch", "Ann"]],
    "contact waive": [["contact", "waive", "Ann"]],
    "contact unwaive": [["contact", "unwaive", "Ann"]],
    "project add": [["project", "add", " "]],
    "project edit": [["project", "edit", "App", "--title", "Api"]],
    "project end": [["project", "end", "App"]],
    "project join": [["project", "join", "App", "Ann"]],
    "project leave": [["project", "leave", "App", "Ann"]],
    "project archive": [["project", "archive", "App"]],
    "project remove": [["project", "remove", "App"]],
    "moment add": [["moment", "add", "Ann", "won"]],
    "moment edit": [["moment", "edit", "#1", "--text", "won"]],
    "moment remove": [["moment", "remove", "#1"]],
    "ask start": [["ask", "start", "Ann"]],
    "ask mark": [["ask", "mark", "Ann", "warm"]],
    "ask edit": [["ask", "edit", "Ann", "--focus", "the API"]],
    "ask remove": [["ask", "remove", "Ann"]],
    "ask step edit": [["ask", "step", "edit", "#1", "--on", "yesterday"]],
    "ask step remove": [["ask", "step", "remove", "#1"]],
    "request add": [["request", "add", "Ann"]],
    "request answer": [["request", "answer", "Ann"]],
    "request deliver": [["request", "deliver", "Ann"]],
    "request decline": [["request", "decline", "Ann"]],
    "request close": [["request", "close", "Ann"]],
    "request edit": [["request", "edit", "#1", "--due", "friday"]],
    "request remove": [["request", "remove", "#1"]],
    "promise": [["promise", "Ann"]],
    "recommendation add": [["recommendation", "add", "Ann", "given", "text.txt"]],
    "recommendation edit": [["recommendation", "edit", "#1", "--on", "yesterday"]],
    "recommendation remove": [["recommendation", "remove", "#1"]],
    "recommendation status": [["recommendation", "status", "#1", "hidden"]],
    "waiver edit": [["waiver", "edit", "#1", "--because", "so"]],
    "waiver remove": [["waiver", "remove", "#1"]],
    "meet add": [["meet", "add", " ", "--on", "friday"]],
    "meet edit": [["meet", "edit", "#1", "--about", "so"]],
    "meet remove": [["meet", "remove", "#1"]],
    "goal add": [["goal", "add", " "]],
    "goal done": [["goal", "done", "#1"]],
    "goal remove": [["goal", "remove", "#1"]],
    "class create": [["class", "create", "mysql://x", "Spring", "--as", "Cora"]],
    "class invite": [["class", "invite", "Maria"]],
    "class join": [["class", "join", "class.db", "x.y"]],
    "class leave": [["class", "leave", "--yes"]],
    "class remove": [["class", "remove", "Maria", "--yes"]],
    "class homework add": [["class", "homework", "add", "1 ask", "--by", "fri"]],
    "class homework publish": [["class", "homework", "publish", "1"]],
    "class homework remove": [["class", "homework", "remove", "1"]],
    "class push": [["class", "push", "--yes"]],
    "class pull": [["class", "pull"]],
    "class review": [["class", "review", "1", "Say when."]],
    "class package": [["class", "package", "Maria", "--text", "Quick."]],
    "snooze": [["snooze", "Ann"]],
    "dismiss": [["dismiss", "Ann"]],
    "undo": [["undo"], ["undo", "--to", "1"]],
    "redo": [["redo"]],
    "settings set": [["settings", "set", "nonsense", "1"], ["settings", "set", "open_asks", "99"]],
    "settings reset": [["settings", "reset", "nonsense"]],
}
"""Commands that change something, with words on which they fail."""
CALLS = [call for calls in (*READING.values(), *FAILING.values()) for call in calls]
NEEDS_NO_FILE = ("help", "completion")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to stand in that holds one text."""
    folder = tmp_path / "here"
    folder.mkdir()
    (folder / "text.txt").write_text("I managed Ann.")
    monkeypatch.chdir(folder)
    return folder


def called(capfd: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    capfd.readouterr()
    status = run(["--now", "2026-11-23", *words])
    return status, *capfd.readouterr()


def leaves(group: click.Group, path: str = "") -> Iterator[str]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            if command.invoke_without_command:
                yield f"{path}{name}"
            yield from leaves(command, f"{path}{name} ")
        else:
            yield f"{path}{name}"


def test_every_command_is_tried() -> None:
    assert set(leaves(cli)) == {*READING, *FAILING, "serve", "mcp"}  # these have tests of their own


@pytest.mark.parametrize("words", CALLS, ids=" ".join)
@pytest.mark.parametrize("named", [True, False], ids=["named", "the user's own"])
def test_what_changes_nothing_makes_no_file(words, named: bool, here: Path, capfd) -> None:
    before = sorted(here.parent.rglob("*"))
    file = ["--db", "typo.db"] if named else []
    status, _, err = called(capfd, *file, *words)
    assert status in (0, 1, 2, 3), err
    assert "fault of recco" not in err
    assert "Traceback" not in err
    assert sorted(here.parent.rglob("*")) == before


@pytest.mark.parametrize("words", CALLS, ids=" ".join)
def test_a_folder_that_is_not_there_is_a_typo(words, here: Path, capfd) -> None:
    before = sorted(here.parent.rglob("*"))
    status, out, err = called(capfd, "--db", "typo/dir/x.db", *words)
    assert sorted(here.parent.rglob("*")) == before
    if words[0] in NEEDS_NO_FILE or status == 2:
        return
    if words[0] in ("import", "restore") and "There is no folder" not in err:
        assert status in (1, 3)  # what they were to read is not there either
        return
    assert (status, out) == (3, "")
    assert err == (
        "recco: There is no folder typo/dir. Create it first, or name another file with --db.\n"
    )


def test_a_folder_named_by_the_environment_is_a_typo_too(here: Path, capfd, monkeypatch) -> None:
    monkeypatch.setenv("RECCO_DB", "typo/dir/x.db")
    for words in (["today"], ["contact", "add", "Ann"]):
        status, out, err = called(capfd, *words)
        assert (status, out) == (3, "")
        assert "There is no folder typo/dir" in err
    assert not (here / "typo").exists()


@pytest.mark.parametrize("words", [["contact", "add", "Ann"], ["import", EXPORT]], ids=" ".join)
def test_the_first_change_makes_the_file_and_the_folder_of_ones_own(words, here, capfd) -> None:
    assert called(capfd, *words)[0] == 0
    (file,) = (here.parent / "home").rglob("recco.db")
    assert called(capfd, "contact", "list")[0] == 0
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT count(*) FROM contacts").fetchone()[0] > 0
        assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"


def test_at_a_terminal_a_missing_named_file_is_noted(here, monkeypatch) -> None:
    monkeypatch.chdir(Path(__file__).parents[2])
    words = [sys.executable, "-m", "recco_tui", "--db", str(here / "typo.db")]
    for command, told in ((["contact", "list"], True), (["contact", "add", "Ann"], False)):
        with Terminal([*words, *command], 200) as terminal:
            assert terminal.ended() == 0
        assert (b"No recco file at" in terminal.output) is told


def test_in_a_pipe_a_missing_named_file_is_not_noted(here: Path, capfd) -> None:
    for words in (["contact", "list"], ["contact", "list", "--json"], ["today", "--short"]):
        assert called(capfd, "--db", "typo.db", *words)[2] == ""


def test_an_import_makes_the_last_folder_and_no_more(here: Path, capfd) -> None:
    status, _, err = called(capfd, "--db", "new/x.db", "import", EXPORT, "--dry-run")
    assert (status, list(here.glob("new"))) == (3, []), err
    assert called(capfd, "--db", "new/x.db", "import", EXPORT)[0] == 0
    assert (here / "new" / "x.db").exists()
    status, out, err = called(capfd, "--db", "typo/dir/x.db", "import", EXPORT)
    assert (status, out) == (3, "")
    assert (
        err == "recco: There is no folder typo. Create it first, or name another file with --db.\n"
    )
    assert not (here / "typo").exists()
    assert called(capfd, "--db", "new2/x.db", "contact", "add", "Ann")[0] == 3


def test_the_board_makes_no_folder_for_a_typo(here: Path, monkeypatch) -> None:
    monkeypatch.chdir(Path(__file__).parents[2])
    words = [sys.executable, "-m", "recco_tui", "--db", str(here / "typo" / "dir" / "x.db")]
    with Terminal(words, 200) as terminal:
        assert terminal.ended() == 3
        assert b"There is no folder" in terminal.output
        assert b"/typo/dir. Create it first" in terminal.output
    assert not (here / "typo").exists()


def test_a_missing_file_that_another_program_makes_meanwhile_is_used(here: Path) -> None:
    clock = Clock(date(2026, 11, 23))
    with Ledger(here / "x.db", clock, "one", make=False) as one:
        assert one.contacts.every() == ()
        assert not (here / "x.db").exists()
        with Ledger(here / "x.db", clock, "other") as other:
            other.contacts.add("Ann Lee")
        assert one.contacts.add("Bo Ray").id == 2
        assert [c.name for c in one.contacts.every()] == ["Ann Lee", "Bo Ray"]
        assert one.own_writes > 0
        assert one.is_in_place


def test_a_change_that_fails_leaves_the_missing_file_readable(here: Path) -> None:
    with Ledger(here / "gone" / "x.db", Clock(), "test", make=False) as ledger:
        with pytest.raises(NothingFound):
            ledger.contacts.find("Ann")
        assert ledger.own_writes == 0
        ledger.contacts.add("Ann")
        assert ledger.contacts.find("Ann").id == 1
        assert ledger.own_writes > 0
        ledger.log.undo()
        assert ledger.contacts.every() == ()
