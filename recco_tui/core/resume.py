"""Received recommendations for a résumé: which of them, in which order, how long."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from recco_tui.core.models import Contact, Direction, Recommendation
from recco_tui.core.names import fold
from recco_tui.core.relationships import RELATIONSHIPS, Kind

CUT = "[…]"
_ACTS = re.compile(r"([\\`*_{}\[\]<>#|~])")


class Reference(NamedTuple):
    """One text as it is shown; `role` is who they are, in a few words."""

    name: str
    role: str
    text: str


def chosen(
    pages: Iterable[tuple[Contact, Recommendation]],
    *,
    people: Sequence[int] = (),
    kinds: Sequence[Kind] = (),
    phrase: str = "",
    word: str = "",
) -> list[tuple[Contact, Recommendation]]:
    """Received texts that fit all that is asked: people in the order named, then newest first."""
    fitting = [
        (contact, text)
        for contact, text in pages
        if text.direction is Direction.RECEIVED
        and (not people or contact.id in people)
        and (not kinds or contact.kind in kinds)
        and (not phrase or any(fold(phrase) in fold(one) for one in text.key_phrases))
        and (not word or fold(word) in fold(text.text))
    ]
    order = {id_: at for at, id_ in enumerate(people)}
    return sorted(
        fitting, key=lambda one: (order.get(one[0].id, 0), -one[1].on.toordinal(), one[1].id)
    )


def reference(contact: Contact, text: Recommendation, most: int | None = None) -> Reference:
    """The text, cut to whole sentences within `most` characters; a cut is marked."""
    job = " at ".join(
        filter(None, (text.position or contact.position, text.company or contact.company))
    )
    relation = RELATIONSHIPS[contact.relationship].theirs if contact.relationship else ""
    role = ", ".join(filter(None, (job, relation.removeprefix("they "))))
    return Reference(contact.name, role, trimmed(text.text, most))


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


def plain(text: str) -> str:
    """Text in Markdown that stays text: what Markdown or HTML would read is escaped."""
    return _ACTS.sub(r"\\\1", text).replace("\\[…\\]", CUT)
