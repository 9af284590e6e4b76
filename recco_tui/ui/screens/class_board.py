"""The coach's board: drafts to read, the students, and a package on each, edited in place.

The class may be on a server: what is asked of it runs in a thread, and the keys stay alive.
"""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.timer import Timer
from textual.widgets import Input, TextArea

from recco_tui.core.classroom import Classroom, SharedDraft, StudentLine, Verdict, student_lines
from recco_tui.core.errors import ReccoError
from recco_tui.core.names import fold
from recco_tui.core.policy import Policy
from recco_tui.ui import dialogs
from recco_tui.ui.actions.verb import verb
from recco_tui.ui.formatting import number, title
from recco_tui.ui.present import classroom as present
from recco_tui.ui.screen import ReccoScreen
from recco_tui.ui.widgets.keys import bind, bind_hidden
from recco_tui.ui.widgets.lines_view import LinesView
from recco_tui.ui.widgets.search_line import SearchLine
from recco_tui.ui.widgets.span_list import SpanList
from recco_tui.ui.widgets.text_box import TextBox
from recco_tui.writing.evidence import Evidence
from recco_tui.writing.review import Review

if TYPE_CHECKING:
    from recco_tui.classroom.store import ClassStore

Found = TypeVar("Found")

SEE_COMMENTS = "See my comments."
SAVED_AFTER = 1.0
"""Seconds after the last key in a package."""


def _has_draft(screen: "ClassBoard") -> bool | None:
    return None if screen.draft is None else True


@verb(
    "class.comment",
    "c",
    "Comment",
    "Comment on a sentence of this draft.",
    footer=True,
    applies=_has_draft,
)
async def comment(screen: "ClassBoard") -> None:
    """On a sentence chosen by its number, or on the whole text."""
    draft = screen.draft
    if draft is None:
        return
    sentences = [judged.sentence.text for judged in screen.judged(draft).sentences]
    numbered = list(enumerate(sentences, 1))
    choices = [dialogs.Choice(key, text, at) for key, (at, text) in dialogs.with_keys(numbered)]
    choices.append(dialogs.Choice("0", "the whole text", 0))
    at = await dialogs.choose(screen, f"{draft.student}: which sentence?", "", choices)
    if at is None:
        return
    quote = sentences[at - 1] if at else ""
    words = await _asked_words(screen, draft, "What would you change?", at or None)
    if words:
        await screen.answer(draft, Verdict.COMMENT, words, at, quote)


@verb(
    "class.back",
    "b",
    "Send back",
    "Send this draft back for changes.",
    footer=True,
    applies=_has_draft,
)
async def send_back(screen: "ClassBoard") -> None:
    """With words of one's own, or with what the check found."""
    draft = screen.draft
    if draft is None:
        return
    words = await _asked_words(screen, draft, "What should change?", None)
    if words:
        await screen.answer(draft, Verdict.RETURNED, words)


async def _asked_words(
    screen: "ClassBoard", draft: SharedDraft, question: str, sentence: int | None
) -> str | None:
    found = screen.judged(draft).findings
    likely = [
        finding.message for finding in found if sentence is None or finding.sentence == sentence
    ]
    likely = [*likely[:4], SEE_COMMENTS] if draft.current_reviews or not likely else likely[:4]
    heading = f"{draft.student}: {draft.text.heading}"
    return await dialogs.ask_reason(screen, heading, question, likely)


@verb(
    "class.ready",
    "d",
    "Ready",
    "Tell the student that this draft is ready.",
    footer=True,
    applies=_has_draft,
)
async def mark_ready(screen: "ClassBoard") -> None:
    """It is good as it is."""
    if screen.draft is not None:
        await screen.answer(screen.draft, Verdict.READY, "")


@verb("class.package", "e", "Package", "Edit this student's package.", footer=True)
def edit_package(screen: "ClassBoard") -> None:
    """Type in it; escape saves it."""
    if screen.student is not None:
        screen.remove_class("-draft")
        screen.package.focus()


@verb("class.copy", "y", "Copy", "Copy this student's package.", footer=True)
def copy_package(screen: "ClassBoard") -> None:
    """The package on the student under the cursor."""
    student = screen.student
    if student is None:
        return
    if not screen.package.text.strip():
        screen.say(f"No package for {student.name} yet. e starts one.")
        return
    screen.say(screen.recco.copy_text(screen.package.text))


class ClassBoard(ReccoScreen):
    """Tab goes from the drafts to the students and back."""

    VIEW = "Class"
    SHEET = "class.tcss"
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
    VERBS = (comment, send_back, mark_ready, edit_package, copy_package)
    BINDINGS = [
        bind("class.search", "slash", "Filter", "Filter the students as you type.", "search"),
        bind_hidden(
            "class.switch",
            "enter",
            "Draft/student",
            "Switch between a draft and its student.",
            "switch",
        ),
        bind_hidden(
            "class.page", "space", "Page down", "Go down one page, or back to the top.", "read_on"
        ),
        bind_hidden("class.save", "ctrl+s", "Save", "Save the package.", "save"),
        bind_hidden("class.refresh", "ctrl+r", "Refresh", "Show what has come in since.", "reread"),
        bind("class.board", "escape", "Board", "Save the package and go back.", "back"),
    ]

    def __init__(self, store: "ClassStore") -> None:
        super().__init__()
        self._store = store
        self._room: Classroom | None = None
        self._evidence: dict[str, Evidence] = {}
        """What the second reader says, by the text of a draft."""
        self._drafts = SpanList[SharedDraft](
            lambda draft, width: present.waiting_line(draft, self.ledger.day, width),
            key=lambda draft: draft.id,
            id="drafts",
        )
        self._students = SpanList[StudentLine](
            lambda line, width: present.student_row(line, self.ledger.day, width),
            key=lambda line: line.member_id,
            head=present.student_heads,
            id="students",
        )
        self._facts = LinesView(id="facts")
        self.package = TextBox(
            "", "What you'd tell a client about them, ready to paste.", id="package"
        )
        self._package_of: int | None = None
        """Whose package is in the box."""
        self._seen: dict[int, str] = {}
        """The packages as the store has them, by member."""
        self._saving = asyncio.Lock()
        self._timer: Timer | None = None
        self._search = SearchLine("a student's name", self._students)

    def body(self) -> ComposeResult:
        with Horizontal(id="middle"):
            with Vertical(id="lists"):
                yield self._drafts
                yield self._students
            with Vertical(id="detail"):
                with VerticalScroll(id="about", classes="pane", can_focus=False):
                    yield self._facts
                with Vertical(id="kept", classes="pane") as kept:
                    kept.border_title = "Package"
                    yield self.package
        yield self._search

    @property
    def draft(self) -> SharedDraft | None:
        """The draft under the cursor while keys move in the drafts."""
        return self._drafts.highlighted if self.focused is self._drafts else None

    @property
    def student(self) -> StudentLine | None:
        """The student under the cursor, or whose draft is."""
        draft = self.draft
        if draft is None:
            return self._students.highlighted
        return next((line for line in self._lines() if line.member_id == draft.member_id), None)

    def judged(self, draft: SharedDraft) -> Review:
        """What the check says of it, as it would in the student's own editor."""
        return self.ledger.writing.judged(draft.text, self._evidence.get(draft.text.text, {}))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What was told a student is no change of the user's own file, which u takes back."""
        if action in ("undo", "redo"):
            return False
        return super().check_action(action, parameters)

    # -- the store -------------------------------------------------------------------------------

    def load(self) -> None:
        self.run_worker(self._read(), group="class", exclusive=True)

    async def _read(self) -> None:
        found = await self._asked(self._store.classroom)
        if found is not None:
            self._room = found
            self._show()
            await self._read_again(found.waiting)

    async def _read_again(self, drafts: Sequence[SharedDraft]) -> None:
        """By the second reader, which takes its time."""
        reader = self.recco.second_reader
        if reader is None:
            return
        for text in [draft.text for draft in drafts if draft.text.text not in self._evidence]:
            self._evidence[text.text] = await asyncio.to_thread(reader, text.text, text.kind)
            if self.draft is not None and self.draft.text == text:
                self._show_detail()

    async def _asked(self, call: Callable[[], Found]) -> Found | None:
        """What the store answers; None where it says no, which is said."""
        try:
            return await asyncio.to_thread(call)
        except ReccoError as error:
            self.say(str(error), wrong=True)
            return None

    async def answer(
        self, draft: SharedDraft, verdict: Verdict, words: str, sentence: int = 0, quote: str = ""
    ) -> None:
        """Tell the student, and go on with the next draft."""
        now = self.ledger.clock.now()
        said = await self._asked(
            lambda: self._store.review(draft, verdict, words, now, sentence=sentence, quote=quote)
        )
        if said is not None:
            self.say(f"{verdict.label.capitalize()}: {draft.student}, {draft.text.heading}")
            await self._read()

    # -- showing ---------------------------------------------------------------------------------

    def _lines(self) -> list[StudentLine]:
        return student_lines(self._room, self.ledger.day, Policy()) if self._room else []

    @on(Input.Changed, "#search")
    def _show(self) -> None:
        room = self._room
        if room is None:
            return
        lines, wanted = self._lines(), fold(self._search.words)
        shown = [line for line in lines if wanted in fold(line.name)]
        self._students.set_empty(
            "No student matches."
            if wanted
            else "No students yet. recco class invite NAME adds one."
        )
        self._drafts.set_empty("No drafts to read.")
        self._students.set_entries(shown)
        self._drafts.set_entries(room.waiting)
        done = sum(line.wanted > 0 and not line.due for line in lines)
        self._drafts.border_title = title(f"{room.name} · {number(len(room.waiting))} to read")
        self._students.border_title = f"Students · {number(len(lines))} · homework done by {done}"
        if self.focused is None or (self.focused is self._drafts and not room.waiting):
            # At once: what is shown beside the lists goes by the focus.
            self.set_focus(self._drafts if room.waiting else self._students)
        self._show_detail()

    def on_descendant_focus(self) -> None:
        self._show_detail()
        self.refresh_bindings()

    @on(SpanList.Highlighted)
    def _show_detail(self) -> None:
        if self.focused is self.package or self._room is None:
            return
        student, draft, room = self.student, self.draft, self._room
        about = self.query_one("#about", VerticalScroll)
        self.set_class(draft is not None, "-draft")
        if draft is not None:
            self._follow(draft)
            review = self.judged(draft)
            about.border_title = title(f"{draft.student} · {draft.text.heading}")
            self._facts.show(lambda width: present.draft_lines(draft, review, width))
        elif student is not None:
            own = [sent for sent in room.drafts if sent.member_id == student.member_id]
            about.border_title = title(student.name)
            self._facts.show(lambda width: present.student_lines_of(student, own, width))
        else:
            about.border_title = ""
            self._facts.show(lambda _: [])
        self._show_package(student)

    def _follow(self, draft: SharedDraft) -> None:
        """Select the student whose draft it is, too."""
        members = [line.member_id for line in self._students.entries]
        if draft.member_id in members:
            self._students.move_line(members.index(draft.member_id))

    # -- the package -----------------------------------------------------------------------------

    def _show_package(self, student: StudentLine | None) -> None:
        """What the store has of this student; what was typed for another is kept first."""
        member = student.member_id if student else None
        words = student.student.package if student else ""
        if member != self._package_of:
            self.action_save()
            self._package_of = member
        elif self.package.text != self._package_seen:
            return  # typed, and not kept yet
        if member is not None:
            self._seen[member] = words
        if self.package.text != words:
            self.package.load_text(words)

    @property
    def _package_seen(self) -> str:
        """The package in the box as the store has it."""
        return self._seen.get(self._package_of or 0, "")

    @on(TextArea.Changed, "#package")
    def _save_soon(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(SAVED_AFTER, self.action_save)

    def action_save(self) -> None:
        """Save the package as it is."""
        if self._package_of is not None and self.package.text != self._package_seen:
            self.run_worker(self._save(self._package_of, self.package.text), group="package")

    async def _save(self, member: int, words: str) -> None:
        """One after the other; where that cannot be, what was typed is shown, to be kept."""
        async with self._saving:
            seen = self._seen.get(member, "")
            if words == seen:
                return
            now = self.ledger.clock.now()
            keep = partial(self._store.keep_package, member, words, now, seen)
            try:
                self._seen[member] = await asyncio.to_thread(keep)
            except ReccoError as error:
                if self._package_of == member and self.package.text == words:
                    self.package.load_text(seen)
                self.report_error(error, words)
            await self._read()

    def on_unmount(self) -> None:
        """recco may be left from within the package."""
        member, words, seen = self._package_of, self.package.text, self._package_seen
        if member is not None and words != seen:
            with suppress(ReccoError):
                self._store.keep_package(member, words, self.ledger.clock.now(), seen)

    # -- moving about ----------------------------------------------------------------------------

    def action_switch(self) -> None:
        """From a draft to its student, from a student to their first draft that waits."""
        waiting = [draft.member_id for draft in self._drafts.entries]
        student = self._students.highlighted
        if self.focused is self._drafts:
            self._students.focus()
        elif student is not None and student.member_id in waiting:
            self._drafts.move_line(waiting.index(student.member_id))
            self._drafts.focus()
        else:
            self.say("No draft to read from this student.")

    def action_read_on(self) -> None:
        """A page on beside the lists; from the end to the beginning."""
        about = self.query_one("#about", VerticalScroll)
        if about.scroll_offset.y < about.max_scroll_y:
            about.scroll_page_down(animate=False)
        else:
            about.scroll_home(animate=False)

    def action_reread(self) -> None:
        self.reload()

    def action_back(self) -> None:
        """From the package to the list; from a search to all; else to one's own board."""
        if self.focused is self.package:
            self.action_save()
            self._students.focus()
        elif not self._search.close():
            self.action_save()
            self.action_leave()
