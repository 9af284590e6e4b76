"""Adding a person by hand, and editing what is known of one."""

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.binding import Binding

from recco_tui.core.models import Contact
from recco_tui.core.names import slug_of, url_of
from recco_tui.core.relationships import KNOWN_KINDS, Kind, Relationship
from recco_tui.ui.dialogs.form import Form, Row, Wrong
from recco_tui.ui.dialogs.relationship import RelationshipChoice, RelationshipDialog
from recco_tui.ui.dialogs.text_box import TextBox
from recco_tui.ui.formatting import plain
from recco_tui.ui.widgets.line import Line
from recco_tui.ui.widgets.one_of import OneOf

_LINES = ("name", "url", "company", "position", "email")


@dataclass(frozen=True, slots=True)
class ContactEntry:
    """A filled form: all fields by the ledger's names for them, whether changed or not."""

    name: str
    kind: Kind
    relationship: Relationship | None
    url: str
    company: str
    position: str
    email: str
    note: str


class ContactForm(Form[ContactEntry]):
    """With a name alone somebody is added."""

    BINDINGS = [
        Binding(
            "f2",
            "relationship",
            "Relationship",
            id="contact_form.relationship",
            tooltip="Pick one of LinkedIn's twelve relationships; it sets the kind",
        )
    ]

    def __init__(self, contact: Contact | None) -> None:
        """`contact` None adds somebody new."""
        known = contact or Contact(0, "")
        super().__init__(f"Edit {plain(known.name)}" if contact else "Add a contact")
        self._lines = {
            "name": Line(known.name),
            "url": Line(url_of(known.slug) if known.slug else "", "linkedin.com/in/…"),
            "company": Line(known.company),
            "position": Line(known.position),
            "email": Line(known.email),
        }
        kinds = [(kind, kind.value) for kind in KNOWN_KINDS]
        self._kind = OneOf(
            [*kinds, (Kind.UNKNOWN, "not known")], known.kind, changed=self._relationship_follows
        )
        codes = [(code, code.theirs) for code in Relationship]
        self._relationship = OneOf[Relationship | None](
            [(None, "not said"), *codes], known.relationship, changed=self._kind_follows
        )
        self._note = TextBox(known.note)

    def body(self) -> ComposeResult:
        yield Row("name", self._lines["name"])
        yield Row("kind", self._kind)
        yield Row("relationship", self._relationship, classes="gap")
        yield Row("LinkedIn", self._lines["url"])
        yield Row("company", self._lines["company"])
        yield Row("position", self._lines["position"])
        yield Row("e-mail", self._lines["email"], classes="gap")
        yield Row("note", self._note, classes="tall")

    def answer(self) -> ContactEntry:
        values = {name: self._lines[name].value.strip() for name in _LINES}
        if not plain(values["name"]).strip():
            raise Wrong("A contact needs a name.", self._lines["name"])
        if values["url"] and slug_of(values["url"]) is None:
            raise Wrong(
                "That is no LinkedIn profile: it should look like linkedin.com/in/their-name.",
                self._lines["url"],
            )
        return ContactEntry(
            **values,
            kind=self._kind.value,
            relationship=self._relationship.value,
            note=self._note.value.strip(),
        )

    def action_relationship(self) -> None:
        name = self._lines["name"].value or "this person"
        self.app.push_screen(
            RelationshipDialog(name, self._relationship.value, self._kind.value), self._related
        )

    def _related(self, choice: RelationshipChoice | None) -> None:
        if choice is not None:
            self._relationship.value = choice.code
            self._kind.value = choice.kind

    def _kind_follows(self) -> None:
        """A relationship implies a kind."""
        code = self._relationship.value
        if code is not None:
            self._kind.value = code.kind

    def _relationship_follows(self) -> None:
        """Another kind takes back a relationship that denies it."""
        code = self._relationship.value
        if code is not None and self._kind.value != code.kind:
            self._relationship.value = None
