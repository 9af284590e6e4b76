"""`recco recommendation`: texts given and received, added by hand, listed, searched."""

from datetime import date

import click

from recco_tui.cli.checking import read_text
from recco_tui.cli.documents import recommendation_document
from recco_tui.cli.parameters import (
    PAST_DATE,
    EnumChoice,
    OrderedGroup,
    json_option,
    on_option,
    on_option_to_edit,
    remove_rows,
    row_argument,
    rows_argument,
)
from recco_tui.cli.printing import (
    Column,
    report,
    write_json,
    write_line,
    write_list,
    write_words_to_send,
)
from recco_tui.cli.session import Session
from recco_tui.cli.whom import find_contact
from recco_tui.core.cleaning import clean_line
from recco_tui.core.models import Direction, Recommendation, Status
from recco_tui.core.received import NO_TEXT
from recco_tui.core.reciprocity import say_counting
from recco_tui.storage.columns import Value

CHANGE_ASKED = "change-asked"
"""A word beside the statuses: it stands where it stood, and waits for a change."""


@click.group(cls=OrderedGroup)
def recommendation() -> None:
    """Recommendations given and received: add, list, search, edit, set status, remove."""


@recommendation.command()
@click.argument("name")
@click.argument("direction", type=EnumChoice(Direction), metavar="given|received")
@click.argument("file", default="-")
@on_option
@click.option("--status", type=EnumChoice(Status), help="Default: sent or visible.")
@click.option("--project", metavar="TITLE", help="The project it is about.")
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
    """Add a text you gave to or received from NAME, from FILE or standard input.

    If 'recco ask mark NAME received' already counted it, this adds its text. An empty
    one counts too; its text can come later.
    """
    ledger = session.ledger
    contact = find_contact(session, name)
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
    """List all texts, newest first, or those that match WORDS, best first.

    All words must match: a plain word in the text or about the person; from:, kind:,
    company:, position:, project: or phrase: for one of these; owe, asked … as in 'recco board
    --filter'. A leading - excludes a word, quotes keep words together.
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
        columns=(
            *(Column(), Column(), Column()),
            *(Column(shrinkable=True), Column(), Column(shrinkable=True)),
        ),
        cells=lambda text: (
            f"#{text.id}",
            text.on.isoformat(),
            text.direction.value,
            names[text.contact_id],
            status_word(text),
            text.text or NO_TEXT,
        ),
        empty="No text matches." if words else "No recommendations yet.",
    )
    if not found and words:
        ctx.exit(1)


@recommendation.command()
@row_argument
@json_option
@click.pass_obj
def show(session: Session, row: int, as_json: bool) -> None:
    """Show one text in full."""
    shown = session.ledger.recommendations.get(row)
    name = session.ledger.contacts.get(shown.contact_id).name
    if as_json:
        write_json({"contact": name, **recommendation_document(shown)})
        return
    write_line(f"#{shown.id} {shown.direction.value}, {name}, {shown.on}, {status_word(shown)}")
    for line in shown.text.splitlines():
        write_line(line, indent=2)


@recommendation.command()
@row_argument
@click.option("--text", "file", metavar="FILE", help="The text, from a file or - for input.")
@on_option_to_edit
@click.option("--status", type=EnumChoice(Status), help="Its status on LinkedIn.")
@click.option("--project", metavar="TITLE", help="The project it is about; '' for none.")
@json_option
@click.pass_obj
def edit(
    session: Session,
    row: int,
    file: str | None,
    on: date | None,
    status: Status | None,
    project: str | None,
    as_json: bool,
) -> None:
    """Edit a recommendation. 'recco recommendation list' shows its number.

    A replaced text is kept as an earlier version.
    """
    ledger = session.ledger
    before = ledger.recommendations.get(row)
    given: dict[str, Value] = {
        "text": read_text(file) if file is not None else None,
        "on": on,
        "status": status,
    }
    changes: dict[str, Value] = {
        field: value for field, value in given.items() if value is not None
    }
    if project is not None:
        changes["project_id"] = ledger.projects.find(project).id if project.strip() else None
    if not changes:
        raise click.UsageError("Say what to change, for example --on 'last friday'.")
    _report(session, ledger.recommendations.edit(before.id, changes), as_json)


@recommendation.command()
@row_argument
@click.argument(
    "status",
    type=click.Choice([CHANGE_ASKED, *(status.value for status in Status)]),
    metavar="STATUS",
)
@click.option("--on", type=PAST_DATE, metavar="DATE", help="When you asked for a change.")
@json_option
@click.pass_obj
def status(session: Session, row: int, status: str, on: date | None, as_json: bool) -> None:
    """Set the status of a recommendation on LinkedIn.

    STATUS is pending, visible, hidden, withdrawn or replaced; sent for one you gave. A hidden one
    still counts; a withdrawn or replaced one does not. change-asked logs that you asked its writer
    for a change; a new text or status ends that.
    """
    recommendations = session.ledger.recommendations
    row = recommendations.get(row).id  # said before a file is made for it
    if status == CHANGE_ASKED:
        changed = recommendations.ask_for_change(row, on)
    elif on is not None:
        raise click.UsageError(f"--on goes with {CHANGE_ASKED}.")
    else:
        changed = recommendations.set_status(row, Status(status))
    words = ""
    if status == CHANGE_ASKED and changed.direction is Direction.RECEIVED:
        words = session.ledger.writing.change_request(changed.contact_id).text
    _report(session, changed, as_json, words)


@recommendation.command()
@rows_argument
@json_option
@click.pass_obj
def remove(session: Session, rows: tuple[int, ...], as_json: bool) -> None:
    """Remove recommendations. 'recco undo' brings them back.

    If LinkedIn no longer shows one, 'recco recommendation status ID withdrawn' keeps the text.
    """
    recommendations = session.ledger.recommendations
    before = [recommendations.get(row) for row in dict.fromkeys(rows)]
    remove_rows(session, rows, recommendations.remove, "recommendation")
    document = {
        "removed": [recommendation_document(text) for text in before],
        "undo": session.change_id,
    }
    balance = recommendations.balance(before[0].contact_id)
    report(session, document, as_json, f"balance: {balance.word}" if len(before) == 1 else "")


def status_word(text: Recommendation) -> str:
    """Where it stands, in a word or three."""
    word = clean_line(text.status_text) or text.status.value
    return f"{word}, change asked for" if text.change_asked_on else word


def _report(session: Session, changed: Recommendation, as_json: bool, words: str = "") -> None:
    """What was changed and how things stand now; `words` are for the person, to send."""
    balance = session.ledger.recommendations.balance(changed.contact_id)
    document = {**recommendation_document(changed), "balance": balance.word}
    if words:
        document["message"] = words
    report(session, document, as_json, say_counting(changed.status, balance))
    if words and not as_json:
        write_words_to_send(words)
