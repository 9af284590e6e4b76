"""Names that differ in accents, titles, credentials, nicknames and signs only."""

from collections.abc import Sequence

from recco_tui.core.names import fold, fuzzy_key


class Spellings:
    """Finds the like of a name among many: only those with its last word are looked at closely."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names
        self._folded: list[str] = []
        self._all_folded = ""

    def like(self, name: str) -> tuple[int, ...]:
        """The places of the names like this one, equal ones included."""
        key = fuzzy_key(name)
        words = key.split()
        if not words:
            return ()
        if not self._folded:
            self._folded = [fold(other) for other in self._names]
            self._all_folded = "\n".join(self._folded)
        if words[-1] not in self._all_folded:
            return ()
        return tuple(
            index
            for index, other in enumerate(self._folded)
            if words[-1] in other and fuzzy_key(self._names[index]) == key
        )
