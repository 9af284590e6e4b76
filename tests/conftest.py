"""Where the tests run: on how many processors, and in which folder."""

import os
import shutil
from pathlib import Path

import pytest

IN_MEMORY = Path("/dev/shm")
ROOM = 4 * 2**30


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """What `-n auto` means: two workers a processor, as tests wait for terminals and processes.

    None for a few files: they are done in this process before workers have started.
    """
    named = [argument.partition("::")[0] for argument in config.args]
    a_few = len(named) <= 3 and all(name.endswith(".py") for name in named)
    return 0 if a_few else 2 * (os.cpu_count() or 1)


def pytest_configure() -> None:
    """Put temporary folders into memory where there is room: recco syncs each change to the disk.

    That it does, and what becomes of a sync that fails, the tests of faults see in the calls.
    """
    if IN_MEMORY.is_dir() and shutil.disk_usage(IN_MEMORY).free > ROOM:
        os.environ.setdefault("TMPDIR", str(IN_MEMORY))
