"""What can still be read of a damaged file, into a new one."""

from datetime import datetime
from pathlib import Path

from recco_tui.core.errors import DatabaseError
from recco_tui.storage import salvage as salvaging
from recco_tui.storage import snapshots
from recco_tui.storage.salvage import Salvaged as Salvaged
from recco_tui.storage.salvage import SalvagedTable as SalvagedTable

_BESIDE = ("-wal", "-shm", "-journal")


def salvage(path: Path, target: Path, now: datetime) -> Salvaged:
    """Copy what can be read of the file at `path`, of which no byte changes, to the new `target`.

    Raises `DatabaseError` where `target` is there already or is a place of recco's own, and where
    nothing can be read.
    """
    if not path.is_file():
        raise DatabaseError(f"{path} is not a file. Name the damaged one with --db.")
    if not path.stat().st_size:
        raise DatabaseError(f"{path} is empty. There is nothing to copy.")
    _refuse(path, target)
    return salvaging.salvage(path, target, now)


def _refuse(path: Path, target: Path) -> None:
    """Say no to every place where the new file would harm another or be harmed by one."""
    place, own = target.resolve(), path.resolve()
    if target.is_dir():
        raise DatabaseError(f"{target} is a folder. Name a new file in it.")
    if place == own or (target.exists() and target.samefile(path)):
        raise DatabaseError(f"{target} is the damaged file itself. Name a new file.")
    if place in {Path(f"{own}{end}") for end in _BESIDE}:
        raise DatabaseError(f"{target} belongs to the damaged file. Choose another name.")
    if target.exists() or target.is_symlink():
        raise DatabaseError(f"{target} already exists. Name a new file.")
    if not place.parent.is_dir():
        raise DatabaseError(f"{target.parent} is not an existing folder. Name a file in one.")
    kept = snapshots.folder_of(own)
    if kept in (place, *place.parents):
        raise DatabaseError(f"{kept} is for snapshots. Name a file in another folder.")
    left = [end for end in _BESIDE if Path(f"{place}{end}").exists()]
    if left:
        # SQLite would take them for the new file's own, and change it by them.
        raise DatabaseError(f"{target}{left[0]} is left over from another file. Name a new file.")
