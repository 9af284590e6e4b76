"""`recco export`: all of it as JSON or CSV, what is coming as a calendar, texts for a résumé."""

from collections.abc import Sequence
from pathlib import Path

import click

from recco_tui.cli.asking import confirm
from recco_tui.cli.parameters import (
    OUTPUT_PATH,
    EnumChoice,
    OrderedGroup,
    yes_option,
)
from recco_tui.cli.printing import write_line, write_text
from recco_tui.cli.session import Session
from recco_tui.cli.whom import find_contact
from recco_tui.core.brief import brief as page_on
from recco_tui.core.errors import NothingFound, UsageError
from recco_tui.core.insights import words_seen
from recco_tui.core.relationships import Kind
from recco_tui.core.resume import Reference, chosen, reference
from recco_tui.core.written import signed
from recco_tui.exporting import resume as pages
from recco_tui.exporting.calendar import AHEAD_DAYS, as_ics
from recco_tui.exporting.document import as_json, not_as_written, write_tables
from recco_tui.exporting.private_file import write_private
from recco_tui.ledger.files import why_not_replace

MOST_NAMED = 5
"""Files that would be replaced, named one by one in the question."""

_path_argument = click.argument("path", required=False, type=OUTPUT_PATH)


@click.group(cls=OrderedGroup)
def export() -> None:
    """Export your data to PATH, which only you can read, or to standard output.

    recco replaces a file that it wrote before, and any other one only after asking, or with --yes.
    It never overwrites its own files or other databases.
    """


@export.command("json")
@_path_argument
@yes_option
@click.pass_obj
def json_(session: Session, path: Path | None, yes: bool) -> None:
    """Everything as one JSON document, which 'recco import' loads into an empty file."""
    _write(session, as_json(session.ledger.dump.tables(), session.clock.now()), path, yes)


@export.command("csv")
@click.argument("folder", default="recco-export", type=OUTPUT_PATH)
@yes_option
@click.pass_obj
def csv_(session: Session, folder: Path, yes: bool) -> None:
    """Everything as a folder of CSV files, one per table, safe for spreadsheets.

    Other files in the folder stay unchanged.
    """
    session.require_file("export")
    tables = session.ledger.dump.tables()
    session.refuse_own(folder)
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is a file. Name a folder.")
    if names := not_as_written(folder, tables):
        which = ", ".join(names[:MOST_NAMED]) + (" …" if len(names) > MOST_NAMED else "")
        what = f"{folder} has files that recco did not write, or that have changed since: {which}."
        confirm(what, "Replace them?" if len(names) > 1 else "Replace it?", yes)
    write_tables(folder, tables, session.refuse_own)
    write_line(f"Wrote {len(tables)} files to {folder}.")


@export.command()
@click.option(
    "--days", default=AHEAD_DAYS, type=click.IntRange(1, 366), help="How many days ahead."
)
@_path_argument
@yes_option
@click.pass_obj
def ics(session: Session, path: Path | None, days: int, yes: bool) -> None:
    """What is coming up, as a calendar of all-day events with alarms at 9 a.m."""
    _write(session, as_ics(session.ledger.today.coming(days), session.clock.now()), path, yes)


@export.command()
@click.option("--format", "format_", default="md", type=click.Choice(["md", "html", "json"]))
@click.option(
    "--from", "names", multiple=True, metavar="NAME", help="Only texts by them, in this order."
)
@click.option("--kind", "kinds", multiple=True, type=EnumChoice(Kind))
@click.option("--phrase", default="", help="Only texts with this key phrase.")
@click.option("--word", default="", help="Only texts that contain this.")
@click.option("--length", type=click.IntRange(20), help="Cut longer texts; […] shows where.")
@click.option("--most", type=click.IntRange(1), help="At most this many texts.")
@click.option("--words", is_flag=True, help="Instead of texts: the words readers see most.")
@_path_argument
@yes_option
@click.pass_obj
def resume(
    session: Session,
    path: Path | None,
    format_: str,
    names: tuple[str, ...],
    kinds: tuple[Kind, ...],
    phrase: str,
    word: str,
    length: int | None,
    most: int | None,
    words: bool,
    yes: bool,
) -> None:
    """Recommendations you received, for a résumé: Markdown, printable HTML or JSON Resume."""
    ledger = session.ledger
    people = {contact.id: contact for contact in ledger.contacts.every()}
    every = ledger.recommendations.every()
    texts = [(people[text.contact_id], text) for text in every if text.contact_id in people]
    picked = chosen(
        texts,
        people=[find_contact(session, name).id for name in names],
        kinds=kinds,
        phrase=phrase,
        word=word,
    )[:most]
    if not picked:
        raise NothingFound("No text you received matches. 'recco recommendation list' shows all.")
    if words:
        _write(session, _word_counts([text.text for _, text in picked]), path, yes, sign=True)
        return
    references = [reference(contact, text, length) for contact, text in picked]
    _write(session, _formatted(format_, references), path, yes, sign=format_ != "json")


def _formatted(format_: str, references: Sequence[Reference]) -> str:
    if format_ == "json":
        return pages.as_json_resume(references)
    render = pages.as_html if format_ == "html" else pages.as_markdown
    return render("Recommendations", references)


def _word_counts(texts: list[str]) -> str:
    return "".join(f"{count:4}  {word}\n" for word, count in words_seen(texts, most=40))


@export.command()
@click.argument("name")
@_path_argument
@yes_option
@click.pass_obj
def brief(session: Session, name: str, path: Path | None, yes: bool) -> None:
    """A page on one contact in Markdown: facts, projects, moments, texts, pitch."""
    contacts = session.ledger.contacts
    page = page_on(contacts.page(find_contact(session, name).id))
    _write(session, page, path, yes, sign=True)


def _write(session: Session, text: str, path: Path | None, yes: bool, sign: bool = False) -> None:
    session.require_file("export")
    write_out(session, text, path, yes, sign)


def write_out(
    session: Session, text: str, path: Path | None, yes: bool, sign: bool = False
) -> None:
    """Write it to the file, after a question where something else would go; or print it.

    `sign`: the format has no mark of its own by which recco knows the file again.
    """
    if path is None:
        write_text(text)
        return
    session.refuse_own(path)
    if why := why_not_replace(path):
        confirm(f"{path} {why}.", "Replace it?", yes)
    write_private(path, signed(text) if sign else text, session.refuse_own)
    write_line(f"Wrote {path}.")
