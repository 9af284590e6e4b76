"""For errors that no handler of Textual's sees: they end recco as any other does."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from textual.app import App


def install_loop_error_handler(app: App[None]) -> None:
    """For a task that no one awaits, and for what was only to be called soon."""

    def on_error(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        _end(app, context.get("exception"))

    asyncio.get_running_loop().set_exception_handler(on_error)


@contextmanager
def handling_thread_errors(app: App[None]) -> Iterator[None]:
    """For threads that are no workers."""

    def on_error(what: threading.ExceptHookArgs) -> None:
        if app._loop is not None:
            with suppress(RuntimeError):  # the loop has ended meanwhile
                app._loop.call_soon_threadsafe(_end, app, what.exc_value)

    before, threading.excepthook = threading.excepthook, on_error
    try:
        yield
    finally:
        threading.excepthook = before


def _end(app: App[None], error: BaseException | None) -> None:
    """Not while recco is being left: what is torn down then may well fail."""
    if isinstance(error, Exception) and not app._exit:
        app._handle_exception(error)
