"""How many sentences an ask has for its reader: greetings, pleasantries and bullets are none."""

import re
from collections.abc import Sequence
from functools import lru_cache

from recco_tui.writing.lazy_regex import LazyRegex
from recco_tui.writing.sentences import Sentence, is_list_item

_GREETING = (
    r"(?:(?:hi|hey|hello|hiya|dear|greetings|good (?:morning|afternoon|evening|day))\b"
    r"(?:[ ]+(?:again|there|dr\.?|mr\.?|mrs\.?|ms\.?|prof\.?|professor"
    r"|(?-i:[^\W\d_a-z])[\w'.-]*)){0,3})"
)
_NAME = r"(?:[,\s]+(?-i:[A-Z])[\w'-]+){0,2}"
_PLEASANTRIES = r"""
(?:i |we )?(?:really |do |just )?hope (?:that )?(?:your?|you're|all|everything|things|this|the)\b~70
(?:i )?trust (?:you|all|this)\b~50(?:well|good|great)~15
how (?:are|have|is|'s)\b~40
(?:it's|it has|it was|been)? ?(?:been )?(?:a while|too long|ages|long time(?: no see)?)~25
happy (?:new year|monday|tuesday|wednesday|thursday|friday|holidays)~15
(?:great|good|nice|lovely) (?:to see|seeing|to hear|hearing|catching up)~40
POLITELY(?:no|zero) (?:worries|rush|pressure|problem|hurry|hard feelings|obligation)\b~70
(?:it's |it is |that's )?(?:totally|completely|perfectly|absolutely|quite) (?:fine|okay|ok)\b~60
POLITELY(?:don't|do not) feel (?:obliged|obligated|pressured)~40
POLITELYfeel free to (?:say no|decline|pass|ignore)~40
(?:i|i'd|i would) (?:totally|completely|fully) understand\b~50
(?:please )?let me know (?:if|what)\b~60
either way\b~50
(?:many |so many )?(?:thanks|thank you)THANKED*(?: for (?:it|that|all of it|everything))?
(?:have|enjoy) (?:a|the|your)\b~30
(?:talk|speak|see you|catch up)(?: to you)? soon
take care|all the best|best wishes|cheers
looking forward to (?:hearing|it)\b~20
"""
"""one a line; `~40` is up to 40 characters to the end of the sentence"""
_SHORT = {
    "POLITELY": "(?:and |absolutely |of course,? |please )*",
    "THANKED": "(?: so much| very much| again| a lot| a (?:million|ton)| in advance| either way)",
}


def _any_pleasantry() -> str:
    lines = "|".join(f"(?:{line})" for line in _PLEASANTRIES.strip().splitlines())
    for short, long in _SHORT.items():
        lines = lines.replace(short, long)
    return re.sub(r"~(\d+)", r"[^.!?]{0,\1}", lines)


_PLEASANTRY = LazyRegex(
    rf"(?:{_GREETING}[\s,!.–—-]*)?(?:{_any_pleasantry()})?{_NAME}\W*", re.IGNORECASE
)
_BARE_GREETING = LazyRegex(rf"{_GREETING}\W*", re.IGNORECASE)
_CONTENT = LazyRegex(r"\b(?:recommend|endorse|testimonial|reference|write|mention)", re.IGNORECASE)


def counted_in_ask(text: str, sentences: Sequence[Sentence], fewest: int) -> int:
    """Sentences of an ask as its limits count them.

    A bare greeting is never one. Pleasantries and bullets are none where that would be too many,
    and fill up where there are too few: no one is refused for being polite.
    """
    bare = sum(_is_greeting(sentence.text) for sentence in sentences[:1])
    plain = [one for at, one in enumerate(sentences) if at >= bare]
    items = [is_list_item(text, one) for one in plain]
    counted = 0
    for at, one in enumerate(plain):
        introduced = at > 0 and (items[at - 1] or plain[at - 1].text.endswith(":"))
        if (items[at] and introduced) or is_pleasantry(one.text):
            continue
        counted += 1
    return min(len(plain), max(counted, fewest))


@lru_cache(maxsize=1024)
def is_pleasantry(sentence: str) -> bool:
    """Whether a sentence is politeness alone ("Hope you had a great summer!")."""
    return bool(_PLEASANTRY.fullmatch(sentence.replace("’", "'"))) and not _CONTENT.search(sentence)


def _is_greeting(sentence: str) -> bool:
    return bool(_BARE_GREETING.fullmatch(sentence))
