"""The verbs that all views with people offer, in the order of the footer and of the `?` page."""

from recco_tui.ui.actions import people
from recco_tui.ui.actions.alerts import SNOOZE, SNOOZE_LONGER, SNOOZED
from recco_tui.ui.actions.asking import ANSWERED, ASK, NEXT_STEP
from recco_tui.ui.actions.meetings import ADD_MEETING, COMPANY
from recco_tui.ui.actions.projects import ADD_MOMENT, ADD_PROJECT
from recco_tui.ui.actions.requests import REQUEST
from recco_tui.ui.actions.timeline import EDIT, REMOVE
from recco_tui.ui.actions.writing import BRIEF, COPY, WRITE

WITH_PEOPLE = (
    people.ADD_CONTACT,
    EDIT,
    people.ADD_RECOMMENDATION,
    people.WAIVE,
    people.PIN,
    people.SHORTLIST,
    people.SORT_IN,
    people.KIND,
    people.ARCHIVE,
    people.COPY_PITCH,
    people.OPEN_PAGE,
    people.OPEN_RECOMMENDATIONS,
    people.IMPORT,
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
ON_THE_PEOPLE_THEMSELVES = (REMOVE, people.MERGE)
"""Only where the cursor stands on people: elsewhere these keys act on what it stands on there."""
