"""`recco goal`: so many asks sent, or recommendations written, before a day and a time."""

from datetime import date, time

import click

from recco_tui.cli.documents import goal_document
from recco_tui.cli.parameters import COMING_TIME, OrderedGroup
from recco_tui.cli.printing import Column, report, write_line, write_list
from recco_tui.cli.session import Session
from recco_tui.core.errors import NothingFound, UsageError
from recco_tui.core.goals import Progress, countdown, read_goal, say_by, say_goal
from recco_tui.core.models import Goal


@click.group(cls=OrderedGroup)
def goal() -> None:
    """Goals with a date: add, list, done, remove.

    For homework: recco goal add "1 ask" --by "thu 18:00"
    """


@goal.verb()
@click.argument("what")
@click.option(
    "--by", type=COMING_TIME, required=True, metavar="WHEN", help="thu 18:00, in 2 weeks."
)
def add(session: Session, what: str, by: tuple[date, time | None]) -> None:
    """Set a goal for WHAT, for example '1 ask' or '2 recommendations'."""
    kind, count = read_goal(what)
    added = session.ledger.goals.add(kind, count, *by)
    now = _progress_of(session, added)
    report(session, goal_document(now))
    if not session.as_json:
        write_line(f"{countdown(now, session.day)}.")


@goal.verb("list")
def list_goals(session: Session) -> None:
    """List your goals and how far each one is, next due first."""
    write_list(
        session,
        session.ledger.goals.every(),
        document=goal_document,
        columns=(Column("id"), Column("goal"), Column("by"), Column("so far"), Column("state")),
        cells=lambda progress: (
            f"#{progress.goal.id}",
            say_goal(progress.goal),
            say_by(progress.goal, session.day),
            f"{progress.done} {progress.goal.kind.done}",
            progress.state,
        ),
        empty="No goals.",
    )


@goal.verb()
@click.argument("number", required=False)
def done(session: Session, number: str | None) -> None:
    """Close a goal, reached or not. With several goals, give its NUMBER."""
    closed = session.ledger.goals.done(_goal_of(session, number).id)
    report(session, goal_document(_progress_of(session, closed)))


@goal.verb()
@click.argument("number", required=False)
def remove(session: Session, number: str | None) -> None:
    """Remove a goal. 'recco undo' brings it back."""
    removed = _progress_of(session, _goal_of(session, number))
    session.ledger.goals.remove(removed.goal.id)
    report(session, goal_document(removed))


def _progress_of(session: Session, wanted: Goal) -> Progress:
    return next(
        progress for progress in session.ledger.goals.every() if progress.goal.id == wanted.id
    )


def _goal_of(session: Session, number: str | None) -> Goal:
    """The goal of this number; without one the only goal there is, or the only one not closed."""
    every = session.ledger.goals.every()
    if number is not None:
        digits = number.removeprefix("#")
        if not (digits.isascii() and digits.isdigit() and len(digits) < 16):
            raise UsageError(
                f"'{number}' is not the number of a goal. 'recco goal list' shows them."
            )
        return session.ledger.goals.get(int(digits))
    standing = [progress for progress in every if progress.goal.done_on is None] or list(every)
    if not standing:
        raise NothingFound("No goals. Set one: recco goal add '1 ask' --by friday")
    if len(standing) > 1:
        named = ", ".join(
            f"#{progress.goal.id} {say_goal(progress.goal)}" for progress in standing[:6]
        )
        raise UsageError(f"Which goal? {named}.")
    return standing[0].goal
