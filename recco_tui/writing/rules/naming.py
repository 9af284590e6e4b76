"""The person's name: mentioned at all, and not someone else's."""

from collections.abc import Iterator

from recco_tui.core.names import fold
from recco_tui.writing.findings import Finding, Severity
from recco_tui.writing.names import same_person
from recco_tui.writing.parts import AskPart, Part, State
from recco_tui.writing.rules.patterns import NICKNAME
from recco_tui.writing.rules.subject import Subject
from recco_tui.writing.words import Word

_GREETINGS = frozenset(["hi", "hey", "hello", "dear"])
_BEFORE_PERSON = _GREETINGS | {"recommend", "recommending", "endorse", "hire", "rehire"}
_BEFORE_KNOWN_PERSON = frozenset(["with", "and", "alongside", "under", "to", "for", "because"])
_AFTER_KNOWN_PERSON_WORDS = """
is was has had always consistently also and helped explains explained never would made taught did
brought brings makes knows saved led can will
"""
_AFTER_KNOWN_PERSON = frozenset(_AFTER_KNOWN_PERSON_WORDS.split())
_PRONOUNS = frozenset(
    ["he", "she", "they", "him", "her", "them", "his", "their", "he's", "she's", "you", "your"]
)
_ROLES_WORDS = """
client customer manager boss lead director mentor teacher colleague teammate partner founder owner
ceo cto coach friend intern designer engineer developer professor supervisor student son daughter
wife husband sister brother
"""
_ROLES = frozenset(_ROLES_WORDS.split())
_ALSO_COMMON = """
will may mark hope grace rose art bill chase grant faith joy sunny summer april june august jan
drew frank rich pat rob sue jack dean guy hunter mason angel chance page ruby julia jasper sage
watson austin paris sydney madison chelsea jordan morgan charlotte florence savannah jackson
lincoln claude jenkins alexa oscar victoria georgia virginia carolina dallas houston
"""
_ALSO_WORDS = frozenset(_ALSO_COMMON.split())
_FUNNY_ENDINGS = ("ster", "inator", "nator", "meister", "zilla", "dawg", "man", "inho", "ski", "-o")
_AFTER_RECOMMENDED = frozenset(["for", "to", "as", "without"])
_NOT_A_NAME_WORDS = """
there all everyone team both again folks friend colleague sir madam good and the a an my our him
her them you this these it his their any as for to
"""
_NOT_A_NAME = frozenset(_NOT_A_NAME_WORDS.split())


def name_missing(subject: Subject) -> Iterator[Finding]:
    """name-missing: a recommendation that never says the first name."""
    if not subject.names or not subject.sentences or _is_named(subject):
        return
    yield subject.finding(
        "name-missing",
        Severity.WARNING,
        f"{subject.first_name} is not named",
        f"use “{subject.first_name}” once, best in the first sentence",
    )


def no_name_at_all(subject: Subject) -> Iterator[Finding]:
    """name-missing as a hint, when it is not known whom the text is for."""
    if subject.names or len(subject.sentences) < 2:
        return
    if subject.states[Part.CONTEXT] is State.ABSENT and not any(
        word.capital for sentence in subject.sentences for word in subject.words(sentence)[1:]
    ):
        message = "no name in it: use their first name once"
        yield subject.finding("name-missing", Severity.HINT, message)


def greets_no_one(subject: Subject) -> Iterator[Finding]:
    """not-personal: an ask without the person's name."""
    if not subject.sentences:
        return
    if subject.names:
        named = any(
            same_person(word.text, subject.names)
            for word in subject.every_word()
            if len(word.text) > 1
        )
    else:
        named = subject.states[AskPart.GREETING] is not State.ABSENT
    if not named:
        name = subject.first_name
        yield subject.finding(
            "not-personal",
            Severity.WARNING,
            f"greet {name or 'them'} by name",
            f"Hi {name}," if name else None,
        )


def wrong_name(subject: Subject) -> Iterator[Finding]:
    """wrong-name: an error, when the text is addressed to, or about, someone else.

    Someone else is whoever is greeted or recommended under another name, or another contact of
    whom a sentence speaks as of the person. A third person beside the right one is fine.
    """
    if not subject.names:
        return
    named = _is_named(subject)
    for at, sentence in enumerate(subject.sentences):
        words = subject.words(sentence)
        for index, word in enumerate(words):
            if not word.capital or same_person(word.text, subject.names):
                continue
            if at == 0 and _is_greeted(words, index):
                is_wrong = _is_greeted_wrongly(subject, words, index)
            else:
                is_wrong = _is_someone_else(subject, words, index) and not (
                    named and _is_third_person(subject, sentence.text, words, index)
                )
            if is_wrong:
                wrong = sentence.text[word.start : word.end]
                yield subject.finding_in(
                    at,
                    "wrong-name",
                    Severity.ERROR,
                    f"this is for {subject.about.to}, but it names {wrong}",
                    subject.first_name,
                    span=(word.start, word.end),
                )
                return


def nickname(subject: Subject) -> Iterator[Finding]:
    """unprofessional: a name made funny ("Hopester"), known by the person's own name."""
    for at, sentence in enumerate(subject.sentences):
        for word in subject.words(sentence):
            if word.capital and any(
                word.text in (name + ending, name.rstrip("e") + ending)
                for name in subject.names
                for ending in _FUNNY_ENDINGS
            ):
                message = NICKNAME.format(phrase=sentence.text[word.start : word.end])
                span = (word.start, word.end)
                yield subject.finding_in(
                    at, "unprofessional", Severity.WARNING, message, subject.first_name, span=span
                )


def _is_third_person(subject: Subject, sentence: str, words: tuple[Word, ...], index: int) -> bool:
    """Whether the name is someone beside the person: in one sentence with the person's name or,
    before it, a pronoun ("her manager Tom"), behind a role ("our client Tom"), with a role of
    their own ("Tom, our lead"), or another full name."""
    if any(same_person(word.text, subject.names) for word in words):
        return True
    before = [word.text for word in words[:index]]
    if _PRONOUNS.intersection(before) or (before and before[-1] in _ROLES):
        return True
    return sentence[words[index].end :].startswith((", our", ", my", ", the", ", a ", ", who"))


def _is_named(subject: Subject) -> bool:
    return any(
        same_person(word.text, subject.names)
        for word in subject.every_word()
        if word.capital or word.text in subject.names
    )


def _is_greeted(words: tuple[Word, ...], index: int) -> bool:
    return 0 < index <= 2 and words[index - 1].text in _GREETINGS


def _is_greeted_wrongly(subject: Subject, words: tuple[Word, ...], index: int) -> bool:
    """False for "Dear Ms Stone" and "Hi Mary Ann", where the right name follows at once."""
    following = words[index + 1 : index + 3]
    return words[index].text not in _NOT_A_NAME and not any(
        same_person(word.text, subject.names) for word in following
    )


def _is_someone_else(subject: Subject, words: tuple[Word, ...], index: int) -> bool:
    """Whether the word names another person that the sentence is about."""
    name = words[index].text
    if name in _NOT_A_NAME:
        return False
    before = words[index - 1].text if index else ""
    after = words[index + 1].text if index + 1 < len(words) else ""
    known = fold(name.removesuffix("'s")) in subject.about.others
    if before in _BEFORE_PERSON:
        recommended = before.startswith("recommend") and (not after or after in _AFTER_RECOMMENDED)
        return known or recommended
    if not known or (name in _ALSO_WORDS and after not in _AFTER_KNOWN_PERSON):
        return False
    return (
        index == 0
        or before in _BEFORE_KNOWN_PERSON
        or (index > 1 and words[index - 2].text == "because")
        or after in _AFTER_KNOWN_PERSON
        or name.endswith("'s")
    )
