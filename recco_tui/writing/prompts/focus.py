"""What they might mention, as the end of a sentence: "It would be great if you mentioned …".

It is typed as a noun ("debugging"), a gerund ("teaching juniors"), a clause ("how I debug") or a
sentence ("I fixed the login."). Each becomes something that can be mentioned, described, talked
about and touched on: a noun with "my", or a clause with "how".
"""

import re

from recco_tui.writing.lazy_regex import LazyRegex
from recco_tui.writing.prompts.facts import phrase

_READY_WORDS = """
how what why where who which whatever anything everything something the a an my our your his
her their this that these those both any all some
"""
_READY = frozenset(_READY_WORDS.split())
_OF_THEIRS = LazyRegex(
    r"\A(?:whatever|anything|everything|something) (?:that )?(?=you\b)", re.IGNORECASE
)
_THEIR_VIEW = LazyRegex(r"(?:what|how) (?:you|it (?:was|is|felt))\b")
_COMMAND = LazyRegex(
    r"\A(?:please )?(?:(?:that you|you (?:could|might|can)|maybe|perhaps) )?"
    r"(?:mention|describe|highlight|talk(?:ing)? about|speak (?:about|of|to)|touch on|focus on|"
    r"write about|say something about|tell them about)\s+",
    re.IGNORECASE,
)
_SUBJECT = LazyRegex(r"(?:I|we|you|he|she|they)\b(?!['’])", re.IGNORECASE)
_I_AM = LazyRegex(r"I(?:['’]m| am| was)\s+", re.IGNORECASE)
_GOOD_AT = LazyRegex(
    r"(?:(?:very|really|so|pretty|quite) )?(?:good|great|strong|skilled|best) (?:at|in|with)\s+",
    re.IGNORECASE,
)
_ARTICLE = LazyRegex(r"(?:a|an|the)\s", re.IGNORECASE)
_NOUN_THAT_DOES = LazyRegex(
    r"(?:my|our|the)(?: (?!(?:that|which|who|i|we|you|it)\b)[\w'’-]+){1,3}? "
    r"(?:(?:was|were|is|are|has|had)\b|(?:\w+ed|caught|made|kept|led|cut|saved|ran|took|gave) "
    r"(?:the|a|an|my|our|us|we|you|your|them|one|two|three|four|five|\d+)\b)",
    re.IGNORECASE,
)
_PAST_WORDS = """
wrote built led made ran taught drew set kept held gave took found sold brought spoke drove won
cut put got went sent spent rebuilt learned helped fixed tested solved handled explained
reviewed supported organized organised mentored coached managed planned prepared presented
created improved shipped migrated refactored debugged documented stayed worked
"""
_PAST = frozenset(_PAST_WORDS.split())
_BASE_WORDS = """
fix build write teach lead run make help solve explain handle keep stay organize organise
listen work learn debug communicate mentor coach prepare approach deal think ask give take find
break bring
"""
_BASE = frozenset(_BASE_WORDS.split())
_AFTER_A_VERB_WORDS = """
the a an my our your his her their this that it them him us you every each two three four five
new on in at for with to up down through
"""
_AFTER_A_VERB = frozenset(_AFTER_A_VERB_WORDS.split())
_NOT_GERUNDS_WORDS = """
morning evening spring string thing things meeting nothing something anything king ring
"""
_NOT_GERUNDS = frozenset(_NOT_GERUNDS_WORDS.split())
_AFTER_A_NOUN_WORDS = """
skill skills style approach work strategy session sessions habit habits practice practices
instinct instincts plan plans process processes notes tool tools knowledge ability abilities
experience method methods technique techniques mindset guide guides guidelines effort and or
under in
"""
_AFTER_A_NOUN = frozenset(_AFTER_A_NOUN_WORDS.split())
_COMMON_ENDINGS = (
    *("ship", "tion", "sion", "ity", "ness", "ing", "work", "ence", "ance", "ment", "ills", "ics"),
    *("ity", "age", "ure", "ical", "tive", "ful", "able", "ient"),
)
_COMMON_WORDS = """
code data team patience calm attention care focus support help design tests docs reviews review
problem problems quick clear strong good great fast hard front back public technical sense way
ability test unit pair time customer client project empathy honesty energy leadership humor
ideas questions skills part role first analysis feedback growth
"""
_COMMON = frozenset(_COMMON_WORDS.split())


def say_focus(typed: str) -> str:
    """The focus as the end of a sentence; '' when nothing was typed."""
    words = _COMMAND.sub("", phrase(_on_one_breath(typed)))
    if not words:
        return ""
    words = _OF_THEIRS.sub("what ", words)
    first = words.split()[0]
    return _of_sentence(words) or _of_start(words, first.lower()) or _of_noun(words, first)


def asks_their_view(focus: str) -> bool:
    """Whether what `say_focus` made asks how they see it: "what you liked about my work"."""
    return _THEIR_VIEW.match(focus) is not None


def _on_one_breath(typed: str) -> str:
    """Several sentences as one: "I fixed it. Then I wrote it down." joined by "and"."""
    pieces = [
        piece.strip() for piece in re.split(r"(?<=\w)[.!?;]+\s+(?=\w)", " ".join(typed.split()))
    ]
    first, *rest = pieces
    return " and ".join([first, *(_lowered(piece) for piece in rest)])


def _lowered(words: str) -> str:
    first = words.split()[0] if words.split() else ""
    is_plain = first[1:].islower() and first != "I" and not first.startswith(("I'", "I’"))
    return words[0].lower() + words[1:] if is_plain else words


def _of_sentence(words: str) -> str:
    """ "I fixed the login" → "how I fixed the login"; '' when it is no sentence."""
    if am := _I_AM.match(words):
        rest = words[am.end() :]
        if skilled := _GOOD_AT.match(rest):
            return say_focus(rest[skilled.end() :])
        past = "was" in am[0].lower()
        if _ARTICLE.match(rest):
            return f"what {'made' if past else 'makes'} me {rest}"
        if rest.split()[:1] and rest.split()[0].lower().endswith("ing"):
            return f"how {words}"
        return f"how I {'stayed' if past else 'stay'} {rest}"
    if re.match(r"that (?:i|we|you|my|our)\b", words, re.IGNORECASE):
        return f"how {words.split(None, 1)[1]}"
    if re.match(r"when (?:i|we|you)\b", words, re.IGNORECASE):
        return f"the time {words.split(None, 1)[1]}"
    if re.match(r"how (?:do|did) i\b", words, re.IGNORECASE):
        return f"how {words.split(None, 2)[2]}"
    if re.match(r"you saw (?:me|us)\b", words, re.IGNORECASE):
        return f"the time {_lowered(words)}"
    if subject := _SUBJECT.match(words):
        spoken = "I" if subject[0] in "iI" else subject[0].lower()
        return f"how {spoken}{words[subject.end() :]}"
    return f"how {_lowered(words)}" if _NOUN_THAT_DOES.match(words) else ""


def _of_start(words: str, first: str) -> str:
    """By the first word: a clause or a noun that is ready, a deed, a gerund; '' for none."""
    rest = words.split()[1:]
    following = rest[0].lower() if rest else ""
    if first in _READY:
        return f"{first}{words[len(first) :]}"
    if first == "being" and len(rest) == 1:
        return f"how {rest[0]} I am"
    if first == "to" and rest:
        return f"how I {' '.join(rest)}"
    if (first in _PAST and rest) or (first.endswith("ed") and following in _AFTER_A_VERB):
        return f"how I {first}{words[len(first) :]}"
    if first in _BASE and rest and (following in _AFTER_A_VERB or following.endswith("s")):
        return f"how I {first}{words[len(first) :]}"
    if first.endswith("ing") and len(first) > len("king") and first not in _NOT_GERUNDS:
        noun = not rest or rest[-1].lower() in _AFTER_A_NOUN or following in _AFTER_A_NOUN
        return f"my {first}{words[len(first) :]}" if noun else f"how I went about {_lowered(words)}"
    return ""


def _of_noun(words: str, first: str) -> str:
    if re.match(r"\S+['’]s?\s", words):
        return words
    plain = first.lower() in _COMMON or first.lower().endswith(_COMMON_ENDINGS)
    if plain and first[1:].islower():
        return f"my {first.lower()}{words[len(first) :]}"
    if all(word[:1].isupper() or not word[:1].isalpha() for word in words.split()):
        is_name = len(words.split()) > 1 and not words.isupper()
        return f"my work {'on' if is_name else 'with'} {words}"
    return f"my {words}"
