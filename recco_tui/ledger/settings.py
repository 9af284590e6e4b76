"""The numbers of the policy, as settings that can be changed and undone."""

from recco_tui.core.policy import Policy
from recco_tui.ledger.store import Store
from recco_tui.storage import drafts


class Settings:
    """Verbs on settings."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> dict[str, str]:
        """Every setting that differs from its default."""
        with self._store.database.read() as connection:
            return drafts.settings(connection)

    @property
    def policy(self) -> Policy:
        """The numbers in force."""
        return self._store.policy

    def set(self, name: str, value: str | None) -> None:
        """Change one setting, or go back to its default with None; raises `UsageError`."""
        present = self.all()
        if value is not None:
            Policy.from_settings({**present, name: value})
        with self._store.change(f"set {name.replace('_', ' ')}: {value or 'default'}"):
            connection = self._store.database.connection
            if value is None:
                connection.execute("DELETE FROM settings WHERE name = ?", (name,))
            else:
                connection.execute(
                    "INSERT INTO settings (name, value) VALUES (?, ?) "
                    "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                    (name, value),
                )
        self._store.forget_policy()
