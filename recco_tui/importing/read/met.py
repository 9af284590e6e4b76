"""Names met together with addresses: the owner's is one of them, others tell namesakes apart."""

from recco_tui.core.names import clean_name

ROOM = 12 * 2**20
"""Bytes, for about 35,000 people. LinkedIn has at most 30,000 connections."""
_PAIR = 250
"""Bytes of a pair besides its letters."""


class Met(dict[tuple[str, str], int]):
    """How often each pair of name and address was met, both as written.

    Once `ROOM` is taken only pairs of `wanted` names are added, in as much room again: a file may
    name a million people, and an import asks for the addresses of few. `wanted` may grow while
    reading and holds names as `clean_name` has them. A pair that is held is counted to the end.
    """

    def __init__(self, wanted: set[str] | None = None) -> None:
        super().__init__()
        self._wanted = set() if wanted is None else wanted
        self._left = 2 * ROOM

    def meet(self, pair: tuple[str, str]) -> None:
        """Count one more meeting."""
        if pair in self:
            self[pair] += 1
        else:
            self.admit(pair)

    def admit(self, pair: tuple[str, str]) -> None:
        """Hold a pair that is not held yet, if there is room for it."""
        name, address = pair
        if self._left > ROOM or clean_name(name) in self._wanted:
            left = self._left - _PAIR - len(name) - len(address)
            if left > 0:
                self._left = left
                self[pair] = 1
