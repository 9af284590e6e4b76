"""Programs that end when recco does, however it ends.

Run as a script, `ending_together.py PROGRAM ARGUMENT…` stands between the two: it ends the program
when its own standard input does, a pipe of which recco alone holds the other end. Where Linux can,
the program also ends when this script is killed.
"""

import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from threading import Thread, Timer
from typing import Any

PRIVATE = 0o077
TO_END = 10.0
"""Seconds for the last words of a program that is told to end."""
PR_SET_PDEATHSIG = 1


class Running:
    """A program; `stop` tells it to end."""

    def __init__(self, process: "subprocess.Popen[Any]", held: int) -> None:
        self.process = process
        self._held: int | None = held

    def stop(self) -> None:
        """Tell it to end; again does nothing."""
        held, self._held = self._held, None
        if held is not None:
            os.close(held)


@contextmanager
def started(words: Sequence[str], **streams: Any) -> Iterator[Running]:
    """The program, until the block is left; what it writes can be read by its user alone."""
    inherited, held = os.pipe()
    try:
        process = subprocess.Popen(
            [sys.executable, "-I", __file__, *words],
            stdin=inherited,
            start_new_session=os.name == "posix",  # ctrl+c is for recco, which passes it on
            **streams,
        )
    finally:
        os.close(inherited)
    running = Running(process, held)
    with process:
        try:
            yield running
        finally:
            running.stop()


def finished(words: Sequence[str]) -> tuple[int, str, str]:
    """Status, output and complaints of a program that ends by itself."""
    both = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with started(words, **both, encoding="utf-8", errors="replace") as running:
        out, err = running.process.communicate()
        return running.process.returncode, out, err


def main(words: list[str]) -> int:
    """Run the program until it ends, or until nobody is left at the other end of the pipe."""
    if os.name == "posix":
        os.umask(PRIVATE)
    bound = _ender() if sys.platform == "linux" else None
    try:
        program = subprocess.Popen(words, stdin=subprocess.DEVNULL, preexec_fn=bound)
    except OSError as error:
        sys.stderr.write(f"Error: {words[0]} cannot be started: {error.strerror}\n")
        return 127
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        with suppress(AttributeError, ValueError):
            signal.signal(getattr(signal, name), lambda *_: _end(program))
    Thread(target=_watch, args=(program,), daemon=True).start()
    status = program.wait()
    return status if status >= 0 else 128 - status


def _ender() -> "partial[None]":
    """What makes a program on Linux end with this process; to be called in the new one."""
    return partial(_end_with_parent, ctypes.CDLL(None).prctl, os.getpid())


def _end_with_parent(prctl: Any, parent: int) -> None:
    prctl(PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)
    if os.getppid() != parent:
        os._exit(1)


def _watch(program: "subprocess.Popen[bytes]") -> None:
    with suppress(OSError):
        while os.read(0, 1):
            pass
    _end(program)


def _end(program: "subprocess.Popen[bytes]") -> None:
    program.terminate()
    later = Timer(TO_END, program.kill)
    later.daemon = True
    later.start()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
