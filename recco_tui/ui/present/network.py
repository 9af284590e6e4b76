"""What the Network table shows: the circle or everyone, in which order, and what of it fits."""

from collections.abc import Sequence

from recco_tui.core.models import BoardRow
from recco_tui.core.selection import PeopleIndex, SortKey, parse_people_filter, sorted_rows
from recco_tui.ui.formatting import number

_SORT_KEYS = list(SortKey)


class Network:
    """Rows are read once; filter, sort and circle or everyone only choose among them."""

    def __init__(self) -> None:
        self.everyone = False
        self.sort = SortKey.OWE
        self.descending = False
        self.typed = ""
        self.people = 0
        """Everyone in the file, shown or not."""
        self._index = PeopleIndex([])

    def load(self, rows: Sequence[BoardRow], people: int) -> None:
        """Take other rows: those of the circle, or of everyone."""
        self.people = people
        self._index = PeopleIndex(sorted_rows(rows, self.sort, self.descending))

    def sort_by(self, key: SortKey) -> None:
        """By another key; by the same one the other way round."""
        self.descending = key is self.sort and not self.descending
        self.sort = key
        self.load(self._index.rows, self.people)

    def sort_by_next(self) -> None:
        """By the key after this one."""
        self.sort_by(_SORT_KEYS[(_SORT_KEYS.index(self.sort) + 1) % len(_SORT_KEYS)])

    def rows(self) -> Sequence[BoardRow]:
        """Those that fit what was typed."""
        return self._index.filtered(parse_people_filter(self.typed))

    def row(self, contact_id: int) -> BoardRow | None:
        """The row of this person, whether or not they fit what was typed."""
        return next((row for row in self._index.rows if row.id == contact_id), None)

    def words(self, rows: int, marked: int) -> str:
        """How many there are, of whom, in which order: `circle 43 of 2,114 · by owe`."""
        narrowed = f"{number(rows)} of " if self.typed else ""
        shown = "all" if self.everyone else "circle"
        of = "" if self.everyone else f" of {number(self.people)}"
        marks = f" · {marked} marked" if marked else ""
        return f"{narrowed}{shown} {number(len(self._index.rows))}{of} · by {self.sort}{marks}"

    def why_empty(self) -> str:
        """What an empty table says."""
        if self.typed and not self.everyone:
            return "No match in your circle. A searches all contacts, Esc clears the filter."
        if self.typed:
            return "No contact matches. Esc clears the filter, + adds a contact."
        if self.people:
            return "No activity yet. A shows all contacts, + adds one."
        return "No contacts yet. i imports your LinkedIn export, + adds one."
