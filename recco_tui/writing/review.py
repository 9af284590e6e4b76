"""The review of a text: the one call that the editor, the command line and the ledger make."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from recco_tui.core.models import TextKind
from recco_tui.writing import parts, rules
from recco_tui.writing.about import About, Limits
from recco_tui.writing.claims import Claims
from recco_tui.writing.findings import Finding, Severity
from recco_tui.writing.parts import AnyPart, AskPart, Cue, Part, State, Tag
from recco_tui.writing.rules import asking, length
from recco_tui.writing.rules.subject import Subject
from recco_tui.writing.sentences import Sentence, split

_ORDER: Mapping[TextKind, tuple[AnyPart, ...]] = {
    TextKind.RECOMMENDATION: tuple(Part),
    TextKind.ASK: tuple(AskPart),
}


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence with one tag for every part of its kind of text, in the kind's order."""

    sentence: Sentence
    tags: tuple[Tag, ...]

    @property
    def carried(self) -> frozenset[AnyPart]:
        """The parts the sentence carries, by recco's reading or the writer's claim."""
        return frozenset(tag.part for tag in self.tags if tag.state is State.SURE)


@dataclass(frozen=True, slots=True)
class Counts:
    """`sentences` as the limits count them is `Review.counted`."""

    sentences: int
    words: int
    characters: int


@dataclass(frozen=True, slots=True)
class Review:
    """What recco thinks of a text as it stands.

    `states`: for every part of this kind of text, in order: SURE (✓), UNSURE (? – counts as found,
    the writer may claim or clear it), ABSENT (✗). `counted`: sentences as the limits count them.
    `ready`: no finding is an error.
    """

    kind: TextKind
    text: str
    sentences: tuple[Judged, ...]
    counts: Counts
    counted: int
    states: Mapping[AnyPart, State]
    findings: tuple[Finding, ...]
    limits: Limits = field(default_factory=Limits)

    @property
    def missing(self) -> tuple[str, ...]:
        return tuple(part for part, state in self.states.items() if state is State.ABSENT)

    @property
    def errors(self) -> tuple[Finding, ...]:
        """Why it is not ready, empty when it is."""
        return tuple(f for f in self.findings if f.severity is Severity.ERROR)

    @property
    def ready(self) -> bool:
        return bool(self.sentences) and not self.errors

    def sentence_at(self, offset: int) -> int | None:
        """Which sentence (from 0) the cursor is in or just behind; None in an empty text."""
        before = [at for at, one in enumerate(self.sentences) if one.sentence.start <= offset]
        return before[-1] if before else (0 if self.sentences else None)


def review(
    text: str,
    kind: TextKind = TextKind.RECOMMENDATION,
    about: About | None = None,
    claims: Claims | None = None,
    limits: Limits | None = None,
) -> Review:
    """Judges a text. Pure and quick: called at each keystroke."""
    around, bounds = about or About(), limits or Limits()
    sentences = split(text)
    own = parts.tag(sentences) if kind is TextKind.RECOMMENDATION else _ask_tags(sentences)
    judged = tuple(
        Judged(sentence, _claimed(tags, (claims or Claims()).of(sentence.text)))
        for sentence, tags in zip(sentences, own, strict=True)
    )
    states = {part: _state(kind, part, judged) for part in _ORDER[kind]}
    carried = [one.carried for one in judged]
    subject = Subject(text, kind, sentences, carried, states, around, bounds)
    counts = Counts(
        len(sentences), sum(len(subject.words(s)) for s in sentences), len(text)
    )  # fmt: skip
    found = rules.findings(subject)
    return Review(kind, text, judged, counts, length.counted(subject), states, found, bounds)


def as_document(reviewed: Review) -> dict[str, object]:
    """The JSON of `recco check --json`; `sentence` of a finding counts from 1, null for all."""
    return {
        "kind": str(reviewed.kind),
        "ready": reviewed.ready,
        "sentences": [_sentence_document(one) for one in reviewed.sentences],
        "counts": {
            "sentences": reviewed.counts.sentences,
            "words": reviewed.counts.words,
            "characters": reviewed.counts.characters,
        },
        "missing": list(reviewed.missing),
        "findings": [
            {
                "rule": found.rule,
                "severity": str(found.severity),
                "sentence": found.sentence,
                "start": found.start,
                "end": found.end,
                "message": found.message,
                "suggestion": found.suggestion,
            }
            for found in reviewed.findings
        ],
    }


def _sentence_document(one: Judged) -> dict[str, object]:
    carried = [tag for tag in one.tags if tag.state is State.SURE]
    return {
        "text": one.sentence.text,
        "parts": [tag.part.value for tag in carried],
        "cues": [
            {"part": cue.part.value, "text": cue.text, "start": cue.start, "end": cue.end}
            for tag in carried
            for cue in tag.cues
        ],
    }


def _claimed(tags: Iterable[Tag], said: Mapping[str, bool]) -> tuple[Tag, ...]:
    """The tags with the writer's word in place of recco's."""
    return tuple(
        Tag(
            tag.part,
            State.SURE if said[tag.part] else State.ABSENT,
            tag.probability,
            tag.cues if said[tag.part] else (),
            said[tag.part],
        )
        if tag.part in said
        else tag
        for tag in tags
    )


def _state(kind: TextKind, part: AnyPart, judged: Sequence[Judged]) -> State:
    column = [tag for one in judged for tag in one.tags if tag.part == part]
    if kind is TextKind.RECOMMENDATION:
        return parts.found_anywhere(Part(part), column)
    return State.SURE if any(tag.state is State.SURE for tag in column) else State.ABSENT


def _ask_tags(sentences: Sequence[Sentence]) -> tuple[tuple[Tag, ...], ...]:
    return tuple(_ask_tags_of(sentence, at) for at, sentence in enumerate(sentences))


def _ask_tags_of(sentence: Sentence, at: int) -> tuple[Tag, ...]:
    found = {part: (start, end) for part, start, end in asking.find(sentence.text)}
    tags: list[Tag] = []
    for part in AskPart:
        if part not in found or (part is AskPart.GREETING and at > 0):
            tags.append(Tag(part, State.ABSENT, 0.0))
            continue
        start, end = found[part]
        cue = Cue(
            part, sentence.text[start:end], sentence.start + start, sentence.start + end, part
        )
        tags.append(Tag(part, State.SURE, 1.0, (cue,)))
    return tuple(tags)
