"""Adding a person by hand, and editing what is known of one."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from textual.widgets import Input

from recco_tui.core.fields import by_hand
from recco_tui.core.models import Contact
from recco_tui.core.names import slug_of, url_of
from recco_tui.core.relationships import KNOWN_KINDS, Kind, Relationship
from recco_tui.ui.dialogs.form import Form, InvalidField
from recco_tui.ui.dialogs.relationship import RelationshipChoice, RelationshipDialog
from recco_tui.ui.formatting import plain
from recco_tui.ui.widgets.keys import bind
from recco_tui.ui.widgets.line_input import LineInput
from recco_tui.ui.widgets.option_row import OptionRow
from recco_tui.ui.widgets.text_box import TextBox


class ContactEntry(NamedTuple):
    """A filled form: all `fields` by the ledger's names for them, whether changed or not.

    `twin`: it was said that someone has the name already, and saved all the same.
    """

    fields: Mapping[str, Any]
    twin: bool = False


class ContactForm(Form[ContactEntry]):
    """With a name alone someone is added."""

    BINDINGS = [
        bind(
            "contact_form.relationship",
            "f2",
            "Relationship",
            "Choose one of LinkedIn's relationships; it sets the kind.",
            "relationship",
        )
    ]

    def __init__(
        self,
        contact: Contact | None,
        twins: Callable[[str, str, str], str] | None = None,
        *,
        at_address: bool = False,
    ) -> None:
        """`contact` None adds someone new. `at_address` begins at the field for their address.

        `twins` says who has that name already, of a name, an address and a company; '' for no one.
        None looks no one up.
        """
        known = contact or Contact(0, "")
        self._twins = twins
        self._at_address = at_address
        self._told = ""
        super().__init__(f"Edit {plain(known.name)}" if contact else "Add a contact")
        kinds = [*((kind, kind.value) for kind in KNOWN_KINDS), (Kind.UNKNOWN, "not known")]
        codes = [(None, "not set"), *((code, code.theirs) for code in Relationship)]
        self._full_name = self.row("name", LineInput(known.name))
        self._former_names = LineInput(
            "; ".join(known.former_names), "former names, separated by ;"
        )
        if contact:
            self.row("formerly", self._former_names)
        self._kind = self.row(
            "kind", OptionRow(kinds, known.kind, changed=self._relationship_follows)
        )
        self._relationship = self.row(
            "relationship",
            OptionRow[Relationship | None](codes, known.relationship, changed=self._kind_follows),
            classes="gap",
        )
        url = url_of(known.slug) if known.slug else ""
        self._url = self.row("LinkedIn", LineInput(url, "linkedin.com/in/…"))
        self._texts = dict(self._rows_of_texts(known))

    def _rows_of_texts(self, known: Contact) -> Iterator[tuple[str, LineInput | TextBox]]:
        """A row for each text of a contact: lines first, a gap after the last of them."""
        fields = by_hand(Contact)
        lines = [name for name, field in fields.items() if field.is_line]
        for name in lines:
            line = LineInput(getattr(known, name), fields[name].hint)
            yield (
                name,
                self.row(fields[name].label, line, classes="gap" if name == lines[-1] else None),
            )
        for name, field in fields.items():
            if not field.is_line:
                box = TextBox(getattr(known, name), placeholder=field.hint)
                yield name, self.row(field.label, box, classes="tall")

    def on_mount(self) -> None:
        if self._at_address:
            self.go_to(self._url)

    def answer(self) -> ContactEntry:
        name, url = self._full_name.value.strip(), self._url.value.strip()
        if not plain(name).strip():
            raise InvalidField("Enter a name.", self._full_name)
        if url and slug_of(url) is None:
            raise InvalidField(
                "Not a LinkedIn profile. It looks like linkedin.com/in/their-name.", self._url
            )
        twin = self._say_twin()
        if twin and twin != self._told:
            self._told = twin
            raise InvalidField(f"{twin} Ctrl+S again adds another one.", self._full_name)
        former = (former.strip() for former in self._former_names.value.split(";"))
        fields = {
            "name": name,
            "kind": self._kind.value,
            "relationship": self._relationship.value,
            "url": url,
            "former_names": tuple(filter(None, former)),
            **{field: widget.value.strip() for field, widget in self._texts.items()},
        }
        return ContactEntry(fields, bool(twin))

    def on_input_changed(self, event: Input.Changed) -> None:
        """A twin is said while the name is typed."""
        event.prevent_default()  # the form's own handler would take the words away again
        super().on_input_changed(event)
        if twin := self._say_twin():
            self.hint(twin)

    def _say_twin(self) -> str:
        name, company = self._full_name.value.strip(), self._texts["company"].value.strip()
        if not name or self._twins is None:
            return ""
        return self._twins(name, self._url.value.strip(), company)

    def action_relationship(self) -> None:
        name = self._full_name.value or "this person"
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
