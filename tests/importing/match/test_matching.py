"""Whose a recommendation is, within one export: from the strongest sign to the weakest."""

import unicodedata
from datetime import timedelta

import pytest

from recco_tui.core.export import Export, MessageEvent
from recco_tui.core.models import Direction
from recco_tui.importing.match.matching import How, match_export
from tests.importing.import_model import connection, export, message, minute, text

AT = minute(2024, 5, 3)
ANA, TWIN = (
    connection("Ana Díaz", "ana", "Acme", "Lead"),
    connection("Ana Díaz", "ana-2", "Initech", "Dev"),
)
TO_ME, BY_ME = MessageEvent.DELIVERED_TO_ME, MessageEvent.DELIVERED_BY_ME


@pytest.mark.parametrize(
    ("archive", "how", "slug"),
    [
        pytest.param(
            export(ANA, texts=(text("Ana Díaz"),)), How.NAME, "ana", id="only one of the name"
        ),
        pytest.param(
            export(
                ANA,
                TWIN,
                texts=(text("Ana Díaz", AT),),
                messages=(message(TO_ME, "Ana Díaz", AT, "ana-2"),),
            ),
            How.DELIVERY,
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
            How.DELIVERY,
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
            How.WORK,
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
            How.WORK,
            "ana-2",
            id="a delivery to me says nothing of what I gave",
        ),
        pytest.param(
            export(
                ANA,
                texts=(text("Ana Díaz", AT, direction=Direction.GIVEN),),
                messages=(message(BY_ME, "Ana Díaz", AT, "ana-3"),),
            ),
            How.DELIVERY,
            "ana-3",
            id="delivered by me to someone who is no connection",
        ),
        pytest.param(
            export(
                ANA, TWIN, texts=(text("Ana Díaz"),), addresses={"Ana Díaz": frozenset({"ana-2"})}
            ),
            How.OTHER_FILE,
            "ana-2",
            id="endorsed by one of the two",
        ),
        pytest.param(
            export(texts=(text("Ana Díaz"),), addresses={"Ana  Díaz": frozenset({"ana-9"})}),
            How.OTHER_FILE,
            "ana-9",
            id="no connection, but an invitation",
        ),
        pytest.param(
            export(ANA, texts=(text(unicodedata.normalize("NFD", "Ana Díaz")),)),
            How.NAME,
            "ana",
            id="accents composed or not",
        ),
        pytest.param(
            export(connection("John Doe, PhD, PMP", "jd"), texts=(text("John Doe, PhD, PMP"),)),
            How.NAME,
            "jd",
            id="credentials are part of the name",
        ),
    ],
)
def test_the_strongest_sign_tells_whose_a_text_is(archive: Export, how: How, slug: str) -> None:
    (match,) = match_export(archive).recommendations
    assert (match.how, match.slug) == (how, slug)


@pytest.mark.parametrize(
    ("archive", "maybe", "maybe_slugs"),
    [
        pytest.param(
            export(ANA, TWIN, texts=(text("Ana Díaz"),)), (0, 1), (), id="two of the name"
        ),
        pytest.param(
            export(ANA, TWIN, texts=(text("Ana Díaz", company="Other"),)),
            (0, 1),
            (),
            id="neither works there",
        ),
        pytest.param(
            export(
                ANA, TWIN, texts=(text("Ana Díaz"),), addresses={"Ana Díaz": frozenset({"ana-9"})}
            ),
            (0, 1),
            ("ana-9",),
            id="two of the name and a third by invitation",
        ),
        pytest.param(
            export(texts=(text("Ana Díaz"),), addresses={"Ana Díaz": frozenset({"b", "a"})}),
            (),
            ("a", "b"),
            id="two addresses",
        ),
        pytest.param(
            export(
                connection("Bo Li", "bo"),
                connection("Dr. John Doe", "jd"),
                texts=(text("John Doe, PhD"),),
            ),
            (1,),
            (),
            id="only the title differs: a suggestion",
        ),
        pytest.param(export(ANA, texts=(text("Bo Li"),)), (), (), id="no one"),
        pytest.param(
            export(connection("LinkedIn Member", "x"), texts=(text("LinkedIn Member"),)),
            (),
            (),
            id="a closed account is no one's name",
        ),
    ],
)
def test_what_no_sign_settles_is_left_open(
    archive: Export, maybe: tuple[int, ...], maybe_slugs: tuple[str, ...]
) -> None:
    (match,) = match_export(archive).recommendations
    assert (match.how, match.slug, match.connection) == (How.NONE, None, None)
    assert (match.maybe, match.maybe_slugs) == (maybe, maybe_slugs)


def test_two_deliveries_in_one_minute_are_told_apart_by_name() -> None:
    archive = export(
        texts=(text("Ana Díaz", AT), text("Bo Li", AT)),
        messages=(message(TO_ME, "Bo Li", AT, "bo"), message(TO_ME, "Ana Díaz", AT, "ana")),
    )
    assert [m.slug for m in match_export(archive).recommendations] == ["ana", "bo"]


def test_a_message_gives_its_address_to_the_connection_of_an_old_export() -> None:
    archive = export(
        connection("Ana Díaz"),
        connection("Bo Li"),
        messages=(message(MessageEvent.ASK_SENT, "Bo Li", AT, "bo"),),
    )
    matches = match_export(archive)
    assert matches.slugs == [None, "bo"]
    assert matches.messages[0].connection == 1


def test_an_old_delivery_without_address_is_of_the_text_of_its_minute() -> None:
    archive = export(
        ANA,
        TWIN,
        texts=(text("Ana Díaz", AT, company="Acme", position="Lead"),),
        messages=(message(TO_ME, "Ana Díaz", AT),),
    )
    assert match_export(archive).messages[0].slug == "ana"
