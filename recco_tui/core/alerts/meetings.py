"""Meetings and interviews: before one, what others wrote about somebody is worth reading."""

from collections.abc import Iterator
from datetime import timedelta

from recco_tui.core.alerts.alert import Action, Alert, Urgency
from recco_tui.core.alerts.day import Day
from recco_tui.core.models import Meeting, MomentKind
from recco_tui.core.situation import Person

READ_BEFORE = timedelta(days=1)
"""So long before a meeting Today says what to read."""
STILL_FRESH = timedelta(days=7)
"""What was read within these days before it need not be read again."""


def say_meeting(meeting: Meeting) -> str:
    """`interview at Acme`."""
    about = meeting.about or "meeting"
    return f"{about} at {meeting.company}" if meeting.company else about


def alerts(day: Day) -> Iterator[Alert]:
    """Those of all people."""
    return (alert for person in day for alert in meeting_alerts(person, day))


def meeting_alerts(person: Person, day: Day) -> Iterator[Alert]:
    """The day before and on the day, until something that was read is noted."""
    for meeting in person.meetings:
        first = meeting.on - READ_BEFORE
        if first <= day.today <= meeting.on and not _has_read(person, meeting):
            is_today = meeting.on == day.today
            yield Alert(
                action=Action.LOOK,
                why=f"{say_meeting(meeting)} {'today' if is_today else 'tomorrow'}: "
                "read their recommendations",
                key="O",
                id=Action.LOOK.alert_id(person.contact.id, f"e{meeting.id}"),
                urgency=Urgency.DUE_TODAY if is_today else Urgency.MEETING,
                contact_id=person.contact.id,
                contact=person.contact.name,
                since=first,
                due=day.today,
                until=meeting.on + timedelta(days=1),
                pinned=person.contact.pinned_on is not None,
            )


def _has_read(person: Person, meeting: Meeting) -> bool:
    since = meeting.on - STILL_FRESH
    return any(moment.kind is MomentKind.SEEN and moment.on >= since for moment in person.moments)
