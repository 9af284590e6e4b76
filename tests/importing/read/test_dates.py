"""Every form a date was seen in is read, and nothing else is."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recco_tui.importing.read.dates import DateReader, read_month

DAYS = {
    "connected on": ("04 Apr 2021", date(2021, 4, 4)),
    "until 2018": ("4/5/18, 3:21 PM", date(2018, 4, 5)),
    "Excel": ("4-Apr-21", date(2021, 4, 4)),
    "Excel, two figures": ("14-Aug-25", date(2025, 8, 14)),
    "Excel, German": ("14. Aug 25", date(2025, 8, 14)),
    "German": ("4. März 2021", date(2021, 3, 4)),
    "German figures": ("04.03.2021", date(2021, 3, 4)),
    "French": ("14 août 2023", date(2023, 8, 14)),
    "French, short": ("3 févr. 2023", date(2023, 2, 3)),
    "ISO": ("2021-04-04", date(2021, 4, 4)),
    "slashes, year first": ("2021/04/04", date(2021, 4, 4)),
    "American": ("4/5/2021", date(2021, 4, 5)),
    "month first": ("Apr 5, 2021", date(2021, 4, 5)),
    "full name": ("5 September 2021", date(2021, 9, 5)),
    "shouted": ("05 SEP 2021", date(2021, 9, 5)),
    "spaces around": ("  04 Apr 2021 ", date(2021, 4, 4)),
    "leap day": ("29 Feb 2024", date(2024, 2, 29)),
    "the pivot": ("1/2/03", date(2003, 1, 2)),
    "before the pivot": ("1/2/02", date(2102, 1, 2)),
    "2007": ("07/15/07", date(2007, 7, 15)),
    "no leap day": ("29 Feb 2023", None),
    "too early": ("31 Dec 1899", None),
    "too late": ("1 Jan 2200", None),
    "the last year there is": ("9999-12-31", None),
    "no month": ("04 Foo 2021", None),
    "month 13": ("2021-13-01", None),
    "day 0": ("0 Apr 2021", None),
    "year 0": ("1/1/0000", None),
    "the last year": ("31 Dec 2199", date(2199, 12, 31)),
    "past the last year": ("1 Jan 2200", None),
    "the end of the calendar": ("31 Dec 9999", None),
    "three figures": ("1/1/021", None),
    "words": ("yesterday", None),
    "nothing": ("", None),
    "a number": ("44291", None),
    "more after it": ("04 Apr 2021 or so", None),
}
MOMENTS = {
    "recommendation": ("11/16/26, 10:42 AM", (2026, 11, 16, 10, 42)),
    "afternoon": ("11/16/26, 10:42 PM", (2026, 11, 16, 22, 42)),
    "midnight": ("11/16/26, 12:05 AM", (2026, 11, 16, 0, 5)),
    "noon": ("11/16/26, 12:05 PM", (2026, 11, 16, 12, 5)),
    "narrow space": ("11/16/26, 10:42\u202fPM", (2026, 11, 16, 22, 42)),
    "no comma": ("11/16/26 10:42 AM", (2026, 11, 16, 10, 42)),
    "24 hours": ("11/16/2026 22:42", (2026, 11, 16, 22, 42)),
    "message": ("2026-11-19 12:40:07 UTC", (2026, 11, 19, 12, 40, 7)),
    "endorsement": ("2026/09/21 10:33:00 UTC", (2026, 9, 21, 10, 33)),
    "ISO Z": ("2026-11-19T12:40:07Z", (2026, 11, 19, 12, 40, 7)),
    "ISO offset": ("2026-11-19T12:40:07.123+02:00", (2026, 11, 19, 10, 40, 7)),
    "GMT+2": ("Nov 19, 2026 1:40 AM (GMT+2)", (2026, 11, 18, 23, 40)),
    "GMT-5:30": ("Nov 19, 2026, 1:40 AM (GMT-5:30)", (2026, 11, 19, 7, 10)),
    "GMT": ("Nov 19, 2026 1:40 AM (GMT)", (2026, 11, 19, 1, 40)),
    "only a day": ("2026-11-19", (2026, 11, 19)),
    "13 AM": ("11/16/26, 13:42 AM", None),
    "minute 60": ("11/16/26, 10:60 AM", None),
    "the end of the calendar": ("9999-12-31 23:59:59 UTC", None),
    "blanks without end": ("2026-11-19" + " " * 100_000, (2026, 11, 19)),
    "figures without end": ("2026-11-19 " + "1" * 100_000, None),
}
MONTHS = {
    "month": ("Apr 2021", date(2021, 4, 1), date(2021, 4, 30)),
    "full month": ("February 2024", date(2024, 2, 1), date(2024, 2, 29)),
    "year": ("2021", date(2021, 1, 1), date(2021, 12, 31)),
    "before 2017": ("04/2016", date(2016, 4, 1), date(2016, 4, 30)),
    "Excel": ("Apr-98", date(1998, 4, 1), date(1998, 4, 30)),
    "ISO": ("2021-04", date(2021, 4, 1), date(2021, 4, 30)),
    "a day": ("04 Apr 2021", date(2021, 4, 4), date(2021, 4, 4)),
    "present": ("Present", None, None),
    "nothing": ("", None, None),
    "month 13": ("13/2021", None, None),
    "no month": ("Foo 2021", None, None),
    "the end of the calendar": ("Dec 9999", None, None),
}

FORMS = ["%d %b %Y", "%d-%b-%y", "%m/%d/%y", "%m/%d/%Y", "%Y-%m-%d", "%b %d, %Y", "%d.%m.%Y"]
TIMED = ["%m/%d/%y, %I:%M %p", "%Y-%m-%d %H:%M UTC", "%Y/%m/%d %H:%M:00 UTC", "%b %d, %Y %I:%M %p"]


@pytest.mark.parametrize(("text", "day"), DAYS.values(), ids=DAYS)
def test_a_day_is_read(text: str, day: date | None) -> None:
    assert DateReader().day(text) == day


@pytest.mark.parametrize(("text", "parts"), MOMENTS.values(), ids=MOMENTS)
def test_a_moment_is_read_as_utc(text: str, parts: tuple[int, ...] | None) -> None:
    assert DateReader().moment(text) == (datetime(*parts, tzinfo=UTC) if parts else None)


@pytest.mark.parametrize(("text", "first", "last"), MONTHS.values(), ids=MONTHS)
def test_a_month_begins_and_ends(text: str, first: date | None, last: date | None) -> None:
    assert (read_month(text), read_month(text, last_day=True)) == (first, last)


@pytest.mark.parametrize("form", FORMS)
@given(day=st.dates(date(2003, 1, 1), date(2102, 12, 31)))
def test_a_written_day_is_read_back(form: str, day: date) -> None:
    assert DateReader().day(day.strftime(form)) == day


@pytest.mark.parametrize("form", TIMED)
@given(st.datetimes(datetime(2003, 1, 1), datetime(2102, 12, 31)))
def test_a_written_minute_is_read_back(form: str, moment: datetime) -> None:
    minute = moment.replace(second=0, microsecond=0, tzinfo=UTC)
    assert DateReader().moment(minute.strftime(form)) == minute


@given(
    st.datetimes(datetime(2003, 1, 2), datetime(2102, 12, 30)),
    st.integers(-12, 14),
)
def test_an_offset_is_taken_off(moment: datetime, hours: int) -> None:
    minute = moment.replace(second=0, microsecond=0, tzinfo=UTC)
    written = (minute + timedelta(hours=hours)).strftime("%b %d, %Y %I:%M %p")
    assert DateReader().moment(f"{written} (GMT{hours:+d})") == minute


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_none(text: str) -> None:
    assert DateReader().day(text) is None or DateReader().moment(text) is not None
    assert read_month(text) is None or read_month(text) <= read_month(text, last_day=True)


def test_an_impossible_month_tells_that_days_come_first() -> None:
    dates = DateReader()
    assert dates.day("4/5/21") == date(2021, 4, 5)
    assert not dates.swapped
    assert dates.day("14/5/21") == date(2021, 5, 14)
    assert dates.swapped
    assert DateReader(day_first=True).day("4/5/21") == date(2021, 5, 4)
