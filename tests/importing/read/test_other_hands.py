"""Tables that other hands and programs have written: encodings, separators, languages, dates."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from recco_tui.core.export import Export
from recco_tui.importing.read.dates import DateReader
from recco_tui.importing.read.reader import read_export

Make = Callable[..., Path]
HEAD = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
ROWS = (
    "Zoë,Quine,https://www.linkedin.com/in/zoe,,Éclair SA,Café “Noir”,14 Mar 2021",
    "Łukasz,Żółć,https://www.linkedin.com/in/lukasz,,Wisła,QA,07 Jul 2024",
)
CONNECTIONS = "\n".join((HEAD, *ROWS, ""))


def cells(export: Export) -> list[tuple[str, str, str, date | None]]:
    return [
        (row.first_name, row.last_name, row.position, row.connected_on)
        for row in export.connections
    ]


AS_WRITTEN = [
    ("Zoë", "Quine", "Café “Noir”", date(2021, 3, 14)),
    ("Łukasz", "Żółć", "QA", date(2024, 7, 7)),
]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-16", "utf-8-sig"])
@pytest.mark.parametrize("before", ["", "Notes:\n\n"], ids=["", "a note before"])
def test_an_encoding_is_told_without_its_mark(read, encoding: str, before: str) -> None:
    export = read({"Connections.csv": (before + CONNECTIONS).encode(encoding)})
    assert cells(export) == AS_WRITTEN
    assert export.warnings == ()


def twice(text: str) -> bytes:
    """Made UTF-8, taken for Windows-1252, and made UTF-8 again."""
    once = text.encode()
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in once).encode()


def test_letters_encoded_twice_are_put_right_and_said(read) -> None:
    export = read({"Connections.csv": twice(CONNECTIONS)})
    assert cells(export) == AS_WRITTEN
    assert len(export.warnings) == 1
    assert "encoded twice" in export.warnings[0]


@pytest.mark.parametrize("name", ["SÃO", "«CAFÉ»", "Ã", "Â»", "naïve Ångström", "Ä«rē"])
def test_odd_letters_that_are_meant_stay_as_they_are(read, name: str) -> None:
    row = f"{name},Lee,https://www.linkedin.com/in/x,,Ünal,CTO,14 Mar 2021"
    export = read({"Connections.csv": f"{HEAD}\n{row}\n"})
    assert export.connections[0].first_name == name
    assert export.warnings == ()


@pytest.mark.parametrize("separator", ["|", ";", "\t"])
def test_other_separators(read, separator: str) -> None:
    assert cells(read({"Connections.csv": CONNECTIONS.replace(",", separator)})) == AS_WRITTEN


LANGUAGES = {
    "snake": "first_name,last_name,url,email_address,company,position,connected_on",
    "camel": "FirstName,LastName,URL,EmailAddress,Company,Position,ConnectedOn",
    "German": "Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verbunden am",
    "French": "Prénom,Nom,URL,Adresse e-mail,Entreprise,Poste,Date de connexion",
    "French, accents apart": "Pre\u0301nom,Nom,URL,Adresse e-mail,Entreprise,Poste,Date de connexion",
    "Spanish": "Nombre,Apellidos,URL,Correo electrónico,Empresa,Cargo,Fecha de conexión",
    "Portuguese": "Nome,Sobrenome,URL,Endereço de e-mail,Empresa,Cargo,Conectado em",
    "Italian": "Nome,Cognome,URL,Indirizzo e-mail,Azienda,Posizione,Collegato il",
    "Dutch": "Voornaam,Achternaam,URL,E-mailadres,Bedrijf,Functie,Verbonden op",
    "Japanese": "名,姓,URL,メールアドレス,会社,役職,つながった日",
}


@pytest.mark.parametrize("header", LANGUAGES.values(), ids=LANGUAGES)
@pytest.mark.parametrize("name", ["Connections.csv", "people.csv"])
def test_connections_with_headers_in_other_languages(read, header: str, name: str) -> None:
    export = read({name: "\n".join((header, *ROWS, ""))})
    assert cells(export) == AS_WRITTEN
    assert export.connections[0].company == "Éclair SA"
    assert export.warnings == ()


TEXTS = {
    "German": "Vorname,Nachname,Unternehmen,Jobbezeichnung,Text,Erstellungsdatum,Status",
    "French": "Prénom,Nom,Entreprise,Poste,Texte,Date de création,Statut",
    "Spanish": "Nombre,Apellidos,Empresa,Cargo,Texto,Fecha de creación,Estado",
    "Portuguese": "Nome,Sobrenome,Empresa,Cargo,Texto,Data de criação,Situação",
    "Italian": "Nome,Cognome,Azienda,Posizione,Testo,Data di creazione,Stato",
    "Dutch": "Voornaam,Achternaam,Bedrijf,Functie,Tekst,Aanmaakdatum,Status",
    "Japanese": "名,姓,会社,役職,テキスト,作成日,ステータス",
}


@pytest.mark.parametrize("header", TEXTS.values(), ids=TEXTS)
def test_recommendations_with_headers_in_other_languages(read, header: str) -> None:
    row = 'Zoë,Quine,Blue,CTO,We built it.,"03/05/24, 09:15 AM",HIDDEN'
    (text,) = read({"Recommendations_Received.csv": f"{header}\n{row}\n"}).recommendations
    assert (text.company, text.position, text.text) == ("Blue", "CTO", "We built it.")
    assert (text.status, text.written_at) == ("HIDDEN", datetime(2024, 3, 5, 9, 15, tzinfo=UTC))


DATES = {
    "14 mar 2021": date(2021, 3, 14),
    "2 ene 2019": date(2019, 1, 2),
    "2 de enero de 2019": date(2019, 1, 2),
    "3 abr. 2020": date(2020, 4, 3),
    "9 dic 2020": date(2020, 12, 9),
    "30 sept. 2020": date(2020, 9, 30),
    "30 septiembre 2020": date(2020, 9, 30),
    "14 de mar. de 2021": date(2021, 3, 14),
    "14 de março de 2021": date(2021, 3, 14),
    "2 de fev. de 2019": date(2019, 2, 2),
    "1 de mai. de 2019": date(2019, 5, 1),
    "8 de out. de 2019": date(2019, 10, 8),
    "8 de set. de 2019": date(2019, 9, 8),
    "25-dez-21": date(2021, 12, 25),
    "14 août 2021": date(2021, 8, 14),
    "14 aou\u0302t 2021": date(2021, 8, 14),
    "1er févr. 2021": date(2021, 2, 1),
    "1er fe\u0301vr. 2021": date(2021, 2, 1),
    "14. März 2021": date(2021, 3, 14),
    "14. Okt. 2021": date(2021, 10, 14),
    "2 gen 2019": date(2019, 1, 2),
    "3 giu 2019": date(2019, 6, 3),
    "4 lug. 2019": date(2019, 7, 4),
    "5 ottobre 2019": date(2019, 10, 5),
    "6 mrt 2019": date(2019, 3, 6),
    "7 mei 2019": date(2019, 5, 7),
    "14/mar/2021": date(2021, 3, 14),
    "2021年3月14日": date(2021, 3, 14),
}


@pytest.mark.parametrize(("written", "day"), DATES.items())
def test_months_in_other_languages(written: str, day: date) -> None:
    assert DateReader().day(written) == day


def test_a_day_still_to_come_is_not_believed(folder: Make) -> None:
    later = ROWS[0].replace("2021", "2121")
    soon = ROWS[1].replace("07 Jul 2024", "03 Dec 2026")
    path = folder({"Connections.csv": "\n".join((HEAD, later, soon, ROWS[1], ""))})
    export = read_export([path], today=date(2026, 11, 30))
    assert [row.connected_on for row in export.connections] == [None, None]
    assert export.exported_on is not None
    (warning,) = export.warnings
    assert "2 rows is in the future (line 2)" in warning


def test_tomorrow_is_believed_for_the_zones(folder: Make) -> None:
    path = folder({"Connections.csv": f"{HEAD}\n{ROWS[0].replace('14 Mar 2021', '01 Dec 2026')}\n"})
    export = read_export([path], today=date(2026, 11, 30))
    assert export.connections[0].connected_on == date(2026, 12, 1)


def test_a_clock_that_is_behind_believes_linkedins_own_day(zipped: Make) -> None:
    path = zipped({"Connections.csv": f"{HEAD}\n{ROWS[0].replace('14 Mar 2021', '19 Nov 2026')}\n"})
    export = read_export([path], today=date(2026, 1, 1))
    assert export.connections[0].connected_on == date(2026, 11, 19)


def test_a_name_of_a_year_to_come_is_no_stamp(zipped: Make) -> None:
    path = zipped({"Connections.csv": CONNECTIONS}, "Basic_LinkedInDataExport_11-20-2126.zip")
    export = read_export([path], today=date(2026, 11, 30))
    assert (export.exported_on, export.is_stamped) == (date(2024, 7, 7), False)
