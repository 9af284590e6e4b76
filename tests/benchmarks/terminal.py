"""A real pseudo-terminal around a program: what it painted, when, and how much memory it holds."""

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Sequence
from pathlib import Path


class Terminal:
    """`argv` in a terminal of so many columns and lines; use as a context."""

    def __init__(
        self,
        argv: Sequence[str],
        columns: int = 120,
        lines: int = 36,
        env: dict[str, str] | None = None,
    ) -> None:
        self.output = b""
        self._exited, self._status = False, 0
        self.started = time.perf_counter()
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            given = {"TERM": "xterm-256color", "COLORTERM": "truecolor", **(env or {})}
            # readline, once loaded, leaves its own 80 columns in the environment.
            kept = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "LINES")}
            os.execvpe(argv[0], list(argv), {**kept, **given})
        self.resize(columns, lines)

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, *_: object) -> None:
        if not self._exited:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self._fd)

    def resize(self, columns: int, lines: int) -> None:
        """Give the window another size, as a window manager does."""
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        os.kill(self.pid, signal.SIGWINCH)

    def _read(self, seconds: float) -> bool:
        ready, _, _ = select.select([self._fd], [], [], seconds)
        if not ready:
            return False
        try:
            self.output += os.read(self._fd, 1 << 16)
        except OSError:
            return False
        return True

    def until(self, *marks: bytes, seconds: float = 20.0, since: int = 0) -> float:
        """Seconds from the start until all marks were painted; raises `TimeoutError`.

        `since` is how much of the output does not count.
        """
        deadline = time.perf_counter() + seconds
        missing, searched = set(marks), since
        while missing := {mark for mark in missing if self.output.find(mark, searched) < 0}:
            if time.perf_counter() > deadline:
                raise TimeoutError(f"{missing} not painted: {self.output[-400:]!r}")
            # Only what is new from here on, and what a mark may have begun before it.
            searched = max(since, len(self.output) - max(map(len, missing)))
            self._read(0.02)
        return time.perf_counter() - self.started

    def settle(self, quiet: float = 0.4) -> None:
        """Read until nothing was painted for so many seconds."""
        while self._read(quiet):
            pass

    def wait_until_idle(self, quiet: float = 0.4, seconds: float = 30.0) -> None:
        """Read until no thread of the program has had anything to do for so many seconds: no key
        waits any more, however slow the machine is. Raises `TimeoutError`."""
        busy = time.perf_counter()
        deadline = busy + seconds
        while (now := time.perf_counter()) < busy + quiet:
            if now > deadline:
                raise TimeoutError(f"still busy: {self.output[-400:]!r}")
            if self._read(0.01) or self._is_at_work():
                busy = time.perf_counter()

    def press_escape(self) -> None:
        """Press it and let it be read: it is a key of its own only when nothing follows at once."""
        self.send(b"\x1b")
        self.wait_until_idle()

    def _is_at_work(self) -> bool:
        """Whether a thread runs, or would if the machine let it."""
        for status in Path(f"/proc/{self.pid}/task").glob("*/stat"):
            with contextlib.suppress(OSError):  # it has just ended
                if status.read_text().rpartition(")")[2].split()[0] in "RD":
                    return True
        return False

    def watch(self, seconds: float) -> None:
        """Read for so many seconds, whatever is painted: a cursor that blinks never settles."""
        until = time.perf_counter() + seconds
        while (left := until - time.perf_counter()) > 0:
            self._read(left)

    def press(self, key: bytes, quiet: float = 0.15) -> float:
        """Send a key; seconds until the last byte that it made the program paint."""
        began = last = time.perf_counter()
        os.write(self._fd, key)
        while self._read(quiet):
            last = time.perf_counter()
        return last - began

    def send(self, data: bytes) -> None:
        """Hand over any number of bytes as fast as they are taken, reading what is painted."""
        os.set_blocking(self._fd, False)
        try:
            while data:
                with contextlib.suppress(BlockingIOError):
                    data = data[os.write(self._fd, data[:4096]) :]
                self._read(0)
        finally:
            os.set_blocking(self._fd, True)

    def modes(self) -> list[object]:
        """How the terminal treats what is typed and painted; as it was before, once it is left."""
        return termios.tcgetattr(self._fd)

    def ended(self, seconds: float = 20.0) -> int:
        """The exit status, once the program has left by itself; raises `TimeoutError`."""
        deadline = time.perf_counter() + seconds
        while not self._exited:
            if time.perf_counter() > deadline:
                raise TimeoutError(f"still there: {self.output[-400:]!r}")
            self._read(0.02)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self._exited = True
                self._status = os.waitstatus_to_exitcode(status)
        return self._status

    def hang_up(self) -> int:
        """Take the terminal away, as closing its window does; the exit status of the program."""
        os.close(self._fd)
        self._fd = os.open(os.devnull, os.O_RDWR)
        return self.ended()

    def memory(self) -> int:
        """Resident memory now, in kilobytes."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        return int(
            next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]
        )
