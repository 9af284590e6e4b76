"""What a careful reader of each kind of export counts, `recco import` counts; twice is once."""

import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

PREAMBLE = (
    "Notes:\n"
    '"When exporting your connection data, you may notice that some of the email addresses are '
    'missing."\n\n'
)
SINCE_2023 = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
SINCE_2018 = "First Name,Last Name,Email Address,Company,Position,Connected On\n"
BEFORE_2018 = (
    "First Name,Last Name,Address,Email Address,Company,Position,Connected On,Websites,"
    "Instant Messengers\n"
)
ADA = "Ada,Byron,https://www.linkedin.com/in/ada-byron,,Engines,Analyst,20 Nov 2025\n"
ROB = "Rob,Stone,https://www.linkedin.com/in/rob-stone,,Quarry,Mason,19 Nov 2025"
CONNECTIONS = PREAMBLE + SINCE_2023 + ADA + ROB
PROFILE = (
    "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,"
    "Geo Location,Twitter Handles,Websites,Instant Messengers\nMara,Owner,,,,Dev,,,,,,,\n"
)
TEXTS = "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"
BY_ADA = 'Ada,Byron,Engines,Analyst,Mara wrote the parser.,"10/02/26, 09:30 AM",VISIBLE\n'
FOR_ROB = 'Rob,Stone,Quarry,Mason,Rob never drops a stone.,"09/01/26, 08:00 AM",\n'
ME = "https://www.linkedin.com/in/mara-owner"


class Case(NamedTuple):
    """The files of an export, and what is in them: counts of new rows, nothing else."""

    files: Mapping[str, str | bytes]
    contacts: int
    received: int = 0
    given: int = 0
    asks: int = 0
    requests: int = 0
    nameless: int = 0


def messages(columns: list[str], rows: list[dict[str, str]], quoted: bool = False) -> str:
    """A messages.csv with these columns; cells by column name."""

    def line(cells: list[str]) -> str:
        return ",".join(
            '"' + cell.replace('"', '""') + '"' if quoted or set(cell) & set(',"\n') else cell
            for cell in cells
        )

    body = [line([row.get(column, "") for column in columns]) for row in rows]
    return "\n".join([line(columns), *body]) + "\n"


TEN = [
    "CONVERSATION ID", "CONVERSATION TITLE", "FROM", "SENDER PROFILE URL", "TO",
    "RECIPIENT PROFILE URLS", "DATE", "SUBJECT", "CONTENT", "FOLDER",
]  # fmt: skip
NINE = [column for column in TEN if column != "RECIPIENT PROFILE URLS"]
HEADERS = {
    "2021": NINE,
    "2023": TEN,
    "2024": [*TEN, "IS MESSAGE DRAFT", "IS CONVERSATION DRAFT"],
    "2025": [*TEN, "ATTACHMENTS"],
    "2025 with drafts": [*TEN, "ATTACHMENTS", "IS MESSAGE DRAFT"],
}
ASK = {
    "CONVERSATION ID": "1", "FROM": "Mara Owner", "SENDER PROFILE URL": ME, "TO": "Ada Byron",
    "RECIPIENT PROFILE URLS": "https://www.linkedin.com/in/ada-byron",
    "DATE": "2026-09-20 09:00:00 UTC", "FOLDER": "INBOX",
    "CONTENT": "Hi Ada, would you?  Write Mara a recommendation: "
    "https://www.linkedin.com/recs/give/?senderId=mara-owner",
}  # fmt: skip
REQUEST = {
    "CONVERSATION ID": "2", "FROM": "Rob Stone",
    "SENDER PROFILE URL": "https://www.linkedin.com/in/rob-stone", "TO": "Mara Owner",
    "RECIPIENT PROFILE URLS": ME, "DATE": "2026-09-22 09:00:00 UTC", "FOLDER": "INBOX",
    "CONTENT": "Hi Mara, would you?  Write Rob a recommendation: "
    "https://www.linkedin.com/recs/give/?senderId=rob-stone",
}  # fmt: skip
SPAM = {**REQUEST, "CONVERSATION ID": "3", "FROM": "LinkedIn Member", "SENDER PROFILE URL": ""}
OF_2018 = (
    "From,To,Date,Subject,Content,Direction,Folder\n"
    'Mara Owner,Ada Byron,"9/20/18, 9:00 AM",Recommendation Request,'
    "Write Mara a recommendation: https://www.linkedin.com/recs/give?senderId=mara-owner,"
    "OUTGOING,SENT\n"
)
OVER_LINES = {**ASK, "CONTENT": ASK["CONTENT"].replace("  ", "\n\n")}

CASES: dict[str, Case] = {
    "preamble": Case({"Connections.csv": CONNECTIONS}, 2),
    "no preamble": Case({"Connections.csv": SINCE_2023 + ADA + ROB}, 2),
    "half-cut preamble": Case({"Connections.csv": b"\xef\xbb\xbf\n\n" + (SINCE_2023 + ADA).encode()}, 1),
    "without URL": Case({"Connections.csv": SINCE_2018 + "Ada,Byron,,Engines,Analyst,20 Nov 2025\n"}, 1),
    "the nine columns of 2017": Case(
        {"Connections.csv": BEFORE_2018 + 'Ada,Byron,,a@b.example,Engines,Analyst,"3/4/17, 9:05 AM",,\n'}, 1
    ),
    **{
        f"messages of {year}": Case(
            {"Profile.csv": PROFILE, "Connections.csv": CONNECTIONS,
             "messages.csv": messages(columns, [ASK, REQUEST])}, 2, asks=1, requests=1)
        for year, columns in HEADERS.items()
    },
    "messages of 2018": Case(
        {"Profile.csv": PROFILE, "Connections.csv": CONNECTIONS, "Messages.csv": OF_2018}, 2, asks=1
    ),
    "quoted header, text over lines": Case(
        {"Profile.csv": PROFILE, "Connections.csv": CONNECTIONS,
         "messages.csv": messages(HEADERS["2025"], [OVER_LINES, REQUEST], quoted=True)}, 2, asks=1, requests=1
    ),
    "received without given": Case(
        {"Connections.csv": CONNECTIONS, "Recommendations_Received.csv": TEXTS + BY_ADA}, 2, received=1
    ),
    "given with an empty status": Case(
        {"Connections.csv": CONNECTIONS, "Recommendations_Given.csv": TEXTS + FOR_ROB}, 2, given=1
    ),
    "a hidden row": Case(
        {"Connections.csv": CONNECTIONS,
         "Recommendations_Received.csv": TEXTS + BY_ADA.replace("VISIBLE", "HIDDEN")}, 2, received=1
    ),
    "two rows by one person": Case(
        {"Connections.csv": CONNECTIONS,
         "Recommendations_Received.csv": TEXTS + BY_ADA + BY_ADA.replace("10/02/26", "10/22/26").replace(
             "wrote the parser", "taught us all to test and stayed calm doing it")}, 2, received=2
    ),
    "two homonyms": Case(
        {"Connections.csv": SINCE_2023 + ADA + ADA.replace("ada-byron", "ada-byron-7").replace("Engines", "Looms"),
         "Recommendations_Received.csv": TEXTS + BY_ADA}, 2, received=1
    ),
    "credentials": Case(
        {"Connections.csv": SINCE_2023 + 'Ada,"Byron, PhD, PMP",https://www.linkedin.com/in/ada-byron,,Engines,Analyst,20 Nov 2025\n',
         "Recommendations_Received.csv": TEXTS + BY_ADA.replace("Byron", '"Byron, PhD, PMP"')}, 1, received=1
    ),
    "accents, composed and not": Case(
        {"Connections.csv": SINCE_2023 + ADA.replace("Ada", "Ad\u00e9"),
         "Recommendations_Received.csv": TEXTS + BY_ADA.replace("Ada", "Ade\u0301")}, 1, received=1
    ),
    "nameless rows": Case({"Connections.csv": CONNECTIONS + "\n,,,,,,18 Nov 2025\n,,,,,,17 Nov 2025"}, 2, nameless=2),
    "LinkedIn Member": Case(
        {"Profile.csv": PROFILE, "Connections.csv": CONNECTIONS, "messages.csv": messages(TEN, [ASK, SPAM])}, 2, asks=1
    ),
    "mark and carriage returns": Case(
        {"Connections.csv": b"\xef\xbb\xbf" + CONNECTIONS.replace("\n", "\r\n").encode()}, 2
    ),
    "bytes of Windows": Case({"Connections.csv": (SINCE_2023 + ADA.replace("Ada", "Ad\u00e9")).encode("cp1252")}, 1),
    "semicolons": Case({"Connections.csv": (SINCE_2023 + ADA + ROB).replace(",", ";")}, 2),
    "the UTF-16 twin": Case(
        {"Connections.csv": CONNECTIONS,
         "Endorsement Received Info.csv": "\ufeffEndorsement Date\tSkill Name\tDisplay Status\n".encode("utf-16-le"),
         "Endorsement_Received_Info.csv": "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,"
         "Endorser Public Url,Endorsement Status\n"}, 2
    ),
    "brackets and escapes": Case(
        {"Connections.csv": SINCE_2023 + ADA.replace("Engines", "[b]Eng\x1b[31mines[/x]"),
         "Recommendations_Received.csv": TEXTS + BY_ADA.replace("the parser", "[@click=quit]the\x1b]8;; parser")}, 1, received=1
    ),
}  # fmt: skip


def counts(document: dict) -> Case:
    """The new rows of an import, in the shape of a case."""
    assert document["unsure"] == []
    texts = document["recommendations"]
    return Case(
        {},
        document["contacts"]["new"],
        texts["received"]["new"],
        texts["given"]["new"],
        document["asks"]["new"],
        document["requests"]["new"],
        document["contacts"]["nameless"],
    )


def written(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
    return folder


@pytest.mark.parametrize("name", CASES)
def test_the_counts_are_those_of_a_careful_reader(recco, tmp_path: Path, name: str) -> None:
    case = CASES[name]
    export = written(tmp_path / "export", case.files)
    first = recco("import", str(export), "--json")
    assert (first.status, first.err) == (0, "")
    assert counts(first.json) == case._replace(files={})
    again = recco("import", str(export), "--json").json
    assert counts(again) == Case({}, 0, nameless=case.nameless)
    assert again["undo"] is None
    assert len(recco("contact", "list", "--json").json) == case.contacts


def as_zip(path: Path, prefix: str = "") -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(prefix + "Connections.csv", CONNECTIONS)
        archive.writestr("__MACOSX/._Connections.csv", b"\x00\x05\x16\x07")
        archive.writestr(prefix + ".DS_Store", b"\x00\x00\x00\x01Bud1")
    return path


SHAPES: dict[str, Callable[[Path], Path]] = {
    "a zip": lambda at: as_zip(at / "Basic_LinkedInDataExport_11-20-2026.zip"),
    "zip.zip": lambda at: as_zip(at / "Complete_LinkedInDataExport_11-20-2026.zip.zip"),
    "zip (1).zip": lambda at: as_zip(at / "Complete_LinkedInDataExport_11-20-2026.zip (1).zip"),
    "a nested folder in a zip": lambda at: as_zip(at / "mine.zip", "Downloads/LinkedIn/"),
    "a folder": lambda at: written(at / "export", {"Connections.csv": CONNECTIONS}),
    "a folder named .zip": lambda at: written(at / "Basic.zip", {"Connections.csv": CONNECTIONS}),
    "a nested folder": lambda at: written(at / "export", {"a/b/Connections.csv": CONNECTIONS}),
    "a single file": lambda at: written(at, {"Connections.csv": CONNECTIONS}) / "Connections.csv",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_of_an_archive_is_taken(recco, tmp_path: Path, shape: str) -> None:
    place = tmp_path / "downloads"
    place.mkdir()
    export = SHAPES[shape](place)
    assert counts(recco("import", str(export), "--json").json) == Case({}, 2)
    assert counts(recco("import", str(export), "--json").json) == Case({}, 0)


def test_basic_then_complete_then_basic_again(recco, tmp_path: Path) -> None:
    basic = written(
        tmp_path / "Basic_LinkedInDataExport_11-20-2026", {"Connections.csv": CONNECTIONS}
    )
    complete = written(
        tmp_path / "Complete_LinkedInDataExport_11-21-2026",
        {
            "Connections.csv": CONNECTIONS,
            "Profile.csv": PROFILE,
            "Recommendations_Received.csv": TEXTS + BY_ADA,
            "messages.csv": messages(TEN, [ASK, REQUEST]),
        },
    )  # fmt: skip
    assert counts(recco("import", str(basic), "--json").json) == Case({}, 2)
    assert counts(recco("import", str(complete), "--json").json) == Case(
        {}, 0, received=1, asks=1, requests=1
    )
    assert counts(recco("import", str(basic), "--json").json) == Case({}, 0)


def test_a_homonym_is_told_apart_by_the_company(recco, tmp_path: Path) -> None:
    recco("import", str(written(tmp_path / "export", CASES["two homonyms"].files)))
    owed = recco("owed", "--json").json
    people = {one["id"]: one for one in recco("contact", "list", "--json").json}
    assert [people[row["contact_id"]]["url"] for row in owed] == [
        "https://www.linkedin.com/in/ada-byron"
    ]
