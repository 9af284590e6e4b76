"""`recco class homework`: what a class has to do by a day."""

from datetime import date, time

import click

from recco_tui.cli.class_session import ClassSession
from recco_tui.cli.documents import homework_document
from recco_tui.cli.goals import COMING_TIME
from recco_tui.cli.parameters import OrderedGroup, json_option, row_argument
from recco_tui.cli.printing import Column, write_json, write_line, write_list
from recco_tui.core.classroom import Homework
from recco_tui.core.goals import read_goal
from recco_tui.core.when import say_day


@click.group(cls=OrderedGroup)
def homework() -> None:
    """What the class has to do by a day: add, list, publish, remove."""


@homework.command("add")
@click.argument("what")
@click.option("--by", type=COMING_TIME, required=True, metavar="WHEN", help="thu 18:00.")
@click.option("--optional", is_flag=True, help="Not required.")
@click.option("--later", is_flag=True, help="Hide it from students until you publish it.")
@json_option
@click.pass_obj
def add_homework(
    room: ClassSession,
    what: str,
    by: tuple[date, time | None],
    optional: bool,
    later: bool,
    as_json: bool,
) -> None:
    """Set WHAT, for example '1 ask' or '2 recommendations'. Students see it at once."""
    kind, count = read_goal(what)
    today = room.session.day
    by_time = f"{by[1]:%H:%M}" if by[1] else ""
    published = None if later else today
    piece = room.store().add_homework(Homework(0, kind, count, by[0], by_time, optional, published))
    _report(piece, "", as_json, today)


@homework.command("list")
@json_option
@click.pass_obj
def list_homework(room: ClassSession, as_json: bool) -> None:
    """List the homework, next due first."""
    today = room.session.day
    write_list(
        room.store().homework(),
        as_json,
        document=homework_document,
        columns=(Column("id"), Column("homework"), Column("published")),
        cells=lambda piece: (
            f"#{piece.id}",
            piece.says(today),
            say_day(piece.published_on, today) if piece.published_on else "not yet",
        ),
        empty="No homework yet.",
    )


@homework.command()
@row_argument
@json_option
@click.pass_obj
def publish(room: ClassSession, row: int, as_json: bool) -> None:
    """Show it to the students."""
    piece = room.store().publish(row, room.session.clock.now())
    _report(piece, "", as_json, room.session.day)


@homework.command("remove")
@row_argument
@json_option
@click.pass_obj
def remove_homework(room: ClassSession, row: int, as_json: bool) -> None:
    """Remove it."""
    piece = room.store().remove_homework(row)
    _report(piece, "Removed: ", as_json, room.session.day)


def _report(piece: Homework, before: str, as_json: bool, today: date) -> None:
    if as_json:
        write_json(homework_document(piece))
        return
    hidden = "" if piece.published_on or before else ", not published yet"
    write_line(f"{before}{piece.says(today)}{hidden}.")
