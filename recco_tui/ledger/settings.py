"""Every setting: the numbers of the policy and how recco looks; each change can be undone."""

from pathlib import Path
from typing import TYPE_CHECKING

from recco_tui.core.errors import NotAllowed, UsageError
from recco_tui.core.models import Channel
from recco_tui.core.policy import Policy
from recco_tui.core.settings import (
    CALENDAR_FILE,
    SettingRow,
    channels_in_use,
    parse_setting,
    preference,
    setting_rows,
    setting_spec,
    shown,
    usable,
)
from recco_tui.core.when import DATE_STYLE, use_date_style
from recco_tui.ledger.store import Store
from recco_tui.storage import settings

if TYPE_CHECKING:
    from recco_tui.core.hints import Hint


def use_date_style_of(path: Path) -> None:
    """Write all dates from now on in the style that the file names, which is only read."""
    from recco_tui.storage.restoring import settings_in  # the board starts without it

    use_date_style(settings_in(path).get(DATE_STYLE, ""))


class Settings:
    """Verbs on settings. A name is the key of `core.settings.SPECS`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> dict[str, str]:
        """Every setting that differs from its default."""
        return self._store.read(settings.every)

    @property
    def policy(self) -> Policy:
        """The numbers in force."""
        return self._store.policy

    @property
    def channels(self) -> tuple[Channel, ...]:
        """The channels in use."""
        return channels_in_use(self.all())

    def preference(self, name: str) -> str:
        """The value in force of a setting that is no number: theme, editor …"""
        return preference(name, self.all())

    def calendar_file(self) -> Path | None:
        """Where the calendar is kept up to date, None when nowhere. A relative path lies beside the
        database."""
        named = self.preference(CALENDAR_FILE)
        return self._calendar_path(named) if named else None

    def check_calendar_file(self, path: Path) -> None:
        """Raise `NotAllowed` for a path where the calendar would replace something else."""
        from recco_tui.ledger import files

        files.refuse_own(path, self._store.database.path)
        if why := files.why_not_replace(path):
            raise NotAllowed(f"{path} {why}. Name another file, or remove that one first.")

    def _calendar_path(self, named: str) -> Path:
        try:
            return self._store.database.path.parent / Path(named).expanduser()
        except RuntimeError as error:
            raise UsageError(f"There is no home folder {named.split('/')[0]}.") from error

    def hint(self) -> "Hint | None":
        """What is worth trying next; None when all was tried, or hints are off."""
        if self.preference("hints") == "off":
            return None
        # Asked for behind the first paint.
        from recco_tui.core.hints import next_hint

        with self._store.database.read() as connection:
            return next_hint(settings.present_features(connection))

    def rows(self) -> tuple[SettingRow, ...]:
        """Every setting as it stands, in the order of the headings."""
        return setting_rows(self.all())

    def set(self, name: str, value: str | None) -> None:
        """Change one setting, or go back to its default with None; raises `UsageError`."""
        spec = setting_spec(name)
        kept = None if value is None else parse_setting(spec, value)
        if spec.key == CALENDAR_FILE and kept:
            self.check_calendar_file(self._calendar_path(kept))
        words = "default" if kept is None else shown(spec, kept)
        with self._store.change(f"set {spec.title}: {words}"):
            in_force, _ = usable(self.all())
            after: dict[str, str | None] = {**in_force, spec.key: kept}
            self._check({key: said for key, said in after.items() if said is not None})
            connection = self._store.connection
            if kept is None:
                settings.drop(connection, spec.key)
            else:
                settings.put(connection, spec.key, kept)
        self._store.drop_policy_cache()

    def reset_all(self) -> int:
        """Every setting back to its default, as one change; how many there were."""
        with self._store.change() as change:
            stored = self.all()
            change.label = f"set all {len(stored)} changed settings to their defaults"
            for name in stored:
                settings.drop(self._store.connection, name)
        self._store.drop_policy_cache()
        return len(stored)

    def _check(self, stored: dict[str, str]) -> None:
        """Raise UsageError when a number contradicts another."""
        try:
            Policy.from_settings(stored)
        except UsageError as error:
            raise UsageError(f"{error} Nothing was changed.") from None
