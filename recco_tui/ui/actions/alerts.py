"""What keys do with the alert at the cursor: it is put off, for a day or for longer."""

from datetime import timedelta
from typing import TYPE_CHECKING

from recco_tui.ui import dialogs
from recco_tui.ui.actions.verb import Verb
from recco_tui.ui.screen import ReccoScreen

if TYPE_CHECKING:
    from recco_tui.core.agenda import Alert


def snooze(screen: ReccoScreen) -> None:
    alert = _alert_or_say(screen)
    if alert is not None:
        days = screen.ledger.settings.policy.snooze_short_days
        screen.attempt(lambda: screen.ledger.today.snooze(alert, days), "Snooze")


async def snooze_longer(screen: ReccoScreen) -> None:
    """Ask for how long; next week begins on the day that the settings say."""
    alert = _alert_or_say(screen)
    if alert is None:
        return
    policy, day = screen.ledger.settings.policy, screen.ledger.day
    to_monday = 7 - (day.weekday() - policy.first_weekday) % 7
    monday = day + timedelta(days=to_monday)
    choices = [
        dialogs.Choice("1", "a day", policy.snooze_short_days, ""),
        dialogs.Choice("3", f"{policy.snooze_long_days} days", policy.snooze_long_days, ""),
        dialogs.Choice("w", "next week", to_monday, f"{monday:%a} {monday.day} {monday:%b}"),
    ]
    days = await screen.app.push_screen_wait(dialogs.ChoiceDialog("Snooze", alert.why, choices))
    if days is not None:
        screen.attempt(lambda: screen.ledger.today.snooze(alert, days), "Snooze")


def _alert_or_say(screen: ReccoScreen) -> "Alert | None":
    alert = screen.alert()
    if alert is None:
        screen.say("There is no alert here to put off.")
    return alert


SNOOZE = Verb("alert.snooze", "z", "Snooze", "Not today: tomorrow", snooze)
SNOOZE_LONGER = Verb(
    "alert.snooze_longer", "Z", "Snooze longer", "In three days, or next week", snooze_longer
)
