"""Working days over weekends, month ends and leap days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recco_tui.core.working_days import WEEKEND, add_working_days, working_days_between

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
    ],
)
def test_weekends_do_not_count(start, count, end):
    assert add_working_days(date.fromisoformat(start), count) == date.fromisoformat(end)


def test_without_a_weekend_every_day_counts():
    assert add_working_days(date(2026, 11, 20), 3, ()) == date(2026, 11, 23)


@given(DAYS, st.integers(1, 200))
def test_adding_and_counting_are_each_others_inverse(start, count):
    end = add_working_days(start, count)
    assert end.weekday() not in WEEKEND
    assert working_days_between(start, end) == count


@given(DAYS, st.integers(-20, 100))
def test_counting_is_what_counting_one_by_one_gives(start, days):
    end = start + timedelta(days=days)
    one_by_one = (start + timedelta(days=n) for n in range(1, days + 1))
    assert working_days_between(start, end) == sum(day.weekday() < 5 for day in one_by_one)
