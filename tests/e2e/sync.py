"""Random days of two and three machines: verbs, syncs, folders carried in any order and by halves.

    python -m tests.e2e.sync --tries 10000 [--first SEED]

Each try is a seed: the same seed is the same story. At its end all have synced, and all hold the
same rows; what a machine wrote is there, kept beside, or was changed by one that had seen it.
"""

import argparse
import random
import shutil
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

from recco_tui.ledger.ledger import Ledger
from recco_tui.ledger.store import Clock
from recco_tui.storage import syncing
from recco_tui.storage.batches import Batch
from recco_tui.storage.merging import changes_of
from recco_tui.storage.migrations import RECORDED
from recco_tui.storage.sync_place import SyncFolder
from tests.e2e.syncing_machine import TODAY, Chance, Machine


def template() -> Path:
    """An empty file to copy: opening a new one takes longer than all the rest of a try."""
    folder = Path(tempfile.mkdtemp(prefix="recco-sync-"))
    Ledger(folder / "empty.db", Clock(TODAY), "test").close()
    return folder / "empty.db"


class World:
    """Two or three machines, and what carries their folders."""

    def __init__(self, seed: int, empty: Path) -> None:
        self.random = random.Random(seed)
        self.empty = empty
        self.written = self.ticks = 0
        self.refused: list[str] = []
        self.folder = Path(tempfile.mkdtemp(prefix=f"{seed}-", dir=empty.parent))
        self.dead_end = self.folder / "dead-end"
        self.dead_end.mkdir()
        self.machines = [Machine(self, number) for number in range(self.random.choice((2, 2, 3)))]

    def live(self) -> None:
        """Some days."""
        chance = self.random.random()
        hands = self.machines if chance < 0.3 else self.machines[:1]
        for _ in range(self.random.randrange(12)):
            self.random.choice(hands).act()
        if 0.3 < chance < 0.5:
            self._copy_a_file()
        if chance > 0.5:
            self._let_all_sync()
        for _ in range(self.random.randrange(6, 30)):
            machine, chance = self.random.choice(self.machines), self.random.random()
            if chance < 0.62:
                machine.act()
            elif chance < 0.82:
                machine.sync()
            elif chance < 0.94:
                self._carry(self.random.choice(self.machines), machine)
            elif chance < 0.98:
                self._put_back(machine)
            else:
                self._copy_a_file()

    def _copy_a_file(self) -> None:
        """`cp recco.db` from one machine to another, whose own file is gone then."""
        source, target = self.random.sample(self.machines, 2)
        if self.random.random() < 0.5:
            target.sync()
        source.ledger.checkpoint()
        target.restart_from(source.path)

    def _put_back(self, machine: Machine) -> None:
        """Keep a copy of a machine's file, or put back the one that was kept."""
        kept = machine.path.with_suffix(".kept")
        if kept.exists():
            machine.restart_from(kept)
            kept.unlink()
        else:
            machine.ledger.checkpoint()
            shutil.copy(machine.path, kept)

    def _carry(self, source: Machine, target: Machine, whole: bool = False) -> None:
        """Bring files over, some of them not, some not in full yet."""
        for file in sorted(source.folder.rglob("*.recco-sync")):
            copy = target.folder / file.relative_to(source.folder)
            if copy.exists() and copy.stat().st_size >= file.stat().st_size:
                continue
            chance = 0.0 if whole else self.random.random()
            if chance > 0.8:
                continue
            copy.parent.mkdir(exist_ok=True)
            content = file.read_bytes()
            copy.write_bytes(content[: len(content) // 2] if chance > 0.7 else content)

    def _let_all_sync(self) -> int:
        """One round; how many rows were sent and brought."""
        moved = 0
        for machine in self.machines:
            for other in self.machines:
                self._carry(other, machine, whole=True)
            outcome = machine.ledger.sync.sync(SyncFolder(machine.folder))
            moved += outcome.sent + outcome.brought
        return moved

    def end(self) -> None:
        """Let all sync until nothing moves any more, and compare."""
        for _ in range(6):
            if not self._let_all_sync():
                break
        else:
            raise AssertionError("it never comes to rest")
        first, *others = self.machines
        for machine in others:
            assert machine.content() == first.content(), "two machines differ"
            assert machine.ledger.sync.kept() == first.ledger.sync.kept(), "kept values differ"
        for machine in self.machines:
            self._check(machine)

    def _check(self, machine: Machine) -> None:
        connection = machine.ledger._database.connection
        assert not connection.execute("PRAGMA foreign_key_check").fetchall(), "dangling rows"
        machine.ledger.today.overview()
        machine.ledger.board.everyone()
        there = str(machine.content()) + str(machine.ledger.sync.kept())
        lost = list(lost_words(connection, there))
        assert not lost, f"lost: {lost}"
        done = machine.ledger.log.next_undo()
        if done:
            before = machine.content(RECORDED)
            machine.ledger.log.undo()
            machine.ledger.log.redo()
            assert machine.content(RECORDED) == before, "undo and redo at the end"

    def close(self) -> None:
        for machine in self.machines:
            machine.ledger.close()
        shutil.rmtree(self.folder)


def lost_words(connection: sqlite3.Connection, there: str) -> Iterator[str]:
    """Words of batches that are gone, though no machine that had seen them took them away."""
    batches = syncing.BatchSet(syncing.known_batches(connection))
    told: dict[str, list[int]] = {}
    taken: dict[str, list[int]] = {}
    for index, batch in enumerate(batches.ordered):
        for word in _words(batch, "after"):
            told.setdefault(word, []).append(index)
        for word in _words(batch, "before"):
            taken.setdefault(word, []).append(index)
    for word, tellers in told.items():
        takers = [batches.seen[taker] for taker in taken.get(word, ())]
        known = any(seen >> index & 1 for seen in takers for index in tellers)
        if f"{word}x" not in there and not known:
            yield word


def _words(batch: Batch, side: str) -> Iterator[str]:
    for change in changes_of(batch):
        for value in (getattr(change, side) or {}).values():
            if isinstance(value, str) and "words" in value:
                for part in value.split("words")[1:]:
                    yield f"words{part.split('x')[0]}"


def interleave(seed: int, empty: Path) -> None:
    """One try."""
    world = World(seed, empty)
    with mock.patch.object(syncing, "secrets", Chance(world.random)):
        world.live()
        world.end()
        world.close()


def main() -> int:
    """Run the tries; status 1 when one failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tries", type=int, default=200)
    parser.add_argument("--first", type=int, default=0)
    arguments = parser.parse_args()
    empty, began, failed = template(), time.monotonic(), []
    for seed in range(arguments.first, arguments.first + arguments.tries):
        try:
            interleave(seed, empty)
        except Exception as error:
            failed.append(seed)
            print(f"seed {seed}: {type(error).__name__}: {str(error)[:300]}", flush=True)
        if (seed + 1) % 500 == 0:
            print(f"{seed + 1 - arguments.first} done, {len(failed)} failed", flush=True)
    shutil.rmtree(empty.parent, ignore_errors=True)
    took = time.monotonic() - began
    print(f"{arguments.tries} interleavings in {took:.0f} s, {len(failed)} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
