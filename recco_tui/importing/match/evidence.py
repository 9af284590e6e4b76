"""What speaks for and against two records being of one person, and what follows from it.

`evidence` lists the signs, `weigh` reads one table, `in_words` says them to a person. Measured on
real exports: company and position of a recommendation equal those of its author's connection in
26 of 26 pairs of one export, so that two that both differ are no small thing.
"""

from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from recco_tui.core.names import fold, fuzzy_key

ONE_DAY = timedelta(days=1)
"""Exports up to 2018 gave a local time, later ones a UTC day: the two may differ by one."""

CLOSED_ACCOUNT = "LinkedIn Member"
"""The name of every closed or hidden account: never tells who it was."""

Work = tuple[str, str]
"""Company and title; '' for what is not told."""


class Facts(NamedTuple):
    """What is told of one person, by one record or by several together: nothing is forgotten.

    `names` are those by which their records call them, `name` is one of these; `slugs` and `works`
    have the former ones too.
    """

    name: str
    names: frozenset[str]
    former: frozenset[str] = frozenset()
    works: frozenset[Work] = frozenset()
    slugs: frozenset[str] = frozenset()
    days: frozenset[date] = frozenset()

    def joined(self, other: "Facts") -> "Facts":
        """What is told of both, who are one."""
        return Facts(
            self.name,
            self.names | other.names,
            self.former | other.former,
            self.works | other.works,
            self.slugs | other.slugs,
            self.days | other.days,
        )


def facts(
    name: str,
    work: Work = ("", ""),
    slug: str | None = None,
    connected_on: date | None = None,
) -> Facts:
    """What one row tells."""
    return Facts(
        name,
        frozenset() if name in ("", CLOSED_ACCOUNT) else frozenset((name,)),
        frozenset(),
        frozenset((work,)) if any(work) else frozenset(),
        frozenset((slug,)) if slug else frozenset(),
        frozenset((connected_on,)) if connected_on else frozenset(),
    )


class Sign(StrEnum):
    """One thing that speaks for or against; the value is how it is said."""

    TEXT = "exactly the same text"
    LIKE_TEXT = "nearly the same text"
    NEAR_TEXT = "a similar text"
    DELIVERY = "sent in the same minute"
    ASKED = "asked on the same day"
    ADDRESS = "same address"
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
    DAY = "connected on the same day"
    NEAR_DAY = "connected one day apart"
    OTHER_DAY = "connected on another day"
    MET = "met in messages or invitations"
    SAME_EXPORT = "in the same export"
    TEXTS = "two texts of one export"
    ROWS = "two rows of one export"
    APART = "told apart before"


class Verdict(StrEnum):
    """What the signs come to."""

    SAME = "same"
    ASK = "ask"
    OTHER = "other"


_UNSAID = (Sign.SAME_EXPORT, Sign.TEXTS, Sign.ROWS, Sign.APART)

_UNLIKE_WORK = (Sign.OTHER_WORK, Sign.OTHER_COMPANY, Sign.OTHER_TITLE)

_TABLE: tuple[tuple[frozenset[Sign], frozenset[Sign], Verdict], ...] = tuple(
    (frozenset(has), frozenset(lacks), verdict)
    for has, lacks, verdict in (
        ((Sign.ADDRESS,), (), Verdict.SAME),
        ((Sign.APART,), (), Verdict.OTHER),
        # Two addresses in one export are two people; from one export to the next they change.
        ((Sign.OTHER_ADDRESS, Sign.ROWS), (), Verdict.OTHER),
        ((Sign.NAME, Sign.OTHER_WORK, Sign.TEXTS, Sign.ROWS), (), Verdict.OTHER),
        ((Sign.SPELLING, Sign.TEXTS, Sign.ROWS), (Sign.WORK,), Verdict.OTHER),
        ((Sign.DELIVERY,), (), Verdict.SAME),
        ((Sign.OTHER_DAY,), (), Verdict.OTHER),
        ((Sign.TEXT,), (), Verdict.SAME),
        ((Sign.ASKED,), (), Verdict.SAME),
        ((Sign.NAME, Sign.TEXTS), _UNLIKE_WORK, Verdict.SAME),
        ((Sign.NAME, Sign.DAY, Sign.WORK), (Sign.OTHER_ADDRESS,), Verdict.SAME),
        ((Sign.NAME, Sign.DAY), (Sign.OTHER_ADDRESS,), Verdict.SAME),
        ((Sign.NAME, Sign.DAY, Sign.WORK), (), Verdict.SAME),
        ((Sign.NAME, Sign.DAY), (), Verdict.SAME),
        ((Sign.FORMER_NAME, Sign.DAY), (), Verdict.SAME),
        ((Sign.SPELLING, Sign.DAY, Sign.WORK), (), Verdict.SAME),
        ((Sign.PART_OF_NAME, Sign.DAY, Sign.WORK), (), Verdict.SAME),
        ((Sign.SPELLING, Sign.DAY), (), Verdict.ASK),
        ((Sign.PART_OF_NAME, Sign.DAY), (), Verdict.ASK),
        ((Sign.DAY, Sign.WORK), (), Verdict.ASK),
        ((Sign.LIKE_TEXT, Sign.NAME), (), Verdict.SAME),
        ((Sign.LIKE_TEXT, Sign.FORMER_NAME), (), Verdict.SAME),
        ((Sign.LIKE_TEXT, Sign.SPELLING), (), Verdict.SAME),
        ((Sign.LIKE_TEXT, Sign.PART_OF_NAME, Sign.WORK), (), Verdict.SAME),
        ((Sign.LIKE_TEXT, Sign.PART_OF_NAME), (), Verdict.ASK),
        ((Sign.LIKE_TEXT, Sign.WORK), (), Verdict.ASK),
        ((Sign.OTHER_ADDRESS,), (), Verdict.OTHER),
        ((Sign.NAME, Sign.WORK), (), Verdict.SAME),
        ((Sign.FORMER_NAME, Sign.WORK), (), Verdict.SAME),
        ((Sign.SPELLING, Sign.WORK), (), Verdict.SAME),
        # The words of a template are like those of others: with other work they say nothing.
        ((Sign.NEAR_TEXT, Sign.NAME), (Sign.OTHER_WORK,), Verdict.SAME),
        ((Sign.NEAR_TEXT, Sign.FORMER_NAME), (Sign.OTHER_WORK,), Verdict.SAME),
        ((Sign.NEAR_TEXT, Sign.SPELLING), (Sign.OTHER_WORK,), Verdict.SAME),
        ((Sign.NEAR_TEXT, Sign.PART_OF_NAME, Sign.WORK), (), Verdict.SAME),
        ((Sign.NAME, Sign.NEAR_DAY), (), Verdict.SAME),
        ((Sign.NAME, Sign.OTHER_WORK), (), Verdict.ASK),
        ((Sign.NAME, Sign.OTHER_COMPANY, Sign.SAME_EXPORT), (Sign.TITLE, Sign.TEXTS), Verdict.ASK),
        ((Sign.NAME, Sign.MET), (), Verdict.SAME),
        ((Sign.NAME,), (), Verdict.SAME),
        ((Sign.FORMER_NAME,), (), Verdict.ASK),
        ((Sign.SPELLING,), (), Verdict.ASK),
    )
)
"""The first line whose signs are all there, and whose second list is not, holds."""


@lru_cache(maxsize=1024)
def weigh(signs: frozenset[Sign]) -> tuple[Verdict, int]:
    """Same, ask or other, as the table has it, and in which line: the first is the strongest."""
    for line, (has, lacks, found) in enumerate(_TABLE):
        if has <= signs and not lacks & signs:
            return found, line
    return Verdict.OTHER, UNTOLD


UNTOLD = len(_TABLE)
"""After the last line: nothing that is known makes them one, and nothing two."""

STRONGEST = 1 + max(
    line for line, (has, _, _) in enumerate(_TABLE) if has & {Sign.TEXT, Sign.ADDRESS} == has
)
"""Lines up to this one make one of two who each have an address."""

WEAK = next(line for line, (has, _, _) in enumerate(_TABLE) if Sign.NEAR_DAY in has)
"""From this line on it is little more than the name."""


def evidence(one: Facts, other: Facts, *signs: Sign) -> frozenset[Sign]:
    """Everything that speaks for or against the two being one; `signs` are known beforehand."""
    found = {*signs, *_of_name(one, other)}
    if one.slugs and other.slugs:
        found.add(Sign.OTHER_ADDRESS if one.slugs.isdisjoint(other.slugs) else Sign.ADDRESS)
    if one.works and other.works:
        found.update(_of_work(one.works, other.works))
    if one.days and other.days:
        found.add(_of_day(one.days, other.days))
    return frozenset(found)


def in_words(signs: frozenset[Sign]) -> str:
    """The signs as a person reads them, in the order of their weight."""
    return ", ".join(sign for sign in Sign if sign in signs and sign not in _UNSAID)


def _of_name(one: Facts, other: Facts) -> tuple[Sign, ...]:
    if not (one.names and other.names):
        return ()
    if not one.names.isdisjoint(other.names):
        return (Sign.NAME,)
    ours, theirs = one.names | one.former, other.names | other.former
    if ours & theirs:
        return (Sign.FORMER_NAME,)
    ours, theirs = (frozenset(map(spelling_of, names)) for names in (ours, theirs))
    if ours & theirs:
        return (Sign.SPELLING,)
    words = ({word for key in keys for word in _words(key)} for keys in (ours, theirs))
    return (Sign.PART_OF_NAME,) if set.intersection(*words) else ()


spelling_of = lru_cache(maxsize=4096)(fuzzy_key)
"""The same for names that differ in titles, accents and signs."""


def _words(key: str) -> list[str]:
    return [word for word in key.replace("-", " ").split() if len(word) > 1]


def _of_work(ours: frozenset[Work], theirs: frozenset[Work]) -> set[Sign]:
    """What agrees best: people change their work, and both may be known by an earlier one."""
    found: set[Sign] = set()
    for one, other in product(ours, theirs):
        company, title = _same(one[0], other[0]), _same(one[1], other[1])
        if company and title:
            return {Sign.WORK}
        if company is not None:
            found.add(Sign.COMPANY if company else Sign.OTHER_COMPANY)
        if title is not None:
            found.add(Sign.TITLE if title else Sign.OTHER_TITLE)
    if Sign.COMPANY in found:
        found.discard(Sign.OTHER_COMPANY)
    if Sign.TITLE in found:
        found.discard(Sign.OTHER_TITLE)
    return {Sign.OTHER_WORK} if found == {Sign.OTHER_COMPANY, Sign.OTHER_TITLE} else found


def _same(one: str, other: str) -> bool | None:
    """None when one of the two is not known."""
    return comparable(one) == comparable(other) if one and other else None


@lru_cache(maxsize=4096)
def comparable(cell: str) -> str:
    """A company or a title without case, accents and double blanks."""
    return " ".join(fold(cell).split())


def _of_day(ours: frozenset[date], theirs: frozenset[date]) -> Sign:
    if not ours.isdisjoint(theirs):
        return Sign.DAY
    near = any(abs(one - other) <= ONE_DAY for one, other in product(ours, theirs))
    return Sign.NEAR_DAY if near else Sign.OTHER_DAY
