"""The click pieces that several commands share: commands and groups, types, options."""

from collections.abc import Callable
from copy import copy
from datetime import date
from enum import StrEnum
from functools import partial
from pathlib import Path

import click

from recco_tui.cli.session import Session
from recco_tui.core.cleaning import shortened
from recco_tui.core.errors import ReccoError
from recco_tui.core.models import Channel
from recco_tui.core.names import row_number
from recco_tui.core.time_of_day import read_coming
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
    """A date as people write it, relative to today: `read` is given both."""

    name = "date"

    def __init__(self, read: Callable[[str, date], object]) -> None:
        self.read = read

    def convert(
        self,
        value: object,
        param: click.Parameter | None,  # noqa: ARG002
        ctx: click.Context | None,
    ) -> object:
        session = ctx.find_root().obj if ctx else None
        if not isinstance(value, str):
            return value
        if not isinstance(session, Session):
            return self.read(value, date.today())
        try:
            return self.read(value, session.day)
        except ReccoError:  # said once more, with its examples in the style of the file
            session.use_date_style()
            return self.read(value, session.day)


def _read_optional_date(text: str, today: date, tense: Tense) -> date:
    """A date, or `NO_DATE` for a word that takes it away."""
    if text.strip().casefold() in ("", "none", "never"):
        return NO_DATE
    return read_date(text, today, tense)


NO_DATE = date.min
"""An option that was not given is None."""


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
ANY_DATE = DateInWords(read_date)
PAST_DATE = DateInWords(partial(read_date, tense=Tense.PAST))
COMING_DATE = DateInWords(partial(read_date, tense=Tense.FUTURE))
COMING_TIME = DateInWords(read_coming)
"""A day, and a time of it or None."""
OPTIONAL_DATE = DateInWords(partial(_read_optional_date, tense=Tense.FUTURE))
OPTIONAL_PAST_DATE = DateInWords(partial(_read_optional_date, tense=Tense.PAST))

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
