"""The board in a browser: parts of textual-serve, with our own access check and page.

Each open page has a board process of its own; several work on one file like several terminals.
textual-serve's own page loads a font from an outside host, and its server starts the program by a
shell: neither is used.
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

from recco_tui.web.board_process import BoardProcess, InputOverflow
from recco_tui.web.guard import Guard, Handler
from recco_tui.web.page_messages import MAX_MESSAGE, InvalidMessage, read_message, size_from_query
from recco_tui.web.silent_connections import SilentConnections

HERE = Path(__file__).parent
TEXTUAL_SERVE_STATIC = Path(textual_serve.__file__).parent / "static"
MAX_BOARDS = 16
CLOSE_TIMEOUT = 2.0
SLOT_TIMEOUT = 20.0

Data = TypeVar("Data", bytes, str)


class BoardServer:
    """Serves the board that `command` opens to whoever passes the guard.

    `on_page_shown` is called when a page is requested.
    """

    def __init__(
        self, command: tuple[str, ...], guard: Guard, on_page_shown: Callable[[], None]
    ) -> None:
        self.command = command
        self.guard = guard
        self.on_page_shown = on_page_shown
        self._open: dict[web.WebSocketResponse, asyncio.BaseTransport | None] = {}
        self._slots = asyncio.Semaphore(MAX_BOARDS)
        self._closing = False
        self._silent_connections: SilentConnections | None = None

    def application(self) -> web.Application:
        """Everything under the token: the page, its files, its connection."""
        app = web.Application(middlewares=[self._mark_active])
        self.guard.install_middleware(app)
        root = f"/{self.guard.token}"
        app.router.add_get(f"{root}/", self.handle_page)
        app.router.add_get(f"{root}/ws", self.handle_websocket, allow_head=False)
        app.router.add_static(f"{root}/page", HERE / "static")
        app.router.add_static(f"{root}/static", TEXTUAL_SERVE_STATIC)
        app.on_shutdown.append(self.on_shutdown)
        return app

    @web.middleware
    async def _mark_active(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        if self._silent_connections is not None:
            self._silent_connections.mark_active(request.protocol)
        try:
            return await handler(request)
        except OSError as error:  # a name that no file can have
            raise web.HTTPNotFound from error

    async def handle_page(self, request: web.Request) -> web.Response:
        """The page, with the address of its connection."""
        self.on_page_shown()
        websocket_url = f"ws://{request.headers['Host']}/{self.guard.token}/ws"
        page = Template((HERE / "page.html").read_text(encoding="utf-8"))
        return web.Response(
            text=page.substitute(websocket=escape(websocket_url)),
            content_type="text/html",
            charset="utf-8",
        )

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """Run a board for this page until either side ends."""
        channel = web.WebSocketResponse(
            heartbeat=15, timeout=1, compress=False, max_msg_size=MAX_MESSAGE
        )
        await channel.prepare(request)
        try:
            async with asyncio.timeout(SLOT_TIMEOUT):  # boards of closed pages may still be ending
                await self._slots.acquire()
        except TimeoutError:
            await channel.close(code=WSCloseCode.TRY_AGAIN_LATER)
            return channel
        try:
            if not self._closing:
                await self._run_board(request, channel)
        finally:
            self._slots.release()
        return channel

    async def _run_board(self, request: web.Request, channel: web.WebSocketResponse) -> None:
        board = BoardProcess(
            self.command,
            write_bytes=_ignoring_closed(channel.send_bytes),
            write_str=_ignoring_closed(channel.send_str),
            close=channel.close,
        )
        self._open[channel] = request.transport
        try:
            size = size_from_query(request.query.get("width", ""), request.query.get("height", ""))
            await board.start(*size)
            with suppress(InvalidMessage, InputOverflow):
                async for message in channel:
                    if message.type is not WSMsgType.TEXT:
                        break
                    await board.handle(read_message(message.data))
        finally:
            await board.stop()
            await _close(channel, self._open.pop(channel))

    async def on_shutdown(self, app: web.Application) -> None:  # noqa: ARG002
        """Close every page, so that every board saves its text and ends."""
        self._closing = True
        await asyncio.gather(*(_close(*opened) for opened in list(self._open.items())))

    def serve_on(self, listener: socket.socket) -> None:
        """Serve until ctrl+c, SIGTERM or SIGHUP, and until the last board has ended."""
        # Of a bad request aiohttp and asyncio would log the address, and with it the token.
        logging.disable()
        with suppress(KeyboardInterrupt):
            asyncio.run(self._serve(listener))

    async def _serve(self, listener: socket.socket) -> None:
        loop, stop = asyncio.get_running_loop(), asyncio.Event()
        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            with suppress(AttributeError, NotImplementedError):
                loop.add_signal_handler(getattr(signal, name), stop.set)
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
        self._silent_connections = SilentConnections(runner.server)
        server = await loop.create_server(self._silent_connections, sock=listener)
        try:
            await stop.wait()
        finally:
            server.close()
            await runner.cleanup()


async def _close(channel: web.WebSocketResponse, transport: asyncio.BaseTransport | None) -> None:
    """Close a connection, with a closing handshake if the page still reads."""
    try:
        async with asyncio.timeout(CLOSE_TIMEOUT):
            await channel.close(code=WSCloseCode.GOING_AWAY)
    except (TimeoutError, ConnectionError, RuntimeError):
        if isinstance(transport, asyncio.Transport):
            transport.abort()


def _ignoring_closed(send: Callable[[Data], Awaitable[None]]) -> Callable[[Data], Awaitable[None]]:
    """`send`, without an error when the page has been closed meanwhile."""

    async def send_if_open(data: Data) -> None:
        with suppress(ConnectionError, RuntimeError):
            await send(data)

    return send_if_open
