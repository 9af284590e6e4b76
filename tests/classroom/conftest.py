"""A place for a class, on each engine."""

import os
from collections.abc import Iterator
from pathlib import Path
from secrets import token_hex

import pytest

from tests.classroom import postgres


@pytest.fixture(scope="session")
def postgres_port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    if postgres.programs() is None:
        if os.environ.get("CI"):
            pytest.fail("PostgreSQL is not installed: .ci/run installs it.")
        pytest.skip("PostgreSQL is not installed: apt-get install postgresql")
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    with postgres.server(shared / "postgres") as port:
        yield port


@pytest.fixture
def postgres_place(postgres_port: int) -> str:
    return postgres.new_database(postgres_port, f"class_{token_hex(4)}")


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a coach makes a class."""
    if request.param == "sqlite":
        return str(tmp_path / "class.db")
    return str(request.getfixturevalue("postgres_place"))
