"""What one can do with debts that have dates: their requests to me, and my promises."""

import sqlite3
from collections.abc import Mapping
from datetime import date

from recco_tui.core.cleaning import clean_line
from recco_tui.core.errors import NotAllowed
from recco_tui.core.models import DebtKind, Request
from recco_tui.core.reciprocity import open_requests
from recco_tui.ledger.row_verbs import RowVerbs
from recco_tui.storage.columns import Value
from recco_tui.storage.rows import UNARCHIVED
from recco_tui.storage.tables import RECOMMENDATIONS, REQUESTS


class Requests(RowVerbs[Request]):
    """Verbs on requests and promises."""

    table, noun = REQUESTS, "request"
    editable = (
        *("kind", "asked_on", "due_on", "answered_on", "delivered_on", "declined_on"),
        *("closed_on", "note", "because"),
    )

    def every(self) -> tuple[Request, ...]:
        """All requests and promises of people who are not archived, newest first."""
        return self._store.read(REQUESTS.unarchived)

    def still_open(self) -> tuple[Request, ...]:
        """All that wait for a text of mine, oldest first."""
        with self._store.database.read() as connection:
            people = {request.contact_id for request in REQUESTS.unarchived(connection)}
            found = [
                request for contact_id in people for request in _open_with(connection, contact_id)
            ]
        return tuple(sorted(found, key=lambda request: (request.asked_on, request.id)))

    def open_with(self, contact_id: int) -> tuple[Request, ...]:
        """Those of one person, oldest first."""
        with self._store.database.read() as connection:
            return tuple(_open_with(connection, contact_id))

    def add(
        self,
        contact_id: int,
        kind: DebtKind = DebtKind.REQUEST,
        *,
        asked_on: date | None = None,
        due_on: date | None = None,
        note: str = "",
    ) -> Request:
        """Note that they asked me, or that I promised; `due_on` is when I said I would deliver."""
        asked_on = self._store.past_day(asked_on)
        _require_order(asked_on, due_on)
        words = (
            "asked for a recommendation"
            if kind == DebtKind.REQUEST
            else "was promised a recommendation"
        )
        with self._store.change() as change:
            change.label = f"{self._store.contact(contact_id).name} {words}"
            request_id = self._store.insert(
                REQUESTS,
                contact_id=contact_id,
                kind=kind,
                asked_on=asked_on,
                due_on=due_on,
                note=clean_line(note),
            )
            return self.get(request_id)

    def answer(self, request_id: int, on: date | None = None, due_on: date | None = None) -> None:
        """I said yes; `due_on` is the day I promised, None for the default working days."""
        fields: dict[str, Value] = {"answered_on": self._store.past_day(on)}
        if due_on is not None:
            fields["due_on"] = due_on
        self._mark(request_id, "said yes to", fields)

    def deliver(self, request_id: int, on: date | None = None) -> None:
        """I wrote it."""
        self._mark(request_id, "delivered to", {"delivered_on": self._store.past_day(on)})

    def decline(self, request_id: int, on: date | None = None, because: str = "") -> None:
        """I said no, kindly."""
        declined: dict[str, Value] = {"declined_on": self._store.past_day(on)}
        self._mark(request_id, "declined the request from", {**declined, **_reason(because)})

    def close(self, request_id: int, on: date | None = None, because: str = "") -> None:
        """Let it go without a no: no one waits for it any more."""
        closed: dict[str, Value] = {"closed_on": self._store.past_day(on)}
        self._mark(request_id, "closed the request from", {**closed, **_reason(because)})

    def move(self, request_id: int, due_on: date | None) -> None:
        """Promise another day."""
        self._mark(request_id, "moved the date for", {"due_on": due_on})

    def _words(self, row: Request) -> str:
        between = "of" if row.kind is DebtKind.REQUEST else "to"
        return f"the {row.kind.value} {between} {self._name(row)}"

    def _checked(self, fields: Mapping[str, Value]) -> dict[str, Value]:
        cleaned = {
            field: clean_line(str(fields[field] or ""))
            for field in fields.keys() & {"note", "because"}
        }
        return {**fields, **cleaned}

    def _refuse_contradiction(self, row: Request) -> None:
        """Raises `NotAllowed` for days that cannot be, each alone or one beside another."""
        _require_order(row.asked_on, row.due_on)
        for on in (
            row.asked_on,
            row.answered_on,
            row.delivered_on,
            row.declined_on,
            row.closed_on,
        ):
            self._store.past_day(on)
            if on is not None and on < row.asked_on:
                raise NotAllowed(f"They asked on {row.asked_on}. {on} is before that.")
        if row.delivered_on and row.declined_on:
            raise NotAllowed("Delivered or declined, not both. Remove one of the dates.")

    def _mark(self, request_id: int, words: str, fields: dict[str, Value]) -> None:
        with self._store.change() as change:
            request = self.get(request_id)
            due_on = fields.get("due_on")
            _require_order(request.asked_on, due_on if isinstance(due_on, date) else None)
            change.label = f"{words} {self._store.contact(request.contact_id).name}"
            self._store.update(REQUESTS, request_id, **fields)


def _reason(because: str) -> dict[str, Value]:
    return {"because": clean_line(because)} if because else {}


def _require_order(asked_on: date, due_on: date | None) -> None:
    if due_on is not None and due_on < asked_on:
        raise NotAllowed("The due date is before the day they asked. Correct one of them.")


def _open_with(connection: sqlite3.Connection, contact_id: int) -> list[Request]:
    requests = REQUESTS.where(connection, f"contact_id = ? AND {UNARCHIVED}", contact_id)
    return open_requests(requests, RECOMMENDATIONS.of_contact(connection, contact_id))
