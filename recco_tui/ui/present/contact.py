"""What the contact pane says of a person, as lines of spans: plain values, drawn by the pane.

Under the facts the timeline.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from recco_tui.core.fields import by_hand
from recco_tui.core.models import BoardRow, Contact, ContactPage, Member
from recco_tui.core.received import NO_TEXT
from recco_tui.core.relationships import Kind
from recco_tui.core.timeline import TimelineEntry, timeline
from recco_tui.core.when import short_date
from recco_tui.ui.formatting import cell_len, count, cut, fit, plain, wrap
from recco_tui.ui.present.board import facts_of
from recco_tui.ui.present.spans import BLANK, Line, Span, flowing, wrapped

_DATES = 8
_STACKED = 30
"""Below this width the words of an entry are under its date, not beside it."""


class EntryLines(NamedTuple):
    """An entry of the timeline, and which lines it takes: the first, and the one after the last."""

    entry: TimelineEntry
    start: int
    end: int


class ContactLines(NamedTuple):
    """All lines about a person, and which of them are entries of the timeline, in order."""

    lines: list[Line]
    entries: list[EntryLines]


def contact_lines(
    page: ContactPage, row: BoardRow | None, today: date, width: int, text_lines: int | None
) -> ContactLines:
    """What is known of a person, each line at most `width` cells.

    `text_lines` is how many lines of a long text are shown, None for all of it.
    """
    lines = list(_facts(page.contact, width))
    if row is not None:
        lines += [BLANK, *_side_by_side(_summary(row, today), width)]
    for words in page.cautions:
        lines += _hanging(Span("! ", "warn", True), wrap(words, max(1, width - 2)), 2)
    projects = list(_projects(page, today, width))
    if projects:
        lines += [BLANK, *projects]
    for text in _texts(page.contact, width):
        lines += [BLANK, *text]
    entries = timeline(page)
    placed: list[EntryLines] = []
    year = today.year
    if entries:
        lines.append(BLANK)
    for entry in entries:
        if entry.on.year != year:
            year = entry.on.year
            lines.append((Span(str(year), "ink-faint"),))
        start = len(lines)
        lines += _entry(entry, width, text_lines)
        placed.append(EntryLines(entry, start, len(lines)))
    return ContactLines(lines, placed)


def _facts(contact: Contact, width: int) -> Iterator[Line]:
    kind = "kind not set" if contact.kind is Kind.UNKNOWN else contact.kind.value
    words = [Span(kind, "hint" if contact.kind is Kind.UNKNOWN else "ink")]
    if contact.relationship is not None:
        words.append(Span("· " + contact.relationship.theirs, "ink-muted"))
    yield from _side_by_side(words, width)
    work = ", ".join(part for part in (plain(contact.position), plain(contact.company)) if part)
    for text in wrap(work, width) if work else ():
        yield (Span(text, "ink-muted"),)
    for name, field in by_hand(Contact).items():
        if field.is_line and not (field.is_who or field.is_quiet) and getattr(contact, name):
            yield from _worded(field.short, getattr(contact, name), width)
    state = [
        Span(words, "warn")
        for words, said in (
            ("archived", contact.archived_on),
            ("not in the last export", contact.missing_since),
        )
        if said
    ]
    if contact.pinned_on:
        state.insert(0, Span("◆ pinned", "ink-muted"))
    yield from _side_by_side(state, width)


def _texts(contact: Contact, width: int) -> Iterator[Iterator[Line]]:
    """The texts of several lines, each in its own lines."""
    for name, field in by_hand(Contact).items():
        text: str = getattr(contact, name)
        if not field.is_line and text.strip():
            yield _worded(field.short, text, width)


def _summary(row: BoardRow, today: date) -> list[Span]:
    facts = facts_of(row, today)
    spans = [
        Span(f"given {count(row.given)} ", "ink-muted"),
        Span(f"received {count(row.received)} ", "ink-muted"),
        Span(f"{facts.balance} ", facts.balance_meaning, True),
    ]
    asked = f"{facts.ask} {facts.ask_age}".rstrip()
    return [*spans, Span(asked, facts.ask_meaning)] if row.ask else spans


def _projects(page: ContactPage, today: date, width: int) -> Iterator[Line]:
    for project in page.projects:
        ended = project.ended_on
        when = "running" if ended is None else f"ended {short_date(ended, today)}"
        room = width - cell_len(when) - 2
        if room >= 10:
            title = cut(project.title, room)
            yield (Span(title, "ink-key", True), Span("  " + when, "ink-muted"))
        else:
            yield (Span(cut(project.title, width), "ink-key", True),)
            yield (Span(cut(when, width), "ink-muted"),)
        for member in project.members:
            if member.contact_id == page.contact.id:
                yield from _parts(member, width)


def _parts(member: Member, width: int) -> Iterator[Line]:
    for whose, text in (("they: ", member.their_part), ("you: ", member.my_part)):
        if text.strip():
            yield from _hanging(Span(whose, "ink-faint"), wrap(text, width - 6), 6)


def _worded(heading: str, text: str, width: int) -> Iterator[Line]:
    indent = max(7, cell_len(heading) + 1)
    yield from _hanging(Span(fit(heading, indent), "ink-faint"), wrap(text, width - indent), indent)


def _entry(entry: TimelineEntry, width: int, text_lines: int | None) -> Iterator[Line]:
    when = Span(fit(short_date(entry.on, entry.on), _DATES), "ink-muted")
    word = Span(cut(entry.words, max(1, width - _DATES)), entry.happened.meaning)
    stacked = width < _STACKED
    indent = 2 if stacked else _DATES
    taken = 0 if stacked else cell_len(word.text) + 2
    texts = _limited(entry.text, width - indent, taken, text_lines)
    if stacked:
        yield (when, word)
    else:
        first = (Span("  " + texts[0]),) if texts and texts[0] else ()
        yield (when, word, *first)
        texts = texts[1:]
    for text in texts:
        yield (Span(" " * indent), Span(text))


def _limited(text: str, width: int, taken: int, most: int | None) -> list[str]:
    """The text in lines, the first `taken` cells shorter; the last one kept ends in an ellipsis."""
    if not text.strip():
        return []
    beside = width - taken >= 8
    lines = wrap(text, width, taken) if beside else ["", *wrap(text, width)]
    if most is not None and len(lines) > most:
        lines = lines[:most]
        lines[-1] = cut(lines[-1] + " …", width)
    return lines


def _side_by_side(spans: Iterable[Span], width: int) -> list[Line]:
    return flowing([(span._replace(text=cut(span.text, width)),) for span in spans], width)


def _hanging(first: Span, texts: list[str], indent: int) -> Iterator[Line]:
    for index, text in enumerate(texts):
        yield (first if index == 0 else Span(" " * indent), Span(text))


def quoted(text: str, most: int | None, width: int, ink: str = "ink") -> list[Line]:
    """A recommendation's text, or its first `most` characters in whole words; that it is not here
    yet when it is empty."""
    words = " ".join(text.split())
    if most is not None and len(words) > most:
        words = words[:most].rsplit(" ", 1)[0] + " …"
    return wrapped(f"“{words}”" if words else NO_TEXT, width, ink)
