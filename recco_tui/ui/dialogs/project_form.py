"""Adding a project after it ended in few keys: title, when, who; the rest is hidden."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Static

from recco_tui.core.models import Contact, Joining, Member, Project, ProjectKind
from recco_tui.core.names import fold, short_name
from recco_tui.core.relationships import KNOWN_KINDS, Kind
from recco_tui.core.when import Tense
from recco_tui.ui.dialogs.form import FieldRow, Form, InvalidField
from recco_tui.ui.formatting import content, plain
from recco_tui.ui.widgets.date_field import DateField
from recco_tui.ui.widgets.keys import bind, bind_hidden
from recco_tui.ui.widgets.line_input import LineInput
from recco_tui.ui.widgets.option_row import OptionRow
from recco_tui.ui.widgets.person_field import PersonField, Suggest

_FIRST_KIND = 2
"""f2 to f5 are the four kinds, in their order."""


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
    """One member; their part and mine are hidden until the form shows them."""

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
        """The name as the form says it."""
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


@dataclass(frozen=True, slots=True)
class ProjectEntry:
    """A filled form; `ended_on` None means that it is running."""

    title: str
    kind: ProjectKind
    started_on: date | None
    ended_on: date | None
    about: str
    members: tuple[Joining, ...]


class ProjectForm(Form[ProjectEntry]):
    """Enter goes on, adds the person typed, and saves when no further person is typed."""

    BINDINGS = [
        *(
            bind(
                f"project.kind.{kind.value}",
                f"f{number}",
                "Kind",
                f"Set the last new person's kind to {kind.value}.",
                f"kind('{kind.value}')",
                footer=number == _FIRST_KIND,
                key_display=f"f{_FIRST_KIND}–f5" if number == _FIRST_KIND else None,
            )
            for number, kind in enumerate(KNOWN_KINDS, _FIRST_KIND)
        ),
        bind("project.more", "f6", "More", "Show kind, start, description and roles.", "more"),
        bind_hidden(
            "project.remove",
            "backspace",
            "Remove",
            "Remove the last person from the list.",
            "remove_last",
        ),
    ]

    def __init__(self, today: date, suggest: Suggest, project: Project | None = None) -> None:
        """`suggest` gives the people who fit a text; `project` None adds one."""
        super().__init__(f"Edit {plain(project.title)}" if project else "Add a project")
        known = project or Project(0, "")
        self._title = self.row("title", LineInput(known.title, "the project's name"))
        ended = DateField(today, known.ended_on, empty="still running", tense=Tense.EITHER)
        self._ended = self.row("ended", ended, classes="gap")
        self._members = Vertical(*(_line_of(member) for member in known.members), id="members")
        self.rows.append(self._members)
        who = PersonField(
            suggest,
            self._add,
            self.action_onward,
            "a name; Enter adds, Enter on an empty line saves",
            id="who",
        )
        self._who = self.row("who", who, classes="people")
        self._kind = OptionRow([(kind, kind.value) for kind in ProjectKind], known.kind)
        self._started = DateField(today, known.started_on, empty="not set", tense=Tense.EITHER)
        self._about = LineInput(known.about, "what it was, in one line")
        self.rows.append(
            Vertical(
                FieldRow("kind", self._kind),
                FieldRow("started", self._started),
                FieldRow("about", self._about),
                classes="more",
            )
        )

    @property
    def members(self) -> Sequence[MemberLine]:
        """The people taken so far, in order."""
        return list(self._members.query(MemberLine).results())

    def answer(self) -> ProjectEntry:
        title = self._title.value.strip()
        if not plain(title).strip():
            raise InvalidField("Enter a title.", self._title)
        ended = self.day_of(self._ended)
        started = self._open_day(self._started)
        if ended is not None and started is not None and ended < started:
            raise InvalidField("The end is before the start.", self._ended)
        if self._who.value.strip():
            raise InvalidField(
                "Enter adds this person. Clear the line to leave them out.", self._who
            )
        return ProjectEntry(
            title,
            self._kind.value,
            started,
            ended,
            self._about.value.strip(),
            tuple(member.filled() for member in self.members),
        )

    def typed(self) -> object:
        return (super().typed(), tuple(member.filled() for member in self.members))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        if action == "kind":
            return self._newest() is not None
        if action == "remove_last":
            return self.focused is self._who.line and not self._who.value
        return True

    def action_more(self) -> None:
        """Show the rest, or hide it again."""
        self.toggle_class("-more")
        if not self.has_class("-more") and self.focused is None:
            self.go_to(self._who)

    def action_kind(self, kind: str) -> None:
        newest = self._newest()
        if newest is not None:
            newest.set_kind(Kind(kind))

    def action_remove_last(self) -> None:
        if self.members:
            self._remove(self.members[-1])

    def _add(self, name: str, contact: Contact | None) -> None:
        if contact is None and any(member.has_name(name) for member in self.members):
            self.hint(f"{plain(name)} is already in this project.")
            return
        if contact is None:
            entry = Joining(name, None, Kind.UNKNOWN)
        else:
            entry = Joining(contact.name, contact.id, contact.kind)
        self._members.mount(MemberLine(entry))
        self._changed_members()

    def on_remove_sign_pressed(self, event: RemoveSign.Pressed) -> None:
        self._remove(event.member)
        self.go_to(self._who)

    def _remove(self, member: MemberLine) -> None:
        member.remove()
        self.call_after_refresh(self._changed_members)

    def _changed_members(self) -> None:
        ids = [m.entry.contact_id for m in self.members if m.entry.contact_id is not None]
        self._who.leave_out(ids)
        self.refresh_bindings()

    def _newest(self) -> MemberLine | None:
        """The new person added last, whom the kind keys are about."""
        return next((m for m in reversed(self.members) if m.is_new), None)

    def _open_day(self, field: DateField) -> date | None:
        """The day of a hidden field, which is shown when it cannot be read."""
        try:
            return self.day_of(field)
        except InvalidField:
            self.add_class("-more")
            raise


def _line_of(member: Member) -> MemberLine:
    return MemberLine(
        Joining(
            member.contact_name, member.contact_id, Kind.UNKNOWN, member.their_part, member.my_part
        )
    )
