"""What the second reader (recco_tui/second_reader) says of the sentences of a text."""

from collections.abc import Mapping

from recco_tui.core.models import TextKind
from recco_tui.writing.claims import successor
from recco_tui.writing.sentences import split

Evidence = Mapping[str, tuple[float, float, float, float]]
"""Sentence → log-odds for each part, above 0 where it carries it. Empty where there is none."""

WITHOUT_ANY = (
    "The second reader is not installed, so the check misses more plainly worded results. "
    "pip install 'recco-tui[reader]' adds it."
)


def is_read_twice(kind: TextKind) -> bool:
    """Whether a second reader has anything to say of such a text: an ask's parts stand in plain
    patterns."""
    return kind is not TextKind.ASK


def carry_over_evidence(evidence: Evidence, old_text: str, new_text: str) -> Evidence:
    """What is known after an edit, until the new text is read: a changed sentence keeps what was
    said of it, so that no tag goes and comes while one types."""
    if not evidence:
        return evidence
    before = {sentence.text for sentence in split(old_text)}
    new = split(new_text)
    after = {sentence.text for sentence in new}
    changed = [sentence for sentence in new if sentence.text not in before]
    kept = {text: known for text, known in evidence.items() if text in after}
    for text, known in evidence.items():
        if text not in after and changed:
            kept.setdefault(successor(text, changed), known)
    return kept
