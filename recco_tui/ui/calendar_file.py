"""The calendar file of the settings, kept up to date with each change."""

from pathlib import Path

from recco_tui.ledger.ledger import Ledger


def keep_calendar_file(ledger: Ledger) -> Path | None:
    """Write what is coming to the file that the settings name; None when they name none.

    Raises `NotAllowed` where another file is there by now, `DataError` when it cannot be written.
    """
    path = ledger.settings.calendar_file()
    if path is None:
        return None
    from recco_tui.exporting.calendar import AHEAD_DAYS, as_ics
    from recco_tui.exporting.private_file import write_private

    text = as_ics(ledger.today.coming(AHEAD_DAYS), ledger.clock.now())
    write_private(path, text, ledger.settings.check_calendar_file)
    return path
