"""The next step of an ask, and what they answered: `n` and `v` in every view with people.

`n` copies the text, shows the page, asks "sent?", records the step with its channel and date, and
says when the next one will come. `y` says sent, `n` not yet: never the key that opened it.
"""

from datetime import date

from textual import work

from recco_tui.core.asks import is_open, state_of
from recco_tui.core.cleaning import capitalized
from recco_tui.core.errors import ReccoError
from recco_tui.core.models import Ask, AskState, Channel, Contact, Step
from recco_tui.core.names import asking_page, short_name, url_of
from recco_tui.core.next_step import NextStep, next_step
from recco_tui.ui.present.hand_over import step_words, steps_to_take, text_for
from recco_tui.ui.present.steps import (
    NOTABLE,
    SENT,
    answers_to,
    coming_words,
    lies_ahead,
)
from recco_tui.ui.screens.request_actions import RequestActions

_WAITING = (AskState.WARM, AskState.REQUESTED, AskState.NUDGED)


class StepActions(RequestActions):
    """The keys that lead here are declared in `AskActions`, in the order of the footer.

    What offers something answers True when it was recorded, None when it was left with escape.
    """

    @work(exclusive=True, group="writing")
    async def action_next_step(self) -> None:
        await self.next_steps()

    async def next_steps(self) -> None:
        """Of each marked person, one after the other; escape leaves the rest for later."""
        ids = self.targets()
        if not ids:
            self.target()
        for id_ in ids:
            if await self.offer_next_step(self.ledger.contacts.get(id_)) is None:
                break
        else:
            self.acted()

    async def offer_next_step(
        self,
        contact: Contact,
        via: Channel | None = None,
        subject: str | None = None,
        ask: Ask | None = None,
    ) -> bool | None:
        """`via` and `subject` are those the text was written for; `ask` None means the latest."""
        ask = ask or self.ledger.asks.latest(contact.id)
        coming = self._coming(ask, contact)
        if ask is None or coming is None:
            return await self._answer_instead(contact)
        if coming.step not in SENT:
            return await self.mark(ask, coming.step)
        if lies_ahead(coming, self.ledger.day) and state_of(ask) in _WAITING:
            return await self._ask_for_answer(ask, contact, coming)
        return await self._hand_over(ask, contact, coming, via, subject)

    def _coming(self, ask: Ask | None, contact: Contact) -> NextStep | None:
        if ask is None:
            return None
        return next_step(ask, contact, self.ledger.settings.policy, self.ledger.day)

    async def _answer_instead(self, contact: Contact) -> bool:
        """Without an ask under way: their request to me, if there is one."""
        request = self.unanswered(contact)
        if request is not None:
            return await self.settle(contact, request)
        self.say(f"No open ask with {contact.name}: a begins one.")
        return False

    async def _hand_over(
        self,
        ask: Ask,
        contact: Contact,
        coming: NextStep,
        via: Channel | None = None,
        subject: str | None = None,
    ) -> bool | None:
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
                channels=() if on_linkedin else self._channels(coming.avoid),
                copy=self.recco.copy_text,
                open_page=self.recco.open_page,
            )
        )
        if answer is None:
            return None
        return answer.sent and await self.mark(ask, coming.step, answer.via, answer.on)

    def _channels(self, avoid: Channel | None) -> list[Channel]:
        """Those in use here, without the one that had its chance; any when that leaves none."""
        chosen = [c for c in self.ledger.settings.channels if c != avoid]
        return chosen or [c for c in Channel if c != avoid]

    # -- what they said, and any other step ------------------------------------------------------

    @work(exclusive=True, group="writing")
    async def action_answered(self) -> None:
        """Record what they said, or any step, at any time and of any day."""
        contact = self.target()
        if contact is None:
            return
        ask = self.ledger.asks.latest(contact.id)
        coming = self._coming(ask, contact)
        if ask is None:
            await self._answer_instead(contact)
        elif coming is None or not is_open(ask):
            await self.note_step(ask, contact)
        else:
            await self._ask_for_answer(ask, contact, coming)

    async def _ask_for_answer(self, ask: Ask, contact: Contact, coming: NextStep) -> bool | None:
        """What did they say? A yes goes straight on to the LinkedIn request."""
        from recco_tui.ui.dialogs.choice import ChoiceDialog

        choice = await self.app.push_screen_wait(
            ChoiceDialog(
                f"{short_name(contact.name)}: what happened?",
                coming_words(coming, self.ledger.day),
                answers_to(ask, coming, self.ledger.day),
                "escape: nothing yet",
            )
        )
        if choice is None:
            return None
        if not isinstance(choice, Step):  # OTHER
            return await self.note_step(ask, contact)
        if choice is coming.step and choice in SENT:
            return await self._hand_over(ask, contact, coming)
        if not await self.mark(ask, choice):
            return False
        if choice is Step.AGREED:
            await self.offer_next_step(contact)
        return True

    async def note_step(self, ask: Ask, contact: Contact) -> bool | None:
        """Any step, of any day, on any way; the form wants a reason where the rules want one."""
        from recco_tui.ui.dialogs.step_form import StepForm

        usual = self._coming(ask, contact)
        first = usual.step if usual else Step.REOPENED
        steps = sorted(NOTABLE, key=lambda step: step is not first)
        entry = await self.app.push_screen_wait(
            StepForm(
                f"A step of the ask to {short_name(contact.name)}",
                self.ledger.day,
                steps,
                lambda it: self.ledger.asks.question(ask.id, it.step, via=it.via, on=it.on),
            )
        )
        if entry is None:
            return None
        return await self.mark(ask, entry.step, entry.via, entry.on, entry.because)

    async def mark(
        self,
        ask: Ask,
        step: Step,
        via: Channel | None = None,
        on: date | None = None,
        because: str = "",
    ) -> bool:
        """Record a step; where the order is unusual, ask why and keep the answer."""
        asks = self.ledger.asks
        try:
            why = None if because else asks.question(ask.id, step, via=via, on=on)
            if why is not None:
                because = await self._reason(step, why) or ""
                if not because:
                    return False
            marked = await self.recco.queue.submit_and_wait(
                lambda: asks.mark(ask.id, step, via=via, on=on, because=because), "Next step"
            )
        except ReccoError as error:
            self.report_error(error)
            return False
        coming = self._coming(marked, self.ledger.contacts.get(ask.contact_id))
        self._say_done(coming_words(coming, self.ledger.day))
        self.reload()
        return True

    def _say_done(self, more: str) -> None:
        """What was done, what comes of it, and the way back."""
        done = self.ledger.last_change
        words = [capitalized(done.label)] if done else []
        self.say(" · ".join([*words, *([more] if more else []), "u takes it back"]))

    async def _reason(self, step: Step, why: str) -> str | None:
        from recco_tui.ui.dialogs.reason import ReasonDialog

        return await self.app.push_screen_wait(
            ReasonDialog("Not the usual order", why, step.reasons)
        )
