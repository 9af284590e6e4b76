"""Reading anew what is shown, and saying what a verb or a key came to that no view waits for."""

from typing import TYPE_CHECKING

from textual.timer import Timer

from recco_tui.core.errors import DataError, FileLocked, FileReplaced, ReccoError
from recco_tui.ui.formatting import short_reason

if TYPE_CHECKING:
    from recco_tui.ui.app import ReccoApp

AGAIN_AFTER = 0.25
"""Seconds until a file that could not even be read is looked at again."""


class Reading:
    """What is on top of the app is read anew; where the file is locked for that, soon."""

    def __init__(self, app: "ReccoApp") -> None:
        self._app = app
        self._timer: Timer | None = None

    def reload_top(self) -> None:
        """Read anew what is on top, if that is a view; what lies below does when it is there."""
        from recco_tui.ui.screen import ReccoScreen

        screen = self._app.top
        if isinstance(screen, ReccoScreen) and screen.is_mounted:
            screen.reload()

    def reload_later(self, error: FileLocked) -> None:
        """The file is locked even for reading: what is shown stays until it can be read."""
        reason = short_reason(error, self._app.ledger.path)
        self._app.set_notice("reading", f"{reason}: shown as it was")
        if self._timer is None:
            self._timer = self._app.set_timer(AGAIN_AFTER, self._again)

    def _again(self) -> None:
        self._timer = None
        self._app.set_notice("reading", "")
        self.reload_top()

    def was_done(self) -> None:
        """A verb was done that no view waits for any more."""
        done = self._app.ledger.last_change
        if done is not None:
            label = f"{done.label[:1].upper()}{done.label[1:]}"
            self._app.notify(f"{label} · u takes it back", markup=False)
        self.reload_top()

    def was_refused(self, error: Exception) -> None:
        """The same of one that was not."""
        if not isinstance(error, ReccoError):
            raise error
        self._app.notify(str(error), severity="error", markup=False)

    def can_go_on(self, error: ReccoError) -> bool:
        """Whether a key that came to this has harmed nothing, which then is said: somebody is gone,
        a rule says no, the file is locked. A file that is at fault otherwise ends recco."""
        if isinstance(error, FileReplaced):
            self._app.handle_replaced_file()
        elif isinstance(error, FileLocked):
            reason = short_reason(error, self._app.ledger.path)
            self._app.notify(f"{reason}. Try again.", markup=False)
            self.reload_later(error)
        elif isinstance(error, DataError):
            return False
        else:
            self.was_refused(error)
            self.reload_top()
        return True
