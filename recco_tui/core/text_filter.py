"""Which texts a list shows: words of the text, and who wrote it, of which kind, what is marked.

`from:ana kind:mentor phrase:sql patient` wants all four: a person, a kind, a key phrase, and words
of the text. `phrase:` alone wants any key phrase. Quotes hold words together, as on the board.
"""

import re
from typing import NamedTuple

from recco_tui.core.models import Contact, Recommendation
from recco_tui.core.names import fold

TEXT_FIELDS = ("from", "kind", "phrase")
_TOKEN = re.compile(r'(?:(from|kind|phrase):(?:"([^"]*)"?|(\S*)))|(\S+)', re.IGNORECASE)


class TextFilter(NamedTuple):
    """`words` are looked for in the text, as typed; the others are folded, and all must fit."""

    words: str
    names: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()

    def fits(self, contact: Contact, text: Recommendation) -> bool:
        """Everything but the words."""
        name, phrases = fold(contact.name), [fold(one) for one in text.key_phrases]
        return (
            all(one in name for one in self.names)
            and all(one in contact.kind for one in self.kinds)
            and all(any(one in phrase for phrase in phrases) for one in self.phrases)
        )


def parse_text_filter(typed: str) -> TextFilter:
    """What was typed; a field that does not exist is words like any other."""
    words: list[str] = []
    asked: dict[str, list[str]] = {field: [] for field in TEXT_FIELDS}
    for field, quoted, plain, word in _TOKEN.findall(typed):
        if field:
            asked[field.lower()].append(fold(quoted or plain))
        else:
            words.append(word)
    return TextFilter(" ".join(words), *(tuple(asked[field]) for field in TEXT_FIELDS))
