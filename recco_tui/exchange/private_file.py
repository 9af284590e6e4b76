"""A file that only the user can read, whole or not at all."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from recco_tui.core.errors import DataError


def write_private(path: Path, text: str) -> None:
    """Write a file that only the user can read; an older one stands until the new one is whole.

    Two windows may write the same one at once: each has a name of its own until it is done.
    """
    partial: str | None = None
    try:
        path.parent.mkdir(parents=True, mode=0o700, exist_ok=True)
        handle, partial = tempfile.mkstemp(".partial", f"{path.name[:80]}.", path.parent)
        with open(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        os.replace(partial, path)
    except OSError as error:
        if partial is not None:
            with suppress(OSError):
                os.unlink(partial)
        raise DataError(f"{path} cannot be written ({error.strerror}).") from error
