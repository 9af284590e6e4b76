"""The last line of every view: the keys that work now, taken from the bindings themselves."""

from typing import TYPE_CHECKING, NamedTuple

from rich.segment import Segment
from textual import events
from textual.app import App
from textual.strip import Strip

from recco_tui.ui.formatting import ELLIPSIS, cell_len, plain
from recco_tui.ui.theme import Inks
from recco_tui.ui.widgets.kept_lines import KeptLines

if TYPE_CHECKING:
    from textual.binding import Binding
    from textual.screen import Screen

_GAP = 2


class FooterKey(NamedTuple):
    """`key` is what pressing it sends, `shown` and `words` what is read; `enabled` False is dim."""

    key: str
    shown: str
    words: str
    enabled: bool

    @property
    def width(self) -> int:
        """Cells, without the gap after it."""
        return cell_len(self.shown) + 1 + cell_len(self.words)


class KeyFooter(KeptLines):
    """Every shown binding, in the order declared; the last go when there is no room.

    Bindings whose id is, or ends after a dot in, one of `kept` stay at the right end at any width.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = "KeyFooter { height: 1; width: 1fr; dock: bottom; }"

    def __init__(self, kept: tuple[str, ...] = ("undo", "keys", "quit")) -> None:
        super().__init__()
        self._kept = kept
        self._going: tuple[FooterKey, ...] = ()
        self._staying: tuple[FooterKey, ...] = ()
        self._spans: list[tuple[int, int, FooterKey]] = []

    @property
    def keys(self) -> tuple[FooterKey, ...]:
        """All keys, those that stay last, whether there is room for them or not."""
        return self._going + self._staying

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._bindings_updated)

    def on_unmount(self) -> None:
        self.screen.bindings_updated_signal.unsubscribe(self)

    def on_click(self, event: events.Click) -> None:
        for start, end, key in self._spans:
            if start <= event.x < end:
                if key.enabled:
                    # The key itself: the app's own method takes the keys of the first days.
                    self.app.call_later(App.simulate_key, self.app, key.key)
                return

    def render_line(self, y: int) -> Strip:  # noqa: ARG002
        """The line, padded to the width there is."""
        inks, width = Inks.of(self), self.size.width
        base = inks()
        segments: list[Segment] = [Segment(" ", base)]
        self._spans = []
        x = 1
        end = width - 1 - sum(key.width for key in self._staying) - _GAP * len(self._staying)
        for index, key in enumerate(self._going):
            sign = 0 if index == len(self._going) - 1 else _GAP + 1
            if x + key.width + sign > end:
                segments.append(Segment(ELLIPSIS + " ", inks("ink-faint")))
                x += 2
                break
            x = self._add(inks, segments, x, key)
        segments.append(Segment(" " * max(0, end + _GAP - x), base))
        x = max(x, end + _GAP)
        for key in self._staying:
            x = self._add(inks, segments, x, key)
        return Strip(segments).adjust_cell_length(width, base)

    def _add(self, inks: Inks, segments: list[Segment], x: int, key: FooterKey) -> int:
        shown = inks("ink-key" if key.enabled else "ink-faint", bold=True)
        words = inks("ink-muted" if key.enabled else "ink-faint")
        segments.append(Segment(key.shown, shown))
        segments.append(Segment(f" {key.words}" + " " * _GAP, words))
        self._spans.append((x, x + key.width, key))
        return x + key.width + _GAP

    def _bindings_updated(self, screen: "Screen[object]") -> None:
        if not self.is_attached or screen is not self.screen:
            return
        going: dict[str, FooterKey] = {}
        staying: dict[str, FooterKey] = {}
        for _, binding, enabled, _ in screen.active_bindings.values():
            if binding.show:
                chosen = staying if self._stays(binding) else going
                key = FooterKey(
                    binding.key,
                    self.app.get_key_display(binding),
                    plain(binding.description),
                    enabled,
                )
                chosen.setdefault(binding.action, key)
        keys = tuple(going.values()), tuple(staying.values())
        if keys != (self._going, self._staying):
            self._going, self._staying = keys
            self.refresh()

    def _stays(self, binding: "Binding") -> bool:
        return bool(binding.id) and str(binding.id).rpartition(".")[2] in self._kept
