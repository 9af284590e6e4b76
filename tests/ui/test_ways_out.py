"""Clipboard, files and the person's own editor: what is said is what is known."""

import stat
from pathlib import Path

import pytest

from recco_tui.core.errors import UsageError
from recco_tui.ui.clipboard import OSC_52_SAID, copy_text, with_other_way
from recco_tui.ui.external_editor import edited_outside
from recco_tui.ui.text_files import write_to_file

SESSIONS = {
    "no display": {},
    "over ssh with a display": {"DISPLAY": ":0", "SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22"},
    "over ssh": {"SSH_TTY": "/dev/pts/1", "WAYLAND_DISPLAY": "wayland-0"},
    "a display without a tool": {"DISPLAY": ":0"},
}


@pytest.mark.parametrize("session", SESSIONS.values(), ids=SESSIONS.keys())
def test_what_cannot_be_known_comes_with_another_way(session, monkeypatch, tmp_path) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "SSH_CONNECTION", "SSH_TTY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in session.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("PATH", str(tmp_path))
    sent: list[str] = []
    said = copy_text("Hi [b]Ann[/x]", sent.append)
    assert said == OSC_52_SAID
    assert "If it doesn't paste, select" in said
    nearer = "w saves it to a file."
    assert with_other_way(said, nearer) == f"Copied. If it doesn't paste, {nearer}"
    assert sent == ["Hi [b]Ann[/x]"]


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Make `$EDITOR` a script with these lines; `$1` is the file."""

    def make(lines: str) -> None:
        script = tmp_path / "my editor"
        script.write_text(f"#!/bin/sh\n{lines}\n")
        script.chmod(stat.S_IRWXU)
        monkeypatch.delenv("VISUAL", raising=False)
        monkeypatch.setenv("EDITOR", f"'{script}' --wait")

    return make


def test_the_text_goes_to_the_editor_and_comes_back_cleaned(editor) -> None:
    editor("""printf 'and \\000more\\r\\n\\033[31mred' >> "$2"; test "$1" = --wait""")
    assert edited_outside("Häuser; $(rm -rf ~) [b]") == "Häuser; $(rm -rf ~) [b]and more\nred"


def test_only_the_person_can_read_the_file_meanwhile(editor) -> None:
    editor("""stat -c %a "$2" > "$2" """)
    assert edited_outside("x") == "600"


@pytest.mark.parametrize(
    ("lines", "said"), [("exit 3", "ended with 3"), ("kill -9 $$", "the text is as it was")]
)
def test_an_editor_that_fails_changes_nothing(editor, lines: str, said: str) -> None:
    editor(lines)
    with pytest.raises(UsageError, match=said):
        edited_outside("x")


@pytest.mark.parametrize(
    ("value", "said"),
    [("", "set EDITOR"), ("no-such-editor-here", "could not be started"), ("'", "could not be")],
)
def test_without_an_editor_it_says_what_to_set(monkeypatch, value: str, said: str) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", value)
    with pytest.raises(UsageError, match=said):
        edited_outside("x")


def test_a_file_is_new_each_time_and_named_after_the_person(monkeypatch, tmp_path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("Ann [b]../../etc", "Ann [b]../../etc", "李雷", ""):
        assert "Saved to" in write_to_file("Text", name)
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        "recco-ann-b-etc-2.txt",
        "recco-ann-b-etc.txt",
        "recco-text-2.txt",
        "recco-text.txt",
    ]


def test_a_home_that_takes_no_file_is_said(monkeypatch, tmp_path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "gone"))
    assert "could not be written" in write_to_file("Text", "Ann")
