"""The asks view in lines: the lanes, one ask in its lane, its steps, and what comes next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from recco_tui.core.asks import last_touch
from recco_tui.core.meaning import Meaning
from recco_tui.core.models import Ask, AskState, AskStep, Contact
from recco_tui.core.next_step import NextStep
from recco_tui.core.when import say_day, short_date
from recco_tui.ui.formatting import age, cut, fit
from recco_tui.ui.present.spans import BLANK, Line, Span, wrapped
from recco_tui.ui.present.steps import lies_ahead, next_words

_AGE = 6


@dataclass(frozen=True, slots=True)
class LaneRow:
    """A line: the heading of a lane (ask None) or one ask in it."""

    state: AskState
    count: int
    ask: Ask | None = None
    contact: Contact | None = None
    coming: NextStep | None = None


def lane_line(entry: LaneRow, today: date, width: int) -> Line:
    """A heading with how many there are, or a name, how long it has waited, and what is next."""
    if entry.ask is None or entry.contact is None:
        return (
            Span(entry.state.label, entry.state.meaning, True),
            Span(f"  {entry.count}", "ink-muted"),
        )
    touch = last_touch(entry.ask)
    since = touch.on if touch else entry.ask.steps[-1].on if entry.ask.steps else None
    name = max(10, min(26, width // 2 - 4))
    room = max(0, width - 2 - name - _AGE - 3)
    words, ink = _coming(entry.coming, today)
    return (
        Span("  " + fit(entry.contact.name, name), "ink"),
        Span(fit(age(since, today), _AGE, "right") + "   ", "ink-muted"),
        Span(fit(words, room), ink),
    )


def _coming(coming: NextStep | None, today: date) -> tuple[str, str]:
    if coming is None:
        return "", "ink-muted"
    if lies_ahead(coming, today):
        return f"{next_words(coming)}, {say_day(coming.due, today)}", "ink-muted"
    return next_words(coming), Meaning.FRESH


def date_cells(steps: Iterable[AskStep], today: date) -> int:
    """The width of the days of these steps, with blanks after the longest."""
    return 3 + max((len(short_date(step.on, today)) for step in steps), default=0)


def step_line(step: AskStep, today: date, width: int, dates: int) -> Line:
    """The day in so many cells, what it was, on which way, and the reason that was given."""
    via = f" {step.via.after_verb}" if step.via else ""
    words = cut(step.step.label + via, max(1, width - dates))
    room = width - dates - len(words) - 2
    because = cut(f"  {step.because}", room) if step.because and room > 4 else ""
    return (
        Span(fit(short_date(step.on, today), dates), "ink-muted"),
        Span(words),
        Span(because, "ink-muted"),
    )


def about_lines(entry: LaneRow, project: str, today: date, width: int) -> list[Line]:
    """What comes next and why; the project, what they could mention, and the text."""
    ask, coming = entry.ask, entry.coming
    if ask is None:
        return []
    lines: list[Line] = []
    if coming is not None:
        due = say_day(coming.due, today)
        when = f"  from {due} on" if lies_ahead(coming, today) else "  now"
        lines.append((Span(next_words(coming), "ink-key", True), Span(when, "ink-muted")))
        lines += wrapped(coming.why, width)
    if project or ask.focus:
        lines += [BLANK] if lines else []
        lines += wrapped(project, width, "ink-key") if project else []
        lines += wrapped(f"could mention {ask.focus}", width, "ink-muted") if ask.focus else []
    if reasons := [step for step in ask.steps if step.because]:
        lines.append(BLANK)
        for step in reasons:
            lines += wrapped(f"{step.step.label}: {step.because}", width, "ink-muted")
    if ask.text:
        lines += [BLANK, *wrapped(ask.text, width, "ink-muted")]
    return lines
