"""A board for a page: a process of its own that talks through pipes and does not outlive them."""

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

from recco_tui.web.page_messages import Looked, PageMessage, Ping, Size, Typed

DRIVER = "recco_tui.web.driver:BrowserDriver"
MOST_UNREAD = 1024 * 1024
"""Bytes that a page may be ahead of its board."""
BETWEEN_SIZES = 0.05
LAST_KEYS = 0.5
TO_LEAVE = 12.0
"""Seconds; more than the driver gives the board, so only for one that was stopped or is stuck."""


class TooFarAhead(Exception):
    """The page says more than any board could follow."""


class BoardProcess(AppService):
    """One board. `words` is its command, program first."""

    def __init__(
        self,
        words: tuple[str, ...],
        write_bytes: Callable[[bytes], Awaitable[None]],
        write_str: Callable[[str], Awaitable[None]],
        close: Callable[[], Awaitable[object]],
    ) -> None:
        super().__init__(
            "recco",
            write_bytes=write_bytes,
            write_str=write_str,
            close=close,  # type: ignore[arg-type]  # Says None; its own server gives it this.
            download_manager=DownloadManager(),
        )
        self.words = words
        self._size: Size | None = None

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        environment = self._build_environment(width=width, height=height)
        environment["TEXTUAL_DRIVER"] = DRIVER
        environment.pop("NO_COLOR", None)
        # A session of its own: ctrl+c at the server reaches it as the wish to leave.
        process = await asyncio.create_subprocess_exec(
            *self.words,
            stdin=PIPE,
            stdout=PIPE,
            stderr=PIPE,
            env=environment,
            start_new_session=os.name == "posix",
        )
        self._process, self._stdin = process, process.stdin
        return process

    async def run(self) -> None:
        """Carry what the board draws until it ends, then end the page's connection as well."""
        await super().run()
        await self.remote_close()

    async def obey(self, message: PageMessage) -> None:
        """Do what the page says; raises `TooFarAhead`."""
        if self.stdin.transport.get_write_buffer_size() > MOST_UNREAD:
            raise TooFarAhead
        match message:
            case Typed(text) if text:
                self._tell(b"D", text.encode("utf-8", "replace"))
            case Size():
                self._resize(message)
            case Looked(at):
                self._tell(b"M", b'{"type": "focus"}' if at else b'{"type": "blur"}')
            case Ping(sent):
                await self.remote_write_str(json.dumps(["pong", sent]))

    def _resize(self, size: Size) -> None:
        """Only the last of many sizes counts: each is drawn anew."""
        if self._size is None:
            asyncio.get_running_loop().call_later(BETWEEN_SIZES, self._tell_size)
        self._size = size

    def _tell_size(self) -> None:
        size, self._size = self._size, None
        if size is not None:
            self._tell(b"M", b'{"type": "resize", "width": %d, "height": %d}' % size)

    def _tell(self, kind: Literal[b"D", b"M"], told: bytes) -> None:
        """Never wait for the board: who waits does not hear that the page has gone."""
        if not self.stdin.is_closing():
            self.stdin.write(self.encode_packet(kind, told))

    async def stop(self) -> None:
        """Let go of the board, which takes that as the wish to leave, and wait for its end.

        What it still draws is read, since it would wait for that, and seen by nobody.
        """
        process, carrying = self._process, self._task
        if process is None:
            return
        await self._let_go()
        while carrying is not None and not carrying.done():
            carrying.cancel()
            await asyncio.wait({carrying}, timeout=0.1)
        with suppress(TimeoutError):
            async with asyncio.timeout(TO_LEAVE):
                await asyncio.gather(_discarded(process.stdout), _discarded(process.stderr))
                await process.wait()
        _kill(process)
        await process.wait()

    async def _let_go(self) -> None:
        """Close its input, behind the last keys where it still reads."""
        self.stdin.close()
        try:
            async with asyncio.timeout(LAST_KEYS):
                await self.stdin.wait_closed()
        except TimeoutError:
            self.stdin.transport.abort()
        except OSError:
            pass  # it has left already


async def _discarded(stream: asyncio.StreamReader | None) -> None:
    while stream is not None and await stream.read(65536):
        pass


def _kill(process: Process) -> None:
    """End the board, and whatever it may have started."""
    with suppress(ProcessLookupError):
        if os.name == "posix":
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
