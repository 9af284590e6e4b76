"""Recommendations for a résumé: which of them, in which order, what of each."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from recco_tui.core.cleaning import clean_line, clean_text
from recco_tui.core.markdown import CUT
from recco_tui.core.models import Contact, Direction, Recommendation
from recco_tui.core.names import fold
from recco_tui.core.relationships import Kind


class Reference(NamedTuple):
    """One text as it is shown; `role` is who they are, in a few words."""

    name: str
    role: str
    text: str


@dataclass(slots=True)
class Pack:
    """Texts picked by hand, in order, by id; of each the sentences that are left out, by number."""

    order: list[int] = field(default_factory=list)
    left_out: dict[int, frozenset[int]] = field(default_factory=dict)

    def toggle(self, text_id: int) -> None:
        """Pick the text as the last, or leave it out again."""
        if text_id in self.order:
            self.order.remove(text_id)
        else:
            self.order.append(text_id)

    def move(self, text_id: int, by: int) -> None:
        """Let it change places with its neighbour; at the ends it stays."""
        at = self.order.index(text_id)
        to = at + by
        if 0 <= to < len(self.order):
            self.order[at], self.order[to] = self.order[to], self.order[at]

    def toggle_sentence(self, text_id: int, number: int) -> None:
        """Leave a sentence out, or take it in again."""
        self.left_out[text_id] = self.left_out.get(text_id, frozenset()) ^ {number}


def without(text: str, places: Sequence[tuple[int, int]], left_out: Collection[int]) -> str:
    """The text but for some of its sentences; `places` has start and end of each.

    Each gap shows as […]. Sentences that stay side by side keep what stands between them.
    """
    parts: list[str] = []
    last_kept = -1
    for number, (start, end) in enumerate(places):
        if number in left_out:
            continue
        gap = number > last_kept + 1
        if gap:
            parts.append(f" {CUT} " if parts else f"{CUT} ")
        elif parts:
            parts.append(text[places[last_kept][1] : start])
        parts.append(text[start:end])
        last_kept = number
    if last_kept + 1 < len(places):
        parts.append(f" {CUT}" if parts else CUT)
    return "".join(parts)


def chosen(
    pages: Iterable[tuple[Contact, Recommendation]],
    *,
    people: Sequence[int] = (),
    kinds: Sequence[Kind] = (),
    phrase: str = "",
    word: str = "",
) -> list[tuple[Contact, Recommendation]]:
    """Received texts that fit all that is asked: people in the order named, then newest first."""
    begins = re.compile(rf"(?<!\w){re.escape(fold(word))}")
    fitting = [
        (contact, text)
        for contact, text in pages
        if text.direction is Direction.RECEIVED
        and text.has_text
        and (not people or contact.id in people)
        and (not kinds or contact.kind in kinds)
        and (not phrase or any(fold(phrase) in fold(marked) for marked in text.key_phrases))
        and (not word or begins.search(fold(text.text)))
    ]
    order = {id_: at for at, id_ in enumerate(people)}
    return sorted(
        fitting, key=lambda pair: (order.get(pair[0].id, 0), -pair[1].on.toordinal(), pair[1].id)
    )


def reference(contact: Contact, text: Recommendation, most: int | None = None) -> Reference:
    """The text, cut to whole sentences within `most` characters; a cut is marked."""
    job = " at ".join(
        filter(None, (text.position or contact.position, text.company or contact.company))
    )
    relation = contact.relationship.theirs if contact.relationship else ""
    role = ", ".join(filter(None, (job, relation.removeprefix("they "))))
    words = trimmed(clean_text(text.text), most)
    return Reference(clean_line(contact.name), clean_line(role), words)


def trimmed(text: str, most: int | None) -> str:
    """At most so many characters, whole sentences where one fits; what is left out shows as […]."""
    text = text.strip()
    if most is None or len(text) <= most:
        return text
    room = max(1, most - len(CUT) - 1)
    ends = [match.end() for match in re.finditer(r"[.!?…][\"'”’)]*(?=\s)", text[: room + 1])]
    if ends:
        return f"{text[: ends[-1]]} {CUT}"
    head = text[:room].rpartition(" ")[0] or text[:room]
    return f"{head} {CUT}"
