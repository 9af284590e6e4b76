"""Textual's driver for a terminal that may go away while recco is still painting."""

import os
from contextlib import suppress
from typing import IO, Any

from textual.drivers.linux_driver import LinuxDriver


class TerminalDriver(LinuxDriver):
    """A driver that outlives its terminal: long enough to keep the words and leave.

    The kernel tells a closed window by SIGHUP and then SIGCONT. Textual takes the second for the
    end of a pause and starts a second pair of threads; and the thread that paints ends at the
    first fault, so that whoever paints waits for it for ever once its queue is full.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Textual has it inferred as standard error itself, and asks no more of it than this.
        self._file = _UntilGone(self._file)  # type: ignore[assignment, arg-type]

    def _sigcont_application(self, *_: object) -> None:
        # Not within the signal: whoever is being interrupted may hold the queue of the painting.
        if self._auto_restart:
            self._loop.call_soon_threadsafe(self._come_back)

    def _come_back(self) -> None:
        if not os.isatty(self.fileno):
            return  # gone
        if not self._must_signal_resume:
            # Stopped by SIGSTOP, which nobody is told: its threads are still there.
            self.suspend_application_mode()
            self._must_signal_resume = True
        self.resume_application_mode()
        # The terminal shows an empty screen now, and nothing else tells Textual so.
        self._app.refresh(layout=True)


class _UntilGone:
    """The file of a terminal; what is painted behind its end is lost: nobody would see it."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file

    def write(self, text: str) -> None:
        with suppress(OSError):
            self._file.write(text)

    def flush(self) -> None:
        with suppress(OSError):
            self._file.flush()

    def isatty(self) -> bool:
        return self._file.isatty()

    def fileno(self) -> int:
        return self._file.fileno()
