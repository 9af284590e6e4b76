"""Leaving recco: asked for, told by the system, and what is still unsaved then."""

import asyncio
import signal
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple, Protocol, runtime_checkable

from recco_tui.core.errors import ReccoError
from recco_tui.ui import dialogs
from recco_tui.ui.formatting import short_reason
from recco_tui.ui.ledger_queue import LAST_PATIENCE, describe_pending
from recco_tui.ui.screen import ReccoScreen
from recco_tui.ui.text_files import save_to_any_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from recco_tui.ui.app import ReccoApp
    from recco_tui.ui.draft_keeper import DraftKeeper

_POLL_SECONDS = 0.05


@runtime_checkable
class _Form(Protocol):
    """A form, known by what it can do: leaving loads no more of recco."""

    @property
    def heading(self) -> str:
        """What the form is called."""

    def words_typed(self) -> str:
        """What would be lost with it; empty when that is nothing."""

    def asks_before_leaving(self) -> bool:
        """Whether it asks now; it does so once."""


class Unsaved(NamedTuple):
    """Words that are in no file yet. `save` brings them into the ledger, None where nothing can."""

    name: str
    text: str
    save: "Callable[[], object] | None" = None

    def try_to_save(self) -> bool:
        """Try to bring them into the ledger after all."""
        if self.save is None:
            return False
        try:
            self.save()
        except Exception:  # whatever it was, the words can still go to a file
            return False
        return True


class Leaving:
    """Asks before anything is lost; what is unsaved when there is no time to ask is kept."""

    def __init__(self, app: "ReccoApp") -> None:
        self._app = app
        self._is_asking = False
        self._was_asked_for = False
        self.unsaved: list[Unsaved] = []
        """What is left to be saved once the terminal is back."""
        self.messages: list[str] = []
        """What is written to the terminal then."""

    def install_signal_handlers(self) -> None:
        """A terminal that goes away, or a system that shuts down: keep what is typed, and leave."""
        loop = asyncio.get_running_loop()

        def on_signal(number: int, _frame: object) -> None:
            # A second signal, when recco has been left and only what is unsaved is being saved.
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(self._app.exit, None, 128 + number)

        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)
            # Not on Windows, nor outside of the main thread, as in a browser's session.
            if number is not None:
                with suppress(NotImplementedError, RuntimeError, ValueError):
                    # The loop's own handler wakes it, but can be lost while some hundred keys wait
                    # to be read; Python's own is not.
                    loop.add_signal_handler(number, on_signal, number, None)
                    signal.signal(number, on_signal)

    def leave(self) -> None:
        """Leave; where something would be lost, ask first. Asked again while asking, it leaves."""
        if not self._is_asking and self._form_asks_first():
            return
        self._was_asked_for = True
        if self._is_asking or not (self._app.queue or self._unsaved_drafts()):
            self._app.exit()
        else:
            self._is_asking = True
            self._app.run_worker(self._ask_and_leave(), group="leaving")

    def _form_asks_first(self) -> bool:
        """A form with something typed in it says so itself, once."""
        top = self._app.top
        return isinstance(top, _Form) and top.asks_before_leaving()

    def _unsaved_drafts(self) -> "list[DraftKeeper]":
        views = [screen for screen in self._app.screen_stack if isinstance(screen, ReccoScreen)]
        return [view.keeper for view in views if view.keeper and not view.keeper.save()]

    async def _ask_and_leave(self) -> None:
        try:
            if await self._may_leave():
                self._app.exit()
            else:
                self._was_asked_for = False
        finally:
            self._is_asking = False

    async def _may_leave(self) -> bool:
        app = self._app
        if app.queue.progress:
            app.notify(f"{app.queue.progress} · recco closes when done", markup=False)
            while app.queue.progress:
                await asyncio.sleep(_POLL_SECONDS)
        drafts, pending = self._unsaved_drafts(), app.queue.pending
        if not drafts and not pending:
            return True
        typed = bool(drafts) or any(queued.typed for queued in pending)
        not_saved = dialogs.NotSaved
        answer = await app.push_screen_wait(
            not_saved(
                self._what_is_not_saved(drafts),
                lambda: not app.queue and not any(draft.is_due for draft in drafts),
                words=typed,
                without="what you typed is lost" if typed else "it is not done",
            )
        )
        if answer == not_saved.TO_A_FILE:
            self.unsaved += [draft.give_up() for draft in drafts]
            self.unsaved += [
                Unsaved(queued.what, queued.typed) for queued in pending if queued.typed
            ]
        elif answer == not_saved.WITHOUT:
            for draft in drafts:
                draft.give_up()
        if answer in (not_saved.TO_A_FILE, not_saved.WITHOUT):
            app.queue.cancel_all()
        return answer in (not_saved.SAVED, not_saved.TO_A_FILE, not_saved.WITHOUT)

    def _what_is_not_saved(self, drafts: "list[DraftKeeper]") -> str:
        app = self._app
        error = app.queue.error
        reasons = [draft.why_not_saved for draft in drafts if draft.why_not_saved]
        reasons += [short_reason(error, app.ledger.path)] if error else []
        what = [f"Your text for {draft.name} is not saved" for draft in drafts]
        pending = app.queue.pending
        what += [describe_pending(pending)] if pending else []
        return ", ".join(what) + (f": {reasons[0]}." if reasons else ".")

    def collect_typed_forms(self) -> None:
        """recco is being left, and no one was asked: what was typed in forms goes to a file."""
        if self._was_asked_for:
            return
        for screen in self._app.screen_stack:
            if isinstance(screen, _Form) and (words := screen.words_typed()):
                self.unsaved.append(Unsaved(screen.heading, words))

    def save_unsaved(self) -> list[str]:
        """Bring unsaved words into the ledger, else into a file; sentences say where they are."""
        unsaved, self.unsaved = self.unsaved, []
        folder = self._app.ledger.path.parent
        return [
            sentence
            for words in unsaved
            if not words.try_to_save()
            for sentence in save_to_any_file(words.text, words.name, folder)
        ]

    def save_after_exit(self) -> list[str]:
        """Save what is unsaved, now that the terminal is back; sentences say what became of it."""
        ledger = self._app.ledger
        with suppress(ReccoError):  # closed, where what replaced it could not be opened
            ledger.busy_timeout = LAST_PATIENCE
        messages = self.messages
        for queued in self._app.queue.finish():
            messages.append(f"'{queued.what}' was not done. The file could not be written.")
            if queued.typed:
                self.unsaved.append(Unsaved(queued.what, queued.typed))
        messages += self.save_unsaved()
        with suppress(ReccoError):
            ledger.checkpoint()
        return messages
