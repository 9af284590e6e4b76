"""`recco board` and `recco owed`: the people who matter now, and whom one still owes."""

from collections.abc import Sequence
from datetime import date

import click

from recco_tui.cli.documents import Document, iso
from recco_tui.cli.parameters import json_option
from recco_tui.cli.printing import Column, heading, tell, write_json, write_table
from recco_tui.cli.session import Session
from recco_tui.core.asks import state_of
from recco_tui.core.models import BoardRow, Contact
from recco_tui.core.names import url_of
from recco_tui.core.reciprocity import Debt
from recco_tui.core.relationships import Kind
from recco_tui.core.selection import SortKey, balance_of
from recco_tui.core.when import say_age

_COLUMNS = (
    Column("name", gives=True),
    Column("kind"),
    Column("given", right=True),
    Column("recvd", right=True),
    Column("balance"),
    Column("ask"),
    Column("last"),
    Column("next"),
)


@click.command()
@click.option("--all", "everybody", is_flag=True, help="Everybody, not only the circle.")
@click.option("--filter", "text", default="", metavar="TEXT", help="As typed after / on the board.")
@click.option(
    "--sort",
    type=click.Choice([key.value for key in SortKey]),
    default=SortKey.OWE.value,
    metavar="KEY",
    help=f"One of {', '.join(key.value for key in SortKey)}.",
)
@click.option("--reverse", is_flag=True, help="The other way round.")
@json_option
@click.pass_context
def board(
    ctx: click.Context, everybody: bool, text: str, sort: str, reverse: bool, as_json: bool
) -> None:
    """The people who matter now, one row each.

    --filter takes words that must all fit: a plain word in name, company, position or project, or
    a kind; name:, kind:, company:, position:, project: or ask: for one of these; owe, owed, even,
    asked, pinned, debt for how things stand; a leading - turns a word round, quotes hold words
    together.
    """
    ledger = ctx.obj.ledger
    rows = _selected(ledger.board.everybody() if everybody else ledger.board.circle(), text)
    ordered = _sorted(rows, SortKey(sort), reverse)
    coming = _coming(ctx.obj, ordered)
    if as_json:
        write_json([row_document(row, *coming.get(row.id, (None, None))) for row in ordered])
    else:
        day = ctx.obj.day
        write_table(_COLUMNS, [_cells(row, coming.get(row.id, (None,))[0], day) for row in ordered])
    if not ordered and not as_json:
        empty = "Nobody is in your circle yet: begin with 'recco import' or 'recco contact add'."
        tell(f"Nobody fits {text!r}." if text else empty)
    if not ordered and text:
        ctx.exit(1)


def _selected(rows: Sequence[BoardRow], text: str) -> Sequence[BoardRow]:
    from recco_tui.core.selection import PeopleIndex, parse_people_filter

    terms = parse_people_filter(text)
    return PeopleIndex(rows).filtered(terms) if terms else rows


def _sorted(rows: Sequence[BoardRow], key: SortKey, reverse: bool) -> list[BoardRow]:
    from recco_tui.core.selection import sorted_rows

    return sorted_rows(rows, key, reverse)


Coming = tuple[str | None, date | None]


def _coming(session: Session, rows: Sequence[BoardRow]) -> dict[int, Coming]:
    """What is next with each person and when: their first alert, else the next step of the ask."""
    from recco_tui.core.next_step import next_step

    coming: dict[int, Coming] = {}
    for alert in session.ledger.today.alerts():
        if alert.contact_id is not None:
            coming.setdefault(alert.contact_id, (alert.action.value, alert.due))
    policy, day = session.ledger.settings.policy, session.day
    for row in rows:
        if row.ask is not None and row.id not in coming:
            step = next_step(row.ask, Contact(row.id, row.name, kind=row.kind), policy, day)
            if step is not None:
                coming[row.id] = (step.action.value, step.due)
    return coming


def row_document(row: BoardRow, action: str | None, due: date | None) -> Document:
    """One row of `recco board --json`."""
    balance = balance_of(row)
    return {
        "id": row.id,
        "name": row.name,
        "kind": row.kind.value,
        "given": row.given,
        "received": row.received,
        "balance": balance.word,
        "owe": balance.owe,
        "ask": state_of(row.ask).value if row.ask else None,
        "last_on": iso(row.last_on),
        "next": action,
        "next_on": iso(due),
        "url": url_of(row.slug) if row.slug else None,
    }


def _cells(row: BoardRow, action: str | None, today: date) -> tuple[str, ...]:
    return (
        row.name,
        "?" if row.kind is Kind.UNKNOWN else row.kind.value,
        str(row.given),
        str(row.received),
        balance_of(row).word,
        state_of(row.ask).value if row.ask else "–",
        say_age(row.last_on, today) if row.last_on else "–",
        action or "–",
    )


@click.command()
@json_option
@click.pass_obj
def owed(session: Session, as_json: bool) -> None:
    """Whom you still owe, oldest first: texts received, requests, promises."""
    debts = session.ledger.today.debts()
    if as_json:
        write_json([debt.as_document() for debt in debts])
        return
    if not debts:
        tell("You owe nobody anything.")
        return
    old, recent = [d for d in debts if d.old], [d for d in debts if not d.old]
    for title, part in (("Old debts", old), ("Recent", recent)):
        if part:
            heading(f"{title}: {len(part)}")
            write_table(_DEBT_COLUMNS, [_debt(debt) for debt in part], indent=2)
    tell("Square a debt that is none with 'recco contact square NAME --because WHY'.")


_DEBT_COLUMNS = (Column("", gives=True), Column(""), Column("", gives=True))


def _debt(debt: Debt) -> tuple[str, str, str]:
    return debt.contact, debt.since.isoformat(), debt.why
