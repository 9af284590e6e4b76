"""Stored words that have a label for people."""

from enum import StrEnum
from typing import Self


class LabeledEnum(StrEnum):
    """Members are written `value, label`."""

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member
