"""Every number of the design, measured on this machine, each beside its bound.

    python tests/benchmarks/run.py [--people N] [NAME …]

Ratios are taken in one run against the named baseline, medians of at least five, the two sides in
turn. Names: first-paint, key, filter, import, today, memory, review (all without a name).
`today` is that of someone who uses it a lot: 600 texts, 300 asks, 300 alerts and more.
"""

import argparse
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent.parent)]

from big_archive import write_archive, write_crowd  # noqa: E402
from terminal import Terminal  # noqa: E402

PYTHON = sys.executable
BASELINES = str(HERE / "baseline_apps.py")
ROUNDS = 7
TODAY = date(2026, 11, 23)


def recco(*words: str) -> list[str]:
    return [PYTHON, "-m", "recco_tui", *words]


class Bench:
    """One big archive and the database it makes, in a folder that goes away."""

    def __init__(self, folder: Path, people: int) -> None:
        self.folder = folder
        self.archive = folder / "archive"
        self.import_archive = folder / "import"
        self.people = people
        self.db = folder / "big.db"
        messages = max(2_000, people * 100_000 // 30_000)
        texts = min(1500, people // 4)
        write_archive(
            self.archive,
            people,
            messages,
            texts * 5 // 8,
            texts * 3 // 8,
            min(300, people // 10),
            1,
        )
        write_archive(self.import_archive, people, messages, 50, 30, 12, 2)
        run(recco("--db", str(self.db), "import", str(self.archive)))

    def first_paint(self) -> Iterator[tuple[str, float, float, str]]:
        ours, empty = [], []
        for _ in range(ROUNDS):
            with Terminal([PYTHON, BASELINES, "empty"]) as terminal:
                empty.append(terminal.until(b"READY"))
            with Terminal(recco("--db", str(self.db))) as terminal:
                ours.append(terminal.until(b"Network", b"circle", b"owe 1"))
        yield ratio("first paint / empty app", ours, empty, 1.35)

    def key(self) -> Iterator[tuple[str, float, float, str]]:
        ours, table = [], []
        with (
            Terminal(recco("--db", str(self.db))) as board,
            Terminal([PYTHON, BASELINES, "table"]) as rows,
        ):
            for terminal, mark in ((board, b"circle"), (rows, b"Person 5")):
                terminal.until(mark)
                terminal.wait_until_idle()
            for _ in range(25):
                ours.append(board.press(b"\x1b[B"))
                table.append(rows.press(b"\x1b[B"))
        yield ratio("cursor key / 100-row DataTable", ours, table, 1.3)

    def filter(self) -> Iterator[tuple[str, float, float, str]]:
        from recco_tui.core.selection import PeopleIndex, SortKey, parse_people_filter, sorted_rows
        from recco_tui.ledger.ledger import Ledger

        with Ledger(self.db) as ledger:
            index = PeopleIndex(sorted_rows(ledger.board.everyone(), SortKey.OWE))
        for typed in ("a", "an", "anna ta", "kind:unknown -owe m", "company:a", "owe", "peer"):
            taken = [clocked(lambda: index.filtered(parse_people_filter(typed))) for _ in range(9)]  # noqa: B023
            yield f"filter {typed!r}, ms", statistics.median(taken) * 1000, 16, "ms"

    def imports(self) -> Iterator[tuple[str, float, float, str]]:
        ours, again, plain = [], [], []
        for number in range(5):
            db, other = self.folder / f"i{number}.db", self.folder / f"p{number}.db"
            command = recco("--db", str(db), "import", str(self.import_archive))
            ours.append(clocked(lambda: run(command)))  # noqa: B023
            again.append(clocked(lambda: run(command)))  # noqa: B023
            plain.append(clocked(lambda: self._plain_insert(other)))  # noqa: B023
            if number < 4:
                db.unlink()
        rows = sqlite3.connect(db).execute("SELECT count(*) FROM contacts").fetchone()[0]
        print(f"# imported {rows} people")
        yield ratio("import / sqlite-utils insert --csv", ours, plain, 0.5)
        yield ratio("import again / the first time", again, ours, 0.5)
        yield from self._memory_of_imports()

    def _memory_of_imports(self) -> Iterator[tuple[str, float, float, str]]:
        crowd, many = self.folder / "crowd", self.people * 100 // 3
        write_crowd(crowd, many)
        for what, archive, bound in (
            (f"{self.people:,} people and their messages", self.import_archive, 150),
            (f"{many:,} messages", crowd, 300),
        ):
            db = self.folder / f"{archive.name}.db"
            taken, most = peak(recco("--db", str(db), "import", str(archive)))
            yield f"import of {what}, MB", most, bound, f"in {taken:.1f} s"

    def _plain_insert(self, db: Path) -> None:
        skipped = self.folder / "Connections.csv"
        if not skipped.exists():
            text = (self.import_archive / "Connections.csv").read_text(encoding="utf-8")
            skipped.write_text(text.split("\n", 3)[3], encoding="utf-8")
        files = (
            skipped,
            self.import_archive / "messages.csv",
            self.import_archive / "Recommendations_Received.csv",
        )
        for number, file in enumerate(files):
            run([PYTHON, "-m", "sqlite_utils", "insert", str(db), f"t{number}", str(file), "--csv"])

    def today(self) -> Iterator[tuple[str, float, float, str]]:
        command = recco("--db", str(self._much_used()), "--now", TODAY.isoformat(), "today")
        ours, bare = [], []
        for _ in range(11):
            ours.append(clocked(lambda: run(command)))
            bare.append(clocked(lambda: run([PYTHON, "-c", "import sqlite_utils"])))
        yield ratio("recco today / import sqlite_utils", ours, bare, 1.25)

    def _much_used(self) -> Path:
        """A file with 600 texts, 300 asks under way and what Today says of all that."""
        from recco_tui.core.models import Channel, Step
        from recco_tui.ledger.ledger import Ledger
        from recco_tui.ledger.store import Clock

        archive, db = self.folder / "much-used", self.folder / "much-used.db"
        write_archive(archive, self.people, 2_000, 375, 225, 60, 3)
        run(recco("--db", str(db), "import", str(archive)))
        with Ledger(db, Clock(TODAY), "benchmark") as ledger:
            asked = {ask.contact_id for ask in ledger.asks.every()}
            others = (one.id for one in ledger.contacts.every() if one.id not in asked)
            for number, contact_id in zip(range(300 - len(asked)), others, strict=False):
                on = TODAY - timedelta(days=8 + number % 20)
                ask = ledger.asks.start(contact_id, on=on, text=f"Would you write? {number}")
                ledger.asks.mark(ask.id, Step.WARM, via=Channel.EMAIL, on=on)
            texts, asks = len(ledger.recommendations.every()), len(ledger.asks.every())
            print(f"# {texts} texts, {asks} asks, {len(ledger.today.alerts())} alerts")
        return db

    def memory(self) -> Iterator[tuple[str, float, float, str]]:
        ours, empty = [], []
        for _ in range(5):
            with Terminal([PYTHON, BASELINES, "empty"]) as terminal:
                terminal.until(b"READY")
                terminal.settle()
                empty.append(terminal.memory())
            with Terminal(recco("--db", str(self.db))) as terminal:
                terminal.until(b"circle")
                terminal.settle()
                ours.append(terminal.memory())
                terminal.press(b"A")
                terminal.settle(1.0)
                print(f"# with everyone shown: {terminal.memory() / 1024:.0f} MB")
        yield ratio("memory of the open board / empty app", ours, empty, 1.5)

    def review(self) -> Iterator[tuple[str, float, float, str]]:
        from bench_review import measure

        yield "review of 1,500 characters, ms", measure() * 1000, 5, "ms"


def run(command: list[str], ok: tuple[int, ...] = (0,)) -> None:
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(HERE.parent.parent)},
    )
    if done.returncode not in ok:
        raise SystemExit(f"{command} gave {done.returncode}: {done.stderr[-600:]}")


_PEAK = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def peak(command: list[str]) -> tuple[float, float]:
    """Seconds that a command takes and MB that it holds at most.

    A process of its own starts it: what this one holds would be counted among the command's.
    """
    began = time.perf_counter()
    told = subprocess.run([PYTHON, "-c", _PEAK, *command], stdout=subprocess.PIPE, check=True)
    unit = 2**20 if sys.platform == "darwin" else 2**10  # Linux counts in kilobytes
    return time.perf_counter() - began, int(told.stdout) / unit


def clocked(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def ratio(name: str, ours: list, other: list, bound: float) -> tuple[str, float, float, str]:
    mine, theirs = statistics.median(ours), statistics.median(other)
    return name, mine / theirs, bound, f"{mine:.3g} against {theirs:.3g}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=30_000)
    parser.add_argument("names", nargs="*")
    asked = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="recco-bench-"))
    os.environ["PYTHONPATH"] = str(HERE.parent.parent)
    # As installed: modules are compiled once, not at each start.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    held = True
    try:
        bench = Bench(folder, asked.people)
        every = {
            "first-paint": bench.first_paint,
            "key": bench.key,
            "filter": bench.filter,
            "import": bench.imports,
            "today": bench.today,
            "memory": bench.memory,
            "review": bench.review,
        }
        for name in asked.names or every:
            for what, figure, bound, note in every[name]():
                holds = figure <= bound
                held = held and holds
                print(
                    f"{'holds' if holds else 'FAILS':6} {what:42} {figure:8.2f}  bound {bound:g}  {note}"
                )
    finally:
        shutil.rmtree(folder)
    return 0 if held else 1


if __name__ == "__main__":
    raise SystemExit(main())
