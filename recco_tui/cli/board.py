"""`recco board` and `recco owed`: the people who matter now, and whom one still owes."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

import click

from recco_tui.cli.documents import board_document, debt_document
from recco_tui.cli.parameters import EnumChoice, verb
from recco_tui.cli.printing import (
    FIXED,
    SHRINKABLE,
    Column,
    write_heading,
    write_json,
    write_line,
    write_list,
    write_table,
)
from recco_tui.cli.session import Session
from recco_tui.core.asks import state_of
from recco_tui.core.models import BoardRow
from recco_tui.core.relationships import Kind
from recco_tui.core.selection import (
    PeopleIndex,
    SortKey,
    balance_of,
    parse_people_filter,
    sorted_rows,
)
from recco_tui.core.when import say_age

if TYPE_CHECKING:
    from recco_tui.core.agenda import Alert
    from recco_tui.core.next_step import NextStep


@verb()
@click.option("--all", "everyone", is_flag=True, help="All contacts, not only your circle.")
@click.option(
    "--filter", "text", default="", metavar="TEXT", help="What you would type after / on the board."
)
@click.option(
    "--sort",
    "key",
    type=EnumChoice(SortKey),
    default=SortKey.OWE,
    metavar="KEY",
    help=f"One of {', '.join(SortKey)}.",
)
@click.option("--reverse", is_flag=True, help="In reverse order.")
def board(session: Session, everyone: bool, text: str, key: SortKey, reverse: bool) -> None:
    """List the contacts in your circle, one row each.

    --filter takes words that must all match: a plain word in name, former name, company, position,
    project, note or pitch, or a kind; name:, kind:, company:, position:, project: or ask: for
    one of these; owe, owed, even, asked, pinned or debt for the state. A leading - excludes a
    word, quotes keep words together.
    """
    ledger = session.ledger
    rows = _filtered(ledger.board.everyone() if everyone else ledger.board.circle(), text)
    rows = sorted_rows(rows, key, reverse)
    next_of, day = ledger.today.next_of(rows), session.day
    empty = "Your circle is empty. Start with 'recco import' or 'recco contact add'."
    write_list(
        session,
        rows,
        document=lambda row: board_document(row, balance_of(row), next_of.get(row.id)),
        columns=_COLUMNS,
        cells=lambda row: _cells(row, next_of.get(row.id), day),
        empty=f"No contact matches {text!r}." if text else empty,
    )
    if not rows and text:
        raise click.exceptions.Exit(1)


def _filtered(rows: Sequence[BoardRow], text: str) -> Sequence[BoardRow]:
    terms = parse_people_filter(text)
    return PeopleIndex(rows).filtered(terms) if terms else rows


_COLUMNS = (
    Column("name", shrinkable=True),
    Column("kind"),
    Column("given", right=True),
    Column("recvd", right=True),
    Column("balance"),
    Column("ask"),
    Column("last"),
    Column("next"),
)


def _cells(row: BoardRow, coming: "Alert | NextStep | None", today: date) -> tuple[object, ...]:
    return (
        row.name,
        "?" if row.kind is Kind.UNKNOWN else row.kind,
        row.given,
        row.received,
        balance_of(row).word,
        row.ask and state_of(row.ask),
        row.last_on and say_age(row.last_on, today),
        coming and coming.action,
    )


@verb()
def owed(session: Session) -> None:
    """List who you owe: requests, promises and texts received, old ones last."""
    debts = session.ledger.today.debts()
    if session.as_json:
        write_json([debt_document(debt) for debt in debts])
        return
    if not debts:
        write_line("You don't owe anyone a recommendation.")
        return
    recent = [debt for debt in debts if not debt.quiet]
    old = [debt for debt in debts if debt.quiet]
    for title, group in (("Recent", recent), ("Long ago", old)):
        if group:
            write_heading(f"{title}: {len(group)}")
            rows = [(debt.contact, debt.since, debt.why) for debt in group]
            write_table((SHRINKABLE, FIXED, SHRINKABLE), rows, indent=2, dim=group is old)
    write_line("Nothing owed after all? recco contact waive NAME --because WHY")
    if len(old) > 1:
        last = max(debt.since for debt in old) + timedelta(days=1)
        write_line(f"Several at once: recco contact waive --before {last} --because 'long ago'")
