"""The database of a class as a place where the computers of one member exchange their changes."""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite

from recco_tui.classroom.connecting import Place, shown
from recco_tui.classroom.membership import Membership, read_memberships
from recco_tui.classroom.schema import sync_batches
from recco_tui.core.carrying import Carried
from recco_tui.core.errors import NotAllowed


def sync_store(address: str, database: Path) -> "SyncStore":
    """The class at this address that the user of this file is in.

    Raises `NotAllowed` where there is none. The login comes from there: it is never part of what a
    sync remembers.
    """
    wanted = shown(address)
    found = [member for member in read_memberships(database) if shown(member.place) == wanted]
    if not found:
        raise NotAllowed(
            f"You are in no class at {wanted}. Join it on this computer first (recco class join)."
        )
    return SyncStore(min(found, key=lambda membership: membership.member_id))


class SyncStore:
    """A member's own rows; on a server the database lets no one else in the class read them."""

    def __init__(self, membership: Membership) -> None:
        """Raises `DataError` or `NothingFound` where the place cannot be opened."""
        self._member_id = membership.member_id
        self._place = Place(membership.place)
        self._place.require_class()

    @property
    def name(self) -> str:
        """Its address without a login."""
        return self._place.name

    def read(self, known: Collection[str]) -> Iterator[Carried]:
        """The batches that are not `known`, one by one."""
        mine = sync_batches.c.member_id == self._member_id
        order = (sync_batches.c.machine, sync_batches.c.number, sync_batches.c.id)
        with self._place.read() as connection:
            every = connection.execute(select(sync_batches.c.id).where(mine).order_by(*order))
            for id_ in [id_ for id_ in every.scalars() if id_ not in known]:
                row = connection.execute(
                    select(sync_batches).where(mine, sync_batches.c.id == id_)
                ).one()
                yield Carried(row.id, row.machine, row.number, bytes(row.content))

    def write(self, batches: Iterable[Carried]) -> None:
        """All that are not there, or none."""
        mine = sync_batches.c.member_id == self._member_id
        with self._place.write() as connection:
            there = set(connection.execute(select(sync_batches.c.id).where(mine)).scalars())
            insert = (postgresql if self._place.is_server else sqlite).insert(sync_batches)
            for batch in batches:
                if batch.id not in there:  # nor sent by another computer at this moment
                    row = {"member_id": self._member_id, **batch._asdict()}
                    connection.execute(insert.values(**row).on_conflict_do_nothing())
