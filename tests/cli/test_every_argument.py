"""Every argument of every command, found in the commands themselves, with what no one should hand
over: a status that is promised, and at most one line on standard error."""

import io
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from recco_tui.cli.main import run
from recco_tui.cli.parameters import DateInWords
from recco_tui.cli.root import IsoDate, cli
from tests.every_table import file_with_every_table

NEED_ONE = ("settings reset", "contact waive", "contact square", "snooze")
"""Of several arguments, each of which may be left out."""
ELSEWHERE = ("serve", "replicate")
"""They stay until they are stopped, and have tests of their own."""

TEXTS = [
    "\udcff", "Bo\udcffRay", "a\x00b", "\ud800", "\x1b[2J", "", " ", "x" * 20_000, "-", "#0", "#²",
    "#" + "9" * 30, "[b]", "\u202e", "~nobody9/x", "*", "/nonexistent/a/b", "1e400",
]  # fmt: skip
NUMBERS = ["-1", "0", "999999999", "9" * 30, "1e400", "nan", "٣", "", "\udcff"]
DAYS = [
    "0001-01-01", "9999-12-31", "1900-01-01", "2199-12-31", "2200-01-01", "0000-00-00", "31 feb",
    "in 999999 years", "999999 days ago", "in " + "9" * 50 + " days", "x" * 9999, "\udcff", "",
]  # fmt: skip
WORDS = ["", "\udcff", "x" * 1000]
GIVEN = {
    "name": "Bo Ray", "names": "Bo Ray", "title": "App", "text": "hello", "kind": "peer",
    "step": "agreed", "direction": "given", "file": "text.txt", "paths": "none.csv",
    "into": "Cy Fox", "with": "Ann Lee", "value": "6", "shell": "bash", "path": "out",
}  # fmt: skip
"""What stands for the arguments that are not tried just now."""


def commands(
    command: click.Command, path: tuple[str, ...] = ()
) -> Iterator[tuple[str, click.Command]]:
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            found = command.get_command(context, name)
            assert found is not None
            yield from commands(found, (*path, name))
    if path and (not isinstance(command, click.Group) or command.invoke_without_command):
        yield " ".join(path), command


EVERY = {path: one for path, one in commands(cli) if path.split()[0] not in ELSEWHERE}


def nasty(parameter: click.Parameter) -> list[str]:
    if isinstance(parameter.type, DateInWords | IsoDate):
        return DAYS
    if isinstance(parameter.type, click.types.IntParamType):
        return NUMBERS
    return WORDS if isinstance(parameter.type, click.Choice) else TEXTS


def words_for(command: click.Command, tried: click.Parameter, value: str) -> list[str]:
    options, arguments = [], []
    for one in command.params:
        word = value if one is tried else GIVEN.get(one.name or "", "x")
        if one is not tried and not one.required and one.name != "names":
            continue
        if isinstance(one, click.Argument):
            arguments.append(word)
        else:
            options += [one.opts[0], word]
    return [*options, "--", *arguments] if arguments else options


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return file_with_every_table(tmp_path_factory.mktemp("filled"))


@pytest.mark.parametrize("path", EVERY)
def test_nothing_ends_in_a_traceback(
    path: str,
    filled: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    Path("text.txt").write_text("I recommend her.")
    file = tmp_path / "recco.db"
    for parameter in EVERY[path].params:
        if isinstance(parameter, click.Option) and parameter.is_flag:
            continue
        shutil.copy(filled, file)
        for value in nasty(parameter):
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Hello.")))
            words = words_for(EVERY[path], parameter, value)
            status = run(["--db", str(file), "--now", "2026-11-23", *path.split(), *words])
            said = capfd.readouterr().err
            tried = (parameter.name, value[:40])
            assert status in (0, 1, 2, 3, 4), tried
            assert "Traceback" not in said, tried
            assert "a fault of" not in said, (tried, said)
            assert said.count("\n") <= 1, (tried, said)
            assert status in (0, 1) or said.startswith("recco: "), tried


@pytest.mark.parametrize("now", ["0001-01-01", "9999-12-31", "1900-01-01", "2199-12-31", "x\udcff"])
def test_any_day_can_be_taken_as_today_or_is_refused_in_a_sentence(
    now: str, filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd
) -> None:
    monkeypatch.chdir(tmp_path)
    works = now[:4] in ("1900", "2199")
    for path, command in EVERY.items():
        if any(one.required for one in command.params) or path in NEED_ONE:
            continue
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Hello.")))
        file = shutil.copy(filled, tmp_path / "recco.db")
        status = run(["--db", str(file), "--now", now, *path.split()])
        said = capfd.readouterr().err
        assert status in ((0, 1) if works else (2,)), (path, said)
        assert ("--now" in said) is not works, (path, said)
        assert said.count("\n") <= 1, path


@pytest.mark.parametrize("now", ["0001-01-01", "9999-12-31", "soon", "\udcff"])
def test_a_day_of_the_environment_that_cannot_be_is_refused_also_for_the_board(
    now: str, filled: Path, monkeypatch: pytest.MonkeyPatch, capfd
) -> None:
    monkeypatch.setenv("RECCO_NOW", now)
    assert run(["--db", str(filled)]) == 2
    said = capfd.readouterr().err
    assert said.startswith("recco: Invalid value for '--now'")
    assert said.count("\n") == 1


@pytest.mark.parametrize("named", ["~nobody9/x.db", "a/\udcff/x.db", "/proc/x.db", ".", "/", " "])
@pytest.mark.parametrize("by_option", [True, False])
def test_an_impossible_file_is_reported(
    named: str, by_option: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("RECCO_DB", named)
    status = run([*(["--db", named] if by_option else []), "contact", "list"])
    said = capfd.readouterr().err
    assert status in (0, 1, 2, 3)
    assert "a fault of" not in said
    assert said.count("\n") == (status > 0)


def test_bytes_of_a_path_that_are_no_text_are_shown_by_their_number(recco, tmp_path: Path) -> None:
    recco("contact", "add", "Ann")
    path = tmp_path / os.fsdecode(b"caf\xe9.json")
    assert recco("export", "json", str(path)).out.endswith("caf\\xe9.json.\n")
    assert path.exists()
