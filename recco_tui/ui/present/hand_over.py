"""What is handed over at a step of an ask: the heading, the text, and what to do with it."""

from typing import TYPE_CHECKING

from recco_tui.core.cleaning import capitalized
from recco_tui.core.models import Ask, Channel, Contact, Step
from recco_tui.core.next_step import NextStep

if TYPE_CHECKING:
    from recco_tui.ledger.ledger import Ledger


def step_words(step: Step, name: str) -> str:
    """A step as a heading or the beginning of a sentence."""
    return step.heading.format(name=name)


def steps_to_take(coming: NextStep, subject: str | None = None) -> list[str]:
    """What the person does with the text, a sentence each; `subject` is that of an e-mail."""
    if coming.step is Step.LINKEDIN:
        return [
            "Open the page (o), choose them and how you worked together, paste, send.",
            "Did they answer meanwhile? Leave with escape and press v.",
        ]
    steps = [f"{capitalized(coming.why)}."]
    if subject:
        steps.append(f"Subject: {subject}")
    if coming.step not in (Step.WARM, Step.THANKED):
        steps.append("Did they answer meanwhile? Leave with escape and press v.")
    return steps


def form_steps(contact: Contact) -> list[str]:
    """What LinkedIn's form asks besides the text, answered from what is known of the person."""
    relationship = contact.relationship
    how = f"“{relationship.mine}”" if relationship else "yours to say (K keeps it)"
    work = ", ".join(part for part in (contact.position, contact.company) if part)
    return [
        "Open the page (o), paste the text, send it.",
        f"Relationship: {how}.",
        f"Their position at the time: {work or 'yours to say'}"
        + (" is their present one." if work else "."),
    ]


def text_for(ledger: "Ledger", ask: Ask, contact: Contact, coming: NextStep) -> str:
    """The text of this step, ready to be pasted."""
    from recco_tui.writing.prompts.followups import nudge, thanks

    facts = ledger.writing.facts(contact.id, ask.project_id, ask.focus)
    if coming.step is Step.NUDGED:
        return nudge(facts, coming.nudge)
    if coming.step is Step.THANKED:
        return thanks(facts)
    if ask.text:
        return ask.text
    channel = None if coming.step is Step.LINKEDIN else coming.via or Channel.LINKEDIN
    return ledger.writing.ask_draft(contact.id, channel, ask.project_id, ask.focus).text
