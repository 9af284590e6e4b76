from datetime import date

import pytest

from recco_tui.core.linkedin_pages import (
    connect_first,
    recommendations_page,
    requesting_page,
    writing_page,
)
from recco_tui.core.models import Contact

DAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("page", "path"),
    [
        (writing_page, "edit/forms/recommendation/write/"),
        (requesting_page, "edit/forms/recommendation/request/"),
        (recommendations_page, "details/recommendations/"),
    ],
)
def test_pages_hang_below_the_profile_of_the_person(page, path) -> None:
    assert page("john") == f"https://www.linkedin.com/in/john/{path}"


@pytest.mark.parametrize(
    ("connected", "missing", "beginning"),
    [
        (DAY, None, ""),
        (None, None, "Not connected yet? Connect first."),
        (DAY, DAY, "Not connected anymore: connect again first."),
    ],
)
def test_only_connections_can_recommend_each_other(connected, missing, beginning) -> None:
    contact = Contact(1, "Ann", connected_on=connected, missing_since=missing)
    words = connect_first(contact)
    assert words.startswith(beginning)
    assert bool(words) == bool(beginning) == ("first-degree" in words)
