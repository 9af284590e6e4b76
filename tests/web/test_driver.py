"""The board's side of the pipe: any input, and its end."""

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
TIMEOUT = 60
ENVIRONMENT = {
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
def running_board(*words: str) -> Iterator["subprocess.Popen[bytes]"]:
    with subprocess.Popen(
        [sys.executable, *words], env=ENVIRONMENT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def packet(kind: bytes, payload: bytes) -> bytes:
    return kind + len(payload).to_bytes(4, "big") + payload


def read_until(process: "subprocess.Popen[bytes]", words: str) -> None:
    """Read what is drawn until it holds the words."""
    assert process.stdout is not None
    drawn = b""
    while words not in re.sub(r"\x1b\[[0-?]*[ -/]*[@-~]", "", drawn.decode("utf-8", "replace")):
        data = os.read(process.stdout.fileno(), 65536)
        assert data, "the board has ended"
        drawn = drawn[-1000:] + data


INVALID_KEYS = [
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
INVALID_ORDERS = [
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


@pytest.mark.parametrize("junk", [INVALID_KEYS, INVALID_ORDERS], ids=["keys", "orders"])
def test_after_any_input_the_next_key_still_reaches_the_board(junk: list[bytes]) -> None:
    with running_board(*BOARD) as board:
        assert board.stdin is not None
        read_until(board, "Network")
        for data in [*junk, packet(b"D", b"4")]:
            board.stdin.write(data)
        board.stdin.flush()
        read_until(board, "Texts")


def test_a_disconnected_board_quits() -> None:
    with running_board(*BOARD) as board:
        assert board.stdin is not None
        read_until(board, "Network")
        board.stdin.close()
        assert board.wait(TIMEOUT) == 0


def test_a_busy_board_exits_as_well() -> None:
    with running_board("-c", BUSY) as board:
        assert board.stdin is not None
        read_until(board, "busy")
        board.stdin.close()
        assert board.wait(TIMEOUT) == -signal.SIGALRM


def test_a_board_with_thousands_of_keys_to_handle_exits_as_well() -> None:
    with running_board(*BOARD) as board:
        assert board.stdin is not None
        read_until(board, "Network")
        board.stdin.write(packet(b"D", b"1234" * 12_000))
        board.stdin.close()
        assert board.wait(TIMEOUT) in (0, -signal.SIGALRM)
