"""Every column of every table that a person's data is in: what it may hold, said once.

A document that comes in is checked by it before anything is written, `recco doctor` names by it
what a file holds that should not be there, and reading makes the best of such a value. A test holds
it against the schema: a new column cannot be forgotten here.
"""

from collections.abc import Callable
from typing import Any

from recco_tui.core.models import (
    Channel,
    DebtKind,
    Direction,
    MomentKind,
    ProjectKind,
    Status,
    Step,
    TextKind,
)
from recco_tui.core.relationships import Kind, Relationship
from recco_tui.storage.column_kinds import (
    HIGHEST_ID,
    Claims,
    Code,
    Column,
    Day,
    Id,
    Number,
    Reference,
    Slug,
    Text,
    Time,
    Words,
)

MOST_WAIVED = 1_000_000


def _text() -> Text:
    return Text(default="")


def _line() -> Text:
    return Text(line=True, default="")


COLUMNS: dict[str, dict[str, Column]] = {
    "contacts": {
        "id": Id(),
        "name": Text(line=True, filled="(no name)"),
        "first_name": _line(),
        "last_name": _line(),
        "kind": Code(Kind, Kind.UNKNOWN, default="unknown"),
        "relationship": Code(Relationship, None),
        "slug": Slug(unique=True),
        "company": _line(),
        "position": _line(),
        "email": _line(),
        "connected_on": Day(null=True),
        "note": _text(),
        "pitch": _text(),
        "pinned_on": Day(since=True),
        "archived_on": Day(since=True),
        "missing_since": Day(since=True),
        "typed": Words(default="[]"),
        "search": Text(default="", remade=True),
    },
    "projects": {
        "id": Id(),
        "title": Text(line=True, filled="(no title)"),
        "kind": Code(ProjectKind, ProjectKind.PROJECT, default="project"),
        "started_on": Day(null=True),
        "ended_on": Day(since=True),
        "about": _text(),
        "archived_on": Day(since=True),
    },
    "project_members": {
        "id": Id(),
        "project_id": Reference("projects"),
        "contact_id": Reference("contacts"),
        "their_part": _text(),
        "my_part": _text(),
    },
    "moments": {
        "id": Id(),
        "contact_id": Reference("contacts"),
        "project_id": Reference("projects", null=True),
        "kind": Code(MomentKind, MomentKind.WIN),
        "text": Text(filled="(no text)"),
        "on_date": Day(),
    },
    "recommendations": {
        "id": Id(),
        "contact_id": Reference("contacts"),
        "direction": Code(Direction, Direction.RECEIVED),
        "text": Text(),
        "status": Code(Status, Status.CLOSED),
        "status_text": _line(),
        "on_date": Day(),
        "written_at": Time(null=True),
        "project_id": Reference("projects", null=True),
        "company": _line(),
        "position": _line(),
        "key_phrases": Words(default="[]"),
        "missing_since": Day(since=True),
    },
    "recommendation_versions": {
        "id": Id(),
        "recommendation_id": Reference("recommendations"),
        "text": Text(),
        "written_at": Time(null=True),
        "replaced_at": Time(),
    },
    "asks": {
        "id": Id(),
        "contact_id": Reference("contacts"),
        "project_id": Reference("projects", null=True),
        "focus": _text(),
        "text": _text(),
    },
    "ask_steps": {
        "id": Id(),
        "ask_id": Reference("asks"),
        "step": Code(Step, Step.DRAFTED),
        "on_date": Day(),
        "via": Code(Channel, None),
        "because": _text(),
    },
    "requests": {
        "id": Id(),
        "contact_id": Reference("contacts"),
        "kind": Code(DebtKind, DebtKind.REQUEST),
        "asked_on": Day(),
        "due_on": Day(null=True),
        "answered_on": Day(since=True),
        "delivered_on": Day(since=True),
        "declined_on": Day(since=True),
        "note": _text(),
    },
    "waivers": {
        "id": Id(),
        "contact_id": Reference("contacts"),
        "count": Number(1, MOST_WAIVED),
        "because": _text(),
        "on_date": Day(),
    },
    "snoozes": {
        "id": Id(),
        "alert": Text(unique=True),
        "until": Day(since=True),
        "on_date": Day(),
    },
    "drafts": {
        "id": Id(),
        "contact_id": Reference("contacts"),
        "kind": Code(TextKind, TextKind.RECOMMENDATION),
        "ask_id": Reference("asks", null=True),
        "project_id": Reference("projects", null=True),
        "text": _text(),
        "claims": Claims(default=""),
        "saved_at": Time(),
        "finished_at": Time(since=True),
        "focus": _text(),
    },
    "draft_versions": {
        "id": Id(),
        "draft_id": Reference("drafts", loose=True),
        "text": Text(),
        "claims": Claims(default=""),
        "saved_at": Time(),
    },
    "settings": {"id": Id(), "name": Text(unique=True), "value": Text()},
    "imports": {
        "id": Id(),
        "imported_at": Time(),
        "owner_name": _line(),
        "owner_slug": Slug(),
        "latest_connections": Day(null=True),
        "latest_received": Day(null=True),
        "latest_given": Day(null=True),
        "fingerprint": Text(default="", remade=True),
        "outcome": Text(default="", remade=True),
    },
    "import_answers": {"id": Id(), "question": Text(unique=True), "answer": Text()},
    "changes": {
        "id": Id(),
        "label": Text(),
        "origin": _text(),
        "made_at": Time(),
        "undone_at": Time(since=True),
        "overtaken": Number(0, 1, default=0),
        "row_count": Number(0, HIGHEST_ID, default=0),
    },
}
"""By table and name, in the order of the schema. What only triggers write is not among them."""

UNIQUE_TOGETHER = {"project_members": ("project_id", "contact_id")}
"""Columns that no two rows of a table may have the same values in."""


def readers(table: str) -> dict[str, Callable[[Any], Any]]:
    """By column of the table: from what is stored to what Python has; they never raise."""
    return {name: column.read for name, column in COLUMNS[table].items()}
