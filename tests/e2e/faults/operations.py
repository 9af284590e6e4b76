"""What is tried while calls to the system fail: how its file looks before, and what is done."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

import sqlite_utils

from recco_tui.cli.main import run
from recco_tui.core.errors import ReccoError
from recco_tui.core.models import Channel, Direction, MomentKind, Step, TextKind
from recco_tui.ledger.ledger import Ledger
from recco_tui.ledger.store import Clock
from recco_tui.storage import restoring, snapshots
from recco_tui.storage.migrations import migrations
from tests.drafts import open_draft

DAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
SAMPLE = Path(__file__).parents[3] / "sample_data" / "linkedin"


def stop_the_clock() -> None:
    """Always the same moment, so that two runs leave the same rows."""
    Clock.now = Clock.real_now = lambda _self: NOW  # type: ignore[method-assign]


Act = Callable[[], int]
"""Does it; an exit status. What went wrong is one line on standard error."""


class Operation(NamedTuple):
    """`prepare` fills an empty folder; `begin` opens what is open when it starts, and returns it.

    One `in_steps` is several changes, each old or new; what was wrong it says on standard output.
    """

    name: str
    prepare: Callable[[Path], None]
    begin: Callable[[Path], Act]
    in_steps: bool = False


def ledger_on(folder: Path) -> Ledger:
    return Ledger(folder / "recco.db", Clock(DAY), "faults", busy_timeout=0.02)


def a_few_people(folder: Path) -> None:
    """People with something of every kind, and a log to go back in."""
    with ledger_on(folder) as ledger:
        ann = ledger.contacts.add("Ann Lee", company="Acme", note="met at work")
        twin = ledger.contacts.add("Ann  Lee, PhD")
        bo = ledger.contacts.add("Bo Ray", url="https://www.linkedin.com/in/bo-ray")
        ledger.moments.add(ann.id, MomentKind.WIN, "fixed the login")
        ledger.moments.add(twin.id, MomentKind.FEEDBACK, "said thanks")
        ledger.recommendations.add(bo.id, Direction.RECEIVED, "A fine engineer.")
        ask = ledger.asks.start(ann.id, text="Hi Ann")
        ledger.asks.mark(ask.id, Step.WARM, via=Channel.DISCORD)
        open_draft(ledger, bo.id, TextKind.RECOMMENDATION, text="I worked with Bo.")


def killed_after_a_change(folder: Path) -> None:
    """The same, and a copy of it in copy.db; then a change that is only in the log of the file."""
    a_few_people(folder)
    with restoring.read_only(folder / "recco.db") as connection:
        snapshots.copy_to(folder / "copy.db", connection)
    child = os.fork()
    if child == 0:
        ledger_on(folder).contacts.add("Cy, acknowledged and not yet in the file itself")
        os._exit(0)
    os.waitpid(child, 0)


def damaged(folder: Path) -> None:
    killed_after_a_change(folder)
    with (folder / "recco.db").open("r+b") as file:
        file.seek(16)
        file.write(b"\xff" * 4080)


def gone(folder: Path) -> None:
    killed_after_a_change(folder)
    for rest in ("", "-wal", "-shm"):
        (folder / f"recco.db{rest}").unlink()


def exported(folder: Path) -> None:
    """A whole export beside no file at all."""
    with ledger_on(folder) as ledger:
        ledger.contacts.add("Zoë [b]Z[/b]")
    a_few_people(folder)
    command(folder, "export", "json", str(folder / "all.json"))
    for rest in ("", "-wal", "-shm"):
        (folder / f"recco.db{rest}").unlink(missing_ok=True)


def imported(folder: Path) -> None:
    a_few_people(folder)
    command(folder, "import", str(SAMPLE))


def imported_and_undone(folder: Path) -> None:
    imported(folder)
    command(folder, "undo")


def of_version(stop_before: str) -> Callable[[Path], None]:
    """A file as an earlier recco left it."""

    def prepare(folder: Path) -> None:
        with closing(sqlite3.connect(folder / "recco.db")) as older:
            migrations.apply(sqlite_utils.Database(older), stop_before=stop_before)
            older.execute("PRAGMA journal_mode = WAL")
            with older:
                older.execute("INSERT INTO contacts (id, name) VALUES (1, 'Ann')")
                older.execute(
                    "INSERT INTO drafts (contact_id, kind, text, saved_at) "
                    "VALUES (1, 'ask', 'Hi Ann', '2026-11-01T08:00:00Z')"
                )

    return prepare


def unwell(folder: Path) -> None:
    """Everything that the doctor can fix."""
    a_few_people(folder)
    with closing(sqlite3.connect(folder / "recco.db")) as connection, connection:
        connection.execute(
            "INSERT INTO drafts (contact_id, kind, saved_at) "
            "VALUES (1, 'ask', '2026-11-20T09:00:00Z')"
        )
        connection.execute(
            "INSERT INTO recommendations_fts(recommendations_fts) VALUES ('delete-all')"
        )
    (folder / "recco.db").chmod(0o644)


def nothing(_folder: Path) -> None:
    """A folder with nothing in it."""


def command(folder: Path, *words: str) -> int:
    """A command of recco's in this process."""
    return run(["--db", str(folder / "recco.db"), "--now", DAY.isoformat(), *words])


def commanded(*words: str) -> Callable[[Path], Act]:
    """A command as an operation; `{folder}` in its words is the folder."""

    def begin(folder: Path) -> Act:
        return lambda: command(folder, *(word.format(folder=folder) for word in words))

    return begin


def verb(*verbs: Callable[[Ledger], object]) -> Callable[[Path], Act]:
    """Verbs of a ledger that is already open, one after the other."""

    def begin(folder: Path) -> Act:
        ledger = ledger_on(folder)

        def act() -> int:
            try:
                for one in verbs:
                    one(ledger)
            except ReccoError as error:
                os.write(2, f"recco: {error}\n".encode())
                return error.exit_status
            return 0

        return act

    return begin


def with_a_window_open(begin: Callable[[Path], Act]) -> Callable[[Path], Act]:
    """The same while another window has the file open."""
    windows = []

    def begin_beside(folder: Path) -> Act:
        window = ledger_on(folder)
        window.contacts.every()
        windows.append(window)
        return begin(folder)

    return begin_beside


def type_on(ledger: Ledger) -> None:
    """A save of a draft, as the editor makes it; the state before becomes a version."""
    (draft,) = ledger.drafts.unfinished()
    ledger.drafts.keep(draft, "One. Two. Three.", "")


def begin_to_type(ledger: Ledger) -> None:
    """The first save of a draft: it is in the file from then on."""
    draft = ledger.drafts.begin(1, TextKind.ASK)
    ledger.drafts.keep(draft, "Hi Ann,", "")


OPERATIONS = (
    Operation("restore", killed_after_a_change, commanded("restore", "{folder}/copy.db", "--yes")),
    Operation(
        "restore beside a window",
        killed_after_a_change,
        with_a_window_open(commanded("restore", "{folder}/copy.db", "--yes")),
    ),
    Operation("restore over a damaged file", damaged, commanded("restore", "{folder}/copy.db", "--yes")),
    Operation("restore where no file is", gone, commanded("restore", "{folder}/copy.db", "--yes")),
    Operation("restore on the screen", killed_after_a_change, verb(lambda led: led.restore(led.path.parent / "copy.db"))),
    Operation("import", a_few_people, commanded("import", str(SAMPLE))),
    Operation("import into nothing", nothing, commanded("import", str(SAMPLE))),
    Operation("import of an own export", exported, commanded("import", "{folder}/all.json")),
    Operation("migration of the first version", of_version("m002_remembered_imports"), commanded("contact", "list")),
    Operation("migration of the second version", of_version("m003_focus_of_a_draft"), commanded("contact", "list")),
    Operation("doctor --fix", unwell, commanded("doctor", "--fix"), in_steps=True),
    Operation("backup", a_few_people, commanded("backup", "{folder}/backup.db")),
    Operation("snapshot of the day", a_few_people, verb(lambda led: led.snapshot_of_the_day())),
    Operation("typing", a_few_people, verb(type_on)),
    Operation("beginning to type", a_few_people, verb(begin_to_type)),
    Operation("undo of an import", imported, commanded("undo")),
    Operation("redo of an import", imported_and_undone, commanded("redo")),
    Operation("undo of everything", imported, commanded("undo", "--to", "0")),
    Operation("merge", a_few_people, commanded("contact", "merge", "#2", "--into", "#1")),
    Operation("settings", a_few_people, commanded("settings", "set", "open_asks", "9")),
    Operation("adding someone", a_few_people, verb(lambda led: led.contacts.add("Di Fox"))),
    Operation("checkpoint", killed_after_a_change, verb(lambda led: led.checkpoint())),
    Operation("export", a_few_people, commanded("export", "json", "{folder}/all.json")),
)  # fmt: skip
