"""`recco class`: a coach's class and a student's, at a place that both reach."""

from datetime import date
from pathlib import Path

import click

from recco_tui.cli.asking import can_ask, confirm
from recco_tui.cli.class_homework import homework
from recco_tui.cli.class_reviewing import list_drafts, package, report_on_class, review_draft
from recco_tui.cli.class_session import ClassSession, require_extra
from recco_tui.cli.class_student import pull, push, student_document, write_student
from recco_tui.cli.documents import classroom_document
from recco_tui.cli.parameters import OrderedGroup, json_option, yes_option
from recco_tui.cli.printing import Column, write_json, write_line, write_note, write_table
from recco_tui.cli.terminal import is_terminal, open_board
from recco_tui.core.classroom import Classroom, Role, student_lines
from recco_tui.core.errors import UsageError
from recco_tui.core.policy import Policy
from recco_tui.core.when import count_of, say_day
from recco_tui.storage.synced_folders import synced_by


@click.group("class", cls=OrderedGroup, invoke_without_command=True)
@click.option("--class", "name", metavar="NAME", help="Which class, if you are in several.")
@json_option
@click.pass_context
def class_(ctx: click.Context, name: str | None) -> None:
    """A class: homework, cards, and drafts that a coach comments on.

    Without a verb it opens the coach's board, or shows a student what is due. A class lives in a
    file or folder that everyone can open, or at postgresql://…, where the database shows students
    only their own rows. Needs the extra: pip install 'recco-tui[class]'.

    \b
    recco class create ~/Class "Spring 2026" --as "Cora Diaz"
    recco class invite "Maria Silva" "Bo Ray"         a token for each, shown once
    recco class join ~/Class TOKEN                    a student, once
    recco class homework add "1 ask" --by "thu 18:00"
    recco class push --draft "Ann Lee"                a student: see it, then send it
    recco class pull                                  a student: get homework and comments
    """
    ctx.obj = ClassSession(ctx.find_root().obj, name)
    if ctx.invoked_subcommand is None:
        show_class(ctx)


def show_class(ctx: click.Context) -> None:
    """The coach's board, or its lines where no terminal is there; what a student has to do."""
    room: ClassSession = ctx.obj
    store, today = room.store(), room.session.day
    coach = store.membership.is_coach
    if room.session.as_json:
        write_json(
            classroom_document(store.classroom(), today) if coach else student_document(store)
        )
    elif not coach:
        write_student(store, today)
    elif is_terminal():
        ctx.exit(open_board(room.session, store))
    else:
        _write_classroom(store.classroom(), today)


def _write_classroom(room: Classroom, today: date) -> None:
    lines = student_lines(room, today, Policy())
    done = sum(line.wanted > 0 and not line.due for line in lines)
    write_line(
        f"{room.name}: {count_of(len(lines), 'student')}, homework done by {done}, "
        f"{count_of(len(room.waiting), 'draft')} to read."
    )
    write_table(
        (
            Column("student", shrinkable=True),
            Column("homework", shrinkable=True),
            *(Column(name, right=True) for name in ("asked", "received", "given")),
            Column("stuck since"),
            Column("shared"),
            Column("to read", right=True),
        ),
        (
            (
                line.name,
                line.homework_words(today),
                *(line.card.asked, line.card.received, line.card.given),
                line.stuck_since and say_day(line.stuck_since, today),
                say_day(line.card.day, today) if line.student.card else "never",
                line.waiting or None,
            )
            for line in lines
        ),
    )


@class_.command()
@click.argument("place")
@click.argument("name")
@click.option("--as", "coach", required=True, metavar="NAME", help="Your own name.")
@click.pass_obj
def create(room: ClassSession, place: str, name: str, coach: str) -> None:
    """Create the class NAME at PLACE, with you as its coach.

    PLACE is a file, a folder, or postgresql://…
    """
    room.session.require_folder()
    require_extra()
    from recco_tui.classroom.connecting import absolute, is_server, shown
    from recco_tui.classroom.store import create_class

    place = absolute(place)
    made = create_class(place, name, coach, room.session.clock.now())
    room.keep(made)
    write_line(f"Created {made.class_name} at {shown(place)}. Next: recco class invite NAME")
    if not is_server(place):
        write_note(
            "Anyone who can open this file can read the whole class. With postgresql://… the "
            "database shows students only their own rows."
        )
        if found := synced_by(Path(shown(place))):
            write_note(
                f"{found.what} copies {found.folder}. If two people write at once, you get two "
                "files. Use a shared drive or postgresql://… instead."
            )


@class_.verb()
@click.argument("names", nargs=-1, required=True)
@click.option("--coach", is_flag=True, help="Invite them as coaches.")
def invite(room: ClassSession, names: tuple[str, ...], coach: bool) -> None:
    """Invite students by name. Each token is shown only once."""
    store = room.store()
    invited = store.invite(names, Role.COACH if coach else Role.STUDENT)
    place = store.place.name
    if room.session.as_json:
        write_json(
            [
                {"name": invitation.name, "place": place, "token": invitation.token}
                for invitation in invited
            ]
        )
        return
    for invitation in invited:
        write_line(f"{invitation.name}: recco class join '{place}' {invitation.token}")
    write_note("Tokens are shown only once. Send each one only to the person it is for.")


@class_.command()
@click.argument("place")
@click.argument("token", required=False)
@click.pass_obj
def join(room: ClassSession, place: str, token: str | None) -> None:
    """Join the class at PLACE with the TOKEN from your invitation.

    Without TOKEN, recco asks for it.
    """
    room.session.require_folder()
    require_extra()
    from recco_tui.classroom.connecting import absolute
    from recco_tui.classroom.store import join_class

    if token is None:
        if not can_ask():
            raise UsageError("The token from your invitation is missing.")
        token = str(click.prompt("Token", hide_input=True, err=True))
    joined = join_class(absolute(place), token, room.session.clock.now())
    room.keep(joined)
    write_line(f"Joined {joined.class_name} as {joined.name}. Next: recco class pull")


@class_.command()
@yes_option
@click.pass_obj
def leave(room: ClassSession, yes: bool) -> None:
    """Leave the class and delete everything you sent to it."""
    store = room.store()
    name = store.membership.class_name
    confirm(
        f"Your cards, your drafts and the comments on them will be deleted from {name}.",
        "Leave?",
        yes,
    )
    store.leave()
    room.drop(store.membership)
    write_line(f"Left {name}. Everything you sent was deleted.")


@class_.command()
@click.argument("name")
@yes_option
@click.pass_obj
def remove(room: ClassSession, name: str, yes: bool) -> None:
    """Remove a student from the class, with everything they sent."""
    store = room.store()
    student = store.classroom().student_named(name).member
    confirm(
        f"Everything {student.name} sent and your package for them will be deleted.", "Remove?", yes
    )
    store.remove(student.id)
    write_line(f"Removed {student.name} from {store.membership.class_name}.")


for command in (homework, push, pull, list_drafts, review_draft, package, report_on_class):
    class_.add_command(command)
