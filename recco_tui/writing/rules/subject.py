"""What a rule looks at: one text, read once, with everything that is known around it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from recco_tui.core.models import TextKind
from recco_tui.core.names import first_name_of, fold
from recco_tui.writing import model
from recco_tui.writing.about import About, Limits
from recco_tui.writing.findings import Finding, Severity
from recco_tui.writing.language import is_english
from recco_tui.writing.names import names_of
from recco_tui.writing.parts import AnyPart, State
from recco_tui.writing.rules.counting import counted_in_ask
from recco_tui.writing.sentences import Sentence
from recco_tui.writing.words import Word


@dataclass(frozen=True)
class Subject:
    """`states` says for each part how surely the text has it, `asked` about which sentence (from 0)
    the writer is asked for a part."""

    text: str
    kind: TextKind
    sentences: Sequence[Sentence]
    states: Mapping[AnyPart, State]
    about: About
    limits: Limits
    asked: Mapping[AnyPart, int] = field(default_factory=dict)

    @cached_property
    def is_english(self) -> bool:
        return is_english(self.text)

    @cached_property
    def first_name(self) -> str:
        return first_name_of(self.about.to)

    @cached_property
    def names(self) -> frozenset[str]:
        """Folded words that name the person the text is for."""
        return names_of(self.about.to)

    def is_their_name(self, words: str) -> bool:
        """Whether the words are the person's own name ("Christian", "Buddy Hill")."""
        return bool(self.names) and all(fold(word) in self.names for word in words.split())

    def named(self, example: str) -> str:
        """An example about the person: {them}, or {Them} to begin with, is their first name."""
        them = self.first_name or "this person"
        return example.replace("{them}", them).replace("{Them}", them[0].upper() + them[1:])

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
        """Sentences as the limits count them, which pass over an ask's pleasantries."""
        if self.kind is TextKind.ASK:
            fewest, _ = self.limits.sentences_of(self.kind)
            return counted_in_ask(self.text, self.sentences, fewest)
        return len(self.sentences)

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
