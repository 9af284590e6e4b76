"""Asks under way: the next step of each, from the day it is due."""

from collections.abc import Iterator
from datetime import timedelta

from recco_tui.core.alerts.alert import Action, Alert, Urgency
from recco_tui.core.alerts.day import Day
from recco_tui.core.alerts.windows import held_words, warnings_of, with_occasion
from recco_tui.core.asks import last_touch
from recco_tui.core.guards import reached_today
from recco_tui.core.models import Ask
from recco_tui.core.next_step import NextStep, next_step
from recco_tui.core.policy import HALF_A_YEAR
from recco_tui.core.situation import Person

_URGENCY = {
    Action.ASK: Urgency.DRAFTED,
    Action.CHECK_LEAD: Urgency.DRAFTED,
    Action.REQUEST: Urgency.REQUEST,
    Action.FOLLOW_UP: Urgency.FOLLOW_UP,
    Action.NUDGE: Urgency.NUDGE,
    Action.LET_GO: Urgency.LET_GO,
    Action.THANK: Urgency.THANK,
}


def alerts(day: Day) -> Iterator[Alert]:
    """Those of all people."""
    return (alert for person in day for alert in step_alerts(person, day))


def step_alerts(person: Person, day: Day) -> Iterator[Alert]:
    """One alert an ask whose next step is due. Thanks are given up when they are too late."""
    for ask in person.asks:
        coming = next_step(ask, person.contact, day.policy, day.today)
        if coming is None or coming.due > day.today or _is_history(coming, day):
            continue
        waited = (day.today - coming.since).days
        if coming.action is Action.THANK and waited > day.policy.let_go_days:
            continue
        yield _alert(person, ask, coming, day)


def _alert(person: Person, ask: Ask, coming: NextStep, day: Day) -> Alert:
    contact = person.contact
    project = day.projects.get(ask.project_id or 0)
    is_new = coming.action in (Action.ASK, Action.CHECK_LEAD)
    alert = Alert(
        action=coming.action,
        why=coming.why,
        key="n",
        id=coming.action.alert_id(contact.id, _matter(ask)),
        urgency=_urgency(coming, day),
        contact_id=contact.id,
        contact=contact.name,
        since=coming.since,
        due=coming.due,
        until=coming.until,
        project=project.title if project else None,
        project_id=project.id if project else None,
        ask_id=ask.id,
        step=coming.step,
        via=coming.via,
        old=_is_old(coming, day),
        held=_held(person, coming, day),
        warnings=warnings_of(person, day) if is_new else (),
    )
    return with_occasion(alert, project, day) if is_new else alert


def _matter(ask: Ask) -> str:
    """The ask and its latest touch: a dismissed nudge does not take the next one with it."""
    touch = last_touch(ask)
    return f"a{ask.id}" if touch is None else f"a{ask.id}.{touch.id}"


def _urgency(coming: NextStep, day: Day) -> int:
    if coming.action is Action.THANK and coming.until and day.today > coming.until:
        return Urgency.LATE_THANKS
    if coming.action is Action.LET_GO and _is_old(coming, day):
        return Urgency.QUIET
    return _URGENCY[coming.action]


def _is_history(coming: NextStep, day: Day) -> bool:
    """No one waits for an answer any more: the ask stays in its list, and is no work."""
    return coming.action is Action.LET_GO and day.today - coming.since >= HALF_A_YEAR


def _is_old(coming: NextStep, day: Day) -> bool:
    """An ask silent for so long that its end may be summed up with the old debts."""
    quiet = timedelta(days=day.policy.debt_quiet_days)
    return coming.action is Action.LET_GO and day.today - coming.since >= quiet


def _held(person: Person, coming: NextStep, day: Day) -> str:
    """A new message waits for room and for tomorrow; what answers them never waits."""
    if coming.action in (Action.ASK, Action.CHECK_LEAD):
        return held_words(person, day)
    if coming.action in (Action.FOLLOW_UP, Action.NUDGE) and reached_today(person, day.today):
        return "you wrote to them today"
    return ""
