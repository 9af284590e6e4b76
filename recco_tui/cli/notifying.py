"""A notification on the desktop, by the program that the system has for it; never by a shell.

The text is passed as an argument or in the environment, so that none of it is ever code.
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
TIMEOUT = 10

_APPLE_SCRIPT = """on run argv
  display notification (item 2 of argv) with title (item 1 of argv)
end run
"""
_POWERSHELL = """
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
"""The text is added as text nodes; the id is PowerShell's, since Windows wants a known program."""


def notify(lines: Sequence[str]) -> None:
    """Show the lines; raises `NotAllowed` where the desktop has no way, or did not take it."""
    body = "\n".join(_cut(one_line(line)) for line in lines[:MOST_LINES])
    if sys.platform == "darwin":
        _run([_program("osascript"), "-", TITLE, body], script=_APPLE_SCRIPT)
    elif sys.platform == "win32":
        command = [_program("powershell"), "-NoProfile", "-NonInteractive", "-Command", "-"]
        _run(command, script=_POWERSHELL, RECCO_TITLE=TITLE, RECCO_BODY=body)
    else:
        _run([_program("notify-send"), "--app-name=recco", "--", TITLE, _for_notify_send(body)])


def _run(command: list[str], script: str = "", **environment: str) -> None:
    """Run the program with the script on its standard input."""
    refused = NotAllowed(
        f"The desktop refused the notification ({os.path.basename(command[0])} failed). "
        "Is anyone logged in?"
    )
    try:
        subprocess.run(
            command,
            input=script.encode(),
            env={**os.environ, **environment},
            capture_output=True,
            timeout=TIMEOUT,
            check=True,
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise refused from error


def _program(name: str) -> str:
    path = shutil.which(name)
    if path is None:
        raise NotAllowed(
            f"There is no desktop to notify ({name} is not installed). "
            "'recco today --short' prints the same in a line."
        )
    return path


def _cut(line: str) -> str:
    return line if len(line) <= LONGEST_LINE else line[: LONGEST_LINE - 1] + "…"


def _for_notify_send(body: str) -> str:
    """Escaped: notify-send reads C escapes, and the desktop's server a few HTML tags."""
    for character, escape in (("\\", "\\\\"), ("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")):
        body = body.replace(character, escape)
    return body
