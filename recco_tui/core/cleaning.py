"""Text from files, the keyboard and the clipboard, freed of what a terminal would act on.

Gone are control characters (C0, C1, DEL), escape sequences, bidi overrides and isolates and lone
surrogates. Everything else stays as it is written: accents, joiners inside emoji, odd spaces.
"""

import re
from collections.abc import Sequence

_ESCAPES = (
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"  # CSI: colours, cursor
    r"|(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)"  # OSC, DCS …
    r"|\x1b[()*+][0-9A-Za-z]"  # character sets
)
_BREAK = r"\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]"
_UNSEEN = r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
_DIRT = f"(?P<stop>{_BREAK})|(?P<gone>{_ESCAPES}|{_UNSEEN})|\t"
"""`re` compiles it when it is first met: that takes longer than most modules take to load."""
_LONG = 40
_DIRTY = re.compile(f"{_UNSEEN}|[\r\t\x0b\x0c\u2028\u2029]")


def clean_line(text: str) -> str:
    """One line: line breaks and tabs become spaces, the ends are trimmed."""
    if text.isprintable():
        return text.strip()
    return re.sub(_DIRT, _on_a_line, text).strip()


def clean_text(text: str) -> str:
    r"""Several lines: every kind of line break becomes `\n`, a tab a space; nothing is trimmed."""
    if not _DIRTY.search(text):
        return text
    return re.sub(_DIRT, _between_lines, text)


def first_of(names: Sequence[str], most: int) -> str:
    """So many of the names, and how many more there are."""
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return f"{', '.join(names[:most])}{more}"


def shortened(text: str) -> str:
    """What was typed or read, on one line and short enough to be named in a sentence."""
    text = " ".join(clean_line(text[: 4 * _LONG]).split())
    return text if len(text) <= _LONG else text[: _LONG - 1] + "…"


def _on_a_line(found: re.Match[str]) -> str:
    return "" if found["gone"] is not None else " "


def _between_lines(found: re.Match[str]) -> str:
    if found["gone"] is not None:
        return ""
    return "\n" if found["stop"] is not None else " "


def capitalized(text: str) -> str:
    """With a capital at the beginning; the rest stays, unlike with `str.capitalize`."""
    return text[:1].upper() + text[1:]
