"""Connections that have not sent a request yet: few are kept, and for a short time.

Anybody on this machine can open connections, even without the address; those that stay silent
could use up all that the server can have.
"""

import asyncio
from collections.abc import Callable

from aiohttp import web

MAX_SILENT = 64
REQUEST_TIMEOUT = 10.0
ACCEPT_DELAY = 0.5


class SilentConnections:
    """Makes the handler of each connection, and drops the oldest silent one of too many."""

    def __init__(self, make_handler: Callable[[], web.RequestHandler]) -> None:
        self._make_handler = make_handler
        self._silent: dict[web.RequestHandler, asyncio.TimerHandle] = {}

    def __call__(self) -> web.RequestHandler:
        """The handler of a connection that was just opened."""
        if len(self._silent) >= MAX_SILENT:
            self._drop(next(iter(self._silent)))
        connection = self._make_handler()
        timer = asyncio.get_running_loop().call_later(REQUEST_TIMEOUT, self._drop, connection)
        self._silent[connection] = timer
        return connection

    def mark_active(self, connection: web.RequestHandler) -> None:
        """Keep this connection: it has sent a request."""
        if (timer := self._silent.pop(connection, None)) is not None:
            timer.cancel()

    def _drop(self, connection: web.RequestHandler) -> None:
        self.mark_active(connection)
        if connection.transport is None:  # not accepted yet, or closed already
            asyncio.get_running_loop().call_later(ACCEPT_DELAY, _abort, connection)
        else:
            _abort(connection)


def _abort(connection: web.RequestHandler) -> None:
    if isinstance(connection.transport, asyncio.Transport):
        connection.transport.abort()
