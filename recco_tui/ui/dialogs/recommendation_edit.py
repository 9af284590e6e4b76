"""Putting a recommendation right: its text, its day, where it stands on LinkedIn."""

from dataclasses import dataclass
from datetime import date

from recco_tui.core.models import Direction, Project, Recommendation, Status
from recco_tui.ui.dialogs.form import Form
from recco_tui.ui.formatting import plain
from recco_tui.ui.widgets.date_field import DateField
from recco_tui.ui.widgets.option_row import OptionRow
from recco_tui.ui.widgets.text_box import TextBox

_STATUSES = {
    Direction.RECEIVED: (
        *(Status.VISIBLE, Status.HIDDEN, Status.PENDING),
        *(Status.WITHDRAWN, Status.REPLACED),
    ),
    Direction.GIVEN: (
        *(Status.SENT, Status.VISIBLE, Status.HIDDEN),
        *(Status.WITHDRAWN, Status.REPLACED),
    ),
}


@dataclass(frozen=True, slots=True)
class RecommendationChange:
    """A filled form; the text may be empty: it is not here yet."""

    text: str
    on: date
    status: Status
    change_asked: bool
    project_id: int | None


class RecommendationEdit(Form[RecommendationChange]):
    """One that is withdrawn or replaced counts no longer; a hidden one does."""

    def __init__(
        self, name: str, known: Recommendation, today: date, projects: tuple[Project, ...] = ()
    ) -> None:
        """`projects` are those that it can be about."""
        way = "from" if known.direction is Direction.RECEIVED else "for"
        super().__init__(f"Recommendation {way} {plain(name)}")
        self._text = TextBox(known.text, placeholder="no text yet: paste it here")
        self.rows.append(self._text)
        self._on = self.row("when", DateField(today, known.on))
        offered = dict.fromkeys((*_STATUSES[known.direction], known.status))
        options = [(status, self._word(status, known.direction)) for status in offered]
        self._status = self.row("status", OptionRow(options, known.status, most_lines=3))
        asked = [(False, "no"), (True, "asked for, not made yet")]
        self._asked = self.row("change", OptionRow(asked, known.change_asked_on is not None))
        titles = [(project.id, project.title) for project in projects]
        self._project = OptionRow[int | None]([(None, "none"), *titles], known.project_id)
        if titles:
            self.row("project", self._project)

    @staticmethod
    def _word(status: Status, direction: Direction) -> str:
        words = status.of_received if direction is Direction.RECEIVED else status.of_given
        return words or status.value

    def answer(self) -> RecommendationChange:
        return RecommendationChange(
            self._text.value.strip(),
            self.past_day_of(self._on),
            self._status.value,
            self._asked.value,
            self._project.value,
        )
