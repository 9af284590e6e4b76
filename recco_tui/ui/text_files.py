"""A text kept in a file that only the user can read, when no clipboard or database takes it."""

import re
from collections.abc import Callable
from pathlib import Path

from recco_tui.core.names import fold

_MOST = 999


def write_to_file(text: str, name: str, suffix: str = ".txt") -> str:
    """Write it to a new file in the home folder; a sentence says where.

    `name` is the person's or what it is; nothing that is there is overwritten.
    """
    try:
        return f"Saved to {_write(text, name, suffix, Path.home())}."
    except RuntimeError:
        return "Not saved: there is no home folder. Select the text instead."
    except OSError as error:
        return f"{error.filename} could not be written ({error.strerror}). Select the text instead."


def save_to_any_file(text: str, name: str, folder: Path) -> list[str]:
    """Write what the database did not take to a new file in its folder, else in the home folder.

    Sentences say where; where no file can be written, they are the text itself.
    """
    places: tuple[Callable[[], Path], ...] = (lambda: folder, Path.home)
    for place in places:
        try:
            return [f"Your text ({name}) is in {_write(text, name, '.txt', place())}."]
        except (OSError, RuntimeError):  # no room, or no home
            continue
    return [f"Your text ({name}) could not be saved anywhere. It was:", *text.splitlines()]


def _write(text: str, name: str, suffix: str, folder: Path) -> Path:
    # Late for start-up time: it is for when all else failed.
    from recco_tui.exporting.private_file import write_new

    word = re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")[:40] or "text"
    for number in range(1, _MOST):
        file = folder / f"recco-{word}{'' if number == 1 else f'-{number}'}{suffix}"
        try:
            write_new(file, text + "\n")
        except FileExistsError:
            continue
        except OSError as error:
            raise OSError(error.errno, error.strerror, str(file)) from error
        return file
    raise OSError(0, f"too many files are called recco-{word}-…{suffix}", str(folder))
