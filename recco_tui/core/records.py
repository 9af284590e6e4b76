"""Records as JSON holds them: objects by the names of their fields, read back by the fields' types.

For records of text, whole numbers, days, enums, other records, and tuples of any of these.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from math import inf
from types import NoneType
from typing import Annotated, Any, NamedTuple, TypeVar, get_args, get_origin, get_type_hints

from recco_tui.core.cleaning import clean_line, clean_text
from recco_tui.core.models import Line

Record = TypeVar("Record")

Count = Annotated[int, "count"]
"""From 0 to what every reader of JSON can hold."""
_HIGHEST_COUNT = 2**53


class Limits(NamedTuple):
    """What a document may hold: letters of a text and of a line, entries of a list."""

    text: float = inf
    line: float = inf
    entries: float = inf


NO_LIMITS = Limits()


def as_document(value: object) -> Any:
    """The value as `json.dumps` takes it; dates in ISO 8601."""
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value):
        return {each.name: as_document(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, tuple):
        if hasattr(value, "_asdict"):
            return {name: as_document(each) for name, each in value._asdict().items()}
        return [as_document(each) for each in value]
    return value


def read_record(kind: type[Record], document: object, limits: Limits = NO_LIMITS) -> Record:
    """The record that a document holds, its texts cleaned; what is not in there has its default.

    Raises ValueError or TypeError where it holds no such record.
    """
    if not isinstance(document, Mapping):
        raise TypeError("record")
    types = get_type_hints(kind, include_extras=True)
    known = types.keys() & document.keys()
    return kind(**{name: _read(types[name], document[name], limits) for name in known})


def _read(kind: Any, found: object, limits: Limits) -> object:
    options = get_args(kind)
    if NoneType in options:
        return None if found is None else _read(options[0], found, limits)
    if get_origin(kind) is tuple:
        if not isinstance(found, list) or len(found) > limits.entries:
            raise ValueError("list")
        return tuple(_read(options[0], each, limits) for each in found)
    if kind is str:
        return clean_text(_text(found, limits.text))
    if kind is Line:
        return clean_line(_text(found, limits.line))
    if kind is Count or kind in (int, bool):
        return _number(kind, found)
    if kind is date:
        return date.fromisoformat(_text(found, limits.line))
    if issubclass(kind, str):
        return kind(_text(found, limits.line))
    return read_record(kind, found, limits)


def _text(found: object, longest: float) -> str:
    if not isinstance(found, str) or len(found) > longest:
        raise ValueError("text")
    return found


def _number(kind: Any, found: object) -> int:
    if not isinstance(found, int) or isinstance(found, bool) is not (kind is bool):
        raise ValueError("number")
    if kind is Count and not 0 <= found <= _HIGHEST_COUNT:
        raise ValueError("count")
    return found
