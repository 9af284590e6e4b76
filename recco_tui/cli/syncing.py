"""`recco sync`: two machines of one user, through a place that both reach."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from recco_tui.classroom.carriers import class_carrier
from recco_tui.cli.asking import confirm
from recco_tui.cli.documents import Document, kept_document
from recco_tui.cli.parameters import verb, yes_option
from recco_tui.cli.printing import write_json, write_line
from recco_tui.cli.session import Session
from recco_tui.core.carrying import Carrier
from recco_tui.core.cleaning import shortened
from recco_tui.core.errors import DataError, NotAllowed
from recco_tui.core.when import count_of

if TYPE_CHECKING:
    from recco_tui.ledger.sync import KeptLine, SyncOutcome, SyncStatus


@verb()
@click.argument("place", required=False, default="")
@click.option("--status", is_flag=True, help="Only show what a sync would send and receive.")
@click.option("--kept", is_flag=True, help="Show the values that another computer replaced.")
@yes_option
def sync(session: Session, place: str, status: bool, kept: bool, yes: bool) -> None:
    """Exchange changes with your other computers through PLACE, which recco remembers.

    PLACE is a folder they share (Dropbox, iCloud Drive, Syncthing, even a USB stick), or the
    postgresql:// address of a class that you joined on each computer. Needs the extra: pip install
    'recco-tui[sync]'. 'recco undo' undoes what was received.

    \b
    recco sync ~/Dropbox/recco-sync      the first time, on each computer
    recco sync                           from then on
    """
    if session.demo:
        raise NotAllowed("--demo uses a temporary file. Leave it out.")
    if place and "://" not in place:
        session.refuse_own(Path(place).expanduser())
    ledger = session.ledger.sync
    if kept:
        _write_kept(session, ledger.kept())
        return
    if status:
        known = place or ledger.place
        carrier = ledger.carrier(place, class_carrier) if known else None
        _write_status(session, ledger.status(carrier))
        return
    carrier = ledger.carrier(place, class_carrier)
    if "://" in carrier.name and carrier.name != ledger.place:
        _ask(carrier, yes)
    _write_outcome(session, ledger.sync(carrier))


def _ask(server: Carrier, yes: bool) -> None:
    """Nothing goes to a server before the user knows who may read it there."""
    what = (
        f"Everything you wrote goes to {server.name}. Whoever owns that database, such as your "
        "coach, can read it."
    )
    confirm(what, "Sync?", yes)


def _write_kept(session: Session, lines: "tuple[KeptLine, ...]") -> None:
    if session.as_json:
        write_json([kept_document(line) for line in lines])
        return
    for line in lines:
        _write_line_of(line, line.value.lost)
    if not lines:
        write_line("No conflicts: no two computers changed the same field.")


def _write_line_of(line: "KeptLine", words: str) -> None:
    write_line(line.sentence)
    if line.value.column_name != "id" and words:
        write_line(f"kept: “{words}”", indent=2)


def _write_status(session: Session, status: "SyncStatus") -> None:
    if session.as_json:
        write_json(_document(status, to_send=status.to_send, to_receive=status.to_bring))
        return
    if not status.place:
        write_line("No sync place yet. 'recco sync FOLDER' sets one.")
        return
    write_line(f"Sync place: {status.place}")
    send, receive = (count_of(many, "change") for many in (status.to_send, status.to_bring))
    write_line(f"A sync would send {send} and receive {receive}.")
    if status.kept:
        write_line(f"{count_of(len(status.kept), 'value')} kept: 'recco sync --kept' shows them.")
    _write_waiting(status.waiting)
    _refuse_newer(status.refusal)


def _write_outcome(session: Session, outcome: "SyncOutcome") -> None:
    if session.as_json:
        write_json(_document(outcome, sent=outcome.sent, received=outcome.brought))
    else:
        for line in outcome.sentences:
            write_line(line)
        if outcome.brought:
            write_line("'recco undo' undoes what was received.")
        for kept in outcome.kept:
            _write_line_of(kept, shortened(kept.value.lost))
        _write_waiting(outcome.waiting)
    _refuse_newer(outcome.refusal)


def _write_waiting(waiting: int) -> None:
    if waiting:
        write_line(f"{count_of(waiting, 'file')} not fully here yet. Sync again later.")


def _refuse_newer(refusal: str) -> None:
    if refusal:
        raise DataError(refusal)


def _document(found: "SyncOutcome | SyncStatus", **counts: int) -> Document:
    return {
        "place": found.place or None,
        **counts,
        "computers": list(found.machines),
        "kept": [kept_document(line) for line in found.kept],
        "waiting": found.waiting,
        "newer": list(found.newer),
    }
