"""The verbs that all views with people offer, in the order of the footer and of the `?` page."""

from recco_tui.ui.actions.alerts import SNOOZE, SNOOZE_LONGER, SNOOZED
from recco_tui.ui.actions.asking import ANSWERED, ASK, NEXT_STEP
from recco_tui.ui.actions.meetings import ADD_MEETING, COMPANY
from recco_tui.ui.actions.people import (
    ADD_CONTACT,
    ADD_RECOMMENDATION,
    ARCHIVE,
    COPY_PITCH,
    IMPORT,
    KIND,
    MERGE,
    OPEN_PAGE,
    OPEN_RECOMMENDATIONS,
    PIN,
    SHORTLIST,
    SORT_IN,
    WAIVE,
)
from recco_tui.ui.actions.projects import ADD_MOMENT, ADD_PROJECT
from recco_tui.ui.actions.requests import REQUEST
from recco_tui.ui.actions.timeline import EDIT, REMOVE
from recco_tui.ui.actions.writing import BRIEF, COPY, WRITE

WITH_PEOPLE = (
    ADD_CONTACT,
    EDIT,
    ADD_RECOMMENDATION,
    WAIVE,
    PIN,
    SHORTLIST,
    SORT_IN,
    KIND,
    ARCHIVE,
    COPY_PITCH,
    OPEN_PAGE,
    OPEN_RECOMMENDATIONS,
    IMPORT,
    WRITE,
    ASK,
    NEXT_STEP,
    ANSWERED,
    ADD_PROJECT,
    ADD_MOMENT,
    ADD_MEETING,
    COMPANY,
    REQUEST,
    BRIEF,
    COPY,
)
WITH_ALERTS = (*WITH_PEOPLE, SNOOZE, SNOOZE_LONGER, SNOOZED)
ON_THE_PEOPLE_THEMSELVES = (REMOVE, MERGE)
"""Only where the cursor stands on people: elsewhere these keys act on what it stands on there."""
