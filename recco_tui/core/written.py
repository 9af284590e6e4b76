"""What recco wrote itself, told by the content alone: only that is replaced without a question.

The JSON document and the calendar say who wrote them. A text gets a comment with a checksum as its
last line, so that one that was edited since counts as the user's own. A mark in the file holds
wherever the file is taken, needs no write to the database, and no lock.
"""

import json
import re
from hashlib import sha256

PRODID = "-//recco//recommendations//EN"
"""Who wrote a calendar, as RFC 5545 wants it to be said."""
DOCUMENT_FORMAT = 1
"""The version of the JSON document that recco writes and reads."""
CHECKSUMS_HEAD = "# Checksums of the files that recco wrote here (sha256sum -c reads them)."

STRANGE = "exists and was not created by recco"
CHANGED = "was changed since recco wrote it"

_DOCUMENT = re.compile(rb'\{\s*"recco":\s*\d')
_CALENDAR = re.compile(rb"BEGIN:VCALENDAR\r?\n(?:[^\r\n]*\r?\n){0,9}?PRODID:-//recco//")
_MARK = b"\n<!-- Written by recco: "
_SIGNED = re.compile(rb"(.*)" + _MARK + rb"([0-9a-f]{16}) -->\n", re.DOTALL)


def encoded(text: str) -> bytes:
    """UTF-8. Lone surrogates, which it cannot hold, become escapes; in JSON these mean the same."""
    return text.encode("utf-8", "backslashreplace")


def checksum(content: bytes) -> str:
    """The SHA-256 of a file, as sha256sum prints it."""
    return sha256(content).hexdigest()


def signed(text: str) -> str:
    """Markdown, HTML or plain text with recco's mark as its last line."""
    return f"{text}{_MARK.decode()}{checksum(encoded(text))[:16]} -->\n"


def objection(content: bytes) -> str:
    """Why a file of this content must not be replaced unasked, as in "PATH exists and …"; '' when
    it may be: nothing is in it, or recco wrote it and no one has changed it since."""
    if not content.strip() or _DOCUMENT.match(content) or _CALENDAR.match(content):
        return ""
    if content.startswith(CHECKSUMS_HEAD.encode()) or _is_json_resume(content):
        return ""
    found = _SIGNED.fullmatch(content)
    if found and checksum(found[1])[:16] == found[2].decode():
        return ""
    return CHANGED if _MARK in content else STRANGE


def _is_json_resume(content: bytes) -> bool:
    """Whether it is nothing but references, laid out as recco does: JSON has no comment to sign."""
    if not content.startswith(b'{\n  "references": ['):
        return False
    try:
        document = json.loads(content)
        return set(document) == {"references"} and encoded(as_json(document)) == content
    except (ValueError, RecursionError):
        return False


def as_json(document: object) -> str:
    """A JSON document of another program's format, as recco lays it out."""
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
