"""A text parted at line breaks and bullets, but not where a sentence runs on over the line."""

import re

from recco_tui.writing.lazy_regex import LazyRegex

_BREAK = LazyRegex(r"\r\n?|[\n\x0b\x0c\x85\u2028\u2029]")
_LIST_MARK = LazyRegex(r"\s*(?:[-*+•‣▪●◦·–—►✓✔➤]|\(?\d{1,2}[.)]|[a-z]\))[ \t]+(?=\S)")
_INLINE_BULLET = LazyRegex(r"(?<=\S)[ \t]+[•‣▪●◦►➤][ \t]*(?=\S)")
_RUNS_ON = LazyRegex(
    r"(?:[,(\[/&]|(?<![\w'’])(?:a|an|the|and|or|but|with|of|to|in|on|at|for|from|by|as|my|our|his"
    r"|her|their|is|was|were|are|that|which|who|i|we|he|she|they|you|be|been|has|have|had|will"
    r"|would|very|so|not|it|its|this|these|those|dr\.|mr\.|mrs\.|ms\.|prof\.))[ \t]*\Z",
    re.IGNORECASE,
)
_STOPPED = LazyRegex(r"[.!?…。！？:;][\"'”’»)\]]*[ \t]*\Z")
_TAIL = 40


def blocks(text: str) -> list[tuple[int, int]]:
    """(start, end) of each block, list marks and breaks left out.

    A line goes on in the next when it ends with a comma or a word that nothing ends with ("with
    the"), or when it has no stop and the next begins in lower case; a blank line parts all but the
    greeting before it ("Hi Katrina,").
    """
    found: list[tuple[int, int]] = []
    blank_before = False
    for start, end in _lines(text):
        if not text[start:end].strip():
            blank_before = True
            continue
        mark = _LIST_MARK.match(text, start, end)
        if found and not mark and _runs_on(text, found[-1], start, end, blank_before):
            found[-1] = (found[-1][0], end)
        else:
            found.extend(_bullets(text, mark.end() if mark else start, end))
        blank_before = False
    return found


def _lines(text: str) -> list[tuple[int, int]]:
    starts = [0]
    ends: list[int] = []
    for match in _BREAK.finditer(text):
        ends.append(match.start())
        starts.append(match.end())
    return list(zip(starts, [*ends, len(text)], strict=True))


def _runs_on(text: str, before: tuple[int, int], start: int, end: int, blank: bool) -> bool:
    tail = text[max(before[0], before[1] - _TAIL) : before[1]]
    if blank:
        return tail.rstrip().endswith(",") and before[1] - before[0] <= _TAIL
    if _RUNS_ON.search(tail):
        return True
    return text[start:end].lstrip()[0].islower() and not _STOPPED.search(tail)


def _bullets(text: str, start: int, end: int) -> list[tuple[int, int]]:
    cuts = [(m.start(), m.end()) for m in _INLINE_BULLET.finditer(text, start, end)]
    starts = [start, *(after for _, after in cuts)]
    ends = [*(before for before, _ in cuts), end]
    return [(a, b) for a, b in zip(starts, ends, strict=True) if text[a:b].strip()]
