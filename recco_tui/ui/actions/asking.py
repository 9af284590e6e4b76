"""What keys do with asks: begin one, take its next step, note what they answered.

`n` copies the text, shows the page, asks "sent?", records the step with its channel and date, and
says when the next one will come. `y` says sent, `n` not yet: never the key that opened it.
"""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from recco_tui.core.asks import is_open, state_of, this_round
from recco_tui.core.errors import ReccoError
from recco_tui.core.linkedin_pages import page_for
from recco_tui.core.models import Ask, AskState, Channel, Contact, Step
from recco_tui.core.names import short_name
from recco_tui.core.when import say_day
from recco_tui.ui import dialogs
from recco_tui.ui.actions.people import choose_person, for_one_person, is_on_hint, target_of
from recco_tui.ui.actions.requests import settle, unanswered
from recco_tui.ui.actions.verb import verb
from recco_tui.ui.actions.writing import Finished, cautions_of, hand_over, settle_vanished
from recco_tui.ui.present.steps import (
    NOTABLE,
    SENT,
    coming_words,
    lies_ahead,
    next_words,
    steps_to_take,
)
from recco_tui.ui.screen import ReccoScreen

if TYPE_CHECKING:
    from recco_tui.core.next_step import NextStep
    from recco_tui.ui.dialogs.choice import Choice

_WAITING = (AskState.WARM, AskState.REQUESTED, AskState.NUDGED)
_OTHER: Final = "other"
"""Chosen instead of a step: another step, or another day."""


@verb("ask", "a", "Ask", "Ask this contact for a recommendation.", footer=True, group="writing")
async def ask(screen: ReccoScreen) -> None:
    """Each marked person gets an ask of their own, one after the other."""
    if is_on_hint(screen):
        chosen = await choose_person(
            screen, "Who do you want to ask?", screen.ledger.today.whom_to_ask()
        )
        if chosen is not None:
            await _ask_one(screen, chosen)
        return
    ids = screen.targets()
    if not ids:
        target_of(screen)
    for number, id_ in enumerate(ids, 1):
        note = f" · {number} of {len(ids)}" if len(ids) > 1 else ""
        await _ask_one(screen, screen.ledger.contacts.get(id_), note)
    screen.after_verb()


async def _ask_one(screen: ReccoScreen, contact: Contact, note: str = "") -> None:
    """Compose, keep the ask, then offer its first step at once."""
    objections = screen.ledger.today.objections(contact.id)
    if objections:
        screen.say(f"Before you ask {contact.name}: {'; '.join(objections)}.")
    present = screen.ledger.asks.latest(contact.id)
    if present is not None and not is_open(present):
        present = None
    draft = screen.ledger.writing.open_ask(contact.id, present)
    finished = await screen.recco.edit(draft, note)
    if finished is None:
        screen.reload()
        return
    focus, drafts = finished.focus, screen.ledger.drafts
    kept = await screen.attempt_and_wait(lambda: drafts.make_ask(finished.draft_id, focus), "Ask")
    if kept is not None:
        screen.app.clear_notifications()
        await offer_next_step(screen, contact, finished=finished)


@verb("next", "n", "Next step", "Take the next step of this ask.", footer=True, group="writing")
async def take_next_step(screen: ReccoScreen) -> None:
    """Of the alert's own ask or request, should the person have several; else of each marked
    person, one after the other: escape leaves the rest for later."""
    alert, ledger = screen.alert(), screen.ledger
    if alert is not None and alert.contact_id is not None:
        contact = ledger.contacts.get(alert.contact_id)
        if alert.recommendation_id is not None:
            text = ledger.recommendations.get(alert.recommendation_id)
            await settle_vanished(screen, contact, text)
        elif alert.request_id is not None:
            await settle(screen, contact, ledger.requests.get(alert.request_id))
        elif alert.ask_id is not None and alert.step is not None:
            await offer_next_step(screen, contact, ask=ledger.asks.get(alert.ask_id))
        else:
            await offer_next_step(screen, contact)
        return
    ids = screen.targets()
    if not ids:
        target_of(screen)
    for id_ in ids:
        if await offer_next_step(screen, ledger.contacts.get(id_)) is None:
            break
    else:
        screen.after_verb()


async def offer_next_step(
    screen: ReccoScreen, contact: Contact, ask: Ask | None = None, finished: Finished | None = None
) -> bool | None:
    """True when it was recorded, None when it was left with escape.

    `ask` None means the latest; `finished` is its text from the editor, None for the step's own.
    """
    ask = ask or screen.ledger.asks.latest(contact.id)
    steps = AskSteps(screen, contact, ask) if ask else None
    if steps is None or steps.coming is None:
        return await _settle_instead(screen, contact)
    return await steps.offer(steps.coming, finished)


@verb("answered", "v", "Answered", "Log their answer, or any other step.", group="writing")
@for_one_person
async def note_answer(screen: ReccoScreen, contact: Contact) -> None:
    """Record what they said, or any step, at any time and of any day."""
    ask = screen.ledger.asks.latest(contact.id)
    if ask is None:
        await _settle_instead(screen, contact)
        return
    steps = AskSteps(screen, contact, ask)
    if steps.coming is None or not is_open(ask):
        await steps.note()
    else:
        await steps.ask_for_answer(steps.coming)


async def _settle_instead(screen: ReccoScreen, contact: Contact) -> bool:
    """Without an ask under way: their request to me, if there is one."""
    request = unanswered(screen, contact)
    if request is not None:
        return await settle(screen, contact, request)
    screen.say(f"No open ask with {contact.name}: a starts one.")
    return False


class AskSteps:
    """One ask and the step that `coming` advises, None when nothing follows.

    What offers something answers True when it was recorded, None when it was left with escape.
    """

    def __init__(self, screen: ReccoScreen, contact: Contact, ask: Ask) -> None:
        self._screen = screen
        self._contact = contact
        self._ask = ask
        self.coming = self._next_of(ask)

    def _next_of(self, ask: Ask) -> "NextStep | None":
        ledger = self._screen.ledger
        # Late for start-up time.
        from recco_tui.core.next_step import next_step

        return next_step(ask, self._contact, ledger.settings.policy, ledger.day)

    async def offer(self, coming: "NextStep", finished: Finished | None) -> bool | None:
        """Hand its text over; while it waits for an answer, ask for that instead."""
        if coming.step not in SENT:
            return await self._mark(coming.step)
        if lies_ahead(coming, self._screen.ledger.day) and state_of(self._ask) in _WAITING:
            return await self.ask_for_answer(coming)
        return await self._hand_over(coming, finished)

    async def _hand_over(self, coming: "NextStep", finished: Finished | None = None) -> bool | None:
        on_linkedin, contact = coming.step is Step.LINKEDIN, self._contact
        via = (finished and finished.via) or coming.via
        message = self._screen.ledger.writing.step_message(
            self._ask, coming.step, via, coming.nudge
        )
        text = (finished and finished.text) or message.text
        subject = (finished and finished.subject) or message.subject
        answer = await hand_over(
            self._screen,
            coming.step.heading.format(name=short_name(contact.name)),
            text,
            contact,
            page=lambda slug: page_for(coming.step, slug),
            steps=lambda known: [
                *steps_to_take(coming, known, subject),
                *self._cautions(coming, known),
            ],
            via=Channel.LINKEDIN if on_linkedin else via,
            channels=() if on_linkedin else self._channels(coming.avoid),
        )
        if answer is None:
            return None
        return answer.sent and await self._mark(coming.step, answer.via, answer.on)

    def _cautions(self, coming: "NextStep", contact: Contact) -> list[str]:
        """What still can change whether it is sent today."""
        if coming.step not in (Step.WARM, Step.LINKEDIN):
            return []
        return cautions_of(self._screen, contact)

    def _channels(self, avoid: Channel | None) -> list[Channel]:
        """Those in use here, without the one that had its chance; any when that leaves none."""
        chosen = [c for c in self._screen.ledger.settings.channels if c != avoid]
        return chosen or [c for c in Channel if c != avoid]

    async def ask_for_answer(self, coming: "NextStep") -> bool | None:
        """What did they say? A yes goes straight on to the LinkedIn request."""
        day = self._screen.ledger.day
        choice = await dialogs.choose(
            self._screen,
            f"{short_name(self._contact.name)}: what happened?",
            coming_words(coming, day),
            _answers(self._ask, coming, day),
            "esc: nothing yet",
        )
        if choice is None:
            return None
        if not isinstance(choice, Step):  # _OTHER
            return await self.note()
        if choice is coming.step and choice in SENT:
            return await self._hand_over(coming)
        if not await self._mark(choice):
            return False
        if choice is Step.AGREED:
            await offer_next_step(self._screen, self._contact)
        return True

    async def note(self) -> bool | None:
        """Any step, of any day, on any way; the form wants a reason where the rules want one."""
        asks, id_ = self._screen.ledger.asks, self._ask.id
        first = self.coming.step if self.coming else Step.REOPENED
        entry = await self._screen.app.push_screen_wait(
            dialogs.StepForm(
                f"Log a step: ask to {short_name(self._contact.name)}",
                self._screen.ledger.day,
                sorted(NOTABLE, key=lambda step: step is not first),
                lambda entry: asks.question(id_, entry.step, via=entry.via, on=entry.on),
            )
        )
        if entry is None:
            return None
        return await self._mark(entry.step, entry.via, entry.on, entry.because)

    async def _mark(
        self, step: Step, via: Channel | None = None, on: date | None = None, because: str = ""
    ) -> bool:
        """Record a step; where the order is unusual, ask why and keep the answer."""
        screen, asks, id_ = self._screen, self._screen.ledger.asks, self._ask.id
        try:
            why = None if because else asks.question(id_, step, via=via, on=on)
        except ReccoError as error:
            screen.report_error(error)
            return False
        if why is not None:
            reason = await dialogs.ask_reason(screen, "Unusual order", why, step.reasons)
            if not reason:
                return False
            because = reason
        marked = await screen.attempt_and_wait(
            lambda: asks.mark(id_, step, via=via, on=on, because=because),
            "Next step",
            lambda ask: coming_words(self._next_of(ask), screen.ledger.day),
        )
        return marked is not None


def _answers(ask: Ask, coming: "NextStep", today: date) -> "Sequence[Choice[Step | str]]":
    """What can have happened to an open ask, the likeliest first; what ends it is never first, as
    a quick enter chooses that."""
    choices: list[Choice[Step | str]] = [
        dialogs.Choice("a", "agreed", Step.AGREED, "next: the LinkedIn request"),
        dialogs.Choice("w", "they wrote it", Step.RECEIVED, "next: say thanks"),
    ]
    if any(taken.step is Step.AGREED for taken in this_round(ask)):
        del choices[0]
    if coming.step is not Step.CLOSED:
        ahead = lies_ahead(coming, today)
        hint = f"best from {say_day(coming.due, today)}" if ahead else "due now"
        choices.append(dialogs.Choice("o", f"not yet: {next_words(coming)}", coming.step, hint))
    return [
        *choices,
        dialogs.Choice("d", "declined", Step.DECLINED, "ends the ask"),
        dialogs.Choice("l", "let go", Step.CLOSED, "the next shared project reopens it"),
        dialogs.Choice("s", "another step or day…", _OTHER, "any step, any day"),
    ]
