"""Weaving in what a machine changed beside changes that it did not know.

- Two fields of a row: both changes hold; the same field: the later batch holds, and the other value
  is kept (`KeptValue`; of texts and drafts also as a version).
- A row changed here and removed there stays, and so does what another row is tied to.
- Two rows that are one (the same LinkedIn address, setting, question, alert, place in a project, or
  every field the same) become one, whatever their ids; two rows of one id that are not one, as
  after a copied file, become two.
"""

import json
from collections.abc import Mapping
from hashlib import sha256

from recco_tui.core.kept_values import KeptValue
from recco_tui.storage import contacts
from recco_tui.storage.batches import Batch
from recco_tui.storage.columns import (
    COLUMNS,
    ListColumn,
    Stored,
    references,
    strings_in,
    unique_columns,
)
from recco_tui.storage.merged_ledger import MergedLedger
from recco_tui.storage.row_changes import Row, RowChange

_QUIET = {"search", "saved_at", "claims", "told_on", "listed_on", "fingerprint", "outcome"}
"""Columns in which the later value holds without a word: they follow from others, or from a day."""
_SAME_ROW = {
    "contacts": ("slug", "name"),
    "projects": ("title",),
    "moments": ("contact_id", "text"),
    "meetings": ("contact_id", "on_date"),
    "recommendations": ("contact_id", "direction", "on_date"),
    "recommendation_versions": ("recommendation_id", "text"),
    "asks": ("contact_id", "project_id"),
    "ask_steps": ("ask_id", "step", "on_date"),
    "requests": ("contact_id", "kind", "asked_on"),
    "waivers": ("contact_id", "on_date"),
    "drafts": ("contact_id", "kind", "project_id"),
    "imports": ("imported_at",),
    "goals": ("kind", "by_day", "set_on"),
    "draft_versions": ("draft_id", "text", "saved_at"),
}
"""Columns by which two rows of one id, made on two machines, are the same row."""
_RENUMBERED = 10**12
"""Ids from here on are of rows whose own id was another's."""
_ID_BLOCK = 10**6
_VERSIONS = {
    "recommendations": ("recommendation_versions", "recommendation_id", "replaced_at"),
    "drafts": ("draft_versions", "draft_id", "saved_at"),
}


class Weaving:
    """One batch whose machine did not know all that comes before it."""

    def __init__(self, merged: MergedLedger, batch: Batch, index: int, seen: int) -> None:
        self._merged, self._batch, self._index, self._seen = merged, batch, index, seen
        self._given_up: dict[tuple[str, int, str], Stored] = {}
        self._joined: set[tuple[str, int]] = set()
        self._touched: set[int] = set()
        """Contacts whose search key is to be made anew."""

    def weave(self, changes: list[RowChange]) -> None:
        """Apply the changes as far as they go together with what is there."""
        for change in reversed(changes):
            if change.before is not None and change.after is None:
                self._remove(change.table, change.id, change.before)
        for change in changes:
            if change.before is not None and change.after is not None:
                self._give_up(change.table, change.id, change.before, change.after)
        for change in changes:
            if change.before is None and change.after is not None:
                self._add(change.table, change.id, self._mapped(change.table, change.after))
        for change in changes:
            if change.before is not None and change.after is not None:
                self._change(change.table, change.id, change.before, change.after)
        self._bring_back_what_is_named()
        self._refresh_search()

    def _resolve(self, table: str, id_: int) -> int:
        return self._merged.resolve(table, id_, self._seen)

    def _mapped(self, table: str, row: Mapping[str, Stored]) -> Row:
        """The row with the ids that other rows have here."""
        mapped = dict(row)
        for name, column in references(table).items():
            if isinstance(value := row.get(name), int):
                mapped[name] = self._resolve(column.table, value)
        if table == "snoozes" and "alert" in row:
            mapped["alert"] = self._mapped_words(str(row["alert"]), ":")
        if table == "import_answers" and "answer" in row:
            mapped["answer"] = self._mapped_words(str(row["answer"]), "#")
        return mapped

    def _mapped_words(self, text: str, mark: str) -> str:
        """A contact's id behind a mark, in an alert or an answer."""
        before, found, rest = text.partition(mark)
        number, colon, matter = rest.partition(":")
        if not found or not number.isdecimal() or (mark == "#" and (before or colon)):
            return text
        return f"{before}{mark}{self._resolve('contacts', int(number))}{colon}{matter}"

    def _remove(self, table: str, id_: int, before: Row) -> None:
        here = self._resolve(table, id_)
        row = self._merged.row(table, here)
        if row is None or here != id_:
            return  # of two rows that became one, the other stays
        expected = self._mapped(table, before)
        if any(row[name] != expected[name] for name in expected.keys() - _QUIET):
            self._keep(table, here, "id", "removed", "changed")
            return
        self._merged.remove(table, here)

    def _give_up(self, table: str, id_: int, before: Row, after: Row) -> None:
        """Free a value that another row may get; the row gets its new one later."""
        here = self._resolve(table, id_)
        for names in unique_columns(table):
            (name, *more) = names
            if more or name not in after or not COLUMNS[table][name].null:
                continue
            row = self._merged.row(table, here)
            if row is not None and row[name] == before[name]:
                self._given_up[table, here, name] = before[name]
                self._merged.update(table, here, {name: None})

    def _change(self, table: str, id_: int, before: Row, after: Row) -> None:
        here = self._resolve(table, id_)
        row = self._merged.row(table, here) or self._revived(table, here)
        new, old = self._mapped(table, after), self._mapped(table, before)
        if row is None:
            for name, value in new.items():
                self._keep(table, here, name, value, None)
            return
        values: Row = {}
        for name, value in new.items():
            present = self._given_up.get((table, here, name), row[name])
            if present != value and present != old[name]:
                value = self._settled(table, row, name, value)
            values[name] = value
        self._put(table, row, values)

    def _settled(self, table: str, row: Row, name: str, value: Stored) -> Stored:
        """What holds where two machines changed one field; the other value is kept."""
        present = row[name]
        if isinstance(COLUMNS[table][name], ListColumn):
            here = strings_in(present)
            both = [*here, *(text for text in strings_in(value) if text not in here)]
            return json.dumps(both, ensure_ascii=False)
        if name not in _QUIET:
            self._keep(table, int(row["id"] or 0), name, present, value)
            if name == "text" and table in _VERSIONS and present:
                self._keep_version(table, row)
        return value

    def _put(self, table: str, row: Row, values: Row) -> None:
        """Store values in a row, but for those that only one row may have and another has."""
        id_ = int(row["id"] or 0)
        for names in unique_columns(table):
            wanted = {name: values.get(name, row[name]) for name in names}
            if None in wanted.values() or not values.keys() & set(names):
                continue
            holder = self._merged.found(table, wanted, besides=id_)
            if holder is None:
                continue
            if table == "project_members":
                self._become_one(table, {**row, **values}, holder)
                return
            for name in names:
                self._keep(table, id_, name, values.pop(name), row[name])
        self._merged.update(table, id_, values)
        self._touch(table, id_)

    def _become_one(self, table: str, row: Row, holder: Row) -> None:
        """A row came where another is: what it says goes into that one."""
        id_, other = int(row["id"] or 0), int(holder["id"] or 0)
        self._merged.remove(table, id_)
        self._merged.add_alias(table, id_, self._index, other)
        self._fill(table, holder, row)

    def _add(self, table: str, id_: int, row: Row) -> None:
        if holder := self._holder(table, row):
            other = int(holder["id"] or 0)
            if other != id_:
                self._merged.add_alias(table, id_, self._index, other)
            self._joined.add((table, other))
            self._fill(table, holder, row)
            return
        there = self._merged.row(table, id_)
        if there and self._is_same(table, there, row):
            self._fill(table, there, row)
            return
        gone = None if there else self._merged.dead(table, id_)
        if there or (gone and not self._is_same(table, gone, row)):
            row = {**row, "id": self._free_id(table, id_)}
            self._merged.add_alias(table, id_, self._index, int(row["id"] or 0))
        self._merged.insert(table, row, self._index)
        self._touch(table, int(row["id"] or 0))

    def _holder(self, table: str, row: Row) -> Row | None:
        """The row that this one is, whatever its id."""
        for names in unique_columns(table):
            wanted = {name: row[name] for name in names}
            if None not in wanted.values() and (holder := self._merged.found(table, wanted)):
                return holder
        if table in ("contacts", "projects"):
            return None
        same = {name: value for name, value in row.items() if name not in {"id", *_QUIET}}
        if table == "recommendations" and str(row["text"] or "").strip():
            same = {name: row[name] for name in ("contact_id", "direction", "text")}
        for id_ in self._merged.all_found(table, same):
            is_new = self._merged.born_in(table, id_) == self._index
            if not is_new and (table, id_) not in self._joined:
                return self._merged.row(table, id_)
        return None

    @staticmethod
    def _is_same(table: str, one: Row, other: Row) -> bool:
        names = _SAME_ROW.get(table, ())
        if table == "contacts":
            return any(one[name] and one[name] == other[name] for name in names)
        return bool(names) and all(one[name] == other[name] for name in names)

    def _fill(self, table: str, holder: Row, row: Row) -> None:
        """What another machine says of the same row: it fills what is empty, else it is later."""
        values: Row = {}
        for name, value in row.items():
            present, column = holder[name], COLUMNS[table][name]
            if name == "id" or value == present or value in (None, "", column.default):
                continue
            if present not in (None, "", column.default):
                value = self._settled(table, holder, name, value)
            values[name] = value
        self._put(table, holder, values)

    def _free_id(self, table: str, id_: int) -> int:
        """Another id for a row whose own is taken, the same whenever this batch is woven in."""
        number = int(self._batch.id[:8], 16) % _ID_BLOCK
        free = _RENUMBERED + number * _ID_BLOCK + id_ % _ID_BLOCK
        while self._merged.is_taken(table, free):
            free += 1
        return free

    def _revived(self, table: str, id_: int) -> Row | None:
        """A row that was taken out, put back: it is still needed."""
        row = self._merged.dead(table, id_)
        if row is None:
            return None
        for names in unique_columns(table):
            if self._merged.found(table, {name: row[name] for name in names}, besides=id_):
                if not all(COLUMNS[table][name].null for name in names):
                    return None
                row |= dict.fromkeys(names)
        self._merged.insert(table, row, self._index)
        self._touch(table, id_)
        self._keep(table, id_, "id", "removed", "changed")
        return row

    def _bring_back_what_is_named(self) -> None:
        while lost := self._merged.dangling():
            for table, id_, name in lost:
                row = self._merged.row(table, id_)
                if row is None or not isinstance(row[name], int):
                    continue
                column = references(table)[name]
                other, named = column.table, int(row[name] or 0)
                if self._merged.row(other, named) or self._revived(other, named):
                    continue
                if column.null:
                    self._merged.update(table, id_, {name: None})
                    continue
                self._merged.remove(table, id_)
                for field, value in row.items():
                    if field not in {"id", *_QUIET} and value:
                        self._keep(table, id_, field, value, None)

    def _keep(self, table: str, id_: int, name: str, lost: Stored, stays: Stored) -> None:
        header = self._batch.header
        words, instead = ("" if value is None else str(value) for value in (lost, stays))
        value = KeptValue(table, id_, name, words, instead, header.machine_name, header.made_at)
        self._merged.kept.append(value)

    def _keep_version(self, table: str, row: Row) -> None:
        """The text that was there, where earlier texts are kept."""
        versions, of, at = _VERSIONS[table]
        named = f"{self._batch.id} {table} {row['id']}"
        number = int(sha256(named.encode()).hexdigest()[:10], 16)
        id_ = self._free_id(versions, number)
        made_at = self._batch.header.made_at
        version: Row = {"id": id_, of: row["id"], "text": row["text"], at: made_at}
        if table == "drafts":
            version["claims"] = row["claims"]
        self._merged.insert(versions, version, self._index)

    def _touch(self, table: str, id_: int) -> None:
        if table == "contacts":
            self._touched.add(id_)

    def _refresh_search(self) -> None:
        for id_ in sorted(self._touched):
            if row := self._merged.row("contacts", id_):
                self._merged.update("contacts", id_, {"search": contacts.search_key_of_row(row)})
