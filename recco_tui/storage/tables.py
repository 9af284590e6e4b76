"""The tables that are read as they stand. What takes more than one is in a module of its own."""

from recco_tui.core.models import (
    Ask,
    AskStep,
    Contact,
    Draft,
    DraftVersion,
    Goal,
    Meeting,
    Member,
    Moment,
    Project,
    Recommendation,
    Request,
    Snooze,
    TextVersion,
    Waiver,
)
from recco_tui.storage.rows import Table

_NEWEST_FIRST = "on_date DESC, id DESC"

CONTACTS = Table("contacts", Contact, "id")
PROJECTS = Table("projects", Project, "ended_on IS NOT NULL, ended_on DESC, id DESC")
MEMBERS = Table(
    "project_members",
    Member,
    "m.id",
    columns={"contact_id": "m.contact_id", "contact_name": "c.name"},
)
MOMENTS = Table("moments", Moment, _NEWEST_FIRST)
MEETINGS = Table("meetings", Meeting, _NEWEST_FIRST)
RECOMMENDATIONS = Table("recommendations", Recommendation, _NEWEST_FIRST)
RECOMMENDATION_VERSIONS = Table("recommendation_versions", TextVersion, "id")
ASKS = Table("asks", Ask, "id DESC")
ASK_STEPS = Table("ask_steps", AskStep, "on_date, id")
REQUESTS = Table("requests", Request, "asked_on DESC, id DESC")
WAIVERS = Table("waivers", Waiver, _NEWEST_FIRST)
SNOOZES = Table("snoozes", Snooze, "id")
DRAFTS = Table("drafts", Draft, "saved_at DESC, id DESC")
DRAFT_VERSIONS = Table("draft_versions", DraftVersion, "id DESC")
GOALS = Table("goals", Goal, "by_day, by_time = '', by_time, id")
