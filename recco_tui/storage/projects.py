"""Projects with their members in SQL."""

import sqlite3

from recco_tui.core.models import Project
from recco_tui.storage import rows
from recco_tui.storage.tables import MEMBERS, PROJECTS


def get(connection: sqlite3.Connection, project_id: int) -> Project | None:
    """The project with its members, None when there is none of that id."""
    return next(iter(_select(connection, "id = ?", project_id)), None)


def every(connection: sqlite3.Connection) -> tuple[Project, ...]:
    """All unarchived projects, the running and latest first."""
    return _select(connection, "archived_on IS NULL")


def of_contact(connection: sqlite3.Connection, contact_id: int) -> tuple[Project, ...]:
    """Projects shared with this person, the running and latest first."""
    return _select(
        connection,
        "archived_on IS NULL "
        "AND id IN (SELECT project_id FROM project_members WHERE contact_id = ?)",
        contact_id,
    )


def _select(connection: sqlite3.Connection, where: str, *values: int) -> tuple[Project, ...]:
    projects = PROJECTS.where(connection, where, *values)
    ids = ",".join(str(project.id) for project in projects)
    members = MEMBERS.selection.by(
        "m.project_id",
        connection,
        "FROM project_members m JOIN contacts c ON c.id = m.contact_id "
        f"WHERE m.project_id IN ({ids}) AND c.archived_on IS NULL ORDER BY {MEMBERS.order}",
    )
    return tuple(project._replace(members=tuple(members[project.id])) for project in projects)


def member_id(connection: sqlite3.Connection, project_id: int, contact_id: int) -> int | None:
    """The row that says they were in it; None when none does."""
    found = connection.execute(
        "SELECT id FROM project_members WHERE project_id = ? AND contact_id = ?",
        (project_id, contact_id),
    ).fetchone()
    return found[0] if found else None


def remove(connection: sqlite3.Connection, project_id: int) -> None:
    """Delete a project; what was about it stays, and is about no project then."""
    for table in ("moments", "recommendations", "asks", "drafts"):
        connection.execute(
            f"UPDATE {table} SET project_id = NULL WHERE project_id = ?", (project_id,)
        )
    rows.delete(connection, "project_members", "project_id = ?", [project_id])
    rows.delete(connection, "projects", "id = ?", [project_id])
