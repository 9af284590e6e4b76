"""A form and what saves its answer: the form stays until the ledger has taken it."""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar

from recco_tui.core.errors import ChangedElsewhere, ReccoError

if TYPE_CHECKING:
    from recco_tui.ui.dialogs.form import Form
    from recco_tui.ui.screen import ReccoScreen

E = TypeVar("E")
T = TypeVar("T")


class FormSubmission(Generic[E, T]):
    """One form on its way into the ledger. `what` is what the key is called that opened it."""

    def __init__(
        self, screen: "ReccoScreen", form: "Form[E]", save: Callable[[E], T], what: str
    ) -> None:
        self._screen = screen
        self._form = form
        self._save = save
        self._what = what
        self._is_open = True
        self._complaint = ""
        self._words = ""
        self._outcome: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        form.submit = self._submit

    async def result(self) -> T | None:
        """Ask until it is taken, or waits for the file; None when the form was left, or when what
        had to wait was refused in the end, which is said with the words that were typed.

        Raises `ChangedElsewhere` where another window was first.
        """
        entry = await self._screen.app.push_screen_wait(self._form)
        self._is_open = False
        if entry is None:
            return None
        try:
            result = await self._outcome
        except ChangedElsewhere:
            raise
        except ReccoError as error:
            self._screen.report_error(error, self._words)
            return None
        self._screen.report_done()
        return result

    def _submit(self, entry: E) -> str:
        """What the form shows: '' when it may close, else what was said against its answer."""
        self._complaint, self._words = "", self._form.words_typed()
        queue = self._screen.recco.queue
        queue.submit(
            lambda: self._save(entry), self._what, self._on_done, self._on_error, self._words
        )
        return self._complaint

    def _on_done(self, result: T) -> None:
        if self._outcome.done():
            self._screen.recco.report_done()
        else:
            self._outcome.set_result(result)

    def _on_error(self, error: Exception) -> None:
        if self._is_open and not isinstance(error, ChangedElsewhere):
            self._complaint = str(error)
        elif not self._outcome.done():
            self._outcome.set_exception(error)
        else:
            self._screen.recco.report_error(error)
