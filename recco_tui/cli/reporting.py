"""Saying what a command did, in the words that the log keeps."""

from recco_tui.cli.printing import tell, write_json
from recco_tui.cli.session import Session
from recco_tui.core.cleaning import capitalized


def sentence(text: str) -> str:
    """The words with a capital in front and a full stop behind."""
    return capitalized(text) + ("" if text.endswith((".", "!", "?")) else ".")


def report(
    session: Session, document: object, as_json: bool, added: str = "", nothing: str = ""
) -> None:
    """Print what the last verb did: its document, or its label with what is `added` to it."""
    if as_json:
        write_json(document)
        return
    done = session.ledger.last_change
    if done is None:
        tell(nothing or "Nothing changed: it was so already.")
        return
    tell(sentence(done.label + (f" ({added})" if added else "")))
