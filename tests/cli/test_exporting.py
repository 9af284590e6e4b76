"""`recco export`: each file is read back by a strict reader that is not ours; JSON comes back whole."""

import csv
import io
import json
import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import jsonschema
import pytest
from icalendar import Calendar

from recco_tui.core.cleaning import clean_text
from recco_tui.exporting.document import as_csv
from tests.benchmarks.terminal import Terminal
from tests.nasty_strings import NASTY

JSON_RESUME = {
    "type": "object",
    "additionalProperties": False,
    "required": ["references"],
    "properties": {
        "references": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["name", "reference"],
                "properties": {"name": {"type": "string"}, "reference": {"type": "string"}},
            },
        }
    },
}
"""The part of the schema of JSON Resume 1.0.0 that is about references."""


class Strict(HTMLParser):
    """Fails on a tag left open, and notes every attribute and tag."""

    VOID = ("meta", "br", "link", "img")

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""

    def handle_starttag(self, tag, attrs) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data) -> None:
        self.text += data


def test_everything_comes_back_from_json(sample, tmp_path: Path) -> None:
    path = tmp_path / "all.json"
    assert sample("export", "json", str(path)).status == 0
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    other = tmp_path / "other.db"
    before = json.loads(sample("export", "json").out)["tables"]
    assert sample("import", str(path), db=other).status == 0
    assert json.loads(sample("export", "json", db=other).out)["tables"] == before
    assert sample("today", "--json", db=other).json == sample("today", "--json").json
    assert sample("undo", db=other).status == 0
    assert sample("contact", "list", "--json", db=other).json == []
    assert sample("redo", db=other).status == 0
    assert sample("doctor", "--fix", db=other).status == 0


def test_it_goes_into_an_empty_file_only(sample, tmp_path: Path) -> None:
    path = tmp_path / "all.json"
    sample("export", "json", str(path))
    said = sample("import", str(path))
    assert said.status == 1
    assert "already has contacts" in said.err


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ('{"recco": 1, "tables": ', "damaged"),
        ('{"recco": 9, "tables": {}}', "not an export from this recco"),
        ('{"recco": 1, "tables": []}', "no tables"),
        ('{"recco": true, "tables": {}}', "not an export from this recco"),
        ('{"recco": 1, "tables": {"contacts": [{"id": NaN}]}}', "damaged"),
        ('{"recco": 1, "tables": {"contacts": [{"id": 1' + "0" * 5000 + "}]}}", "damaged"),
        ('{"recco": 1, "tables": {"contacts": [{"id": 1}]}}', "contacts, row 1: name is missing"),
        ('{"recco": 1, "tables": {"contacts": [{"id": 1, "name": []}]}}', "name '[]' is not text"),
        (
            '{"recco": 1, "tables": {"asks": [{"id": 1, "contact_id": 7}]}}',
            "asks, row 1: contact_id 7 is not a row of contacts. Nothing was imported.",
        ),
        (
            '{"recco": 1, "tables": {"contacts": [{"id": "x", "name": "A"}]}}',
            "all.json: contacts, row 1: id 'x' is not a whole number",
        ),
    ],
)
def test_a_damaged_document_is_refused_and_nothing_written(recco, tmp_path, content, words) -> None:
    path = tmp_path / "all.json"
    path.write_text(content)
    said = recco("import", str(path))
    assert (said.status, len(said.err.splitlines())) == (3, 1)
    assert words in said.err
    assert recco("contact", "list", "--json").json == []


def test_csv_is_read_by_any_reader_and_computes_nothing(sample, tmp_path: Path) -> None:
    sample("contact", "add", "=cmd()", "--company", "+1")
    folder = tmp_path / "out"
    assert sample("export", "csv", str(folder)).status == 0
    with (folder / "contacts.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file, strict=True))
    assert len(rows) == 45
    assert rows[-1]["name"] == "'=cmd()"
    assert rows[-1]["company"] == "'+1"
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_starts_a_formula(start: str) -> None:
    (_, row) = csv.reader(as_csv([{"a": f"{start}1"}]).splitlines(keepends=True))
    assert row[0].startswith("'")


def test_the_calendar_is_valid_with_stable_ids_and_alarms(sample) -> None:
    text = sample("export", "ics").out
    calendar = Calendar.from_ical(text)
    events = calendar.walk("VEVENT")
    first = {str(one["summary"]): one["dtstart"].dt for one in events[:2]}
    assert first == {"write John Silva": date(2026, 11, 23), "ask Katrina Moss": date(2026, 11, 24)}
    uids = [str(one["uid"]) for one in events]
    assert len(set(uids)) == len(uids) > 8
    for event in events:
        assert event.decoded("dtend") - event.decoded("dtstart") == event.duration
        assert str(event["dtstart"].params["VALUE"]) == "DATE"
        assert len(event.walk("VALARM")) == 1
        assert event["dtstamp"].dt.tzinfo is not None
    assert not any(len(line.encode()) > 75 for line in text.splitlines())
    again = Calendar.from_ical(sample("export", "ics", now="2026-11-24").out)
    assert {"request-32", "write-27-r18@recco"} & {str(one["uid"]) for one in again.walk("VEVENT")}


def test_a_resume_in_three_forms(sample, tmp_path: Path) -> None:
    form = ["export", "resume", "--kind", "mentor", "--length", "150"]
    document = json.loads(sample(*form, "--format", "json").out)
    jsonschema.validate(document, JSON_RESUME)
    assert [one["name"].partition(" (")[0] for one in document["references"]] == [
        "Alyssa Reyes",
        "Kei Tanabe",
    ]
    assert all(one["reference"].endswith("[…]") for one in document["references"])
    assert all(len(one["reference"]) <= 150 for one in document["references"])
    assert sample(*form).out.count("[…]") == 2
    page = tmp_path / "page.html"
    sample(*form, "--format", "html", str(page))
    reader = Strict()
    reader.feed(page.read_text())
    reader.close()
    assert reader.open == []
    assert not [name for name, _ in reader.attributes if name in ("src", "href")]
    assert "Alyssa Reyes" in reader.text


def test_texts_are_picked_by_person_word_and_phrase_in_the_order_asked(sample) -> None:
    picked = json.loads(
        sample(
            "export", "resume", "--from", "Kei Tanabe", "--from", "John Silva", "--format", "json"
        ).out
    )
    assert [one["name"].partition(" (")[0] for one in picked["references"]] == [
        "Kei Tanabe",
        "John Silva",
    ]
    assert (
        len(
            json.loads(sample("export", "resume", "--word", "SQL", "--format", "json").out)[
                "references"
            ]
        )
        >= 1
    )
    assert sample("export", "resume", "--word", "xylophone").status == 1
    assert sample("export", "resume", "--words").out.strip()


def test_a_brief_holds_what_is_known_of_a_person(sample) -> None:
    text = sample("export", "brief", "John Silva").out
    for words in ("# John Silva", "## Projects", "Pantry Map", "## Moments", "## They wrote"):
        assert words in text


def test_nasty_strings_stay_text_in_every_export(recco, tmp_path: Path) -> None:
    for raw in ("<script>alert(1)</script>", "[x](http://y)", "\r\nBEGIN:VALARM", "=1+1", "</td>"):
        recco("contact", "add", f"Q {raw}", "--company", raw)
    listed = recco("contact", "list", "--json").json
    for one in listed:
        (tmp_path / "text.txt").write_text(f"Text {one['name']}.")
        added = ["recommendation", "add", f"#{one['id']}", "received", str(tmp_path / "text.txt")]
        assert recco(*added).status == 0
    html = recco("export", "resume", "--format", "html").out
    reader = Strict()
    reader.feed(html)
    assert "script" not in reader.tags
    assert "td" not in reader.tags
    events = Calendar.from_ical(recco("export", "ics").out).walk("VEVENT")
    assert {len(one.walk("VALARM")) for one in events} == {1}
    assert "[x](http" not in recco("export", "resume").out
    jsonschema.validate(json.loads(recco("export", "resume", "--format", "json").out), JSON_RESUME)


def test_every_nasty_string_comes_back_from_csv_as_it_went_in() -> None:
    rows = [{"text": clean_text(raw)} for raw in NASTY]
    read = list(csv.reader(as_csv(rows).splitlines(keepends=True), strict=True))
    back = [cells[0] for cells in csv.reader(io.StringIO(as_csv(rows), newline=""))][1:]
    assert len(read) >= len(rows)
    assert [text.removeprefix("'") for text in back] == [
        row["text"].removeprefix("'") for row in rows
    ]


def test_insights_in_numbers(sample) -> None:
    document = sample("insights", "--json").json
    assert [one["kind"] for one in document["kinds"]] == ["peer", "manager", "mentor", "client"]
    assert document["asks"]["sent"] >= 5
    assert sum(one["received"] for one in document["months"]) >= 3
    assert "One of each" in sample("insights").out


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "utf-8"])
def test_what_goes_to_standard_output_loses_no_letter(sample, tmp_path: Path, encoding) -> None:
    sample("contact", "add", "Søren 李")
    command = [sys.executable, "-m", "recco_tui", "--db", str(tmp_path / "recco.db"), "export"]
    ran = subprocess.run(
        [*command, "json"], capture_output=True, env={**os.environ, "PYTHONIOENCODING": encoding}
    )
    tables = json.loads(ran.stdout.decode("utf-8"))["tables"]
    assert tables["contacts"][-1]["name"] == "Søren 李"


def test_nothing_printed_commands_a_terminal(sample, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "recco.db")) as connection, connection:
        connection.execute("UPDATE contacts SET note = char(27) || ']0;x' || char(7) || char(8238)")
    command = [sys.executable, "-m", "recco_tui", "--db", str(tmp_path / "recco.db"), "export"]
    for words in (["json"], ["brief", "John Silva"], ["ics"]):
        with Terminal([*command, *words], 200) as terminal:
            assert terminal.ended() == 0
        assert not {"\x1b", "\x07", "\u202e"} & set(terminal.output.decode("utf-8"))
