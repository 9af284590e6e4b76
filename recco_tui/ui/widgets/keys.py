"""How a key is declared: with an id, by which a keymap changes it, and words wherever keys are
listed."""

from typing import NamedTuple

from textual.binding import Binding


class KeyWords(NamedTuple):
    """What a key does, in a word or two and in a sentence."""

    label: str
    tooltip: str


_OF_TEXTUAL = {
    "app.focus_next": KeyWords("Next pane", "Go to the next pane or field."),
    "app.focus_previous": KeyWords("Previous pane", "Go to the previous pane or field."),
    "screen.copy_text": KeyWords("Copy", "Copy the selected text."),
    "command_palette": KeyWords("Palette", "Find an action or a contact by name."),
    "quit": KeyWords("Quit", "Leave recco; everything is saved."),
    "cursor_up": KeyWords("Up", "Go up one line."),
    "cursor_down": KeyWords("Down", "Go down one line."),
    "cursor_left": KeyWords("Left", "Go left one character."),
    "cursor_right": KeyWords("Right", "Go right one character."),
    "cursor_word_left": KeyWords("Word left", "Go left one word."),
    "cursor_word_right": KeyWords("Word right", "Go right one word."),
    "cursor_line_start": KeyWords("Line start", "Go to the start of the line."),
    "cursor_line_end": KeyWords("Line end", "Go to the end of the line."),
    "cursor_page_up": KeyWords("Page up", "Go up one page."),
    "cursor_page_down": KeyWords("Page down", "Go down one page."),
    "scroll_up": KeyWords("Up", "Go up one line."),
    "scroll_down": KeyWords("Down", "Go down one line."),
    "scroll_left": KeyWords("Left", "Go left one column."),
    "scroll_right": KeyWords("Right", "Go right one column."),
    "scroll_home": KeyWords("Top", "Go to the top."),
    "scroll_end": KeyWords("Bottom", "Go to the bottom."),
    "page_up": KeyWords("Page up", "Go up one page."),
    "page_down": KeyWords("Page down", "Go down one page."),
    "page_left": KeyWords("Page left", "Go left one page."),
    "page_right": KeyWords("Page right", "Go right one page."),
    "select_line": KeyWords("Select", "Select the line."),
    "select_all": KeyWords("Select", "Select everything."),
    "delete_left": KeyWords("Delete", "Delete the character before the cursor."),
    "delete_right": KeyWords("Delete", "Delete the character at the cursor."),
    "delete_word_left": KeyWords("Delete", "Delete to the start of the word."),
    "delete_word_right": KeyWords("Delete", "Delete to the end of the word."),
    "delete_to_start_of_line": KeyWords("Delete", "Delete to the start of the line."),
    "delete_to_end_of_line_or_delete_line": KeyWords("Delete", "Delete to the end of the line."),
    "delete_line": KeyWords("Delete", "Delete the line."),
    "cut": KeyWords("Cut", "Cut the selected text."),
    "copy": KeyWords("Copy", "Copy the selected text."),
    "paste": KeyWords("Paste", "Paste what you last cut or copied."),
    "undo": KeyWords("Undo", "Undo the last edit of the text."),
    "redo": KeyWords("Redo", "Redo the edit that was undone."),
}
"""The keys that Textual brings along, by what they do."""
_SAME = {
    "cursor_left_word": "cursor_word_left",
    "cursor_right_word": "cursor_word_right",
    "home": "cursor_line_start",
    "end": "cursor_line_end",
    "delete_left_word": "delete_word_left",
    "delete_right_word": "delete_word_right",
    "delete_left_all": "delete_to_start_of_line",
    "delete_right_all": "delete_to_end_of_line_or_delete_line",
}
"""What a field of one line names differently from a text of several."""
_SELECTING = "(True)"
"""Behind what moves the cursor: what it passes is selected."""


def words_of(binding: Binding) -> KeyWords:
    """The words of a key, also of one that is Textual's own."""
    action = binding.action.removesuffix(_SELECTING)
    words = _OF_TEXTUAL.get(_SAME.get(action, action))
    if binding.id or words is None:
        return KeyWords(binding.description, binding.tooltip)
    if binding.action.endswith(_SELECTING):
        return KeyWords("Select", words.tooltip.replace("Go", "Select", 1))
    return words


def bind(
    id_: str,
    key: str,
    label: str,
    tooltip: str,
    action: str,
    *,
    footer: bool = True,
    key_display: str | None = None,
    priority: bool = False,
) -> Binding:
    """A key, or several separated by commas, that runs an action of its widget or screen.

    `label` is for the footer, `tooltip` for `?` and the palette.
    """
    return Binding(key, action, label, footer, key_display, priority, tooltip, id_)


def bind_hidden(id_: str, key: str, label: str, tooltip: str, action: str) -> Binding:
    """The same without a place in the footer."""
    return bind(id_, key, label, tooltip, action, footer=False)
