"""Ask now: work with someone ended, or they praised me, and no ask is under way."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from recco_tui.core.alerts.alert import TURNS_SOON, Action, Alert, Urgency
from recco_tui.core.alerts.day import Day
from recco_tui.core.asks import TOUCHES, is_open, lead_is_missing, state_of
from recco_tui.core.guards import has_declined, i_declined, latest_ask, reached_today, swap_warning
from recco_tui.core.models import AskState, MomentKind, Project
from recco_tui.core.situation import Person
from recco_tui.core.timing import Stage, Window, feedback_window, project_window
from recco_tui.core.when import say_days_ago

_URGENCY = {
    Stage.FRESH: Urgency.FRESH,
    Stage.GOOD: Urgency.GOOD,
    Stage.FADING: Urgency.FADING,
}


class Occasion(NamedTuple):
    """A moment to ask: the window, what happened in words, and the matter of the alert's id."""

    window: Window
    what: str
    matter: str
    project: Project | None

    def why(self, today: date) -> str:
        """`Inventory API ended 2 days ago: fresh, best until Wed`."""
        return f"{self.what} {say_days_ago(self.window.since, today)}: {self.window.say(today)}"

    def urgency(self, today: date) -> int:
        """By stage, a little more on its last day."""
        turns = self.window.turns_on
        soon = turns is not None and (turns - today).days <= 1
        return _URGENCY[self.window.stage] + (TURNS_SOON if soon else 0)


def alerts(day: Day) -> Iterator[Alert]:
    """Those of all people."""
    return (alert for person in day for alert in window_alerts(person, day))


def window_alerts(person: Person, day: Day) -> Iterator[Alert]:
    """One alert an occasion that no ask and no text has answered yet."""
    if not (person.projects or person.moments):
        return
    if has_declined(person) or any(is_open(ask) for ask in person.asks):
        return
    for occasion in _occasions(person, day):
        since = occasion.window.since
        if not _is_answered(person, occasion) and not i_declined(person, since):
            yield _alert(person, occasion, day)


def _occasions(person: Person, day: Day) -> Iterator[Occasion]:
    for project in person.projects:
        if occasion := project_occasion(project, day):
            yield occasion
    for moment in person.moments:
        if moment.kind is not MomentKind.FEEDBACK:
            continue
        window = feedback_window(moment.on, day.today, day.policy)
        if window and window.stage is not Stage.COLD:
            about = day.projects.get(moment.project_id or 0)
            yield Occasion(window, "praised you", f"m{moment.id}", about)


def project_occasion(project: Project, day: Day) -> Occasion | None:
    """The occasion that the end of a project makes, None when it runs or is cold."""
    window = project_window(project.ended_on, day.today, day.policy)
    if window is None or window.stage is Stage.COLD:
        return None
    return Occasion(window, f"{project.title} ended", f"p{project.id}", project)


def _is_answered(person: Person, occasion: Occasion) -> bool:
    """A message about an ask or a text since then, or an ask about this very project."""
    since, project = occasion.window.since, occasion.project
    if any(text.on >= since for text in person.received):
        return True
    for ask in person.asks:
        if any(step.step in TOUCHES and step.on >= since for step in ask.steps):
            return True
        if occasion.matter[0] == "p" and project and ask.project_id == project.id:
            return True
    return False


def _alert(person: Person, occasion: Occasion, day: Day) -> Alert:
    contact, today = person.contact, day.today
    pinned = contact.pinned_on is not None
    lead = lead_is_missing(None, contact, day.policy)
    action = Action.CHECK_LEAD if lead else Action.ASK
    latest = latest_ask(person)
    closed = latest if latest and state_of(latest) is AskState.CLOSED else None
    why = occasion.why(today)
    if lead:
        why = f"client, {why}; check with the project lead first"
    return Alert(
        action=action,
        why=f"{why}; on your shortlist" if pinned else why,
        key="a",
        id=action.alert_id(contact.id, occasion.matter),
        urgency=occasion.urgency(today),
        contact_id=contact.id,
        contact=contact.name,
        since=occasion.window.since,
        due=_last_day(occasion.window),
        until=occasion.window.turns_on,
        project=occasion.project.title if occasion.project else None,
        project_id=occasion.project.id if occasion.project else None,
        ask_id=closed.id if closed else None,
        pinned=pinned,
        held=held_words(person, day),
        warnings=warnings_of(person, day),
    )


def _last_day(window: Window) -> date:
    turns = window.turns_on or window.since
    return date.fromordinal(max(turns.toordinal() - 1, window.since.toordinal()))


def held_words(person: Person, day: Day) -> str:
    """Why a new message to this person waits: enough asks are open, or one went out today."""
    if day.limit:
        return day.limit
    return "you wrote to them today" if reached_today(person, day.today) else ""


def warnings_of(person: Person, day: Day) -> tuple[str, ...]:
    """What to know before asking; nothing here forbids it."""
    swap = ""
    if person.given:
        swap = swap_warning(min(person.given[-1].on, day.today), day.today, day.policy)
    gone = ""
    if person.contact.missing_since is not None:
        gone = "no longer a connection: only connections can recommend you"
    return tuple(words for words in (day.burst, swap, gone) if words)


def with_occasion(alert: Alert, project: Project | None, day: Day) -> Alert:
    """A drafted ask's alert, as pressing as the window of its project."""
    occasion = project_occasion(project, day) if project else None
    if occasion is None:
        return alert
    return alert._replace(
        why=f"{occasion.why(day.today)}; {alert.why}",
        urgency=occasion.urgency(day.today),
        since=occasion.window.since,
        due=_last_day(occasion.window),
        until=occasion.window.turns_on,
    )
