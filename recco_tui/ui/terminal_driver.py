"""Textual's driver for a terminal that may go away while recco is still painting."""

import os
import selectors
import signal
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import IO, Any

from textual.drivers.linux_driver import LinuxDriver
from textual.events import Resize
from textual.geometry import Size
from textual.message import Message

from recco_tui.ui.terminal_background import QUESTION, may_be_asked
from recco_tui.ui.terminal_input import TerminalInput

MOST_CELLS = 2000
"""Columns or lines of the largest terminal there may be."""
MOST_BYTES = 2**16
"""Read at once."""
QUIET_SECONDS = 0.1


class TerminalDriver(LinuxDriver):
    """A driver that goes on without its terminal: long enough to keep the words and leave.

    The kernel tells a closed window by SIGHUP and then SIGCONT. Textual takes the second for the
    end of a pause and starts a second pair of threads; and the thread that paints ends at the
    first fault, so that whoever paints waits for it for ever once its queue is full.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Textual has it inferred as standard error itself, and asks no more of it than this.
        self._file = _TerminalFile(self._file)  # type: ignore[assignment, arg-type]

    def _run_input_thread(self) -> None:
        """The thread that reads what is typed. Where it cannot go on, recco leaves and says so."""
        try:
            self.run_input_thread()
        except (OSError, EOFError):
            # The terminal is gone; the signal that says so may be late, or never come.
            self._call_app(lambda: self._app.exit(None, 128 + signal.SIGHUP))
        except Exception as error:
            self._call_app(partial(self._app._handle_exception, error))

    def _call_app(self, what: Callable[[], object]) -> None:
        """Have the application do it, if it is there still."""
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(what)

    def start_application_mode(self) -> None:
        """Also after a pause: the terminal may look otherwise by then."""
        super().start_application_mode()  # type: ignore[no-untyped-call]
        if may_be_asked() and getattr(self, "_writer_thread", None) is not None:
            self.write(QUESTION)

    def run_input_thread(self) -> None:
        typed = TerminalInput(self._debug)
        with selectors.DefaultSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(QUIET_SECONDS):
                    data = os.read(self.fileno, MOST_BYTES)
                    if not data:
                        raise EOFError
                    messages = typed.read(data)
                else:
                    messages = typed.flush()
                for message in messages:
                    self.process_message(message)

    def process_message(self, message: Message) -> None:
        """What says a size that no terminal has is passed over: it would be painted."""
        if isinstance(message, Resize) and not _is_possible(message.size):
            return
        super().process_message(message)

    def _get_terminal_size(self) -> tuple[int, int]:
        """The size, from COLUMNS and LINES too as far as they can be true."""
        named = Size(*super()._get_terminal_size())
        if _is_possible(named):
            return named
        with suppress(OSError, ValueError):
            if _is_possible(asked := Size(*os.get_terminal_size(self.fileno))):
                return asked
        return 80, 24

    def _sigcont_application(self, *_: object) -> None:
        # Not within the signal: whoever is being interrupted may hold the queue of the painting.
        if self._auto_restart:
            self._loop.call_soon_threadsafe(self._resume)

    def _resume(self) -> None:
        if not os.isatty(self.fileno):
            return  # gone
        if not self._must_signal_resume:
            # Stopped by SIGSTOP, which no one is told: its threads are still there.
            self.suspend_application_mode()
            self._must_signal_resume = True
        self.resume_application_mode()
        # The terminal shows an empty screen now, and nothing else tells Textual so.
        self._app.refresh(layout=True)


def _is_possible(size: Size) -> bool:
    return 0 < size.width <= MOST_CELLS and 0 < size.height <= MOST_CELLS


class _TerminalFile:
    """The file of a terminal; what is painted behind its end is lost: no one would see it."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file

    def write(self, text: str) -> None:
        with suppress(OSError):
            try:
                self._file.write(text)
            except UnicodeEncodeError:
                known = getattr(self._file, "encoding", None) or "ascii"
                self._file.write(text.encode(known, "replace").decode(known))

    def flush(self) -> None:
        with suppress(OSError):
            self._file.flush()

    def isatty(self) -> bool:
        return self._file.isatty()

    def fileno(self) -> int:
        return self._file.fileno()
