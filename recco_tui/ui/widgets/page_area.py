"""A page of text, to be written or to be read, whose parts are drawn in inks."""

from textual.widgets import TextArea

from recco_tui.core.cleaning import clean_text


class PageArea(TextArea):
    """Plain text with soft wraps; offsets are in characters from the beginning of the text."""

    DEFAULT_CSS = """
    PageArea {
        border: none;
        padding: 0 1;
        height: 1fr;
        &:focus { border: none; }
    }
    """

    def __init__(self, text: str = "", *, id: str | None = None, read_only: bool = False) -> None:
        super().__init__(
            clean_text(text),
            id=id,
            read_only=read_only,
            soft_wrap=True,
            show_line_numbers=False,
            tab_behavior="focus",
            highlight_cursor_line=False,
        )

    @property
    def plain_text(self) -> str:
        """The text with `\\n` between its lines, whatever was pasted."""
        return "\n".join(self.document.lines)

    def offset_of(self, place: tuple[int, int]) -> int:
        """The offset of a row and a column."""
        row, column = place
        return sum(len(line) + 1 for line in self.document.lines[:row]) + column

    def redraw(self) -> None:
        """Draw all lines again: text, theme or what is marked in them is another."""
        self._line_cache.clear()
        self.refresh()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        if self.is_mounted:
            self.redraw()
