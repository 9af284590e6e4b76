"""`recco`: the options that every command shares."""

import os
from datetime import date

import click
from click.core import ParameterSource

from recco_tui import __version__
from recco_tui.cli.commands import COMMANDS
from recco_tui.cli.lazy import LazyGroup
from recco_tui.cli.session import Session
from recco_tui.cli.streams import output_is_lost
from recco_tui.core.cleaning import shortened
from recco_tui.core.errors import DataError
from recco_tui.core.when import YEARS

COMPLETING = "_RECCO_COMPLETE"


class Recco(LazyGroup):
    """The command itself."""

    table = COMMANDS


class Day(click.ParamType):  # type: ignore[type-arg]  # Not generic before click 8.4.
    """YYYY-MM-DD and nothing else: scripts must mean one day whatever the day is."""

    name = "YYYY-MM-DD"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        if isinstance(value, date):
            return value
        text = str(value)
        try:
            day = date.fromisoformat(text)
        except ValueError:
            self.fail(f"'{shortened(text)}' is no day; write it as 2026-11-23.", param, ctx)
        if day.year not in YEARS:
            self.fail(f"{day} is not in the years {YEARS[0]} to {YEARS[-1]}.", param, ctx)
        return day


@click.group(
    cls=Recco,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option("--db", metavar="PATH", help="The file to use (RECCO_DB), instead of your own.")
@click.option("--now", type=Day(), envvar="RECCO_NOW", help="Take this as today (RECCO_NOW).")
@click.option("--demo", is_flag=True, help="Use a throw-away copy of the sample people.")
@click.version_option(__version__, message="recco %(version)s")
@click.pass_context
def cli(ctx: click.Context, db: str | None, now: date | None, demo: bool) -> None:
    """Whom you owe a recommendation, whom to ask now, and is this text good enough?

    Without a command, recco opens the board. Everything stays in one file on this machine.

    \b
    recco --demo                                     look around among sample people
    recco import Complete_LinkedInDataExport.zip     take in your own
    recco project add "Inventory API" --ended yesterday --with "Ann Lee"
    recco today                                      what to do now
    recco ask mark "Ann Lee" warm --via slack        a step that was taken
    recco check draft.txt --to "Ann Lee"             is this text good enough?
    recco help                                       pages about topics
    """
    if db is not None and not db.strip():
        raise click.BadParameter("it names no file.", param_hint="'--db'")
    if demo and ctx.get_parameter_source("db") is ParameterSource.COMMANDLINE:
        raise click.UsageError("--demo uses a throw-away file: leave --db out.")
    session = Session(db, now, demo)
    ctx.obj = session
    ctx.call_on_close(session.close)
    if ctx.invoked_subcommand is None:
        from recco_tui.cli.opening import open_board

        ctx.exit(open_board(session))


def obey(arguments: list[str]) -> int:
    """Run one command; the exit status.

    Not by `cli.main`, which has its own idea of what a closed pipe means.
    """
    if asked := os.environ.get(COMPLETING):
        from click.shell_completion import shell_complete

        return shell_complete(cli, {}, "recco", COMPLETING, asked)
    status, changed = 0, False
    try:
        with cli.make_context("recco", arguments) as ctx:
            try:
                cli.invoke(ctx)
                ctx.obj.note_missing_file()
            finally:
                changed = isinstance(ctx.obj, Session) and ctx.obj.has_written
    except click.exceptions.Exit as left:
        status = left.exit_code
    if not status and not changed and output_is_lost():
        raise DataError("Standard output is closed: nothing could be printed.")
    return status


def usage_sentence(error: click.UsageError) -> str:
    """What was wrong with the command line, and where to read how it is meant."""
    path = error.ctx.command_path if error.ctx else "recco"
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        group = error.ctx.command if error.ctx else None
        words = group.list_commands(error.ctx) if isinstance(group, click.Group) else []
        return f"'{path}' needs a verb: {', '.join(words)}; see '{path} --help'."
    return f"{error.format_message().rstrip('.')}; see '{path} --help'."
