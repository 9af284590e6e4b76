"""What a student does in `recco class`: send a card, get homework and comments."""

from dataclasses import replace
from datetime import date, time
from typing import TYPE_CHECKING

import click

from recco_tui.classroom.membership import comments_of
from recco_tui.cli.asking import confirm
from recco_tui.cli.class_session import ClassSession
from recco_tui.cli.documents import Document, homework_document, shared_draft_document
from recco_tui.cli.parameters import yes_option
from recco_tui.cli.printing import write_heading, write_line
from recco_tui.cli.sharing import chosen_texts, draft_option, text_option, write_card
from recco_tui.core.card import TextSource
from recco_tui.core.classroom import SharedDraft
from recco_tui.core.when import count_of

if TYPE_CHECKING:
    from recco_tui.classroom.store import ClassStore


@click.command()
@draft_option
@text_option
@yes_option
@click.pass_obj
def push(room: ClassSession, drafts: tuple[str, ...], texts: tuple[int, ...], yes: bool) -> None:
    """Send your card with the drafts and texts you name. You see all of it first."""
    store, session = room.store(), room.session
    me = store.membership
    goals = [piece.goal(session.day) for piece in store.homework()]
    chosen = chosen_texts(session, drafts, texts)
    card = session.ledger.sharing.card(chosen, me.name, goals)
    write_card(card)
    confirm(f"This goes to {me.class_name} at {store.place.name}.", "Send it?", yes)
    store.push(card, session.clock.now())
    write_line(f"Sent to {me.class_name}.")


@click.command()
@click.pass_obj
def pull(room: ClassSession) -> None:
    """Get homework and comments. Homework becomes goals; the editor shows the comments."""
    store, session = room.store(), room.session
    me = store.membership
    pulled = store.pull()
    goals = session.ledger.goals
    known = {
        (progress.goal.kind, progress.goal.count, progress.goal.by_day)
        for progress in goals.every()
    }
    with session.ledger.one_change(f"added the homework from {me.class_name}"):
        for piece in pulled.homework:
            new = (piece.kind, piece.count, piece.by_day) not in known
            if new and not piece.optional and piece.by_day >= session.day:
                at = time.fromisoformat(piece.by_time) if piece.by_time else None
                goals.add(piece.kind, piece.count, piece.by_day, at)
    comments = comments_of(
        (draft.text.number, review)
        for draft in pulled.drafts
        if draft.text.source is TextSource.DRAFT
        for review in draft.current_reviews
    )
    room.keep(replace(me, comments=comments))
    write_student(store, session.day)
    if comments:
        write_line(f"{count_of(len(comments), 'comment')}. The editor shows them beside the draft.")


def student_document(store: "ClassStore") -> Document:
    """The homework, and what was said of each draft."""
    pulled = store.pull()
    return {
        "class": store.membership.class_name,
        "homework": [homework_document(piece) for piece in pulled.homework],
        "drafts": [shared_draft_document(draft) for draft in pulled.drafts],
    }


def write_student(store: "ClassStore", today: date) -> None:
    """The same in lines."""
    pulled = store.pull()
    write_heading(f"{store.membership.class_name}, {store.membership.name}")
    for piece in pulled.homework:
        write_line(piece.says(today))
    if not pulled.homework:
        write_line("No homework yet.")
    for draft in pulled.drafts:
        _write_reviews(draft)


def _write_reviews(draft: SharedDraft) -> None:
    write_line(f"{draft.text.heading}: {'not read yet' if draft.waits else 'answered'}")
    for review in draft.reviews:
        write_line(f"{review.coach}: {review.says()}", indent=2)
