"""Files that commands write: never over recco's own, over someone else's only when that is meant."""

import shutil
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from recco_tui.ledger.ledger import Ledger
from tests.benchmarks.terminal import Terminal
from tests.cli.conftest import TODAY
from tests.new_file import new_file

EXPORTS = {
    "json": ["export", "json"],
    "csv": ["export", "csv"],
    "ics": ["export", "ics"],
    "resume": ["export", "resume"],
    "resume, html": ["export", "resume", "--format", "html"],
    "resume, json": ["export", "resume", "--format", "json"],
    "words": ["export", "resume", "--words"],
    "brief": ["export", "brief", "John Silva"],
    "backup": ["backup"],
}
OWN = {
    "the file": "recco.db",
    "its log": "recco.db-wal",
    "its shared memory": "recco.db-shm",
    "its journal": "recco.db-journal",
    "a new snapshot": "snapshots/mine.db",
    "another recco file": "other.db",
    "the classes": "recco.class.json",
    "the keys": "home/.config/recco/keys.toml",
    "a link": "link",
}


def everything(folder: Path) -> dict[str, str]:
    """A checksum of every file; links by where they lead."""
    return {
        str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture
def in_use(sample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The sample people with a board open on them, a snapshot, keys, another file and a link."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    assert sample("backup").status == 0
    sample("contact", "add", "Ann Lee", db=new_file(tmp_path / "other.db"))
    (tmp_path / "home/.config/recco").mkdir(parents=True)
    (tmp_path / "home/.config/recco/keys.toml").write_text('"undo" = "u"\n')
    (tmp_path / "recco.class.json").write_text("{}")
    (tmp_path / "link").symlink_to("recco.db")
    with Ledger(tmp_path / "recco.db") as board:
        board.contacts.every()
        yield sample


@pytest.mark.parametrize("target", OWN.values(), ids=OWN)
@pytest.mark.parametrize("export", EXPORTS.values(), ids=EXPORTS)
def test_nothing_is_written_over_recco_s_own_files(
    in_use, tmp_path: Path, export: list[str], target: str
) -> None:
    before = everything(tmp_path)
    for named in (target, f"./{target}", str(tmp_path / target), f"home/../{target}"):
        for yes in ([], ["--yes"]):
            said = in_use(*export, named, *yes)
            assert said.status in (1, 2), named
            assert (said.out, len(said.err.splitlines())) == ("", 1)
            assert target.partition("/")[0].encode() in said.err.encode()
    assert everything(tmp_path) == before


def test_no_table_of_a_folder_is_written_over_the_file(in_use, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "contacts.csv").symlink_to("../recco.db")
    before = everything(tmp_path)
    assert in_use("export", "csv", "out", "--yes").status == 1
    assert everything(tmp_path) == before


@pytest.mark.parametrize("target", [*OWN.values(), ".", "notes.txt", "family.ics"])
def test_no_calendar_file_is_kept_over_something_else(in_use, tmp_path: Path, target: str) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    (tmp_path / "family.ics").write_text("BEGIN:VCALENDAR\r\nPRODID:-//Apple//EN\r\n")
    before = everything(tmp_path)
    for named in (target, str(tmp_path / target), f"~/../{target}"):
        said = in_use("settings", "set", "calendar_file", named)
        assert (said.status, said.out, len(said.err.splitlines())) == (1, "", 1)
    assert everything(tmp_path).items() >= {k: v for k, v in before.items() if "-" not in k}.items()
    assert in_use("settings", "list", "calendar_file", "--json").json[0]["value"] == ""


def test_a_calendar_file_that_became_something_else_is_left_alone(in_use, tmp_path: Path) -> None:
    """What the setting named once may be another file, or a link, by now."""
    path = tmp_path / "mine.ics"
    assert in_use("settings", "set", "calendar_file", "mine.ics").status == 0
    assert in_use("contact", "add", "Zelda Quill").status == 0
    path.unlink()
    shutil.copy(tmp_path / "other.db", path)
    said = in_use("contact", "add", "Ada Byron")
    assert said.status == 0
    assert "the calendar file was not updated" in said.err
    assert path.read_bytes() == (tmp_path / "other.db").read_bytes()


@pytest.mark.parametrize("export", EXPORTS.values(), ids=EXPORTS)
def test_what_recco_wrote_before_is_replaced_without_a_question(sample, tmp_path, export) -> None:
    path = tmp_path / "out"
    assert sample(*export, str(path)).status == 0
    first = everything(tmp_path)
    if path.is_dir():
        (path / "mine.csv").write_text("id,name\n")
    sample("contact", "edit", "John Silva", "--note", "plays chess")
    sample("recommendation", "add", "John Silva", "received", text_file(tmp_path))
    assert sample(*export, str(path)).status == 0
    assert {name for name in first if everything(tmp_path)[name] != first[name]} > {"recco.db"}
    if path.is_dir():
        assert (path / "mine.csv").read_text() == "id,name\n"


def text_file(folder: Path) -> str:
    (folder / "text.txt").write_text("The best developer of us all, a developer who listens.")
    return str(folder / "text.txt")


@pytest.mark.parametrize("export", EXPORTS.values(), ids=EXPORTS)
def test_someone_else_s_file_needs_yes_where_no_one_can_be_asked(sample, tmp_path, export) -> None:
    path = tmp_path / "out"
    path.write_text("mine")
    if export == EXPORTS["csv"]:
        path.unlink()
        path.mkdir()
        (path / "asks.csv").write_text("mine")
    before = everything(path.parent)
    said = sample(*export, str(path))
    assert (said.status, said.out) == (1, "")
    assert "--yes" in said.err
    assert str(path) in said.err
    assert everything(path.parent) == before
    assert sample(*export, str(path), "--yes").status == 0
    assert everything(path.parent) != before
    assert sample(*export, str(path)).status == 0


def test_a_resume_that_was_edited_since_is_not_lost(sample, tmp_path: Path) -> None:
    path = tmp_path / "resume.md"
    sample("export", "resume", str(path))
    path.write_text(path.read_text().replace("# Recommendations", "# What they say"))
    said = sample("export", "resume", str(path))
    assert said.status == 1
    assert "was changed since recco wrote it" in said.err
    assert path.read_text().startswith("# What they say")


def test_a_table_that_was_edited_since_is_not_lost(sample, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    sample("export", "csv", str(folder))
    (folder / "contacts.csv").write_text("id,name\n1,Mine\n")
    before = everything(tmp_path)
    said = sample("export", "csv", str(folder))
    assert said.status == 1
    assert "changed since: contacts.csv" in said.err
    assert everything(tmp_path) == before


def test_an_empty_file_is_replaced_without_a_question(sample, tmp_path: Path) -> None:
    """As `recco export json "$(mktemp)"` hands one over."""
    (tmp_path / "out").touch()
    assert sample("export", "json", str(tmp_path / "out")).status == 0


@pytest.mark.parametrize(
    ("typed", "status", "replaced"),
    [("y\r", 0, True), ("n\r", 1, False), ("\r", 1, False), ("\x04", 130, False)],
    ids=["yes", "no", "neither", "end of input"],
)
def test_at_a_terminal_it_asks(sample, tmp_path: Path, typed, status, replaced) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("mine")
    command = [sys.executable, "-m", "recco_tui", "--db", str(tmp_path / "recco.db")]
    with Terminal([*command, "--now", TODAY, "export", "json", str(path)], 200) as terminal:
        terminal.until(b"notes.txt exists and was not created by recco. Replace it? [y/N] ")
        terminal.press(typed.encode())
        assert terminal.ended() == status
    assert (path.read_text() != "mine") is replaced


def test_the_question_goes_to_standard_error(sample, tmp_path: Path) -> None:
    path, out = tmp_path / "notes.txt", tmp_path / "out"
    path.write_text("mine")
    program = f"{sys.executable} -m recco_tui --db {tmp_path}/recco.db backup --json {path} > {out}"
    with Terminal(["sh", "-c", program], 200) as terminal:
        terminal.until(b"Replace it? [y/N] ")
        terminal.press(b"n\r")
        assert terminal.ended() == 1
        assert b"Nothing was changed." in terminal.output
    assert out.read_text() == ""
    assert path.read_text() == "mine"
