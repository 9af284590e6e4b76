"""What a page may say to its board. All of it is bounded: the board believes what it is told."""

import json
from typing import NamedTuple

LONGEST = 256 * 1024
"""Characters of a message; a longer text is pasted in pieces or not at all."""
WIDEST, HIGHEST = 1000, 500
"""Cells of a board: more than any screen has, and few enough to be drawn."""
LONGEST_PING = 64


class NotUnderstood(ValueError):
    """It is no message of the page's."""


class Typed(NamedTuple):
    """Keys, the mouse, a paste: as a terminal would send them."""

    text: str


class Size(NamedTuple):
    """How many cells there are room for now."""

    width: int
    height: int


class Looked(NamedTuple):
    """Whether the page has the keyboard."""

    at: bool


class Ping(NamedTuple):
    """Asks for the same back."""

    sent: str


PageMessage = Typed | Size | Looked | Ping


def read_message(data: str) -> PageMessage:
    """The message; raises `NotUnderstood`."""
    try:
        told = json.loads(data)
    except (ValueError, RecursionError):
        raise NotUnderstood from None
    match told:
        case ["stdin", str(text)]:
            return Typed(text)
        case ["resize", {"width": width, "height": height}]:
            return as_size(width, height)
        case ["focus" | "blur" as kind]:
            return Looked(kind == "focus")
        case ["ping", str(sent)] if len(sent) <= LONGEST_PING:
            return Ping(sent)
    raise NotUnderstood


def as_size(width: object, height: object) -> Size:
    """The size, brought within the bounds; raises `NotUnderstood` for what is no number."""
    return Size(_within(width, WIDEST), _within(height, HIGHEST))


def size_in_address(width: str, height: str) -> Size:
    """The size that a page asks for when it begins; 80 and 24 for what is no number."""
    return as_size(_number(width, 80), _number(height, 24))


def _number(text: str, usual: int) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else usual


def _within(number: object, most: int) -> int:
    if isinstance(number, bool) or not isinstance(number, int | float) or number != number:
        raise NotUnderstood
    return int(max(1, min(number, most)))
