"""A dry run says what an import will come to, and leaves nothing anywhere."""

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from recco_tui.core.export import Export
from recco_tui.core.import_plan import ImportPlan
from recco_tui.importing.plan.planning import plan_import
from recco_tui.importing.read.reader import read_export
from recco_tui.ledger.imports import rehearse_first_import
from recco_tui.ledger.ledger import Ledger
from recco_tui.ledger.store import Clock
from recco_tui.locations import sample_folder
from tests.new_file import new_file

CLOCK = Clock(date(2026, 11, 23))


@pytest.fixture(scope="module")
def exports() -> list[Export]:
    """The sample export as it was a year ago, with fewer people, and as it is."""
    now = read_export([sample_folder() / "linkedin"])
    before = replace(
        now,
        exported_on=date(2025, 11, 20),
        connections=now.connections[5:],
        recommendations=now.recommendations[3:],
    )
    return [before, now]


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(new_file(tmp_path / "data" / "recco.db"), CLOCK, "test") as ledger:
        yield ledger


@pytest.mark.parametrize("people", [(), ("Ann Lee", "Katrina Novak")], ids=["empty", "in use"])
def test_several_exports_come_to_what_the_dry_run_said(
    ledger: Ledger, exports: list[Export], people: tuple[str, ...]
) -> None:
    for name in people:
        ledger.contacts.add(name)
    said = ledger.imports.rehearse(plan_import, exports)
    assert ledger.board.count_people() == len(people)
    assert said == ledger.imports.apply_each(plan_import, exports)
    assert said[1].counts.contacts.unchanged > 30  # the second builds upon the first


def test_one_export_comes_to_what_the_dry_run_said(ledger: Ledger, exports: list[Export]) -> None:
    said = ledger.imports.rehearse(plan_import, exports[1:])
    assert said == ledger.imports.apply_each(plan_import, exports[1:])


def test_without_a_file_the_dry_run_says_what_a_first_import_comes_to(
    tmp_path: Path, exports: list[Export]
) -> None:
    said = rehearse_first_import(plan_import, exports, {}, CLOCK)
    with Ledger(tmp_path / "recco.db", CLOCK) as first:
        assert said == first.imports.apply_each(plan_import, exports)


def test_an_answer_counts_in_the_dry_run_of_several(ledger: Ledger, exports: list[Export]) -> None:
    twins = tuple(
        replace(row, slug=f"{row.slug}-{n}", company=f"Company {n}", connected_on=None)
        for row in exports[0].connections[:1]
        for n in (1, 2)
    )
    (row,) = exports[1].recommendations[:1]
    text = replace(row, first_name=twins[0].first_name, last_name=twins[0].last_name)
    doubtful = replace(
        exports[1], connections=twins, recommendations=(text,), messages=(), addresses={}
    )
    both = [doubtful, replace(doubtful, exported_on=date(2026, 11, 22))]
    (question,) = ledger.imports.rehearse(plan_import, both)[0].unsure
    answers = {question.key: question.candidates[0].choice}
    assert [plan.unsure for plan in ledger.imports.rehearse(plan_import, both, answers)] == [(), ()]
    assert ledger.imports.rehearse(plan_import, both)[0].unsure  # the answer was not kept


def test_nothing_is_on_any_disk_while_it_runs(
    ledger: Ledger, exports: list[Export], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger.contacts.add("Ann Lee")
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    before = _bytes(tmp_path)
    seen: list[dict[Path, bytes]] = []

    def watched(*given: Any) -> ImportPlan:
        seen.append(_bytes(tmp_path))
        return plan_import(*given)

    ledger.imports.rehearse(watched, exports)
    rehearse_first_import(watched, exports, {}, CLOCK)
    assert seen == [before] * 4
    assert _bytes(tmp_path) == before


def test_another_window_may_write_meanwhile(ledger: Ledger, exports: list[Export]) -> None:
    ledger.contacts.add("Ann Lee")

    def watched(*given: Any) -> ImportPlan:
        with Ledger(ledger.path, CLOCK, "another window", busy_timeout=0) as other:
            other.contacts.add("Ben Ali")
        return plan_import(*given)

    ledger.imports.rehearse(watched, exports)
    assert ledger.board.count_people() == 3
    assert [entry.label for entry in ledger.log.entries()] == [
        "added Ben Ali", "added Ben Ali", "added Ann Lee",
    ]  # fmt: skip


def _bytes(folder: Path) -> dict[Path, bytes]:
    return {
        path: path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.endswith("-shm")  # read marks of open connections
    }
