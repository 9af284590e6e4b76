"""Lines as values: words with their ink, as many lines as a width needs."""

from collections.abc import Iterable
from typing import NamedTuple

from recco_tui.ui.formatting import cell_len, plain, wrap


class Span(NamedTuple):
    """Words in one ink, `on` another as the background; `key` is what a click on them presses."""

    text: str
    ink: str = "ink"
    bold: bool = False
    on: str | None = None
    key: str = ""


Line = tuple[Span, ...]
BLANK: Line = ()


def under_cursor(line: Line, width: int, ground: str, is_first: bool) -> Line:
    """A line of the entry under the cursor; on the first one a sign follows the day, so that
    the cursor is seen without colors too."""
    if is_first:
        day, *rest = line
        line = (day._replace(text=day.text[:-1] + "▸"), *rest)
    cells = sum(cell_len(span.text) for span in line)
    blank = Span(" " * max(0, width - cells))
    return tuple(span._replace(on=ground) for span in (*line, blank))


def wrapped(text: str, width: int, ink: str = "ink", indent: int = 0) -> list[Line]:
    """A literal text in as many lines as it needs, each after `indent` blanks."""
    room = max(1, width - indent)
    return [(Span(" " * indent), Span(line, ink)) for line in wrap(text, room)]


def flowing(groups: Iterable[Line], width: int, gap: int = 1) -> list[Line]:
    """Groups side by side with `gap` blanks between, on as many lines as they need; no group is
    broken."""
    lines: list[Line] = []
    used = 0
    for group in groups:
        cells = sum(cell_len(span.text) for span in group)
        if lines and used + gap + cells <= width:
            lines[-1] += (Span(" " * gap), *group)
            used += gap + cells
        else:
            lines.append(group)
            used = cells
    return lines


def key_lines(
    keys: Iterable[tuple[str, str, str]], width: int, gap: int = 3, ink: str = "ink"
) -> list[Line]:
    """Keys on their caps with a word each, as many lines as they need.

    A key is what pressing it sends, what is read on the cap, and the word.
    """
    groups = [
        (Span(f" {cap} ", "ink-key", True, "cap", key), Span(f" {plain(words)}", ink, key=key))
        for key, cap, words in keys
    ]
    return flowing(groups, width, gap)


def bar(done: int, total: int, width: int) -> list[Span]:
    """How far: a thin bar of `width` cells, full when there is nothing to do."""
    full = width if done >= total else width * done // total
    return [Span("━" * full, "pane-focus"), Span("─" * (width - full), "ink-faint")]
