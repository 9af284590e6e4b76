"""A text to read and to choose words in; key phrases and what was searched for stand out."""

from collections.abc import Sequence

from rich.style import Style
from rich.text import Text
from textual.binding import Binding

from recco_tui.core.cleaning import clean_text
from recco_tui.core.names import fold
from recco_tui.ui.theme import Inks
from recco_tui.ui.widgets.page_area import PageArea


class ReadingArea(PageArea, inherit_bindings=False):
    """Arrows move, with shift they choose words; nothing can be typed."""

    BINDINGS = [
        binding
        for binding in PageArea.BINDINGS
        if isinstance(binding, Binding) and ("cursor" in binding.action or "copy" in binding.action)
    ]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, read_only=True)
        self._phrases: tuple[str, ...] = ()
        self._sought: tuple[str, ...] = ()

    def read(self, text: str, phrases: Sequence[str] = (), sought: str = "") -> None:
        """Show this text; `phrases` are in it word for word, `sought` are words of a search."""
        text = clean_text(text)
        if text != self.plain_text:
            self.load_text(text)
        self._phrases = tuple(phrases)
        self._sought = tuple(fold(word) for word in sought.split() if word.strip())
        self.redraw()

    @property
    def chosen(self) -> str:
        """The words chosen, each whole; empty when there are none."""
        if self.selection.is_empty:
            return ""
        text = self.plain_text
        first, last = sorted(map(self.offset_of, self.selection))
        while first > 0 and text[first - 1].isalnum() and text[first].isalnum():
            first -= 1
        while last < len(text) and text[last - 1].isalnum() and text[last].isalnum():
            last += 1
        return text[first:last].strip()

    def get_line(self, line_index: int) -> Text:
        line = super().get_line(line_index)
        inks = Inks.of(self)
        plain = line.plain
        start = self.offset_of((line_index, 0))
        for first, last in self._places():
            if first < start + len(plain) and last > start:
                style = Style(color=inks("row-mark").color, bold=True, underline=True)
                line.stylize(style, max(0, first - start), last - start)
        found = Style(color=inks("owed").color, bold=True)
        for first, last in words_in(plain, self._sought):
            line.stylize(found, first, last)
        return line

    def _places(self) -> list[tuple[int, int]]:
        text = self.plain_text
        places: list[tuple[int, int]] = []
        for phrase in self._phrases:
            at = text.find(phrase) if phrase else -1
            while at >= 0:
                places.append((at, at + len(phrase)))
                at = text.find(phrase, at + len(phrase))
        return places


def words_in(line: str, sought: Sequence[str]) -> list[tuple[int, int]]:
    """Where words of the line begin with one of the sought ones, without regard to accents."""
    places: list[tuple[int, int]] = []
    at = 0
    for word in line.split(" "):
        bare = word.lstrip("“”\"'(‘’[")
        first = at + len(word) - len(bare)
        if any(fold(bare).startswith(start) for start in sought):
            places.append((first, first + len(bare.rstrip(".,;:!?”\"')]"))))
        at += len(word) + 1
    return places
