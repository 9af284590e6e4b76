"""Asks with their steps, requests, waivers and snoozes in SQL."""

import sqlite3
from collections import defaultdict
from datetime import date

from recco_tui.core.models import Ask, AskStep, Request, Snooze, Waiver
from recco_tui.storage import columns, rows

ASKS = "asks"
STEPS = "ask_steps"
REQUESTS = "requests"
WAIVERS = "waivers"
SNOOZES = "snoozes"


_STEP, _REQUEST = columns.readers(STEPS), columns.readers(REQUESTS)
_WAIVER, _SNOOZE = columns.readers(WAIVERS), columns.readers(SNOOZES)


def get(connection: sqlite3.Connection, ask_id: int) -> Ask | None:
    """The ask with its steps, None when there is none of that id."""
    found = _select(connection, "a.id = ?", (ask_id,))
    return found[0] if found else None


def of_contact(connection: sqlite3.Connection, contact_id: int) -> tuple[Ask, ...]:
    """My asks to this person, newest first."""
    return _select(connection, "a.contact_id = ?", (contact_id,))


_UNARCHIVED = "contact_id NOT IN (SELECT id FROM contacts WHERE archived_on NOTNULL)"


def every(connection: sqlite3.Connection, *, archived: bool = False) -> tuple[Ask, ...]:
    """All asks, newest first; of archived people too when asked."""
    return _select(connection, "1" if archived else f"a.{_UNARCHIVED}", ())


def _select(connection: sqlite3.Connection, where: str, values: tuple[int, ...]) -> tuple[Ask, ...]:
    steps: dict[int, list[AskStep]] = defaultdict(list)
    for id_, ask_id, step, on_date, via, because in connection.execute(
        f"SELECT s.id, s.ask_id, s.step, s.on_date, s.via, s.because FROM {STEPS} s "
        f"JOIN {ASKS} a ON a.id = s.ask_id WHERE {where} ORDER BY s.on_date, s.id",
        values,
    ):
        on, channel = _STEP["on_date"](on_date), _STEP["via"](via)
        steps[ask_id].append(AskStep(id_, _STEP["step"](step), on, channel, because))
    return tuple(
        Ask(id_, contact_id, tuple(steps[id_]), project_id, focus, text)
        for id_, contact_id, project_id, focus, text in connection.execute(
            f"SELECT a.id, a.contact_id, a.project_id, a.focus, a.text FROM {ASKS} a "
            f"WHERE {where} ORDER BY a.id DESC",
            values,
        )
    )


def requests(
    connection: sqlite3.Connection, contact_id: int | None = None, *, archived: bool = False
) -> tuple[Request, ...]:
    """Requests and promises, newest first: one person's or all, of archived people when asked."""
    return tuple(
        Request(
            id_,
            of,
            _REQUEST["kind"](kind),
            _REQUEST["asked_on"](asked_on),
            _REQUEST["due_on"](due_on),
            _REQUEST["answered_on"](answered_on),
            _REQUEST["delivered_on"](delivered_on),
            _REQUEST["declined_on"](declined_on),
            note,
        )
        for id_, of, kind, asked_on, due_on, answered_on, delivered_on, declined_on, note in (
            connection.execute(
                "SELECT id, contact_id, kind, asked_on, due_on, answered_on, delivered_on, "
                f"declined_on, note FROM {REQUESTS} WHERE contact_id = coalesce(:of, contact_id) "
                f"AND (:archived OR {_UNARCHIVED}) ORDER BY asked_on DESC, id DESC",
                {"of": contact_id, "archived": archived},
            )
        )
    )


def waivers(connection: sqlite3.Connection, contact_id: int | None = None) -> tuple[Waiver, ...]:
    """Squared debts of one person, or of all, newest first."""
    return tuple(
        Waiver(id_, of, _WAIVER["count"](count), because, _WAIVER["on_date"](on_date))
        for id_, of, count, because, on_date in connection.execute(
            f"SELECT id, contact_id, count, because, on_date FROM {WAIVERS} "
            "WHERE contact_id = coalesce(?, contact_id) ORDER BY on_date DESC, id DESC",
            (contact_id,),
        )
    )


def snoozes(connection: sqlite3.Connection) -> tuple[Snooze, ...]:
    """Alerts put off or dismissed, one line an alert."""
    return tuple(
        Snooze(alert, _SNOOZE["until"](until), _SNOOZE["on_date"](on_date))
        for alert, until, on_date in connection.execute(
            f"SELECT alert, until, on_date FROM {SNOOZES} ORDER BY id"
        )
    )


def put_off(connection: sqlite3.Connection, alert: str, until: date | None, on: date) -> None:
    """Snooze until a date, or dismiss with None; a later word on the same alert wins."""
    connection.execute(
        f"INSERT INTO {SNOOZES} (alert, until, on_date) VALUES (?, ?, ?) "
        "ON CONFLICT (alert) DO UPDATE SET until = excluded.until, on_date = excluded.on_date",
        (alert, rows.stored(until), rows.stored(on)),
    )
