"""An ask that anyone could have sent to anyone: LinkedIn's own text, or nothing of the two."""

import re
from collections.abc import Iterator
from functools import lru_cache

from recco_tui.core.models import TextKind
from recco_tui.writing import model
from recco_tui.writing.findings import Finding, Severity
from recco_tui.writing.lazy_regex import LazyRegex
from recco_tui.writing.names import same_person
from recco_tui.writing.parts import AskPart, State
from recco_tui.writing.rules.counting import is_pleasantry
from recco_tui.writing.rules.phrase_lists import STOCK
from recco_tui.writing.rules.phrases import find_phrases
from recco_tui.writing.rules.subject import Subject
from recco_tui.writing.sentences import Sentence
from recco_tui.writing.tense import is_past

_DEED_OF = frozenset(["i", "we", "you", "i've", "we've", "you've"])
_COURTESY_WORDS = "hoped wanted wondered asked thought wished needed decided wrote sent"
_COURTESY = frozenset(_COURTESY_WORDS.split())
_NO_DEED_WORDS = "was were had been would will could can might may should am are is"
_NO_DEED = frozenset(_NO_DEED_WORDS.split())
_DEED_DISTANCE = 3
_SHARED = LazyRegex(
    r"\b(?:(?:our|the|your|my|this|last|that|on|in|at|during|for|from)\s+(?:[\w'’-]+\s+){0,3}"
    r"(?:project|team|class|course|bootcamp|internship|capstone|sprint|launch|app|api|thesis|lab|workshop"
    r"|semester|program|programme|session|sessions|meeting|meetings|migration|release|website|site|campaign"
    r"|event|conference|hackathon|job|role|department|shift|season|presentation|demo|client|account|store"
    r"|feedback|mentorship|mentoring|guidance|coaching|teaching|advice|lessons|pairing|reviews?)"
    r"|(?:last|this past|over the past)\s+(?:[\w]+\s+)?"
    r"(?:year|years|month|months|spring|summer|fall|autumn|winter|week)"
    r"|(?:two|three|four|five|six|\d+) (?:years|months|weeks)|(?:in|since|during) (?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_OWN_WORK = LazyRegex(
    r"\b(?:my|our)\s+(?:[\w'’-]+\s+){0,2}(?:work|skills?|solving|contributions?|support|leadership|design|code"
    r"|communication|teaching|writing|part|role|help|analysis|research|teamwork|attitude|growth|progress|way)\b",
    re.IGNORECASE,
)
_HOW = LazyRegex(
    r"\bhow (?:i|we|you)\b(?! (?:feel|are|would|want|like|prefer|have been)\b)", re.IGNORECASE
)
_FILLER = LazyRegex(
    r"\b(?:my|our|this|the|your) (?:linkedin )?(?:profile|presence|page|network|career|job"
    r"|job search|time|recommendation|request|message|day|week|new role|next role|role search)\b"
    r"|\bLinkedIn\b",
    re.IGNORECASE,
)


def stock_text(subject: Subject) -> Iterator[Finding]:
    """stock-text as an error: two of LinkedIn's sentences, or one and nothing personal."""
    found = [
        (at, match)
        for at, sentence in enumerate(subject.sentences)
        for match in find_phrases(TextKind.ASK, sentence.text)
        if match.source is STOCK
    ]
    if not found or (len(found) < 2 and is_personal(subject)):
        return
    at, match = found[0]
    yield subject.finding_in(
        at,
        STOCK.rule,
        Severity.ERROR,
        match.message(subject.sentences[at].text),
        match.suggestion,
        span=(match.start, match.end),
    )


def impersonal(subject: Subject) -> Iterator[Finding]:
    """not-personal as an error: no project, no deed, no shared time, nothing of either."""
    if not subject.sentences or is_personal(subject):
        return
    yield subject.finding(
        "not-personal",
        Severity.ERROR,
        "nothing here is about you two: name a project or a moment",
        "I enjoyed building the inventory API with you.",
    )


def is_personal(subject: Subject) -> bool:
    """Whether an ask has something of the two people in it."""
    together = subject.states[AskPart.TOGETHER] is not State.ABSENT
    if together and subject.states[AskPart.FOCUS] is not State.ABSENT:
        return True
    titles = [title for title in subject.about.projects if len(title) > 2]
    for sentence in subject.sentences:
        text = sentence.text
        if any(title.lower() in text.lower() for title in titles):
            return True
        if not is_pleasantry(text) and _tells_of_both(text):
            return True
        if together and (_OWN_WORK.search(text) or _names_something(subject, sentence)):
            return True
    return False


def _names_something(subject: Subject, sentence: Sentence) -> bool:
    """Whether a word inside the sentence has a capital: a project, a company, a place."""
    return any(
        word.capital and word.text != "linkedin" and not same_person(word.text, subject.names)
        for word in subject.words(sentence)[1:]
    )


@lru_cache(maxsize=1024)
def _tells_of_both(sentence: str) -> bool:
    """Whether a sentence names a deed of one of the two, or work or time that they shared."""
    if _SHARED.search(_FILLER.sub(" ", sentence)) or _HOW.search(sentence):
        return True
    words = model.reading(sentence).words
    for at, word in enumerate(words):
        if word.text in _DEED_OF:
            following = [following.text for following in words[at + 1 : at + 1 + _DEED_DISTANCE]]
            if _has_deed(following):
                return True
    return False


def _has_deed(following: list[str]) -> bool:
    for word in following:
        if word in _COURTESY or word in _NO_DEED:
            return False
        if is_past(word):
            return word not in ("enjoyed", "loved", "liked", "appreciated", "valued")
    return False
