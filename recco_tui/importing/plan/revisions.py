"""One text and what it was before: revised in a second row, rewritten, given a newer date.

A text that LinkedIn hides and its revision stand in one file as two rows; a text that is rewritten
takes the place of the one before, whose words the next export does not have any more.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from difflib import SequenceMatcher
from operator import attrgetter

from recco_tui.core.export import ExportedRecommendation
from recco_tui.core.models import COUNTED, Recommendation, TextVersion

SIMILAR = 0.6
"""Share of words, in order, from which a text is a rewrite of another. House figure."""


def same_text(one: str, other: str) -> bool:
    """Equal but for blanks: LinkedIn has flattened line breaks into spaces for years."""
    return one.split() == other.split()


def similarity(one: str, other: str) -> float:
    """Share of words in the same order, 0 to 1."""
    ours, theirs = one.casefold().split(), other.casefold().split()
    if not ours or not theirs:
        return float(ours == theirs)
    shared = (Counter(ours) & Counter(theirs)).total()
    if 2 * shared / (len(ours) + len(theirs)) < SIMILAR:  # cheap, and never below the ratio
        return 0.0
    return SequenceMatcher(None, ours, theirs, autojunk=False).ratio()


def fold_revisions(
    rows: Sequence[ExportedRecommendation],
    refs: Sequence[int],
    pairs: Sequence[Recommendation | None],
) -> dict[int, int]:
    """Rows that are another row's text at an earlier date, each with the row that it is now.

    The very words again, or like words of which one row is hidden: two that are shown are two. Two
    that are stored as two stay so. What is shown goes before what is hidden, then the newer one.
    """
    groups: dict[tuple[int, str], list[int]] = {}
    for index, row in enumerate(rows):
        if refs[index] and row.written_at and row.text.strip():
            groups.setdefault((refs[index], row.direction), []).append(index)
    folded: dict[int, int] = {}
    for group in groups.values():
        kept: list[int] = []
        group.sort(key=lambda i: (not _is_hidden(rows[i]), rows[i].written_at), reverse=True)
        for index in group:
            target = next((i for i in kept if _is_revision(rows[index], rows[i])), None)
            stored = target is not None and {p.id for p in (pairs[index], pairs[target]) if p}
            if target is None or (stored and len(stored) > 1):
                kept.append(index)
            else:
                folded[index] = target
    return folded


def status_word(written: str) -> str:
    """LinkedIn's word for a status, however a file writes it: `NOT SHOWN`; '' for none."""
    return written.strip().upper().replace("_", " ")


def _is_hidden(row: ExportedRecommendation) -> bool:
    return status_word(row.status) in ("HIDDEN", "NOT SHOWN")


def _is_revision(one: ExportedRecommendation, other: ExportedRecommendation) -> bool:
    if one.written_at == other.written_at:
        return False
    if same_text(one.text, other.text):
        return True
    hidden = _is_hidden(one) or _is_hidden(other)
    return hidden and similarity(one.text, other.text) >= SIMILAR


def version_of(
    row: ExportedRecommendation,
    texts: Iterable[Recommendation],
    versions: Mapping[int, Sequence[TextVersion]],
) -> Recommendation | None:
    """The text that had the words of this row before, or stood at its minute."""
    for text in texts:
        for version in versions.get(text.id, ()):
            same_words = bool(row.text.strip()) and same_text(version.text, row.text)
            if same_words or (row.written_at and version.written_at == row.written_at):
                return text
    return None


def place_taken_by(
    written_at: datetime | None, free: Iterable[Recommendation], *, is_old: bool = False
) -> Recommendation | None:
    """The newest text whose place one of that minute took, or (in an older export) that took its.

    `free` are the person's texts that the same file does not hold: two in one file are two. An
    older export may also tell what a text had become before it was gone.
    """
    if written_at is None:
        return None
    fitting = [
        text
        for text in free
        if text.written_at is not None
        and text.status in COUNTED
        and (
            (text.written_at < written_at and (not is_old or text.missing_since is not None))
            or (text.written_at > written_at and is_old)
        )
    ]
    return max(fitting, key=attrgetter("written_at", "id"), default=None)
