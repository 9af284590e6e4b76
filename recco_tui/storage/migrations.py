"""The schema, by numbered steps: a step is appended, never edited once it has shipped.

`MIGRATION_NAMES` (in schema.py) lists them, so that a file that is up to date opens without this
module.
"""

from sqlite_utils import Database, Migrations

from recco_tui.core.former_words import ACTIONS, SETTINGS
from recco_tui.storage.contacts import search_key
from recco_tui.storage.schema import MIGRATION_SET

migrations = Migrations(MIGRATION_SET)

_TABLES = """
CREATE TABLE contacts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CHECK (length(trim(name)) > 0),
    first_name TEXT NOT NULL DEFAULT '',
    last_name TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL DEFAULT 'unknown'
        CHECK (kind IN ('peer', 'manager', 'mentor', 'client', 'unknown')),
    relationship TEXT CHECK (relationship IN (
        'managed-me', 'reported-to-me', 'senior-to-me', 'junior-to-me', 'same-team', 'other-team',
        'other-company', 'i-was-client', 'was-my-client', 'taught-me', 'advised-me',
        'studied-together')),
    slug TEXT UNIQUE,
    company TEXT NOT NULL DEFAULT '',
    position TEXT NOT NULL DEFAULT '',
    email TEXT NOT NULL DEFAULT '',
    connected_on TEXT,
    note TEXT NOT NULL DEFAULT '',
    pitch TEXT NOT NULL DEFAULT '',
    pinned_on TEXT,
    archived_on TEXT,
    missing_since TEXT,
    typed TEXT NOT NULL DEFAULT '[]',
    search TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX contacts_archived ON contacts (archived_on);
CREATE INDEX contacts_pinned ON contacts (pinned_on) WHERE pinned_on IS NOT NULL;
CREATE TABLE projects (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    title TEXT NOT NULL CHECK (length(trim(title)) > 0),
    kind TEXT NOT NULL DEFAULT 'project' CHECK (kind IN (
        'project', 'assignment', 'challenge', 'internship', 'bootcamp', 'position')),
    started_on TEXT,
    ended_on TEXT,
    about TEXT NOT NULL DEFAULT '',
    archived_on TEXT
) STRICT;
CREATE TABLE project_members (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    project_id INTEGER NOT NULL REFERENCES projects(id) DEFERRABLE INITIALLY DEFERRED,
    contact_id INTEGER NOT NULL REFERENCES contacts(id) DEFERRABLE INITIALLY DEFERRED,
    their_part TEXT NOT NULL DEFAULT '',
    my_part TEXT NOT NULL DEFAULT '',
    UNIQUE (project_id, contact_id)
) STRICT;
CREATE INDEX project_members_contact ON project_members (contact_id);
CREATE TABLE moments (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    contact_id INTEGER NOT NULL REFERENCES contacts(id) DEFERRABLE INITIALLY DEFERRED,
    project_id INTEGER REFERENCES projects(id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL CHECK (kind IN ('win', 'feedback')),
    text TEXT NOT NULL CHECK (length(trim(text)) > 0),
    on_date TEXT NOT NULL
) STRICT;
CREATE INDEX moments_contact ON moments (contact_id);
CREATE TABLE recommendations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    contact_id INTEGER NOT NULL REFERENCES contacts(id) DEFERRABLE INITIALLY DEFERRED,
    direction TEXT NOT NULL CHECK (direction IN ('given', 'received')),
    text TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN (
        'draft', 'ready', 'sent', 'pending', 'visible', 'hidden', 'withdrawn', 'replaced',
        'closed')),
    status_text TEXT NOT NULL DEFAULT '',
    on_date TEXT NOT NULL,
    written_at TEXT,
    project_id INTEGER REFERENCES projects(id) DEFERRABLE INITIALLY DEFERRED,
    company TEXT NOT NULL DEFAULT '',
    position TEXT NOT NULL DEFAULT '',
    key_phrases TEXT NOT NULL DEFAULT '[]',
    missing_since TEXT
) STRICT;
CREATE INDEX recommendations_contact ON recommendations (contact_id, direction);
CREATE TABLE recommendation_versions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    recommendation_id INTEGER NOT NULL
        REFERENCES recommendations(id) DEFERRABLE INITIALLY DEFERRED,
    text TEXT NOT NULL,
    written_at TEXT,
    replaced_at TEXT NOT NULL
) STRICT;
CREATE TABLE asks (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    contact_id INTEGER NOT NULL REFERENCES contacts(id) DEFERRABLE INITIALLY DEFERRED,
    project_id INTEGER REFERENCES projects(id) DEFERRABLE INITIALLY DEFERRED,
    focus TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX asks_contact ON asks (contact_id);
CREATE TABLE ask_steps (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ask_id INTEGER NOT NULL REFERENCES asks(id) DEFERRABLE INITIALLY DEFERRED,
    step TEXT NOT NULL CHECK (step IN (
        'drafted', 'checked-lead', 'warm', 'agreed', 'declined', 'linkedin', 'nudged', 'received',
        'thanked', 'closed', 'reopened')),
    on_date TEXT NOT NULL,
    via TEXT CHECK (via IN ('discord', 'email', 'linkedin', 'slack', 'text', 'in-person')),
    because TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX ask_steps_ask ON ask_steps (ask_id);
CREATE TABLE requests (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    contact_id INTEGER NOT NULL REFERENCES contacts(id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL CHECK (kind IN ('request', 'promise')),
    asked_on TEXT NOT NULL,
    due_on TEXT,
    answered_on TEXT,
    delivered_on TEXT,
    declined_on TEXT,
    note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX requests_contact ON requests (contact_id);
CREATE TABLE waivers (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    contact_id INTEGER NOT NULL REFERENCES contacts(id) DEFERRABLE INITIALLY DEFERRED,
    count INTEGER NOT NULL CHECK (count > 0),
    because TEXT NOT NULL DEFAULT '',
    on_date TEXT NOT NULL
) STRICT;
CREATE INDEX waivers_contact ON waivers (contact_id);
CREATE TABLE snoozes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    alert TEXT NOT NULL UNIQUE,
    until TEXT,
    on_date TEXT NOT NULL
) STRICT;
CREATE TABLE drafts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    contact_id INTEGER NOT NULL REFERENCES contacts(id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL CHECK (kind IN ('recommendation', 'ask')),
    ask_id INTEGER REFERENCES asks(id) DEFERRABLE INITIALLY DEFERRED,
    project_id INTEGER REFERENCES projects(id) DEFERRABLE INITIALLY DEFERRED,
    text TEXT NOT NULL DEFAULT '',
    claims TEXT NOT NULL DEFAULT '',
    saved_at TEXT NOT NULL,
    finished_at TEXT
) STRICT;
CREATE INDEX drafts_contact ON drafts (contact_id);
CREATE TABLE draft_versions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    draft_id INTEGER NOT NULL,
    text TEXT NOT NULL,
    claims TEXT NOT NULL DEFAULT '',
    saved_at TEXT NOT NULL
) STRICT;
CREATE INDEX draft_versions_draft ON draft_versions (draft_id);
CREATE TABLE settings (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    value TEXT NOT NULL
) STRICT;
CREATE TABLE imports (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    imported_at TEXT NOT NULL,
    owner_name TEXT NOT NULL DEFAULT '',
    owner_slug TEXT,
    latest_connections TEXT,
    latest_received TEXT,
    latest_given TEXT
) STRICT;
CREATE TABLE import_answers (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    question TEXT NOT NULL UNIQUE,
    answer TEXT NOT NULL
) STRICT;
CREATE TABLE changes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    label TEXT NOT NULL,
    origin TEXT NOT NULL DEFAULT '',
    made_at TEXT NOT NULL,
    undone_at TEXT,
    overtaken INTEGER NOT NULL DEFAULT 0,
    row_count INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE change_rows (
    id INTEGER PRIMARY KEY,
    change_id INTEGER NOT NULL REFERENCES changes(id),
    table_name TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    before TEXT,
    after TEXT
) STRICT;
CREATE INDEX change_rows_change ON change_rows (change_id);
CREATE TABLE recording (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    change_id INTEGER REFERENCES changes(id)
) STRICT;
INSERT INTO recording (id, change_id) VALUES (1, NULL);
"""

RECORDED = (
    "contacts",
    "projects",
    "project_members",
    "moments",
    "recommendations",
    "recommendation_versions",
    "asks",
    "ask_steps",
    "requests",
    "waivers",
    "snoozes",
    "drafts",
    "settings",
    "imports",
    "import_answers",
    "goals",
    "meetings",
)
"""Tables whose every change can be taken back. Draft versions are a history of their own."""


def record_table(db: Database, table: str) -> None:
    """(Re)make the triggers that note what a row of `table` was before each change.

    They note nothing while `recording.change_id` is NULL: undo, redo and saving a draft's text.
    """
    columns = [column.name for column in db[table].columns]
    before = ", ".join(f"'{name}', old.{name}" for name in columns)
    for event, row, value in (
        ("INSERT", "new", "NULL"),
        ("UPDATE", "old", f"json_object({before})"),
        ("DELETE", "old", f"json_object({before})"),
    ):
        name = f"record_{table}_{event.lower()}"
        db.execute(f"DROP TRIGGER IF EXISTS {name}")
        db.execute(
            f"CREATE TRIGGER {name} AFTER {event} ON {table} "
            "WHEN (SELECT change_id FROM recording) IS NOT NULL BEGIN "
            "INSERT INTO change_rows (change_id, table_name, row_id, before) "
            f"SELECT change_id, '{table}', {row}.id, {value} FROM recording; END"
        )


@migrations()
def m001_tables(db: Database) -> None:
    """Every noun of the design, the history, and full-text search over recommendations."""
    for statement in _TABLES.split(";\n"):
        if statement.strip():
            db.execute(statement)
    for table in RECORDED[: RECORDED.index("goals")]:
        record_table(db, table)
    db.table("recommendations").enable_fts(
        ["text"], tokenize="unicode61 remove_diacritics 2", create_triggers=True
    )


@migrations()
def m002_remembered_imports(db: Database) -> None:
    """Which files an import was made of, and what it came to: they need not be read again."""
    db.execute("ALTER TABLE imports ADD COLUMN fingerprint TEXT NOT NULL DEFAULT ''")
    db.execute("ALTER TABLE imports ADD COLUMN outcome TEXT NOT NULL DEFAULT ''")
    record_table(db, "imports")


@migrations()
def m003_focus_of_a_draft(db: Database) -> None:
    """What they might mention stays with an ask that is begun and not finished."""
    db.execute("ALTER TABLE drafts ADD COLUMN focus TEXT NOT NULL DEFAULT ''")
    record_table(db, "drafts")


@migrations()
def m004_former_names(db: Database) -> None:
    """People are found by the names they had, by notes and by what speaks for them, too."""
    db.execute("ALTER TABLE contacts ADD COLUMN former_names TEXT NOT NULL DEFAULT '[]'")
    record_table(db, "contacts")
    found = db.execute(
        "SELECT id, name, company, position, note, pitch FROM contacts WHERE note || pitch <> ''"
    ).fetchall()
    for id_, name, company, position, note, pitch in found:
        key = search_key(name, company, position, (note, pitch))
        db.execute("UPDATE contacts SET search = ? WHERE id = ?", (key, id_))


@migrations()
def m005_changes_asked_for(db: Database) -> None:
    """A text can wait for a change that its writer was asked for."""
    db.execute("ALTER TABLE recommendations ADD COLUMN change_asked_on TEXT")
    record_table(db, "recommendations")


@migrations()
def m006_closed_requests_and_goals(db: Database) -> None:
    """A request can be let go without a no, and a goal can have a day and a time."""
    db.execute("ALTER TABLE requests ADD COLUMN closed_on TEXT")
    record_table(db, "requests")
    db.execute("""
        CREATE TABLE goals (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            kind TEXT NOT NULL CHECK (kind IN ('asks', 'recommendations')),
            count INTEGER NOT NULL CHECK (count > 0),
            by_day TEXT NOT NULL,
            by_time TEXT NOT NULL DEFAULT '',
            set_on TEXT NOT NULL,
            before INTEGER NOT NULL DEFAULT 0,
            done_on TEXT
        ) STRICT
    """)
    record_table(db, "goals")


@migrations()
def m007_former_addresses(db: Database) -> None:
    """An older export is of the same people, by the addresses and facts that they had then."""
    db.execute("ALTER TABLE contacts ADD COLUMN former_slugs TEXT NOT NULL DEFAULT '[]'")
    db.execute("ALTER TABLE contacts ADD COLUMN told_on TEXT")
    db.execute("ALTER TABLE contacts ADD COLUMN listed_on TEXT")
    record_table(db, "contacts")


@migrations()
def m008_words_of_today(db: Database) -> None:
    """Snoozes and settings by what recco calls them now, in the log too: undo brings them back."""
    for former, now in ACTIONS.items():
        db.execute(
            "UPDATE OR REPLACE snoozes SET alert = ? || substr(alert, instr(alert, ':')) "
            "WHERE alert LIKE ? || ':%'",
            (now, former),
        )
        _rename_in_log(db, "snoozes", f'"{former}:', f'"{now}:')
    for former, now in SETTINGS.items():
        db.execute("UPDATE OR REPLACE settings SET name = ? WHERE name = ?", (now, former))
        _rename_in_log(db, "settings", f'"{former}"', f'"{now}"')


def _rename_in_log(db: Database, table: str, former: str, now: str) -> None:
    db.execute(
        "UPDATE change_rows SET before = replace(before, ?, ?), after = replace(after, ?, ?) "
        "WHERE table_name = ?",
        (former, now, former, now, table),
    )


@migrations()
def m009_unconfirmed_words(db: Database) -> None:
    """What an assistant invented stays marked in a draft until it is confirmed or removed."""
    db.execute("ALTER TABLE drafts ADD COLUMN unconfirmed TEXT NOT NULL DEFAULT '[]'")
    record_table(db, "drafts")


@migrations()
def m010_sync(db: Database) -> None:
    """Two machines of one user: what each has told the others, and values that made room."""
    db.execute("""
        CREATE TABLE sync_machine (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            machine TEXT NOT NULL,
            slot INTEGER NOT NULL,
            mark TEXT NOT NULL
        ) STRICT
    """)
    db.execute("""
        CREATE TABLE sync_batches (
            id TEXT PRIMARY KEY,
            content BLOB NOT NULL
        ) STRICT
    """)
    db.execute("""
        CREATE TABLE sync_kept (
            id INTEGER PRIMARY KEY,
            table_name TEXT NOT NULL,
            row_id INTEGER NOT NULL,
            column_name TEXT NOT NULL,
            lost TEXT NOT NULL,
            stays TEXT NOT NULL,
            machine TEXT NOT NULL,
            made_at TEXT NOT NULL
        ) STRICT
    """)


@migrations()
def m011_meetings(db: Database) -> None:
    """Meetings have a day, what others wrote about somebody can be noted, and why I said no to a
    request stands beside what they asked for."""
    db.execute("ALTER TABLE requests ADD COLUMN because TEXT NOT NULL DEFAULT ''")
    record_table(db, "requests")
    db.execute("""
        CREATE TABLE meetings (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            contact_id INTEGER NOT NULL REFERENCES contacts(id) DEFERRABLE INITIALLY DEFERRED,
            on_date TEXT NOT NULL,
            company TEXT NOT NULL DEFAULT '',
            about TEXT NOT NULL DEFAULT ''
        ) STRICT
    """)
    db.execute("CREATE INDEX meetings_contact ON meetings (contact_id)")
    record_table(db, "meetings")
    _allow_seen(db)


def _allow_seen(db: Database) -> None:
    """A table's check can only be changed by making the table anew; ids once given stay given."""
    given = db.execute("SELECT seq FROM sqlite_sequence WHERE name = 'moments'").fetchone()
    db.execute("ALTER TABLE moments RENAME TO former_moments")
    db.execute("""
        CREATE TABLE moments (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            contact_id INTEGER NOT NULL REFERENCES contacts(id) DEFERRABLE INITIALLY DEFERRED,
            project_id INTEGER REFERENCES projects(id) DEFERRABLE INITIALLY DEFERRED,
            kind TEXT NOT NULL CHECK (kind IN ('win', 'feedback', 'seen')),
            text TEXT NOT NULL CHECK (length(trim(text)) > 0),
            on_date TEXT NOT NULL
        ) STRICT
    """)
    db.execute("""
        INSERT INTO moments (id, contact_id, project_id, kind, text, on_date)
        SELECT id, contact_id, project_id, kind, text, on_date FROM former_moments
    """)
    db.execute("DROP TABLE former_moments")
    if given:
        db.execute("DELETE FROM sqlite_sequence WHERE name = 'moments'")
        db.execute("INSERT INTO sqlite_sequence (name, seq) VALUES ('moments', ?)", given)
    db.execute("CREATE INDEX moments_contact ON moments (contact_id)")
    record_table(db, "moments")
