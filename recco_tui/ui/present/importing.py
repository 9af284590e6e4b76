"""What an import says on the screen, as lines: how to get an export, the preview, the result."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from recco_tui.core.address_book import AddedPeople, AddressBook
from recco_tui.core.export import ExportedWork, Ignored
from recco_tui.core.import_plan import Candidate, ImportPlan, PersonQuestion, Tally
from recco_tui.core.labeled import DescribedEnum
from recco_tui.core.models import ProjectKind
from recco_tui.core.ownership import AnotherOwner
from recco_tui.core.when import count_of, short_date
from recco_tui.ui.formatting import NOTHING, cell_len, count, cut, fit, number, number_of, plain
from recco_tui.ui.present.spans import BLANK, Line, Span, bar, wrapped

HOW_TO = (
    "On linkedin.com: your picture, Settings & Privacy, Data privacy, Get a copy of your data",
    "On a computer, check Connections, Recommendations, Invitations, Messages and Profile",
    "The email comes within minutes. Download the .zip within 72 hours; no need to unpack it",
)
OPEN_ABSENCE = "Who left? l marks the missing ones as gone, f keeps them all."
MOST_UNREAD = 6
MOST_NAMED = 5
_LABEL = 12
_NUMBER = 11
_WHOLE = 3
"""Lines for what the line under the cursor has no room for."""


class Sort(DescribedEnum):
    """What a line under the counts is about, in the order shown; the value is its label."""

    keys: str
    """What the keys do on such a line."""

    ABSENT = "gone?", "l they left, f only part of my network"
    WARNING = "note", ""
    WHICH = "who?", "press its letter, or w for all"
    OFFER = "projects", "Space adds the project, p adds all"
    IGNORED = "skipped", ""


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One line under the counts; `index` is its place among those of its sort, `on` its mark."""

    sort: Sort
    index: int
    text: str
    on: bool = False
    after: str = ""
    """What stays where the text is cut."""

    @property
    def words(self) -> str:
        """All of it."""
        return self.text + self.after


def how_to_lines(width: int) -> list[Line]:
    """How to get an export, in three steps."""
    lines: list[Line] = [(Span("How to get your export", "ink-key", True),)]
    for step, text in enumerate(HOW_TO, 1):
        first, *rest = wrapped(text, width, "ink-muted", 3)
        lines += [(Span(f"{step}  ", "ink-faint"), first[1]), *rest]
    return lines


def address_book_words(name: str, book: AddressBook, people: AddedPeople) -> str:
    """What was found in a file that is not an export, and what it is read from."""
    known = f", {count(len(people.known))} of them already there" if people.known else ""
    nameless = f" {number_of(book.nameless, 'row')} without a name." if book.nameless else ""
    unused = f" Not read: {', '.join(book.unused[:MOST_UNREAD])}." if book.unused else ""
    found = number_of(len(people.added) + len(people.known), "contact")
    return (
        f"{name} is not a LinkedIn export. It lists {found}{known}: {book.columns_in_words}."
        f"{unused}{nameless}"
    )


def names_words(names: Sequence[str]) -> str:
    """The first of those who would be added."""
    more = len(names) - MOST_NAMED
    told = [*names[:MOST_NAMED], *([f"{count(more)} more"] if more > 0 else [])]
    return ", ".join(told)


def another_owner_words(error: AnotherOwner) -> str:
    """The refusal, with the way on that a screen has."""
    return (
        f"This export is {error.theirs}'s, and this file is {error.ours}'s. Open another file for"
        " it: recco --db FILE."
    )


def progress_lines(name: str, words: str, done: int, total: int, width: int) -> list[Line]:
    """How far the reading of a file is, in bytes; total 0 when no one knows."""
    how_far = f"{size_words(done)} of {size_words(total)}" if total else ""
    promise = "You see what would change before anything is written."
    return [
        *wrapped(f"Reading {name}", width, "ink-key"),
        BLANK,
        tuple(bar(done, total, min(width, 60))) if total else BLANK,
        (Span(plain(words) + "  ", "ink-muted"), Span(how_far, "ink-faint")),
        BLANK,
        *wrapped(promise, width, "ink-faint"),
    ]


def size_words(size: int | None) -> str:
    """`812 kB`, `3.4 MB`, and `folder` for None."""
    if size is None:
        return "folder"
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} kB"
    return f"{size / 1_000_000:.1f} MB"


def count_lines(plan: ImportPlan, width: int) -> list[Line]:
    """The counts of a preview, aligned; then what they come to."""
    head = "".join(fit(word, _NUMBER, "right") for word in ("new", "changed", "unchanged"))
    lines: list[Line] = [(Span(" " * _LABEL), Span(head, "ink-faint"))]
    lines += [_tally(word, tally) for word, tally in _tallies(plan).items()]
    told = _told(plan)
    return [*lines, BLANK, *wrapped(told, width, "ink-muted")] if told else lines


def _tallies(plan: ImportPlan) -> dict[str, Tally]:
    counts = plan.counts
    return {
        "people": counts.contacts,
        "received": counts.received,
        "given": counts.given,
        "asks": counts.asks,
        "requests": counts.requests,
    }


def _tally(word: str, tally: Tally) -> Line:
    inks = ("fresh", "fading", "ink-muted")
    cells = [
        Span(fit(count(value), _NUMBER, "right"), ink if value else "ink-faint", bool(value))
        for value, ink in zip(tally, inks, strict=True)
    ]
    return (Span(fit(word, _LABEL)), *cells)


def _told(plan: ImportPlan) -> str:
    parts = []
    if plan.changes_nothing and not plan.absence.is_open:
        known = any(map(any, _tallies(plan).values()))
        words = "recco already has everything in this export" if known else "There is no one in it"
        parts.append(f"{words}. Nothing would change.")
    if plan.counts.nameless:
        parts.append(f"{number_of(plan.counts.nameless, 'row')} without a name: skipped.")
    parts += [f"{words}." for words in gone_words(plan)]
    if plan.merges:
        parts.append(f"{number_of(len(plan.merges), 'duplicate')} merged.")
    return " ".join(parts)


def gone_words(plan: ImportPlan) -> list[str]:
    """How many people and texts are marked, without a full stop."""
    words = []
    if plan.gone:
        words.append(f"{number_of(plan.gone, 'connection')} no longer in your network")
    if plan.missing_recommendations:
        texts = number_of(len(plan.missing_recommendations), "recommendation")
        words.append(f"{texts} no longer in the export")
    return [f"{told}: marked as gone, never deleted" for told in words]


def preview_rows(plan: ImportPlan, taken_over: frozenset[int]) -> list[PreviewRow]:
    """Everything to look at or to decide, by sort."""
    absent = plan.absence.sentence(plan.gone)
    rows = [PreviewRow(Sort.ABSENT, 0, absent)] if plan.absence.is_doubtful else []
    warnings = plan.warnings if plan.absence.is_doubtful else plan.remarks
    rows += [PreviewRow(Sort.WARNING, i, text) for i, text in enumerate(warnings)]
    rows += [PreviewRow(Sort.WHICH, i, question.text) for i, question in enumerate(plan.unsure)]
    rows += [
        PreviewRow(Sort.OFFER, i, work.title, i in taken_over, _dates_words(work))
        for i, work in enumerate(plan.offers)
    ]
    rows += [
        PreviewRow(Sort.IGNORED, i, f"{_place(ignored)}  {ignored.why}")
        for i, ignored in enumerate(plan.ignored)
    ]
    return rows


def preview_line(row: PreviewRow, width: int) -> Line:
    """A line of the preview; the first of its sort has the label."""
    label = Span(fit(row.sort.value if row.index == 0 else "", _LABEL - 2), "ink-muted")
    room = max(1, width - _LABEL + 2)
    if row.sort in (Sort.WHICH, Sort.ABSENT):
        return (label, Span("? ", "warn", True), Span(cut(row.text, room - 2)))
    if row.sort is Sort.WARNING:
        return (label, Span("! ", "warn", True), Span(cut(row.text, room - 2)))
    if row.sort is Sort.OFFER:
        sign = Span("✓ ", "fresh", True) if row.on else Span("· ", "ink-faint")
        words = cut(row.text, max(8, room - 2 - len(row.after))) + row.after
        return (label, sign, Span(cut(words, room - 2), "ink" if row.on else "ink-muted"))
    return (label, Span("  "), Span(cut(row.text, room - 2), "ink-muted"))


def rest_lines(text: str, width: int) -> list[Line]:
    """The text of a line again, where the list below so wide a view cuts it."""
    is_cut = cell_len(plain(text)) > width - 4 - _LABEL
    return wrapped(text, width - 2, "ink-muted", 2)[:_WHOLE] if is_cut else []


def _place(ignored: Ignored) -> str:
    """Line 0 stands for the whole file."""
    return f"{ignored.file}:{ignored.line}" if ignored.line else ignored.file


def _dates_words(work: ExportedWork) -> str:
    started = short_month(work.started_on)
    ended = short_month(work.ended_on) if work.ended_on else "today"
    when = f", {started} to {ended}" if work.started_on else ""
    return when + (" (position)" if work.is_position else "")


def short_month(on: date | None) -> str:
    """`3/2021`, in which positions are dated."""
    return f"{on.month}/{on.year}" if on else NOTHING


def project_kind(work: ExportedWork) -> ProjectKind:
    """What an offer becomes."""
    return ProjectKind.POSITION if work.is_position else ProjectKind.PROJECT


def candidate_words(candidate: Candidate) -> str:
    """What tells one namesake from another at best."""
    work = ", ".join(part for part in (candidate.position, candidate.company) if part)
    return work or (f"in/{candidate.slug}" if candidate.slug else candidate.name)


def candidate_facts(candidate: Candidate, today: date) -> str:
    """Why it may or may not be this person, and what else tells namesakes apart."""
    parts = [candidate.why] if candidate.why else []
    if candidate.connected_on:
        parts.append(f"since {short_date(candidate.connected_on, today)}")
    if candidate.slug and (candidate.position or candidate.company):
        parts.append(f"in/{candidate.slug}")
    return " · ".join(parts)


ANSWER_KEYS = "abcdeghmnortvxyz"
"""Keys of those who may be meant, on the screen and in the dialog alike."""
MOST_SHOWN = 4
"""So many answers are shown under the line of a question; the dialog has them all."""


def answer_lines(question: PersonQuestion, today: date, width: int) -> list[Line]:
    """Each answer to a question with its key: who that is, why, and what it will do."""
    lines: list[Line] = []
    shown = question.candidates[:MOST_SHOWN]
    for key, candidate in zip(ANSWER_KEYS, shown, strict=False):
        who = " · ".join(filter(None, (candidate_words(candidate), candidate.does)))
        lines += _answer(key, who, candidate_facts(candidate, today), width)
    if len(question.candidates) > len(shown):
        every = f"choose from all {number(len(question.candidates))} contacts"
        lines += _answer("w", every, "", width)
    return [*lines, *_answer("s", f"someone else · {question.otherwise}", "", width)]


def _answer(key: str, words: str, why: str, width: int) -> list[Line]:
    line = (Span(f"  {key}  ", "ink-key", True), Span(cut(words, max(1, width - 5))))
    return [line, *([(Span("     " + cut(why, max(1, width - 5)), "ink-muted"),)] if why else [])]


def answers_note(question: PersonQuestion) -> str:
    """What each answer will do, said once where several do the same."""
    keys_of: dict[str, list[str]] = {}
    for key, candidate in zip_longest(ANSWER_KEYS, question.candidates):
        if candidate is not None:
            keys_of.setdefault(candidate.does, []).extend(key or ())
    does = [f"{', '.join(keys) or 'the others'}: {what}." for what, keys in keys_of.items()]
    return " ".join([*does, f"s: {question.otherwise}."])


def result_lines(plan: ImportPlan, projects: Sequence[str], unknown: int, width: int) -> list[Line]:
    """What was done, and what it means for the next step."""
    lines: list[Line] = []
    for label, tally in _tallies(plan).items():
        word = f"recommendations {label}" if label in ("received", "given") else label
        if tally.new or tally.updated:
            said = [f"{number(tally.new)} new"] if tally.new else []
            said += [f"{number(tally.updated)} changed"] if tally.updated else []
            lines.append((Span("✓ ", "fresh", True), Span(f"{word}: "), Span(", ".join(said))))
    if projects:
        names = ", ".join(projects)
        lines.append((Span("✓ ", "fresh", True), Span(cut(f"projects: {names}", width - 2))))
    lines += [(Span("✓ ", "fresh", True), Span(words)) for words in gone_words(plan)]
    if not lines:
        is_known = any(map(any, _tallies(plan).values()))
        words = "recco already had all of it" if is_known else "There is no one in it"
        lines.append((Span(f"{words}. Nothing was changed.", "ink-muted"),))
    if plan.unsure:
        left = number_of(len(plan.unsure), "question")
        lines += wrapped(f"{left} left open. The next import asks again.", width, "warn")
    if unknown:
        who = f"{count_of(unknown, 'contact')} in your circle"
        lines += [
            BLANK,
            *wrapped(
                f"{who} without a kind: LinkedIn does not say who is a peer, manager, mentor "
                "or client.",
                width,
                "ink-muted",
            ),
        ]
    return lines
