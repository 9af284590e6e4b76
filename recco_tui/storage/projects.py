"""Projects, their members, and moments in SQL."""

import sqlite3
from collections import defaultdict

from recco_tui.core.models import Member, Moment, Project
from recco_tui.storage import columns

TABLE = "projects"
MEMBERS = "project_members"
MOMENTS = "moments"
_READ, _MOMENT = columns.readers(TABLE), columns.readers(MOMENTS)


def get(connection: sqlite3.Connection, project_id: int) -> Project | None:
    """The project with its members, None when there is none of that id."""
    found = _select(connection, "id = ?", (project_id,))
    return found[0] if found else None


def every(connection: sqlite3.Connection) -> tuple[Project, ...]:
    """All unarchived projects, the running and latest first."""
    return _select(connection, "archived_on IS NULL", ())


def of_contact(connection: sqlite3.Connection, contact_id: int) -> tuple[Project, ...]:
    """Projects shared with this person, the running and latest first."""
    return _select(
        connection,
        f"archived_on IS NULL AND id IN (SELECT project_id FROM {MEMBERS} WHERE contact_id = ?)",
        (contact_id,),
    )


def titled(connection: sqlite3.Connection, title: str) -> tuple[Project, ...]:
    """Unarchived projects of exactly this title, whatever its case."""
    return tuple(p for p in every(connection) if p.title.casefold() == title.casefold())


def _select(
    connection: sqlite3.Connection, where: str, values: tuple[int, ...]
) -> tuple[Project, ...]:
    found = connection.execute(
        f"SELECT id, title, kind, started_on, ended_on, about, archived_on FROM {TABLE} "
        f"WHERE {where} ORDER BY ended_on IS NOT NULL, ended_on DESC, id DESC",
        values,
    ).fetchall()
    members = _members(connection, [row[0] for row in found])
    return tuple(
        Project(
            id=id_,
            title=title,
            kind=_READ["kind"](kind),
            started_on=_READ["started_on"](started_on),
            ended_on=_READ["ended_on"](ended_on),
            about=about,
            archived_on=_READ["archived_on"](archived_on),
            members=tuple(members[id_]),
        )
        for id_, title, kind, started_on, ended_on, about, archived_on in found
    )


def _members(connection: sqlite3.Connection, ids: list[int]) -> dict[int, list[Member]]:
    wanted = ",".join(str(id_) for id_ in ids)
    members: dict[int, list[Member]] = defaultdict(list)
    for project_id, contact_id, name, their_part, my_part in connection.execute(
        f"SELECT m.project_id, m.contact_id, c.name, m.their_part, m.my_part FROM {MEMBERS} m "
        f"JOIN contacts c ON c.id = m.contact_id WHERE m.project_id IN ({wanted}) "
        "AND c.archived_on IS NULL ORDER BY m.id"
    ):
        members[project_id].append(Member(contact_id, name, their_part, my_part))
    return members


def moments(connection: sqlite3.Connection, contact_id: int | None = None) -> tuple[Moment, ...]:
    """Moments of one person, or of all with None, newest first."""
    found = connection.execute(
        f"SELECT id, contact_id, kind, text, on_date, project_id FROM {MOMENTS} "
        "WHERE ? IS NULL OR contact_id = ? ORDER BY on_date DESC, id DESC",
        (contact_id, contact_id),
    )
    return tuple(
        Moment(id_, of, _MOMENT["kind"](kind), text, _MOMENT["on_date"](on_date), project_id)
        for id_, of, kind, text, on_date, project_id in found
    )
