"""`recco doctor`: every check by itself, true words about a damaged file, and the ways on from it."""

import json
import os
import random
import shlex
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from subprocess import PIPE

import pytest

from recco_tui.core.errors import FileLocked
from recco_tui.ledger.checkup import examine
from recco_tui.ledger.store import Clock
from recco_tui.storage import snapshots
from tests.cli.conftest import Recco

SNAPSHOT = "recco-2026{day}T090000-daily.db"


@pytest.fixture
def file(sample: Recco, tmp_path: Path) -> Path:
    """The sample people, well but for what a test does to them."""
    sample("backup")
    return tmp_path / "recco.db"


@contextmanager
def sql(file: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        yield connection


def lines(recco: Recco, *options: str) -> list[str]:
    return recco("doctor", *options).out.splitlines()


def said(recco: Recco, check: str, *options: str) -> list[str]:
    """What is said of a check, with its sign."""
    return [line for line in lines(recco, *options) if line[2:].startswith(f"{check}:")]


def content(folder: Path) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in folder.iterdir() if one.is_file()}


def a_snapshot(file: Path, day: str) -> Path:
    """One more snapshot of that day, by its name; day as MMDD."""
    (source,) = (one for one in snapshots.taken(file) if "by-hand" in one.name)
    return Path(shutil.copy(source, source.with_name(SNAPSHOT.format(day=day))))


def newer(file: Path) -> None:
    with sql(file) as connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) "
            "VALUES ('recco', 'm999_future', '')"
        )


def without_a_table(file: Path) -> None:
    with sql(file) as connection:
        connection.execute("DROP TABLE moments")


def with_a_loose_tie(file: Path) -> None:
    with sql(file) as connection:
        connection.execute(
            "INSERT INTO moments (contact_id, kind, text, on_date) "
            "VALUES (999, 'win', 'x', '2026-11-20')"
        )


def with_a_broken_index(file: Path) -> None:
    with sql(file) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(
            "UPDATE sqlite_master SET rootpage = "
            "(SELECT rootpage FROM sqlite_master WHERE name = 'asks_contact') "
            "WHERE name = 'moments_contact'"
        )


def cut(file: Path) -> None:
    with file.open("r+b") as opened:
        opened.truncate(file.stat().st_size // 2)


def with_a_name_in_pieces(file: Path) -> None:
    """What SQLite says of it is no UTF-8 then."""
    file.write_bytes(file.read_bytes().replace(b"tablewaivers", b"table\xffaivers", 1))


READABLE = (with_a_broken_index, with_a_loose_tie)
"""What only a thorough look finds: the list of snapshots counts what they hold."""


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (cut, "damaged"),
        (lambda file: file.write_bytes(b""), "damaged"),
        (lambda file: file.write_bytes(b"hello"), "damaged"),
        (lambda file: file.write_bytes(random.Random(1).randbytes(100_000)), "damaged"),
        (without_a_table, "damaged"),
        (with_a_broken_index, "damaged"),
        (with_a_loose_tie, "rows that belong to something gone"),
        (newer, "was written by a newer recco (it has m999_future). Update recco first"),
        (with_a_name_in_pieces, "damaged"),
    ],
    ids=["cut", "empty", "text", "noise", "no table", "index", "tie", "newer", "name"],
)
def test_a_snapshot_that_cannot_be_put_back_is_named_and_left_as_it_is(
    sample: Recco, file: Path, spoil: Callable[[Path], object], words: str
) -> None:
    bad = a_snapshot(file, "1122")
    spoil(bad)
    a_snapshot(file, "1121")
    before = content(bad.parent)
    _, line = said(sample, "snapshot")
    assert line == f"✗ snapshot: 1 of 3 snapshots can't be restored: {bad.name} ({words})."
    assert sample("doctor").status == 1
    listed = {line.split()[0]: line for line in sample("restore").out.splitlines()}
    assert ("cannot be read" in listed[bad.name]) == (spoil not in READABLE)
    assert content(bad.parent) == before


def test_snapshots_that_can_be_put_back_are_well(sample: Recco, file: Path) -> None:
    assert said(sample, "snapshot")[1] == "✓ snapshot: The snapshot can be restored."
    a_snapshot(file, "1122")
    assert said(sample, "snapshot")[1] == "✓ snapshot: Each of 2 snapshots can be restored."
    assert sample("doctor").status == 0


def test_of_very_many_snapshots_the_oldest_are_only_opened(
    sample: Recco, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from recco_tui.ledger import checkup

    for day in range(10, 20):
        a_snapshot(file, f"11{day}")
    monkeypatch.setattr(checkup, "READ_THROUGH", 3 * file.stat().st_size)
    assert said(sample, "snapshot")[1].endswith(
        "11 snapshots can be restored. The oldest 8 were only opened, not read in full."
    )


def test_nothing_is_left_behind(sample: Recco, file: Path) -> None:
    sample("doctor")
    assert sorted(one.name for one in file.parent.iterdir() if one.name != "home") == [
        "recco.db",
        "snapshots",
    ]


DAMAGES: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "cut": (lambda whole: whole[: len(whole) // 2], "The file is damaged"),
    "nothing left": (lambda _: b"", "The file is empty. Nothing is left of it."),
    "noise": (
        lambda whole: random.Random(1).randbytes(len(whole)),
        "beginning of the file is damaged",
    ),
    "first page": (lambda whole: bytes(4096) + whole[4096:], "beginning of the file is damaged"),
    "a page": (lambda whole: whole[:40960] + bytes(4096) + whole[45056:], "The file is damaged"),
    "a name": (
        lambda whole: whole.replace(b"tablewaivers", b"table\xffaivers", 1),
        "The file is damaged.",
    ),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_can_be_done_about_a_damaged_file_is_listed(
    sample: Recco, file: Path, damage: str
) -> None:
    spoil, words = DAMAGES[damage]
    cut(a_snapshot(file, "1201"))
    file.write_bytes(spoil(file.read_bytes()))
    before = file.read_bytes()
    for options in ((), ("--fix",)):
        said_now = sample("doctor", *options)
        assert said_now.status in (1, 3)
        assert said_now.err == ""
        integrity, *rest = said_now.out.splitlines()
        assert integrity.startswith("✗ integrity: ")
        assert words in integrity
        assert ("--salvage NEWFILE" in integrity) == (damage != "nothing left")
        (good,) = (one.name for one in snapshots.taken(file) if "by-hand" in one.name)
        (way_back,) = (line for line in rest if "can replace it" in line)
        assert f"✓ snapshot: {good} can replace it: it is 0 days old and holds 44" in way_back
        assert f"'recco restore {good}' restores it" in way_back
        assert any("1 of 2 snapshots can't be restored" in line for line in rest)
        assert file.read_bytes() == before
    assert sample("restore", good).status == 0
    assert sample("contact", "list").status == 0


def test_a_damaged_file_without_snapshots_is_reported(sample: Recco, tmp_path: Path) -> None:
    cut(tmp_path / "recco.db")
    assert said(sample, "snapshot") == ["✗ snapshot: No snapshot can replace it."]


@pytest.mark.parametrize("seed", range(40))
def test_any_damage_is_a_sentence_and_the_file_stays_as_it_is(
    sample: Recco, file: Path, seed: int
) -> None:
    luck, spoilt = random.Random(seed), bytearray(file.read_bytes())
    for _ in range(luck.choice((1, 20, 400))):
        spoilt[luck.randrange(len(spoilt))] ^= 1 << luck.randrange(8)
    file.write_bytes(spoilt)
    done = sample("doctor")
    assert done.status in (0, 1, 3)
    assert "fault of recco's own" not in done.err
    assert "Traceback" not in done.err
    assert file.read_bytes() == bytes(spoilt)


@pytest.mark.usefixtures("no_file")
@pytest.mark.parametrize(
    ("spoil", "words"),
    [(newer, "newer recco"), (None, "another program"), (Path.mkdir, "not a file")],
)
def test_a_foreign_file_is_refused(
    recco: Recco, tmp_path: Path, spoil: Callable[[Path], object] | None, words: str
) -> None:
    file = tmp_path / "recco.db"
    if spoil is newer:
        recco("contact", "add", "Ann Lee")
    if spoil is None:
        with sql(file) as connection:
            connection.execute("CREATE TABLE songs (title TEXT)")
    else:
        spoil(file)
    done = recco("doctor")
    assert (done.status, done.out) == (3, "")
    assert words in done.err


def test_a_check_that_fails_ends_no_other(sample: Recco, file: Path) -> None:
    with sql(file) as connection:
        connection.execute("DROP TABLE draft_versions")
    done = sample("doctor", "--json")
    assert done.status == 1
    checks = {one["check"]: one for one in done.json["checks"]}
    assert checks["drafts"]["says"].startswith("Not checked: ")
    assert checks["drafts"]["trouble"]
    assert checks["permissions"]["well"]
    assert checks["people"]["well"]
    assert checks["ties"]["well"]


def spoil_rows(file: Path) -> None:
    """A draft without words, states of a draft that is gone, an index that lacks a text."""
    with sql(file) as connection:
        connection.execute(
            "INSERT INTO drafts (contact_id, kind, saved_at) VALUES (1, 'ask', '2026-11-20T09:00:00Z')"
        )
        connection.execute(
            "INSERT INTO draft_versions (draft_id, text, saved_at) "
            "VALUES (99, 'I worked with Ann.', '2026-11-20T09:00:00Z')"
        )
        connection.execute("DELETE FROM recommendations_fts_data WHERE id > 10")


def left(recco: Recco, *options: str) -> list[str]:
    return [line[2:].split(":")[0] for line in lines(recco, *options) if line.startswith("✗")]


def test_what_is_fixed_in_rows_is_taken_back_one_by_one(sample: Recco, file: Path) -> None:
    spoil_rows(file)
    assert left(sample) == ["search", "drafts", "drafts"]
    assert left(sample, "--fix") == []
    assert sample("doctor").status == 0
    assert sample("undo").status == 0
    with sql(file) as connection:
        assert connection.execute("SELECT text FROM draft_versions").fetchall() == [
            ("I worked with Ann.",)
        ]
    assert sample("undo").status == 0
    assert left(sample) == ["drafts", "drafts"]
    sample("redo")
    sample("redo")
    assert left(sample) == []


def test_a_locked_file_is_examined_but_not_fixed(
    sample: Recco, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from recco_tui.storage import database

    monkeypatch.setattr(database, "BUSY_SECONDS", 0.1)
    spoil_rows(file)
    file.chmod(0o644)
    with sql(file) as other:
        other.execute("BEGIN IMMEDIATE")
        assert sample("doctor").status == 1
        done = sample("doctor", "--fix")
        assert done.status == 4
        assert "✗ search" in done.out
        assert "Not fixed: " in done.out
        assert f"{file} is locked by another program" in done.out
        assert "othing was changed" not in done.out
        assert "✓ permissions: Others can read recco.db" in done.out
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert left(sample, "--fix") == []


def test_an_exclusively_locked_file_is_reported(
    sample: Recco, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from recco_tui.storage import restoring

    monkeypatch.setattr(restoring, "BUSY_SECONDS", 0.1)
    with sql(file) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN IMMEDIATE")
        done = sample("doctor", "--fix")
        assert (done.status, done.out) == (4, "")
        assert "locked by another program" in done.err


LOCKS_FOR_RECOVERY = """
import fcntl, sys
with open(sys.argv[1], "r+b") as index:
    fcntl.lockf(index, fcntl.LOCK_EX, 3, 120)  # of a writer, of a checkpoint, of a recovery
    index.write(bytes(96))  # its header, so that nobody reads by it
    index.flush()
    print("held", flush=True)
    sys.stdin.read()
"""
"""What another program does that finds the write-ahead log in need of recovery."""


def test_a_file_that_cannot_be_read_any_more_is_waited_for_once(
    sample: Recco, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from recco_tui.storage import checkup, database

    monkeypatch.setattr(database, "BUSY_SECONDS", 0.1)
    with sql(file) as connection:
        connection.execute("UPDATE moments SET on_date = 'nonsense' WHERE id = 1")
    values, held = checkup.bad_values, []

    def values_before_the_lock(connection: sqlite3.Connection) -> list[checkup.BadValue]:
        found = values(connection)
        command = [sys.executable, "-c", LOCKS_FOR_RECOVERY, f"{file}-shm"]
        other = subprocess.Popen(command, stdin=PIPE, stdout=PIPE, text=True)
        assert other.stdout
        assert other.stdout.readline() == "held\n"
        held.append(other)
        return found

    monkeypatch.setattr(checkup, "bad_values", values_before_the_lock)
    try:
        results = examine(file, Clock(), fix=True)
    finally:
        for other in held:
            other.communicate("")
    (fixing, *not_checked) = [result for result in results if result.error]
    assert (fixing.check, fixing.is_left) == ("values", True)
    assert [result.check for result in not_checked] == [
        *("settings", "ties", "search", "version", "size", "texts", "drafts", "owner", "people"),
        *("links", "snapshot"),
    ]
    assert {id(result.error) for result in not_checked} == {id(not_checked[0].error)}
    assert isinstance(not_checked[0].error, FileLocked)
    assert {"permissions", "space"} <= {result.check for result in results if not result.error}


def test_permissions_that_cannot_be_changed_are_reported_and_the_rest_is_fixed(
    sample: Recco, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a file of another owner, or a disk that keeps no permissions."""
    chmod = os.chmod
    file.chmod(0o644)
    folder = file.parent / "snapshots"
    folder.chmod(0o755)

    def refusing(path: Path, mode: int) -> None:
        if Path(path) == file:
            raise PermissionError(1, "Operation not permitted", str(path))
        chmod(path, mode)

    monkeypatch.setattr(os, "chmod", refusing)
    (line,) = said(sample, "permissions", "--fix")
    assert line.startswith("✗ permissions: Others can read recco.db, ")
    assert line.endswith(
        f"Not fixed: The permissions of {file} (operation not permitted) cannot be changed."
    )
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    monkeypatch.setattr(os, "chmod", lambda *_: None)
    (line,) = said(sample, "permissions", "--fix")
    assert f"{file} (the disk keeps no permissions)" in line


def test_a_snapshot_that_cannot_be_taken_is_reported(sample: Recco, tmp_path: Path) -> None:
    (tmp_path / "snapshots").write_text("in the way")
    (tmp_path / "snapshots").chmod(0o600)
    (line,) = said(sample, "snapshot", "--fix")
    assert line.startswith("✗ snapshot: There is no snapshot. Not fixed: ")
    assert sample("doctor", "--fix").status == 1


def test_a_synced_folder_is_noted_but_no_fault(sample: Recco, file: Path) -> None:
    assert said(sample, "folder") == []
    (file.parent / ".stfolder").mkdir()
    (line,) = said(sample, "folder")
    assert line.startswith(f"! folder: The file is in a folder of Syncthing ({file.parent}). ")
    assert "'recco help data'" in line
    done = sample("doctor", "--json")
    assert done.status == 0
    assert [one["notice"] for one in done.json["checks"] if one["check"] == "folder"] == [True]


def test_a_drive_on_another_machine_is_a_fault(
    sample: Recco, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from recco_tui.storage import synced_folders

    place = synced_folders.SharedFolder("nfs", file.parent)
    monkeypatch.setattr(synced_folders, "network_drive", lambda _: place)
    (line,) = said(sample, "folder")
    assert line.startswith(f"✗ folder: The file is on another computer's disk (nfs, {file.parent})")
    assert sample("doctor").status == 1


def test_a_conflict_copy_is_named_with_the_way_to_look_at_it(sample: Recco, file: Path) -> None:
    copy = Path(shutil.copy(file, file.with_name("recco (Ann's conflicted copy 2026-11-23).db")))
    (line,) = said(sample, "copies")
    named = shlex.quote(str(copy))
    assert f"To see how it differs: recco restore {named} --dry-run." in line
    assert line.endswith(f"To open it: recco --db {named}")
    assert sample("doctor").status == 1
    assert sample("restore", str(copy), "--dry-run").status == 0


def test_help_tells_how_to_live_in_a_synced_folder(recco: Recco) -> None:
    told = " ".join(recco("help", "data").out.split())
    assert "on one computer at a time" in told
    assert "let the sync finish" in told


def test_salvage_writes_a_new_file_and_says_what_came_over(sample: Recco, file: Path) -> None:
    file.write_bytes(bytes(4096) + file.read_bytes()[4096:])
    before, new = content(file.parent), file.with_name("new file.db")
    done = sample("doctor", "--salvage", str(new))
    assert done.status == 0
    out = done.out.splitlines()
    assert out[0] == f"Copied what can be read of {file} to {new}:"
    assert any(line.split() == ["contacts", "44", "44"] for line in out)
    assert f"Open it: recco --db '{new}'" in out
    assert out[-1].startswith(f"Put it in place: recco --db {file} restore '{new}'")
    after = content(file.parent)
    assert after.pop(new.name)
    assert after == before
    assert stat.S_IMODE(new.stat().st_mode) == 0o600
    assert sample("contact", "list", db=new).status == 0
    assert left(sample, "--fix") == ["integrity"]
    assert sample("restore", str(new)).status == 0
    assert left(sample) == []


def test_salvage_says_what_is_lost(sample: Recco, file: Path) -> None:
    with sql(file) as connection:
        query = "SELECT name, rootpage FROM sqlite_master WHERE type = 'table'"
        roots = dict(connection.execute(query))
    spoilt = bytearray(file.read_bytes())
    for table in ("projects", "moments"):
        at = (roots[table] - 1) * 4096
        spoilt[at : at + 4096] = bytes(4096)
    file.write_bytes(spoilt)
    new = file.with_name("new.db")
    out = sample("doctor", "--salvage", str(new)).out
    rows = {line[:19].strip(): line[19:].split(maxsplit=2) for line in out.splitlines()}
    assert rows["projects"][:2] == ["0", "?"]
    assert "lost; what belongs to them" in rows["projects"][2]
    assert rows["moments"] == ["0", "15"]
    assert "15 rows could not be read" in out
    assert "The log was not copied" in out
    new.unlink()
    document = sample("doctor", "--salvage", str(new), "--json").json
    assert document["salvaged"] == str(new)
    assert document["whole"] is False
    (moments,) = (one for one in document["tables"] if one["table"] == "moments")
    assert moments == {"table": "moments", "rows": 0, "known": 15, "changed": 0, "stand_ins": 0}


def refused(recco: Recco, target: Path) -> str:
    before = content(target.parent) if target.parent.is_dir() else {}
    done = recco("doctor", "--salvage", str(target))
    assert (done.status, done.out) == (3, "")
    assert (content(target.parent) if target.parent.is_dir() else {}) == before
    return done.err


def test_salvage_writes_over_nothing(sample: Recco, file: Path, tmp_path: Path) -> None:
    folder = snapshots.folder_of(file)
    (tmp_path / "there.db").write_text("mine")
    (tmp_path / "link.db").symlink_to(file)
    (tmp_path / "dangling.db").symlink_to(tmp_path / "nowhere.db")
    os.link(file, tmp_path / "second name.db")
    (tmp_path / "half.db-wal").write_text("of another")
    assert "is the damaged file itself" in refused(sample, file)
    assert "is the damaged file itself" in refused(sample, tmp_path / "link.db")
    assert "is the damaged file itself" in refused(sample, tmp_path / "second name.db")
    assert "already exists" in refused(sample, tmp_path / "there.db")
    assert "already exists" in refused(sample, tmp_path / "dangling.db")
    assert "is for snapshots" in refused(sample, folder / "recco-20261123T090000-daily.db")
    assert "is a folder" in refused(sample, folder)
    assert "is a folder" in refused(sample, tmp_path)
    assert "not an existing folder" in refused(sample, tmp_path / "typo" / "new.db")
    assert "left over from another file" in refused(sample, tmp_path / "half.db")
    for rest in ("-wal", "-shm", "-journal"):
        assert "belongs to the damaged file" in refused(sample, Path(f"{file}{rest}"))


def test_salvage_of_a_file_with_nothing_to_copy_is_refused(sample: Recco, file: Path) -> None:
    new = file.with_name("new.db")
    file.write_bytes(random.Random(3).randbytes(50_000))
    assert "Nothing in" in refused(sample, new)
    file.write_bytes(b"")
    assert "is empty. There is nothing to copy" in refused(sample, new)
    file.unlink()
    assert sample("doctor", "--salvage", str(new)).status == 1
    assert not new.exists()


def test_salvage_and_fix_are_not_asked_for_at_once(sample: Recco, file: Path) -> None:
    done = sample("doctor", "--fix", "--salvage", str(file.with_name("new.db")))
    assert done.status == 2
    assert "not both" in done.err


def test_names_lost_in_the_damage_come_back_with_the_next_import(
    sample: Recco, file: Path, tmp_path: Path
) -> None:
    from recco_tui.locations import sample_folder

    with sql(file) as connection:
        (root,) = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'contacts'"
        ).fetchone()
    spoilt = bytearray(file.read_bytes())
    spoilt[(root - 1) * 4096 : root * 4096] = bytes(4096)
    file.write_bytes(spoilt)
    new = tmp_path / "new.db"
    assert sample("doctor", "--salvage", str(new)).status == 0
    sample("import", str(sample_folder() / "linkedin"), db=new)
    names = {one["name"] for one in json.loads(sample("contact", "list", "--json", db=new).out)}
    assert "John Smith" in names or "Katrina Moss" in names
