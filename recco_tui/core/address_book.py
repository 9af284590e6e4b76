"""People of an address book, who are to become contacts."""

from typing import NamedTuple


class AddressEntry(NamedTuple):
    """Someone in an address book. `url` is '' unless it is an address at LinkedIn."""

    name: str
    company: str = ""
    position: str = ""
    email: str = ""
    url: str = ""


class AddressBook(NamedTuple):
    """What a file holds. `columns` are pairs of a field and the title it was read from; `unused`
    titles are read as nothing; `nameless` counts rows without a name."""

    entries: tuple[AddressEntry, ...]
    columns: tuple[tuple[str, str], ...]
    unused: tuple[str, ...] = ()
    nameless: int = 0

    @property
    def columns_in_words(self) -> str:
        """What is read from which column."""
        return ", ".join(f"{field} from “{title}”" for field, title in self.columns)


class AddedPeople(NamedTuple):
    """Who was added, and who was there already: by address, e-mail or name."""

    added: tuple[str, ...]
    known: tuple[str, ...]
