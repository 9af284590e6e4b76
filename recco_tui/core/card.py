"""What a student shares with a class: counts, steps without names, homework, and the texts chosen.

A card is a value with a document of its own. It holds nothing of a contact but what stands in a
text that its owner chose.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple, TypeVar

from recco_tui.core.asks import ordered, state_of
from recco_tui.core.cleaning import capitalized, clean_line, clean_text
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
from recco_tui.core.situation import Person
from recco_tui.core.when import say_date, say_day

FORMAT = 1
"""The version of a card's document."""
STEPS_SHOWN = timedelta(days=90)
"""Asks that were silent for longer are counted and not told."""
LONGEST_TEXT = 20_000
MOST = 1_000
"""Asks, or texts, on one card that comes from outside."""

Found = TypeVar("Found")


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
    number: int
    kind: TextKind
    name: Line
    text: str
    claims: str = ""

    @property
    def heading(self) -> str:
        """`ask draft for Ann Lee`."""
        return f"{self.kind} {self.source.label} {self.name}"


class CardAsk(NamedTuple):
    """An ask without whom it went to."""

    state: AskState
    steps: tuple[tuple[Step, date], ...]

    @property
    def since(self) -> date:
        """The day of its last step."""
        return self.steps[-1][1]


@dataclass(frozen=True, slots=True)
class CardHomework:
    """One piece of homework and how much of it is done."""

    kind: GoalKind
    count: int
    by_day: date
    by_time: Line
    done: int

    @property
    def is_done(self) -> bool:
        return self.done >= self.count


@dataclass(frozen=True, slots=True)
class Card:
    """`asked` counts asks that were begun, `owe` the contacts who are still owed a text."""

    name: Line
    day: date
    given: int = 0
    received: int = 0
    owe: int = 0
    asked: int = 0
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
        CardAsk(state_of(ask), tuple((step.step, step.on) for step in ordered(ask.steps)))
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
        f"Card of {card.name or 'me'}, {say_date(card.day, card.day)}",
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
    goal = Goal(0, piece.kind, piece.count, piece.by_day, today, piece.by_time)
    return f"{say_goal(goal)} by {say_by(goal, today)}: {piece.done} {piece.kind.done}"


def _say_ask(ask: CardAsk, today: date) -> str:
    steps = ", ".join(f"{step.label} {say_day(on, today)}" for step, on in ask.steps)
    return f"{ask.state.label}: {steps}"


# -- as a document -------------------------------------------------------------------------------


def card_document(card: Card) -> dict[str, Any]:
    """The card as JSON has it; dates in ISO 8601."""
    return {
        "recco_card": FORMAT,
        "name": card.name,
        "day": card.day.isoformat(),
        "counts": {name: getattr(card, name) for name in _COUNTS},
        "asks": [
            {
                "state": ask.state.value,
                "steps": [{"step": step.value, "on": on.isoformat()} for step, on in ask.steps],
            }
            for ask in card.asks
        ],
        "homework": [
            {
                "kind": piece.kind.value,
                "count": piece.count,
                "by": piece.by_day.isoformat(),
                "time": piece.by_time,
                "done": piece.done,
            }
            for piece in card.homework
        ],
        "texts": [
            {
                "source": text.source.value,
                "number": text.number,
                "kind": text.kind.value,
                "name": text.name,
                "text": text.text,
                "claims": text.claims,
            }
            for text in card.texts
        ],
    }


_COUNTS = ("given", "received", "owe", "asked")


def read_card(document: object) -> Card:
    """The card of a document that another machine wrote; raises `DataError` where it is none."""
    try:
        found = _mapping(document)
        if found.get("recco_card") != FORMAT:
            raise ValueError("format")
        counts = _mapping(found["counts"])
        return Card(
            name=_line(found["name"]),
            day=_day(found["day"]),
            **{name: _number(counts[name]) for name in _COUNTS},
            asks=_each(found["asks"], _read_ask),
            homework=_each(found["homework"], _read_homework),
            texts=_each(found["texts"], _read_text),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise DataError("That is not a card that this version of recco can read.") from error


def _read_ask(found: Mapping[str, object]) -> CardAsk:
    steps = _each(found["steps"], lambda step: (Step(_line(step["step"])), _day(step["on"])))
    if not steps:
        raise ValueError("steps")
    return CardAsk(AskState(_line(found["state"])), steps)


def _read_homework(found: Mapping[str, object]) -> CardHomework:
    return CardHomework(
        GoalKind(_line(found["kind"])),
        _number(found["count"]),
        _day(found["by"]),
        _line(found["time"]),
        _number(found["done"]),
    )


def _read_text(found: Mapping[str, object]) -> CardText:
    return CardText(
        TextSource(_line(found["source"])),
        _number(found["number"]),
        TextKind(_line(found["kind"])),
        _line(found["name"]),
        clean_text(_word(found["text"], LONGEST_TEXT)),
        _word(found["claims"], LONGEST_TEXT),
    )


def _each(found: object, read: Callable[[Mapping[str, object]], Found]) -> tuple[Found, ...]:
    if not isinstance(found, list) or len(found) > MOST:
        raise ValueError("list")
    return tuple(read(_mapping(entry)) for entry in found)


def _mapping(found: object) -> Mapping[str, object]:
    if not isinstance(found, dict):
        raise TypeError("mapping")
    return found


def _word(found: object, longest: int) -> str:
    if not isinstance(found, str) or len(found) > longest:
        raise TypeError("text")
    return found


def _line(found: object) -> str:
    return clean_line(_word(found, 500))


def _number(found: object) -> int:
    if not isinstance(found, int) or isinstance(found, bool) or not 0 <= found <= 2**53:
        raise TypeError("number")
    return found


def _day(found: object) -> date:
    return date.fromisoformat(_word(found, 10))
