"""What is coming as a calendar file, one all-day event per alert, with an alarm in the morning."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from recco_tui.core.agenda import Alert
from recco_tui.core.cleaning import capitalized, clean_line
from recco_tui.core.written import PRODID

ALARM_HOURS = 9
AHEAD_DAYS = 60


def as_ics(coming: Iterable[tuple[date, Alert]], now: datetime) -> str:
    """The calendar. An alert keeps its UID, so that a calendar updates it and does not double."""
    from icalendar import Alarm, Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", PRODID)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "recco")
    for day, alert in coming:
        event = Event()
        event.add("uid", f"{alert.id.replace(':', '-')}@recco")
        event.add("dtstamp", now.astimezone(UTC))
        event.add("dtstart", day)
        event.add("dtend", day + timedelta(days=1))
        event.add("summary", summary_of(alert))
        event.add("description", clean_line(f"{capitalized(alert.why)}."))
        event.add("transp", "TRANSPARENT")
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", summary_of(alert))
        alarm.add("trigger", timedelta(hours=ALARM_HOURS))
        event.add_component(alarm)
        calendar.add_component(event)
    return str(calendar.to_ical().decode("utf-8"))


def summary_of(alert: Alert) -> str:
    """The line a calendar shows: "ask Katrina Moss"."""
    return clean_line(f"{alert.action.value} {alert.contact or ''}")
