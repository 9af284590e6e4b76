"""The board in a browser: textual-serve behind our own door, with our own page.

Each page that is opened has a board of its own, a process that talks through pipes; several on one
file are two windows on it. textual-serve's own page asks an outside host for a font, and its
own server starts the program by a shell: neither is used.
"""

import asyncio
import os
import socket
from asyncio.subprocess import PIPE, Process
from collections.abc import Awaitable, Callable
from contextlib import suppress
from html import escape
from pathlib import Path
from string import Template
from typing import TypeVar

import textual_serve
from aiohttp import WSCloseCode, web
from textual_serve.app_service import AppService
from textual_serve.server import Server

from recco_tui.web.guard import Guard

HERE = Path(__file__).parent
THEIRS = Path(textual_serve.__file__).parent / "static"
DRIVER = "recco_tui.web.driver:BrowserDriver"
MOST_CELLS = 1000
MOST_BOARDS = 16

Data = TypeVar("Data", bytes, str)


class BoardProcess(AppService):
    """One board. `words` is its command, program first."""

    words: tuple[str, ...] = ()

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


class BoardServer(Server):
    """Serves the board that `words` opens to whoever passes the guard."""

    def __init__(self, words: tuple[str, ...], guard: Guard) -> None:
        super().__init__("recco")
        self.words = words
        self.guard = guard
        self._open: set[web.WebSocketResponse] = set()

    async def _make_app(self) -> web.Application:
        return self.application()

    def application(self) -> web.Application:
        """Everything under the token: the page, its files, its connection."""
        app = web.Application()
        self.guard.stand_before(app)
        below = f"/{self.guard.token}"
        app.router.add_get(f"{below}/", self.handle_page)
        app.router.add_get(f"{below}/ws", self.handle_websocket)
        app.router.add_static(f"{below}/page", HERE / "static")
        app.router.add_static(f"{below}/static", THEIRS)
        app.on_shutdown.append(self.on_shutdown)
        return app

    async def handle_page(self, request: web.Request) -> web.Response:
        """The one page, with where its connection is."""
        where = f"ws://{request.headers['Host']}/{self.guard.token}/ws"
        page = Template((HERE / "page.html").read_text(encoding="utf-8"))
        return web.Response(
            text=page.substitute(websocket=escape(where)), content_type="text/html", charset="utf-8"
        )

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """Open a board and carry keys to it and drawings from it until either side leaves."""
        channel = web.WebSocketResponse(heartbeat=15)
        await channel.prepare(request)
        if len(self._open) >= MOST_BOARDS:
            await channel.close(code=WSCloseCode.TRY_AGAIN_LATER)
            return channel
        board = BoardProcess(
            "recco",
            write_bytes=_unless_gone(channel.send_bytes),
            write_str=_unless_gone(channel.send_str),
            close=channel.close,  # type: ignore[arg-type]  # Annotated as None; its own server passes this.
            download_manager=self.download_manager,
        )
        board.words = self.words
        self._open.add(channel)
        try:
            await board.start(_cells(request, "width", 80), _cells(request, "height", 24))
            # What is no message of the page's ends the connection.
            with suppress(ValueError, TypeError, LookupError, AttributeError, AssertionError):
                await self._process_messages(channel, board)
        finally:
            self._open.discard(channel)
            await board.stop()
            await channel.close()
        return channel

    async def on_shutdown(self, app: web.Application) -> None:  # noqa: ARG002
        """Let every page know, so that every board keeps its words and leaves."""
        for channel in list(self._open):
            await channel.close(code=WSCloseCode.GOING_AWAY)

    def serve_on(self, listener: socket.socket) -> None:
        """Serve until ctrl+c or SIGTERM."""
        with suppress(KeyboardInterrupt):
            web.run_app(
                self.application(),
                sock=listener,
                print=lambda *_: None,
                access_log=None,
                shutdown_timeout=5,
            )


def _unless_gone(send: Callable[[Data], Awaitable[None]]) -> Callable[[Data], Awaitable[None]]:
    """`send`, but for a page that has been closed meanwhile."""

    async def sent(data: Data) -> None:
        with suppress(ConnectionError, RuntimeError):
            await send(data)

    return sent


def _cells(request: web.Request, name: str, usual: int) -> int:
    given = request.query.get(name, "")
    return min(int(given), MOST_CELLS) if given.isascii() and given.isdecimal() else usual
