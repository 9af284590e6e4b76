"""What a replica is worth: whether it can be brought back, and how far it goes."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from recco_tui.cli.litestream import fetched, room, shown, states
from recco_tui.core.errors import DatabaseError, ReccoError
from recco_tui.core.time_of_day import say_time
from recco_tui.core.when import count_of
from recco_tui.ledger.checkup import Remark
from recco_tui.storage import checkup, restoring, snapshots

LATE = timedelta(days=1)


class ReplicaState(NamedTuple):
    """A replica that can be brought back.

    `counts` are by the words of `snapshots.COUNTED`; `written_at` is when its last change was
    written, in UTC, None where Litestream cannot say.
    """

    counts: dict[str, int]
    written_at: datetime | None


@contextmanager
def checked(target: str, beside: Path, at: datetime | None = None) -> Iterator[Path]:
    """The replica as a whole recco file that goes away afterwards; raises in a sentence.

    `beside` is the folder it is fetched into, `at` the moment it is to be as of.
    """
    with fetched(target, beside, at) as copy:
        try:
            with restoring.read_only(copy) as connection:
                damage = checkup.broken_pages(connection)
        except DatabaseError as error:
            # The sentence names the copy, which nobody knows.
            raise DatabaseError(str(error).replace(str(copy), shown(target))) from error
        if damage:
            raise DatabaseError(
                f"The replica at {shown(target)} is damaged ({damage[0]}): "
                "choose an earlier time with --at, or a snapshot."
            )
        yield copy


def replica_state(target: str, beside: Path) -> ReplicaState:
    """Fetch the replica as a test of it; raises in a sentence when it cannot be brought back."""
    with checked(target, beside) as copy:
        counts = restoring.counts_in(copy)
    with room(beside) as folder:
        known = states(target, folder)
    return ReplicaState(counts, known[-1].written_at.astimezone(UTC) if known else None)


def replica_remark(target: str, path: Path, now: datetime) -> Remark:
    """What the doctor says of a replica of the database `path`."""
    try:
        state = replica_state(target, path.parent)
    except ReccoError as error:
        return Remark("replica", False, str(error))
    says = f"The replica at {shown(target)} can be restored"
    says += f": {count_of(state.counts['contacts'], 'contact')}"
    if state.written_at is not None:
        says += f", last change {_ago(state.written_at.astimezone(now.tzinfo), now)}"
    missing = _changes(path) - state.counts["changes"]
    if missing <= 0:
        return Remark("replica", True, f"{says}.")
    late = state.written_at is None or now - state.written_at > LATE
    hint = " Is 'recco replicate' running?" if late else ""
    says += f"; {count_of(missing, 'later change')} not in it.{hint}"
    return Remark("replica", not late, says)


def _ago(moment: datetime, now: datetime) -> str:
    """`5 minutes ago`, `3 hours ago`; from a day on the time itself."""
    minutes = max(0, round((now - moment).total_seconds() / 60))
    if minutes < 60:
        return f"{count_of(minutes, 'minute')} ago"
    if minutes < 24 * 60:
        return f"{count_of(minutes // 60, 'hour')} ago"
    return say_time(moment, now)


def _changes(path: Path) -> int:
    with restoring.read_only(path) as connection:
        return snapshots.counts(connection)["changes"]
