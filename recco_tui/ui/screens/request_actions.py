"""Their requests to me and my promises: note one, answer it, move its day, in every view."""

from collections.abc import Callable
from datetime import date

from textual import work

from recco_tui.core.models import Contact, DebtKind, Request
from recco_tui.core.names import short_name
from recco_tui.core.reciprocity import deliver_by
from recco_tui.core.when import say_date, say_days_ago
from recco_tui.ui.screens.contact_actions import ContactActions


class RequestActions(ContactActions):
    """The keys that lead here are declared in `AskActions`, in the order of the footer."""

    @work
    async def action_request(self) -> None:
        """What is open with them; where nothing is, note something new at once."""
        contact = self.target()
        if contact is None:
            return
        open_ones = self.ledger.requests.open_with(contact.id)
        if open_ones:
            await self.settle(contact, min(open_ones, key=self._due), with_another=True)
        else:
            await self._note_request(contact)

    def unanswered(self, contact: Contact) -> Request | None:
        """Their oldest request that waits for my yes or no."""
        open_ones = self.ledger.requests.open_with(contact.id)
        waiting = [one for one in open_ones if one.awaits_answer]
        return min(waiting, key=self._due, default=None)

    def _due(self, request: Request) -> date:
        return deliver_by(request, self.ledger.settings.policy)

    async def settle(
        self, contact: Contact, request: Request, *, with_another: bool = False
    ) -> bool:
        """Yes, no, written, another day; True when something was recorded."""
        from recco_tui.ui.dialogs.choice import Choice, ChoiceDialog

        day, due = self.ledger.day, say_date(self._due(request), self.ledger.day)
        ago = say_days_ago(request.asked_on, day)
        name = short_name(contact.name)
        promised = request.kind is DebtKind.PROMISE
        choices = [
            Choice("y", "yes, I will write it", "yes", f"promised for {due}; u takes it back"),
            Choice("d", "yes, by another day", "yes-by", "says when"),
        ]
        if not request.awaits_answer:
            choices = [Choice("d", "another day", "move", f"now {due}")]
        choices += [
            Choice("w", "it is written and sent", "written", "nothing is owed any more"),
            Choice("x", "not after all" if promised else "no", "no", "ends it, nothing is owed"),
        ]
        if with_another:
            choices.append(Choice("plus", "note another one", "another", ""))
        choice = await self.app.push_screen_wait(
            ChoiceDialog(
                f"You promised {name} a text" if promised else f"{name} asked you for a text",
                f"{ago}, due {due}",
                choices,
                request.note,
            )
        )
        return await self._settle(contact, request, choice) if choice else False

    async def _settle(self, contact: Contact, request: Request, choice: str) -> bool:
        verbs, id_ = self.ledger.requests, request.id
        verb: Callable[[], object]
        if choice == "another":
            return await self._note_request(contact)
        if choice in ("yes-by", "move"):
            from recco_tui.ui.dialogs.day import DayDialog

            by = await self.app.push_screen_wait(
                DayDialog(f"For {short_name(contact.name)} by when?", self.ledger.day)
            )
            if by is None:
                return False
            verb = (
                (lambda: verbs.answer(id_, due_on=by))
                if choice == "yes-by"
                else (lambda: verbs.move(id_, by))
            )
        else:
            verb = {
                "yes": lambda: verbs.answer(id_),
                "written": lambda: verbs.deliver(id_),
                "no": lambda: verbs.decline(id_),
            }[choice]
        return await self.attempt_and_wait(lambda: (verb(), True), "Request") is not None

    async def _note_request(self, contact: Contact) -> bool:
        from recco_tui.ui.dialogs.request_form import RequestForm

        added = await self.fill_form(
            RequestForm(contact.name, self.ledger.day),
            lambda entry: self.ledger.requests.add(
                contact.id,
                entry.kind,
                asked_on=entry.asked_on,
                due_on=entry.due_on,
                note=entry.note,
            ),
            "Request",
        )
        return added is not None
