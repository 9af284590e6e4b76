"""Noting or correcting one step of an ask: which, when, on which way, and why in that order."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from textual.binding import Binding
from textual.widgets import Static

from recco_tui.core.models import AskStep, Channel, Step
from recco_tui.ui.dialogs.form import Form, InvalidField
from recco_tui.ui.formatting import content
from recco_tui.ui.widgets.date_field import DateField
from recco_tui.ui.widgets.line_input import LineInput
from recco_tui.ui.widgets.option_row import OptionRow


@dataclass(frozen=True, slots=True)
class StepEntry:
    """A filled form; `because` is '' where no reason was needed or given."""

    step: Step
    on: date
    via: Channel | None
    because: str


class StepForm(Form[StepEntry]):
    """Asks for a reason exactly when the rules want one."""

    BINDINGS = [
        Binding("f2", "turn_way", "Channel", id="step.channel", tooltip="Choose the next channel.")
    ]

    def __init__(
        self,
        heading: str,
        today: date,
        steps: Sequence[Step],
        question: Callable[[StepEntry], str | None],
        known: AskStep | None = None,
    ) -> None:
        """`steps` are those to choose from; `known` is the one to correct, which stays what it is.

        `question` says why a step needs a reason, None when it does not; may raise `ReccoError`.
        """
        super().__init__(heading)
        self._question = question
        chosen = known.step if known else steps[0]
        offered = [chosen] if known else list(steps)
        self._step = OptionRow([(step, step.label) for step in offered], chosen, most_lines=3)
        if known:
            self.row("step", Static(content(known.step.label), classes="value"))
        else:
            self.row("step", self._step)
        day = DateField(today, known.on if known else None)
        self._on = self.row("on", day)
        ways: list[tuple[Channel | None, str]] = [(None, "not set")]
        ways += [(channel, channel.label) for channel in Channel]
        self._via = self.row("channel", OptionRow(ways, known.via if known else None))
        because = LineInput(known.because if known else "", "only if the order is unusual")
        self._because = self.row("because", because)

    def answer(self) -> StepEntry:
        on = self.past_day_of(
            self._on, else_wrong="That day is in the future. Log a step once it has happened."
        )
        entry = StepEntry(self._step.value, on, self._via.value, self._because.value.strip())
        if not entry.because and (why := self._question(entry)):
            raise InvalidField(why, self._because)
        return entry

    def action_turn_way(self) -> None:
        self._via.action_step(1)
