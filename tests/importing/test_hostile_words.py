"""Words that an imported document may bring in uncleaned: no export breaks on them or obeys them."""

import json
from datetime import UTC, date, datetime
from html.parser import HTMLParser

import pytest
from icalendar import Calendar

from recco_tui.core.agenda import Action, Alert
from recco_tui.core.models import Contact, Direction, Recommendation, Status
from recco_tui.core.resume import reference
from recco_tui.core.written import encoded
from recco_tui.exporting.calendar import as_ics
from recco_tui.exporting.document import as_csv, as_json
from recco_tui.exporting.resume import as_html, as_json_resume, as_markdown
from tests.nasty_strings import NASTY
from tests.test_nasty_everywhere import OBEYED

DAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
UNCLEAN = [
    *NASTY,
    "Ann\r\nBEGIN:VALARM\r\nACTION:AUDIO",
    "a;b,c\\n:d\r\n e\x85f\u2028g\x0bh",
    "\u202e</strong><script>",
    "x\ud800y" * 60,
    "名\r\n" * 40,
]


@pytest.mark.parametrize("raw", UNCLEAN)
def test_a_calendar_is_one_event_with_one_alarm_in_short_lines(raw: str) -> None:
    alert = Alert(Action.ASK, raw, "a", "ask:1:p1", 1, 1, raw)
    content = encoded(as_ics([(DAY, alert)], NOW))
    lines = content.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert not any(OBEYED.search(line.decode("utf-8", "ignore")) for line in lines)
    assert b"\n" not in content.replace(b"\r\n", b"")
    calendar = Calendar.from_ical(content)
    (event,) = calendar.walk("VEVENT")
    assert [one.name for one in event.subcomponents] == ["VALARM"]
    assert not event.errors
    assert str(event["uid"]) == "ask-1-p1@recco"


class Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)


@pytest.mark.parametrize("raw", UNCLEAN)
def test_a_resume_holds_no_control_in_any_form(raw: str) -> None:
    contact = Contact(1, raw, company=raw, position=raw)
    text = Recommendation(1, 1, Direction.RECEIVED, raw, Status.VISIBLE, DAY)
    shown = [reference(contact, text)]
    html, document = as_html("Recommendations", shown), as_json_resume(shown)
    for page in (html, document, as_markdown("Recommendations", shown)):
        assert not OBEYED.search(page)
        assert page.encode("utf-8")
    assert list(json.loads(document)["references"][0]) == ["name", "reference"]
    reader = Page()
    reader.feed(html)
    assert reader.tags == [
        "html", "head", "meta", "meta", "title", "style", "body", "h1", "blockquote", "p", "footer",
        "strong",
    ]  # fmt: skip


@pytest.mark.parametrize("raw", UNCLEAN)
def test_everything_comes_back_from_json_as_it_is_stored(raw: str) -> None:
    # Two surrogates in a row are one character, in JSON as anywhere.
    raw = raw.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
    tables = {"contacts": [{"id": 1, "name": raw}]}
    assert json.loads(encoded(as_json(tables, NOW)))["tables"] == tables


@pytest.mark.parametrize("raw", UNCLEAN)
def test_a_table_can_be_written_whatever_is_in_it(raw: str) -> None:
    assert encoded(as_csv([{"id": 1, "name": raw}]))
