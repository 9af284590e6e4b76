"""What speaks for and against a row and a person being one, and what follows from it.

`evidence` lists the signs, `verdict` reads one table, `in_words` says them to a person. Measured on
real exports: company and position of a recommendation equal those of its author's connection in
26 of 26 pairs of one export, so that two that both differ are no small thing.
"""

from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from recco_tui.core.names import fold, fuzzy_key

ONE_DAY = timedelta(days=1)
"""Exports up to 2018 gave a local time, later ones a UTC day: the two may differ by one."""


class Facts(NamedTuple):
    """What a row or the file tells of someone. `former` has earlier names and `in/` addresses."""

    name: str
    company: str = ""
    position: str = ""
    slug: str | None = None
    connected_on: date | None = None
    former: frozenset[str] = frozenset()


def facts_of_work(name: str, work: tuple[str, str]) -> Facts:
    """What a row tells that names company and title alone."""
    company, position = work
    return Facts(name, company, position)


class Sign(StrEnum):
    """One thing that speaks for or against; the value is how it is said."""

    ANSWER = "you said so"
    TEXT = "exactly the same text"
    LIKE_TEXT = "nearly the same text"
    DELIVERY = "sent from that address in the same minute"
    ADDRESS = "same address"
    FORMER_ADDRESS = "their earlier address"
    OTHER_ADDRESS = "another address"
    NAME = "same name"
    FORMER_NAME = "their earlier name"
    SPELLING = "same name except titles, accents or signs"
    PART_OF_NAME = "part of the name is the same"
    WORK = "same company and title"
    COMPANY = "same company"
    TITLE = "same title"
    OTHER_WORK = "other company, other title"
    OTHER_COMPANY = "other company"
    OTHER_TITLE = "other title"
    DAY = "connected the same day"
    NEAR_DAY = "connected one day apart"
    OTHER_DAY = "connected on another day"
    SAME_EXPORT = "in the same export"


class Verdict(StrEnum):
    """What the signs come to."""

    SAME = "same"
    ASK = "ask"
    OTHER = "other"


SHARED_WORK = frozenset({Sign.WORK, Sign.COMPANY, Sign.TITLE})

_UNSAID = (Sign.SAME_EXPORT,)

_TABLE: tuple[tuple[frozenset[Sign], frozenset[Sign], Verdict], ...] = tuple(
    (frozenset(has), frozenset(lacks), verdict)
    for has, lacks, verdict in (
        ((Sign.ANSWER,), (), Verdict.SAME),
        ((Sign.ADDRESS,), (), Verdict.SAME),
        ((Sign.TEXT,), (), Verdict.SAME),
        ((Sign.DELIVERY,), (), Verdict.SAME),
        ((Sign.FORMER_ADDRESS,), (), Verdict.SAME),
        # Two addresses in one export are two people; from one export to the next they change.
        ((Sign.OTHER_ADDRESS, Sign.SAME_EXPORT), (), Verdict.OTHER),
        ((Sign.OTHER_DAY,), (), Verdict.OTHER),
        ((Sign.NAME, Sign.DAY), (), Verdict.SAME),
        ((Sign.FORMER_NAME, Sign.DAY), (), Verdict.SAME),
        ((Sign.SPELLING, Sign.DAY, Sign.WORK), (), Verdict.SAME),
        ((Sign.PART_OF_NAME, Sign.DAY, Sign.WORK), (), Verdict.SAME),
        ((Sign.DAY, Sign.WORK), (), Verdict.ASK),
        ((Sign.LIKE_TEXT, Sign.PART_OF_NAME, Sign.WORK), (), Verdict.SAME),
        ((Sign.OTHER_ADDRESS,), (), Verdict.OTHER),
        ((Sign.NAME, Sign.NEAR_DAY), (), Verdict.SAME),
        ((Sign.NAME, Sign.WORK), (), Verdict.SAME),
        ((Sign.FORMER_NAME, Sign.WORK), (), Verdict.SAME),
        ((Sign.SPELLING, Sign.WORK), (), Verdict.SAME),
        ((Sign.NAME, Sign.OTHER_WORK), (), Verdict.ASK),
        ((Sign.NAME, Sign.OTHER_COMPANY, Sign.SAME_EXPORT), (Sign.TITLE,), Verdict.ASK),
        ((Sign.NAME,), (), Verdict.SAME),
        ((Sign.FORMER_NAME,), (), Verdict.ASK),
        ((Sign.SPELLING,), (), Verdict.ASK),
    )
)
"""The first line whose signs are all there, and whose second list is not, holds."""


def evidence(one: Facts, other: Facts, *signs: Sign) -> frozenset[Sign]:
    """Everything that speaks for or against the two being one; `signs` are known beforehand."""
    return frozenset(
        (
            *signs,
            *_of_address(one, other),
            *_of_name(one, other),
            *_of_work(one, other),
            *_of_day(one, other),
        )
    )


def verdict(signs: frozenset[Sign]) -> Verdict:
    """Same, ask or other, as the table has it."""
    for has, lacks, found in _TABLE:
        if has <= signs and not lacks & signs:
            return found
    return Verdict.OTHER


def in_words(signs: frozenset[Sign]) -> str:
    """The signs as a person reads them, in the order of their weight."""
    return ", ".join(sign for sign in Sign if sign in signs and sign not in _UNSAID)


def differing_work(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """True when company and title are known of both and neither is the same."""
    return Sign.OTHER_WORK in _of_work(facts_of_work("", one), facts_of_work("", other))


def _of_address(one: Facts, other: Facts) -> tuple[Sign, ...]:
    if not (one.slug and other.slug):
        return ()
    if one.slug == other.slug:
        return (Sign.ADDRESS,)
    if f"in/{one.slug}" in other.former or f"in/{other.slug}" in one.former:
        return (Sign.FORMER_ADDRESS,)
    return (Sign.OTHER_ADDRESS,)


def _of_name(one: Facts, other: Facts) -> tuple[Sign, ...]:
    if one.name == other.name:
        return (Sign.NAME,)
    if one.name in other.former or other.name in one.former:
        return (Sign.FORMER_NAME,)
    keys = fuzzy_key(one.name), fuzzy_key(other.name)
    if keys[0] == keys[1]:
        return (Sign.SPELLING,)
    ours, theirs = (set(key.replace("-", " ").split()) for key in keys)
    return (Sign.PART_OF_NAME,) if any(len(word) > 1 for word in ours & theirs) else ()


def _of_work(one: Facts, other: Facts) -> tuple[Sign, ...]:
    company, title = _same(one.company, other.company), _same(one.position, other.position)
    if company and title:
        return (Sign.WORK,)
    if company is False and title is False:
        return (Sign.OTHER_WORK,)
    found = []
    if company is not None:
        found.append(Sign.COMPANY if company else Sign.OTHER_COMPANY)
    if title is not None:
        found.append(Sign.TITLE if title else Sign.OTHER_TITLE)
    return tuple(found)


def _same(one: str, other: str) -> bool | None:
    """None when one of the two is not known."""
    return comparable(one) == comparable(other) if one and other else None


def comparable(cell: str) -> str:
    """A company or a title without case, accents and double blanks."""
    return " ".join(fold(cell).split())


def _of_day(one: Facts, other: Facts) -> tuple[Sign, ...]:
    if not (one.connected_on and other.connected_on):
        return ()
    if one.connected_on == other.connected_on:
        return (Sign.DAY,)
    near = abs(one.connected_on - other.connected_on) <= ONE_DAY
    return (Sign.NEAR_DAY,) if near else (Sign.OTHER_DAY,)
