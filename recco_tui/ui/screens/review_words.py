"""The card of the review as lines: why now and which key, then the person and their text."""

from collections.abc import Sequence
from datetime import date

from recco_tui.core.agenda import Alert
from recco_tui.core.models import COUNTED, ContactPage, Direction, MomentKind
from recco_tui.core.when import say_day
from recco_tui.ui.formatting import plain, short_date
from recco_tui.ui.screens.board_words import ACTION_MEANING
from recco_tui.ui.theme import Meaning
from recco_tui.ui.widgets.lines_view import BLANK, Line, Span, key_lines, worded

_KEY_WORDS = {
    "write": "write it",
    "deliver": "write it",
    "ask": "ask",
    "check-lead": "checked with the lead",
    "second-channel": "write again",
    "request": "send the request",
    "nudge": "nudge",
    "let-go": "let go",
    "thank": "say thanks",
    "answer": "answer",
    "coverage": "ask somebody",
    "goal": "go on",
}
EXCERPT = 600
"""Characters of a text that the card shows."""


def alert_lines(alert: Alert, today: date, width: int) -> list[Line]:
    """What, why now, until when, and the keys that settle it."""
    meaning = ACTION_MEANING.get(alert.action, Meaning.HINT)
    lines: list[Line] = [(Span(alert.action.value.replace("-", " "), meaning, True),)]
    lines += worded(alert.why, width)
    due = [f"due {say_day(alert.due, today)}"] if alert.due and alert.due > today else []
    until = [f"until {say_day(alert.until, today)}"] if alert.until else []
    if due or until:
        lines.append((Span(" · ".join(due + until), "ink-muted"),))
    for warning in alert.warnings:
        lines += worded(f"! {warning}", width, "warn")
    keys = [(alert.key, alert.key, _KEY_WORDS[alert.action.value])] if alert.contact_id else []
    keys += [("z", "z", "tomorrow"), ("x", "x", "dismiss"), ("s", "s", "skip")]
    return [*lines, BLANK, *key_lines(keys, width)]


def person_lines(page: ContactPage, today: date, width: int) -> list[Line]:
    """Who this is, what was noted, and the newest text between the two."""
    contact = page.contact
    work = ", ".join(part for part in (plain(contact.position), plain(contact.company)) if part)
    lines: list[Line] = [BLANK]
    if work:
        lines += worded(work, width, "ink-muted")
    for project in page.projects[:2]:
        ended = f"ended {short_date(project.ended_on, today)}" if project.ended_on else "running"
        lines.append((Span(project.title, "ink-key", True), Span(f"  {ended}", "ink-muted")))
    for moment in page.moments[:3]:
        meaning = "fresh" if moment.kind is MomentKind.WIN else "good"
        lines.append((Span(moment.kind.value, meaning), Span(f"  {short_date(moment.on, today)}")))
        lines += worded(moment.text, width, indent=2)
    received = [
        r for r in page.recommendations if r.status in COUNTED and r.direction is Direction.RECEIVED
    ]
    for one in received[:1]:
        lines += [BLANK, (Span(f"wrote for you  {short_date(one.on, today)}", "owe"),)]
        text = " ".join(one.text.split())
        cut = text if len(text) <= EXCERPT else text[:EXCERPT].rsplit(" ", 1)[0] + " …"
        lines += worded(f"“{cut}”", width)
    return lines


def done_lines(done: Sequence[str], left: int, more: str, width: int) -> list[Line]:
    """The end of a review: what was done, what was skipped, what is held back."""
    lines: list[Line] = []
    if not done and not left:
        lines += worded("Nothing presses today.", width)
    for label in done:
        lines += worded(f"✓ {label}", width)
    if done:
        keys = [("u", "u", "takes the last one back"), ("q", "q", "to the board")]
        lines += [BLANK, *key_lines(keys, width)]
    if left:
        lines += [BLANK, *worded(f"{left} skipped: b goes back to them.", width, "ink-muted")]
    if more:
        lines += [BLANK, *worded(more, width, "ink-muted")]
    return lines
