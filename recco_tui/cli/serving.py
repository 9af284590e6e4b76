"""`recco serve`: the same board in a browser, where the extra is installed."""

import os
import secrets
import socket
import sys
import tempfile
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from functools import partial
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import click

from recco_tui.cli.printing import write_line
from recco_tui.cli.session import Session
from recco_tui.core.errors import NotInstalled, UsageError
from recco_tui.exporting.private_file import write_new
from recco_tui.unfinished import sweep_unfinished, unfinished_folder

if TYPE_CHECKING:
    from recco_tui.web.guard import Guard
    from recco_tui.web.server import BoardServer

LOOPBACK = "127.0.0.1"

REDIRECT_PAGE = """<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="referrer" content="no-referrer">
    <meta http-equiv="refresh" content="0; url={url}">
    <title>recco</title>
  </head>
  <body><a href="{url}">Open the board</a></body>
</html>
"""


@click.command()
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Default: any free one.")
@click.option(
    "--host", metavar="ADDRESS", default=LOOPBACK, help="Where to listen; default 127.0.0.1."
)
@click.option(
    "--open-to-network",
    is_flag=True,
    help="Allow an ADDRESS that other computers can reach.",
)
@click.option("--open", "open_browser", is_flag=True, help="Open the browser too.")
@click.pass_obj
def serve(
    session: Session, port: int, host: str, open_to_network: bool, open_browser: bool
) -> None:
    """Show the board in a browser until Ctrl+C.

    Needs the extra: pip install 'recco-tui[web]'. Only this computer can reach it, and only with
    the address that recco prints, a new one each time.
    """
    board_server, guard_type, is_loopback = _import_server()
    if not is_loopback(host) and not open_to_network:
        raise UsageError(
            f"With --host {host} other computers can reach the board, unencrypted. "
            "Add --open-to-network if you mean that."
        )
    if not session.demo:
        session.ledger_on_disk()  # what is wrong with the file is said here, not in the browser
        session.close()
    with _listener(host, port) as listener:
        token = secrets.token_urlsafe(24)
        port = listener.getsockname()[1]
        url = f"http://{f'[{host}]' if ':' in host else host}:{port}/{token}/"
        write_line(f"The board is at {url}")
        write_line("Anyone with this address can read and change everything. Ctrl+C ends it.")
        if open_browser:
            write_line("If no page opens, open the address yourself.")
        sys.stdout.flush()
        with _browser_at(url) if open_browser else nullcontext(_do_nothing) as on_page_shown:
            guard = guard_type(host, port, token)
            board_server(_board_command(session), guard, on_page_shown).serve_on(listener)


def _do_nothing() -> None:
    """What is to be done when a page is shown that no one waits for."""


@contextmanager
def _browser_at(url: str) -> Iterator[Callable[[], None]]:
    """Start the browser at the address; yields what is to be called when its page is shown.

    Every user of this machine can read what a program is started with, but not a private file: the
    browser gets the name of one that leads on to the address. That file is removed when the page
    is shown, and afterwards in any case.
    """
    beside = Path(tempfile.gettempdir())
    sweep_unfinished(beside)
    with unfinished_folder(beside) as folder:
        page = folder / "board.html"
        write_new(page, REDIRECT_PAGE.format(url=escape(url)))
        if click.launch(page.as_uri()):
            webbrowser.open(page.as_uri())
        yield partial(page.unlink, missing_ok=True)


def _import_server() -> "tuple[type[BoardServer], type[Guard], Callable[[str], bool]]":
    """The server's parts; raises `NotInstalled`, which says how to get what they need."""
    try:
        from recco_tui.web.guard import Guard, is_loopback
        from recco_tui.web.server import BoardServer
    except ModuleNotFoundError as missing:
        if (missing.name or "").startswith("recco_tui"):
            raise
        raise NotInstalled("The browser part", "web") from missing
    return BoardServer, Guard, is_loopback


def _listener(host: str, port: int) -> socket.socket:
    """The listening socket; raises `UsageError` when the address cannot be had."""
    address = LOOPBACK if host == "localhost" else host
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    try:
        return socket.create_server((address, port), family=family)
    except (OSError, UnicodeError) as error:
        # Python's own words repeat the address.
        number = getattr(error, "errno", None)
        why = os.strerror(number) if number else "no such address"
        raise UsageError(
            f"Cannot listen on {host} port {port} ({why}). Choose another with --port or --host."
        ) from error


def _board_command(session: Session) -> tuple[str, ...]:
    """The command that opens the same board; with --demo each page gets a throw-away one."""
    file = ("--demo",) if session.demo else ("--db", str(session.path.absolute()))
    day = ("--now", session.now.isoformat()) if session.now else ()
    return (sys.executable, "-P", "-m", "recco_tui", *file, *day)
