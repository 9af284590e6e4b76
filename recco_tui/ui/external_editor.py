"""The text in the person's own editor and back: a file for them alone, no shell in between."""

import os
import shlex
import subprocess
import tempfile
from pathlib import Path

from recco_tui.core.cleaning import clean_text
from recco_tui.core.errors import UsageError


def edited_outside(text: str, named: str = "") -> str:
    """What the editor made of the text; raises `UsageError` in a sentence.

    `named` is the one of the settings, empty for `$VISUAL` or `$EDITOR`. The terminal must be free:
    call it while the application is suspended.
    """
    chosen = named or os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not chosen:
        raise UsageError("No editor set. Choose one in the settings (,), or set EDITOR=nano.")
    with tempfile.TemporaryDirectory(prefix="recco-") as folder:
        file = Path(folder) / "draft.txt"
        file.touch(mode=0o600)
        file.write_text(text, encoding="utf-8")
        try:
            done = subprocess.run([*shlex.split(chosen), str(file)], check=False)
        except (OSError, ValueError) as error:
            raise UsageError(f"{chosen!r} could not be started: set EDITOR to another.") from error
        if done.returncode != 0:
            raise UsageError(f"{chosen!r} ended with {done.returncode}: the text is as it was.")
        return clean_text(file.read_text(encoding="utf-8", errors="replace")).rstrip("\n")
