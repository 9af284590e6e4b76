"""Working days over weekends, month ends and leap days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recco_tui.core.working_days import WEEKEND, add_working_days

DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        ("2026-11-23", 3, "2026-11-26"),
        ("2026-11-20", 1, "2026-11-23"),
        ("2026-11-20", 3, "2026-11-25"),
        ("2026-11-21", 1, "2026-11-23"),
        ("2026-11-22", 1, "2026-11-23"),
        ("2026-11-23", 5, "2026-11-30"),
        ("2026-11-26", 7, "2026-12-07"),
        ("2026-11-21", 7, "2026-12-01"),
        ("2026-11-21", 0, "2026-11-23"),
        ("2026-11-23", 0, "2026-11-23"),
        ("2028-02-28", 1, "2028-02-29"),
        ("2027-02-26", 1, "2027-03-01"),
        ("2026-12-31", 1, "2027-01-01"),
        ("2026-11-20", 10, "2026-12-04"),
        ("2026-11-23", -1, "2026-11-20"),
        ("2026-11-21", -1, "2026-11-20"),
        ("2026-11-22", -6, "2026-11-13"),
    ],
)
def test_weekends_do_not_count(start, count, end):
    assert add_working_days(date.fromisoformat(start), count) == date.fromisoformat(end)


def test_without_a_weekend_every_day_counts():
    assert add_working_days(date(2026, 11, 20), 3, ()) == date(2026, 11, 23)
    assert add_working_days(date(2026, 11, 20), -3, tuple(range(7))) == date(2026, 11, 17)


@given(DAYS, st.integers(-200, 200).filter(bool))
def test_it_is_what_counting_day_by_day_gives(start, count):
    end = add_working_days(start, count)
    between = [start + timedelta(days=n) for n in range(1, abs((end - start).days))]
    if count < 0:
        between = [end + timedelta(days=n) for n in range(1, (start - end).days)]
    assert end.weekday() not in WEEKEND
    assert sum(day.weekday() not in WEEKEND for day in between) + 1 == abs(count)


@given(DAYS, st.integers(1, 200))
def test_going_forth_and_back_ends_on_the_same_working_day(start, count):
    begin = add_working_days(start, 0)
    assert add_working_days(add_working_days(begin, count), -count) == begin
