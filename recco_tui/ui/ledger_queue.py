"""Calls of the ledger, in the order in which they were asked for.

A call waits while another program holds the file, or while a long call runs before it. The keys
stay alive meanwhile, and the header says what waits and for what.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeVar

from recco_tui.core.errors import FileLocked, FileReplaced, ReccoError
from recco_tui.ledger.ledger import Ledger
from recco_tui.ui.formatting import short_reason

if TYPE_CHECKING:
    from recco_tui.ui.app import ReccoApp

T = TypeVar("T")

EVERY = 0.1
"""Seconds between two tries."""
SHOWN_AFTER = 0.3
"""A lock that is gone before that is not mentioned."""

PATIENCE = 0.05
"""Seconds for which a key waits for a locked file."""
SHORT_PATIENCE = 0.01
"""Seconds for a try once it is known that the file is locked."""
LAST_PATIENCE = 3.0
"""Seconds for all that is left when the board has been left already."""


@contextmanager
def less_patient(ledger: Ledger) -> Iterator[None]:
    """Wait still less than usual: the file was locked a moment ago."""
    usual, ledger.busy_timeout = ledger.busy_timeout, SHORT_PATIENCE
    try:
        yield
    finally:
        ledger.busy_timeout = usual


@dataclass(eq=False, slots=True)
class QueuedCall:
    """A call, what the key that asked for it is called, and what follows.

    `progress` is said while it runs, in a thread of its own on a ledger of its own, which it is
    given; empty for a call that is done between two keys. `writes` is false for one that a lock
    does not keep from working. `typed` are the words that would be lost with it.
    """

    what: str
    call: Callable[..., Any]
    on_done: Callable[[Any], None]
    on_error: Callable[[Exception], None]
    typed: str = ""
    progress: str = ""
    writes: bool = True
    thread: "Future[Any] | None" = None


class LedgerQueue:
    """The one queue for the calls of every screen: first come, first served."""

    def __init__(self, app: "ReccoApp") -> None:
        self._app = app
        self._calls: deque[QueuedCall] = deque()
        self._threads = ThreadPoolExecutor(1, "recco-long")
        self._is_working = False
        self.error: ReccoError | None = None
        """Why the first call could not be done; None while nothing was in its way."""
        self._blocked_since = 0.0
        self._announced: Sequence[QueuedCall] = ()

    def __len__(self) -> int:
        return len(self._calls)

    @property
    def progress(self) -> str:
        """What is said of the long call that runs just now; empty when none does."""
        first = self._calls[0] if self._calls else None
        return first.progress if first is not None and first.thread is not None else ""

    @property
    def pending(self) -> tuple[QueuedCall, ...]:
        """Those that are not done and do not run."""
        return tuple(queued for queued in self._calls if queued.thread is None)

    def is_busy(self) -> bool:
        """Whether something long is under way, beside which no other is begun; then it is said."""
        if self.progress:
            self._app.clear_notifications()
            self._app.notify(f"{self.progress} · not done yet", markup=False)
        return bool(self.progress)

    # -- joining ---------------------------------------------------------------------------------

    def submit(
        self,
        call: Callable[[], T],
        what: str,
        on_done: Callable[[T], None],
        on_error: Callable[[Exception], None],
        typed: str = "",
    ) -> None:
        """Call it at once and go on with `on_done` or `on_error`; else as soon as it can be."""
        if not self._calls:
            try:
                result = call()
            except (FileLocked, FileReplaced) as error:
                self._blocked_by(error)
            except ReccoError as error:
                on_error(error)
                return
            else:
                on_done(result)
                return
        self._enqueue(QueuedCall(what, call, on_done, on_error, typed))

    def submit_long(
        self,
        call: Callable[[Ledger], T],
        what: str,
        progress: str,
        on_done: Callable[[T], None],
        on_error: Callable[[Exception], None],
        *,
        writes: bool = True,
    ) -> QueuedCall:
        """The same in a thread, on a ledger of its own; never before this method returns."""
        queued = QueuedCall(what, call, on_done, on_error, progress=progress, writes=writes)
        self._enqueue(queued)
        return queued

    def submit_for_result(
        self, call: Callable[[], T], what: str, typed: str = ""
    ) -> "asyncio.Future[T]":
        """The same for a worker, which waits for the result, or for what the call raised.

        A worker that is ended meanwhile cancels nothing: the call is done and then reported.
        """
        outcome: asyncio.Future[T] = asyncio.get_running_loop().create_future()

        def on_done(result: T) -> None:
            if outcome.done():
                self._app.report_done()
            else:
                outcome.set_result(result)

        def on_error(error: Exception) -> None:
            if outcome.done():
                self._app.report_error(error)
            else:
                outcome.set_exception(error)

        self.submit(call, what, on_done, on_error, typed)
        return outcome

    def cancel(self, queued: QueuedCall) -> bool:
        """Take it out of the queue; False when it runs or is done already."""
        if queued not in self.pending:
            return False
        self._remove(queued)
        return True

    def cancel_all(self) -> tuple[QueuedCall, ...]:
        """Take out those that wait, and return them. What runs goes on."""
        cancelled = self.pending
        for queued in cancelled:
            self._calls.remove(queued)
        self.error = None
        self._show()
        return cancelled

    # -- working them off ------------------------------------------------------------------------

    def _enqueue(self, queued: QueuedCall) -> None:
        self._calls.append(queued)
        self._show()
        if not self._is_working:
            self._is_working = True
            self._app.run_worker(self._work_off(), "ledger queue", group="queue")

    async def _work_off(self) -> None:
        try:
            while self._calls:
                await self._try(self._calls[0])
        finally:
            self._is_working = False

    async def _try(self, first: QueuedCall) -> None:
        try:
            result = await self._run_long(first) if first.progress else self._run(first)
        except (FileLocked, FileReplaced) as error:
            self._blocked_by(error)
            await asyncio.sleep(EVERY)
            return
        except Exception as error:
            self._remove(first)
            self._continue(first.on_error, error)
        else:
            self._remove(first)
            self._continue(first.on_done, result)
        # What waited for this one goes on before the next is begun.
        await asyncio.sleep(0)

    def _continue(self, callback: Callable[[T], None], value: T) -> None:
        """Go on with what follows; a rule that refuses it does not hold up the other calls."""
        try:
            callback(value)
        except ReccoError as error:
            if not self._app.recovers_from(error):
                raise

    def _run(self, first: QueuedCall) -> Any:
        with less_patient(self._app.ledger) if self.error else nullcontext():
            return first.call()

    async def _run_long(self, first: QueuedCall) -> Any:
        """Only once no one writes: what it does before it asks for its turn is done once."""
        ledger = self._app.ledger
        if first.writes:
            with less_patient(ledger):
                ledger.require_unlocked()

        def run() -> Any:
            with ledger.another() as other:
                return first.call(other)

        first.thread = self._threads.submit(run)
        self.error = None
        self._show()
        try:
            return await asyncio.wrap_future(first.thread)
        except (FileLocked, FileReplaced):
            first.thread = None
            raise

    def _remove(self, queued: QueuedCall) -> None:
        if queued in self._calls:
            self._calls.remove(queued)
        self.error = None
        self._show()

    # -- saying what waits -----------------------------------------------------------------------

    def _blocked_by(self, error: ReccoError) -> None:
        if self.error is None:
            self._blocked_since = monotonic()
        self.error = error
        if isinstance(error, FileReplaced):
            self._app.handle_replaced_file()
        self._show()

    def _show(self) -> None:
        """The header's notice, and a toast for each call that begins to wait."""
        pending, progress, error = self.pending, self.progress, self.error
        reason = progress
        # Of a file that is gone a dialog speaks.
        if (
            not progress
            and isinstance(error, FileLocked)
            and monotonic() - self._blocked_since >= SHOWN_AFTER
        ):
            reason = short_reason(error, self._app.ledger.path)
        waiting = describe_pending(pending) if reason and pending else ""
        separator = " · " if progress else ": "
        self._app.set_notice("queue", separator.join(filter(None, (reason, waiting))))
        if not waiting:
            self._announced = ()
            return
        new = [queued for queued in pending if queued not in self._announced]
        self._announced = pending
        if new:
            words = describe_pending(new)
            toast = f"{words} until this is done." if progress else f"{reason}. {words}."
            self._app.clear_notifications()
            self._app.notify(toast, markup=False)

    # -- after the board -------------------------------------------------------------------------

    def finish(self) -> list[QueuedCall]:
        """Try all once more, now that the board has been left; returns what could not be done."""
        calls, self._calls = self._calls, deque()
        failed = [queued for queued in calls if not self._try_once_more(queued)]
        self._threads.shutdown()
        return failed

    def _try_once_more(self, queued: QueuedCall) -> bool:
        ledger = self._app.ledger
        try:
            if queued.thread is not None and not queued.thread.cancelled():
                queued.thread.result()
            elif queued.progress:
                with ledger.another() as other:
                    queued.call(other)
            else:
                queued.call()
        except Exception:
            # Whatever it was, the words typed for it are still to be kept. And the patience is
            # for all of them together.
            with suppress(ReccoError):
                ledger.busy_timeout = SHORT_PATIENCE
            return False
        return True


def describe_pending(pending: Sequence[QueuedCall]) -> str:
    """ "'Snooze' waits" or "3 changes wait"."""
    return f"'{pending[0].what}' waits" if len(pending) == 1 else f"{len(pending)} changes wait"
