"""The tables of a class. What is asked of them is the same on SQLite and on PostgreSQL.

On PostgreSQL they stand in a schema of their own, and who may read which row is the database's own
work (`versions/`).
"""

from datetime import UTC, datetime

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    Identity,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)

REVISION = "sync_batches"
"""The migration that makes the tables as they stand here."""
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


METADATA = MetaData()

classes = Table(
    "classes",
    METADATA,
    Column("id", Integer, Identity(), primary_key=True),
    Column("name", Text, nullable=False),
    Column("created_at", UtcTime, nullable=False),
)

members = Table(
    "members",
    METADATA,
    Column("id", Integer, Identity(), primary_key=True),
    Column("class_id", ForeignKey("classes.id", ondelete="CASCADE"), nullable=False),
    Column("name", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("login", Text, nullable=False),
    Column("token_hash", Text, nullable=False),
    Column("joined_at", UtcTime),
    UniqueConstraint("class_id", "name"),
    Index("members_login", "login"),
)
"""`login` is the member's role on PostgreSQL, which also keeps the token there; on SQLite
`token_hash` is all that is kept of it."""

homework = Table(
    "homework",
    METADATA,
    Column("id", Integer, Identity(), primary_key=True),
    Column("class_id", ForeignKey("classes.id", ondelete="CASCADE"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("wanted", Integer, nullable=False),
    Column("by_day", Date, nullable=False),
    Column("by_time", Text, nullable=False),
    Column("optional", Boolean, nullable=False),
    Column("published_on", Date),
)

cards = Table(
    "cards",
    METADATA,
    Column("id", Integer, Identity(), primary_key=True),
    Column("member_id", ForeignKey("members.id", ondelete="CASCADE"), nullable=False),
    Column("shared_at", UtcTime, nullable=False),
    Column("document", Text, nullable=False),
    Index("cards_member", "member_id", "id"),
)
"""The texts of a card are rows of `drafts`."""

drafts = Table(
    "drafts",
    METADATA,
    Column("id", Integer, Identity(), primary_key=True),
    Column("member_id", ForeignKey("members.id", ondelete="CASCADE"), nullable=False),
    Column("source", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("claims", Text, nullable=False),
    Column("sent_at", UtcTime, nullable=False),
    UniqueConstraint("member_id", "source", "number"),
)

reviews = Table(
    "reviews",
    METADATA,
    Column("id", Integer, Identity(), primary_key=True),
    Column("draft_id", ForeignKey("drafts.id", ondelete="CASCADE"), nullable=False),
    Column("member_id", ForeignKey("members.id", ondelete="CASCADE"), nullable=False),
    Column("coach", Text, nullable=False),
    Column("sentence", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("written_at", UtcTime, nullable=False),
    Column("text_sent_at", UtcTime, nullable=False),
    Index("reviews_draft", "draft_id"),
    Index("reviews_member", "member_id"),
)
"""`member_id` is the student's, so that one rule says whose row it is."""

packages = Table(
    "packages",
    METADATA,
    Column("member_id", ForeignKey("members.id", ondelete="CASCADE"), primary_key=True),
    Column("text", Text, nullable=False),
    Column("edited_at", UtcTime, nullable=False),
)

sync_batches = Table(
    "sync_batches",
    METADATA,
    Column("member_id", ForeignKey("members.id", ondelete="CASCADE"), primary_key=True),
    Column("id", Text, primary_key=True),
    Column("machine", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("content", LargeBinary, nullable=False),
)
"""What the computers of one member exchange; no other member reads it."""
