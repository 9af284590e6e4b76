"""`recco check`: judge a text from a file or from standard input."""

import click

from recco_tui import second_reader
from recco_tui.cli.documents import review_document
from recco_tui.cli.parameters import verb
from recco_tui.cli.printing import write_json, write_line
from recco_tui.cli.session import Session
from recco_tui.cli.text_input import read_text
from recco_tui.cli.whom import find_contact
from recco_tui.core.cleaning import clean_text
from recco_tui.core.errors import NothingFound, UsageError
from recco_tui.core.models import TextKind
from recco_tui.writing.about import About, Limits
from recco_tui.writing.review import Review, TaggedSentence, review


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


def _context_of(session: Session, name: str, kind: TextKind) -> tuple[About, Limits]:
    """What the editor would know of a text to this person, and the numbers in force.

    For a name that no contact has, or several have, the others' names are all that is known; while
    there is no file nothing is.
    """
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


def _held_against_facts(session: Session, name: str, kind: TextKind, text: str) -> About:
    """The same with what stands neither in the notes about this person nor in the own draft."""
    assistant = session.ledger.assistant
    draft = assistant.draft_of(find_contact(session, name).id, kind)
    return assistant.about_answer(draft, clean_text(text))


def _write(reviewed: Review) -> None:
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


def _carried(judged: TaggedSentence) -> str:
    """The parts that a sentence carries, each with the words that say so."""
    carried = judged.carried
    words = [", ".join(f'"{cue.text}"' for cue in tag.cues) for tag in carried]
    parts = [f"{t.part}: {w}" if w else t.part for t, w in zip(carried, words, strict=True)]
    return "; ".join(parts) or "–"
