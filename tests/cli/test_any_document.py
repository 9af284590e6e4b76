"""Any document made from a real export is refused in a sentence, or all of recco works on it."""

import copy
import json
import shutil
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from recco_tui.cli.main import run
from recco_tui.core.settings import SPECS
from recco_tui.ledger.ledger import Ledger
from recco_tui.storage.columns import COLUMNS
from recco_tui.storage.dump import TABLES
from tests.every_table import file_with_every_table

COMMANDS = [
    command.split()
    for command in (
        "board --all --json", "contact list", "today --json", "today --short", "owed", "log",
        "doctor", "insights", "export json", "export ics", "export resume", "ask list",
        "project list", "request list", "recommendation list", "settings",
    )
]  # fmt: skip


class Place(NamedTuple):
    table: str
    row: int
    column: str


class Workshop(NamedTuple):
    """An export as a document, and a folder to try changed ones in."""

    document: dict[str, Any]
    folder: Path
    empty: Path

    def __repr__(self) -> str:
        return f"Workshop({self.folder})"


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    folder = tmp_path_factory.mktemp("documents")
    file = file_with_every_table(folder)
    exported = folder / "all.json"
    assert run(["--db", str(file), "export", "json", str(exported)]) == 0
    Ledger(folder / "empty.db").close()
    return Workshop(json.loads(exported.read_text()), folder, folder / "empty.db")


STRANGE: list[Any] = [
    None, "", " ", "garbage", "x\ud800y", "\x00", "\x1b[2Jx", "[b]x[/b]", "'; DROP TABLE asks; --",
    0, 1, -1, 2, 7, 10**12, 2**53, 2**63, 10**30, True, False, 1.5, float("nan"), float("inf"),
    [], {}, [1], "[]", "{}", "[[]]", '["a", 1]', "null", "[" * 5000, "x" * 100_000,
    "0001-01-01", "1900-01-01", "2199-12-31", "9999-12-31", "2026-02-30", "2026-11-23",
    "2026-11-23T10:00:00", "2026-11-23T10:00:00Z", "1900-01-01T00:00:00Z", "2199-12-31T23:59:59Z",
    "2026-11-23T10:00:00+14:00", "given", "received", "draft", "closed", "ask", "unknown", "peer",
    "agreed", "thanked", "reopened", "linkedin", *SPECS,
]  # fmt: skip
places = st.sampled_from([f"{table}.{name}" for table in TABLES for name in COLUMNS[table]])
changes = st.one_of(
    st.tuples(st.just("set"), places, st.integers(0, 8), st.sampled_from(STRANGE)),
    st.tuples(st.just("set"), places, st.integers(0, 8), st.dates().map(str) | st.text(max_size=8)),
    st.tuples(st.just("swap"), places, st.integers(0, 8), st.integers(0, 8)),
    st.tuples(st.just("drop"), places, st.integers(0, 8), st.booleans()),
    st.tuples(st.just("copy"), places, st.integers(0, 8), st.integers(0, 3)),
)


def changed(document: dict[str, Any], change: tuple[str, str, int, Any]) -> None:
    how, place, at, what = change
    table, column = place.split(".")
    rows = document["tables"][table]
    if not rows:
        return
    row = rows[at % len(rows)]
    if how == "set":
        row[column] = what
    elif how == "swap":
        other = rows[what % len(rows)]
        row[column], other[column] = other.get(column), row.get(column)
    elif how == "copy":
        ids = [one["id"] for one in rows if type(one.get("id")) is int]
        rows.append({**row, "id": max(ids, default=0) + what})
    elif what:
        rows.remove(row)
    else:
        row.pop(column, None)


def outcome(capfd: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    capfd.readouterr()
    return run(list(words)), *capfd.readouterr()


@settings(
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(changes, min_size=1, max_size=3))
def test_a_changed_document_is_refused_or_fully_usable(
    workshop: Workshop, capfd: pytest.CaptureFixture[str], todo: list[Any]
) -> None:
    document = copy.deepcopy(workshop.document)
    for change in todo:
        changed(document, change)
    path, file = workshop.folder / "changed.json", workshop.folder / "tried.db"
    path.write_text(json.dumps(document), encoding="utf-8")
    shutil.copy(workshop.empty, file)
    at = ["--db", str(file), "--now", "2026-11-23"]
    status, _, said = outcome(capfd, *at, "import", str(path))
    if status:
        event("refused")
        assert status == 3
        assert said.startswith("recco: changed.json")
        assert said.count("\n") == 1
        assert outcome(capfd, *at, "log", "--json") == (0, "[]\n", "")
        return
    event("taken in")
    ids = [row["id"] for row in document["tables"]["contacts"]]
    for words in (*COMMANDS, *(["contact", "show", f"#{id_}"] for id_ in ids)):
        status, _, said = outcome(capfd, *at, *words)
        assert status in (0, 1), (words, status, said)
        assert "Traceback" not in said
        assert "a fault of" not in said
    assert outcome(capfd, *at, "doctor", "--fix")[0] in (0, 1)
    assert outcome(capfd, *at, "undo")[0] == 0


def test_the_export_that_is_changed_has_rows_in_every_table(workshop: Workshop) -> None:
    assert all(workshop.document["tables"][table] for table in TABLES)
