"""`recco serve`, as an attacker would try it: from this machine, from a page, by its own page."""

import asyncio
import json
import os
import signal
import socket as sockets
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from tests.cli.served import (
    TIMEOUT,
    Served,
    aiohttp,
    draft_about_ann,
    file_with_ann,
    get,
    serving,
)

ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="looks processes up in /proc")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(file_with_ann(tmp_path_factory.mktemp("served"))) as one:
        yield one


def answer_to(served: Served, request: str) -> str:
    """What comes back to these very bytes, until the server ends the connection."""
    with closing(sockets.create_connection(("127.0.0.1", served.port), TIMEOUT)) as caller:
        caller.sendall(request.encode())
        answer = b""
        while data := caller.recv(65536):
            answer += data
    return answer.decode()


def head(served: Served, line: str, *, host: str = "", more: str = "") -> str:
    return f"{line} HTTP/1.1\r\nHost: {host or served.host}\r\nConnection: close\r\n{more}\r\n"


@pytest.mark.parametrize(
    "message",
    [
        ["resize", {"width": 1e9, "height": 1e9}],
        ["resize", {"width": 10**300, "height": 36}],
        ["stdin", ""],
        ["stdin", "\ud800"],
        ["stdin", "\x1b[1114112;1u"],
        ["stdin", "\x1b[48;1000000000;1000000000;1;1t"],
        ["stdin", "\x1b[200~" + "\x00" * 20_000],
    ],
)
def test_a_board_survives_any_message_of_its_page(served: Served, message: object) -> None:
    async def session() -> None:
        async with served.open_page() as board:
            await board.wait_for("Network")
            await board.socket.send_str(json.dumps(message))
            await board.type("\x1b[201~4")
            await board.wait_for("Texts")

    asyncio.run(session())


@pytest.mark.parametrize(
    "junk",
    [
        "", "{", "[]", "{}", "[1]", '["stdin"]', '["stdin", 3]', '["resize", {"width": "x"}]', '["resize", 1]',
        '["resize", {"width": NaN, "height": 24}]', '["resize", {"width": true, "height": 24}]',
        "[" * 100_000, '["ping", "' + "1" * 1000 + '"]', '["stdin", "' + "j" * 300_000 + '"]', b"\x00\x01", b'["stdin", "q"]',
    ],
)  # fmt: skip
def test_an_invalid_message_ends_only_its_connection(served: Served, junk: str | bytes) -> None:
    async def session() -> None:
        async with served.open_page("width=-1&height=999999999999") as board:
            if isinstance(junk, str):
                await board.socket.send_str(junk)
            else:
                await board.socket.send_bytes(junk)
            await board.wait_closed()

    asyncio.run(session())
    assert get(served.url)[0] == 200


def test_a_page_that_floods_its_board_is_disconnected(served: Served) -> None:
    async def session() -> None:
        async with served.open_page() as board:
            await board.wait_for("Network")
            with suppress(ConnectionError):
                while True:
                    await board.type("j" * 100_000)

    asyncio.run(session())
    assert get(served.url)[0] == 200


def test_compression_is_not_accepted(served: Served) -> None:
    async def session() -> None:
        async with (
            aiohttp.ClientSession() as web,
            web.ws_connect(f"{served.url}ws", origin=served.origin, compress=15) as socket,
        ):
            assert socket.compress == 0

    asyncio.run(session())


@pytest.mark.parametrize(
    "line",
    ["POST /{token}/", "PUT /{token}/", "DELETE /{token}/ws", "TRACE /{token}/", "OPTIONS /{token}/", "PATCH /{token}/page/page.js",
     "HEAD /{token}/ws", "GET /{token}/page/../../server.py", "GET /{token}/page/%2e%2e/%2e%2e/server.py",
     "GET /{token}/static/..%2f..%2fserver.py", "GET /{token}/static/%00", "GET /{token}/static//etc/passwd",
     "GET /{token}/static/", "GET /{token}/static/{long}", "GET /{token}", "OPTIONS *", "CONNECT {host}",
     "GET http://elsewhere.example/{token}/"],
)  # fmt: skip
def test_the_page_and_its_files_are_all_there_is(served: Served, line: str) -> None:
    line = line.format(token=served.token, host=served.host, long="a" * 300)
    answer = answer_to(served, head(served, line))
    assert answer.split()[1] in ("403", "404", "405")
    assert "import" not in answer
    assert served.token not in answer


@pytest.mark.parametrize("host", ["{host}?; script-src *", "{host}#", "{host}/", "a@{host}"])
def test_nothing_of_a_host_header_gets_into_the_page(served: Served, host: str) -> None:
    answer = answer_to(
        served, head(served, f"GET /{served.token}/", host=host.format(host=served.host))
    )
    assert answer.split()[1] in ("400", "403")
    assert "script-src *" not in answer


def test_the_address_is_not_logged(tmp_path: Path) -> None:
    with serving(file_with_ann(tmp_path)) as served:
        for request in (
            head(served, f"GET /{served.token}/?{'x' * 9000}"),
            head(served, f"GET /{served.token}/", more=f"X-Long: {'a' * 20_000}\r\n"),
            head(served, f"GET /{served.token}/\x01"),
            head(served, f"GET /{served.token}/static/{'a' * 300}"),
            head(served, f"GET /{served.token}/ws?width={'9' * 5000}"),
            f"GET /{served.token}/\r\n\r\n",
            "\x16\x03\x01" * 20,
        ):
            answer_to(served, request)
        served.process.send_signal(signal.SIGINT)
        assert served.process.stdout is not None
        answer = served.process.stdout.read()
    assert answer == ("Anyone with this address can read and change everything. Ctrl+C ends it.\n")


def test_ctrl_c_with_a_page_open_is_quiet(tmp_path: Path) -> None:
    async def session(served: Served) -> None:
        async with served.open_page() as board:
            await board.wait_for("Network")
            served.process.send_signal(signal.SIGINT)
            await board.wait_closed()

    with serving(file_with_ann(tmp_path)) as served:
        asyncio.run(session(served))
        assert served.process.stdout is not None
        assert served.process.stdout.read().count("\n") == 1
        assert served.process.wait(TIMEOUT) == 0


def test_silent_connections_keep_no_one_out(served: Served) -> None:
    silent = [sockets.create_connection(("127.0.0.1", served.port), TIMEOUT) for _ in range(200)]
    try:
        silent[-1].sendall(b"GET /half HTTP/1.1\r\n")
        assert get(served.url)[0] == 200
        dropped = b"?"
        try:
            dropped = silent[0].recv(1)
        except ConnectionError:
            dropped = b""
        assert dropped == b""
    finally:
        for one in silent:
            one.close()


def is_over(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


@ON_LINUX
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("busy", [False, True])
def test_no_board_outlives_its_server_and_words_are_kept(
    tmp_path: Path, number: signal.Signals, busy: bool
) -> None:
    async def session(served: Served) -> list[int]:
        async with served.open_page() as board:
            await board.wait_for("Network")
            await board.type("A")
            await board.wait_for("Bo [b]Ek[/b]")
            await board.type("w")
            await board.wait_for("sentence 1")
            await board.type(" Kept, xylophone")
            await board.wait_for("xylophone")
            boards = served.board_processes()
            if busy:
                await board.socket.send_str('["resize", {"width": 1e9, "height": 1e9}]')
                await board.type("\x1b[D\x1b[C" * 4000)
            served.process.send_signal(number)
            return boards

    file = file_with_ann(tmp_path)
    with serving(file) as served:
        boards = asyncio.run(session(served))
        assert len(boards) == 1
        served.process.wait(TIMEOUT)
        for _ in range(10 * TIMEOUT):
            if is_over(boards[0]):
                break
            asyncio.run(asyncio.sleep(0.1))
        assert is_over(boards[0])
    assert draft_about_ann(file) == ["Begun before. Kept, xylophone"]


BROWSER = """#!/bin/sh
{ echo "$@"; ls -ld "$1"; ls -ld "$(dirname "$1")"; cat "$1"; } > "$TOLD.partial"
mv "$TOLD.partial" "$TOLD"
"""


@ON_LINUX
def test_the_browser_is_started_without_telling_anybody_the_address(tmp_path: Path) -> None:
    program, told, temporary = tmp_path / "bin" / "xdg-open", tmp_path / "told", tmp_path / "tmp"
    program.parent.mkdir()
    temporary.mkdir()
    program.write_text(BROWSER)
    program.chmod(0o755)
    surroundings = {
        "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}",
        "TOLD": str(told),
        "TMPDIR": str(temporary),
    }
    with serving(file_with_ann(tmp_path), "--open", **surroundings) as served:
        for _ in range(10 * TIMEOUT):
            if told.exists():
                break
            asyncio.run(asyncio.sleep(0.1))
        started_with, file, folder, page = told.read_text().split("\n", 3)
        assert served.token not in started_with
        assert file.startswith("-rw-------")
        assert folder.startswith("drwx------")
        assert f'content="0; url={served.url}"' in page
        assert Path(started_with).exists()
        assert get(served.url)[0] == 200
        assert not Path(started_with).exists()
    assert not list(temporary.iterdir())


def framed(message: object) -> bytes:
    """A text message as a page sends it, masked by nothing."""
    data = json.dumps(message).encode()
    assert len(data) < 126
    return bytes([0x81, 0x80 | len(data)]) + bytes(4) + data


def written_by(pid: int) -> int:
    """The bytes that a process has written so far."""
    told = Path(f"/proc/{pid}/io").read_text()
    return int(next(line for line in told.splitlines() if line.startswith("wchar")).split()[1])


@ON_LINUX
def test_a_page_that_reads_nothing_delays_no_shutdown(tmp_path: Path) -> None:
    with (
        serving(file_with_ann(tmp_path)) as served,
        closing(sockets.socket()) as page,
    ):
        page.setsockopt(sockets.SOL_SOCKET, sockets.SO_RCVBUF, 4096)
        page.connect(("127.0.0.1", served.port))
        request = head(
            served,
            f"GET /{served.token}/ws?width=300&height=150",
            more=f"Origin: {served.origin}\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
            "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n",
        ).replace("Connection: close", "Connection: Upgrade")
        page.sendall(request.encode())
        answered = page.recv(1000, sockets.MSG_WAITALL)  # with the first of what is drawn
        assert answered.startswith(b"HTTP/1.1 101")
        (board,) = served.board_processes()
        before, written, width = -1, 0, 300
        while before != written:  # until the board waits for the page to read
            before, width = written, width + 1
            page.sendall(framed(["resize", {"width": width, "height": 150}]))
            asyncio.run(asyncio.sleep(0.3))
            written = written_by(board)
        served.process.send_signal(signal.SIGTERM)
        assert served.process.wait(TIMEOUT) == 0
