"""The fields of a record that its user fills in: said on the field itself, read by all who show it.

A form has a row for each, a command an option, a page a line; none of them lists the fields.
"""

from functools import cache
from typing import NamedTuple, get_args

LINE = "line"
"""The mark of a text without line breaks."""


class ByHand(NamedTuple):
    """The mark of a text that the user fills in, and what is said of it.

    `label` stands beside it, `short` where there is little room. `help` is that of its option,
    `hint` stands in its field while that is empty. `is_line` follows from the field's type.
    """

    label: str
    help: str = ""
    hint: str = ""
    short: str = ""
    is_line: bool = False
    is_who: bool = False
    """It says who someone is, and stands beside the name: `CTO, Acme`."""
    is_quiet: bool = False
    """It stands in the form and in the command's page alone; no filter looks through it."""
    for_assistants: bool = False
    """An assistant may read it."""


@cache
def by_hand(record: type) -> dict[str, ByHand]:
    """What is said of each field that carries the mark, by its name, in the record's order."""
    found = {}
    for name, type_ in record.__annotations__.items():
        marks = get_args(type_)
        for mark in marks:
            if isinstance(mark, ByHand):
                found[name] = mark._replace(is_line=LINE in marks, short=mark.short or mark.label)
    return found
