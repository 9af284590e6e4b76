"""Noting or correcting one step of an ask: which, when, on which way, and why in that order."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Static

from recco_tui.core.models import AskStep, Channel, Step
from recco_tui.ui.dialogs.form import Form, Row, Wrong
from recco_tui.ui.formatting import content
from recco_tui.ui.widgets.date_field import DateField
from recco_tui.ui.widgets.line import Line
from recco_tui.ui.widgets.one_of import OneOf


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
        Binding("f2", "turn_way", "Way", id="step.via", tooltip="The next way it can have gone")
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
        self._today = today
        self._known = known
        self._question = question
        chosen = known.step if known else steps[0]
        offered = [chosen] if known else list(steps)
        self._step = OneOf([(step, step.label) for step in offered], chosen, most_lines=3)
        self._on = DateField(today, known.on if known else None, placeholder="yesterday, 20 Nov")
        ways: list[tuple[Channel | None, str]] = [(None, "not said")]
        ways += [(channel, channel.label) for channel in Channel]
        self._via = OneOf[Channel | None](ways, known.via if known else None)
        self._because = Line(known.because if known else "", "only where the order is unusual")

    def body(self) -> ComposeResult:
        if self._known:
            yield Row("step", Static(content(self._known.step.label), classes="value"))
        else:
            yield Row("step", self._step)
        yield Row("on", self._on)
        yield Row("via", self._via)
        yield Row("because", self._because)

    def answer(self) -> StepEntry:
        on = self.day_of(self._on) or self._today
        if on > self._today:
            raise Wrong("That day is still to come: a step is noted once it happened.", self._on)
        entry = StepEntry(self._step.value, on, self._via.value, self._because.value.strip())
        if not entry.because and (why := self._question(entry)):
            raise Wrong(why, self._because)
        return entry

    def action_turn_way(self) -> None:
        self._via.action_step(1)
