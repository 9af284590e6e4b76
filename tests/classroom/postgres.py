"""A PostgreSQL of the tests' own: started once for all workers of a run, from the system's package.

Every worker that uses it holds a shared lock; the last one to let go stops it. Each test has a
database of its own in it.
"""

import fcntl
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

PASSWORD = "of the tests alone"
ADMIN = "postgres"


def programs() -> Path | None:
    """The folder of PostgreSQL's own programs; None where it is not installed."""
    on_path = shutil.which("initdb")
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda one: one.parts[-3])
    return Path(on_path).parent if on_path else (found[-1].parent if found else None)


@contextmanager
def server(folder: Path) -> Iterator[int]:
    """The port of the one server of this run; `folder` is the same for all its workers."""
    folder.mkdir(exist_ok=True)
    with (folder / "starting").open("w") as starting, (folder / "users").open("w") as users:
        with locked(starting):
            fcntl.flock(users, fcntl.LOCK_SH)
            port, where = folder / "port", folder / "data"
            if not port.exists():
                # Not in pytest's own folders, which are root's alone.
                data = Path(tempfile.mkdtemp(prefix="recco-postgres-"))
                where.write_text(str(data))
                port.write_text(str(_start(data)))
        try:
            yield int(port.read_text())
        finally:
            with locked(starting):
                try:
                    fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    return  # another worker is still at it
                data = Path(where.read_text())
                _run("pg_ctl", "stop", "-D", str(data), "-m", "immediate")
                port.unlink()
                shutil.rmtree(data)


@contextmanager
def locked(file: object) -> Iterator[None]:
    fcntl.flock(file, fcntl.LOCK_EX)  # type: ignore[arg-type]
    try:
        yield
    finally:
        fcntl.flock(file, fcntl.LOCK_UN)  # type: ignore[arg-type]


def _start(data: Path) -> int:
    with tempfile.NamedTemporaryFile("w") as secret:
        secret.write(PASSWORD)
        secret.flush()
        if os.geteuid() == 0:
            for one in (data, secret.name):
                shutil.chown(one, "postgres")
        _run(
            "initdb", "-D", str(data), "-U", ADMIN, f"--pwfile={secret.name}",
            "-A", "scram-sha-256", "--no-sync", "-E", "UTF8", "--no-locale",
        )  # fmt: skip
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    options = (
        f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off "
        "-c max_connections=200 -c shared_buffers=32MB"
    )
    _run("pg_ctl", "start", "-w", "-D", str(data), "-l", str(data / "log"), "-o", options)
    return int(port)


def _run(program: str, *arguments: str) -> None:
    """PostgreSQL refuses to run as root."""
    folder = programs()
    assert folder is not None
    user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    subprocess.run(
        [*user, str(folder / program), *arguments],
        check=True, cwd="/", stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL,
    )  # fmt: skip


def new_database(port: int, name: str) -> str:
    """An empty database, owned by a coach who may make roles and nothing else; her address."""
    address = f"host=127.0.0.1 port={port} user={ADMIN} password='{PASSWORD}'"
    coach = f"coach_{name}"
    with psycopg.connect(f"{address} dbname=postgres", autocommit=True) as connection:
        connection.execute(f"CREATE ROLE {coach} LOGIN CREATEROLE PASSWORD 'of the coach'")
        connection.execute(f"CREATE DATABASE {name} OWNER {coach}")
    return f"postgresql://{coach}:of%20the%20coach@127.0.0.1:{port}/{name}"
