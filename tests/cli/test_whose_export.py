"""Whose export it is, which of two is newer, and a file that holds only a part of a network."""

import os
import zipfile
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest

HEAD = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
PROFILE = "First Name,Last Name,Headline\n"
MESSAGES = "CONVERSATION ID,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER\n"
TEXTS = "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"
PEOPLE = ("Ann Lee", "Bo Ray", "Cy Poe", "Di Fox", "Ed Orr", "Fay Ito", "Gus Kim", "Hal Moe")
FIRST_DAY = date(2020, 3, 14)


def people(names: tuple[str, ...], company: str = "Acme", since: date = FIRST_DAY) -> str:
    """Connections, each of another day; a name has the same day wherever it stands in the list."""
    rows = ""
    for name in names:
        first, last = name.split()
        day = since + timedelta(days=PEOPLE.index(name) if name in PEOPLE else 40)
        slug = name.lower().replace(" ", "-")
        url = f"https://www.linkedin.com/in/{slug}"
        rows += f"{first},{last},{url},,{company},Engineer,{day:%d %b %Y}\n"
    return HEAD + rows


def owned(
    name: str, slug: str = "", names: tuple[str, ...] = PEOPLE, **more: str
) -> dict[str, str]:
    """The files of one member's export; `slug` '' where no message tells it."""
    first, last = name.split()
    files = {"Profile.csv": f"{PROFILE}{first},{last},Head\n", "Connections.csv": people(names)}
    if slug:
        url = f"https://www.linkedin.com/in/{slug}"
        other = "https://www.linkedin.com/in/ann-lee"
        files["messages.csv"] = (
            f"{MESSAGES}c1,{name},{url},Ann Lee,{other},2026-10-01 10:00:00 UTC,,hello,INBOX\n"
        )
    return {**files, **more}


def zipped(folder: Path, files: Mapping[str, str], day: str = "11-01-2026") -> str:
    folder.mkdir(exist_ok=True)
    path = folder / f"Basic_LinkedInDataExport_{day}.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return str(path)


def written(folder: Path, files: Mapping[str, str]) -> str:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return str(folder)


STRANGERS = ("Ivy Nee", "Jo Quin", "Kay Tam")


@pytest.fixture
def sams(recco, tmp_path: Path):
    """A file into which Sam Owner's export was imported."""
    outcome = recco("import", zipped(tmp_path / "sam", owned("Sam Owner", "sam-owner")))
    assert outcome.status == 0
    return recco


# -- whose -----------------------------------------------------------------------------------------


def test_another_members_export_is_refused_with_both_names_and_the_way_on(sams, tmp_path) -> None:
    kims = zipped(tmp_path / "kim", owned("Kim Other", "kim-other", STRANGERS), "11-02-2026")
    for options in ((), ("--dry-run",)):
        outcome = sams("import", kims, *options)
        assert outcome.status == 3
        assert "This export is Kim Other's, but this file is Sam Owner's" in outcome.err
        assert "--db" in outcome.err
        assert "--same-person" in outcome.err
    assert len(sams("contact", "list", "--json").json) == len(PEOPLE)
    assert len(sams("log", "--json").json) == 1


def test_two_members_exports_at_once_are_refused(recco, tmp_path: Path) -> None:
    one = zipped(tmp_path / "a", owned("Sam Owner", "sam-owner"))
    other = zipped(tmp_path / "b", owned("Kim Other", "kim-other", STRANGERS), "11-02-2026")
    outcome = recco("import", one, other)
    assert outcome.status == 3
    assert "different people (Sam Owner and Kim Other)" in outcome.err
    assert recco("contact", "list", "--json").json == []


def test_colleagues_who_share_some_connections_are_two(sams, tmp_path: Path) -> None:
    """They met the same people, on other days."""
    met_later = people(PEOPLE[:4], since=date(2022, 1, 1)) + people(STRANGERS).removeprefix(HEAD)
    files = owned("Kim Other", "kim-other") | {"Connections.csv": met_later}
    assert sams("import", zipped(tmp_path / "kim", files, "11-02-2026")).status == 3


SAME = {
    "a new name": owned("Sam Married", "sam-owner"),
    "a new address": owned("Sam Owner", "sam-2"),
    "a credential": owned("Sam Owner,") | {"Profile.csv": f'{PROFILE}Sam,"Owner, PhD",Head\n'},
    "a new name and address, the same connections": owned("Kim Married", "kim-married"),
    "no name at all": {"Connections.csv": people(PEOPLE)},
}


@pytest.mark.parametrize("files", SAME.values(), ids=SAME)
def test_the_same_owner_goes_through(sams, tmp_path: Path, files: dict[str, str]) -> None:
    outcome = sams("import", zipped(tmp_path / "new", files, "11-20-2026"))
    assert (outcome.status, outcome.err) == (0, "")


def test_a_text_of_the_same_minute_shows_that_it_is_the_same_owner(recco, tmp_path: Path) -> None:
    text = {
        "Recommendations_Received.csv": f'{TEXTS}Ann,Lee,Acme,CTO,Good.,"03/05/24, 09:15 AM",VISIBLE\n'
    }
    before = owned("Sam Owner", "sam-owner", PEOPLE[:2]) | text
    after = owned("Kim Married", "kim-married", PEOPLE[:2]) | text
    assert recco("import", zipped(tmp_path / "a", before)).status == 0
    assert recco("import", zipped(tmp_path / "b", after, "11-20-2026")).status == 0


def test_same_person_lets_another_name_and_address_in_from_then_on(sams, tmp_path: Path) -> None:
    changed = owned("Kim Married", "kim-married", (*STRANGERS, *PEOPLE[:3]))
    changed["Connections.csv"] = people((*STRANGERS, *PEOPLE[:3]), since=date(2021, 1, 1))
    path = zipped(tmp_path / "kim", changed, "11-20-2026")
    assert sams("import", path).status == 3
    assert sams("import", path, "--same-person", "--part").status == 0
    assert sams("import", path, "--part").status == 0
    assert sams("whose").out == "Kim Married (linkedin.com/in/kim-married)\n"


def test_undo_of_the_first_import_leaves_the_file_to_anybody(sams, tmp_path: Path) -> None:
    assert sams("undo").status == 0
    kims = zipped(tmp_path / "kim", owned("Kim Other", "kim-other", STRANGERS))
    assert sams("import", kims).status == 0


def test_whose_tells_the_owner_of_the_file(sams) -> None:
    assert sams("whose").out == "Sam Owner (linkedin.com/in/sam-owner)\n"
    assert sams("whose", "--json").json == {
        "name": "Sam Owner",
        "url": "https://www.linkedin.com/in/sam-owner",
    }
    checks = {check["check"]: check for check in sams("doctor", "--json").json["checks"]}
    assert "Sam Owner (linkedin.com/in/sam-owner)" in checks["owner"]["says"]


def test_whose_is_a_no_while_nothing_has_told(recco, tmp_path: Path) -> None:
    assert recco("whose").status == 1
    recco("import", zipped(tmp_path / "x", {"Connections.csv": people(PEOPLE)}))
    outcome = recco("whose", "--json")
    assert (outcome.status, outcome.json) == (1, {"name": "", "url": None})


def test_json_of_an_import_names_the_owner(recco, tmp_path: Path) -> None:
    path = zipped(tmp_path / "sam", owned("Sam Owner", "sam-owner"))
    owner = {"name": "Sam Owner", "url": "https://www.linkedin.com/in/sam-owner"}
    assert recco("import", path, "--dry-run", "--json").json["owner"] == owner
    assert recco("import", path, "--json").json["owner"] == owner
    assert recco("import", path, "--json").json["owner"] == owner


@pytest.mark.parametrize("slugs", [("sam-owner", "kim-other"), ("", "")], ids=["told", "untold"])
def test_a_folder_with_two_members_exports_is_refused(
    recco, tmp_path: Path, slugs: tuple[str, str]
) -> None:
    files = {f"sam/{name}": text for name, text in owned("Sam Owner", slugs[0]).items()}
    kims = owned("Kim Other", slugs[1], STRANGERS)
    files |= {f"kim/{name}": text for name, text in kims.items()}
    outcome = recco("import", written(tmp_path / "both", files))
    assert outcome.status == 3
    assert "different people" in outcome.err
    assert "Sam Owner" in outcome.err
    assert "Kim Other" in outcome.err


def test_a_folder_with_two_exports_of_one_who_married_is_read(recco, tmp_path: Path) -> None:
    old = "Basic_LinkedInDataExport_01-01-2025"
    new = "Basic_LinkedInDataExport_11-01-2026"
    files = {f"{old}/{name}": text for name, text in owned("Sam Owner", "sam-owner").items()}
    files |= {f"{new}/{name}": text for name, text in owned("Sam Married", "sam-m").items()}
    assert recco("import", written(tmp_path / "both", files)).status == 0
    assert recco("whose").out.startswith("Sam Married")


# -- which is newer --------------------------------------------------------------------------------


def test_an_old_file_with_todays_date_fills_gaps_only(recco, tmp_path: Path) -> None:
    """Its newest connection is older than the newest one known."""
    newest = people(("Ivy Nee",), "Acme", date(2026, 9, 1)).removeprefix(HEAD)
    now = {"Connections.csv": people(PEOPLE, "New Co") + newest}
    recco("import", zipped(tmp_path / "now", now, "11-20-2026"))
    old = written(tmp_path / "old", {"Connections.csv": people(PEOPLE, "Old Co")})
    os.utime(Path(old) / "Connections.csv", (2**31 - 1, 2**31 - 1))
    document = recco("import", f"{old}/Connections.csv", "--json").json
    assert document["gone"] == 0
    assert any("older than one you imported before" in warning for warning in document["warnings"])
    rows = recco("contact", "list", "--json").json
    assert {row["company"] for row in rows if row["name"] != "Ivy Nee"} == {"New Co"}
    assert not any(row["missing_since"] for row in rows)


def test_an_old_file_packed_anew_is_as_old_as_its_rows(recco, tmp_path: Path) -> None:
    newest = people(("Ivy Nee",), "Acme", date(2026, 9, 1)).removeprefix(HEAD)
    now = {"Connections.csv": people(PEOPLE, "New Co") + newest}
    recco("import", zipped(tmp_path / "now", now, "11-20-2026"))
    path = zipped(tmp_path / "old", {"Connections.csv": people(PEOPLE, "Old Co")})
    renamed = Path(path).rename(tmp_path / "export.zip")
    assert recco("import", str(renamed)).status == 0
    assert recco("contact", "show", "Ann Lee", "--json").json["company"] == "New Co"


def test_a_new_file_without_a_date_in_its_name_is_new(recco, tmp_path: Path) -> None:
    recco("import", zipped(tmp_path / "then", {"Connections.csv": people(PEOPLE, "Old Co")}))
    files = {
        "Connections.csv": people(PEOPLE[:-1], "New Co")
        + people(("Ivy Nee",), since=date(2026, 11, 2) - timedelta(days=40)).removeprefix(HEAD)
    }
    path = written(tmp_path / "new", files)
    os.utime(Path(path) / "Connections.csv", (1, 1))
    assert recco("import", f"{path}/Connections.csv", "--json").json["gone"] == 1
    assert recco("contact", "show", "Ann Lee", "--json").json["company"] == "New Co"


def test_of_two_dated_folders_the_newer_one_is_read_however_small(recco, tmp_path: Path) -> None:
    files = {
        "Basic_LinkedInDataExport_01-01-2025/Connections.csv": people(PEOPLE, "Old Co" * 20),
        "Complete_LinkedInDataExport_11-01-2026/Connections.csv": people(PEOPLE[:6], "New Co"),
    }
    outcome = recco("import", written(tmp_path / "both", files), "--json")
    assert [row["file"] for row in outcome.json["ignored"]] == [next(iter(files))]
    assert {row["company"] for row in recco("contact", "list", "--json").json} == {"New Co"}
    assert outcome.json["contacts"]["new"] == 6


def test_of_two_undated_folders_the_one_with_the_newest_connection_is_read(
    recco, tmp_path: Path
) -> None:
    newer = people(PEOPLE[:5], "New Co") + people(
        ("Ivy Nee",), since=date(2026, 5, 1)
    ).removeprefix(HEAD)
    files = {"a/Connections.csv": people(PEOPLE, "Old Co" * 20), "b/Connections.csv": newer}
    recco("import", written(tmp_path / "both", files))
    assert recco("contact", "show", "Ann Lee", "--json").json["company"] == "New Co"


# -- a part of a network ---------------------------------------------------------------------------


@pytest.fixture
def part(sams, tmp_path: Path) -> str:
    """Three of the eight connections, saved from a spreadsheet."""
    return written(tmp_path / "part", {"Connections.csv": people(PEOPLE[:2] + PEOPLE[-1:])})


def test_a_part_of_a_network_marks_no_one_before_it_is_answered(sams, part: str) -> None:
    outcome = sams("import", part)
    assert outcome.status == 1
    assert "5 of the 8 connections" in outcome.err
    assert "--part" in outcome.err
    assert "--gone" in outcome.err
    assert not any(row["missing_since"] for row in sams("contact", "list", "--json").json)
    assert len(sams("log", "--json").json) == 1
    dry = sams("import", part, "--dry-run")
    assert dry.status == 0
    assert "Did they leave" in dry.out
    assert "Without --part or --gone it would be refused" in dry.out
    assert sams("import", part, "--dry-run", "--json").json["gone"] == 0


def test_the_answer_part_keeps_all_and_the_next_whole_export_is_no_old_one(
    sams, part: str, tmp_path: Path
) -> None:
    document = sams("import", part, "--part", "--json").json
    assert document["gone"] == 0
    assert any("5 of the 8" in warning for warning in document["warnings"])
    whole = zipped(tmp_path / "next", owned("Sam Owner", "sam-owner", PEOPLE[:-1]), "11-20-2026")
    assert sams("import", whole, "--json").json["gone"] == 1


def test_the_answer_gone_marks_them_and_undo_takes_it_back(sams, part: str) -> None:
    outcome = sams("import", part, "--gone")
    assert outcome.status == 0
    assert (
        "5 of the 8 connections known so far are not in it. They are marked as gone" in outcome.out
    )
    gone = [row for row in sams("contact", "list", "--json").json if row["missing_since"]]
    assert len(gone) == 5
    assert sams("import", part, "--json").json["gone"] == 0
    sams("undo")
    assert not any(row["missing_since"] for row in sams("contact", "list", "--json").json)


def test_a_part_without_its_newest_connection_is_asked_about_too(sams, tmp_path: Path) -> None:
    """By its rows it is older; but an older file would hold what is older still."""
    path = written(tmp_path / "part", {"Connections.csv": people((PEOPLE[6],))})
    assert "6 of the 8" not in sams("import", path, "--part").err
    assert sams("import", path).status == 1
    assert sams("import", path, "--gone", "--json").json["gone"] == 7


def test_the_whole_export_after_a_part_asks_before_it_marks_the_rest(recco, tmp_path: Path) -> None:
    """Read first, the part is the newest that is known: all others would come in as gone."""
    part = written(tmp_path / "part", {"Connections.csv": people(PEOPLE[-2:])})
    recco("import", part)
    old = zipped(tmp_path / "old", {"Connections.csv": people(PEOPLE)}, "01-01-2020")
    assert recco("import", old).status == 1
    assert recco("import", old, "--part", "--json").json["gone"] == 0
    assert not any(row["missing_since"] for row in recco("contact", "list", "--json").json)


MANY = tuple(f"{first} {last}" for first in ("Al", "Bea", "Cid", "Dot") for last in "VWXYZ")
"""Twenty people."""


@pytest.mark.parametrize(("left", "warned"), [(1, False), (2, True), (9, True)])
def test_from_a_tenth_on_the_number_is_told(recco, tmp_path: Path, left: int, warned: bool) -> None:
    recco("import", zipped(tmp_path / "a", {"Connections.csv": people(MANY)}))
    fewer = zipped(tmp_path / "b", {"Connections.csv": people(MANY[left:])}, "11-20-2026")
    document = recco("import", fewer, "--json").json
    assert document["gone"] == left
    assert any(f"{left} of the 20" in warning for warning in document["warnings"]) is warned
    assert recco("import", fewer, "--json").json["warnings"] == []


def test_half_of_a_network_is_asked_about(recco, tmp_path: Path) -> None:
    recco("import", zipped(tmp_path / "a", {"Connections.csv": people(MANY)}))
    half = zipped(tmp_path / "b", {"Connections.csv": people(MANY[10:])}, "11-20-2026")
    assert recco("import", half).status == 1


def test_few_who_left_are_still_named(sams, tmp_path: Path) -> None:
    fewer = zipped(tmp_path / "new", owned("Sam Owner", "sam-owner", PEOPLE[:-1]), "11-20-2026")
    assert (
        "1 of the 8 connections known so far is not in it. They are marked as gone"
        in sams("import", fewer).out
    )


def test_a_text_that_is_gone_is_told_as_well(recco, tmp_path: Path) -> None:
    row = '{0},Lee,Acme,CTO,Good {0}.,"03/05/24, 09:15 AM",VISIBLE\n'
    both = {"Recommendations_Received.csv": TEXTS + row.format("Ann") + row.format("Bob")}
    one = {"Recommendations_Received.csv": TEXTS + row.format("Ann")}
    recco("import", zipped(tmp_path / "a", both))
    outcome = recco("import", zipped(tmp_path / "b", one, "11-20-2026"))
    assert "1 recommendation no longer in the export: marked as gone" in outcome.out
