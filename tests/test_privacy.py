"""Files are the user's alone, under any umask; sentences of refusal name no one but the one asked for."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from recco_tui.cli.main import run
from recco_tui.ledger.ledger import Ledger
from recco_tui.ledger.store import Clock
from recco_tui.locations import sample_folder

EXPORT = sample_folder() / "linkedin"


@pytest.fixture(params=[0o022, 0o000, 0o077], ids=oct)
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def recco(folder: Path, *words: str) -> int:
    return run(["--db", str(folder / "data" / "recco.db"), *words])


def test_everything_made_is_the_user_s_alone(tmp_path: Path, umask: int) -> None:
    assert recco(tmp_path, "import", str(EXPORT)) == 0
    assert recco(tmp_path, "backup") == 0
    assert recco(tmp_path, "backup", str(tmp_path / "far" / "copy.db")) == 0
    assert recco(tmp_path, "import", str(EXPORT)) == 0
    assert recco(tmp_path, "export", "json", str(tmp_path / "out" / "all.json")) == 0
    assert recco(tmp_path, "export", "csv", str(tmp_path / "tables")) == 0
    made = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(made) >= 10
    wide = {
        str(path): oct(mode) for path in made if (mode := stat.S_IMODE(path.stat().st_mode)) & 0o077
    }
    assert wide == {}
    folders = [tmp_path / "data", tmp_path / "data" / "snapshots", tmp_path / "far"]
    folders += [tmp_path / "out", tmp_path / "tables"]
    assert [oct(stat.S_IMODE(path.stat().st_mode)) for path in folders] == [oct(0o700)] * 5


def test_what_sqlite_keeps_beside_the_file_is_too(tmp_path: Path, umask: int) -> None:
    with Ledger(tmp_path / "data" / "recco.db", Clock(), "test") as ledger:
        ledger.contacts.add("Ann Lee")
        beside = {path.name: path.stat().st_mode for path in (tmp_path / "data").iterdir()}
    assert {"recco.db", "recco.db-wal", "recco.db-shm"} <= beside.keys()
    assert {name for name, mode in beside.items() if stat.S_ISREG(mode) and mode & 0o077} == set()


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the people of the export in it, for all refusals."""
    folder = tmp_path_factory.mktemp("imported")
    assert recco(folder, "import", str(EXPORT)) == 0
    return folder


@pytest.mark.parametrize(
    "words",
    [
        ["contact", "show", "No one"],
        ["ask", "mark", "No one", "warm"],
        ["import", "/nowhere.zip"],
        ["restore", "none"],
        ["undo", "--to", "999"],
        ["project", "show", "Nothing"],
    ],
    ids=" ".join,
)
def test_a_refusal_names_no_one_else(
    imported: Path, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert recco(imported, *words) in (1, 2, 3)
    said = capsys.readouterr().err
    assert said
    names = [
        line.split(",")[0:2] for line in (EXPORT / "Connections.csv").read_text().splitlines()[4:]
    ]
    for first, last in names:
        assert not (last and f"{first} {last}" in said)
