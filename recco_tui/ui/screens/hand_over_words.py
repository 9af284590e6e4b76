"""What is handed over at a step of an ask: the heading, the text, and what to do with it."""

from typing import TYPE_CHECKING

from recco_tui.core.models import Ask, Channel, Contact, Step
from recco_tui.core.names import first_name_of
from recco_tui.core.next_step import NextStep

if TYPE_CHECKING:
    from recco_tui.ledger.ledger import Ledger

_HEADINGS = {
    Step.WARM: "Warm message to {name}",
    Step.LINKEDIN: "LinkedIn request to {name}",
    Step.NUDGED: "A nudge to {name}",
    Step.THANKED: "Thank {name}",
    Step.AGREED: "{name} agreed",
    Step.DECLINED: "{name} declined",
    Step.RECEIVED: "{name} wrote it",
    Step.CLOSED: "The ask to {name} is closed",
    Step.CHECKED_LEAD: "The project lead is fine with asking {name}",
    Step.DRAFTED: "Ask to {name}",
    Step.REOPENED: "The ask to {name} is open again",
}


def step_words(step: Step, name: str) -> str:
    """A step as a heading or the beginning of a sentence."""
    return _HEADINGS[step].format(name=name)


def steps_to_take(coming: NextStep) -> list[str]:
    """What the person does with the text, a sentence each."""
    if coming.step is Step.LINKEDIN:
        return [
            "Open the page (o), choose them and how you worked together, paste, send.",
            "Did they answer meanwhile? Leave with escape and press v.",
        ]
    steps = [f"{coming.why[:1].upper()}{coming.why[1:]}."]
    if coming.step is not Step.THANKED:
        steps.append("Did they answer meanwhile? Leave with escape and press v.")
    return steps


def text_for(ledger: "Ledger", ask: Ask, contact: Contact, coming: NextStep) -> str:
    """The text of this step, ready to be pasted."""
    from recco_tui.writing.prompts import nudge_text, thanks_text

    facts = ledger.drafts.facts(contact.id, ask.project_id, ask.focus)
    if coming.step is Step.NUDGED:
        return nudge_text(facts, coming.nudge, seed=contact.id)
    if coming.step is Step.THANKED:
        return thanks_text(facts, seed=contact.id)
    if ask.text:
        return ask.text
    channel = coming.via or Channel.LINKEDIN
    return ledger.drafts.ask_text(contact.id, ask.project_id, ask.focus, channel) or (
        f"Hi {first_name_of(contact.name)},"
    )
