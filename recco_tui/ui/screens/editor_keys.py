"""The keys of the editor that are the same whatever is written, in the order of the footer.

Function keys and control keys only: everything printable belongs to the text.
"""

from textual.binding import Binding

TOOLS = [
    Binding("enter", "take", "Take it", id="editor.take", tooltip="Insert the note, go there"),
    Binding(
        "ctrl+o",
        "insert_fact",
        "Insert note",
        id="editor.insert",
        tooltip="Insert the note that serves what is missing, else the chosen one",
        priority=True,
    ),
    Binding("f7", "finding(1)", "Next finding", id="editor.next", tooltip="Go to the next one"),
    Binding("f6", "finding(-1)", "Finding before", False, id="editor.before", tooltip="Back"),
    Binding("f8", "beside", "Notes", id="editor.beside", tooltip="Notes, projects, their words"),
    Binding("f9", "guide", "Guide", id="editor.guide", tooltip="Questions, one by one"),
    Binding("ctrl+y", "copy", "Copy", id="editor.copy", tooltip="Copy the text", priority=True),
    Binding("ctrl+r", "redo_text", "Redo", False, id="editor.redo", tooltip="Redo in the text"),
    Binding(
        "ctrl+e",
        "outside",
        "$EDITOR",
        id="editor.outside",
        tooltip="Write in your own editor and come back",
        priority=True,
    ),
    Binding(
        "ctrl+t",
        "versions",
        "Versions",
        False,
        id="editor.versions",
        tooltip="Go back to an earlier version",
        priority=True,
    ),
    Binding(
        "ctrl+g",
        "assistant",
        "AI prompt",
        False,
        id="editor.assistant",
        tooltip="Copy a prompt for any AI assistant: the facts, the rules, the draft",
        priority=True,
    ),
    Binding(
        "ctrl+l",
        "see_text",
        "See text",
        False,
        id="editor.see",
        tooltip="The text alone: to select, to copy, to write to a file",
        priority=True,
    ),
    Binding("f12", "full", "Full width", False, id="editor.full", tooltip="Full width or not"),
]
LEAVING = [
    Binding("f1", "keys", "Keys", id="editor.help", tooltip="The keys of the editor"),
    Binding(
        "ctrl+s",
        "finish",
        "Finish",
        id="editor.finish",
        tooltip="Finish, when nothing is missing; then hand it over",
        priority=True,
    ),
    Binding("escape", "leave", "Leave", id="editor.quit", tooltip="Leave; the draft is kept"),
]
