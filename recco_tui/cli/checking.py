"""`recco check`: judge a text from a file or from standard input."""

import codecs
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from recco_tui.cli.documents import review_document
from recco_tui.cli.parameters import verb
from recco_tui.cli.printing import write_json, write_line
from recco_tui.cli.session import Session
from recco_tui.cli.whom import find_contact
from recco_tui.core.cleaning import clean_text
from recco_tui.core.errors import DataError, NothingFound, UsageError
from recco_tui.core.models import TextKind
from recco_tui.importing.named_file import read_file

if TYPE_CHECKING:
    from recco_tui.writing.about import About, Limits
    from recco_tui.writing.review import Review, TaggedSentence

LONGEST = 1_000_000
"""Bytes; LinkedIn takes 3,000 characters, so a longer file is not a recommendation."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@verb()
@click.argument("file", default="-")
@click.option("--ask", "is_ask", is_flag=True, help="The text asks for a recommendation.")
@click.option("--to", "name", metavar="NAME", help="The person it is for.")
@click.option(
    "--facts",
    metavar="NAME",
    is_flag=False,
    flag_value="",
    help="Mark what is in neither your notes on NAME nor your draft. As the last option, "
    "it takes the NAME of --to.",
)
def check(session: Session, file: str, is_ask: bool, name: str | None, facts: str | None) -> None:
    """Check a text: its parts, what is missing and what weakens it.

    FILE is a text file, or - for standard input. Exit status 1: the text is not ready.
    """
    from recco_tui import second_reader
    from recco_tui.writing.review import review

    kind = TextKind.ASK if is_ask else TextKind.RECOMMENDATION
    name, against = (name or "").strip(), (facts or name or "").strip()
    if facts is not None and not against:
        raise click.UsageError("Name the contact: --facts NAME, or --to NAME --facts.")
    text = read_text(file)
    about, limits = _context_of(session, name or against, kind)
    if facts is not None:
        about = _held_against_facts(session, against, kind, text)
    evidence = second_reader.read(text, kind)
    reviewed = review(text, kind, about, limits=limits, evidence=evidence)
    if session.as_json:
        write_json(review_document(reviewed))
    else:
        _write(reviewed)
    if not reviewed.ready:
        raise click.exceptions.Exit(1)


def _context_of(session: Session, name: str, kind: TextKind) -> "tuple[About, Limits]":
    """What the editor would know of a text to this person, and the numbers in force.

    For a name that no contact has, or several have, the others' names are all that is known; while
    there is no file nothing is.
    """
    from recco_tui.writing.about import About, Limits

    if not session.has_file:
        session.require_folder()
        return About(to=name), Limits()
    ledger = session.ledger
    limits = ledger.writing.limits()
    if not name:
        return About(), limits
    try:
        contact = find_contact(session, name)
    except (NothingFound, UsageError):
        return About(to=name, others=ledger.writing.first_names_but(name)), limits
    return ledger.writing.about(contact.id, kind), limits


def _held_against_facts(session: Session, name: str, kind: TextKind, text: str) -> "About":
    """The same with what stands neither in the notes about this person nor in the own draft."""
    assistant = session.ledger.assistant
    draft = assistant.draft_of(find_contact(session, name).id, kind)
    return assistant.about_answer(draft, clean_text(text))


def read_text(file: str) -> str:
    """The text of a file, a pipe or standard input, without the line break at its end.

    Raises `DataError` for what cannot be read or is no text.
    """
    is_standard_input = file in ("-", "/dev/stdin")  # the latter cannot be opened when a socket
    where = "Standard input" if is_standard_input else file
    if is_standard_input and sys.stdin is None:
        raise DataError(f"{where} is closed. Name a file, or pipe a text.")
    try:
        if is_standard_input:
            data = sys.stdin.buffer.read(LONGEST + 1)
        else:
            data = read_file(Path(file), LONGEST + 1, pipe=True)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise DataError(f"{where} cannot be read ({reason.lower()}).") from error
    if len(data) > LONGEST:
        raise DataError(f"{where} is too long for a recommendation (over a megabyte).")
    return _decoded(data, where).rstrip("\r\n")


def _decoded(data: bytes, where: str) -> str:
    encoding = next((name for bom, name in _BOMS if data.startswith(bom)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    if "\0" in text:
        raise DataError(f"{where} is not text. Use plain text: a .txt file, or a pipe.")
    return text


def _write(reviewed: "Review") -> None:
    write_line("  ".join(f"{state.sign} {part}" for part, state in reviewed.states.items()))
    least, most = reviewed.limits.sentences_of(reviewed.kind)
    counts = reviewed.counts
    write_line(
        f"sentences {reviewed.counted} of {least}–{most}   words {counts.words}   "
        f"{counts.characters}/{reviewed.limits.characters} characters"
    )
    for number, judged in enumerate(reviewed.sentences, 1):
        write_line(f"{number}  [{_carried(judged)}] {judged.sentence.text}", indent=2)
    for finding in reviewed.findings:
        place = f"sentence {finding.sentence}: " if finding.sentence else ""
        hint = f" → {finding.suggestion}" if finding.suggestion else ""
        write_line(f"{finding.severity.sign} {place}{finding.message}{hint}")
    write_line("Ready." if reviewed.ready else "Not ready.")


def _carried(judged: "TaggedSentence") -> str:
    """The parts that a sentence carries, each with the words that say so."""
    carried = judged.carried
    words = [", ".join(f'"{cue.text}"' for cue in tag.cues) for tag in carried]
    parts = [f"{t.part}: {w}" if w else t.part for t, w in zip(carried, words, strict=True)]
    return "; ".join(parts) or "–"
