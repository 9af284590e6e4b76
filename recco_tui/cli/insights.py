"""`recco insights`: what is missing and how it went, in numbers."""

from typing import TYPE_CHECKING

import click

from recco_tui.cli.parameters import json_option
from recco_tui.cli.printing import Column, heading, tell, write_json, write_table
from recco_tui.cli.session import Session
from recco_tui.core.when import count_of

if TYPE_CHECKING:
    from recco_tui.core.figures import AskCount, Insights
    from recco_tui.core.insights import KindCoverage

MOST_CANDIDATES = 3


@click.command()
@json_option
@click.pass_obj
def insights(session: Session, as_json: bool) -> None:
    """One of each kind and who could be next; months, balances, answers, words readers see."""
    known = session.ledger.today.insights()
    if as_json:
        write_json(_document(known))
        return
    heading("One of each")
    for one in known.kinds:
        could = ", ".join(_could(one)) if one.is_missing else ""
        offer = f"  you could ask {could}" if could else ""
        tell(f"{one.kind:8} {len(one.covered_by)} of {one.wanted}{offer}", indent=2)
    asks, spread = known.asks, known.spread
    tell(f"People: you owe {spread.owe}, even with {spread.even}, {spread.owed} owe you")
    tell(
        f"Asks: {asks.sent} sent, {asks.answered} answered, {asks.texts} brought a text"
        + (f", {asks.days:g} days from ask to text" if asks.days is not None else "")
    )
    months = [(f"{one.first:%Y-%m}", str(one.received), str(one.given)) for one in known.months]
    write_table(
        (Column("month"), Column("received", right=True), Column("given", right=True)), months
    )
    words = ", ".join(f"{word} {many}" for word, many in known.words)
    if words:
        tell(f"Words in most of {count_of(known.texts, 'text')}: {words}")


def _document(known: "Insights") -> dict[str, object]:
    return {
        "kinds": [
            {
                "kind": one.kind.value,
                "wanted": one.wanted,
                "have": len(one.covered_by),
                "missing": one.is_missing,
                "could": _could(one),
            }
            for one in known.kinds
        ],
        "balance": known.spread._asdict(),
        "asks": _counted(known.asks),
        "by_channel": [_counted(one) for one in known.asks_by_channel],
        "months": [
            {"month": f"{one.first:%Y-%m}", "received": one.received, "given": one.given}
            for one in known.months
        ],
        "texts": known.texts,
        "words": [list(one) for one in known.words],
    }


def _could(one: "KindCoverage") -> list[str]:
    return [person.contact.name for person in one.candidates[:MOST_CANDIDATES]]


def _counted(one: "AskCount") -> dict[str, object]:
    return {**one._asdict(), "via": one.via.value if one.via else None}
