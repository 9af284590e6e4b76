"""Finding a person while typing; a name that no one has can be taken as someone new."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from rich.segment import Segment
from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from recco_tui.core.models import Contact
from recco_tui.core.names import clean_name, fold
from recco_tui.core.relationships import Kind
from recco_tui.ui.formatting import cell_len, cut, plain
from recco_tui.ui.theme import Inks
from recco_tui.ui.widgets.keys import bind_hidden
from recco_tui.ui.widgets.line_input import LineInput
from recco_tui.ui.widgets.line_list import BAR

MOST = 6
"""People shown at once."""

Suggest = Callable[[str], Sequence[Contact]]


def matches_name(typed: str, name: str) -> bool:
    """Whether every word typed begins a word of the name, so that enter may mean this person."""
    words = fold(name).split()
    return all(any(word.startswith(part) for word in words) for part in fold(typed).split())


class PersonSuggestions(Widget):
    """The people under the line, and the typed name as someone new; `chosen` is a line number."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "PersonSuggestions { height: auto; width: 1fr; }"

    @dataclass
    class Picked(Message):
        """A click on a line."""

        line: int

    def __init__(self) -> None:
        super().__init__()
        self.people: tuple[Contact, ...] = ()
        self.new_name = ""
        self.chosen = 0

    @property
    def count(self) -> int:
        """How many lines there are."""
        return len(self.people) + bool(self.new_name)

    def show(self, people: Sequence[Contact], new_name: str, chosen: int) -> None:
        """Other people; `new_name` empty when a person has exactly that name."""
        self.people, self.new_name, self.chosen = tuple(people), new_name, chosen
        self.refresh(layout=True)

    def move(self, by: int) -> None:
        """The next line or the one before; after the last the first."""
        self.chosen = (self.chosen + by) % self.count
        self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        return self.count

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is not None and offset.y < self.count:
            self.post_message(self.Picked(offset.y))

    def render_line(self, y: int) -> Strip:
        """One person: name, kind and company; after them the new one."""
        inks, width = Inks.of(self), self.size.width
        if y >= self.count:
            return Strip.blank(width, inks())
        ground = "row-cursor" if y == self.chosen else None
        bar = BAR if y == self.chosen else " "
        if y < len(self.people):
            name, facts = plain(self.people[y].name), _facts(self.people[y])
        else:
            name, facts = "+ " + plain(self.new_name), "new contact"
        name = cut(name, max(8, width - 4 - min(cell_len(facts), width // 2)))
        facts = cut(facts, max(0, width - 4 - cell_len(name)))
        strip = Strip(
            [
                Segment(bar, inks("pane-focus", on=ground)),
                Segment(name, inks(bold=y == self.chosen, on=ground)),
                Segment("  " + facts, inks("ink-muted", on=ground)),
            ]
        )
        return strip.adjust_cell_length(width, inks(on=ground))


class PersonField(Vertical):
    """A line with people under it. `suggest` gives those who fit a text, the likeliest first."""

    DEFAULT_CSS = "PersonField { height: auto; width: 1fr; }"
    BINDINGS = [
        bind_hidden("person.next", "down", "Down", "Go to the next contact.", "move(1)"),
        bind_hidden("person.before", "up", "Up", "Go to the previous contact.", "move(-1)"),
    ]

    def __init__(
        self,
        suggest: Suggest,
        chosen: Callable[[str, Contact | None], None],
        left: Callable[[], None],
        placeholder: str = "",
        *,
        id: str | None = None,
    ) -> None:
        """`chosen` gets the name, and the contact unless the name is someone new's.

        `left` is called for enter in the empty line. Both are called at once, not by a message:
        keys typed ahead must find it done.
        """
        super().__init__(id=id)
        self._suggest = suggest
        self._tell_chosen = chosen
        self._tell_left = left
        self._left_out: frozenset[int] = frozenset()
        self.line = LineInput(placeholder=placeholder)
        self.suggestions = PersonSuggestions()

    def compose(self) -> ComposeResult:
        yield self.line
        yield self.suggestions

    @property
    def value(self) -> str:
        """What is typed and not yet taken."""
        return self.line.value

    def leave_out(self, ids: Collection[int]) -> None:
        """Do not offer these people (again)."""
        self._left_out = frozenset(ids)
        self._look_up()

    def take(self) -> bool:
        """Choose what enter would choose; False when nothing is typed."""
        if not self.suggestions.count:
            return False
        self._choose(self.suggestions.chosen)
        return True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        return action != "move" or self.suggestions.count > 1

    def action_move(self, by: int) -> None:
        self.suggestions.move(by)

    def on_input_changed(self) -> None:
        self._look_up()

    def handle_enter(self) -> None:
        """Take the person; in the empty line, go on."""
        self._look_up()  # enter may come before the message of the line's change
        if not self.take():
            self._tell_left()

    def on_person_suggestions_picked(self, event: PersonSuggestions.Picked) -> None:
        event.stop()
        self._choose(event.line)
        self.screen.set_focus(self.line)

    def _look_up(self) -> None:
        typed = clean_name(self.line.value)
        if not typed:
            self.suggestions.show((), "", 0)
            return
        found = [c for c in self._suggest(typed) if c.id not in self._left_out][:MOST]
        exact = [i for i, c in enumerate(found) if fold(c.name) == fold(typed)]
        likely = exact or [i for i, c in enumerate(found) if matches_name(typed, c.name)]
        before = self.suggestions
        chosen = likely[0] if likely else len(found)
        if before.people == tuple(found) and before.new_name in ("", typed):
            chosen = min(before.chosen, len(found) - bool(exact))
        self.suggestions.show(found, "" if exact else typed, chosen)
        self.call_after_refresh(self.scroll_visible, animate=False)

    def _choose(self, line: int) -> None:
        if line < len(self.suggestions.people):
            contact: Contact | None = self.suggestions.people[line]
            name = self.suggestions.people[line].name
        else:
            contact, name = None, self.suggestions.new_name
        self.line.value = ""
        self.suggestions.show((), "", 0)
        self._tell_chosen(name, contact)


def _facts(contact: Contact) -> str:
    kind = "" if contact.kind == Kind.UNKNOWN else contact.kind.value
    work = plain(contact.company or contact.position)
    return " · ".join(part for part in (kind, work) if part)
