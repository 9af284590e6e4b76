"""What one can do with people: add, edit, set the kind, pin, archive, merge, look up."""

from collections.abc import Mapping, Sequence

from recco_tui.core.address_book import AddedPeople, AddressEntry
from recco_tui.core.belongings import Belongings, counted, joined, together
from recco_tui.core.cleaning import clean_line, first_of
from recco_tui.core.errors import (
    AmbiguousName,
    ChangedElsewhere,
    NotAllowed,
    NothingFound,
    TwinFound,
    UsageError,
)
from recco_tui.core.fields import by_hand
from recco_tui.core.merging import Difference, differences
from recco_tui.core.models import COUNTED, Contact, ContactPage, Direction, Recommendation
from recco_tui.core.names import (
    clean_name,
    fold,
    fuzzy_key,
    name_key,
    row_number,
    slug_of,
    with_former,
)
from recco_tui.core.relationships import Kind, Relationship
from recco_tui.ledger.store import Store
from recco_tui.storage import asks, contacts, projects
from recco_tui.storage.columns import COLUMNS, Value
from recco_tui.storage.tables import (
    CONTACTS,
    DRAFTS,
    MEETINGS,
    MOMENTS,
    RECOMMENDATIONS,
    REQUESTS,
    WAIVERS,
)

EDITABLE = ("name", *by_hand(Contact))
"""Texts of a contact that `edit` takes; it takes the kind, the relationship, former names and `url`
too, which becomes the slug."""

LONGEST_NAME = 300
_MOST_FITTING = 200
_MOST_NAMED = 6


def people_in_words(names: Sequence[str]) -> str:
    """One name, two names, or "5 contacts"."""
    if len(names) <= 2:
        return " and ".join(names)
    return f"{len(names)} contacts"


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
            texts = RECOMMENDATIONS.of_contact(connection, contact_id)
            return ContactPage(
                contact=contact,
                recommendations=texts,
                asks=asks.of_contact(connection, contact_id),
                requests=REQUESTS.of_contact(connection, contact_id),
                projects=projects.of_contact(connection, contact_id),
                moments=MOMENTS.of_contact(connection, contact_id),
                meetings=MEETINGS.of_contact(connection, contact_id),
                waivers=WAIVERS.of_contact(connection, contact_id),
                drafts=DRAFTS.of_contact(connection, contact_id),
                cautions=self._cautions(texts),
            )

    def swap_words(self, contact_id: int) -> str:
        """What a text given to them, or asked of them, looks like now; '' when it looks well."""
        return self._swap(self._store.read(RECOMMENDATIONS.of_contact, contact_id))

    def _cautions(self, texts: Sequence[Recommendation]) -> tuple[str, ...]:
        # Needed for one person at a time, so not at the start.
        from recco_tui.core.received import has_vanished, say_vanished

        today = self._store.clock.today()
        gone = [say_vanished(text, today) for text in texts if has_vanished(text)]
        swap = self._swap(texts)
        return (*gone, swap) if swap else tuple(gone)

    def _swap(self, texts: Sequence[Recommendation]) -> str:
        """`texts` are all of one person, newest first."""
        from recco_tui.core.guards import swap_now

        counted = [text for text in reversed(texts) if text.status in COUNTED]
        received = [text for text in counted if text.direction is Direction.RECEIVED]
        given = [text for text in counted if text.direction is Direction.GIVEN]
        return swap_now(received, given, self._store.policy, self._store.clock.today())

    def every(self) -> tuple[Contact, ...]:
        """All contacts that are not archived."""
        return tuple(c for c in self._store.read(CONTACTS.every) if c.archived_on is None)

    def archived(self) -> tuple[Contact, ...]:
        """The archived ones, who can be brought back."""
        return tuple(c for c in self._store.read(CONTACTS.every) if c.archived_on is not None)

    def matching(self, text: str, most: int = 8) -> tuple[Contact, ...]:
        """People for a type-ahead: names, former ones, companies or positions that hold the text.

        Notes are left out: they name others.
        """
        key = name_key(clean_line(text))
        found = self._store.read(contacts.containing, key, most)
        return tuple(
            contact
            for contact in found
            if key in fold(f"{contact.name} {contact.company} {contact.position}")
            or any(key in name_key(former) for former in contact.former_names)
        )

    def named(self, text: str) -> Contact | None:
        """The one person meant by a full name, a LinkedIn address or a number like `#12`.

        Of several who bear the name the one who is spelled just so; a former name counts where
        no one bears it now. None when no one does; raises `AmbiguousName` when several do.
        """
        text = clean_line(text)
        if (number := row_number(text)) is not None:
            return self._store.contact(number)
        if (slug := slug_of(text)) is not None:
            return self._store.read(contacts.by_slug, slug)
        key = name_key(text)
        found = self.matching(text, _MOST_FITTING) if key else ()
        return _the_one(
            text,
            (
                [contact for contact in found if contact.name == text],
                [contact for contact in found if name_key(contact.name) == key],
                [contact for contact in found if key in map(name_key, contact.former_names)],
            ),
        )

    def find(self, text: str) -> Contact:
        """Like `named`, but also by a part of the name when only one person fits.

        Raises `NothingFound`, or `AmbiguousName` naming those who fit.
        """
        exact = self.named(text)
        if exact is not None:
            return exact
        key = name_key(clean_line(text))
        fitting = self.matching(text, _MOST_FITTING) if key else ()
        found = _the_one(
            text,
            (
                [contact for contact in fitting if key in name_key(contact.name)],
                [
                    contact
                    for contact in fitting
                    if any(key in name_key(old) for old in contact.former_names)
                ],
            ),
        )
        if found is None:
            raise NothingFound(
                f"No contact is called {clean_line(text)!r}. "
                "'recco contact list' shows all contacts, 'recco contact add' adds one."
            )
        return found

    def namesakes(self, name: str) -> tuple[Contact, ...]:
        """Who has that name or had it, archived people too."""
        key = name_key(clean_line(name))
        found = self._store.read(contacts.with_key_part, key) if key else ()
        return tuple(
            contact
            for contact in found
            if key in map(name_key, (contact.name, *contact.former_names))
        )

    def twins(self, name: str, url: str = "", company: str = "") -> tuple[Contact, ...]:
        """Namesakes that might be this very person: neither another address nor another company
        tells them apart."""
        slug, works_at = slug_of(url), fold(clean_name(company))
        return tuple(
            contact
            for contact in self.namesakes(name)
            if not (slug and contact.slug and slug != contact.slug)
            and not (works_at and contact.company and works_at != fold(clean_name(contact.company)))
        )

    def find_archived(self, text: str) -> Contact:
        """The archived person meant by a number like `#12` or a part of the name.

        Raises `NothingFound`, or `UsageError` naming those who fit.
        """
        text = clean_line(text)
        fitting = [
            contact
            for contact in self.archived()
            if text == f"#{contact.id}" or name_key(text) in name_key(contact.name)
        ]
        if not fitting:
            raise NothingFound(
                f"No archived contact is called {text!r}. "
                "'recco contact list --archived' shows them."
            )
        if len(fitting) > 1:
            numbers = ", ".join(f"#{contact.id} {contact.name}" for contact in fitting[:6])
            raise UsageError(f"{len(fitting)} archived contacts match {text!r}: {numbers}.")
        return fitting[0]

    def add(
        self,
        name: str,
        *,
        kind: Kind = Kind.UNKNOWN,
        relationship: Relationship | None = None,
        url: str = "",
        former_names: Sequence[str] = (),
        refuse_twin: bool = False,
        **texts: str,
    ) -> Contact:
        """Add a person by hand; `texts` are others of `EDITABLE`. A relationship sets the kind that
        it implies.

        With `refuse_twin` raises `TwinFound` for a name that someone has already: until it is said
        that this is someone else.
        """
        fields = self._checked(
            {
                "name": name,
                "kind": kind,
                "relationship": relationship,
                "former_names": tuple(former_names),
                "url": url,
                **texts,
            }
        )
        with self._store.change(f"added {fields['name']}"):
            self._refuse_taken_address(fields.get("slug"), None)
            there = self.twins(name, url, texts.get("company", "")) if refuse_twin else ()
            if there:
                raise TwinFound(f"{say_twins(name, there)} Is this someone else?")
            contact_id = self._store.insert(CONTACTS, **fields)
            contacts.refresh_search(self._store.connection, contact_id)
            return self._store.contact(contact_id)

    def who_is_new(self, entries: Sequence[AddressEntry]) -> AddedPeople:
        """Whom `add_people` would add; nothing is written."""
        new, known = self._sorted_out(entries)
        return AddedPeople(tuple(entry.name for entry in new), tuple(known))

    def add_people(self, entries: Sequence[AddressEntry]) -> AddedPeople:
        """Add the people of an address book, as one change, but those who are there already: by
        address, email or name."""
        with self._store.change("added contacts") as change:
            new, known = self._sorted_out(entries)
            for entry in new:
                self.add(**entry._asdict())
            count = new[0].name if len(new) == 1 else f"{len(new)} contacts"
            change.label = f"added {count} from an address book"
        return AddedPeople(tuple(entry.name for entry in new), tuple(known))

    def _sorted_out(self, entries: Sequence[AddressEntry]) -> tuple[list[AddressEntry], list[str]]:
        """Those to be added, and the names of those who are there; each person once."""
        stored = self._store.read(CONTACTS.every)
        there = {mark for person in stored for mark in _marks_of(person)}
        new: list[AddressEntry] = []
        known: list[str] = []
        for entry in entries:
            marks = _marks(entry.name, slug_of(entry.url), entry.email)
            if there & marks:
                known.append(entry.name)
            else:
                new.append(entry)
                there |= marks
        return new, known

    def edit(
        self, contact_id: int, fields: Mapping[str, Value], seen: Contact | None = None
    ) -> Contact:
        """Change some of the fields; the others stay as they are. A name that is changed becomes
        a former name.

        `seen` is what the fields were changed from: raises `ChangedElsewhere` when one of them is
        another by now. None writes in any case.
        """
        changed = self._checked(fields)
        with self._store.change() as change:
            before = self._store.contact(contact_id)
            change.label = f"edited {changed.get('name', before.name)}"
            if seen is not None:
                _refuse_older(seen, before, changed)
            self._refuse_taken_address(changed.get("slug"), contact_id)
            changed["former_names"] = _former_names(before, changed)
            contacts.remember_typed(self._store.connection, before, changed)
            self._store.update(CONTACTS, contact_id, **changed)
            contacts.refresh_search(self._store.connection, contact_id)
            return self._store.contact(contact_id)

    def set_kind(
        self, ids: Sequence[int], kind: Kind, relationship: Relationship | None = None
    ) -> None:
        """Say what these people are to me; a relationship implies the kind and wins over it."""
        if relationship is not None:
            kind = relationship.kind
        word = relationship.theirs if relationship else kind.value
        with self._store.change() as change:
            change.label = f"set the kind of {self._in_words(ids)}: {word}"
            for id_ in ids:
                self._store.update(CONTACTS, id_, kind=kind, relationship=relationship)

    def pin(self, ids: Sequence[int], pinned: bool) -> None:
        """Put people on the shortlist, or take them off."""
        on = self._store.clock.today() if pinned else None
        verb = "shortlisted" if pinned else "removed from the shortlist:"
        with self._store.change() as change:
            change.label = f"{verb} {self._in_words(ids)}"
            for id_ in ids:
                if (self._store.contact(id_).pinned_on is None) == pinned:
                    self._store.update(CONTACTS, id_, pinned_on=on)

    def archive(self, ids: Sequence[int], archived: bool = True) -> None:
        """Hide people from every view, or bring them back; nothing of theirs is deleted."""
        on = self._store.clock.today() if archived else None
        verb = "archived" if archived else "brought back"
        with self._store.change() as change:
            change.label = f"{verb} {self._in_words(ids)}"
            for id_ in ids:
                self._store.update(CONTACTS, id_, archived_on=on)

    def merge(self, keep_id: int, drop_id: int, facts_of: int = 0) -> tuple[Difference, ...]:
        """Make two contacts one: the kept one takes over all that is tied to the other, notes and
        open asks joined. Returns the facts that differed, as they were decided.

        `facts_of` is whose facts stay where they differ, the kept one's unless it is said.
        """
        if keep_id == drop_id:
            raise NotAllowed("A contact can't be merged with itself. Choose another one.")
        if facts_of not in (0, keep_id, drop_id):
            raise UsageError("Choose the facts of one of the two.")
        with self._store.change() as change:
            keep, drop = self._store.contact(keep_id), self._store.contact(drop_id)
            change.label = f"merged {drop.name} into {keep.name}"
            contacts.merge(self._store.connection, keep_id, drop_id, facts_of)
            return differences(drop, keep) if facts_of == drop_id else differences(keep, drop)

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
            elif field == "former_names":
                columns[field] = _names_typed(value)
            elif field in ("kind", "relationship"):
                columns[field] = value or (None if field == "relationship" else Kind.UNKNOWN)
            elif field in EDITABLE:
                columns[field] = COLUMNS["contacts"][field].cleaned(str(value or "")).strip()
            else:
                raise UsageError(f"A contact has no field {field!r}.")
        if "name" in columns and not columns["name"]:
            raise UsageError("A contact needs a name.")
        if len(str(columns.get("name", ""))) > LONGEST_NAME:
            raise UsageError(f"A name can have at most {LONGEST_NAME} characters.")
        relationship = columns.get("relationship")
        if relationship is not None and columns.get("kind", Kind.UNKNOWN) == Kind.UNKNOWN:
            columns["kind"] = Relationship(str(relationship)).kind
        return columns

    def _refuse_taken_address(self, slug: Value, contact_id: int | None) -> None:
        if slug is None:
            return
        other = self._store.read(contacts.by_slug, str(slug))
        if other is not None and other.id != contact_id:
            raise NotAllowed(
                f"{other.name} already has this LinkedIn address. Edit that contact instead."
            )


def _refuse_older(seen: Contact, present: Contact, changed: Mapping[str, Value]) -> None:
    others = [
        field
        for field, value in changed.items()
        if getattr(seen, field) != getattr(present, field) != value
    ]
    if others:
        raise ChangedElsewhere(
            f"{present.name} was just changed in another window or script ({', '.join(others)})."
        )


def _former_names(before: Contact, changed: Mapping[str, Value]) -> tuple[str, ...]:
    """Those said, and the name that is changed just now."""
    said = changed.get("former_names", before.former_names)
    former = said if isinstance(said, tuple) else before.former_names
    now = str(changed.get("name", before.name))
    return with_former(former, before.name, now=now)


def _slug_typed(url: str) -> str | None:
    if not url.strip():
        return None
    slug = slug_of(url)
    if slug is None:
        raise UsageError(
            "Not a LinkedIn profile. It looks like https://www.linkedin.com/in/their-name."
        )
    return slug


def _names_typed(value: Value) -> tuple[str, ...]:
    """Former names as a form or a command has them: several with semicolons between."""
    typed = value if isinstance(value, tuple) else str(value or "").split(";")
    names = tuple(filter(None, map(clean_line, typed)))
    if any(len(name) > LONGEST_NAME for name in names):
        raise UsageError(f"A name can have at most {LONGEST_NAME} characters.")
    return names


def who(contact: Contact) -> str:
    """A person with the number that names them and what tells them from others."""
    facts = [contact.company or contact.position]
    facts += [f"formerly {contact.former_names[-1]}"] if contact.former_names else []
    facts += ["archived"] if contact.archived_on else []
    told = ", ".join(filter(None, facts))
    return f"#{contact.id} {contact.name}" + (f" ({told})" if told else "")


def say_twins(name: str, twins: Sequence[Contact]) -> str:
    """Who has that name already, as a sentence."""
    named = first_of([*map(who, twins)], _MOST_NAMED)
    return f"{clean_name(clean_line(name))} is already a contact: {named}."


def _the_one(text: str, levels: Sequence[Sequence[Contact]]) -> Contact | None:
    """The one of the first level with anybody on it, None when there is no one on any."""
    for fitting in levels:
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            raise _ambiguous(text, fitting)
    return None


def _ambiguous(text: str, fitting: Sequence[Contact]) -> AmbiguousName:
    named = first_of([*map(who, fitting)], _MOST_NAMED)
    return AmbiguousName(
        f"{len(fitting)} contacts match {clean_line(text)!r}. Name one, "
        f"for example '#{fitting[0].id}': {named}.",
        [(contact.id, who(contact)) for contact in fitting],
    )


def _marks(name: str, slug: str | None, email: str) -> set[str]:
    """What tells of someone in an address book that they are a contact already."""
    marks = {f"name {fuzzy_key(name) or name}"}
    if slug:
        marks.add(f"slug {slug}")
    if email:
        marks.add(f"email {email.casefold()}")
    return marks


def _marks_of(person: Contact) -> set[str]:
    names = (person.name, *person.former_names)
    return {mark for name in names for mark in _marks(name, person.slug, person.email)}
