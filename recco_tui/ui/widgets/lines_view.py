"""Quiet text in several inks, made of lines for a width, and the keys in it that can be clicked."""

from collections.abc import Callable, Sequence

from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from recco_tui.ui.formatting import cell_len
from recco_tui.ui.present.spans import BLANK, Line
from recco_tui.ui.theme import Inks

Lines = Sequence[Line]


class LinesView(Widget):
    """As high as its lines. A click on a span with a key presses that key."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "LinesView { height: auto; width: 1fr; }"

    def __init__(
        self,
        write: Callable[[int], Lines] = lambda _: (),
        *,
        id: str | None = None,  # noqa: A002 - Textual's name
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
        spans = lines[y] if y < len(lines) else BLANK
        segments = [
            Segment(span.text, inks(span.ink, bold=span.bold, on=span.on)) for span in spans
        ]
        return Strip(segments).adjust_cell_length(width, inks())

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        lines = self._lines(self.size.width)
        if offset is None or offset.y >= len(lines):
            return
        x = 0
        for span in lines[offset.y]:
            x += cell_len(span.text)
            if offset.x < x:
                if span.key:
                    self.app.simulate_key(span.key)
                return

    def _lines(self, width: int) -> Lines:
        if self._drawn[0] != width:
            self._drawn = (width, self._write(width) if width > 0 else ())
        return self._drawn[1]
