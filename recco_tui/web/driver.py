"""The board's side of the pipe to `recco serve`: input is checked, and its end ends the board."""

import json
import os
import select
import signal
from codecs import getincrementaldecoder
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from threading import Event, Thread, Timer
from typing import Any

from textual import events, messages
from textual._xterm_parser import XTermParser
from textual.drivers._byte_stream import ByteStream
from textual.drivers.web_driver import WebDriver
from textual.geometry import Size
from textual.message import Message

from recco_tui.web.page_messages import MAX_MESSAGE, clamped_size

FLUSH_TIMEOUT = 0.5
"""Seconds for reading what was typed just before the pipe was closed."""
REACTION_TIMEOUT = 2.0
"""Seconds in which a disconnected board must begin to quit, whatever it is busy with."""
EXIT_TIMEOUT = 8.0
"""Seconds for quitting: another program may hold the file for a while."""
BATCH = 32
"""Events sent before waiting until they are handled: a flood would fill the memory."""


class BrowserDriver(WebDriver):
    """Textual's own driver would run for ever, with the file open, after the server was killed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._write = partial(self._write_if_connected)
        self._parser = XTermParser()
        self._undecided = 0
        self._dispatched = 0
        self._disconnected = Event()
        self._past_deadline = Event()

    def _write_if_connected(self, data: bytes) -> int:
        with suppress(BrokenPipeError):
            return os.write(self.fileno, data)
        return len(data)

    def start_application_mode(self) -> None:
        if hasattr(signal, "SIGALRM"):
            signal.signal(signal.SIGALRM, signal.SIG_DFL)
        super().start_application_mode()
        Thread(target=self._exit_with_server, daemon=True).start()

    def _exit_with_server(self) -> None:
        """Quit, saving what was typed, once the pipe is closed; exit in any case."""
        poll = select.poll() if hasattr(select, "poll") else None
        if poll is not None:
            poll.register(0, 0)  # no events asked for: a closed pipe is reported anyway
        while not self._disconnected.is_set():
            if poll is None:
                self._disconnected.wait()
            elif poll.poll(250):
                self._disconnected.set()
        if self.exit_event.is_set():
            _exit_within(EXIT_TIMEOUT)
            return
        _exit_within(REACTION_TIMEOUT)
        self._key_thread.join(FLUSH_TIMEOUT)
        self._past_deadline.set()
        self._call_in_loop(_exit_within, EXIT_TIMEOUT)
        self.send_message(messages.ExitApp())

    def run_input_thread(self) -> None:
        """Read until the other end is closed, or the board has quit."""
        stream = ByteStream()
        decode = getincrementaldecoder("utf-8")("replace").decode
        for data in self._input_reader:
            for kind, payload in stream.feed(data) if data else ():
                if kind == "D":
                    self._feed(decode(payload))
                else:
                    self._handle_order(payload)
            self._feed("")
        if not self.exit_event.is_set():
            self._disconnected.set()
        self._input_reader.close()

    def _feed(self, text: str) -> None:
        """Send the keys that a text encodes; for an empty one, those that waited for more of it."""
        self._undecided += len(text)
        try:
            for event in self._parser.feed(text) if text else self._parser.tick():
                self._undecided = 0
                self._dispatch(event)
            too_long = self._undecided > MAX_MESSAGE
        except Exception:
            # Textual's parser fails on keys with code points beyond Unicode, for one.
            too_long = True
        if too_long:
            with suppress(Exception):
                list(self._parser.feed(""))  # frees what it holds: a cache keeps the parser itself
            self._parser, self._undecided = XTermParser(), 0

    def _dispatch(self, event: Message) -> None:
        if self._past_deadline.is_set():
            return
        if isinstance(event, events.Resize | messages.InBandWindowResize):
            return  # only the page sets the size
        self.process_message(event)
        self._dispatched += 1
        if self._dispatched % BATCH == 0:
            self._wait_until_handled()

    def send_message(self, message: Message) -> None:
        """Textual's own would leave a coroutine behind when the board has quit."""
        self._call_in_loop(self._app.post_message, message)

    def _call_in_loop(self, callback: Callable[..., object], *args: object) -> None:
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(callback, *args)

    def _wait_until_handled(self) -> None:
        """Wait for the app and the focused widget, which each handle their messages in order."""
        handled = Event()

        def after_app() -> None:
            (self._app.focused or self._app.screen).call_later(handled.set)

        self._call_in_loop(self._app.call_later, after_app)
        for _ in range(40):
            if handled.wait(0.05) or self._past_deadline.is_set() or self.exit_event.is_set():
                return

    def _handle_order(self, payload: bytes) -> None:
        """Handle an order of the server; anything else is ignored."""
        with suppress(ValueError, RecursionError):
            match json.loads(payload):
                case {"type": "resize", "width": width, "height": height}:
                    size = Size(*clamped_size(width, height))
                    self._size = size
                    self.process_message(events.Resize(size, size))
                    self._wait_until_handled()
                case {"type": "focus"}:
                    self._dispatch(events.AppFocus())
                case {"type": "blur"}:
                    self._dispatch(events.AppBlur())


def _exit_within(seconds: float) -> None:
    """Exit this process by then, whatever it is doing; a later call replaces an earlier one."""
    if hasattr(signal, "setitimer"):
        # By the system, which no lock of ours can delay.
        signal.setitimer(signal.ITIMER_REAL, seconds)
        return
    timer = Timer(seconds, partial(os._exit, 1))
    timer.daemon = True
    timer.start()
