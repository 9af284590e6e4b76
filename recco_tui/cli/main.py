"""The way in: the board at once, any command by click, one sentence for whatever goes wrong.

Exit status: 0 done or yes, 1 no, 2 wrong usage, 3 a file or the data is at fault, 4 the file is
locked by another program.
"""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from recco_tui.cli import streams
from recco_tui.cli.session import Session
from recco_tui.core.errors import ReccoError, UsageError

STOPPED = 130
PIPE_CLOSED = 141


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status. What went wrong is one line on standard error."""
    streams.prepare()
    Session.opened = None
    try:
        status = _obey(sys.argv[1:] if arguments is None else list(arguments))
        if sys.stdout is not None:
            sys.stdout.flush()
        return status
    except BrokenPipeError:
        streams.let_go_of_output()
        return PIPE_CLOSED
    except KeyboardInterrupt:
        return _stopped()
    except ReccoError as error:
        return _complain(str(error), error.exit_status)
    except OSError as error:
        streams.let_go_of_output()
        what = f"{error.filename}: " if error.filename else "the output: "
        return _complain(f"{what}{error.strerror or error}.", 3)
    except Exception as error:
        return _explain(error)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run one command and leave with its exit status."""
    sys.exit(run(arguments))


def _obey(arguments: list[str]) -> int:
    _refuse_what_is_no_argument(arguments)
    session = _board_alone(arguments)
    if session is None:
        from recco_tui.cli.root import obey

        return obey(arguments)
    from recco_tui.cli.opening import open_board

    try:
        return open_board(session)
    finally:
        session.close()


def _refuse_what_is_no_argument(arguments: list[str]) -> None:
    """No shell hands these over; what calls `run` itself might, and they would fail far inside."""
    for one in arguments:
        try:
            is_one = b"\x00" not in os.fsencode(one)
        except UnicodeEncodeError:
            is_one = False
        if not is_one:
            raise UsageError("A word of the command line holds a character that none can hold.")


def _board_alone(arguments: list[str]) -> Session | None:
    """The board as it is opened every morning, which need not wait for click; None otherwise."""
    if os.environ.get("RECCO_NOW") or os.environ.get("_RECCO_COMPLETE"):
        return None
    match arguments:
        case []:
            return Session()
        case ["--demo"]:
            return Session(demo=True)
        case ["--db", path] if path.strip() and not path.startswith("-"):
            return Session(path)
    return None


def _explain(error: Exception) -> int:
    """A command line that click refuses, a run it was asked to stop, or a fault of our own."""
    import click

    from recco_tui.cli.root import usage_sentence

    if isinstance(error, click.Abort):
        return _stopped()
    if isinstance(error, click.UsageError):
        return _complain(usage_sentence(error), 2)
    if os.environ.get("RECCO_DEBUG"):
        raise error
    if Session.opened is not None and _is_damaged(Session.opened):
        return _complain(
            f"{Session.opened} is damaged: 'recco restore' lists the snapshots that can take its "
            "place.",
            3,
        )
    return _complain(
        f"a fault of recco's own ({type(error).__name__} at {_place_of(error)}); please report it. "
        "What was being changed was left as it was; RECCO_DEBUG=1 shows all of it.",
        3,
    )


def _is_damaged(path: Path) -> bool:
    """Asked when something failed that should not: with a damaged file anything may."""
    from recco_tui.ledger.checkup import is_damaged

    return is_damaged(path)


def _place_of(error: Exception) -> str:
    """File and line, and nothing of what the fault says: that may be somebody's words."""
    trace = error.__traceback__
    place = "an unknown place"
    while trace is not None:
        path = trace.tb_frame.f_code.co_filename
        if "recco_tui" in path:
            place = f"{os.path.basename(path)}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place


def _stopped() -> int:
    return _complain("stopped; what was not finished was not kept.", STOPPED)


def _complain(sentence: str, status: int) -> int:
    """Write one line to standard error, whatever characters the sentence holds."""
    from recco_tui.cli.printing import one_line

    with suppress(OSError, ValueError, AttributeError):
        sys.stderr.write(f"recco: {one_line(sentence)}\n")
    return status
