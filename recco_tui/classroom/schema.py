"""The tables of a class as queries name them, the same on SQLite and on PostgreSQL.

How they are made, and on PostgreSQL in a schema of their own who may read which row, is in
`versions/`.
"""

from datetime import UTC, datetime

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypeDecorator,
)

REVISION = "sync_batches"
"""The migration that makes them as they stand here."""
SCHEMA = "recco_class"
"""Where they are on PostgreSQL."""


class UtcTime(TypeDecorator[datetime]):
    """An aware time in UTC; SQLite knows no zones and gets it without."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None or dialect.name != "sqlite":
            return value
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(
        self,
        value: datetime | None,
        dialect: Dialect,  # noqa: ARG002
    ) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


_METADATA = MetaData()


def _texts(*names: str) -> list[Column[str]]:
    return [Column(name, Text) for name in names]


classes = Table(
    "classes",
    _METADATA,
    Column("id", Integer),
    *_texts("name"),
    Column("created_at", UtcTime),
)

members = Table(
    "members",
    _METADATA,
    Column("id", Integer),
    Column("class_id", ForeignKey("classes.id")),
    *_texts("name", "role", "login", "token_hash"),
    Column("joined_at", UtcTime),
)
"""`login` is the member's role on PostgreSQL, which also keeps the token there; on SQLite
`token_hash` is all that is kept of it."""

homework = Table(
    "homework",
    _METADATA,
    Column("id", Integer),
    Column("class_id", ForeignKey("classes.id")),
    *_texts("kind"),
    Column("wanted", Integer),
    Column("by_day", Date),
    *_texts("by_time"),
    Column("optional", Boolean),
    Column("published_on", Date),
)

cards = Table(
    "cards",
    _METADATA,
    Column("id", Integer),
    Column("member_id", ForeignKey("members.id")),
    Column("shared_at", UtcTime),
    *_texts("document"),
)
"""The texts of a card are rows of `drafts`."""

drafts = Table(
    "drafts",
    _METADATA,
    Column("id", Integer),
    Column("member_id", ForeignKey("members.id")),
    *_texts("source"),
    Column("number", Integer),
    *_texts("kind", "name", "text", "claims"),
    Column("sent_at", UtcTime),
)

reviews = Table(
    "reviews",
    _METADATA,
    Column("id", Integer),
    Column("draft_id", ForeignKey("drafts.id")),
    Column("member_id", ForeignKey("members.id")),
    *_texts("coach"),
    Column("sentence", Integer),
    *_texts("quote", "words", "verdict"),
    Column("written_at", UtcTime),
    Column("text_sent_at", UtcTime),
)
"""`member_id` is the student's, so that one rule says whose row it is."""

packages = Table(
    "packages",
    _METADATA,
    Column("member_id", ForeignKey("members.id")),
    *_texts("text"),
    Column("edited_at", UtcTime),
)

sync_batches = Table(
    "sync_batches",
    _METADATA,
    Column("member_id", ForeignKey("members.id")),
    *_texts("id", "machine"),
    Column("number", Integer),
    Column("content", LargeBinary),
)
"""What the computers of one member exchange; no other member reads it."""
