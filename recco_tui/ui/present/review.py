"""The review in lines: why now and which key, the text to send, the person, and the end."""

from datetime import date

from recco_tui.core.agenda import Action, Alert
from recco_tui.core.cleaning import capitalized
from recco_tui.core.models import COUNTED, ContactPage, Direction, Recommendation
from recco_tui.core.when import count_of, say_day, short_date
from recco_tui.ui.formatting import cut, plain
from recco_tui.ui.present.board import key_name
from recco_tui.ui.present.contact import quoted
from recco_tui.ui.present.spans import BLANK, Line, Span, key_lines, wrapped

EXCERPT = 600
"""Characters of a text that the card shows."""
_WIDE = 66
"""From this width on a date is beside what happened."""
_DATES = 9


def alert_lines(alert: Alert, today: date, width: int) -> list[Line]:
    """What, why now, until when, and the keys that settle it."""
    head = Span(alert.action.label, alert.action.meaning, True)
    due = [f"due {say_day(alert.due, today)}"] if alert.due and alert.due > today else []
    until = [f"until {say_day(alert.until, today)}"] if alert.until else []
    when = " · ".join(due + until)
    lines: list[Line] = [(head, Span(f"   {when}" if when else "", "ink-muted"))]
    lines += wrapped(f"{capitalized(alert.why)}.", width, "ink-key")
    for warning in alert.warnings:
        lines += wrapped(f"! {warning}", width, "warn")
    return [*lines, BLANK, *key_lines(_keys(alert), width, 2)]


def _keys(alert: Alert) -> list[tuple[str, str, str]]:
    word = "add a contact" if alert.key == "+" else alert.action.verb
    keys = [(key_name(alert.key), alert.key, word)]
    if alert.action.may_be_answered:
        keys.append(("v", "v", "they answered"))
    if alert.action is Action.LOOK:
        keys.append(("m", "m", "log what you read"))
    return [*keys, ("z", "z", "tomorrow"), ("x", "x", "dismiss"), ("s", "s", "skip")]


def text_lines(text: str, width: int) -> list[Line]:
    """The text that the key will copy, none when there is none."""
    if not text:
        return []
    quoted = [line for part in text.splitlines() for line in wrapped(part, width - 2)]
    bar = Span("│ ", "ink-faint")
    return [
        BLANK,
        (Span("what you will send", "ink-muted"),),
        *[(bar, *(span for span in line if span.text)) for line in quoted],
    ]


def person_lines(page: ContactPage, today: date, width: int) -> list[Line]:
    """Who this is, what was noted, and the newest text between the two."""
    contact = page.contact
    kind = contact.kind.value if contact.kind.value != "unknown" else ""
    work = [part for part in (kind, plain(contact.position), plain(contact.company)) if part]
    lines: list[Line] = [BLANK]
    if work:
        lines += wrapped(" · ".join(work), width, "ink-muted")
    for project in page.projects[:2]:
        ended = f"ended {short_date(project.ended_on, today)}" if project.ended_on else "running"
        room = max(8, width - len(ended) - 2)
        title = Span(cut(project.title, room), "ink-key", True)
        lines.append((title, Span(f"  {ended}", "ink-muted")))
        for member in project.members:
            if member.contact_id == contact.id and member.their_part:
                lines += wrapped(f"they: {member.their_part}", width, "ink-muted", 2)
    if page.moments:
        lines.append(BLANK)
    for moment in page.moments[:3]:
        when = short_date(moment.on, today)
        lines += _beside(Span(moment.kind.value, moment.kind.meaning), when, moment.text, width)
    return lines + _newest_text(page.recommendations, today, width)


def _beside(word: Span, when: str, text: str, width: int) -> list[Line]:
    """A word and a date with the text beside them, or below them where it is narrow."""
    if width < _WIDE:
        return [(word, Span(f"  {when}", "ink-muted")), *wrapped(text, width, indent=2)]
    left = _DATES + 9
    first, *others = wrapped(text, width - left) or [BLANK]
    gap = Span(" " * (_DATES - len(word.text)))
    date_span = Span(f"{when:<9}", "ink-muted")
    return [(word, gap, date_span, *first[1:]), *[(Span(" " * left), *line[1:]) for line in others]]


def _newest_text(texts: tuple[Recommendation, ...], today: date, width: int) -> list[Line]:
    received = [
        written
        for written in texts
        if written.status in COUNTED and written.direction is Direction.RECEIVED
    ]
    if not received:
        return []
    written = received[0]
    head = (Span("wrote for you", "owe"), Span(f"  {short_date(written.on, today)}", "ink-muted"))
    return [BLANK, head, *quoted(written.text, EXCERPT, width)]


def far_words(gone: int, total: int, *, at_end: bool) -> str:
    """How far the review is: `2 of 6`."""
    if not total:
        return "nothing to review"
    return "through" if at_end else f"{min(gone + 1, total)} of {total}"


def end_lines(any_done: bool, left: int, rest: str, width: int) -> list[Line]:
    """The end of a review: how to take something back, what was skipped, what is left out."""
    lines: list[Line] = []
    keys = [("q", "q", "to the board")]
    if any_done:
        keys.insert(0, ("u", "u", "undo this line"))
    elif not left:
        lines += [*wrapped("Nothing due today.", width, "ink-key"), BLANK]
    if left:
        keys.insert(0, ("b", "b", f"back to {count_of(left, 'skipped alert')}"))
    lines += key_lines(keys, width)
    if rest:
        lines += [
            BLANK,
            *wrapped(f"Not shown today: {rest.removeprefix('and ')}.", width, "ink-muted"),
        ]
    return lines
