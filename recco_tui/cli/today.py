"""`recco today`, and putting off what it says: `recco snooze`, `recco dismiss`."""

from datetime import date, timedelta

import click

from recco_tui.cli.documents import alert_document, snoozed_document
from recco_tui.cli.parameters import verb
from recco_tui.cli.printing import (
    FIXED,
    SHRINKABLE,
    Column,
    report,
    write_json,
    write_line,
    write_list,
    write_table,
)
from recco_tui.cli.session import Session
from recco_tui.cli.whom import find_contact
from recco_tui.core.agenda import Alert, in_short, without_hints
from recco_tui.core.errors import NothingFound, UsageError
from recco_tui.core.snoozing import after_due, read_until


@verb()
@click.option("--short", is_flag=True, help="One line, for a shell prompt.")
@click.option("--all", "include_rest", is_flag=True, help="Every alert, not only the first ones.")
@click.option(
    "--notify", "desktop", is_flag=True, help="As a desktop notification, if something is due."
)
def today(session: Session, short: bool, include_rest: bool, desktop: bool) -> None:
    """Show what to do today, most urgent first."""
    today_of = session.ledger.today
    if desktop:
        if short or include_rest or session.as_json:
            raise UsageError("--notify prints nothing. Leave out --short, --all and --json.")
        _notify(today_of.overview().queue)
        return
    if session.as_json:
        write_json([alert_document(alert) for alert in today_of.alerts()])
        return
    overview = today_of.overview()
    if short:
        if line := in_short(overview.queue):
            write_line(line)
        return
    shown = today_of.alerts() if include_rest else overview.shown
    write_table(
        (FIXED, SHRINKABLE, SHRINKABLE),
        [(a.action, a.contact or "", " – ".join((a.why, *a.warnings))) for a in shown],
    )
    if overview.held_back and not include_rest:
        write_line(overview.held_back)
    if not shown:
        write_line("Nothing due today.")


def _notify(queue: tuple[Alert, ...]) -> None:
    """Show a notification, unless no one waits."""
    waiting = without_hints(queue)
    if not waiting:
        return
    from recco_tui.cli.notifying import notify

    lines = (
        f"{' '.join(filter(None, (alert.action.value, alert.contact)))}: {alert.why}"
        for alert in waiting
    )
    notify([f"{len(queue)} today", *lines])


_action_option = click.option(
    "--action", metavar="ACTION", help="Which alert, if there are several."
)


@verb()
@click.argument("name", required=False)
@click.option("--days", type=click.IntRange(1, 366), help="For how many days; default 1.")
@click.option("--until", metavar="DATE", help="Until when: monday, 4 Dec, in 2 weeks.")
@click.option("--list", "show_list", is_flag=True, help="List what is snoozed, and until when.")
@click.option("--off", is_flag=True, help="End the snooze: show it in Today again.")
@_action_option
def snooze(
    session: Session,
    name: str | None,
    days: int | None,
    until: str | None,
    show_list: bool,
    off: bool,
    action: str | None,
) -> None:
    """Hide NAME's alert until another day, show it again, or list what is snoozed."""
    if show_list:
        if name or days or until or action or off:
            raise UsageError("--list shows everything that is snoozed. Leave out the rest.")
        _list_snoozed(session)
        return
    if off:
        if days or until:
            raise UsageError("--off ends the snooze at once. Leave out --days and --until.")
        _bring_back(session, name, action)
        return
    if name is None:
        raise UsageError("Name a contact. 'recco snooze --list' shows what is snoozed.")
    if days and until:
        raise UsageError("Use --days or --until, not both.")
    day = read_until(until, session.day) if until else _day_after(session, days)
    alert = _alert_of(session, name, action)
    session.ledger.today.snooze_until(alert, day)
    late = after_due(alert, day, session.day)
    document = {**alert_document(alert), "snoozed_until": day, "warning": late or None}
    report(session, document)
    if late and not session.as_json:
        write_line(f"Note: {late}.")


def _bring_back(session: Session, name: str | None, action: str | None) -> None:
    """All that is snoozed of a contact, or that action alone; of hints, which name no one, that
    action."""
    if name is None and action is None:
        raise UsageError("Give the contact's name; 'recco snooze --list' shows what is snoozed.")
    whom = find_contact(session, name) if name else None
    today_of = session.ledger.today
    found = [
        put_off
        for put_off in today_of.snoozed()
        if put_off.contact_id == (whom.id if whom else None) and action in (None, put_off.action)
    ]
    if not found:
        of = f"for {whom.name}" if whom else "of that kind"
        raise NothingFound(f"Nothing {of} is snoozed. See 'recco snooze --list'.")
    with session.ledger.one_change(
        f"ended the snooze: {' '.join(filter(None, (found[0].action, found[0].contact)))}"
    ):
        for put_off in found:
            today_of.bring_back(put_off)
    report(session, [snoozed_document(put_off) for put_off in found])


def _day_after(session: Session, days: int | None) -> date:
    return session.day + timedelta(days=days or session.ledger.settings.policy.snooze_short_days)


def _list_snoozed(session: Session) -> None:
    write_list(
        session,
        session.ledger.today.snoozed(),
        document=snoozed_document,
        columns=(Column("what"), Column("who", shrinkable=True), Column("until")),
        cells=lambda snoozed: (
            snoozed.action,
            snoozed.contact or "",
            session.say_date(snoozed.until),
        ),
        empty="Nothing is snoozed.",
    )


@verb()
@click.argument("name")
@_action_option
def dismiss(session: Session, name: str, action: str | None) -> None:
    """Never show an alert of NAME again."""
    alert = _alert_of(session, name, action)
    session.ledger.today.dismiss(alert)
    report(session, alert_document(alert))


def _alert_of(session: Session, name: str, action: str | None) -> Alert:
    contact = find_contact(session, name)
    for alert in session.ledger.today.alerts():
        if alert.contact_id == contact.id and action in (None, alert.action.value):
            return alert
    what = f"no {action} for" if action else "nothing for"
    raise NothingFound(f"Today shows {what} {contact.name}. See 'recco today --all'.")
