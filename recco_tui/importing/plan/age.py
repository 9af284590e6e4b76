"""How old is an export beside what is stored? The day in LinkedIn's own file name, else its rows.

A file's time says when it was copied, and its size says nothing.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import NamedTuple

from recco_tui.core.export import Export
from recco_tui.core.import_plan import GONE, GONE_KEY, ExportAge, StoredData
from recco_tui.core.models import Direction

ONE_DAY = timedelta(days=1)


def age_of(export: Export, known: StoredData, answers: Mapping[str, str], today: date) -> ExportAge:
    """The age of an export that names its day, or of one that only its rows date.

    The latter is older when its newest row is older than the newest one stored, and as new as
    anything otherwise: it may be of today and hold no news. The answer that the missing ones left
    says that it is new.
    """
    latest = known.latest
    day = export.exported_on or today
    if export.is_stamped:
        return ExportAge(day, latest)
    older = [kind.imported for kind in _kinds(export, known, today) if kind.is_older]
    if older and answers.get(GONE_KEY) != GONE:
        return ExportAge(min(day, min(older) - ONE_DAY), latest)
    imported = filter(None, (latest.connections, latest.received, latest.given))
    return ExportAge(max(day, *imported, day), latest)


class _Kind(NamedTuple):
    """One file of an export: when its kind was exported last, its newest row, the newest stored."""

    imported: date
    told: date | None
    stored: date | None

    @property
    def is_older(self) -> bool:
        return self.told is not None and self.stored is not None and self.told < self.stored


def _kinds(export: Export, known: StoredData, today: date) -> list[_Kind]:
    latest = known.latest
    found = []
    if export.has_connections and latest.connections:
        told = newest_day(row.connected_on for row in export.connections)
        stored = (contact.connected_on for contact in known.contacts)
        believed = newest_day(day for day in stored if day and day <= today + ONE_DAY)
        found.append(_Kind(latest.connections, told, believed))
    for direction, imported, has_file in (
        (Direction.RECEIVED, latest.received, export.has_received),
        (Direction.GIVEN, latest.given, export.has_given),
    ):
        if has_file and imported:
            rows = (row for row in export.recommendations if row.direction is direction)
            texts = (text for text in known.recommendations if text.direction is direction)
            told = newest_day(row.written_at for row in rows)
            found.append(_Kind(imported, told, newest_day(text.written_at for text in texts)))
    return found


def newest_day(moments: Iterable[date | datetime | None]) -> date | None:
    """The last of these days, None for none."""
    days = (
        moment.date() if isinstance(moment, datetime) else moment
        for moment in moments
        if moment is not None
    )
    return max(days, default=None)
