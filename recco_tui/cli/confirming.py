"""Asking before something is destroyed that undo does not bring back."""

import sys
from contextlib import redirect_stdout

import click

from recco_tui.cli.printing import one_line
from recco_tui.core.errors import Cancelled, NotAllowed

yes_option = click.option("--yes", is_flag=True, help="Do not ask.")
"""`--yes`, handed over as `yes`: for every command that calls `confirm`."""


def confirm(what: str, question: str, yes: bool) -> None:
    """Go on only when the user wants it: said before by `--yes`, or now, at the terminal.

    `what` is a sentence that says what is at stake, `question` the verb with its mark: "Replace
    it?". Both go to standard error, so that standard output stays a document. Raises `Cancelled`
    when the answer is no, `NotAllowed` where no one can be asked.
    """
    if yes:
        return
    if not (sys.stdin and sys.stdin.isatty() and sys.stderr and sys.stderr.isatty()):
        raise NotAllowed(f"{what} {question} No one can be asked here: --yes goes ahead.")
    with redirect_stdout(sys.stderr):
        agreed = click.confirm(one_line(f"{what} {question}"), prompt_suffix=" ", err=True)
    if not agreed:
        raise Cancelled("Nothing was changed.")
