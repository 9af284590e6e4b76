"""Who was in a project: the people taken so far, one line each, in the project form."""

from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Static

from recco_tui.core.models import Joining
from recco_tui.core.names import fold, short_name
from recco_tui.core.relationships import KNOWN_KINDS, Kind
from recco_tui.ui.dialogs.form import FieldRow
from recco_tui.ui.formatting import content, plain
from recco_tui.ui.widgets.line_input import LineInput
from recco_tui.ui.widgets.option_row import OptionRow


class RemoveSign(Static):
    """A click takes the member out; the keyboard does it with backspace in the empty line."""

    @dataclass
    class Pressed(Message):
        """It was clicked."""

        member: "MemberLine"

    def __init__(self, member: "MemberLine") -> None:
        super().__init__("×", classes="remove", markup=False)
        self._member = member

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.post_message(self.Pressed(self._member))


class MemberLine(Vertical):
    """One member; their part and mine are folded away until the form shows them."""

    def __init__(self, entry: Joining) -> None:
        super().__init__()
        self.entry = entry
        self._kind = OptionRow(
            [*((kind, kind.value) for kind in KNOWN_KINDS), (Kind.UNKNOWN, "?")],
            entry.kind,
            most_lines=1,
        )
        self._kind.can_focus = False
        self._theirs = LineInput(entry.their_part)
        self._mine = LineInput(entry.my_part)

    def compose(self) -> ComposeResult:
        with Horizontal(classes="who"):
            yield Static(content(self.entry.name), classes="name")
            if self.is_new:
                yield Static("new", classes="fact", markup=False)
                yield self._kind
            else:
                known = "" if self.entry.kind == Kind.UNKNOWN else self.entry.kind.value
                yield Static(known, classes="fact known", markup=False)
            yield RemoveSign(self)
        yield FieldRow("they did", self._theirs, classes="more")
        yield FieldRow("I did", self._mine, classes="more")

    @property
    def is_new(self) -> bool:
        """Whether the name becomes a contact."""
        return self.entry.contact_id is None

    @property
    def short(self) -> str:
        """The name as the form speaks of them."""
        return plain(short_name(self.entry.name))

    def has_name(self, name: str) -> bool:
        """Whether this is the name typed."""
        return fold(self.entry.name) == fold(name)

    def set_kind(self, kind: Kind) -> None:
        """What the new person is to me."""
        self._kind.value = kind

    def filled(self) -> Joining:
        """The member with what was filled in."""
        return Joining(
            self.entry.name,
            self.entry.contact_id,
            self._kind.value if self.is_new else self.entry.kind,
            self._theirs.value.strip(),
            self._mine.value.strip(),
        )
