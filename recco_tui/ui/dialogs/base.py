"""The shape of every dialog: one calm box with a title, a body and a quiet line of its keys."""

from typing import Generic, TypeVar

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.events import Resize
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from recco_tui.locations import styles_folder
from recco_tui.ui.formatting import content, title
from recco_tui.ui.widgets.key_footer import KeyFooter
from recco_tui.ui.widgets.keys import bind, bind_hidden
from recco_tui.ui.widgets.sizes import drop_if_outdated

T = TypeVar("T")

SCROLL_KEYS = [
    bind_hidden("dialog.down", "down,j", "Down", "Go down one line.", "scroll_box(1)"),
    bind_hidden("dialog.up", "up,k", "Up", "Go up one line.", "scroll_box(-1)"),
    bind_hidden("dialog.page", "pagedown", "Page down", "Go down one page.", "page_box(1)"),
    bind_hidden("dialog.back", "pageup", "Page up", "Go up one page.", "page_box(-1)"),
]
"""For dialogs that are read: they have no list or field that takes these keys."""


class Box(VerticalScroll, can_focus=False, inherit_bindings=False):
    """The box; what does not fit scrolls, the foot stays."""


class Dialog(ModalScreen[T | None], Generic[T]):
    """Answers once, with a value or, left with escape, None."""

    CSS_PATH = styles_folder() / "dialogs.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (66, "-usual"), (110, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (24, "-tall")]
    BINDINGS = [
        bind("dialog.cancel", "escape", "Cancel", "Close this without answering.", "cancel")
    ]

    def __init__(self, heading: str) -> None:
        """`heading` is shown literally in the border."""
        super().__init__()
        self._heading = heading
        self._answered = False
        self._notice = Static(classes="notice", markup=False)

    def body(self) -> ComposeResult:
        """What is in the box; scrolls when it must."""
        raise NotImplementedError

    def foot(self) -> ComposeResult:
        """What stays in sight between the body and the keys."""
        yield from ()

    def compose(self) -> ComposeResult:
        box = Box(classes="dialog")
        box.border_title = title(self._heading)
        with box:
            with Vertical(classes="foot"):
                yield from self.foot()
                yield self._notice
                yield KeyFooter(kept=("cancel",))
            yield from self.body()

    @property
    def heading(self) -> str:
        """What the dialog is about."""
        return self._heading

    @property
    def is_answered(self) -> bool:
        """Whether it is closing, or another one is over it."""
        return self._answered or not self.is_current

    async def _on_resize(self, event: Resize) -> None:
        drop_if_outdated(self, event)

    def finish(self, value: T | None) -> None:
        """Answer and close; the second of two answers at once is dropped."""
        if self.is_answered:
            return
        self._answered = True
        self.dismiss(value)

    def complain(self, sentence: str, field: Widget | None = None) -> None:
        """Say what is wrong, and go to the field where it is."""
        self._tell(f"✗ {sentence}", "-wrong")
        if field is not None:
            self.go_to(field)

    def go_to(self, field: Widget) -> None:
        """Put the focus on a field, or the line in it, at once: `focus()` would take its time."""
        self.set_focus(field if field.can_focus else field.query("LineInput").first())

    def hint(self, sentence: str) -> None:
        """Say something in the same place; empty takes it away."""
        self._tell(sentence, "-hint")

    def _tell(self, words: str, manner: str) -> None:
        self._notice.update(content(words))
        self._notice.set_classes(f"notice {manner}" if words else "notice")

    def action_cancel(self) -> None:
        self.finish(None)

    def action_scroll_box(self, lines: int) -> None:
        self.query_one(Box).scroll_relative(y=lines, animate=False, immediate=True)

    def action_page_box(self, pages: int) -> None:
        box = self.query_one(Box)
        page = max(1, box.scrollable_content_region.height - 1)
        box.scroll_relative(y=pages * page, animate=False, immediate=True)
