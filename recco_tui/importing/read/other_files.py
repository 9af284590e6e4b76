"""What is a file that is no export? Told by how it begins, so that the refusal says what to do."""

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from recco_tui.core.export import DATA_PAGE

START = 1024
"""Bytes to look at."""

ASK_LINKEDIN = (
    "in LinkedIn's Settings & Privacy, under Data privacy, choose Get a copy of your data and check"
    f" Connections, Recommendations, Invitations, Messages and Profile ({DATA_PAGE})"
)
"""How to get an export that holds what is read here; the end of a sentence."""
_WEB_PAGE = (
    "a web page, not the export. The download link has expired, or you were signed out."
    f" Ask again: {ASK_LINKEDIN}"
)
_SPREADSHEET = "a spreadsheet. Save it as CSV (UTF-8) and import that"
_PACKED = "Unpack it and choose the folder"


class _Form(NamedTuple):
    """A kind of file: what it begins with, at which byte, and what is said of it."""

    begin: bytes
    says: str
    at: int = 0


_FORMS = (
    _Form(b"7z\xbc\xaf\x27\x1c", f"a 7z archive. {_PACKED}"),
    _Form(b"Rar!", f"a RAR archive. {_PACKED}"),
    _Form(b"\x1f\x8b", f"a gzip archive. {_PACKED}"),
    _Form(b"BZh", f"a bzip2 archive. {_PACKED}"),
    _Form(b"\xfd7zXZ", f"an xz archive. {_PACKED}"),
    _Form(b"\x28\xb5\x2f\xfd", f"a Zstandard archive. {_PACKED}"),
    _Form(b"ustar", f"a tar archive. {_PACKED}", 257),
    _Form(b"\xd0\xcf\x11\xe0", _SPREADSHEET),
    _Form(b"SQLite format 3\0", "a database. Open a recco file with --db"),
    _Form(b"%PDF", "a PDF document. Choose the .zip from LinkedIn"),
    _Form(b"{\\rtf", "a text document. Choose the .zip from LinkedIn"),
    _Form(b"\x89PNG", "a picture. Choose the .zip from LinkedIn"),
    _Form(b"\xff\xd8\xff", "a picture. Choose the .zip from LinkedIn"),
    _Form(b"GIF8", "a picture. Choose the .zip from LinkedIn"),
    _Form(
        b"BEGIN:VCARD", "an address book (vCard). 'recco import FILE --as contacts' adds its people"
    ),
    _Form(b"BEGIN:VCALENDAR", "a calendar. Choose the .zip from LinkedIn"),
)
_PAGE = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_MARKUP = re.compile(rb"\s*<(?:\?xml|!doctype|[a-z]+[\s>])", re.IGNORECASE)
_JSON = re.compile(rb'\s*(?:\{\s*["}]|\[\s*[{"\[\]])')
_PARTIAL = (".crdownload", ".part", ".partial", ".download", ".opdownload", ".tmp")


def what_it_is(start: bytes, name: str) -> str | None:
    """ "a web page: …" for a file that begins so; None for what may be a table or an archive."""
    if name.casefold().endswith(_PARTIAL):
        return "an unfinished download. Wait for it, or download it again"
    start = start.removeprefix(b"\xef\xbb\xbf")
    for form in _FORMS:
        if start.startswith(form.begin, form.at):
            return form.says
    if _PAGE.match(start):
        return _WEB_PAGE
    if _MARKUP.match(start):
        return "an XML document. Choose the .zip from LinkedIn"
    if _JSON.match(start):
        return "a JSON document, but not from 'recco export json'. Choose the .zip from LinkedIn"
    if _is_old_tar(start):
        return f"a tar archive. {_PACKED}"
    return None


_CHECKSUM = slice(148, 156)


def _is_old_tar(start: bytes) -> bool:
    """Tar from before there was a mark: the header's own sum is in it."""
    if len(start) < 512 or not any(start[:512]):
        return False
    try:
        told = int(start[_CHECKSUM].strip(b" \0") or b"x", 8)
    except ValueError:
        return False
    return told == sum(start[:148]) + 8 * 0x20 + sum(start[156:512])


_IN_SPREADSHEETS = ("xl/", "index/document.iwa", "index/tables/")
_OFFICE = re.compile(r"(?:word|ppt|xl)/|meta-inf/|androidmanifest\.xml|mimetype$", re.IGNORECASE)


def what_is_zipped(names: Sequence[str]) -> str | None:
    """The same for a zip file, by the names in it: documents and programs are zip files too."""
    lower = [name.casefold() for name in names]
    if any(name.startswith(_IN_SPREADSHEETS) for name in lower):
        return _SPREADSHEET
    if "mimetype" in lower and "content.xml" in lower:
        return "an office document. Save its table as CSV (UTF-8) and import that"
    if any(_OFFICE.match(name) for name in lower):
        return "a document or a program, not the export. Choose the .zip from LinkedIn"
    return None


_SHEETS = (".xlsx", ".xls", ".ods", ".numbers")


def spreadsheet_in(names: Sequence[str]) -> str | None:
    """What to do with a spreadsheet that lies where a table should; None when there is none."""
    found = [name for name in names if name.casefold().endswith(_SHEETS)]
    return f"{found[0]} in it is {_SPREADSHEET}" if found else None


def without_people(names: Collection[str]) -> str:
    """What a LinkedIn export lacks of which only these files are there."""
    shown = ", ".join(sorted(names)[:4]) + (", …" if len(names) > 4 else "")
    return (
        f"holds no connections and no recommendations, only {shown}. Ask LinkedIn for them:"
        f" {ASK_LINKEDIN}"
    )
