"""The board's side of the pipe to `recco serve`: it leaves when nobody is at the other end."""

import os
from contextlib import suppress
from functools import partial
from typing import Any

from textual import messages
from textual.drivers.web_driver import WebDriver


class BrowserDriver(WebDriver):
    """Textual's driver would stay for ever, and hold the file, once the server has been killed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._write = partial(self._write_while_heard)

    def _write_while_heard(self, data: bytes) -> int:
        with suppress(BrokenPipeError):
            return os.write(self.fileno, data)
        return len(data)

    def run_input_thread(self) -> None:
        super().run_input_thread()
        self._app.post_message(messages.ExitApp())
