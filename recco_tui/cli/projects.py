"""`recco project`: work with an end, and who was in it."""

from collections.abc import Collection
from datetime import date

import click

from recco_tui.cli.documents import alert_document, project_document
from recco_tui.cli.parameters import ANY_DATE, EnumChoice, OrderedGroup
from recco_tui.cli.printing import Column, report, write_line, write_list
from recco_tui.cli.rows import changes_of
from recco_tui.cli.session import Session
from recco_tui.cli.whom import find_contact, joining_of
from recco_tui.core.errors import UsageError
from recco_tui.core.models import Joining, Member, Project, ProjectKind
from recco_tui.core.names import name_key
from recco_tui.storage.columns import Value


@click.group(cls=OrderedGroup)
def project() -> None:
    """Projects, assignments, challenges, internships, bootcamps and positions."""


_kind_option = click.option("--kind", type=EnumChoice(ProjectKind), help="Default: project.")
_started_option = click.option(
    "--started", "started_on", type=ANY_DATE, metavar="DATE", help="When it began."
)
_ended_option = click.option(
    "--ended", "ended_on", type=ANY_DATE, metavar="DATE", help="When it ended: yesterday, 20 Nov."
)
_about_option = click.option("--about", metavar="TEXT", help="What it was.")
_with_option = click.option(
    "--with",
    "names",
    multiple=True,
    metavar="NAME",
    help="Someone who was in it; a new name becomes a contact. Repeat for more.",
)


@project.verb()
@click.argument("title")
@_kind_option
@_started_option
@_ended_option
@_about_option
@_with_option
def add(
    session: Session,
    title: str,
    kind: ProjectKind | None,
    started_on: date | None,
    ended_on: date | None,
    about: str | None,
    names: tuple[str, ...],
) -> None:
    """Add a project. If it has ended, recco shows who to ask now."""
    members = _joining(session, names)
    added = session.ledger.projects.add(
        title,
        kind=kind or ProjectKind.PROJECT,
        started_on=started_on,
        ended_on=ended_on,
        about=about or "",
        members=members,
    )
    _report(session, added, members)


@project.verb()
@click.argument("title")
@click.option("--on", type=ANY_DATE, metavar="DATE", help="Default: today.")
def end(session: Session, title: str, on: date | None) -> None:
    """Mark a running project as ended."""
    projects = session.ledger.projects
    _report(session, projects.end(projects.find(title).id, on))


@project.verb()
@click.argument("title")
@click.option("--title", "new_title", metavar="TITLE", help="Its title now.")
@_kind_option
@_started_option
@_ended_option
@_about_option
def edit(session: Session, /, title: str, new_title: str | None, **given: Value) -> None:
    """Edit a project. What you don't name stays."""
    projects = session.ledger.projects
    found = projects.find(title)
    given["title"] = new_title
    changes = changes_of(session, given, "--ended yesterday", found.title)
    _report(session, projects.edit(found.id, changes))


@project.verb()
@click.argument("title")
@_with_option
@click.option("--their-part", default="", metavar="TEXT", help="What they did.")
@click.option("--my-part", default="", metavar="TEXT", help="What you did with them.")
def join(
    session: Session, title: str, names: tuple[str, ...], their_part: str, my_part: str
) -> None:
    """Add people to a project, or edit what they did."""
    if not names:
        raise click.UsageError("Say who was in it, for example --with 'Katrina M.'.")
    projects = session.ledger.projects
    found = projects.find(title)
    members = _joining(session, names, their_part, my_part)
    _report(session, projects.join(found.id, members), members)


@project.verb()
@click.argument("title")
@click.argument("name")
def leave(session: Session, title: str, name: str) -> None:
    """Remove someone from a project."""
    projects = session.ledger.projects
    member = find_contact(session, name)
    left = projects.leave(projects.find(title).id, member.id)
    report(session, project_document(left))


@project.verb()
@click.argument("title")
def archive(session: Session, title: str) -> None:
    """Hide a project. Nothing is deleted."""
    projects = session.ledger.projects
    found = projects.find(title)
    projects.archive(found.id)
    report(session, project_document(found))


@project.verb()
@click.argument("title")
def remove(session: Session, title: str) -> None:
    """Remove a project. Its moments, texts and asks stay.

    'recco undo' brings it back; 'recco project archive' only hides it.
    """
    projects = session.ledger.projects
    found = projects.find(title)
    projects.remove(found.id)
    report(session, {"removed": project_document(found), "undo": session.change_id})


@project.verb("list")
@click.argument("text", required=False, default="")
@click.option("--running", is_flag=True, help="Only those that have not ended.")
def list_projects(session: Session, text: str, running: bool) -> None:
    """List your projects, or those that match TEXT, running and latest first.

    TEXT works as in 'recco board --filter': a word in the title, the description, or about anyone
    who was in it.
    """
    found = session.ledger.projects.filtered(text)
    write_list(
        session,
        [work for work in found if not (running and work.ended_on)],
        document=project_document,
        columns=(
            Column("id", right=True),
            Column("title", shrinkable=True),
            Column("kind"),
            Column("ended"),
            Column("with", shrinkable=True),
        ),
        cells=_cells,
        empty=f"No project matches {text!r}."
        if text
        else "No projects yet. Add one with 'recco project add'.",
    )


def _cells(shown: Project) -> tuple[object, ...]:
    names = ", ".join(member.contact_name for member in shown.members)
    return f"#{shown.id}", shown.title, shown.kind, shown.ended_on, names


def _joining(
    session: Session, names: Collection[str], their_part: str = "", my_part: str = ""
) -> list[Joining]:
    if not all(name.strip() for name in names):
        raise UsageError("A member needs a name.")
    found = joining_of(session, dict.fromkeys(names))
    return [member._replace(their_part=their_part, my_part=my_part) for member in found]


def _report(session: Session, changed: Project, joining: Collection[Joining] = ()) -> None:
    alerts = [a for a in session.ledger.today.alerts() if a.project_id == changed.id]
    document = {
        **project_document(changed),
        "alerts": [alert_document(alert) for alert in alerts],
    }
    report(session, document, _when(session, changed))
    if session.as_json:
        return
    known = {member.contact_id for member in joining}
    new_names = {name_key(member.name) for member in joining if member.contact_id is None}
    for member in changed.members:
        is_new = member.contact_id not in known and name_key(member.contact_name) in new_names
        write_line(member.contact_name + (_hint(session, member) if is_new else ""), indent=2)
    for alert in alerts:
        write_line(f"Today: {alert.action.value} {alert.contact or ''}: {alert.why}")


def _hint(session: Session, member: Member) -> str:
    """Says that a contact is new, and who else might have been meant."""
    others = session.ledger.contacts.matching(member.contact_name, 4)
    similar = [f"#{other.id} {other.name}" for other in others if other.id != member.contact_id]
    if not similar:
        return " (new)"
    return f" (new; if you meant {', '.join(similar)}: 'recco undo', then give the full name)"


def _when(session: Session, shown: Project) -> str:
    if shown.ended_on is None:
        return "running"
    verb = "ends" if shown.ended_on > session.day else "ended"
    return f"{verb} {session.say_date(shown.ended_on)}"
