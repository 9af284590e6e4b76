"""`recco import`: the counts, the refusals, and nothing written where nothing should be."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

import pytest

from recco_tui.locations import sample_folder

EXPORT = sample_folder() / "linkedin"
HEAD = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"


def _zip(path: Path, tables: dict[str, str]) -> str:
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in tables.items():
            archive.writestr(name, text)
    return str(path)


def _person(first: str, last: str, company: str = "") -> str:
    slug = f"{first}-{last}".lower()
    return f"{first},{last},https://www.linkedin.com/in/{slug},,{company},,20 Nov 2025\n"


def test_an_export_is_counted_as_its_files_say(recco) -> None:
    outcome = recco("import", str(EXPORT), "--json")
    assert (outcome.status, outcome.err) == (0, "")
    document = outcome.json
    assert list(document) == [
        "contacts", "recommendations", "asks", "requests", "unsure", "gone", "gone_texts",
        "warnings", "ignored", "files", "owner", "undo",
    ]  # fmt: skip
    assert document["contacts"] == {"new": 43, "updated": 0, "unchanged": 0, "nameless": 1}
    assert document["recommendations"] == {
        "given": {"new": 7, "updated": 0, "unchanged": 0},
        "received": {"new": 12, "updated": 0, "unchanged": 0},
    }
    assert document["asks"] == {"new": 6, "updated": 0, "unchanged": 0}
    assert document["requests"] == {"new": 3, "updated": 0, "unchanged": 0}
    assert document["unsure"] == []
    assert [list(row) for row in document["ignored"]] == [["file", "line", "why"]]
    assert len(document["files"]) == len(list(EXPORT.glob("*.csv")))
    assert document["undo"] == recco("log", "--json").json[0]["id"]


def test_the_same_export_again_changes_nothing(recco) -> None:
    first = recco("import", str(EXPORT), "--json").json
    again = recco("import", str(EXPORT), "--json").json
    assert again["undo"] is None
    assert again["contacts"] == {"new": 0, "updated": 0, "unchanged": 43, "nameless": 1}
    assert again["asks"] == {"new": 0, "updated": 0, "unchanged": first["asks"]["new"]}
    assert len(recco("log", "--json").json) == 1
    assert recco("import", str(EXPORT)).out.splitlines()[-1] == "Nothing in it was new."


@pytest.mark.usefixtures("no_file")
def test_a_dry_run_says_the_same_and_writes_nothing(recco, tmp_path: Path) -> None:
    dry = recco("import", str(EXPORT), "--dry-run", "--json").json
    assert not (tmp_path / "recco.db").exists()
    done = recco("import", str(EXPORT), "--json").json
    assert dry == {**done, "undo": None}
    assert "Nothing was written" in recco("import", str(EXPORT), "--dry-run").out


def test_an_import_is_one_change(recco) -> None:
    recco("import", str(EXPORT))
    recco("undo")
    assert recco("contact", "list", "--json").json == []
    recco("redo")
    assert len(recco("contact", "list", "--json").json) == 43


def test_lines_say_what_was_left_out_and_where(recco) -> None:
    lines = recco("import", str(EXPORT)).out.splitlines()
    assert lines[1].split() == ["people", "43", "0", "0"]
    assert any(line.startswith("  messages.csv:5: ") for line in lines)
    assert lines[-1] == "Imported; 'recco undo' reverts it."


def test_several_archives_go_in_oldest_first(recco, tmp_path: Path) -> None:
    newer = _zip(
        tmp_path / "Basic_LinkedInDataExport_11-20-2026.zip",
        {"Connections.csv": HEAD + _person("Ann", "Lee", "Bar")},
    )
    older = _zip(
        tmp_path / "Basic_LinkedInDataExport_11-20-2025.zip",
        {"Connections.csv": HEAD + _person("Ann", "Lee", "Acme") + _person("Ben", "Ali")},
    )
    dry = recco("import", newer, older, "--dry-run", "--json").json
    done = recco("import", newer, older, "--json").json
    assert dry == {**done, "undo": None}
    assert done["contacts"]["new"] == 2
    people = {one["name"]: one for one in recco("contact", "list", "--json").json}
    assert people["Ann Lee"]["company"] == "Bar"
    assert people["Ben Ali"]["missing_since"] == "2026-11-20"
    recco("undo", "--to", str(done["undo"] - 1))
    assert recco("contact", "list", "--json").json == []


@pytest.mark.usefixtures("no_file")
def test_a_dry_run_of_several_archives_leaves_no_copy_and_makes_no_file(
    recco, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = _zip(tmp_path / "one.zip", {"Connections.csv": HEAD + _person("Ann", "Lee")})
    second = _zip(tmp_path / "two.zip", {"Connections.csv": HEAD + _person("Ben", "Ali")})
    for db in (tmp_path / "other.db", tmp_path / "recco.db"):
        with monkeypatch.context() as patched:
            patched.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
            dry = recco("import", first, second, "--dry-run", "--json", db=db)
        assert (dry.status, dry.err) == (0, "")
        assert dry.json["contacts"]["new"] == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one.zip", "two.zip"]


def test_single_tables_belong_together(recco) -> None:
    tables = [str(file) for file in EXPORT.glob("*.csv")]
    document = recco("import", *tables, "--json").json
    assert document["contacts"]["new"] == 43
    assert len(recco("log", "--json").json) == 1


def _given(name: str, text: str) -> str:
    head = "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"
    return f'{head}{name},,,"{text}","11/02/25, 09:10 AM",VISIBLE\n'


def test_an_unsure_person_is_a_question_settled_by_an_answer(recco, tmp_path: Path) -> None:
    twins = "".join(
        f"David,Kim,https://www.linkedin.com/in/kim-{n},,Acme {n},,20 Nov 2025\n" for n in (1, 2)
    )
    archive = _zip(
        tmp_path / "export.zip",
        {
            "Connections.csv": HEAD + twins,
            "Recommendations_Given.csv": _given("David,Kim", "David taught me to test."),
        },
    )
    dry = recco("import", archive, "--dry-run", "--json").json
    (question,) = dry["unsure"]
    assert {one["choice"] for one in question["candidates"]} >= {"kim-1", "kim-2"}
    lines = recco("import", archive, "--dry-run").out
    assert f"--answer '{question['key']}=kim-2'" in lines
    settled = recco("import", archive, "--answer", f"{question['key']}=kim-2", "--json").json
    assert settled["unsure"] == []
    given = recco("recommendation", "list", "--json").json
    (kim,) = [c for c in recco("contact", "list", "--json").json if c["company"] == "Acme 2"]
    assert [one["contact_id"] for one in given] == [kim["id"]]


def test_very_many_warnings_and_choices_are_counted_and_not_all_listed(
    recco, tmp_path: Path
) -> None:
    twins = "".join(
        f"David,Kim,https://www.linkedin.com/in/kim-{n},,Acme {n},,20 Nov 2025\n" for n in range(60)
    )
    head, _, text = _given("David,Kim", "David taught me to test.").partition("\n")
    texts = "".join(text.replace("test.", f"{n}.").replace("11/02/25", "soon") for n in range(150))
    files = {"Connections.csv": HEAD + twins, "Recommendations_Given.csv": f"{head}\n{texts}"}
    lines = recco("import", _zip(tmp_path / "x.zip", files), "--dry-run").out.splitlines()
    assert sum(line.startswith("! Recommendations_Given.csv line") for line in lines) == 20
    assert "! and 81 more" in lines  # of 101: the last one counts 50 rows
    assert sum("--answer 'David Kim=kim-" in line for line in lines) == 20
    assert "    and 40 more: --json lists all" in lines


@pytest.mark.parametrize("answer", ["kim-2", "=kim-2", "key="])
def test_an_answer_is_key_and_choice(recco, answer: str) -> None:
    outcome = recco("import", str(EXPORT), "--answer", answer)
    assert (outcome.status, "is not KEY=CHOICE" in outcome.err) == (2, True)


def _empty(path: Path) -> Path:
    path.write_bytes(b"")
    return path


def _letter(path: Path) -> Path:
    path.write_text("Dear Ann,\nthank you.\n")
    return path


def _empty_zip(path: Path) -> Path:
    _zip(path, {})
    return path


def _cut_off(path: Path) -> Path:
    _zip(path, {"Connections.csv": HEAD + _person("Ann", "Lee") * 50})
    path.write_bytes(path.read_bytes()[:200])
    return path


def _climbing(path: Path) -> Path:
    _zip(path, {"../../Connections.csv": HEAD + _person("Ann", "Lee")})
    return path


FAULTS = [_empty, _letter, _empty_zip, _cut_off, _climbing, lambda path: path / "absent"]


@pytest.mark.parametrize("make", FAULTS, ids=lambda make: make.__name__.strip("_<>"))
def test_what_is_no_export_is_status_3_and_changes_nothing(recco, tmp_path: Path, make) -> None:
    recco("contact", "add", "Ben")
    outcome = recco("import", str(EXPORT), str(make(tmp_path / "export.zip")), "--json")
    assert (outcome.status, outcome.out) == (3, "")
    assert outcome.err.count("\n") == 1
    assert [one["name"] for one in recco("contact", "list", "--json").json] == ["Ben"]


@pytest.mark.parametrize("name", ["fifo.csv", "fifo.zip", "fifo.json", "linked.csv"])
def test_a_pipe_is_refused_at_once_and_not_waited_for(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name.replace("linked", "fifo"))
    (tmp_path / "linked.csv").symlink_to(tmp_path / "fifo.csv")
    command = ["--db", str(tmp_path / "recco.db"), "import", str(tmp_path / name)]
    ran = subprocess.run(
        [sys.executable, "-m", "recco_tui", *command],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
        timeout=60,
        check=False,
    )
    assert (ran.returncode, ran.stdout) == (3, "")
    assert ran.stderr == (
        f"recco: {name} is a pipe, not a file or folder. Choose the export itself.\n"
    )
    assert not (tmp_path / "recco.db").exists()


def test_a_pipe_beside_an_export_spoils_nothing(recco, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo.csv")
    outcome = recco("import", str(EXPORT), str(tmp_path / "fifo.csv"))
    assert (outcome.status, "fifo.csv is a pipe" in outcome.err) == (3, True)
    assert recco("contact", "list", "--json").json == []


def test_years_at_the_end_of_the_calendar_are_reported_and_harm_nothing(
    recco, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")  # 14 hours ahead
    time.tzset()
    try:
        archive = _zip(
            tmp_path / "export.zip",
            {
                "Connections.csv": HEAD + _person("Ann", "Lee").replace("2025", "9999"),
                "Recommendations_Received.csv": _given("Ann,Lee", "Good.").replace("/25", "/9999"),
            },
        )
        done = recco("import", archive, "--json")
        assert (done.status, done.err) == (0, "")
        assert done.json["recommendations"]["received"]["new"] == 1
        assert "the date can't be read" in recco("import", archive).out
        for command in ("today", "board", "owed"):
            assert recco(command).err == ""
    finally:
        monkeypatch.undo()
        time.tzset()


def test_the_files_are_only_read(recco, tmp_path: Path) -> None:
    copy = tmp_path / "export"
    shutil.copytree(EXPORT, copy)
    before = {file.name: (file.read_bytes(), file.stat().st_mtime_ns) for file in copy.iterdir()}
    recco("import", str(copy))
    after = {file.name: (file.read_bytes(), file.stat().st_mtime_ns) for file in copy.iterdir()}
    assert after == before


def test_the_same_files_again_say_the_same_read_or_remembered(recco, tmp_path: Path) -> None:
    recco("import", str(EXPORT))
    remembered = recco("import", str(EXPORT), "--json").json
    words = recco("import", str(EXPORT)).out
    recco("contact", "add", "Someone Else")
    recco("undo")
    assert recco("import", str(EXPORT), "--json").json == remembered
    assert recco("import", str(EXPORT)).out == words


def test_what_was_changed_since_is_read_again(recco, tmp_path: Path) -> None:
    export = tmp_path / "export"
    shutil.copytree(EXPORT, export)
    recco("import", str(export))
    with (export / "Connections.csv").open("a") as file:
        file.write("\n" + _person("Nova", "Late"))
    assert recco("import", str(export), "--json").json["contacts"]["new"] == 1
    recco("undo")
    recco("undo")
    assert recco("import", str(export), "--json").json["contacts"]["new"] == 44


def test_the_open_file_itself_is_no_export(recco, tmp_path: Path) -> None:
    recco("contact", "add", "Ann Lee")
    said = recco("import", str(tmp_path / "recco.db"))
    assert (said.status, said.err) == (
        1,
        "recco: recco.db is recco's own file. Choose your LinkedIn export.\n",
    )
