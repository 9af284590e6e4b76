"""Asks with their steps, and snoozes, in SQL."""

import sqlite3
from datetime import date

from recco_tui.core.asks import is_open
from recco_tui.core.models import Ask, Step
from recco_tui.storage import rows
from recco_tui.storage.columns import stored
from recco_tui.storage.rows import UNARCHIVED
from recco_tui.storage.tables import ASK_STEPS, ASKS


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
    return _select(connection, f"text = ? AND {UNARCHIVED}", text)


def every(connection: sqlite3.Connection, *, archived: bool = False) -> tuple[Ask, ...]:
    """All asks, newest first; of archived people too when asked."""
    return _select(connection, "1" if archived else UNARCHIVED)


def _select(connection: sqlite3.Connection, where: str, *values: int | str) -> tuple[Ask, ...]:
    asks = ASKS.where(connection, where, *values)
    of_these = f"ask_id IN (SELECT id FROM asks WHERE {where})"
    steps = ASK_STEPS.selection.by(
        "ask_id",
        connection,
        f"FROM ask_steps WHERE {of_these} ORDER BY {ASK_STEPS.order}",
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
            rows.delete(connection, "ask_steps", "id = ?", [step.id])
    connection.execute("UPDATE ask_steps SET ask_id = ? WHERE ask_id = ?", (into.id, ask.id))
    connection.execute("UPDATE drafts SET ask_id = ? WHERE ask_id = ?", (into.id, ask.id))
    rows.update(
        connection,
        "asks",
        into.id,
        {"text": into.text or ask.text, "focus": into.focus or ask.focus},
    )
    rows.delete(connection, "asks", "id = ?", [ask.id])


def put_off(connection: sqlite3.Connection, alert: str, until: date | None, on: date) -> None:
    """Snooze until a date, or dismiss with None; a later word on the same alert wins."""
    connection.execute(
        "INSERT INTO snoozes (alert, until, on_date) VALUES (?, ?, ?) "
        "ON CONFLICT (alert) DO UPDATE SET until = excluded.until, on_date = excluded.on_date",
        (alert, stored(until), stored(on)),
    )


def take_up(connection: sqlite3.Connection, alert: str) -> bool:
    """Take a snooze out; False when there is none."""
    return connection.execute("DELETE FROM snoozes WHERE alert = ?", (alert,)).rowcount > 0


def remove(connection: sqlite3.Connection, ask_id: int) -> None:
    """Delete an ask with its steps; a draft that was begun for it stays, and is for no ask then."""
    connection.execute("UPDATE drafts SET ask_id = NULL WHERE ask_id = ?", (ask_id,))
    rows.delete_equal(connection, "ask_steps", {"ask_id": ask_id})
    rows.delete_equal(connection, "asks", {"id": ask_id})
