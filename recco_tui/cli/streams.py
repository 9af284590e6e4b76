"""Standard input, output and error, as odd as a caller may leave them."""

import io
import os
import sys
from contextlib import suppress


class _Closed(io.RawIOBase):
    """Stands for an output that the caller closed: takes all, and knows that it was for nothing."""

    lost = False

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        self.lost = True
        return memoryview(data).nbytes  # type: ignore[arg-type]


_closed = _Closed()


def prepare() -> None:
    """Before anything is opened: no file may get a number of the three, or what a program writes
    to its output goes there; and every character can be written."""
    with suppress(OSError):
        while (number := os.open(os.devnull, os.O_RDWR)) < 3:
            os.set_inheritable(number, True)
        os.close(number)
    _closed.lost = False
    if sys.stdout is None:
        sys.stdout = io.TextIOWrapper(io.BufferedWriter(_closed), encoding="utf-8")
    for stream in (sys.stdout, sys.stderr):
        _never_choke_on_characters(stream)


def _never_choke_on_characters(stream: object) -> None:
    """Write something for every character, also where the terminal speaks ASCII only.

    In UTF-8 only lone surrogates cannot be written; as escapes they leave JSON valid.
    """
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        encoding = str(getattr(stream, "encoding", "") or "")
        utf = encoding.casefold().replace("-", "").startswith("utf")
        reconfigure(errors="backslashreplace" if utf else "replace")


def output_is_lost() -> bool:
    """Whether something was printed and the caller had closed standard output."""
    if sys.stdout is not None:
        sys.stdout.flush()
    return _closed.lost


def let_go_of_output() -> None:
    """Point standard output at nothing, so that closing it at exit does not fail once more."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
