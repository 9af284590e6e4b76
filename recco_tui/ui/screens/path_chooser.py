"""Choosing an archive: what was found on this machine, or a typed path with its completion."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input

from recco_tui.core.when import short_date
from recco_tui.importing import places
from recco_tui.ui.formatting import cell_len, cut, fit, plain
from recco_tui.ui.present.importing import how_to_lines, size_words
from recco_tui.ui.present.spans import Line, Span, wrapped
from recco_tui.ui.widgets import pasting
from recco_tui.ui.widgets.keys import bind, bind_hidden
from recco_tui.ui.widgets.lines_view import LinesView
from recco_tui.ui.widgets.span_list import SpanList

_ROOMY = 64
"""From this width on, a found file says its size too."""


class PathField(Input):
    """Where the archive is."""

    BINDINGS = [bind("import.read", "enter", "Read it", "Read the export.", "submit")]


class PathChooser(Vertical):
    """The field keeps the focus; arrows move in the list below it."""

    BINDINGS = [
        bind("import.complete", "tab", "Complete", "Complete the path.", "complete"),
        bind_hidden("import.down", "down", "Next", "Go to the next suggestion.", "move(1)"),
        bind_hidden("import.up", "up", "Previous", "Go to the previous suggestion.", "move(-1)"),
    ]

    @dataclass
    class Picked(Message):
        """Read this one."""

        path: Path

    def __init__(self, day: date, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._day = day
        self._home = Path.home()
        self._here = _here(self._home)
        self._found: list[places.FoundFile] = []
        self._is_chosen_by_arrow = False
        hint = "the .zip from LinkedIn, or its folder"
        self._field = PathField(placeholder=hint, id="path", max_length=pasting.LINE_LIMIT)
        self._field.border_title = "File or folder"
        self._complaint = LinesView(id="wrong")
        self._list = SpanList[places.FoundFile](self._draw_found, id="found")
        self._list.can_focus = False

    def compose(self) -> ComposeResult:
        yield LinesView(how_to_lines, id="how")
        yield self._field
        yield self._complaint
        yield self._list

    def on_mount(self) -> None:
        self._found = places.exports_in(places.likely_folders(self._home, self._here))
        self._suggest()

    def say(self, sentence: str, ink: str = "error") -> None:
        """One sentence under the field; empty takes it away."""
        self._complaint.show(lambda width: wrapped(sentence, width, ink) if sentence else [])

    def take_focus(self) -> None:
        """To the field."""
        self._field.focus()

    def _draw_found(self, file: places.FoundFile, width: int) -> Line:
        return found_line(file, width, self._day, None if self._field.value else self._home)

    def _suggest(self) -> None:
        """What was found while nothing is typed, else what the typed path may become."""
        typed = self._field.value
        self._list.set_entries(places.completions(typed, self._here) if typed else self._found)
        self._list.set_empty(
            "No file or folder starts like that."
            if typed
            else "No export found in Downloads, Desktop or here. Type its path, or drop it here."
        )
        self._list.border_title = "Matches" if typed else "Found on this computer"
        self._is_chosen_by_arrow = False

    def on_input_changed(self) -> None:
        self.say("")
        self._suggest()

    def action_move(self, by: int) -> None:
        if not self._list.entries:
            return
        is_first = not self._is_chosen_by_arrow and self._field.value
        self._is_chosen_by_arrow = True
        self._list.move_line(self._list.cursor_line + (0 if is_first else by))

    def action_complete(self) -> None:
        """Take what all suggestions share, or the one under the cursor when that adds nothing."""
        entries, typed = self._list.entries, self._field.value
        if typed and not self._is_chosen_by_arrow and len(entries) > 1:
            head, slash, begun = typed.rpartition("/")
            shared = places.common_start(entries)
            if len(shared) > len(begun):
                self._type(head + slash + shared)
                return
        self._take(self._list.highlighted)

    def _take(self, file: places.FoundFile | None) -> None:
        if file is not None:
            self._type(places.short_path(file.path, self._home) + ("/" if file.is_folder else ""))

    def _type(self, text: str) -> None:
        self._field.value = text
        self._field.cursor_position = len(text)

    def on_input_submitted(self) -> None:
        typed, chosen = self._field.value.strip(), self._list.highlighted
        if chosen is not None and (self._is_chosen_by_arrow or not typed):
            self.post_message(self.Picked(chosen.path))
        elif typed:
            self.post_message(self.Picked(self._here / places.path_typed(self._field.value)))
        else:
            self.say("Type the path of the export, or drop the file here.")

    @on(SpanList.Chosen)
    def _take_chosen(self, event: SpanList.Chosen) -> None:
        self._take(event.entry)
        self._field.focus()


def _here(home: Path) -> Path:
    """The current folder; the home folder when it was deleted meanwhile."""
    try:
        return Path.cwd()
    except OSError:
        return home


def found_line(file: places.FoundFile, width: int, today: date, home: Path | None) -> Line:
    """A suggestion: its name, where it is (not with `home` None), how old and how big."""
    facts = fit(short_date(file.changed_on, today), 13, "right")
    facts += fit(size_words(file.size), 9, "right") if width >= _ROOMY else ""
    where = places.short_path(file.path.parent, home) if home else ""
    name = plain(file.path.name) + ("/" if file.is_folder else "")
    room = max(10, width - cell_len(facts) - 1)
    left = cut(name, room)
    beside = room - cell_len(left) - 2
    place = cut(where, beside) if beside >= 6 else ""
    rest = fit("  " + place, room - cell_len(left)) if room > cell_len(left) else ""
    return (Span(left), Span(rest, "ink-faint"), Span(facts, "ink-muted"))
