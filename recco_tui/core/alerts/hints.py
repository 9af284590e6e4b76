"""No one waits for these: the kind of person that is missing, the goal of the week, and
what a reader of the profile would miss."""

from collections.abc import Iterator
from datetime import date, timedelta

from recco_tui.core.alerts.alert import Action, Alert, Urgency
from recco_tui.core.alerts.day import Day
from recco_tui.core.alerts.windows import held_words, warnings_of
from recco_tui.core.asks import REACHING_OUT, is_open
from recco_tui.core.goals import countdown, is_shown, progress
from recco_tui.core.missing_kinds import (
    KindStatus,
    kind_statuses,
    latest_project,
    recommenders_without_kind,
    say_kinds,
)
from recco_tui.core.relationships import Kind
from recco_tui.core.situation import Person
from recco_tui.core.when import count_of


def missing_kind_alert(day: Day) -> Alert | None:
    """The first missing kind that someone could fill, with the best of those.

    Nothing while no kind is set. A kind with an open ask, or with an alert to ask, is on its way.
    """
    if all(person.contact.kind is Kind.UNKNOWN for person in day):
        return None
    busy = {person.contact.kind for person in day if any(is_open(ask) for ask in person.asks)}
    busy |= {day.people[contact_id].contact.kind for contact_id in day.to_ask}
    missing = [
        status
        for status in kind_statuses(day.people, day.policy.one_of_each)
        if status.is_missing and status.kind not in busy
    ]
    if not missing or day.limit:
        return None
    for gap in missing:
        free = [person for person in gap.candidates if not held_words(person, day)]
        if free:
            return _offer(gap, free[0], day)
    return _no_one(missing, day)


def _offer(missing: KindStatus, person: Person, day: Day) -> Alert:
    why = _say_missing([missing], day)
    project = latest_project(person)
    if project is not None:
        why += f"; you share {project.title}"
    if person.contact.pinned_on is not None:
        why += "; on your shortlist"
    return Alert(
        action=Action.MISSING_KIND,
        why=why,
        key="a",
        id=Action.MISSING_KIND.alert_id(missing.kind.value),
        urgency=Urgency.MISSING_KIND,
        contact_id=person.contact.id,
        contact=person.contact.name,
        project=project.title if project else None,
        project_id=project.id if project else None,
        warnings=warnings_of(person, day),
    )


def _no_one(missing: list[KindStatus], day: Day) -> Alert:
    return Alert(
        action=Action.MISSING_KIND,
        why=f"{_say_missing(missing, day)}: add someone who could",
        key="+",
        id=Action.MISSING_KIND.alert_id(missing[0].kind.value),
        urgency=Urgency.MISSING_KIND,
    )


def _say_missing(missing: list[KindStatus], day: Day) -> str:
    kinds = say_kinds([gap.kind for gap in missing], other=bool(missing[0].recommended_by))
    unknown = recommenders_without_kind(day.people)
    but = f" (kind not set for {unknown})" if unknown else ""
    return f"no {kinds} among those who recommended you{but}"


def goal_alert(day: Day) -> Alert | None:
    """What this week's goal still lacks; None once it is reached or when no one is known."""
    monday = week_start(day.today, day.policy.first_weekday)
    sunday = monday + timedelta(days=6)
    sent, written = _sent_and_written(day, monday, sunday)
    asks = max(0, day.policy.weekly_asks - sent) if not day.limit else 0
    texts = max(0, day.policy.weekly_written - written)
    if not day.people or not (asks or texts):
        return None
    wanted = [count_of(asks, "ask") + " to send"] if asks else []
    wanted += [count_of(texts, "recommendation") + " to write"] if texts else []
    return Alert(
        action=Action.GOAL,
        why=f"goal this week: {' and '.join(wanted)}",
        key="a" if asks else "w",
        id=Action.GOAL.alert_id(monday.isoformat()),
        urgency=Urgency.GOAL,
        since=monday,
        due=sunday,
        until=sunday + timedelta(days=1),
    )


def storefront_alert(day: Day) -> Alert | None:
    """What readers of my profile would miss, besides kinds: once a week, on its first day."""
    months = day.policy.stale_text_months
    if not months or day.today != week_start(day.today, day.policy.first_weekday):
        return None
    # Late for start-up time: six days out of seven do not need it.
    from recco_tui.core.storefront import say_gaps, storefront

    gaps = say_gaps(storefront(day.situation), day.today, months)
    if not gaps:
        return None
    return Alert(
        action=Action.STOREFRONT,
        why=f"your profile: {gaps}",
        key="6",
        id=Action.STOREFRONT.alert_id(day.today.isoformat()),
        urgency=Urgency.STOREFRONT,
    )


def dated_goal_alerts(day: Day) -> Iterator[Alert]:
    """Goals with a date that are not reached: the nearer the day, the more urgent."""
    people = list(day)
    for goal in day.situation.goals:
        one = progress(goal, people, day.today)
        if is_shown(one, day.today):
            yield Alert(
                action=Action.GOAL,
                why=countdown(one, day.today),
                key=goal.kind.key,
                id=Action.GOAL.alert_id(f"g{goal.id}"),
                urgency=_goal_urgency((goal.by_day - day.today).days),
                since=goal.set_on,
                due=goal.by_day,
                until=goal.by_day + timedelta(days=1),
            )


def _goal_urgency(days_left: int) -> int:
    if days_left < 0:
        return Urgency.MISSING_KIND
    if days_left == 0:
        return Urgency.DUE_TODAY
    return Urgency.FRESH if days_left <= 2 else Urgency.GOOD


def week_start(today: date, first_weekday: int) -> date:
    """The first day of this week; 0 is Monday."""
    return today - timedelta(days=(today.weekday() - first_weekday) % 7)


def _sent_and_written(day: Day, first: date, last: date) -> tuple[int, int]:
    """Asks to which a message went out in these days, and texts given in them."""
    sent = written = 0
    for person in day:
        for ask in person.asks:
            sent += any(
                noted.step in REACHING_OUT and first <= noted.on <= last for noted in ask.steps
            )
        for text in person.given:
            written += first <= text.on <= last
    return sent, written


def alerts(day: Day) -> Iterator[Alert]:
    """The hints of the day, if any."""
    yield from dated_goal_alerts(day)
    for alert in (missing_kind_alert(day), goal_alert(day), storefront_alert(day)):
        if alert is not None:
            yield alert
