"""What keys do with projects and moments: note what ended, and what happened with somebody."""

from recco_tui.core.models import Contact
from recco_tui.ui import dialogs
from recco_tui.ui.actions.people import for_one_person, matching
from recco_tui.ui.actions.verb import Verb
from recco_tui.ui.screen import ReccoScreen
