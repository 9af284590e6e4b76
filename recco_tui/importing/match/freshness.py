"""Is this export older than what is stored? An older one only fills gaps."""

from dataclasses import dataclass
from datetime import date

from recco_tui.core.export import Export
from recco_tui.core.import_known import Latest
from recco_tui.core.models import Direction


@dataclass(frozen=True, slots=True)
class Freshness:
    """The day of this export beside the newest ones imported so far, file by file."""

    exported_on: date
    latest: Latest

    def older_than(self, newest: date | None) -> bool:
        """True when a newer export that held the file has been imported already."""
        return newest is not None and self.exported_on < newest

    @property
    def facts_are_old(self) -> bool:
        """True when any newer export spoke of people: their company, position and name stand."""
        latest = self.latest
        return any(map(self.older_than, (latest.connections, latest.received, latest.given)))

    def newest_of(self, direction: Direction) -> date | None:
        """The day of the newest imported file of that direction."""
        return self.latest.given if direction is Direction.GIVEN else self.latest.received

    def after(self, export: Export) -> Latest:
        """What is the latest once this export is imported."""
        latest = self.latest
        return Latest(
            connections=self._later(latest.connections, export.has_connections),
            received=self._later(latest.received, export.has_received),
            given=self._later(latest.given, export.has_given),
        )

    def _later(self, newest: date | None, has_file: bool) -> date | None:
        if not has_file:
            return newest
        return max(newest, self.exported_on) if newest else self.exported_on
