"""The entry point: the board at once, commands by click, one sentence for whatever goes wrong.

Exit status: 0 done or yes, 1 no, 2 wrong usage, 3 a file or the data is at fault, 4 the file is
locked by another program.
"""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import NoReturn

from recco_tui.cli import terminal
from recco_tui.cli.session import COMPLETION_REQUEST, Session
from recco_tui.core.errors import DatabaseError, ReccoError, UsageError

STOPPED = 130
PIPE_CLOSED = 141


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run one command and exit with its status."""
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status. What went wrong is one line on standard error."""
    terminal.prepare()
    Session.last_opened, Session.changed = None, False
    try:
        status = _run(sys.argv[1:] if arguments is None else list(arguments))
        if sys.stdout is not None:
            sys.stdout.flush()
        return status
    except BrokenPipeError:
        terminal.detach_stdout()
        return PIPE_CLOSED
    except KeyboardInterrupt:
        return _report_stopped()
    except ReccoError as error:
        if Session.changed and isinstance(error, DatabaseError) and error.while_reading:
            # Done, and not to be done again, whatever could not be read to show it.
            return _report_failure("The change is made, but it could not be read again.", 0)
        return _report_failure(str(error), error.exit_status)
    except OSError as error:
        terminal.detach_stdout()
        what = f"{error.filename}: " if error.filename else "the output: "
        return _report_failure(f"{what}{error.strerror or error}.", 3)
    except Exception as error:
        return _report_exception(error)


def _run(arguments: list[str]) -> int:
    _refuse_unusable_characters(arguments)
    session = _session_of_bare_board(arguments)
    if session is None:
        from recco_tui.cli.root import run_command

        return run_command(arguments)
    try:
        return terminal.open_board(session)
    finally:
        session.close()


def _refuse_unusable_characters(arguments: list[str]) -> None:
    """Refuse what no shell can pass on, but a caller of `run` can: it would fail far inside."""
    for argument in arguments:
        try:
            is_usable = b"\x00" not in os.fsencode(argument)
        except UnicodeEncodeError:
            is_usable = False
        if not is_usable:
            raise UsageError("The command line contains an invalid character.")


def _session_of_bare_board(arguments: list[str]) -> Session | None:
    """The session of the board as it is opened every morning, without waiting for click's import;
    None for every other command line."""
    if os.environ.get("RECCO_NOW") or os.environ.get(COMPLETION_REQUEST):
        return None
    match arguments:
        case []:
            return Session()
        case ["--demo"]:
            return Session(demo=True)
        case ["--db", path] if path.strip() and not path.startswith("-"):
            return Session(path)
    return None


def _report_exception(error: Exception) -> int:
    """Report a command line that click refuses, an interruption, or a bug in recco."""
    import click

    from recco_tui.cli.root import usage_sentence

    if isinstance(error, click.Abort):
        return _report_stopped()
    if isinstance(error, click.UsageError):
        return _report_failure(usage_sentence(error), 2)
    if os.environ.get("RECCO_DEBUG"):
        raise error
    from recco_tui.ledger.checkup import is_damaged

    # Asked only now, after an unexpected failure: a damaged file can cause any.
    if Session.last_opened is not None and is_damaged(Session.last_opened):
        return _report_failure(
            f"{Session.last_opened} is damaged. "
            "'recco restore' lists the snapshots that can replace it.",
            3,
        )
    return _report_failure(
        f"a bug in recco ({type(error).__name__} at {_origin_of(error)}); please report "
        "it. Nothing was changed. RECCO_DEBUG=1 shows the details.",
        3,
    )


def _origin_of(error: Exception) -> str:
    """File and line of the failure, without its message, which may quote someone's words."""
    trace = error.__traceback__
    origin = "an unknown place"
    while trace is not None:
        path = trace.tb_frame.f_code.co_filename
        if "recco_tui" in path:
            origin = f"{os.path.basename(path)}:{trace.tb_lineno}"
        trace = trace.tb_next
    return origin


def _report_stopped() -> int:
    return _report_failure("stopped. Unfinished work was not saved.", STOPPED)


def _report_failure(sentence: str, status: int) -> int:
    """Write one line to standard error, whatever characters the sentence holds; the status."""
    from recco_tui.cli.printing import one_line

    with suppress(OSError, ValueError, AttributeError):
        sys.stderr.write(f"recco: {one_line(sentence)}\n")
    return status
