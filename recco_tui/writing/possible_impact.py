"""Sentences that may tell of impact though no word in them says so: the writer is asked.

A recommendation speaks of its person. Where a sentence speaks of someone or something else ("The
roof holds."), where the writer gained, where something was one way and is another, or what would
have been without them, it may be their doing, and only the writer knows.
"""

import re

from recco_tui.writing.lazy_regex import LazyRegex, any_of
from recco_tui.writing.no_impact import carries_none

_OPENING_CLAUSE = (
    r"(?:(?:and|but|so|then|today|now|soon|since then|after|in|at|by|on|within|for|when|where)\b"
    r"[^,.!?]{0,60},\s*)?"
)
_OTHERS = r"""
(?:the|an?|our|my|your|this|that|these|those|every|each|all|both|half|most|many|some|several|no)\b
(?:nobody|no one|none|not (?:one|a)|everyone|everybody|people|others|anyone|it)\b
there (?:is|are|was|were)\b|\d[\d.,]*|ten|twelve|twenty|thirty|forty|fifty|hundreds|thousands
(?:one|two|three|four|five|six|seven|eight|nine)\b
(?!his\b|is\b|was\b|as\b)[a-z]+(?:s|ren|ple)\s+(?:\w+ly\s+)?(?!of\b|and\b|was my\b)\w+
(?:he|she|they|his|her|their) (?:\w+ ){0,3}(?:is|are|was|were) (?:the reason|why)\b
"""
_WRITER_GAINED = r"""
(?:i|we) (?:\w+ly |still |now |never |no longer )?(?:can|could|know|knew|have|had|got|get|am|are
|passed|learned|learnt|finally|stopped|started|began|finished|found|sold|won|owe|sleep|went|came
|left|saved|understood|understand|reached|opened|kept|became|walked|earned?|grew|reads?|speak)\b
(?:he|she|they|[a-z][\w'-]+) (?:\w+ly |also |even )?(?:saved|got|helped|taught|brought|made|gave
|found|left|turned|lifted|freed|spared|carried|kept|pulled|led|showed|won|moved)\b[^.!?]{0,40}\b(?:me
|us|my|our)\b
"""
_COUNTERFACTUAL_OR_CHANGE = r"""
\bwithout (?:him|her|them|his|their|(?-i:[A-Z])\w+)\b
\b(?:if (?:he|she|they|not for)|had (?:he|she|they|it) not|no one else would|who else would)\b
\b(?:found|began|started|came|walked|went|took)\b[^.!?]{2,60}\b(?:left|ended|finished|went home)\b
\b(?:walked|went|came) in\b[^.!?]{2,60}\b(?:walked|went|came) out\b
"""
_HINTS = r"""
(?<!we )(?<!\bi )\bused to\b
\b(?:no longer|any ?more|ever since|because of|thanks to)\b
\bfrom [^.!?,]{1,40} to [^.!?,]{1,40}
"""
_OTHER_SUBJECT = LazyRegex(
    rf"\A\W*{_OPENING_CLAUSE}(?:{any_of(_OTHERS)}|{any_of(_WRITER_GAINED)})", re.IGNORECASE
)
_CHANGE = LazyRegex(any_of(_COUNTERFACTUAL_OR_CHANGE), re.IGNORECASE)
_HINT = LazyRegex(any_of(_HINTS), re.IGNORECASE)


def may_be_impact(sentence: str, *, has_other_part: bool) -> bool:
    """Whether it would be wrong to refuse a text for want of impact without asking about this.

    `has_other_part`: it tells how they met or recommends them ("from 2019 to 2021"); then only what
    can be nothing else is asked about.
    """
    plain = sentence.replace("’", "'")
    told = _CHANGE.search(plain)
    if not has_other_part:
        told = told or _OTHER_SUBJECT.match(plain) or _HINT.search(plain)
    return bool(told) and not carries_none(sentence)
