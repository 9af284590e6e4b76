"""The first line of the views that have no counts of their own at hand."""

from recco_tui.ui.screen import ReccoScreen
from recco_tui.ui.widgets.header_bar import HeaderBar, HeaderFacts


def show_header(screen: ReccoScreen, view: str) -> None:
    """Say where we are, and the numbers that matter, as they are now."""
    ledger = screen.ledger
    today = ledger.today.overview()
    screen.query_one("#header", HeaderBar).show(
        HeaderFacts(
            view=view,
            day=ledger.day,
            today=today.count,
            owe=today.owe,
            open_asks=today.open_asks,
            ask_limit=today.ask_limit,
            badge=screen.recco.badge,
        )
    )
