"""The next step of an ask, and what they answered: `n` and `v` in every view with people.

`n` copies the text, shows the page, asks "sent?", records the step with its channel and date, and
says when the next one will come. `y` says sent, `n` not yet: never the key that opened it.
"""

from textual import work

from recco_tui.core.asks import is_open, state_of
from recco_tui.core.models import Ask, AskState, Channel, Contact, Step
from recco_tui.core.names import asking_page, short_name, url_of
from recco_tui.core.next_step import NextStep, next_step
from recco_tui.core.when import say_date
from recco_tui.ui.screens.contact_actions import ContactActions
from recco_tui.ui.screens.hand_over_words import step_words, steps_to_take, text_for

_WAITING = (AskState.WARM, AskState.REQUESTED, AskState.NUDGED)
_SENT = (Step.WARM, Step.LINKEDIN, Step.NUDGED, Step.THANKED)


class StepActions(ContactActions):
    """The keys that lead here are declared in `AskActions`, in the order of the footer."""

    @work
    async def action_next_step(self) -> None:
        contact = self.target()
        if contact is not None:
            await self.offer_next_step(contact)

    async def offer_next_step(
        self, contact: Contact, via: Channel | None = None, subject: str | None = None
    ) -> bool:
        """True when a step was recorded. `via` and `subject` are those the text was worded for."""
        ask = self.ledger.asks.latest(contact.id)
        coming = self._coming(ask, contact)
        if ask is None or coming is None:
            return await self._answer_request(contact)
        if coming.step not in _SENT:
            return self._mark(ask, coming.step)
        if coming.due > self.ledger.day and state_of(ask) in _WAITING:
            return await self._ask_for_answer(ask, contact, coming)
        return await self._hand_over(ask, contact, coming, via, subject)

    def _coming(self, ask: Ask | None, contact: Contact) -> NextStep | None:
        if ask is None:
            return None
        return next_step(ask, contact, self.ledger.settings.policy, self.ledger.day)

    async def _hand_over(
        self,
        ask: Ask,
        contact: Contact,
        coming: NextStep,
        via: Channel | None = None,
        subject: str | None = None,
    ) -> bool:
        from recco_tui.ui.screens.text_hand_over import TextHandOver

        on_linkedin = coming.step is Step.LINKEDIN
        page = url_of(contact.slug) if contact.slug else ""
        answer = await self.app.push_screen_wait(
            TextHandOver(
                step_words(coming.step, short_name(contact.name)),
                text_for(self.ledger, ask, contact, coming),
                asking_page() if on_linkedin else page,
                self.ledger.day,
                steps=steps_to_take(coming, subject),
                via=Channel.LINKEDIN if on_linkedin else via or coming.via,
                channels=() if on_linkedin else [c for c in Channel if c != coming.avoid],
                copy=self.recco.copy_text,
                open_page=self.recco.open_page,
            )
        )
        if answer is None or not answer.sent:
            return False
        return self._mark(ask, coming.step, answer.via, answer.on)

    @work
    async def action_answered(self) -> None:
        """Record what they said, at any time."""
        contact = self.target()
        if contact is None:
            return
        ask = self.ledger.asks.latest(contact.id)
        coming = self._coming(ask, contact)
        if ask is None or coming is None or not is_open(ask):
            await self._answer_request(contact)
        else:
            await self._ask_for_answer(ask, contact, coming)

    async def _ask_for_answer(self, ask: Ask, contact: Contact, coming: NextStep) -> bool:
        """What did they say? A yes goes straight on to the LinkedIn request."""
        from recco_tui.ui.dialogs.choice import Choice, ChoiceDialog

        when = say_date(coming.due, self.ledger.day)
        choice = await self.app.push_screen_wait(
            ChoiceDialog(
                f"{short_name(contact.name)}: what did they say?",
                coming.why,
                [
                    Choice("a", "agreed", Step.AGREED, "the LinkedIn request comes next"),
                    Choice("d", "declined", Step.DECLINED, "ends the ask, kindly"),
                    Choice("w", "wrote it already", Step.RECEIVED, "the thank-you comes next"),
                    Choice("o", "nothing yet: write again", coming.step, f"due {when}"),
                    Choice("l", "let go", Step.CLOSED, "reopened by the next shared project"),
                ],
            )
        )
        if choice is None:
            return False
        if choice is coming.step and choice in _SENT:
            return await self._hand_over(ask, contact, coming)
        if not self._mark(ask, choice):
            return False
        if choice is Step.AGREED:
            await self.offer_next_step(contact)
        return True

    async def _answer_request(self, contact: Contact) -> bool:
        """They asked me: yes with a day, or a kind no."""
        from recco_tui.ui.dialogs.choice import Choice, ChoiceDialog

        open_ones = [
            r
            for r in self.ledger.contacts.page(contact.id).requests
            if r.answered_on is None and r.delivered_on is None and r.declined_on is None
        ]
        if not open_ones:
            self.say(f"No open ask with {contact.name}: a begins one.")
            return False
        request = open_ones[-1]
        choice = await self.app.push_screen_wait(
            ChoiceDialog(
                f"{short_name(contact.name)} asked you for a recommendation",
                "What do you answer?",
                [
                    Choice("y", "yes, I will write it", True, "counts as answered today"),
                    Choice("x", "no", False, "counts as declined, nothing is owed"),
                ],
                request.note,
            )
        )
        if choice is None:
            return False
        verbs = self.ledger.requests
        self.attempt(lambda: (verbs.answer if choice else verbs.decline)(request.id))
        return True

    def _mark(self, ask: Ask, step: Step, via: Channel | None = None, on=None) -> bool:  # type: ignore[no-untyped-def]
        marked = self.attempt(lambda: self.ledger.asks.mark(ask.id, step, via=via, on=on))
        if marked is None:
            return False
        contact = self.ledger.contacts.get(ask.contact_id)
        coming = self._coming(marked, contact)
        if coming is not None:
            words = f"{step_words(step, contact.name)}: noted. u takes it back."
            self.say(
                f"{words} Next: {coming.action.value}, {say_date(coming.due, self.ledger.day)}."
            )
        return True
