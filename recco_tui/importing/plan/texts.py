"""Recommendations of an export against the stored ones: the same, a rewrite, or new.

The same is: direction, person and minute. A similar text of the same person with a newer date is a
rewrite of the stored one (LinkedIn gives a rewritten text the newest date). A received one that
counts already and has no text yet gets the text of that person; everything else is new.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, tzinfo
from difflib import SequenceMatcher

from recco_tui.core.export import Export, ExportedRecommendation, Ignored
from recco_tui.core.import_plan import (
    ExportAge,
    FieldValue,
    NewRecommendation,
    RecommendationUpdate,
    Tally,
)
from recco_tui.core.models import COUNTED, Direction, Recommendation, Status
from recco_tui.core.received import nearest_awaited

SIMILAR = 0.6
"""Share of words, in order, from which a text is a rewrite of another. House figure."""

_STATUSES = {
    "VISIBLE": Status.VISIBLE,
    "SHOWN": Status.VISIBLE,
    "HIDDEN": Status.HIDDEN,
    "NOT SHOWN": Status.HIDDEN,
    "PENDING": Status.PENDING,
    "WITHDRAWN": Status.WITHDRAWN,
    "REPLACED": Status.REPLACED,
    "CLOSED": Status.CLOSED,
}


def status_of(direction: Direction, written: str) -> tuple[Status, str]:
    """The status that a row of an export gives a new text, and the words to keep of it.

    Recommendations_Given.csv leaves Status empty in every row: that I sent it is all it says, not
    whether they show it, hence `sent`. An empty one in the received file is on my profile. Words
    that recco does not know are kept, and the text counts: it exists between two people.
    """
    word = written.strip().upper().replace("_", " ")
    given = direction is Direction.GIVEN
    if not word:
        return (Status.SENT if given else Status.VISIBLE), ""
    if word in _STATUSES:
        return _STATUSES[word], ""
    return (Status.SENT if given else Status.PENDING), written.strip()


def same_text(one: str, other: str) -> bool:
    """Equal but for blanks: LinkedIn has flattened line breaks into spaces for years."""
    return one.split() == other.split()


def similarity(one: str, other: str) -> float:
    """Share of words in the same order, 0 to 1."""
    ours, theirs = one.casefold().split(), other.casefold().split()
    if not ours or not theirs:
        return float(ours == theirs)
    shared = (Counter(ours) & Counter(theirs)).total()
    if 2 * shared / (len(ours) + len(theirs)) < SIMILAR:  # cheap, and never below the ratio
        return 0.0
    return SequenceMatcher(None, ours, theirs, autojunk=False).ratio()


class Texts:
    """The recommendations of one plan. `pairs` has the stored row of each exported one, else None.

    `stored` is what is stored, with the person each belongs to after the plan's merges.
    """

    def __init__(
        self,
        export: Export,
        refs: Sequence[int],
        pairs: Sequence[Recommendation | None],
        stored: Sequence[tuple[int, Recommendation]],
        age: ExportAge,
        tz: tzinfo,
    ) -> None:
        self.export = export
        self.refs = refs
        self.age = age
        self.tz = tz
        self.new: list[NewRecommendation] = []
        self.updates: dict[int, RecommendationUpdate] = {}
        self.missing: list[int] = []
        self.ignored: list[Ignored] = []
        self._claimed: set[int] = set()
        self._unchanged: Counter[Direction] = Counter()
        self._rows_of = Counter(row.direction for row in export.recommendations)
        self._stored = stored
        self._of_person: dict[tuple[int, Direction], list[Recommendation]] = {}
        for ref, known in stored:
            self._of_person.setdefault((ref, known.direction), []).append(known)
        self._direction = {known.id: known.direction for _, known in stored}
        self._plan(pairs)

    def _plan(self, pairs: Sequence[Recommendation | None]) -> None:
        rest: list[int] = []
        for index, row in enumerate(self.export.recommendations):
            if not self.refs[index]:
                continue
            known = pairs[index] or self._of_person_and_time(index)
            if known is None:
                rest.append(index)
            elif known.id not in self._claimed:
                self._claimed.add(known.id)
                self._compare(known, row)
            else:
                self._report_twice(row, known.text)
        # Newest first, so that of two rewrites the last one takes the place of the stored text.
        rest.sort(key=lambda i: str(self.export.recommendations[i].written_at or ""), reverse=True)
        added: dict[tuple[int, Direction, datetime | str], str] = {}
        for index in rest:
            row = self.export.recommendations[index]
            key = (self.refs[index], row.direction, row.written_at or " ".join(row.text.split()))
            if key in added:
                self._report_twice(row, added[key])
            else:
                added[key] = row.text
                self._place(index)
        self.new.reverse()  # stored in the order in which they were written
        for direction in Direction:
            self._mark_missing(direction)

    def _of_person_and_time(self, index: int) -> Recommendation | None:
        """The stored text of the same person and minute; without a minute, of the same words."""
        row = self.export.recommendations[index]
        for known in self._of_person.get((self.refs[index], row.direction), ()):
            is_same = row.written_at is not None or same_text(known.text, row.text)
            if known.written_at == row.written_at and is_same:
                return known
        return None

    def _report_twice(self, row: ExportedRecommendation, text: str) -> None:
        if not same_text(row.text, text):
            why = "a recommendation of this person and minute stands in the file already"
            self.ignored.append(Ignored(row.place.file, row.place.line, why))

    def _place(self, index: int) -> None:
        """A row that is not stored as it is: a rewrite, an earlier version, the text of one that
        counts already without, or new."""
        row = self.export.recommendations[index]
        stored = self._of_person.get((self.refs[index], row.direction), ())
        free = [known for known in stored if known.id not in self._claimed]
        scored = [(similarity(known.text, row.text), -known.id, known) for known in free]
        _, _, best = max(scored, key=lambda s: s[:2], default=(0.0, 0, None))
        if best is None or similarity(best.text, row.text) < SIMILAR:
            awaited = nearest_awaited(free, self.on(row))
            if awaited is None:
                self._add(index)
            else:
                self._claimed.add(awaited.id)
                self._compare(awaited, row)
        elif row.written_at and best.written_at and best.written_at > row.written_at:
            # What is stored has been rewritten since: the older version has nothing to add.
            self._claimed.add(best.id)
            self._unchanged[row.direction] += 1
        elif best.written_at and row.written_at is None and not same_text(best.text, row.text):
            self._add(index)
        else:
            self._claimed.add(best.id)
            self._compare(best, row)

    def on(self, row: ExportedRecommendation) -> date:
        """The local day of a row; a row without a readable date is of the day of the export."""
        if row.written_at is None:
            return self.age.exported_on
        return row.written_at.astimezone(self.tz).date()

    def _is_old(self, direction: Direction) -> bool:
        return self.age.older_than(self.age.newest_of(direction))

    def _add(self, index: int) -> None:
        row = self.export.recommendations[index]
        status, words = status_of(row.direction, row.status)
        gone = self.age.newest_of(row.direction) if self._is_old(row.direction) else None
        self.new.append(
            NewRecommendation(
                contact=self.refs[index],
                direction=row.direction,
                text=row.text,
                status=status,
                status_text=words,
                on=self.on(row),
                written_at=row.written_at,
                company=row.company,
                position=row.position,
                missing_since=gone,
            )
        )

    def _compare(self, known: Recommendation, row: ExportedRecommendation) -> None:
        old = self._is_old(row.direction)
        changes: dict[str, FieldValue] = {}
        if row.written_at and row.written_at != known.written_at:
            changes["written_at"], changes["on"] = row.written_at, self.on(row)
        differs = bool(row.text.strip()) and not same_text(known.text, row.text)
        rewritten = differs and known.has_text and not old
        if rewritten or (differs and not known.has_text):
            changes["text"] = row.text
            if known.change_asked_on:
                changes["change_asked_on"] = None
        if not old:
            changes |= self._status_changes(known, row)
        for field, stored, said in (
            ("company", known.company, row.company),
            ("position", known.position, row.position),
        ):
            if said and said != stored and not (old and stored):
                changes[field] = said
        if known.missing_since and not old:
            changes["missing_since"] = None
        if changes:
            earlier = known.text if rewritten else None
            self.updates[known.id] = RecommendationUpdate(known.id, changes, earlier)
        else:
            self._unchanged[row.direction] += 1

    def _status_changes(
        self, known: Recommendation, row: ExportedRecommendation
    ) -> dict[str, FieldValue]:
        """An empty status says only that the text went out: it never takes back a later state."""
        status, words = status_of(row.direction, row.status)
        unsent = known.status in (Status.DRAFT, Status.READY)
        if not row.status.strip() and not unsent:
            return {}
        changes: dict[str, FieldValue] = {}
        if status is not known.status:
            changes["status"] = status
        if words != known.status_text:
            changes["status_text"] = words
        return changes

    def _mark_missing(self, direction: Direction) -> None:
        """Stored rows of an earlier export that the file, if it was there, no longer holds."""
        export = self.export
        has_file = export.has_given if direction is Direction.GIVEN else export.has_received
        if not has_file or not self._rows_of[direction] or self._is_old(direction):
            return
        self.missing += [
            known.id
            for _, known in self._stored
            if known.direction is direction
            and known.written_at
            and known.status in COUNTED
            and known.missing_since is None
            and known.id not in self._claimed
        ]

    def tally(self, direction: Direction) -> Tally:
        """New, changed (gone missing included) and unchanged texts of that direction."""
        changed = [*self.updates, *self.missing]
        return Tally(
            sum(row.direction is direction for row in self.new),
            sum(self._direction[key] is direction for key in changed),
            self._unchanged[direction],
        )
