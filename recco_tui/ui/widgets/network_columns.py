"""The columns of the Network table: which there are, and how they share the room.

Every column but the name goes when the room is short, the least telling first; the name stays.
"""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Literal, NamedTuple

from recco_tui.core.models import BoardRow
from recco_tui.ui.present.board import RowFacts


class Column(StrEnum):
    """What a column shows, and what a click on its header asks to sort by."""

    NAME = "name"
    COMPANY = "company"
    KIND = "kind"
    GIVEN = "given"
    RECEIVED = "received"
    BALANCE = "balance"
    ASK = "ask"
    LAST = "last"


FactsOf = Callable[[BoardRow], RowFacts]


class Spec(NamedTuple):
    """`least` and `most`: the width in cells without the gap at its left."""

    column: Column
    header: str
    least: int
    most: int
    align: Literal["left", "right"]
    gap: int


class Place(NamedTuple):
    """A column that found room: `start` and `width` in cells of the line."""

    spec: Spec
    start: int
    width: int


GUTTER = 4
"""The bar of the cursor, the mark, the pin, and a blank."""

END = 1
"""The blank at the end of the line."""

SPECS = (
    Spec(Column.NAME, "Name", 12, 34, "left", 0),
    Spec(Column.COMPANY, "Company", 18, 40, "left", 2),
    Spec(Column.KIND, "Kind", 7, 7, "left", 2),
    Spec(Column.GIVEN, "Given", 5, 5, "right", 2),
    Spec(Column.RECEIVED, "Recvd", 5, 5, "right", 1),
    Spec(Column.BALANCE, "Balance", 9, 10, "left", 2),
    Spec(Column.ASK, "Ask", 13, 22, "left", 2),
    Spec(Column.LAST, "Last", 5, 6, "right", 2),
)

_LEAVING: tuple[tuple[int, tuple[Column, ...]], ...] = (
    (16, (Column.COMPANY,)),
    (13, (Column.LAST,)),
    (13, (Column.GIVEN, Column.RECEIVED)),
    (13, (Column.KIND,)),
    (13, (Column.ASK,)),
    (13, (Column.BALANCE,)),
)
"""Who goes first, the two counts together, and for how wide a name. At 13 all but the company have
room beside the contact pane: what a narrow window shows, a wider one shows too."""


def arrange(room: int) -> tuple[Place, ...]:
    """The columns shown in a line of `room` cells, from the left.

    The line is filled but for a blank at its end, which keeps numbers off the scroll bar.
    """
    room -= END
    kept = _kept(room)
    widths = {spec.column: spec.least for spec in kept}
    spare = room - GUTTER - sum(spec.gap + spec.least for spec in kept)
    for column in (Column.NAME, Column.COMPANY, Column.ASK, Column.BALANCE):
        spec = next((spec for spec in kept if spec.column is column), None)
        if spec is not None and spare > 0:
            more = min(spare, spec.most - spec.least)
            widths[column] += more
            spare -= more
    widths[Column.NAME] = max(1, widths[Column.NAME] + spare)
    return _placed(kept, widths)


def column_at(places: Sequence[Place], x: int) -> Column | None:
    """The column under a cell of the header; the gap at a column's left is its own."""
    for place in reversed(places):
        if x >= place.start - place.spec.gap:
            return place.spec.column
    return None


def _kept(room: int) -> list[Spec]:
    kept = list(SPECS)
    for name, leaving in _LEAVING:
        others = sum(spec.gap + spec.least for spec in kept if spec.column is not Column.NAME)
        if GUTTER + name + others <= room:
            break
        kept = [spec for spec in kept if spec.column not in leaving]
    return kept


def _placed(kept: list[Spec], widths: dict[Column, int]) -> tuple[Place, ...]:
    places: list[Place] = []
    x = GUTTER
    for spec in kept:
        x += spec.gap
        places.append(Place(spec, x, widths[spec.column]))
        x += widths[spec.column]
    return tuple(places)
