"""`recco` alone: the board, in this terminal."""

import gc
import os
import sys

from recco_tui.cli.session import Session
from recco_tui.core.errors import UsageError


def open_board(session: Session) -> int:
    """Open the board and stay until it is left; the exit status."""
    if not os.environ.get("TEXTUAL_DRIVER", "").startswith("recco_tui.web."):
        _need_a_terminal()
    _believe_no_impossible_size()
    gc.disable()  # nothing loaded here becomes garbage: the app turns it on once it is painted
    from recco_tui.ui.app import run

    return run(session.ledger_on_disk(), "demo" if session.demo else "")


def _believe_no_impossible_size() -> None:
    """COLUMNS and LINES are taken for the size of the terminal, and as much would be painted."""
    for name in ("COLUMNS", "LINES"):
        if os.environ.get(name, "").lstrip("+-0")[4:]:
            del os.environ[name]


def _need_a_terminal() -> None:
    if not (sys.stdin and sys.stdin.isatty() and sys.stdout and sys.stdout.isatty()):
        raise UsageError(
            "The board needs a terminal; for a script there are 'recco board' and 'recco today'."
        )
    if os.environ.get("TERM", "") in ("dumb", "unknown"):
        raise UsageError(
            f"This terminal (TERM={os.environ['TERM']}) cannot show the board; "
            "'recco board' and 'recco today' print lines."
        )
