"""`recco recommendation`: texts given and received, added by hand, listed, searched."""

from datetime import date

import click

from recco_tui.cli.checking import read_text
from recco_tui.cli.documents import recommendation_document
from recco_tui.cli.lazy import InOrder
from recco_tui.cli.parameters import HAPPENED, json_option, one_of, understood
from recco_tui.cli.printing import Column, tell, write_json, write_table
from recco_tui.cli.reporting import report
from recco_tui.cli.session import Session
from recco_tui.core.models import Direction, Status


@click.group(cls=InOrder)
def recommendation() -> None:
    """Texts given and received: add one by hand, list, search."""


@recommendation.command()
@click.argument("name")
@click.argument("direction", type=one_of(Direction), metavar="given|received")
@click.argument("file", default="-")
@click.option("--on", type=HAPPENED, metavar="DATE", help="Today unless you say.")
@click.option("--status", type=one_of(Status), help="sent or visible unless you say.")
@click.option("--project", metavar="TITLE", help="The work it is about.")
@json_option
@click.pass_obj
def add(
    session: Session,
    name: str,
    direction: str,
    file: str,
    on: date | None,
    status: str | None,
    project: str | None,
    as_json: bool,
) -> None:
    """Add a text that you gave to NAME or received from them, from FILE or standard input."""
    ledger = session.ledger
    contact = ledger.contacts.find(name)
    project_id = ledger.projects.find(project).id if project else None
    added = ledger.recommendations.add(
        contact.id,
        Direction(direction),
        read_text(file),
        on=on,
        status=Status(status) if status else None,
        project_id=project_id,
    )
    report(session, recommendation_document(added), as_json, understood(session, on))


@recommendation.command(name="list")
@click.argument("words", required=False, default="")
@click.option("--given", "direction", flag_value="given", help="Only those you gave.")
@click.option("--received", "direction", flag_value="received", help="Only those you received.")
@json_option
@click.pass_context
def list_(ctx: click.Context, words: str, direction: str | None, as_json: bool) -> None:
    """All texts, newest first, or those that fit WORDS, best first.

    All of them must fit: a plain word in the text; from:, kind:, company:, position: or phrase:
    for one of these; a leading - turns a word round, quotes hold words
    together.
    """
    ledger = ctx.obj.ledger
    wanted = Direction(direction) if direction else None
    found = ledger.recommendations.filtered(words, wanted)
    names = {one.contact_id: ledger.contacts.get(one.contact_id).name for one in found}
    if as_json:
        documents = [
            {"contact": names[one.contact_id], **recommendation_document(one)} for one in found
        ]
        write_json(documents)
    else:
        columns = (
            Column(""),
            Column(""),
            Column("", gives=True),
            Column(""),
            Column("", gives=True),
        )
        rows = [
            (
                one.on.isoformat(),
                one.direction.value,
                names[one.contact_id],
                one.status.value,
                one.text,
            )
            for one in found
        ]
        write_table(columns, rows)
    if not found and not as_json:
        tell("No text fits these words." if words else "There is no recommendation yet.")
    if not found and words:
        ctx.exit(1)
