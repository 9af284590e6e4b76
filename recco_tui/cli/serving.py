"""`recco serve`: the same board in a browser, where the extra is installed."""

import os
import secrets
import socket
import sys
from collections.abc import Callable
from contextlib import nullcontext
from typing import TYPE_CHECKING

import click

from recco_tui.cli.page_opening import browser_at
from recco_tui.cli.printing import tell
from recco_tui.cli.session import Session
from recco_tui.core.errors import UsageError

if TYPE_CHECKING:
    from recco_tui.web.guard import Guard
    from recco_tui.web.server import BoardServer

HERE_ONLY = "127.0.0.1"


@click.command()
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Any free one by default.")
@click.option("--host", metavar="ADDRESS", default=HERE_ONLY, help="Where to listen; 127.0.0.1.")
@click.option(
    "--open-to-network",
    is_flag=True,
    help="Let an ADDRESS that other machines reach be listened on.",
)
@click.option("--open", "show", is_flag=True, help="Start the browser, too.")
@click.pass_obj
def serve(session: Session, port: int, host: str, open_to_network: bool, show: bool) -> None:
    """Show the board in a browser until ctrl+c.

    Needs the extra: pip install 'recco-tui[web]'. Only this machine can reach it, and only with
    the address that is printed, which is another one each time.
    """
    board_server, guard_of, is_loopback = _parts()
    if not is_loopback(host) and not open_to_network:
        raise UsageError(
            f"With --host {host} other machines could reach the board, and what they read goes "
            "over the network unencrypted: add --open-to-network if that is meant."
        )
    if not session.demo:
        session.ledger_on_disk()  # what is wrong with the file is said here, not in the browser
        session.close()
    with _listener(host, port) as listener:
        token = secrets.token_urlsafe(24)
        port = listener.getsockname()[1]
        url = f"http://{f'[{host}]' if ':' in host else host}:{port}/{token}/"
        tell(f"The board is at {url}")
        tell("Whoever has this address can read and change everything in it. ctrl+c ends it.")
        if show:
            tell("If no page appears, open the address yourself.")
        sys.stdout.flush()
        with browser_at(url) if show else nullcontext(do_nothing) as arrived:
            server = board_server(_words(session), guard_of(host, port, token), arrived)
            server.serve_on(listener)


def do_nothing() -> None:
    """Nobody waits for a page."""


def _parts() -> "tuple[type[BoardServer], type[Guard], Callable[[str], bool]]":
    """The server's parts; raises a sentence that says how to get what they need."""
    try:
        from recco_tui.web.guard import Guard, is_loopback
        from recco_tui.web.server import BoardServer
    except ModuleNotFoundError as missing:
        if (missing.name or "").startswith("recco_tui"):
            raise
        raise UsageError(
            "What shows the board in a browser is not installed: "
            "pip install 'recco-tui[web]' brings it."
        ) from missing
    return BoardServer, Guard, is_loopback


def _listener(host: str, port: int) -> socket.socket:
    """The open door; raises a sentence when it cannot be had."""
    address = HERE_ONLY if host == "localhost" else host
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    try:
        return socket.create_server((address, port), family=family)
    except (OSError, UnicodeError) as error:
        # Python's own words repeat the address.
        why = (
            os.strerror(error.errno)
            if isinstance(error, OSError) and error.errno
            else "no such address"
        )
        raise UsageError(
            f"Cannot listen on {host} port {port} ({why}): choose another with --port or --host."
        ) from error


def _words(session: Session) -> tuple[str, ...]:
    """The command that opens the same board; a throw-away one is each page's own."""
    file = ("--demo",) if session.demo else ("--db", str(session.path.absolute()))
    day = ("--now", session.now.isoformat()) if session.now else ()
    return (sys.executable, "-P", "-m", "recco_tui", *file, *day)
