"""The board in a browser: textual-serve's parts behind our own door, with our own page.

Each page that is opened has a board of its own, a process that talks through pipes; several on one
file are two windows on it. textual-serve's own page asks an outside host for a font, and its
own server starts the program by a shell: neither is used.
"""

import asyncio
import logging
import signal
import socket
from collections.abc import Awaitable, Callable
from contextlib import suppress
from html import escape
from pathlib import Path
from string import Template
from typing import TypeVar

import textual_serve
from aiohttp import WSCloseCode, WSMsgType, web

from recco_tui.web.board_process import BoardProcess, TooFarAhead
from recco_tui.web.callers import Callers
from recco_tui.web.guard import Guard, Handler
from recco_tui.web.page_messages import LONGEST, NotUnderstood, read_message, size_in_address

HERE = Path(__file__).parent
THEIRS = Path(textual_serve.__file__).parent / "static"
MOST_BOARDS = 16
TO_CLOSE = 2.0
TO_FIND_ROOM = 20.0

Data = TypeVar("Data", bytes, str)


class BoardServer:
    """Serves the board that `words` opens to whoever passes the guard.

    `shown` is called when a page is asked for: whatever led there has done its work.
    """

    def __init__(self, words: tuple[str, ...], guard: Guard, shown: Callable[[], None]) -> None:
        self.words = words
        self.guard = guard
        self.shown = shown
        self._open: dict[web.WebSocketResponse, asyncio.BaseTransport | None] = {}
        self._room = asyncio.Semaphore(MOST_BOARDS)
        self._leaving = False
        self._callers: Callers | None = None

    def application(self) -> web.Application:
        """Everything under the token: the page, its files, its connection."""
        app = web.Application(middlewares=[self._hear])
        self.guard.stand_before(app)
        below = f"/{self.guard.token}"
        app.router.add_get(f"{below}/", self.handle_page)
        app.router.add_get(f"{below}/ws", self.handle_websocket, allow_head=False)
        app.router.add_static(f"{below}/page", HERE / "static")
        app.router.add_static(f"{below}/static", THEIRS)
        app.on_shutdown.append(self.on_shutdown)
        return app

    @web.middleware
    async def _hear(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        if self._callers is not None:
            self._callers.heard(request.protocol)
        try:
            return await handler(request)
        except OSError as error:  # a name that no file system takes
            raise web.HTTPNotFound from error

    async def handle_page(self, request: web.Request) -> web.Response:
        """The one page, with where its connection is."""
        self.shown()
        where = f"ws://{request.headers['Host']}/{self.guard.token}/ws"
        page = Template((HERE / "page.html").read_text(encoding="utf-8"))
        return web.Response(
            text=page.substitute(websocket=escape(where)), content_type="text/html", charset="utf-8"
        )

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """Open a board and carry keys to it and drawings from it until either side leaves."""
        channel = web.WebSocketResponse(
            heartbeat=15, timeout=1, compress=False, max_msg_size=LONGEST
        )
        await channel.prepare(request)
        try:
            async with asyncio.timeout(TO_FIND_ROOM):  # boards of closed pages are still leaving
                await self._room.acquire()
        except TimeoutError:
            await channel.close(code=WSCloseCode.TRY_AGAIN_LATER)
            return channel
        try:
            if not self._leaving:
                await self._carry(request, channel)
        finally:
            self._room.release()
        return channel

    async def _carry(self, request: web.Request, channel: web.WebSocketResponse) -> None:
        board = BoardProcess(
            self.words,
            write_bytes=_unless_gone(channel.send_bytes),
            write_str=_unless_gone(channel.send_str),
            close=channel.close,
        )
        self._open[channel] = request.transport
        try:
            size = size_in_address(request.query.get("width", ""), request.query.get("height", ""))
            await board.start(*size)
            with suppress(NotUnderstood, TooFarAhead):
                async for message in channel:
                    if message.type is not WSMsgType.TEXT:
                        break
                    await board.obey(read_message(message.data))
        finally:
            await board.stop()
            await _close(channel, self._open.pop(channel))

    async def on_shutdown(self, app: web.Application) -> None:  # noqa: ARG002
        """Let every page know, so that every board keeps its words and leaves."""
        self._leaving = True
        await asyncio.gather(*(_close(*one) for one in list(self._open.items())))

    def serve_on(self, listener: socket.socket) -> None:
        """Serve until ctrl+c, SIGTERM or SIGHUP, and until the last board has left."""
        # What aiohttp and asyncio log of a request they cannot read holds its address.
        logging.disable()
        with suppress(KeyboardInterrupt):
            asyncio.run(self._serve(listener))

    async def _serve(self, listener: socket.socket) -> None:
        loop, over = asyncio.get_running_loop(), asyncio.Event()
        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            with suppress(AttributeError, NotImplementedError):
                loop.add_signal_handler(getattr(signal, name), over.set)
        runner = web.AppRunner(
            self.application(),
            access_log=None,
            handle_signals=False,
            keepalive_timeout=15,
            lingering_time=0,
            shutdown_timeout=15,
        )
        await runner.setup()
        assert runner.server is not None
        self._callers = Callers(runner.server)
        server = await loop.create_server(self._callers, sock=listener)
        try:
            await over.wait()
        finally:
            server.close()
            await runner.cleanup()


async def _close(channel: web.WebSocketResponse, wire: asyncio.BaseTransport | None) -> None:
    """End a connection, in good order where the page still reads."""
    try:
        async with asyncio.timeout(TO_CLOSE):
            await channel.close(code=WSCloseCode.GOING_AWAY)
    except (TimeoutError, ConnectionError, RuntimeError):
        if isinstance(wire, asyncio.Transport):
            wire.abort()


def _unless_gone(send: Callable[[Data], Awaitable[None]]) -> Callable[[Data], Awaitable[None]]:
    """`send`, but for a page that has been closed meanwhile."""

    async def sent(data: Data) -> None:
        with suppress(ConnectionError, RuntimeError):
            await send(data)

    return sent
