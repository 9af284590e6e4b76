"""Sentences as a person counts them, with their places in the text as typed, and their clauses.

A text is split at line breaks and bullets into blocks; sentencex finds the boundaries inside a
block, and `_corrected` puts right what sentencex gets wrong. Every step is linear in the text.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from sentencex import segment

from recco_tui.writing.lazy_regex import LazyRegex

# sentencex is written in Rust and refuses lone surrogates; NUL belongs to no sentence.
_UNSUPPORTED = LazyRegex("[\ud800-\udfff\0]")
_LINE_BREAK_CHARACTER = LazyRegex(r"[\r\n\x0b\x0c\x85\u2028\u2029]")
_SIGN_OFF = LazyRegex(
    r"(?:(?:(?:all |my )?(?:the )?(?:kind|kindest|best|warm|warmest|many)?\s*(?:regards|wishes|best"
    r"|thanks)|best|cheers|sincerely|yours(?: truly)?|warmly|gratefully|love|br)\s*[,!–—-]?|[—–-])"
    r"\s*(?:\S+\s*){0,3}"
    r"|(?:thank you|thanks|with gratitude|take care|talk soon)"
    r"(?: (?:so|very) much| again| in advance)*"
    r"\s*[,!.–—-]*\s*\n\s*(?:[^\W\d_][\w'’.-]*\s*){1,3}",
    re.IGNORECASE,
)
_SIGNATURE = LazyRegex(r"[A-Z][\w'’-]+(?: [A-Z][\w'’.-]*){0,2}")


@dataclass(frozen=True, slots=True)
class Sentence:
    """`text` is exactly `whole[start:end]`: no blank, bullet or line break at either end."""

    text: str
    start: int
    end: int


@lru_cache(maxsize=8)
def split(text: str) -> tuple[Sentence, ...]:
    """The sentences in order.

    A piece without a letter or digit (an emoji, a closing mark) and a sign-off on its own lines
    ("Best, Rafael") belong to the sentence before.
    """
    cleaned = _UNSUPPORTED.sub(" ", text)
    parts = _blocks(cleaned)
    spans: list[tuple[int, int]] = []
    for at, (start, end) in enumerate(parts):
        closing = (
            at > 0
            and at >= len(parts) - 2
            and _is_sign_off(cleaned[start : parts[-1][1]], cleaned[:start])
        )
        if closing and spans:
            spans[-1] = (spans[-1][0], len(cleaned[: parts[-1][1]].rstrip()))
            break
        for first, last in _split_block(_LINE_BREAK_CHARACTER.sub(" ", cleaned[start:end])):
            _add(spans, cleaned, start + first, start + last)
    return tuple(Sentence(text[a:b], a, b) for a, b in spans)


def _split_block(block: str) -> list[tuple[int, int]]:
    cuts: list[int] = []
    at = 0
    for piece in segment("en", block):
        at += len(piece)
        cuts.append(at)
    return list(pairwise([0, *_corrected(block, cuts), len(block)]))


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    end -= len(piece) - len(piece.rstrip())
    if start >= end:
        return
    if any(character.isalnum() for character in text[start:end]):
        spans.append((start, end))
    elif spans and "\n" not in text[spans[-1][1] : start]:
        spans[-1] = (spans[-1][0], end)


def _is_sign_off(closing: str, before: str) -> bool:
    """Whether the last lines are "Best, Ann", or a name alone under a finished sentence."""
    bare = closing.strip()
    if len(closing) > 60:
        return False
    return bool(
        _SIGN_OFF.fullmatch(bare)
        or (_SIGNATURE.fullmatch(bare) and before.rstrip()[-1:] in ("!", ".", "?"))
    )


# Blocks

_LINE_BREAK = LazyRegex(r"\r\n?|[\n\x0b\x0c\x85\u2028\u2029]")
_LIST_MARK = LazyRegex(r"\s*(?:[-*+•‣▪●◦·–—►✓✔➤]|\(?\d{1,2}[.)]|[a-z]\))[ \t]+(?=\S)")
_INLINE_BULLET = LazyRegex(r"(?<=\S)[ \t]+[•‣▪●◦►➤][ \t]*(?=\S)")
_UNFINISHED_LINE = LazyRegex(
    r"(?:[,(\[/&]|(?<![\w'’])(?:a|an|the|and|or|but|with|of|to|in|on|at|for|from|by|as|my|our|his"
    r"|her|their|is|was|were|are|that|which|who|i|we|he|she|they|you|be|been|has|have|had|will"
    r"|would|very|so|not|it|its|this|these|those|dr\.|mr\.|mrs\.|ms\.|prof\.))[ \t]*\Z",
    re.IGNORECASE,
)
_FINISHED_LINE = LazyRegex(r"[.!?…。！？:;][\"'”’»)\]]*[ \t]*\Z")
_TAIL_LENGTH = 40


def _blocks(text: str) -> list[tuple[int, int]]:
    """(start, end) of each block, list marks and breaks left out.

    A line continues on the next when it ends with a comma or a word that no sentence ends with
    ("with the"), or when it has no stop and the next begins in lower case. A blank line always
    separates, except after a greeting ("Hi Katrina,").
    """
    found: list[tuple[int, int]] = []
    blank_before = False
    for start, end in _lines(text):
        if not text[start:end].strip():
            blank_before = True
            continue
        mark = _LIST_MARK.match(text, start, end)
        if found and not mark and _continues(text, found[-1], start, end, blank_before):
            found[-1] = (found[-1][0], end)
        else:
            found.extend(_bullets(text, mark.end() if mark else start, end))
        blank_before = False
    return found


def is_list_item(text: str, sentence: Sentence) -> bool:
    """Whether a sentence begins a line behind a bullet or number."""
    line = max(text.rfind("\n", 0, sentence.start), text.rfind("\r", 0, sentence.start)) + 1
    mark = _LIST_MARK.match(text, line)
    return mark is not None and mark.end() == sentence.start


def _lines(text: str) -> list[tuple[int, int]]:
    starts = [0]
    ends: list[int] = []
    for match in _LINE_BREAK.finditer(text):
        ends.append(match.start())
        starts.append(match.end())
    return list(zip(starts, [*ends, len(text)], strict=True))


def _continues(text: str, before: tuple[int, int], start: int, end: int, blank: bool) -> bool:
    tail = text[max(before[0], before[1] - _TAIL_LENGTH) : before[1]]
    if blank:
        return tail.rstrip().endswith(",") and before[1] - before[0] <= _TAIL_LENGTH
    if _UNFINISHED_LINE.search(tail):
        return True
    return text[start:end].lstrip()[0].islower() and not _FINISHED_LINE.search(tail)


def _bullets(text: str, start: int, end: int) -> list[tuple[int, int]]:
    cuts = [(m.start(), m.end()) for m in _INLINE_BULLET.finditer(text, start, end)]
    starts = [start, *(after for _, after in cuts)]
    ends = [*(before for before, _ in cuts), end]
    return [(a, b) for a, b in zip(starts, ends, strict=True) if text[a:b].strip()]


# Boundaries inside a block

_SUBJECTS = (
    "she|he|they|we|it|i|this|that|these|those|his|her|their|our|my|you|your|the|there|thank|thanks"
    "|what|when|if|in|on|at|as|also|would|highly"
)
_SUBJECT = LazyRegex(rf"(?:{_SUBJECTS})(?:['’]\w+)?\b", re.IGNORECASE)
_PRONOUN = LazyRegex(r"(?:I|She|He|They|We|It|You)(?:['’]\w+)?\b")
_TITLES = "dr|mr|mrs|ms|mx|prof|md|st|sr|rev|hon|gen|col|lt|sgt|capt|sen|rep|mt"
_BEFORE_ANY_NAME = LazyRegex(r"(?<!\d )(?<!\d)\b(?:dr|mr|mrs|ms|mx|prof)\.\s*\Z", re.IGNORECASE)
"""titles that even a name like a common word follows ("Dr. My Tran")"""
_CAPITAL_TITLE = LazyRegex(r"[A-Z][a-z]+\.\s*\Z")
_STOP_WITHOUT_SPACE = LazyRegex(
    r"(?<![\w./@:'’-])[\w'’-]+(?:[.…]+|(?P<emphatic>[!?]+))[\"”’)]*"
    r"(?=[\"“‘(]?(?P<next>[^\W\d_][\w'’]*)(?P<rest>\S?))"
)
_FIRST_WORD = LazyRegex(r"[\w'’-]+")
_CLOSING_MARK = LazyRegex(r"(?<=[.!?…])[)\]\"”’»]{1,3}\s+(?=[\"“‘(\[]?[A-Z])")
_ELLIPSIS = LazyRegex(r"(?<!…)…\s+(?=[A-Z][\w'’]*)")
_ELLIPSIS_AFTER_CLAUSE = LazyRegex(r"[^.!?…]{20}(?:\.\.\.\.?|…)\s+(?=[A-Z]|(?:he|she|they|we|i)\b)")
_REPEATED_MARK = LazyRegex(r"[!?][!?]\s+(?=[^\W\d_])")
_STOP = LazyRegex(r"(?<=\w\w)[.!?]\s+(?=[\"“(]?[A-Z])")
_STOP_OF_LETTERS = LazyRegex(
    rf"(?<=\w\.\w)\.\s+(?=(?-i:(?=[A-Z]))(?:{_SUBJECTS})\b)", re.IGNORECASE
)
_STOP_OF_UNIT = LazyRegex(r"(?<=\d\s)[a-zµ%]\.\s+(?=[A-Z])")
_CLOSERS = LazyRegex(
    r"[)\]\"”’»*_]+(?=\s|\Z)|[:;=8xX][-'^o]?[)(DPp3/|\]*]+(?=\s|\Z)|<3+"
    r"|[\u2190-\u2bff\u3030-\u303f\ufe0f\u200d\U0001f000-\U0001faff\U000e0020-\U000e007f]+"
)
_EMOJI = LazyRegex(
    rf"[\u2600-\u27bf\ufe0f\u200d\U0001f300-\U0001faff]\s+(?=(?:{_SUBJECTS})\b)", re.IGNORECASE
)
_SMILEY = LazyRegex(r"(?<=\s)[:;=][-']?[)(DP]\s+(?=[A-Z])")
_ALWAYS_BOUNDARY = (
    _CLOSING_MARK, _REPEATED_MARK, _EMOJI, _SMILEY, _ELLIPSIS_AFTER_CLAUSE,
    _STOP_OF_LETTERS, _STOP_OF_UNIT,
)  # fmt: skip
_REPORTING = LazyRegex(
    r"(?:he|she|they|we|i)\s+(?:asked|said|wondered|thought|wrote)\b", re.IGNORECASE
)
_INITIAL = LazyRegex(r"(?:\A|[\s(\"“])[^\W\d_]\.\s*\Z")
_NAME_INITIAL = LazyRegex(r"[A-Z][\w'’-]+\s+[A-Z]\.\s*\Z")
_TITLE = LazyRegex(rf"(?:\A|[\s(\"“])(?:{_TITLES})\.\s*\Z", re.IGNORECASE)
_BEFORE_NUMBER = LazyRegex(
    r"(?:\A|[\s(])(?:approx|no|nos|fig|est|ca|min|max|avg|vol|ver|v|p|pp|ch|sec)\.\s*\Z",
    re.IGNORECASE,
)
_BEFORE_NOUN = LazyRegex(r"(?:\A|[\s(])(?:approx|est|ca|min|max|avg)\.\s*\Z", re.IGNORECASE)
_MID_SENTENCE = LazyRegex(
    r"(?:\A|[\s(])(?:e\.g|i\.e|eg|ie|vs|cf|incl|excl|approx|viz|aka)\.\s*\Z", re.IGNORECASE
)
_ABBREVIATION = LazyRegex(
    r"(?:\A|[\s(])(?:inc|ltd|co|corp|bros|etc|al|dept|univ|assoc|mgmt|mgr|mktg|asst|jr|sr|u\.s|u\.k"
    r"|u\.s\.a|u\.n|e\.u|d\.c|v\.p|m\.d|ph\.d|b\.sc|m\.sc|b\.a|m\.a|m\.b\.a|a\.m|p\.m|b\.s|m\.s|yrs?|hrs?"
    r"|mins?|mon|tues?|wed|thurs?|fri|sat|sun|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.\s*\Z",
    re.IGNORECASE,
)
_TECH_DOT = LazyRegex(r"(?:\A|[\s(/])(?:[A-Z]{2,})?\.\Z")
_NEARBY = 24
"""characters looked at on each side of a boundary"""
_LONGEST_PARENTHESIS = 300


def _corrected(block: str, cuts: list[int]) -> list[int]:
    """The inner boundaries of a block in order; `cuts` are sentencex', the last at the end."""
    found = {cut for cut in cuts if 0 < cut < len(block)} | _additional(block)
    moved = {_past_closers(block, cut) for cut in found}
    parentheses = _parentheses(block)
    return sorted(
        cut
        for cut in moved
        if 0 < cut < len(block)
        and not _continues_after(block[max(0, cut - _NEARBY) : cut], block[cut : cut + _NEARBY])
        and not _is_inside(parentheses, cut)
    )


def _additional(block: str) -> set[int]:
    found = {match.end() for regex in _ALWAYS_BOUNDARY for match in regex.finditer(block)}
    found.update(m.end() for m in _STOP.finditer(block) if not _follows_abbreviation(block, m))
    found.update(m.end() for m in _ELLIPSIS.finditer(block) if block[m.end()] != "I")
    found.update(m.end() for m in _STOP_WITHOUT_SPACE.finditer(block) if _is_missing_space(m))
    return found


def _follows_abbreviation(block: str, match: re.Match[str]) -> bool:
    """Whether there is an abbreviation before the stop: then sentencex decides, unless a word
    follows that begins a sentence ("at Acme Corp. I")."""
    if _SUBJECT.match(block, match.end()):
        return False
    left = block[max(0, match.start() - _NEARBY) : match.start() + 1]
    return any(
        regex.search(left) for regex in (_ABBREVIATION, _TITLE, _MID_SENTENCE, _BEFORE_NUMBER)
    )


def _is_missing_space(match: re.Match[str]) -> bool:
    """Whether a space is missing after the stop ("the launch.She"), and it is not part of an
    address, a version or "Node.js"."""
    if match["rest"] and match["rest"] in "/@.=&:_":
        return False
    word = _FIRST_WORD.match(match[0])
    left, right = (word[0] if word else ""), match["next"]
    if match["emphatic"]:
        return len(left) > 1
    if not right[0].isupper() or len(left) < 2 or left.lower() in {"www", *_TITLES.split("|")}:
        return False
    return bool(_SUBJECT.fullmatch(right)) or (left.islower() and right[1:].islower())


def _past_closers(block: str, cut: int) -> int:
    """Emoji, smileys and closing marks after a stop belong to the sentence before."""
    while cut < len(block):
        match = _CLOSERS.match(block, cut)
        if not match:
            break
        cut = match.end()
        while cut < len(block) and block[cut].isspace():
            cut += 1
    return cut


def _continues_after(left: str, right: str) -> bool:
    """Whether the sentence continues after the stop that ends `left`."""
    lower_case = right[:1].islower()
    if not left.rstrip().endswith("."):
        return lower_case and left.rstrip()[-1:] in "?!" and bool(_REPORTING.match(right))
    if _INITIAL.search(left):
        named = bool(_NAME_INITIAL.search(left))
        return lower_case or (named and right[:1].isupper() and not _SUBJECT.match(right))
    if _TITLE.search(left):
        return _belongs_to_name(left, right)
    if _MID_SENTENCE.search(left):
        return True
    if _BEFORE_NUMBER.search(left):
        noun = lower_case and bool(_BEFORE_NOUN.search(left))
        return noun or bool(re.match(r"[$€£#]?\d", right))
    if _ABBREVIATION.search(left):
        return lower_case or right[:1].isdigit()
    return bool(_TECH_DOT.search(left)) and right[:1].isupper() and not _SUBJECT.match(right)


def _belongs_to_name(left: str, right: str) -> bool:
    """Whether `left` ends with a title of the name in `right` ("Dr. Chen"), and not with a unit, a
    job or a degree that ends a sentence ("300 ms. Ann", "our account rep. She", "an MD. She")."""
    if right[:1].islower():
        return True
    if _BEFORE_ANY_NAME.search(left):
        return not _PRONOUN.match(right)
    return bool(_CAPITAL_TITLE.search(left)) and not _SUBJECT.match(right)


def _parentheses(block: str) -> list[tuple[int, int]]:
    """Spans of parentheses that open inside a sentence and close soon."""
    spans: list[tuple[int, int]] = []
    opened: int | None = None
    for at, character in enumerate(block):
        if character == "(" and opened is None:
            opened = at
        elif character == ")" and opened is not None:
            before = block[max(0, opened - 3) : opened].rstrip()
            if at - opened <= _LONGEST_PARENTHESIS and before and before[-1] not in ".!?…":
                spans.append((opened, at))
            opened = None
    return spans


def _is_inside(spans: list[tuple[int, int]], cut: int) -> bool:
    at = bisect_left(spans, (cut, -1)) - 1
    return at >= 0 and spans[at][0] < cut <= spans[at][1]


# Clauses

_CONJUNCTION = LazyRegex(
    r"[;:]|\s[-–—]{1,3}\s|—"
    r"|,?\s{1,3}(?:and|but|while|which|so|because|as well as|making|who)\s|,\s"
)
_NON_BLANK = LazyRegex(r"\S+")
_MINIMUM_WORDS = 4
"""of a clause: shorter pieces are items of a list"""


def clauses(sentence: str) -> tuple[str, ...]:
    """The clauses in order, without the commas between them; a part may be carried by one of them.

    "I worked with Ann twice, and I will hire her again" has two: the first is context, which the
    words of the whole sentence speak against.
    """
    starts = [word.start() for word in _NON_BLANK.finditer(sentence)]
    cuts = [0]
    for conjunction in _CONJUNCTION.finditer(sentence):
        before = bisect_left(starts, conjunction.start()) - bisect_left(starts, cuts[-1])
        after = len(starts) - bisect_left(starts, conjunction.end())
        if before >= _MINIMUM_WORDS and after >= _MINIMUM_WORDS:
            cuts.append(conjunction.start())
    ends = [*cuts[1:], len(sentence)]
    return tuple(sentence[a:b].strip(" ,;:") for a, b in zip(cuts, ends, strict=True))
