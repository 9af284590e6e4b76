"""Connections that have not asked for anything yet: few, and for a short time.

Anybody on this machine can open connections, also without the address. Those who do not say what
they want would hold all that the server can have.
"""

import asyncio
from collections.abc import Callable

from aiohttp import web

MOST_SILENT = 64
TIME_TO_ASK = 10.0
TO_BE_MADE = 0.5


class Callers:
    """Makes what answers a connection, and drops the oldest silent one when there are too many."""

    def __init__(self, answer: Callable[[], web.RequestHandler]) -> None:
        self._answer = answer
        self._silent: dict[web.RequestHandler, asyncio.TimerHandle] = {}

    def __call__(self) -> web.RequestHandler:
        """For a connection that was just opened."""
        if len(self._silent) >= MOST_SILENT:
            self._drop(next(iter(self._silent)))
        connection = self._answer()
        later = asyncio.get_running_loop().call_later(TIME_TO_ASK, self._drop, connection)
        self._silent[connection] = later
        return connection

    def heard(self, connection: web.RequestHandler) -> None:
        """It has asked for something."""
        if (waiting := self._silent.pop(connection, None)) is not None:
            waiting.cancel()

    def _drop(self, connection: web.RequestHandler) -> None:
        self.heard(connection)
        if connection.transport is None:  # of many at once, or gone already
            asyncio.get_running_loop().call_later(TO_BE_MADE, _abort, connection)
        else:
            _abort(connection)


def _abort(connection: web.RequestHandler) -> None:
    if isinstance(connection.transport, asyncio.Transport):
        connection.transport.abort()
