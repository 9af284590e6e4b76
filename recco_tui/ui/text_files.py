"""A text kept in a file, for when no clipboard takes it."""

import os
import re
from pathlib import Path

from recco_tui.core.names import fold

_MOST = 999


def written_to_file(text: str, name: str, suffix: str = ".txt") -> str:
    """Write it to a new file in the home folder that only the user can read; a sentence says where.

    `name` is the person's or what it is; nothing that is there is overwritten.
    """
    word = re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")[:40] or "text"
    for number in range(1, _MOST):
        file = Path.home() / f"recco-{word}{'' if number == 1 else f'-{number}'}{suffix}"
        try:
            handle = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
            with open(handle, "w", encoding="utf-8") as opened:
                opened.write(text + "\n")
        except FileExistsError:
            continue
        except OSError as error:
            return f"{file} could not be written ({error.strerror}): select the text instead."
        return f"Written to {file}."
    return f"There are many files recco-{word}-….txt in {Path.home()}: remove some."
