"""The board of one page: a process that talks through pipes and does not outlive them."""

import asyncio
import json
import os
import signal
from asyncio.subprocess import PIPE, Process
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Literal

from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

from recco_tui.web.page_messages import FocusChange, PageMessage, Ping, Size, TerminalInput

DRIVER = "recco_tui.web.driver:BrowserDriver"
MAX_UNREAD_INPUT = 1024 * 1024
"""Bytes from the page that the board has not read yet."""
RESIZE_DELAY = 0.05
FLUSH_TIMEOUT = 0.5
EXIT_TIMEOUT = 12.0
"""Seconds; longer than the driver's own limit, so only a stopped or stuck board needs it."""


class InputOverflow(Exception):
    """The page sends more than its board reads."""


class BoardProcess(AppService):
    """One board. `board_command` starts it, program first."""

    def __init__(
        self,
        board_command: tuple[str, ...],
        write_bytes: Callable[[bytes], Awaitable[None]],
        write_str: Callable[[str], Awaitable[None]],
        close: Callable[[], Awaitable[object]],
    ) -> None:
        super().__init__(
            "recco",
            write_bytes=write_bytes,
            write_str=write_str,
            close=close,  # type: ignore[arg-type]  # Typed as None, but its own server passes this.
            download_manager=DownloadManager(),
        )
        self.board_command = board_command
        self._size: Size | None = None

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        environment = self._build_environment(width=width, height=height)
        environment["TEXTUAL_DRIVER"] = DRIVER
        environment.pop("NO_COLOR", None)
        # In a session of its own, so that ctrl+c at the server ends it only through its input.
        process = await asyncio.create_subprocess_exec(
            *self.board_command,
            stdin=PIPE,
            stdout=PIPE,
            stderr=PIPE,
            env=environment,
            start_new_session=os.name == "posix",
        )
        self._process, self._stdin = process, process.stdin
        return process

    async def run(self) -> None:
        """Pass on what the board draws until it ends, then close the page's connection as well."""
        await super().run()
        await self.remote_close()

    async def handle(self, message: PageMessage) -> None:
        """Pass a message on to the board; raises `InputOverflow`."""
        if self.stdin.transport.get_write_buffer_size() > MAX_UNREAD_INPUT:
            raise InputOverflow
        match message:
            case TerminalInput(text) if text:
                self._send(b"D", text.encode("utf-8", "replace"))
            case Size():
                self._resize(message)
            case FocusChange(focused):
                self._send(b"M", b'{"type": "focus"}' if focused else b'{"type": "blur"}')
            case Ping(payload):
                await self.remote_write_str(json.dumps(["pong", payload]))

    def _resize(self, size: Size) -> None:
        """Send only the last of many sizes: the board redraws for each."""
        if self._size is None:
            asyncio.get_running_loop().call_later(RESIZE_DELAY, self._send_size)
        self._size = size

    def _send_size(self) -> None:
        size, self._size = self._size, None
        if size is not None:
            self._send(b"M", b'{"type": "resize", "width": %d, "height": %d}' % size)

    def _send(self, kind: Literal[b"D", b"M"], payload: bytes) -> None:
        """Write without waiting for the board: a wait would hide that the page has closed."""
        if not self.stdin.is_closing():
            self.stdin.write(self.encode_packet(kind, payload))

    async def stop(self) -> None:
        """Close the board's input, at which it quits, and wait for its end.

        What it still draws is read and dropped: it would block on a full pipe.
        """
        process, run_task = self._process, self._task
        if process is None:
            return
        await self._close_input()
        while run_task is not None and not run_task.done():
            run_task.cancel()
            await asyncio.wait({run_task}, timeout=0.1)
        with suppress(TimeoutError):
            async with asyncio.timeout(EXIT_TIMEOUT):
                await asyncio.gather(_drain(process.stdout), _drain(process.stderr))
                await process.wait()
        _kill(process)
        await process.wait()

    async def _close_input(self) -> None:
        """Close its input after the last keys, if it still reads."""
        self.stdin.close()
        try:
            async with asyncio.timeout(FLUSH_TIMEOUT):
                await self.stdin.wait_closed()
        except TimeoutError:
            self.stdin.transport.abort()
        except OSError:
            pass  # it has ended already


async def _drain(stream: asyncio.StreamReader | None) -> None:
    while stream is not None and await stream.read(65536):
        pass


def _kill(process: Process) -> None:
    """End the board and whatever it started."""
    with suppress(ProcessLookupError):
        if os.name == "posix":
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
