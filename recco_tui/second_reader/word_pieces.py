"""Words cut into the pieces that the encoder knows, as BERT's uncased models do it.

Text is set in lower case without accents; words end at blanks and at each punctuation mark; a word
is the longest known beginning, then the longest known piece that continues it, and so on.
"""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

UNKNOWN, START, STOP = "[UNK]", "[CLS]", "[SEP]"
_LONGEST_WORD = 100
_CONTINUES = "##"
_SILENT = ("Mn", "Cc", "Cf")


class WordPieces:
    """A vocabulary: each piece's number is its place in the list."""

    def __init__(self, pieces: Sequence[str]) -> None:
        self.numbers: Mapping[str, int] = {piece: at for at, piece in enumerate(pieces)}
        self.start, self.stop = self.numbers[START], self.numbers[STOP]
        self._unknown = [self.numbers[UNKNOWN]]
        self._of_word = lru_cache(maxsize=8192)(self._cut)

    def of(self, text: str) -> list[int]:
        """The numbers of the text's pieces."""
        return [number for word in words(text) for number in self._of_word(word)]

    def _cut(self, word: str) -> list[int]:
        if len(word) > _LONGEST_WORD:
            return self._unknown
        found: list[int] = []
        start = 0
        while start < len(word):
            before = _CONTINUES if start else ""
            for end in range(len(word), start, -1):
                number = self.numbers.get(before + word[start:end])
                if number is not None:
                    found.append(number)
                    start = end
                    break
            else:
                return self._unknown
        return found


def words(text: str) -> Iterator[str]:
    """Words and single marks, in lower case and without accents."""
    word = ""
    for letter in unicodedata.normalize("NFD", text.lower()):
        category = unicodedata.category(letter)
        if (category in _SILENT and letter not in "\t\n\r") or letter == "\ufffd":
            continue
        if letter.isspace() or _is_mark(letter, category):
            if word:
                yield word
            word = ""
            if not letter.isspace():
                yield letter
        else:
            word += letter
    if word:
        yield word


def _is_mark(letter: str, category: str) -> bool:
    """Whether it is a word of its own: punctuation and ASCII signs, Chinese characters."""
    if letter.isascii():
        return not letter.isalnum()
    return category.startswith("P") or 0x4E00 <= ord(letter) <= 0x9FFF
