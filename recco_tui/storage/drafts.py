"""Drafts and their versions in SQL."""

import sqlite3

from recco_tui.core.models import Draft, DraftVersion, TextKind
from recco_tui.storage import columns

TABLE = "drafts"
VERSIONS = "draft_versions"
_READ = columns.readers(TABLE)
_COLUMNS = "id, contact_id, kind, text, claims, saved_at, ask_id, project_id, finished_at, focus"


def get(connection: sqlite3.Connection, draft_id: int) -> Draft | None:
    """The draft, None when there is none of that id."""
    found = _select(connection, "id = ?", (draft_id,))
    return found[0] if found else None


def of_contact(connection: sqlite3.Connection, contact_id: int) -> tuple[Draft, ...]:
    """All drafts for this person, newest first."""
    return _select(connection, "contact_id = ?", (contact_id,))


def unfinished(connection: sqlite3.Connection) -> tuple[Draft, ...]:
    """Drafts being written, newest first."""
    return _select(connection, "finished_at IS NULL", ())


def finished(connection: sqlite3.Connection, kind: TextKind) -> tuple[Draft, ...]:
    """Finished drafts of one kind, newest first."""
    return _select(connection, "finished_at IS NOT NULL AND kind = ?", (kind.value,))


def _select(
    connection: sqlite3.Connection, where: str, values: tuple[str | int, ...]
) -> tuple[Draft, ...]:
    return tuple(
        Draft(
            id=id_,
            contact_id=contact_id,
            kind=_READ["kind"](kind),
            text=text,
            claims=claims,
            saved_at=_READ["saved_at"](saved),
            ask_id=ask_id,
            project_id=project_id,
            finished_at=_READ["finished_at"](finished),
            focus=focus,
        )
        for id_, contact_id, kind, text, claims, saved, ask_id, project_id, finished, focus in (
            connection.execute(
                f"SELECT {_COLUMNS} FROM {TABLE} WHERE {where} ORDER BY saved_at DESC, id DESC",
                values,
            )
        )
    )


def versions(connection: sqlite3.Connection, draft_id: int) -> tuple[DraftVersion, ...]:
    """Earlier states of a draft, newest first."""
    return tuple(
        DraftVersion(id_, text, claims, _READ["saved_at"](saved_at))
        for id_, text, claims, saved_at in connection.execute(
            f"SELECT id, text, claims, saved_at FROM {VERSIONS} WHERE draft_id = ? "
            "ORDER BY id DESC",
            (draft_id,),
        )
    )


def undone(
    connection: sqlite3.Connection, contact_id: int, kind: TextKind
) -> tuple[DraftVersion, ...]:
    """Drafts for this person as they were when their beginning was taken back, oldest first."""
    return tuple(
        DraftVersion(id_, text, claims, _READ["saved_at"](saved_at))
        for id_, text, claims, saved_at in connection.execute(
            "SELECT id, json_extract(after, '$.text'), json_extract(after, '$.claims'), "
            "json_extract(after, '$.saved_at') FROM change_rows "
            f"WHERE table_name = '{TABLE}' AND before IS NULL "
            "AND json_extract(after, '$.contact_id') = ? AND json_extract(after, '$.kind') = ? "
            "ORDER BY id",
            (contact_id, kind.value),
        )
    )
