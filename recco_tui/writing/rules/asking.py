"""The parts of an ask, and what follows when one is not there."""

import re
from collections.abc import Iterator
from functools import lru_cache

from recco_tui.writing.findings import Finding, Severity
from recco_tui.writing.lazy_regex import LazyRegex
from recco_tui.writing.names import same_person
from recco_tui.writing.parts import AskPart, State
from recco_tui.writing.rules.subject import Subject
from recco_tui.writing.tokens import tokens

_LOOKS: dict[AskPart, LazyRegex] = {
    AskPart.GREETING: LazyRegex(
        r"\A\W*(?:(?:hi|hey|hello|dear|greetings|good (?:morning|afternoon|evening|day)|"
        r"hiya)\b[\s,]*"
        r"(?:again )?(?:(?:dr|mr|mrs|ms|prof|professor)\.? )?[^\W\d_][\w'’-]*|"
        r"[A-Z][\w'’-]+\s*[,!–—:-])",
        re.IGNORECASE,
    ),
    AskPart.TOGETHER: LazyRegex(
        r"\b(?:work(?:ed|ing)?|collaborat\w+|learn(?:ing|ed|t)?|study(?:ing)?|studied|"
        r"build(?:ing)?|built|pair(?:ed|ing)?|teaming"
        r"|partner(?:ed|ing)?|serv(?:ed|ing)|ship(?:ped|ping)|us(?:ing|ed)|being|"
        r"train(?:ed|ing)?)\b(?:\W+[\w'’]+){0,5}?\W+(?:with|together|from|under|alongside|"
        r"beside|for) (?:you|your|me|us|each other|one another|the same)\b"
        r"|\b(?:with|from|under|alongside) you\b(?:\W+[\w'’]+){0,3}?\W+(?:on|in|at|during|"
        r"for|through|when|while|as|about|and)\b"
        r"|\b(?:we|you and i|the two of us)\b(?:['’]ve)?(?:\W+[\w'’]+){0,2}?\W+(?:work|"
        r"built|build|ship|stud|paired|collaborat|made|did|wrote|ran|led|launch|finish|"
        r"deliver|shar|fixed|design|creat|taught|learn|migrat|met\b|were\b|spent|had|put|"
        r"got)"
        r"|\b(?:you|your)\b(?:\W+[\w'’]+){0,3}?\W+(?:my|our|me|"
        r"us)\b(?:\W+[\w'’]+){0,4}?\W+(?:team|project|manager|mentor|capstone|app|class|"
        r"course|bootcamp|internship|sprint|launch|work|code|time|feedback)"
        r"|\b(?:our|your)\b(?:\W+[\w'’]+){0,3}?\W+(?:project|team|time|work|collaboration|"
        r"capstone|sprint|class|course|bootcamp|internship|launch|sessions?|pairing|"
        r"mentorship|mentoring|guidance|feedback|help|support|class)\b"
        r"|\b(?:you|for|your)\b(?:\W+\w+)?\W+(?:help(?:ed|ing)|taught|teaching|mentor(?:ed|ing)"
        r"|guid(?:ed|ing)|coach(?:ed|ing)|manag(?:ed|ing)|review(?:ed|ing)|support(?:ed|ing)"
        r"|show(?:ed|ing))\W+(?:me|us|my|our)\b",
        re.IGNORECASE,
    ),
    AskPart.REQUEST: LazyRegex(
        r"\brecommend(?:ation|ations|ing)?\b|\bendorse(?:ment)?\b|\btestimonial\b|\breference\b"
        r"|\bvouch\b|\bwrite (?:me )?(?:one|something|a few|a short|a couple|about|it|this|that)\b"
        r"|\bput in a (?:good )?word\b",
        re.IGNORECASE,
    ),
    AskPart.FOCUS: LazyRegex(
        r"\b(?:mention\w*|highlight\w*|focus\w*|speak\w* (?:to|of|about)|talk\w* (?:about|"
        r"to|of)|touch\w* on"
        r"|describ\w+|emphasi[sz]\w+|comment\w* on|cover\w*|say something about|say a "
        r"(?:word|few words|line) (?:about|on)"
        r"|share (?:how|what|your)|point(?:ing)? (?:to|out)|refer(?:ring)? to|words? "
        r"(?:about|on)|lines? (?:about|on)"
        r"|tell\w* (?:people |them |others )?(?:about|how|what)|note (?:how|that|my)|"
        r"bring(?:ing)? up|perspective on"
        r"|thoughts on|view of|experience (?:of|with) (?:me|my|how)|particularly|"
        r"especially|specifically)\b"
        r"|\b(?:recommendation|testimonial|one|endorsement|"
        r"it)\b(?:\W+[\w'’]+){0,3}?\W+(?:about|on|regarding|around|for) (?:my|how|our|the|"
        r"what|me|that|your)\b"
        r"|\brecommend (?:me|my)\b(?:\W+[\w'’]+){0,2}?\W+(?:for|as|on)\b",
        re.IGNORECASE,
    ),
    AskPart.THANKS: LazyRegex(
        r"\b(?:thanks?|thank you|thankful|thx|grateful|gratitude|appreciate\w*|"
        r"appreciation|many thanks"
        r"|cheers|means? a lot|mean the world)\b",
        re.IGNORECASE,
    ),
}
_PLAIN_THANKS = LazyRegex(
    r"\b(?:thanks?|thank you|thx|gratitude|many thanks|thankful|cheers)\b", re.IGNORECASE
)
_SAYS = {
    AskPart.TOGETHER: (
        "not-personal",
        Severity.WARNING,
        "nothing says what you did together: name the project and a moment",
        "I enjoyed working with you on …",
    ),
    AskPart.REQUEST: (
        "no-request",
        Severity.ERROR,
        "nothing asks for a recommendation: say in one sentence what you would like",
        "Would you feel comfortable writing me a short recommendation?",
    ),
    AskPart.FOCUS: (
        "no-focus",
        Severity.WARNING,
        "nothing says what they might mention: without it they face an empty box",
        "You might mention how …",
    ),
    AskPart.THANKS: (
        "no-thanks",
        Severity.WARNING,
        "there is no thanks: end with one",
        "Thank you for considering it.",
    ),
}


@lru_cache(maxsize=1024)
def find(sentence: str) -> tuple[tuple[AskPart, int, int], ...]:
    """The ask's parts in one sentence with the words that show them, offsets into the sentence."""
    found = []
    for part, look in _LOOKS.items():
        match = look.search(sentence)
        if match:
            found.append((part, match.start(), match.end()))
    return tuple(found)


def missing_ask_part(subject: Subject) -> Iterator[Finding]:
    """not-personal, no-request, no-focus, no-thanks."""
    if not subject.sentences:
        return
    for part, (rule, severity, message, suggestion) in _SAYS.items():
        if subject.states[part] is State.ABSENT:
            yield subject.overall(rule, severity, message, suggestion)


def greets_nobody(subject: Subject) -> Iterator[Finding]:
    """not-personal: the person's name stands nowhere."""
    if not subject.sentences:
        return
    if subject.called:
        words = (token for sentence in subject.sentences for token in tokens(sentence.text))
        named = any(same_person(word.word, subject.called) for word in words if len(word.word) > 1)
    else:
        named = subject.states[AskPart.GREETING] is not State.ABSENT
    if not named:
        name = subject.first_name
        yield subject.overall(
            "not-personal",
            Severity.WARNING,
            f"{name or 'the person'} is not greeted by name: this could go to anyone",
            f"Hi {name}, …" if name else None,
        )
