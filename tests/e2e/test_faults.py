"""A sample of `python -m tests.e2e.faults`: what a full disk, a failing disk or a kill leaves."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.faults.operations import OPERATIONS

ROOT = Path(__file__).parents[2]
NAMES = [one.name for one in OPERATIONS]
SAMPLE = os.environ.get("RECCO_FAULTS", "1")

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="calls are made to fail by LD_PRELOAD: Linux alone"
)


def run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tests.e2e.faults", *words], cwd=ROOT, capture_output=True, text=True
    )


@pytest.mark.parametrize("names", [NAMES[at :: len(NAMES) // 4] for at in range(len(NAMES) // 4)])
def test_whatever_fails_the_file_is_as_it_was_or_as_it_should_be(names: list[str]) -> None:
    """Some in each process: making it ready takes as long as an operation does."""
    done = run("--sample", SAMPLE, "--only", *names)
    assert done.returncode == 0, done.stdout[-5000:] + done.stderr[-2000:]
    tried = re.findall(r"^(.+): [1-9]\d* tries, 0 faults$", done.stdout, re.MULTILINE)
    assert tried == [name for name in NAMES if name in names]


def test_a_restore_on_a_full_disk_leaves_the_file_with_all_that_was_acknowledged() -> None:
    done = run(
        "--only",
        "restore beside a window",
        "--fault",
        "the disk is full from here on",
        "--sample",
        "25",
    )
    assert done.returncode == 0, done.stdout[-5000:] + done.stderr[-2000:]


def test_what_is_lost_would_be_found() -> None:
    """The same with a restore that clears the file away first, as recco's once did."""
    full = ("--fault", "the disk is full from here on", "--sample", "5")
    done = run("--only", "restore", *full, "--careless")
    assert done.returncode == 1
    assert "neither old nor new" in done.stdout
    assert "said that nothing was changed" in done.stdout
