"""The click pieces that several commands share: types, options, the group, the question."""

import sys
from collections.abc import Callable
from contextlib import redirect_stdout
from copy import copy
from datetime import date
from enum import StrEnum
from pathlib import Path

import click

from recco_tui.cli.session import Session
from recco_tui.core.cleaning import shortened
from recco_tui.core.errors import Cancelled, NotAllowed
from recco_tui.core.models import Channel
from recco_tui.core.names import row_number
from recco_tui.core.when import Tense, read_date


def verb(name: str | None = None) -> Callable[[Callable[..., None]], click.Command]:
    """Make a command with `--json` of a function that takes the session first."""

    def decorate(function: Callable[..., None]) -> click.Command:
        command = click.command(name)(json_option(click.pass_obj(function)))
        command.params.append(command.params.pop(0))  # the help shows `--json` last
        return command

    return decorate


class OrderedGroup(click.Group):
    """Lists its commands in the order in which they are defined."""

    def verb(self, name: str | None = None) -> Callable[[Callable[..., None]], click.Command]:
        """`verb`, added to the group."""

        def decorate(function: Callable[..., None]) -> click.Command:
            command = verb(name)(function)
            self.add_command(command)
            return command

        return decorate

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(self.commands)


class EnumChoice(click.Choice[StrEnum]):
    """One of these enum members by its value; the command receives the member."""

    def normalize_choice(self, choice: object, ctx: click.Context | None) -> str:  # noqa: ARG002
        return str(choice).casefold()


class DateInWords(click.ParamType):  # type: ignore[type-arg]  # Not generic before click 8.4.
    """A date as people write it, relative to today."""

    name = "date"

    def __init__(self, tense: Tense) -> None:
        self.tense = tense

    def convert(
        self,
        value: object,
        param: click.Parameter | None,  # noqa: ARG002
        ctx: click.Context | None,
    ) -> date:
        if isinstance(value, date):
            return value
        session = ctx.find_root().obj if ctx else None
        today = session.day if isinstance(session, Session) else date.today()
        return read_date(str(value), today, self.tense)


class RowNumber(click.ParamType):  # type: ignore[type-arg]  # Not generic before click 8.4.
    """The number of a row as lists show it: `#3`, or 3, which needs no quotes in a shell."""

    name = "#id"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        text = str(value).strip()
        number = row_number(text if text.startswith("#") else f"#{text}")
        if number is None:
            self.fail(f"{shortened(text)!r} is not a number like 3 or '#3'.", param, ctx)
        return number


class OptionalDate(DateInWords):
    """A date as people write it, or `none` to take it away."""

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        if isinstance(value, str) and value.strip().casefold() in ("", "none", "never"):
            return NO_DATE
        return super().convert(value, param, ctx)


NO_DATE = date.min
"""What `OptionalDate` makes of `none`: an option that was not given is None."""


class OutputPath(click.ParamType):  # type: ignore[type-arg]  # Not generic before click 8.4.
    """A path to write to; `~` is the home folder also where the shell did not expand it."""

    name = "path"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Path:
        try:
            return Path(str(value)).expanduser()
        except RuntimeError:
            self.fail(f"there is no home folder for {value!r}.", param, ctx)


OUTPUT_PATH = OutputPath()
ROW = RowNumber()
ANY_DATE = DateInWords(Tense.EITHER)
PAST_DATE = DateInWords(Tense.PAST)
COMING_DATE = DateInWords(Tense.FUTURE)
OPTIONAL_DATE = OptionalDate(Tense.FUTURE)
OPTIONAL_PAST_DATE = OptionalDate(Tense.PAST)

on_option = click.option("--on", type=PAST_DATE, metavar="DATE", help="Default: today.")
row_argument = click.argument("row", type=ROW, metavar="#ID")
"""The shell takes an unquoted # for a comment: 3 does as well."""
rows_argument = click.argument("rows", type=ROW, nargs=-1, required=True, metavar="#ID...")
on_option_to_edit = click.option(
    "--on", type=PAST_DATE, metavar="DATE", help="The day it happened."
)


def _set_as_json(ctx: click.Context, _option: click.Parameter, value: bool) -> None:
    ctx.find_root().obj.as_json = value


via_option = click.option("--via", type=EnumChoice(Channel), help="Write it for this channel.")
json_option = click.option(
    "--json",
    is_flag=True,
    expose_value=False,
    callback=_set_as_json,
    help="Print one JSON document.",
)
"""The command finds it as `as_json` of its session."""
yes_option = click.option("--yes", is_flag=True, help="Do not ask.")
"""For every command that calls `confirm`."""


def hidden_copy(command: click.Command) -> click.Command:
    """The same command, not listed: for the name that it had before."""
    copied = copy(command)
    copied.hidden = True
    return copied


def confirm(what: str, question: str, yes: bool, option: str = "--yes") -> None:
    """Return only when the user agrees: beforehand by the option, or now, at the terminal.

    `what` is a sentence that says what is at stake, `question` the verb with its mark: "Replace
    it?". Both go to standard error, so that standard output stays a document. Raises `Cancelled`
    when the answer is no, `NotAllowed` where no one can be asked.
    """
    if yes:
        return
    if not (sys.stdin and sys.stdin.isatty() and sys.stderr and sys.stderr.isatty()):
        raise NotAllowed(f"{what} {question} recco can't ask here; {option} goes ahead.")
    from recco_tui.cli.printing import one_line

    with redirect_stdout(sys.stderr):
        agreed = click.confirm(one_line(f"{what} {question}"), prompt_suffix=" ", err=True)
    if not agreed:
        raise Cancelled("Nothing was changed.")
