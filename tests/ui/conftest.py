"""What all tests of screens, dialogs and widgets share."""

import pytest

from tests.style_sheets import read_each_once


@pytest.fixture(scope="session", autouse=True)
def _style_sheets_are_read_once() -> None:
    read_each_once()
