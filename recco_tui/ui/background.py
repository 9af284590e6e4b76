"""Faults where no handler of Textual's sees them: they end recco as any other, and are said."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from textual.app import App


def install_loop_error_handler(app: App[None]) -> None:
    """Of a task that nobody awaits, and of what was only to be called soon."""

    def failed(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        _end(app, context.get("exception"))

    asyncio.get_running_loop().set_exception_handler(failed)


@contextmanager
def handling_thread_errors(app: App[None]) -> Iterator[None]:
    """Of threads that are no workers."""

    def failed(what: threading.ExceptHookArgs) -> None:
        if app._loop is not None:
            with suppress(RuntimeError):  # the loop has ended meanwhile
                app._loop.call_soon_threadsafe(_end, app, what.exc_value)

    before, threading.excepthook = threading.excepthook, failed
    try:
        yield
    finally:
        threading.excepthook = before


def _end(app: App[None], error: BaseException | None) -> None:
    """Not while it is being left: what is torn down then may well fail."""
    if isinstance(error, Exception) and not app._exit:
        app._handle_exception(error)
