"""What recco wrote is known again by its content; what someone else wrote, or edited, is not."""

import json

import pytest

from recco_tui.core.written import CHANGED, STRANGE, as_json, encoded, objection, signed

OURS = {
    "nothing": b"",
    "a blank line": b"\n",
    "everything": b'{\n "recco": 1,\n "exported_at": "2026-11-23T09:00:00+00:00",\n "tables": {}}\n',
    "everything, on one line": b'{"recco": 1, "tables": {}}',
    "the calendar": b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//recco//recommendations//EN\r\n",
    "Markdown": encoded(signed("# Recommendations\n\n> Great.\n")),
    "a text with a lone surrogate": encoded(signed("a\ud800b\n")),
    "references": encoded(as_json({"references": [{"name": "Ann", "reference": "Great."}]})),
}
NOT_OURS = {
    "notes": b"Dear diary",
    "a spreadsheet's table": b"id,name\r\n1,Ann\r\n",
    "someone's resume": json.dumps({"basics": {}, "references": []}, indent=2).encode(),
    "references laid out by hand": b'{"references": []}',
    "another program's calendar": b"BEGIN:VCALENDAR\r\nPRODID:-//Apple//EN\r\nEND:VCALENDAR\r\n",
    "a calendar that quotes us late": b"BEGIN:VCALENDAR\r\n"
    + b"X:y\r\n" * 40
    + b"PRODID:-//recco//",
    "JSON that mentions recco": b'{"tool": "recco", "recco": 1}',
    "bytes": bytes(range(256)),
    "a deeply nested JSON": b'{\n  "references": [' + b"[" * 100_000,
}


@pytest.mark.parametrize("content", OURS.values(), ids=OURS)
def test_what_recco_wrote_may_be_replaced(content: bytes) -> None:
    assert objection(content) == ""


@pytest.mark.parametrize("content", NOT_OURS.values(), ids=NOT_OURS)
def test_what_others_wrote_may_not(content: bytes) -> None:
    assert objection(content) == STRANGE


@pytest.mark.parametrize(
    ("old", "new"),
    [(b"Great", b"Good"), (b"# R", b"\xef\xbb\xbf# R"), (b" -->\n", b" -->\nMy own line.\n")],
    ids=["another word", "a byte order mark", "a line more"],
)
def test_a_text_that_was_edited_is_the_users_own(old: bytes, new: bytes) -> None:
    content = encoded(signed("# Recommendations\n\n> Great.\n"))
    assert objection(content.replace(old, new)) == CHANGED
