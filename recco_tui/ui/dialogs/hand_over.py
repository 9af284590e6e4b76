"""Handing a text over: recco copies it and opens the page, the user sends it and says so."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from textual import events
from textual.app import ComposeResult
from textual.widgets import Static

from recco_tui.core.errors import ReccoError
from recco_tui.core.models import Channel
from recco_tui.ui.dialogs.base import SCROLL_KEYS, Dialog
from recco_tui.ui.dialogs.form import FieldRow
from recco_tui.ui.formatting import content
from recco_tui.ui.widgets.date_field import DateField
from recco_tui.ui.widgets.key_dispatch import dispatch_now
from recco_tui.ui.widgets.keys import bind, bind_hidden
from recco_tui.ui.widgets.line_input import LineInput
from recco_tui.ui.widgets.option_row import OptionRow


@dataclass(frozen=True, slots=True)
class HandedOver:
    """What became of it. `sent` False: not yet, nothing is to be recorded."""

    sent: bool
    via: Channel | None
    on: date
    wants_address: bool = False
    """It was left to add their address, and goes on after that."""


class HandOver(Dialog[HandedOver]):
    """Copies when it opens; only `y` says sent, so that no key pressed twice can."""

    AUTO_FOCUS = ""
    BINDINGS = [
        bind("hand_over.sent", "y", "Sent", "Confirm that you sent it.", "answer(True)"),
        bind(
            "hand_over.later",
            "n",
            "Not yet",
            "Keep it open: it has not been sent.",
            "answer(False)",
        ),
        bind("hand_over.copy", "c", "Copy", "Copy the text again.", "copy"),
        bind("hand_over.page", "o", "Open page", "Open the page on LinkedIn.", "open_page"),
        bind(
            "hand_over.recommendations",
            "O",
            "Their texts",
            "Open what others wrote about them on LinkedIn.",
            "open_recommendations",
        ),
        bind("hand_over.address", "e", "Address", "Add their LinkedIn address.", "address"),
        bind("hand_over.day", "d", "Day", "Choose the day you sent it.", "day"),
        bind("hand_over.write", "w", "Save to file", "Save the text to a file.", "write"),
        *(
            bind_hidden(
                f"hand_over.via.{number}",
                str(number),
                f"Channel {number}",
                f"Choose channel {number}.",
                f"via({number})",
            )
            for number in range(1, len(Channel) + 1)
        ),
        *SCROLL_KEYS,
    ]

    def __init__(
        self,
        title: str,
        text: str,
        url: str,
        today: date,
        *,
        recommendations: str = "",
        copy: Callable[[str], str],
        open_page: Callable[[str], bool],
        write: Callable[[str], str],
        steps: Sequence[str] = (),
        via: Channel | None = None,
        channels: Sequence[Channel] = tuple(Channel),
    ) -> None:
        """`via` is the channel to begin with; without `channels` it cannot be changed.

        `copy` and `write` return the sentence to show; `write` keeps the text in a file, for
        terminals whose clipboard takes nothing. `open_page` says whether it was a page to open.
        `steps` say what to do, a sentence each. `url` empty: their address is not known, and the
        dialog offers to add it; with it there are their `recommendations` besides.
        """
        super().__init__(title)
        self._text = text
        self._url = url
        self._recommendations = recommendations
        self._today = today
        self._steps = tuple(steps)
        self._channels = tuple(channels)
        self._copy = copy
        self._open_page = open_page
        self._write = write
        numbered = enumerate(self._channels, 1)
        options = [(channel, f"{n} {channel.label}") for n, channel in numbered]
        self._via = OptionRow[Channel | None](options or [(via, "")], via)
        self._via.can_focus = False
        self._on = DateField(today)

    def body(self) -> ComposeResult:
        for number, step in enumerate(self._steps, 1):
            sign = f"{number}  " if len(self._steps) > 1 else ""
            last = " last" if number == len(self._steps) else ""
            yield Static(content(sign + step), classes=f"step{last}")
        yield Static(content(self._text), classes="text")

    def foot(self) -> ComposeResult:
        if self._url:
            yield FieldRow("page", Static(content(self._url), classes="value"))
        if self._channels:
            yield FieldRow("via", self._via)
        yield FieldRow("on", self._on, classes="day")
        yield Static("Sent?", classes="question")

    def on_mount(self) -> None:
        self.query_one("FieldRow.day").display = False
        if self._text:
            self.action_copy()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "open_page":
            return bool(self._url)
        if action == "open_recommendations":
            return bool(self._recommendations)
        if action == "address":
            return not self._url
        if action in ("copy", "write"):
            return bool(self._text)
        if action == "via":
            return 0 < int(str(parameters[0])) <= len(self._channels)
        return True

    def action_answer(self, sent: bool) -> None:
        try:
            on = self._on.value_date() or self._today
        except ReccoError as error:
            self._refuse_day(str(error))
            return
        if on > self._today:
            self._refuse_day("That day is in the future.")
            return
        self.finish(HandedOver(sent, self._via.value, on))

    def action_copy(self) -> None:
        self.hint(f"✓ {self._copy(self._text)}")

    def action_open_page(self) -> None:
        self._open(self._url)

    def action_open_recommendations(self) -> None:
        self._open(self._recommendations)

    def action_address(self) -> None:
        self.finish(HandedOver(False, self._via.value, self._today, wants_address=True))

    def _open(self, url: str) -> None:
        if self._open_page(url):
            self.hint("✓ Opening the page in your browser.")
        else:
            self.complain("Not opened: that is not a LinkedIn page.")

    def action_write(self) -> None:
        self.hint(self._write(self._text))

    def action_via(self, number: int) -> None:
        self._via.value = self._channels[number - 1]

    def action_day(self) -> None:
        self.query_one("FieldRow.day").display = True
        self.go_to(self._on)

    def action_cancel(self) -> None:
        """Escape first leaves the line for the day."""
        if isinstance(self.focused, LineInput):
            self.set_focus(None)
        else:
            super().action_cancel()

    async def on_key(self, event: events.Key) -> None:
        """A day typed fast after `d` is no answer."""
        await dispatch_now(self, event)

    def handle_enter(self) -> None:
        self.set_focus(None)

    def _refuse_day(self, sentence: str) -> None:
        self.action_day()
        self.complain(sentence)
