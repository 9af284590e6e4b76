"""The lines of the Network table as strips: the header, a person, an empty table's sentence."""

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from recco_tui.core.models import BoardRow
from recco_tui.core.relationships import Kind
from recco_tui.ui.formatting import NOTHING, ZERO, count, cut, fit
from recco_tui.ui.present.board import RowFacts
from recco_tui.ui.theme import Inks
from recco_tui.ui.widgets.line_list import BAR, LineState
from recco_tui.ui.widgets.network_columns import GUTTER, Column, Place

MARK = "✓"
PIN = "◆"
RISING = "▴"
FALLING = "▾"

_WORDLESS = (NOTHING, ZERO, "")


def header_strip(
    inks: Inks, places: Sequence[Place], width: int, sort: Column | None, descending: bool
) -> Strip:
    """The names of the columns; the sorted one has an arrow and the brighter ink."""
    quiet = inks("ink-muted")
    segments = [Segment(" " * min(GUTTER, width), quiet)]
    for place in places:
        name, style = place.spec.header, quiet
        if place.spec.column is sort:
            style = inks("ink", bold=True)
            name = _with_arrow(name, FALLING if descending else RISING, place)
        segments.append(Segment(" " * place.spec.gap, quiet))
        segments.append(Segment(fit(name, place.width, place.spec.align), style))
    return _filled(segments, width, quiet)


def row_strip(
    inks: Inks,
    places: Sequence[Place],
    width: int,
    row: BoardRow,
    facts: RowFacts,
    state: LineState,
) -> Strip:
    """One person. Marked, pinned and under the cursor are signs as well as colours."""
    ground = state.ground
    base = inks("ink", on=ground)
    bar = inks("pane-focus" if state.focused else "ink-faint", on=ground)
    segments = [
        Segment(BAR if state.cursor else " ", bar),
        Segment(MARK if state.marked else " ", inks("row-mark", bold=True, on=ground)),
        Segment(PIN if row.pinned else " ", inks("ink-faint", on=ground)),
        Segment(" ", base),
    ]
    for place in places:
        text, style = _cell(inks, place.spec.column, row, facts, state, ground)
        segments.append(Segment(" " * place.spec.gap, base))
        segments.append(Segment(fit(text, place.width, place.spec.align), style))
    return _filled(segments, width, base)


def blank_strip(inks: Inks, width: int, text: str = "") -> Strip:
    """A line without a person, perhaps with one of the sentences of the empty table."""
    quiet = inks("ink-muted")
    room = max(0, width - GUTTER)
    return _filled([Segment(" " * GUTTER, quiet), Segment(cut(text, room), quiet)], width, quiet)


def _cell(
    inks: Inks, column: Column, row: BoardRow, facts: RowFacts, state: LineState, ground: str | None
) -> tuple[str, Style]:
    match column:
        case Column.NAME:
            return row.name, inks("ink", bold=state.cursor, on=ground)
        case Column.COMPANY:
            return row.company, inks("ink-muted", on=ground)
        case Column.KIND:
            known = row.kind is not Kind.UNKNOWN
            return (row.kind.value if known else "?"), inks(
                "ink-muted" if known else "ink-faint", on=ground
            )
        case Column.GIVEN:
            return count(row.given), inks("ink" if row.given else "ink-faint", on=ground)
        case Column.RECEIVED:
            return count(row.received), inks("ink" if row.received else "ink-faint", on=ground)
        case Column.BALANCE:
            return _meant(inks, facts.balance, facts.balance_meaning, ground)
        case Column.ASK:
            return _meant(inks, facts.ask, facts.ask_meaning, ground)
        case Column.LAST:
            return facts.last, inks("ink-muted", on=ground)


def _meant(inks: Inks, words: str, meaning: str, ground: str | None) -> tuple[str, Style]:
    return words, inks("ink-faint" if words in _WORDLESS else meaning, on=ground)


def _with_arrow(name: str, arrow: str, place: Place) -> str:
    if place.spec.align == "right":
        return cut(name, place.width) if len(name) >= place.width else f"{arrow}{name}"
    return f"{name} {arrow}"


def _filled(segments: list[Segment], width: int, style: Style) -> Strip:
    return Strip(segments).simplify().adjust_cell_length(width, style)
