"""Importing people: who is new, who is known already, who is gone, and whom to ask about."""

from dataclasses import replace
from datetime import date

import pytest

from recco_tui.core.export import ExportedConnection, MessageEvent
from recco_tui.core.import_plan import SOMEONE_ELSE, ContactRecord, Tally
from recco_tui.core.models import Step
from tests.importing.import_model import Store, connection, export, message, minute, text

OLD, NEW, NEWER = date(2024, 1, 10), date(2025, 1, 10), date(2025, 2, 10)
ANA = connection("Ana Díaz", "ana", "Acme", "Lead")
TWIN = connection("Ana Díaz", "ana-2", "Initech", "Dev")


def test_every_named_row_becomes_a_person_and_nameless_rows_are_counted() -> None:
    store = Store()
    plan = store.take(export(ANA, TWIN, connection("Bo Li", "bo"), nameless=2))
    assert plan.counts.contacts == Tally(3, 0, 0)
    assert plan.counts.nameless == 2
    assert store.contacts[1] == ContactRecord(
        1, "Ana Díaz", "Ana", "Díaz", "ana", "Acme", "Lead", "", date(2020, 3, 4),
        told_on=NEW, listed_on=NEW,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(ANA, replace(ANA, last_name="Díaz Gómez"), id="a new name at the address"),
        pytest.param(ANA, replace(ANA, company="Initech"), id="a new company"),
        pytest.param(ANA, replace(ANA, slug="ana-diaz"), id="a new address, same name and day"),
        pytest.param(replace(ANA, slug=None), ANA, id="an address for the first time"),
        pytest.param(
            replace(ANA, slug=None, connected_on=date(2020, 3, 5)),
            ANA,
            id="a day off, as up to 2018",
        ),
        pytest.param(ANA, replace(ANA, email="ana@example.org"), id="an e-mail address"),
    ],
)
def test_a_person_is_found_again_and_brought_up_to_date(
    before: ExportedConnection, after: ExportedConnection
) -> None:
    store = Store()
    store.take(export(before, on=NEW))
    plan = store.take(export(after, on=NEWER))
    assert plan.counts.contacts == Tally(0, 1, 0)
    (contact,) = store.contacts.values()
    assert (contact.last_name, contact.slug, contact.company, contact.email) == (
        after.last_name,
        after.slug,
        after.company,
        after.email,
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(ANA, TWIN, id="another address, another day")
        for TWIN in [replace(TWIN, connected_on=date(2021, 1, 1))]
    ]
    + [
        pytest.param(
            replace(ANA, slug=None),
            replace(ANA, slug=None, connected_on=date(2021, 1, 1)),
            id="no address and another day",
        )
    ],
)
def test_a_name_alone_makes_no_one_the_same(
    before: ExportedConnection, after: ExportedConnection
) -> None:
    store = Store()
    store.take(export(before, on=NEW))
    plan = store.take(export(after, on=NEWER))
    assert plan.counts.contacts == Tally(1, 1, 0)
    assert store.contacts[1].missing_since == NEWER


def test_an_empty_cell_takes_nothing_back() -> None:
    store = Store()
    store.take(export(replace(ANA, email="ana@example.org"), on=NEW))
    plan = store.plan(export(replace(ANA, company="", slug=None), on=NEWER))
    assert plan.changes_nothing


def test_what_the_user_typed_over_stays() -> None:
    store = Store()
    store.take(export(ANA, on=NEW))
    typed = frozenset({"name", "company"})
    store.contacts[1] = store.contacts[1]._replace(name="Anita Díaz", company="My Co", typed=typed)
    store.take(export(replace(ANA, company="Initech", position="CTO"), on=NEWER))
    contact = store.contacts[1]
    assert (contact.name, contact.company, contact.position) == ("Anita Díaz", "My Co", "CTO")


def test_someone_typed_by_hand_gets_the_address_of_the_only_connection_of_the_name() -> None:
    store = Store()
    store.add("Ana Díaz")
    plan = store.take(export(ANA))
    assert plan.counts.contacts == Tally(0, 1, 0)
    assert plan.contact_updates[0].changes["slug"] == "ana"


def test_someone_typed_by_hand_with_another_address_is_someone_else() -> None:
    store = Store()
    store.add("Ana Díaz", slug="ana-9")
    assert store.take(export(ANA)).counts.contacts == Tally(1, 0, 0)


def test_someone_typed_by_hand_with_two_namesakes_is_asked_about() -> None:
    store = Store()
    typed = store.add("Ana Díaz")
    store.note_ask(typed, (Step.WARM, date(2025, 1, 1)))
    plan = store.take(export(ANA, TWIN))
    (question,) = plan.unsure
    assert (question.contact, [c.choice for c in question.candidates]) == (typed, ["ana", "ana-2"])
    assert "Ana Díaz" in question.text
    plan = store.take(export(ANA, TWIN), {question.key: "ana-2"})
    assert [(m.gone, store.contacts[m.into].slug) for m in plan.merges] == [(typed, "ana-2")]
    assert store.contacts[store.asks[1].contact_id].slug == "ana-2"
    assert not store.plan(export(ANA, TWIN)).unsure


def test_whoever_vanished_is_marked_and_whoever_returns_is_back() -> None:
    store = Store()
    store.take(export(ANA, TWIN, on=OLD))
    gone = store.take(export(ANA, on=NEW))
    assert (gone.missing_contacts, gone.counts.contacts) == ((2,), Tally(0, 1, 1))
    assert store.contacts[2].missing_since == NEW
    assert store.plan(export(ANA, on=NEW)).changes_nothing
    back = store.take(export(ANA, TWIN, on=NEWER))
    assert back.counts.contacts == Tally(0, 1, 1)
    assert store.contacts[2].missing_since is None


@pytest.mark.parametrize("has_connections", [False, True], ids=["not a file", "a header alone"])
def test_without_connections_no_one_is_gone(has_connections: bool) -> None:
    store = Store()
    store.take(export(ANA, on=OLD))
    plan = store.plan(export(texts=(text("Ana Díaz"),), has_connections=has_connections, on=NEW))
    assert not plan.missing_contacts


def test_people_typed_by_hand_are_never_missing() -> None:
    store = Store()
    store.add("Cy Young")
    store.add("Dee Hall", slug="dee")
    assert not store.plan(export(ANA)).missing_contacts


def test_an_older_archive_brings_former_connections_as_gone_and_rolls_nothing_back() -> None:
    store = Store()
    store.take(export(ANA, on=NEW))
    plan = store.take(export(replace(ANA, company="Before"), TWIN, on=OLD))
    assert plan.counts.contacts == Tally(1, 0, 1)
    assert store.contacts[1].company == "Acme"
    assert store.contacts[2].missing_since == NEW
    assert store.latest.connections == NEW


def test_basic_then_complete_then_basic_again_is_one_import() -> None:
    basic = export(ANA, texts=(text("Ana Díaz"),), on=NEW)
    asked = message(MessageEvent.ASK_SENT, "Ana Díaz", minute(2024, 5, 1), "ana")
    complete = export(
        ANA,
        TWIN,
        texts=(text("Ana Díaz", company="Acme", position="Lead"),),
        messages=(asked,),
        on=date(2025, 1, 11),
    )
    store = Store()
    store.take(basic)
    second = store.take(complete)
    assert (second.counts.contacts.new, second.counts.received.new, second.counts.asks.new) == (
        1,
        0,
        1,
    )
    assert store.plan(basic).changes_nothing
    assert store.plan(complete).changes_nothing


def test_a_recommender_who_is_no_connection_stays_a_person_without_address() -> None:
    store = Store()
    plan = store.take(
        export(
            ANA,
            texts=(
                text("Bo Li", company="Acme"),
                text("Bo Li", minute(2023, 1, 1), "Other words entirely."),
            ),
        )
    )
    assert plan.counts.contacts == Tally(2, 0, 0)
    assert not plan.unsure
    (bo,) = store.named("Bo Li")
    assert (bo.slug, bo.company, bo.first_name) == (None, "Acme", "Bo")
    assert store.plan(export(ANA)).missing_contacts == ()


def test_a_recommender_found_later_gets_the_address() -> None:
    store = Store()
    store.take(export(texts=(text("Ana Díaz"),), on=OLD))
    plan = store.take(export(ANA, texts=(text("Ana Díaz"),), on=NEW))
    assert plan.counts.contacts == Tally(0, 1, 0)
    assert [c.slug for c in store.contacts.values()] == ["ana"]


def test_a_delivery_message_tells_later_which_namesake_it_was() -> None:
    store = Store()
    store.take(export(ANA, TWIN, texts=(text("Ana Díaz", minute(2024, 5, 3)),), on=OLD))
    delivered = message(MessageEvent.DELIVERED_TO_ME, "Ana Díaz", minute(2024, 5, 3), "ana-2")
    plan = store.take(
        export(
            ANA, TWIN, texts=(text("Ana Díaz", minute(2024, 5, 3)),), messages=(delivered,), on=NEW
        )
    )
    assert not plan.unsure
    assert store.contacts[store.texts[1].contact_id].slug == "ana-2"
    assert len(store.contacts) == 2


def test_two_homonyms_are_asked_about_and_the_answer_is_kept() -> None:
    archive = export(ANA, TWIN, texts=(text("Ana Díaz"),))
    store = Store()
    first = store.take(archive)
    (question,) = first.unsure
    assert question.text == "Which Ana Díaz recommended you on 3 May 2024?"
    assert [(c.choice, c.company, c.connected_on) for c in question.candidates] == [
        ("ana", "Acme", date(2020, 3, 4)),
        ("ana-2", "Initech", date(2020, 3, 4)),
    ]
    assert store.contacts[store.texts[1].contact_id].slug is None
    assert [q.key for q in store.plan(archive).unsure] == [question.key]
    store.take(archive, {question.key: "ana"})
    assert store.contacts[store.texts[1].contact_id].slug == "ana"
    assert len(store.contacts) == 2


@pytest.mark.parametrize("answer", ["ana", SOMEONE_ELSE])
def test_an_answer_given_before_the_first_import_makes_no_placeholder_too_many(answer: str) -> None:
    archive = export(ANA, TWIN, texts=(text("Ana Díaz"),))
    (question,) = Store().plan(archive).unsure
    store = Store()
    plan = store.take(archive, {question.key: answer})
    assert (plan.unsure, plan.answered[question.key]) == ((), answer)
    assert len(store.contacts) == (2 if answer == "ana" else 3)
    assert not store.plan(archive).unsure


def test_an_answer_that_is_no_choice_leaves_the_question() -> None:
    archive = export(ANA, TWIN, texts=(text("Ana Díaz"),))
    store = Store()
    (question,) = store.plan(archive).unsure
    plan = store.plan(archive, {question.key: "bo"})
    assert ([q.key for q in plan.unsure], plan.answered) == ([question.key], {})


def test_homonyms_who_both_wrote_are_told_apart_by_their_work() -> None:
    store = Store()
    plan = store.take(
        export(
            ANA,
            TWIN,
            texts=(
                text("Ana Díaz", company="Acme", position="Lead"),
                text(
                    "Ana Díaz",
                    minute(2023, 1, 1),
                    "Quick and kind.",
                    company="Initech",
                    position="Dev",
                ),
            ),
        )
    )
    assert not plan.unsure
    found = {(t.company, store.contacts[t.contact_id].slug) for t in store.texts.values()}
    assert found == {("Acme", "ana"), ("Initech", "ana-2")}


def test_stored_namesakes_are_asked_about_when_the_file_has_no_connections() -> None:
    store = Store()
    store.take(export(ANA, TWIN, on=OLD))
    (question,) = store.plan(export(texts=(text("Ana Díaz"),))).unsure
    assert [(c.choice, c.contact) for c in question.candidates] == [("ana", 1), ("ana-2", 2)]
    plan = store.take(export(texts=(text("Ana Díaz"),)), {question.key: "ana-2"})
    assert (plan.counts.contacts.new, store.texts[1].contact_id) == (0, 2)


def test_the_only_stored_person_of_the_name_is_meant() -> None:
    store = Store()
    store.take(export(ANA, on=OLD))
    plan = store.take(export(texts=(text("Ana Díaz", company="Initech"),), on=NEW))
    assert (plan.unsure, store.texts[1].contact_id) == ((), 1)
    assert store.contacts[1].company == "Initech"


def test_a_person_who_differs_by_a_title_is_suggested_and_never_merged() -> None:
    store = Store()
    plan = store.take(export(connection("John Doe", "jd"), texts=(text("Dr. John Doe, PhD"),)))
    assert len(store.contacts) == 2
    assert [c.choice for c in plan.unsure[0].candidates] == ["jd"]


def test_the_same_address_twice_in_a_file_is_one_person() -> None:
    store = Store()
    plan = store.take(export(ANA, replace(ANA, company="Other")))
    assert plan.counts.contacts == Tally(1, 0, 0)
    assert store.contacts[1].company == "Acme"


def test_rows_without_address_and_day_are_told_apart_by_their_work() -> None:
    rows = [replace(row, slug=None, connected_on=None) for row in (ANA, TWIN, TWIN)]
    store = Store()
    assert store.take(export(*rows)).counts.contacts == Tally(3, 0, 0)
    assert store.plan(export(*rows)).counts.contacts == Tally(0, 0, 3)


def test_brackets_and_markup_in_names_are_kept_as_they_are() -> None:
    store = Store()
    store.take(export(connection("[b]Ana[/b] D", "x", "[@click=quit]Co")))
    assert (store.contacts[1].name, store.contacts[1].company) == (
        "[b]Ana[/b] D",
        "[@click=quit]Co",
    )
