"""Connections.csv of every era and after every spreadsheet."""

from collections.abc import Callable
from datetime import date

import pytest

from recco_tui.core.export import Export, RowPlace

Read = Callable[..., Export]

NOTES = (
    "Notes:\n"
    '"When exporting your connection data, you may notice that some of the email addresses are '
    'missing. You will only see email addresses for connections who have allowed it."\n\n'
)
NOW = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
ANA = "Ana,Díaz,https://www.linkedin.com/in/ana-diaz,,Acme,CTO,04 Apr 2021\n"
BOB = "Bob,Ray,https://www.linkedin.com/in/bob-ray,bob@mail.example,,,05 Apr 2021\n"
MIDDLE = "First Name,Last Name,Email Address,Company,Position,Connected On\n"
EARLY = (
    "First Name,Last Name,Address,Email Address,Company,Position,Connected On,Websites,"
    "Instant Messengers\n"
)


def people(export: Export) -> list[tuple[str, str, str | None, date | None]]:
    return [(c.first_name, c.last_name, c.slug, c.connected_on) for c in export.connections]


A4, A5 = date(2021, 4, 4), date(2021, 4, 5)
BOTH = [("Ana", "Díaz", "ana-diaz", A4), ("Bob", "Ray", "bob-ray", A5)]
NO_URLS = [("Ana", "Díaz", None, A4), ("Bob", "Ray", None, A5)]

FILES = {
    "as LinkedIn writes it": (NOTES + NOW + ANA + BOB.rstrip(), BOTH),
    "no preamble": (NOW + ANA + BOB, BOTH),
    "half-cut preamble": ("\ufeff\n\n" + NOW + ANA + BOB, BOTH),
    "preamble cut inside its quote": ('are missing."\n\n' + NOW + ANA + BOB, BOTH),
    "preamble with an open quote": ('Notes:\n"When exporting\n' + NOW + ANA + BOB, BOTH),
    "2018 to 2023": (
        MIDDLE + "Ana,Díaz,,Acme,CTO,04 Apr 2021\nBob,Ray,bob@mail.example,,,05 Apr 2021\n",
        NO_URLS,
    ),
    "to 2018": (
        EARLY
        + 'Ana,Díaz,,ana@mail.example,Acme,CTO,"4/4/21, 3:21 PM",,\n'
        + 'Bob,Ray,,,,,"4/5/21, 1:02 AM",,\n',
        NO_URLS,
    ),
    "BOM and CRLF": ("\ufeff" + (NOTES + NOW + ANA + BOB).replace("\n", "\r\n"), BOTH),
    "old Mac line ends": ((NOW + ANA + BOB).replace("\n", "\r"), BOTH),
    "semicolons": ((NOW + ANA + BOB).replace(",", ";"), BOTH),
    "tabs": ((NOW + ANA + BOB).replace(",", "\t"), BOTH),
    "Excel's sep line": ("sep=;\n" + (NOW + ANA + BOB).replace(",", ";"), BOTH),
    "Excel's dates": (
        (NOW + ANA + BOB).replace("04 Apr 2021", "4-Apr-21").replace("05 Apr 2021", "5-Apr-21"),
        BOTH,
    ),
    "days first": (
        (NOW + ANA + BOB + "Cy,Lee,,,,,13/04/2021\n")
        .replace("04 Apr 2021", "04/04/2021")
        .replace("05 Apr 2021", "05/04/2021"),
        [*BOTH, ("Cy", "Lee", None, date(2021, 4, 13))],
    ),
    "UTF-16": ((NOW + ANA + BOB).encode("utf-16"), BOTH),
    "Windows-1252": ((NOW + ANA + BOB).encode("cp1252"), BOTH),
    "blank rows": (NOW + ",,,,,,\n" + ANA + "\n \n , ,,,,,\n" + BOB + "\n\n", BOTH),
    "columns in another order": (
        "Connected On,Last Name,First Name,URL\n"
        "04 Apr 2021,Díaz,Ana,linkedin.com/in/ana-diaz\n"
        "05 Apr 2021,Ray,Bob,linkedin.com/in/bob-ray/\n",
        BOTH,
    ),
    "unknown columns": (
        NOW.rstrip() + ",Shoe Size\n" + ANA.rstrip() + ",38\n" + BOB.rstrip() + ",\n",
        BOTH,
    ),
    "every cell quoted": (
        "".join(
            ",".join(f'"{cell}"' for cell in line.split(",")) + "\n"
            for line in (NOW + ANA + BOB).splitlines()
        ),
        BOTH,
    ),
    "header in capitals and spaces": (NOW.upper().replace(",", " , ") + ANA + BOB, BOTH),
    "German": (
        "Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verbunden am\n"
        + ANA
        + BOB.replace("Apr", "April"),
        BOTH,
    ),
    "French": (
        "Prénom,Nom,URL,Adresse e-mail,Entreprise,Poste,Date de connexion\n"
        + ANA.replace("Apr", "avr.")
        + BOB.replace("Apr", "avril"),
        BOTH,
    ),
    "a row too long": (NOW + ANA.rstrip() + ",,,\n" + BOB, BOTH),
    "no date column": (
        "First Name,Last Name,URL\nAna,Díaz,https://www.linkedin.com/in/ana-diaz\n",
        [("Ana", "Díaz", "ana-diaz", None)],
    ),
}


@pytest.mark.parametrize(("text", "expected"), FILES.values(), ids=FILES)
def test_connections_are_read(read: Read, text: str | bytes, expected: object) -> None:
    export = read({"Connections.csv": text})
    assert people(export) == expected
    assert export.ignored == ()
    assert export.has_connections
    assert not export.has_received
    assert not export.has_given


NAMES = {
    "credentials": ('Ada,"Okafor, PhD, PMP"', "Ada", "Okafor, PhD, PMP"),
    "spaces at the ends": (" Ana , Díaz ", "Ana", "Díaz"),
    "emoji": ("Ana 👩\u200d💻,Díaz 🚀", "Ana 👩\u200d💻", "Díaz 🚀"),
    "decomposed accent": ("Ana,Di\u0301az", "Ana", "Di\u0301az"),
    "markup": ("[b]Ana[/b],[/x]", "[b]Ana[/b]", "[/x]"),
    "escape sequences": ("\x1b[31mAna\x1b[0m,Dí\x07az\x00", "Ana", "Díaz"),
    "bidi override": ("\u202eAna,Díaz\u2069", "Ana", "Díaz"),
    "quotes": ('"Ana ""Annie""",Díaz', 'Ana "Annie"', "Díaz"),
    "loose quotes": ('Ana "Annie",Díaz', 'Ana "Annie"', "Díaz"),
    "no first name": (",Díaz", "", "Díaz"),
    "a very long name": (f"Ana,{'x' * 2206}", "Ana", "x" * 2206),
}


@pytest.mark.parametrize(("cells", "first", "last"), NAMES.values(), ids=NAMES)
def test_names_are_kept_as_written(read: Read, cells: str, first: str, last: str) -> None:
    export = read({"Connections.csv": f"{NOW}{cells},linkedin.com/in/x,,,,04 Apr 2021\n"})
    assert people(export) == [(first, last, "x", A4)]


def test_all_cells_and_the_place_are_told(read: Read) -> None:
    ana, bob = read({"Connections.csv": NOTES + NOW + ANA + BOB}).connections
    assert (ana.company, ana.position, ana.email) == ("Acme", "CTO", "")
    assert (bob.company, bob.position, bob.email) == ("", "", "bob@mail.example")
    assert (ana.place, bob.place) == (
        RowPlace("Connections.csv", 5),
        RowPlace("Connections.csv", 6),
    )


def test_rows_without_a_name_are_counted_only(read: Read) -> None:
    closed = ",,,,,,06 Apr 2021\nLinkedIn,Member,,,,,06 Apr 2021\n"
    export = read({"Connections.csv": NOW + ANA + closed + BOB})
    assert people(export) == BOTH
    assert export.nameless == 2
    assert export.files[0].rows == 4


def test_an_unreadable_date_loses_the_date_and_not_the_person(read: Read) -> None:
    export = read({"Connections.csv": NOW + ANA.replace("Apr", "Apz") + BOB})
    assert people(export)[0] == ("Ana", "Díaz", "ana-diaz", None)
    assert [w for w in export.warnings if "line 2" in w]


def test_bytes_of_windows_are_read_with_a_warning(read: Read) -> None:
    export = read({"Connections.csv": (NOW + ANA).encode("cp1252")})
    assert export.connections[0].last_name == "Díaz"
    assert "Windows-1252" in export.warnings[0]


def test_one_odd_byte_spoils_nothing_else(read: Read) -> None:
    export = read({"Connections.csv": (NOW + ANA + BOB).encode() + b"Zo\xeb,Ek,,,,,04 Apr 2021\n"})
    assert people(export) == [*BOTH, ("Zoë", "Ek", None, A4)]
    assert len(export.warnings) == 1


BROKEN = {
    "a short row": (NOW + ANA + "oops\n" + BOB, 3, "only 1 of 7 cells"),
    "an unquoted comma": (
        NOW + ANA + BOB.replace(",,,05", ",Ray, Sons,,05"),
        3,
        "8 cells for 7 columns",
    ),
    "a quote never closed, in the name": (
        NOW + 'Cy,"Lee,linkedin.com/in/cy,,,,04 Apr 2021\n' + ANA + BOB,
        2,
        "an open quote is never closed",
    ),
    "a quote never closed, then a quoted name": (
        NOW
        + 'Cy,"Lee,linkedin.com/in/cy,,,,04 Apr 2021\n'
        + 'Di,"Ek",linkedin.com/in/di,,,,04 Apr 2021\n'
        + ANA
        + BOB,
        2,
        "an open quote is never closed",
    ),
    "a quote never closed, in the last row": (
        NOW + ANA + BOB + 'Cy,"Lee,linkedin.com/in/cy,,,,04 Apr 2021\n',
        4,
        "an open quote is never closed",
    ),
    "a file cut in a quote": (NOW + ANA + BOB + 'Cy,"Lee, Ph', 4, "an open quote"),
}


@pytest.mark.parametrize(("text", "line", "why"), BROKEN.values(), ids=BROKEN)
def test_a_broken_row_is_named_and_costs_no_other(
    read: Read, text: str, line: int, why: str
) -> None:
    export = read({"Connections.csv": text})
    assert [(i.file, i.line) for i in export.ignored] == [("Connections.csv", line)]
    assert export.ignored[0].why.startswith(why)
    assert ("Ana", "Díaz", "ana-diaz", A4) in people(export)
    assert not [c for c in export.connections if c.first_name == "Cy"]


def test_each_of_many_broken_quotes_costs_one_row(read: Read) -> None:
    bad = 'Cy,"Lee,linkedin.com/in/cy,,,,04 Apr 2021\n'
    good = [f"P{n},Q,linkedin.com/in/p{n},,,,04 Apr 2021\n" for n in range(40)]
    export = read({"Connections.csv": NOW + "".join(bad + row for row in good)})
    assert [c.slug for c in export.connections] == [f"p{n}" for n in range(40)]
    assert [c.place.line for c in export.connections] == list(range(3, 83, 2))
    assert [i.line for i in export.ignored] == list(range(2, 82, 2))


def test_a_cell_over_two_lines_is_one_cell(read: Read) -> None:
    text = NOW + ANA.replace("CTO", '"CTO\nand founder"') + BOB
    export = read({"Connections.csv": text})
    assert export.connections[0].position == "CTO and founder"
    assert [c.place.line for c in export.connections] == [2, 4]


def test_homonyms_are_two_people(read: Read) -> None:
    twin = ANA.replace("ana-diaz", "ana-diaz-2")
    assert [c.slug for c in read({"Connections.csv": NOW + ANA + twin}).connections] == [
        "ana-diaz",
        "ana-diaz-2",
    ]


def test_cells_beyond_the_columns_are_said(read: Read) -> None:
    export = read({"Connections.csv": NOW + ANA.rstrip() + ",more\n" + BOB})
    assert people(export) == BOTH
    assert export.warnings == ("Connections.csv line 2: more cells than columns, rest not read",)
