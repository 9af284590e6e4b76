"""The calendar file that a setting names, beside the database, kept up to date by commands."""

import stat
from pathlib import Path

from icalendar import Calendar


def events(path: Path) -> list[str]:
    calendar = Calendar.from_ical(path.read_bytes())
    return [str(event["summary"]) for event in calendar.walk("VEVENT")]


def test_the_calendar_is_updated_by_each_change(sample, tmp_path: Path) -> None:
    path = tmp_path / "mine.ics"
    assert sample("settings", "set", "calendar_file", "mine.ics").status == 0
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.read_text().count("BEGIN:VEVENT") == len(events(path)) > 3
    assert "ask Zelda Quill" not in events(path)
    sample("contact", "add", "Zelda Quill", "--kind", "peer")
    sample("project", "add", "Tide tables", "--ended", "yesterday", "--with", "Zelda Quill")
    assert "ask Zelda Quill" in events(path)
    sample("undo")
    assert "ask Zelda Quill" not in events(path)


def test_no_calendar_is_written_by_reading_or_without_the_setting(sample, tmp_path: Path) -> None:
    sample("contact", "add", "Ann Lee")
    assert not list(tmp_path.glob("*.ics"))
    sample("settings", "set", "calendar_file", "~/mine.ics")
    path = tmp_path / "home" / "mine.ics"
    assert events(path)
    path.unlink()
    sample("today")
    assert not path.exists()


def test_an_unwritable_calendar_is_reported_and_the_change_kept(sample, tmp_path) -> None:
    (tmp_path / "taken").write_text("")
    said = sample("settings", "set", "calendar_file", "taken/mine.ics")
    assert said.status == 0
    assert "the calendar file was not updated" in said.err
    assert "cannot be written" in said.err
    assert "taken/mine.ics" in sample("settings", "list", "calendar_file").out
