"""A file that only the user can read, whole or not at all."""

import os
from contextlib import suppress
from pathlib import Path

from recco_tui.core.errors import DataError


def write_private(path: Path, text: str) -> None:
    """Write a file that only the user can read; an older one stands until the new one is whole."""
    partial = path.with_name(path.name + ".partial")
    try:
        path.parent.mkdir(parents=True, mode=0o700, exist_ok=True)
        partial.unlink(missing_ok=True)
        handle = os.open(partial, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600)
        with open(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        partial.replace(path)
    except OSError as error:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
        raise DataError(f"{path} cannot be written ({error.strerror}).") from error
