"""Nasty strings in every field: stored as typed but for controls, shown literally in every view."""

import asyncio
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from recco_tui.cli.main import run
from recco_tui.core.cleaning import clean_line, clean_text
from recco_tui.core.errors import ReccoError
from recco_tui.core.models import Channel, DebtKind, Direction, Joining, MomentKind, Step, TextKind
from recco_tui.ledger.contacts import LONGEST_NAME
from recco_tui.ledger.ledger import Ledger
from recco_tui.ledger.store import Clock
from recco_tui.ui.app import ReccoApp
from recco_tui.ui.clipboard import copy_text
from tests.ledger.rows import opened
from tests.nasty_strings import NASTY
from tests.new_file import new_file

TODAY = date(2026, 11, 23)
OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""What a terminal would act on, or could not be written to it."""


def filled(ledger: Ledger, raws: tuple[str, str, str, str], number: int) -> None:
    """Someone with these strings in every field that takes them."""
    who, what, long, more = raws
    known = 0 < len(clean_line(who)) <= LONGEST_NAME
    contact = ledger.contacts.add(
        who if known else f"Person {number}", company=what, position=who, email=what, note=long
    )
    ledger.contacts.edit(contact.id, {"pitch": more})
    verbs = [
        lambda: ledger.moments.add(contact.id, MomentKind.WIN, more, on=TODAY),
        lambda: ledger.recommendations.add(contact.id, Direction.RECEIVED, long, on=TODAY),
        lambda: ledger.projects.add(
            what, ended_on=TODAY, about=long, members=[Joining("", contact.id, None, more, who)]
        ),
        lambda: ledger.requests.add(contact.id, DebtKind.REQUEST, note=more),
        lambda: ledger.recommendations.waive([contact.id], more),
    ]
    for verb in verbs:
        refused = ""
        try:
            verb()
        except ReccoError as said:
            refused = str(said)
        assert not OBEYED.search(refused), refused
    ask = ledger.asks.start(contact.id, text=f"{long} {number}", focus=what)
    because = more if clean_line(more) else "asked"
    ledger.asks.mark(ask.id, Step.LINKEDIN, via=Channel.LINKEDIN, because=because)
    draft = ledger.drafts.begin(contact.id, TextKind.RECOMMENDATION)
    ledger.drafts.keep(draft, more, "")


def made(path: Path, people: list[tuple[str, str, str, str]]) -> Path:
    with (
        Ledger(new_file(path), Clock(TODAY), "nasty [b]") as ledger,
        ledger.one_change("filled in"),
    ):
        for number, raws in enumerate(people):
            filled(ledger, raws, number)
    return path


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every nasty string in every field of someone."""
    people = [(raw, raw, raw, raw) for raw in NASTY]
    return made(tmp_path_factory.mktemp("nasty") / "recco.db", people)


@pytest.fixture
def views(tmp_path: Path) -> Iterator[Ledger]:
    """Fewer people: every string in some field of someone."""
    people = [(*NASTY[at : at + 4], "x", "x", "x")[:4] for at in range(0, len(NASTY), 4)]
    with Ledger(made(tmp_path / "views.db", people), Clock(TODAY), "test") as opened:
        yield opened


@pytest.fixture
def ledger(file: Path) -> Iterator[Ledger]:
    with Ledger(file, Clock(TODAY), "test") as opened:
        yield opened


def test_there_are_enough_of_them() -> None:
    assert len(NASTY) >= 200


def test_what_is_stored_is_what_was_typed_without_controls(ledger: Ledger) -> None:
    for contact, raw in zip(ledger.contacts.every(), NASTY, strict=True):
        line, text = clean_line(raw), clean_text(raw)
        page = ledger.contacts.page(contact.id)
        assert contact.name in (line, f"Person {contact.id - 1}")
        assert (contact.company, contact.position) == (line, line)
        assert (contact.note, contact.pitch) == (text.strip(), text.strip())
        assert [clean_line(one.text) for one in page.moments] in ([line], [])
        assert [one.text for one in page.recommendations] in ([text], [text.strip()], [])
        assert [one.title for one in page.projects] in ([line], [])
        for field in (contact.name, contact.note, page.asks[0].text, page.asks[0].focus):
            assert not OBEYED.search(field)


def test_nothing_stored_holds_what_a_terminal_obeys(ledger: Ledger) -> None:
    with opened(ledger) as connection:
        tables = [
            row[0]
            for row in connection.execute("SELECT name FROM sqlite_master WHERE type='table'")
        ]
        for table in tables:
            if table.startswith("recommendations_fts"):
                continue
            for row in connection.execute(f'SELECT * FROM "{table}"'):
                for value in row:
                    assert not isinstance(value, str) or not OBEYED.search(value), (table, row)


def drawn(app: ReccoApp) -> str:
    """Everything on the screen, line by line; fails on anything that a terminal would obey."""
    lines = []
    for widget in app.screen.walk_children():
        if not widget.display or not widget.size:
            continue
        lines += [widget.render_line(y).text for y in range(min(widget.size.height, 60))]
        told = (widget.border_title, widget.border_subtitle, widget.tooltip)
        lines += [str(words or "") for words in told]
    text = "\n".join(lines)
    assert not OBEYED.search(text), OBEYED.search(text)
    return text


def test_every_view_shows_them_literally(views: Ledger) -> None:
    async def walk() -> str:
        seen = []
        app = ReccoApp(views)
        async with app.run_test(size=(160, 50), notifications=True) as pilot:
            await pilot.pause()
            for keys in (
                ["A", *["pagedown"] * 3], ["home", *["down"] * 4],
                ["slash", *"drop"], ["escape", "slash", *"click"], ["escape", "slash", *"reboot"],
                ["escape", "question_mark"], ["escape", "ctrl+p"], ["escape", "r", "s"],
                ["q", "2", *["down"] * 3], ["3", "f", *["down"] * 4], ["4", *["down"] * 4],
                ["5", *["pagedown"] * 2], ["1", "S"], ["escape", "t"], ["escape", "e"], ["escape", "w"],
            ):  # fmt: skip
                for key in keys:
                    await pilot.press(key)
                await pilot.pause()
                seen.append(drawn(app))
        return "\n".join(seen)

    text = asyncio.run(walk())
    for shown in (
        "[b]",
        "[@click=app.quit]x[/]",
        "'; DROP TABLE contacts; --",
        "$(reboot)",
    ):
        assert shown in text


COMMANDS = (
    ["board", "--all"], ["owed"], ["today", "--all"], ["today", "--short"], ["contact", "list"],
    ["project", "list"], ["ask", "list"], ["log"], ["recommendation", "list"], ["contact", "show", "#3"],
)  # fmt: skip


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_no_command_prints_what_a_terminal_obeys(file: Path, words, capfd) -> None:
    status = run(["--db", str(file), "--now", "2026-11-23", *words])
    out, err = capfd.readouterr()
    assert (status, err) == (0, "")
    assert not OBEYED.search(out.replace("\n", ""))
    if words[-1] != "--short":
        run(["--db", str(file), "--now", "2026-11-23", *words, "--json"])
        json.loads(capfd.readouterr().out)


def test_the_clipboard_gets_the_text_and_nothing_else(monkeypatch) -> None:
    monkeypatch.setenv("SSH_TTY", "/dev/pts/0")  # the terminal's own clipboard, not this machine's
    copied: list[str] = []
    for raw in NASTY:
        copy_text(clean_text(raw), copied.append)
    assert copied == [clean_text(raw) for raw in NASTY]
    assert not [text for text in copied if OBEYED.search(text)]
