"""`recco export`: all of it as JSON or CSV, what is coming as a calendar, texts for a résumé."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from recco_tui.cli.confirming import confirm, yes_option
from recco_tui.cli.lazy import InOrder
from recco_tui.cli.parameters import FILE_TO_WRITE
from recco_tui.cli.printing import tell, write_document
from recco_tui.cli.session import Session
from recco_tui.core.errors import NothingFound, UsageError
from recco_tui.core.relationships import Kind
from recco_tui.core.written import signed
from recco_tui.exporting.calendar import AHEAD_DAYS
from recco_tui.exporting.private_file import write_private
from recco_tui.ledger.files import why_not_replace

if TYPE_CHECKING:
    from recco_tui.core.resume import Reference

MOST_NAMED = 5
"""Files that are in the way, told one by one."""

_path = click.argument("path", required=False, type=FILE_TO_WRITE)


@click.group(cls=InOrder)
def export() -> None:
    """Everything out: to PATH, readable by you alone, else to standard output.

    A file that recco wrote before is replaced; any other one only after a question, or with --yes.
    recco's own files and other databases are never written over.
    """


@export.command("json")
@_path
@yes_option
@click.pass_obj
def json_(session: Session, path: Path | None, yes: bool) -> None:
    """All of it as one JSON document, which `recco import` puts back into an empty file."""
    from recco_tui.exporting.document import as_json

    _put(session, as_json(session.ledger.dump.tables(), session.clock.now()), path, yes)


@export.command("csv")
@click.argument("folder", default="recco-export", type=FILE_TO_WRITE)
@yes_option
@click.pass_obj
def csv_(session: Session, folder: Path, yes: bool) -> None:
    """All of it as a folder of CSV files, one a table, safe to open in a spreadsheet.

    Other files in the folder stay as they are.
    """
    session.require_file("export")
    from recco_tui.exporting.tables import not_as_written, write_tables

    tables = session.ledger.dump.tables()
    session.refuse_own(folder)
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is a file: name a folder.")
    if names := not_as_written(folder, tables):
        which = ", ".join(names[:MOST_NAMED]) + (" …" if len(names) > MOST_NAMED else "")
        what = f"{folder} has files that recco did not write, or that were changed since: {which}."
        confirm(what, "Replace them?" if len(names) > 1 else "Replace it?", yes)
    write_tables(folder, tables, session.refuse_own)
    tell(f"Wrote {len(tables)} files to {folder}.")


@export.command()
@click.option("--days", default=AHEAD_DAYS, type=click.IntRange(1, 366), help="How far ahead.")
@_path
@yes_option
@click.pass_obj
def ics(session: Session, path: Path | None, days: int, yes: bool) -> None:
    """What is coming as a calendar: an all-day event each, with an alarm at nine."""
    from recco_tui.exporting.calendar import as_ics

    _put(session, as_ics(session.ledger.today.coming(days), session.clock.now()), path, yes)


@export.command()
@click.option("--format", "form", default="md", type=click.Choice(["md", "html", "json"]))
@click.option("--from", "names", multiple=True, metavar="NAME", help="Only theirs, in this order.")
@click.option("--kind", "kinds", multiple=True, type=click.Choice([kind.value for kind in Kind]))
@click.option("--phrase", default="", help="Only with this among the key phrases.")
@click.option("--word", default="", help="Only with this in the text.")
@click.option("--length", type=click.IntRange(20), help="Cut longer texts; a cut shows as […].")
@click.option("--most", type=click.IntRange(1), help="So many texts at most.")
@click.option("--words", is_flag=True, help="Instead: the words that readers see most.")
@_path
@yes_option
@click.pass_obj
def resume(
    session: Session,
    path: Path | None,
    form: str,
    names: tuple[str, ...],
    kinds: tuple[str, ...],
    phrase: str,
    word: str,
    length: int | None,
    most: int | None,
    words: bool,
    yes: bool,
) -> None:
    """Recommendations you received, for a résumé: Markdown, printable HTML, or JSON Resume."""
    from recco_tui.core.resume import chosen, reference

    ledger = session.ledger
    people = {contact.id: contact for contact in ledger.contacts.every()}
    every = ledger.recommendations.every()
    texts = [(people[text.contact_id], text) for text in every if text.contact_id in people]
    picked = chosen(
        texts,
        people=[ledger.contacts.find(name).id for name in names],
        kinds=[Kind(kind) for kind in kinds],
        phrase=phrase,
        word=word,
    )[:most]
    if not picked:
        raise NothingFound("No text you received fits: 'recco recommendation list' has them all.")
    if words:
        _put(session, _words([text.text for _, text in picked]), path, yes, sign=True)
        return
    references = [reference(contact, text, length) for contact, text in picked]
    _put(session, _formatted(form, references), path, yes, sign=form != "json")


def _formatted(form: str, references: "Sequence[Reference]") -> str:
    from recco_tui.exporting import resume as pages

    if form == "json":
        return pages.as_json_resume(references)
    make = pages.as_html if form == "html" else pages.as_markdown
    return make("Recommendations", references)


def _words(texts: list[str]) -> str:
    from recco_tui.core.figures import words_seen

    return "".join(f"{many:4}  {word}\n" for word, many in words_seen(texts, most=40))


@export.command()
@click.argument("name")
@_path
@yes_option
@click.pass_obj
def brief(session: Session, name: str, path: Path | None, yes: bool) -> None:
    """One page on a person in Markdown: who, projects, moments, both texts, the pitch."""
    from recco_tui.core.brief import brief as page_on

    contacts = session.ledger.contacts
    page = page_on(contacts.page(contacts.find(name).id))
    _put(session, page, path, yes, sign=True)


def _put(session: Session, text: str, path: Path | None, yes: bool, sign: bool = False) -> None:
    """Write it to the file, after a question where something else would go; or print it.

    `sign`: the format has no mark of its own by which recco knows the file again.
    """
    session.require_file("export")
    if path is None:
        write_document(text)
        return
    session.refuse_own(path)
    if why := why_not_replace(path):
        confirm(f"{path} {why}.", "Replace it?", yes)
    write_private(path, signed(text) if sign else text, session.refuse_own)
    tell(f"Wrote {path}.")
