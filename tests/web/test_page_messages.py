"""The messages of a page to its board."""

import json

import pytest

from recco_tui.web.page_messages import (
    MAX_HEIGHT,
    MAX_WIDTH,
    FocusChange,
    InvalidMessage,
    Ping,
    Size,
    TerminalInput,
    read_message,
    size_from_query,
)


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        (["stdin", "j"], TerminalInput("j")),
        (["stdin", ""], TerminalInput("")),
        (["resize", {"width": 120, "height": 36}], Size(120, 36)),
        (["resize", {"width": 1e9, "height": 1e9}], Size(MAX_WIDTH, MAX_HEIGHT)),
        (["resize", {"width": 10**400, "height": 10**400}], Size(MAX_WIDTH, MAX_HEIGHT)),
        (["resize", {"width": float("inf"), "height": float("-inf")}], Size(MAX_WIDTH, 1)),
        (["resize", {"width": -5, "height": 0}], Size(1, 1)),
        (["resize", {"width": 80.9, "height": 24.1}], Size(80, 24)),
        (["focus"], FocusChange(True)),
        (["blur"], FocusChange(False)),
        (["ping", "1796066252482"], Ping("1796066252482")),
    ],
)
def test_a_message_is_read_within_bounds(sent: object, expected: object) -> None:
    assert read_message(json.dumps(sent)) == expected


@pytest.mark.parametrize(
    "junk",
    [
        "", "{", "[]", "{}", "3", "null", "[1]", '["stdin"]', '["stdin", 3]', '["stdin", "a", "b"]',
        '["resize", 1]', '["resize", {"width": 80}]', '["resize", {"width": "80", "height": 24}]',
        '["resize", {"width": true, "height": 24}]', '["resize", {"width": NaN, "height": 24}]',
        '["resize", {"width": [], "height": null}]', '["focus", 1]', '["quit"]', '["PING", "1"]',
        '["ping", "' + "1" * 65 + '"]', "[" * 100_000, '["resize", {"width": ' + "9" * 5000 + ', "height": 1}]',
    ],
)  # fmt: skip
def test_anything_else_is_refused(junk: str) -> None:
    with pytest.raises(InvalidMessage):
        read_message(junk)


@pytest.mark.parametrize(
    ("width", "height", "expected"),
    [
        ("120", "36", (120, 36)),
        ("", "", (80, 24)),
        ("-1", "1e9", (80, 24)),
        ("999999999", "999999999", (MAX_WIDTH, MAX_HEIGHT)),
        ("9" * 5000, "²", (80, 24)),
        ("0", "NaN", (1, 24)),
    ],
)
def test_the_size_in_an_address_is_bounded(
    width: str, height: str, expected: tuple[int, int]
) -> None:
    assert size_from_query(width, height) == expected
