"""Whatever bytes come, the answer is an export or one sentence."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from recco_tui.core.errors import ArchiveError
from recco_tui.core.export import Export
from recco_tui.importing.read import tables
from recco_tui.importing.read.contents import Remarks
from recco_tui.importing.read.reader import read_export
from recco_tui.importing.read.sheets import Sheet
from recco_tui.importing.read.tables import MOST_LINES, TextSource

calm = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)

HEAD = b"First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
TEXTS = b"First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"
MESSAGES = b"FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,CONTENT\n"
ROW = b"Ana,Lee,https://www.linkedin.com/in/ana,,Acme,CTO,04 Apr 2021\n"


def answer(path: Path) -> Export | str:
    """The export, or the sentence that refuses it."""
    try:
        return read_export([path])
    except ArchiveError as error:
        return str(error)


def is_answer(told: Export | str) -> bool:
    return isinstance(told, Export) or (told.endswith(".") and "\n" not in told)


def made_zip() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Connections.csv", HEAD + ROW)
        archive.writestr("messages.csv", MESSAGES)
    return made.getvalue()


ZIP = made_zip()

bits = st.one_of(
    st.binary(max_size=40),
    st.sampled_from([b'"', b",", b"\n", b"\r", b";", b"\t", b"\0", b"\xff", b"\xef\xbb\xbf", ROW]),
    st.sampled_from(
        [b"linkedin.com/recs/give", b"04 Apr 2021", b"2026-11-08 10:15:24 UTC", b"\x1b["]
    ),
)


@given(st.lists(bits, max_size=30).map(b"".join))
@example(b"\xff\xfe\x00\xd8")
@example(b"\xfe\xff" + HEAD)
@example(b"PK\x05\x06" + bytes(18))
@calm
def test_any_bytes_as_a_file(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "Connections.csv"
    path.write_bytes(data)
    assert is_answer(answer(path))


@pytest.mark.parametrize("head", [HEAD, TEXTS, MESSAGES], ids=["people", "texts", "messages"])
@given(st.lists(bits, max_size=30).map(b"".join))
@calm
def test_any_bytes_below_a_header(tmp_path: Path, head: bytes, data: bytes) -> None:
    path = tmp_path / "Recommendations_Received.csv"
    path.write_bytes(head + data)
    export = answer(path)
    assert isinstance(export, Export)
    for named in export.connections:
        assert named.first_name + named.last_name


@given(st.lists(st.tuples(st.integers(0, len(ZIP) - 1), st.integers(0, 255)), max_size=6))
@calm
def test_any_damage_to_an_archive(tmp_path: Path, damage: list[tuple[int, int]]) -> None:
    data = bytearray(ZIP)
    for place, value in damage:
        data[place] = value
    path = tmp_path / "x.zip"
    path.write_bytes(bytes(data))
    assert is_answer(answer(path))


@given(st.lists(st.sampled_from([b'"', b",", b"x", b'""', b"\n"]), max_size=40).map(b"".join))
@calm
def test_broken_quotes_never_lose_the_last_whole_row(tmp_path: Path, mess: bytes) -> None:
    path = tmp_path / "Connections.csv"
    path.write_bytes(HEAD + ROW.replace(b"ana", b"first") + mess + b"\n" + ROW)
    export = read_export([path])
    slugs = [c.slug for c in export.connections]
    assert slugs[0] == "first"
    assert slugs[-1] == "ana"


cells = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cf")), max_size=20).map(
    str.strip
)


@given(
    st.lists(st.tuples(cells, cells, cells), min_size=1, max_size=6),
    st.sampled_from([",", ";", "\t"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le-bom", "utf-16-be-bom"]),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.booleans(),
)
@calm
def test_delimiter_encoding_line_end_and_quotes_change_nothing(
    tmp_path: Path,
    rows: list[tuple[str, str, str]],
    delimiter: str,
    encoding: str,
    end: str,
    all_quoted: bool,
) -> None:
    def cell(text: str) -> str:
        odd = all_quoted or any(c in text for c in '",;')
        return '"' + text.replace('"', '""') + '"' if odd else text

    lines = [HEAD.decode().strip().split(",")]
    lines += [
        ["P", last, f"linkedin.com/in/p{n}", "", company, job, "04 Apr 2021"]
        for n, (last, company, job) in enumerate(rows)
    ]
    text = "".join(delimiter.join(map(cell, line)) + end for line in lines)
    if encoding.endswith("-bom"):
        data = ("\ufeff" + text).encode(encoding.removesuffix("-bom"))
    else:
        data = text.encode(encoding)
    path = tmp_path / "Connections.csv"
    path.write_bytes(data)
    export = read_export([path])
    assert [(c.last_name, c.company, c.position) for c in export.connections] == rows
    assert export.ignored == ()
    assert export.warnings == ()


def test_many_open_quotes_are_read_to_the_limit_and_said(tmp_path: Path) -> None:
    path = tmp_path / "Connections.csv"
    bad = b'a,"b,c,d,e,f,04 Apr 2021\n'
    path.write_bytes(HEAD + ROW + bad * 1500 + ROW.replace(b"ana", b"last"))
    export = read_export([path])
    assert [c.slug for c in export.connections] == ["ana"]
    assert [i.line for i in export.ignored[:500]] == list(range(3, 503))
    assert [i.why for i in export.ignored[500:]] == ["501 more rows could not be read"]


def test_every_broken_quote_below_the_limit_costs_one_row(tmp_path: Path) -> None:
    path = tmp_path / "Connections.csv"
    bad = b'a,"b,c,d,e,f,04 Apr 2021\n'
    path.write_bytes(HEAD + ROW + bad * 300 + ROW.replace(b"ana", b"last"))
    export = read_export([path])
    assert [c.slug for c in export.connections] == ["ana", "last"]
    assert [i.line for i in export.ignored] == list(range(3, 303))


@pytest.mark.parametrize("filler", [b"\n", b",,,,,,\n"])
def test_a_file_without_end_is_read_to_the_limit_and_said(tmp_path: Path, filler: bytes) -> None:
    path = tmp_path / "Connections.csv"
    path.write_bytes(HEAD + ROW + filler * MOST_LINES + ROW.replace(b"ana", b"last"))
    export = read_export([path])
    assert [c.slug for c in export.connections] == ["ana"]
    assert [i.why for i in export.ignored] == [
        "more than 500,000 lines; the rest of the file was skipped"
    ]


def test_a_file_as_long_as_the_limit_is_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "Connections.csv"
    path.write_bytes(HEAD + ROW + b"\n" * (MOST_LINES - 2) + ROW.replace(b"ana", b"last"))
    export = read_export([path])
    assert [c.slug for c in export.connections] == ["ana", "last"]
    assert export.ignored == ()


def test_a_header_of_a_hundred_thousand_columns_is_no_header(tmp_path: Path) -> None:
    path = tmp_path / "Connections.csv"
    for name, said in (
        (b",c%d", "none of its first ten rows is a header"),
        (b",column %d", "its first line is longer than a million bytes"),
    ):
        wide = b"".join(name % number for number in range(100_000))
        path.write_bytes(HEAD.strip() + wide + b"\n" + ROW * 100)
        assert said in str(answer(path))


def test_the_empty_columns_of_a_spreadsheet_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "Connections.csv"
    more = b"," * 16_370
    path.write_bytes(HEAD.strip() + more + b"\n" + (ROW.strip() + more + b"\n") * 2 + ROW)
    export = read_export([path])
    assert [(c.slug, c.position) for c in export.connections] == [("ana", "CTO")]
    assert (export.ignored, export.warnings) == ((), ())


def test_very_many_long_lines_before_the_header_are_not_searched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed: list[int] = []
    cells = tables._cells

    def counted(line: str, delimiter: str) -> list[str]:
        parsed.append(len(line))
        return cells(line, delimiter)

    monkeypatch.setattr(tables, "_cells", counted)
    path = tmp_path / "x.csv"
    path.write_bytes((b"," * 900_000 + b"\n") * 20 + HEAD + ROW)
    assert is_answer(answer(path))
    assert sum(parsed) < 1_000_000


def test_lines_are_counted_right_when_a_limit_ends_the_reading(tmp_path: Path) -> None:
    path = tmp_path / "Connections.csv"
    bad = b'a,"b,c,d,e,f,04 Apr 2021\n'
    path.write_bytes(HEAD + ROW + bad * 1500)
    remarks = Remarks()
    with path.open("rb") as file:
        rows = tables.Table("x", TextSource(file, lambda _: None), Sheet.CONNECTIONS, remarks)
        assert len(list(rows)) == 1
    assert rows.line == 1003
