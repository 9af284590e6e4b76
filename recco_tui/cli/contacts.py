"""`recco contact`: people, one by one and many at once."""

from collections.abc import Mapping
from contextlib import suppress

import click

from recco_tui.cli.confirming import confirm, yes_option
from recco_tui.cli.documents import contact_document, page_document
from recco_tui.cli.lazy import InOrder
from recco_tui.cli.pages import write_page
from recco_tui.cli.parameters import (
    SORTS_OF_PEOPLE,
    json_option,
    kind_and_relationship,
    people,
)
from recco_tui.cli.printing import Column, tell, write_json, write_table
from recco_tui.cli.reporting import report
from recco_tui.cli.session import Session
from recco_tui.core.belongings import counted
from recco_tui.core.errors import NothingFound
from recco_tui.core.models import Contact

MOST_NAMED = 6


@click.group(cls=InOrder)
def contact() -> None:
    """People: add, show, edit, list, remove; sort in, pin, archive, merge, square.

    NAME is a full name, a part of it that fits one person only, a LinkedIn address, or a number
    such as #12.
    """


_kind = click.option(
    "--kind",
    type=SORTS_OF_PEOPLE,
    metavar="KIND",
    help="peer, manager, mentor, client, unknown, or a relationship such as managed-me.",
)
_url = click.option("--url", help="Their LinkedIn address; '' takes it away.")
_company = click.option("--company")
_position = click.option("--position")
_email = click.option("--email")
_note = click.option("--note", help="Anything worth remembering.")


@contact.command()
@click.argument("name")
@_kind
@_url
@_company
@_position
@_email
@_note
@json_option
@click.pass_obj
def add(
    session: Session, /, name: str, kind: str | None, as_json: bool, **fields: str | None
) -> None:
    """Add a person by hand."""
    of_kind, relationship = kind_and_relationship(kind)
    given = {field: value for field, value in fields.items() if value is not None}
    added = session.ledger.contacts.add(name, kind=of_kind, relationship=relationship, **given)
    report(session, contact_document(added), as_json, f"#{added.id}, {added.kind.value}")


@contact.command()
@click.argument("name")
@click.option("--name", "new_name", help="What they are called now.")
@_kind
@_url
@_company
@_position
@_email
@_note
@click.option("--pitch", help="What they could vouch for.")
@json_option
@click.pass_obj
def edit(
    session: Session,
    /,
    name: str,
    new_name: str | None,
    kind: str | None,
    as_json: bool,
    **fields: str | None,
) -> None:
    """Change what is known of a person; what is not named stays."""
    found = session.ledger.contacts.find(name)
    changes: dict[str, str | None] = {k: v for k, v in fields.items() if v is not None}
    if new_name is not None:
        changes["name"] = new_name
    if kind is not None:
        changes["kind"], changes["relationship"] = kind_and_relationship(kind)
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
    write_page(page, balance)


@contact.command(name="list")
@click.argument("text", required=False, default="")
@click.option("--kind", type=SORTS_OF_PEOPLE, metavar="KIND", help="Only these.")
@click.option("--pinned", is_flag=True, help="Only the shortlist.")
@click.option("--archived", is_flag=True, help="Those who are hidden everywhere else.")
@json_option
@click.pass_context
def list_(
    ctx: click.Context, text: str, kind: str | None, pinned: bool, archived: bool, as_json: bool
) -> None:
    """Everybody in the network, or those who fit TEXT, as for 'recco board --filter'."""
    ledger = ctx.obj.ledger
    fitting = {row.id for row in ledger.board.filtered(text, archived=archived)} if text else None
    found = [
        one
        for one in (ledger.contacts.archived() if archived else ledger.contacts.every())
        if (fitting is None or one.id in fitting)
        and (not pinned or one.pinned_on)
        and kind in (None, *_sorts(one))
    ]
    if as_json:
        write_json([contact_document(one) for one in found])
    else:
        columns = (
            Column("id", right=True),
            Column("name", gives=True),
            Column("kind"),
            Column("company", gives=True),
            Column("position", gives=True),
        )
        rows = [(f"#{c.id}", c.name, c.kind.value, c.company, c.position) for c in found]
        write_table(columns, rows)
    narrowed = bool(text or kind or pinned or archived)
    if not found and not as_json:
        tell("Nobody fits." if narrowed else "Nobody is here yet: 'recco import' or 'contact add'.")
    if not found and narrowed:
        ctx.exit(1)


def _sorts(one: Contact) -> tuple[str, ...]:
    return (one.kind.value, *((one.relationship.value,) if one.relationship else ()))


@contact.command()
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@click.argument("kind", type=SORTS_OF_PEOPLE, metavar="KIND")
@json_option
@click.pass_obj
def kind(session: Session, names: tuple[str, ...], kind: str, as_json: bool) -> None:
    """Say what people are to you: peer, manager, mentor, client, unknown.

    KIND may also be one of LinkedIn's relationships: managed-me, reported-to-me, senior-to-me,
    junior-to-me, same-team, other-team, other-company, i-was-client, was-my-client, taught-me,
    advised-me, studied-together.
    """
    ids = [one.id for one in people(session, names)]
    session.ledger.contacts.set_kind(ids, *kind_and_relationship(kind))
    report(session, _documents(session, ids), as_json)


@contact.command()
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@click.option("--off", is_flag=True, help="Take them off the shortlist.")
@json_option
@click.pass_obj
def pin(session: Session, names: tuple[str, ...], off: bool, as_json: bool) -> None:
    """Put people on the shortlist of those who could vouch for you."""
    ids = [one.id for one in people(session, names)]
    session.ledger.contacts.pin(ids, not off)
    report(session, _documents(session, ids), as_json)


@contact.command()
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@click.option("--back", is_flag=True, help="Bring them back.")
@json_option
@click.pass_obj
def archive(session: Session, names: tuple[str, ...], back: bool, as_json: bool) -> None:
    """Hide people everywhere; nothing of theirs is deleted."""
    found = [_archived(session, name) for name in names] if back else people(session, names)
    ids = [one.id for one in found]
    session.ledger.contacts.archive(ids, not back)
    report(session, _documents(session, ids), as_json)


def _archived(session: Session, name: str) -> Contact:
    from recco_tui.core.names import fold

    archived = session.ledger.contacts.archived()
    fitting = [one for one in archived if name == f"#{one.id}" or fold(name) in fold(one.name)]
    if not fitting:
        raise NothingFound(f"Nobody called {name!r} is archived: see 'contact list --archived'.")
    if len(fitting) > 1:
        numbers = ", ".join(f"#{one.id} {one.name}" for one in fitting[:6])
        raise click.UsageError(f"{len(fitting)} archived people fit {name!r}: {numbers}.")
    return fitting[0]


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
    found = list({one.id: one for one in (_anyone(session, name) for name in names)}.values())
    theirs = {one.id: contacts.belongings(one.id) for one in found}
    told = [", ".join([one.name, *counted(theirs[one.id])]) for one in found[:MOST_NAMED]]
    more = [f"and {len(found) - MOST_NAMED} more"] if len(found) > MOST_NAMED else []
    confirm(f"{'; '.join(told + more)}.", "Remove?" if len(found) == 1 else "Remove them?", yes)
    contacts.remove(list(theirs))
    done = session.ledger.last_change
    removed = [{**contact_document(one), "with": theirs[one.id]._asdict()} for one in found]
    document = {"removed": removed, "undo": done.change_id if done else None}
    report(session, document, as_json, "'recco undo' brings all of it back")


def _anyone(session: Session, name: str) -> Contact:
    """An archived one, too, where no other is called so."""
    try:
        return session.ledger.contacts.find(name)
    except NothingFound:
        with suppress(NothingFound):
            return _archived(session, name)
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
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@click.option("--because", default="", metavar="TEXT", help="Why nothing is owed.")
@json_option
@click.pass_obj
def square(session: Session, names: tuple[str, ...], because: str, as_json: bool) -> None:
    """Nothing is owed to these people for what they wrote so far."""
    ids = [one.id for one in people(session, names)]
    session.ledger.recommendations.square(ids, because)
    report(session, _documents(session, ids), as_json)


def _documents(session: Session, ids: list[int]) -> list[Mapping[str, object]]:
    return [contact_document(session.ledger.contacts.get(id_)) for id_ in ids]
