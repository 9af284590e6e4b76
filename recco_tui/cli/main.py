"""`recco`: the options that every command shares, and one sentence for whatever goes wrong.

Exit status: 0 done or yes, 1 no, 2 wrong usage, 3 a file or the data is at fault.
"""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from typing import NoReturn

import click
from click.core import ParameterSource

from recco_tui import __version__
from recco_tui.cli.commands import COMMANDS
from recco_tui.cli.lazy import LazyGroup
from recco_tui.cli.session import Session
from recco_tui.core.errors import ReccoError

STOPPED = 130
PIPE_CLOSED = 141


class Recco(LazyGroup):
    """The command itself."""

    table = COMMANDS


class Day(click.ParamType):
    """YYYY-MM-DD and nothing else: scripts must mean one day whatever the day is."""

    name = "YYYY-MM-DD"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is no day; write it as 2026-11-23.", param, ctx)


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


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status. What went wrong is one line on standard error."""
    _never_choke_on_characters()
    try:
        status = _obey(sys.argv[1:] if arguments is None else list(arguments))
        if sys.stdout is not None:
            sys.stdout.flush()
        return status
    except BrokenPipeError:
        _let_go_of_output()
        return PIPE_CLOSED
    except (KeyboardInterrupt, click.Abort):
        return _complain("stopped; what was not finished was not kept.", STOPPED)
    except click.UsageError as error:
        return _complain(_usage_sentence(error), 2)
    except ReccoError as error:
        return _complain(str(error), error.exit_status)
    except OSError as error:
        _let_go_of_output()
        what = f"{error.filename}: " if error.filename else "the output: "
        return _complain(f"{what}{error.strerror or error}.", 3)
    except Exception as error:
        if os.environ.get("RECCO_DEBUG"):
            raise
        return _complain(
            f"a fault of recco's own ({type(error).__name__}: {error}); please report it. "
            "What was being changed was left as it was.",
            3,
        )


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run one command and leave with its exit status."""
    sys.exit(run(arguments))


def _obey(arguments: list[str]) -> int:
    """Not by `cli.main`, which has its own idea of what a closed pipe means."""
    if asked := os.environ.get("_RECCO_COMPLETE"):
        from click.shell_completion import shell_complete

        return shell_complete(cli, {}, "recco", "_RECCO_COMPLETE", asked)
    try:
        with cli.make_context("recco", arguments) as ctx:
            cli.invoke(ctx)
    except click.exceptions.Exit as left:
        return left.exit_code
    return 0


def _usage_sentence(error: click.UsageError) -> str:
    path = error.ctx.command_path if error.ctx else "recco"
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        group = error.ctx.command if error.ctx else None
        words = group.list_commands(error.ctx) if isinstance(group, click.Group) else []
        return f"'{path}' needs a verb: {', '.join(words)}; see '{path} --help'."
    return f"{error.format_message().rstrip('.')}; see '{path} --help'."


def _complain(sentence: str, status: int) -> int:
    """Write one line to standard error, whatever characters the sentence holds."""
    from recco_tui.cli.printing import one_line

    with suppress(OSError, ValueError, AttributeError):
        sys.stderr.write(f"recco: {one_line(sentence)}\n")
    return status


def _never_choke_on_characters() -> None:
    """Write something for every character, also where the terminal speaks ASCII only.

    In UTF-8 only lone surrogates cannot be written; as escapes they leave JSON valid.
    """
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            utf = (stream.encoding or "").casefold().replace("-", "").startswith("utf")
            reconfigure(errors="backslashreplace" if utf else "replace")


def _let_go_of_output() -> None:
    """Point standard output at nothing, so that closing it at exit does not fail once more."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
