"""`recco project`: work with an end, and who was in it."""

from collections.abc import Iterable
from datetime import date

import click

from recco_tui.cli.documents import Document, project_document
from recco_tui.cli.lazy import InOrder
from recco_tui.cli.parameters import WHEN, day_or_dash, json_option, one_of, understood
from recco_tui.cli.printing import Column, tell, write_json, write_table
from recco_tui.cli.reporting import report
from recco_tui.cli.session import Session
from recco_tui.core.agenda import Alert, as_document
from recco_tui.core.errors import UsageError
from recco_tui.core.models import Project, ProjectKind
from recco_tui.ledger.projects import Joining
from recco_tui.storage.columns import Value


@click.group(cls=InOrder)
def project() -> None:
    """Work with an end: a project, assignment, challenge, internship, bootcamp or position."""


_kind = click.option("--kind", type=one_of(ProjectKind), help="A project unless you say.")
_started = click.option("--started", type=WHEN, metavar="DATE", help="When it began.")
_ended = click.option(
    "--ended", type=WHEN, metavar="DATE", help="When it ended: yesterday, 20 nov."
)
_about = click.option("--about", metavar="TEXT", help="What it was.")
_with = click.option(
    "--with",
    "names",
    multiple=True,
    metavar="NAME",
    help="Somebody who was in it; an unknown name becomes a contact. May be repeated.",
)


@project.command()
@click.argument("title")
@_kind
@_started
@_ended
@_about
@_with
@json_option
@click.pass_obj
def add(
    session: Session,
    title: str,
    kind: str | None,
    started: date | None,
    ended: date | None,
    about: str | None,
    names: tuple[str, ...],
    as_json: bool,
) -> None:
    """Add a project; one that ended says whom to ask now."""
    new = _strangers(session, names)
    added = session.ledger.projects.add(
        title,
        kind=ProjectKind(kind) if kind else ProjectKind.PROJECT,
        started_on=started,
        ended_on=ended,
        about=about or "",
        members=_joining(session, names),
    )
    _report(session, added, as_json, new)


@project.command()
@click.argument("title")
@click.option("--on", type=WHEN, metavar="DATE", help="Today unless you say.")
@json_option
@click.pass_obj
def end(session: Session, title: str, on: date | None, as_json: bool) -> None:
    """Say that a running project ended."""
    projects = session.ledger.projects
    _report(session, projects.end(projects.find(title).id, on), as_json)


@project.command()
@click.argument("title")
@click.option("--title", "new_title", metavar="TITLE", help="What it is called now.")
@_kind
@_started
@_ended
@_about
@json_option
@click.pass_obj
def edit(
    session: Session,
    title: str,
    new_title: str | None,
    kind: str | None,
    started: date | None,
    ended: date | None,
    about: str | None,
    as_json: bool,
) -> None:
    """Change what is known of a project; what is not named stays."""
    projects = session.ledger.projects
    found = projects.find(title)
    given: dict[str, str | date | None] = {
        "title": new_title,
        "kind": kind,
        "started_on": started,
        "ended_on": ended,
        "about": about,
    }
    changes: dict[str, Value] = {k: v for k, v in given.items() if v is not None}
    if not changes:
        raise click.UsageError(f"Say what to change of {found.title}, as in --ended yesterday.")
    _report(session, projects.edit(found.id, changes), as_json)


@project.command()
@click.argument("title")
@_with
@click.option("--their-part", default="", metavar="TEXT", help="What they did.")
@click.option("--my-part", default="", metavar="TEXT", help="What you did with them.")
@json_option
@click.pass_obj
def join(
    session: Session,
    title: str,
    names: tuple[str, ...],
    their_part: str,
    my_part: str,
    as_json: bool,
) -> None:
    """Add people to a project, or change what is said of their parts."""
    if not names:
        raise click.UsageError("Say who was in it, as in --with 'Katrina M.'.")
    projects = session.ledger.projects
    found = projects.find(title)
    new = _strangers(session, names)
    members = _joining(session, names, their_part, my_part)
    _report(session, projects.join(found.id, members), as_json, new)


@project.command()
@click.argument("title")
@click.argument("name")
@json_option
@click.pass_obj
def leave(session: Session, title: str, name: str, as_json: bool) -> None:
    """Take somebody out of a project."""
    projects = session.ledger.projects
    member = session.ledger.contacts.find(name)
    left = projects.leave(projects.find(title).id, member.id)
    report(session, project_document(left), as_json)


@project.command()
@click.argument("title")
@json_option
@click.pass_obj
def archive(session: Session, title: str, as_json: bool) -> None:
    """Hide a project; nothing tied to it is deleted."""
    projects = session.ledger.projects
    found = projects.find(title)
    projects.archive(found.id)
    report(session, project_document(found), as_json)


@project.command(name="list")
@click.option("--running", is_flag=True, help="Only those that have not ended.")
@json_option
@click.pass_obj
def list_(session: Session, running: bool, as_json: bool) -> None:
    """Your projects, the running and latest first."""
    found = [one for one in session.ledger.projects.every() if not (running and one.ended_on)]
    if as_json:
        write_json([project_document(one) for one in found])
        return
    if not found:
        tell("No project is noted yet: add one with 'recco project add'.")
    columns = (
        Column("title", gives=True),
        Column("kind"),
        Column("ended"),
        Column("with", gives=True),
    )
    write_table(columns, [_row(one) for one in found])


def _row(one: Project) -> tuple[str, str, str, str]:
    names = ", ".join(member.contact_name for member in one.members)
    return one.title, one.kind.value, day_or_dash(one.ended_on), names


def _joining(
    session: Session, names: Iterable[str], their_part: str = "", my_part: str = ""
) -> list[Joining]:
    contacts = session.ledger.contacts
    joining = []
    for name in dict.fromkeys(names):
        if not name.strip():
            raise UsageError("A member needs a name.")
        known = contacts.named(name)
        joining.append(
            Joining(name, known.id if known else None, their_part=their_part, my_part=my_part)
        )
    return joining


def _strangers(session: Session, names: Iterable[str]) -> set[str]:
    """Of these names, those that nobody bears yet, folded."""
    from recco_tui.core.names import fold

    return {fold(name) for name in names if session.ledger.contacts.named(name) is None}


def _report(
    session: Session, one: Project, as_json: bool, new: Iterable[str] = frozenset()
) -> None:
    alerts = [a for a in session.ledger.today.alerts() if a.project_id == one.id]
    report(session, _document(one, alerts), as_json, _when(session, one))
    if as_json:
        return
    for member in one.members:
        note = _newness(session, member.contact_name, member.contact_id, new)
        tell(f"{member.contact_name}{note}", indent=2)
    for alert in alerts:
        tell(f"Today: {alert.action.value} {alert.contact or ''}: {alert.why}")


def _newness(session: Session, name: str, contact_id: int, new: Iterable[str]) -> str:
    """Says of a new contact that they are new, and who else might have been meant."""
    from recco_tui.core.names import fold

    if fold(name) not in new:
        return ""
    near = [c for c in session.ledger.contacts.matching(name, 4) if c.id != contact_id]
    if not near:
        return " (new)"
    meant = ", ".join(f"#{c.id} {c.name}" for c in near)
    return f" (new; if you meant {meant}: 'recco undo', then give the full name)"


def _when(session: Session, one: Project) -> str:
    if one.ended_on is None:
        return "running"
    verb = "ends" if one.ended_on > session.day else "ended"
    return f"{verb} {understood(session, one.ended_on)}"


def _document(one: Project, alerts: list[Alert]) -> Document:
    return {**project_document(one), "alerts": [as_document(alert) for alert in alerts]}
