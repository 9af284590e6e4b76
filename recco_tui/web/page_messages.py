"""The messages that a page may send to its board, checked and bounded: the board trusts them."""

import json
from typing import NamedTuple

MAX_MESSAGE = 256 * 1024
"""Characters of a message; a longer text is pasted in pieces or not at all."""
MAX_WIDTH, MAX_HEIGHT = 1000, 500
"""Cells of a board: more than any screen has, and few enough to be drawn."""
MAX_PING = 64


class InvalidMessage(ValueError):
    """Not a message that a page sends."""


class TerminalInput(NamedTuple):
    """Keys, the mouse, a paste: as a terminal would send them."""

    text: str


class Size(NamedTuple):
    """How many cells there are room for now."""

    width: int
    height: int


class FocusChange(NamedTuple):
    """Whether the page has the keyboard now."""

    focused: bool


class Ping(NamedTuple):
    """Asks for its payload back."""

    payload: str


PageMessage = TerminalInput | Size | FocusChange | Ping


def read_message(data: str) -> PageMessage:
    """The message; raises `InvalidMessage`."""
    try:
        message = json.loads(data)
    except (ValueError, RecursionError):
        raise InvalidMessage from None
    match message:
        case ["stdin", str(text)]:
            return TerminalInput(text)
        case ["resize", {"width": width, "height": height}]:
            return clamped_size(width, height)
        case ["focus" | "blur" as kind]:
            return FocusChange(kind == "focus")
        case ["ping", str(payload)] if len(payload) <= MAX_PING:
            return Ping(payload)
    raise InvalidMessage


def clamped_size(width: object, height: object) -> Size:
    """The size within the bounds; raises `InvalidMessage` for what is not a number."""
    return Size(_clamp(width, MAX_WIDTH), _clamp(height, MAX_HEIGHT))


def size_from_query(width: str, height: str) -> Size:
    """The size that a page asks for as it opens; 80 or 24 for what is not a number."""
    return clamped_size(_parse_int(width, 80), _parse_int(height, 24))


def _parse_int(text: str, default: int) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else default


def _clamp(number: object, maximum: int) -> int:
    if isinstance(number, bool) or not isinstance(number, int | float) or number != number:
        raise InvalidMessage
    return int(max(1, min(number, maximum)))
