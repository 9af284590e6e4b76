"""Kills the program at random moments and looks at what is left.

    python -m tests.e2e.crash [--count 200] [--seed 1]

A child adds people, marks asks, types into drafts and imports exports, and says on its standard output
what the file has acknowledged. It is killed with SIGKILL at a random moment; then the file must be
whole, hold all that was acknowledged, and no half of an import.
"""

import argparse
import os
import random
import select
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

from recco_tui.core.export import Export, ExportedConnection, Place
from recco_tui.core.models import Channel, DraftKind, Step
from recco_tui.ledger.ledger import Ledger
from recco_tui.ledger.store import Clock

TODAY = date(2026, 11, 23)
IMPORTED = 300
"""People of each export."""


def child(file: Path, seed: int) -> None:
    """Work for ever, saying each thing once it is done."""
    luck = random.Random(seed)
    with Ledger(file, Clock(TODAY), "crash test") as ledger:
        for number in range(1, 1_000_000):
            what = luck.choice(("contact", "contact", "ask", "typing", "typing", "import", "undo"))
            for said in _one(ledger, what, seed, number):
                sys.stdout.write(said + "\n")
                sys.stdout.flush()


def _one(ledger: Ledger, what: str, seed: int, number: int) -> Iterator[str]:
    name = f"{what} {seed} {number}"
    if what == "import":
        ledger.imports.apply(_export(name))
        yield f"import\t{name}"
        return
    contact = ledger.contacts.add(name)
    yield f"contact\t{name}"
    if what == "ask":
        ask = ledger.asks.start(contact.id)
        ledger.asks.mark(ask.id, Step.WARM, via=Channel.DISCORD)
        yield f"ask\t{name}"
    elif what == "typing":
        draft = ledger.drafts.begin(contact.id, DraftKind.RECOMMENDATION)
        for length in range(1, 20):
            draft = ledger.drafts.keep(draft, "x" * length, "")
            yield f"typed\t{name}\t{length}"
    elif what == "undo":
        ledger.log.undo()
        yield f"undone\t{name}"


def _export(name: str) -> Export:
    people = tuple(
        ExportedConnection(
            first_name=f"Person{at}",
            last_name=name,
            slug=f"{name.replace(' ', '-')}-{at}",
            company=name,
            position="",
            email="",
            connected_on=TODAY,
            place=Place("Connections.csv", at),
        )
        for at in range(IMPORTED)
    )
    return Export(
        exported_on=TODAY,
        owner_name="Mara Owner",
        owner_slug="mara-owner",
        connections=people,
        nameless=0,
        recommendations=(),
        messages=(),
        addresses={},
        work=(),
        ignored=(),
        warnings=(),
        files=(),
        has_connections=True,
        has_received=False,
        has_given=False,
    )


def crash(file: Path, seed: int) -> list[str]:
    """Run the child on the file, kill it, and return what it had acknowledged."""
    luck = random.Random(seed)
    command = [sys.executable, "-m", "tests.e2e.crash", "--child", str(file), "--seed", str(seed)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]
    ) as running:
        assert running.stdout is not None
        pipe, said = running.stdout.fileno(), b""
        wanted = luck.randrange(1, 60)
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


def faults(file: Path, acknowledged: list[str]) -> list[str]:
    """What is wrong with the file; empty when all is well."""
    with closing(sqlite3.connect(file)) as connection:
        wrong = [str(row) for row in connection.execute("PRAGMA integrity_check") if row != ("ok",)]
        wrong += [f"dangling: {row}" for row in connection.execute("PRAGMA foreign_key_check")]
        undone = {one.split("\t")[1] for one in acknowledged if one.startswith("undone")}
        for line in acknowledged:
            kind, name, *rest = line.split("\t")
            if kind in ("contact", "ask", "typed") and name not in undone:
                wrong += _missing(connection, kind, name, rest)
        for company, many in connection.execute(
            "SELECT company, count(*) FROM contacts WHERE company LIKE 'import %' GROUP BY company"
        ):
            if many != IMPORTED:
                wrong.append(f"half an import: {many} of {company}")
        kept = {row[0] for row in connection.execute("SELECT DISTINCT company FROM contacts")}
        names = {one.split("\t")[1] for one in acknowledged if one.startswith("import")}
        wrong += [f"lost: {name}" for name in names - kept]
    return wrong


def _missing(connection: sqlite3.Connection, kind: str, name: str, rest: list[str]) -> list[str]:
    found = connection.execute("SELECT id FROM contacts WHERE name = ?", (name,)).fetchone()
    if found is None:
        # Only an undo under way may have taken it back.
        return [] if name.startswith("undo ") else [f"lost: {kind} {name}"]
    if kind == "ask":
        steps = connection.execute(
            "SELECT count(*) FROM ask_steps s JOIN asks a ON a.id = s.ask_id "
            "WHERE a.contact_id = ? AND s.step = 'warm'",
            found,
        ).fetchone()
        return [] if steps == (1,) else [f"lost: warm message of {name}"]
    if kind == "typed":
        text = connection.execute("SELECT text FROM drafts WHERE contact_id = ?", found).fetchone()
        if text is None or len(text[0]) < int(rest[0]):
            return [f"lost: {rest[0]} typed for {name}, kept {text}"]
    return []


def run(count: int, seed: int) -> list[str]:
    """Crash so many times, each on the file the last one left; every fault found."""
    wrong: list[str] = []
    with tempfile.TemporaryDirectory(prefix="recco-crash-") as folder:
        file = Path(folder) / "recco.db"
        for number in range(count):
            said = crash(file, seed * 10_000 + number)
            wrong += [f"crash {number}: {one}" for one in faults(file, said)]
            if number % 10 == 9:
                file.unlink()
                for rest in ("-wal", "-shm"):
                    Path(f"{file}{rest}").unlink(missing_ok=True)
    return wrong


def main() -> int:
    """Crash as often as asked and say what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--child", type=Path)
    asked = parser.parse_args()
    if asked.child:
        child(asked.child, asked.seed)
    wrong = run(asked.count, asked.seed)
    for one in wrong:
        print(one)
    print(f"{asked.count} crashes, {len(wrong)} faults")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
