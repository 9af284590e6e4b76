"""Dates as people write them and as they are said back. Today is Monday, 23 November 2026."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recco_tui.core.errors import UsageError
from recco_tui.core.time_of_day import say_time
from recco_tui.core.when import (
    DateStyle,
    Tense,
    full_date,
    read_date,
    say_age,
    say_date,
    say_day,
    say_days_ago,
    short_date,
    spell_date,
    two_examples,
    use_date_style,
)

TODAY = date(2026, 11, 23)
WORDS = st.lists(
    st.sampled_from(
        [
            "a",
            "the",
            "2",
            "12",
            "31st",
            "4th",
            "3d",
            "end",
            "of",
            "start",
            "mid",
            "week",
            "weeks",
            "month",
            "year",
            "working",
            "days",
            "ago",
            "in",
            "from",
            "now",
            "last",
            "next",
            "this",
            "by",
            "friday",
            "mon",
            "nov",
            "february",
            "2026",
            "30",
            "0",
            "999999",
        ]
    ),
    max_size=6,
)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", "2026-11-23"),
        ("  TODAY ", "2026-11-23"),
        ("yesterday", "2026-11-22"),
        ("tomorrow", "2026-11-24"),
        ("the day before yesterday", "2026-11-21"),
        ("last friday", "2026-11-20"),
        ("friday", "2026-11-20"),
        ("fri", "2026-11-20"),
        ("on friday", "2026-11-20"),
        ("monday", "2026-11-23"),
        ("last monday", "2026-11-16"),
        ("next monday", "2026-11-30"),
        ("next friday", "2026-11-27"),
        ("this friday", "2026-11-27"),
        ("thurs", "2026-11-19"),
        ("3 days ago", "2026-11-20"),
        ("3d ago", "2026-11-20"),
        ("two weeks ago", "2026-11-09"),
        ("a week ago", "2026-11-16"),
        ("a month ago", "2026-10-23"),
        ("9 months ago", "2026-02-23"),
        ("one year ago", "2025-11-23"),
        ("last week", "2026-11-16"),
        ("in 2 weeks", "2026-12-07"),
        ("in 3 months", "2027-02-23"),
        ("2 days from now", "2026-11-25"),
        ("0 days ago", "2026-11-23"),
        ("20 nov", "2026-11-20"),
        ("nov 20", "2026-11-20"),
        ("20th of November", "2026-11-20"),
        ("Nov 20, 2025", "2025-11-20"),
        ("20 november 2025", "2025-11-20"),
        ("sept 3", "2026-09-03"),
        ("may 5", "2026-05-05"),
        ("20 dec", "2026-12-20"),
        ("25 dec", "2025-12-25"),
        ("29 feb", "2024-02-29"),
        ("fri 20 nov", "2026-11-20"),
        ("2026-11-20", "2026-11-20"),
        ("2026/11/2", "2026-11-02"),
        ("20261120", "2026-11-20"),
        ("20.11.2026", "2026-11-20"),
        ("20.11.26", "2026-11-20"),
        ("20.11.", "2026-11-20"),
        ("5.4.2026", "2026-04-05"),
        ("20/11/2026", "2026-11-20"),
        ("11/20/2026", "2026-11-20"),
        ("11/11/2026", "2026-11-11"),
        ("2024-02-29", "2024-02-29"),
    ],
)
def test_a_date_is_understood(text, day):
    assert read_date(text, TODAY) == date.fromisoformat(day)


DUE = [
    ("friday", "2026-11-27"),
    ("monday", "2026-11-23"),
    ("this friday", "2026-11-27"),
    ("by friday", "2026-11-27"),
    ("until Monday", "2026-11-23"),
    ("friday week", "2026-12-04"),
    ("a week on friday", "2026-12-04"),
    ("two weeks from tomorrow", "2026-12-08"),
    ("tonight", "2026-11-23"),
    ("3d", "2026-11-26"),
    ("2 weeks", "2026-12-07"),
    ("a fortnight", "2026-12-07"),
    ("a couple of weeks", "2026-12-07"),
    ("half a year", "2027-05-23"),
    ("in 10 working days", "2026-12-07"),
    ("3 business days", "2026-11-26"),
    ("in 5 workdays", "2026-11-30"),
    ("4th", "2026-12-04"),
    ("the 23rd", "2026-11-23"),
    ("the 31st", "2026-12-31"),
    ("end of month", "2026-11-30"),
    ("end of the month", "2026-11-30"),
    ("by the end of the month", "2026-11-30"),
    ("eom", "2026-11-30"),
    ("end of next month", "2026-12-31"),
    ("end of week", "2026-11-27"),
    ("eow", "2026-11-27"),
    ("end of next week", "2026-12-04"),
    ("end of year", "2026-12-31"),
    ("end of february", "2027-02-28"),
    ("mid january", "2027-01-15"),
    ("start of december", "2026-12-01"),
    ("beginning of next month", "2026-12-01"),
    ("20 nov", "2027-11-20"),
    ("23 nov", "2026-11-23"),
    ("may 5", "2027-05-05"),
    ("29 feb", "2028-02-29"),
    ("last friday", "2026-11-20"),
    ("2026-11-20", "2026-11-20"),
]


@pytest.mark.parametrize(("text", "day"), DUE)
def test_where_something_is_due_the_day_lies_ahead(text, day):
    assert read_date(text, TODAY, Tense.FUTURE) == date.fromisoformat(day)


def test_this_friday_on_a_sunday_is_the_coming_one():
    assert read_date("this friday", date(2026, 11, 29), Tense.FUTURE) == date(2026, 12, 4)
    assert read_date("end of week", date(2026, 11, 29), Tense.FUTURE) == date(2026, 12, 4)
    assert read_date("end of month", date(2026, 11, 30), Tense.FUTURE) == date(2026, 11, 30)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("friday", "2026-11-20"),
        ("this friday", "2026-11-20"),
        ("3d", "2026-11-20"),
        ("2 weeks", "2026-11-09"),
        ("5 working days ago", "2026-11-16"),
        ("25 dec", "2025-12-25"),
        ("24 nov", "2025-11-24"),
        ("the 4th", "2026-11-04"),
        ("the 24th", "2026-10-24"),
        ("end of month", "2026-10-31"),
        ("end of last week", "2026-11-20"),
        ("end of june", "2026-06-30"),
        ("mid november", "2026-11-15"),
    ],
)
def test_where_something_happened_the_day_lies_behind(text, day):
    assert read_date(text, TODAY, Tense.PAST) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("3d", "Fri 20 Nov", "Thu 26 Nov"),
        ("2 weeks", "Mon 9 Nov", "Mon 7 Dec"),
        ("the 4th", "Wed 4 Nov", "Fri 4 Dec"),
    ],
)
def test_what_could_be_both_is_refused_with_both(text, one, other):
    with pytest.raises(UsageError, match=f"can be {one} or {other}"):
        read_date(text, TODAY)


@given(st.dates(date(2000, 1, 1), date(2099, 1, 1)), st.sampled_from(DUE))
def test_a_day_that_something_is_due_is_not_behind_unless_it_says_so(today, case):
    text = case[0]
    if text not in ("last friday", "2026-11-20"):
        assert read_date(text, today, Tense.FUTURE) >= today


@given(st.dates(date(2000, 1, 1), date(2099, 1, 1)), st.sampled_from(list(Tense)))
def test_every_example_that_is_offered_is_read_and_fits(today, tense):
    with pytest.raises(UsageError) as error:
        read_date("whenever", today, tense)
    examples = str(error.value).partition("try ")[2].rstrip(".").replace(" or ", ", ")
    for example in examples.split(", "):
        day = read_date(example, today, tense)
        assert (day >= today) if tense is Tense.FUTURE else (day <= today)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "No date given"),
        ("   ", "No date given"),
        ("soon", "'soon' is not a date"),
        ("march", "is not a date"),
        ("5 5", "is not a date"),
        ("ago", "is not a date"),
        ("in", "is not a date"),
        ("x" * 500, "is not a date"),
        ("[b]now[/b]", "is not a date"),
        ("11/12/2026", "'11/12/2026' can be 11 Dec or 12 Nov: name the month"),
        ("3/4", "'3/4' can be 3 Apr or 4 Mar"),
        ("2026-02-29", "no day '2026-02-29'"),
        ("29 feb 2026", "no day"),
        ("30 feb", "no day"),
        ("31.4.2026", "no day"),
        ("2026-13-01", "no day"),
        ("32 nov", "no day"),
        ("0 nov", "no day"),
        ("99999 weeks ago", "no day"),
        ("in 999999 years", "no day"),
        ("1200-01-01", "no day"),
        ("mon 20 nov", "2026-11-20 is a Friday, not a Monday"),
    ],
    ids=lambda text: text[:30],
)
def test_what_is_no_date_is_refused_in_one_sentence(text, words):
    with pytest.raises(UsageError) as error:
        read_date(text, TODAY)
    assert words in str(error.value)
    assert len(str(error.value)) < 160


def test_a_month_back_from_its_end_stays_within_the_month():
    assert read_date("a month ago", date(2026, 3, 31)) == date(2026, 2, 28)
    assert read_date("a year ago", date(2028, 2, 29)) == date(2027, 2, 28)
    assert read_date("in 1 month", date(2027, 12, 31)) == date(2028, 1, 31)


@given(
    st.one_of(st.text(max_size=40), WORDS.map(" ".join)),
    st.sampled_from(list(Tense)),
)
def test_any_text_gives_a_date_or_a_sentence(text, tense):
    try:
        found, sentence = read_date(text, TODAY, tense), ""
    except UsageError as error:
        found, sentence = None, str(error)
    assert (found is None) == bool(sentence)
    assert "\n" not in sentence


@pytest.fixture
def styled() -> Iterator[Callable[[str], bool]]:
    """Chooses a style for the length of a test."""
    yield use_date_style
    use_date_style(DateStyle.DAY_FIRST)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.dates(date(2000, 1, 1), date(2099, 1, 1)),
    st.dates(date(2000, 1, 1), date(2099, 1, 1)),
    st.sampled_from(DateStyle),
)
def test_a_date_said_with_its_year_reads_back_in_every_style(styled, day, today, style):
    styled(style)
    if day.year != today.year:
        assert read_date(say_date(day, today), today) == day
    assert read_date(full_date(day), today) == day


@pytest.mark.parametrize(
    ("style", "said"),
    [
        ("day", ("2 Oct", "2 Oct 2025", "Fri 2 Oct", "2 Oct", "Fri 2 Oct, 18:05")),
        ("month", ("Oct 2", "Oct 2, 2025", "Fri Oct 2", "Oct 2", "Fri Oct 2, 18:05")),
        ("iso", ("10-02", "2025-10-02", "Fri 10-02", "10-02", "Fri 10-02, 18:05")),
        ("none such", ("2 Oct", "2 Oct 2025", "Fri 2 Oct", "2 Oct", "Fri 2 Oct, 18:05")),
    ],
)
def test_every_way_to_say_a_day_follows_the_style(styled, style, said):
    styled(style)
    day = date(2026, 10, 2)
    assert said == (
        short_date(day, TODAY),
        short_date(date(2025, 10, 2), TODAY),
        say_date(day, TODAY),
        say_day(day, TODAY),
        say_time(datetime(2026, 10, 2, 18, 5), datetime(2026, 11, 23)),
    )


@pytest.mark.parametrize(
    ("style", "past", "future", "sentence"),
    [
        ("day", "yesterday, 20 Nov", "Friday, 7 Dec", "3 days ago, 20 Nov or 2026-11-20"),
        ("month", "yesterday, Nov 20", "Friday, Dec 7", "3 days ago, Nov 20 or 2026-11-20"),
        ("iso", "yesterday, 2026-11-20", "Friday, 2026-12-07", "3 days ago or 2026-11-20"),
    ],
)
def test_what_may_be_typed_is_shown_in_the_style(styled, style, past, future, sentence):
    styled(style)
    assert two_examples(TODAY, Tense.PAST) == past
    assert two_examples(TODAY, Tense.FUTURE) == future
    for each in (past, future):
        for typed in each.split(", "):
            read_date(typed, TODAY)
    with pytest.raises(UsageError, match=sentence):
        read_date("soon", TODAY)


def test_a_date_in_a_text_for_others_is_in_american_english_whatever_the_style(styled):
    for style in DateStyle:
        styled(style)
        assert spell_date(date(2026, 12, 4)) == "December 4, 2026"


def test_another_style_is_told_apart_from_the_same_one(styled):
    assert [styled(style) for style in ("month", "month", "day", "")] == [True, False, True, False]


@pytest.mark.parametrize(
    ("days", "age", "words"),
    [
        (0, "0 d", "today"),
        (1, "1 d", "yesterday"),
        (2, "2 d", "2 days ago"),
        (52, "52 d", "52 days ago"),
        (91, "91 d", "91 days ago"),
        (92, "3 mo", "3 months ago"),
        (400, "13 mo", "13 months ago"),
        (729, "23 mo", "23 months ago"),
        (731, "2 y", "2 years ago"),
        (4000, "10 y", "10 years ago"),
        (-1, "0 d", "today"),
        (-400, "0 d", "today"),
    ],
)
def test_an_age_is_said_short_and_in_words_and_is_never_negative(days, age, words):
    day = TODAY - timedelta(days=days)
    assert say_age(day, TODAY) == age
    assert say_days_ago(day, TODAY) == words


@pytest.mark.parametrize(
    ("ahead", "words"),
    [
        (-2, "21 Nov"),
        (-1, "yesterday"),
        (0, "today"),
        (1, "tomorrow"),
        (2, "Wed"),
        (6, "Sun"),
        (7, "30 Nov"),
        (60, "22 Jan 2027"),
    ],
)
def test_a_day_is_said_as_short_as_it_is_clear(ahead, words):
    assert say_day(TODAY + timedelta(days=ahead), TODAY) == words


def test_the_day_understood_is_said_with_its_weekday():
    assert say_date(date(2026, 11, 20), TODAY) == "Fri 20 Nov"
    assert say_date(date(2025, 11, 20), TODAY) == "Thu 20 Nov 2025"
