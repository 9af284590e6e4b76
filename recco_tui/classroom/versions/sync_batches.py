"""What the computers of one member exchange, which no one else in the class may read."""

import sqlalchemy as sa
from alembic import op

revision = "sync_batches"
down_revision = "first_tables"

_GROUP = "recco_class_member"
_OWN = "member_id IN (SELECT my_members())"


def upgrade() -> None:
    """The table, and on PostgreSQL its rule, by which the tables' owner is bound as well."""
    op.create_table(
        "sync_batches",
        sa.Column(
            "member_id",
            sa.Integer,
            sa.ForeignKey("members.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("machine", sa.Text, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.CheckConstraint("length(id) = 32 AND length(machine) = 8"),
        sa.CheckConstraint("length(content) <= 100000000"),
    )
    if op.get_bind().dialect.name == "postgresql":
        for statement in (
            "ALTER TABLE sync_batches ENABLE ROW LEVEL SECURITY",
            "ALTER TABLE sync_batches FORCE ROW LEVEL SECURITY",
            f"GRANT SELECT, INSERT ON sync_batches TO {_GROUP}",
            f"CREATE POLICY sync_batches_select ON sync_batches FOR SELECT USING ({_OWN})",
            f"CREATE POLICY sync_batches_insert ON sync_batches FOR INSERT WITH CHECK ({_OWN})",
        ):
            op.execute(statement)
