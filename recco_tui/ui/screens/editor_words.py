"""What the editor says about a text: the checklist, the sentence at the cursor, the findings."""

from collections.abc import Sequence
from datetime import date

from recco_tui.core.models import ContactPage, Direction, MomentKind
from recco_tui.ui.formatting import cell_len, cut, short_date
from recco_tui.ui.widgets.lines_view import BLANK, Line, Span, worded
from recco_tui.ui.widgets.writing_area import ink_of
from recco_tui.writing.findings import Finding, Severity
from recco_tui.writing.parts import State
from recco_tui.writing.review import Review

SIGN_OF_STATE = {State.SURE: "✓", State.UNSURE: "?", State.ABSENT: "✗"}
SIGN_OF_SEVERITY = {Severity.ERROR: "✗", Severity.WARNING: "!", Severity.HINT: "·"}
_INK_OF_SEVERITY = {Severity.ERROR: "error", Severity.WARNING: "warn", Severity.HINT: "hint"}


def checklist_lines(review: Review, asking: bool, width: int) -> list[Line]:
    """✓ context … on the left, the counts on the right; two lines where one is too narrow."""
    parts: list[Span] = []
    for part, state in review.states.items():
        ink = ink_of(str(part)) if state is not State.ABSENT else "owe"
        parts.append(Span(f"{SIGN_OF_STATE[state]} {part}", ink, state is State.ABSENT))
        parts.append(Span("  "))
    counts = _counts(review, asking)
    used = sum(cell_len(span.text) for span in (*parts, *counts))
    if used <= width:
        return [(*parts, Span(" " * (width - used)), *counts)]
    return [tuple(parts), tuple(counts)]


def _counts(review: Review, asking: bool) -> list[Span]:
    limits = review.limits
    least, most = limits.ask_sentences if asking else limits.sentences
    inside = least <= review.counted <= most
    words = f"words {review.counts.words}"
    if not asking:
        words += f" ({limits.words[0]}–{limits.words[1]})"
    too_long = review.counts.characters > limits.characters
    return [
        Span(f"sentences {review.counted} of {least}–{most}", "fresh" if inside else "owe"),
        Span(f"   {words}", "ink-muted"),
        Span(
            f"   {review.counts.characters}/{limits.characters}", "owe" if too_long else "ink-muted"
        ),
    ]


def sentence_lines(review: Review, offset: int, width: int) -> list[Line]:
    """The sentence at the cursor in words: its parts, what made them, what is doubtful."""
    at = review.sentence_at(offset)
    if at is None:
        return [BLANK]
    judged = review.sentences[at]
    spans = [Span(f"sentence {at + 1}  ", "ink-faint")]
    for tag in judged.tags:
        if tag.state is State.ABSENT and tag.claimed is None:
            continue
        sign = SIGN_OF_STATE[tag.state]
        why = ", ".join(f"“{cue.text}”" for cue in tag.cues[:2])
        if tag.claimed is not None:
            why = "you say so" if tag.claimed else "you say not"
            sign = "✓" if tag.claimed else "✗"
        spans.append(Span(f"{sign} {tag.part} ", ink_of(str(tag.part)), True))
        spans.append(Span(f"{why}   ", "ink-muted"))
    if len(spans) == 1:
        spans.append(Span("no part of its own: f2–f5 say which", "ink-muted"))
    return [_fitting(spans, width)]


def _fitting(spans: Sequence[Span], width: int) -> Line:
    line: list[Span] = []
    room = width
    for span in spans:
        text = cut(span.text, room)
        line.append(span._replace(text=text))
        room -= cell_len(text)
        if room <= 0:
            break
    return tuple(line)


def finding_line(finding: Finding, width: int) -> Line:
    """One finding on one line."""
    ink = _INK_OF_SEVERITY[finding.severity]
    where = f"sentence {finding.sentence}: " if finding.sentence else ""
    suggestion = f"  {finding.suggestion}" if finding.suggestion else ""
    text = cut(f"{where}{finding.message}", width - 2)
    rest = cut(suggestion, max(0, width - 2 - cell_len(text)))
    strong = "ink" if finding.severity is not Severity.HINT else "ink-muted"
    return (
        Span(SIGN_OF_SEVERITY[finding.severity] + " ", ink, True),
        Span(text, strong),
        Span(rest, "ink-muted"),
    )


class Fact:
    """Something at hand that one key inserts: `text` as it goes into the draft."""

    __slots__ = ("label", "meaning", "part", "text")

    def __init__(self, label: str, text: str, part: str, meaning: str) -> None:
        self.label, self.text, self.part, self.meaning = label, text, part, meaning


def facts_of(page: ContactPage, today: date) -> list[Fact]:
    """Notes and projects with this person; each tells which part it would serve."""
    facts = [
        Fact(
            f"{moment.kind.value} {short_date(moment.on, today)}",
            moment.text,
            "impact" if moment.kind is MomentKind.WIN else "skills",
            "fresh" if moment.kind is MomentKind.WIN else "good",
        )
        for moment in page.moments
    ]
    for project in page.projects:
        facts.append(Fact("project", project.title, "context", "context"))
        for member in project.members:
            if member.contact_id == page.contact.id:
                for whose, part in (("they", member.their_part), ("you", member.my_part)):
                    if part:
                        facts.append(Fact(whose, part, "skills", "ink-muted"))
    if page.contact.pitch:
        facts.append(Fact("pitch", page.contact.pitch, "skills", "good"))
    return facts


def fact_line(fact: Fact, width: int) -> Line:
    """One fact on one line."""
    label = cut(fact.label, 12)
    return (
        Span(label + "  ", fact.meaning),
        Span(cut(fact.text, max(1, width - cell_len(label) - 2))),
    )


def wrote_lines(page: ContactPage, width: int) -> list[Line]:
    """What they wrote for me, to answer in kind and not in copy."""
    lines: list[Line] = []
    for one in page.recommendations:
        if one.direction is Direction.RECEIVED:
            lines += [(Span("wrote for you", "owe"),)]
            lines += worded(f"“{' '.join(one.text.split())}”", width, "ink-muted")
    return lines
