"""`recco contact show` in lines: the facts, then everything that happened, newest first."""

from datetime import date

from recco_tui.cli.printing import Column, heading, say, tell, write_table
from recco_tui.core.asks import state_of
from recco_tui.core.models import ContactPage, DebtKind, MomentKind
from recco_tui.core.names import url_of
from recco_tui.core.reciprocity import Balance
from recco_tui.core.relationships import RELATIONSHIPS


def write_page(page: ContactPage, balance: Balance) -> None:
    """Print all that is known of one person."""
    contact = page.contact
    tell(f"#{contact.id} {contact.name}")
    sort = contact.kind.value
    if contact.relationship:
        sort += f", {RELATIONSHIPS[contact.relationship].theirs}"
    facts = [
        ("is", sort),
        ("works", " at ".join(filter(None, (contact.position, contact.company)))),
        ("balance", f"{balance.word} (given {balance.given}, received {balance.received})"),
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
    happened = sorted(_happened(page), key=lambda one: one[0], reverse=True)
    if happened:
        heading("What happened")
        columns = (Column(""), Column(""), Column("", gives=True))
        rows = [(day.isoformat(), what, text) for day, what, text in happened]
        write_table(columns, rows, indent=2)


def _happened(page: ContactPage) -> list[tuple[date, str, str]]:
    lines = [(r.on, r.direction.value, f'"{r.text}"') for r in page.recommendations]
    for ask in page.asks:
        state = state_of(ask).value
        lines += [
            (step.on, f"ask {step.step.value}", _way(step.via, step.because) or f"now {state}")
            for step in ask.steps
        ]
    for moment in page.moments:
        word = "win" if moment.kind is MomentKind.WIN else "feedback"
        lines.append((moment.on, word, moment.text))
    for one in page.requests:
        asked = "they asked" if one.kind is DebtKind.REQUEST else "you promised"
        lines.append((one.asked_on, asked, one.note))
        if one.delivered_on:
            lines.append((one.delivered_on, "you delivered", ""))
        if one.declined_on:
            lines.append((one.declined_on, "you declined", ""))
    lines += [(w.on, "squared", w.because or f"nothing owed for {w.count}") for w in page.waivers]
    return lines


def _way(via: object, because: str) -> str:
    parts = [f"via {via}" if via else "", because]
    return ", ".join(part for part in parts if part)
