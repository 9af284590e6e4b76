"""What a shell prompt and a cron job wait for: nothing that is not used is loaded.

Of Rich, only the widths of characters may be, where a line is not all ASCII.
"""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

LOADS_NONE_OF: dict[str, tuple[str, ...]] = {
    "--help": ("textual", "rich", "sqlite3", "sqlite_utils", "dateutil"),
    "today": (
        "textual",
        "rich",
        "sqlite_utils",
        "dateutil.parser",
        "recco_tui.importing",
        "recco_tui.exporting",
        "recco_tui.core.import_plan",
        "recco_tui.core.export",
        "numpy",
        "apsw",
        "recco_tui.ledger.sync",
    ),
    "today --short": ("textual", "rich", "sqlite_utils", "dateutil.parser", "recco_tui.writing"),
    "owed": ("textual", "rich", "sqlite_utils", "dateutil.parser"),
    "board": ("textual", "rich.console", "rich.text", "sqlite_utils", "numpy"),
    "check -": ("textual", "rich", "sqlite_utils", "numpy"),
    "completion bash": ("textual", "rich", "sqlite3"),
}

PRINTS_A_ROW = ("today", "today --short", "owed", "board")


@pytest.mark.parametrize("command", LOADS_NONE_OF)
def test_a_command_loads_only_what_it_uses(recco, tmp_path: Path, command: str) -> None:
    recco("contact", "add", "Zoe")
    recco("promise", "Zoe")
    program = (
        "import sys\nfrom recco_tui.cli.main import run\n"
        f"run(['--db', {str(tmp_path / 'recco.db')!r}, *{command.split()!r}])\n"
        "print(*sys.modules, sep='\\n', file=sys.stderr)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program],
        input="",
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    assert ("Zoe" in ran.stdout) is (command in PRINTS_A_ROW)
    assert set(ran.stderr.split()) & {*LOADS_NONE_OF[command]} == set()


def test_the_board_loads_no_dialog_and_no_text_area() -> None:
    program = "import sys, recco_tui.ui.app, recco_tui.ui.screens.board\nprint(*sys.modules)"
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT
    )
    late = ("recco_tui.ui.dialogs.", "textual.widgets._text_area", "recco_tui.writing", "numpy")
    assert [name for name in ran.stdout.split() if name.startswith(late)] == []
