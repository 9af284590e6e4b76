"""The card of a contact whose kind is set, as lines: the facts that show what they are to me."""

from collections.abc import Sequence
from datetime import date

from recco_tui.core.models import COUNTED, BoardRow, Contact, ContactPage, Direction, Recommendation
from recco_tui.core.relationships import Kind
from recco_tui.core.when import short_date
from recco_tui.ui.formatting import age, cell_len, cut, plain
from recco_tui.ui.present.contact import quoted
from recco_tui.ui.present.spans import BLANK, Line, Span, wrapped

EXCERPT = 300
"""Characters of a recommendation that are shown."""
MOST_TOGETHER = 12
"""People named of those who get the same kind together."""


def in_order(rows: Sequence[BoardRow]) -> list[int]:
    """Ids of those of unknown kind: recommenders, then whom I recommended, then the latest."""
    unknown = [row for row in rows if row.kind is Kind.UNKNOWN]
    unknown.sort(
        key=lambda row: (
            not row.received,
            not row.given,
            -(row.last_on.toordinal() if row.last_on else 0),
            row.search,
        )
    )
    return [row.id for row in unknown]


def card_lines(page: ContactPage, today: date, width: int) -> list[Line]:
    """Who this is, what they wrote for me, what I wrote for them, what we did together."""
    contact = page.contact
    work = _work(contact)
    lines: list[Line] = wrapped(work, width) if work else []
    if contact.connected_on:
        when = f"connected {short_date(contact.connected_on, today)}"
        lines.append((Span(when, "ink-muted"),))
    if contact.slug:
        lines.append((Span(cut(f"linkedin.com/in/{contact.slug}", width), "ink-faint"),))
    if contact.kind is not Kind.UNKNOWN:
        lines.append(_now(contact.kind, page))
    counted = [text for text in page.recommendations if text.status in COUNTED]
    for direction, words, ink in (
        (Direction.RECEIVED, "wrote for you", "owe"),
        (Direction.GIVEN, "you wrote", "owed"),
    ):
        for text in [text for text in counted if text.direction is direction][:1]:
            then = "" if _work(text) == work else _work(text)
            lines += [BLANK, *_excerpt(text, words, ink, then, today, width)]
    titles = [project.title for project in page.projects]
    if titles:
        lines += [BLANK, (Span("projects", "ink-muted"),), *wrapped(" · ".join(titles), width)]
    steps = [step for ask in page.asks[:1] for step in ask.steps[-1:]]
    if steps:
        lines += [BLANK, (Span(f"you asked them {_ago(steps[0].on, today)}", "ink-muted"),)]
    for request in page.requests[:1]:
        asked = f"they asked you {_ago(request.asked_on, today)}"
        lines += [BLANK, (Span(asked, "ink-muted"),)]
    return lines or [(Span("Nothing else is known about them.", "ink-muted"),)]


def group_lines(people: Sequence[Contact], width: int) -> list[Line]:
    """Several people who get the same kind together."""
    lines: list[Line] = []
    for contact in people[:MOST_TOGETHER]:
        work = _work(contact)
        name = cut(contact.name, width)
        beside = cut(work, max(0, width - cell_len(name) - 2))
        told = (Span(f"  {beside}", "ink-muted"),) if beside else ()
        lines.append((Span(name, "ink-key", True), *told))
    if (more := len(people) - MOST_TOGETHER) > 0:
        lines.append((Span(f"and {more} more", "ink-muted"),))
    return lines


def _now(kind: Kind, page: ContactPage) -> Line:
    relationship = page.contact.relationship
    how = f" · {relationship.theirs}" if relationship else ""
    return (Span("✓ ", "fresh", True), Span(kind.value, "ink-key", True), Span(how, "ink-muted"))


def _work(of: Contact | Recommendation) -> str:
    """What they are, or were when it was written."""
    return ", ".join(part for part in (plain(of.position), plain(of.company)) if part)


def _excerpt(
    written: Recommendation, words: str, ink: str, work: str, today: date, width: int
) -> list[Line]:
    head = (Span(words, ink), Span(f"  {short_date(written.on, today)}", "ink-muted"))
    then = wrapped(f"then {work}", width, "ink-faint") if work else []
    return [head, *then, *quoted(written.text, EXCERPT, width)]


def _ago(on: date, today: date) -> str:
    words = age(on, today)
    return words if words == "today" or words.startswith("in ") else f"{words} ago"
