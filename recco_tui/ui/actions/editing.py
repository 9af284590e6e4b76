"""What the keys of the editor do beside typing.

Function keys and control keys only: everything printable belongs to the text.
"""

from collections.abc import Awaitable
from functools import partial
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from recco_tui.core.errors import ReccoError
from recco_tui.core.models import Joining
from recco_tui.core.time_of_day import say_time
from recco_tui.ui.actions.verb import Verb, verb
from recco_tui.ui.clipboard import with_other_way
from recco_tui.ui.dialogs.choice import Choice, choose, with_keys
from recco_tui.ui.present.editor import AnswerSentence, Fact
from recco_tui.ui.widgets.span_list import SpanList
from recco_tui.writing.claims import Claims
from recco_tui.writing.findings import Finding
from recco_tui.writing.parts import State
from recco_tui.writing.rules.unconfirmed import UNSUPPORTED

if TYPE_CHECKING:
    from recco_tui.ui.screens.editor import EditorScreen

_FIRST_WORDS = 50


# -- parts, findings and notes -------------------------------------------------------------------


def claim(editor: "EditorScreen", number: int) -> None:
    """Reverse what recco says of a part of the sentence at the cursor; again takes that back.

    Where recco is not sure: first yes, then no.
    """
    at = editor.review.sentence_at(editor.area.offset_at_cursor)
    if at is None:
        editor.say("Write a sentence first, then set its parts.")
        return
    judged = editor.review.sentences[at]
    text, tag = judged.sentence.text, judged.tags[number]
    if tag.claimed is None:
        editor.claims = editor.claims.with_claim(text, tag.part, tag.state is not State.SURE)
    else:
        editor.claims = editor.claims.without(text, tag.part)
        left_alone = editor.judge().sentences[at].tags[number].state
        if tag.claimed and left_alone is State.UNSURE:
            editor.claims = editor.claims.with_claim(text, tag.part, False)
    editor.changed()


@verb(
    "editor.finish",
    "ctrl+s",
    "Finish",
    "Finish the text and hand it over.",
    footer=True,
    priority=True,
)
async def finish(editor: "EditorScreen") -> None:
    """Finish; where a sentence may carry what is missing, the writer says first whether it does.

    An assistant's words that are in no note are confirmed before that, or taken out.
    """
    await editor.keys_typed()
    while (doubt := editor.assistance.first_doubt()) is not None:
        if not await editor.assistance.confirm(doubt):
            return
    editor.second_reading.catch_up()
    while editor.review.ready and editor.review.asked:
        part, at = next(iter(editor.review.asked.items()))
        sentence = editor.review.sentences[at].sentence.text
        answer = await choose(
            editor,
            f"Is this the {part}?",
            sentence,
            [Choice("y", "yes", True), Choice("n", "no, it isn't", False)],
            "recco remembers your answer for this sentence.",
        )
        if answer is None:
            return
        editor.claims = editor.claims.with_claim(sentence, part, answer)
        editor.changed()
    editor.finish()


def _go_to_finding(editor: "EditorScreen", step: int) -> None:
    """The next finding (1) or the one before (-1), in the order of the text and round again."""
    ordered = sorted(editor.review.findings, key=lambda f: (not f.sentence, f.start, f.end))
    if not ordered:
        editor.say("There is nothing to fix.")
        return
    here, chosen = editor.area.offset_at_cursor, editor.findings.highlighted
    if chosen is not None and editor.place_of(chosen) == here:
        at = (ordered.index(chosen) + step) % len(ordered)
    else:
        behind = [i for i, f in enumerate(ordered) if (editor.place_of(f) - here) * step > 0]
        at = (behind or range(len(ordered)))[0 if step > 0 else -1]
    editor.go_to(ordered[at])


@verb("editor.next", "f7", "Next finding", "Go to the next finding.", footer=True)
def next_finding(editor: "EditorScreen") -> None:
    _go_to_finding(editor, 1)


@verb("editor.before", "f6", "Prev finding", "Go to the previous finding.")
def previous_finding(editor: "EditorScreen") -> None:
    _go_to_finding(editor, -1)


def _in_a_list(editor: "EditorScreen") -> bool:
    """Enter takes an entry of a list; in the text it is a line break."""
    return isinstance(editor.focused, SpanList)


@verb(
    "editor.take",
    "enter",
    "Insert",
    "Insert this note, or go to this finding.",
    footer=True,
    applies=_in_a_list,
)
def take(editor: "EditorScreen") -> Awaitable[object] | None:
    """Take what is under the cursor of the list in focus: insert the note or the sentence of an
    answer, go to the finding, or confirm what it doubts."""
    focused = editor.focused
    entry = focused.highlighted if isinstance(focused, SpanList) else None
    if isinstance(entry, Fact):
        editor.insert(entry)
    elif isinstance(entry, AnswerSentence):
        editor.assistance.take_sentence(entry)
    elif isinstance(entry, Finding) and entry.rule == UNSUPPORTED:
        return editor.assistance.confirm(entry)
    elif isinstance(entry, Finding):
        editor.go_to(entry)
    return None


@verb(
    "editor.insert",
    "ctrl+o",
    "Insert note",
    "Insert the note that fits what is missing.",
    footer=True,
    priority=True,
)
def insert_note(editor: "EditorScreen") -> None:
    """The chosen note, else one that serves what is missing, else the first one left."""
    notes, unused = editor.notes, editor.unused_notes()
    chosen = notes.highlighted if notes.has_focus else editor.note_for(*editor.review.missing)
    note = chosen or next(iter(unused), None)
    if note is not None:
        editor.insert(note)
    elif notes.entries:
        editor.say("All your notes are in the text.")
    else:
        editor.say("No notes yet. m on the board adds one.")


@verb(
    "editor.beside", "f8", "Notes", "Go to your notes and projects with this contact.", footer=True
)
def go_to_notes(editor: "EditorScreen") -> None:
    """To the notes and what they wrote, and back; where there is no room they come for that."""
    if editor.area.has_focus:
        editor.add_class("-notes")
        editor.notes.focus()
    else:
        editor.go_to_text()


# -- other texts in place of this one ------------------------------------------------------------


@verb("editor.guide", "f9", "Guide", "Answer questions, one by one.", footer=True, group="guide")
async def guide(editor: "EditorScreen") -> None:
    """Questions one by one; what is answered follows the text that is there."""
    from recco_tui.ui.dialogs.guided_start import Answers, GuidedStart
    from recco_tui.writing.prompts.guided import guided_questions, join_answers

    present, keeper = editor.text.strip(), editor.keeper

    def whole(answers: Answers) -> str:
        text = join_answers(answers, editor.kind)[0]
        return f"{present}\n\n{text}" if present else text

    questions = guided_questions(editor.kind, editor.facts())
    keeper.guide = GuidedStart(
        questions, editor.contact.name, lambda answers: keeper.set_answered(whole(answers))
    )
    answers = await editor.app.push_screen_wait(keeper.guide)
    keeper.set_answered(None)
    keeper.guide = None
    if answers:
        editor.replace_text(whole(answers), join_answers(answers, editor.kind)[1])


@verb(
    "editor.outside", "ctrl+e", "$EDITOR", "Write in your own editor.", footer=True, priority=True
)
def write_outside(editor: "EditorScreen") -> None:
    """In the person's own editor, while recco is suspended."""
    from recco_tui.ui.external_editor import edited_outside

    editor.keeper.save()
    try:
        with editor.app.suspend():
            named = editor.ledger.settings.preference("editor")
            text = edited_outside(editor.text, named)
    except SuspendNotSupported:
        editor.say("This terminal can't open another editor.", wrong=True)
    except ReccoError as error:
        editor.say(str(error), wrong=True)
    else:
        editor.replace_text(text)


@verb(
    "editor.versions",
    "ctrl+t",
    "Versions",
    "Go back to an earlier version.",
    group="versions",
    priority=True,
)
async def go_back_to_version(editor: "EditorScreen") -> None:
    """One of the latest versions that say something else."""
    editor.keeper.save()
    now = editor.ledger.clock.now()
    stored = editor.ledger.drafts.versions(editor.draft.id)
    versions = [version for version in stored if version.text != editor.text]
    if not versions:
        editor.say("No earlier version yet.")
        return
    chosen = await choose(
        editor,
        "Earlier versions",
        "Which one? Your current text is kept as a version too.",
        [
            Choice(
                key,
                say_time(version.saved_at.astimezone(now.tzinfo), now),
                version,
                " ".join(version.text.split())[:_FIRST_WORDS],
            )
            for key, version in with_keys(versions)
        ],
    )
    if chosen is not None:
        editor.replace_text(chosen.text, Claims.from_json(chosen.claims))


# -- the project ---------------------------------------------------------------------------------


async def choose_project(editor: "EditorScreen") -> bool:
    """Make the draft about another project, shared ones first; False when it stays as it was.

    One that was not shared yet is from now on.
    """
    name, shared = editor.contact.name, {project.id for project in editor.page.projects}
    every = sorted(editor.ledger.projects.every(), key=lambda project: project.id not in shared)
    if not every:
        editor.say("No projects yet. p on the board adds one.")
        return False
    chosen = await choose(
        editor,
        "Which project is this about?",
        "",
        [
            Choice(
                key,
                project.title,
                project.id,
                project.kind.value if project.id in shared else f"adds {name} to it",
            )
            for key, project in with_keys(every)
        ],
    )
    if chosen is None or (chosen not in shared and not await _join(editor, chosen)):
        return False
    editor.draft = editor.draft._replace(project_id=chosen)
    editor.changed()
    return True


async def _join(editor: "EditorScreen", project_id: int) -> bool:
    projects, member = editor.ledger.projects, Joining(contact_id=editor.contact.id)
    project = await editor.attempt_and_wait(lambda: projects.join(project_id, [member]), "Project")
    if project is None:
        return False
    editor.page = editor.ledger.contacts.page(editor.contact.id)
    editor.show_notes()
    editor.say(f"Added {editor.contact.name} to {project.title}.")
    return True


# -- the text elsewhere ----------------------------------------------------------------------------


@verb("editor.copy", "ctrl+y", "Copy", "Copy the text.", footer=True, priority=True)
def copy_text(editor: "EditorScreen") -> None:
    said = editor.recco.copy_text(editor.text)
    editor.say(with_other_way(said, "Ctrl+L shows the text alone."))


@verb(
    "editor.see",
    "ctrl+l",
    "See text",
    "Show the text alone, to select, copy or save it.",
    priority=True,
)
def see_text(editor: "EditorScreen") -> None:
    _show_text(editor, editor.heading(), editor.text)


@verb(
    "editor.assistant",
    "ctrl+g",
    "Assistant",
    "Ask your AI assistant, or copy a prompt for one.",
    group="assistant",
    priority=True,
)
async def ask_assistant(editor: "EditorScreen") -> None:
    """Run the program of the settings; without one the prompt is copied and shown, so that the user
    sees what an assistant is told."""
    if command := editor.ledger.settings.preference("assistant"):
        await editor.assistance.ask(command)
        return
    editor.assistance.was_told = True
    prompt = editor.ledger.assistant.prompt(editor.draft._replace(text=editor.text))
    said = editor.recco.copy_text(prompt)
    back = "Paste the answer into the text. recco checks it like any other."
    _show_text(editor, "Prompt for an AI assistant", prompt, f"{said} {back}")


def _in_an_answer(editor: "EditorScreen") -> bool:
    """In the text, a letter is a letter."""
    return editor.answer.has_focus and bool(editor.answer.entries)


@verb(
    "editor.answer",
    "a",
    "Take all",
    "Replace the draft with the answer.",
    footer=True,
    applies=_in_an_answer,
)
def take_answer(editor: "EditorScreen") -> None:
    editor.assistance.take_all()


def _show_text(editor: "EditorScreen", heading: str, text: str, note: str = "") -> None:
    editor.recco.show_text(heading, text, note, file=editor.contact.name)


@verb("editor.redo", "ctrl+r", "Redo", "Redo your last change to the text.")
def redo_typing(editor: "EditorScreen") -> None:
    editor.area.redo()


@verb("editor.full", "f12", "Full width", "Switch between full and normal width.")
def toggle_full_width(editor: "EditorScreen") -> None:
    editor.toggle_class("-full")


@verb("editor.help", "f1", "Keys", "Show the keys of the editor.", footer=True)
def show_keys(editor: "EditorScreen") -> None:
    editor.action_keys()


@verb("editor.quit", "escape", "Leave", "Leave the editor; your draft is kept.", footer=True)
def leave(editor: "EditorScreen") -> None:
    editor.leave()


# -- all of them, in the order of the footer -------------------------------------------------------


PARTS: tuple[Verb["EditorScreen"], ...] = tuple(
    Verb(
        f"editor.part.{number + 1}",
        f"f{number + 2}",
        words,
        "Set or clear this part of the sentence.",
        partial(claim, number=number),
        footer=True,
    )
    for number, words in enumerate(("Context", "Skills", "Impact", "Endorsement"))
)
TOOLS: tuple[Verb["EditorScreen"], ...] = (
    take,
    insert_note,
    next_finding,
    previous_finding,
    go_to_notes,
    guide,
    copy_text,
    redo_typing,
    write_outside,
    go_back_to_version,
    ask_assistant,
    take_answer,
    see_text,
    toggle_full_width,
)
PROJECT: Verb["EditorScreen"] = Verb(
    "editor.project",
    "ctrl+n",
    "Project",
    "Choose the project the text is about.",
    choose_project,
    group="project",
    priority=True,
)
LEAVING: tuple[Verb["EditorScreen"], ...] = (show_keys, finish, leave)
