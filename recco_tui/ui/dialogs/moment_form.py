"""Noting a moment while it happens: a win of theirs, or praise from them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from recco_tui.core.models import Moment, MomentKind, Project
from recco_tui.ui.dialogs.form import Form, InvalidField
from recco_tui.ui.formatting import plain
from recco_tui.ui.widgets.date_field import DateField
from recco_tui.ui.widgets.keys import bind
from recco_tui.ui.widgets.line_input import LineInput
from recco_tui.ui.widgets.option_row import OptionRow


@dataclass(frozen=True, slots=True)
class MomentEntry:
    """A filled form; `text` is one line, never empty."""

    kind: MomentKind
    text: str
    on: date
    project_id: int | None


class MomentForm(Form[MomentEntry]):
    """The line comes first: what happened is on the mind, the rest has a good default."""

    BINDINGS = [
        bind("moment.kind", "f2", "Other type", "Switch the type.", "other_kind"),
    ]

    def __init__(
        self,
        name: str,
        today: date,
        projects: Sequence[Project] = (),
        known: Moment | None = None,
        kind: MomentKind = MomentKind.WIN,
    ) -> None:
        """`projects` are those to tie it to, the likeliest first; `known` is one to be edited, else
        it begins as that `kind`."""
        super().__init__(f"Moment with {plain(name)}")
        text, kind, on, project = (
            (known.text, known.kind, known.on, known.project_id)
            if known
            else ("", kind, None, None)
        )
        self._text = self.row("what", LineInput(text, "what happened, in one line"))
        kinds = [(moment_kind, moment_kind.label) for moment_kind in MomentKind]
        self._kind = self.row("type", OptionRow(kinds, kind))
        self._on = self.row("when", DateField(today, on, placeholder="today"))
        titles = [(project.id, project.title) for project in projects]
        self._project = OptionRow[int | None]([(None, "none"), *titles], project)
        if titles:
            self.row("project", self._project)

    def answer(self) -> MomentEntry:
        text = self._text.value.strip()
        if not text:
            raise InvalidField("Write in one line what happened.", self._text)
        on = self.past_day_of(
            self._on, else_wrong="That day is in the future. Log it once it has happened."
        )
        return MomentEntry(self._kind.value, text, on, self._project.value)

    def action_other_kind(self) -> None:
        self._kind.action_step(1)
