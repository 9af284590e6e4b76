"""Typing in the real program on a real terminal: how old the typed text is that a kill takes."""

import os
import random
import signal
import sys
import time
from pathlib import Path
from typing import NamedTuple

from recco_tui.ledger.ledger import Ledger
from recco_tui.ledger.store import Clock
from tests.benchmarks.terminal import Terminal
from tests.new_file import new_file

WORDS = b"I worked with John on the pantry map, and he never lost his patience with it. "
OLDEST_SECONDS = 2.0
"""What is typed is on the disk by then, seen from outside."""


class Typed(NamedTuple):
    """What one session came to. `age`: seconds from the oldest key that is lost to the kill."""

    age: float
    wrong: list[str]


def session(folder: Path, seed: int) -> Typed:
    """Type into the editor for some seconds, kill it, and compare with what the file holds."""
    luck = random.Random(seed)
    file = folder / f"typed {seed}.db"
    with Ledger(new_file(file), Clock(), "crash test") as ledger:
        ledger.contacts.pin([ledger.contacts.add("John Silva").id], True)
    home = {"HOME": str(folder), "TEXTUAL_ANIMATIONS": "none", "NO_COLOR": "1"}
    sent: list[float] = []
    with Terminal(
        [sys.executable, "-m", "recco_tui", "--db", str(file)], 100, 30, home
    ) as terminal:
        terminal.until(b"John Silva", seconds=60)
        terminal.press(b"w")
        terminal.until(b"1 of 4", seconds=60)
        terminal.press(b"\x1b")
        terminal.until(b"nothing typed yet", seconds=60)
        terminal.watch(0.5)  # the questions may still be closing over it
        until = time.monotonic() + luck.uniform(0.2, 5)
        while time.monotonic() < until:
            at = len(sent)
            sent.append(time.monotonic())
            terminal.press(WORDS[at % len(WORDS) :][:1], luck.choice((0.0, 0.01, 0.03, 0.2)))
            if luck.random() < 0.03:
                terminal.watch(luck.uniform(0, 1.5))
        killed = time.monotonic()
        os.kill(terminal.pid, signal.SIGKILL)
    with Ledger(file, Clock(), "crash test") as ledger:
        kept = "".join(draft.text for draft in ledger.drafts.unfinished())
    text = (WORDS * (len(sent) // len(WORDS) + 1))[: len(sent)].decode()
    wrong = [] if text.startswith(kept) else [f"another text: {kept[-60:]!r}"]
    # The last blank may be cut off with the end of a line that is not finished.
    held = len(kept) + (text[len(kept) : len(kept) + 1] == " ")
    age = killed - sent[held] if held < len(sent) else 0.0
    if age > OLDEST_SECONDS:
        wrong.append(f"{len(sent) - held} keys lost, the oldest {age:.2f} s old")
    return Typed(age, wrong)
