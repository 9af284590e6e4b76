"""A coach's class in lines: a draft to read, a student, and all that is known of one."""

from collections.abc import Sequence
from datetime import date

from recco_tui.core.card import card_lines
from recco_tui.core.classroom import SharedDraft, StudentLine
from recco_tui.ui.formatting import age, cut, fit
from recco_tui.ui.present.editor import checklist_lines
from recco_tui.ui.present.spans import BLANK, Line, Span, wrapped
from recco_tui.writing.review import Review

NAME_CELLS = 20
HOMEWORK_CELLS = 22
_COUNT_CELLS = 6
_STUCK_CELLS = 7
_CARD_CELLS = 12


def waiting_line(draft: SharedDraft, today: date, width: int) -> Line:
    """Who sent it, what it is, how long it waits."""
    name = fit(draft.student, min(NAME_CELLS, max(8, width // 3)))
    when = fit(age(draft.sent_at.astimezone().date(), today), 9, "right")
    commented = "✎ " if draft.reviews else "  "
    room = max(0, width - len(name) - 9 - 4)
    return (
        Span(commented, "ink-key"),
        Span(name, "ink"),
        Span(" " + fit(draft.text.heading, room), "ink-muted"),
        Span(when + " ", "ink-muted"),
    )


def student_heads(width: int) -> Line:
    """The names of the columns of `student_row`."""
    name, homework, card = _columns(width)
    counts = "".join(fit(word, _COUNT_CELLS, "right") for word in ("Asked", "Recvd", "Given"))
    stuck = fit("Stuck", _STUCK_CELLS, "right")
    right = (fit("Card", card, "right") if card else "") + " "
    return (
        Span(fit("Name", name) + fit(" Homework", homework) + counts + stuck + right, "ink-muted"),
    )


def student_row(line: StudentLine, today: date, width: int) -> Line:
    """Name and homework; asked, received and given; how long an ask has not moved; the card."""
    name, homework, card = _columns(width)
    counts = (line.card.asked, line.card.received, line.card.given)
    stuck_ink = "fading" if line.stuck_since else "ink-faint"
    ink = "fresh" if line.wanted and not line.due else "owe" if line.missed else "ink-muted"
    return (
        Span(fit(line.name, name), "ink"),
        Span(fit(" " + line.homework_words(today), homework), ink),
        Span("".join(fit(str(count), _COUNT_CELLS, "right") for count in counts), "ink"),
        Span(fit(age(line.stuck_since, today), _STUCK_CELLS, "right"), stuck_ink),
        Span((fit(_sent(line, today), card, "right") if card else "") + " ", "ink-muted"),
    )


def _columns(width: int) -> tuple[int, int, int]:
    """The cells of name, homework and card; 0 for the card where there is no room for it."""
    room = width - 3 * _COUNT_CELLS - _STUCK_CELLS - 1
    card = _CARD_CELLS if room >= NAME_CELLS + HOMEWORK_CELLS + _CARD_CELLS else 0
    room = max(8, room - card)
    name = min(NAME_CELLS, max(8, room // 3, room - HOMEWORK_CELLS))
    return name, room - name, card


def _sent(line: StudentLine, today: date) -> str:
    """When the latest card came."""
    if line.student.card:
        return f"card {age(line.card.day, today)}"
    return "no card" if line.student.member.joined_at else "invited"


def draft_lines(draft: SharedDraft, review: Review, width: int) -> list[Line]:
    """The text by its sentences, what the check says of it, and what coaches said."""
    lines = [*checklist_lines(review, width), BLANK]
    for number, judged in enumerate(review.sentences, 1):
        first, *rest = wrapped(judged.sentence.text, max(8, width - 3))
        lines.append((Span(f"{number}  ", "ink-key", True), *first))
        lines += [(Span("   "), *line) for line in rest]
    if review.findings:
        lines.append(BLANK)
    for finding in review.findings:
        place = f"sentence {finding.sentence}: " if finding.sentence else ""
        first, *rest = wrapped(place + finding.message, max(8, width - 2))
        lines.append((Span(f"{finding.severity.sign} ", finding.severity.meaning, True), *first))
        lines += [(Span("  "), *line) for line in rest]
    return [*lines, *_said(draft, width)]


def _said(draft: SharedDraft, width: int) -> list[Line]:
    lines: list[Line] = [BLANK] if draft.reviews else []
    for review in draft.reviews:
        lines += wrapped(f"{review.coach}: {review.says()}", width, review.verdict.meaning)
    return lines


def student_lines_of(line: StudentLine, drafts: Sequence[SharedDraft], width: int) -> list[Line]:
    """The latest card, and what became of each text."""
    if line.student.card is None:
        joined = line.student.member.joined_at
        return wrapped(
            "Joined. No card yet." if joined else "Invited. Not joined yet.", width, "ink-muted"
        )
    lines: list[Line] = []
    for words in card_lines(line.card)[1:-2]:
        lines += wrapped(words, width) if words else [BLANK]
    lines += [BLANK] if drafts else []
    for draft in drafts:
        state = "to read" if draft.waits else draft.reviews[-1].verdict.label
        lines.append((Span(cut(f"{draft.text.heading}: ", width)), Span(state, "ink-muted")))
    return lines


def comment_lines(comments: Sequence[str], width: int) -> list[Line]:
    """What coaches said of the student's own text, beside it."""
    lines: list[Line] = [(Span("your coach", "owe"),)] if comments else []
    for comment in comments:
        lines += wrapped(comment, width)
    return [*lines, BLANK] if lines else []
