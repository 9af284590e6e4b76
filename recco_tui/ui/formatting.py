"""Text of people and files made fit to draw: literal, free of controls, of a known width in cells.

Nothing that comes from a file or a person reaches a widget but through here: `[b]` stays `[b]`,
escape sequences and marks that turn the writing direction are gone. Joined emoji are drawn as their
parts, since terminals do not agree on the width of the joined picture.
"""

import re
from datetime import date
from pathlib import Path
from typing import Literal

from rich.cells import cell_len as cell_len
from rich.cells import get_character_cell_size
from textual.content import Content

from recco_tui.core.cleaning import clean_text

Align = Literal["left", "right", "center"]

ELLIPSIS = "…"
NOTHING = "–"
ZERO = "·"

_BLANK = re.compile("[\u00a0\u115f\u1160\u3000\u3164\uffa0]")
_UNMEASURED = re.compile(
    "[\u00ad\u061c\u180e\u200b\u200d-\u200f\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e0fff"
    "\U0001f3fb-\U0001f3ff]"  # skin tones: a colour of the emoji before, not a picture of their own
)
"""Signs without a width of their own, or of another one in each terminal."""


def paragraph(text: str) -> str:
    """The text as it may be drawn on several lines: line breaks are `\\n`, all else is literal."""
    if text.isascii() and text.isprintable():
        return text
    return _UNMEASURED.sub("", _BLANK.sub(" ", clean_text(text)))


def plain(text: str) -> str:
    """The text as it may be drawn on one line: line breaks are blanks."""
    if text.isascii() and text.isprintable():
        return text
    return paragraph(text).replace("\n", " ")


def content(text: str) -> Content:
    """The text for a widget that would read a `str` as markup."""
    return Content(paragraph(text))


def title(text: str, cells: int | None = None) -> Content:
    """One literal line for a border title or subtitle, at most `cells` wide when given."""
    return Content(plain(text) if cells is None else cut(text, cells))


def cut(text: str, cells: int) -> str:
    """One literal line of at most `cells`, ending in an ellipsis when something is left off."""
    text = plain(text)
    if len(text) <= cells and text.isascii():
        return text
    # Every character but a combining one takes a cell: no need to measure all of a long text.
    if len(text) <= 8 * cells + 64 and cell_len(text) <= cells:
        return text
    if cells < 1:
        return ""
    return _head(text, cells - 1).rstrip(" ") + ELLIPSIS


def fit(text: str, cells: int, align: Align = "left") -> str:
    """One literal line of exactly `cells`."""
    text = cut(text, cells)
    room = cells - (len(text) if text.isascii() else cell_len(text))
    if room <= 0:
        return text
    if align == "right":
        return " " * room + text
    if align == "center":
        return " " * (room // 2) + text + " " * (room - room // 2)
    return text + " " * room


def wrap(text: str, cells: int, taken: int = 0) -> list[str]:
    """Literal lines of at most `cells`, broken at blanks, inside a word only when it must be.

    The first line is `taken` cells shorter: something is before it.
    """
    lines: list[str] = []
    for source in paragraph(text).split("\n"):
        line, used = "", taken if not lines else 0
        for word in source.split(" "):
            width = cell_len(word)
            gap = 1 if line else 0
            if used + gap + width <= cells:
                line, used = line + " " * gap + word, used + gap + width
                continue
            if line or used:
                lines.append(line)
            *full, line = _broken(word, cells) if width > cells else [word]
            lines.extend(full)
            used = cell_len(line)
        lines.append(line)
    return lines


def age(on: date | None, today: date) -> str:
    """How long ago, short: `today`, `52 d`, `14 mo`, `3 y`; a day to come is `in 3 d`."""
    if on is None:
        return NOTHING
    if on > today:
        return "in " + _span(today, on)
    return "today" if on == today else _span(on, today)


def count(number_of: int) -> str:
    """A number in a table, where zeros are dots."""
    return f"{number_of:,}" if number_of else ZERO


def number(number_of: int) -> str:
    """A number in a sentence: `2,914`."""
    return f"{number_of:,}"


def number_of(value: int, word: str) -> str:
    """`1 change`, `1,234 changes`."""
    return f"{number(value)} {word}" + ("" if value == 1 else "s")


def _span(start: date, end: date) -> str:
    days = (end - start).days
    if days < 100:
        return f"{days} d"
    months = (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)
    return f"{months} mo" if months < 24 else f"{months // 12} y"


def _head(text: str, cells: int) -> str:
    """The longest beginning of at most `cells`, combining marks kept with their letter."""
    used = 0
    for index, character in enumerate(text):
        used += get_character_cell_size(character)
        if used > cells:
            return text[:index]
    return text


def _broken(word: str, cells: int) -> list[str]:
    """A word wider than the line in pieces; a character wider than the line is alone."""
    pieces: list[str] = []
    while word:
        piece = _head(word, cells) or word[0]
        pieces.append(piece)
        word = word[len(piece) :]
    return pieces or [""]


def short_reason(error: Exception, path: Path) -> str:
    """Why the file at the path was not read or written, in few words, from the sentence about it:
    "recco.db is locked by another program", "no room left on the disk"."""
    reason = re.split(r"[:;.] ", str(error).replace(str(path), path.name))[0]
    return reason.removeprefix("There is ").removesuffix(f" that holds {path.name}")
