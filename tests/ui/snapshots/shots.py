"""Every screen as it is drawn from the sample people on a fixed Monday at nine.

A shot is text: the characters line by line, then which style each has, by letters. The same
sessions draw the pictures of the README.
"""

import os
import re
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, date, datetime
from functools import cache
from importlib.metadata import version
from itertools import groupby
from pathlib import Path
from string import ascii_letters
from typing import TYPE_CHECKING, Any

from rich.style import Style
from textual.events import Paste
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.widgets import TextArea

from recco_tui.ledger.ledger import Ledger
from recco_tui.ledger.store import Clock
from recco_tui.locations import sample_folder
from recco_tui.ui.app import ReccoApp
from recco_tui.ui.demo import open_demo

if TYPE_CHECKING:
    from recco_tui.classroom.store import ClassStore

HERE = Path(__file__).parent
MONDAY = date(2026, 11, 23)
SIZES = ((80, 24), (120, 36))
THEMES = ("dark", "light")
TEXT = (
    "I worked alongside John on Pantry Map at the academy in September. "
    "He explained complex logic clearly and fixed the flaky login test in ten minutes. "
    "Because of that our team could show a working map instead of slides. "
    "I would recommend John to any team."
)


class Pasted(str):
    """A text that comes in one go: typing it letter by letter takes half a minute."""


def _typed(text: str) -> tuple[str, ...]:
    """The keys of a text."""
    return tuple(_character_to_key(character) for character in text)


VIEWS: dict[str, tuple[str | tuple[str, ...], ...]] = {
    "board": (),
    "contact": ("ctrl+p", _typed("katrina"), "enter"),
    "review": ("r",),
    "guide": ("w",),
    "editor": ("w", "escape", Pasted(TEXT), "escape", "w"),
    "ask": ("tab", "j", "j", "j", "j", "j", "j", "a"),
    "projects": ("2",),
    "asks": ("3",),
    "texts": ("4",),
    "resume": ("4", "E"),
    "log": ("tab", "asterisk", "j", "j", "asterisk", "j", "asterisk", "u", "5"),
    "insights": ("6",),
    "settings": ("comma",),
    "shortlist": ("S",),
    "set-kind": ("t",),
    "keys": ("question_mark",),
    "class": (),
    "doors": (),
    "import": ("i", "enter"),
}
"""The keys that lead from the board to each view, some pressed in one go; `EMPTY` ones start
without anybody."""
CLASS = "class"
"""The coach's board, which lies over her own."""
EMPTY = frozenset({"doors", "import"})

_SETTLED = 0.05
_LETTERS = ascii_letters


class NineOClock(Clock):
    """That Monday, at nine wherever one is."""

    def __init__(self) -> None:
        super().__init__(MONDAY)

    def now(self) -> datetime:
        return datetime(2026, 11, 23, 9).astimezone().astimezone(UTC)


@cache
def _sample() -> Path:
    """The sample people's file, told once a process; it goes with the process."""
    ledger = open_demo(NineOClock())
    ledger.close()
    return ledger.path


@contextmanager
def _home() -> Iterator[Path]:
    """A home folder with an export in its Downloads; the environment is put back after."""
    kept = {name: os.environ.get(name) for name in ("HOME", "RECCO_KEYS", "NO_COLOR")}
    here = Path.cwd()
    with tempfile.TemporaryDirectory(prefix="recco-shot-") as folder:
        home = Path(folder)
        downloads = home / "Downloads"
        downloads.mkdir()
        base = downloads / "Complete_LinkedInDataExport_11-22-2026"
        file = Path(shutil.make_archive(str(base), "zip", sample_folder() / "linkedin"))
        day_before = datetime(2026, 11, 22, 18).timestamp()
        os.utime(file, (day_before, day_before))
        os.environ.pop("NO_COLOR", None)
        os.environ |= {"HOME": folder, "RECCO_KEYS": str(home / "keys.toml")}
        os.chdir(home)
        try:
            yield home
        finally:
            os.chdir(here)
            for name, value in kept.items():
                os.environ.pop(name, None)
                if value is not None:
                    os.environ[name] = value


def _class(home: Path) -> "ClassStore":
    from tests.classroom.sample import sample_class  # late: no other view needs SQLAlchemy

    return sample_class(home)


@asynccontextmanager
async def session(
    name: str, size: tuple[int, int], theme: str = "dark"
) -> AsyncIterator[tuple[ReccoApp, Pilot[Any]]]:
    """The application in this view, settled, on a copy of the sample that is thrown away."""
    with _home() as home:
        file = home / "recco.db"
        if name not in EMPTY:
            shutil.copy(_sample(), file)
        with Ledger(file, NineOClock(), "board") as ledger:
            app = ReccoApp(ledger, "demo", _class(home) if name == CLASS else None)
            app.theme = f"recco-{theme}"
            async with app.run_test(size=size) as pilot:
                while name == CLASS and "Maria" not in written(app):
                    await pilot.pause(_SETTLED)
                await settle(app, pilot)
                for key in VIEWS[name]:
                    if isinstance(key, Pasted) and app.screen.focused:
                        app.screen.focused.post_message(Paste(key))
                    else:
                        await pilot.press(*((key,) if isinstance(key, str) else key))
                    await settle(app, pilot)
                yield app, pilot


async def settle(app: ReccoApp, pilot: Pilot[Any]) -> None:
    """Until nothing is loading any more and two looks are the same; cursors of fields stand still.

    Each screen above the first may have a worker that waits for what it answers.
    """
    before = ""
    while True:
        await pilot.pause(_SETTLED)
        loading = sum(not worker.is_finished for worker in app.workers)
        now = written(app)
        if loading < len(app.screen_stack) and now == before:
            break
        before = now
    for field in app.screen.query("Input, TextArea"):
        # Both, as a change shows or hides the cursor by whether the field has the focus now.
        field.cursor_blink = True  # type: ignore[attr-defined]
        field.cursor_blink = False  # type: ignore[attr-defined]
        if isinstance(field, TextArea):
            # It keeps lines as drawn, and takes one drawn while the cursor was off for this one.
            field._line_cache.clear()
            field.refresh()
    await pilot.pause()


def written(app: ReccoApp) -> str:
    """What is on the screen: characters, then a line of lengths and letters, then the letters."""
    strips = app.screen._compositor.render_strips()
    lines: list[str] = []
    runs: list[str] = []
    letters: dict[str, str] = {}
    for strip in strips:
        lines.append(strip.text.rstrip())
        cells = [(_said(part.style), part.cell_length) for part in strip]
        joined = [
            (said, sum(length for _, length in same))
            for said, same in groupby(cells, key=lambda cell: cell[0])
        ]
        runs.append("".join(f"{length}{_letter(letters, said)}" for said, length in joined))
    legend = [f"{letter} {said}" for said, letter in letters.items()]
    return "\n".join([f"textual {version('textual')}", *lines, "", *runs, "", *legend, ""])


def _letter(letters: dict[str, str], said: str) -> str:
    if said not in letters:
        place = len(letters)
        turn, letter = divmod(place, len(_LETTERS))
        letters[said] = "'" * turn + _LETTERS[letter]
    return letters[said]


def _said(style: Style | None) -> str:
    """The look of a style, without what is no look: links, what a click does."""
    if style is None:
        return "-"
    color = style.color.get_truecolor().hex if style.color else "-"
    ground = style.bgcolor.get_truecolor().hex if style.bgcolor else "-"
    manners = ("bold", "dim", "italic", "underline", "reverse", "strike")
    how = " ".join(manner for manner in manners if getattr(style, manner))
    return f"{color} on {ground} {how}".rstrip()


async def shots(name: str, size: tuple[int, int]) -> dict[str, str]:
    """The view in each theme, by the theme's name."""
    drawn: dict[str, str] = {}
    async with session(name, size) as (app, pilot):
        for theme in THEMES:
            app.theme = f"recco-{theme}"
            await settle(app, pilot)
            drawn[theme] = written(app)
    return drawn


def file_of(name: str, size: tuple[int, int], theme: str) -> Path:
    """Where a shot is kept."""
    return HERE / f"{theme}-{size[0]}x{size[1]}" / f"{name}.txt"


def version_of(shot: str) -> str:
    """The version of Textual that drew a shot."""
    return shot.partition("\n")[0].removeprefix("textual ")


WEB_FONT = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


async def picture(name: str, size: tuple[int, int] = (120, 36)) -> str:
    """An SVG of the view. It asks no font of the web; spaces in it stay."""
    async with session(name, size) as (app, pilot):
        await settle(app, pilot)
        drawn = app.export_screenshot(title="recco")
    drawn = re.sub(r"<!--.*?-->\s*", "", WEB_FONT.sub("", drawn))
    drawn = drawn.replace("Fira Code, monospace", "Fira Code, Menlo, monospace")
    drawn = re.sub(r"terminal-\d+-", f"recco-{name}-", drawn)
    return drawn.replace("<svg ", '<svg xml:space="preserve" ', 1)
