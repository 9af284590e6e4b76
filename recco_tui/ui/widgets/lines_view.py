"""Quiet text in several inks, made of lines for a width, and the keys in it that can be clicked."""

from collections.abc import Callable, Sequence

from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.strip import Strip

from recco_tui.ui.formatting import cell_len
from recco_tui.ui.present.spans import BLANK, Line
from recco_tui.ui.theme import Inks
from recco_tui.ui.widgets.kept_lines import KeptLines

Lines = Sequence[Line]


def segments_of(line: Line, inks: Inks, ground: str | None = None) -> list[Segment]:
    """The line as it is drawn; `ground` lies behind what has no ground of its own."""
    return [
        Segment(span.text, inks(span.ink, bold=span.bold, on=span.on or ground)) for span in line
    ]


def key_at(line: Line, x: int) -> str:
    """What a click on that cell of the line presses; empty where nothing is pressed."""
    for span in line:
        x -= cell_len(span.text)
        if x < 0:
            return span.key
    return ""


class LinesView(KeptLines):
    """As high as its lines. A click on a span with a key presses that key."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "LinesView { height: auto; width: 1fr; }"

    def __init__(
        self,
        write: Callable[[int], Lines] = lambda _: (),
        *,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._write = write
        self._drawn: tuple[int, Lines] = (-1, ())

    def show(self, write: Callable[[int], Lines]) -> None:
        """Show the lines that `write` makes for a width in cells."""
        self._write = write
        self._drawn = (-1, ())
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As many lines as there are."""
        return len(self._lines(width))

    def render_line(self, y: int) -> Strip:
        """Line `y`, padded to the width there is."""
        inks, width = Inks.of(self), self.size.width
        lines = self._lines(width)
        line = lines[y] if y < len(lines) else BLANK
        return Strip(segments_of(line, inks)).adjust_cell_length(width, inks())

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        lines = self._lines(self.size.width)
        if offset is None or offset.y >= len(lines):
            return
        if key := key_at(lines[offset.y], offset.x):
            self.app.simulate_key(key)

    def _lines(self, width: int) -> Lines:
        if self._drawn[0] != width:
            self._drawn = (width, self._write(width) if width > 0 else ())
        return self._drawn[1]
