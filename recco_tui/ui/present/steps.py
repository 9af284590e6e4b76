"""What is said around the steps of an ask, and around a text that is handed over."""

from datetime import date
from typing import TYPE_CHECKING

from recco_tui.core.alerts.alert import Action
from recco_tui.core.cleaning import capitalized
from recco_tui.core.linkedin_pages import connect_first
from recco_tui.core.models import Contact, Step
from recco_tui.core.when import say_day

if TYPE_CHECKING:
    from recco_tui.core.next_step import NextStep

SENT = (Step.WARM, Step.LINKEDIN, Step.NUDGED, Step.THANKED)
"""Steps with which a text goes out."""

NOTABLE = (
    Step.WARM,
    Step.AGREED,
    Step.LINKEDIN,
    Step.NUDGED,
    Step.DECLINED,
    Step.RECEIVED,
    Step.THANKED,
    Step.CLOSED,
    Step.REOPENED,
    Step.CHECKED_LEAD,
)
"""Steps that can be noted by hand, the usual ones first."""


def next_words(coming: "NextStep") -> str:
    """The step to come, in three words: `nudge on Slack`, `say thanks`."""
    if coming.action is Action.FOLLOW_UP and coming.step is Step.LINKEDIN:
        return "LinkedIn request"
    if coming.action in (Action.FOLLOW_UP, Action.NUDGE) and coming.via:
        return f"{coming.action.next_words} {coming.via.after_verb}"
    return coming.action.next_words


def lies_ahead(coming: "NextStep", today: date) -> bool:
    """Whether it waits for an answer first."""
    return coming.due > today


def coming_words(coming: "NextStep | None", today: date) -> str:
    """When the next step comes: `no answer by Mon: nudge on Slack`; '' when nothing follows."""
    if coming is None:
        return ""
    if lies_ahead(coming, today):
        return f"if no answer by {say_day(coming.due, today)}: {next_words(coming)}"
    return f"next: {next_words(coming)}"


def steps_to_take(coming: "NextStep", contact: Contact, subject: str | None = None) -> list[str]:
    """What the person does with the text, a sentence each; `subject` is that of an email."""
    if coming.step is Step.LINKEDIN:
        return [
            *_in_the_form(
                contact, "say how you worked together, paste, send", "Request a recommendation"
            ),
            "Already answered? Esc, then v.",
        ]
    steps = [f"{capitalized(coming.why)}."]
    if subject:
        steps.append(f"Subject: {subject}")
    if coming.step not in (Step.WARM, Step.THANKED):
        steps.append("Already answered? Esc, then v.")
    return steps


def form_steps(contact: Contact) -> list[str]:
    """What LinkedIn's form asks besides the text, answered from what is known of the person."""
    relationship = contact.relationship
    how = f"“{relationship.mine}”" if relationship else "your choice (K saves it)"
    work = ", ".join(part for part in (contact.position, contact.company) if part)
    return [
        *_in_the_form(contact, "paste the text, send it", "Recommend"),
        f"Relationship: {how}.",
        f"Their position at the time: {work or 'your choice'}"
        + (" is their current one." if work else "."),
    ]


def _in_the_form(contact: Contact, what: str, menu: str) -> list[str]:
    """How LinkedIn's form is reached, and what is done there; `menu` is its own word for it."""
    way = f"Open the page (o), {what}. No form there? O opens their recommendations."
    if contact.slug is None:
        there = f"Or find them on LinkedIn (More, {menu}), {what}."
        way = f"No LinkedIn address yet: e adds it. {there}"
    return [words for words in (connect_first(contact), way) if words]
