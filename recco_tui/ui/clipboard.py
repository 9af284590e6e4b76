"""The clipboard: a native tool where there is one, else the terminal's own (OSC 52).

Whether a native tool took the text is known by reading it back; OSC 52 never answers, so recco
says what to do if it doesn't paste.
"""

import os
import sys
from collections.abc import Callable

_NOT_KNOWN = "Copied. If it doesn't paste, "
OSC_52_SAID = f"{_NOT_KNOWN}select the text with the mouse."


def copy_text(text: str, send_osc_52: Callable[[str], None]) -> str:
    """Copy, and say in a sentence what is known of it."""
    if _has_native() and _copied_natively(text):
        return "Copied to the clipboard."
    send_osc_52(text)
    return OSC_52_SAID


def with_other_way(said: str, way: str) -> str:
    """What `copy_text` said, with a nearer way than the mouse where it is not known to paste."""
    return f"{_NOT_KNOWN}{way}" if said == OSC_52_SAID else said


def _has_native() -> bool:
    """A clipboard on this machine that the person can also paste from: not so over SSH."""
    if os.environ.get("SSH_CONNECTION") or os.environ.get("SSH_TTY"):
        return False
    if sys.platform in ("darwin", "win32"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _copied_natively(text: str) -> bool:
    import pyperclip

    try:
        pyperclip.copy(text)
        return bool(pyperclip.paste() == text)
    except (pyperclip.PyperclipException, OSError):
        return False
