"""The verbs that all views with people offer, in the order of the footer and of the `?` page."""

from recco_tui.ui.actions import people
from recco_tui.ui.actions.alerts import choose_snoozed, snooze, snooze_longer
from recco_tui.ui.actions.asking import ask, note_answer, take_next_step
from recco_tui.ui.actions.meetings import add_meeting, show_company
from recco_tui.ui.actions.projects import add_moment, add_project
from recco_tui.ui.actions.requests import note_or_settle
from recco_tui.ui.actions.timeline import EDIT, remove
from recco_tui.ui.actions.writing import copy_newest, show_brief, write

WITH_PEOPLE = (
    people.add_contact,
    EDIT,
    people.add_recommendation,
    people.waive_or_dismiss,
    people.pin,
    people.SHORTLIST,
    people.set_kind,
    people.choose_kind,
    people.archive,
    people.copy_pitch,
    people.open_page,
    people.open_recommendations,
    people.IMPORT,
    write,
    ask,
    take_next_step,
    note_answer,
    add_project,
    add_moment,
    add_meeting,
    show_company,
    note_or_settle,
    show_brief,
    copy_newest,
)
WITH_ALERTS = (*WITH_PEOPLE, snooze, snooze_longer, choose_snoozed)
ON_THE_PEOPLE_THEMSELVES = (remove, people.merge)
"""Only where the cursor is on people: elsewhere these keys act on what is under it there."""
