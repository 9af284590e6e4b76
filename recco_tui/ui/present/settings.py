"""What the settings screen says: a line per setting, and below it the reason of one."""

from recco_tui.core.policy import Setting
from recco_tui.core.settings import Preference, SettingRow
from recco_tui.ui.formatting import cut, fit
from recco_tui.ui.present.spans import BLANK, Line, Span, wrapped

_GROUP_CELLS = 15
_VALUE_CELLS = 18
_LEFT = 2
_MARK_CELLS = 7


def _cells(width: int) -> tuple[int, int, int]:
    """Cells of the heading, the title and the value, for a line of `width`."""
    group = _GROUP_CELLS if width >= 70 else 0
    rest = width - group - _MARK_CELLS - 2
    wording = min(44, max(12, rest - _VALUE_CELLS))
    return group, wording, max(8, rest - wording)


def value_place(width: int) -> tuple[int, int]:
    """Where the value is in a list's line of `width`, and how many cells it has."""
    group, wording, value = _cells(width - _LEFT)
    return _LEFT + group + wording + 1, min(value, 40)


def row_line(row: SettingRow, width: int, heads: bool) -> Line:
    """One setting; the first of its group names it."""
    group, wording, value = _cells(width)
    sign = "● " if row.changed else "  "
    return (
        Span(fit(row.group if heads else "", group), "ink-muted"),
        Span(fit(row.spec.title, wording - 1) + " "),
        Span(sign, "row-mark"),
        Span(fit(row.words, value - 2) + "  ", "ink-key" if row.changed else "ink", row.changed),
        Span(fit(str(row.spec.mark), _MARK_CELLS), "ink-muted"),
    )


def told_lines(row: SettingRow | None, wrong: str, width: int) -> list[Line]:
    """Why the number is what it is, what would do, and the keys that change it."""
    if row is None:
        return []
    default = f"default {row.default}" if row.changed else "default"
    lines: list[Line] = [
        (
            Span(cut(row.spec.title, max(10, width - 30)), "ink-key", True),
            Span(f"  {cut(row.words, 40)}", "ink"),
            Span(f" · {default}", "ink-muted"),
        ),
        *wrapped(row.spec.reason, width),
    ]
    if wrong:
        return [*lines, *wrapped(f"✗ {wrong}", width, "error")]
    mark = row.spec.mark.label
    return [*lines, *wrapped(f"{mark} · {_range(row)}", width, "ink-muted"), BLANK]


def _range(row: SettingRow) -> str:
    spec = row.spec
    if isinstance(spec, Preference):
        if spec.choices:
            return f"{spec.unit}: " + ", ".join(words for _, words in spec.choices)
        return spec.unit
    if spec.unit in ("on or off", "weekday"):
        return spec.unit
    return f"{spec.least:g} to {spec.most:g} {spec.unit}"


def is_typed(row: SettingRow) -> bool:
    """Whether a value is typed; the others are taken from a few."""
    spec = row.spec
    if isinstance(spec, Preference):
        return not spec.choices or spec.several
    return spec.unit not in ("on or off", "weekday")


def next_value(row: SettingRow, by: int) -> str | None:
    """The value one step on or back, as it is typed; None when there are no steps."""
    spec = row.spec
    if isinstance(spec, Preference):
        if not spec.choices or spec.several:
            return None
        values = [value for value, _ in spec.choices]
        return values[(values.index(row.value) + by) % len(values)]
    return _number_step(spec, row.value, by)


def _number_step(spec: Setting, value: str, by: int) -> str:
    held = spec.read(value)
    if spec.unit == "on or off":
        return spec.write(not held)
    if spec.unit == "weekday":
        return spec.write((int(held) + by) % 7)
    step = by * 0.05 if spec.unit == "share" else by
    return spec.write(round(min(spec.most, max(spec.least, held + step)), 2))
