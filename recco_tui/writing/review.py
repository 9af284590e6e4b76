"""The review of a text: the one call that the editor, the command line and the ledger make."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from recco_tui.core.models import TextKind
from recco_tui.writing import rules, tagging
from recco_tui.writing.about import About, Limits
from recco_tui.writing.claims import Claims
from recco_tui.writing.evidence import Evidence
from recco_tui.writing.findings import Finding, Severity
from recco_tui.writing.language import is_english
from recco_tui.writing.parts import AnyPart, AskPart, State, Tag
from recco_tui.writing.rules.subject import Subject
from recco_tui.writing.sentences import Sentence, split


@dataclass(frozen=True, slots=True)
class TaggedSentence:
    """A sentence with one tag for every part of its kind of text, in the kind's order."""

    sentence: Sentence
    tags: tuple[Tag, ...]

    @property
    def carried(self) -> tuple[Tag, ...]:
        """The tags of the parts that it carries, by recco's reading or the writer's claim."""
        return tuple(tag for tag in self.tags if tag.state is State.SURE)


@dataclass(frozen=True, slots=True)
class Counts:
    """`sentences` as the limits count them is `Review.counted`."""

    sentences: int
    words: int
    characters: int


@dataclass(frozen=True, slots=True)
class Review:
    """What recco thinks of a text as it is now.

    `states`: for every part of this kind of text, in order: SURE (✓), UNSURE (?), ABSENT (✗).
    `asked`: of the parts that are UNSURE those that no sentence is likely to carry, each with the
    sentence (from 0) that may: missing until the writer says yes, and no reason to refuse the text.
    `counted`: sentences as the limits count them.
    """

    kind: TextKind
    text: str
    sentences: tuple[TaggedSentence, ...]
    counts: Counts
    counted: int
    states: Mapping[AnyPart, State]
    findings: tuple[Finding, ...]
    limits: Limits = field(default_factory=Limits)
    asked: Mapping[AnyPart, int] = field(default_factory=dict)

    @property
    def missing(self) -> tuple[AnyPart, ...]:
        return tuple(
            part
            for part, state in self.states.items()
            if state is State.ABSENT or part in self.asked
        )

    @property
    def errors(self) -> tuple[Finding, ...]:
        """Why it is not ready, empty when it is."""
        return tuple(f for f in self.findings if f.severity is Severity.ERROR)

    @property
    def ready(self) -> bool:
        return bool(self.sentences) and not self.errors

    def sentence_at(self, offset: int) -> int | None:
        """Which sentence (from 0) the cursor is in or just after; None in an empty text."""
        before = [at for at, s in enumerate(self.sentences) if s.sentence.start <= offset]
        return before[-1] if before else (0 if self.sentences else None)


def review(
    text: str,
    kind: TextKind = TextKind.RECOMMENDATION,
    about: About | None = None,
    claims: Claims | None = None,
    limits: Limits | None = None,
    evidence: Evidence | None = None,
) -> Review:
    """Reviews a text. Pure and quick: called at each keystroke.

    `evidence` is what the second reader says of its sentences, as far as that is known yet.
    """
    claims, limits = claims or Claims(), limits or Limits()
    sentences = split(text)
    english = is_english(text)
    own = tagging.tag(sentences, kind, evidence) if english else tagging.untagged(sentences, kind)
    tagged = tuple(
        TaggedSentence(sentence, _with_claims(tags, claims.of(sentence.text)))
        for sentence, tags in zip(sentences, own, strict=True)
    )
    states = _states(kind, [sentence.tags for sentence in tagged], english)
    asked = _asked(states, tagged)
    states.update(dict.fromkeys(asked, State.UNSURE))
    subject = Subject(text, kind, sentences, states, about or About(), limits, asked)
    counts = Counts(len(sentences), subject.word_count, len(text))
    found = rules.findings(subject)
    states = _without_gaps(states, tagged, found)
    return Review(kind, text, tagged, counts, subject.sentence_count, states, found, limits, asked)


def _asked(states: Mapping[AnyPart, State], tagged: Sequence[TaggedSentence]) -> dict[AnyPart, int]:
    texts, tags = [one.sentence.text for one in tagged], [one.tags for one in tagged]
    near = {
        part: tagging.candidate(part, texts, tags)
        for part, state in states.items()
        if state is State.ABSENT
    }
    return {part: at for part, at in near.items() if at is not None}


def _without_gaps(
    states: Mapping[AnyPart, State],
    tagged: Sequence[TaggedSentence],
    findings: Sequence[Finding],
) -> dict[AnyPart, State]:
    """A part is not there yet while every sentence that carries it has a gap to fill in; a greeting
    and thanks are."""
    gaps = {finding.sentence for finding in findings if finding.rule == "placeholder"}
    states = dict(states)
    for index, (part, state) in enumerate(states.items()):
        carrying = {
            number
            for number, judged in enumerate(tagged, 1)
            if judged.tags[index].state is State.SURE
        }
        if part in (AskPart.GREETING, AskPart.THANKS):
            continue
        if state is State.SURE and carrying and carrying <= gaps:
            states[part] = State.UNSURE
    return states


def _states(
    kind: TextKind, tags: Sequence[tuple[Tag, ...]], is_english: bool
) -> dict[AnyPart, State]:
    """The parts' states in the text. Of a text that is not English no part is called missing."""
    states = dict(zip(tagging.PARTS[kind], tagging.states_in_text(kind, tags), strict=True))
    if tags and not is_english:
        missing = [part for part, state in states.items() if state is State.ABSENT]
        states.update(dict.fromkeys(missing, State.UNSURE))
    return states


def _with_claims(tags: tuple[Tag, ...], claimed: Mapping[str, bool]) -> tuple[Tag, ...]:
    """The tags with what the writer says in place of recco's reading."""
    return tuple(_claimed(tag, claimed[tag.part]) if tag.part in claimed else tag for tag in tags)


def _claimed(tag: Tag, carried: bool) -> Tag:
    if carried:
        return replace(tag, state=State.SURE, claimed=True)
    return replace(tag, state=State.ABSENT, cues=(), claimed=False)
