"""A text kept in a file, for when no clipboard takes it."""

import re
from pathlib import Path

from recco_tui.core.names import fold
from recco_tui.exchange.private_file import write_new

_MOST = 999


def written_to_file(text: str, name: str, suffix: str = ".txt") -> str:
    """Write it to a new file in the home folder that only the user can read; a sentence says where.

    `name` is the person's or what it is; nothing that is there is overwritten.
    """
    word = re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")[:40] or "text"
    try:
        home = Path.home()
    except RuntimeError:
        return "There is no home folder to write the text to: select the text instead."
    for number in range(1, _MOST):
        file = home / f"recco-{word}{'' if number == 1 else f'-{number}'}{suffix}"
        try:
            write_new(file, text + "\n")
        except FileExistsError:
            continue
        except OSError as error:
            return f"{file} could not be written ({error.strerror}): select the text instead."
        return f"Written to {file}."
    return f"There are many files recco-{word}-….txt in {home}: remove some."
