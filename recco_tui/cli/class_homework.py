"""`recco class homework`: what a class has to do by a day."""

from datetime import date, time

import click

from recco_tui.cli.class_session import ClassSession
from recco_tui.cli.documents import homework_document
from recco_tui.cli.parameters import COMING_TIME, OrderedGroup, row_argument
from recco_tui.cli.printing import Column, write_json, write_line, write_list
from recco_tui.core.classroom import Homework
from recco_tui.core.goals import read_goal
from recco_tui.core.when import say_day


@click.group(cls=OrderedGroup)
def homework() -> None:
    """Homework for the class, with due dates: add, list, publish, remove."""


@homework.verb("add")
@click.argument("what")
@click.option("--by", type=COMING_TIME, required=True, metavar="WHEN", help="thu 18:00.")
@click.option("--optional", is_flag=True, help="Not required.")
@click.option("--later", is_flag=True, help="Hide it from students until you publish it.")
def add_homework(
    room: ClassSession, what: str, by: tuple[date, time | None], optional: bool, later: bool
) -> None:
    """Set WHAT, for example '1 ask' or '2 recommendations'. Students see it at once."""
    kind, count = read_goal(what)
    by_time = f"{by[1]:%H:%M}" if by[1] else ""
    published = None if later else room.session.day
    piece = room.store().add_homework(Homework(0, kind, count, by[0], by_time, optional, published))
    _report(room, piece)


@homework.verb("list")
def list_homework(room: ClassSession) -> None:
    """List the homework, next due first."""
    today = room.session.day
    write_list(
        room.session,
        room.store().homework(),
        document=homework_document,
        columns=(Column("id"), Column("homework"), Column("published")),
        cells=lambda piece: (
            f"#{piece.id}",
            piece.says(today),
            say_day(piece.published_on, today) if piece.published_on else "not yet",
        ),
        empty="No homework yet.",
    )


@homework.verb()
@row_argument
def publish(room: ClassSession, row: int) -> None:
    """Publish homework: students see it at once."""
    _report(room, room.store().publish(row, room.session.clock.now()))


@homework.verb("remove")
@row_argument
def remove_homework(room: ClassSession, row: int) -> None:
    """Remove homework."""
    _report(room, room.store().remove_homework(row), "Removed: ")


def _report(room: ClassSession, piece: Homework, before: str = "") -> None:
    if room.session.as_json:
        write_json(homework_document(piece))
        return
    hidden = "" if piece.published_on or before else ", not published yet"
    write_line(f"{before}{piece.says(room.session.day)}{hidden}.")
