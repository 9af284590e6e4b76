"""`recco contact`: people, one by one and many at once."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date

import click

from recco_tui.cli.documents import Document, contact_document, page_document
from recco_tui.cli.parameters import (
    PAST_DATE,
    EnumChoice,
    OrderedGroup,
    confirm,
    json_option,
    yes_option,
)
from recco_tui.cli.printing import (
    Column,
    report,
    write_heading,
    write_json,
    write_line,
    write_list,
    write_table,
)
from recco_tui.cli.session import Session
from recco_tui.core.asks import state_of
from recco_tui.core.belongings import counted
from recco_tui.core.errors import NothingFound, UsageError
from recco_tui.core.models import Contact, ContactPage
from recco_tui.core.names import url_of
from recco_tui.core.reciprocity import Balance
from recco_tui.core.relationships import Kind, Relationship
from recco_tui.core.timeline import timeline

MOST_NAMED = 6


@click.group(cls=OrderedGroup)
def contact() -> None:
    """People: add, show, edit, list, remove; sort in, pin, archive, merge, waive.

    NAME is a full name, a part of it that fits person person only, a LinkedIn address, or a number
    such as #12.
    """


KIND = EnumChoice([*Kind, *Relationship])
"""A kind, or one of LinkedIn's twelve relationships, which implies a kind."""

_kind_option = click.option(
    "--kind",
    type=KIND,
    metavar="KIND",
    help="peer, manager, mentor, client, unknown, or a relationship such as managed-me.",
)
_url_option = click.option("--url", help="Their LinkedIn address; '' takes it away.")
_company_option = click.option("--company")
_position_option = click.option("--position")
_email_option = click.option("--email")
_note_option = click.option("--note", help="Anything worth remembering.")


@contact.command()
@click.argument("name")
@_kind_option
@_url_option
@_company_option
@_position_option
@_email_option
@_note_option
@json_option
@click.pass_obj
def add(
    session: Session,
    /,
    name: str,
    kind: Kind | Relationship | None,
    as_json: bool,
    **fields: str | None,
) -> None:
    """Add a person by hand."""
    its_kind, relationship = _kind_and_relationship(kind or Kind.UNKNOWN)
    given = {field: value for field, value in fields.items() if value is not None}
    added = session.ledger.contacts.add(name, kind=its_kind, relationship=relationship, **given)
    report(session, contact_document(added), as_json, f"#{added.id}, {added.kind.value}")


@contact.command()
@click.argument("name")
@click.option("--name", "new_name", help="What they are called now.")
@_kind_option
@_url_option
@_company_option
@_position_option
@_email_option
@_note_option
@click.option("--pitch", help="What they could vouch for.")
@json_option
@click.pass_obj
def edit(
    session: Session,
    /,
    name: str,
    new_name: str | None,
    kind: Kind | Relationship | None,
    as_json: bool,
    **fields: str | None,
) -> None:
    """Change what is known of a person; what is not named stays."""
    found = session.ledger.contacts.find(name)
    changes: dict[str, str | None] = {
        field: value for field, value in fields.items() if value is not None
    }
    if new_name is not None:
        changes["name"] = new_name
    if kind is not None:
        changes["kind"], changes["relationship"] = _kind_and_relationship(kind)
    if not changes:
        raise click.UsageError(f"Say what to change of {found.name}, as in --company Acme.")
    edited = session.ledger.contacts.edit(found.id, changes)
    report(session, contact_document(edited), as_json)


@contact.command()
@click.argument("name")
@json_option
@click.pass_obj
def show(session: Session, name: str, as_json: bool) -> None:
    """All that is known of one person."""
    ledger = session.ledger
    page = ledger.contacts.page(ledger.contacts.find(name).id)
    balance = ledger.recommendations.balance(page.contact.id)
    if as_json:
        write_json(page_document(page, balance))
        return
    _write_page(page, balance)


@contact.command("list")
@click.argument("text", required=False, default="")
@click.option("--kind", type=KIND, metavar="KIND", help="Only these.")
@click.option("--pinned", is_flag=True, help="Only the shortlist.")
@click.option("--archived", is_flag=True, help="Those who are hidden everywhere else.")
@json_option
@click.pass_context
def list_contacts(
    ctx: click.Context,
    text: str,
    kind: Kind | Relationship | None,
    pinned: bool,
    archived: bool,
    as_json: bool,
) -> None:
    """Everybody in the network, or those who fit TEXT, as for 'recco board --filter'."""
    ledger = ctx.obj.ledger
    fitting = {row.id for row in ledger.board.filtered(text, archived=archived)} if text else None
    found = [
        person
        for person in (ledger.contacts.archived() if archived else ledger.contacts.every())
        if (fitting is None or person.id in fitting)
        and (not pinned or person.pinned_on)
        and kind in (None, person.kind, person.relationship)
    ]
    narrowed = bool(text or kind or pinned or archived)
    nobody = "Nobody is here yet: 'recco import' or 'contact add'."
    write_list(
        found,
        as_json,
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
            person.kind.value,
            person.company,
            person.position,
        ),
        empty="Nobody fits." if narrowed else nobody,
    )
    if not found and narrowed:
        ctx.exit(1)


@contact.command()
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@click.argument("kind", type=KIND, metavar="KIND")
@json_option
@click.pass_obj
def kind(
    session: Session, names: tuple[str, ...], kind: Kind | Relationship, as_json: bool
) -> None:
    """Say what people are to you: peer, manager, mentor, client, unknown.

    KIND may also be person of LinkedIn's relationships: managed-me, reported-to-me, senior-to-me,
    junior-to-me, same-team, other-team, other-company, i-was-client, was-my-client, taught-me,
    advised-me, studied-together.
    """
    ids = _ids_of(names, session.ledger.contacts.find)
    session.ledger.contacts.set_kind(ids, *_kind_and_relationship(kind))
    _report(session, ids, as_json)


@contact.command()
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@click.option("--off", is_flag=True, help="Take them off the shortlist.")
@json_option
@click.pass_obj
def pin(session: Session, names: tuple[str, ...], off: bool, as_json: bool) -> None:
    """Put people on the shortlist of those who could vouch for you."""
    ids = _ids_of(names, session.ledger.contacts.find)
    session.ledger.contacts.pin(ids, not off)
    _report(session, ids, as_json)


@contact.command()
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@click.option("--back", is_flag=True, help="Bring them back.")
@json_option
@click.pass_obj
def archive(session: Session, names: tuple[str, ...], back: bool, as_json: bool) -> None:
    """Hide people everywhere; nothing of theirs is deleted."""
    contacts = session.ledger.contacts
    ids = _ids_of(names, contacts.find_archived if back else contacts.find)
    contacts.archive(ids, not back)
    _report(session, ids, as_json)


@contact.command()
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@yes_option
@json_option
@click.pass_obj
def remove(session: Session, names: tuple[str, ...], yes: bool, as_json: bool) -> None:
    """Remove contacts with their texts, asks, requests, moments and drafts.

    It asks first. 'recco undo' brings back all of it; 'contact archive' only hides people.
    """
    contacts = session.ledger.contacts
    found = [contacts.get(id_) for id_ in _ids_of(names, lambda name: _find_anyone(session, name))]
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
    report(session, document, as_json, "'recco undo' brings all of it back")


def _find_anyone(session: Session, name: str) -> Contact:
    """The contact of this name, an archived one where no other has it."""
    try:
        return session.ledger.contacts.find(name)
    except NothingFound:
        with suppress(NothingFound):
            return session.ledger.contacts.find_archived(name)
        raise


@contact.command()
@click.argument("name")
@click.option("--into", required=True, metavar="NAME", help="Who takes over all that is tied.")
@json_option
@click.pass_obj
def merge(session: Session, name: str, into: str, as_json: bool) -> None:
    """Make two entries of the same person one."""
    contacts = session.ledger.contacts
    keep = contacts.find(into)
    contacts.merge(keep.id, contacts.find(name).id)
    report(session, contact_document(contacts.get(keep.id)), as_json)


@contact.command()
@click.argument("names", nargs=-1, metavar="[NAME...]")
@click.option("--before", type=PAST_DATE, metavar="DATE", help="Only texts from before that day.")
@click.option("--because", default="", metavar="TEXT", help="Why nothing is owed.")
@json_option
@click.pass_obj
def waive(
    session: Session, names: tuple[str, ...], before: date | None, because: str, as_json: bool
) -> None:
    """Nothing is owed for what these people wrote so far, or before a day.

    With --before and no name it is for all people who wrote before that day.
    """
    recommendations = session.ledger.recommendations
    ids = _ids_of(names, session.ledger.contacts.find)
    if before is None:
        if not ids:
            raise UsageError("Say whose debt, or all from before a day: --before 2020-01-01.")
        recommendations.square(ids, because)
        _report(session, ids, as_json)
        return
    waived = recommendations.waive_before(before, because, ids or None)
    _report(session, waived, as_json)
    if not as_json and len(waived) > 1:
        write_line(", ".join(session.ledger.contacts.get(id_).name for id_ in waived))


@contact.command(hidden=True)
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@click.option("--because", default="", metavar="TEXT", help="Why nothing is owed.")
@json_option
@click.pass_context
def square(ctx: click.Context, names: tuple[str, ...], because: str, as_json: bool) -> None:
    """The former name of 'waive'."""
    ctx.invoke(waive, names=names, before=None, because=because, as_json=as_json)


def _ids_of(names: Iterable[str], find: Callable[[str], Contact]) -> list[int]:
    """The ids of everybody named, each once, in the order of the names."""
    return list(dict.fromkeys(find(name).id for name in names))


def _report(session: Session, ids: Iterable[int], as_json: bool) -> None:
    document: list[Document] = [contact_document(session.ledger.contacts.get(id_)) for id_ in ids]
    report(session, document, as_json)


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
    facts = [
        ("is", kind),
        ("works", " at ".join(filter(None, (contact.position, contact.company)))),
        ("balance", f"{balance.word} (given {balance.given}, received {balance.received})"),
        ("ask", state_of(page.asks[0]).value if page.asks else ""),
        ("e-mail", contact.email),
        ("page", url_of(contact.slug) if contact.slug else ""),
        ("pitch", contact.pitch),
        ("note", contact.note),
    ]
    width = max(len(name) for name, _ in facts)
    for name, value in facts:
        if value:
            write_line(f"{name:<{width}}  {' '.join(value.split())}", indent=2)
    for project in page.projects:
        when = f"ended {project.ended_on}" if project.ended_on else "running"
        title = f"{project.title} ({project.kind.value}, {when})"
        write_line(f"{'project':<{width}}  {title}", indent=2)
    entries = timeline(page)
    if entries:
        write_heading("What happened")
        columns = (Column(), Column(), Column(shrinkable=True))
        write_table(
            columns, [(entry.on.isoformat(), entry.words, entry.text) for entry in entries], 2
        )
