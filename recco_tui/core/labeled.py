"""Stored words of which more is known than the word: a label for people, a color's meaning."""

from enum import StrEnum
from typing import Self


class DescribedEnum(StrEnum):
    """Members are written `value, fact, …`, the facts in the order in which they are declared."""

    # Any number of facts: to the type checker `Kind("peer")` is a call with one argument.
    def __new__(cls, value: str, *facts: object) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        named = (getattr(base, "__annotations__", ()) for base in reversed(cls.__mro__))
        for name, fact in zip((name for names in named for name in names), facts, strict=True):
            setattr(member, name, fact)
        return member


class LabeledEnum(DescribedEnum):
    """Members are written `value, label`."""

    label: str
