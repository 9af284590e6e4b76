"""`recco today`, and putting off what it says: `recco snooze`, `recco dismiss`."""

import click

from recco_tui.cli.parameters import json_option
from recco_tui.cli.printing import Column, tell, write_json, write_table
from recco_tui.cli.reporting import report
from recco_tui.cli.session import Session
from recco_tui.core.agenda import Alert, as_document, in_short, without_hints
from recco_tui.core.errors import NothingFound, UsageError


@click.command()
@click.option("--short", is_flag=True, help="One line, for a shell prompt.")
@click.option("--all", "every", is_flag=True, help="Every line, not only the first ones.")
@click.option("--notify", "aloud", is_flag=True, help="On the desktop, if somebody waits.")
@json_option
@click.pass_obj
def today(session: Session, short: bool, every: bool, aloud: bool, as_json: bool) -> None:
    """What to do today, first things first."""
    today_of = session.ledger.today
    if aloud:
        if short or every or as_json:
            raise UsageError("--notify prints nothing: leave --short, --all and --json out.")
        _notify(without_hints(today_of.overview().queue))
        return
    if as_json:
        write_json([as_document(alert) for alert in today_of.alerts()])
        return
    overview = today_of.overview()
    if short:
        if line := in_short(overview.queue):
            tell(line)
        return
    shown = today_of.alerts() if every else overview.shown
    columns = (Column(""), Column("", gives=True), Column("", gives=True))
    write_table(columns, [_cells(alert) for alert in shown])
    if overview.held_back and not every:
        tell(overview.held_back)
    if not shown:
        tell("Nothing today.")


def _notify(waiting: tuple[Alert, ...]) -> None:
    """Nobody is disturbed on a day without anything."""
    if not waiting:
        return
    from recco_tui.cli.notifying import notify

    lines = (f"{one.action.value} {one.contact}: {one.why}" for one in waiting)
    notify([f"{len(waiting)} today", *lines])


def _cells(alert: Alert) -> tuple[str, str, str]:
    why = " – ".join((alert.why, *alert.warnings))
    return alert.action.value, alert.contact or "", why


_action = click.option("--action", metavar="ACTION", help="Which line, when there are several.")


@click.command()
@click.argument("name")
@click.option("--days", type=click.IntRange(1, 366), help="For how long; 1 unless you say.")
@_action
@json_option
@click.pass_obj
def snooze(
    session: Session, name: str, days: int | None, action: str | None, as_json: bool
) -> None:
    """Put off what today says of somebody."""
    alert = _alert_of(session, name, action)
    days = days or session.ledger.settings.policy.snooze_short_days
    session.ledger.today.snooze(alert, days)
    report(session, as_document(alert), as_json)


@click.command()
@click.argument("name")
@_action
@json_option
@click.pass_obj
def dismiss(session: Session, name: str, action: str | None, as_json: bool) -> None:
    """Never again say what today says of somebody."""
    alert = _alert_of(session, name, action)
    session.ledger.today.dismiss(alert)
    report(session, as_document(alert), as_json)


def _alert_of(session: Session, name: str, action: str | None) -> Alert:
    contact = session.ledger.contacts.find(name)
    for alert in session.ledger.today.alerts():
        if alert.contact_id == contact.id and action in (None, alert.action.value):
            return alert
    what = f"{action!r} of" if action else "anything of"
    raise NothingFound(f"Today does not say {what} {contact.name}: see 'recco today --all'.")
