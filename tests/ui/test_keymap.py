"""Any key can be another one; a file that will not do is refused as a whole, in a sentence."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from recco_tui.core.errors import DataError
from recco_tui.core.former_words import KEYS
from recco_tui.locations import has_keymap
from recco_tui.ui.keymap import declared, find_problem, read_keymap, write_template


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "keys.toml"


def asked(file: Path, text: str) -> dict[str, str]:
    file.parent.mkdir()
    file.write_text(text, encoding="utf-8")
    return read_keymap(file)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("", {}),
        ('"board.filter" = "f"', {"board.filter": "f"}),
        ('board.filter = "f"', {"board.filter": "f"}),
        ('board.filter = "?"\nkeys = "f1"', {"board.filter": "question_mark", "keys": "f1"}),
        ('undo = "f9, ctrl+u"', {"undo": "f9,ctrl+u"}),
        ('write = "a"\nask = "w"', {"write": "a", "ask": "w"}),
        # names of an earlier version
        ('contact.sort_in = "f9"', {"contact.set_kind": "f9"}),
        ('triage.peer = "f9"', {"set_kind.peer": "f9"}),
    ],
)
def test_keys_are_read(file: Path, text: str, keys: dict[str, str]) -> None:
    assert asked(file, text) == keys


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("x =", "Invalid value"),
        ('nope = "f"', "no action 'nope'"),
        ("undo = 3", "undo needs keys in quotes"),
        ('undo = ""', "undo needs keys in quotes"),
        ('undo = "hyperspace"', "no key 'hyperspace'"),
        ('undo = "ctrl+i"', "a terminal sends ctrl+i as tab"),
        ('board.filter = "j"', "'j' would be both board.filter and list.down"),
        ('settings = "q"', "'q' would be both settings and quit"),
        ('list.down = "r"', "'r' would be both"),
        ('write = "f9"\nask = "f9"', "'f9' would be both"),
    ],
)
def test_what_will_not_do_is_refused_in_one_sentence(file: Path, text: str, said: str) -> None:
    with pytest.raises(DataError) as error:
        asked(file, text)
    assert said in str(error.value)
    assert str(file) in str(error.value)
    assert "\n" not in str(error.value)


def test_bytes_that_are_no_text_are_said(file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(DataError, match="not used"):
        read_keymap(file)


def test_without_a_file_there_is_no_keymap(file: Path) -> None:
    assert read_keymap(file) == {}


def test_the_template_names_every_action_and_changes_nothing(file: Path) -> None:
    assert "Created" in write_template(file)
    assert read_keymap(file) == {}
    lines = file.read_text(encoding="utf-8").splitlines()
    uncommented = [line.removeprefix("# ") for line in lines if line.startswith('# "')]
    file.write_text("\n".join(uncommented), encoding="utf-8")
    assert set(read_keymap(file)) == {one.id for one in declared()}
    assert "reads them when it starts" in write_template(file)


def test_as_shipped_no_action_takes_a_key_of_another() -> None:
    assert find_problem({one.id: one.keys for one in declared()}) == ""


def test_a_pipe_as_the_file_is_said_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "keys.toml")
    program = "from recco_tui.ui.keymap import read_keymap; read_keymap()"
    ran = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        env={**os.environ, "RECCO_KEYS": str(tmp_path / "keys.toml")},
        cwd=Path(__file__).parents[2],
        timeout=60,
        check=False,
    )
    assert "keys.toml are not used: it is a pipe, not a file." in ran.stderr.splitlines()[-1]


def test_the_null_device_asks_for_no_keys() -> None:
    assert read_keymap(Path(os.devnull)) == {}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("#" * 1_000_001, "too large", id="too large"),
        pytest.param("a = " + "[" * 100_000, "recursion", id="too deep"),
    ],
)
def test_a_file_that_is_no_file_of_keys_is_refused(file: Path, text: str, said: str) -> None:
    with pytest.raises(DataError, match=said):
        asked(file, text)


@pytest.mark.parametrize("content", [b"undo = '\xff'", b"x=" + b"[" * 5000, b"\x00"])
def test_a_file_that_is_no_toml_at_all_is_refused_in_a_sentence(file: Path, content: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    with pytest.raises(DataError, match="are not used"):
        read_keymap(file)


@pytest.mark.parametrize("named", ["~nobody9/keys.toml", "x" * 5000, "a/\udcff"])
def test_a_place_that_no_system_takes_holds_no_keys(
    named: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RECCO_KEYS", named)
    assert not has_keymap()


def test_former_names_of_keys_are_none_of_today_and_lead_to_one() -> None:
    names = {binding.id for binding in declared()}
    assert set(KEYS.values()) <= names
    assert not set(KEYS) & names
