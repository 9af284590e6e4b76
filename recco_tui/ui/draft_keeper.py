"""How the editor's text gets into the file, what is said until it is there, and leaving before.

And where it goes when the file was replaced by another.
"""

from collections.abc import Callable
from contextlib import nullcontext, suppress
from functools import partial
from typing import TYPE_CHECKING

from textual.css.query import NoMatches

from recco_tui.core.cleaning import capitalized
from recco_tui.core.errors import FileReplaced, ReccoError
from recco_tui.core.models import Contact, Draft
from recco_tui.core.names import url_of
from recco_tui.ledger.drafts import NEW, Drafts
from recco_tui.ledger.ledger import Ledger
from recco_tui.ui import dialogs
from recco_tui.ui.autosave import Autosave
from recco_tui.ui.formatting import short_reason, title
from recco_tui.ui.leaving import Unsaved
from recco_tui.ui.ledger_queue import less_patient
from recco_tui.ui.present.editor import saved_words, unsaved_words
from recco_tui.ui.text_files import save_to_any_file
from recco_tui.writing.claims import Claims

if TYPE_CHECKING:
    from recco_tui.ui.dialogs.guided_start import GuidedStart
    from recco_tui.ui.screens.editor import EditorScreen
    from recco_tui.ui.widgets.writing_area import WritingArea


class DraftKeeper:
    """Keeps the draft of one editor. `guide` is the one that is open over it, None when none is."""

    def __init__(self, editor: "EditorScreen") -> None:
        self._editor = editor
        self._autosave = Autosave(self._save, self._show, self._failed)
        self._answered: str | None = None
        self._versions: list[tuple[str, str]] = []
        self._even_untouched = False
        self._given_up = False
        self.guide: GuidedStart | None = None

    # -- what is to be kept ----------------------------------------------------------------------

    @property
    def text(self) -> str:
        """The text as it is to be kept: with what was answered in the guide so far."""
        return self._editor.text if self._answered is None else self._answered

    @property
    def name(self) -> str:
        """Whom the text is for."""
        return self._editor.contact.name

    @property
    def is_due(self) -> bool:
        """Whether something typed is not in the file."""
        return self._autosave.is_due

    @property
    def is_untouched(self) -> bool:
        """A new draft with nothing changed: looking at it leaves nothing behind."""
        editor, draft = self._editor, self._editor.draft
        return draft.id == NEW and (self.text, editor.claims.to_json()) == (
            draft.text,
            draft.claims or Claims().to_json(),
        )

    def mark_changed(self, area: "WritingArea") -> None:
        """Something was typed in this area, or changed by a key."""
        self._autosave.mark_changed(area.typed_at)
        area.typed_at = None

    def set_answered(self, text: str | None) -> None:
        """The whole text with what is answered in the guide; None when the guide ends."""
        if self.guide is not None and (text, self._answered) != (None, None):
            self._answered = text
            self.mark_changed(self.guide.area)

    def replaced(self) -> None:
        """The text is about to be another: what it is now becomes a version."""
        editor = self._editor
        if editor.text.strip() and not self.is_untouched:
            self._versions.append((editor.text, editor.claims.to_json()))

    # -- keeping it ------------------------------------------------------------------------------

    def save(self, *, even_untouched: bool = False) -> bool:
        """Save at once; False when the file does not take it, which is tried again."""
        self._even_untouched = even_untouched
        if even_untouched or self._versions:
            self._autosave.mark_changed()
        return self._autosave.save_now()

    def _save(self) -> None:
        self._editor.sync_text()
        with less_patient(self._editor.ledger) if self._autosave.problem else nullcontext():
            self._write(self._editor.ledger.drafts)
        self.show_state()

    def _write(self, drafts: Drafts) -> None:
        editor = self._editor
        while self._versions:
            editor.draft = drafts.keep(editor.draft, *self._versions[0])
            drafts.keep_version(editor.draft.id)
            del self._versions[0]
        if self._even_untouched or not self.is_untouched:
            editor.draft = drafts.keep(editor.draft, self.text, editor.claims.to_json())

    def _failed(self, error: Exception) -> None:
        self._editor.app._handle_exception(error)

    def give_up(self) -> Unsaved:
        """Try no more; what is not saved, for whoever keeps it elsewhere."""
        self._autosave.stop()
        self._given_up = True
        return Unsaved(self.name, self.text)

    def leave(self) -> None:
        """The editor is closed, in whatever way: save what is typed, or have that done later."""
        with suppress(NoMatches):  # what shows it may be gone already
            self._editor.sync_text()
        if self._given_up or not self.is_due:
            return
        words, write = self.give_up(), partial(self._write, self._editor.ledger.drafts)
        try:
            write()
        except ReccoError:
            self._editor.recco.leaving.unsaved.append(words._replace(save=write))

    # -- saying it -------------------------------------------------------------------------------

    @property
    def why_not_saved(self) -> str:
        """Why the file does not take it, in few words; empty when it does."""
        problem = self._autosave.problem
        return short_reason(problem, self._editor.ledger.path) if problem else ""

    def _show(self) -> None:
        """It was not saved, or it is now."""
        why_not = self.why_not_saved
        self._editor.set_class(bool(why_not), "-unsaved")
        self.show_state()
        if isinstance(self._autosave.problem, FileReplaced):
            self._editor.recco.handle_replaced_file()
        if self.guide is not None and self.guide.is_mounted:
            self.guide.hint(unsaved_words(why_not) if why_not else "")

    def show_state(self) -> None:
        """In the border: when it was saved, or why it is not."""
        editor = self._editor
        if why_not := self.why_not_saved:
            words = unsaved_words(why_not)
        else:
            saved = "nothing typed yet" if self.is_untouched else "saving…"
            if editor.draft.id != NEW:
                saved = f"draft saved {editor.draft.saved_at.astimezone():%H:%M:%S}"
            words = saved_words(saved, editor.kind, editor.limits, len(editor.text))
        editor.query_one("#sheet").border_subtitle = title(words)

    async def ask_before_leaving(self, leave: Callable[[], None]) -> None:
        """It cannot be saved just now: stay and keep trying, or leave with or without a copy.

        `leave` is called when it is saved after all.
        """
        editor, not_saved = self._editor, dialogs.NotSaved
        question = f"Your text for {self.name} is not saved: {self.why_not_saved}."
        answer = await editor.app.push_screen_wait(
            not_saved(
                question, lambda: not self.is_due, words=True, without="what you typed is lost"
            )
        )
        if answer == not_saved.SAVED:
            leave()
        elif answer in (not_saved.TO_A_FILE, not_saved.WITHOUT):
            words = self.give_up()
            if answer == not_saved.TO_A_FILE:
                self.to_a_file(words)
            editor.dismiss(None)

    def to_a_file(self, words: Unsaved, because: str = "") -> None:
        """Keep the words in a file, and say where, long enough to note it."""
        sentences = save_to_any_file(words.text, words.name, self._editor.ledger.path.parent)
        said = "\n".join(part for part in (because, *sentences) if part)
        self._editor.app.notify(capitalized(said), timeout=20, markup=False)


# -- another file was opened ---------------------------------------------------------------------


def moved_to_open_file(editor: "EditorScreen") -> bool:
    """Bring the text into the file that is open now; whether one can go on writing there, because
    the same person is in it, under the same number.

    Under another number the text is kept there as a draft; for who is not there, in a text file.
    """
    ledger, known = editor.ledger, editor.contact
    contact = _same_person(ledger, known)
    if contact is None:
        words = editor.keeper.give_up()
        if words.text.strip():
            editor.keeper.to_a_file(words, f"{known.name} is not in this file:")
        return False
    draft = _same_draft(ledger, editor.draft, contact)
    if draft.id != NEW and draft.text not in (editor.text, editor.draft.text):
        ledger.drafts.keep_version(draft.id)
    editor.page, editor.draft = ledger.contacts.page(contact.id), draft
    is_kept = editor.keeper.save(even_untouched=bool(editor.text.strip()) or draft.id != NEW)
    if contact.id == known.id:
        editor.show_notes()
        editor.show()
        return True
    if is_kept:
        editor.app.notify(f"Your draft for {contact.name} is kept. w opens it.", markup=False)
    return False


def _same_person(ledger: Ledger, known: Contact) -> Contact | None:
    """The person of this number if the name is the same, else the one of this address or name."""
    with suppress(ReccoError):
        found = ledger.contacts.get(known.id)
        if found.name == known.name and found.archived_on is None:
            return found
    for named in (url_of(known.slug) if known.slug else "", known.name):
        with suppress(ReccoError):
            if named and (someone := ledger.contacts.named(named)):
                return someone
    return None


def _same_draft(ledger: Ledger, known: Draft, contact: Contact) -> Draft:
    """The same draft where it is there, else the one begun for this person, or a new one."""
    if known.id != NEW:
        with suppress(ReccoError):
            draft = ledger.drafts.get(known.id)
            if (draft.contact_id, draft.kind) == (contact.id, known.kind):
                return draft
    same = contact.id == known.contact_id
    begun = ledger.drafts.begin(contact.id, known.kind, ask_id=known.ask_id if same else None)
    if begun.id != NEW:
        return begun
    project_id = known.project_id if same else None
    return begun._replace(project_id=project_id, focus=known.focus)
