"""What carries the changes of one computer to the others: a folder, or a class's database."""

from collections.abc import Collection, Iterable
from typing import NamedTuple, Protocol


class Carried(NamedTuple):
    """A batch of changes as it lies there. It is named by its content, never changed, and
    `content` is None where only a part of it has arrived."""

    id: str
    machine: str
    number: int
    content: bytes | None


class Carrier(Protocol):
    """Where the batches of all computers of one user lie."""

    @property
    def name(self) -> str:
        """The place as it is shown and remembered: without a password."""
        ...

    def read(self, known: Collection[str]) -> Iterable[Carried]:
        """All batches that are not `known`; raises `ReccoError` in a sentence."""
        ...

    def write(self, batches: Iterable[Carried]) -> None:
        """Add those of the batches that are not there yet."""
        ...
