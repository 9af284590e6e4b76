"""`recco recommendation`: texts given and received, added by hand, listed, searched."""

from datetime import date

import click

from recco_tui.cli.checking import read_text
from recco_tui.cli.documents import recommendation_document
from recco_tui.cli.parameters import EnumChoice, OrderedGroup, json_option, on_option
from recco_tui.cli.printing import Column, report, write_list
from recco_tui.cli.session import Session
from recco_tui.core.models import Direction, Status
from recco_tui.core.received import NO_TEXT


@click.group(cls=OrderedGroup)
def recommendation() -> None:
    """Texts given and received: add one by hand, list, search."""


@recommendation.command()
@click.argument("name")
@click.argument("direction", type=EnumChoice(Direction), metavar="given|received")
@click.argument("file", default="-")
@on_option
@click.option("--status", type=EnumChoice(Status), help="sent or visible unless you say.")
@click.option("--project", metavar="TITLE", help="The work it is about.")
@json_option
@click.pass_obj
def add(
    session: Session,
    name: str,
    direction: Direction,
    file: str,
    on: date | None,
    status: Status | None,
    project: str | None,
    as_json: bool,
) -> None:
    """Add a text that you gave to NAME or received from them, from FILE or standard input.

    A received one that counts already, by 'recco ask mark NAME received', gets its text. An empty
    one counts too: its text can come later.
    """
    ledger = session.ledger
    contact = ledger.contacts.find(name)
    project_id = ledger.projects.find(project).id if project else None
    added = ledger.recommendations.add(
        contact.id,
        direction,
        read_text(file),
        on=on,
        status=status,
        project_id=project_id,
    )
    report(session, recommendation_document(added), as_json, session.say_date(on))


@recommendation.command("list")
@click.argument("words", required=False, default="")
@click.option("--given", "direction", flag_value=Direction.GIVEN, help="Only those you gave.")
@click.option(
    "--received", "direction", flag_value=Direction.RECEIVED, help="Only those you received."
)
@json_option
@click.pass_context
def list_texts(ctx: click.Context, words: str, direction: Direction | None, as_json: bool) -> None:
    """All texts, newest first, or those that fit WORDS, best first.

    All of them must fit: a plain word in the text; from:, kind:, company:, position: or phrase:
    for one of these; a leading - turns a word round, quotes hold words
    together.
    """
    ledger = ctx.obj.ledger
    found = ledger.recommendations.filtered(words, direction)
    names = {text.contact_id: ledger.contacts.get(text.contact_id).name for text in found}
    write_list(
        found,
        as_json,
        document=lambda text: {
            "contact": names[text.contact_id],
            **recommendation_document(text),
        },
        columns=(Column(), Column(), Column(shrinkable=True), Column(), Column(shrinkable=True)),
        cells=lambda text: (
            text.on.isoformat(),
            text.direction.value,
            names[text.contact_id],
            text.status.value,
            text.text or NO_TEXT,
        ),
        empty="No text fits these words." if words else "There is no recommendation yet.",
    )
    if not found and words:
        ctx.exit(1)
