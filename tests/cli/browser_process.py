"""Run a Chromium at DevTools' pipes with a profile of its own; leave no process and no file.

`python browser_process.py CHROMIUM ARGUMENT…` ends when the browser and all that it ever started
have ended. SIGTERM ends them; so do its pipes when they close, as with a test run that is killed.
"""

import ctypes
import os
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

PR_SET_CHILD_SUBREAPER = 36


def run(words: list[str], folder: str) -> None:
    """Start the browser, and wait until it and all its descendants have ended."""
    first = subprocess.Popen(
        [*words, f"--user-data-dir={folder}"],
        env={**os.environ, "HOME": folder, "TMPDIR": folder},
        pass_fds=(3, 4),
        start_new_session=True,
    ).pid
    os.close(3)
    os.close(4)
    signal.signal(signal.SIGTERM, lambda *_: kill_all(first))
    with suppress(ChildProcessError):
        browser_ended = False
        while True:
            browser_ended = os.wait()[0] == first or browser_ended
            if browser_ended:
                kill_all(first)


def kill_all(first: int) -> None:
    """Kill what is left; the orphans among them have become children of this process."""
    lists = Path("/proc/self/task").glob("*/children")
    orphans = [int(pid) for file in lists for pid in file.read_text().split()]
    with suppress(ProcessLookupError):
        os.killpg(first, signal.SIGKILL)
    for pid in orphans:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def main() -> None:
    """The browser listens on descriptor 3 and answers on 4."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the test that ctrl+c ends closes the pipes
    os.dup2(0, 3)
    os.dup2(1, 4)
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    with tempfile.TemporaryDirectory(prefix="browser-", ignore_cleanup_errors=True) as folder:
        run(sys.argv[1:], folder)


main()
