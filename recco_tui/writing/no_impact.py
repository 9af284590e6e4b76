"""Sentences that look like impact and are none, whatever their words weigh.

Praise that takes itself back, the writer's own success in place of theirs, effects that lie ahead,
were only meant, or came before them. What recco advises to write ("Because of Ann, we …") is the
other way round: impact whatever follows.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from recco_tui.writing import model
from recco_tui.writing.lazy_regex import LazyRegex, any_of
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
    """As `any_of`; words in capitals stand for those of _WORDS."""
    text = any_of(lines)
    for word, stand_for in _WORDS.items():
        if word in text:
            text = text.replace(word, f"(?:{_any_of(stand_for)})")
    return text


_WORDS = {
    "CONCEDED": r"""
(?<=[\w,] )(?:but|although|even though|though|even if|however|yet|except(?: that)?|just|only|albeit)
(?<=, )if
""",
    "CRITICIZED": r"""
(?:could|should|might|ought to|has to|needs to) (?:\w+ ){1,3}(?:more|less|better)\b
(?:have|has|had) to (?:ask|remind|push|wait|chase|tell|repeat|check)\b
(?:have|has|had) to be (?:reminded|told|pushed|asked)\b
needs? (?:a push|a nudge|guidance|supervision|reminding|reminders|to (?:learn|work on|improve|be))\b
(?:not|n't) (?:very|always|so|really|quite|particularly|exactly|overly|terribly)\b
(?:not|n't) (?:fast|quick|easy|reliable|punctual)\b
(?:rarely|seldom|hardly(?: ever)?) (?:finish|shar|answer|show|deliver|listen|help|ask|meet|repl)
(?:struggle|fail|forget|lack|interrupt|complain|procrastinate)(?:s|ed|ing)?\b
hard to (?:read|follow|work with|reach|please|understand)
(?:under pressure|slowly|late|OWN_EYES|FAULTY)\b
""",
    "HEDGED": """
is|was|are|were|can be|could be|a bit|a little|sometimes|often|rather|somewhat|too|very|still|also
just|really|at times|quite
""",
    "RESERVED": """
a bit|a little|sometimes|often|rather|somewhat|not always|(?:can|could) be (?:a|too|slow|hard)
tends? to|tended to|too|slow|late|hard|lazy|messy|forgetful|needs?|needed|lacks?|lacked
isn't|wasn't|doesn't|didn't|FAULTY
""",
    "PRAISED": """
(?:good|great|nice|smart|bright|kind|talented|skilled|brilliant|capable|clever|friendly|reliable
|quick|hard-?working)(?: enough)?
""",
    "FAULTY": """
slow|late|lazy|messy|difficult|stubborn|loud|moody|forgetful|disorgani[sz]ed|unreliable|impatient
sloppy|chaotic|rude|arrogant|inexperienced|careless|bossy|vain|cold|distant|boring|clumsy|weak
""",
    "EXPECTED": "expected|thought|feared|think|expect",
    "OWN_EYES": "in (?:his|her|their) own eyes",
    "NAMED": "he|she|they",
    "OWNED": "his|her|their",
}
_THEIRS = r"(?:he|she|they|him|her|them|his|their|you|your|(?-i:[A-Z])[\w'-]+)"
_TAKES_BACK = r"""
for (?:a|an|someone) (?:\w+ )?(?:junior|beginner|intern|newcomer|woman|man|girl|guy)(?=[,.!;]|$)
surprisingly (?:good|competent|capable|well|quick|smart|professional|reliable|helpful|useful)
(?:better|smarter|nicer) than (?:i|we|you|one|anyone)(?:'d| had| would)?(?: have)? EXPECTED
not as (?:bad|slow|lazy|difficult|boring|stupid|useless) as
once (?:you|one|we|i) (?:(?:get|got|gets) (?:used to|past|over)|knows? how to (?:handle|take|read))
if you (?:can get past|don't mind|can live with|look past|overlook|push|remind|check on|keep an eye)
when(?:ever)? NAMED (?:wants? to|wanted to|tries|tried|bothers|bothered|chooses to)(?=[,.!;]|$)
when(?:ever)? NAMED (?:feels|felt) like
when(?:ever)? NAMED (?:shows up|showed up|remembers|puts? OWNED mind|(?:is|was) in the mood)
when(?:ever)? NAMED (?:is|was) (?:awake|sober|around|interested|motivated|not \w+)(?=[,.!;]|$)
on (?:a good|OWNED (?:good|better)) days?
(?:grew|grows) on (?:me|us|you)|an acquired taste|bark is worse
(?:with|given) (?:some|enough|more|a little|a bit of) (?:guidance|supervision|polish|training)\b
(?:most|some) of the time(?=[,.!;]|$)|nine times out of ten
(?:could|might|would) (?:be|have been) (?:\w+ ){1,3}if NAMED
PRAISED,? (?:but|though|although|even if)(?: (?:NAMED|it))? RESERVED
CONCEDED,? (?:(?:NAMED|OWNED|it|who|you|one) (?:\w+ )?)?(?:HEDGED )*CRITICIZED
NAMED (?:HEDGED )*(?:could|should|might) (?:be|have been) (?:more|less|better)\b
NAMED (?:sometimes|often|at times|tends? to|tended to) (?:struggle|fail|forget|miss|lack)
(?:not|n't) the (?!least|latest|first)\w+est,? (?:but|yet)\b
heart is in the right place|for the price(?=[.!])
(?:despite|after) (?:a|OWNED) (?:slow|rocky|bad|rough|shaky) start
(?:got|became|improved|grew) (?:\w+ ){0,2}(?:towards?|by|near) the end\b|for OWNED age\b|OWN_EYES
(?:is|was|are) (?:nice|pleasant|fine|decent|competent|PRAISED) enough(?=[,.!;]|$)
considering(?=[.!]|$)|(?:has|had|shows|showed) (?:some |a lot of |great )?potential\b
at least NAMED (?:is|was|did|does|tr\w+|has|had|never|always|shows?|can|saved?)
all things considered|to be fair to|considering (?:that )?(?:NAMED|OWNED)\b
for (?:a|an|someone|somebody) (?:\w+ )?(?:without|with no|with so little|who never|who has no)
even (?:if|though) NAMED (?:is|was|can be) (?:a bit |often |sometimes |rather )?FAULTY
better than (?:the|our) (?:last|previous) (?:guy|one|person|hire|developer|manager)
unlike (?:the rest|most|others|the others)[^.!?]{0,30}\bactually
(?:live|put up) with OWNED (?:moods?|temper|quirks|ways)
NAMED means? well|bless (?:him|her|them)|for once(?=[.!]|$)
(?:despite|whatever) what (?:people|others|they|some)(?: may| might)? say
not the (?:disaster|failure|problem|nightmare)
surprised (?:me|us|everyone|all of us) by (?:delivering|being|showing|finishing|coming|doing)
(?:is|was|are) actually (?:quite |pretty |very |really )?PRAISED
with (?:more|some|a little) (?:experience|practice|time|training),? NAMED (?:will|could)
(?:can|could) be (?:\w+ )?\w+ when NAMED (?:is|isn't|are|was)\b
(?:is|was) (?:no|not an?|not the) (?:genius|einstein|superstar|rocket scientist|expert),? but
"""
_TAKEN_BACK = LazyRegex(rf"\b(?:{_any_of(_TAKES_BACK)})", re.IGNORECASE)
_EFFECT = r"""
(?:improve|boost|reduce|transform|double|triple|halve|revolutioni[sz]e|increase)\b
(?:save|cut|change|raise|grow) (?:\w+ ){0,2}(?:time|costs?|money|hours|days|way|lives|sales|bill
|thousands|millions|a fortune|in half)
(?:have|make|bring|create|drive|deliver|add) (?:\w+ ){0,4}(?:impact|difference|value|effect|results)
(?:make|turn) (?:\w+ ){0,4}(?:better|faster|easier|successful|a success)
pay off\b|be (?:everywhere|a (?:big |great |huge )?(?:hit|success))\b
"""
_AHEAD = LazyRegex(
    r"\b(?:will|'ll|(?:is|are) (?:going|about|sure|bound|set|likely|expected|said) to|hopes? to"
    r"|plans? to|aims? to|intends? to|promises? to|should(?: soon)?|can only|could one day"
    r"|would surely)\s+"
    rf"(?:\w+ly |soon |no doubt )*(?:{_any_of(_EFFECT)})[^.!?;]{{0,40}}"
    r"|\bwould (?:cut|save|halve|double|reduce|boost|increase) your\b[^.!?;]{0,40}",
    re.IGNORECASE,
)
_OWN_DEED = r"""
increased|doubled|tripled|closed|won|grew|achieved|exceeded|improved|reduced|cut|saved|halved|sold
was promoted|was named|was awarded|received an award|got promoted|reached|raised|outperformed
took off|flourished|went up|rose|jumped|climbed
"""
_OWN_MILESTONE = r"""
OWN_DEED|(?:was|were|got) (?:\w+ )?(?:promoted|named|awarded|made)|became|finished|passed|graduated
hit|got (?:a|an|the|ten|\d)
""".replace("OWN_DEED", _any_of(_OWN_DEED))
_OPENING_WORDS = (
    r"\A(?:\W*(?:in|at|during|that|last|this|meanwhile|then|by then|since then|as \w+)\b"
    r"[^,]{0,40}?,?\s+)?"
)
_THEN = r"(?:also |then |personally |single-?handedly |soon |was able to |managed to )*"
_OWN = LazyRegex(
    rf"{_OPENING_WORDS}(?:i|my (?:own )?\w+)\s+{_THEN}(?:{_any_of(_OWN_DEED)})\b", re.IGNORECASE
)
_OWN_MEANWHILE = LazyRegex(
    rf"{_OPENING_WORDS}(?:i|my (?!team|group|department|class|students?|staff|crew|son|daughter)"
    rf"(?:own )?(?:\w+ )?\w+)\s+{_THEN}(?:{_any_of(_OWN_MILESTONE)})\b",
    re.IGNORECASE,
)
_MEANWHILE = LazyRegex(
    r"\b(?:while|when|as) (?:(?:he|she|they|(?-i:[A-Z])\w+) (?:was|were|ran|led|had|worked)\b"
    r"|we (?:worked|were|shared|sat)\b)(?! (?:coach|teach|help|train|mentor|guid|showing))[^,.!?]*"
    r"|\b(?:in|during) (?:his|her|their) (?:time|years|days|months)\b(?: (?:with|at|in) \w+)?",
    re.IGNORECASE,
)
"""at the same time, and no more than that"""
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
_AT_THE_SAME_TIME = LazyRegex(
    r"\b(?:in|during) (?:the same|those) (?:years?|months?|weeks?|days|times?|seasons?|summer)\b"
    r"|\b(?:while|when) (?:he|she|they|(?-i:[A-Z])\w+) (?:was|were) (?:still )?"
    r"(?:there|here|around|with us|on the team|one of us|at \w+)\b",
    re.IGNORECASE,
)
"""no more than at the same time; "while she ran it" says more"""
_AS_ASKED = LazyRegex(
    r"\b(?:did|does|finished|completed) (?:everything|whatever|what|all|the (?:tasks|work)) "
    r"(?:that )?(?:(?:was|were|is|we|i) )?(?:asked|expected|required|told|assigned)\b",
    re.IGNORECASE,
)
_MET = LazyRegex(
    r"\A\W*(?:(?:he|she|they|[a-z][\w'-]+) and )?(?:i|we) used to "
    r"(?:work|sit|share|study|play|meet|teach|serve)\b[^,.;!?]*[.!]?\Z",
    re.IGNORECASE,
)
_OURS = LazyRegex(r"\b(?:our|we|us)\b", re.IGNORECASE)
_OF_OTHERS = LazyRegex(
    r"\bthe \w+ before (?:him|her|them)\b"
    r"|\b(?:because of|thanks to|due to) (?:the|a) (?:\w+ )?(?:weather|season|winter|summer|market"
    r"|economy|boom|crisis|law|rates?|prices?|euro|dollar|holidays?|competitors?|strike|state|city)\b",
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
    if match := _own_success(plain):
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


def _own_success(sentence: str) -> re.Match[str] | None:
    """The writer's success, when the sentence names nobody else or only says who was there then."""
    rest = _MEANWHILE.sub("", sentence)
    if _REFERENCE.search(rest):
        return None
    return _OWN.match(sentence) if rest == sentence else _OWN_MEANWHILE.match(sentence)


def _is_coincidence(sentence: str) -> bool:
    """Whether it tells what happened at the same time, and names the person in nothing else."""
    rest = _AT_THE_SAME_TIME.sub("", sentence)
    return rest != sentence and not _REFERENCE.search(_OURS.sub("", rest))


def carries_none(sentence: str) -> bool:
    """Whether a sentence carries no impact for certain."""
    begun = _ADVISED.match(sentence.replace("’", "'"))
    if why_no_impact(sentence) or _MET.match(sentence) or (begun and _GAP.match(begun["rest"])):
        return True
    meant = _ONLY_MEANT.search(sentence.replace("’", "'"))
    if meant and _has_happened(sentence, meant.span()):
        return False
    is_none = (
        meant
        or _AS_ASKED.search(sentence)
        or _OF_OTHERS.search(sentence)
        or _BEFORE_THEM.match(sentence)
        or _is_coincidence(sentence)
    )
    return bool(is_none) and not _CHANGE_SINCE.search(sentence)


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
