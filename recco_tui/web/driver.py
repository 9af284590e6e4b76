"""The board's side of the pipe to `recco serve`.

What comes in is checked, and the board leaves when nobody is at the other end.
"""

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

from recco_tui.web.page_messages import LONGEST, as_size

LAST_KEYS = 0.5
"""Seconds for what was typed just before the other end went away."""
TO_REACT = 2.0
"""Seconds until a board that is alone must have begun to leave, whatever it is busy with."""
TO_LEAVE = 8.0
"""Seconds for leaving: another program may hold the file for a while."""
AT_ONCE = 32
"""Events handed over before it is waited until they were handled: a flood would fill the memory."""


class BrowserDriver(WebDriver):
    """Textual's driver would stay for ever, and hold the file, once the server has been killed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._write = partial(self._write_while_heard)
        self._parser = XTermParser()
        self._unread = 0
        self._handed = 0
        self._hung_up = Event()
        self._too_late = Event()

    def _write_while_heard(self, data: bytes) -> int:
        with suppress(BrokenPipeError):
            return os.write(self.fileno, data)
        return len(data)

    def start_application_mode(self) -> None:
        if hasattr(signal, "SIGALRM"):
            signal.signal(signal.SIGALRM, signal.SIG_DFL)
        super().start_application_mode()
        Thread(target=self._leave_with_the_server, daemon=True).start()

    def _leave_with_the_server(self) -> None:
        """Keep the words and leave once the other end of the pipe is gone; in any case, leave."""
        poll = select.poll() if hasattr(select, "poll") else None
        if poll is not None:
            poll.register(0, 0)  # asks for nothing: the end is told anyway
        while not self._hung_up.is_set():
            if poll is None:
                self._hung_up.wait()
            elif poll.poll(250):
                self._hung_up.set()
        if self.exit_event.is_set():
            _end_in(TO_LEAVE)
            return
        _end_in(TO_REACT)
        self._key_thread.join(LAST_KEYS)
        self._too_late.set()
        self._in_the_loop(_end_in, TO_LEAVE)
        self.send_message(messages.ExitApp())

    def run_input_thread(self) -> None:
        """Read until the other end is gone, or the board has left."""
        stream = ByteStream()
        decode = getincrementaldecoder("utf-8")("replace").decode
        for data in self._input_reader:
            for kind, payload in stream.feed(data) if data else ():
                if kind == "D":
                    self._type(decode(payload))
                else:
                    self._obey(payload)
            self._type("")
        if not self.exit_event.is_set():
            self._hung_up.set()
        self._input_reader.close()

    def _type(self, text: str) -> None:
        """Hand over the keys that a text stands for, or those that only time makes one of."""
        self._unread += len(text)
        try:
            for event in self._parser.feed(text) if text else self._parser.tick():
                self._unread = 0
                self._hand_over(event)
            too_long = self._unread > LONGEST
        except Exception:
            # Textual's parser stumbles over keys with numbers beyond Unicode, for one.
            too_long = True
        if too_long:
            with suppress(Exception):
                list(self._parser.feed(""))  # lets go of what it holds; a cache holds the parser
            self._parser, self._unread = XTermParser(), 0

    def _hand_over(self, event: Message) -> None:
        if self._too_late.is_set():
            return
        if isinstance(event, events.Resize | messages.InBandWindowResize):
            return  # only the page tells its size
        self.process_message(event)
        self._handed += 1
        if self._handed % AT_ONCE == 0:
            self._wait_until_handled()

    def send_message(self, message: Message) -> None:
        """Textual's own would leave a coroutine behind when the board has left."""
        self._in_the_loop(self._app.post_message, message)

    def _in_the_loop(self, what: Callable[..., object], *given: object) -> None:
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(what, *given)

    def _wait_until_handled(self) -> None:
        """Wait for the board, and for what in it has the keys; both read what they get in order."""
        handled = Event()

        def by_the_board() -> None:
            (self._app.focused or self._app.screen).call_later(handled.set)

        self._in_the_loop(self._app.call_later, by_the_board)
        for _ in range(40):
            if handled.wait(0.05) or self._too_late.is_set() or self.exit_event.is_set():
                return

    def _obey(self, payload: bytes) -> None:
        """Do what the server tells; what it would not say is passed over."""
        with suppress(ValueError, RecursionError):
            match json.loads(payload):
                case {"type": "resize", "width": width, "height": height}:
                    size = Size(*as_size(width, height))
                    self._size = size
                    self.process_message(events.Resize(size, size))
                    self._wait_until_handled()
                case {"type": "focus"}:
                    self._hand_over(events.AppFocus())
                case {"type": "blur"}:
                    self._hand_over(events.AppBlur())


def _end_in(seconds: float) -> None:
    """End this process by then, whatever it is doing; the last word counts."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)  # by the system: no lock of ours delays it
        return
    timer = Timer(seconds, partial(os._exit, 1))
    timer.daemon = True
    timer.start()
