"""Copies of the file: none takes another's place, and none goes before its time."""

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from recco_tui.core.models import SnapshotReason
from recco_tui.storage import snapshots

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


def take(path: Path, when: datetime, why: str = SnapshotReason.DAILY) -> Path:
    with closing(sqlite3.connect(path)) as connection:
        return snapshots.take(path, connection, when, why)


def whys(path: Path) -> list[str]:
    return [one.why for one in snapshots.described(path)]


def test_two_copies_of_one_second_are_both_kept(tmp_path: Path) -> None:
    path = tmp_path / "recco.db"
    first, second = take(path, NOW, "before-restore"), take(path, NOW, "before-restore")
    assert first != second
    assert first.exists()
    assert whys(path) == ["before-restore", "before-restore"]


def test_what_was_there_before_outlives_a_later_copy_of_the_day(tmp_path: Path) -> None:
    path = tmp_path / "recco.db"
    for hours, why in enumerate(["before-restore", "before-import", "daily"]):
        take(path, NOW + timedelta(hours=hours), why)
    take(path, NOW + timedelta(days=1))
    snapshots.prune(path, NOW + timedelta(days=1))
    assert whys(path) == ["daily", "daily", "before-import", "before-restore"]


def test_three_of_each_stay_when_they_are_old(tmp_path: Path) -> None:
    path = tmp_path / "recco.db"
    for day in range(5):
        take(path, NOW + timedelta(days=day), "before-restore")
    snapshots.prune(path, NOW + timedelta(days=90))
    kept = [one.taken_at for one in snapshots.described(path)]
    assert kept == [NOW + timedelta(days=day) for day in (4, 3, 2)]


def test_a_clock_that_was_years_ahead_pushes_nothing_out(tmp_path: Path) -> None:
    path = tmp_path / "recco.db"
    take(path, NOW)
    for day in range(12):
        take(path, datetime(2030, 1, 1 + day, tzinfo=UTC))
    snapshots.prune(path, NOW + timedelta(hours=1))
    assert NOW in [one.taken_at for one in snapshots.described(path)]


@pytest.mark.parametrize("name", ["my[1].db", "what?.db", "a*b.db", "recco-2.db", "Zoë's.sqlite"])
def test_snapshots_are_listed_and_pruned_whatever_the_file_is_called(
    tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    for day in range(20):
        take(path, NOW - timedelta(days=day))
    assert len(snapshots.described(path)) == 20
    snapshots.prune(path, NOW)
    assert len(snapshots.described(path)) == 9


def test_the_snapshots_of_another_file_beside_it_are_left_alone(tmp_path: Path) -> None:
    one, other = tmp_path / "recco.db", tmp_path / "recco-work.db"
    for day in range(20):
        take(other, NOW - timedelta(days=day))
    take(one, NOW)
    snapshots.prune(one, NOW)
    assert (len(snapshots.described(one)), len(snapshots.described(other))) == (1, 20)


def test_what_a_killed_copy_left_is_swept_with_the_next(tmp_path: Path) -> None:
    path = tmp_path / "recco.db"
    take(path, NOW)
    left = tmp_path / "snapshots" / ".recco-4194305-00000000-abcdefgh.unfinished"
    left.touch()
    os.utime(left, (0, 0))
    take(path, NOW)
    assert not left.exists()
