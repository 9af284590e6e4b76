"""Putting an alert off: for views that have one at the cursor."""

from datetime import timedelta
from typing import TYPE_CHECKING

from textual import work
from textual.binding import Binding

from recco_tui.ui.screens.ask_actions import AskActions

if TYPE_CHECKING:
    from recco_tui.core.agenda import Alert


class AlertActions(AskActions):
    """`z` snoozes, `Z` asks for how long, `x` dismisses (or squares, where there is no alert)."""

    BINDINGS = [
        Binding("z", "snooze", "Snooze", False, id="alert.snooze", tooltip="Not today: tomorrow"),
        Binding(
            "Z",
            "snooze_longer",
            "Snooze longer",
            False,
            id="alert.snooze_longer",
            tooltip="In three days, or next week",
        ),
    ]

    def alert(self) -> "Alert | None":
        """The alert that an action is about, None when there is none."""
        raise NotImplementedError

    def action_snooze(self) -> None:
        alert = self._alert_or_say()
        if alert is not None:
            days = self.ledger.settings.policy.snooze_short_days
            self.attempt(lambda: self.ledger.today.snooze(alert, days))

    @work
    async def action_snooze_longer(self) -> None:
        from recco_tui.ui.dialogs.choice import Choice, ChoiceDialog

        alert = self._alert_or_say()
        if alert is None:
            return
        policy, day = self.ledger.settings.policy, self.ledger.day
        to_monday = 7 - (day.weekday() - policy.first_weekday) % 7
        monday = day + timedelta(days=to_monday)
        days = await self.app.push_screen_wait(
            ChoiceDialog(
                "Snooze",
                alert.why,
                [
                    Choice("1", "a day", policy.snooze_short_days, ""),
                    Choice("3", f"{policy.snooze_long_days} days", policy.snooze_long_days, ""),
                    Choice("w", "next week", to_monday, f"{monday:%a} {monday.day} {monday:%b}"),
                ],
            )
        )
        if days is not None:
            self.attempt(lambda: self.ledger.today.snooze(alert, days))

    def action_square(self) -> None:  # type: ignore[override]
        """On an alert: dismiss it. Elsewhere: square the person."""
        alert = self.alert()
        if alert is None:
            super().action_square()
        else:
            self.attempt(lambda: self.ledger.today.dismiss(alert))

    def _alert_or_say(self) -> "Alert | None":
        alert = self.alert()
        if alert is None:
            self.say("There is no alert here to put off.")
        return alert
