"""What keys do with the alert at the cursor: it is put off, for a day or for longer."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from recco_tui.core.when import Tense, say_date, say_day, two_examples
from recco_tui.ui import dialogs
from recco_tui.ui.actions.verb import verb
from recco_tui.ui.screen import ReccoScreen

if TYPE_CHECKING:
    from recco_tui.core.agenda import Alert


_ANOTHER_DAY = -1
"""Chosen instead of a number of days."""


@verb("alert.snooze", "z", "Snooze", "Hide this alert until tomorrow.")
def snooze(screen: ReccoScreen) -> None:
    """Until tomorrow; it is said when that is past the day on which it is due."""
    # Late for start-up time, here and below.
    from recco_tui.core.snoozing import after_due

    alert = _alert_or_say(screen)
    if alert is None:
        return
    until = screen.ledger.day + timedelta(days=screen.ledger.settings.policy.snooze_short_days)
    late = after_due(alert, until, screen.ledger.day)
    screen.attempt(
        lambda: screen.ledger.today.snooze_until(alert, until),
        "Snooze",
        (lambda _: screen.say(late)) if late else None,
    )


@verb(
    "alert.snooze_longer",
    "Z",
    "Snooze longer",
    "Hide this alert for some days, or until a day you pick.",
)
async def snooze_longer(screen: ReccoScreen) -> None:
    """Ask for how long; next week begins on the day that the settings say."""
    from recco_tui.core.snoozing import after_due

    alert = _alert_or_say(screen)
    if alert is None:
        return
    policy, day = screen.ledger.settings.policy, screen.ledger.day
    to_monday = 7 - (day.weekday() - policy.first_weekday) % 7
    monday = day + timedelta(days=to_monday)
    typed = f"{two_examples(day, Tense.FUTURE)}, in 2 weeks"
    choices = [
        dialogs.Choice("1", "a day", policy.snooze_short_days, ""),
        dialogs.Choice("3", f"{policy.snooze_long_days} days", policy.snooze_long_days, ""),
        dialogs.Choice("w", "next week", to_monday, say_date(monday, day)),
        dialogs.Choice("d", "another day…", _ANOTHER_DAY, typed),
    ]
    days = await dialogs.choose(screen, "Snooze", alert.why, choices)
    if days is None:
        return
    until: date | None = day + timedelta(days=days)
    if days == _ANOTHER_DAY:
        dialog = dialogs.DayDialog("Snooze until when?", day, earliest=day + timedelta(days=1))
        until = await screen.app.push_screen_wait(dialog)
    if until is not None:
        chosen = until
        await screen.attempt_and_wait(
            lambda: screen.ledger.today.snooze_until(alert, chosen),
            "Snooze",
            lambda _: after_due(alert, chosen, day),
        )


def _alert_or_say(screen: ReccoScreen) -> "Alert | None":
    alert = screen.alert()
    if alert is None:
        screen.say("No alert here to snooze.")
    return alert


@verb("alert.snoozed", "B", "Snoozed", "List what is snoozed, and show one again.")
async def choose_snoozed(screen: ReccoScreen) -> None:
    """List what is snoozed; what is chosen is in Today again."""
    today, day = screen.ledger.today, screen.ledger.day
    snoozed = today.snoozed()
    if not snoozed:
        screen.say("Nothing is snoozed.")
        return
    choices = [
        dialogs.Choice(
            key,
            " ".join(filter(None, (put_off.action, put_off.contact))),
            put_off,
            f"until {say_day(put_off.until, day)}",
        )
        for key, put_off in dialogs.with_keys(snoozed)
    ]
    question = "Show which one in Today again?"
    chosen = await dialogs.choose(screen, "Snoozed", question, choices)
    if chosen is not None:
        await screen.attempt_and_wait(lambda: today.bring_back(chosen), "Bring back")
