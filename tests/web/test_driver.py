"""The board's side of the pipe: whatever comes in, and when nobody is there any more."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

pytest.importorskip("textual.drivers.web_driver")

ROOT = Path(__file__).parents[2]
PATIENCE = 60
DRIVEN = {
    **os.environ,
    "PYTHONPATH": str(ROOT),
    "TEXTUAL_DRIVER": "recco_tui.web.driver:BrowserDriver",
    "COLUMNS": "120",
    "ROWS": "36",
}
BOARD = ("-m", "recco_tui", "--demo")
BUSY = """
import os
from textual.app import App
class Busy(App):
    def on_mount(self):
        self.call_after_refresh(self.count)
    def count(self):
        os.write(1, b"busy")
        while True:
            pass
Busy().run()
"""


@contextmanager
def driven(*words: str) -> Iterator["subprocess.Popen[bytes]"]:
    with subprocess.Popen(
        [sys.executable, *words], env=DRIVEN, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def packet(kind: bytes, payload: bytes) -> bytes:
    return kind + len(payload).to_bytes(4, "big") + payload


def read_until(process: "subprocess.Popen[bytes]", words: str) -> None:
    """Read what is drawn until the words were."""
    assert process.stdout is not None
    drawn = b""
    while words not in re.sub(r"\x1b\[[0-?]*[ -/]*[@-~]", "", drawn.decode("utf-8", "replace")):
        data = os.read(process.stdout.fileno(), 65536)
        assert data, "the board has left"
        drawn = drawn[-1000:] + data


JUNK_KEYS = [
    packet(b"D", b"\xe9"),
    packet(b"D", b"\xff\xfe\x80\x00"),
    packet(b"D", b"\xc3") + packet(b"D", b"\xa9"),
    packet(b"D", b""),
    packet(b"D", b"\x1b[1114112;1u"),
    packet(b"D", b"\x1b[48;1000000000;1000000000;1;1t"),
    packet(b"D", b"\x1b[?2048;1$y\x1b[48;99999;99999;1;1t"),
    packet(b"D", b"\x1b[<99999999999999999999;99999999999;1M"),
    packet(b"D", b"\x1b[200~" + b"\x00" * 300_000 + b"\x1b[201~"),
]
JUNK_ORDERS = [
    packet(b"M", b""),
    packet(b"M", b"\xff"),
    packet(b"M", b"{"),
    packet(b"M", b"[" * 100_000),
    packet(b"M", b"[1]"),
    packet(b"M", b'{"type": "resize"}'),
    packet(b"M", b'{"type": "resize", "width": 1e9, "height": NaN}'),
    packet(b"M", b'{"type": "resize", "width": "120", "height": true}'),
    packet(b"M", b'{"type": "exit"}'),
    packet(b"M", b'{"type": "deliver_chunk_request", "key": [], "size": -1}'),
    packet(b"M", b'{"type": 3}'),
    packet(b"\xff", b"?"),
]


@pytest.mark.parametrize("junk", [JUNK_KEYS, JUNK_ORDERS], ids=["keys", "orders"])
def test_whatever_comes_in_the_next_key_still_reaches_the_board(junk: list[bytes]) -> None:
    with driven(*BOARD) as board:
        assert board.stdin is not None
        read_until(board, "Network")
        for one in [*junk, packet(b"D", b"4")]:
            board.stdin.write(one)
        board.stdin.flush()
        read_until(board, "Texts")


def test_a_board_that_nobody_is_at_any_more_leaves() -> None:
    with driven(*BOARD) as board:
        assert board.stdin is not None
        read_until(board, "Network")
        board.stdin.close()
        assert board.wait(PATIENCE) == 0


def test_a_board_that_is_busy_leaves_as_well() -> None:
    with driven("-c", BUSY) as board:
        assert board.stdin is not None
        read_until(board, "busy")
        board.stdin.close()
        assert board.wait(PATIENCE) == -signal.SIGALRM


def test_a_board_with_a_thousand_keys_to_obey_leaves_as_well() -> None:
    with driven(*BOARD) as board:
        assert board.stdin is not None
        read_until(board, "Network")
        board.stdin.write(packet(b"D", b"1234" * 12_000))
        board.stdin.close()
        assert board.wait(PATIENCE) in (0, -signal.SIGALRM)
