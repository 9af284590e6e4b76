"""Actions on asks, projects and moments that the board, the review and the asks view share.

`n` always offers the one next step of the ask with the person at the cursor: it copies the text,
shows the page, asks "sent?", records the step with its channel and date, and says when the next one
will come. `y` says sent, `n` not yet: never the key that opened it.
"""

from textual import work
from textual.binding import Binding

from recco_tui.core.asks import is_open, state_of
from recco_tui.core.errors import ReccoError
from recco_tui.core.models import Ask, AskState, Channel, Contact, DraftKind, Step
from recco_tui.core.names import asking_page, short_name, url_of, writing_page
from recco_tui.core.next_step import NextStep, next_step
from recco_tui.core.when import say_date
from recco_tui.ledger.projects import Joining
from recco_tui.ui.screens.contact_actions import ContactActions
from recco_tui.ui.screens.hand_over_words import form_steps, step_words, steps_to_take, text_for

_WAITING = (AskState.WARM, AskState.REQUESTED, AskState.NUDGED)
_SENT = (Step.WARM, Step.LINKEDIN, Step.NUDGED, Step.THANKED)


class AskActions(ContactActions):
    """For views that know their `targets()`."""

    BINDINGS = [
        Binding("w", "write", "Write", id="write", tooltip="Write a recommendation for them"),
        Binding("a", "ask", "Ask", id="ask", tooltip="Ask them for a recommendation"),
        Binding("n", "next_step", "Next step", id="next", tooltip="The next step of the ask"),
        Binding("v", "answered", "Answered", False, id="answered", tooltip="What they said"),
        Binding("p", "project", "Project", id="project.add", tooltip="Add a project that ended"),
        Binding("m", "moment", "Moment", id="moment.add", tooltip="Note a win or feedback"),
        Binding(
            "Q",
            "request",
            "Request",
            False,
            id="request.add",
            tooltip="They asked me, or I promised: a debt with a date",
        ),
        Binding("y", "copy", "Copy", False, id="copy", tooltip="Copy the newest text with them"),
    ]

    # -- writing -----------------------------------------------------------------------------------

    @work(exclusive=True, group="writing")
    async def action_write(self) -> None:
        contact = self.target()
        if contact is not None:
            await self.write_for(contact)

    async def write_for(self, contact: Contact) -> bool:
        """Edit, then hand over; True when it was sent and so counts as given."""
        draft = self.ledger.drafts.open(contact.id, DraftKind.RECOMMENDATION)
        finished = await self.recco.edit(draft)
        if finished is None:
            self.reread()
            return False
        from recco_tui.ui.dialogs.hand_over import HandOver

        answer = await self.app.push_screen_wait(
            HandOver(
                f"Recommendation for {contact.name}",
                finished.text,
                writing_page(contact.slug) if contact.slug else "",
                self.ledger.day,
                steps=form_steps(contact),
                via=Channel.LINKEDIN,
                channels=(),
                copy=self.recco.copy_text,
                open_page=self.recco.open_page,
            )
        )
        if answer is None or not answer.sent:
            self.reread()
            return False
        on = answer.on
        return self.attempt(lambda: self.ledger.drafts.sent(draft.id, on)) is not None

    @work(exclusive=True, group="writing")
    async def action_ask(self) -> None:
        """Each marked person gets an ask of their own, one after the other."""
        ids = self.targets()
        if not ids:
            self.target()
        for id_ in ids:
            await self.ask_one(self.ledger.contacts.get(id_))
        self.acted()

    async def ask_one(self, contact: Contact) -> None:
        """Compose, keep the ask, then offer its first step at once."""
        objections = self.ledger.today.objections(contact.id)
        if objections:
            self.say(" ".join(objections))
        present = self.ledger.asks.latest(contact.id)
        if present is not None and not is_open(present):
            present = None
        draft = self.ledger.writing.open_ask(contact.id, present)
        finished = await self.recco.edit(draft)
        if finished is None:
            self.reread()
            return
        kept = self.attempt(lambda: self.ledger.drafts.ask(draft.id))
        if kept is not None:
            await self.offer_next_step(contact)

    # -- the next step -----------------------------------------------------------------------------

    @work
    async def action_next_step(self) -> None:
        contact = self.target()
        if contact is not None:
            await self.offer_next_step(contact)

    async def offer_next_step(self, contact: Contact) -> bool:
        """True when a step was recorded."""
        ask = self.ledger.asks.latest(contact.id)
        coming = self._coming(ask, contact)
        if ask is None or coming is None:
            return await self._answer_request(contact)
        if coming.step not in _SENT:
            return self._mark(ask, coming.step)
        if coming.due > self.ledger.day and state_of(ask) in _WAITING:
            return await self._ask_for_answer(ask, contact, coming)
        return await self._hand_over(ask, contact, coming)

    def _coming(self, ask: Ask | None, contact: Contact) -> NextStep | None:
        if ask is None:
            return None
        return next_step(ask, contact, self.ledger.settings.policy, self.ledger.day)

    async def _hand_over(self, ask: Ask, contact: Contact, coming: NextStep) -> bool:
        from recco_tui.ui.dialogs.hand_over import HandOver

        on_linkedin = coming.step is Step.LINKEDIN
        page = url_of(contact.slug) if contact.slug else ""
        answer = await self.app.push_screen_wait(
            HandOver(
                step_words(coming.step, short_name(contact.name)),
                text_for(self.ledger, ask, contact, coming),
                asking_page() if on_linkedin else page,
                self.ledger.day,
                steps=steps_to_take(coming),
                via=Channel.LINKEDIN if on_linkedin else coming.via,
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

    # -- projects, moments, requests ---------------------------------------------------------------

    @work
    async def action_project(self) -> None:
        from recco_tui.ui.dialogs.project_form import ProjectForm

        entry = await self.app.push_screen_wait(
            ProjectForm(self.ledger.day, lambda text: self.ledger.contacts.matching(text, 6))
        )
        if entry is None:
            return
        project = self.attempt(
            lambda: self.ledger.projects.add(
                entry.title,
                kind=entry.kind,
                started_on=entry.started_on,
                ended_on=entry.ended_on,
                about=entry.about,
                members=[
                    Joining(m.name, m.contact_id, m.kind, m.their_part, m.my_part)
                    for m in entry.members
                ],
            )
        )
        if project is not None:
            from recco_tui.ui.dialogs.text_view import TextDialog

            made = [a for a in self.ledger.today.alerts() if a.project_id == project.id]
            lines = [f"{a.action}  {a.contact}\n      {a.why}" for a in made]
            self.app.push_screen(
                TextDialog(
                    project.title,
                    "\n".join(lines) or "No alert yet: it will come when the project ends.",
                    f"{len(made)} alerts made" if made else "",
                )
            )

    @work
    async def action_moment(self) -> None:
        from recco_tui.ui.dialogs.moment_form import MomentForm

        contact = self.target()
        if contact is None:
            return
        projects = self.ledger.contacts.page(contact.id).projects
        entry = await self.app.push_screen_wait(MomentForm(contact.name, self.ledger.day, projects))
        if entry is not None:
            self.attempt(
                lambda: self.ledger.moments.add(
                    contact.id, entry.kind, entry.text, on=entry.on, project_id=entry.project_id
                )
            )

    @work
    async def action_request(self) -> None:
        from recco_tui.ui.dialogs.request_form import RequestForm

        contact = self.target()
        if contact is None:
            return
        entry = await self.app.push_screen_wait(RequestForm(contact.name, self.ledger.day))
        if entry is not None:
            self.attempt(
                lambda: self.ledger.requests.add(
                    contact.id,
                    entry.kind,
                    asked_on=entry.asked_on,
                    due_on=entry.due_on,
                    note=entry.note,
                )
            )

    def action_copy(self) -> None:
        """The newest text with this person: a draft, an ask, a recommendation."""
        contact = self.target()
        if contact is None:
            return
        try:
            page = self.ledger.contacts.page(contact.id)
        except ReccoError as error:
            self.say(str(error), wrong=True)
            return
        texts = [d.text for d in page.drafts] + [r.text for r in page.recommendations]
        text = next((text for text in texts if text.strip()), "")
        self.say(self.recco.copy_text(text) if text else f"No text with {contact.name} yet.")
