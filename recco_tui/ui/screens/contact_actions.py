"""Actions on people that every view with people offers: the marked ones, or the one at the cursor.

Each is one binding, one dialog if it must, one verb of the ledger, one rereading.
"""

from dataclasses import asdict
from typing import TYPE_CHECKING, TypeVar

from textual import work
from textual.binding import Binding

from recco_tui.core.errors import ChangedMeanwhile, FileLocked
from recco_tui.core.models import Direction
from recco_tui.core.names import short_name, url_of
from recco_tui.ui.screen import ReccoScreen

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from recco_tui.core.models import Contact
    from recco_tui.ui.dialogs.form import Form

E = TypeVar("E")
T = TypeVar("T")


class ContactActions(ReccoScreen):
    """For views that know their `targets()`."""

    BINDINGS = [
        Binding("plus", "add_contact", "Contact", False, id="contact.add", tooltip="Add a contact"),
        Binding("e", "edit_contact", "Edit", False, id="contact.edit", tooltip="Edit the contact"),
        Binding(
            "R",
            "add_recommendation",
            "Recommendation",
            False,
            id="contact.recommendation",
            tooltip="Add a recommendation by hand: paste what was given or received",
        ),
        Binding(
            "x",
            "square",
            "Square",
            False,
            id="contact.square",
            tooltip="Nothing owed, because …; on Today: dismiss the alert",
        ),
        Binding(
            "asterisk", "pin", "Pin", False, id="contact.pin", tooltip="On or off the shortlist"
        ),
        Binding(
            "S",
            "shortlist",
            "Shortlist",
            False,
            id="shortlist",
            tooltip="One of each kind who could vouch for you, and who is missing",
        ),
        Binding(
            "t",
            "sort_in",
            "Sort in",
            False,
            id="contact.sort_in",
            tooltip="Say who is a peer, manager, mentor or client, one key each",
        ),
        Binding(
            "K",
            "kind",
            "Kind",
            False,
            id="contact.kind",
            tooltip="What this person, or all marked, are to you",
        ),
        Binding(
            "D",
            "archive",
            "Archive",
            False,
            id="contact.archive",
            tooltip="Hide from every view; nothing is deleted",
        ),
        Binding("o", "open_page", "LinkedIn", False, id="contact.page", tooltip="Open their page"),
        Binding("i", "import", "Import", False, id="import", tooltip="Import a LinkedIn export"),
    ]

    def targets(self) -> list[int]:
        """Ids of the people an action is about; empty when there is nobody."""
        raise NotImplementedError

    def acted(self) -> None:
        """Called when an action on the targets was done."""

    def nobody(self) -> str:
        """What is said when there is nobody that an action could be about."""
        return "Nobody is under the cursor: + adds somebody."

    def target(self) -> "Contact | None":
        """The one person an action is about; says so when there is nobody or several."""
        ids = self.targets()
        if len(ids) == 1:
            return self.ledger.contacts.get(ids[0])
        self.say(
            "Several people are marked: unmark them with escape, this goes one by one."
            if ids
            else self.nobody()
        )
        return None

    @work
    async def action_add_contact(self) -> None:
        from recco_tui.ui.dialogs.contact_form import ContactForm

        add = self.ledger.contacts.add
        await self.fill_form(ContactForm(None), lambda entry: add(**asdict(entry)), "Add contact")

    @work
    async def action_edit_contact(self) -> None:
        from recco_tui.ui.dialogs.contact_form import ContactForm

        contact = self.target()
        if contact is None:
            return
        edit = self.ledger.contacts.edit
        await self.write_over(
            ContactForm(contact),
            lambda entry, seen: edit(contact.id, asdict(entry), seen),
            contact,
        )

    async def write_over(
        self, form: "Form[E]", edit: "Callable[[E, T | None], object]", seen: T
    ) -> None:
        """Write what was changed from `seen`; where another window was first, ask whose stands."""
        mine: list[E] = []

        def verb(entry: E) -> object:
            mine[:] = [entry]
            return edit(entry, seen)

        try:
            await self.fill_form(form, verb, "Edit")
        except ChangedMeanwhile as changed:
            if await self._keep_mine(changed):
                await self.attempt_and_wait(lambda: edit(mine[0], None), "Edit")
            else:
                self.reload()

    async def _keep_mine(self, changed: ChangedMeanwhile) -> bool:
        """Ask whose words stand, where another window was first."""
        from recco_tui.ui.dialogs.choice import Choice, ChoiceDialog

        choices = [
            Choice("m", "keep mine", True, "what I have typed now"),
            Choice("t", "keep theirs", False, "what was written meanwhile"),
        ]
        dialog = ChoiceDialog("Changed meanwhile", str(changed), choices)
        mine = await self.app.push_screen_wait(dialog)
        return bool(mine)

    @work
    async def action_add_recommendation(self) -> None:
        from recco_tui.ui.dialogs.recommendation_form import RecommendationForm

        contact = self.target()
        if contact is None:
            return
        await self.fill_form(
            RecommendationForm(contact.name, Direction.RECEIVED, self.ledger.day),
            lambda entry: self.ledger.recommendations.add(
                contact.id, entry.direction, entry.text, on=entry.on, status=entry.status
            ),
            "Recommendation",
        )

    def action_square(self) -> None:
        self.square_people()

    @work
    async def square_people(self) -> None:
        """Ask why nothing is owed to those to whom something is, and record it."""
        from recco_tui.ui.dialogs.reason import ReasonDialog

        ids = self.targets()
        owing = [id_ for id_ in ids if self.ledger.recommendations.balance(id_).owe]
        if not owing:
            self.say("Nothing is owed there, so there is nothing to square.")
            return
        who = self.people(owing)
        because = await self.app.push_screen_wait(
            ReasonDialog(
                f"Square {who}",
                "Nothing owed, because …",
                ("thanked in person", "too long ago", "we lost touch"),
            )
        )
        if because is not None:
            square = self.ledger.recommendations.square
            self.attempt(lambda: square(owing, because), "Square")
            self.acted()

    def action_pin(self) -> None:
        ids = self.targets()
        if ids:
            self.attempt(lambda: self._turn_pins(ids), "Pin")

    def _turn_pins(self, ids: list[int]) -> None:
        """What they are when it is done counts, not when the key was pressed."""
        contacts = self.ledger.contacts
        contacts.pin(ids, not all(contacts.get(id_).pinned_on for id_ in ids))

    def action_shortlist(self) -> None:
        self.recco.open("shortlist")

    @work
    async def action_kind(self) -> None:
        from recco_tui.ui.dialogs.relationship import RelationshipDialog

        ids = self.targets()
        if not ids:
            return
        choice = await self.app.push_screen_wait(RelationshipDialog(self.people(ids), None))
        if choice is not None:
            set_kind = self.ledger.contacts.set_kind
            self.attempt(lambda: set_kind(ids, choice.kind, choice.code), "Kind")
            self.acted()

    def action_archive(self) -> None:
        ids = self.targets()
        if ids:
            self.attempt(lambda: self.ledger.contacts.archive(ids), "Archive")
            self.acted()

    def action_open_page(self) -> None:
        contact = self.target()
        if contact is None:
            return
        if contact.slug is None:
            self.say(f"{contact.name} has no LinkedIn address yet: e adds it.")
            return
        self.recco.open_page(url_of(contact.slug))

    def action_sort_in(self) -> None:
        marked = self.targets()
        self.recco.open("triage", marked if len(marked) > 1 else ())

    def action_import(self) -> None:
        self.recco.open("import")

    def matching(self, text: str) -> "Sequence[Contact]":
        """People for a field that looks names up as they are typed; none while the file is locked
        for reading, too: then the name typed is a new one."""
        try:
            return self.ledger.contacts.matching(text, 6)
        except FileLocked:
            return ()

    def people(self, ids: list[int]) -> str:
        """One short name, or how many."""
        if len(ids) == 1:
            return short_name(self.ledger.contacts.get(ids[0]).name)
        return f"{len(ids)} people"
