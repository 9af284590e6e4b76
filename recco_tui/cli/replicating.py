"""`recco replicate`: Litestream beside the file, where the extra is installed."""

import os
import re
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import click

from recco_tui.cli.ending_together import started
from recco_tui.cli.litestream import reason, replicating, room, shown
from recco_tui.cli.printing import tell
from recco_tui.cli.session import Session
from recco_tui.core.errors import DatabaseError, UsageError

FAILED = re.compile(r'^Error:|msg="(?:monitor error|sync error|shutdown sync failed)')
GOT_OVER = re.compile(r'msg="[^"]*(?:complete|recovered|succeeded)')


@click.command()
@click.argument("target")
@click.pass_obj
def replicate(session: Session, target: str) -> None:
    """Keep a copy of the file at TARGET (a folder, s3://…, sftp://…) up to date until ctrl+c.

    Needs the extra: pip install 'recco-tui[replicate]'. 'recco restore --from TARGET' brings it
    back, with --at as of any moment of the last month.
    """
    if session.demo:
        raise UsageError("--demo uses a throw-away file: leave it out.")
    session.require_file("replicate")
    path = session.path.absolute()
    with room(path.parent) as folder:
        words = replicating(path, target, folder)
        if "://" not in target:
            session.refuse_own(Path(os.path.expanduser(target)))
        _ = session.ledger
        session.close()
        tell(f"Replicating {path} to {shown(target)} until ctrl+c.")
        sys.stdout.flush()
        status, said = _until_told_to_leave(words)
    if status:
        raise reason(said, target) or DatabaseError(
            f"Litestream stopped with status {status}: what it said stands above."
        )
    if said:
        raise DatabaseError(
            f"Stopped, but not all is at {shown(target)}: what Litestream said stands above."
        )
    tell("Stopped; what was written until now is there.")


def _until_told_to_leave(words: list[str]) -> tuple[int, str]:
    """Run the program until it ends or somebody wants us to; its exit status, its last complaint.

    What it says is passed on. A complaint that it got over counts no more.
    """
    complaint = ""
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    with started(words, **streams, encoding="utf-8", errors="replace") as running:
        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            with suppress(AttributeError):
                signal.signal(getattr(signal, name), lambda *_: running.stop())
        assert running.process.stdout is not None
        for line in running.process.stdout:
            tell(line.rstrip("\n"))
            sys.stdout.flush()
            if FAILED.search(line):
                complaint = line
            elif GOT_OVER.search(line):
                complaint = ""
        return running.process.wait(), complaint
