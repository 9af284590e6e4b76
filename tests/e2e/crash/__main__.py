"""Kills the program at random moments and looks at what is left.

    python -m tests.e2e.crash [--count 300] [--seed 1] [--only KIND] [--busy 2]

A child works (adds people, marks asks, types, imports, undoes; or restores, runs the doctor, migrates,
brings whole exports back) and says on its standard output what the file has acknowledged. It is
killed with SIGKILL at a random moment; then every file must be whole and hold all that was
acknowledged, and the next run must sweep what was left unfinished. In the kind `editor` the real
program is typed into on a real terminal: what is lost must be younger than two seconds. `--busy`:
so many processes that do nothing but take the processor's time beside it.
"""

import argparse
import contextlib
import io
import os
import random
import select
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from recco_tui.cli.main import run as recco
from tests.e2e.crash import copies, editor, work

ROOT = Path(__file__).parents[3]


class Kind(NamedTuple):
    """What is killed: the child's work, what it lost, and how many acknowledgements to wait for."""

    child: Callable[[Path, int], None]
    lost: Callable[[Path, list[str]], list[str]]
    most: int


KINDS = {
    "work": Kind(work.child, work.faults, 60),
    "restore": Kind(copies.restoring, copies.lost_by_restoring, 13),
    "doctor": Kind(copies.doctoring, copies.lost_by_doctoring, 7),
    "migration": Kind(copies.migrating, copies.lost_by_migrating, 5),
    "export": Kind(copies.bringing_back, copies.lost_by_bringing_back, 4),
}
EDITOR = "editor"


def crash(kind: str, folder: Path, seed: int) -> list[str]:
    """Run the child in the folder, kill it, and return what it had acknowledged."""
    luck = random.Random(seed)
    command = [sys.executable, "-m", "tests.e2e.crash", "--child", str(folder)]
    command += ["--only", kind, "--seed", str(seed)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as running:
        assert running.stdout is not None
        pipe, said = running.stdout.fileno(), b""
        wanted = luck.randrange(1, KINDS[kind].most)
        while said.count(b"\n") < wanted:
            more = os.read(pipe, 1 << 16)
            if not more:
                raise RuntimeError(f"the child ended by itself after {said[-200:]!r}")
            said += more
        moment = time.perf_counter() + luck.random() * 0.03
        while time.perf_counter() < moment:
            if select.select([pipe], [], [], 0)[0]:
                said += os.read(pipe, 1 << 16)
        running.send_signal(signal.SIGKILL)
        said += running.stdout.read()
    return said.decode().rpartition("\n")[0].splitlines()


def faults(kind: str, folder: Path, said: list[str]) -> list[str]:
    """All that is wrong after a kill; empty when all is well."""
    wrong = []
    for file in folder.glob("*.db"):
        wrong += [f"{file.name}: {one}" for one in broken(file)]
    wrong += KINDS[kind].lost(folder, said)
    return wrong + unswept(folder)


def broken(file: Path) -> Iterator[str]:
    """What SQLite finds wrong with a file."""
    with closing(sqlite3.connect(file)) as connection:
        yield from (
            str(row) for row in connection.execute("PRAGMA integrity_check") if row != ("ok",)
        )
        yield from (f"dangling: {row}" for row in connection.execute("PRAGMA foreign_key_check"))


def unswept(folder: Path) -> list[str]:
    """What is still unfinished once recco was used again."""
    file = folder / "recco.db"
    words = [["backup"]] if file.exists() else [["contact", "add", "x"], ["backup"]]
    for one in words:
        with contextlib.redirect_stdout(io.StringIO()):
            assert recco(["--db", str(file), *one]) == 0, one
    return [f"left: {one.name}" for one in folder.rglob("*") if "unfinished" in one.name]


def run(kind: str, count: int, seed: int) -> list[str]:
    """Crash so many times, ten on the same folder; every fault found."""
    wrong: list[str] = []
    while count > 0:
        with tempfile.TemporaryDirectory(prefix="recco-crash-") as folder:
            for _ in range(min(10, count)):
                count -= 1
                number = seed * 10_000 + count
                if kind == EDITOR:
                    age, found = editor.session(Path(folder), number)
                    print(f"editor {number}: the oldest key lost {age:.2f} s old", flush=True)
                else:
                    found = faults(kind, Path(folder), crash(kind, Path(folder), number))
                wrong += [f"{kind} {number}: {one}" for one in found]
    return wrong


@contextlib.contextmanager
def busy(many: int) -> Iterator[None]:
    """So many processes that take all the time they get."""
    spinning = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(many)]
    try:
        yield
    finally:
        for one in spinning:
            one.kill()
            one.wait()


def main() -> int:
    """Crash as often as asked, the kinds in turn, and say what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=[*KINDS, EDITOR])
    parser.add_argument("--busy", type=int, default=0)
    parser.add_argument("--child", type=Path)
    asked = parser.parse_args()
    if asked.child:
        KINDS[asked.only].child(asked.child, asked.seed)
    kinds = [asked.only] if asked.only else [*KINDS, EDITOR]
    wrong: list[str] = []
    with busy(asked.busy):
        for at, kind in enumerate(kinds):
            count = (asked.count + len(kinds) - 1 - at) // len(kinds)
            found = run(kind, count, asked.seed)
            print(f"{kind}: {count} crashes, {len(found)} faults", flush=True)
            wrong += found
    for one in wrong:
        print(one)
    print(f"{asked.count} crashes, {len(wrong)} faults")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
