"""`recco check` and `recco doctor` with the second reader, and where it is not installed."""

import sys

import pytest

from recco_tui import second_reader
from recco_tui.core.models import TextKind
from recco_tui.writing.evidence import WITHOUT_ANY

TEXT = (
    "Lena and I kept the bees at the abbey for three summers. She is calm and exact. The swarm that "
    "everyone had given up on made it through the winter. I would keep bees with her again."
)


@pytest.fixture
def no_numpy(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if it had never been installed."""
    monkeypatch.setitem(sys.modules, "numpy", None)


def test_a_text_is_checked_by_both_readers(recco, tmp_path) -> None:
    (tmp_path / "text.txt").write_text(TEXT)
    said = recco("check", str(tmp_path / "text.txt"), "--json").json
    assert said["missing"] == []
    assert "impact" in said["sentences"][2]["parts"]


def test_without_numpy_a_text_is_checked_by_one(recco, tmp_path, no_numpy: None) -> None:
    (tmp_path / "text.txt").write_text(TEXT)
    assert second_reader.read(TEXT) == {}
    assert recco("check", str(tmp_path / "text.txt")).status in (0, 1)


def test_the_doctor_says_which_readers_there_are(sample, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "✓ check: Texts are checked by both readers." in sample("doctor").out
    monkeypatch.setitem(sys.modules, "numpy", None)
    assert f"! check: {WITHOUT_ANY}" in sample("doctor").out


def test_an_ask_is_read_by_one() -> None:
    assert second_reader.read(TEXT, TextKind.RECOMMENDATION)
    assert second_reader.read(TEXT, TextKind.ASK) == {}


def test_only_english_is_read() -> None:
    assert (
        second_reader.read("Ich habe drei Jahre lang mit Lena gearbeitet, und sie war toll.") == {}
    )
    assert second_reader.read("") == {}
