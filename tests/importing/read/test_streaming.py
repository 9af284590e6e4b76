"""Messages are read as a stream: a million of them take no more memory than a thousand."""

import tracemalloc
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from recco_tui.core.export import Export, MessageEvent
from recco_tui.importing.read import contents, messages, tables
from recco_tui.importing.read.reader import read_export

Read = Callable[..., Export]

IN = "https://www.linkedin.com/in/"
MARA = f"Mara Lind,{IN}mara"
HEAD = "FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,CONTENT\n"
OLD_HEAD = "FROM,TO,DATE,CONTENT\n"
TEXTS = "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"
PROFILE = "First Name,Last Name,Maiden Name,Headline\nMara,Lind,,Developer\n"
GIVE = "https://www.linkedin.com/recs/give/?senderId=x"
AT = "2026-01-02 10:00:00 UTC"


def row(name: str, slug: str, content: str = "Hello", at: str = AT) -> str:
    return f"{name},{IN}{slug},{MARA},{at},{content}\n"


def few_people(count: int) -> Iterator[str]:
    return (row(f"Ann {n % 50}", f"ann-{n % 50}", f"Hello {n}") for n in range(count))


def always_someone_else(count: int) -> Iterator[str]:
    return (row(f"Ann {n}", f"ann-{n}", f"Hello {n}") for n in range(count))


def talk_of_recommendations(count: int) -> Iterator[str]:
    """With the words of LinkedIn's old deliveries in it, at another minute each."""
    words = "a recommendation of yours, the book on gardens, was lovely"
    for n in range(count):
        at = f"{2000 + n % 100}-{n % 12 + 1:02d}-{n % 28 + 1:02d} {n % 24:02d}:{n % 60:02d}:00 UTC"
        yield row("Ann", "ann", f"{words} {n}", at)


def as_file(path: Path, rows: Iterator[str]) -> Path:
    with path.open("w") as file:
        file.write(HEAD)
        file.writelines(rows)
    return path


def as_folder(path: Path, rows: Iterator[str]) -> Path:
    folder = path.with_suffix("")
    folder.mkdir()
    as_file(folder / "messages.csv", rows)
    return folder


def as_archive(path: Path, rows: Iterator[str]) -> Path:
    with zipfile.ZipFile(path.with_suffix(".zip"), "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(as_file(path, rows), "messages.csv")
    return path.with_suffix(".zip")


SHAPES = [
    (few_people, as_file),
    (always_someone_else, as_file),
    (always_someone_else, as_folder),
    (always_someone_else, as_archive),
    (talk_of_recommendations, as_file),
]


def most_memory(path: Path) -> tuple[int, Export]:
    """Bytes held at most while reading, counted as they are taken."""
    tracemalloc.start()
    try:
        export = read_export([path])
        return tracemalloc.get_traced_memory()[1], export
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    ("rows", "shape"), SHAPES, ids=[f"{rows.__name__}-{shape.__name__}" for rows, shape in SHAPES]
)
def test_five_times_the_messages_take_no_more_memory(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    rows: Callable[[int], Iterator[str]],
    shape: Callable[[Path, Iterator[str]], Path],
) -> None:
    monkeypatch.setattr(contents, "ROOM", 2**20)
    read_export([as_file(tmp_path / "first.csv", rows(10))])  # what is loaded and kept once
    few, _ = most_memory(shape(tmp_path / "few.csv", rows(10_000)))
    many, export = most_memory(shape(tmp_path / "many.csv", rows(50_000)))
    assert [(file.what, file.rows) for file in export.files] == [("messages", 50_000)]
    assert export.messages == ()
    assert many - few < 1.5 * 2**20


def test_of_a_hundred_thousand_people_the_addresses_of_those_who_matter_are_known(
    folder: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contents, "ROOM", 3_000)
    crowd = [row(f"Ann {n}", f"ann-{n}") for n in range(200)]
    author = [row("Zoe Quill", "zoe-quill"), row("Zoe  Quill", "zoe-q")]
    path = folder(
        {
            "messages.csv": HEAD + "".join(crowd[:100] + author + crowd[100:]),
            "Recommendations_Received.csv": f'{TEXTS}Zoe,Quill,,,Good.,"11/16/26, 10:42 AM",\n',
            "Profile.csv": PROFILE,
        }
    )
    export = read_export([path])
    assert export.addresses["Zoe Quill"] == {"zoe-quill"}
    assert export.addresses["Zoe  Quill"] == {"zoe-q"}
    assert export.addresses["Ann 0"] == {"ann-0"}
    assert len(export.addresses) < 15
    assert (export.owner_name, export.owner_slug) == ("Mara Lind", "mara")


def test_who_asked_before_there_were_addresses_is_found_in_a_later_crowd(
    folder: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contents, "ROOM", 3_000)
    crowd = [row(f"Ann {n}", f"ann-{n}") for n in range(200)]
    asked = f"Zoe Quill,Mara Lind,2017-05-04 10:00:00 UTC,Would you? {GIVE}\n"
    newer = folder(
        {
            "messages.csv": HEAD + "".join([*crowd, row("Zoe Quill", "zoe-quill")]),
            "Profile.csv": PROFILE,
        },
        "Basic_LinkedInDataExport_11-20-2026",
    )
    older = folder(
        {"messages.csv": OLD_HEAD + asked, "Profile.csv": PROFILE},
        "Basic_LinkedInDataExport_11-20-2018",
    )
    export = read_export([newer, older])
    assert [(m.event, m.name, m.slug) for m in export.messages] == [
        (MessageEvent.ASK_RECEIVED, "Zoe Quill", None)
    ]
    assert export.addresses["Zoe Quill"] == {"zoe-quill"}


def test_whose_messages_they_are_is_known_in_any_crowd(
    folder: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """No profile: the owner is at one end of every message."""
    monkeypatch.setattr(contents, "ROOM", 3_000)
    crowd = [row(f"Ann {n}", f"ann-{n}") for n in range(200)]
    path = folder({"messages.csv": HEAD + "".join([*crowd, row("Zoe", "zoe", f"Pray {GIVE}")])})
    export = read_export([path])
    assert (export.owner_name, export.owner_slug) == ("Mara Lind", "mara")
    assert [(m.event, m.slug) for m in export.messages] == [(MessageEvent.ASK_RECEIVED, "zoe")]


def test_many_addresses_of_one_name_have_an_end(
    folder: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contents, "ROOM", 3_000)
    same = [row("Zoe Quill", f"zoe-{n}") for n in range(200)]
    text = f'{TEXTS}Zoe,Quill,,,Good.,"11/16/26, 10:42 AM",\n'
    files = {"messages.csv": HEAD + "".join(same), "Recommendations_Received.csv": text}
    assert 10 < len(read_export([folder(files)]).addresses["Zoe Quill"]) < 25


def test_more_asks_than_anybody_has_are_left_out_and_said(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(messages, "MOST_LETTERS", 2_000)
    rows = [row(f"Ann {n}", f"ann-{n}", f"Would you? {GIVE}") for n in range(10)]
    export = read({"messages.csv": HEAD + "".join(rows), "Profile.csv": PROFILE})
    assert [m.name for m in export.messages] == ["Ann 0", "Ann 1", "Ann 2"]
    assert [(i.line, i.why) for i in export.ignored] == [
        (5, "more asks and deliveries than anyone has; the rest were skipped")
    ]


def test_more_recommendations_than_anybody_has_are_left_out_and_said(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(tables._ROOM, tables.Sheet.RECOMMENDATIONS, 1_200)
    rows = [f'Ann,Lee,,,Good {n}.,"11/16/26, 10:{n + 10} AM",\n' for n in range(10)]
    export = read({"Recommendations_Received.csv": TEXTS + "".join(rows)})
    assert [text.text for text in export.recommendations] == ["Good 0.", "Good 1.", "Good 2."]
    assert [(i.line, i.why) for i in export.ignored] == [
        (5, "more than any export holds; the rest of the file was skipped")
    ]


def test_a_file_cut_at_the_limit_within_a_message_is_not_called_broken(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "MOST_MESSAGE_LINES", 6)
    rows = [row(f"Ann {n}", f"ann-{n}", '"Dear Mara,\nhello\nthere"') for n in range(10)]
    export = read({"messages.csv": HEAD + "".join(rows), "Profile.csv": PROFILE})
    assert [file.rows for file in export.files if file.what == "messages"] == [2]
    monkeypatch.setattr(tables, "MOST_MESSAGE_LINES", 7)
    cut = read({"messages.csv": HEAD + "".join(rows), "Profile.csv": PROFILE})
    assert [file.rows for file in cut.files if file.what == "messages"] == [2]
    assert [[(i.line, i.why) for i in one.ignored] for one in (export, cut)] == [
        [(8, "more than 6 lines; the rest of the file was skipped")],
        [(9, "more than 7 lines; the rest of the file was skipped")],
    ]


def test_a_row_over_very_many_long_lines_is_not_held_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "messages.csv"
    with path.open("w") as file:
        file.write(HEAD + 'a,"\n')
        for _ in range(40):  # each ends the cell of the line before and opens one of its own
            file.write('",' + "b," * 200_000 + '"\n')
        file.write('"\n' + row("Ann Lee", "ann"))
    read_export([path])
    most, export = most_memory(path)
    assert export.addresses["Ann Lee"] == {"ann"}
    assert most < 12 * 2**20


def test_a_cell_beyond_all_measure_is_named_by_its_size(read: Read) -> None:
    huge = '"' + ("x" * 999 + "\n") * 1_100 + '"'
    export = read({"messages.csv": HEAD + row("Ann", "ann", huge) + row("Ben", "ben")})
    assert export.ignored[0].why == "a cell is longer than a million characters"
    assert "Ben" in export.addresses


def test_a_large_broken_row_casts_no_doubt_on_the_next(read: Read) -> None:
    """The broken one swallows the next, which is taken up again and has 200,000 letters itself."""
    broken = f'Ann,{IN}ann,{MARA},{AT},"Dear Mara,\n' + ("x" * 999 + "\n") * 900
    long = row("Ben", "ben", '"' + ("y" * 999 + "\n") * 200 + 'the end"')
    export = read({"messages.csv": HEAD + broken + long + row("Cy", "cy")})
    assert [(i.line, i.why) for i in export.ignored] == [(2, "an open quote is never closed")]
    assert export.addresses.keys() == {"Ben", "Cy"}
