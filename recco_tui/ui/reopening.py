"""The open file was replaced or removed: nothing is written until it is said what to do."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from textual.screen import ModalScreen

from recco_tui.core.cleaning import capitalized
from recco_tui.core.errors import DatabaseError, ReccoError
from recco_tui.importing.places import short_path
from recco_tui.ui.dialogs.choice import Choice, ChoiceDialog
from recco_tui.ui.dialogs.form import Form
from recco_tui.ui.dialogs.guided_start import GuidedStart
from recco_tui.ui.leaving import Unsaved
from recco_tui.ui.screen import ReccoScreen
from recco_tui.ui.widgets.keys import bind_hidden

if TYPE_CHECKING:
    from collections.abc import Callable

    from recco_tui.ui.app import ReccoApp

OPEN, KEEP, LEAVE, BACK = "open", "keep", "leave", "back"
_POLL_SECONDS = 0.5
_REASONS = {
    True: "Another file is at {where} now. A sync tool may have put it there.",
    False: "The file at {where} was moved or deleted.",
}
_CHOICES = {
    True: (
        Choice("r", "open the new file", OPEN, "what was open becomes a snapshot"),
        Choice("k", "keep what was open", KEEP, "the new file becomes a snapshot"),
        Choice("q", "leave", LEAVE, "what was open becomes a snapshot"),
    ),
    False: (
        Choice("k", "put it back", KEEP, "with everything that was open"),
        Choice("r", "look again", OPEN, "when the file is there again"),
        Choice("q", "leave", LEAVE, "what was open becomes a snapshot"),
    ),
}
"""By whether there is a file at the path."""


class FileGone(ChoiceDialog[str]):
    """Answers `BACK` by itself when the file that was open is there again; never None."""

    BINDINGS = [bind_hidden("file_gone.stay", "escape", "Choose", "Choose one.", "cancel")]

    def __init__(self, path: Path, there: bool, is_back: "Callable[[], bool]", note: str) -> None:
        where = _REASONS[there].format(where=short_path(path, Path.home()))
        said = f"{where} recco writes nothing until you choose."
        happened = "was replaced" if there else "is gone"
        super().__init__(f"{path.name} {happened}", said, _CHOICES[there], note)
        self._is_back = is_back

    def on_mount(self) -> None:
        self.set_interval(_POLL_SECONDS, self._poll)

    def _poll(self) -> None:
        if self._is_back():
            self.finish(BACK)

    def action_cancel(self) -> None:
        self.complain("Choose one of these. Nothing is saved until then.")


async def ask_about_the_file(app: "ReccoApp") -> None:
    """Ask until one of the answers could be carried out."""
    note = ""
    while not app.ledger.is_in_place:
        ledger, there = app.ledger, app.ledger.path.exists()
        dialog = FileGone(ledger.path, there, lambda: app.ledger.is_in_place, note)
        answer = await app.push_screen_wait(dialog)
        if answer == BACK or ledger.is_in_place:
            break
        there = ledger.path.exists()
        if answer == OPEN and not there:
            note = "The file is not there yet."
            continue
        try:
            copy = ledger.rescue()
        except (ReccoError, OSError) as error:
            note = f"What was open could not be copied: {error}"
            if answer != LEAVE:
                continue
            app.leaving.messages.append(note)
            app.exit(return_code=3)
            return
        if answer == LEAVE:
            app.leaving.messages.append(f"what was open is in {copy}.")
            app.exit()
            return
        if not app.file_watch.checkpoint():
            note = "Another program is using the file. Try again."
            continue
        await _open(app, copy, put_back=answer == KEEP, there=there)
        return
    app.reload_top()


async def _open(app: "ReccoApp", copy: Path, *, put_back: bool, there: bool) -> None:
    """Close what was open and open what is at the path, which may be the copy of it, put back."""
    from recco_tui.ledger.snapshots import restore

    cancelled = app.queue.cancel_all()
    app.leaving.unsaved += [
        Unsaved(queued.what, queued.typed) for queued in cancelled if queued.typed
    ]
    await _close_dialogs(app)
    path, now = app.ledger.path, app.ledger.clock.now()
    app.ledger.close()
    try:
        if put_back:
            restore(path, copy, now)
        app.use_ledger(app.ledger.reopened())
    except DatabaseError as error:
        app.leaving.messages += [str(error), f"what was open is in {copy}."]
        app.exit(return_code=error.exit_status)
        return
    for sentence in app.leaving.save_unsaved():
        app.notify(capitalized(sentence), timeout=20, markup=False)
    words = f"Opened the new {path.name}. What was open is a snapshot."
    if put_back:
        words = f"Put {path.name} back." + (" The other file is a snapshot." if there else "")
    words += "".join(f" '{queued.what}' was not done." for queued in cancelled)
    app.notify(words, markup=False)
    if isinstance(app.top, ReccoScreen):
        app.top.on_screen_resume()


async def _close_dialogs(app: "ReccoApp") -> None:
    """What was asked is of the file that was open. What was typed in a form is kept."""
    while isinstance(top := app.top, ModalScreen) and not isinstance(top, ReccoScreen):
        if isinstance(top, Form) and (words := top.words_typed()):
            app.leaving.unsaved.append(Unsaved(top.heading, words))
        if isinstance(top, GuidedStart):
            top.action_cancel()  # what was answered so far goes into the text
            while app.top is top:
                await asyncio.sleep(0)
        else:
            await top.dismiss(None)
