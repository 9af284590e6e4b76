"""What the editor says about a text: the checklist, the sentence at the cursor, the findings."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from recco_tui.core.meaning import Meaning
from recco_tui.core.models import ContactPage, Direction, MomentKind, TextKind
from recco_tui.core.names import first_name_of
from recco_tui.core.when import short_date
from recco_tui.ui.formatting import cell_len, cut
from recco_tui.ui.present.contact import quoted
from recco_tui.ui.present.spans import BLANK, Line, Span, flowing, wrapped
from recco_tui.writing.about import Limits
from recco_tui.writing.findings import Finding, Severity
from recco_tui.writing.parts import State
from recco_tui.writing.prompts.facts import phrase
from recco_tui.writing.review import Review

MARK = "┊"
"""Drawn in the place of the blank up to which readers see the text."""


def checklist_lines(review: Review, width: int, *, letters: bool = False) -> list[Line]:
    """✓ context … on the left, the counts on the right; below them where one line is too narrow.

    With `letters`, each part shows the letter that stands for it in the gutter: `✓ context (c)`.
    """
    parts: list[Line] = []
    for part, state in review.states.items():
        ink = part.meaning if state is not State.ABSENT else Meaning.OWE
        letter = (Span(f" ({part.letter})", ink, True),) if letters else ()
        parts.append((Span(f"{state.sign} {part.value}", ink), *letter))
    lines = flowing(parts, width, 2)
    counts = flowing([(count,) for count in _counts(review)], width, 3)
    if len(lines) == len(counts) == 1:
        blank = width - sum(cell_len(span.text) for line in (*lines, *counts) for span in line)
        if blank >= 2:
            return [(*lines[0], Span(" " * blank), *counts[0])]
    return [*lines, *counts]


def _counts(review: Review) -> list[Span]:
    limits, counts = review.limits, review.counts
    asking = review.kind is TextKind.ASK
    least, most = limits.sentences_of(review.kind)
    inside = least <= review.counted <= most
    spans = [Span(f"sentences {review.counted} of {least}–{most}", "fresh" if inside else "owe")]
    if asking:
        spans.append(Span(f"words {counts.words}", "ink-muted"))
    else:
        few, many = limits.words
        reached = few <= counts.words <= many
        spans.append(
            Span(f"words {counts.words} ({few}–{many})", "fresh" if reached else "ink-muted")
        )
    too_long = counts.characters > limits.characters
    sign = "✗ " if too_long else ""
    characters = f"{sign}{counts.characters}/{limits.characters}"
    return [*spans, Span(characters, "owe" if too_long else "ink-muted")]


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
        sign = tag.state.sign
        why = ", ".join(f"“{cue.text}”" for cue in tag.cues[:2])
        if tag.claimed is not None:
            why = f"your choice, {why}" if why else "your choice"
            sign = "✓" if tag.claimed else "✗"
        spans.append(Span(f"{sign} {tag.part} ", tag.part.meaning, True))
        spans.append(Span(f"{why}   ", "ink-muted"))
    if len(spans) == 1:
        how = "" if review.kind is TextKind.ASK else ": f2–f5 set one"
        spans.append(Span(f"no part yet{how}", "ink-muted"))
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


_LIST_LEFT = 4
"""Cells that the list and the sign take before a finding's words."""


def finding_line(finding: Finding, width: int) -> Line:
    """One finding on one line."""
    ink = finding.severity.meaning
    suggestion = f"  {finding.suggestion}" if finding.suggestion else ""
    text = cut(_sentence(finding), width - 2)
    rest = cut(suggestion, max(0, width - 2 - cell_len(text)))
    strong = "ink" if finding.severity is not Severity.HINT else "ink-muted"
    return (
        Span(finding.severity.sign + " ", ink, True),
        Span(text, strong),
        Span(rest, "ink-muted"),
    )


def _sentence(finding: Finding) -> str:
    where = f"sentence {finding.sentence}: " if finding.sentence else ""
    return where + finding.message


@dataclass(frozen=True, slots=True)
class Fact:
    """A note or a project that one key inserts: `text` as it was noted.

    `part` is the part it would serve, `who` did it ("" where the words are no deed).
    """

    label: str
    text: str
    part: str
    meaning: str
    who: str = ""

    def put(self, *, sentence: bool) -> str:
        """The words to insert: a whole sentence at the beginning of one, where it is a deed."""
        words = phrase(self.text)
        if sentence and self.who and words[:1].islower():
            return f"{self.who} {words}."
        return words


def finding_details(finding: Finding | None, note: Fact | None, width: int) -> list[Line]:
    """What one line in the list does not hold of the chosen finding, and the note that helps."""
    if finding is None:
        return []
    words = "  ".join(part for part in (_sentence(finding), finding.suggestion or "") if part)
    cut_off = cell_len(words) > width - _LIST_LEFT
    lines = wrapped(words, width, "ink-muted")[:3] if cut_off else []
    if note is not None:
        key, insert = Span(" ctrl+o ", "ink-key", True, "cap", "ctrl+o"), Span(" inserts it")
        label = Span(f"your {note.label}: ", "ink-muted")
        room = max(8, width - cell_len(label.text) - cell_len(key.text) - cell_len(insert.text))
        lines.append((label, Span(cut(note.text, room - 2) + "  "), key, insert))
    return lines


def facts_of(page: ContactPage, today: date, *, to_them: bool = False) -> list[Fact]:
    """Notes and projects with this person; each tells which part it would serve.

    `to_them`: the text speaks to the person, not of them.
    """
    name = "You" if to_them else first_name_of(page.contact.name)
    facts = [
        Fact(
            f"{moment.kind.value} {short_date(moment.on, today)}",
            moment.text,
            "impact" if moment.kind is MomentKind.WIN else "skills",
            moment.kind.meaning,
            name if moment.kind is MomentKind.WIN else "",
        )
        for moment in page.moments
        if moment.kind.is_ours
    ]
    for project in page.projects:
        facts.append(Fact("project", project.title, "context", "context"))
        for member in project.members:
            if member.contact_id == page.contact.id:
                for label, who, part in (
                    ("they", name, member.their_part),
                    ("you", "I", member.my_part),
                ):
                    if part:
                        facts.append(Fact(label, part, "skills", "ink-muted", who))
    if page.contact.pitch:
        facts.append(Fact("pitch", page.contact.pitch, "skills", "good"))
    return facts


def fact_line(fact: Fact, width: int) -> Line:
    """One fact on one line."""
    label = cut(fact.label, width)
    return (
        Span(label + "  ", fact.meaning),
        Span(cut(fact.text, max(1, width - cell_len(label) - 2))),
    )


@dataclass(frozen=True, slots=True)
class AnswerSentence:
    """A sentence of an assistant; `doubts` are its words that are in no note and in no draft."""

    text: str
    doubts: tuple[str, ...] = ()


def answer_line(sentence: AnswerSentence, width: int) -> Line:
    """One sentence of the answer on one line."""
    severity = Severity.ERROR
    sign = Span(f"{severity.sign} " if sentence.doubts else "  ", severity.meaning, True)
    return (sign, Span(cut(sentence.text, max(1, width - 2))))


def answer_details(sentence: AnswerSentence | None, width: int) -> list[Line]:
    """All of the sentence, what in it is to be confirmed, and the keys that take it; while an
    answer is waited for there is no sentence, and one key."""
    if sentence is None:
        return [_keys((" esc ", "stop", "escape"))]
    keys = ((" ⏎ ", "take", "enter"), (" a ", "all", "a"), (" esc ", "drop", "escape"))
    lines = [_keys(*keys), BLANK, *wrapped(sentence.text, width)]
    if sentence.doubts:
        words = ", ".join(f"“{words}”" for words in sentence.doubts)
        lines += [BLANK, *wrapped(f"Not in your notes: {words}", width, Severity.ERROR.meaning)]
    return lines


def _keys(*keys: tuple[str, str, str]) -> Line:
    """Keys with what each does: how it is drawn, the words, its name."""
    spans: list[Span] = []
    for drawn, does, name in keys:
        spans += [Span(drawn, "ink-key", True, "cap", name), Span(f" {does}  ", "ink-muted")]
    return tuple(spans)


def received_lines(page: ContactPage, width: int) -> list[Line]:
    """What they wrote for me, to answer in kind and not in copy."""
    lines: list[Line] = []
    for text in page.recommendations:
        if text.direction is Direction.RECEIVED:
            lines += [(Span("wrote for you", "owe"),)]
            lines += quoted(text.text, None, width, "ink-muted")
    return lines


def saved_words(saved: str, kind: TextKind, limits: Limits, length: int) -> str:
    """The border's subtitle: the legend of the marks once there are any, and when it was saved."""
    marks = [str(mark) for mark in limits.marks if mark < length]
    if kind is TextKind.ASK or not marks:
        return saved
    return f"{MARK} “see more” after {', then '.join(marks)} characters · {saved}"


def unsaved_words(reason: str) -> str:
    """The same while the file does not take it: why, in few words."""
    return f"not saved yet ({reason}); trying again"


def about_lines(
    channel: str, subject: str | None, project: str, focus: str, width: int
) -> list[Line]:
    """What an ask is made of besides its text, with the keys that change it."""
    spans = [
        Span("f2 ", "ink-key", True, key="f2"),
        Span(channel, "ink", key="f2"),
        Span("   f3 ", "ink-key", True, key="f3"),
        Span("about ", "ink-muted", key="f3"),
        Span(project or "–", "ink" if project else "owe", key="f3"),
    ]
    mention = [
        Span("f4 ", "ink-key", True, key="f4"),
        Span("could mention ", "ink-muted", key="f4"),
        Span(focus or "–", "ink" if focus else "owe", key="f4"),
    ]
    room = width - sum(cell_len(span.text) for span in (*spans, *mention)) - 3
    lines = [_fitting([*spans, Span("   "), *mention], width)]
    if room < 0:
        lines = [_fitting(spans, width), _fitting(mention, width)]
    if subject is not None:
        lines.append(_fitting([Span("subject ", "ink-muted"), Span(subject)], width))
    return lines
