"""Questions at the terminal, on standard error, so that standard output stays a document."""

import sys
from contextlib import redirect_stdout

import click

from recco_tui.cli.printing import one_line
from recco_tui.core.errors import Cancelled, NotAllowed


def can_ask() -> bool:
    """Whether someone sits at a terminal."""
    return bool(sys.stdin and sys.stdin.isatty() and sys.stderr and sys.stderr.isatty())


def confirm(what: str, question: str, yes: bool, option: str = "--yes") -> None:
    """Return only when the user agrees: beforehand by the option, or now, at the terminal.

    `what` is a sentence that says what is at stake, `question` the verb with its mark: "Replace
    it?". Raises `Cancelled` when the answer is no, `NotAllowed` where no one can be asked.
    """
    if yes:
        return
    if not can_ask():
        raise NotAllowed(f"{what} {question} recco can't ask here; {option} goes ahead.")
    with redirect_stdout(sys.stderr):
        agreed = click.confirm(one_line(f"{what} {question}"), prompt_suffix=" ", err=True)
    if not agreed:
        raise Cancelled("Nothing was changed.")


def choose(question: str, most: int, default: int | None = None) -> int:
    """The number that the user chooses, from 1 to `most`."""
    numbers = click.IntRange(1, most)
    with redirect_stdout(sys.stderr):
        return int(click.prompt(one_line(question), type=numbers, default=default, err=True))
