"""What the insights say: bars with the numbers under them, from values that are already counted."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from recco_tui.core.insights import AskCount, Insights, MonthCount, Spread
from recco_tui.core.missing_kinds import KindStatus, known_by
from recco_tui.core.received import NO_TEXT
from recco_tui.core.situation import Person
from recco_tui.core.storefront import Storefront, say_newest, say_vouched
from recco_tui.core.timeline import Happened
from recco_tui.core.when import MONTHS, count_of
from recco_tui.ui.formatting import cell_len, cut, fit, number
from recco_tui.ui.present.bars import lying, lying_line, shares, standing
from recco_tui.ui.present.spans import BLANK, Line, Span, wrapped

_OFFERED = 3
_KIND_CELLS = 9
_WORD_CELLS = 16
_NUMBER_CELLS = 4


class KindRow(NamedTuple):
    """A line of the upper pane: a kind with its count, or someone who could fill it."""

    kind: KindStatus
    person: Person | None = None


def rows_of(statuses: Sequence[KindStatus]) -> list[KindRow]:
    """Each kind, and below one that is missing up to three who could."""
    rows: list[KindRow] = []
    for status in statuses:
        rows.append(KindRow(status))
        if status.is_missing:
            rows += [KindRow(status, person) for person in status.candidates[:_OFFERED]]
    return rows


def row_line(row: KindRow, width: int) -> Line:
    """A kind with a bar of how far it is, or a person with what you did together."""
    status = row.kind
    if row.person is not None:
        return (
            Span(" " * (_KIND_CELLS + 4)),
            Span(fit(row.person.contact.name, 24)),
            Span(cut(known_by(row.person), max(0, width - _KIND_CELLS - 28)), "ink-muted"),
        )
    there = len(status.recommended_by)
    sign, ink = ("✗ ", "warn") if status.is_missing else ("✓ ", "fresh")
    return (
        Span(fit(status.kind.value, _KIND_CELLS), "ink-key", True),
        Span(sign, ink, True),
        Span(f"{there} of {status.wanted} ".ljust(8), ink),
        Span(cut(_kind_words(status), max(0, width - _KIND_CELLS - 10)), "ink-muted"),
    )


def _kind_words(status: KindStatus) -> str:
    if not status.is_missing:
        return ", ".join(person.contact.name for person in status.recommended_by)
    lacking = status.wanted - len(status.recommended_by)
    lacks = f"{lacking} more wanted" if status.recommended_by else f"no {status.kind.value} yet"
    able = len(status.candidates)
    if not able:
        return f"{lacks}: + adds one, t sets kinds"
    few = min(able, _OFFERED)
    return f"{lacks}: you could ask {few}" + (f" of {number(able)}" if able > few else "")


def heading(words: str, note: str = "") -> Line:
    """The line above a plot."""
    return (Span(words, "pane-focus", True), Span(f"  {note}" if note else "", "ink-muted"))


def month_lines(months: Sequence[MonthCount], width: int) -> list[Line]:
    """Received and given by month, oldest first, as many of the last ones as there is room for."""
    cells, gap = 3, 2
    shown = list(months)[-max(1, (width - 10) // (cells + gap)) :]
    most = max((max(month.received, month.given) for month in shown), default=0)
    names = [MONTHS[month.first.month - 1] for month in shown]
    labels = "".join(fit(name, cells, "center") + " " * gap for name in names)
    lines = [heading("Given and received by month", _per_month(shown))]
    for words, ink, values in (
        ("received", Happened.RECEIVED.meaning, [month.received for month in shown]),
        ("given", Happened.GIVEN.meaning, [month.given for month in shown]),
    ):
        height = 2 if any(values) else 0
        bars = standing(values, most, height, cells, ink, gap)
        for place, line in enumerate(bars):
            named = words if place == len(bars) - 1 else ""
            lines.append((Span(fit(named, 10), ink), *line))
    return [*lines, (Span(" " * 10), Span(labels, "ink-muted"))]


def _per_month(months: Sequence[MonthCount]) -> str:
    received, given = sum(m.received for m in months), sum(m.given for m in months)
    return f"{number(received)} received, {number(given)} given in {len(months)} months"


def spread_lines(spread: Spread, width: int) -> list[Line]:
    """How many people there are by balance; words say what the colours do."""
    values = spread._asdict()
    words: list[Span] = []
    for name, value in values.items():
        words += [Span("━ ", name), Span(f"{name} {number(value)}   ", "ink")]
    bar = shares([(value, name) for name, value in values.items()], min(width, 60))
    return [heading("Balance", "number of contacts"), bar, tuple(words)]


def ask_lines(channels: Sequence[AskCount], total: AskCount, width: int) -> list[Line]:
    """How many asks were answered and became a text, and after how many days; by channel."""
    if not total.sent:
        return [heading("Asks"), *wrapped("None sent yet.", width, "ink-muted")]
    bar = max(4, min(30, width - 52))
    after = f", {_days(total.days)} from ask to text" if total.days is not None else ""
    rate = f"{number(total.sent)} sent, {_percent(total.answered, total.sent)} answered{after}"
    head = f"{'':<{_WORD_CELLS}}{'sent':>5}{'answered':>10}{'texts':>7}{'days':>6}"
    lines = [heading("Asks", rate), (Span(head, "ink-muted"),)]
    for count in channels:
        name = count.via.label if count.via else "not set"
        figures = f"{count.sent:>5}{count.answered:>10}{count.texts:>7}{_short_days(count.days):>6}"
        lines.append(
            (
                Span(fit(name, _WORD_CELLS), "ink-muted"),
                Span(figures + "  "),
                Span(lying(count.answered, count.sent, bar), "owed"),
                Span(f" {_percent(count.answered, count.sent)}", "ink-muted"),
            )
        )
    return lines


def word_lines(
    words: Sequence[tuple[str, int]], texts: int, width: int, without_text: int = 0
) -> list[Line]:
    """The words that most of so many received texts have, with in how many."""
    if not words:
        none = "No texts yet."
        if without_text and not texts:
            none = f"{count_of(without_text, 'recommendation')} received, {NO_TEXT}."
        elif texts:
            none = f"{count_of(texts, 'text')} so far. Words shared by two texts show here."
        return [heading("Words you received"), *wrapped(none, width, "ink-muted")]
    most = max(count for _, count in words)
    numbers = max(_NUMBER_CELLS, len(number(most)))
    bar = max(6, min(40, width - _WORD_CELLS - numbers - 4))
    cells = (_WORD_CELLS, numbers, bar)
    note = f"of {number(texts)} texts"
    lines = [heading("Words you received", note)]
    return [*lines, *(lying_line(word, count, most, cells, "skills") for word, count in words)]


def storefront_lines(front: Storefront, today: date, width: int) -> list[Line]:
    """How fresh the profile is, and who vouches for each position of the last years."""
    lines = [heading("Your profile", say_newest(front, today))]
    for covered in front.positions:
        sign, ink = ("✗ ", "warn") if covered.is_bare else ("✓ ", "fresh")
        vouched = say_vouched(covered)
        title = cut(covered.position.title, max(12, width - 4 - cell_len(vouched)))
        words = cut(vouched, max(0, width - 4 - cell_len(title)))
        lines.append((Span(sign, ink, True), Span(title + "  "), Span(words, "ink-muted")))
    return lines


def counted_lines(known: Insights, width: int) -> list[Line]:
    """What readers see, what was given and received by month, what came of the asks, and how
    balances stand."""
    return [
        *storefront_lines(known.storefront, known.today, width),
        BLANK,
        *month_lines(known.months, width),
        BLANK,
        *ask_lines(known.asks_by_channel, known.asks, width),
        BLANK,
        *spread_lines(known.spread, width),
    ]


def _percent(part: int, whole: int) -> str:
    return f"{round(100 * part / whole)} %" if whole else "–"


def _days(days: float) -> str:
    return f"{days:g} day{'' if days == 1 else 's'}"


def _short_days(days: float | None) -> str:
    return "–" if days is None else f"{days:g}"
