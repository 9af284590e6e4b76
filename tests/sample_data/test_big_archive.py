"""The generated export is what its counts say, however big: checked on a small one."""

import csv
import importlib.util
import re
import sys
from collections import Counter
from datetime import datetime
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parents[1] / "benchmarks" / "big_archive.py"
OWNER = "Mara Lindqvist"
LINK = re.compile(r"linkedin\.com/recs/(give|received)/\?senderId=")


def load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("big_archive_under_test", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # its dataclasses look themselves up there
    spec.loader.exec_module(module)
    return module


big_archive = load()


def rows(file: Path) -> list[dict[str, str]]:
    text = file.read_text(encoding="utf-8")
    if file.name == "Connections.csv":
        text = text.split("\n\n", 1)[1]
    return list(csv.DictReader(text.splitlines(keepends=True), strict=True))


def minute(row: dict[str, str]) -> datetime:
    return datetime.strptime(row["Creation Date"], "%m/%d/%y, %I:%M %p")


@pytest.fixture(scope="module", params=[1, 7], ids=["seed 1", "seed 7"])
def archive(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory):
    folder = tmp_path_factory.mktemp("archive")
    counts = big_archive.write_archive(
        folder, people=1000, messages=1500, received=60, given=40, asks=30, seed=request.param
    )
    return folder, counts


def test_connections_have_the_counted_people_nameless_rows_and_homonyms(archive) -> None:
    folder, counts = archive
    table = rows(folder / "Connections.csv")
    named = [row for row in table if row["First Name"]]
    names = Counter((row["First Name"], row["Last Name"]) for row in named)
    assert len(table) == counts.connections == 1000
    assert len(table) - len(named) == counts.nameless == 20
    assert sum(n - 1 for n in names.values()) == counts.homonyms == 14
    assert len({row["URL"] for row in named}) == len(named)
    assert len({(row["First Name"], row["Last Name"], row["Company"]) for row in named}) == 980
    assert any(", " in row["Last Name"] for row in named)


def test_recommendations_have_the_counted_rows_newest_first(archive) -> None:
    folder, counts = archive
    received = rows(folder / "Recommendations_Received.csv")
    given = rows(folder / "Recommendations_Given.csv")
    assert (len(received), len(given)) == (counts.received, counts.given) == (60, 40)
    for table in (received, given):
        stamps = [minute(row) for row in table]
        assert stamps == sorted(stamps, reverse=True)
    known = {(r["First Name"], r["Last Name"]) for r in rows(folder / "Connections.csv")}
    strangers = [r for r in received if (r["First Name"], r["Last Name"]) not in known]
    assert len(strangers) == counts.strangers == 2


def test_messages_have_the_counted_asks_and_deliveries_in_the_right_minute(archive) -> None:
    folder, counts = archive
    messages = rows(folder / "messages.csv")
    assert len(messages) == counts.messages == 1500
    written = {
        (mine, f"{row['First Name']} {row['Last Name']}", minute(row))
        for mine, file in ((False, "Recommendations_Received"), (True, "Recommendations_Given"))
        for row in rows(folder / f"{file}.csv")
    }
    found: Counter[tuple[str, bool]] = Counter()
    asked, answering = set(), set()
    for row in messages:
        link = LINK.search(row["CONTENT"])
        if not link:
            continue
        mine = row["FROM"] == OWNER
        other = row["TO"] if mine else row["FROM"]
        found[link[1], mine] += 1
        if link[1] == "give" and mine:
            asked.add(other)
        elif link[1] == "received":
            at = datetime.strptime(row["DATE"], "%Y-%m-%d %H:%M:%S UTC").replace(second=0)
            assert (mine, other, at) in written
            answering |= set() if mine else {other}
    assert found == {
        ("give", True): counts.asks,
        ("give", False): counts.requests,
        ("received", False): counts.delivered_to_me,
        ("received", True): counts.delivered_by_me,
    }
    assert counts.asks == 30
    assert counts.answered == 15
    assert len(asked & answering) >= counts.answered


def test_the_same_seed_writes_the_same_bytes_and_another_does_not(tmp_path: Path) -> None:
    for name, seed in (("a", 3), ("b", 3), ("c", 4)):
        big_archive.write_archive(tmp_path / name, 100, 200, 8, 5, 4, seed)
    a, b, c = (
        {file.name: file.read_bytes() for file in (tmp_path / name).iterdir()} for name in "abc"
    )
    assert a == b
    assert a["messages.csv"] != c["messages.csv"]


@pytest.mark.parametrize(
    ("sizes", "why"),
    [
        ({"people": 20, "messages": 500, "received": 15, "asks": 10}, "too few people"),
        ({"people": 200, "messages": 5, "received": 15, "asks": 10}, "too few messages"),
    ],
    ids=["people", "messages"],
)
def test_sizes_that_cannot_be_are_refused_before_anything_is_written(
    tmp_path: Path, sizes: dict[str, int], why: str
) -> None:
    with pytest.raises(ValueError, match=why):
        big_archive.write_archive(tmp_path / "out", given=5, **sizes)
    assert not (tmp_path / "out").exists()


def test_a_crowd_is_a_message_from_each_person_on_a_line(tmp_path: Path) -> None:
    big_archive.write_crowd(tmp_path / "out", 300)
    lines = (tmp_path / "out" / "messages.csv").read_text().splitlines()
    rows = list(csv.DictReader(lines))
    assert (len(lines), len(rows)) == (301, 300)
    assert len({row["FROM"] for row in rows}) == 300
    assert len({row["SENDER PROFILE URL"] for row in rows}) == 300
    assert {row["TO"] for row in rows} == {OWNER}
    assert not any(LINK.search(row["CONTENT"]) for row in rows)
