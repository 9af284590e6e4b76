"""Importing, in three views: which file, what it would change, and what came in.

Nothing is written before enter in the second; reading and planning leave no trace when cancelled.
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.message import Message
from textual.reactive import var
from textual.worker import Worker, get_current_worker

from recco_tui.core.errors import ArchiveError, ReccoError
from recco_tui.core.export import DATA_PAGE, Export, ExportedWork
from recco_tui.core.import_plan import (
    GONE,
    GONE_KEY,
    PART,
    SOMEONE_ELSE,
    ImportPlan,
    PersonQuestion,
)
from recco_tui.core.ownership import SAME_PERSON, SAME_PERSON_KEY, AnotherOwner
from recco_tui.core.relationships import Kind
from recco_tui.importing.plan.planning import plan_import
from recco_tui.importing.read import reader
from recco_tui.importing.read.address_book import read_address_book
from recco_tui.ledger.ledger import Ledger
from recco_tui.ledger.log import Log
from recco_tui.ui.actions.verb import Verb, verb
from recco_tui.ui.dialogs.choice import Choice, choose, with_keys
from recco_tui.ui.formatting import number_of, title
from recco_tui.ui.ledger_queue import QueuedCall
from recco_tui.ui.present import importing as present
from recco_tui.ui.present.spans import Line, key_lines, wrapped
from recco_tui.ui.screen import ReccoScreen
from recco_tui.ui.screens.path_chooser import PathChooser
from recco_tui.ui.widgets.keys import bind, bind_hidden
from recco_tui.ui.widgets.lines_view import LinesView
from recco_tui.ui.widgets.span_list import SpanList

_IN_DEMO = "Sample contacts: whatever you import here is gone when you quit."
_LATER = "later"


# -- which file, and reading it --------------------------------------------------------------------


class ImportScreen(ReccoScreen):
    """Choose an archive; it is read in a thread, and the preview follows."""

    VIEW = "Import"
    SHEET = "import.tcss"
    AUTO_FOCUS = "#path"
    BINDINGS = [
        bind(
            "import.page",
            "ctrl+o",
            "Get export",
            "Open LinkedIn's page for requesting the export.",
            "open_page",
        ),
        bind("import.leave", "escape", "Cancel", "Leave, or stop reading.", "leave"),
    ]

    @dataclass
    class Progress(Message):
        """The worker got further, in bytes. `total` 0: no one knows how far it is."""

        worker: Worker[None]
        words: str
        done: int = 0
        total: int = 0

    reading: var[Worker[None] | None] = var(None)
    """What reads an archive just now; None while one is being chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._path = Path()
        self._progress = LinesView(id="progress")

    def body(self) -> ComposeResult:
        yield PathChooser(self.ledger.day, id="asking", classes="column")
        with VerticalScroll(id="reading", classes="column", can_focus=False):
            yield self._progress

    def on_mount(self) -> None:
        if self.recco.badge:
            self._chooser.say(_IN_DEMO, "warn")

    @property
    def _chooser(self) -> PathChooser:
        return self.query_one("#asking", PathChooser)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While typing, only the keys that a field leaves free."""
        if action in ("undo", "redo", "view", "keys", "quit"):
            return False
        return super().check_action(action, parameters)

    def watch_reading(self, reading: Worker[None] | None) -> None:
        self.query_one("#reading").display = reading is not None
        self._chooser.display = reading is None
        self.refresh_bindings()
        if reading is None:
            self._chooser.take_focus()

    @on(PathChooser.Picked)
    def _read_picked(self, event: PathChooser.Picked) -> None:
        try:
            self.ledger.imports.refuse_own_file([event.path])
        except ReccoError as error:
            self._chooser.say(str(error))
            return
        self._path = event.path
        self._chooser.say("")
        self._show_progress("opening")
        self.reading = self._read(event.path)

    @work(exclusive=True, group="import")
    async def _read(self, path: Path) -> None:
        """What the thread has begun goes on after a cancellation, and is thrown away."""
        worker: Worker[None] = get_current_worker()
        answers: dict[str, str] = {}
        try:
            export = await asyncio.to_thread(self._read_export, path, worker)
            try:
                plan = await asyncio.to_thread(self._plan, export, answers, worker)
            except AnotherOwner as error:
                if not await self._is_same_person(error):
                    raise
                answers[SAME_PERSON_KEY] = SAME_PERSON
                plan = await asyncio.to_thread(self._plan, export, answers, worker)
        except AnotherOwner as error:
            sentence = present.another_owner_words(error)
        except ArchiveError as error:
            sentence = await self._add_people(path, str(error))
        except ReccoError as error:
            sentence = str(error)
        except OSError as error:
            sentence = f"{path} cannot be read ({error.strerror or 'no reason given'})."
        except Exception as error:  # a fault of recco's own ends the reading, not the program
            sentence = f"{path} can't be read: a bug in recco ({type(error).__name__})."
        else:
            self.recco.open_instead("import preview", export, plan, path.name, answers)
            return
        self.reading = None
        self._chooser.say(sentence)

    async def _add_people(self, path: Path, refusal: str) -> str:
        """Offer the people of an address book, with the columns that they are read from; what is
        to be said where no one was added."""
        contacts = self.ledger.contacts
        try:
            book = await asyncio.to_thread(read_address_book, path)
            found = contacts.who_is_new(book.entries)
        except ReccoError:
            return refusal
        if not book.entries:
            return refusal
        choices = [Choice("n", "not now", False, "nothing is added")]
        if found.added:
            label = f"add {number_of(len(found.added), 'contact')}"
            choices.insert(0, Choice("a", label, True, present.names_words(found.added)))
        words = present.address_book_words(path.name, book, found)
        if await choose(self, "Add these contacts?", words, choices):
            added = await self.attempt_and_wait(
                lambda: contacts.add_people(book.entries), "Add contacts"
            )
            if added is not None:
                self.dismiss(None)
        return "Nothing was added."

    async def _is_same_person(self, error: AnotherOwner) -> bool:
        """Ask whether both owners are one, under a new name and a new address."""
        choices = [
            Choice("n", "not mine", "", "nothing is imported"),
            Choice("s", "same person", SAME_PERSON, "with a new name and address"),
        ]
        answer = await choose(
            self, "Whose export is this?", present.another_owner_words(error), choices
        )
        return answer == SAME_PERSON

    def _read_export(self, path: Path, worker: Worker[None]) -> Export:
        """In a thread."""

        def tell(so_far: reader.ReadingProgress) -> None:
            self.post_message(self.Progress(worker, so_far.file, so_far.done, so_far.total))

        today = self.ledger.day
        return reader.read_export(
            [path], today=today, progress=tell, cancelled=lambda: worker.is_cancelled
        )

    def _plan(self, export: Export, answers: dict[str, str], worker: Worker[None]) -> ImportPlan:
        """In a thread, on a connection of its own."""
        self.post_message(self.Progress(worker, "comparing with your contacts"))
        with self.ledger.another() as ledger:
            return ledger.imports.preview(plan_import, export, answers)

    @on(Progress)
    def _show_how_far(self, event: Progress) -> None:
        if event.worker is self.reading:
            self._show_progress(event.words, event.done, event.total)

    def _show_progress(self, words: str, done: int = 0, total: int = 0) -> None:
        name = self._path.name
        self._progress.show(lambda width: present.progress_lines(name, words, done, total, width))

    def action_open_page(self) -> None:
        self.recco.open_page(DATA_PAGE)

    def action_leave(self) -> None:
        """Stop reading, else leave; neither leaves a trace."""
        if self.reading is None:
            self.dismiss(None)
            return
        self.reading.cancel()
        self.reading = None
        self._chooser.say("Stopped: nothing was imported.")


# -- what would change -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Imported:
    """It is written: as these changes, with these projects; `refused` says what was not."""

    plan: ImportPlan
    changes: tuple[int, ...]
    projects: tuple[str, ...]
    refused: tuple[str, ...]


def write_import(
    ledger: Ledger, export: Export, answers: dict[str, str], offers: Sequence[ExportedWork]
) -> Imported:
    """The import is one transaction; projects follow, each of them a change of its own."""
    changes, titles, refused = [], [], []
    plan = ledger.imports.apply(plan_import, export, answers)
    changes += [ledger.last_change.change_id] if ledger.last_change else []
    for offer in offers:
        try:
            ledger.projects.add(
                offer.title,
                kind=present.project_kind(offer),
                started_on=offer.started_on,
                ended_on=offer.ended_on,
                about=offer.about,
            )
            changes += [ledger.last_change.change_id] if ledger.last_change else []
            titles.append(offer.title)
        except ReccoError as error:
            refused.append(f"{offer.title}: {error}")
    return Imported(plan, tuple(changes), tuple(titles), tuple(refused))


@verb("preview.apply", "enter,ctrl+s", "Import", "Import all of this.", footer=True)
def apply(screen: "PreviewScreen") -> None:
    """Write all of it, once, and not before it is said who left."""
    if screen.writing is not None:
        return
    if screen.plan.absence.is_open:
        screen.say_line(present.OPEN_ABSENCE, "warn")
        return
    export, answers, offers = screen.export, dict(screen.answers), screen.chosen_offers()
    screen.say_line("Writing …")
    screen.writing = screen.recco.queue.submit_long(
        lambda ledger: write_import(ledger, export, answers, offers),
        "Import",
        f"Importing {screen.source}",
        screen.show_result,
        screen.stop_writing,
    )


def _lacks_many(screen: "PreviewScreen") -> bool:
    return screen.plan.absence.is_doubtful


@verb(
    "preview.answer",
    "w",
    "Who?",
    "Say which of these contacts it is.",
    footer=True,
    applies=lambda screen: bool(screen.plan.unsure),
    group="answer",
)
async def ask_questions(screen: "PreviewScreen") -> None:
    """Ask about the line under the cursor, else about all that is unsure, one by one."""
    row = screen.row
    questions: Sequence[PersonQuestion] = screen.plan.unsure
    if row is not None and row.sort is present.Sort.WHICH:
        questions = questions[row.index :]
    for question in questions:
        choice = await choose(
            screen,
            "Which one?",
            question.text,
            _choices(question, screen.ledger.day),
            present.answers_note(question),
        )
        if choice is None:
            break
        if choice != _LATER:
            screen.answers[question.key] = choice
    if screen.answers:
        await screen.plan_again()


def _has_offers(screen: "PreviewScreen") -> bool:
    return bool(screen.plan.offers)


@verb(
    "preview.projects",
    "p",
    "Projects",
    "Add all positions and projects, or none.",
    footer=True,
    applies=_has_offers,
)
def take_all_over(screen: "PreviewScreen") -> None:
    """All positions and projects as projects, or none."""
    every = frozenset(range(len(screen.plan.offers)))
    screen.taken_over = frozenset() if screen.taken_over == every else every
    screen.show()


@verb(
    "preview.mark",
    "space",
    "This one",
    "Add this project, or leave it out.",
    footer=True,
    applies=_has_offers,
)
def take_over(screen: "PreviewScreen") -> None:
    """The one under the cursor, or not; and on to the next line."""
    row = screen.row
    if row is not None and row.sort is present.Sort.OFFER:
        screen.taken_over ^= {row.index}
        screen.show()
        screen.list.move_line(screen.list.cursor_line + 1)


class PreviewScreen(ReccoScreen):
    """The plan of an archive that was read. Until enter, nothing is written."""

    VIEW = "Import"
    SHEET = "import.tcss"
    AUTO_FOCUS = "#details"
    VERBS = (
        apply,
        ask_questions,
        Verb(
            "preview.gone",
            "l",
            "They left",
            "Mark the connections that are missing here as gone.",
            lambda screen: screen.answer(GONE_KEY, GONE),
            footer=True,
            applies=_lacks_many,
            group="absence",
        ),
        Verb(
            "preview.part",
            "f",
            "Only a part",
            "This file is only part of your network: mark no one.",
            lambda screen: screen.answer(GONE_KEY, PART),
            footer=True,
            applies=_lacks_many,
            group="absence",
        ),
        take_all_over,
        take_over,
    )
    BINDINGS = [
        bind("preview.leave", "escape", "Cancel", "Leave without importing anything.", "leave"),
        *(
            bind_hidden(
                f"preview.answer.{key}",
                key,
                "This one",
                f"Answer the selected question with {key}.",
                f"answer({place})",
            )
            for place, key in enumerate(present.ANSWER_KEYS[: present.MOST_SHOWN])
        ),
        bind_hidden(
            "preview.answer.s",
            "s",
            "Someone else",
            "None of these: it is someone else.",
            "answer(-1)",
        ),
    ]

    def __init__(
        self, export: Export, plan: ImportPlan, source: str, answers: dict[str, str] | None = None
    ) -> None:
        super().__init__()
        self.export = export
        self.source = source
        self.plan = plan
        """What would be written now."""
        self.taken_over: frozenset[int] = frozenset()
        """The numbers of the offers that become projects."""
        self.answers: dict[str, str] = dict(answers or {})
        """To the questions of the plan, by their keys."""
        self.writing: QueuedCall | None = None
        """The writing, once it was asked for."""
        self.list = SpanList[present.PreviewRow](
            present.preview_line, id="details", empty="No questions, nothing skipped."
        )
        self._line = LinesView(id="wrong")

    def body(self) -> ComposeResult:
        counts = LinesView(
            lambda width: present.count_lines(self.plan, width), id="counts", classes="pane"
        )
        counts.border_title = title(f"{self.source} would add")
        with Vertical(id="preview", classes="column"):
            yield counts
            yield self.list
            yield LinesView(id="whole")
            yield self._line

    def on_mount(self) -> None:
        self.show()
        self.watch(self.app, "notice", self._say_what_waits, init=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The way back begins when it is written; letters answer the question under the cursor."""
        if action == "answer":
            question, place = self.question, int(str(parameters[0]))
            return question is not None and place < len(question.candidates)
        return action not in ("undo", "redo") and super().check_action(action, parameters)

    @property
    def row(self) -> present.PreviewRow | None:
        """The line under the cursor."""
        return self.list.highlighted

    @property
    def question(self) -> PersonQuestion | None:
        """What the line under the cursor asks."""
        row = self.row
        asks = (
            row is not None and row.sort is present.Sort.WHICH and row.index < len(self.plan.unsure)
        )
        return self.plan.unsure[row.index] if row is not None and asks else None

    async def action_answer(self, place: int) -> None:
        """Answer it; the next question comes under the cursor."""
        if question := self.question:
            choice = SOMEONE_ELSE if place < 0 else question.candidates[place].choice
            await self.answer(question.key, choice)

    async def answer(self, key: str, choice: str) -> None:
        """Plan with this answer to the question of that key."""
        self.answers[key] = choice
        await self.plan_again()

    def chosen_offers(self) -> list[ExportedWork]:
        """What is to become a project."""
        return [self.plan.offers[index] for index in sorted(self.taken_over)]

    # -- showing ---------------------------------------------------------------------------------

    def show(self) -> None:
        """The plan as it is now, with the answers and the choices made so far."""
        self.show_lines("counts", lambda width: present.count_lines(self.plan, width))
        rows = present.preview_rows(self.plan, self.taken_over)
        self.list.set_entries(rows, self.list.cursor_line)
        self.list.border_title = "To check" if rows else ""
        self.refresh_bindings()

    @on(SpanList.Highlighted)
    def _show_whole_line(self) -> None:
        """The whole text of a line that does not show all of it, and the key for it."""
        row = self.row
        self.list.border_subtitle = row.sort.keys if row else ""
        text, question, today = row.words if row else "", self.question, self.ledger.day

        def lines(width: int) -> list[Line]:
            answers = present.answer_lines(question, today, width) if question else []
            return [*present.rest_lines(text, width), *answers]

        self.show_lines("whole", lines)

    @on(SpanList.Chosen)
    def _apply(self) -> None:
        apply(self)

    def say_line(self, sentence: str, ink: str = "ink-muted") -> None:
        """One sentence under the list."""
        self._line.show(lambda width: wrapped(sentence, width, ink))

    def stop_writing(self, error: Exception) -> None:
        """It was not written; nothing of it was, and one can try again."""
        self.writing = None
        self._say_error(error)

    def _say_error(self, error: Exception) -> None:
        """A fault of recco's own ends what was under way, not the program."""
        sentence = f"Nothing was imported: a bug in recco ({type(error).__name__})."
        self.say_line(str(error) if isinstance(error, ReccoError) else sentence, "error")

    def _say_what_waits(self, notice: str) -> None:
        if self.writing is None:
            return
        if notice and self.writing in self.recco.queue.pending:
            self.say_line(f"{notice}. Esc skips it.", "warn")
        else:
            self.say_line("Writing …")

    # -- planning again, leaving -----------------------------------------------------------------

    async def plan_again(self) -> None:
        """Plan with the answers given so far, in a thread."""
        answers = dict(self.answers)

        def preview() -> ImportPlan:
            with self.ledger.another() as ledger:
                return ledger.imports.preview(plan_import, self.export, answers)

        try:
            self.plan = await asyncio.to_thread(preview)
        except Exception as error:
            self._say_error(error)
        else:
            self.say_line("")
            self.show()

    def show_result(self, imported: Imported) -> None:
        """It is written."""
        if self.is_current:
            self.recco.open_instead("import result", imported)

    def action_leave(self) -> None:
        if self.writing is None:
            self.dismiss(None)
        elif self.recco.queue.cancel(self.writing):
            self.writing = None
            self.say_line("")
            self.say("Not imported: the file stayed locked.")
        else:
            self.say("Import in progress. u undoes it afterwards.")


def _choices(question: PersonQuestion, today: date) -> list[Choice[str]]:
    candidates = [
        Choice(
            key,
            present.candidate_words(candidate),
            candidate.choice,
            present.candidate_facts(candidate, today),
        )
        for key, candidate in with_keys(question.candidates, present.ANSWER_KEYS)
    ]
    return [
        *candidates,
        Choice("s", "someone else", SOMEONE_ELSE, "none of these"),
        Choice("l", "later", _LATER, "recco asks again next time"),
    ]


# -- what came in ----------------------------------------------------------------------------------


class ResultScreen(ReccoScreen):
    """Undo here takes back all that the import wrote, projects taken over with it included."""

    VIEW = "Import"
    SHEET = "import.tcss"
    AUTO_FOCUS = ""
    BINDINGS = [
        bind("result.set_kind", "t", "Set kind", "Set the kind of each contact.", "set_kind"),
        bind("result.board", "b,enter,escape", "Board", "Go to the board.", "leave"),
    ]

    def __init__(self, imported: Imported) -> None:
        super().__init__()
        self._imported = imported
        self._is_taken_back = False

    def body(self) -> ComposeResult:
        with VerticalScroll(id="result", classes="column", can_focus=False):
            yield LinesView(id="done", classes="pane")
            yield LinesView(id="next")

    def load(self) -> None:
        unknown = sum(row.kind is Kind.UNKNOWN for row in self.ledger.board.circle())
        done = self.query_one("#done", LinesView)
        done.border_title = self._title
        done.show(lambda width: self._lines(unknown, width))
        keys = self._keys(unknown)
        self.show_lines("next", lambda width: key_lines(keys, width))

    @property
    def _title(self) -> str:
        if self._is_taken_back:
            return "Undone"
        brought = self._imported.projects or not self._imported.plan.changes_nothing
        return "Imported" if brought else "Nothing new"

    def _lines(self, unknown: int, width: int) -> list[Line]:
        if self._is_taken_back:
            return wrapped("Everything is as it was before. U redoes the import.", width)
        imported = self._imported
        return [
            *present.result_lines(imported.plan, imported.projects, unknown, width),
            *(line for why in imported.refused for line in wrapped(why, width, "warn")),
        ]

    def _keys(self, unknown: int) -> list[tuple[str, str, str]]:
        keys = [("b", "b", "to the board")]
        if unknown and not self._is_taken_back:
            keys.insert(0, ("t", "t", f"set kinds ({unknown} to go)"))
        if self._imported.changes:
            back = ("U", "U", "redo the import") if self._is_taken_back else ("u", "u", "undo")
            keys.append(back)
        return keys

    def action_set_kind(self) -> None:
        self.recco.open_instead("set_kind")

    def action_undo(self) -> None:
        """Take back the import and the projects taken over with it."""
        if self._imported.changes and not self._is_taken_back:
            said = "the import · U redoes it"
            self._undo_or_redo("Undo", "Undone", said, lambda log, ids: log.take_back(ids))

    def action_redo(self) -> None:
        if self._is_taken_back:
            said = "the import · u undoes it"
            self._undo_or_redo("Redo", "Redone", said, lambda log, ids: log.bring_back(ids))

    def _undo_or_redo(
        self, what: str, words: str, said: str, call: Callable[[Log, set[int]], object]
    ) -> None:
        ids = set(self._imported.changes)
        changes = [change for change in self.ledger.log.entries() if change.id in ids]

        def then() -> None:
            self._is_taken_back = what == "Undo"

        self.undo_or_redo(what, words, lambda ledger: call(ledger.log, ids), changes, said, then)
