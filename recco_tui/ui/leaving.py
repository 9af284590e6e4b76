"""Leaving recco: asked for, told by the system, and what is still unsaved then."""

import asyncio
import signal
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from recco_tui.core.errors import ReccoError
from recco_tui.ui.formatting import short_reason
from recco_tui.ui.patience import LAST_PATIENCE
from recco_tui.ui.text_files import kept_somewhere
from recco_tui.ui.waiting import waits_in_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from recco_tui.ui.app import ReccoApp
    from recco_tui.ui.screens.editor import EditorScreen

_LOOKS = 0.05


@dataclass(frozen=True, slots=True)
class Unsaved:
    """Words that are in no file yet. `keep` brings them into the ledger, None where nothing can."""

    name: str
    text: str
    keep: "Callable[[], object] | None" = None

    def saved(self) -> bool:
        """Try to bring them into the ledger after all."""
        if self.keep is None:
            return False
        try:
            self.keep()
        except Exception:  # whatever it was, the words can still go to a file
            return False
        return True


class Leaving:
    """Asks before anything is lost; what is unsaved when there is no time to ask is kept."""

    def __init__(self, app: "ReccoApp") -> None:
        self._app = app
        self._asking = False
        self._by_key = False
        self.unsaved: list[Unsaved] = []
        """What is left to be kept once the terminal is back."""
        self.said: list[str] = []
        """What is to be said then."""

    def leave_when_told(self) -> None:
        """A terminal that goes away, or a system that shuts down: keep what is typed, and leave."""
        loop = asyncio.get_running_loop()

        def told(number: int, _frame: object) -> None:
            # Told once more when recco is gone already, and only the last words are being kept.
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(self._app.exit, None, 128 + number)

        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)
            # Not on Windows, nor outside of the main thread, as in a browser's session.
            if number is not None:
                with suppress(NotImplementedError, RuntimeError, ValueError):
                    # The loop's own handler wakes it; but what tells the loop is lost while some
                    # hundred keys wait to be read, and Python's handler is not.
                    loop.add_signal_handler(number, told, number, None)
                    signal.signal(number, told)

    def leave(self) -> None:
        """Leave; where something would be lost, ask first. Asked again while asking, it leaves."""
        if not self._asking and self._form_asks():
            return
        self._by_key = True
        if self._asking or not (self._app.waiting or self._unsaved_editors()):
            self._app.exit()
        else:
            self._asking = True
            self._app.run_worker(self._ask_and_leave(), group="leaving")

    def _form_asks(self) -> bool:
        """A form with something typed in it says so itself, once."""
        from recco_tui.ui.dialogs.form import Form

        top = self._app.top
        return isinstance(top, Form) and top.asks_before_leaving()

    def _unsaved_editors(self) -> "list[EditorScreen]":
        from recco_tui.ui.screens.editor import EditorScreen

        editors = [one for one in self._app.screen_stack if isinstance(one, EditorScreen)]
        return [one for one in editors if not one.keeper.save()]

    async def _ask_and_leave(self) -> None:
        try:
            if await self._may_leave():
                self._app.exit()
            else:
                self._by_key = False
        finally:
            self._asking = False

    async def _may_leave(self) -> bool:
        from recco_tui.ui.dialogs.not_saved import SAVED, TO_A_FILE, WITHOUT, NotSaved

        app = self._app
        if app.waiting.under_way:
            app.notify(f"{app.waiting.under_way} · leaves when done", markup=False)
            while app.waiting.under_way:
                await asyncio.sleep(_LOOKS)
        editors, waits = self._unsaved_editors(), app.waiting.waits
        if not editors and not waits:
            return True
        typed = bool(editors) or any(one.typed for one in waits)
        answer = await app.push_screen_wait(
            NotSaved(
                self._what_is_not_saved(editors),
                lambda: not app.waiting and not any(one.keeper.is_due for one in editors),
                words=typed,
                without="what you typed is lost" if typed else "it is not done",
            )
        )
        if answer == TO_A_FILE:
            self.unsaved += [one.keeper.give_up() for one in editors]
            self.unsaved += [Unsaved(one.what, one.typed) for one in waits if one.typed]
        elif answer == WITHOUT:
            for one in editors:
                one.keeper.give_up()
        if answer in (TO_A_FILE, WITHOUT):
            app.waiting.drop()
        return answer in (SAVED, TO_A_FILE, WITHOUT)

    def _what_is_not_saved(self, editors: "list[EditorScreen]") -> str:
        app = self._app
        error = app.waiting.problem
        reasons = [one.keeper.why_not for one in editors if one.keeper.why_not]
        reasons += [short_reason(error, app.ledger.path)] if error else []
        what = [f"What you wrote for {one.contact.name} is not saved" for one in editors]
        waits = app.waiting.waits
        what += [waits_in_words(waits)] if waits else []
        return ", ".join(what) + (f": {reasons[0]}." if reasons else ".")

    def remember_forms(self) -> None:
        """recco is being left, and nobody was asked: what was typed in forms goes to a file."""
        from recco_tui.ui.dialogs.form import Form

        if self._by_key:
            return
        for screen in self._app.screen_stack:
            if isinstance(screen, Form) and (words := screen.words_typed()):
                self.unsaved.append(Unsaved(screen.heading, words))

    def keep_now(self) -> list[str]:
        """Bring unsaved words into the ledger, else into a file; sentences say where they are."""
        words, self.unsaved = self.unsaved, []
        folder = self._app.ledger.path.parent
        return [
            sentence
            for one in words
            if not one.saved()
            for sentence in kept_somewhere(one.text, one.name, folder)
        ]

    def last_words(self) -> list[str]:
        """Keep what is unsaved, now that the terminal is back; sentences say what became of it."""
        ledger = self._app.ledger
        with suppress(ReccoError):  # closed, where what replaced it could not be opened
            ledger.patience = LAST_PATIENCE
        said = self.said
        for one in self._app.waiting.last_try():
            said.append(f"'{one.what}' was not done: the file could not be written.")
            if one.typed:
                self.unsaved.append(Unsaved(one.what, one.typed))
        said += self.keep_now()
        with suppress(ReccoError):
            ledger.checkpoint()
        return said
