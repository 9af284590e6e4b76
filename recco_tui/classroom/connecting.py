"""Opening the place of a class, and what goes wrong there in one sentence."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, select, text
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.pool import NullPool

from recco_tui.classroom.schema import REVISION, SCHEMA
from recco_tui.core.errors import (
    DatabaseError,
    DataError,
    FileDamaged,
    FileLocked,
    NotAllowed,
    NothingFound,
    ReccoError,
    UsageError,
)

FILE = "class.db"
"""The store in a folder that a class shares."""
PATIENCE = 30
"""Seconds that one who writes to a file waits for another."""
CONNECTING = 10
"""Seconds that a server may take to answer."""
_SERVERS = ("postgresql", "postgres")


def is_server(place: str) -> bool:
    """Whether the place is a PostgreSQL address: only then is a socket opened."""
    return place.partition("://")[0].casefold() in _SERVERS and "://" in place


def absolute(place: str) -> str:
    """The place as it is kept: a file's means the same from every folder."""
    return place if "://" in place else os.path.abspath(os.path.expanduser(place))


def url_of(place: str) -> URL:
    """The place as SQLAlchemy has it: an address, a file, or the folder of one.

    Raises `UsageError` for another database's address.
    """
    if "://" not in place:
        path = Path(absolute(place))
        return URL.create("sqlite", database=str(path / FILE if path.is_dir() else path))
    try:
        found = make_url(place)
    except (ArgumentError, ValueError) as error:
        raise UsageError(
            "That is not an address. Write postgresql://user:password@host/database."
        ) from error
    if not is_server(place) or not found.database:
        raise UsageError("Name a file, a folder, or postgresql://user:password@host/database.")
    return found.set(drivername="postgresql+psycopg")


def shown(place: str) -> str:
    """The place without anybody's login: for messages, and for those who are invited."""
    url = url_of(place)
    if url.drivername == "sqlite":
        return str(url.database)
    # Not by `set`, for which None means that nothing changes.
    bare = url._replace(drivername="postgresql", username=None, password=None)
    return bare.render_as_string()


class Place:
    """An opened place; every use of it is one transaction."""

    def __init__(self, place: str) -> None:
        self.name = shown(place)
        self._engine = _engine(url_of(place))

    @property
    def is_server(self) -> bool:
        """Whether the database itself says who may read what."""
        return self._engine.dialect.name == "postgresql"

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """For reading; everything read is of one moment."""
        with self._said(), self._engine.connect() as connection:
            if self.is_server:
                connection.execution_options(isolation_level="REPEATABLE READ")
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """For writing: all of it or nothing."""
        with self._said(), self._engine.connect() as connection:
            connection.execution_options(recco_writes=True)
            with connection.begin():
                yield connection

    def require_class(self) -> None:
        """Raise where nothing is there, or where another version of recco made it."""
        if not (self.is_server or Path(str(self._engine.url.database)).exists()):
            raise NothingFound(f"There is no class at {self.name}.")
        with self.read() as connection:
            found = connection.execute(
                select(text("version_num")).select_from(
                    text(f"{SCHEMA}.alembic_version" if self.is_server else "alembic_version")
                )
            ).scalar_one_or_none()
        if found != REVISION:
            raise DataError(
                f"The class at {self.name} was created by another version of recco. Update recco "
                "here and on the coach's computer."
            )

    @contextmanager
    def _said(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise _sentence(self.name, error) from error


def _engine(url: URL) -> Engine:
    if url.drivername != "sqlite":
        try:
            engine = create_engine(
                url, poolclass=NullPool, connect_args={"connect_timeout": CONNECTING}
            )
        except (NoSuchModuleError, ArgumentError) as error:
            raise UsageError(f"{url.host} is not the address of a class.") from error
        return engine.execution_options(schema_translate_map={None: SCHEMA})
    engine = create_engine(url, poolclass=NullPool, connect_args={"timeout": PATIENCE})

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _: object) -> None:
        connection.isolation_level = None  # SQLAlchemy begins, below
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON")  # who leaves takes every word along

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("recco_writes")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def make_tables(place: Place) -> None:
    """Bring the place to the newest migration; raises where that may not be done."""
    from alembic.config import Config
    from alembic.runtime.environment import EnvironmentContext
    from alembic.script import ScriptDirectory

    here = Path(__file__).parent
    script = ScriptDirectory(str(here), version_locations=[str(here / "versions")])
    with place.write() as connection:
        if place.is_server:
            connection.execute(text(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}"))
            connection.execute(text(f"SET LOCAL search_path TO {SCHEMA}"))

        def pending(revision: Any, _: object) -> Any:
            return script._upgrade_revs("head", revision)

        with EnvironmentContext(Config(), script, fn=pending) as environment:
            environment.configure(connection=connection, transactional_ddl=False)
            environment.run_migrations()


_SENTENCES: tuple[tuple[str, type[ReccoError], str], ...] = (
    (
        "28P01|28000|password authentication failed|not permitted to log in",
        NotAllowed,
        "{place} refused the login. Check the password, or ask your coach for a new token.",
    ),
    ("42P01|3F000|3D000|no such table", NothingFound, "There is no class at {place}."),
    ("42501", NotAllowed, "{place} doesn't allow that ({said}). Nothing was changed."),
    (
        "locked",
        FileLocked,
        "{place} is locked by another program. Nothing was changed. Try again when it has "
        "finished.",
    ),
    (
        "not a database|malformed",
        FileDamaged,
        "{place} is not a class, or is damaged. Name another place, or ask your coach.",
    ),
    (
        "unable to open|readonly",
        DataError,
        "{place} can't be opened. Check that its folder exists and that you may write there.",
    ),
    (
        "connection|could not translate|timeout|resolve",
        DataError,
        "{place} can't be reached. Check the address and the connection.",
    ),
)
"""A pattern of a state or of words with which a database says no, and what the user reads."""


def _sentence(place: str, error: DBAPIError) -> ReccoError:
    words = str(error.orig).strip() or "no reason given"
    said = f"{getattr(error.orig, 'sqlstate', None) or ''} {words}"
    for pattern, kind, sentence in _SENTENCES:
        if re.search(pattern, said):
            return kind(sentence.format(place=place, said=words.splitlines()[0]))
    return DatabaseError(f"{place} could not be read or written ({words.splitlines()[0]}).")
