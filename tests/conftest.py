"""How the tests are spread over the processors."""

import os

import pytest


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """What `-n auto` means: one worker a processor, but none for a few files.

    They are done in this process before workers have started.
    """
    named = [argument.partition("::")[0] for argument in config.args]
    a_few = len(named) <= 3 and all(name.endswith(".py") for name in named)
    return 0 if a_few else os.cpu_count() or 1
