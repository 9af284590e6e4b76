"""A text that a later export no longer had: withdrawn, hidden, or still there?"""

from collections.abc import Iterator

from recco_tui.core.alerts.alert import Action, Alert, Urgency
from recco_tui.core.alerts.day import Day
from recco_tui.core.received import has_vanished, say_vanished
from recco_tui.core.situation import Person


def alerts(day: Day) -> Iterator[Alert]:
    """Those of all people."""
    return (alert for person in day for alert in vanished_alerts(person, day))


def vanished_alerts(person: Person, day: Day) -> Iterator[Alert]:
    """One alert a text, until a word says what became of it."""
    for text in (*person.received, *person.given):
        if has_vanished(text):
            yield Alert(
                action=Action.CHECK_TEXT,
                why=say_vanished(text, day.today),
                key="n",
                id=Action.CHECK_TEXT.alert_id(person.contact.id, f"r{text.id}"),
                urgency=Urgency.CHECK_TEXT,
                contact_id=person.contact.id,
                contact=person.contact.name,
                since=min(text.missing_since or day.today, day.today),
                recommendation_id=text.id,
            )
