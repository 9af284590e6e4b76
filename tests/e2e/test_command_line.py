"""The command line alone, as a script would use it."""

import os
import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).with_name("command_line.sh")


def test_from_an_empty_file_to_thanked(tmp_path: Path) -> None:
    ran = subprocess.run(
        ["bash", str(SCRIPT)],
        env={
            "PATH": os.environ["PATH"],
            "HOME": str(tmp_path),
            "PYTHON": sys.executable,
            "FILE": str(tmp_path / "recco.db"),
        },
        cwd=SCRIPT.parents[2],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout == "thanked\n"
