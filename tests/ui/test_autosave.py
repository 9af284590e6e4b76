"""When what is typed is saved: by the clock of the first unsaved key, and until it succeeds."""

import asyncio
from collections.abc import Awaitable, Callable
from time import monotonic

import pytest

from recco_tui.core.errors import DatabaseError, FileLocked
from recco_tui.ui import autosave
from recco_tui.ui.autosave import SAVE_AFTER, SAVE_AT_LEAST, Autosave

Script = Callable[["File"], Awaitable[None]]


class File:
    """Takes what is typed unless something is in its way."""

    def __init__(self) -> None:
        self.in_the_way: Exception | None = None
        self.saves = 0
        self.shown: list[bool] = []
        self.failed: list[Exception] = []
        self.autosave = Autosave(self._save, self._show, self.failed.append)

    def _save(self) -> None:
        if self.in_the_way is not None:
            raise self.in_the_way
        self.saves += 1

    def _show(self) -> None:
        self.shown.append(self.autosave.problem is None)

    async def until(self, true: Callable[[], object]) -> None:
        """Let the loop go on until it holds; the test's own timeout says when it never does."""
        while not true():
            await asyncio.sleep(0.005)


@pytest.fixture
def run() -> Callable[[Script], None]:
    def run_script(script: Script) -> None:
        async def inside() -> None:
            await script(File())

        asyncio.run(inside())

    return run_script


def test_both_clocks_leave_time_to_spare_of_the_two_seconds_promised() -> None:
    assert SAVE_AFTER <= 0.5
    assert SAVE_AT_LEAST <= 1.0


def test_a_pause_saves_once(run) -> None:
    async def script(file: File) -> None:
        file.autosave.mark_changed()
        file.autosave.mark_changed()
        assert file.saves == 0
        assert file.autosave.is_due
        await file.until(lambda: file.saves)
        assert not file.autosave.is_due
        assert file.saves == 1

    run(script)


def test_a_key_that_waited_long_to_be_handled_is_saved_at_once(run) -> None:
    """On a busy machine keys stand in a line; their age counts from the terminal."""

    async def script(file: File) -> None:
        file.autosave.mark_changed(monotonic() - SAVE_AT_LEAST)
        assert file.saves == 1

    run(script)


def test_the_age_of_the_first_key_counts_however_long_one_types_on(run) -> None:
    async def script(file: File) -> None:
        file.autosave.mark_changed(monotonic() - SAVE_AT_LEAST / 2)
        deadline = monotonic() + SAVE_AT_LEAST
        while not file.saves and monotonic() < deadline:
            file.autosave.mark_changed()
            await asyncio.sleep(0)
        assert file.saves == 1

    run(script)


@pytest.mark.parametrize("error", [FileLocked("x is locked."), DatabaseError("No room is left.")])
def test_what_was_not_saved_is_tried_again_until_it_is(run, monkeypatch, error) -> None:
    monkeypatch.setattr(autosave, "AGAIN_AFTER", 0.01)
    monkeypatch.setattr(autosave, "AGAIN_AFTER_A_FAULT", 0.01)

    async def script(file: File) -> None:
        file.in_the_way = error
        file.autosave.mark_changed(0)
        assert file.autosave.problem is error
        await file.until(lambda: len(file.shown) >= 3)
        assert file.autosave.is_due
        file.in_the_way = None
        await file.until(lambda: file.saves)
        assert file.shown[-1] is True
        assert file.autosave.problem is None

    run(script)


def test_no_key_waits_for_a_file_that_is_known_to_be_locked(run) -> None:
    async def script(file: File) -> None:
        file.in_the_way = FileLocked("x is locked.")
        file.autosave.mark_changed(0)
        tries = len(file.shown)
        for _ in range(20):
            file.autosave.mark_changed(0)
        assert len(file.shown) == tries

    run(script)


def test_a_fault_of_our_own_is_not_swallowed_by_the_clock(run) -> None:
    async def script(file: File) -> None:
        file.in_the_way = ZeroDivisionError()
        file.autosave.mark_changed()
        await file.until(lambda: file.failed)
        assert isinstance(file.failed[0], ZeroDivisionError)

    run(script)
