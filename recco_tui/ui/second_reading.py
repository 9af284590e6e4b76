"""What the second reader says of the text in one editor, asked when the typing pauses."""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from recco_tui.core.models import TextKind
from recco_tui.writing.evidence import Evidence, carry_over_evidence

if TYPE_CHECKING:
    from recco_tui.ui.screens.editor import EditorScreen

SecondReader = Callable[[str, TextKind], Evidence]
"""reads a text; takes a tenth of a second, and half a second more the first time"""
PAUSE = 0.08
"""Seconds after the last key."""


class SecondReading:
    """`evidence` is what is known of the text now; none where no second reader is installed."""

    def __init__(self, editor: "EditorScreen") -> None:
        self._editor = editor
        self._timer: asyncio.TimerHandle | None = None
        self._read: str | None = None
        self.evidence: Evidence = {}

    @property
    def _reader(self) -> SecondReader | None:
        return self._editor.recco.second_reader

    def follow(self, old: str, new: str) -> None:
        """The text is another."""
        self.evidence = carry_over_evidence(self.evidence, old, new)
        self._read = None
        self.begin()

    def begin(self) -> None:
        """Read as soon as nothing was typed for a moment."""
        self.stop()
        if self._reader is not None and self._editor.text.strip():
            self._timer = asyncio.get_running_loop().call_later(PAUSE, self._fire)

    def stop(self) -> None:
        """No more by itself."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def catch_up(self) -> None:
        """Know at once what is to be known of the text: before it is judged for good."""
        self.stop()
        if self._reader is not None and self._read != self._editor.text:
            self._know(self._editor.text, self._reader(self._editor.text, self._editor.kind))

    def _fire(self) -> None:
        self._editor.run_worker(self._ask(), group="second reading", exclusive=True)

    async def _ask(self) -> None:
        text, reader = self._editor.text, self._reader
        if reader is not None:
            evidence = await asyncio.to_thread(reader, text, self._editor.kind)
            if text == self._editor.text:
                self._know(text, evidence)

    def _know(self, text: str, evidence: Evidence) -> None:
        is_news = evidence != self.evidence
        self._read, self.evidence = text, evidence
        if is_news:
            self._editor.show_more()
