"""Two hundred drafts over a table of facts, kept in `drafts.txt` for a person to read.

Renew the file with `python -m tests.writing.drafts`, then read what changed, as the one who is to
send it.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from recco_tui.core.models import Channel, ProjectKind
from recco_tui.core.relationships import Kind
from recco_tui.writing.prompts.facts import Facts
from recco_tui.writing.prompts.messages import (
    Message,
    Stage,
    agree_to_write,
    ask_for_change,
    check_with_lead,
    decline_to_write,
    draft_ask,
    nudge,
    thanks,
    warm_again,
)

FILE = Path(__file__).with_name("drafts.txt")
TODAY = date(2026, 11, 30)
ASKS = 140

NAMES = (
    "Katrina Mosley", "Uma Rossi-Nguyen, MBA, CSM", "Mary Ann Lee", "J. Smith", "Dr. Emily Stone",
    "JEAN-LUC PICARD", "rodrigo pena", "Prof. Stone", "José García López, PhD", "", "Łukasz Żółć",
)  # fmt: skip
WORKS = (
    ("the Capstone", ProjectKind.PROJECT, ""),
    ("capstone", ProjectKind.ASSIGNMENT, ""),
    ("Inventory API (v2)", ProjectKind.PROJECT, ""),
    ("ACME's rebrand", ProjectKind.PROJECT, ""),
    ("Analyst at Brightwater", ProjectKind.POSITION, "Brightwater"),
    ("", ProjectKind.PROJECT, ""),
    ("Pantry Map", ProjectKind.PROJECT, ""),
    ("Internship at Acme", ProjectKind.INTERNSHIP, ""),
    ("Redesign of the checkout", ProjectKind.PROJECT, ""),
    ("Built the login", ProjectKind.PROJECT, ""),
    ("CLIMATE DASHBOARD", ProjectKind.CHALLENGE, ""),
    ("Le Wagon", ProjectKind.BOOTCAMP, ""),
    ("Blog: from zero to one", ProjectKind.PROJECT, ""),
)
FOCUSES = (
    "debugging", "teaching juniors", "how I debug", "I fixed the login.", "My tests caught 3 bugs",
    "", "my work on the API", "You saw me present it", "wrote the docs. Then I taught them.",
    "Leadership", "I'm calm under pressure", "Mention my patience", "SQL", "code reviews",
    "what you liked about my work", "that we shipped on time", "writing style",
)  # fmt: skip
AGES = (None, 1, 9, 40, 130, 420, 900)
"""days since the work ended; None while it runs"""
KINDS = (Kind.PEER, Kind.MENTOR, Kind.MANAGER, Kind.CLIENT, Kind.UNKNOWN)
CHANNELS = (Channel.LINKEDIN, Channel.EMAIL, Channel.DISCORD, Channel.SLACK, Channel.TEXT, None)


class Drafted(NamedTuple):
    """`what`: which message. `is_ask`: the writing check judges it as an ask."""

    what: str
    facts: Facts
    message: Message
    is_ask: bool = True


def facts_of(number: int) -> Facts:
    """The facts of one row: each column turns at a pace of its own, so that they meet anew."""
    title, work, place = WORKS[number % len(WORKS)]
    age = AGES[number // 2 % len(AGES)]
    return Facts(
        name=NAMES[number % len(NAMES)],
        projects=(title,) if title else (),
        work=work,
        place=place,
        focus=FOCUSES[number % len(FOCUSES)],
        my_name="Rafael Ortiz" if number % 9 else "",
        kind=KINDS[number % len(KINDS)],
        ended_on=None if age is None else TODAY - timedelta(days=age),
        today=TODAY,
        praised=number % 8 == 7,
        seed=number,
    )


def drafted() -> Iterator[Drafted]:
    """All of them: first the asks, then what follows."""
    for number in range(ASKS):
        facts = facts_of(number)
        channel = CHANNELS[number // 3 % len(CHANNELS)]
        way = channel.value if channel else "the note in LinkedIn's request"
        yield Drafted(f"ask, {way}", facts, draft_ask(facts, channel))
    yield from _requests(ASKS)
    yield from _others(ASKS + 14)


def _requests(start: int) -> Iterator[Drafted]:
    channels = (Channel.EMAIL, Channel.SLACK, Channel.IN_PERSON, Channel.LINKEDIN)
    for number in range(start, start + 14):
        facts = replace(
            facts_of(number),
            agreed=number % 2 == 0,
            asked_on=TODAY - timedelta(days=number % 9),
            asked_via=channels[number // 2 % len(channels)],
        )
        stage = Stage.AGREED if facts.agreed else Stage.UNANSWERED
        what = "after a yes" if facts.agreed else "without an answer"
        yield Drafted(f"LinkedIn request {what}", facts, draft_ask(facts, None, stage))


def _others(start: int) -> Iterator[Drafted]:
    last_week = TODAY - timedelta(days=8)
    for number in range(start, start + 6):
        facts = replace(facts_of(number), asked_on=last_week, asked_via=Channel.LINKEDIN)
        channel = CHANNELS[number % 5]
        agreed = replace(facts, agreed=True)
        owed = replace(facts, owes=True)
        due = TODAY + timedelta(days=4 * (number % 3) + 1)
        for what, said_of, message in (
            ("second warm message", facts, warm_again(facts, channel)),
            ("nudge 1", facts, nudge(facts, 1, channel)),
            ("nudge 1 after a yes", agreed, nudge(agreed, 1, channel)),
            ("nudge 2", facts, nudge(facts, 2, channel)),
            ("thanks", facts, thanks(facts, channel)),
            ("thanks to whom one is owed", owed, thanks(owed, channel)),
            ("yes to a request", facts, agree_to_write(facts, due, TODAY, channel)),
            ("kind no", facts, decline_to_write(facts, channel)),
            ("small change", facts, ask_for_change(facts, channel)),
            ("check with the lead", facts, check_with_lead(facts, "Ines", channel)),
        ):
            yield Drafted(what, said_of, message, is_ask=False)


def page() -> str:
    """All drafts as they stand in the file."""
    blocks = []
    for number, (what, facts, message, _) in enumerate(drafted(), 1):
        known = [
            facts.name or "(no name)",
            facts.kind.value,
            facts.project or "(no project)",
            "running" if facts.days_since is None else f"ended {facts.days_since} days ago",
            *(["praised"] if facts.praised else []),
            *([f"focus: {facts.focus}"] if facts.focus else []),
        ]
        subject = f"Subject: {message.subject}\n" if message.subject else ""
        blocks.append(f"# {number} {what}\n# {' | '.join(known)}\n{subject}{message.text}\n")
    return "\n".join(blocks)


if __name__ == "__main__":
    FILE.write_text(page(), encoding="utf-8")
