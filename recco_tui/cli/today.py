"""`recco today`, and putting off what it says: `recco snooze`, `recco dismiss`."""

import click

from recco_tui.cli.documents import alert_document
from recco_tui.cli.parameters import json_option
from recco_tui.cli.printing import Column, report, write_json, write_line, write_table
from recco_tui.cli.session import Session
from recco_tui.core.agenda import Alert, in_short, without_hints
from recco_tui.core.errors import NothingFound, UsageError


@click.command()
@click.option("--short", is_flag=True, help="One line, for a shell prompt.")
@click.option("--all", "include_rest", is_flag=True, help="Every line, not only the first ones.")
@click.option("--notify", "desktop", is_flag=True, help="On the desktop, if somebody waits.")
@json_option
@click.pass_obj
def today(session: Session, short: bool, include_rest: bool, desktop: bool, as_json: bool) -> None:
    """What to do today, first things first."""
    today_of = session.ledger.today
    if desktop:
        if short or include_rest or as_json:
            raise UsageError("--notify prints nothing: leave --short, --all and --json out.")
        _notify(today_of.overview().queue)
        return
    if as_json:
        write_json([alert_document(alert) for alert in today_of.alerts()])
        return
    overview = today_of.overview()
    if short:
        if line := in_short(overview.queue):
            write_line(line)
        return
    shown = today_of.alerts() if include_rest else overview.shown
    columns = (Column(), Column(shrinkable=True), Column(shrinkable=True))
    write_table(columns, [_cells(alert) for alert in shown])
    if overview.held_back and not include_rest:
        write_line(overview.held_back)
    if not shown:
        write_line("Nothing today.")


def _notify(queue: tuple[Alert, ...]) -> None:
    """Show a notification, unless nobody waits."""
    waiting = without_hints(queue)
    if not waiting:
        return
    from recco_tui.cli.notifying import notify

    lines = (f"{alert.action.value} {alert.contact}: {alert.why}" for alert in waiting)
    notify([f"{len(queue)} today", *lines])


def _cells(alert: Alert) -> tuple[str, str, str]:
    why = " – ".join((alert.why, *alert.warnings))
    return alert.action.value, alert.contact or "", why


_action_option = click.option(
    "--action", metavar="ACTION", help="Which line, when there are several."
)


@click.command()
@click.argument("name")
@click.option("--days", type=click.IntRange(1, 366), help="For how long; 1 unless you say.")
@_action_option
@json_option
@click.pass_obj
def snooze(
    session: Session, name: str, days: int | None, action: str | None, as_json: bool
) -> None:
    """Put off what today says of somebody."""
    alert = _alert_of(session, name, action)
    days = days or session.ledger.settings.policy.snooze_short_days
    session.ledger.today.snooze(alert, days)
    report(session, alert_document(alert), as_json)


@click.command()
@click.argument("name")
@_action_option
@json_option
@click.pass_obj
def dismiss(session: Session, name: str, action: str | None, as_json: bool) -> None:
    """Never again say what today says of somebody."""
    alert = _alert_of(session, name, action)
    session.ledger.today.dismiss(alert)
    report(session, alert_document(alert), as_json)


def _alert_of(session: Session, name: str, action: str | None) -> Alert:
    contact = session.ledger.contacts.find(name)
    for alert in session.ledger.today.alerts():
        if alert.contact_id == contact.id and action in (None, alert.action.value):
            return alert
    what = f"{action!r} of" if action else "anything of"
    raise NothingFound(f"Today does not say {what} {contact.name}: see 'recco today --all'.")
