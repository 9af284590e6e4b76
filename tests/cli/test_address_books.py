"""`recco import FILE --as contacts`: people who are not on LinkedIn, from vCards and tables."""

from pathlib import Path

import pytest

CARDS = """BEGIN:VCARD\r
VERSION:3.0\r
N:Lee;Ann;;Dr.;\r
FN:Ann Lee\r
ORG:Acme\\, Inc.;Research\r
TITLE:Head of\r
  Research\r
item1.EMAIL;type=INTERNET:ann@example.org\r
URL:https://example.org\r
URL:https://www.linkedin.com/in/ann-lee\r
PHOTO;ENCODING=b:AAAA\r
 BBBB\r
END:VCARD\r
BEGIN:VCARD\r
VERSION:2.1\r
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Wei=C3=9F;J=C3=BCr=\r
gen\r
END:VCARD\r
BEGIN:VCARD\r
VERSION:3.0\r
ORG:No one\r
END:VCARD\r
"""
GOOGLE = """First Name,Last Name,Organization Name,Organization Title,E-mail 1 - Value,Labels
Ann,Lee,Acme,CTO,ann@example.org,* friends
Bo,Ray,,,bo@example.org,
,,,,nobody@example.org,
"""


@pytest.fixture
def book(tmp_path: Path):
    def write(text: str, name: str = "people.csv") -> str:
        (tmp_path / name).write_bytes(text.encode())
        return str(tmp_path / name)

    return write


def listed(recco) -> list[tuple[str, str, str]]:
    shown = (
        recco("contact", "show", row["name"], "--json").json
        for row in recco("contact", "list", "--json").json
    )
    return [(row["name"], row["company"], row["position"]) for row in shown]


def test_a_vcard_file_makes_contacts(recco, book) -> None:
    document = recco("import", book(CARDS, "friends.vcf"), "--as", "contacts", "--json").json
    assert document["added"] == ["Ann Lee", "Jürgen Weiß"]
    assert document["files"][0]["nameless"] == 1
    assert sorted(listed(recco)) == [
        ("Ann Lee", "Acme, Inc.", "Head of Research"),
        ("Jürgen Weiß", "", ""),
    ]
    ann = recco("contact", "show", "Ann Lee", "--json").json
    assert ann["url"] == "https://www.linkedin.com/in/ann-lee"
    assert ann["email"] == "ann@example.org"


def test_a_table_says_its_columns_and_makes_contacts(recco, book) -> None:
    outcome = recco("import", book(GOOGLE), "--as", "contacts")
    assert outcome.status == 0
    assert "first name from “First Name”" in outcome.out
    assert "company from “Organization Name”" in outcome.out
    assert "not read: Labels" in outcome.out
    assert "1 row without a name" in outcome.out
    assert outcome.out.splitlines()[-1] == "Added 2 contacts; 'recco undo' reverts it."
    assert listed(recco) == [("Ann Lee", "Acme", "CTO"), ("Bo Ray", "", "")]
    recco("undo")
    assert listed(recco) == []


@pytest.mark.usefixtures("no_file")
def test_a_dry_run_shows_all_and_writes_nothing(recco, book, tmp_path: Path) -> None:
    outcome = recco("import", book(GOOGLE), "--as", "contacts", "--dry-run")
    assert "New: 2" in outcome.out
    assert "Nothing was written" in outcome.out
    assert not (tmp_path / "recco.db").exists()


@pytest.mark.parametrize("known", [("Ann  LEE",), ("Anna", "--email", "ANN@example.org")])
def test_who_is_there_already_is_not_added_again(recco, book, known: tuple[str, ...]) -> None:
    recco("contact", "add", *known)
    document = recco("import", book(GOOGLE), "--as", "contacts", "--json").json
    assert (document["added"], document["known"]) == (["Bo Ray"], ["Ann Lee"])
    again = recco("import", book(GOOGLE), "--as", "contacts")
    assert again.out.splitlines()[-1] == "No one new in it. Nothing was added."


TABLES = {
    "one column": "Name\nAnn Lee\n",
    "semicolons": "Nummer;Full Name;Firma\n1;Ann Lee;Acme\n",
    "a title above": "My people\n\nName,Phone\nAnn Lee,1\n",
    "utf-16": "Name\tCompany\nAnn Lee\tAcme\n",
}


@pytest.mark.parametrize("text", TABLES.values(), ids=TABLES)
def test_any_table_with_a_column_of_names_will_do(recco, tmp_path: Path, text: str) -> None:
    encoding = "utf-16" if "\t" in text else "utf-8"
    (tmp_path / "x.csv").write_bytes(text.encode(encoding))
    document = recco("import", str(tmp_path / "x.csv"), "--as", "contacts", "--json").json
    assert document["added"] == ["Ann Lee"]


@pytest.mark.parametrize("text", ["", "month,sum\n1,2\n", "\0\1\2", '"'])
def test_what_names_no_one_is_refused_in_a_sentence(recco, book, text: str) -> None:
    outcome = recco("import", book(text), "--as", "contacts")
    assert (outcome.status, outcome.err.count("\n")) == (3, 1)
    assert "has no column of names" in outcome.err


def test_names_that_look_like_markup_or_are_endless_harm_nothing(recco, book) -> None:
    text = f"Name\n[b]Ann[/b] \x1b[31mLee\n{'x' * 5000}\n"
    document = recco("import", book(text), "--as", "contacts", "--json").json
    assert [name for name in document["added"] if "\x1b" in name] == []
    assert document["files"][0]["nameless"] == 1


def test_a_table_that_is_no_export_says_what_else_can_be_done_with_it(recco, book) -> None:
    refused = recco("import", book("Name,Phone\nAnn Lee,1\n"))
    assert refused.status == 3
    assert "It lists 1 person. --as contacts adds them." in refused.err
    assert "--as contacts" in recco("import", book(CARDS, "friends.vcf")).err
