"""Where the tests run: on how many processors, in which order, and in which folder."""

import gc
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

IN_MEMORY = Path("/dev/shm")
ROOM = 4 * 2**30
LONG = frozenset({"e2e", "web", "test_any_document", "test_every_dialog", "test_salvage"})
"""Folders and files of tests that go on for seconds."""


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """What `-n auto` means: two workers a processor, as tests wait for terminals and processes.

    None for a few files: they are done in this process before workers have started.
    """
    named = [argument.partition("::")[0] for argument in config.args]
    a_few = len(named) <= 3 and all(name.endswith(".py") for name in named)
    return 0 if a_few else 2 * (os.cpu_count() or 1)


def pytest_configure() -> None:
    """Compile modules once, as installed: thousands of programs are started here.

    Let numpy do its sums on one thread, as the second reader does: there is a worker for each
    processor already, and threads that wait for one another keep it busy.

    Put temporary folders into memory where there is room: recco syncs each change to the disk. That
    it does, and what becomes of a sync that fails, the tests of faults see in the calls.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.dont_write_bytecode = False
    if IN_MEMORY.is_dir() and shutil.disk_usage(IN_MEMORY).free > ROOM:
        os.environ.setdefault("TMPDIR", str(IN_MEMORY))
        tempfile.tempdir = None  # pytest has asked where they are before this file is read


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """Nothing that is loaded by collecting becomes garbage: it is not searched for any, ever, and
    what the tests make less often than every seven hundred objects, which applications soon have.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.set_threshold(20_000)
        gc.enable()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the long ones, as many on each worker: one that comes last is waited for alone.

    Each worker begins with a share of the list that lies together.
    """
    workers = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    long = [item for item in items if LONG.intersection((*item.path.parts, item.path.stem))]
    is_long = set(long)
    short = [item for item in items if item not in is_long]
    share = -(-len(short) // workers)
    items[:] = [
        item
        for worker in range(workers)
        for item in [*long[worker::workers], *short[worker * share : (worker + 1) * share]]
    ]
