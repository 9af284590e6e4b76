"""Nasty strings through every export: none is code for whoever reads it, and all come back."""

import csv
import json
import stat
from html.parser import HTMLParser
from pathlib import Path

import pytest

from recco_tui.cli.main import run
from recco_tui.core.cleaning import clean_line
from recco_tui.ledger.ledger import Ledger
from recco_tui.ledger.store import Clock
from tests.nasty_strings import NASTY
from tests.test_nasty_everywhere import OBEYED, TODAY, made

DAY = ["--now", TODAY.isoformat()]


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every nasty string in every field of someone."""
    people = [(raw, raw, raw, raw) for raw in NASTY]
    return made(tmp_path_factory.mktemp("nasty") / "recco.db", people)


def exported(file: Path, *words: str) -> None:
    assert run(["--db", str(file), *DAY, "export", *words]) == 0


def test_all_of_it_comes_back_from_json(file: Path, tmp_path: Path) -> None:
    path, again = tmp_path / "all.json", tmp_path / "again.db"
    exported(file, "json", str(path))
    assert not OBEYED.search(json.dumps(json.loads(path.read_text("utf-8")), ensure_ascii=False))
    assert run(["--db", str(again), *DAY, "import", str(path)]) == 0
    with Ledger(file, Clock(TODAY), "test") as one, Ledger(again, Clock(TODAY), "test") as other:
        assert one.contacts.every() == other.contacts.every()


def test_no_cell_of_a_table_is_a_formula(file: Path, tmp_path: Path) -> None:
    exported(file, "csv", str(tmp_path / "tables"))
    cells = 0
    for path in (tmp_path / "tables").glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as table:
            for row in csv.DictReader(table, strict=True):
                assert None not in row
                for cell in row.values():
                    cells += 1
                    assert not (cell.startswith(("=", "+", "-", "@")) and not is_number(cell)), cell
                    assert not OBEYED.search(cell)
    assert cells > len(NASTY)
    assert {stat.S_IMODE(one.stat().st_mode) for one in (tmp_path / "tables").iterdir()} == {0o600}


def is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


def test_the_calendar_has_nothing_but_events(file: Path, tmp_path: Path) -> None:
    icalendar = pytest.importorskip("icalendar")
    exported(file, "ics", str(tmp_path / "coming.ics"))
    raw = (tmp_path / "coming.ics").read_bytes()
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    assert b"\n" not in raw.replace(b"\r\n", b"")
    calendar = icalendar.Calendar.from_ical(raw)
    kinds = {one.name for one in calendar.walk()}
    assert kinds <= {"VCALENDAR", "VEVENT", "VALARM", "VTIMEZONE", "STANDARD", "DAYLIGHT"}
    assert not calendar.errors
    events = calendar.walk("VEVENT")
    assert events
    assert all(len(one.subcomponents) <= 1 and not one.errors for one in events)


class Tags(HTMLParser):
    """The tags and attributes of a page, and what stands between them."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.words += data


def test_the_page_holds_words_and_no_tags_of_theirs(file: Path, tmp_path: Path) -> None:
    exported(file, "resume", "--format", "html", str(tmp_path / "page.html"))
    page = (tmp_path / "page.html").read_text("utf-8")
    read = Tags()
    read.feed(page)
    assert not read.tags & {
        "script",
        "img",
        "svg",
        "iframe",
        "textarea",
        "b",
        "a",
        "object",
        "form",
    }
    assert not {one for one in read.attributes if one.startswith("on")}
    assert not read.attributes & {"src", "href", "action", "background"}
    for shown in ("<script>alert(1)</script>", "</textarea>", "&#x3c;", "<!--"):
        assert shown in read.words
    assert not OBEYED.search(page)


@pytest.mark.parametrize("form", ["md", "json"])
def test_the_other_forms_hold_no_controls(file: Path, tmp_path: Path, form: str) -> None:
    exported(file, "resume", "--format", form, str(tmp_path / "resume"))
    text = (tmp_path / "resume").read_text("utf-8")
    assert not OBEYED.search(text)
    if form == "json":
        references = json.loads(text)["references"]
        assert {clean_line(one["reference"]) for one in references} >= {"[b]", "<b>", "=1+1"}
    else:
        assert "<script" not in text.replace("\\<script", "")
