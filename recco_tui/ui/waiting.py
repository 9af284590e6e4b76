"""Verbs that wait their turn: another program holds the file, or something long is under way.

What was asked for first is done first: a verb waits behind those before it. The keys stay alive
meanwhile, and the header says what waits and for what.
"""

import asyncio
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import nullcontext, suppress
from dataclasses import dataclass, field
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeVar

from recco_tui.core.errors import FileLocked, FileReplaced, ReccoError
from recco_tui.ui.formatting import short_reason
from recco_tui.ui.patience import HURRIED, hurried

if TYPE_CHECKING:
    from recco_tui.ledger.ledger import Ledger
    from recco_tui.ui.app import ReccoApp

T = TypeVar("T")

EVERY = 0.1
"""Seconds between two tries."""
SHOWN_AFTER = 0.3
"""A lock that is gone before that is not spoken of."""


@dataclass(eq=False, slots=True)
class Waiting:
    """A verb, what the key that asked for it is called, and what follows.

    `progress` is said while it runs, in a thread of its own on a ledger of its own, which it is
    given; empty for a verb that is done between two keys. `writes` is false for one that a lock
    does not keep from working. `typed` are the words that would be lost with it.
    """

    what: str
    verb: Callable[..., Any]
    went: Callable[[Any], None]
    refused: Callable[[Exception], None]
    typed: str = ""
    progress: str = ""
    writes: bool = True
    thread: "Future[Any] | None" = field(default=None)


class WaitingVerbs:
    """The one line that verbs of every screen stand in, first come, first served."""

    def __init__(self, app: "ReccoApp") -> None:
        self._app = app
        self._line: deque[Waiting] = deque()
        self._threads = ThreadPoolExecutor(1, "recco-long")
        self._at_work = False
        self._held: ReccoError | None = None
        self._held_since = 0.0
        self._told: list[Waiting] = []

    def __len__(self) -> int:
        return len(self._line)

    @property
    def under_way(self) -> str:
        """What is said of the long verb that runs just now; empty when none does."""
        head = self._line[0] if self._line else None
        return head.progress if head is not None and head.thread is not None else ""

    @property
    def problem(self) -> ReccoError | None:
        """Why the first one could not be done; None while nothing was in its way."""
        return self._held

    @property
    def waits(self) -> tuple[Waiting, ...]:
        """Those that are not done and do not run."""
        return tuple(one for one in self._line if one.thread is None)

    # -- joining ---------------------------------------------------------------------------------

    def take(
        self,
        verb: Callable[[], T],
        what: str,
        went: Callable[[T], None],
        refused: Callable[[Exception], None],
        typed: str = "",
    ) -> None:
        """Do it at once and go on with `went` or `refused`; where it cannot be, when it can."""
        if not self._line:
            try:
                result = verb()
            except (FileLocked, FileReplaced) as error:
                self._hold(error)
            except ReccoError as error:
                refused(error)
                return
            else:
                went(result)
                return
        self._join(Waiting(what, verb, went, refused, typed))

    def take_long(
        self,
        verb: "Callable[[Ledger], T]",
        what: str,
        progress: str,
        went: Callable[[T], None],
        refused: Callable[[Exception], None],
        *,
        writes: bool = True,
    ) -> Waiting:
        """The same beside the keys, on a ledger of its own; never before this call returns."""
        one = Waiting(what, verb, went, refused, progress=progress, writes=writes)
        self._join(one)
        return one

    def withdraw(self, one: Waiting) -> bool:
        """Do without it; False when it is under way or done already."""
        if one not in self.waits:
            return False
        self._leave_line(one)
        return True

    async def turn(self, verb: Callable[[], T], what: str, typed: str = "") -> T:
        """The same from a worker, which waits for it; raises what the verb raised.

        A worker that is ended meanwhile takes nothing back: the verb is done and then said.
        """
        done: asyncio.Future[T] = asyncio.get_running_loop().create_future()

        def went(result: T) -> None:
            if done.done():
                self._app.reading.was_done()
            else:
                done.set_result(result)

        def refused(error: Exception) -> None:
            if done.done():
                self._app.reading.was_refused(error)
            else:
                done.set_exception(error)

        self.take(verb, what, went, refused, typed)
        return await done

    def drop(self) -> tuple[Waiting, ...]:
        """Those that wait will not be done; which they were. What runs goes on."""
        dropped = self.waits
        for one in dropped:
            self._line.remove(one)
        self._held = None
        self._show()
        return dropped

    # -- working them off ------------------------------------------------------------------------

    def _join(self, one: Waiting) -> None:
        self._line.append(one)
        self._show()
        if not self._at_work:
            self._at_work = True
            self._app.run_worker(self._work_off(), "verbs that wait", group="waiting")

    async def _work_off(self) -> None:
        try:
            while self._line:
                await self._try(self._line[0])
        finally:
            self._at_work = False

    async def _try(self, head: Waiting) -> None:
        try:
            result = await self._long(head) if head.progress else self._quick(head)
        except (FileLocked, FileReplaced) as error:
            self._hold(error)
            await asyncio.sleep(EVERY)
            return
        except Exception as error:
            self._leave_line(head)
            self._follow(head.refused, error)
        else:
            self._leave_line(head)
            self._follow(head.went, result)
        # What waited for this one goes on before the next is begun.
        await asyncio.sleep(0)

    def _follow(self, outcome: Callable[[T], None], value: T) -> None:
        """Go on with what follows; what a rule says no to there keeps nobody else waiting."""
        try:
            outcome(value)
        except ReccoError as error:
            if not self._app.reading.can_go_on(error):
                raise

    def _quick(self, head: Waiting) -> Any:
        with hurried(self._app.ledger) if self._held else nullcontext():
            return head.verb()

    async def _long(self, head: Waiting) -> Any:
        """Only once nobody writes: what it does before it asks for its turn is done once."""
        if head.writes:
            with hurried(self._app.ledger):
                self._app.ledger.require_unlocked()
        ledger = self._app.ledger

        def run() -> Any:
            with ledger.another() as other:
                return head.verb(other)

        head.thread = self._threads.submit(run)
        self._held = None
        self._show()
        try:
            return await asyncio.wrap_future(head.thread)
        except (FileLocked, FileReplaced):
            head.thread = None
            raise

    def _leave_line(self, head: Waiting) -> None:
        if head in self._line:
            self._line.remove(head)
        self._held = None
        self._show()

    # -- saying what waits -----------------------------------------------------------------------

    def _hold(self, error: ReccoError) -> None:
        if self._held is None:
            self._held_since = monotonic()
        self._held = error
        if isinstance(error, FileReplaced):
            self._app.file_is_gone()
        self._show()

    def _show(self) -> None:
        """The header's notice, and a toast for each verb that begins to wait."""
        waits = self.waits
        progress = self.under_way
        because = progress
        held = self._held if isinstance(self._held, FileLocked) else None
        # Of a file that is gone a dialog speaks.
        if not progress and held and monotonic() - self._held_since >= SHOWN_AFTER:
            because = short_reason(held, self._app.ledger.path)
        behind = waits_in_words(waits) if because and waits else ""
        separator = " · " if progress else ": "
        words = separator.join(part for part in (because, behind) if part)
        self._app.tell("waiting", words)
        if not behind:
            self._told = []
            return
        new = [one for one in waits if one not in self._told]
        self._told = list(waits)
        if new:
            words = waits_in_words(new)
            self._app.clear_notifications()
            self._app.notify(
                f"{words} until that is done." if progress else f"{because}. {words}.", markup=False
            )

    # -- after the board -------------------------------------------------------------------------

    def last_try(self) -> list[Waiting]:
        """What could not be done even now that recco has been left; waits some seconds for it."""
        line, self._line = list(self._line), deque()
        left = [one for one in line if not self._done_after_all(one)]
        self._threads.shutdown()
        return left

    def _done_after_all(self, one: Waiting) -> bool:
        ledger = self._app.ledger
        try:
            if one.thread is not None and not one.thread.cancelled():
                one.thread.result()
            elif one.progress:
                with ledger.another() as other:
                    one.verb(other)
            else:
                one.verb()
        except Exception:
            # Whatever it was, the words typed for it are still to be kept. And the patience is
            # for all of them together.
            with suppress(ReccoError):
                ledger.busy_timeout = HURRIED
            return False
        return True


def waits_in_words(waits: "list[Waiting] | tuple[Waiting, ...]") -> str:
    """ "'Snooze' waits" or "3 changes wait"."""
    return f"'{waits[0].what}' waits" if len(waits) == 1 else f"{len(waits)} changes wait"
