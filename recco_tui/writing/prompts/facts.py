"""What is known of a person when a text to or about them begins, as plain values."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from recco_tui.core.models import Channel, Moment, ProjectKind
from recco_tui.core.names import name_to_greet
from recco_tui.core.relationships import Kind, Relationship
from recco_tui.core.when import spell_month
from recco_tui.writing.prompts.work import Work, say_work

_LOWERCASE_WORDS = """
the a an my how what when our your his her their fixed built wrote led helped made debugging
building writing leading testing fixing working designing teaching explaining reviewing reviewed
designed tested explained migrated migrating refactored refactoring pairing paired presenting
presented organised organized planned planning solved solving improved improving
"""
_LOWERCASE = frozenset(_LOWERCASE_WORDS.split())
_FRESH_DAYS = 14
_LONG_DAYS = 300


class SharedWork(NamedTuple):
    """Work that I shared with them, and what each of us did in it."""

    title: str
    started_on: date | None = None
    ended_on: date | None = None
    about: str = ""
    they_did: str = ""
    did: str = ""


@dataclass(frozen=True)
class Facts:
    """Every field may be empty.

    `relationship`: words for the middle of a sentence, e.g. "studied together". `projects`: titles,
    newest first. `did`: what I did in the project, `they_did`: what they did. `wins`: what they did
    well, noted while it happened, newest first. `focus`: what they could mention, e.g. "my
    debugging". `wrote`: what they wrote for me. `place`: the organization, where the newest project
    is a position held there. `seed` picks the wording, so that people get different ones; pass the
    contact's id.

    `work` and `ended_on` are of the newest project; None while it runs. `praised`: they gave
    feedback these days. `owes`: I owe them a text. `asked_on` and `asked_via` are of my last
    message to them in this ask, `agreed` is their answer.

    `role` is what they are and where, `pitch` what speaks for them. `shared_work` and `moments`
    hold `projects`, `wins` and my feedback in full, with their dates.
    """

    name: str = ""
    relationship: str = ""
    projects: tuple[str, ...] = ()
    did: str = ""
    they_did: str = ""
    wins: tuple[str, ...] = ()
    focus: str = ""
    wrote: str = ""
    my_name: str = ""
    place: str = ""
    seed: int = 0
    kind: Kind = Kind.UNKNOWN
    bond: Relationship | None = None
    work: ProjectKind = ProjectKind.PROJECT
    ended_on: date | None = None
    today: date | None = None
    praised: bool = False
    owes: bool = False
    asked_on: date | None = None
    asked_via: Channel | None = None
    agreed: bool = False
    role: str = ""
    pitch: str = ""
    shared_work: tuple[SharedWork, ...] = ()
    moments: tuple[Moment, ...] = ()

    @property
    def first(self) -> str:
        """The name to greet them with; '' when none of theirs can be."""
        return name_to_greet(self.name)

    @property
    def project(self) -> str:
        """The newest project's title, empty when there is none."""
        return self.projects[0] if self.projects else ""

    @cached_property
    def said_work(self) -> Work | None:
        """What was shared, as it is said in a sentence; None when it is not known."""
        return say_work(one_line(self.project), self.work, one_line(self.place))

    @property
    def shared(self) -> str:
        """What was shared, as a noun in a sentence: a position's organization, else the project."""
        return self.said_work.noun if self.said_work else ""

    @property
    def on(self) -> str:
        """The same after a verb: "on Pantry Map", "at Brightwater"; empty without a project."""
        return self.said_work.on if self.said_work else ""

    @property
    def days_since(self) -> int | None:
        """Days since the work ended; None while it runs or when that is not known."""
        if self.ended_on is None or self.today is None or self.ended_on > self.today:
            return None
        return (self.today - self.ended_on).days

    @property
    def is_fresh(self) -> bool:
        """It just wrapped up: no one looks back at it yet."""
        return self.days_since is not None and self.days_since <= _FRESH_DAYS

    @property
    def is_long_ago(self) -> bool:
        return self.days_since is not None and self.days_since > _LONG_DAYS

    @property
    def when(self) -> str:
        """When the work ended, as the end of a sentence: "back in May"; '' while it is fresh."""
        ended, today = self.ended_on, self.today
        if ended is None or today is None or self.days_since is None or self.is_fresh:
            return ""
        months = 12 * (today.year - ended.year) + today.month - ended.month
        if months <= 1:
            return ("earlier this month", "last month")[months]
        if not self.is_long_ago:
            return f"back in {spell_month(ended.month)}"
        years = today.year - ended.year
        named = ("earlier this year", "last year", "two years ago")
        return (
            named[years] if years < len(named) else "a few years ago" if years < 7 else "years ago"
        )


def phrase(fact: str) -> str:
    """A note fit for the middle of a sentence: one line, no final stop, no sentence's capital."""
    flat = one_line(fact)
    head, _, rest = flat.partition(" ")
    if head[:1].isupper() and head[1:].islower() and head.lower() in _LOWERCASE:
        return f"{head.lower()} {rest}".rstrip()
    return flat


_ROUND = str.maketrans("[]{}", "()()")


def one_line(fact: str) -> str:
    """A name or title fit for the middle of a sentence, in its own letters.

    Brackets become round ones: a fact must neither look like a gap nor hide one.
    """
    return " ".join(fact.split()).rstrip(".!;, ").translate(_ROUND)


def choose(options: tuple[str, ...], seed: int, slot: int) -> str:
    """One wording of several for a slot of a text.

    With seven options a slot, two seeds below 49 share the wording of at most one of the first
    seven slots, and two below 343 of at most two: texts of two people stay apart.
    """
    count = len(options)
    first, second, third = seed % count, seed // count % count, seed // count**2 % count
    return options[(first + slot * second + slot * slot * third) % count]
