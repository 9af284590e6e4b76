"""What a rule looks at: one text, read once, with everything that is known around it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from recco_tui.core.models import TextKind
from recco_tui.writing import model
from recco_tui.writing.about import About, Limits
from recco_tui.writing.findings import Finding, Severity
from recco_tui.writing.names import first_name, names_of
from recco_tui.writing.parts import AnyPart, State
from recco_tui.writing.sentences import Sentence
from recco_tui.writing.tokens import Token


@dataclass(frozen=True)
class Subject:
    """`states` says for each part's name how surely the text has it; `carried` holds, for each
    sentence, the names of the parts it carries."""

    text: str
    kind: TextKind
    sentences: Sequence[Sentence]
    carried: Sequence[frozenset[AnyPart]]
    states: dict[AnyPart, State]
    about: About
    limits: Limits

    @cached_property
    def first_name(self) -> str:
        return first_name(self.about.to)

    @cached_property
    def called(self) -> frozenset[str]:
        """Folded words that name the person the text is for."""
        return names_of(self.about.to, self.about.also_called)

    @cached_property
    def them(self) -> str:
        """The person in a message: the first name, or "them"."""
        return self.first_name or "them"

    def words(self, sentence: Sentence) -> tuple[Token, ...]:
        """The sentence's words; offsets are into the sentence."""
        return model.reading(sentence.text).words

    def on(
        self,
        rule: str,
        severity: Severity,
        at: int,
        message: str,
        *,
        span: tuple[int, int] | None = None,
        suggestion: str | None = None,
    ) -> Finding:
        """A finding on sentence `at` (from 0), on the words at `span` of it or on all of it."""
        sentence = self.sentences[at]
        first, last = span or (0, sentence.end - sentence.start)
        return Finding(
            rule,
            severity,
            message,
            at + 1,
            sentence.start + first,
            sentence.start + last,
            suggestion,
        )

    def overall(
        self, rule: str, severity: Severity, message: str, suggestion: str | None = None
    ) -> Finding:
        """A finding about the text as a whole."""
        return Finding(rule, severity, message, None, 0, len(self.text), suggestion)


Rule = Callable[[Subject], Iterable[Finding]]
