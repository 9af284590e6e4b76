"""Who is who, by the evidence: what settles it, and what is asked."""

import unicodedata
from copy import deepcopy
from dataclasses import replace
from datetime import date, timedelta

import pytest

from recco_tui.core.export import Export, ExportedConnection, MessageEvent
from recco_tui.core.import_plan import GONE, GONE_KEY, SOMEONE_ELSE
from recco_tui.core.models import Direction, Step
from tests.importing.import_model import Store, connection, export, message, minute, text

AT = minute(2024, 5, 3)
ANA, TWIN = (
    connection("Ana Díaz", "ana", "Acme", "Lead"),
    connection("Ana Díaz", "ana-2", "Initech", "Dev"),
)
TO_ME, BY_ME = MessageEvent.DELIVERED_TO_ME, MessageEvent.DELIVERED_BY_ME


def authors(store: Store) -> list[str | None]:
    """The address of each text's person."""
    return [store.contacts[text.contact_id].slug for text in store.texts.values()]


@pytest.mark.parametrize(
    ("archive", "slug"),
    [
        pytest.param(export(ANA, texts=(text("Ana Díaz"),)), "ana", id="only one of the name"),
        pytest.param(
            export(
                ANA,
                TWIN,
                texts=(text("Ana Díaz", AT),),
                messages=(message(TO_ME, "Ana Díaz", AT, "ana-2"),),
            ),
            "ana-2",
            id="delivery in the same minute",
        ),
        pytest.param(
            export(
                ANA,
                TWIN,
                texts=(text("Ana Díaz", AT, company="Acme", position="Lead"),),
                messages=(
                    message(TO_ME, "Ana Díaz", AT + timedelta(minutes=2, seconds=59), "ana-2"),
                ),
            ),
            "ana-2",
            id="delivery two minutes later beats the company",
        ),
        pytest.param(
            export(
                ANA,
                TWIN,
                texts=(text("Ana Díaz", AT, company="Acme", position="Lead"),),
                messages=(message(TO_ME, "Ana Díaz", AT + timedelta(minutes=3), "ana-2"),),
            ),
            "ana",
            id="three minutes are too far: company and position",
        ),
        pytest.param(
            export(
                ANA,
                TWIN,
                texts=(
                    text(
                        "Ana Díaz", AT, company="Initech", position="Dev", direction=Direction.GIVEN
                    ),
                ),
                messages=(message(TO_ME, "Ana Díaz", AT, "ana"),),
            ),
            "ana-2",
            id="a delivery to me says nothing of what I gave",
        ),
        pytest.param(
            export(
                ANA,
                texts=(text("Ana Díaz", AT, direction=Direction.GIVEN),),
                messages=(message(BY_ME, "Ana Díaz", AT, "ana-3"),),
            ),
            "ana-3",
            id="delivered by me to someone who is no connection",
        ),
        pytest.param(
            export(
                ANA, TWIN, texts=(text("Ana Díaz"),), addresses={"Ana Díaz": frozenset({"ana-2"})}
            ),
            "ana-2",
            id="endorsed by one of the two",
        ),
        pytest.param(
            export(texts=(text("Ana Díaz"),), addresses={"Ana  Díaz": frozenset({"ana-9"})}),
            "ana-9",
            id="no connection, but an invitation",
        ),
        pytest.param(
            export(ANA, texts=(text(unicodedata.normalize("NFD", "Ana Díaz")),)),
            "ana",
            id="accents composed or not",
        ),
        pytest.param(
            export(connection("John Doe, PhD, PMP", "jd"), texts=(text("John Doe, PhD, PMP"),)),
            "jd",
            id="credentials are part of the name",
        ),
    ],
)
def test_the_strongest_sign_tells_whose_a_text_is(archive: Export, slug: str) -> None:
    store = Store()
    assert not store.take(archive).unsure
    assert authors(store) == [slug]


@pytest.mark.parametrize(
    ("archive", "choices"),
    [
        pytest.param(
            export(ANA, TWIN, texts=(text("Ana Díaz"),)), ["ana", "ana-2"], id="two of the name"
        ),
        pytest.param(
            export(ANA, TWIN, texts=(text("Ana Díaz", company="Other"),)),
            ["ana", "ana-2"],
            id="neither works there",
        ),
        pytest.param(
            export(
                ANA, TWIN, texts=(text("Ana Díaz"),), addresses={"Ana Díaz": frozenset({"ana-9"})}
            ),
            ["ana", "ana-2", "ana-9"],
            id="two of the name and a third by invitation",
        ),
        pytest.param(
            export(texts=(text("Ana Díaz"),), addresses={"Ana Díaz": frozenset({"b", "a"})}),
            ["a", "b"],
            id="two addresses",
        ),
        pytest.param(
            export(
                connection("Bo Li", "bo"),
                connection("Dr. John Doe", "jd"),
                texts=(text("John Doe, PhD"),),
            ),
            ["jd"],
            id="only the title differs",
        ),
        pytest.param(
            export(ANA, texts=(text("Ana Díaz", company="Initech", position="Cook"),)),
            ["ana"],
            id="one of the name, other company and title",
        ),
        pytest.param(export(ANA, texts=(text("Bo Li"),)), None, id="no one"),
        pytest.param(
            export(connection("LinkedIn Member", "x"), texts=(text("LinkedIn Member"),)),
            None,
            id="a closed account is no one's name",
        ),
    ],
)
def test_what_no_sign_settles_is_asked(archive: Export, choices: list[str] | None) -> None:
    store = Store()
    asked = [[c.choice for c in question.candidates] for question in store.take(archive).unsure]
    assert (authors(store), asked) == ([None], [] if choices is None else [choices])


@pytest.mark.parametrize(
    ("listed", "signed"),
    [
        ("Ann Lee, PhD", "Ann Lee"),
        ("Ann | Lee, PhD", "Ann | Lee"),
        ("Ann Lee", "Dr. Ann Lee"),
        ("Ann Lee 🚀", "Ann Lee"),
        ("Ann Lee, MBA", "Ánn Lee, CSM"),
    ],
)
def test_the_same_work_settles_a_name_that_differs_in_titles_without_a_question(
    listed: str, signed: str
) -> None:
    def questions(company: str, position: str) -> tuple[int, int]:
        store = Store()
        here = connection(listed, "ann", "Acme", "Lead"), connection("Bo Li", "bo")
        plan = store.take(export(*here, texts=(text(signed, company=company, position=position),)))
        return len(store.contacts), len(plan.unsure)

    assert questions("Acme", "Lead") == (2, 0)
    assert questions("Initech", "Cook") == (3, 1)


def test_an_answer_holds_when_the_connection_is_gone_and_the_text_is_revised() -> None:
    here, work = connection("Bo Li", "bo"), ("Initech", "Cook")
    words = "She halved our on-call load in one quarter and taught us how"
    first = text("Ann Lee", AT, words, "VISIBLE", Direction.RECEIVED, *work)
    later = replace(first, text=f"{words} it is done", written_at=AT + timedelta(days=90))
    store = Store()
    archive = export(connection("Ann Lee", "ann", "Acme", "Lead"), here, texts=(first,))
    (question,) = store.plan(archive).unsure
    store.take(archive, {question.key: "ann"})
    after = export(here, texts=(later,), on=date(2025, 3, 1))
    assert not store.take(after, {GONE_KEY: GONE}).unsure
    assert (len(store.contacts), len(store.texts), store.texts[1].contact_id) == (2, 1, 1)


def test_two_deliveries_in_one_minute_are_told_apart_by_name() -> None:
    store = Store()
    store.take(
        export(
            texts=(text("Ana Díaz", AT), text("Bo Li", AT)),
            messages=(message(TO_ME, "Bo Li", AT, "bo"), message(TO_ME, "Ana Díaz", AT, "ana")),
        )
    )
    assert authors(store) == ["ana", "bo"]


def test_a_message_gives_its_address_to_the_connection_of_an_old_export() -> None:
    store = Store()
    store.take(
        export(
            connection("Ana Díaz"),
            connection("Bo Li"),
            messages=(message(MessageEvent.ASK_SENT, "Bo Li", AT, "bo"),),
        )
    )
    assert [contact.slug for contact in store.contacts.values()] == [None, "bo"]
    assert store.asks[1].contact_id == 2


def test_an_old_delivery_without_address_is_of_the_text_of_its_minute() -> None:
    work = text("Ana Díaz", AT, company="Acme", position="Lead")
    asked = message(MessageEvent.ASK_SENT, "Ana Díaz", AT - timedelta(days=2), "ana")
    store = Store()
    plan = store.take(
        export(ANA, TWIN, texts=(work,), messages=(asked, message(TO_ME, "Ana Díaz", AT)))
    )
    assert not plan.unsure
    assert [step for step, _ in store.steps()] == [Step.LINKEDIN, Step.RECEIVED]


@pytest.mark.parametrize(
    ("later", "asks"),
    [
        pytest.param(connection("Zoe Hall", "zh", "Acme", "Lead"), True, id="day, company, title"),
        pytest.param(connection("Zoe Hall", "zh", "Acme", "Dev"), False, id="another title"),
        pytest.param(
            connection("Zoe Hall", "zh", "Acme", "Lead", date(2021, 1, 1)), False, id="another day"
        ),
        pytest.param(connection("Ana Hall", "zh", "Initech", "Dev"), True, id="day, part of name"),
    ],
)
def test_who_changed_name_and_address_at_once_is_asked_about(
    later: ExportedConnection, asks: bool
) -> None:
    store, here = Store(), connection("Cy Young", "cy", on=date(2019, 5, 6))
    store.take(export(ANA, here, on=date(2025, 1, 10)))
    archive = export(later, here, on=date(2025, 2, 10))
    plan = store.plan(archive)
    assert [[c.choice for c in q.candidates] for q in plan.unsure] == ([["ana"]] if asks else [])
    for question in plan.unsure:
        one = deepcopy(store)
        one.take(archive, {question.key: "ana"})
        assert [(c.name, c.former_names, c.slug) for c in one.contacts.values()][:1] == [
            (f"{later.first_name} {later.last_name}", ("Ana Díaz",), "zh")
        ]
        store.take(archive, {question.key: SOMEONE_ELSE})
        assert (len(store.contacts), store.plan(archive).unsure) == (3, ())
    assert store.plan(archive).changes_nothing is asks
