"""What is said of a field where it is declared holds wherever contacts are shown: no place lists
the fields a second time, so that a new one is everywhere at once.
"""

import csv
from datetime import date
from pathlib import Path

import pytest

from recco_tui.assistant.answers import contact_page
from recco_tui.core.brief import brief
from recco_tui.core.fields import ByHand, by_hand
from recco_tui.core.models import Contact, ContactPage
from recco_tui.ledger.ledger import Ledger
from recco_tui.storage.columns import fields_of
from recco_tui.ui.present.contact import contact_lines
from tests.cli.conftest import TODAY, Recco

TEXTS = by_hand(Contact)
OTHERWISE = {
    "id": "the row's number",
    "name": "the first row of the form, and the command's argument",
    "first_name": "LinkedIn's own cut of the name",
    "last_name": "LinkedIn's own cut of the name",
    "kind": "chosen from a few",
    "relationship": "chosen from LinkedIn's twelve",
    "slug": "given as `url`",
    "connected_on": "an import's",
    "former_names": "several names, with semicolons between",
    "pinned_on": "a verb's",
    "archived_on": "a verb's",
    "missing_since": "an import's",
}
"""Fields that are no text of the user's, and why."""

each_text = pytest.mark.parametrize(("name", "field"), TEXTS.items())


def option(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def test_every_field_is_by_hand_or_has_a_reason() -> None:
    assert {*TEXTS, *OTHERWISE} == fields_of(Contact).keys()
    assert not TEXTS.keys() & OTHERWISE.keys()


@each_text
def test_a_command_sets_and_shows_it_and_undo_takes_it_back(
    recco: Recco, name: str, field: ByHand
) -> None:
    recco("contact", "add", "Ann Lee", option(name), "Xyzzy")
    shown = recco("contact", "show", "Ann Lee")
    assert "Xyzzy" in shown.out
    assert field.is_who or field.label in shown.out
    assert (
        recco("contact", "edit", "Ann Lee", option(name), "Plugh", "--json").json[name] == "Plugh"
    )
    recco("undo")
    assert recco("contact", "show", "Ann Lee", "--json").json[name] == "Xyzzy"


@each_text
def test_it_goes_out_with_everything_and_comes_back(
    recco: Recco, tmp_path: Path, name: str, field: ByHand
) -> None:
    recco("contact", "add", "Ann Lee", option(name), "Xyzzy")
    document, folder, other = tmp_path / "out.json", tmp_path / "out", tmp_path / "other.db"
    document.write_text(recco("export", "json").out)
    recco("import", str(document), db=other)
    assert recco("contact", "show", "Ann Lee", "--json", db=other).json[name] == "Xyzzy"
    found = recco("contact", "list", "xyzzy", "--json", db=other)
    assert found.status == (1 if field.is_quiet else 0)
    recco("export", "csv", str(folder))
    with (folder / "contacts.csv").open(newline="") as table:
        assert next(csv.DictReader(table))[name] == "Xyzzy"


@each_text
def test_two_that_differ_are_told_before_they_are_made_one(
    recco: Recco, name: str, field: ByHand
) -> None:
    recco("contact", "add", "Ann Lee", option(name), "Xyzzy")
    recco("contact", "add", "Ann Leigh", option(name), "Plugh")
    told = recco("contact", "merge", "Ann Leigh", "--into", "Ann Lee", "--json").json
    assert (field.label in told["kept"]) == field.is_line
    kept = recco("contact", "show", "Ann Lee", "--json").json[name]
    assert kept == ("Xyzzy" if field.is_line else "Xyzzy\n\nPlugh")


@each_text
def test_the_pane_and_the_page_to_print_have_it(name: str, field: ByHand) -> None:
    page = ContactPage(Contact(1, "Ann Lee", **{name: "Xyzzy"}))  # type: ignore[arg-type]
    lines = contact_lines(page, None, date.fromisoformat(TODAY), 40, None).lines
    words = [span.text for line in lines for span in line]
    assert ("Xyzzy" in words) != field.is_quiet
    assert ("Xyzzy" in brief(page)) != field.is_quiet


@each_text
def test_an_assistant_reads_it_only_where_the_field_says_so(
    recco: Recco, tmp_path: Path, name: str, field: ByHand
) -> None:
    recco("contact", "add", "Ann Lee", option(name), "Xyzzy")
    with Ledger(tmp_path / "recco.db") as ledger:
        read = contact_page(ledger, "Ann Lee")
    assert (name in read) == field.for_assistants
    assert ("Xyzzy" in str(read)) == field.for_assistants
