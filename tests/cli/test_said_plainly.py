"""What an import says of files that are no export, of parts that are missing, and of nothing new."""

import io
import tarfile
import zipfile
from pathlib import Path

import pytest

HEAD = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
ROWS = HEAD + "Ann,Lee,https://www.linkedin.com/in/ann,,Acme,CTO,14 Mar 2021\n"
PROFILE = "First Name,Last Name,Headline\nSam,Owner,Head\n"


def packed(names: dict[str, str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, text in names.items():
            archive.writestr(name, text)
    return made.getvalue()


def tarred(form: int, mode: str = "w") -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode=mode, format=form) as archive:
        info = tarfile.TarInfo("Connections.csv")
        info.size = len(ROWS)
        archive.addfile(info, io.BytesIO(ROWS.encode()))
    return made.getvalue()


def old_tar() -> bytes:
    """Of before 1988: without the mark, and so with another sum."""
    whole = bytearray(tarred(tarfile.USTAR_FORMAT))
    whole[257:265] = bytes(8)
    whole[148:156] = b" " * 8
    whole[148:156] = f"{sum(whole[:512]):06o}\0 ".encode()
    return bytes(whole)


PAGE = b"<!DOCTYPE html>\n<html><head><title>Sign in</title></head></html>"
FILES = {
    "a web page": ("Complete_LinkedInDataExport_11-01-2026.zip", PAGE, "is a web page"),
    "a web page with a comment": ("x.zip", b"\n<!-- saved -->\n<HTML lang='en'>", "is a web page"),
    "a web page as a table": ("Connections.csv", PAGE, "is a web page"),
    "a web page in an archive": (
        "export.zip",
        packed({"Connections.csv": PAGE.decode()}),
        "Connections.csv: it is a web page",
    ),
    "a spreadsheet": (
        "Connections.xlsx",
        packed({"[Content_Types].xml": "", "xl/workbook.xml": ""}),
        "is a spreadsheet. Save it as CSV",
    ),
    "an old spreadsheet": ("Connections.xls", b"\xd0\xcf\x11\xe0\xa1\xb1", "is a spreadsheet"),
    "an office document": (
        "Connections.ods",
        packed({"mimetype": "application/vnd.oasis", "content.xml": ""}),
        "Save its table as CSV",
    ),
    "a Word document": ("x.docx", packed({"word/document.xml": ""}), "is a document or a program"),
    "7z": ("export.7z", b"7z\xbc\xaf\x27\x1c\0\4", "is a 7z archive. Unpack it"),
    "rar": ("export.rar", b"Rar!\x1a\x07\1\0", "is a RAR archive. Unpack it"),
    "tar": ("export.tar", tarred(tarfile.GNU_FORMAT), "is a tar archive. Unpack it"),
    "pax tar": ("export.tar", tarred(tarfile.PAX_FORMAT), "is a tar archive. Unpack it"),
    "old tar": ("export.tar", old_tar(), "is a tar archive. Unpack it"),
    "tar.gz": ("export.tar.gz", tarred(tarfile.GNU_FORMAT, "w:gz"), "is a gzip archive. Unpack it"),
    "tar called csv": ("Connections.csv", tarred(tarfile.GNU_FORMAT), "is a tar archive"),
    "unfinished": ("Basic_LinkedInDataExport.zip.crdownload", b"\0\1\2", "unfinished download"),
    "PDF": ("Profile.pdf", b"%PDF-1.7\n", "is a PDF document"),
    "JSON": ("contacts.json", b'{"people": []}', "is a JSON document"),
    "a database": ("other.db", b"SQLite format 3\0" + bytes(100), "Open a recco file with --db"),
}


@pytest.mark.parametrize(("name", "content", "said"), FILES.values(), ids=FILES)
def test_a_file_that_is_no_export_is_called_what_it_is(
    recco, tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(content)
    outcome = recco("import", str(tmp_path / name))
    assert (outcome.status, outcome.out) == (3, "")
    assert said in outcome.err
    assert outcome.err.count("\n") == 1


@pytest.mark.parametrize(
    "files", [{"Skills.csv": "Name\nx\n"}, {"Skills.csv": "", "Votes.csv": ""}]
)
def test_an_export_of_other_parts_says_what_to_ask_for(recco, tmp_path: Path, files) -> None:
    path = tmp_path / "Basic_LinkedInDataExport_11-01-2026.zip"
    path.write_bytes(packed(files))
    outcome = recco("import", str(path))
    assert outcome.status == 3
    assert "no connections and no recommendations, only Skills.csv" in outcome.err
    assert "Get a copy of your data" in outcome.err


def test_only_a_profile_imports_no_one_and_says_what_to_ask_for(recco, tmp_path: Path) -> None:
    path = tmp_path / "Basic_LinkedInDataExport_11-01-2026.zip"
    path.write_bytes(packed({"Profile.csv": PROFILE}))
    outcome = recco("import", str(path))
    assert "no connections and no recommendations, only Profile.csv" in outcome.out
    assert outcome.out.splitlines()[-1] == "There is no one in it. Nothing was imported."
    assert "Imported" not in outcome.out
    warnings = recco("import", str(path), "--json").json["warnings"]
    assert any("Get a copy of your data" in warning for warning in warnings)


def test_a_header_alone_is_nobody(recco, tmp_path: Path) -> None:
    (tmp_path / "Connections.csv").write_text(HEAD)
    outcome = recco("import", str(tmp_path / "Connections.csv"))
    assert outcome.out.splitlines()[-1] == "There is no one in it. Nothing was imported."


def test_what_is_known_already_is_not_imported(recco, tmp_path: Path) -> None:
    """The day of the second one is news, nothing else."""
    for day in ("11-01-2026", "11-02-2026"):
        path = tmp_path / f"Basic_LinkedInDataExport_{day}.zip"
        path.write_bytes(packed({"Connections.csv": ROWS}))
        last = recco("import", str(path)).out.splitlines()[-1]
    assert last == "Nothing in it was new."


FOLDERS = {
    "another table": {"budget.csv": b"month,sum\n1,2\n"},
    "nothing else": {},
}


@pytest.fixture
def downloads(tmp_path: Path) -> Path:
    """A folder with one export in it."""
    folder = tmp_path / "Downloads"
    folder.mkdir()
    export = folder / "Basic_LinkedInDataExport_11-01-2026.zip"
    export.write_bytes(packed({"Connections.csv": ROWS}))
    return folder


@pytest.mark.parametrize("files", FOLDERS.values(), ids=FOLDERS)
def test_the_only_export_in_a_folder_of_downloads_is_read(
    recco, downloads: Path, files: dict[str, bytes]
) -> None:
    for name, content in files.items():
        (downloads / name).write_bytes(content)
    outcome = recco("import", str(downloads))
    assert outcome.status == 0
    assert "Read Basic_LinkedInDataExport_11-01-2026.zip, the only export" in outcome.out
    assert "budget" not in outcome.out + outcome.err


def test_of_several_exports_in_a_folder_the_newest_is_named(recco, downloads: Path) -> None:
    (downloads / "Basic_LinkedInDataExport_11-01-2025.zip").write_bytes(b"PK")
    outcome = recco("import", str(downloads))
    assert outcome.status == 3
    assert "Basic_LinkedInDataExport_11-01-2026.zip" in outcome.err


def test_an_export_beside_what_was_read_is_named(recco, tmp_path: Path) -> None:
    folder = tmp_path / "Downloads"
    folder.mkdir()
    (folder / "Connections.csv").write_text(ROWS)
    (folder / "Basic_LinkedInDataExport_11-01-2026.zip").write_bytes(b"PK")
    warnings = recco("import", str(folder), "--json").json["warnings"]
    assert any("Basic_LinkedInDataExport_11-01-2026.zip" in warning for warning in warnings)


def test_a_folder_with_a_spreadsheet_says_what_to_do_with_it(recco, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "Connections.xlsx").write_bytes(b"PK")
    error = recco("import", str(folder)).err
    assert "Connections.xlsx in it is a spreadsheet. Save it as CSV" in error


HEADERS = {
    "no last name": (
        "First Name,Company\nAnn,Acme\n",
        "the column Last Name",
        "First Name, Company",
    ),
    "other words": (
        "Contact,Phone\nAnn,1\n",
        "the columns First Name and Last Name",
        "Contact, Phone",
    ),
    "another language": (
        "Förnamn;Företag\nAnn;Acme\n",
        "First Name and Last Name",
        "Förnamn, Företag",
    ),
}


@pytest.mark.parametrize(("text", "lacking", "found"), HEADERS.values(), ids=HEADERS)
def test_the_missing_columns_are_named_and_those_found(
    recco, tmp_path: Path, text: str, lacking: str, found: str
) -> None:
    (tmp_path / "Connections.csv").write_text(text)
    outcome = recco("import", str(tmp_path / "Connections.csv"))
    assert outcome.status == 3
    assert f"lacks {'' if lacking.startswith('the') else 'the columns '}{lacking}" in outcome.err
    assert f"(found: {found})" in outcome.err


def test_columns_that_are_not_understood_are_named(recco, tmp_path: Path) -> None:
    text = "First Name,Last Name,Employer,Connected On\nAnn,Lee,Acme,14 Mar 2021\n"
    (tmp_path / "Connections.csv").write_text(text)
    warnings = recco("import", str(tmp_path / "Connections.csv"), "--json").json["warnings"]
    assert warnings == [
        "Connections.csv: no column for Company and Position; not understood: Employer"
    ]
