"""Restoring, the doctor, migrations and whole exports, and what a kill may leave of each."""

import sqlite3
import sys
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import sqlite_utils

from recco_tui.cli.main import run
from recco_tui.ledger import snapshots
from recco_tui.ledger.checkup import examine
from recco_tui.ledger.ledger import Ledger
from recco_tui.ledger.store import Clock
from recco_tui.storage import schema
from recco_tui.storage.database import open_database
from recco_tui.storage.migrations import migrations

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
PEOPLE = 40
"""In each old file, and in each whole export."""


def say(*words: object) -> None:
    sys.stdout.write("\t".join(map(str, words)) + "\n")
    sys.stdout.flush()


def add(file: Path, name: str) -> None:
    with Ledger(file, Clock(TODAY), "crash test") as ledger:
        ledger.contacts.add(name)
    say("has", name)


def names(file: Path) -> set[str]:
    with closing(sqlite3.connect(file)) as connection:
        return {name for (name,) in connection.execute("SELECT name FROM contacts")}


def restoring(folder: Path, seed: int) -> None:
    """Adds two people, one of them after the copy that it then puts back."""
    file, copy = folder / "recco.db", folder / f"copy {seed}.db"
    for number in range(1_000_000):
        add(file, f"stays {seed} {number}")
        snapshots.backup(file, copy, NOW)
        add(file, f"goes {seed} {number}")
        say("restoring", f"goes {seed} {number}")
        snapshots.restore(file, copy, NOW)
        say("restored", f"goes {seed} {number}")


def lost_by_restoring(folder: Path, said: list[str]) -> list[str]:
    """Who is not there and was said to be, but for the one that a restore takes away."""
    present: set[str] = set()
    leaving: set[str] = set()
    for what, name in (line.split("\t") for line in said):
        if what == "has":
            present.add(name)
        elif what == "restoring":
            leaving = {name}
        else:
            present.discard(name)
            leaving = set()
    lost = present - names(folder / "recco.db") - leaving
    back = {name for what, name in (line.split("\t") for line in said) if what == "restored"}
    return [f"lost: {name}" for name in lost] + [
        f"not restored: {name}" for name in back & names(folder / "recco.db")
    ]


def doctoring(folder: Path, seed: int) -> None:
    """Makes a file unwell and lets the doctor fix it."""
    file = folder / "recco.db"
    for number in range(1_000_000):
        add(file, f"patient {seed} {number}")
        with closing(sqlite3.connect(file)) as connection, connection:
            connection.execute(
                "INSERT INTO drafts (contact_id, kind, saved_at) "
                "SELECT min(id), 'ask', '2026-11-20T09:00:00Z' FROM contacts"
            )
            connection.execute(
                "INSERT INTO recommendations_fts(recommendations_fts) VALUES ('delete-all')"
            )
        file.chmod(0o644)
        examine(file, Clock(TODAY), fix=True)
        say("fixed", number)


def lost_by_doctoring(folder: Path, said: list[str]) -> list[str]:
    """Who is not there and was said to be."""
    told = {line.split("\t")[1] for line in said if line.startswith("has")}
    return [f"lost: {name}" for name in told - names(folder / "recco.db")]


def migrating(folder: Path, seed: int) -> None:
    """Opens file after file that an earlier recco left."""
    for number in range(1_000_000):
        file = folder / f"old {seed} {number}.db"
        stop = schema.MIGRATION_NAMES[1:][number % (len(schema.MIGRATION_NAMES) - 1)]
        with closing(sqlite3.connect(file)) as older:
            migrations.apply(sqlite_utils.Database(older), stop_before=stop)
            with older:
                for person in range(PEOPLE):
                    older.execute("INSERT INTO contacts (name) VALUES (?)", (f"Old {person}",))
        say("old", file.name)
        open_database(file, NOW).close()
        say("new", file.name)


def lost_by_migrating(folder: Path, said: list[str]) -> list[str]:
    """Files that do not hold all that they held, or are not as new as was said."""
    wrong = []
    for what, name in (line.split("\t") for line in said):
        with closing(sqlite3.connect(folder / name)) as connection:
            if len(names(folder / name)) != PEOPLE:
                wrong.append(f"{name}: {len(names(folder / name))} people")
            if what == "new" and schema.applied_migrations(connection) != schema.MIGRATION_NAMES:
                wrong.append(f"{name}: not migrated")
    return wrong


def bringing_back(folder: Path, seed: int) -> None:
    """Imports recco's own export into file after file."""
    source = folder / f"all {seed}.db"
    with Ledger(source, Clock(TODAY), "crash test") as ledger:
        for person in range(PEOPLE):
            ledger.contacts.add(f"All {person}")
    document = folder / f"all {seed}.json"
    told, sys.stdout = sys.stdout, open("/dev/null", "w")  # noqa: SIM115
    run(["--db", str(source), "export", "json", str(document)])
    for number in range(1_000_000):
        file = folder / f"in {seed} {number}.db"
        status = run(["--db", str(file), "import", str(document)])
        told.write(f"in\t{file.name}\t{status}\n")
        told.flush()


def lost_by_bringing_back(folder: Path, said: list[str]) -> list[str]:
    """Files that hold a part of the export, or nothing though it was said to be in."""
    done = {line.split("\t")[1] for line in said if line.endswith("\t0")}
    wrong = [line for line in said if not line.endswith("\t0")]
    for file in folder.glob("in *.db"):
        many = len(names(file))
        if many != PEOPLE and (many or file.name in done):
            wrong.append(f"{file.name}: {many} people")
    return wrong
