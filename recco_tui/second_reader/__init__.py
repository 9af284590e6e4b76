"""The second reader: a small language model that knows what words mean; the extra "reader".

It is slower than the first one (writing/model.py), a tenth of a second for a whole text, and says
log-odds of the four parts that are blended with the first one's. Nothing is loaded before it is
asked.
"""

from importlib.util import find_spec
from typing import TYPE_CHECKING

from recco_tui.core.models import TextKind

if TYPE_CHECKING:
    from recco_tui.writing.evidence import Evidence


def is_installed() -> bool:
    """Whether what it needs is there: asked without loading it."""
    return find_spec("numpy") is not None


def read(text: str, kind: TextKind = TextKind.RECOMMENDATION) -> "Evidence":
    """What it says of the sentences; nothing where it is not installed, where the text is not
    English, and of a kind of text that is read once."""
    from recco_tui.writing.evidence import is_read_twice

    if not is_read_twice(kind) or not is_installed():
        return {}
    from recco_tui.second_reader.encoder import shipped_encoder
    from recco_tui.writing.language import is_english
    from recco_tui.writing.sentences import split

    sentences = [sentence.text for sentence in split(text)] if is_english(text) else []
    if not sentences:
        return {}
    try:
        encoder = shipped_encoder()
    except ImportError:  # numpy is there, and made for another machine
        return {}
    return dict(zip(sentences, encoder.log_odds(sentences), strict=True))
