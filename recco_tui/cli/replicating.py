"""`recco replicate`, and what restores and checks replicas; all of it runs Litestream."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import click

from recco_tui.cli.child_program import run_to_end, started
from recco_tui.cli.printing import write_line
from recco_tui.cli.session import Session
from recco_tui.core.errors import (
    DatabaseError,
    DataError,
    NothingFound,
    NotInstalled,
    ReccoError,
    UsageError,
)
from recco_tui.core.time_of_day import say_time
from recco_tui.core.when import count_of
from recco_tui.exporting.private_file import write_private
from recco_tui.ledger.checkup import CheckResult
from recco_tui.storage import checkup, restoring, snapshots
from recco_tui.unfinished import sweep_unfinished, unfinished_folder

RETENTION = "720h"
"""How far back a replica goes: a month. Litestream's default is a day."""
SHUTDOWN_SYNC_TIMEOUT = "5s"
"""How long Litestream tries to write the last changes when it is told to end."""
LONGEST_QUOTE = 160
_NO_REPLICA = re.compile(r"no matching backup|no snapshots? (?:available|found)|no backups? found")
_NO_STATE_THEN = re.compile(rf"timestamp does not exist|{_NO_REPLICA.pattern}")
_KNOWN_ERRORS: tuple[tuple[str, type[ReccoError], str], ...] = (
    (_NO_REPLICA.pattern, NothingFound, "There is no replica at {target}."),
    (
        "unknown replica type|required for [a-z0-9]+ replica|invalid (?:replica )?url",
        UsageError,
        "{target} is not an address for a replica. Name a folder, s3://bucket/path or "
        "sftp://user@host/path.",
    ),
    (
        "no space left on device|disk quota exceeded",
        DataError,
        "Not enough space for the replica at {target} ({why}). Free some.",
    ),
    (
        "no such host|connection refused|connection reset|network is unreachable|no route to host"
        "|i/o timeout|timed out|deadline exceeded",
        DataError,
        "{target} can't be reached ({why}). Check the address and the connection.",
    ),
    (
        "permission denied|access ?denied|forbidden|unauthori[sz]ed|not authorized"
        "|unable to authenticate|invalidaccesskeyid|signaturedoesnotmatch",
        DataError,
        "{target} can't be read ({why}). Check its permissions and your credentials.",
    ),
    (
        "credential",
        DataError,
        "{target} needs credentials, and Litestream found none. Its guide says how to set them.",
    ),
)
"""A pattern of what Litestream says, in lower case, and the error that tells the user."""

_FAILED = re.compile(r'^Error:|msg="(?:monitor error|sync error|shutdown sync failed)')
_RECOVERED = re.compile(r'msg="[^"]*(?:complete|recovered|succeeded)')
LATE_AFTER = timedelta(days=1)
"""How old the newest change in a replica may be, while later ones are missing."""


class SavedState(NamedTuple):
    """What a replica holds: the number of its last transaction, and when that was written."""

    number: str
    written_at: datetime


@click.command()
@click.argument("target")
@click.pass_obj
def replicate(session: Session, target: str) -> None:
    """Keep a copy of the file at TARGET (a folder, s3://…, sftp://…) up to date until Ctrl+C.

    Needs the extra: pip install 'recco-tui[replicate]'. 'recco restore --from TARGET' brings it
    back, with --at from any moment of the last month.
    """
    if session.demo:
        raise UsageError("--demo uses a temporary file. Leave it out.")
    session.require_file("replicate")
    path = session.path.absolute()
    with _private_folder(path.parent) as folder:
        command = _replicate_command(path, target, folder)
        if "://" not in target:
            session.refuse_own(Path(os.path.expanduser(target)))
        _ = session.ledger
        session.close()
        write_line(f"Replicating {path} to {without_password(target)} until Ctrl+C.")
        sys.stdout.flush()
        status, error_line = _run_until_stopped(command)
    if status:
        raise _known_error(error_line, target) or DatabaseError(
            f"Litestream stopped with status {status}. Its message is above."
        )
    if error_line:
        raise DatabaseError(
            f"Stopped, but not all is at {without_password(target)}: Litestream's message is above."
        )
    write_line("Stopped. Everything up to now is there.")


def _run_until_stopped(command: list[str]) -> tuple[int, str]:
    """Run the program until it ends or a signal comes; its exit status, and its last error line.

    What it prints is passed on. An error that it recovered from does not count.
    """
    error_line = ""
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    with started(command, **streams, encoding="utf-8", errors="replace") as running:
        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            with suppress(AttributeError):
                signal.signal(getattr(signal, name), lambda *_: running.stop())
        assert running.process.stdout is not None
        for line in running.process.stdout:
            write_line(line.rstrip("\n"))
            sys.stdout.flush()
            if _FAILED.search(line):
                error_line = line
            elif _RECOVERED.search(line):
                error_line = ""
        return running.process.wait(), error_line


@contextmanager
def fetched_and_checked(target: str, beside: Path, at: datetime | None = None) -> Iterator[Path]:
    """The replica as a whole recco file that is removed afterwards; raises `ReccoError`.

    `beside` is the folder it is fetched into; `at` is the moment it is to be as of, aware, None for
    the latest.
    """
    (
        _litestream_path(),
        _location(target),
    )  # what is missing or wrong is said before a folder is made
    with _private_folder(beside) as folder:
        copy = _fetch(target, folder, at)
        try:
            with restoring.read_only(copy) as connection:
                damage = checkup.broken_pages(connection)
        except DatabaseError as error:
            # The message names the copy, of which the user knows nothing.
            raise DatabaseError(str(error).replace(str(copy), without_password(target))) from error
        if damage:
            raise DatabaseError(
                f"The replica at {without_password(target)} is damaged ({damage[0]}). "
                "Choose an earlier time with --at, or a snapshot."
            )
        yield copy


def check_replica(target: str, path: Path, now: datetime) -> CheckResult:
    """What the doctor says of a replica of the database `path`, after fetching it as a test."""
    try:
        with fetched_and_checked(target, path.parent) as copy:
            counts = restoring.counts_in(copy)
        with _private_folder(path.parent) as folder:
            states = _saved_states(target, folder)
    except ReccoError as error:
        return CheckResult("replica", False, str(error))
    with restoring.read_only(path) as connection:
        missing = snapshots.counts(connection)["changes"] - counts["changes"]
    says = f"The replica at {without_password(target)} can be restored"
    says += f": {count_of(counts['contacts'], 'contact')}"
    written_at = states[-1].written_at if states else None
    if written_at is not None:
        says += f", last change {_say_ago(written_at.astimezone(now.tzinfo), now)}"
    if missing <= 0:
        return CheckResult("replica", True, f"{says}.")
    late = written_at is None or now - written_at > LATE_AFTER
    hint = " Is 'recco replicate' running?" if late else ""
    says += f"; {count_of(missing, 'later change')} not in it.{hint}"
    return CheckResult("replica", not late, says)


def _say_ago(moment: datetime, now: datetime) -> str:
    """`5 minutes ago`, `3 hours ago`; from a day on the time itself."""
    minutes = max(0, round((now - moment).total_seconds() / 60))
    if minutes < 60:
        return f"{count_of(minutes, 'minute')} ago"
    if minutes < 24 * 60:
        return f"{count_of(minutes // 60, 'hour')} ago"
    return say_time(moment, now)


def _litestream_path() -> str:
    """Where Litestream is; raises `UsageError` that says how to get it.

    The one on the path is the user's choice; the one of the extra need not be on it.
    """
    beside = Path(sys.executable).parent
    found = shutil.which("litestream") or shutil.which("litestream", path=str(beside))
    if found is None:
        raise NotInstalled("Litestream", "replicate")
    return found


def without_password(target: str) -> str:
    """The target as it may be shown."""
    return re.sub(r"(://[^/@:]*):[^/@]*@", r"\1:…@", target)


@contextmanager
def _private_folder(beside: Path) -> Iterator[Path]:
    """A private folder in the folder `beside`; what a killed run left there is removed first."""
    missing = [parent for parent in (beside, *beside.parents) if not parent.exists()]
    try:
        with ExitStack() as stack:
            try:
                beside.mkdir(parents=True, mode=0o700, exist_ok=True)
                sweep_unfinished(beside)
                folder = stack.enter_context(unfinished_folder(beside))
            except OSError as error:
                why = (error.strerror or "no reason given").lower()
                raise DataError(
                    f"{beside} cannot be written ({why}). Choose another path."
                ) from error
            yield folder
    finally:
        with suppress(OSError):
            for parent in missing:
                parent.rmdir()  # fails, as it should, where a file was made in it


def _replicate_command(database: Path, target: str, folder: Path) -> list[str]:
    """The command that keeps a replica up to date; its settings are written into `folder`."""
    settings = {
        "snapshot": {"interval": "24h", "retention": RETENTION},
        "shutdown-sync-timeout": SHUTDOWN_SYNC_TIMEOUT,
        "dbs": [{"path": str(database), "replicas": [_location(target)]}],
    }
    options = ["-no-expand-env", "-config", _write_settings(settings, folder)]
    return [_litestream_path(), "replicate", *options]


def _fetch(target: str, folder: Path, at: datetime | None) -> Path:
    """The replica as a file in `folder`."""
    replica, copy = _replica_arguments(target, folder), folder / "replica.db"
    restore = [_litestream_path(), "restore", "-o", str(copy)]
    output = _failure([*restore, *(["-timestamp", _in_utc(at)] if at else []), *replica])
    if at and _NO_STATE_THEN.search(output.casefold()):
        # Litestream accepts only moments between its first and its last change.
        state = _state_as_of(_saved_states(target, folder), at, target)
        output = _failure([*restore, "-txid", state.number, *replica])
    if output or not copy.exists():
        raise _error(output, target)
    return copy


def _saved_states(target: str, folder: Path) -> list[SavedState]:
    """All states that the replica holds, oldest first; empty when Litestream cannot tell."""
    states = [_litestream_path(), "ltx", "-level", "all", "-json"]
    status, out, _ = run_to_end([*states, *_replica_arguments(target, folder)])
    with suppress(ValueError, TypeError, KeyError):
        if not status:
            found = [
                SavedState(str(state["max_txid"]), datetime.fromisoformat(state["timestamp"]))
                for state in json.loads(out)
            ]
            return sorted(found, key=lambda state: (state.written_at, state.number))
    return []


def _in_utc(at: datetime) -> str:
    """The moment as Litestream reads it: in whole seconds, rounded up."""
    rounding = timedelta(seconds=1) if at.microsecond else timedelta()
    return (at + rounding).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _state_as_of(states: list[SavedState], at: datetime, target: str) -> SavedState:
    """The last state that was written by then."""
    if not states:
        raise NothingFound(f"There is no replica at {without_password(target)}.")
    before = [state for state in states if state.written_at <= at]
    if not before:
        oldest = say_time(states[0].written_at.astimezone(at.tzinfo), at)
        raise NothingFound(f"The replica at {without_password(target)} goes back only to {oldest}.")
    return max(before, key=lambda state: state.number)


def _failure(command: list[str]) -> str:
    """What the program says is wrong; empty when it succeeded."""
    status, out, err = run_to_end(command)
    return "" if not status else (err or out or f"It ended with status {status}.")


def _known_error(output: str, target: str) -> ReccoError | None:
    """What is wrong, in one sentence; None where only Litestream's own words tell."""
    for pattern, error, sentence in _KNOWN_ERRORS:
        if found := re.search(pattern, output.casefold()):
            return error(sentence.format(target=without_password(target), why=found[0]))
    return None


def _error(output: str, target: str) -> ReccoError:
    return _known_error(output, target) or DataError(
        f"The replica at {without_password(target)} could not be fetched. "
        f"Litestream says: {_error_line(output)}."
    )


def _error_line(output: str) -> str:
    """The line in which Litestream says why, without its prefix."""
    lines = [line.strip() for line in output.splitlines() if line.strip()] or ["nothing"]
    errors = [line for line in lines if line.startswith("Error:") or "level=ERROR" in line]
    line = errors[-1] if errors else lines[-1]
    line = re.sub(r'^.*level=ERROR msg="?', "", line)
    line = re.sub(r"^(?:Error:|created at:|cannot calc restore plan:|\s)+", "", line)
    line = without_password(line.strip('" ').rstrip("."))
    return line if len(line) <= LONGEST_QUOTE else line[: LONGEST_QUOTE - 1] + "…"


def _location(target: str) -> dict[str, str]:
    """Where the replica is, as Litestream's settings have it; raises `UsageError`."""
    if not target.strip() or target.startswith("-"):
        raise UsageError("Name the replica: a folder, or an address like s3://bucket.")
    if "://" in target:
        return {"url": target}
    path = Path(os.path.expanduser(target)).absolute()
    if path.is_file():
        raise UsageError(f"{target} is a file. Name the folder of a replica.")
    return {"type": "file", "path": str(path)}


def _replica_arguments(target: str, folder: Path) -> list[str]:
    """The arguments that name the replica: an address, or settings where it has no faithful one.

    Litestream takes percent escapes in an address literally: "My%20Backups".
    """
    location = _location(target)
    if "url" in location:
        return [location["url"]]
    if (address := Path(location["path"]).as_uri()) == f"file://{location['path']}":
        return [address]
    database = str(folder / "recco.db")
    settings = {"dbs": [{"path": database, "replicas": [location]}]}
    return ["-no-expand-env", "-config", _write_settings(settings, folder), database]


def _write_settings(settings: Mapping[str, object], folder: Path) -> str:
    """A file with the settings, as JSON, which is YAML as well; `folder` is recco's own."""
    file = folder / "litestream.yml"
    write_private(file, json.dumps(settings), refuse=lambda _own: None)
    return str(file)
