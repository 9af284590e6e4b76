"""Starting the browser at an address that nobody else on this machine may see.

What a program is started with can be read by every user; a file of the user's own cannot. So the
browser gets the name of such a file, which leads on to the address.
"""

import tempfile
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from html import escape
from pathlib import Path

import click

from recco_tui.exporting.private_file import write_new
from recco_tui.unfinished import sweep_unfinished, unfinished_folder

PAGE = """<!doctype html>
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


@contextmanager
def browser_at(url: str) -> Iterator[Callable[[], None]]:
    """Start the browser; what is given is to be called when it has arrived.

    The file is removed then, and afterwards in any case.
    """
    beside = Path(tempfile.gettempdir())
    sweep_unfinished(beside)
    with unfinished_folder(beside) as folder:
        page = folder / "board.html"
        write_new(page, PAGE.format(url=escape(url)))
        if click.launch(page.as_uri()):
            webbrowser.open(page.as_uri())
        yield partial(page.unlink, missing_ok=True)
