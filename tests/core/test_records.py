"""Records come back from JSON as they were, and what is of no such record is refused."""

import json
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import pytest

from recco_tui.core.models import Direction, Line
from recco_tui.core.records import Count, Limits, as_document, read_record


class Part(NamedTuple):
    day: date | None
    number: int = 0


@dataclass(frozen=True)
class Whole:
    name: Line
    direction: Direction
    count: Count = 0
    text: str = ""
    pinned: bool = False
    parts: tuple[Part, ...] = ()


WHOLE = Whole("Ann", Direction.GIVEN, 3, "a\nb", True, (Part(None, -2), Part(date(2026, 11, 23))))


def test_a_record_comes_back_as_it_was() -> None:
    assert read_record(Whole, json.loads(json.dumps(as_document(WHOLE)))) == WHOLE


def test_what_is_missing_has_its_default_and_what_is_unknown_is_passed_over() -> None:
    document = {"name": "Ann", "direction": "given", "age": 7}
    assert read_record(Whole, document) == Whole("Ann", Direction.GIVEN)


def test_texts_are_cleaned_and_lines_have_no_break() -> None:
    document = as_document(WHOLE) | {"name": "A\nnn\x1b[1m", "text": "a\x07\r\nb"}
    found = read_record(Whole, document)
    assert (found.name, found.text) == ("A nn", "a\nb")


@pytest.mark.parametrize(
    "document",
    [
        None, [], "Ann", {"name": "Ann"}, as_document(WHOLE) | {"name": 1},
        as_document(WHOLE) | {"name": "x" * 11}, as_document(WHOLE) | {"text": "x" * 21},
        as_document(WHOLE) | {"direction": "sideways"}, as_document(WHOLE) | {"pinned": 1},
        *(as_document(WHOLE) | {"count": count} for count in (-1, 2**60, True, "1", None)),
        *(as_document(WHOLE) | {"parts": parts} for parts in ({}, [1], [{}] * 3, [{"day": "soon"}])),
    ],
)  # fmt: skip
def test_what_is_no_such_record_is_refused(document: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        read_record(Whole, document, Limits(text=20, line=10, entries=2))
