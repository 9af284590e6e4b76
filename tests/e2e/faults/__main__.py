"""Makes every call to the system fail in turn, and looks at what is left.

    python -m tests.e2e.faults [--sample N] [--only OPERATION…] [--fault FAULT] [--jobs 2]

Each operation (restore, import, migration …) is done again and again on a fresh copy of its files,
in a process of its own, in which the first, second, third … write, sync, rename, open, read or lock
fails, once or from then on, or ends the process there as kill -9 does; until it is through without
having met the fault. Afterwards the file must be as it was or as it should be, whole; what was said
must be true; and nothing unfinished may lie about. `--sample` tries so many places of each kind.
Needs Linux and a C compiler.
"""

import argparse
import ctypes
import errno
import importlib
import os
import pkgutil
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

SOURCE = Path(__file__).with_name("failing_calls.c")
RECCO = Path(__file__).parents[3] / "recco_tui"
OPEN, READ, WRITE, SYNC, RENAME, LOCK, CREATE = (1 << at for at in range(7))
LONGEST_SECONDS = 60


class Fault(NamedTuple):
    """What goes wrong. `kinds` as in the C file; `for_good`: from then on; `kills`: kill -9."""

    name: str
    kinds: int
    error: int
    for_good: bool = False
    kills: bool = False


FAULTS = (
    Fault("one write finds the disk full", WRITE, errno.ENOSPC),
    Fault("the disk is full from here on", WRITE | CREATE, errno.ENOSPC, for_good=True),
    Fault("one write fails", WRITE, errno.EIO),
    Fault("one read fails", READ, errno.EIO),
    Fault("one sync fails", SYNC, errno.EIO),
    Fault("the disk fails from here on", WRITE | SYNC | READ, errno.EIO, for_good=True),
    Fault("one rename is refused", RENAME, errno.EACCES),
    Fault("one file cannot be opened", OPEN, errno.EACCES),
    Fault("nothing can be opened from here on", OPEN, errno.EACCES, for_good=True),
    Fault("one lock is taken", LOCK, errno.EAGAIN),
    Fault("locked from here on", LOCK, errno.EAGAIN, for_good=True),
    Fault("kill -9", OPEN | WRITE | SYNC | RENAME | CREATE, 0, kills=True),
)


class Outcome(NamedTuple):
    """How one try ended: exit status (negative: a signal), what was said, calls counted."""

    status: int
    said: str
    calls: int


State = dict[str, Any]


class Trial:
    """One operation: its files before, and the state before and after it."""

    def __init__(self, name: str, folder: Path) -> None:
        from tests.e2e.faults.operations import OPERATIONS

        self.operation = next(one for one in OPERATIONS if one.name == name)
        self.before = folder / "before"
        self.work = folder / "work"
        self.before.mkdir()
        load_recco()
        calm_surroundings()
        in_a_child(lambda: self.operation.prepare(self.before))
        self.old = self._fresh_state()
        done = self.run(Fault("none", 0, 0), 0)
        self.done = done
        self.new = state_of(self.work)

    def _fresh_state(self) -> State:
        self.renew()
        return state_of(self.work)

    def renew(self) -> None:
        shutil.rmtree(self.work, ignore_errors=True)
        shutil.copytree(self.before, self.work)

    def count(self, kinds: int) -> int:
        """How many calls of these kinds there are when none fails."""
        return self.run(Fault("none", kinds, 0), 0).calls

    def run(self, fault: Fault, nth: int) -> Outcome:
        """Do it once on fresh files; `nth` 0 only counts."""
        self.renew()
        calls = self.work.parent / "calls"
        said = self.work.parent / "said"
        calls.write_text("-1")

        def child() -> None:
            output = os.open(said, os.O_CREAT | os.O_TRUNC | os.O_WRONLY)
            os.dup2(output, 2)
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            act = self.operation.begin(self.work)
            arm(fault, nth)
            status = act()
            seen = disarm()
            sys.stderr.flush()
            calls.write_text(str(seen))
            os._exit(status)

        status = in_a_child(child)
        return Outcome(status, said.read_text(errors="replace"), int(calls.read_text()))

    def next_run(self) -> None:
        """Whoever starts recco again after a crash; what is unfinished is swept then."""
        from tests.e2e.faults.operations import command

        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        os.dup2(1, 2)
        command(self.work, "backup")
        if any(".unfinished" in file.name for file in self.work.iterdir()):
            self.operation.begin(self.work)()
        os._exit(0)

    def wrong(self, fault: Fault, outcome: Outcome) -> Iterator[str]:
        """All that is not as it should be after a try."""
        killed = outcome.status == -9 and fault.kills
        if killed:
            in_a_child(self.next_run)
        elif outcome.status < 0:
            yield f"ended by signal {-outcome.status}"
        lines = outcome.said.strip().splitlines()
        if not killed:
            if outcome.status and len(lines) != 1 and not self.operation.in_steps:
                yield f"not one sentence: {outcome.said!r}"
            if re.search(r"Traceback|fault of recco|bug in recco", outcome.said):
                yield outcome.said.strip()
        yield from self._wrong_state(fault, outcome, killed)

    def _wrong_state(self, fault: Fault, outcome: Outcome, killed: bool) -> Iterator[str]:
        try:
            now = state_of(self.work)
        except sqlite3.Error as error:
            yield f"not whole: {error}"
            return
        if not killed and fault.for_good and fault.kinds & OPEN:
            # What was made could not be opened to be removed: the next run does that.
            in_a_child(self.next_run)
        yield from strays(self.work)
        if self.operation.in_steps:
            yield from self._untouched(now)
            return
        is_old, is_new = now == self.old, now == self.new
        if not is_old and not is_new:
            yield f"neither old nor new: {difference(now, self.old)} / {difference(now, self.new)}"
        if outcome.status == self.done.status and not killed and not is_new and not outcome.said:
            yield "said done, and is not"
        claims = re.search(r"[Nn]othing was changed|left unchanged", outcome.said)
        if claims and not is_old:
            yield f"said that nothing was changed: {outcome.said.strip()}"

    def _untouched(self, now: State) -> Iterator[str]:
        """What several changes must leave alone: all that is the same before and after them."""
        before, after, rows = (state["recco.db"] for state in (self.old, self.new, now))
        for table, content in before.items():
            if after[table] == content != rows[table]:
                yield f"{table} was touched: {str(rows[table])[:100]}"


def difference(one: State, other: State) -> str:
    keys = [key for key in {**one, **other} if one.get(key) != other.get(key)]
    return ", ".join(f"{key}: {str(one.get(key))[:60]}" for key in sorted(keys)[:4])


def state_of(folder: Path) -> State:
    """All rows of the file, or that there is none; raises sqlite3's error where it is not whole.

    A damaged file that stays as it is, is what it was.
    """
    state: State = {}
    for file in sorted(folder.iterdir()):
        if file.suffix in (".json", ".ics"):
            state[file.name] = re.sub(r'"exported_at": "[^"]*"', "", file.read_text())
        elif file.name == "backup.db":
            state[file.name] = rows_of(file)
    path = folder / "recco.db"
    rows = rows_of(path) if path.exists() else None
    # A file in which nothing was ever written is as good as none.
    state["recco.db"] = rows if isinstance(rows, bytes) or (rows and rows["changes"]) else None
    if state["recco.db"] is not None:
        state["mode"] = path.stat().st_mode & 0o777
    return state


def rows_of(path: Path) -> Any:
    """Every row of every table of a copy of the file: looking at it must not change it."""
    with tempfile.TemporaryDirectory() as folder:
        for rest in ("", "-wal"):
            if Path(f"{path}{rest}").exists():
                shutil.copy(f"{path}{rest}", Path(folder) / f"copy.db{rest}")
        with closing(sqlite3.connect(Path(folder) / "copy.db")) as connection:
            try:
                names = connection.execute(
                    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
                    "ORDER BY name"
                ).fetchall()
            except sqlite3.DatabaseError as error:
                if error.sqlite_errorname in ("SQLITE_NOTADB", "SQLITE_CORRUPT"):
                    return path.read_bytes()[:4096]
                raise
            (found,) = connection.execute("PRAGMA integrity_check").fetchone()
            if found != "ok":
                raise sqlite3.DatabaseError(found)
            if dangling := connection.execute("PRAGMA foreign_key_check").fetchall():
                raise sqlite3.DatabaseError(f"dangling: {dangling[:3]}")
            return {
                name: connection.execute(f"SELECT * FROM {name}").fetchall()
                for (name,) in names
                if name != "_sqlite_migrations"
            } | {"migrations": connection.execute("SELECT name FROM _sqlite_migrations").fetchall()}


EXPECTED = re.compile(
    r"recco\.db(-wal|-shm|-journal)?|copy\.db|backup\.db|all\.json|snapshots|recco-unreadable-\w+\.db(-wal|-shm)?"
)


def strays(folder: Path) -> Iterator[str]:
    """Files that should not be there, and snapshots that could not be put back."""
    for file in folder.iterdir():
        if not EXPECTED.fullmatch(file.name):
            yield f"stray: {file.name}"
    for file in (folder / "snapshots").glob("*"):
        if not re.fullmatch(r"recco-\d{8}T\d{6}-[a-z-]+(-\d+)?\.db", file.name):
            yield f"stray: {file.name}"
            continue
        try:
            rows_of(file)
        except sqlite3.Error as error:
            yield f"snapshot {file.name}: {error}"


def calm_surroundings() -> None:
    """One moment for all, and no five seconds of waiting for a lock that never goes."""
    from recco_tui.storage import database, restoring, snapshots
    from tests.e2e.faults.operations import stop_the_clock

    stop_the_clock()
    database.BUSY_SECONDS = snapshots.BUSY_SECONDS = 0.02
    restoring.BUSY_SECONDS = 0.02


def load_recco() -> None:
    """Have all that an operation may need, once: each try would have it made in its process."""
    from recco_tui.storage import schema

    for package in ("cli", "core", "exporting", "importing", "ledger", "storage", "writing"):
        path = [str(RECCO / package)]
        for module in pkgutil.walk_packages(path, f"recco_tui.{package}."):
            importlib.import_module(module.name)
    with closing(sqlite3.connect(":memory:")) as nothing:
        schema.unexpected_objects(nothing)  # the tables of a file of ours, which it remembers


def in_a_child(work) -> int:  # type: ignore[no-untyped-def]
    """Run it in a process of its own; its exit status, negative for a signal."""
    child = os.fork()
    if child == 0:
        try:
            work()
            os._exit(0)
        except BaseException:
            import traceback

            traceback.print_exc()
        finally:
            os._exit(70)
    until = time.monotonic() + LONGEST_SECONDS
    while True:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status)
        if time.monotonic() > until:
            os.kill(child, 14)
        time.sleep(0.001)


def _library() -> ctypes.CDLL:
    library = ctypes.CDLL(None)
    library.faults_seen.restype = ctypes.c_long
    library.faults_arm.argtypes = [
        ctypes.c_int,
        ctypes.c_long,
        ctypes.c_int,
        ctypes.c_int,
        ctypes.c_int,
    ]
    return library


def arm(fault: Fault, nth: int) -> None:
    _library().faults_arm(fault.kinds, nth, fault.error, fault.for_good, fault.kills)


def disarm() -> int:
    library = _library()
    seen = int(library.faults_seen())
    library.faults_arm(0, 0, 0, 0, 0)
    return seen


def places(calls: int, sample: int | None, luck: random.Random) -> list[int]:
    """Which of so many calls to fail: all, or some with the first and the last among them."""
    every = range(1, calls + 1)
    if sample == 1 and calls:
        return [luck.choice(every)]
    if sample is None or calls <= sample:
        return list(every)
    between = luck.sample(range(2, calls), max(sample - 2, 0))
    return sorted({1, calls, *between})


def be_careless() -> None:
    """Restore by clearing the file away and copying into its place, as recco once did."""
    from recco_tui.storage import restoring, snapshots

    def restore(path: Path, source: Path, _now: object) -> None:
        path.rename(path.with_name("recco-unreadable-1.db"))
        Path(f"{path}-wal").unlink(missing_ok=True)
        with restoring.read_only(source) as copy:
            snapshots.copy_to(path, copy)

    restoring.restore = restore  # type: ignore[assignment]


def try_all(name: str, faults: list[Fault], sample: int | None, seed: int) -> tuple[int, list[str]]:
    """Each fault at every place of one operation: how many tries, and what was wrong."""
    luck = random.Random(f"{seed} {name}")
    tries, wrong = 0, []
    root = Path(os.environ["FAULTS_ROOT"])
    folder = Path(tempfile.mkdtemp(dir=root))
    trial = Trial(name, folder)
    calls = {kinds: trial.count(kinds) for kinds in {fault.kinds for fault in faults}}
    for fault in faults:
        for nth in places(calls[fault.kinds], sample, luck):
            outcome = trial.run(fault, nth)
            tries += 1
            wrong += [
                f"{name}, {fault.name}, call {nth}: {one}" for one in trial.wrong(fault, outcome)
            ]
    shutil.rmtree(folder)
    return tries, wrong


def main() -> int:
    """Try what is asked for, say what was wrong, and how many tries there were."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=int)
    parser.add_argument("--only", nargs="+", default=(), help="operations")
    parser.add_argument("--fault", help="one fault")
    parser.add_argument("--jobs", type=int, default=1, help="so many processes side by side")
    parser.add_argument("--careless", action="store_true", help="prove that losses are found")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    from tests.e2e.faults.operations import OPERATIONS

    names = [one.name for one in OPERATIONS if not asked.only or one.name in asked.only]
    if "FAULTS_ROOT" not in os.environ:
        return _each_with_the_library(names, asked.jobs)
    if asked.careless:
        be_careless()
    faults = [fault for fault in FAULTS if asked.fault in (None, fault.name)]
    failed = False
    for name in names:
        tries, wrong = try_all(name, faults, asked.sample, asked.seed)
        for one in wrong:
            print(one)
        print(f"{name}: {tries} tries, {len(wrong)} faults", flush=True)
        failed |= bool(wrong)
    return int(failed)


def _each_with_the_library(names: list[str], jobs: int) -> int:
    """Compile it, and run the operations with it under every call to the C library."""
    with tempfile.TemporaryDirectory(prefix="recco-faults-") as folder:
        library = Path(folder) / "failing_calls.so"
        compiler = shutil.which("cc") or shutil.which("gcc")
        if compiler is None:
            print("There is no C compiler here: install gcc to make calls fail.", file=sys.stderr)
            return 2
        options = ["-shared", "-fPIC", "-O1", "-o", str(library), str(SOURCE), "-ldl"]
        subprocess.run([compiler, *options], check=True)
        env = {**os.environ, "LD_PRELOAD": str(library), "HOME": folder, "TMPDIR": folder}

        def run(share: list[str]) -> subprocess.CompletedProcess[str]:
            root = tempfile.mkdtemp(dir=folder)
            command = [sys.executable, "-m", "tests.e2e.faults", *sys.argv[1:], "--only", *share]
            own = {**env, "FAULTS_ROOT": root}
            return subprocess.run(command, env=own, stdout=subprocess.PIPE, text=True, check=False)

        tries = wrong = 0
        failed = False
        shares = filter(None, (names[job::jobs] for job in range(jobs)))
        with ThreadPoolExecutor(jobs) as pool:
            for done in as_completed([pool.submit(run, share) for share in shares]):
                result = done.result()
                print(result.stdout, end="", flush=True)
                failed |= result.returncode != 0
                for ends in re.finditer(r": (\d+) tries, (\d+) faults$", result.stdout, re.M):
                    tries, wrong = tries + int(ends[1]), wrong + int(ends[2])
        print(f"{tries} tries, {wrong} faults")
        return int(failed)


if __name__ == "__main__":
    raise SystemExit(main())
