"""The person's name: said at all, and not somebody else's."""

from collections.abc import Iterator

from recco_tui.writing.findings import Finding, Severity
from recco_tui.writing.names import fold, same_person
from recco_tui.writing.parts import Part, State
from recco_tui.writing.rules.subject import Subject
from recco_tui.writing.tokens import Token

_BEFORE_A_PERSON = frozenset(
    ["recommend", "recommending", "endorse", "hire", "rehire", "hi", "hey", "hello", "dear"]
)
_GREETS = frozenset(["hi", "hey", "hello", "dear"])
_NOT_A_NAME = frozenset(
    [
        "there",
        "all",
        "everyone",
        "team",
        "both",
        "again",
        "folks",
        "friend",
        "colleague",
        "sir",
        "madam",
        "good",
        "and",
        "the",
        "a",
        "an",
        "my",
        "our",
        "him",
        "her",
        "them",
        "you",
        "this",
        "these",
        "it",
        "his",
        "their",
        "any",
        "all",
        "as",
        "for",
        "to",
    ]
)
_BEHIND_A_PERSON = frozenset(
    [
        "is",
        "was",
        "has",
        "had",
        "always",
        "consistently",
        "also",
        "and",
        "helped",
        "led",
        "can",
        "will",
    ]
)


def name_missing(subject: Subject) -> Iterator[Finding]:
    """name-missing: a recommendation that never says the first name."""
    if not subject.called or not subject.sentences or _is_named(subject):
        return
    yield subject.overall(
        "name-missing",
        Severity.WARNING,
        f"{subject.first_name} is never named: a text with the name cannot be anybody's",
        f"say “{subject.first_name}” once, best in the first sentence",
    )


def wrong_name(subject: Subject) -> Iterator[Finding]:
    """wrong-name: an error, when the text is said to, or about, somebody else.

    Somebody else is whoever is greeted or recommended under another name, or a known person named
    in a text that never names the one it is for. A third person beside the right one is fine.
    """
    if not subject.called:
        return
    named = _is_named(subject)
    for at, sentence in enumerate(subject.sentences):
        words = subject.words(sentence)
        for place, word in enumerate(words):
            if not word.capital or same_person(word.word, subject.called):
                continue
            if _is_someone_else(subject, words, place, named, at):
                yield subject.on(
                    "wrong-name",
                    Severity.ERROR,
                    at,
                    f"this is for {subject.about.to}, but it names "
                    f"{sentence.text[word.start : word.end]}",
                    span=(word.start, word.end),
                    suggestion=subject.first_name,
                )
                return


def _is_named(subject: Subject) -> bool:
    return any(
        same_person(word.word, subject.called)
        for sentence in subject.sentences
        for word in subject.words(sentence)
        if word.capital or word.word in subject.called
    )


def _is_someone_else(
    subject: Subject, words: tuple[Token, ...], place: int, named: bool, at: int
) -> bool:
    spoken = words[place].word
    before = words[place - 1].word if place else ""
    if before in _GREETS and place <= 2 and at == 0:
        return spoken not in _NOT_A_NAME and not _later_in_greeting(words, place, subject)
    if named or spoken in _NOT_A_NAME:
        return False
    known = fold(spoken.removesuffix("'s")) in subject.about.others
    if before in _BEFORE_A_PERSON:
        return known or _is_told_of(words, place)
    behind = words[place + 1].word if place + 1 < len(words) else ""
    person = place == 0 or before in {"with", "and", "alongside", "under", "to", "for", "because"}
    return known and (person or behind in _BEHIND_A_PERSON or spoken.endswith("'s"))


def _later_in_greeting(words: tuple[Token, ...], place: int, subject: Subject) -> bool:
    """ "Dear Ms Stone", "Hi Mary Ann": the right name follows at once."""
    return any(same_person(word.word, subject.called) for word in words[place + 1 : place + 3])


def _is_told_of(words: tuple[Token, ...], place: int) -> bool:
    """ "I recommend Katrina" with nothing behind but "for", "to", "as" or the end."""
    behind = words[place + 1].word if place + 1 < len(words) else "for"
    return words[place - 1].word.startswith("recommend") and behind in {
        "for",
        "to",
        "as",
        "without",
    }


def no_name_at_all(subject: Subject) -> Iterator[Finding]:
    """name-missing as a hint, when it is not known whom the text is for."""
    if subject.called or len(subject.sentences) < 2:
        return
    if subject.states.get(Part.CONTEXT) is State.ABSENT and not any(
        word.capital and place
        for sentence in subject.sentences
        for place, word in enumerate(subject.words(sentence))
    ):
        yield subject.overall(
            "name-missing", Severity.HINT, "nobody is named: say the first name once"
        )
