"""Cells of a table that a spreadsheet must not take for a formula."""

import unicodedata

_SIGNS = frozenset("=+-@|%−")
"""What begins a formula, a command or a number in one spreadsheet or another."""
_BREAKS = ("\t", "\r", "\n")
"""At the start of a cell some take them for the end of the one before."""
_FILLERS = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and a symbol that show nothing."""

Cell = str | int | float | None


def harmless(value: Cell) -> Cell:
    """The value; text that would begin a formula has an apostrophe in front. Numbers are numbers.

    Spreadsheets pass over what is not seen before the sign, and some take the wide and the raised
    signs for the plain ones.
    """
    if isinstance(value, str) and _begins_a_formula(value):
        return "'" + value
    return value


def _begins_a_formula(text: str) -> bool:
    if text.startswith(_BREAKS):
        return True
    for character in text:
        if character.isascii() and character.isalnum():
            return False
        for plain in unicodedata.normalize("NFKC", character):
            if not _is_unseen(plain):
                return plain in _SIGNS
    return False


def _is_unseen(character: str) -> bool:
    """Blanks, controls, marks alone, what is not assigned."""
    return unicodedata.category(character)[0] in "CZM" or character in _FILLERS
