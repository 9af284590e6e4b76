"""Lines that fit a terminal, and JSON that does not act on one."""

import json
import os

import pytest

from recco_tui.cli import printing
from recco_tui.cli.printing import Column, cell_width, cut, write_json, write_table

WIDTHS = {"Ann": 3, "Søren": 5, "e\u0301": 1, "李小龍": 6, "🎉": 2, "a\u200bb": 2, "": 0}


@pytest.mark.parametrize("text", WIDTHS)
def test_the_width_of_a_text(text: str) -> None:
    assert cell_width(text) == WIDTHS[text]


@pytest.mark.parametrize("cells", range(1, 12))
@pytest.mark.parametrize("text", ["a plain text", "李小龍在香港", "e\u0301" * 12, "🎉 party 🎉"])
def test_a_cut_text_never_takes_more(text: str, cells: int) -> None:
    assert cell_width(cut(text, cells)) <= cells
    assert cut(text, None) == text


def _at_width(monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    monkeypatch.setattr(printing.sys.stdout, "isatty", lambda: True)
    size = os.terminal_size((width, 24))
    monkeypatch.setattr(printing.shutil, "get_terminal_size", lambda _fallback: size)


COLUMNS = (Column("name", shrinkable=True), Column("n", right=True), Column("why", shrinkable=True))
ROWS = [("Ann", "1", "short"), ("李小龍 of the long name", "23", "because " * 20)]


@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_a_table_fits_the_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], width: int
) -> None:
    _at_width(monkeypatch, width)
    monkeypatch.setenv("NO_COLOR", "1")
    write_table(COLUMNS, ROWS)
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 3
    assert max(map(cell_width, lines)) <= width


def test_a_pipe_gets_the_whole_text_in_aligned_columns(capsys: pytest.CaptureFixture[str]) -> None:
    write_table(COLUMNS, ROWS)
    head, ann, lee = capsys.readouterr().out.splitlines()
    assert lee.endswith("because")
    assert cell_width(head[: head.index("n  why")]) == cell_width(ann[: ann.index("1")])
    assert cell_width(lee[: lee.index("23")]) == cell_width(ann[: ann.index(" 1  short")])


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [
        ({"TERM": "xterm"}, True),
        ({"TERM": "xterm", "NO_COLOR": ""}, False),
        ({"TERM": "dumb"}, False),
    ],
    ids=["xterm", "NO_COLOR", "dumb"],
)
def test_colour_is_for_terminals_that_want_it(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    environment: dict[str, str],
    coloured: bool,
) -> None:
    _at_width(monkeypatch, 80)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    write_table(COLUMNS, ROWS)
    assert ("\x1b" in capsys.readouterr().out) is coloured


@pytest.mark.parametrize("text", ["\x1b[31m", "\x9b31m", "\u202eabc", "\u2066", "\ufeff", "é李🎉"])
def test_json_keeps_every_character_and_commands_no_terminal(
    capsys: pytest.CaptureFixture[str], text: str
) -> None:
    write_json({"text": text})
    out = capsys.readouterr().out
    assert json.loads(out) == {"text": text}
    assert not set(out) & set("\x1b\x9b\u202e\u2066\ufeff")


def test_the_name_of_a_snapshot_can_be_typed_as_it_is_listed(
    recco, monkeypatch: pytest.MonkeyPatch
) -> None:
    recco("contact", "add", "Ann Lee")
    recco("backup")
    (snapshot,) = recco("restore", "--json").json
    _at_width(monkeypatch, 80)
    monkeypatch.setenv("NO_COLOR", "1")
    head, line = recco("restore").out.splitlines()
    assert line.split()[0] == snapshot["name"]
    assert head.split() == ["name", "taken", "holds", "size"]
