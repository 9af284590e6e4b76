"""The tables of a class, and on PostgreSQL who may read and write which row."""

from collections.abc import Callable

import sqlalchemy as sa
from alembic import op
from sqlalchemy.sql.schema import SchemaItem

revision = "first_tables"
down_revision = None

GROUP = "recco_class_member"
"""Every member's own role belongs to it; what it may do is below."""


def upgrade() -> None:
    """Make all of it."""
    for name, columns in _TABLES.items():
        op.create_table(name, *columns())
    for index, table, columns_of_index in _INDEXES:
        op.create_index(index, table, columns_of_index)
    if op.get_bind().dialect.name == "postgresql":
        for statement in (*_FUNCTIONS, *_rights()):
            op.execute(statement)


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer, sa.Identity(), primary_key=True)


def _of(table: str, *, is_key: bool = False) -> sa.Column[int]:
    name = {"classes": "class_id", "members": "member_id", "drafts": "draft_id"}[table]
    points = sa.ForeignKey(f"{table}.id", ondelete="CASCADE")
    return sa.Column(name, sa.Integer, points, nullable=False, primary_key=is_key)


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def _at(name: str, *, null: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=null)


def _time(name: str) -> str:
    """What Python can hold: PostgreSQL knows infinity, and years before the first."""
    return f"{name} > '1990-01-01' AND {name} < '2200-01-01'"


def _kept(condition: str) -> list[SchemaItem]:
    """What a student writes is read by the coach's recco: the database lets nothing else in."""
    return [sa.CheckConstraint(condition)]


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)


_TABLES: dict[str, Callable[[], list[SchemaItem]]] = {
    "classes": lambda: [_id(), *_texts("name"), _at("created_at")],
    "members": lambda: [
        _id(),
        _of("classes"),
        *_texts("name", "role", "login", "token_hash"),
        _at("joined_at", null=True),
        *_kept(_time("joined_at")),
        sa.UniqueConstraint("class_id", "name"),
    ],
    "homework": lambda: [
        _id(),
        _of("classes"),
        *_texts("kind"),
        _number("wanted"),
        sa.Column("by_day", sa.Date, nullable=False),
        *_texts("by_time"),
        sa.Column("optional", sa.Boolean, nullable=False),
        sa.Column("published_on", sa.Date),
    ],
    "cards": lambda: [
        _id(),
        _of("members"),
        _at("shared_at"),
        *_texts("document"),
        *_kept(f"{_time('shared_at')} AND length(document) <= 1000000"),
    ],
    "drafts": lambda: [
        _id(),
        _of("members"),
        *_texts("source"),
        _number("number"),
        *_texts("kind", "name", "text", "claims"),
        _at("sent_at"),
        *_kept(
            f"{_time('sent_at')} AND source IN ('draft', 'given', 'received') "
            "AND kind IN ('recommendation', 'ask') AND length(name) <= 500 "
            "AND length(text) <= 20000 AND length(claims) <= 20000"
        ),
        sa.UniqueConstraint("member_id", "source", "number"),
    ],
    "reviews": lambda: [
        _id(),
        _of("drafts"),
        _of("members"),
        *_texts("coach"),
        _number("sentence"),
        *_texts("quote", "words", "verdict"),
        _at("written_at"),
        _at("text_sent_at"),
    ],
    "packages": lambda: [_of("members", is_key=True), *_texts("text"), _at("edited_at")],
}

_INDEXES = (
    ("members_login", "members", ["login"]),
    ("cards_member", "cards", ["member_id", "id"]),
    ("reviews_draft", "reviews", ["draft_id"]),
    ("reviews_member", "reviews", ["member_id"]),
)

_DEFINER = "SECURITY DEFINER SET search_path = recco_class, pg_temp"
"""A function that reads members for a rule about members: with the caller's rights the rule would
ask itself. Who calls is `session_user` in it."""

_FUNCTIONS = (
    f"""
    CREATE FUNCTION my_members() RETURNS SETOF integer LANGUAGE sql STABLE {_DEFINER}
    AS 'SELECT id FROM members WHERE login = session_user'
    """,
    f"""
    CREATE FUNCTION my_classes() RETURNS SETOF integer LANGUAGE sql STABLE {_DEFINER}
    AS 'SELECT class_id FROM members WHERE login = session_user'
    """,
    f"""
    CREATE FUNCTION coached_classes() RETURNS SETOF integer LANGUAGE sql STABLE {_DEFINER}
    AS $$ SELECT class_id FROM members WHERE login = session_user AND role = 'coach' $$
    """,
    f"""
    CREATE FUNCTION coached_members() RETURNS SETOF integer LANGUAGE sql STABLE {_DEFINER}
    AS 'SELECT id FROM members WHERE class_id IN (SELECT coached_classes())'
    """,
    f"""
    CREATE FUNCTION invite(in_class integer, called text, as_role text, as_login text, secret text)
    RETURNS integer LANGUAGE plpgsql {_DEFINER} AS $$
    DECLARE made integer;
    BEGIN
      IF in_class NOT IN (SELECT coached_classes()) THEN
        RAISE insufficient_privilege USING MESSAGE = 'only a coach of the class can invite';
      END IF;
      IF as_login !~ '^recco_member_[0-9a-f]{{12}}$' OR secret !~ '^SCRAM-SHA-256[$]'
         OR as_role NOT IN ('coach', 'student') THEN
        RAISE invalid_parameter_value USING MESSAGE = 'not a login, secret or role of recco';
      END IF;
      EXECUTE format('CREATE ROLE %I LOGIN PASSWORD %L IN ROLE {GROUP}', as_login, secret);
      INSERT INTO members (class_id, name, role, login, token_hash)
      VALUES (in_class, called, as_role, as_login, '') RETURNING id INTO made;
      RETURN made;
    END $$
    """,
    f"""
    CREATE FUNCTION forget(who integer) RETURNS void LANGUAGE plpgsql {_DEFINER} AS $$
    DECLARE gone text;
    BEGIN
      SELECT login INTO gone FROM members WHERE id = who
        AND (login = session_user OR class_id IN (SELECT coached_classes()));
      IF gone IS NULL THEN
        RAISE insufficient_privilege USING MESSAGE = 'not a member of your class';
      END IF;
      DELETE FROM members WHERE id = who;
      IF gone ~ '^recco_member_[0-9a-f]{{12}}$' THEN
        IF gone = session_user THEN
          EXECUTE format('ALTER ROLE %I NOLOGIN PASSWORD NULL', gone);
        ELSE
          EXECUTE format('DROP ROLE %I', gone);
        END IF;
      END IF;
    END $$
    """,
)

_OWN = "member_id IN (SELECT my_members())"
_COACHED = "member_id IN (SELECT coached_members())"
_OF_COACH = "class_id IN (SELECT coached_classes())"

_POLICIES = (
    ("classes", "SELECT", "id IN (SELECT my_classes())"),
    ("members", "SELECT", f"login = session_user OR {_OF_COACH}"),
    ("members", "UPDATE (joined_at)", "login = session_user"),
    (
        "homework",
        "SELECT",
        f"{_OF_COACH} OR (published_on IS NOT NULL AND class_id IN (SELECT my_classes()))",
    ),
    ("homework", "INSERT", _OF_COACH),
    ("homework", "UPDATE", _OF_COACH),
    ("homework", "DELETE", _OF_COACH),
    ("cards", "SELECT", f"{_OWN} OR {_COACHED}"),
    ("cards", "INSERT", _OWN),
    ("drafts", "SELECT", f"{_OWN} OR {_COACHED}"),
    ("drafts", "INSERT", _OWN),
    ("drafts", "UPDATE (name, text, claims, sent_at)", _OWN),
    ("reviews", "SELECT", f"{_OWN} OR {_COACHED}"),
    (
        "reviews",
        "INSERT",
        f"{_COACHED} AND member_id = (SELECT d.member_id FROM drafts d WHERE d.id = draft_id)",
    ),
    ("packages", "SELECT", _COACHED),
    ("packages", "INSERT", _COACHED),
    ("packages", "UPDATE", _COACHED),
)
"""Table, what is done, and to which rows; whatever is not here nobody but the owner does."""


def _rights() -> list[str]:
    """The statements that give the group its rights, row by row."""
    statements = [
        f"""
        DO $$ BEGIN CREATE ROLE {GROUP} NOLOGIN;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$
        """,
        f"GRANT USAGE ON SCHEMA recco_class TO {GROUP}",
        f"GRANT SELECT ON alembic_version TO {GROUP}",
        "REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA recco_class FROM PUBLIC",
        f"GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA recco_class TO {GROUP}",
    ]
    statements += [f"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY" for name in _TABLES]
    for table, right, rows in _POLICIES:
        verb = right.split()[0]
        seen, left = f"USING ({rows})", f"WITH CHECK ({rows})"
        rule = {"INSERT": left, "UPDATE": f"{seen} {left}"}.get(verb, seen)
        statements += [
            f"GRANT {right} ON {table} TO {GROUP}",
            f"CREATE POLICY {table}_{verb.lower()} ON {table} FOR {verb} TO {GROUP} {rule}",
        ]
    return statements
