"""The first hour in a real terminal, by keys alone: each key does what the screen says it does."""

import sys
from datetime import date
from pathlib import Path

import pytest

from recco_tui.core.agenda import Alert
from recco_tui.core.asks import state_of
from recco_tui.core.models import AskState, Direction, Step
from recco_tui.core.names import first_name_of
from recco_tui.core.relationships import Kind
from recco_tui.ledger.ledger import Ledger
from recco_tui.ledger.store import Clock
from recco_tui.locations import sample_folder
from tests.benchmarks.terminal import Terminal
from tests.e2e.test_today_in_a_terminal import opened_by, until_painted

MONDAY = date(2026, 11, 23)
ENTER, ESCAPE, FINISH = b"\r", b"\x1b", b"\x13"
TEXT = (
    "I worked alongside {name} on the Pantry Map. {name} debugged the flaky login tests and "
    "explained complex logic clearly. Because of that fix, our builds went from forty minutes to "
    "ten. I would recommend {name} to any team."
)


class Walk:
    """Presses what the screen offers, and looks at the file for what came of it."""

    def __init__(self, file: Path, terminal: Terminal) -> None:
        self._file, self._terminal = file, terminal
        self.written = ""

    def ledger(self) -> Ledger:
        return Ledger(self._file, Clock(MONDAY), "test")

    def see(self, pattern: str, since: int = 0) -> None:
        until_painted(self._terminal, pattern, since)

    def press(self, keys: bytes, then: str) -> None:
        """Press, and wait for what must be painted from then on."""
        before = len(self._terminal.output)
        self._terminal.press(keys)
        self.see(then, before)
        self._terminal.settle(0.2)

    def first_line(self) -> Alert:
        with self.ledger() as ledger:
            return ledger.today.overview().queue[0]

    def do_first_line(self) -> Alert:
        """Do what Today's first line says, by its own key, until it is gone from there; a second
        text to write is dismissed."""
        alert = self.first_line()
        self._terminal.press(b"gkg")  # from wherever the cursor is, up to the first line
        if alert.key == "w" and self.written:
            self.press(b"x", "ismissed: write")
            return alert
        self.press(alert.key.encode(), opened_by(alert))
        if alert.key == "w":
            self.write(alert.contact or "")
        elif alert.contact is None:
            self.press(b"1", r"╭─+ Ask \w")
            self.ask()
        elif alert.key == "a":
            self.ask()
        else:
            self.press(b"y", r"Today · \d|Nothing due")
        assert self.first_line().id != alert.id
        return alert

    def write(self, name: str) -> None:
        """From the questions to the text, finished, and sent."""
        self.press(ESCAPE, "Finish")
        self.written = TEXT.format(name=first_name_of(name))
        self._terminal.press(b"\x1b[200~" + self.written.encode() + b"\x1b[201~")
        self.press(FINISH, r"Sent\?")
        self.press(b"y", r"Today · \d|Nothing due")

    def ask(self) -> None:
        """Fill the gap in which the cursor stands; the warm message goes out."""
        self._terminal.press(b"the tests I wrote")
        self.press(FINISH, r"Sent\?")
        self.press(b"y", r"Today · \d|Nothing due")


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
def test_from_the_empty_file_to_the_first_thank_you(tmp_path: Path, size: tuple[int, int]) -> None:
    file = tmp_path / "recco.db"
    argv = [sys.executable, "-m", "recco_tui", "--db", str(file), "--now", MONDAY.isoformat()]
    env = {"HOME": str(tmp_path), "TEXTUAL_ANIMATIONS": "none"}
    with Terminal(argv, *size, env) as terminal:
        walk = Walk(file, terminal)
        for door in ("Import my LinkedIn export", "Try sample contacts", "Add one contact"):
            walk.see(door)
        walk.press(b"i", "esc")
        terminal.press(str(sample_folder() / "linkedin").encode(), 0.5)
        walk.press(ENTER, "would add")
        walk.press(ENTER, "Imported")
        walk.press(b"b", r"Today · \d")

        walk.press(b"t", r"p\s+peer\s+m\s+manager\s+t\s+mentor\s+c\s+client")
        terminal.press(b"p")
        terminal.press(b"m")
        walk.press(b"q", r"Today · \d")
        with walk.ledger() as ledger:
            kinds = {contact.kind for contact in ledger.contacts.every()}
            assert kinds >= {Kind.PEER, Kind.MANAGER}

        done = [walk.do_first_line() for _ in range(5)]
        assert {alert.action.value for alert in done} >= {"write", "thank"}

        walk.press(b"p", "Project")
        terminal.press(b"Harbour map" + ENTER)
        terminal.press(b"yesterday" + ENTER)
        terminal.press(b"Zoe Quill" + ENTER)
        walk.press(ENTER, "Harbour map · 1 alert")
        walk.press(ESCAPE, r"ask\s+Zoe Q")

        while walk.first_line().contact != "Zoe Quill":
            walk.do_first_line()
        walk.do_first_line()  # the warm message
        _answered(walk, b"v", "agreed", "a", then=r"Sent\?")
        walk.press(b"y", r"Today · \d|Nothing due")
        _answered(walk, b"v", "they wrote it", "w", then=r"thank\s+Zoe Q")
        while walk.first_line().contact != "Zoe Quill":
            walk.do_first_line()
        walk.do_first_line()  # the thank-you
        terminal.press(b"q")
        assert terminal.ended() == 0
    with walk.ledger() as ledger:
        zoe = ledger.contacts.find("Zoe Quill").id
        ask = ledger.asks.latest(zoe)
        steps = [noted.step for noted in ask.steps]
        assert steps[-5:] == [Step.WARM, Step.AGREED, Step.LINKEDIN, Step.RECEIVED, Step.THANKED]
        assert state_of(ask) is AskState.THANKED
        assert ledger.recommendations.balance(zoe).received == 1
        given = [text for text in ledger.recommendations.every() if text.text == walk.written]
        assert [text.direction for text in given] == [Direction.GIVEN]


def _answered(walk: Walk, key: bytes, words: str, answer: str, *, then: str) -> None:
    """What Zoe Quill said, from her line in Network: the dialog offers it, its key records it."""
    walk.press(b"/Zoe" + ENTER, "Zoe Quill")
    walk.press(key, rf"{answer}\s+{words}")
    walk.press(answer.encode(), then)
    walk.press(ESCAPE, "Network") if then.startswith("thank") else None
