"""Views that have an alert at the cursor: its key does what it says, or it is put off."""

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from textual import work
from textual.binding import Binding

from recco_tui.core.relationships import Kind
from recco_tui.ui.screens.ask_actions import AskActions

if TYPE_CHECKING:
    from recco_tui.core.agenda import Alert
    from recco_tui.core.models import Contact


class AlertActions(AskActions):
    """`z` snoozes, `Z` asks for how long, `x` dismisses (or squares, where there is no alert).

    `n` is about the alert's own ask or request, should the person have several. A hint names
    nobody: `a` and `w` then offer whom to begin with.
    """

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

    @work(exclusive=True, group="writing")
    async def action_next_step(self) -> None:
        alert = self.alert()
        if alert is None or alert.contact_id is None:
            await self.next_steps()
            return
        contact = self.ledger.contacts.get(alert.contact_id)
        if alert.request_id is not None:
            await self.settle(contact, self.ledger.requests.get(alert.request_id))
        elif alert.ask_id is not None and alert.step is not None:
            await self.offer_next_step(contact, ask=self.ledger.asks.get(alert.ask_id))
        else:
            await self.offer_next_step(contact)

    @work(exclusive=True, group="writing")
    async def action_ask(self) -> None:
        if self._is_hint():
            contact = await self._whom("Ask whom?", self.ledger.today.whom_to_ask())
            if contact is not None:
                await self.ask_one(contact)
        else:
            await self.ask_each()

    @work(exclusive=True, group="writing")
    async def action_write(self) -> None:
        if self._is_hint():
            contact = await self._whom("Write for whom?", self.ledger.today.whom_to_write_for())
        else:
            contact = self.target()
        if contact is not None:
            await self.write_for(contact)

    def _is_hint(self) -> bool:
        alert = self.alert()
        return alert is not None and alert.contact_id is None

    async def _whom(self, question: str, people: "Sequence[Contact]") -> "Contact | None":
        from recco_tui.ui.dialogs.choice import Choice, ChoiceDialog

        if not people:
            self.say("Nobody comes to mind: p adds a project with the people who were in it.")
            return None
        choices = [
            Choice(str(number), one.name, one, _known_by(one))
            for number, one in enumerate(people, 1)
        ]
        return await self.app.push_screen_wait(
            ChoiceDialog(question, "The shortlist and the latest projects first.", choices)
        )

    def action_snooze(self) -> None:
        alert = self._alert_or_say()
        if alert is not None:
            days = self.ledger.settings.policy.snooze_short_days
            self.attempt(lambda: self.ledger.today.snooze(alert, days), "Snooze")

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
            self.attempt(lambda: self.ledger.today.snooze(alert, days), "Snooze")

    def action_square(self) -> None:
        """On an alert: dismiss it. Elsewhere: square the person."""
        alert = self.alert()
        if alert is None:
            super().action_square()
        else:
            self.attempt(lambda: self.ledger.today.dismiss(alert), "Dismiss")

    def _alert_or_say(self) -> "Alert | None":
        alert = self.alert()
        if alert is None:
            self.say("There is no alert here to put off.")
        return alert


def _known_by(contact: "Contact") -> str:
    kind = "" if contact.kind is Kind.UNKNOWN else contact.kind.value
    return " · ".join(part for part in (kind, contact.company) if part)
