"""What a student shares with a class: counts, steps without names, homework, and the texts chosen.

A card is a value with a document of its own. It holds nothing of a contact but what stands in a
text that its owner chose.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple

from recco_tui.core.asks import ordered, state_of
from recco_tui.core.cleaning import capitalized, clean_line
from recco_tui.core.errors import DataError
from recco_tui.core.goals import Progress, progress, say_by, say_goal
from recco_tui.core.labeled import LabeledEnum
from recco_tui.core.models import (
    Ask,
    AskState,
    Draft,
    Goal,
    GoalKind,
    Line,
    Recommendation,
    Step,
    TextKind,
)
from recco_tui.core.reciprocity import balance_of
from recco_tui.core.records import Count, Limits, as_document, read_record
from recco_tui.core.situation import Person
from recco_tui.core.when import say_date, say_day

FORMAT = 1
"""The version of a card's document."""
STEPS_SHOWN = timedelta(days=90)
"""Asks that were silent for longer are counted and not told."""
LONGEST_TEXT = 20_000
MOST = 1_000
"""Asks, or texts, on one card that comes from outside."""
_LIMITS = Limits(LONGEST_TEXT, line=500, entries=MOST)


class TextSource(LabeledEnum):
    """What sort of text was chosen."""

    DRAFT = "draft", "draft for"
    GIVEN = "given", "given to"
    RECEIVED = "received", "received from"


class CardText(NamedTuple):
    """A text that its owner chose; `number` is the draft's, or the recommendation's, on their
    machine, by which it is the same text when it is shared again. `claims` are the parts that the
    writer marked on its sentences, as the check's JSON."""

    source: TextSource
    number: Count
    kind: TextKind
    name: Line
    text: str
    claims: str = ""

    @property
    def heading(self) -> str:
        """`ask draft for Ann Lee`."""
        return f"{self.kind} {self.source.label} {self.name}"


class CardStep(NamedTuple):
    """A step of an ask."""

    step: Step
    on: date


class CardAsk(NamedTuple):
    """An ask without whom it went to."""

    state: AskState
    steps: tuple[CardStep, ...]

    @property
    def since(self) -> date:
        """The day of its last step."""
        return self.steps[-1].on


@dataclass(frozen=True, slots=True)
class CardHomework:
    """One piece of homework and how much of it is done."""

    kind: GoalKind
    count: Count
    by: date
    time: Line
    done: Count

    @property
    def is_done(self) -> bool:
        return self.done >= self.count


@dataclass(frozen=True, slots=True)
class Card:
    """`asked` counts asks that were begun, `owe` the contacts who are still owed a text."""

    name: Line
    day: date
    given: Count = 0
    received: Count = 0
    owe: Count = 0
    asked: Count = 0
    asks: tuple[CardAsk, ...] = ()
    homework: tuple[CardHomework, ...] = ()
    texts: tuple[CardText, ...] = ()


def make_card(
    name: str,
    people: Iterable[Person],
    goals: Iterable[Goal],
    texts: Sequence[CardText],
    today: date,
) -> Card:
    """The card of this day; `goals` is the homework."""
    people = list(people)
    asks = [ask for person in people for ask in person.asks]
    return Card(
        name=clean_line(name),
        day=today,
        given=sum(len(person.given) for person in people),
        received=sum(len(person.received) for person in people),
        owe=sum(balance_of(person).owe > 0 for person in people),
        asked=len(asks),
        asks=_told(asks, today),
        homework=tuple(_homework(progress(goal, people, today)) for goal in goals),
        texts=tuple(texts),
    )


def _told(asks: Iterable[Ask], today: date) -> tuple[CardAsk, ...]:
    told = [
        CardAsk(
            state_of(ask), tuple(CardStep(noted.step, noted.on) for noted in ordered(ask.steps))
        )
        for ask in asks
        if ask.steps
    ]
    recent = [ask for ask in told if today - ask.since <= STEPS_SHOWN]
    return tuple(sorted(recent, key=lambda ask: ask.since))[:MOST]


def _homework(reached: Progress) -> CardHomework:
    goal = reached.goal
    return CardHomework(goal.kind, goal.count, goal.by_day, goal.by_time, reached.done)


def text_of_draft(draft: Draft, name: str, claims: str) -> CardText:
    """A draft as a card has it; `name` is whom it is for, `claims` those on its sentences."""
    return CardText(TextSource.DRAFT, draft.id, draft.kind, name, draft.text, claims)


def text_of(recommendation: Recommendation, name: str) -> CardText:
    """A recommendation as a card has it; `name` is the other person's."""
    source = TextSource(recommendation.direction.value)
    return CardText(source, recommendation.id, TextKind.RECOMMENDATION, name, recommendation.text)


# -- as words ------------------------------------------------------------------------------------


def card_lines(card: Card) -> list[str]:
    """All that the card holds, as it is shown before it leaves."""
    lines = [
        f"{f'Card of {card.name}' if card.name else 'My card'}, {say_date(card.day, card.day)}",
        f"given {card.given}   received {card.received}   owe {card.owe}   asked {card.asked}",
    ]
    if card.homework:
        lines += ["", "Homework"]
        lines += [f"  {_say_homework(piece, card.day)}" for piece in card.homework]
    if card.asks:
        lines += ["", "Steps of your asks, without names"]
        lines += [f"  {_say_ask(ask, card.day)}" for ask in card.asks]
    for text in card.texts:
        marked = " (with the parts you marked)" if text.claims else ""
        lines += ["", capitalized(text.heading) + marked]
        lines += [f"  {row}" for row in text.text.splitlines()]
    return [*lines, "", "Nothing else is in it: no notes, no other names."]


def _say_homework(piece: CardHomework, today: date) -> str:
    goal = Goal(0, piece.kind, piece.count, piece.by, today, piece.time)
    return f"{say_goal(goal)} by {say_by(goal, today)}: {piece.done} {piece.kind.done}"


def _say_ask(ask: CardAsk, today: date) -> str:
    steps = ", ".join(f"{step.label} {say_day(on, today)}" for step, on in ask.steps)
    return f"{ask.state.label}: {steps}"


# -- as a document -------------------------------------------------------------------------------


def card_document(card: Card) -> dict[str, Any]:
    """The card as JSON has it; dates in ISO 8601."""
    document = as_document(card)
    counts = {name: document.pop(name) for name in _COUNTS}
    facts = {name: document.pop(name) for name in ("name", "day")}
    return {"recco_card": FORMAT, **facts, "counts": counts, **document}


_COUNTS = ("given", "received", "owe", "asked")


def read_card(document: object) -> Card:
    """The card of a document that another machine wrote; raises `DataError` where it is none."""
    try:
        if not isinstance(document, Mapping) or document.get("recco_card") != FORMAT:
            raise ValueError("format")
        counts = {name: document["counts"][name] for name in _COUNTS}
        card = read_record(Card, {**document, **counts}, _LIMITS)
        if not all(ask.steps for ask in card.asks):
            raise ValueError("steps")
    except (KeyError, TypeError, ValueError) as error:
        raise DataError("That is not a card that this version of recco can read.") from error
    return card
