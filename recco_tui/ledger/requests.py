"""What one can do with debts that have dates: their requests to me, and my promises."""

import sqlite3
from collections.abc import Mapping
from datetime import date

from recco_tui.core.cleaning import clean_line
from recco_tui.core.errors import NotAllowed, UsageError
from recco_tui.core.models import DebtKind, Request
from recco_tui.core.reciprocity import open_requests
from recco_tui.ledger.store import Store
from recco_tui.storage import asks, recommendations
from recco_tui.storage.columns import Value

EDITABLE = (
    *("kind", "asked_on", "due_on", "answered_on", "delivered_on", "declined_on"),
    *("closed_on", "note", "because"),
)


class Requests:
    """Verbs on requests and promises."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, request_id: int) -> Request:
        """The request of this id; raises `NothingFound`."""
        return self._store.get(asks.request, request_id, "request")

    def every(self) -> tuple[Request, ...]:
        """All requests and promises of people who are not archived, newest first."""
        return self._store.read(asks.requests)

    def still_open(self) -> tuple[Request, ...]:
        """All that wait for a text of mine, oldest first."""
        with self._store.database.read() as connection:
            people = {request.contact_id for request in asks.requests(connection)}
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
                asks.REQUESTS,
                {
                    "contact_id": contact_id,
                    "kind": kind,
                    "asked_on": asked_on,
                    "due_on": due_on,
                    "note": clean_line(note),
                },
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
        fields: dict[str, Value] = {"declined_on": self._store.past_day(on)}
        if because:
            fields["because"] = clean_line(because)
        self._mark(request_id, "declined the request from", fields)

    def close(self, request_id: int, on: date | None = None, because: str = "") -> None:
        """Let it go without a no: no one waits for it any more."""
        fields: dict[str, Value] = {"closed_on": self._store.past_day(on)}
        if because:
            fields["because"] = clean_line(because)
        self._mark(request_id, "closed the request from", fields)

    def move(self, request_id: int, due_on: date | None) -> None:
        """Promise another day."""
        self._mark(request_id, "moved the date for", {"due_on": due_on})

    def edit(
        self, request_id: int, fields: Mapping[str, Value], seen: Request | None = None
    ) -> Request:
        """Change some of `EDITABLE`; a day None takes it away.

        `seen` is what they were changed from: raises `ChangedElsewhere` when it is another by now.
        """
        unknown = [field for field in fields if field not in EDITABLE]
        if unknown:
            raise UsageError(f"A request has no field {unknown[0]!r}.")
        changed = dict(fields)
        for field in changed.keys() & {"note", "because"}:
            changed[field] = clean_line(str(changed[field] or ""))
        with self._store.change() as change:
            before = self.get(request_id)
            name = self._store.contact(before.contact_id).name
            self._store.refuse_outdated(seen, before, f"The {before.kind.value} of {name}")
            change.label = f"edited the {before.kind.value} {_between(before.kind)} {name}"
            self._store.update(asks.REQUESTS, request_id, changed)
            after = self.get(request_id)
            self._check_days(after)
            return after

    def remove(self, request_id: int) -> None:
        """Take a request or a promise out (undo brings it back)."""
        with self._store.change() as change:
            before = self.get(request_id)
            name = self._store.contact(before.contact_id).name
            change.label = f"removed the {before.kind.value} {_between(before.kind)} {name}"
            self._store.delete(asks.REQUESTS, id=request_id)

    def _check_days(self, request: Request) -> None:
        """Raises `NotAllowed` for days that cannot be, each alone or one beside another."""
        _require_order(request.asked_on, request.due_on)
        for on in (
            request.asked_on,
            request.answered_on,
            request.delivered_on,
            request.declined_on,
            request.closed_on,
        ):
            self._store.past_day(on)
            if on is not None and on < request.asked_on:
                raise NotAllowed(
                    f"It was asked on {request.asked_on}. Nothing can have followed on {on}."
                )
        if request.delivered_on and request.declined_on:
            raise NotAllowed("Delivered or declined, not both. Remove one of the dates.")

    def _mark(self, request_id: int, words: str, fields: dict[str, Value]) -> None:
        with self._store.change() as change:
            request = self.get(request_id)
            due_on = fields.get("due_on")
            _require_order(request.asked_on, due_on if isinstance(due_on, date) else None)
            change.label = f"{words} {self._store.contact(request.contact_id).name}"
            self._store.update(asks.REQUESTS, request_id, fields)


def _between(kind: DebtKind) -> str:
    return "of" if kind is DebtKind.REQUEST else "to"


def _require_order(asked_on: date, due_on: date | None) -> None:
    if due_on is not None and due_on < asked_on:
        raise NotAllowed("The due date is before the day they asked. Correct one of them.")


def _open_with(connection: sqlite3.Connection, contact_id: int) -> list[Request]:
    return open_requests(
        asks.requests(connection, contact_id), recommendations.of_contact(connection, contact_id)
    )
