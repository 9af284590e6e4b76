"""What keys do with projects and moments: note what ended, and what happened with someone."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from recco_tui.core.alerts.alert import Action
from recco_tui.core.models import Contact, MomentKind, Project
from recco_tui.ui import dialogs
from recco_tui.ui.actions.people import for_one_person, matching
from recco_tui.ui.actions.verb import verb
from recco_tui.ui.screen import ReccoScreen

if TYPE_CHECKING:
    from recco_tui.ui.dialogs.project_form import ProjectEntry


@verb("project.add", "p", "Project", "Add a project that has ended.", footer=True)
async def add_project(screen: ReccoScreen) -> None:
    """Afterwards comes whom to ask now."""
    add = screen.ledger.projects.add
    project = await screen.fill_form(
        dialogs.ProjectForm(screen.ledger.day, matching(screen)),
        lambda entry: add(**_fields(entry), members=entry.members),
        "Add project",
    )
    if project is not None:
        screen.recco.open("project added", project)


async def edit_project(screen: ReccoScreen, project: Project) -> None:
    rewrite = screen.ledger.projects.rewrite
    await screen.fill_edit_form(
        dialogs.ProjectForm(screen.ledger.day, matching(screen), project),
        lambda entry, seen: rewrite(project.id, _fields(entry), entry.members, seen),
        project,
    )


def _fields(entry: "ProjectEntry") -> dict[str, Any]:
    return {name: value for name, value in asdict(entry).items() if name != "members"}


@verb(
    "moment.add",
    "m",
    "Moment",
    "Log a win, feedback, or what others wrote about them.",
    footer=True,
)
@for_one_person
async def add_moment(screen: ReccoScreen, contact: Contact) -> None:
    """Before a meeting it is what was read about them."""
    projects = screen.ledger.contacts.page(contact.id).projects
    add, alert = screen.ledger.moments.add, screen.alert()
    is_reading = alert is not None and alert.action is Action.LOOK
    kind = MomentKind.SEEN if is_reading else MomentKind.WIN
    await screen.fill_form(
        dialogs.MomentForm(contact.name, screen.ledger.day, projects, kind=kind),
        lambda entry: add(
            contact.id, entry.kind, entry.text, on=entry.on, project_id=entry.project_id
        ),
        "Moment",
    )
