"""Programs that end when recco does, however it ends.

Run as a script, `child_program.py PROGRAM ARGUMENT…` is a process between the two: it ends the
program when its own standard input is closed, a pipe of which only recco holds the other end. On
Linux the program also ends when this script is killed.
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

PRIVATE_UMASK = 0o077
EXIT_TIMEOUT = 10.0
"""Seconds from SIGTERM to SIGKILL."""
PR_SET_PDEATHSIG = 1


class RunningProgram:
    """A program that ends when `lifeline`, the end of a pipe, is closed."""

    def __init__(self, process: "subprocess.Popen[Any]", lifeline: int) -> None:
        self.process = process
        self._lifeline: int | None = lifeline

    def stop(self) -> None:
        """Tell the program to end; a second call does nothing."""
        lifeline, self._lifeline = self._lifeline, None
        if lifeline is not None:
            os.close(lifeline)


@contextmanager
def started(command: Sequence[str], **streams: Any) -> Iterator[RunningProgram]:
    """Run the program until the block is left; only its user can read the files it writes."""
    inherited, lifeline = os.pipe()
    try:
        process = subprocess.Popen(
            [sys.executable, "-I", __file__, *command],
            stdin=inherited,
            start_new_session=os.name == "posix",  # ctrl+c is for recco, which passes it on
            **streams,
        )
    finally:
        os.close(inherited)
    running = RunningProgram(process, lifeline)
    with process:
        try:
            yield running
        finally:
            running.stop()


def run_to_end(command: Sequence[str]) -> tuple[int, str, str]:
    """Exit status, standard output and standard error of a program that ends by itself."""
    both = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with started(command, **both, encoding="utf-8", errors="replace") as running:
        out, err = running.process.communicate()
        return running.process.returncode, out, err


def main(command: list[str]) -> int:
    """Run the program until it ends, or until standard input is closed; its exit status."""
    if os.name == "posix":
        os.umask(PRIVATE_UMASK)
    end_with_parent = _end_with_parent_function() if sys.platform == "linux" else None
    try:
        program = subprocess.Popen(command, stdin=subprocess.DEVNULL, preexec_fn=end_with_parent)
    except OSError as error:
        sys.stderr.write(f"Error: {command[0]} cannot be started: {error.strerror}\n")
        return 127
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        with suppress(AttributeError, ValueError):
            signal.signal(getattr(signal, name), lambda *_: _end(program))
    Thread(target=_watch, args=(program,), daemon=True).start()
    status = program.wait()
    return status if status >= 0 else 128 - status


def _end_with_parent_function() -> "partial[None]":
    """What makes a new process end with this one, on Linux; to be called in the new one."""
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
    later = Timer(EXIT_TIMEOUT, program.kill)
    later.daemon = True
    later.start()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
