"""Sentence boundaries inside a block: what must be added to sentencex' cuts and taken from them."""

import re
from bisect import bisect_left

from recco_tui.writing.lazy_regex import LazyRegex

_SUBJECTS = (
    "she|he|they|we|it|i|this|that|these|those|his|her|their|our|my|you|your|the|there|thank|thanks"
    "|what|when|if|in|on|at|as|also|would|highly"
)
_SUBJECT = LazyRegex(rf"(?:{_SUBJECTS})(?:['’]\w+)?\b", re.IGNORECASE)
_TITLES = "dr|mr|mrs|ms|mx|prof|md|st|sr|rev|hon|gen|col|lt|sgt|capt|sen|rep|mt"
_WEB = r"(?<![\w./@:'’-])"
_GLUED = LazyRegex(
    rf"{_WEB}[\w'’-]+(?:[.…]+|(?P<loud>[!?]+))[\"”’)]*(?=[\"“‘(]?(?P<next>[^\W\d_][\w'’]*)(?P<rest>\S?))"
)
_GLUED_WORD = LazyRegex(r"[\w'’-]+")
_CLOSED_THEN = LazyRegex(r"(?<=[.!?…])[)\]\"”’»]{1,3}\s+(?=[\"“‘(\[]?[A-Z])")
_ELLIPSIS_THEN = LazyRegex(r"(?<!…)…\s+(?=[A-Z][\w'’]*)")
_TRAILED_OFF = LazyRegex(r"[^.!?…]{20}(?:\.\.\.\.?|…)\s+(?=[A-Z]|(?:he|she|they|we|i)\b)")
_LOUD_THEN = LazyRegex(r"[!?][!?]\s+(?=[^\W\d_])")
_STOP_THEN = LazyRegex(r"(?<=\w\w)[.!?]\s+(?=[\"“(]?[A-Z])")
_CLOSERS = LazyRegex(
    r"[)\]\"”’»*_]+(?=\s|\Z)|[:;=8xX][-'^o]?[)(DPp3/|\]*]+(?=\s|\Z)|<3+"
    r"|[\u2190-\u2bff\u3030-\u303f\ufe0f\u200d\U0001f000-\U0001faff\U000e0020-\U000e007f]+"
)
_EMOJI_THEN = LazyRegex(
    rf"[\u2600-\u27bf\ufe0f\u200d\U0001f300-\U0001faff]\s+(?=(?:{_SUBJECTS})\b)", re.IGNORECASE
)
_SMILEY_THEN = LazyRegex(r"(?<=\s)[:;=][-']?[)(DP]\s+(?=[A-Z])")
_ASKED = LazyRegex(r"(?:he|she|they|we|i)\s+(?:asked|said|wondered|thought|wrote)\b", re.IGNORECASE)
_INITIAL = LazyRegex(r"(?:\A|[\s(\"“])[^\W\d_]\.\s*\Z")
_NAME_INITIAL = LazyRegex(r"[A-Z][\w'’-]+\s+[A-Z]\.\s*\Z")
_TITLE = LazyRegex(rf"(?:\A|[\s(\"“])(?:{_TITLES})\.\s*\Z", re.IGNORECASE)
_BEFORE_NUMBER = LazyRegex(
    r"(?:\A|[\s(])(?:approx|no|nos|fig|est|ca|min|max|avg|vol|ver|v|p|pp|ch|sec)\.\s*\Z",
    re.IGNORECASE,
)
_INSIDE = LazyRegex(r"(?:\A|[\s(])(?:e\.g|i\.e|eg|ie|vs|cf|incl|excl|approx|viz|aka)\.\s*\Z",
                     re.IGNORECASE)  # fmt: skip
_MAY_GO_ON = LazyRegex(
    r"(?:\A|[\s(])(?:inc|ltd|co|corp|bros|etc|al|dept|univ|assoc|mgmt|mgr|asst|jr|sr|u\.s|u\.k"
    r"|u\.s\.a|u\.n|e\.u|d\.c|ph\.d|b\.sc|m\.sc|b\.a|m\.a|m\.b\.a|a\.m|p\.m|b\.s|m\.s|yrs?|hrs?"
    r"|mins?|mon|tues?|wed|thurs?|fri|sat|sun|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.\s*\Z",
    re.IGNORECASE,
)
_TECH_DOT = LazyRegex(r"(?:\A|[\s(/])(?:[A-Z]{2,})?\.\Z")
_LOOK_BACK = 24
_LONGEST_BRACKET = 300


def correct(block: str, cuts: list[int]) -> list[int]:
    """The inner boundaries of a block in order; `cuts` are sentencex', the last at the end."""
    found = {cut for cut in cuts if 0 < cut < len(block)} | _added(block)
    moved = {_past_closers(block, cut) for cut in found}
    brackets = _brackets(block)
    return sorted(
        cut
        for cut in moved
        if 0 < cut < len(block)
        and not _goes_on(block[max(0, cut - _LOOK_BACK) : cut], block[cut : cut + _LOOK_BACK])
        and not _within(brackets, cut)
    )


def _added(block: str) -> set[int]:
    found = {match.end() for match in _CLOSED_THEN.finditer(block)}
    found.update(match.end() for match in _LOUD_THEN.finditer(block))
    found.update(match.end() for match in _EMOJI_THEN.finditer(block))
    found.update(match.end() for match in _SMILEY_THEN.finditer(block))
    found.update(match.end() for match in _TRAILED_OFF.finditer(block))
    found.update(m.end() for m in _STOP_THEN.finditer(block) if not _may_go_on(block, m))
    found.update(m.end() for m in _ELLIPSIS_THEN.finditer(block) if block[m.end()] != "I")
    found.update(m.end() for m in _GLUED.finditer(block) if _is_glued(m))
    return found


def _may_go_on(block: str, match: re.Match[str]) -> bool:
    """Whether an abbreviation stands before the stop: then sentencex decides."""
    left = block[max(0, match.start() - _LOOK_BACK) : match.start() + 1]
    return any(look.search(left) for look in (_MAY_GO_ON, _TITLE, _INSIDE, _BEFORE_NUMBER))


def _is_glued(match: re.Match[str]) -> bool:
    """A stop with no blank behind it ("the launch.She"), no address, version or "Node.js"."""
    if match["rest"] and match["rest"] in "/@.=&:_":
        return False
    word = _GLUED_WORD.match(match[0])
    left, right = (word[0] if word else ""), match["next"]
    if match["loud"]:
        return len(left) > 1
    if not right[0].isupper() or len(left) < 2 or left.lower() in {"www", *_TITLES.split("|")}:
        return False
    return bool(_SUBJECT.fullmatch(right)) or (left.islower() and right[1:].islower())


def _past_closers(block: str, cut: int) -> int:
    """Emoji, smileys and closing marks behind a stop belong to the sentence before."""
    while cut < len(block):
        match = _CLOSERS.match(block, cut)
        if not match:
            break
        cut = match.end()
        while cut < len(block) and block[cut].isspace():
            cut += 1
    return cut


def _goes_on(left: str, right: str) -> bool:
    """Whether the stop that ends `left` ends no sentence."""
    starts_low = right[:1].islower()
    if not left.rstrip().endswith("."):
        return starts_low and left.rstrip()[-1:] in "?!" and bool(_ASKED.match(right))
    if _INITIAL.search(left):
        named = bool(_NAME_INITIAL.search(left))
        return starts_low or (named and right[:1].isupper() and not _SUBJECT.match(right))
    if _TITLE.search(left) or _INSIDE.search(left):
        return True
    if _BEFORE_NUMBER.search(left):
        return bool(re.match(r"[$€£#]?\d", right))
    if _MAY_GO_ON.search(left):
        return starts_low or right[:1].isdigit()
    return bool(_TECH_DOT.search(left)) and right[:1].isupper() and not _SUBJECT.match(right)


def _brackets(block: str) -> list[tuple[int, int]]:
    """Spans of round brackets that open inside a sentence and close soon."""
    spans: list[tuple[int, int]] = []
    opened: int | None = None
    for at, character in enumerate(block):
        if character == "(" and opened is None:
            opened = at
        elif character == ")" and opened is not None:
            before = block[max(0, opened - 3) : opened].rstrip()
            if at - opened <= _LONGEST_BRACKET and before and before[-1] not in ".!?…":
                spans.append((opened, at))
            opened = None
    return spans


def _within(spans: list[tuple[int, int]], cut: int) -> bool:
    at = bisect_left(spans, (cut, -1)) - 1
    return at >= 0 and spans[at][0] < cut <= spans[at][1]
