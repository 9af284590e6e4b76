"""What a coach does in `recco class`: read drafts, answer them, keep packages, report."""

from collections.abc import Callable
from pathlib import Path

import click

from recco_tui import second_reader
from recco_tui.cli.checking import read_text
from recco_tui.cli.class_session import ClassSession
from recco_tui.cli.documents import shared_draft_document
from recco_tui.cli.exporting import write_out
from recco_tui.cli.parameters import OUTPUT_PATH, row_argument, verb, yes_option
from recco_tui.cli.printing import write_json, write_line, write_note, write_text
from recco_tui.cli.session import Session
from recco_tui.core.classroom import (
    SharedDraft,
    Verdict,
    report_markdown,
    report_rows,
    student_lines,
)
from recco_tui.core.errors import NothingFound, UsageError
from recco_tui.core.policy import Policy
from recco_tui.core.when import count_of
from recco_tui.exporting.document import as_csv
from recco_tui.writing.review import Review


@verb("drafts")
def list_drafts(room: ClassSession) -> None:
    """Show the drafts to read, each with the findings that the editor shows."""
    waiting = room.coach_store().classroom().waiting
    judge = _judge(room.session)
    if room.session.as_json:
        write_json([shared_draft_document(draft, judge(draft)) for draft in waiting])
        return
    if not waiting:
        write_line("No drafts to read.")
    for draft in waiting:
        write_line(f"#{draft.id} {draft.student}, {draft.text.heading}")
        review = judge(draft)
        for number, judged in enumerate(review.sentences, 1):
            write_line(f"{number}  {judged.sentence.text}", indent=2)
        for finding in review.findings:
            place = f"sentence {finding.sentence}: " if finding.sentence else ""
            write_line(f"{finding.severity.sign} {place}{finding.message}", indent=2)
        for said in draft.reviews:
            write_line(f"{said.coach}: {said.says()}", indent=4)


def _judge(session: Session) -> Callable[[SharedDraft], Review]:
    writing, read = session.ledger.writing, second_reader.read
    return lambda draft: writing.judged(draft.text, read(draft.text.text, draft.text.kind))


@click.command("review")
@row_argument
@click.argument("words", required=False, default="")
@click.option("--sentence", type=click.IntRange(1), help="The number of the sentence.")
@click.option("--back", is_flag=True, help="Send it back for changes.")
@click.option("--ready", is_flag=True, help="Mark it as ready.")
@click.pass_obj
def review_draft(
    room: ClassSession, row: int, words: str, sentence: int | None, back: bool, ready: bool
) -> None:
    """Comment on a draft, send it back, or mark it as ready."""
    if back and ready:
        raise UsageError("Use --back or --ready, not both.")
    store = room.coach_store()
    draft = next((sent for sent in store.classroom().drafts if sent.id == row), None)
    if draft is None:
        raise NothingFound(f"There is no draft #{row}. 'recco class drafts' lists those to read.")
    verdict = Verdict.RETURNED if back else Verdict.READY if ready else Verdict.COMMENT
    quote = ""
    if sentence is not None:
        sentences = _judge(room.session)(draft).sentences
        if sentence > len(sentences):
            raise UsageError(f"The draft has only {count_of(len(sentences), 'sentence')}.")
        quote = sentences[sentence - 1].sentence.text
    now = room.session.clock.now()
    said = store.review(draft, verdict, words, now, sentence=sentence or 0, quote=quote)
    write_line(f"{draft.student}, {draft.text.heading}: {said.says()}")


@verb()
@click.argument("name")
@click.option("--text", "words", help="Save this text; - reads standard input.")
def package(room: ClassSession, name: str, words: str | None) -> None:
    """Print or save the package for a student: a text to paste when a client asks.

    \b
    recco class package "Maria" | pbcopy
    """
    store = room.coach_store()
    student = store.classroom().student_named(name)
    if words is not None:
        kept = read_text("-") if words == "-" else words
        store.keep_package(student.member.id, kept, room.session.clock.now())
        write_line(f"Saved the package for {student.member.name}.")
    elif room.session.as_json:
        write_json({"name": student.member.name, "package": student.package})
    elif student.package:
        write_text(student.package + "\n")
    else:
        write_note(f"No package for {student.member.name} yet. --text saves one.")


@click.command("report")
@click.option("--csv", "as_csv_", is_flag=True, help="CSV for a spreadsheet, not Markdown.")
@click.argument("path", required=False, type=OUTPUT_PATH)
@yes_option
@click.pass_obj
def report_on_class(room: ClassSession, as_csv_: bool, path: Path | None, yes: bool) -> None:
    """Print the counts of each student, without texts or other names, or write them to PATH."""
    found, today = room.coach_store().classroom(), room.session.day
    rows = report_rows(student_lines(found, today, Policy()))
    text = as_csv(rows) if as_csv_ else report_markdown(found.name, rows, today)
    write_out(room.session, text, path, yes, sign=not as_csv_)
