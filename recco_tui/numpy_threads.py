"""numpy is loaded for one thread: two are hardly faster with what recco does, and where other
programs keep the machine busy they wait for each other for seconds.

numpy asks the environment as it is loaded, and sqlite_utils loads it wherever it is installed.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager

_THREADS = "OPENBLAS_NUM_THREADS"


@contextmanager
def one_numpy_thread() -> Iterator[None]:
    """Around what may load numpy; programs that recco starts are told nothing of it."""
    before = os.environ.get(_THREADS)
    os.environ[_THREADS] = before or "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ[_THREADS]
