"""The numbers behind the insights, on small ledgers that can be counted by hand."""

from datetime import date

import pytest

from recco_tui.core.insights import (
    AskCount,
    MonthCount,
    Spread,
    all_asks,
    asks_by_channel,
    by_month,
    spread,
    words_seen,
)
from recco_tui.core.models import (
    Ask,
    AskStep,
    Channel,
    Contact,
    DebtKind,
    Direction,
    Recommendation,
    Request,
    Status,
    Step,
)
from recco_tui.core.situation import Person

TODAY = date(2026, 11, 23)


def text(on: date, direction: Direction, words: str = "") -> Recommendation:
    return Recommendation(1, 1, direction, words, Status.VISIBLE, on)


def person(received: list[date], given: list[date], *asks: Ask) -> Person:
    return Person(
        Contact(1, "Ann Lee"),
        received=[text(on, Direction.RECEIVED) for on in received],
        given=[text(on, Direction.GIVEN) for on in given],
        asks=list(asks),
    )


def ask(*steps: tuple[Step, int, Channel | None]) -> Ask:
    """Steps on days of November."""
    return Ask(
        1,
        1,
        tuple(
            AskStep(id_, step, date(2026, 11, day), via)
            for id_, (step, day, via) in enumerate(steps, 1)
        ),
    )


def test_months_are_counted_oldest_first_over_the_turn_of_a_year() -> None:
    people = [
        person([date(2026, 1, 31), date(2026, 1, 1)], [date(2025, 12, 31)]),
        person([date(2025, 11, 30)], []),
    ]
    assert by_month(people, date(2026, 1, 15), 3) == (
        MonthCount(date(2025, 11, 1), 1, 0),
        MonthCount(date(2025, 12, 1), 0, 1),
        MonthCount(date(2026, 1, 1), 2, 0),
    )


def test_the_spread_counts_people() -> None:
    day = date(2026, 1, 1)
    people = [
        person([day], []),
        person([day, day], [day, day]),
        person([], [day]),
        person([], [day]),
        person([], []),
    ]
    assert spread(people) == Spread(owe=1, even=1, owed=2)


WARM = (Step.WARM, 2, Channel.SLACK)
DRAFT = (Step.DRAFTED, 1, None)


@pytest.mark.parametrize(
    ("asks", "total"),
    [
        ([ask(DRAFT)], AskCount(None, 0, 0, 0, None)),
        ([ask(DRAFT, WARM)], AskCount(None, 1, 0, 0, None)),
        ([ask(WARM, (Step.DECLINED, 3, None))], AskCount(None, 1, 1, 0, None)),
        ([ask(WARM, (Step.RECEIVED, 9, None))], AskCount(None, 1, 1, 1, 7)),
        (
            [
                ask(WARM, (Step.RECEIVED, 5, None), (Step.THANKED, 6, None)),
                ask(WARM, (Step.RECEIVED, 6, None)),
                ask(WARM),
            ],
            AskCount(None, 3, 2, 2, 3.5),
        ),
        ([ask((Step.RECEIVED, 1, None), (Step.LINKEDIN, 3, None))], AskCount(None, 1, 1, 1, 0)),
    ],
)
def test_asks_are_counted_from_the_first_message_to_the_text(
    asks: list[Ask], total: AskCount
) -> None:
    assert all_asks([person([], [], *asks)]) == total


def test_a_channel_is_that_of_the_first_message_the_most_used_first() -> None:
    people = [
        person([], [], ask(WARM), ask(WARM, (Step.NUDGED, 9, Channel.TEXT))),
        person([], [], ask((Step.LINKEDIN, 2, None)), ask((Step.WARM, 2, None))),
    ]
    assert [(one.via, one.sent) for one in asks_by_channel(people)] == [
        (Channel.SLACK, 2),
        (None, 1),
        (Channel.LINKEDIN, 1),
    ]


def test_words_are_counted_once_a_text_without_names_and_small_words() -> None:
    texts = [
        "Mara is patient, patient and knows Python with Ann.",
        "Mara wrote Python every day; Ann Lee agrees.",
        "Patient Mara! I'd recommend Mara.",
        "Mara explains.",
    ]
    assert words_seen(texts, ["Ann Lee"]) == (("patient", 2), ("python", 2))


def test_without_texts_there_are_no_words() -> None:
    assert words_seen([]) == ()


def test_who_asked_for_a_text_is_owed_one_like_who_gave_one() -> None:
    asked = person([], [])
    asked.requests.append(Request(1, 1, DebtKind.REQUEST, TODAY))
    balanced = person([date(2026, 1, 1)], [date(2026, 1, 2)])
    balanced.requests.append(Request(2, 1, DebtKind.PROMISE, TODAY))
    assert spread([asked, balanced]) == Spread(owe=2, even=0, owed=0)


def test_words_of_names_of_people_and_companies_are_no_words_of_praise() -> None:
    texts = ["She asked back at the Harbor Hotel; patient.", "At the Harbor Hotel: patient, asked."]
    assert words_seen(texts, ["Ann Lee", "Harbor Hotel"]) == (("patient", 2),)
