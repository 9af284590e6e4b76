"""Every shape an export comes in is found, and everything else is one sentence."""

import io
import os
import stat
import struct
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from recco_tui.core.errors import ArchiveError, Cancelled
from recco_tui.core.export import Export
from recco_tui.importing.read import archive, choosing
from recco_tui.importing.read.reader import ReadingProgress, read_export

Make = Callable[..., Path]
Read = Callable[..., Export]

HEAD = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
ANA = "Ana,Díaz,https://www.linkedin.com/in/ana-diaz,,Acme,CTO,04 Apr 2021\n"
CONNECTIONS = HEAD + ANA
TEXTS = (
    "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"
    'Ana,Díaz,Acme,CTO,Good.,"11/16/26, 10:42 AM",VISIBLE\n'
)
BOTH = {"Connections.csv": CONNECTIONS, "Recommendations_Received.csv": TEXTS}


def sizes(export: Export) -> tuple[int, int]:
    return len(export.connections), len(export.recommendations)


def refusal(*paths: Path) -> str:
    with pytest.raises(ArchiveError) as caught:
        read_export(paths)
    sentence = str(caught.value)
    assert "\n" not in sentence
    assert sentence.endswith(".")
    assert sentence.count(". ") <= 1
    return sentence


LAYOUTS = {
    "flat": "",
    "one folder": "export/",
    "three folders": "a/b/c/",
    "folder named like a zip": "Basic_LinkedInDataExport_11-20-2026.zip/",
    "leading dot": "./",
}


@pytest.mark.parametrize("prefix", LAYOUTS.values(), ids=LAYOUTS)
@pytest.mark.parametrize("kind", ["zip", "folder"])
def test_files_are_found_in_leading_folders(
    folder: Make, zipped: Make, kind: str, prefix: str
) -> None:
    files = {prefix + name: text for name, text in BOTH.items()}
    path = zipped(files) if kind == "zip" else folder(files)
    assert sizes(read_export([path])) == (1, 1)


@pytest.mark.parametrize(
    "name",
    [
        "Basic_LinkedInDataExport_11-20-2026.zip",
        "Complete_LinkedInDataExport_11-20-2026.zip.zip",
        "Complete_LinkedInDataExport_11-20-2026.zip (1).zip",
        "export.bin",
        "no suffix",
    ],
)
def test_an_archive_may_have_any_name(zipped: Make, name: str) -> None:
    assert sizes(read_export([zipped(BOTH, name)])) == (1, 1)


def test_a_folder_may_be_named_like_an_archive(folder: Make) -> None:
    path = folder(BOTH, "Basic_LinkedInDataExport_11-20-2026.zip")
    export = read_export([path])
    assert sizes(export) == (1, 1)
    assert export.exported_on == date(2026, 11, 20)


def test_a_single_file_is_an_export(folder: Make) -> None:
    assert sizes(read_export([folder(BOTH) / "Connections.csv"])) == (1, 0)


def test_a_single_file_may_have_any_name(folder: Make) -> None:
    assert sizes(read_export([folder({"leute.txt": CONNECTIONS}) / "leute.txt"])) == (1, 0)


def test_files_with_names_of_their_own_are_known_by_their_header(zipped: Make) -> None:
    export = read_export([zipped({"Kontakte.csv": CONNECTIONS, "Notizen.csv": "a,b\n1,2\n"})])
    assert [(f.file, f.what) for f in export.files] == [("Kontakte.csv", "connections")]
    assert export.ignored == ()


def test_the_header_wins_over_the_name(zipped: Make) -> None:
    export = read_export([zipped({"messages.csv": CONNECTIONS})])
    assert sizes(export) == (1, 0)


def test_copies_of_the_system_are_passed_over(zipped: Make) -> None:
    junk = {
        "__MACOSX/._Connections.csv": b"\x00\x05\x16\x07",
        "__MACOSX/Connections.csv": b"\x00\x05\x16\x07",
        "._Connections.csv": b"\x00\x05\x16\x07",
        ".DS_Store": b"\x00",
        "Jobs/Job Applications.csv": "a,b\n",
        "Shares.csv": "Date,ShareLink\n",
        "photo.png": b"\x89PNG",
    }
    export = read_export([zipped({**junk, **BOTH})])
    assert sizes(export) == (1, 1)
    assert export.ignored == ()


def test_of_two_copies_the_shallower_is_read_then_the_larger(zipped: Make) -> None:
    more = ANA.replace("ana-diaz", "other")
    files = {
        "old/Connections.csv": CONNECTIONS + more * 9,
        "Connections.csv": CONNECTIONS,
        "a/Profile.csv": "First Name,Last Name,Headline\nMara,Lind,x\n",
        "b/Profile.csv": "First Name,Last Name,Headline\nMara,Lindqvist,longer\n",
    }
    export = read_export([zipped(files)])
    assert [c.slug for c in export.connections] == ["ana-diaz"]
    assert export.owner_name == "Mara Lindqvist"
    assert [(i.file, i.line) for i in export.ignored] == [
        ("old/Connections.csv", 0),
        ("a/Profile.csv", 0),
    ]


def test_the_parts_of_a_split_file_are_all_read(zipped: Make) -> None:
    bob = CONNECTIONS.replace("ana-diaz", "bob")
    export = read_export([zipped({"Connections_1.csv": CONNECTIONS, "Connections_2.csv": bob})])
    assert [c.slug for c in export.connections] == ["ana-diaz", "bob"]


DATES = {
    "the name": ("Basic_LinkedInDataExport_02-03-2024.zip", date(2024, 2, 3)),
    "no day": ("Basic_LinkedInDataExport_13-40-2024.zip", date(2021, 4, 4)),
    "the newest row": ("mine.zip", date(2021, 4, 4)),
}


@pytest.mark.parametrize(("name", "day"), DATES.values(), ids=DATES)
def test_the_day_of_the_export_is_told(tmp_path: Path, name: str, day: date) -> None:
    with zipfile.ZipFile(tmp_path / name, "w") as made:
        for file, month in (("Connections.csv", 4), ("Profile.csv", 5)):
            made.writestr(zipfile.ZipInfo(file, (2026, month, 6, 1, 1, 0)), CONNECTIONS)
    assert read_export([tmp_path / name]).exported_on == day


UNDATED = CONNECTIONS.replace("04 Apr 2021", "")


def test_without_a_row_that_tells_a_day_it_is_as_old_as_its_newest_file(folder: Make) -> None:
    files = {"Connections.csv": UNDATED, "Profile.csv": "First Name,Last Name,Headline\nA,B,x\n"}
    path = folder(files)
    for name, day in zip(files, (3, 4), strict=True):
        stamp = datetime(2022, 1, day, 12, tzinfo=UTC).timestamp()
        os.utime(path / name, (stamp, stamp))
    export = read_export([path])
    assert (export.exported_on, export.is_stamped) == (date(2022, 1, 4), False)


UNSAFE = ["../Connections.csv", "a/../../Connections.csv"]
UNSAFE += ["C:\\Connections.csv", "..\\Connections.csv"]


@pytest.mark.parametrize("name", UNSAFE)
def test_an_entry_that_leads_outside_is_named_and_not_read(zipped: Make, name: str) -> None:
    export = read_export([zipped({name: CONNECTIONS, "Recommendations_Received.csv": TEXTS})])
    assert sizes(export) == (0, 1)
    assert [(i.file, i.line) for i in export.ignored] == [(name, 0)]
    assert "outside" in export.ignored[0].why


@pytest.mark.parametrize("name", ["/Connections.csv", "//x/Connections.csv", "\\Connections.csv"])
def test_entries_that_begin_with_a_slash_are_read_as_if_they_did_not(
    zipped: Make, name: str
) -> None:
    export = read_export([zipped({name: CONNECTIONS})])
    assert sizes(export) == (1, 0)
    assert not export.files[0].file.startswith(("/", "\\"))


def test_only_entries_that_lead_outside_are_no_export(zipped: Make) -> None:
    assert "outside the archive" in refusal(zipped({"../Connections.csv": CONNECTIONS}))


def test_a_link_in_an_archive_is_not_followed(tmp_path: Path) -> None:
    info = zipfile.ZipInfo("Connections.csv")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as made:
        made.writestr(info, "/etc/passwd")
        made.writestr("Recommendations_Received.csv", TEXTS)
    export = read_export([tmp_path / "x.zip"])
    assert [(i.file, "link" in i.why) for i in export.ignored] == [("Connections.csv", True)]


def test_links_in_a_folder_are_not_followed(folder: Make, tmp_path: Path) -> None:
    path = folder({"Recommendations_Received.csv": TEXTS})
    (tmp_path / "Connections.csv").write_text(CONNECTIONS)
    (path / "Connections.csv").symlink_to(tmp_path / "Connections.csv")
    (path / "loop").symlink_to(path)
    (path / "loop.csv").symlink_to(path / "loop.csv")
    os.mkfifo(path / "messages.csv")
    export = read_export([path])
    assert sizes(export) == (0, 1)
    assert [i.file for i in export.ignored] == ["Connections.csv", "loop.csv", "messages.csv"]


def test_a_link_handed_in_is_followed(folder: Make, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(folder(BOTH))
    assert sizes(read_export([tmp_path / "link"])) == (1, 1)


def test_no_path_is_said() -> None:
    assert "Nothing to read" in refusal()


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    assert refusal(tmp_path / "gone.zip").startswith("There is no file or folder")


def test_a_path_that_makes_no_sense_is_said() -> None:
    assert "cannot be read" in refusal(Path("a\0b"))


def test_a_name_too_long_is_said(tmp_path: Path) -> None:
    assert "cannot be read: file name too long" in refusal(tmp_path / ("x" * 300))


def test_a_loop_of_links_is_said(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert "cannot be read: too many levels" in refusal(tmp_path / "loop")


def test_a_path_through_a_file_is_said(folder: Make) -> None:
    assert "cannot be read" in refusal(folder(BOTH) / "Connections.csv" / "x.csv")


def test_a_fifo_is_said_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.zip")
    assert "x.zip is a pipe, not a file or folder" in refusal(tmp_path / "x.zip")


def test_a_fifo_behind_a_link_is_said_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.zip")
    (tmp_path / "y.zip").symlink_to(tmp_path / "x.zip")
    assert "y.zip is a pipe" in refusal(tmp_path / "y.zip")


def test_a_fifo_in_a_folder_is_named_and_not_waited_for(folder: Make) -> None:
    path = folder(BOTH)
    os.mkfifo(path / "messages.csv")
    (path / "Profile.csv").symlink_to(path / "messages.csv")
    export = read_export([path])
    assert sizes(export) == (1, 1)
    assert [(one.file, one.why) for one in export.ignored] == [
        ("Profile.csv", "it is a link, not a plain file"),
        ("messages.csv", "it is a pipe, not a plain file"),
    ]


def test_a_device_is_said() -> None:
    assert "null is a device, not a file or folder" in refusal(Path("/dev/null"))


@pytest.mark.parametrize("day", [date(9999, 12, 31), date(2300, 1, 1)])
def test_an_export_of_a_year_that_is_none_has_no_day(folder: Make, day: date) -> None:
    path = folder({"Connections.csv": UNDATED}, f"Basic_LinkedInDataExport_{day:%m-%d-%Y}")
    stamp = datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()
    for file in path.iterdir():
        os.utime(file, (stamp, stamp))
    assert read_export([path]).exported_on is None


def test_an_empty_folder_is_said(tmp_path: Path) -> None:
    assert "it has no CSV file" in refusal(tmp_path)


@pytest.mark.parametrize("beside", [{}, {"budget.csv": "Rent,Food\n100,200\n", "old.zip": "PK"}])
@pytest.mark.parametrize(
    "name", ["Basic_LinkedInDataExport_11-20-2026.zip", "a/my LinkedInDataExport.ZIP"]
)
def test_the_one_export_in_a_folder_is_read_and_named(
    folder: Make, zipped: Make, tmp_path: Path, beside: dict[str, str], name: str
) -> None:
    downloads = folder({"note.txt": "x", **beside}, "Downloads")
    whole = zipped(BOTH)
    (downloads / name).parent.mkdir(exist_ok=True)
    whole.rename(downloads / name)
    export = read_export([downloads])
    assert sizes(export) == (1, 1)
    assert export.warnings[0] == f"Read {name}, the only export in Downloads."


def test_several_exports_in_a_folder_are_named_newest_first(zipped: Make, tmp_path: Path) -> None:
    for day in ("11-20-2025", "01-02-2026", "12-31-2024"):
        zipped(BOTH, f"Basic_LinkedInDataExport_{day}.zip")
    zipped(BOTH, "archive.zip")
    names = ", ".join(
        f"Basic_LinkedInDataExport_{day}.zip" for day in ("01-02-2026", "11-20-2025", "12-31-2024")
    )
    assert f"it contains some: {names}. Choose one of them." in refusal(tmp_path)


def test_an_export_beside_the_tables_of_another_is_named_and_left_alone(
    folder: Make, zipped: Make
) -> None:
    path = folder(BOTH)
    zipped(BOTH).rename(path / "Basic_LinkedInDataExport_11-20-2026.zip")
    export = read_export([path])
    assert sizes(export) == (1, 1)
    assert export.warnings == (
        "Basic_LinkedInDataExport_11-20-2026.zip in export was not read. Import it on its own.",
    )


def test_no_link_to_an_export_is_followed(folder: Make, zipped: Make) -> None:
    path = folder({"note.txt": "x"}, "Downloads")
    (path / "Basic_LinkedInDataExport_11-20-2026.zip").symlink_to(zipped(BOTH))
    assert "it has no CSV file" in refusal(path)


def test_an_archive_of_another_name_in_a_folder_is_said(zipped: Make, tmp_path: Path) -> None:
    zipped(BOTH, "archive.zip")
    assert "Choose the .zip in it, archive.zip." in refusal(tmp_path)


def test_an_empty_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "x.csv").touch()
    assert "is empty" in refusal(tmp_path / "x.csv")


def test_an_empty_archive_is_said(zipped: Make) -> None:
    assert "is an empty archive" in refusal(zipped({}))


def test_an_archive_without_tables_is_said(zipped: Make) -> None:
    assert "it has no CSV file" in refusal(zipped({"photo.png": b"x"}))


def test_an_archive_in_an_archive_is_said(zipped: Make) -> None:
    assert "Unpack the archive inside" in refusal(zipped({"export.zip": b"PK"}))


def test_tables_that_are_no_export_are_said(zipped: Make) -> None:
    assert "is not a LinkedIn export" in refusal(zipped({"a.csv": "x,y\n1,2\n", "b.csv": "z\n"}))


def test_a_file_that_is_no_table_is_said(tmp_path: Path) -> None:
    (tmp_path / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)
    assert "photo.png is a picture" in refusal(tmp_path / "photo.png")


def test_a_named_file_with_another_header_is_said(zipped: Make) -> None:
    sentence = refusal(zipped({"Connections.csv": "Name;Phone\nAna;1\n"}))
    assert "it lacks the columns First Name and Last Name (found: Name, Phone)" in sentence


def test_a_table_of_something_else_is_named_with_what_was_found(tmp_path: Path) -> None:
    (tmp_path / "budget.csv").write_text("Rent,Food\n100,200\n")
    assert "is a header recco knows (found: Rent, Food)." in refusal(tmp_path / "budget.csv")


def test_a_named_file_with_another_header_does_not_stop_the_others(zipped: Make) -> None:
    export = read_export([zipped({**BOTH, "Connections.csv": "Name;Phone\n", "Profile.csv": "\n"})])
    assert sizes(export) == (0, 1)
    assert not export.has_connections
    assert {i.file: i.line for i in export.ignored} == {"Connections.csv": 0, "Profile.csv": 0}


@pytest.mark.parametrize("share", [0.05, 0.3, 0.6, 0.95])
def test_a_truncated_archive_is_said(zipped: Make, share: float) -> None:
    path = zipped(BOTH)
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    assert "is damaged or cut off" in refusal(path)


def test_a_flipped_bit_in_a_table_is_said(zipped: Make) -> None:
    path = zipped({"Connections.csv": CONNECTIONS})
    data = bytearray(path.read_bytes())
    data[60] ^= 0xFF
    path.write_bytes(bytes(data))
    assert "is damaged or cut off" in refusal(path)


def test_a_password_is_said(zipped: Make) -> None:
    path = zipped({"Connections.csv": CONNECTIONS})
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(bytes(data))
    assert "has a password" in refusal(path)


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_way_of_packing_that_has_no_measure_is_said(tmp_path: Path, method: int) -> None:
    """zipfile unpacks a piece of these to its end, and a kilobyte may be a gigabyte."""
    with zipfile.ZipFile(tmp_path / "x.zip", "w", method) as made:
        made.writestr("Connections.csv", CONNECTIONS)
    assert "uses a compression recco can't read" in refusal(tmp_path / "x.zip")


def test_a_list_of_files_beyond_all_measure_is_said_and_not_read(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as made:
        for number in range(80):
            info = zipfile.ZipInfo(f"{number}.csv")
            info.comment = b"x" * 60_000
            made.writestr(info, CONNECTIONS)
    assert "has a list of files of 5 MB" in refusal(tmp_path / "x.zip")


def test_a_bomb_is_said_and_not_unpacked(zipped: Make) -> None:
    path = zipped({"Connections.csv": HEAD + "\n" * 40_000_000})
    assert path.stat().st_size < 200_000
    assert "would unpack Connections.csv to 38 MB" in refusal(path)


def test_a_bomb_that_lies_about_its_size_is_damage(zipped: Make) -> None:
    path = zipped({"Connections.csv": HEAD + "\n" * 4_000_000})
    data = bytearray(path.read_bytes())
    struct.pack_into("<I", data, data.index(b"PK\x01\x02") + 24, 200)
    path.write_bytes(bytes(data))
    assert "is damaged or cut off" in refusal(path)


def test_too_large_a_table_is_said(zipped: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_BYTES", 100)
    assert "more than any LinkedIn export" in refusal(zipped(BOTH))


def test_too_large_tables_together_are_said(zipped: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choosing, "MOST_BYTES", len(CONNECTIONS.encode()) + 1)
    assert "MB of tables" in refusal(zipped(BOTH))


def test_among_very_many_tables_of_others_the_export_is_found_by_its_names(
    folder: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choosing, "MOST_LOOKS", 3)
    others = {f"Sales {number}.csv": CONNECTIONS for number in range(5)}
    export = read_export([folder({**BOTH, **others})])
    assert [file.file for file in export.files] == [
        "Connections.csv", "Recommendations_Received.csv", "Sales 0.csv", "Sales 1.csv",
        "Sales 2.csv",
    ]  # fmt: skip
    assert [(one.file, one.why) for one in export.ignored] == [
        ("export", "more than 3 tables with unknown names; the rest were skipped")
    ]


def test_too_many_entries_are_said(zipped: Make) -> None:
    files = {f"{n}.txt": "" for n in range(archive.MOST_FILES)}
    assert "more than 10,000 files" in refusal(zipped({**files, **BOTH}))


def test_too_many_files_in_a_folder_are_said(folder: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_FILES", 5)
    assert "more than 5 files" in refusal(folder({f"{n}.csv": "x\n" for n in range(6)}))


def test_a_line_without_end_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "Connections.csv").write_text(CONNECTIONS + "x" * 3_000_000)
    export = read_export([tmp_path / "Connections.csv"])
    assert sizes(export) == (1, 0)
    assert [(i.line, "longer than a million" in i.why) for i in export.ignored] == [(3, True)]


def test_a_name_with_escapes_is_shown_without(tmp_path: Path) -> None:
    (tmp_path / "x\x1b[31m.zip").write_bytes(b"")
    assert refusal(tmp_path / "x\x1b[31m.zip").startswith("x.zip is empty")


def test_nothing_is_written(zipped: Make, tmp_path: Path) -> None:
    path = zipped(BOTH)
    before = (path.read_bytes(), path.stat().st_mtime_ns, sorted(tmp_path.iterdir()))
    read_export([path])
    assert before == (path.read_bytes(), path.stat().st_mtime_ns, sorted(tmp_path.iterdir()))


def test_progress_grows_to_the_whole(zipped: Make) -> None:
    seen: list[ReadingProgress] = []
    many = HEAD + "".join(ANA.replace("ana-diaz", f"ana-{n}") for n in range(3000))
    read_export([zipped({**BOTH, "Connections.csv": many})], progress=seen.append)
    done = [step.done for step in seen]
    assert done == sorted(done)
    assert {step.file for step in seen} == set(BOTH)
    assert (seen[-1].done, len(done) > 4) == (seen[-1].total, True)
    assert seen[-1].total == len(many.encode()) + len(TEXTS.encode())


@pytest.mark.parametrize("at", [0, 1, 2, 3])
def test_reading_stops_when_told_to(zipped: Make, at: int) -> None:
    asked = io.StringIO()

    def cancelled() -> bool:
        asked.write(".")
        return len(asked.getvalue()) > at

    with pytest.raises(Cancelled, match="othing was changed"):
        read_export([zipped(BOTH)], cancelled=cancelled)
    assert len(asked.getvalue()) == at + 1
