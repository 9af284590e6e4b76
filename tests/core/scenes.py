"""Short words for situations in the tests of the rules: days are counted back from one Monday."""

from datetime import date, timedelta

from recco_tui.core.models import (
    Ask,
    AskStep,
    Channel,
    Contact,
    DebtKind,
    Direction,
    Member,
    Moment,
    MomentKind,
    Project,
    Recommendation,
    Request,
    Status,
    Step,
)
from recco_tui.core.policy import Policy
from recco_tui.core.relationships import Kind
from recco_tui.core.situation import Situation

TODAY = date(2026, 11, 23)
"""A Monday."""

JOHN = Contact(1, "John Silva", kind=Kind.PEER)
KATRINA = Contact(2, "Katrina Moss", kind=Kind.MENTOR)
RODRIGO = Contact(3, "Rodrigo Pena", kind=Kind.PEER)
RACHEL = Contact(4, "Rachel Stein", kind=Kind.CLIENT)
CLAIRE = Contact(5, "Claire Dubois", kind=Kind.MANAGER)
EVERYBODY = (JOHN, KATRINA, RODRIGO, RACHEL, CLAIRE)

CHANNELS = {channel.value: channel for channel in Channel}


def ago(days: int) -> date:
    """So many days before today; negative ones lie ahead."""
    return TODAY - timedelta(days=days)


def ask(
    contact: Contact,
    *steps: str,
    number: int = 1,
    project: int | None = None,
) -> Ask:
    """Steps as "warm 3 discord": the step, how many days ago, the channel if any."""
    made = []
    for place, words in enumerate(steps, 1):
        step, days, *way = words.split()
        via = CHANNELS[way[0]] if way else None
        made.append(AskStep(number * 100 + place, Step(step), ago(int(days)), via))
    return Ask(number, contact.id, tuple(made), project)


def ended(
    days: int | None, *people: Contact, number: int = 1, title: str = "Inventory API"
) -> Project:
    """A project that ended so many days ago; None runs."""
    members = tuple(Member(one.id, one.name) for one in people)
    return Project(number, title, ended_on=None if days is None else ago(days), members=members)


def received(contact: Contact, days: int, number: int = 1, **more: Status | int) -> Recommendation:
    """A visible text from them."""
    text = Recommendation(number, contact.id, Direction.RECEIVED, "…", Status.VISIBLE, ago(days))
    return text._replace(**more)  # type: ignore[arg-type]


def given(contact: Contact, days: int, number: int = 50, **more: Status | int) -> Recommendation:
    """A visible text to them."""
    text = Recommendation(number, contact.id, Direction.GIVEN, "…", Status.VISIBLE, ago(days))
    return text._replace(**more)  # type: ignore[arg-type]


def praise(contact: Contact, days: int, number: int = 1, project: int | None = None) -> Moment:
    """Feedback from them."""
    return Moment(number, contact.id, MomentKind.FEEDBACK, "well done", ago(days), project)


def request(contact: Contact, asked: int, number: int = 1, **days: int) -> Request:
    """Their request to me; `due`, `answered`, `delivered`, `declined` in days ago."""
    dates = {f"{name}_on": ago(day) for name, day in days.items()}
    return Request(number, contact.id, DebtKind.REQUEST, ago(asked))._replace(**dates)  # type: ignore[arg-type]


def promise(contact: Contact, made: int, number: int = 1, **days: int) -> Request:
    """My promise to them."""
    return request(contact, made, number, **days)._replace(kind=DebtKind.PROMISE)


NO_HINTS = Policy(one_of_each=0, weekly_asks=0, weekly_written=0, stale_text_months=0)
"""The default numbers without missing kinds and goal, so that a test sees its own alerts only."""


def scene(*things: object, today: date = TODAY, policy: Policy = NO_HINTS) -> Situation:
    """The five people and whatever is given, sorted by what it is; contacts replace their like."""
    contacts = {one.id: one for one in EVERYBODY}
    contacts.update({one.id: one for one in things if isinstance(one, Contact)})
    kinds = {
        "recommendations": Recommendation,
        "projects": Project,
        "moments": Moment,
        "asks": Ask,
        "requests": Request,
    }
    found = {
        name: tuple(one for one in things if isinstance(one, kind)) for name, kind in kinds.items()
    }
    return Situation(today, policy, tuple(contacts.values()), **found)  # type: ignore[arg-type]
