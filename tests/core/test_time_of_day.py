"""Moments of the past as people write them."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from recco_tui.core.errors import UsageError
from recco_tui.core.time_of_day import read_past, say_time

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 30, 20, 15, 30, tzinfo=BERLIN)  # a Monday


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("yesterday 18:00", "2026-11-29 18:00:00"),
        ("Yesterday at 6 pm", "2026-11-29 18:00:00"),
        ("yesterday, 6pm", "2026-11-29 18:00:00"),
        ("yesterday", "2026-11-29 23:59:59"),
        ("last friday 5pm", "2026-11-27 17:00:00"),
        ("last friday 17:05:09", "2026-11-27 17:05:09"),
        ("friday noon", "2026-11-27 12:00:00"),
        ("today midnight", "2026-11-30 00:00:00"),
        ("2026-11-20 09:30", "2026-11-20 09:30:00"),
        ("2026-11-20T09:30", "2026-11-20 09:30:00"),
        ("2026-11-20", "2026-11-20 23:59:59"),
        ("20 nov", "2026-11-20 23:59:59"),
        ("nov 20 9:30am", "2026-11-20 09:30:00"),
        ("20.11.2026 12:00 am", "2026-11-20 00:00:00"),
        ("3 days ago 18:00", "2026-11-27 18:00:00"),
        ("3 days ago", "2026-11-27 23:59:59"),
        ("2 hours ago", "2026-11-30 18:15:30"),
        ("an hour ago", "2026-11-30 19:15:30"),
        ("90 min ago", "2026-11-30 18:45:30"),
        ("18:00", "2026-11-30 18:00:00"),
        ("today 18:00", "2026-11-30 18:00:00"),
        ("today", "2026-11-30 20:15:30"),
        ("now", "2026-11-30 20:15:30"),
        ("2026-07-01 12:00", "2026-07-01 12:00:00"),
    ],
)
def test_a_moment_is_read_in_the_local_time(text: str, meant: str) -> None:
    assert read_past(text, NOW) == datetime.fromisoformat(meant).replace(tzinfo=BERLIN)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "No time given"),
        ("garbage", "'garbage' is not a time"),
        ("yesterday evening", "'yesterday evening' is not a time"),
        ("yesterday 25:00", "'25:00' is not a time"),
        ("yesterday 13pm", "'13pm' is not a time"),
        ("yesterday 0am", "'0am' is not a time"),
        ("yesterday 18", "'yesterday 18' is not a time"),
        ("2026-02-30 12:00", "There is no day '2026-02-30'"),
        ("05/06 12:00", "can be"),
        ("tomorrow 9:00", "Tue 1 Dec, 09:00 is in the future"),
        ("today 23:00", "Mon 30 Nov, 23:00 is in the future"),
        ("2027-01-01 12:00", "Fri 1 Jan 2027, 12:00 is in the future"),
        ("999999 hours ago", ""),
        ("a" * 500, "…"),
    ],
)
def test_what_is_no_moment_of_the_past_is_said(text: str, said: str) -> None:
    if not said:
        assert read_past(text, NOW).year < 2026
        return
    with pytest.raises(UsageError, match=said.replace("(", r"\(")) as refused:
        read_past(text, NOW)
    assert len(str(refused.value)) < 200


def test_the_examples_offered_can_be_read_and_are_past() -> None:
    with pytest.raises(UsageError) as refused:
        read_past("?", NOW)
    examples = str(refused.value).split('"')[1::2]
    assert len(examples) == 4
    for example in examples:
        assert read_past(example, NOW) < NOW


def test_a_moment_is_said_with_its_weekday() -> None:
    assert say_time(datetime(2026, 11, 29, 18, 0), NOW) == "Sun 29 Nov, 18:00"
    assert say_time(datetime(2025, 1, 2, 8, 5), NOW) == "Thu 2 Jan 2025, 08:05"
