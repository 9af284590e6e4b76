"""`recco insights`: what is missing and how it went, in numbers."""

from recco_tui.cli.documents import candidate_names, insights_document
from recco_tui.cli.parameters import verb
from recco_tui.cli.printing import Column, write_heading, write_json, write_line, write_table
from recco_tui.cli.session import Session
from recco_tui.core.cleaning import capitalized
from recco_tui.core.received import NO_TEXT
from recco_tui.core.storefront import say_newest, say_vouched
from recco_tui.core.when import count_of


@verb()
def insights(session: Session) -> None:
    """Show which kinds are missing and who could be next, your balances, answers and words."""
    found = session.ledger.today.insights()
    if session.as_json:
        write_json(insights_document(found))
        return
    write_heading("One of each")
    for status in found.kinds:
        names = ", ".join(candidate_names(status)) if status.is_missing else ""
        hint = f"  you could ask {names}" if names else ""
        have = len(status.recommended_by)
        write_line(f"{status.kind:8} {have} of {status.wanted}{hint}", indent=2)
    front = found.storefront
    write_heading("Your profile")
    write_line(capitalized(say_newest(front, found.today)), indent=2)
    for covered in front.positions:
        write_line(f"{covered.position.title}: {say_vouched(covered)}", indent=2)
    asks, spread = found.asks, found.spread
    write_line(f"Contacts: you owe {spread.owe}, even with {spread.even}, {spread.owed} owe you")
    write_line(
        f"Asks: {asks.sent} sent, {asks.answered} answered, {asks.texts} led to a text"
        + (f", {asks.days:g} days from ask to text" if asks.days is not None else "")
    )
    write_table(
        (Column("month"), Column("received", right=True), Column("given", right=True)),
        [(f"{month.first:%Y-%m}", month.received, month.given) for month in found.months],
    )
    if found.without_text:
        write_line(f"{count_of(found.without_text, 'recommendation')} received, {NO_TEXT}")
    words = ", ".join(f"{word} {count}" for word, count in found.words)
    if words:
        write_line(f"Words in most of {count_of(found.texts, 'text')}: {words}")
