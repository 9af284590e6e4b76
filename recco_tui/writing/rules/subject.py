"""What a rule looks at: one text, read once, with everything that is known around it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from recco_tui.core.models import TextKind
from recco_tui.core.names import first_name_of
from recco_tui.writing import model
from recco_tui.writing.about import About, Limits
from recco_tui.writing.findings import Finding, Severity
from recco_tui.writing.names import names_of
from recco_tui.writing.parts import AnyPart, State
from recco_tui.writing.sentences import Sentence
from recco_tui.writing.words import Word

_GREETINGS = frozenset(["hi", "hey", "hello", "dear", "greetings", "good"])
_LONGEST_GREETING = 4


@dataclass(frozen=True)
class Subject:
    """`states` says for each part's name how surely the text has it."""

    text: str
    kind: TextKind
    sentences: Sequence[Sentence]
    states: Mapping[AnyPart, State]
    about: About
    limits: Limits

    @cached_property
    def first_name(self) -> str:
        return first_name_of(self.about.to)

    @cached_property
    def names(self) -> frozenset[str]:
        """Folded words that name the person the text is for."""
        return names_of(self.about.to)

    def words(self, sentence: Sentence) -> tuple[Word, ...]:
        """The sentence's words; offsets are into the sentence."""
        return model.reading(sentence.text).words

    def every_word(self) -> Iterator[Word]:
        return (word for sentence in self.sentences for word in self.words(sentence))

    @cached_property
    def word_count(self) -> int:
        return sum(len(self.words(sentence)) for sentence in self.sentences)

    @cached_property
    def sentence_count(self) -> int:
        """Sentences as the limits count them: an ask's bare greeting ("Hi Katrina!") is none."""
        count = len(self.sentences)
        if self.kind is TextKind.ASK and count:
            words = self.words(self.sentences[0])
            if len(words) <= _LONGEST_GREETING and words[0].text in _GREETINGS:
                return count - 1
        return count

    def finding_in(
        self,
        at: int,
        rule: str,
        severity: Severity,
        message: str,
        suggestion: str | None = None,
        *,
        span: tuple[int, int] | None = None,
    ) -> Finding:
        """A finding on sentence `at` (from 0), on the words at `span` of it or on all of it."""
        sentence = self.sentences[at]
        first, last = span or (0, sentence.end - sentence.start)
        start, end = sentence.start + first, sentence.start + last
        return Finding(rule, severity, message, at + 1, start, end, suggestion)

    def finding(
        self, rule: str, severity: Severity, message: str, suggestion: str | None = None
    ) -> Finding:
        """A finding about the text as a whole."""
        return Finding(rule, severity, message, None, 0, len(self.text), suggestion)


Rule = Callable[[Subject], Iterable[Finding]]
