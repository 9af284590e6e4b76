"""Adding a recommendation by hand: paste the text, say which way it went and when."""

from dataclasses import dataclass
from datetime import date

from recco_tui.core.models import Direction, Status
from recco_tui.ui.dialogs.form import Form, InvalidField
from recco_tui.ui.formatting import plain
from recco_tui.ui.widgets.date_field import DateField
from recco_tui.ui.widgets.keys import bind
from recco_tui.ui.widgets.option_row import OptionRow
from recco_tui.ui.widgets.text_box import TextBox

_STATUSES = {
    Direction.RECEIVED: (Status.VISIBLE, Status.HIDDEN, Status.PENDING),
    Direction.GIVEN: (Status.SENT, Status.VISIBLE, Status.HIDDEN),
}
"""What can be said of one that exists, by direction, the usual one first."""


def _statuses(direction: Direction) -> list[tuple[Status, str]]:
    if direction is Direction.RECEIVED:
        return [(status, status.of_received) for status in _STATUSES[direction]]
    return [(status, status.of_given) for status in _STATUSES[direction]]


@dataclass(frozen=True, slots=True)
class RecommendationEntry:
    """A filled form; `text` is as it was pasted, '' for one received that is not here yet."""

    direction: Direction
    text: str
    on: date
    status: Status


class RecommendationForm(Form[RecommendationEntry]):
    """The text comes first: it is on the clipboard."""

    BINDINGS = [
        bind(
            "text.direction",
            "f2",
            "Given/received",
            "Switch between received and given.",
            "other_direction",
        )
    ]

    def __init__(self, name: str, direction: Direction | None, today: date) -> None:
        """`direction` None starts with received."""
        super().__init__(f"Recommendation: {plain(name)}")
        direction = direction or Direction.RECEIVED
        self._text = TextBox(placeholder="paste the text, or leave it empty for now")
        self.rows.append(self._text)
        ways = [(Direction.RECEIVED, "received from them"), (Direction.GIVEN, "given to them")]
        self._direction = self.row(
            "direction", OptionRow(ways, direction, changed=self._other_statuses)
        )
        self._on = self.row("when", DateField(today, placeholder="today"))
        status = OptionRow(_statuses(direction), _STATUSES[direction][0])
        self._status = self.row("status", status)

    def answer(self) -> RecommendationEntry:
        is_given = self._direction.value is Direction.GIVEN
        if is_given and not plain(self._text.value).strip():
            raise InvalidField("Paste or type the text first.", self._text)
        on = self.past_day_of(self._on)
        return RecommendationEntry(
            self._direction.value, self._text.value.strip(), on, self._status.value
        )

    def action_other_direction(self) -> None:
        self._direction.action_step(1)

    def _other_statuses(self) -> None:
        direction = self._direction.value
        self._status.set_options(_statuses(direction), _STATUSES[direction][0])
