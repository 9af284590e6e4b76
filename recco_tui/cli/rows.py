"""Rows of a table, edited and removed by the number that a list shows: the same for every noun."""

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol, TypeVar

import click

from recco_tui.cli.documents import Document
from recco_tui.cli.parameters import NO_DATE
from recco_tui.cli.printing import report
from recco_tui.cli.session import Session
from recco_tui.core.when import count_of
from recco_tui.storage.columns import Value

Record = TypeVar("Record")
Read = TypeVar("Read", covariant=True)


class Rows(Protocol[Read]):
    """The rows of one table, as the ledger has them."""

    def get(self, number: int, /) -> Read: ...

    def remove(self, number: int, /) -> object: ...


def changes_of(
    session: Session, given: Mapping[str, Value], example: str, whose: str = ""
) -> dict[str, Value]:
    """The values of the options that were given, by field; None where one takes away what stands.

    A `project` is found by its title. Raises `click.UsageError` where nothing was given.
    """
    changes = {
        field: None if value == NO_DATE else value
        for field, value in given.items()
        if value is not None
    }
    if not changes:
        of = f" for {whose}" if whose else ""
        raise click.UsageError(f"Say what to change{of}, for example {example}.")
    if "project" in changes:
        changes["project_id"] = session.project_id(str(changes.pop("project")).strip())
    return changes


def remove_rows(
    session: Session,
    rows: Rows[Record],
    numbers: Iterable[int],
    noun: str,
    document: Callable[[Record], Document],
    added: Callable[[Record], str] = lambda _: "",
) -> None:
    """Remove rows, and report them as they were; `added` is what is said of a single one."""
    before = {number: rows.get(number) for number in numbers}
    removed = [document(record) for record in before.values()]
    remove_as_one_change(session, before, rows.remove, noun)
    words = added(*before.values()) if len(before) == 1 else ""
    report(session, {"removed": removed, "undo": session.change_id}, words)


def remove_as_one_change(
    session: Session, numbers: Iterable[int], remove: Callable[[int], object], noun: str
) -> None:
    """Remove each row once; several have one entry in the log."""
    wanted = list(dict.fromkeys(numbers))
    if len(wanted) == 1:
        remove(wanted[0])
        return
    with session.ledger.one_change(f"removed {count_of(len(wanted), noun)}"):
        for number in wanted:
            remove(number)
