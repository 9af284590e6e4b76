"""Bars: thin lying ones beside words, standing ones above months; each has its number near."""

from collections.abc import Sequence

from recco_tui.ui.formatting import count, fit
from recco_tui.ui.present.spans import Line, Span

_STANDING = " ▁▂▃▄▅▆▇█"
_EIGHTHS = 8


def lying(value: float, most: float, width: int) -> str:
    """A thin bar of up to `width` cells, in halves; anything above nothing is seen."""
    if value <= 0 or most <= 0 or width < 1:
        return ""
    full, rest = divmod(max(1, round(min(1, value / most) * width * 2)), 2)
    return "━" * full + "╸" * rest


def lying_line(words: str, value: int, most: int, cells: tuple[int, int, int], ink: str) -> Line:
    """Words, the number, the bar; `cells` are those of the words, the number and the bar."""
    wording, numbers, bar = cells
    return (
        Span(fit(words, wording), "ink-muted"),
        Span(fit(count(value), numbers, "right") + " ", "ink" if value else "ink-faint"),
        Span(lying(value, most, bar), ink),
    )


def standing(
    values: Sequence[int], most: int, height: int, cells: int, ink: str, gap: int = 1
) -> list[Line]:
    """Bars side by side, each `cells` wide with `gap` blanks after it, over their numbers."""
    lines: list[Line] = []
    for level in range(height - 1, -1, -1):
        text = "".join(
            _STANDING[_filled(value, most, height, level)] * cells + " " * gap for value in values
        )
        lines.append((Span(text, ink),))
    numbers = "".join(fit(count(value), cells, "center") + " " * gap for value in values)
    return [*lines, (Span(numbers, "ink"),)]


def _filled(value: int, most: int, height: int, level: int) -> int:
    """How many eighths of one cell of a bar are full; the lowest level is 0."""
    if value <= 0 or most <= 0:
        return 0
    eighths = max(1, round(value / most * height * _EIGHTHS))
    return max(0, min(_EIGHTHS, eighths - level * _EIGHTHS))


def shares(parts: Sequence[tuple[int, str]], width: int) -> Line:
    """One bar of `width` cells cut into the parts, each in its ink; every part there is is seen."""
    total = sum(value for value, _ in parts)
    if not total or width < len(parts):
        return (Span("─" * width, "ink-faint"),)
    there = [(value, ink) for value, ink in parts if value]
    cells = [1 + (width - len(there)) * value // total for value, _ in there]
    longest = max(range(len(cells)), key=cells.__getitem__)
    cells[longest] += width - sum(cells)
    return tuple(Span("━" * length, ink) for length, (_, ink) in zip(cells, there, strict=True))
