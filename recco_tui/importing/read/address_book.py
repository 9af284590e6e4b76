"""Address books, for people who are not on LinkedIn: vCards, and tables with a column of names."""

import csv
import quopri
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, suppress
from itertools import chain, islice
from pathlib import Path

from recco_tui.core.address_book import AddressBook, AddressEntry
from recco_tui.core.cleaning import clean_line
from recco_tui.core.errors import ArchiveError
from recco_tui.core.names import clean_name, slug_of
from recco_tui.importing.named_file import open_file
from recco_tui.importing.read.archive import unreadable
from recco_tui.importing.read.sheets import squeezed
from recco_tui.importing.read.tables import DELIMITERS, LONGEST_LINE, LineTooLong, TextSource

MOST_PEOPLE = 30_000
LARGEST = 64 * 2**20
"""Bytes; vCards may hold pictures."""
LONGEST_NAME = 200
_HEADER_WITHIN = 10

_FIELDS = {
    "name": "name|full name|display name|contact|contact name|person|fn|nom complet|voller name",
    "first": "first name|given name|first|vorname|prénom|nombre|nome|voornaam|名",
    "last": "last name|family name|surname|last|nachname|nom|apellidos|cognome|achternaam|姓",
    "company": (
        "company|organization|organisation|organization name|organization 1 name|employer"
        "|unternehmen|firma|entreprise|empresa|azienda|bedrijf|会社"
    ),
    "position": (
        "position|title|job title|role|organization title|organization 1 title|poste|cargo|funktion"
    ),
    "email": "email|e-mail|mail|email address|e-mail address|e-mail 1 value|email 1|primary email",
    "url": "linkedin|linkedin url|linkedin profile|profile url|url|website|website 1 value",
}
_BY_TITLE = {
    squeezed(title): field for field, titles in _FIELDS.items() for title in titles.split("|")
}


def read_address_book(path: Path) -> AddressBook:
    """The people of a vCard file or a table; ArchiveError in one sentence for anything else."""
    label = clean_line(path.name)
    try:
        if path.stat().st_size > LARGEST:
            raise ArchiveError(f"{label} is too large for an address book. It was not read.")
        with ExitStack() as until:
            source = until.enter_context(TextSource(open_file(path), lambda _: None))
            lines = iter(source)
            head = list(islice(lines, _HEADER_WITHIN))
            if any(line.strip().upper() == "BEGIN:VCARD" for line in head[:3]):
                return _book(_cards(_unfolded(chain(head, lines))), _CARD_COLUMNS)
            return _table(head, lines, label)
    except OSError as error:
        raise unreadable(label, error) from None
    except LineTooLong:
        raise ArchiveError(
            f"{label} is not an address book: one of its lines never ends."
        ) from None


def _book(
    entries: Iterable[AddressEntry],
    columns: Sequence[tuple[str, str]],
    unused: Sequence[str] = (),
) -> AddressBook:
    named: list[AddressEntry] = []
    nameless = 0
    for entry in entries:
        if not entry.name or len(entry.name) > LONGEST_NAME:
            nameless += 1
        elif len(named) < MOST_PEOPLE:
            named.append(entry)
    return AddressBook(tuple(dict.fromkeys(named)), tuple(columns), tuple(unused), nameless)


def _entry(values: dict[str, str]) -> AddressEntry:
    cleaned = {field: clean_line(value).strip() for field, value in values.items()}
    name = cleaned.get("name") or f"{cleaned.get('first', '')} {cleaned.get('last', '')}"
    url = cleaned.get("url", "")
    return AddressEntry(
        name=clean_name(name),
        company=cleaned.get("company", ""),
        position=cleaned.get("position", ""),
        email=cleaned.get("email", ""),
        url=url if slug_of(url) else "",
    )


# -- tables ----------------------------------------------------------------------------------------


def _table(head: Sequence[str], lines: Iterator[str], label: str) -> AddressBook:
    csv.field_size_limit(max(csv.field_size_limit(), LONGEST_LINE))
    seen: list[str] = []
    for number, line in enumerate(head):
        delimiter = max(DELIMITERS, key=line.count)
        titles = [
            clean_line(cell).strip() for cell in next(csv.reader([line], delimiter=delimiter), [])
        ]
        found: dict[str, int] = {}
        for at, title in enumerate(titles):
            field = _BY_TITLE.get(squeezed(title.lstrip("\ufeff")))
            if field:
                found.setdefault(field, at)
        if found.keys() & {"name", "first", "last"}:
            rows = csv.reader(chain(head[number + 1 :], lines), delimiter=delimiter)
            columns = [(_WORDS.get(field, field), titles[at]) for field, at in found.items()]
            unused = [
                title for at, title in enumerate(titles) if title and at not in found.values()
            ]
            return _book(_rows(rows, found), columns, unused)
        seen = seen or [title for title in titles if title]
    told = f" (found: {', '.join(seen[:12])})" if seen else ""
    raise ArchiveError(f"{label} has no column of names{told}. Call one Name.")


_WORDS = {"first": "first name", "last": "last name", "email": "email", "url": "LinkedIn"}


def _rows(rows: Iterator[list[str]], found: dict[str, int]) -> Iterator[AddressEntry]:
    with suppress(csv.Error):  # a quote that never closes: what came before it stands
        for row in rows:
            if any(map(str.strip, row)):
                yield _entry({field: row[at] for field, at in found.items() if at < len(row)})


# -- vCards ----------------------------------------------------------------------------------------

_PROPERTY = re.compile(r"(?:[\w-]+\.)?([A-Za-z-]+)((?:;[^:]*)?):(.*)", re.DOTALL)
_ESCAPED = re.compile(r"\\([\\,;:nN])")
_CARD_COLUMNS = (
    ("name", "FN"),
    ("company", "ORG"),
    ("position", "TITLE"),
    ("email", "EMAIL"),
    ("LinkedIn", "URL"),
)
_OF_CARD = {"FN": "name", "ORG": "company", "TITLE": "position", "EMAIL": "email", "URL": "url"}


def _unfolded(lines: Iterable[str]) -> Iterator[str]:
    """Properties, each on one line: what goes on begins with a blank, or ends with `=`."""
    whole = ""
    for line in lines:
        line = line.rstrip("\r\n")
        if line[:1] in (" ", "\t"):
            whole += line[1:]
        elif whole.endswith("=") and "QUOTED-PRINTABLE" in whole.upper():
            whole = whole[:-1] + line
        else:
            yield whole
            whole = line
    yield whole


def _cards(lines: Iterable[str]) -> Iterator[AddressEntry]:
    values: dict[str, str] = {}
    for line in lines:
        found = _PROPERTY.fullmatch(line)
        if not found:
            continue
        name, options, value = found[1].upper(), found[2].upper(), found[3]
        if name == "BEGIN":
            values = {}
        elif name == "END" and value.strip().upper() == "VCARD":
            yield _entry(values)
            values = {}
        elif name == "N":
            last, first = [*_parts(value, options), "", ""][:2]
            values.setdefault("first", first)
            values.setdefault("last", last)
        elif name in _OF_CARD:
            field, text = _OF_CARD[name], _parts(value, options)[0]
            if field == "url":
                text = _unescaped(_decoded(value, options))
            if not values.get(field) or (field == "url" and not slug_of(values["url"])):
                values[field] = text


def _parts(value: str, options: str) -> list[str]:
    return [_unescaped(part) for part in re.split(r"(?<!\\);", _decoded(value, options))]


def _decoded(value: str, options: str) -> str:
    if "QUOTED-PRINTABLE" not in options:
        return value
    return quopri.decodestring(value.encode()).decode("utf-8", "replace")


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: " " if found[1] in "nN" else found[1], text)
