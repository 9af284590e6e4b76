"""`recco class`: a coach's class and a student's, at a place that both reach."""

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import click

from recco_tui.classroom.membership import (
    Membership,
    comments_of,
    read_memberships,
    write_memberships,
)
from recco_tui.cli.documents import classroom_document, homework_document, shared_draft_document
from recco_tui.cli.goals import COMING_TIME
from recco_tui.cli.parameters import (
    OUTPUT_PATH,
    OrderedGroup,
    confirm,
    json_option,
    row_argument,
    yes_option,
)
from recco_tui.cli.printing import (
    Column,
    write_heading,
    write_json,
    write_line,
    write_list,
    write_note,
    write_table,
    write_text,
)
from recco_tui.cli.session import Session
from recco_tui.cli.sharing import chosen_texts, draft_option, text_option, write_card
from recco_tui.cli.whom import can_ask
from recco_tui.core.card import TextSource
from recco_tui.core.classroom import (
    Classroom,
    Homework,
    Role,
    SharedDraft,
    Verdict,
    report_markdown,
    report_rows,
    student_lines,
)
from recco_tui.core.errors import NothingFound, UsageError
from recco_tui.core.goals import read_goal
from recco_tui.core.names import fold
from recco_tui.core.policy import Policy
from recco_tui.core.when import count_of, say_day
from recco_tui.storage.synced_folders import synced_by

if TYPE_CHECKING:
    from recco_tui.classroom.store import ClassStore, Invitation
    from recco_tui.writing.review import Review

NEEDED = ("sqlalchemy", "alembic", "psycopg")


class ClassSession:
    """A class command: the session, and the one of the user's classes that is meant."""

    def __init__(self, session: Session, name: str | None) -> None:
        self.session = session
        self._name = name

    @property
    def memberships(self) -> tuple[Membership, ...]:
        self.session.require_folder()
        return read_memberships(self.session.path)

    @property
    def membership(self) -> Membership:
        """The class that is meant; raises `NothingFound`, or `UsageError` where it could be
        several."""
        every = self.memberships
        if self._name is not None:
            wanted = fold(self._name)
            every = tuple(
                membership for membership in every if fold(membership.class_name) == wanted
            )
        if not every:
            which = f"no class called {self._name!r}" if self._name is not None else "no class yet"
            raise NothingFound(
                f"You are in {which}: 'recco class create' makes one, 'recco class join' joins one."
            )
        if len(every) > 1:
            names = ", ".join(membership.class_name for membership in every)
            raise UsageError(f"Which class? {names}: recco class --class NAME …")
        return every[0]

    def store(self) -> "ClassStore":
        """The class as the user sees it; raises where its place cannot be opened."""
        membership = self.membership
        require_extra()
        from recco_tui.classroom.store import ClassStore

        return ClassStore(membership)

    def keep(self, membership: Membership) -> None:
        """Keep it among the user's classes, in the place of what was known of it."""
        write_memberships(self.session.path, [*self._others(membership), membership])

    def drop(self, membership: Membership) -> None:
        """It is no class of the user's any more."""
        write_memberships(self.session.path, self._others(membership))

    def _others(self, membership: Membership) -> list[Membership]:
        same = (membership.place, membership.member_id)
        return [known for known in self.memberships if (known.place, known.member_id) != same]


def require_extra() -> None:
    """Raise `UsageError` that says how to get what a class needs."""
    if any(find_spec(name) is None for name in NEEDED):
        raise UsageError(
            "What a class needs is not installed: pip install 'recco-tui[class]' brings it."
        )


@click.group("class", cls=OrderedGroup, invoke_without_command=True)
@click.option("--class", "name", metavar="NAME", help="Which one, where you are in several.")
@json_option
@click.pass_context
def class_(ctx: click.Context, name: str | None, as_json: bool) -> None:
    """A class: homework, cards, drafts that a coach answers.

    Without a verb: the coach's board, or what a student has to do. The class is at a place that
    all of it reach: a file or a folder that you share, or postgresql://…, where the database lets
    each student see nothing but their own. Needs the extra: pip install 'recco-tui[class]'.

    \b
    recco class create ~/Class "Spring 2026" --as "Cora Diaz"
    recco class invite "Maria Silva" "Bo Ray"         a token for each, shown once
    recco class join ~/Class TOKEN                    a student, once
    recco class homework add "1 ask" --by "thu 18:00"
    recco class push --draft "Ann Lee"                a student: shown first, then sent
    recco class pull                                  a student: homework, comments
    """
    ctx.obj = ClassSession(ctx.find_root().obj, name)
    if ctx.invoked_subcommand is None:
        show_class(ctx, as_json)


def show_class(ctx: click.Context, as_json: bool) -> None:
    """The coach's board, or its lines where no terminal is there; what a student has to do."""
    room: ClassSession = ctx.obj
    store = room.store()
    if not store.membership.is_coach:
        _write_student(room, store, as_json)
    elif as_json:
        write_json(classroom_document(store.classroom(), room.session.day))
    elif sys.stdin and sys.stdin.isatty() and sys.stdout and sys.stdout.isatty():
        from recco_tui.cli.terminal import open_board

        ctx.exit(open_board(room.session, store))
    else:
        _write_classroom(store.classroom(), room.session.day)


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
                *(str(count) for count in (line.card.asked, line.card.received, line.card.given)),
                say_day(line.stuck_since, today) if line.stuck_since else "–",
                say_day(line.card.day, today) if line.student.card else "never",
                str(line.waiting or "–"),
            )
            for line in lines
        ),
    )


def _write_student(room: ClassSession, store: "ClassStore", as_json: bool) -> None:
    pulled = store.pull()
    today = room.session.day
    if as_json:
        write_json(
            {
                "class": store.membership.class_name,
                "homework": [homework_document(piece) for piece in pulled.homework],
                "drafts": [shared_draft_document(draft) for draft in pulled.drafts],
            }
        )
        return
    write_heading(f"{store.membership.class_name}, {store.membership.name}")
    for piece in pulled.homework:
        write_line(piece.says(today))
    if not pulled.homework:
        write_line("No homework is set.")
    for draft in pulled.drafts:
        _write_reviews(draft)


def _write_reviews(draft: SharedDraft) -> None:
    write_line(f"{draft.text.heading}: {'not read yet' if draft.waits else 'answered'}")
    for review in draft.reviews:
        write_line(f"{review.coach}: {review.says()}", indent=2)


# -- getting together ------------------------------------------------------------------------------


@class_.command()
@click.argument("place")
@click.argument("name")
@click.option("--as", "coach", required=True, metavar="NAME", help="Your own name.")
@click.pass_obj
def create(room: ClassSession, place: str, name: str, coach: str) -> None:
    """Make a class called NAME at PLACE: a file, a folder, or postgresql://…, and be its coach."""
    room.session.require_folder()
    require_extra()
    from recco_tui.classroom.connecting import absolute, is_server, shown
    from recco_tui.classroom.store import create_class

    place = absolute(place)
    made = create_class(place, name, coach, room.session.clock.now())
    room.keep(made)
    write_line(f"{made.class_name} is at {shown(place)}. Next: recco class invite NAME")
    if not is_server(place):
        write_note(
            "whoever can open that file can read all of the class. With postgresql://… the "
            "database lets each student see only their own."
        )
        if found := synced_by(Path(shown(place))):
            write_note(
                f"{found.folder} is copied by {found.what}: two who write at once would get two "
                "files. Use a drive that all of them open, or postgresql://…"
            )


@class_.command()
@click.argument("names", nargs=-1, required=True)
@click.option("--coach", is_flag=True, help="As another coach.")
@json_option
@click.pass_obj
def invite(room: ClassSession, names: tuple[str, ...], coach: bool, as_json: bool) -> None:
    """Invite students by their names. Each token is shown this once, and kept nowhere."""
    store = room.store()
    invited = store.invite(names, Role.COACH if coach else Role.STUDENT)
    place = store.place.name
    if as_json:
        write_json(
            [
                {"name": invitation.name, "place": place, "token": invitation.token}
                for invitation in invited
            ]
        )
        return
    for invitation in invited:
        write_line(_say_invitation(invitation, place))
    write_note("these tokens are shown once: send each to nobody but the one it is for.")


def _say_invitation(invitation: "Invitation", place: str) -> str:
    return f"{invitation.name}: recco class join '{place}' {invitation.token}"


@class_.command()
@click.argument("place")
@click.argument("token", required=False)
@click.pass_obj
def join(room: ClassSession, place: str, token: str | None) -> None:
    """Join the class at PLACE with the TOKEN of your invitation; without it, it is asked for."""
    room.session.require_folder()
    require_extra()
    from recco_tui.classroom.connecting import absolute
    from recco_tui.classroom.store import join_class

    if token is None:
        if not can_ask():
            raise UsageError("The token of your invitation is missing.")
        token = str(click.prompt("Token", hide_input=True, err=True))
    joined = join_class(absolute(place), token, room.session.clock.now())
    room.keep(joined)
    write_line(f"You are in {joined.class_name}, {joined.name}. Next: recco class pull")


@class_.command()
@yes_option
@click.pass_obj
def leave(room: ClassSession, yes: bool) -> None:
    """Leave the class: every row of yours there is removed."""
    store = room.store()
    name = store.membership.class_name
    confirm(f"Your cards, drafts and what was said of them go from {name}.", "Leave?", yes)
    store.leave()
    room.drop(store.membership)
    write_line(f"You left {name}; nothing of yours is there any more.")


@class_.command()
@click.argument("name")
@yes_option
@click.pass_obj
def remove(room: ClassSession, name: str, yes: bool) -> None:
    """Take a student out of the class, with every row of theirs."""
    store = room.store()
    student = store.classroom().student_named(name).member
    confirm(f"All that {student.name} sent, and your package on them, goes.", "Remove?", yes)
    store.remove(student.id)
    write_line(f"Removed {student.name} from {store.membership.class_name}.")


# -- homework --------------------------------------------------------------------------------------


@class_.group(cls=OrderedGroup)
def homework() -> None:
    """What the class is to do before a day: add, list, publish, remove."""


@homework.command("add")
@click.argument("what")
@click.option("--by", type=COMING_TIME, required=True, metavar="WHEN", help="thu 18:00.")
@click.option("--optional", is_flag=True, help="Nice to have.")
@click.option("--later", is_flag=True, help="Not shown to the students yet.")
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
    """Set WHAT, such as '1 ask' or '2 recommendations'; students see it at once."""
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
    """All of it, what is due first before the rest."""
    today = room.session.day
    write_list(
        room.store().homework(),
        as_json,
        document=homework_document,
        columns=(Column("id"), Column("homework"), Column("shown since")),
        cells=lambda piece: (
            f"#{piece.id}",
            piece.says(today),
            say_day(piece.published_on, today) if piece.published_on else "not yet",
        ),
        empty="No homework is set.",
    )


@homework.command()
@row_argument
@json_option
@click.pass_obj
def publish(room: ClassSession, row: int, as_json: bool) -> None:
    """Let the students see it."""
    piece = room.store().publish(row, room.session.clock.now())
    _report(piece, "", as_json, room.session.day)


@homework.command("remove")
@row_argument
@json_option
@click.pass_obj
def remove_homework(room: ClassSession, row: int, as_json: bool) -> None:
    """Take it back."""
    piece = room.store().remove_homework(row)
    _report(piece, "Removed: ", as_json, room.session.day)


def _report(piece: Homework, before: str, as_json: bool, today: date) -> None:
    if as_json:
        write_json(homework_document(piece))
        return
    hidden = "" if piece.published_on or before else ", not shown yet"
    write_line(f"{before}{piece.says(today)}{hidden}.")


# -- a student's ways ------------------------------------------------------------------------------


@class_.command()
@draft_option
@text_option
@yes_option
@click.pass_obj
def push(room: ClassSession, drafts: tuple[str, ...], texts: tuple[int, ...], yes: bool) -> None:
    """Send your card, and the drafts and texts you name. All of it is shown first."""
    store, session = room.store(), room.session
    me = store.membership
    goals = [piece.goal(session.day) for piece in store.homework()]
    chosen = chosen_texts(session, drafts, texts)
    card = session.ledger.sharing.card(chosen, me.name, goals)
    write_card(card, as_json=False)
    confirm(f"This goes to {me.class_name} at {store.place.name}.", "Send it?", yes)
    store.push(card, session.clock.now())
    write_line(f"Sent to {me.class_name}.")


@class_.command()
@click.pass_obj
def pull(room: ClassSession) -> None:
    """Fetch homework, which becomes goals of yours, and comments, which the editor shows."""
    store, session = room.store(), room.session
    me = store.membership
    pulled = store.pull()
    goals = session.ledger.goals
    known = {
        (progress.goal.kind, progress.goal.count, progress.goal.by_day)
        for progress in goals.every()
    }
    with session.ledger.one_change(f"added the homework of {me.class_name}"):
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
    _write_student(room, store, as_json=False)
    if comments:
        write_line(f"{count_of(len(comments), 'comment')}: w on the board shows them by the text.")


# -- a coach's ways --------------------------------------------------------------------------------


@class_.command("drafts")
@json_option
@click.pass_obj
def list_drafts(room: ClassSession, as_json: bool) -> None:
    """The drafts that wait for you, judged by the same check as in the editor."""
    waiting = _coach(room).classroom().waiting
    judge = _judge(room.session)
    if as_json:
        write_json([shared_draft_document(draft, judge(draft)) for draft in waiting])
        return
    if not waiting:
        write_line("No draft waits for you.")
    for draft in waiting:
        write_line(f"#{draft.id} {draft.student}, {draft.text.heading}")
        review = judge(draft)
        for number, judged in enumerate(review.sentences, 1):
            write_line(f"{number}  {judged.sentence.text}", indent=2)
        for finding in review.findings:
            place = f"sentence {finding.sentence}: " if finding.sentence else ""
            write_line(f"{finding.severity.sign} {place}{finding.message}", indent=2)
        for said in draft.reviews:
            write_line(f"{said.coach}: {said.says()}", indent=4)


def _judge(session: Session) -> "Callable[[SharedDraft], Review]":
    writing = session.ledger.writing
    return lambda draft: writing.judged(draft.text)


@class_.command("review")
@row_argument
@click.argument("words", required=False, default="")
@click.option("--sentence", type=click.IntRange(1), help="About this sentence.")
@click.option("--back", is_flag=True, help="Send it back to be changed.")
@click.option("--ready", is_flag=True, help="It is good as it is.")
@click.pass_obj
def review_draft(
    room: ClassSession, row: int, words: str, sentence: int | None, back: bool, ready: bool
) -> None:
    """Comment on a draft, send it back, or say that it is ready."""
    if back and ready:
        raise UsageError("A draft is sent back or ready, not both.")
    store = _coach(room)
    draft = next((sent for sent in store.classroom().drafts if sent.id == row), None)
    if draft is None:
        raise NothingFound(f"There is no draft #{row} in {store.membership.class_name}.")
    verdict = Verdict.RETURNED if back else Verdict.READY if ready else Verdict.COMMENT
    quote = ""
    if sentence is not None:
        sentences = _judge(room.session)(draft).sentences
        if sentence > len(sentences):
            raise UsageError(f"The text has {count_of(len(sentences), 'sentence')}.")
        quote = sentences[sentence - 1].sentence.text
    now = room.session.clock.now()
    said = store.review(draft, verdict, words, now, sentence=sentence or 0, quote=quote)
    write_line(f"{draft.student}, {draft.text.heading}: {said.says()}")


@class_.command()
@click.argument("name")
@click.option("--text", "words", help="Keep this instead; - reads it from standard input.")
@json_option
@click.pass_obj
def package(room: ClassSession, name: str, words: str | None, as_json: bool) -> None:
    """What speaks for a student, ready to paste when a client asks.

    \b
    recco class package "Maria" | pbcopy
    """
    store = _coach(room)
    student = store.classroom().student_named(name)
    if words is not None:
        from recco_tui.cli.checking import read_text

        kept = read_text("-") if words == "-" else words
        store.keep_package(student.member.id, kept, room.session.clock.now())
        write_line(f"Kept the package on {student.member.name}.")
    elif as_json:
        write_json({"name": student.member.name, "package": student.package})
    elif student.package:
        write_text(student.package + "\n")
    else:
        write_note(f"There is no package on {student.member.name} yet: --text keeps one.")


@class_.command("report")
@click.option("--csv", "as_csv_", is_flag=True, help="For a spreadsheet, instead of Markdown.")
@click.argument("path", required=False, type=OUTPUT_PATH)
@yes_option
@click.pass_obj
def report_on_class(room: ClassSession, as_csv_: bool, path: Path | None, yes: bool) -> None:
    """Counts for each student, without a text or a name of others: printed, or written to PATH."""
    from recco_tui.cli.exporting import write_out
    from recco_tui.exporting.document import as_csv

    found, today = _coach(room).classroom(), room.session.day
    rows = report_rows(student_lines(found, today, Policy()))
    text = as_csv(rows) if as_csv_ else report_markdown(found.name, rows, today)
    write_out(room.session, text, path, yes, sign=not as_csv_)


def _coach(room: ClassSession) -> "ClassStore":
    store = room.store()
    store.require_coach()
    return store
