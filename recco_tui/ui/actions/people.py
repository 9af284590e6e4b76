"""What keys do with people: those marked, or the one at the cursor."""

from collections.abc import Awaitable, Callable, Sequence
from functools import wraps

from recco_tui.core.errors import FileLocked
from recco_tui.core.linkedin_pages import recommendations_page
from recco_tui.core.models import Contact
from recco_tui.core.names import short_name, url_of
from recco_tui.core.relationships import Kind
from recco_tui.ui import dialogs
from recco_tui.ui.actions.verb import Verb, verb
from recco_tui.ui.screen import ReccoScreen

MATCHES = 6
"""Names that a field offers while one is typed."""


def target_of(screen: ReccoScreen) -> Contact | None:
    """The one person a verb is about; it is said when there is no one, or several."""
    ids = screen.targets()
    if len(ids) == 1:
        return screen.ledger.contacts.get(ids[0])
    several = "This works on one contact. Esc clears the marks."
    screen.say(several if ids else screen.why_no_one())
    return None


def for_one_person(
    run: Callable[[ReccoScreen, Contact], Awaitable[object] | None],
) -> Callable[[ReccoScreen], Awaitable[object] | None]:
    """A verb that is about one person; the screen says so when there is no one, or several."""

    @wraps(run)
    def run_for_target(screen: ReccoScreen) -> Awaitable[object] | None:
        contact = target_of(screen)
        return None if contact is None else run(screen, contact)

    return run_for_target


def people_words(screen: ReccoScreen, ids: Sequence[int]) -> str:
    """One short name, or how many."""
    if len(ids) == 1:
        return short_name(screen.ledger.contacts.get(ids[0]).name)
    return f"{len(ids)} contacts"


def matching(screen: ReccoScreen) -> Callable[[str], Sequence[Contact]]:
    """People for a field that looks names up as they are typed; none while the file is locked
    for reading, too: then the name typed is a new one."""

    def match(typed: str) -> Sequence[Contact]:
        try:
            return screen.ledger.contacts.matching(typed, MATCHES)
        except FileLocked:
            return ()

    return match


def is_on_hint(screen: ReccoScreen) -> bool:
    """Whether the alert at the cursor is a hint: it names no one."""
    alert = screen.alert()
    return alert is not None and alert.contact_id is None


async def choose_person(
    screen: ReccoScreen, question: str, people: Sequence[Contact]
) -> Contact | None:
    """Ask whom a hint is to be followed with."""
    if not people:
        screen.say("No suggestions yet. p adds a project and who was in it.")
        return None
    choices = [
        dialogs.Choice(key, person.name, person, _known_by(person))
        for key, person in dialogs.with_keys(people)
    ]
    return await dialogs.choose(
        screen, question, "Shortlist first, then your latest projects.", choices
    )


def _known_by(contact: Contact) -> str:
    kind = "" if contact.kind is Kind.UNKNOWN else contact.kind.value
    return " · ".join(part for part in (kind, contact.company) if part)


@verb("contact.add", "plus", "Contact", "Add a contact.")
async def add_contact(screen: ReccoScreen) -> None:
    """While the name is typed, someone who has it already is pointed out."""
    contacts = screen.ledger.contacts

    def say_twin(name: str, url: str, company: str) -> str:
        try:
            twins = contacts.twins(name, url, company)
        except FileLocked:  # then it is said when it is saved
            return ""
        from recco_tui.ledger.contacts import say_twins

        return say_twins(name, twins) if twins else ""

    added = await screen.fill_form(
        dialogs.ContactForm(None, say_twin),
        lambda entry: contacts.add(**entry.fields, refuse_twin=not entry.twin),
        "Add contact",
    )
    if added is not None:
        screen.show_person(added.id)


@verb("contact.edit", "e", "Edit", "Edit this contact.")
@for_one_person
async def edit_contact(screen: ReccoScreen, contact: Contact) -> None:
    await _edit(screen, contact, dialogs.ContactForm(contact))


async def edit_address(screen: ReccoScreen, contact: Contact) -> Contact:
    """The contact as it is after its form, begun at the address, was saved or left."""
    await _edit(screen, contact, dialogs.ContactForm(contact, at_address=True))
    return screen.ledger.contacts.get(contact.id)


async def _edit(screen: ReccoScreen, contact: Contact, form: "dialogs.ContactForm") -> None:
    edit = screen.ledger.contacts.edit
    await screen.fill_edit_form(
        form, lambda entry, seen: edit(contact.id, entry.fields, seen), contact
    )


@verb("contact.recommendation", "R", "Recommendation", "Add a recommendation you gave or received.")
@for_one_person
async def add_recommendation(screen: ReccoScreen, contact: Contact) -> None:
    add = screen.ledger.recommendations.add
    await screen.fill_form(
        dialogs.RecommendationForm(contact.name, screen.ledger.day),
        lambda entry: add(
            contact.id, entry.direction, entry.text, on=entry.on, status=entry.status
        ),
        "Recommendation",
    )


@verb("contact.waive", "x", "Waive", "Waive this debt: nothing owed, because …")
def waive_or_dismiss(screen: ReccoScreen) -> Awaitable[None] | None:
    """On an alert: dismiss it. Elsewhere: waive what they are owed."""
    alert = screen.alert()
    if alert is None:
        return _waive(screen)
    screen.attempt(lambda: screen.ledger.today.dismiss(alert), "Dismiss")
    return None


async def _waive(screen: ReccoScreen) -> None:
    """Ask why nothing is owed to those to whom something is, and record it."""
    ledger = screen.ledger
    owed = [id_ for id_ in screen.targets() if ledger.recommendations.balance(id_).owe]
    if not owed:
        screen.say("Nothing to waive: you don't owe this contact anything.")
        return
    because = await dialogs.ask_reason(
        screen,
        f"Waive {people_words(screen, owed)}",
        "Nothing owed, because …",
        ("thanked them in person", "too long ago", "we lost touch"),
    )
    if because is not None:
        screen.attempt(lambda: ledger.recommendations.waive(owed, because), "Waive")
        screen.after_verb()


@verb("contact.pin", "asterisk", "Pin", "Add this contact to the shortlist, or remove it.")
def pin(screen: ReccoScreen) -> None:
    """Put them on the shortlist, or take them off when all are on it."""
    ids, contacts = screen.targets(), screen.ledger.contacts

    def turn() -> None:
        # What they are when it is done counts, not when the key was pressed.
        contacts.pin(ids, not all(contacts.get(id_).pinned_on for id_ in ids))

    if ids:
        screen.attempt(turn, "Pin")


@verb("contact.set_kind", "t", "Set kind", "Set who is a peer, manager, mentor or client.")
def set_kind(screen: ReccoScreen) -> None:
    marked = screen.targets()
    screen.recco.open("set_kind", marked if len(marked) > 1 else ())


@verb("contact.kind", "K", "Kind", "Choose the kind of this contact, or of all marked.")
async def choose_kind(screen: ReccoScreen) -> None:
    """Ask what these people are to me."""
    ids = screen.targets()
    if not ids:
        return
    choice = await screen.app.push_screen_wait(
        dialogs.RelationshipDialog(people_words(screen, ids), None)
    )
    if choice is not None:
        contacts = screen.ledger.contacts
        screen.attempt(lambda: contacts.set_kind(ids, choice.kind, choice.code), "Kind")
        screen.after_verb()


@verb("contact.archive", "D", "Archive", "Hide this contact everywhere; nothing is deleted.")
def archive(screen: ReccoScreen) -> None:
    ids = screen.targets()
    if ids:
        screen.attempt(lambda: screen.ledger.contacts.archive(ids), "Archive")
        screen.after_verb()


@verb("contact.page", "o", "LinkedIn", "Open this contact's LinkedIn page.")
@for_one_person
def open_page(screen: ReccoScreen, contact: Contact) -> None:
    _open(screen, contact, url_of)


@verb(
    "contact.recommendations", "O", "Their texts", "Open what others wrote about them on LinkedIn."
)
@for_one_person
def open_recommendations(screen: ReccoScreen, contact: Contact) -> None:
    _open(screen, contact, recommendations_page)


def _open(screen: ReccoScreen, contact: Contact, page: Callable[[str], str]) -> None:
    if contact.slug is None:
        screen.say(f"No LinkedIn address for {contact.name} yet. e adds it.")
    else:
        screen.recco.open_page(page(contact.slug))


@verb("contact.merge", "ampersand", "Merge", "Merge two marked contacts into one.")
async def merge(screen: ReccoScreen) -> None:
    """Make the two that are marked one; ask whose name and facts stay."""
    # Late for start-up time, as is what else only one key needs.
    from recco_tui.core.merging import differences
    from recco_tui.ledger.contacts import who

    ids = screen.targets()
    if len(ids) != 2:
        screen.say("Mark two contacts with Space first.")
        return
    contacts = screen.ledger.contacts
    one, other = contacts.get(ids[0]), contacts.get(ids[1])
    differing = differences(one, other)
    said = "; ".join(f"{fact.what}: {fact.kept} or {fact.dropped}" for fact in differing)
    choices = [
        dialogs.Choice("1", who(one), (one, other), "keeps its name and facts"),
        dialogs.Choice("2", who(other), (other, one), "keeps its name and facts"),
    ]
    chosen = await dialogs.choose(
        screen,
        "Same person twice: which one stays?",
        said or "Everything from the other one moves over. Both notes stay.",
        choices,
    )
    if chosen is not None:
        keep, drop = chosen
        screen.attempt(lambda: contacts.merge(keep.id, drop.id), "Merge")
        screen.after_verb()


@verb("contact.pitch", "P", "Pitch", "Copy this contact's pitch: their key selling points.")
@for_one_person
def copy_pitch(screen: ReccoScreen, contact: Contact) -> None:
    """Their key selling points, ready to paste."""
    if contact.pitch:
        screen.say(screen.recco.copy_text(contact.pitch))
    else:
        screen.say(f"No pitch for {contact.name} yet. e adds one.")


DISMISS = waive_or_dismiss.but(
    id="alert.dismiss", label="Dismiss", tooltip="Never show this alert again.", footer=True
)
SHORTLIST: Verb[ReccoScreen] = Verb(
    "shortlist",
    "S",
    "Shortlist",
    "Show who could recommend you, one of each kind.",
    lambda screen: screen.recco.open("shortlist"),
)
IMPORT: Verb[ReccoScreen] = Verb(
    "import",
    "i",
    "Import",
    "Import your LinkedIn export.",
    lambda screen: screen.recco.open("import"),
)
