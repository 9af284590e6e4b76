"""Projects, their members, and moments in SQL."""

import sqlite3

from recco_tui.core.models import Member, Moment, Project
from recco_tui.storage import rows
from recco_tui.storage.rows import Selection

TABLE = "projects"
MEMBERS = "project_members"
MOMENTS = "moments"
_PROJECTS = Selection.of_table(Project, TABLE)
_MOMENTS = Selection.of_table(Moment, MOMENTS)
_MEMBERS = Selection.of_table(
    Member, MEMBERS, columns={"contact_id": "m.contact_id", "contact_name": "c.name"}
)


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
        f"archived_on IS NULL AND id IN (SELECT project_id FROM {MEMBERS} WHERE contact_id = ?)",
        contact_id,
    )


def titled(connection: sqlite3.Connection, title: str) -> tuple[Project, ...]:
    """Unarchived projects of exactly this title, whatever its case."""
    return tuple(p for p in every(connection) if p.title.casefold() == title.casefold())


def _select(connection: sqlite3.Connection, where: str, *values: int) -> tuple[Project, ...]:
    projects = _PROJECTS.read(
        connection,
        f"FROM projects WHERE {where} ORDER BY ended_on IS NOT NULL, ended_on DESC, id DESC",
        values,
    )
    ids = ",".join(str(project.id) for project in projects)
    members = _MEMBERS.by(
        "m.project_id",
        connection,
        "FROM project_members m JOIN contacts c ON c.id = m.contact_id "
        f"WHERE m.project_id IN ({ids}) AND c.archived_on IS NULL ORDER BY m.id",
    )
    return tuple(project._replace(members=tuple(members[project.id])) for project in projects)


def moments(connection: sqlite3.Connection, contact_id: int | None = None) -> tuple[Moment, ...]:
    """Moments of one person, or of all with None, newest first."""
    if contact_id is None:
        return _MOMENTS.read(connection, "FROM moments ORDER BY on_date DESC, id DESC")
    return _MOMENTS.read(
        connection,
        "FROM moments WHERE contact_id = ? ORDER BY on_date DESC, id DESC",
        (contact_id,),
    )


def moment(connection: sqlite3.Connection, moment_id: int) -> Moment | None:
    """The moment, None when there is none of that id."""
    return _MOMENTS.one(connection, "FROM moments WHERE id = ?", (moment_id,))


def member_id(connection: sqlite3.Connection, project_id: int, contact_id: int) -> int | None:
    """The row that says they were in it; None when none does."""
    found = connection.execute(
        f"SELECT id FROM {MEMBERS} WHERE project_id = ? AND contact_id = ?",
        (project_id, contact_id),
    ).fetchone()
    return found[0] if found else None


def remove(connection: sqlite3.Connection, project_id: int) -> None:
    """Delete a project; what was about it stays, and is about no project then."""
    for table in ("moments", "recommendations", "asks", "drafts"):
        connection.execute(
            f"UPDATE {table} SET project_id = NULL WHERE project_id = ?", (project_id,)
        )
    rows.delete(connection, MEMBERS, "project_id = ?", [project_id])
    rows.delete(connection, TABLE, "id = ?", [project_id])
