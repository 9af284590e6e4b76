"""Sentences that look like impact and are none, whatever their words weigh.

Praise that takes itself back, the writer's own success in place of theirs, effects that lie ahead,
were only meant, or came before them. What recco advises to write ("Because of Ann, we …") is the
other way round: impact whatever follows.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from recco_tui.writing import model
from recco_tui.writing.lazy_regex import LazyRegex
from recco_tui.writing.parts import Part
from recco_tui.writing.tense import is_past


class NoImpact(NamedTuple):
    """Why a sentence carries no impact: a finding's rule and message, and the words' place."""

    rule: str
    message: str
    suggestion: str
    start: int
    end: int


def _any_of(lines: str) -> str:
    """One regular expression of many, one a line."""
    return "|".join(line.strip() for line in lines.strip().splitlines())


_THEIRS = r"(?:he|she|they|him|her|them|his|their|you|your|(?-i:[A-Z])[\w'-]+)"
_TAKES_BACK = (
    r"""
for (?:a|an|someone) (?:\w+ )?(?:junior|beginner|intern|newcomer|woman|man|girl|guy)(?=[,.!;]|$)
surprisingly (?:good|competent|capable|well|quick|smart|professional|reliable|helpful|useful)
(?:better|smarter|nicer) than (?:i|we|you|one|anyone)(?:'d| had| would)?(?: have)? EXPECTED
not as (?:bad|slow|lazy|difficult|boring|stupid|useless) as
once (?:you|one|we|i) (?:get|got|gets) (?:used to|past|over)
if you (?:can get past|don't mind|can live with|look past|overlook|push|remind)
WHEN (?:wants? to|wanted to|tries|tried|bothers|bothered|chooses to)(?=[,.!;]|$)
WHEN (?:feels|felt) like
WHEN (?:shows up|showed up|remembers|puts? (?:his|her|their) mind|(?:is|was) in the mood)
on (?:a good|(?:his|her|their) (?:good|better)) days?
(?:grew|grows) on (?:me|us|you)|an acquired taste|bark is worse
(?:with|given) (?:some|enough|more|a little|a bit of) (?:guidance|supervision|polish|training)\b
(?:most|some) of the time(?=[,.!;]|$)|nine times out of ten
(?:could|might|would) (?:be|have been) (?:\w+ ){1,3}if (?:he|she|they)
PRAISED,? (?:but|though|although|even if)(?: (?:he|she|they|it))? RESERVED
at least (?:he|she|they) (?:is|was|did|does|tr\w+|has|had|never|always|shows?|can|saved?)
all things considered|to be fair to|considering (?:that )?(?:he|she|they|his|her|their)\b
for (?:a|an|someone|somebody) (?:\w+ )?(?:without|with no|with so little|who never|who has no)
even (?:if|though) (?:he|she|they) (?:is|was|can be) (?:a bit |often |sometimes |rather )?FAULTY
better than (?:the|our) (?:last|previous) (?:guy|one|person|hire|developer|manager)
unlike (?:the rest|most|others|the others)[^.!?]{0,30}\bactually
(?:live|put up) with (?:his|her|their) (?:moods?|temper|quirks|ways)
(?:he|she|they) means? well|bless (?:him|her|them)|for once(?=[.!]|$)
(?:despite|whatever) what (?:people|others|they|some)(?: may| might)? say
not the (?:disaster|failure|problem|nightmare)
surprised (?:me|us|everyone|all of us) by (?:delivering|being|showing|finishing|coming|doing)
(?:is|was|are) actually (?:quite |pretty |very |really )?PRAISED
with (?:more|some|a little) (?:experience|practice|time|training),? (?:he|she|they) (?:will|could)
(?:can|could) be (?:\w+ )?\w+ when (?:he|she|they) (?:is|isn't|are|was)\b
(?:is|was) (?:no|not an?|not the) (?:genius|einstein|superstar|rocket scientist|expert),? but
""".replace("WHEN", "when(?:ever)? (?:he|she|they)")
    .replace("EXPECTED", "(?:expected|thought|feared|think|expect)")
    .replace(
        "PRAISED",
        "(?:good|great|nice|smart|bright|kind|talented|skilled|brilliant|capable|clever|friendly"
        "|reliable|quick|hard-?working)(?: enough)?",
    )
    .replace(
        "RESERVED",
        "(?:a bit|a little|sometimes|often|rather|somewhat|not always"
        "|(?:can|could) be (?:a|too|slow|hard)"
        "|tends? to|tended to|too|slow|late|hard|lazy|messy|forgetful|needs?|needed|lacks?|lacked"
        "|isn't|wasn't|doesn't|didn't|FAULTY)",
    )
    .replace(
        "FAULTY",
        "(?:slow|late|lazy|messy|difficult|stubborn|loud|moody|forgetful|disorgani[sz]ed|unreliable"
        "|impatient|sloppy|chaotic|rude|arrogant|inexperienced|careless)",
    )
)
_TAKEN_BACK = LazyRegex(rf"\b(?:{_any_of(_TAKES_BACK)})", re.IGNORECASE)
_EFFECT = r"""
(?:improve|boost|reduce|transform|double|triple|halve|revolutioni[sz]e|increase)\b
(?:save|cut|change|raise|grow) (?:\w+ ){0,2}(?:time|costs?|money|hours|days|way|lives|sales|bill)
(?:have|make|bring|create|drive|deliver|add) (?:\w+ ){0,4}(?:impact|difference|value|effect|results)
(?:make|turn) (?:\w+ ){0,4}(?:better|faster|easier|successful|a success)
"""
_AHEAD = LazyRegex(
    r"\b(?:will|'ll|(?:is|are) (?:going|about|sure|bound|set) to|hopes? to|plans? to|aims? to"
    r"|intends? to|promises? to|should soon|could one day|would surely)\s+"
    rf"(?:\w+ly |soon |no doubt )*(?:{_any_of(_EFFECT)})[^.!?;]{{0,40}}",
    re.IGNORECASE,
)
_OWN_DEED = r"""
increased|doubled|tripled|closed|won|grew|achieved|exceeded|improved|reduced|cut|saved|halved|sold
was promoted|was named|was awarded|received an award|got promoted|reached|raised|outperformed
took off|flourished
"""
_OWN = LazyRegex(
    r"\A(?:\W*(?:in|at|during|that|last|this|meanwhile|then|by then|since then|as \w+)\b"
    r"[^,]{0,40}?,?\s+)?"
    r"(?:i|my (?:own )?\w+)\s+"
    r"(?:also |then |personally |single-?handedly |soon |was able to |managed to )*"
    rf"(?:{_any_of(_OWN_DEED)})\b",
    re.IGNORECASE,
)
_REFERENCE = LazyRegex(
    r"\b(?:he|she|they|him|her|his|hers|them|their|theirs|you|your|we|us|our|together)\b"
    r"|(?<=\s)[A-Z][\w-]+'s\b"
    r"|\b(?:with|thanks to|because of|from|by|for|under|and|to|like)\s+(?-i:[A-Z])\w+",
    re.IGNORECASE,
)
_BEFORE_THEM = LazyRegex(
    rf"\A(?!before\b).{{8,}}\bbefore (?:{_THEIRS} (?:joined|came|started|arrived|took over)"
    rf"(?: (?:us|me|here|in|the \w+|our \w+))?"
    rf"|(?:i|we) (?:met|knew|hired|worked with) {_THEIRS})[.!]?\Z",
    re.IGNORECASE,
)
_ONLY_MEANT = LazyRegex(
    rf"\b(?:would|could|might)(?: \w+ly)? have \w+[^.!?]*"
    rf"\b(?:had {_THEIRS}|if {_THEIRS} (?:had|'d))\b(?! not|n't| never)"
    r"|\b(?:might|may|could) well (?!have\b)\w+"
    r"|\b(?:could|might|may) \w+[^.!?;]*\b(?:one day|some ?day)\b"
    r"|\b(?:was|were) (?:bought|built|made|introduced|meant|supposed|planned|set up)"
    r" (?:so that|in order to|to)\b"
    r"|\b(?:planned|intended|hoped|meant) to \w+[^.!?]*"
    r"\bbut (?:left|never|then|it|that|he|she|they)\b",
    re.IGNORECASE,
)
_CHANGE_SINCE = LazyRegex(r"\b(?:now|today|after|since|until|no longer|used to)\b", re.IGNORECASE)
_ADVISED = LazyRegex(
    r"\A\W*because of (?:[^\W\d_][\w'.-]*)(?: [^\W\d_][\w'.-]*){0,4},\s+\w+\b(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_LIES_AHEAD = LazyRegex(r"\A\s*(?:will|would|might|may|could|hope|plan|want|'ll)\b", re.IGNORECASE)
_GAP = LazyRegex(r"\A[\s….·_-]*\Z")


def is_advised(sentence: str) -> bool:
    """Whether a sentence goes on from "Because of Ann, we …" with something that has happened."""
    match = _ADVISED.match(sentence.replace("’", "'"))
    if not match or _GAP.match(match["rest"]):
        return False
    return not _LIES_AHEAD.match(match["rest"])


@lru_cache(maxsize=4096)
def why_no_impact(sentence: str) -> NoImpact | None:
    """Why a sentence that may look like impact is none; None when nothing speaks against it."""
    plain = sentence.replace("’", "'")
    if match := _TAKEN_BACK.search(plain):
        return NoImpact(
            "faint-praise",
            "“{phrase}” takes the praise back",
            "say the praise alone",
            *match.span(),
        )
    if (match := _OWN.match(plain)) and not _REFERENCE.search(plain):
        return NoImpact(
            "own-success",
            "“{phrase}” is your own success: tell their part in it",
            "Because of {them}, I passed the exam.",
            *match.span(),
        )
    if (match := _AHEAD.search(plain)) and not _has_happened(sentence, match.span()):
        return NoImpact(
            "ahead",
            "“{phrase}” is still to come: say what is better now",
            "Because of {them}, we ship daily.",
            *match.span(),
        )
    return None


def carries_none(sentence: str) -> bool:
    """Whether a sentence carries no impact for certain."""
    begun = _ADVISED.match(sentence.replace("’", "'"))
    if why_no_impact(sentence) or (begun and _GAP.match(begun["rest"])):
        return True
    meant = _ONLY_MEANT.search(sentence.replace("’", "'"))
    if meant and not _has_happened(sentence, meant.span()):
        return not _CHANGE_SINCE.search(sentence)
    return bool(_BEFORE_THEM.match(sentence)) and not _CHANGE_SINCE.search(sentence)


def _has_happened(sentence: str, ahead: tuple[int, int]) -> bool:
    """Whether another place of the sentence tells of an effect in the past."""
    reading = model.reading(sentence)
    certain = [
        cue
        for cue in reading.cues
        if cue.part == Part.IMPACT
        and cue.name not in reading.hypothetical
        and not (cue.start < ahead[1] and ahead[0] < cue.end)
    ]
    return any(
        is_past(word.text)
        for cue in certain
        for word in reading.words
        if cue.start <= word.start < cue.end
    )
