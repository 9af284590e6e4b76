"""What one can do with people: add, edit, sort in, pin, archive, merge, look up."""

from collections.abc import Mapping, Sequence

from recco_tui.core.belongings import Belongings, counted, joined, together
from recco_tui.core.cleaning import clean_line
from recco_tui.core.errors import ChangedMeanwhile, NotAllowed, NothingFound, UsageError
from recco_tui.core.models import Contact, ContactPage
from recco_tui.core.names import fold, row_number, slug_of
from recco_tui.core.relationships import Kind, Relationship
from recco_tui.ledger.store import Store
from recco_tui.storage import asks, contacts, drafts, projects, recommendations
from recco_tui.storage.columns import COLUMNS, Value

EDITABLE = COLUMNS["contacts"].keys() - {
    *("id", "first_name", "last_name", "slug", "connected_on", "typed", "search"),
    *("pinned_on", "archived_on", "missing_since"),
}
"""Fields of a contact that `edit` takes as they are; `url` is taken too and becomes the slug."""

LONGEST_NAME = 300


def people_in_words(names: Sequence[str]) -> str:
    """One name, two names, or "5 people"."""
    if len(names) <= 2:
        return " and ".join(names)
    return f"{len(names)} people"


class Contacts:
    """Verbs on people."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, contact_id: int) -> Contact:
        """The contact of this id; raises `NothingFound`."""
        return self._store.contact(contact_id)

    def page(self, contact_id: int) -> ContactPage:
        """All that is known of one person, each list newest first."""
        contact = self._store.contact(contact_id)
        with self._store.database.read() as connection:
            return ContactPage(
                contact=contact,
                recommendations=recommendations.of_contact(connection, contact_id),
                asks=asks.of_contact(connection, contact_id),
                requests=asks.requests(connection, contact_id, archived=True),
                projects=projects.of_contact(connection, contact_id),
                moments=projects.moments(connection, contact_id),
                waivers=asks.waivers(connection, contact_id),
                drafts=drafts.of_contact(connection, contact_id),
            )

    def every(self) -> tuple[Contact, ...]:
        """All contacts that are not archived."""
        return tuple(c for c in self._store.read(contacts.every) if c.archived_on is None)

    def archived(self) -> tuple[Contact, ...]:
        """The archived ones, who can be brought back."""
        return tuple(c for c in self._store.read(contacts.every) if c.archived_on is not None)

    def matching(self, text: str, most: int = 8) -> tuple[Contact, ...]:
        """People for a type-ahead: names, companies or positions that hold the text."""
        return self._store.read(contacts.containing, fold(clean_line(text)), most)

    def named(self, text: str) -> Contact | None:
        """The one person meant by a full name, a LinkedIn address or a number like `#12`.

        None when nobody is; raises `UsageError` when several people bear the name.
        """
        text = clean_line(text)
        if (number := row_number(text)) is not None:
            return self._store.contact(number)
        if (slug := slug_of(text)) is not None:
            return self._store.read(contacts.by_slug, slug)
        exact = [c for c in self.matching(text, 50) if fold(c.name) == fold(text)]
        if len(exact) > 1:
            raise UsageError(_which_one(text, exact))
        return exact[0] if exact else None

    def find(self, text: str) -> Contact:
        """Like `named`, but also by a part of the name when only one person fits.

        Raises `NothingFound`, or `UsageError` naming those who fit.
        """
        exact = self.named(text)
        if exact is not None:
            return exact
        folded = fold(clean_line(text))
        fitting = [c for c in self.matching(text, 50) if folded and folded in fold(c.name)]
        if not fitting:
            raise NothingFound(
                f"Nobody in your network is called {clean_line(text)!r}: "
                "see 'recco contact list', or add them with 'recco contact add'."
            )
        if len(fitting) > 1:
            raise UsageError(_which_one(text, fitting))
        return fitting[0]

    def find_archived(self, text: str) -> Contact:
        """The archived person meant by a number like `#12` or a part of the name.

        Raises `NothingFound`, or `UsageError` naming those who fit.
        """
        text = clean_line(text)
        fitting = [
            contact
            for contact in self.archived()
            if text == f"#{contact.id}" or fold(text) in fold(contact.name)
        ]
        if not fitting:
            raise NothingFound(
                f"Nobody called {text!r} is archived: see 'contact list --archived'."
            )
        if len(fitting) > 1:
            numbers = ", ".join(f"#{contact.id} {contact.name}" for contact in fitting[:6])
            raise UsageError(f"{len(fitting)} archived people fit {text!r}: {numbers}.")
        return fitting[0]

    def add(
        self,
        name: str,
        *,
        kind: Kind = Kind.UNKNOWN,
        relationship: Relationship | None = None,
        url: str = "",
        company: str = "",
        position: str = "",
        email: str = "",
        note: str = "",
    ) -> Contact:
        """Add a person by hand. A relationship sets the kind that it implies."""
        fields = self._checked(
            {
                "name": name,
                "kind": kind,
                "relationship": relationship,
                "company": company,
                "position": position,
                "email": email,
                "note": note,
                "url": url,
            }
        )
        words = (str(fields[field]) for field in ("name", "company", "position"))
        fields["search"] = contacts.search_key(*words)
        with self._store.change(f"added {fields['name']}"):
            self._refuse_taken_address(fields.get("slug"), None)
            contact_id = self._store.insert(contacts.TABLE, fields)
            return self._store.contact(contact_id)

    def edit(
        self, contact_id: int, fields: Mapping[str, Value], seen: Contact | None = None
    ) -> Contact:
        """Change some of `EDITABLE` and `url`; the others stay as they are.

        `seen` is what the fields were changed from: raises `ChangedMeanwhile` when one of them is
        another by now. None writes in any case.
        """
        changed = self._checked(fields)
        with self._store.change() as change:
            before = self._store.contact(contact_id)
            change.label = f"edited {changed.get('name', before.name)}"
            if seen is not None:
                _refuse_older(seen, before, changed)
            self._refuse_taken_address(changed.get("slug"), contact_id)
            changed["search"] = contacts.search_key(
                str(changed.get("name", before.name)),
                str(changed.get("company", before.company)),
                str(changed.get("position", before.position)),
            )
            contacts.remember_typed(self._store.connection, before, changed)
            self._store.update(contacts.TABLE, contact_id, changed)
            return self._store.contact(contact_id)

    def set_kind(
        self, ids: Sequence[int], kind: Kind, relationship: Relationship | None = None
    ) -> None:
        """Say what these people are to me; a relationship implies the kind and wins over it."""
        if relationship is not None:
            kind = relationship.kind
        word = relationship.theirs if relationship else kind.value
        with self._store.change() as change:
            change.label = f"sorted in {self._in_words(ids)}: {word}"
            for id_ in ids:
                self._store.update(
                    contacts.TABLE,
                    id_,
                    {"kind": kind, "relationship": relationship},
                )

    def pin(self, ids: Sequence[int], pinned: bool) -> None:
        """Put people on the shortlist, or take them off."""
        on = self._store.clock.today() if pinned else None
        verb = "shortlisted" if pinned else "took off the shortlist:"
        with self._store.change() as change:
            change.label = f"{verb} {self._in_words(ids)}"
            for id_ in ids:
                if (self._store.contact(id_).pinned_on is None) == pinned:
                    self._store.update(contacts.TABLE, id_, {"pinned_on": on})

    def archive(self, ids: Sequence[int], archived: bool = True) -> None:
        """Hide people from every view, or bring them back; nothing of theirs is deleted."""
        on = self._store.clock.today() if archived else None
        verb = "archived" if archived else "brought back"
        with self._store.change() as change:
            change.label = f"{verb} {self._in_words(ids)}"
            for id_ in ids:
                self._store.update(contacts.TABLE, id_, {"archived_on": on})

    def merge(self, keep_id: int, drop_id: int) -> None:
        """Make two contacts one: the kept one takes over all that is tied to the other."""
        if keep_id == drop_id:
            raise NotAllowed("A contact cannot be merged with itself: pick another one.")
        with self._store.change() as change:
            keep, drop = self._store.contact(keep_id), self._store.contact(drop_id)
            change.label = f"merged {drop.name} into {keep.name}"
            contacts.merge(self._store.connection, keep_id, drop_id)

    def _in_words(self, ids: Sequence[int]) -> str:
        return people_in_words([self._store.contact(id_).name for id_ in ids])

    def belongings(self, contact_id: int) -> Belongings:
        """How much is tied to a contact and would go with them."""
        return self._store.read(contacts.belongings, contact_id)

    def remove(self, ids: Sequence[int]) -> None:
        """Delete contacts with all that is theirs, as one change; projects stay."""
        with self._store.change() as change:
            connection = self._store.connection
            names = self._in_words(ids)
            went = together(contacts.belongings(connection, id_) for id_ in ids)
            for id_ in ids:
                contacts.remove(connection, id_)
            what = joined(counted(went))
            change.label = f"removed {names}" + (f" with {what}" if what else "")

    def _checked(self, fields: Mapping[str, Value]) -> dict[str, Value]:
        """The columns to write, cleaned; raises `UsageError` for a name or address that is off."""
        columns: dict[str, Value] = {}
        for field, value in fields.items():
            if field == "url":
                columns["slug"] = _slug_typed(str(value or ""))
            elif field in ("kind", "relationship"):
                columns[field] = value or (None if field == "relationship" else Kind.UNKNOWN)
            elif field in EDITABLE:
                columns[field] = COLUMNS["contacts"][field].cleaned(str(value or "")).strip()
            else:
                raise UsageError(f"A contact has no field {field!r}.")
        if "name" in columns and not columns["name"]:
            raise UsageError("A contact needs a name.")
        if len(str(columns.get("name", ""))) > LONGEST_NAME:
            raise UsageError(f"A name can have {LONGEST_NAME} characters at most.")
        relationship = columns.get("relationship")
        if relationship is not None and columns.get("kind", Kind.UNKNOWN) == Kind.UNKNOWN:
            columns["kind"] = Relationship(str(relationship)).kind
        return columns

    def _refuse_taken_address(self, slug: Value, contact_id: int | None) -> None:
        if slug is None:
            return
        other = self._store.read(contacts.by_slug, str(slug))
        if other is not None and other.id != contact_id:
            raise NotAllowed(f"{other.name} already has that LinkedIn address: edit them instead.")


def _refuse_older(seen: Contact, present: Contact, changed: Mapping[str, Value]) -> None:
    others = [
        field
        for field, value in changed.items()
        if getattr(seen, field) != getattr(present, field) != value
    ]
    if others:
        raise ChangedMeanwhile(
            f"{present.name} was changed meanwhile by another window or script "
            f"({', '.join(others)})."
        )


def _slug_typed(url: str) -> str | None:
    if not url.strip():
        return None
    slug = slug_of(url)
    if slug is None:
        raise UsageError(
            "That is no LinkedIn profile address: it should look like "
            "https://www.linkedin.com/in/their-name."
        )
    return slug


def _which_one(text: str, fitting: Sequence[Contact]) -> str:
    facts = ", ".join(
        f"#{c.id} {c.name}" + (f" ({c.company})" if c.company else "") for c in fitting[:6]
    )
    more = f" and {len(fitting) - 6} more" if len(fitting) > 6 else ""
    return (
        f"{len(fitting)} people fit {clean_line(text)!r}: say which one, as in #12: {facts}{more}."
    )
