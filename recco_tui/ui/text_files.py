"""A text kept in a file, for when no clipboard takes it."""

import re
from pathlib import Path

from recco_tui.core.names import fold

_MOST = 999


def written_to_file(text: str, name: str) -> str:
    """Write it to a new file in the home folder, and say in a sentence where it is.

    `name` is the person's; nothing that is there is overwritten.
    """
    word = re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")[:40] or "text"
    for number in range(1, _MOST):
        file = Path.home() / f"recco-{word}{'' if number == 1 else f'-{number}'}.txt"
        try:
            with file.open("x", encoding="utf-8") as opened:
                opened.write(text + "\n")
        except FileExistsError:
            continue
        except OSError as error:
            return f"{file} could not be written ({error.strerror}): select the text instead."
        return f"Written to {file}."
    return f"There are many files recco-{word}-….txt in {Path.home()}: remove some."
