"""The calendar file of the settings, kept up to date with each change."""

import os
from pathlib import Path

from recco_tui.core.errors import DataError
from recco_tui.ledger.ledger import Ledger


def keep_calendar_file(ledger: Ledger) -> Path | None:
    """Write what is coming to the file that the settings name; None when they name none.

    A path without a folder lies beside the database. Raises `DataError` when it cannot be written.
    """
    named = ledger.settings.preference("calendar_file")
    if not named:
        return None
    from recco_tui.exchange.calendar import AHEAD_DAYS, as_ics
    from recco_tui.exchange.private_file import write_private

    expanded = os.path.expanduser(named)
    if expanded.startswith("~"):
        raise DataError(f"{named} cannot be written: there is no such home folder.")
    path = ledger.path.parent / expanded
    write_private(path, as_ics(ledger.today.coming(AHEAD_DAYS), ledger.clock.now()))
    return path
