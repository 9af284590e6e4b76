"""A notification on the desktop, by the program that the system has for it; never by a shell.

The words are handed over as arguments, standard input or environment, so that none is ever code.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence

from recco_tui.cli.printing import one_line
from recco_tui.core.errors import NotAllowed

TITLE = "recco"
MOST_LINES = 4
LONGEST_LINE = 160
PATIENCE = 10

_APPLE = """on run argv
  display notification (item 2 of argv) with title (item 1 of argv)
end run
"""
_WINDOWS = """
$kind = [Windows.UI.Notifications.ToastTemplateType, Windows.UI.Notifications, ContentType=WindowsRuntime]::ToastText02
$shower = [Windows.UI.Notifications.ToastNotificationManager, Windows.UI.Notifications, ContentType=WindowsRuntime]
$page = $shower::GetTemplateContent($kind)
$texts = $page.GetElementsByTagName('text')
$null = $texts.Item(0).AppendChild($page.CreateTextNode($env:RECCO_TITLE))
$null = $texts.Item(1).AppendChild($page.CreateTextNode($env:RECCO_BODY))
$toast = [Windows.UI.Notifications.ToastNotification, Windows.UI.Notifications, ContentType=WindowsRuntime]::new($page)
$id = '{1AC14E77-02E7-4E5D-B744-2EB1AE5198B7}\\WindowsPowerShell\\v1.0\\powershell.exe'
$shower::CreateToastNotifier($id).Show($toast)
"""  # noqa: E501
"""The words come in as text nodes; the id is PowerShell's own, as Windows wants a known program."""


def notify(lines: Sequence[str]) -> None:
    """Show the lines; raises `NotAllowed` where the desktop has no way, or did not take it."""
    body = "\n".join(_fit(one_line(line)) for line in lines[:MOST_LINES])
    told: dict[str, str] = {}
    if sys.platform == "darwin":
        words, typed = [_program("osascript"), "-", TITLE, body], _APPLE
    elif sys.platform == "win32":
        shell = [_program("powershell"), "-NoProfile", "-NonInteractive", "-Command", "-"]
        words, typed, told = shell, _WINDOWS, {"RECCO_TITLE": TITLE, "RECCO_BODY": body}
    else:
        send = [_program("notify-send"), "--app-name=recco"]
        words, typed = [*send, "--", TITLE, _for_notify_send(body)], ""
    _run(words, typed, told)


def _run(words: list[str], typed: str, told: dict[str, str]) -> None:
    try:
        done = subprocess.run(
            words,
            input=typed.encode(),
            env={**os.environ, **told},
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NotAllowed(_no_desktop(words[0])) from error
    if done.returncode:
        raise NotAllowed(_no_desktop(words[0]))


def _no_desktop(program: str) -> str:
    name = os.path.basename(program)
    return f"The desktop took no notification ({name} failed): is anybody logged in to one?"


def _program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise NotAllowed(
            f"There is no desktop to notify here ({name} is not installed); "
            "'recco today --short' prints the same in a line."
        )
    return found


def _fit(line: str) -> str:
    return line if len(line) <= LONGEST_LINE else line[: LONGEST_LINE - 1] + "…"


def _for_notify_send(body: str) -> str:
    """Literal: notify-send reads C escapes, and the desktop's server a few HTML tags."""
    for sign, literal in (("\\", "\\\\"), ("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")):
        body = body.replace(sign, literal)
    return body
