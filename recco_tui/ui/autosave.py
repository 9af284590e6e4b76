"""Keeping what is typed: soon after the last key, and again and again until the file takes it."""

import asyncio
from collections.abc import Callable
from time import monotonic

from recco_tui.core.errors import FileLocked, ReccoError

SAVE_AFTER = 0.4
"""Seconds after the last key."""
SAVE_AT_LEAST = 1.0
"""Seconds from the first unsaved key, however long one types on."""
AGAIN_AFTER = 0.25
"""Seconds until a file that was locked is tried again."""
AGAIN_AFTER_A_FAULT = 1.0
"""Seconds until a disk that was full is."""


class Autosave:
    """Says when to save.

    The clock is the event loop's own: a timer of Textual's would come after the keys that wait
    to be handled. And the age of the oldest key counts from when the terminal gave it.
    """

    def __init__(
        self,
        save: Callable[[], None],
        shown: Callable[[], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """`save` keeps what is typed, or raises a `ReccoError`; `shown` is called when that fails,
        and when it does no more; `failed` with any other error, which no one else would see."""
        self._save = save
        self._shown = shown
        self._failed = failed
        self._oldest: float | None = None
        self._is_saving = False
        self._timer: asyncio.TimerHandle | None = None
        self.problem: ReccoError | None = None
        """Why the file did not take it the last time."""

    @property
    def is_due(self) -> bool:
        """Whether something is typed that is not in the file."""
        return self._oldest is not None

    def mark_changed(self, typed_at: float | None = None) -> None:
        """Something was typed, at a time of `monotonic()`; now when None is given."""
        now = monotonic()
        if self._oldest is None:
            self._oldest = now if typed_at is None else min(now, typed_at)
        if self._is_saving or self.problem is not None:
            return  # it is tried again anyway, and no key has to wait for that
        latest = self._oldest + SAVE_AT_LEAST
        if now >= latest:
            self.save_now()
        else:
            self._call_in(min(SAVE_AFTER, latest - now))

    def save_now(self) -> bool:
        """Save at once what is due; False when the file does not take it, which is tried again."""
        if self._oldest is None or self._is_saving:
            return True
        self.stop()
        before, self._is_saving = self.problem, True
        try:
            self._save()
        except ReccoError as error:
            self.problem = error
            locked = isinstance(error, FileLocked)
            self._call_in(AGAIN_AFTER if locked else AGAIN_AFTER_A_FAULT)
        else:
            self.problem = self._oldest = None
        finally:
            self._is_saving = False
        if self.problem is not None or before is not None:
            self._shown()
        return self.problem is None

    def stop(self) -> None:
        """No more by itself."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _call_in(self, seconds: float) -> None:
        self.stop()
        self._timer = asyncio.get_running_loop().call_later(seconds, self._fire)

    def _fire(self) -> None:
        try:
            self.save_now()
        except Exception as error:
            self._failed(error)
