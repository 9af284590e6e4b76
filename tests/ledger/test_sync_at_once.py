"""Computers that sync at the same moment: all have read the place before any writes to it."""

from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from recco_tui.classroom.sync_store import SyncStore
from recco_tui.core.carrying import Carried, Carrier
from recco_tui.core.models import MomentKind
from recco_tui.ledger.ledger import Ledger
from recco_tui.ledger.store import Clock
from recco_tui.storage.sync_place import SyncFolder
from tests.classroom.conftest import postgres_place, postgres_port
from tests.classroom.people import class_at
from tests.ledger.machines import TODAY, tables
from tests.new_file import new_file

__all__ = ["postgres_place", "postgres_port"]
pytest.importorskip("apsw")

Place = Callable[[], Carrier]
ROUNDS = 3
PATIENCE = 60
"""Seconds."""


class AtOnce:
    """A place that lets no one write before all have read it."""

    def __init__(self, place: Carrier, barrier: Barrier) -> None:
        self._place, self._barrier = place, barrier

    @property
    def name(self) -> str:
        return self._place.name

    def read(self, known: Collection[str]) -> Iterator[Carried]:
        found = list(self._place.read(known))
        self._barrier.wait(PATIENCE)
        yield from found

    def write(self, batches: Iterable[Carried]) -> None:
        carried = list(batches)
        self._barrier.wait(PATIENCE)
        self._place.write(carried)


@pytest.fixture(params=["folder", "file of a class", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """Where each computer opens the place that all of them share."""
    if request.param == "folder":
        (tmp_path / "shared").mkdir()
        return lambda: SyncFolder(tmp_path / "shared")
    at = str(tmp_path / "class.db")
    if request.param == "postgresql":
        at = request.getfixturevalue("postgres_place")
    _, (maria,) = class_at(at, "Maria")
    return lambda: SyncStore(maria.membership)


def sync(file: Path, place: Carrier) -> None:
    with Ledger(file, Clock(TODAY), "test") as ledger:
        ledger.sync.sync(place)


def sync_at_once(files: list[Path], place: Place) -> None:
    barrier = Barrier(len(files))
    with ThreadPoolExecutor(len(files)) as threads:
        done = [threads.submit(sync, file, AtOnce(place(), barrier)) for file in files]
        for one in done:
            one.result()


def write(file: Path, words: str) -> None:
    """Someone new, and a line on someone whom all of them know."""
    with Ledger(file, Clock(TODAY), "test") as ledger:
        ledger.contacts.add(f"Met by {words}")
        ann = ledger.contacts.find("Ann Lee")
        ledger.moments.add(ann.id, MomentKind.WIN, f"seen by {words}")


def known(file: Path) -> tuple[set[str], set[str], object]:
    """The names and the moments of a file, and all that is in it."""
    with Ledger(file, Clock(TODAY), "test") as ledger:
        everything = tables(ledger)
    names = {str(row["name"]) for row in everything["contacts"]}
    return names, {str(row["text"]) for row in everything["moments"]}, everything


def test_three_computers_at_once_lose_nothing_and_end_alike(place: Place, tmp_path: Path) -> None:
    files = []
    for name in ("laptop", "desk", "phone"):
        (tmp_path / name).mkdir()
        files.append(new_file(tmp_path / name / "recco.db"))
        with Ledger(files[-1], Clock(TODAY), "test") as ledger:
            ledger.contacts.add("Ann Lee", url="linkedin.com/in/ann")
    written = []
    for round_ in range(ROUNDS):
        for file in files:
            written.append(f"{file.parent.name}, {round_}")
            write(file, written[-1])
        sync_at_once(files, place)
    for _ in range(2):  # what was written at once comes with the next sync
        for file in files:
            sync(file, place())
    ends = [known(file) for file in files]
    names, moments, _ = ends[0]
    assert names == {"Ann Lee", *(f"Met by {words}" for words in written)}
    assert moments == {f"seen by {words}" for words in written}
    assert ends[1] == ends[2] == ends[0]


def test_two_programs_that_sync_one_file_at_once_send_each_change_once(
    place: Place, tmp_path: Path
) -> None:
    (tmp_path / "laptop").mkdir()
    (tmp_path / "desk").mkdir()
    laptop, desk = (new_file(tmp_path / name / "recco.db") for name in ("laptop", "desk"))
    with Ledger(laptop, Clock(TODAY), "test") as ledger:
        ledger.contacts.add("Ann Lee", url="linkedin.com/in/ann")
    sync(laptop, place())
    sync(desk, place())
    for round_ in range(ROUNDS):
        write(laptop, f"laptop, {round_}")
        write(desk, f"desk, {round_}")
        sync(desk, place())
        sync_at_once([laptop, laptop], place)
    sync(desk, place())
    assert known(desk) == known(laptop)
    names, moments, _ = known(laptop)
    assert len(names) == 1 + len(moments) == 1 + 2 * ROUNDS
    numbers = [(one.machine, one.number) for one in place().read(())]
    assert len(numbers) == len(set(numbers))
