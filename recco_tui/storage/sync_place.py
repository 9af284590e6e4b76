"""Where the batches of other machines come from, and the folder that carries them.

In the folder each machine has a folder, and each batch a file. Files are written beside and
renamed, never changed, and named by their checksum: what a sync tool has not brought in full yet,
or renamed as a conflict, is not read.
"""

import os
import re
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from recco_tui.core.carrying import Carried, Carrier
from recco_tui.core.errors import DataError, NotAllowed, reason_of
from recco_tui.storage.batches import Batch, id_of, unpack
from recco_tui.storage.merging import changes_of
from recco_tui.storage.schema import MIGRATION_NAMES
from recco_tui.unfinished import sweep_unfinished, sync, sync_folder, unfinished_file

_NAME = re.compile(r"(?P<number>[0-9]{6,})-(?P<id>[0-9a-f]{32})\.recco-sync")
_MOST = 2**30
"""Bytes of a file; more is none of recco's."""


class Arrived(NamedTuple):
    """What is new at a place. `unfinished` counts batches that are not whole, `newer` names
    machines whose recco is newer than this one."""

    batches: tuple[Batch, ...] = ()
    unfinished: int = 0
    newer: tuple[str, ...] = ()


def arrived_at(place: Carrier, known: Collection[str]) -> Arrived:
    """The batches at the place that are not `known`."""
    found: list[Batch] = []
    unfinished, newer = 0, set()
    for carried in place.read(known):
        batch = _whole(carried)
        if batch is None:
            unfinished += 1
        elif batch.header.schema not in MIGRATION_NAMES:
            newer.add(batch.header.machine_name)
        else:
            found.append(batch)
    return Arrived(tuple(found), unfinished, tuple(sorted(newer)))


def _whole(carried: Carried) -> Batch | None:
    content = carried.content
    batch = unpack(content) if content is not None and id_of(content) == carried.id else None
    if batch is not None and batch.header.schema in MIGRATION_NAMES:
        try:
            changes_of(batch)
        except (ValueError, KeyError, TypeError):
            return None
    return batch


class SyncFolder:
    """A folder that any tool carries from computer to computer."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def name(self) -> str:
        """Its path."""
        return str(self.path)

    def read(self, known: Collection[str]) -> Iterator[Carried]:
        """Raises `NotAllowed` where there is no folder."""
        if not self.path.is_dir():
            raise NotAllowed(f"There is no folder {self.path}. Create it first, or name another.")
        try:
            for folder in sorted(self.path.iterdir()):
                if folder.is_dir() and not folder.is_symlink():
                    for file in sorted(folder.iterdir()):
                        name = _NAME.fullmatch(file.name)
                        if name and name["id"] not in known:
                            content = _content(file)
                            yield Carried(name["id"], folder.name, int(name["number"]), content)
        except OSError as error:
            raise DataError(f"{self.path} can't be read ({reason_of(error)}).") from error

    def write(self, batches: Iterable[Carried]) -> None:
        """Each as a file; what is there in full is left alone."""
        try:
            for batch in batches:
                folder = self.path / f"recco-{batch.machine}"
                file = folder / f"{batch.number:06}-{batch.id}.recco-sync"
                content = batch.content or b""
                if _size(file) != len(content):
                    folder.mkdir(mode=0o700, exist_ok=True)
                    _write_whole(file, content)
        except OSError as error:
            raise DataError(
                f"{self.path} can't be written ({reason_of(error)}). Your changes are safe here; "
                "the next 'recco sync' sends them."
            ) from error


def _content(file: Path) -> bytes | None:
    if file.is_symlink() or not file.is_file() or file.stat().st_size > _MOST:
        return None
    return file.read_bytes()


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return -1


def _write_whole(file: Path, content: bytes) -> None:
    sweep_unfinished(file.parent)
    unfinished = unfinished_file(file)
    try:
        unfinished.write_bytes(content)
        sync(unfinished)
        os.replace(unfinished, file)
        sync_folder(file.parent)
    finally:
        with suppress(OSError):
            unfinished.unlink()
