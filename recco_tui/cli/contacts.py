"""`recco contact`: people, one by one and many at once."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from typing import Any

import click

from recco_tui.cli.asking import can_ask, choose, confirm
from recco_tui.cli.documents import contact_document, page_document
from recco_tui.cli.parameters import (
    PAST_DATE,
    EnumChoice,
    OrderedGroup,
    hidden_copy,
    yes_option,
)
from recco_tui.cli.printing import (
    FIXED,
    SHRINKABLE,
    Column,
    one_line,
    report,
    write_heading,
    write_json,
    write_line,
    write_list,
    write_note,
    write_table,
    write_text,
)
from recco_tui.cli.rows import changes_of
from recco_tui.cli.session import Session
from recco_tui.cli.whom import find_anyone, find_contact
from recco_tui.core.asks import state_of
from recco_tui.core.belongings import counted
from recco_tui.core.cleaning import clean_line
from recco_tui.core.errors import UsageError
from recco_tui.core.fields import by_hand
from recco_tui.core.merging import Difference, differences
from recco_tui.core.models import Contact, ContactPage
from recco_tui.core.names import clean_name, url_of
from recco_tui.core.reciprocity import Balance
from recco_tui.core.relationships import Kind, Relationship
from recco_tui.core.timeline import timeline
from recco_tui.ledger.contacts import say_twins, who
from recco_tui.storage.columns import Value

MOST_NAMED = 6
Command = Callable[..., Any]


@click.group(cls=OrderedGroup)
def contact() -> None:
    """Contacts: add, show, edit, list, remove, set kind, pin, archive, merge, waive.

    NAME is a full or former name, a part of it that matches one contact only, a LinkedIn
    address, or a number such as '#12'.
    """


KIND = EnumChoice([*Kind, *Relationship])
"""A kind, or one of LinkedIn's twelve relationships, which implies a kind."""

_names_argument = click.argument("names", nargs=-1, required=True, metavar="NAME...")
_FIELDS = (
    click.option(
        "--kind",
        type=KIND,
        metavar="KIND",
        help="peer, manager, mentor, client, unknown, or a relationship like managed-me.",
    ),
    click.option("--url", help="Their LinkedIn address; '' removes it."),
    *(
        click.option(f"--{name.replace('_', '-')}", help=field.help or None)
        for name, field in by_hand(Contact).items()
    ),
)


def _field_options(command: Command) -> Command:
    """The options of all that can be said of a contact."""
    for option in reversed(_FIELDS):
        command = option(command)
    return command


@contact.verb()
@click.argument("name")
@_field_options
@click.option("--twin", is_flag=True, help="Another contact has this name; this is someone else.")
def add(
    session: Session,
    /,
    name: str,
    kind: Kind | Relationship | None,
    twin: bool,
    **fields: str | None,
) -> None:
    """Add a contact. If the name already exists, recco asks first."""
    contacts = session.ledger.contacts
    its_kind, relationship = _kind_and_relationship(kind or Kind.UNKNOWN)
    given: dict[str, Any] = {f: value for f, value in fields.items() if value is not None}
    others = contacts.namesakes(name)
    if twins := contacts.twins(name, given.get("url", ""), given.get("company", "")):
        confirm(
            say_twins(name, twins), f"Add another {clean_name(clean_line(name))}?", twin, "--twin"
        )
        twin = True
    added = contacts.add(
        name, kind=its_kind, relationship=relationship, refuse_twin=not twin, **given
    )
    facts = f"#{added.id}, {added.kind.value}"
    if others:
        facts += f"; not {', '.join(map(who, others[:MOST_NAMED]))}"
    report(session, contact_document(added), facts)


@contact.verb()
@click.argument("name")
@click.option("--name", "new_name", help="Their name now.")
@_field_options
@click.option("--formerly", "former_names", metavar="NAMES", help="Former names, separated by ;")
def edit(
    session: Session,
    /,
    name: str,
    new_name: str | None,
    kind: Kind | Relationship | None,
    **given: Value,
) -> None:
    """Edit a contact. What you don't name stays.

    A changed name is kept as a former name and still finds them.
    """
    found = find_contact(session, name)
    changes = changes_of(
        session, {**given, "name": new_name, "kind": kind}, "--company Acme", found.name
    )
    if kind is not None:
        changes["kind"], changes["relationship"] = _kind_and_relationship(kind)
    edited = session.ledger.contacts.edit(found.id, changes)
    report(session, contact_document(edited))


@contact.verb()
@click.argument("name")
def show(session: Session, name: str) -> None:
    """Show everything about one contact."""
    ledger = session.ledger
    page = ledger.contacts.page(find_anyone(session, name).id)
    balance = ledger.recommendations.balance(page.contact.id)
    if session.as_json:
        write_json(page_document(page, balance))
        return
    _write_page(page, balance)


@contact.verb()
@click.argument("name")
def pitch(session: Session, name: str) -> None:
    """Print a contact's pitch: their key selling points, ready to paste.

    \b
    recco contact pitch "Ann Lee" | pbcopy
    """
    found = find_anyone(session, name)
    if session.as_json:
        write_json({"id": found.id, "name": found.name, "pitch": found.pitch})
    elif found.pitch:
        write_text(found.pitch + "\n")
    else:
        write_note(f"No pitch for {found.name} yet. 'recco contact edit --pitch' adds one.")
    if not found.pitch:
        raise click.exceptions.Exit(1)


@contact.verb("list")
@click.argument("text", required=False, default="")
@click.option("--kind", type=KIND, metavar="KIND", help="Only these.")
@click.option("--pinned", is_flag=True, help="Only the shortlist.")
@click.option("--archived", is_flag=True, help="Only archived ones.")
def list_contacts(
    session: Session,
    text: str,
    kind: Kind | Relationship | None,
    pinned: bool,
    archived: bool,
) -> None:
    """List all contacts, or those that match TEXT, as in 'recco board --filter'."""
    ledger = session.ledger
    fitting = {row.id for row in ledger.board.filtered(text, archived=archived)} if text else None
    found = [
        person
        for person in (ledger.contacts.archived() if archived else ledger.contacts.every())
        if (fitting is None or person.id in fitting)
        and (not pinned or person.pinned_on)
        and kind in (None, person.kind, person.relationship)
    ]
    narrowed = bool(text or kind or pinned or archived)
    none = "No contacts yet. Start with 'recco import' or 'recco contact add'."
    write_list(
        session,
        found,
        document=contact_document,
        columns=(
            Column("id", right=True),
            Column("name", shrinkable=True),
            Column("kind"),
            Column("company", shrinkable=True),
            Column("position", shrinkable=True),
        ),
        cells=lambda person: (
            f"#{person.id}",
            person.name,
            person.kind,
            person.company,
            person.position,
        ),
        empty="No contact matches." if narrowed else none,
    )
    if not found and narrowed:
        raise click.exceptions.Exit(1)


@contact.verb()
@_names_argument
@click.argument("kind", type=KIND, metavar="KIND")
def kind(session: Session, names: tuple[str, ...], kind: Kind | Relationship) -> None:
    """Set the kind of contacts: peer, manager, mentor, client or unknown.

    KIND may also be one of LinkedIn's relationships: managed-me, reported-to-me, senior-to-me,
    junior-to-me, same-team, other-team, other-company, i-was-client, was-my-client, taught-me,
    advised-me, studied-together.
    """
    ids = _ids_of(names, partial(find_contact, session))
    session.ledger.contacts.set_kind(ids, *_kind_and_relationship(kind))
    _report(session, ids)


@contact.verb()
@_names_argument
@click.option("--off", is_flag=True, help="Remove them from the shortlist.")
def pin(session: Session, names: tuple[str, ...], off: bool) -> None:
    """Add contacts to the shortlist: who could recommend you."""
    ids = _ids_of(names, partial(find_contact, session))
    session.ledger.contacts.pin(ids, not off)
    _report(session, ids)


@contact.verb()
@_names_argument
@click.option("--back", is_flag=True, help="Show them again.")
def archive(session: Session, names: tuple[str, ...], back: bool) -> None:
    """Hide contacts everywhere. Nothing is deleted."""
    contacts = session.ledger.contacts
    ids = _ids_of(names, contacts.find_archived if back else partial(find_contact, session))
    contacts.archive(ids, not back)
    _report(session, ids)


@contact.verb()
@_names_argument
@yes_option
def remove(session: Session, names: tuple[str, ...], yes: bool) -> None:
    """Remove contacts with their texts, asks, requests, moments and drafts.

    recco asks first. 'recco undo' brings everything back; 'recco contact archive' only hides.
    """
    contacts = session.ledger.contacts
    found = [contacts.get(id_) for id_ in _ids_of(names, partial(find_anyone, session))]
    belongings = {person.id: contacts.belongings(person.id) for person in found}
    named = [
        ", ".join([person.name, *counted(belongings[person.id])]) for person in found[:MOST_NAMED]
    ]
    more = [f"and {len(found) - MOST_NAMED} more"] if len(found) > MOST_NAMED else []
    confirm(f"{'; '.join(named + more)}.", "Remove?" if len(found) == 1 else "Remove them?", yes)
    contacts.remove(list(belongings))
    removed = [
        {**contact_document(person), "with": belongings[person.id]._asdict()} for person in found
    ]
    document = {"removed": removed, "undo": session.change_id}
    report(session, document, "'recco undo' brings everything back")


@contact.verb()
@click.argument("name")
@click.option("--into", required=True, metavar="NAME", help="The contact that stays.")
@click.option(
    "--keep",
    type=click.Choice(["first", "second"]),
    help="Whose company, position and kind stay: NAME's, or those of --into.",
)
def merge(session: Session, name: str, into: str, keep: str | None) -> None:
    """Merge two contacts that are the same person.

    Notes, pitches and names of both stay; open asks about one project become one. Where
    other facts differ, recco asks; without a terminal, those of --into stay.
    """
    contacts = session.ledger.contacts
    kept, dropped = find_contact(session, into), find_contact(session, name)
    if keep is None and (differing := differences(kept, dropped)) and can_ask():
        keep = _whose_facts(kept, dropped, differing)
    facts_of = dropped.id if keep == "first" else kept.id
    decided = contacts.merge(kept.id, dropped.id, facts_of)
    document = {
        **contact_document(contacts.get(kept.id)),
        "kept": {difference.what: difference.kept for difference in decided},
        "dropped": {difference.what: difference.dropped for difference in decided},
    }
    words = "; ".join(
        f"{difference.what}: kept {difference.kept}, not {difference.dropped}"
        for difference in decided
    )
    report(session, document, words)


def _whose_facts(kept: Contact, dropped: Contact, differing: Iterable[Difference]) -> str:
    """Ask whose facts stay: `first` or `second`, as `--keep` has it."""
    for difference in differing:
        click.echo(
            one_line(f"  {difference.what}: 1 {difference.dropped}  2 {difference.kept}"), err=True
        )
    number = choose(f"Whose facts stay: 1 {who(dropped)}, 2 {who(kept)}?", 2, default=2)
    return "first" if number == 1 else "second"


@contact.verb()
@click.argument("names", nargs=-1, metavar="[NAME...]")
@click.option(
    "--before", type=PAST_DATE, metavar="DATE", help="Only for texts from before this day."
)
@click.option("--because", default="", metavar="TEXT", help="Why nothing is owed.")
def waive(session: Session, names: tuple[str, ...], before: date | None, because: str) -> None:
    """Waive what you owe these contacts so far, or from before a day.

    With --before and no name, this is for all contacts who wrote before that day.
    """
    recommendations = session.ledger.recommendations
    ids = _ids_of(names, partial(find_contact, session))
    if before is None:
        if not ids:
            raise UsageError("Name a contact, or a day: --before 2020-01-01.")
        recommendations.waive(ids, because)
        _report(session, ids)
        return
    waived = recommendations.waive_before(before, because, ids or None)
    _report(session, waived)
    if not session.as_json and len(waived) > 1:
        write_line(", ".join(map(session.name_of, waived)))


contact.add_command(hidden_copy(waive), "square")


@contact.verb()
@_names_argument
def unwaive(session: Session, names: tuple[str, ...]) -> None:
    """Remove all waivers of these contacts: what was waived is owed again.

    To remove only one: 'recco waiver remove'.
    """
    ids = _ids_of(names, partial(find_anyone, session))
    session.ledger.waivers.take_back(ids)
    _report(session, ids)


def _ids_of(names: Iterable[str], find: Callable[[str], Contact]) -> list[int]:
    """The ids of everyone named, each once, in the order of the names."""
    return list(dict.fromkeys(find(name).id for name in names))


def _report(session: Session, ids: Iterable[int]) -> None:
    report(session, [contact_document(session.ledger.contacts.get(id_)) for id_ in ids])


def _kind_and_relationship(choice: Kind | Relationship) -> tuple[Kind, Relationship | None]:
    if isinstance(choice, Kind):
        return choice, None
    return choice.kind, choice


def _write_page(page: ContactPage, balance: Balance) -> None:
    """Print all that is known of one person."""
    contact = page.contact
    write_line(f"#{contact.id} {contact.name}")
    kind = contact.kind.value
    if contact.relationship:
        kind += f", {contact.relationship.theirs}"
    texts = [
        (field, getattr(contact, name))
        for name, field in by_hand(Contact).items()
        if not field.is_who
    ]
    facts = [
        ("is", kind),
        ("works", " at ".join(filter(None, (contact.position, contact.company)))),
        *(("note", words) for words in page.cautions),
        ("balance", f"{balance.word} (given {balance.given}, received {balance.received})"),
        ("ask", state_of(page.asks[0]).value if page.asks else ""),
        *((field.label, value) for field, value in texts if field.is_line),
        ("page", url_of(contact.slug) if contact.slug else ""),
        ("formerly", ", ".join(contact.former_names)),
        *((field.label, value) for field, value in texts if not field.is_line),
    ]
    width = max(len(name) for name, _ in facts)
    for name, value in facts:
        if value:
            write_line(f"{name:<{width}}  {' '.join(value.split())}", indent=2)
    for project in page.projects:
        when = f"ended {project.ended_on}" if project.ended_on else "running"
        title = f"#{project.id} {project.title} ({project.kind.value}, {when})"
        write_line(f"{'project':<{width}}  {title}", indent=2)
    entries = timeline(page)
    if entries:
        write_heading("Timeline")
        write_table(
            (FIXED, FIXED, SHRINKABLE, FIXED),
            [(entry.on, entry.words, entry.text, entry.row or "") for entry in entries],
            indent=2,
        )
