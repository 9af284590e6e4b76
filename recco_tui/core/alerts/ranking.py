"""How alerts rank among each other, and what I owe among itself, before it is put into words."""

from typing import TypeVar

from recco_tui.core.alerts.alert import Alert, Urgency
from recco_tui.core.alerts.owing import Matter

Ranked = TypeVar("Ranked", Alert, Matter)


def with_leader(alerts: list[Ranked]) -> list[Ranked]:
    """The oldest debt that still presses leads the list; the others stay where they rank."""
    debts = [alert for alert in alerts if alert.old and alert.urgency == Urgency.OLD_DEBT]
    if not debts:
        return alerts
    leader = min(debts, key=rank)
    raised = leader._replace(urgency=Urgency.LEADING_DEBT)
    return [raised if alert is leader else alert for alert in alerts]


def rank(alert: Alert | Matter) -> tuple[int, int, bool, int, str, str]:
    """Urgency first; then what turns or is due soonest, the shortlist, the name.

    Among debts of years ago the youngest is first: it is the one that still can be answered.
    """
    since = alert.since.toordinal() if alert.since else 0
    day = alert.until or alert.due
    soonest = day.toordinal() if day else 0
    if alert.urgency == Urgency.QUIET:
        soonest, since = -since, 0
    return (-alert.urgency, soonest, not alert.pinned, since, alert.contact or "", alert.id)
