"""People's words in Markdown: shown as they are written, whatever Markdown or HTML would read."""

import re
from collections.abc import Iterable

from recco_tui.core.cleaning import clean_line, clean_text

CUT = "[…]"
"""What stands where something was left out; no link, as long as nothing makes it one."""

_ACTS = re.compile(r"[\\`*_{}\[\]<>#|~]|&(?=#?\w+;)")
_CUT = re.compile(r"\\\[…\\\](?![\[(:])")
_BLOCK = re.compile(r"^(\d{1,9})(?=[.)](\s|$))|^(?=[-+](\s|$)|[-=:][-=:\s]*$)")
"""Behind this stands what would make a list, a rule or the underline of a heading of a line."""


def on_a_line(text: str) -> str:
    """A name, a title: one line, to stand behind something else."""
    return _escaped(clean_line(text))


def paragraphs(text: str) -> list[str]:
    """The lines of a text, which break where they broke; an empty one between paragraphs."""
    lines = [line.strip(" ") for line in clean_text(text).strip("\n").split("\n")]
    return [
        _BLOCK.sub(r"\g<0>\\", _escaped(line)) + ("  " if line and following else "")
        for line, following in zip(lines, [*lines[1:], ""], strict=True)
    ]


def quoted(lines: Iterable[str]) -> str:
    """Lines of Markdown as a quotation."""
    return "\n".join(f"> {line}" if line else ">" for line in lines)


def _escaped(text: str) -> str:
    return _CUT.sub(CUT, _ACTS.sub(r"\\\g<0>", text))
