"""`recco replicate` and what comes back of it, with a stand-in for Litestream and with the real one."""

import json
import os
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from recco_tui.cli.replicating import without_password
from recco_tui.core.errors import UsageError

ROOT = Path(__file__).parents[2]
TIMEOUT = 60
BESIDE = str(Path(sys.executable).parent)
LITESTREAM = shutil.which("litestream") or shutil.which("litestream", path=BESIDE)
THE_REAL_ONE = pytest.mark.skipif(
    LITESTREAM is None and not os.environ.get("CI"), reason="Litestream is not installed"
)
STAND_IN = """#!{python}
import json, os, pathlib, shutil, signal, sys, time
here = pathlib.Path(__file__).parent
words = sys.argv[1:]
with open(here / "asked", "a") as asked:
    asked.write(json.dumps([words, oct(os.umask(0o077))]) + "\\n")
plan = json.loads((here / "plan.json").read_text())
if words[0] in plan.get("hangs", ()):
    (here / "pid.partial").write_text(str(os.getpid()))
    os.rename(here / "pid.partial", here / "pid")
    while True:
        signal.pause()
if words[0] == "ltx":
    print(json.dumps(plan.get("states", [])))
elif words[0] == "restore":
    for sign, said in plan.get("complaints", {{}}).items():
        if sign in words:
            sys.exit(said)
    shutil.copy(plan["replica"], words[words.index("-o") + 1])
"""


class StandIn:
    """A program called litestream that does what it is planned to, and notes what it is asked."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self.folder = folder
        program = folder / "litestream"
        program.write_text(STAND_IN.format(python=sys.executable))
        program.chmod(0o755)
        self.plans()

    def plans(self, **plan: object) -> None:
        (self.folder / "plan.json").write_text(json.dumps(plan))

    @property
    def asked(self) -> list[list[str]]:
        lines = (self.folder / "asked").read_text().splitlines()
        return [json.loads(line)[0] for line in lines]

    @property
    def umasks(self) -> set[str]:
        lines = (self.folder / "asked").read_text().splitlines()
        return {json.loads(line)[1] for line in lines}

    def pid(self) -> int:
        """Its process, once it hangs."""
        file = self.folder / "pid"
        until(file.exists)
        return int(file.read_text())


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StandIn:
    one = StandIn(tmp_path / "bin")
    monkeypatch.setenv("PATH", f"{one.folder}{os.pathsep}{os.environ['PATH']}")
    return one


@pytest.fixture
def replica(recco, tmp_path: Path) -> Path:
    """A file to bring back, with one person in it; the present file has another."""
    (tmp_path / "far").mkdir()
    recco("contact", "add", "Ann Lee", db=tmp_path / "far" / "recco.db")
    recco("backup", str(tmp_path / "replica.db"), db=tmp_path / "far" / "recco.db")
    recco("contact", "add", "Bo Ek")
    return tmp_path / "replica.db"


def names(recco) -> set[str]:
    return {one["name"] for one in recco("contact", "list", "--json").json}


def until(true: Callable[[], object]) -> None:
    deadline = time.monotonic() + TIMEOUT
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def is_over(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    state = Path(f"/proc/{pid}/stat")
    return state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z"


@contextmanager
def running(*words: str, **environment: str) -> Iterator["subprocess.Popen[str]"]:
    with subprocess.Popen(
        [sys.executable, "-m", "recco_tui", *words],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def unfinished(folder: Path) -> list[Path]:
    return list(folder.glob(".recco-*"))


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_litestream_ends_when_replicate_does_however_that_ends(
    recco, tmp_path: Path, stand_in: StandIn, number: signal.Signals
) -> None:
    recco("contact", "add", "Ann Lee")
    stand_in.plans(hangs=["replicate"])
    with running("--db", str(tmp_path / "recco.db"), "replicate", str(tmp_path / "to")) as process:
        pid = stand_in.pid()
        process.send_signal(number)
        process.wait(TIMEOUT)
        until(lambda: is_over(pid))
    assert stand_in.umasks == {"0o77"}
    assert len(unfinished(tmp_path)) == (number == signal.SIGKILL)
    stand_in.plans(complaints={"restore": "Error: no matching backup files available"})
    recco("restore", "--from", str(tmp_path / "to"), "--yes")
    assert unfinished(tmp_path) == []


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends it with what stands between")
def test_litestream_ends_when_the_process_between_is_killed(
    recco, tmp_path: Path, stand_in: StandIn
) -> None:
    recco("contact", "add", "Ann Lee")
    stand_in.plans(hangs=["replicate"])
    with running("--db", str(tmp_path / "recco.db"), "replicate", str(tmp_path / "to")) as process:
        pid = stand_in.pid()
        status = Path(f"/proc/{pid}/status").read_text()
        between = next(line for line in status.splitlines() if line.startswith("PPid:"))
        os.kill(int(between.split()[1]), signal.SIGKILL)
        until(lambda: is_over(pid))
        assert process.wait(TIMEOUT) == 3


def test_a_restore_that_is_killed_leaves_no_copy_behind(
    recco, tmp_path: Path, stand_in: StandIn, replica: Path
) -> None:
    stand_in.plans(hangs=["restore"], replica=str(replica))
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    words = ["--db", str(tmp_path / "recco.db"), "restore", "--from", str(tmp_path / "to")]
    with running(*words, TMPDIR=str(temporary)) as process:
        pid = stand_in.pid()
        (folder,) = unfinished(tmp_path)
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        shutil.copy(replica, folder / "replica.db.tmp")
        process.kill()
        process.wait(TIMEOUT)
        until(lambda: is_over(pid))
    assert not list(temporary.iterdir())
    stand_in.plans(replica=str(replica))
    assert recco("restore", "--from", str(tmp_path / "to"), "--yes").status == 0
    assert unfinished(tmp_path) == []
    assert names(recco) == {"Ann Lee"}


def test_a_folder_made_for_a_replica_that_is_not_there_is_not_left(
    recco, tmp_path: Path, stand_in: StandIn
) -> None:
    stand_in.plans(complaints={"restore": "Error: no matching backup files available"})
    said = recco("restore", "--from", "/replica", db=tmp_path / "new" / "deep" / "recco.db")
    assert (said.status, said.err) == (1, "recco: There is no replica at /replica.\n")
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    ("target", "complaint", "status", "sentence"),
    [
        ("/x", "Error: no matching backup files available", 1, "There is no replica at /x."),
        ("nope://x", 'Error: unknown replica type in config: "nope"', 2,
         "nope://x is not an address for a replica. Name a folder, s3://bucket/path or sftp://user@host/path."),
        ("s3://", "Error: bucket required for s3 replica", 2,
         "s3:// is not an address for a replica. Name a folder, s3://bucket/path or sftp://user@host/path."),
        ("sftp://u:secret@h/x", "Error: created at: dial tcp 10.0.0.1:22: connect: connection refused", 3,
         "sftp://u:…@h/x can't be reached (connection refused). Check the address and the connection."),
        ("sftp://u@h.invalid/x", "Error: created at: dial tcp: lookup h.invalid: no such host", 3,
         "sftp://u@h.invalid/x can't be reached (no such host). Check the address and the connection."),
        ("/x", "Error: created at: open /x/ltx/9: permission denied", 3,
         "/x can't be read (permission denied). Check its permissions and your credentials."),
        ("s3://b/x", "Error: operation error S3: ListObjects, StatusCode: 403, api error AccessDenied: Access Denied", 3,
         "s3://b/x can't be read (accessdenied). Check its permissions and your credentials."),
        ("s3://b/x", "WARN x\nError: created at: s3: get credentials: failed to refresh cached credentials", 3,
         "s3://b/x needs credentials, and Litestream found none. Its guide says how to set them."),
        ("/x", "Error: write /home/recco.db.tmp: no space left on device", 3,
         "Not enough space for the replica at /x (no space left on device). Free some."),
        ("/x", "time=1 level=INFO msg=hi\nError: decode database: unexpected\x1b[31m EOF.\nmore", 3,
         "The replica at /x could not be fetched. Litestream says: decode database: unexpected EOF."),
    ],
)  # fmt: skip
def test_what_litestream_says_is_said_in_one_sentence(
    recco, stand_in: StandIn, replica: Path, target: str, complaint: str, status: int, sentence: str
) -> None:
    stand_in.plans(complaints={"restore": complaint})
    said = recco("restore", "--from", target, "--yes")
    assert (said.status, said.out, said.err) == (status, "", f"recco: {sentence}\n")
    assert names(recco) == {"Bo Ek"}


def test_what_is_no_recco_file_is_not_restored_and_the_sentence_names_the_replica(
    recco, tmp_path: Path, stand_in: StandIn, replica: Path
) -> None:
    replica.write_bytes(replica.read_bytes()[:8192] + b"\xff" * 4096 + replica.read_bytes()[12288:])
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as connection, connection:
        connection.execute("CREATE TABLE cats (id INTEGER)")
    for file, words in ((replica, "damaged"), (other, "another program")):
        stand_in.plans(replica=str(file))
        said = recco("restore", "--from", "s3://bucket/recco", "--yes")
        assert said.status == 3
        assert words in said.err
        assert "s3://bucket/recco" in said.err
        assert ".unfinished" not in said.err
        assert names(recco) == {"Bo Ek"}


@pytest.fixture
def new_york(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_the_time_is_read_here_and_told_in_utc(
    recco, stand_in: StandIn, replica: Path, new_york: None
) -> None:
    stand_in.plans(replica=str(replica))
    said = recco("restore", "--from", "s3://bucket/recco", "--at", "yesterday 18:00", "--yes")
    assert said.status == 0
    assert "from s3://bucket/recco as of Sun 22 Nov, 18:00." in said.out
    (words,) = stand_in.asked
    assert words[words.index("-timestamp") + 1] == "2026-11-22T23:00:00Z"
    assert words[-1] == "s3://bucket/recco"
    assert names(recco) == {"Ann Lee"}


STATES = [
    {"level": 0, "min_txid": "03", "max_txid": "03", "timestamp": "2026-11-23T00:00:00Z"},
    {"level": 0, "min_txid": "02", "max_txid": "02", "timestamp": "2026-11-20T09:00:00Z"},
    {"level": 9, "min_txid": "01", "max_txid": "01", "timestamp": "2026-11-19T09:00:00Z"},
]


@pytest.mark.parametrize(("at", "number"), [("2026-11-21 12:00", "02"), ("2026-11-19 12:00", "01")])
def test_between_two_changes_the_first_of_them_holds(
    recco, stand_in: StandIn, replica: Path, at: str, number: str
) -> None:
    complaint = {"-timestamp": "Error: timestamp does not exist"}
    stand_in.plans(complaints=complaint, states=STATES, replica=str(replica))
    assert recco("restore", "--from", "s3://bucket/recco", "--at", at, "--yes").status == 0
    words = stand_in.asked[-1]
    assert words[words.index("-txid") + 1] == number
    assert names(recco) == {"Ann Lee"}


def test_before_the_first_change_there_is_nothing(
    recco, stand_in: StandIn, replica: Path, new_york: None
) -> None:
    complaint = {"-timestamp": "Error: no matching backup files available"}
    stand_in.plans(complaints=complaint, states=STATES)
    said = recco("restore", "--from", "s3://bucket/recco", "--at", "2026-11-01 12:00", "--yes")
    assert (said.status, said.err) == (
        1,
        "recco: The replica at s3://bucket/recco goes back only to Thu 19 Nov, 04:00.\n",
    )
    stand_in.plans(complaints=complaint)
    said = recco("restore", "--from", "s3://bucket/recco", "--at", "2026-11-01 12:00", "--yes")
    assert said.err == "recco: There is no replica at s3://bucket/recco.\n"
    assert names(recco) == {"Bo Ek"}


@pytest.mark.parametrize("at", ["tomorrow 9:00", "whenever", "yesterday 25:00", ""])
def test_an_invalid_time_is_refused_before_anything_is_fetched(
    recco, stand_in: StandIn, replica: Path, at: str
) -> None:
    assert recco("restore", "--from", "/x", "--at", at).status == 2
    assert not (stand_in.folder / "asked").exists()


def test_a_folder_with_special_characters_is_named_by_a_settings_file(
    recco, tmp_path: Path, stand_in: StandIn, replica: Path
) -> None:
    stand_in.plans(replica=str(replica))
    recco("restore", "--from", str(tmp_path / "to"), "--yes")
    assert stand_in.asked[-1][-1] == f"file://{tmp_path}/to"
    recco("restore", "--from", str(tmp_path / "My 100% $HOME"), "--yes")
    assert not any("://" in word for word in stand_in.asked[-1])


def test_the_newest_snapshot_of_then_is_restored(recco) -> None:
    def backup(day: int) -> None:
        """A snapshot as of nine o'clock of a day of November."""
        taken = Path(recco("backup", "--json").json["path"])
        taken.rename(taken.with_name(f"recco-202611{day}T090000-by-hand.db"))

    recco("contact", "add", "Ann Lee")
    backup(20)
    recco("contact", "add", "Bo Ek")
    backup(22)
    recco("contact", "add", "Cy Fox")
    said = recco("restore", "--at", "2026-11-10")
    assert said.status == 1
    assert said.err.startswith("recco: No snapshot is that old. The oldest is from Fri 20 Nov, ")
    assert recco("restore", "--at", "2026-11-21", "--dry-run").status == 0
    assert names(recco) == {"Ann Lee", "Bo Ek", "Cy Fox"}
    said = recco("restore", "--at", "2026-11-21", "--yes").out
    assert ", the newest snapshot as of Sat 21 Nov, 23:59. The file from before: " in said
    assert names(recco) == {"Ann Lee"}
    assert recco("restore", "by-hand", "--at", "2026-11-21").status == 2


def test_the_doctor_says_what_a_replica_is_worth(recco, stand_in: StandIn, replica: Path) -> None:
    now = datetime.now(UTC).replace(year=2026, month=11, day=23)
    state = {"max_txid": "01", "timestamp": f"{now - timedelta(hours=3):%Y-%m-%dT%H:%M:%SZ}"}

    def remark() -> tuple[int, bool, str]:
        said = recco("doctor", "--replica", "s3://bucket/recco", "--json")
        (one,) = (one for one in said.json["checks"] if one["check"] == "replica")
        return said.status, one["well"], one["says"]

    recco("backup")
    stand_in.plans(replica=str(replica), states=[state])
    says = "The replica at s3://bucket/recco can be restored: 1 contact, last change 3 hours ago"
    assert remark() == (0, True, f"{says}.")
    recco("contact", "add", "Cy Fox")
    assert remark() == (0, True, f"{says}; 1 later change not in it.")
    state["timestamp"] = "2026-11-01T09:00:00Z"
    stand_in.plans(replica=str(replica), states=[state])
    status, well, says = remark()
    assert (status, well) == (1, False)
    assert says.endswith("1 later change not in it. Is 'recco replicate' running?")
    stand_in.plans(complaints={"restore": "Error: no matching backup files available"})
    assert remark() == (1, False, "There is no replica at s3://bucket/recco.")
    assert names(recco) == {"Bo Ek", "Cy Fox"}


@pytest.mark.parametrize(
    ("target", "seen"),
    [
        ("sftp://ann:secret@host/x", "sftp://ann:…@host/x"),
        ("sftp://ann@host:22/x", "sftp://ann@host:22/x"),
        ("s3://bucket/a:b@c", "s3://bucket/a:b@c"),
        ("/a:b@c", "/a:b@c"),
    ],
)
def test_a_password_is_not_shown(target: str, seen: str) -> None:
    assert without_password(target) == seen


def test_a_file_is_no_place_for_a_replica(recco, tmp_path: Path, stand_in: StandIn) -> None:
    recco("contact", "add", "Ann Lee")
    for words in (["replicate"], ["restore", "--from"]):
        said = recco(*words, str(tmp_path / "recco.db"))
        assert said.status == UsageError.exit_status
        assert "is a file. Name the folder of a replica." in said.err


@THE_REAL_ONE
def test_the_real_litestream_brings_back_any_moment(recco, tmp_path: Path) -> None:
    assert LITESTREAM is not None, "the gate must have Litestream: the extra 'test' brings it"
    target = tmp_path / "My Backups"
    recco("contact", "add", "Ann Lee")
    with running("--db", str(tmp_path / "recco.db"), "replicate", str(target)) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if "snapshot complete" in line:
                break
        first = datetime.now().astimezone()
        until(lambda: datetime.now().astimezone() - first > timedelta(seconds=1.5))
        recco("contact", "add", "Bo Ek")
        until(lambda: len(list(target.glob("ltx/0/*"))) > 1)
        process.send_signal(signal.SIGTERM)
        assert "Stopped. Everything up to now is there." in process.stdout.read()
        assert process.wait(TIMEOUT) == 0
    assert {stat.S_IMODE(one.stat().st_mode) for one in target.rglob("*") if one.is_dir()} == {
        0o700
    }
    today = f"{first:%Y-%m-%d}"
    for at, found in (
        (f"{first:%Y-%m-%d %H:%M:%S}", {"Ann Lee"}),
        ("now", {"Ann Lee", "Bo Ek"}),
    ):
        assert recco("restore", "--from", str(target), "--at", at, "--yes", now=today).status == 0
        assert names(recco) == found
    said = recco("restore", "--from", str(target), "--at", "yesterday 18:00", "--yes", now=today)
    assert said.status == 1
    assert "goes back only to" in said.err
    said = recco("doctor", "--replica", str(target), now=today)
    assert f"The replica at {target} can be restored: 2 contacts, last change " in said.out
    assert unfinished(tmp_path) == []
    empty = recco("restore", "--from", str(tmp_path / "nothing"), now=today)
    assert empty.err == f"recco: There is no replica at {tmp_path / 'nothing'}.\n"


@THE_REAL_ONE
def test_the_real_litestream_ends_when_replicate_is_killed(recco, tmp_path: Path) -> None:
    recco("contact", "add", "Ann Lee")
    with running("--db", str(tmp_path / "recco.db"), "replicate", str(tmp_path / "to")) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if "replicating to" in line:
                break
        process.kill()
        # The last of those who could write to it has ended.
        process.stdout.read()
    assert recco("restore", "--from", str(tmp_path / "to"), "--yes").status in (0, 1)
