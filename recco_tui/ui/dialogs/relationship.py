"""What someone is to me: one of LinkedIn's twelve relationships, or only the kind."""

from dataclasses import dataclass
from typing import NamedTuple

from rich.segment import Segment
from textual.app import ComposeResult
from textual.strip import Strip
from textual.widgets import Static

from recco_tui.core.relationships import KNOWN_KINDS, Kind, Relationship
from recco_tui.ui.dialogs.base import Dialog
from recco_tui.ui.dialogs.choice import ChoiceLines
from recco_tui.ui.formatting import cut, fit
from recco_tui.ui.theme import Inks
from recco_tui.ui.widgets.keys import bind, bind_hidden
from recco_tui.ui.widgets.line_list import BAR, LineState

_KIND_CELLS = 14
"""The first column: "1 manager" and blanks."""


@dataclass(frozen=True, slots=True)
class RelationshipChoice:
    """`code` None: only the kind is said."""

    kind: Kind
    code: Relationship | None


class _Line(NamedTuple):
    letter: str
    code: Relationship
    kind_key: str


def _lines() -> tuple[_Line, ...]:
    """The twelve by kind, lettered in the order shown; a kind's key is on its first line."""
    made: list[_Line] = []
    for number, kind in enumerate(KNOWN_KINDS, 1):
        codes = [code for code in Relationship if code.kind == kind]
        for code in codes:
            letter = chr(ord("a") + len(made))
            made.append(_Line(letter, code, str(number) if code == codes[0] else ""))
    return tuple(made)


LINES = _lines()


class RelationshipLines(ChoiceLines):
    """Two columns: the kinds with their digits, the relationships with their letters."""

    def __init__(self, present: Relationship | None, kind: Kind | None) -> None:
        super().__init__(())
        self._entries = LINES
        self._present = present
        self._kind = kind
        self.styles.height = len(LINES)

    def on_mount(self) -> None:
        codes = [line.code for line in LINES]
        self.entries_changed(codes.index(self._present) if self._present else 0)

    def draw_entry(self, inks: Inks, line: int, state: LineState, width: int) -> Strip:
        letter, code, kind_key = LINES[line]
        ground = state.ground
        kind = fit(code.kind.value if kind_key else "", _KIND_CELLS - 2)
        present = code == self._present
        said = bool(kind_key) and self._kind == code.kind and self._present is None
        words = cut(code.theirs, max(4, width - _KIND_CELLS - (11 if present else 4)))
        segments = [
            Segment(BAR if state.cursor else " ", inks("pane-focus", on=ground)),
            Segment(fit(kind_key, 2), inks("ink-key", bold=True, on=ground)),
            Segment(kind, inks("ink" if said else "ink-muted", bold=said, on=ground)),
            Segment(f"{letter}  ", inks("ink-key", bold=True, on=ground)),
            Segment(words, inks(bold=present, on=ground)),
            Segment("  ● now" if present else "", inks("pane-focus", on=ground)),
        ]
        return Strip(segments).adjust_cell_length(width, inks(on=ground))

    def entry_clicked(self, line: int, x: int, event: object) -> bool:
        kind_key = LINES[line].kind_key
        if kind_key and x < _KIND_CELLS:
            self.app.simulate_key(kind_key)
            return True
        return super().entry_clicked(line, x, event)


class RelationshipDialog(Dialog[RelationshipChoice]):
    """`name` is a person's or "5 people"; a letter answers the relationship, a digit the kind."""

    BINDINGS = [
        *(
            bind_hidden(
                f"relationship.{line.code.value}",
                line.letter,
                line.code.theirs,
                f"Set the kind to {line.code.kind.value}.",
                f"relate({index})",
            )
            for index, line in enumerate(LINES)
        ),
        *(
            bind_hidden(
                f"relationship.kind.{kind.value}",
                str(number),
                kind.value,
                f"Set the kind to {kind.value}, nothing more exact.",
                f"kind('{kind.value}')",
            )
            for number, kind in enumerate(KNOWN_KINDS, 1)
        ),
        bind(
            "relationship.kind.unknown", "0", "Not known", "Leave the kind open.", "kind('unknown')"
        ),
    ]

    def __init__(
        self, name: str, present: Relationship | None = None, kind: Kind | None = None
    ) -> None:
        """`present` and `kind` are what is known now."""
        super().__init__(name)
        self._present = present
        self._kind = kind

    def body(self) -> ComposeResult:
        yield Static("What are they to you? A number sets only the kind.", classes="question")
        yield RelationshipLines(self._present, self._kind)

    def action_relate(self, index: int) -> None:
        self._answer(LINES[index].code)

    def _answer(self, code: Relationship) -> None:
        self.finish(RelationshipChoice(code.kind, code))

    def action_kind(self, kind: str) -> None:
        self.finish(RelationshipChoice(Kind(kind), None))

    def on_line_list_chosen(self, event: ChoiceLines.Chosen) -> None:
        self._answer(event.entry.code)
