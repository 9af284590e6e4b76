"""A document is taken in whole or not at all, and the sentence names table, row and column."""

from typing import Any

import pytest

from recco_tui.core.errors import ArchiveError
from recco_tui.storage.columns import LONGEST
from recco_tui.storage.dump import checked

ANN = {"id": 1, "name": "Ann Lee"}
APP = {"id": 1, "title": "App"}


def contact(**more: object) -> dict[str, list[Any]]:
    return {"contacts": [ANN, {"id": 2, "name": "Bo", **more}]}


def with_ann(table: str, **row: object) -> dict[str, list[Any]]:
    return {"contacts": [ANN], "projects": [APP], table: [{"id": 1, "contact_id": 1, **row}]}


TEXT = {"direction": "given", "text": "t", "status": "sent", "on_date": "2026-11-20"}
DRAFT = {"kind": "ask", "saved_at": "2026-11-20T10:00:00Z"}

BAD: list[tuple[dict[str, Any], str]] = [
    (contact(connected_on="garbage"), "contacts, row 2: connected_on 'garbage' is not a date"),
    (contact(connected_on=""), "contacts, row 2: connected_on is not a date"),
    (contact(connected_on="20261120"), "'20261120' is not a date"),
    (contact(connected_on="2026-02-30"), "is not a real date"),
    (contact(connected_on="0001-01-01"), "is not in the years 1800 to 2299"),
    (contact(connected_on="9999-12-31"), "is not in the years 1800 to 2299"),
    (contact(connected_on=20261120), "connected_on '20261120' is not a date"),
    (contact(kind="boss"), "kind 'boss' is not one of peer, manager"),
    (contact(kind=None), "contacts, row 2: kind is empty"),
    (contact(relationship="friend"), "is not one of managed-me"),
    (contact(name=""), "contacts, row 2: name is empty"),
    (contact(name=" \u202e "), "contacts, row 2: name is empty"),
    (contact(name=5), "name '5' is not text"),
    (contact(name=["Bo"]), "is not text"),
    (contact(note="x" * (LONGEST + 1)), "note is longer than 1,048,576 characters"),
    (contact(typed="name"), "typed 'name' is not a list of texts"),
    (contact(typed='[["name"]]'), "is not a list of texts"),
    (contact(typed="[" * 20000), "is not a list of texts"),
    (contact(slug=""), "contacts, row 2: slug is empty"),
    (contact(id=1), "contacts, row 2: id '1': an earlier row has the same"),
    (contact(id=0), "id '0' is not from 1 to"),
    (contact(id=-3), "id '-3' is not from 1 to"),
    (contact(id=2**53), "is not from 1 to"),
    (contact(id=2**63), "is not from 1 to"),
    (contact(id=True), "id 'True' is not a whole number"),
    (contact(id=2.0), "is not a whole number"),
    (contact(id="2"), "is not a whole number"),
    (
        {"contacts": [{**ANN, "slug": "ann"}, {"id": 2, "name": "B", "slug": "Ann"}]},
        "slug 'ann': an earlier",
    ),
    ({"contacts": [{"name": "Ann"}]}, "contacts, row 1: id is missing"),
    ({"contacts": [{"id": 1}]}, "contacts, row 1: name is missing"),
    ({"contacts": ["Ann"]}, "contacts, row 1: not a row"),
    ({"contacts": {"id": 1}}, "contacts is not a list of rows"),
    (with_ann("asks", project_id=7), "asks, row 1: project_id 7 is not a row of projects"),
    (with_ann("asks", contact_id=7), "asks, row 1: contact_id 7 is not a row of contacts"),
    (with_ann("asks", contact_id=None), "asks, row 1: contact_id is empty"),
    (with_ann("recommendations", **{**TEXT, "on_date": None}), "on_date is empty"),
    (with_ann("recommendations", **{**TEXT, "written_at": "2026-11-20 10:00"}), "is not a time"),
    (
        with_ann("recommendations", **{**TEXT, "written_at": "2026-11-20T10:00:00"}),
        "is not a time such as 2026-11-23T08:30:00Z",
    ),
    (with_ann("recommendations", **{**TEXT, "key_phrases": "{}"}), "is not a list of texts"),
    (with_ann("waivers", count=0, on_date="2026-11-20"), "count '0' is not from 1 to"),
    (with_ann("waivers", count=2**62, on_date="2026-11-20"), "is not from 1 to"),
    (with_ann("drafts", **DRAFT, claims="{}"), "claims '{}' is not a list of the writer's choices"),
    (
        with_ann("drafts", **DRAFT, claims='[{"text": 1, "parts": {}}]'),
        "is not a list of the writer's choices",
    ),
    (
        {
            "contacts": [ANN],
            "projects": [APP],
            "project_members": [{"id": i, "project_id": 1, "contact_id": 1} for i in (1, 2)],
        },
        "project_members, row 2: project_id and contact_id '1' and '1': an earlier row has the same",
    ),
]


@pytest.mark.parametrize(("tables", "words"), BAD, ids=[words for _, words in BAD])
def test_a_value_that_cannot_be_refuses_all_of_it(tables: dict[str, Any], words: str) -> None:
    with pytest.raises(ArchiveError) as refused:
        checked(tables)
    assert words in str(refused.value)
    assert str(refused.value).isprintable()


def test_text_is_cleaned_as_if_it_were_typed() -> None:
    name, note = "Ann\x1b[31m\tLee\ud800 ", "one\r\ntwo\x00"
    (_, row) = checked(contact(name=name, note=note))[0]["contacts"]
    assert (row["name"], row["note"]) == ("Ann Lee", "one\ntwo")


def test_what_follows_from_other_columns_is_not_taken_in() -> None:
    tables = contact(search="no one")
    tables["imports"] = [
        {"id": 1, "imported_at": "2026-11-20T10:00:00Z", "fingerprint": "f", "outcome": "[]"}
    ]
    rows, left_out = checked(tables)
    assert "search" not in rows["contacts"][1]
    assert not {"fingerprint", "outcome"} & rows["imports"][0].keys()
    assert left_out == ()


def test_what_recco_has_no_place_for_is_left_out_and_said() -> None:
    tables = {**contact(**{f"new_{i}": 1 for i in range(7)}), "changes": [], "x\x1b[2J": 1}
    rows, left_out = checked(tables)
    assert set(rows["contacts"][1]) == {"id", "name"}
    assert left_out == (
        "2 tables unknown to this recco: changes, x; skipped.",
        "7 columns unknown to this recco: contacts.new_0, contacts.new_1, contacts.new_2, "
        "contacts.new_3, contacts.new_4 and 2 more; skipped.",
    )


def test_an_earlier_text_of_a_draft_that_is_gone_does_not_turn_up_under_another() -> None:
    version = {"text": "for Bo", "saved_at": "2026-11-20T10:00:00Z"}
    tables = with_ann("drafts", **DRAFT)
    tables["draft_versions"] = [{"id": n, "draft_id": n, **version} for n in (1, 2)]
    rows, left_out = checked(tables)
    assert [row["draft_id"] for row in rows["draft_versions"]] == [1]
    assert left_out == ("1 earlier text of deleted drafts: skipped.",)
