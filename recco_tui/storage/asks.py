"""Asks with their steps, requests, waivers and snoozes in SQL."""

import sqlite3
from datetime import date

from recco_tui.core.asks import is_open
from recco_tui.core.models import Ask, AskStep, Request, Snooze, Step, Waiver
from recco_tui.storage import rows
from recco_tui.storage.columns import stored
from recco_tui.storage.rows import Selection

ASKS = "asks"
STEPS = "ask_steps"
REQUESTS = "requests"
WAIVERS = "waivers"
SNOOZES = "snoozes"

_ASKS = Selection.of_table(Ask, ASKS)
_STEPS = Selection.of_table(AskStep, STEPS)
_REQUESTS = Selection.of_table(Request, REQUESTS)
_WAIVERS = Selection.of_table(Waiver, WAIVERS)
_SNOOZES = Selection.of_table(Snooze, SNOOZES)
_UNARCHIVED = "contact_id NOT IN (SELECT id FROM contacts WHERE archived_on NOTNULL)"


def get(connection: sqlite3.Connection, ask_id: int) -> Ask | None:
    """The ask with its steps, None when there is none of that id."""
    return next(iter(_select(connection, "id = ?", ask_id)), None)


def with_step(connection: sqlite3.Connection, step_id: int) -> Ask | None:
    """The ask that a step belongs to, None when there is no such step."""
    where = "id = (SELECT ask_id FROM ask_steps WHERE id = ?)"
    return next(iter(_select(connection, where, step_id)), None)


def of_contact(connection: sqlite3.Connection, contact_id: int) -> tuple[Ask, ...]:
    """My asks to this person, newest first."""
    return _select(connection, "contact_id = ?", contact_id)


def with_text(connection: sqlite3.Connection, text: str) -> tuple[Ask, ...]:
    """Asks to people who are not archived that say just this, newest first."""
    return _select(connection, f"text = ? AND {_UNARCHIVED}", text)


def every(connection: sqlite3.Connection, *, archived: bool = False) -> tuple[Ask, ...]:
    """All asks, newest first; of archived people too when asked."""
    return _select(connection, "1" if archived else _UNARCHIVED)


def _select(connection: sqlite3.Connection, where: str, *values: int | str) -> tuple[Ask, ...]:
    asks = _ASKS.read(connection, f"FROM asks WHERE {where} ORDER BY id DESC", values)
    steps = _STEPS.by(
        "ask_id",
        connection,
        f"FROM ask_steps WHERE ask_id IN (SELECT id FROM asks WHERE {where}) ORDER BY on_date, id",
        values,
    )
    return tuple(ask._replace(steps=tuple(steps[ask.id])) for ask in asks)


def join_open(connection: sqlite3.Connection, contact_id: int) -> None:
    """Make one of the open asks to a person that are about the same project: the older one, with
    the steps of all of them."""
    first: dict[int | None, Ask] = {}
    for ask in reversed(of_contact(connection, contact_id)):
        if is_open(ask) and first.setdefault(ask.project_id, ask) is not ask:
            _join(connection, first[ask.project_id], ask)


def _join(connection: sqlite3.Connection, into: Ask, ask: Ask) -> None:
    there = {(step.step, step.on, step.via) for step in into.steps}
    begun = any(step.step is Step.DRAFTED for step in into.steps)
    for step in ask.steps:
        is_known = (step.step, step.on, step.via) in there
        if is_known or (begun and step.step is Step.DRAFTED):
            rows.delete(connection, STEPS, "id = ?", [step.id])
    connection.execute(f"UPDATE {STEPS} SET ask_id = ? WHERE ask_id = ?", (into.id, ask.id))
    connection.execute("UPDATE drafts SET ask_id = ? WHERE ask_id = ?", (into.id, ask.id))
    rows.update(
        connection,
        ASKS,
        into.id,
        {"text": into.text or ask.text, "focus": into.focus or ask.focus},
    )
    rows.delete(connection, ASKS, "id = ?", [ask.id])


def request(connection: sqlite3.Connection, request_id: int) -> Request | None:
    """The request or promise, None when there is none of that id."""
    return _REQUESTS.one(connection, "FROM requests WHERE id = ?", (request_id,))


def requests(
    connection: sqlite3.Connection, contact_id: int | None = None, *, archived: bool = False
) -> tuple[Request, ...]:
    """Requests and promises, newest first: one person's or all, of archived people when asked."""
    where, values = _of(contact_id)
    return _REQUESTS.read(
        connection,
        f"FROM requests WHERE {where} AND {'1' if archived else _UNARCHIVED} "
        "ORDER BY asked_on DESC, id DESC",
        values,
    )


def waivers(connection: sqlite3.Connection, contact_id: int | None = None) -> tuple[Waiver, ...]:
    """Waived debts of one person, or of all, newest first."""
    where, values = _of(contact_id)
    return _WAIVERS.read(
        connection, f"FROM waivers WHERE {where} ORDER BY on_date DESC, id DESC", values
    )


def _of(contact_id: int | None) -> tuple[str, tuple[int, ...]]:
    """A condition and its values. Without a person it is another, so that an index finds theirs."""
    return ("1", ()) if contact_id is None else ("contact_id = ?", (contact_id,))


def snoozes(connection: sqlite3.Connection) -> tuple[Snooze, ...]:
    """Alerts put off or dismissed, one line an alert."""
    return _SNOOZES.read(connection, "FROM snoozes ORDER BY id")


def put_off(connection: sqlite3.Connection, alert: str, until: date | None, on: date) -> None:
    """Snooze until a date, or dismiss with None; a later word on the same alert wins."""
    connection.execute(
        f"INSERT INTO {SNOOZES} (alert, until, on_date) VALUES (?, ?, ?) "
        "ON CONFLICT (alert) DO UPDATE SET until = excluded.until, on_date = excluded.on_date",
        (alert, stored(until), stored(on)),
    )


def take_up(connection: sqlite3.Connection, alert: str) -> bool:
    """Take a snooze out; False when there is none."""
    return connection.execute(f"DELETE FROM {SNOOZES} WHERE alert = ?", (alert,)).rowcount > 0


def waiver(connection: sqlite3.Connection, waiver_id: int) -> Waiver | None:
    """The waived debt, None when there is none of that id."""
    return _WAIVERS.one(connection, "FROM waivers WHERE id = ?", (waiver_id,))


def remove(connection: sqlite3.Connection, ask_id: int) -> None:
    """Delete an ask with its steps; a draft that was begun for it stays, and is for no ask then."""
    connection.execute("UPDATE drafts SET ask_id = NULL WHERE ask_id = ?", (ask_id,))
    rows.delete_equal(connection, STEPS, {"ask_id": ask_id})
    rows.delete_equal(connection, ASKS, {"id": ask_id})
