"""Actions on asks, projects and moments that the board, the review and the asks view share.

Writing and asking are here, the next step in `step_actions.py`, noting in `note_actions.py`.
"""

from textual import work
from textual.binding import Binding

from recco_tui.core.asks import is_open
from recco_tui.core.errors import ReccoError
from recco_tui.core.models import Channel, Contact
from recco_tui.core.names import writing_page
from recco_tui.ui.present.hand_over import form_steps
from recco_tui.ui.screens.note_actions import NoteActions
from recco_tui.ui.screens.step_actions import StepActions


class AskActions(StepActions, NoteActions):
    """For views that know their `targets()`."""

    BINDINGS = [
        Binding("w", "write", "Write", id="write", tooltip="Write a recommendation for them"),
        Binding("a", "ask", "Ask", id="ask", tooltip="Ask them for a recommendation"),
        Binding("n", "next_step", "Next step", id="next", tooltip="The next step of the ask"),
        Binding(
            "v",
            "answered",
            "Answered",
            False,
            id="answered",
            tooltip="What they said; or any step, of any day",
        ),
        Binding("p", "project", "Project", id="project.add", tooltip="Add a project that ended"),
        Binding("m", "moment", "Moment", id="moment.add", tooltip="Note a win or feedback"),
        Binding(
            "Q",
            "request",
            "Request",
            False,
            id="request.add",
            tooltip="They asked me, or I promised: note it, answer it, move its day",
        ),
        Binding(
            "Y", "brief", "Brief", False, id="brief", tooltip="A page on them, to read and copy"
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
        finished = await self.recco.edit(self.ledger.writing.open_recommendation(contact.id))
        if finished is None:
            self.reload()
            return False
        from recco_tui.ui.screens.text_hand_over import TextHandOver

        answer = await self.app.push_screen_wait(
            TextHandOver(
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
            self.reload()
            return False
        on, drafts = answer.on, self.ledger.drafts
        sent = await self.attempt_and_wait(lambda: drafts.mark_sent(finished.draft_id, on), "Sent")
        return sent is not None

    @work(exclusive=True, group="writing")
    async def action_ask(self) -> None:
        await self.ask_each()

    async def ask_each(self) -> None:
        """Each marked person gets an ask of their own, one after the other."""
        ids = self.targets()
        if not ids:
            self.target()
        for number, id_ in enumerate(ids, 1):
            note = f" · {number} of {len(ids)}" if len(ids) > 1 else ""
            await self.ask_one(self.ledger.contacts.get(id_), note)
        self.acted()

    async def ask_one(self, contact: Contact, note: str = "") -> None:
        """Compose, keep the ask, then offer its first step at once."""
        objections = self.ledger.today.objections(contact.id)
        if objections:
            self.say(f"Before you ask {contact.name}: {'; '.join(objections)}.")
        present = self.ledger.asks.latest(contact.id)
        if present is not None and not is_open(present):
            present = None
        finished = await self.recco.edit(self.ledger.writing.open_ask(contact.id, present), note)
        if finished is None:
            self.reload()
            return
        focus, drafts = finished.focus, self.ledger.drafts
        kept = await self.attempt_and_wait(lambda: drafts.make_ask(finished.draft_id, focus), "Ask")
        if kept is not None:
            self.app.clear_notifications()
            await self.offer_next_step(contact, finished.via, finished.subject)

    def action_brief(self) -> None:
        """Who they are, projects, moments, both texts and the pitch, on one page."""
        from recco_tui.core.brief import brief

        contact = self.target()
        if contact is None:
            return
        page, name = brief(self.ledger.contacts.page(contact.id)), contact.name
        self.recco.show_text(f"A page on {name}", page, file=f"brief {name}", suffix=".md")

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
