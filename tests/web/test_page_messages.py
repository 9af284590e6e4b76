"""What a page may say to its board."""

import json

import pytest

from recco_tui.web.page_messages import (
    HIGHEST,
    WIDEST,
    Looked,
    NotUnderstood,
    Ping,
    Size,
    Typed,
    read_message,
    size_in_address,
)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        (["stdin", "j"], Typed("j")),
        (["stdin", ""], Typed("")),
        (["resize", {"width": 120, "height": 36}], Size(120, 36)),
        (["resize", {"width": 1e9, "height": 1e9}], Size(WIDEST, HIGHEST)),
        (["resize", {"width": 10**400, "height": 10**400}], Size(WIDEST, HIGHEST)),
        (["resize", {"width": float("inf"), "height": float("-inf")}], Size(WIDEST, 1)),
        (["resize", {"width": -5, "height": 0}], Size(1, 1)),
        (["resize", {"width": 80.9, "height": 24.1}], Size(80, 24)),
        (["focus"], Looked(True)),
        (["blur"], Looked(False)),
        (["ping", "1796066252482"], Ping("1796066252482")),
    ],
)
def test_what_a_page_says_is_understood_within_bounds(said: object, meant: object) -> None:
    assert read_message(json.dumps(said)) == meant


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
def test_what_is_no_message_is_none(junk: str) -> None:
    with pytest.raises(NotUnderstood):
        read_message(junk)


@pytest.mark.parametrize(
    ("width", "height", "meant"),
    [
        ("120", "36", (120, 36)),
        ("", "", (80, 24)),
        ("-1", "1e9", (80, 24)),
        ("999999999", "999999999", (WIDEST, HIGHEST)),
        ("9" * 5000, "²", (80, 24)),
        ("0", "NaN", (1, 24)),
    ],
)
def test_the_size_in_an_address_is_bounded(width: str, height: str, meant: tuple[int, int]) -> None:
    assert size_in_address(width, height) == meant
