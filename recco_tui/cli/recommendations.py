"""`recco recommendation`: texts given and received, added by hand, listed, searched."""

from datetime import date
from functools import partial

import click

from recco_tui.cli.checking import read_text
from recco_tui.cli.documents import Document, recommendation_document
from recco_tui.cli.parameters import (
    PAST_DATE,
    EnumChoice,
    OrderedGroup,
    on_option,
    on_option_to_edit,
    row_argument,
    rows_argument,
)
from recco_tui.cli.printing import (
    FIXED,
    SHRINKABLE,
    report,
    write_json,
    write_line,
    write_list,
    write_words_to_send,
)
from recco_tui.cli.rows import changes_of, remove_rows
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


@recommendation.verb()
@click.argument("name")
@click.argument("direction", type=EnumChoice(Direction), metavar="given|received")
@click.argument("file", default="-")
@on_option
@click.option("--status", type=EnumChoice(Status), help="Default: sent or visible.")
@click.option("--project", metavar="TITLE", help="The project it is about.")
def add(
    session: Session,
    name: str,
    direction: Direction,
    file: str,
    on: date | None,
    status: Status | None,
    project: str | None,
) -> None:
    """Add a text you gave to or received from NAME, from FILE or standard input.

    If 'recco ask mark NAME received' already counted it, this adds its text. An empty
    one counts too; its text can come later.
    """
    contact, project_id = find_contact(session, name), session.project_id(project)
    text, add = read_text(file), session.ledger.recommendations.add
    added = add(contact.id, direction, text, on=on, status=status, project_id=project_id)
    report(session, recommendation_document(added), session.say_date(on))


@recommendation.verb("list")
@click.argument("words", required=False, default="")
@click.option("--given", "direction", flag_value=Direction.GIVEN, help="Only those you gave.")
@click.option(
    "--received", "direction", flag_value=Direction.RECEIVED, help="Only those you received."
)
def list_texts(session: Session, words: str, direction: Direction | None) -> None:
    """List all texts, newest first, or those that match WORDS, best first.

    All words must match: a plain word in the text or about the person; from:, kind:,
    company:, position:, project: or phrase: for one of these; owe, asked … as in 'recco board
    --filter'. A leading - excludes a word, quotes keep words together.
    """
    found = session.ledger.recommendations.filtered(words, direction)
    write_list(
        session,
        found,
        document=partial(_document_with_name, session),
        columns=(FIXED, FIXED, FIXED, SHRINKABLE, FIXED, SHRINKABLE),
        cells=lambda text: (
            f"#{text.id}",
            text.on,
            text.direction,
            session.name_of(text.contact_id),
            status_word(text),
            text.text or NO_TEXT,
        ),
        empty="No text matches." if words else "No recommendations yet.",
    )
    if not found and words:
        raise click.exceptions.Exit(1)


@recommendation.verb()
@row_argument
def show(session: Session, row: int) -> None:
    """Show one text in full."""
    shown = session.ledger.recommendations.get(row)
    if session.as_json:
        write_json(_document_with_name(session, shown))
        return
    name = session.name_of(shown.contact_id)
    write_line(f"#{shown.id} {shown.direction}, {name}, {shown.on}, {status_word(shown)}")
    for line in shown.text.splitlines():
        write_line(line, indent=2)


@recommendation.verb()
@row_argument
@click.option("--text", "file", metavar="FILE", help="The text: a file, or - for standard input.")
@on_option_to_edit
@click.option("--status", type=EnumChoice(Status), help="Its status on LinkedIn.")
@click.option("--project", metavar="TITLE", help="The project it is about; '' for none.")
def edit(session: Session, /, row: int, file: str | None, **given: Value) -> None:
    """Edit a recommendation. 'recco recommendation list' shows its number.

    A replaced text is kept as an earlier version.
    """
    recommendations = session.ledger.recommendations
    before = recommendations.get(row)
    given["text"] = read_text(file) if file is not None else None
    changes = changes_of(session, given, "--on 'last friday'")
    _report(session, recommendations.edit(before.id, changes))


@recommendation.verb()
@row_argument
@click.argument(
    "status",
    type=click.Choice([CHANGE_ASKED, *(status.value for status in Status)]),
    metavar="STATUS",
)
@click.option("--on", type=PAST_DATE, metavar="DATE", help="When you asked for a change.")
def status(session: Session, row: int, status: str, on: date | None) -> None:
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
    _report(session, changed, words)


@recommendation.verb()
@rows_argument
def remove(session: Session, rows: tuple[int, ...]) -> None:
    """Remove recommendations. 'recco undo' brings them back.

    If LinkedIn no longer shows one, 'recco recommendation status ID withdrawn' keeps the text.
    """
    recommendations = session.ledger.recommendations

    def balance(removed: Recommendation) -> str:
        return f"balance: {recommendations.balance(removed.contact_id).word}"

    remove_rows(session, recommendations, rows, "recommendation", recommendation_document, balance)


def status_word(text: Recommendation) -> str:
    """Where it stands, in a word or three."""
    word = clean_line(text.status_text) or text.status.value
    return f"{word}, change asked for" if text.change_asked_on else word


def _document_with_name(session: Session, text: Recommendation) -> Document:
    return {"contact": session.name_of(text.contact_id), **recommendation_document(text)}


def _report(session: Session, changed: Recommendation, words: str = "") -> None:
    """What was changed and how things stand now; `words` are for the person, to send."""
    balance = session.ledger.recommendations.balance(changed.contact_id)
    document = {**recommendation_document(changed), "balance": balance.word}
    if words:
        document["message"] = words
    report(session, document, say_counting(changed.status, balance))
    if words and not session.as_json:
        write_words_to_send(words)
