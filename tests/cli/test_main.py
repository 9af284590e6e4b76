"""The command itself: what it lists, its exit statuses, and one line for whatever goes wrong."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from recco_tui import __version__
from recco_tui.cli.root import COMMANDS, cli


def shell(*arguments: str, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-m", "recco_tui", *arguments],
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**kept, **environment},
        timeout=60,
        check=False,
        cwd=Path(__file__).parents[2],
    )


def test_help_lists_every_command_without_loading_it() -> None:
    program = (
        "import sys\nfrom recco_tui.cli.main import run\nrun(['--help'])\n"
        "print([m for m in sys.modules if m.startswith('recco_tui')], file=sys.stderr)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    listed = ran.stdout[ran.stdout.index("Commands:") :].splitlines()[1:]
    assert [line.split()[0] for line in listed] == list(COMMANDS)
    loaded = {name.rsplit(".", 1)[-1] for name in re.findall(r"'([\w.]+)'", ran.stderr)}
    assert not loaded & {"ledger", "storage", "writing", "ui", "contacts", "board", "importing"}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_listed_command_is_there_and_its_options_are_explained(name: str) -> None:
    context = click.Context(cli, info_name="recco")
    command = cli.get_command(context, name)
    assert command is not None
    assert command.name == name
    assert command.get_short_help_str()
    assert command.get_help(click.Context(command, info_name=name, parent=context))


def test_version_is_the_packages(recco) -> None:
    assert recco("--version").out == f"recco {__version__}\n"


WRONG = [
    (["bord"], "No such command 'bord'"),
    (["board", "--colour"], "No such option"),
    (["board", "--sort", "height"], "'height' is not one of"),
    (["contact"], "'recco contact' needs a verb: add, edit, show, pitch, list, kind, pin"),
    (["contact", "add"], "Missing argument 'NAME'"),
    (["contact", "add", "Ann", "--kind", "boss"], "'boss' is not one of"),
    (["contact", "add", "  "], "A contact needs a name."),
    (["contact", "add", "Ann", "--url", "example.com"], "Not a LinkedIn profile"),
    (["project", "add", "App", "--ended", "soonish"], "is not a date"),
    (["project", "add", "App", "--ended", "2026-02-30"], "There is no day"),
    (["ask", "mark", "Ann", "begged"], "'begged' is not one of"),
    (["import"], "Missing argument"),
    (["today", "extra"], "unexpected extra argument"),
    (["log", "--most", "0"], "0 is not in the range"),
]


@pytest.mark.parametrize(("arguments", "words"), WRONG, ids=[" ".join(a) for a, _ in WRONG])
def test_wrong_usage_is_status_2_and_one_line(recco, arguments: list[str], words: str) -> None:
    outcome = recco(*arguments)
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err.count("\n") == 1
    assert outcome.err.startswith("recco: ")
    assert words in outcome.err


@pytest.mark.parametrize("day", ["tomorrow", "2026-13-01", "23.11.2026", ""])
def test_the_clock_takes_a_plain_day_only(recco, day: str) -> None:
    outcome = recco("today", now=day)
    assert outcome.status == 2
    assert "is not a date like 2026-11-23" in outcome.err


ABSENT = [
    ["contact", "show", "No one"],
    ["ask", "start", "No one"],
    ["ask", "mark", "No one", "warm"],
    ["moment", "add", "No one", "text"],
    ["request", "deliver", "No one"],
    ["promise", "No one"],
    ["project", "end", "Nothing"],
    ["undo"],
    ["redo"],
    ["snooze", "No one"],
]


@pytest.mark.parametrize("arguments", ABSENT, ids=" ".join)
def test_nothing_found_is_status_1_and_one_line(recco, arguments: list[str]) -> None:
    outcome = recco(*arguments)
    assert (outcome.status, outcome.out) == (1, "")
    assert outcome.err.count("\n") == 1


def test_a_demo_is_thrown_away_and_takes_no_file(recco, tmp_path: Path) -> None:
    outcome = recco("--demo", "today")
    assert outcome.status == 2
    assert "Leave out --db" in outcome.err


def _folder(path: Path) -> None:
    path.mkdir()


def _diary(path: Path) -> None:
    path.write_bytes(b"Dear diary, " * 100)


def _under_a_file(path: Path) -> None:
    path.with_name("file").write_text("x")


FAULTS = {
    "a folder": (_folder, "recco.db", "is a folder"),
    "no database": (_diary, "recco.db", "is not a recco database"),
    "no place": (_under_a_file, "file/recco.db", "can't be created"),
}


@pytest.mark.usefixtures("no_file")
@pytest.mark.parametrize("fault", FAULTS)
def test_a_file_at_fault_is_status_3_and_one_line(recco, tmp_path: Path, fault: str) -> None:
    make, name, words = FAULTS[fault]
    make(tmp_path / "recco.db")
    outcome = recco("owed", db=tmp_path / name)
    assert (outcome.status, outcome.out) == (3, "")
    assert outcome.err.count("\n") == 1
    assert words in outcome.err


def test_an_internal_error_is_reported_in_one_line(recco, monkeypatch: pytest.MonkeyPatch) -> None:
    from recco_tui.ledger.log import Log

    def broken(self: Log, most: int | None = None) -> None:
        raise KeyError("boom")

    monkeypatch.setattr(Log, "entries", broken)
    outcome = recco("log")
    assert outcome.status == 3
    assert outcome.err.count("\n") == 1
    assert "KeyError" in outcome.err


def test_an_interruption_is_status_130(recco, monkeypatch: pytest.MonkeyPatch) -> None:
    from recco_tui.ledger.log import Log

    def interrupted(self: Log, most: int | None = None) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Log, "entries", interrupted)
    outcome = recco("log")
    assert outcome.status == 130
    assert "Traceback" not in outcome.err


def test_without_a_terminal_the_board_names_the_commands_for_scripts(tmp_path: Path) -> None:
    ran = shell("--db", str(tmp_path / "recco.db"))
    assert ran.returncode == 2
    assert "needs a terminal" in ran.stderr
    assert not (tmp_path / "recco.db").exists()


def test_without_a_home_folder_it_asks_for_a_file(tmp_path: Path) -> None:
    ran = shell("owed", HOME="")
    assert ran.returncode == 3
    assert "There is no home folder" in ran.stderr


def test_an_ascii_terminal_gets_ascii(tmp_path: Path) -> None:
    ascii_only = {"PYTHONIOENCODING": "ascii", "RECCO_DB": str(tmp_path / "recco.db")}
    assert shell("contact", "add", "Søren Ünal 李", **ascii_only).returncode == 0
    listed = shell("contact", "list", **ascii_only)
    assert (listed.returncode, listed.stderr) == (0, "")
    assert listed.stdout.isascii()
    (row,) = json.loads(shell("contact", "list", "--json", **ascii_only).stdout)
    assert row["name"] == "Søren Ünal 李"


def test_a_reader_that_leaves_early_gets_no_traceback(tmp_path: Path) -> None:
    program = f'"{sys.executable}" -m recco_tui completion bash | true; exit "${{PIPESTATUS[0]}}"'
    ran = subprocess.run(
        ["bash", "-c", program],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert ran.returncode in (0, 141)
    assert ran.stderr == ""


def test_an_output_that_is_full_is_status_3() -> None:
    with Path("/dev/full").open("w") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "recco_tui", "--help"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            cwd=Path(__file__).parents[2],
        )
    assert ran.returncode == 3
    assert ran.stderr.startswith("recco: the output: ")
    assert ran.stderr.count("\n") == 1


@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_completion_prints_the_shells_script(recco, name: str) -> None:
    outcome = recco("completion", name)
    assert outcome.status == 0
    assert "_RECCO_COMPLETE" in outcome.out


def test_the_completion_script_asks_the_table(tmp_path: Path) -> None:
    ran = shell(_RECCO_COMPLETE="bash_complete", COMP_WORDS="recco und", COMP_CWORD="1")
    assert ran.stdout.strip() == "plain,undo"
