"""The terminal: its streams, in whatever state the caller left them, and the board on it."""

import gc
import io
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from recco_tui.cli.session import Session
from recco_tui.core.errors import UsageError

if TYPE_CHECKING:
    from recco_tui.classroom.store import ClassStore


class _ClosedOutput(io.RawIOBase):
    """Replaces a standard output that the caller closed; records whether anything was written."""

    lost = False

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        self.lost = True
        return memoryview(data).nbytes  # type: ignore[arg-type]


_closed_output = _ClosedOutput()


def prepare() -> None:
    """Reserve the three descriptors and make every character writable, before a file is opened.

    A file that got the number of a closed stream would receive what is printed to that stream.
    """
    with suppress(OSError):
        while (descriptor := os.open(os.devnull, os.O_RDWR)) < 3:
            os.set_inheritable(descriptor, True)
        os.close(descriptor)
    _closed_output.lost = False
    if sys.stdout is None:
        sys.stdout = io.TextIOWrapper(io.BufferedWriter(_closed_output), encoding="utf-8")
    for stream in (sys.stdout, sys.stderr):
        _configure_encoding(stream)


def _configure_encoding(stream: object) -> None:
    """Replace characters that the stream's encoding lacks, instead of raising.

    In UTF-8 only lone surrogates cannot be written; escaped, they leave JSON valid.
    """
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        encoding = str(getattr(stream, "encoding", "") or "")
        utf = encoding.casefold().replace("-", "").startswith("utf")
        reconfigure(errors="backslashreplace" if utf else "replace")


def output_is_lost() -> bool:
    """Whether anything was printed although the caller had closed standard output."""
    if sys.stdout is not None:
        sys.stdout.flush()
    return _closed_output.lost


def detach_stdout() -> None:
    """Redirect standard output to the null device, so that flushing it at exit cannot fail."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def open_board(session: Session, class_store: "ClassStore | None" = None) -> int:
    """Show the board in this terminal until the user quits; the exit status.

    With a class, its board lies over the user's own."""
    if not os.environ.get("TEXTUAL_DRIVER", "").startswith("recco_tui.web."):
        _require_terminal()
    _ignore_impossible_size()
    gc.disable()  # nothing loaded here becomes garbage: the app turns it on once it is painted
    from recco_tui import second_reader
    from recco_tui.ui.app import run as run_app

    reader = second_reader.read if second_reader.is_installed() else None
    badge = "demo" if session.demo else ""
    return run_app(session.ledger_on_disk(), badge, class_store, reader)


def is_terminal() -> bool:
    """Whether standard input and output are one that can show the board."""
    return bool(sys.stdin and sys.stdin.isatty() and sys.stdout and sys.stdout.isatty())


def _require_terminal() -> None:
    if not is_terminal():
        raise UsageError(
            "The board needs a terminal. In scripts, use 'recco board' and 'recco today'."
        )
    if os.environ.get("TERM", "") in ("dumb", "unknown"):
        raise UsageError(
            f"This terminal (TERM={os.environ['TERM']}) can't show the board. "
            "'recco board' and 'recco today' print lines."
        )


def _ignore_impossible_size() -> None:
    """COLUMNS and LINES override the size of the terminal, and that many cells would be painted."""
    for name in ("COLUMNS", "LINES"):
        if os.environ.get(name, "").lstrip("+-0")[4:]:
            del os.environ[name]
