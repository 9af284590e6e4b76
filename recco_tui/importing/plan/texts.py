"""Recommendations of an export against the stored ones: the same, a rewrite, or new.

The same is: direction, person and minute. A similar text of the same person with a newer date is a
rewrite of the stored one (LinkedIn gives a rewritten text the newest date). A received one that
counts already and has no text yet gets the text of that person; everything else is new.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, tzinfo

from recco_tui.core.export import Export, ExportedRecommendation, Ignored
from recco_tui.core.import_plan import (
    ExportAge,
    FieldValue,
    Merge,
    NewRecommendation,
    RecommendationUpdate,
    Tally,
)
from recco_tui.core.models import COUNTED, Direction, Recommendation, Status, TextVersion
from recco_tui.core.received import nearest_awaited
from recco_tui.importing.plan.revisions import (
    SIMILAR,
    fold_revisions,
    place_taken_by,
    same_text,
    similarity,
    status_word,
    version_of,
)

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
    word = status_word(written)
    given = direction is Direction.GIVEN
    if not word:
        return (Status.SENT if given else Status.VISIBLE), ""
    if word in _STATUSES:
        return _STATUSES[word], ""
    return (Status.SENT if given else Status.PENDING), written.strip()


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
        versions: Mapping[int, Sequence[TextVersion]],
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
        self._versions = versions
        self._of_person: dict[tuple[int, Direction], list[Recommendation]] = {}
        for ref, known in stored:
            self._of_person.setdefault((ref, known.direction), []).append(known)
        self._direction = {known.id: known.direction for _, known in stored}
        self._plan(pairs)

    def _plan(self, pairs: Sequence[Recommendation | None]) -> None:
        rows = self.export.recommendations
        folded = fold_revisions(rows, self.refs, pairs)
        self._earlier: dict[int, list[int]] = {}
        for index, target in folded.items():
            self._earlier.setdefault(target, []).append(index)
            why = f"same recommendation as line {rows[target].place.line}, with another date"
            self._leave_out(rows[index], why)
        whole = [index for index, ref in enumerate(self.refs) if ref and index not in folded]
        rest = [index for index in whole if not self._pair(index, pairs)]
        # Newest first, so that of two rewrites the last one takes the place of the stored text.
        rest.sort(key=lambda i: str(rows[i].written_at or ""), reverse=True)
        added: dict[tuple[int, Direction, datetime | str], str] = {}
        placed: list[int] = []
        for index in rest:
            row = rows[index]
            key = (self.refs[index], row.direction, row.written_at or " ".join(row.text.split()))
            if key in added:
                self._report_twice(row, added[key])
            else:
                added[key] = row.text
                placed.append(index)
        # What is like a stored text is that one, before another may have taken its place.
        for index in [index for index in placed if not self._place_by_words(index)]:
            self._place(index)
        self.new.sort(
            key=lambda new: str(new.recommendation.written_at or "")
        )  # stored in the order in which they were written
        for direction in Direction:
            self._mark_missing(direction)
        self.joined = tuple(self._join_texts_of_merged())
        for join in self.joined:
            self.updates.pop(join.gone, None)
            if join.gone in self.missing:
                self.missing.remove(join.gone)

    def _join_texts_of_merged(self) -> Iterator[Merge]:
        """Texts of two who turned out to be one: what is gone was before what was written later.

        Had it been known that they are one, the later text had taken the place of the other.
        """
        for texts in self._of_person.values():
            if len({text.contact_id for text in texts}) > 1:
                gone = [text for text in texts if text.missing_since or text.id in self.missing]
                dated = [text for text in texts if text.written_at]
                for later in sorted(dated, key=lambda text: str(text.written_at), reverse=True):
                    others = [text for text in gone if text.contact_id != later.contact_id]
                    if best := place_taken_by(later.written_at, others):
                        gone.remove(best)
                        if later in gone:
                            gone.remove(later)
                        yield Merge(best.id, later.id)

    def _pair(self, index: int, pairs: Sequence[Recommendation | None]) -> bool:
        """Compare a row with the text that it, or what it was before, is stored as; False: none."""
        of_rows = [pairs[i] or self._of_person_and_time(i) for i in self._with_earlier(index)]
        known = next(filter(None, of_rows), None)
        if known is None:
            return False
        if known.id in self._claimed:
            self._report_twice(self.export.recommendations[index], known.text)
        else:
            self._compare(known, index)
        return True

    def _with_earlier(self, index: int) -> list[int]:
        return [index, *self._earlier.get(index, ())]

    def _leave_out(self, row: ExportedRecommendation, why: str) -> None:
        self.ignored.append(Ignored(row.place.file, row.place.line, why))

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
            self._leave_out(row, "already there: same person, same minute")

    def _free(self, index: int) -> list[Recommendation]:
        row = self.export.recommendations[index]
        stored = self._of_person.get((self.refs[index], row.direction), ())
        return [known for known in stored if known.id not in self._claimed]

    def _place_by_words(self, index: int) -> bool:
        """Compare a row with the text that it is a rewrite or an earlier version of, if any."""
        row, free = self.export.recommendations[index], self._free(index)
        scored = [(similarity(known.text, row.text), -known.id, known) for known in free]
        score, _, best = max(scored, key=lambda s: s[:2], default=(0.0, 0, None))
        if best is None or score < SIMILAR:
            best = version_of(row, free, self._versions)
        elif best.written_at and row.written_at is None and not same_text(best.text, row.text):
            best = None
        if best is not None:
            self._compare(best, index)
        return best is not None

    def _place(self, index: int) -> None:
        """A row of words not seen yet: the text of one that counts already without, one that took
        the place of another, or new."""
        row, free = self.export.recommendations[index], self._free(index)
        best = nearest_awaited(free, self.on(row)) or place_taken_by(
            row.written_at, free, is_old=self._is_old(row.direction)
        )
        if best is None:
            self._add(index)
        else:
            self._compare(best, index)

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
                Recommendation(
                    id=0,
                    contact_id=self.refs[index],
                    direction=row.direction,
                    text=row.text,
                    status=status,
                    on=self.on(row),
                    written_at=row.written_at,
                    status_text=words,
                    company=row.company,
                    position=row.position,
                    missing_since=gone,
                ),
                tuple(
                    TextVersion(earlier.text, earlier.written_at)
                    for i in self._earlier.get(index, ())
                    if (earlier := self.export.recommendations[i])
                ),
            )
        )

    def _compare(self, known: Recommendation, index: int) -> None:
        """What the row changes of its text; nothing but history where an older export tells what
        the text was before."""
        row, is_old = self.export.recommendations[index], self._is_old(known.direction)
        self._claimed.add(known.id)
        is_before = row.written_at and known.written_at and known.written_at > row.written_at
        was_before = bool(is_before and is_old)
        changes = {} if was_before else self._changes(known, row)
        if known.missing_since and not is_old:
            changes["missing_since"] = None
        rewritten = "text" in changes and known.has_text
        rows = self._with_earlier(index) if is_old else self._earlier.get(index, ())
        versions = self._new_versions(known, index, rows, changes)
        if changes or versions:
            earlier = known.text if rewritten else None
            self.updates[known.id] = RecommendationUpdate(known.id, changes, earlier, versions)
        else:
            self._unchanged[row.direction] += 1

    def _new_versions(
        self,
        known: Recommendation,
        index: int,
        rows: Iterable[int],
        changes: Mapping[str, FieldValue],
    ) -> tuple[TextVersion, ...]:
        """What these rows tell of the text before, unless it is known: stored, or in its place."""
        told = [self.export.recommendations[i] for i in rows]
        texts = self._of_person.get((self.refs[index], known.direction), ())
        stored = [old.text for text in texts for old in self._versions.get(text.id, ())]
        stored += [known.text, str(changes.get("text", ""))]
        return tuple(
            TextVersion(row.text, row.written_at)
            for row in told
            if row.text.strip() and not any(same_text(row.text, one) for one in stored)
        )

    def _changes(self, known: Recommendation, row: ExportedRecommendation) -> dict[str, FieldValue]:
        # An older export may have the last words of a text that is gone from the newest.
        dates = known.written_at, row.written_at
        newer = known.missing_since and dates[0] and dates[1] and dates[0] < dates[1]
        old = self._is_old(row.direction) and not newer
        changes: dict[str, FieldValue] = {}
        if row.written_at and row.written_at != known.written_at and not (old and dates[0]):
            changes["written_at"], changes["on"] = row.written_at, self.on(row)
        differs = bool(row.text.strip()) and not same_text(known.text, row.text)
        if differs and (not known.has_text or not old):
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
        return changes

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
        changed = {*self.updates, *self.missing, *(join.into for join in self.joined)}
        return Tally(
            sum(new.recommendation.direction is direction for new in self.new),
            sum(self._direction[key] is direction for key in changed),
            self._unchanged[direction],
        )
