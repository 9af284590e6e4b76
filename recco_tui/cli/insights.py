"""`recco insights`: what is missing and how it went, in numbers."""

from typing import TypedDict

import click

from recco_tui.cli.parameters import json_option
from recco_tui.cli.printing import Column, heading, tell, write_json, write_table
from recco_tui.cli.session import Session
from recco_tui.core import figures
from recco_tui.core.insights import coverage
from recco_tui.core.models import COUNTED, Direction
from recco_tui.core.relationships import Kind
from recco_tui.core.situation import people_of

MOST_CANDIDATES = 3


class KindDocument(TypedDict):
    """How many people of a kind have written, and who could be next."""

    kind: str
    have: int
    missing: bool
    could: list[str]


class AsksDocument(TypedDict):
    """Sent asks of one channel, or of all."""

    via: str | None
    sent: int
    answered: int
    texts: int
    days: float | None


class MonthDocument(TypedDict):
    """Texts of one month, which is YYYY-MM."""

    month: str
    received: int
    given: int


class InsightsDocument(TypedDict):
    """All of it, as `--json` prints it. Words come with how often they are seen."""

    kinds: list[KindDocument]
    balance: dict[str, int]
    asks: AsksDocument
    by_channel: list[AsksDocument]
    months: list[MonthDocument]
    words: list[tuple[str, int]]


@click.command()
@json_option
@click.pass_obj
def insights(session: Session, as_json: bool) -> None:
    """One of each kind and who could be next; months, balances, answers, words readers see."""
    document = _document(session)
    if as_json:
        write_json(document)
        return
    heading("One of each")
    for one in document["kinds"]:
        could = (
            f": you could ask {', '.join(one['could'])}" if one["missing"] and one["could"] else ""
        )
        tell(f"{one['kind']:8} {one['have'] or 'missing'}{could}", indent=2)
    asks = document["asks"]
    tell(
        f"Asks: {asks['sent']} sent, {asks['answered']} answered, {asks['texts']} brought a text"
        + (f", {asks['days']:g} days from ask to text" if asks["days"] is not None else "")
    )
    months = [(one["month"], str(one["received"]), str(one["given"])) for one in document["months"]]
    write_table(
        (Column("month"), Column("received", right=True), Column("given", right=True)), months
    )
    words = ", ".join(f"{word} {many}" for word, many in document["words"])
    if words:
        tell(f"Words readers see most: {words}")


def _document(session: Session) -> InsightsDocument:
    ledger = session.ledger
    situation = ledger.today.situation()
    people = people_of(situation)
    each = list(people.values())
    texts = [
        one.text
        for one in ledger.recommendations.every()
        if one.direction is Direction.RECEIVED and one.status in COUNTED
    ]
    names = [person.contact.name for person in each]
    spread = figures.spread(each)
    return {
        "kinds": [
            {
                "kind": one.kind.value,
                "have": len(one.covered_by),
                "missing": one.is_missing,
                "could": [who.contact.name for who in one.candidates[:MOST_CANDIDATES]],
            }
            for one in coverage(people)
            if one.kind is not Kind.UNKNOWN
        ],
        "balance": spread._asdict(),
        "asks": _counted(figures.all_asks(each)),
        "by_channel": [_counted(one) for one in figures.asks_by_channel(each)],
        "months": [
            {"month": f"{one.first:%Y-%m}", "received": one.received, "given": one.given}
            for one in figures.by_month(each, session.day)
        ],
        "words": list(figures.words_seen(texts, names)),
    }


def _counted(one: figures.AskCount) -> AsksDocument:
    return {
        "via": one.via.value if one.via else None,
        "sent": one.sent,
        "answered": one.answered,
        "texts": one.texts,
        "days": one.days,
    }
