"""`recco export`: all of it as JSON or CSV, what is coming as a calendar, texts for a résumé."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from recco_tui.cli.lazy import InOrder
from recco_tui.cli.printing import tell
from recco_tui.cli.session import Session
from recco_tui.core.errors import DataError, NothingFound
from recco_tui.core.relationships import Kind
from recco_tui.exchange.calendar import AHEAD_DAYS
from recco_tui.exchange.private_file import write_private

if TYPE_CHECKING:
    from recco_tui.core.resume import Reference

_path = click.argument("path", required=False, type=click.Path(path_type=Path))


@click.group(cls=InOrder)
def export() -> None:
    """Everything out: to PATH, readable by you alone, else to standard output."""


@export.command("json")
@_path
@click.pass_obj
def json_(session: Session, path: Path | None) -> None:
    """All of it as one JSON document, which `recco import` puts back into an empty file."""
    from recco_tui.exchange.whole import as_json

    _put(as_json(session.ledger.whole.tables(), session.clock.now()), path)


@export.command("csv")
@click.argument("folder", default="recco-export", type=click.Path(path_type=Path))
@click.pass_obj
def csv_(session: Session, folder: Path) -> None:
    """All of it as a folder of CSV files, one a table, safe to open in a spreadsheet."""
    from recco_tui.exchange.whole import as_csv

    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise DataError(f"{folder} cannot be made ({error.strerror}).") from error
    tables = session.ledger.whole.tables()
    for name, rows in tables.items():
        write_private(folder / f"{name}.csv", as_csv(rows))
    tell(f"Wrote {len(tables)} files to {folder}.")


@export.command()
@click.option("--days", default=AHEAD_DAYS, type=click.IntRange(1, 366), help="How far ahead.")
@_path
@click.pass_obj
def ics(session: Session, path: Path | None, days: int) -> None:
    """What is coming as a calendar: an all-day event each, with an alarm at nine."""
    from recco_tui.exchange.calendar import as_ics

    _put(as_ics(session.ledger.today.coming(days), session.clock.now()), path)


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
        _put(_words([text.text for _, text in picked]), path)
        return
    references = [reference(contact, text, length) for contact, text in picked]
    _put(_formatted(form, references), path)


def _formatted(form: str, references: "Sequence[Reference]") -> str:
    from recco_tui.exchange import resume as pages

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
@click.pass_obj
def brief(session: Session, name: str, path: Path | None) -> None:
    """One page on a person in Markdown: who, projects, moments, both texts, the pitch."""
    from recco_tui.core.brief import brief as page_on

    contacts = session.ledger.contacts
    _put(page_on(contacts.page(contacts.find(name).id)), path)


def _put(text: str, path: Path | None) -> None:
    if path is None:
        sys.stdout.write(text)
        return
    write_private(path, text)
    tell(f"Wrote {path}.")
