"""The guided start of an empty page: questions from the facts, answered one after the other."""

from collections.abc import Sequence
from dataclasses import dataclass

from recco_tui.core.models import TextKind
from recco_tui.writing.claims import Claims
from recco_tui.writing.parts import AnyPart, AskPart, Part
from recco_tui.writing.prompts.facts import Facts, phrase
from recco_tui.writing.sentences import split


@dataclass(frozen=True, slots=True)
class Question:
    """`part`: what the answer is claimed as. `start`: how the answer may begin."""

    part: AnyPart
    question: str
    start: str
    fact: str = ""
    """a note from the facts that may answer it, empty when there is none"""


def guided_questions(kind: TextKind, facts: Facts) -> tuple[Question, ...]:
    """Four questions for a recommendation, five for an ask, in the order of the text."""
    return _for_ask(facts) if kind is TextKind.ASK else _for_recommendation(facts)


def join_answers(answers: Sequence[tuple[str, str]], kind: TextKind) -> tuple[str, Claims]:
    """The text of the answers, (part, answer) in order, and the writer's claims on it.

    Empty answers are left out. In a recommendation the first sentence of an answer is claimed for
    its part; the rest is read like any text.
    """
    pieces = [(part, " ".join(answer.split())) for part, answer in answers if answer.strip()]
    claims = Claims()
    closed: list[str] = []
    for _, answer in pieces:
        ends = answer[-1] in ".!?…" or (kind is TextKind.ASK and answer[-1] == ",")
        closed.append(answer if ends else f"{answer}.")
    text = " ".join(closed)
    if kind is TextKind.RECOMMENDATION:
        sentences = [sentence.text for sentence in split(text)]
        for (part, _), answer in zip(pieces, closed, strict=True):
            first = next((s for s in sentences if answer.startswith(s) or s.startswith(answer)), "")
            if first:
                claims = claims.with_claim(first, part, True)
    return text, claims


def _for_recommendation(facts: Facts) -> tuple[Question, ...]:
    name = facts.first or "this person"
    on = f" {facts.on}" if facts.on else ""
    how = f" ({facts.relationship})" if facts.relationship else ""
    win = phrase(facts.wins[0]) if facts.wins else ""
    did = phrase(facts.they_did)
    return (
        Question(
            Part.CONTEXT,
            f"How do you know {name}{how}?",
            f"I worked with {name}{on or ' on …'}",
            facts.project,
        ),
        Question(
            Part.SKILLS,
            f"What is {name} good at? When did you see it?",
            f"{name} ",
            win or did,
        ),
        Question(
            Part.IMPACT,
            f"What got better because of {name}?",
            "Because of that, we ",
            (phrase(facts.wins[1]) if len(facts.wins) > 1 else "") or win or did,
        ),
        Question(
            Part.ENDORSEMENT,
            f"Would you recommend {name}, and for what?",
            f"I would recommend {name} ",
        ),
    )


def _for_ask(facts: Facts) -> tuple[Question, ...]:
    name = facts.first or "them"
    on = f" {facts.on}" if facts.on else ""
    return (
        Question(AskPart.GREETING, f"How do you greet {name}?", f"Hi {facts.first or '[name]'},"),
        Question(
            AskPart.TOGETHER,
            f"What did you and {name} do together?",
            f"I really enjoyed working with you{on}",
            phrase(facts.they_did) or facts.project,
        ),
        Question(
            AskPart.REQUEST,
            "How would you ask? Leave an easy way to say no.",
            "Would you feel comfortable writing me a short recommendation?",
        ),
        Question(
            AskPart.FOCUS,
            f"What could {name} mention about your work?",
            "You could mention ",
            phrase(facts.focus) or phrase(facts.did),
        ),
        Question(AskPart.THANKS, "How do you say thanks?", "Thank you for considering it."),
    )
