"""The open file, looked at each second: what others wrote, whether it is still there, copies."""

from typing import TYPE_CHECKING

from recco_tui.core.errors import FileLocked, FileReplaced, ReccoError
from recco_tui.ui.calendar_file import keep_calendar_file
from recco_tui.ui.formatting import short_reason
from recco_tui.ui.screen import ReccoScreen

if TYPE_CHECKING:
    from recco_tui.ui.app import ReccoApp

EVERY = 1.0


class FileWatch:
    """What was seen of the file the last time, and what is due because it is otherwise now."""

    def __init__(self, app: "ReccoApp") -> None:
        self._app = app
        self.reset()

    def reset(self) -> None:
        """The app has another ledger open, and its screens are about to read it."""
        ledger = self._app.ledger
        self._seen = (ledger.data_version, ledger.day)
        self._own_writes = ledger.own_writes
        self._version = (-1, -1)
        self._is_checkpointed = False

    def poll_external_changes(self) -> None:
        """Show what another window or script wrote, and what a new day brings."""
        app = self._app
        # While recco is leaving, what a screen shows it in goes before the screen. And what
        # something long has done is shown when it is done.
        if not app.is_running or app.queue.progress:
            return
        if not app.ledger.is_in_place:
            app.handle_replaced_file()
            return
        try:
            self._poll()
        except FileLocked as error:
            app.set_notice(
                "reading", f"{short_reason(error, app.ledger.path)}; showing the last state"
            )
        else:
            app.set_notice("reading", "")

    def _poll(self) -> None:
        app, ledger = self._app, self._app.ledger
        now = (ledger.data_version, ledger.day)
        screen = app.top
        # One that is still coming up reads the file by itself, and has nothing to show it in yet.
        if now != self._seen and isinstance(screen, ReccoScreen) and screen.is_mounted:
            self._seen = now
            app.apply_preferences()
            screen.reload()
        elif ledger.own_writes != self._own_writes:
            self._own_writes = ledger.own_writes
            if not app.badge and ledger.settings.preference("calendar_file"):
                app.run_worker(self._write_calendar_file, thread=True, group="calendar")
        version = (now[0], ledger.own_writes)
        if version != self._version:
            self._version, self._is_checkpointed = version, False
        elif not self._is_checkpointed:
            # Nothing was written for a second: a copy of the one file is whole from here on.
            self._is_checkpointed = self.checkpoint()

    def checkpoint(self) -> bool:
        """On the connection that is open: a checkpoint by any other looks like something written.

        False when it was not to be done now.
        """
        try:
            return self._app.ledger.checkpoint()
        except ReccoError:  # a full disk, which the next verb reports
            return False

    def _write_calendar_file(self) -> None:
        """Beside the keys, on a connection of its own; a demo keeps none."""
        try:
            with self._app.ledger.another() as ledger:
                keep_calendar_file(ledger)
        except ReccoError as error:
            self._report(error, str(error))

    def take_daily_snapshot(self) -> None:
        """Beside the keys: a large file takes its time."""
        self._app.run_worker(self._take_snapshot, thread=True, group="snapshot")

    def _take_snapshot(self) -> None:
        try:
            with self._app.ledger.another() as ledger:
                ledger.snapshot_of_the_day()
        except (ReccoError, OSError) as error:
            self._report(error, f"No snapshot taken today: {error}")

    def sync_machines(self) -> None:
        """Exchange changes with other machines, beside the keys; the next look shows what came."""
        self._app.run_worker(self._sync_machines, thread=True, group="sync")

    def _sync_machines(self) -> None:
        # Late for start-up time: few have other machines.
        from recco_tui.classroom.carriers import class_carrier

        try:
            with self._app.ledger.another() as ledger:
                outcome = ledger.sync.sync(ledger.sync.carrier("", class_carrier))
        except (ReccoError, OSError) as error:
            self._report(error, str(error))
            return
        self._app.call_from_thread(self._app.notify, outcome.short, markup=False)

    def _report(self, error: Exception, sentence: str) -> None:
        if not isinstance(error, FileReplaced):  # which is asked about
            self._app.call_from_thread(self._app.notify, sentence, severity="error", markup=False)
