"""`recco contact show` in lines: the facts, then the timeline."""

from recco_tui.cli.printing import Column, heading, say, tell, write_table
from recco_tui.core.asks import state_of
from recco_tui.core.models import ContactPage
from recco_tui.core.names import url_of
from recco_tui.core.reciprocity import Balance
from recco_tui.core.timeline import timeline


def write_page(page: ContactPage, balance: Balance) -> None:
    """Print all that is known of one person."""
    contact = page.contact
    tell(f"#{contact.id} {contact.name}")
    sort = contact.kind.value
    if contact.relationship:
        sort += f", {contact.relationship.theirs}"
    facts = [
        ("is", sort),
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
            tell(f"{name:<{width}}  {' '.join(value.split())}", indent=2)
    for project in page.projects:
        when = f"ended {project.ended_on}" if project.ended_on else "running"
        title = f"{project.title} ({project.kind.value}, {when})"
        say(f"{'project':<{width}}  {title}", indent=2)
    entries = timeline(page)
    if entries:
        heading("What happened")
        columns = (Column(""), Column(""), Column("", gives=True))
        write_table(columns, [(one.on.isoformat(), one.words, one.text) for one in entries], 2)
