"""The numbers behind the insights: months, balances, answers, words; counted, never stored."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from statistics import median
from typing import NamedTuple

from recco_tui.core.asks import channel_of, first_message
from recco_tui.core.missing_kinds import KindStatus, kind_statuses, recommenders_without_kind
from recco_tui.core.models import Ask, Channel, Step
from recco_tui.core.names import fold
from recco_tui.core.reciprocity import balance_of, owes_text
from recco_tui.core.situation import Person, Situation
from recco_tui.core.storefront import Storefront, storefront

_ANSWERS = frozenset({Step.AGREED, Step.DECLINED, Step.RECEIVED, Step.THANKED})
_TEXTS = frozenset({Step.RECEIVED, Step.THANKED})
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_SHORTEST = 4
_PASSED_OVER = """
about after again also always been before being both could does doing done down during each even
ever every from further gave give going have having helped here into itself just know like made
make many more most much never only other over same should since some such than that their them
then there these they this those through time together under until upon very want well were what
when where which while whom will with without work worked working would year years your yours
able across along around because best came come day days did first get got great had has her him
his how its let lot may might new now off one our out own same she still take team the though
took two up us used using was way we who you
recommend recommended recommendation recommending highly anyone went
ask asked asking asks back bring brought call called find finding found good keep kept know known
left look looked looking need needed people person put said saw say says seen show showed shown
something start started stop stopped talk talked tell thing things think thought told turned wanted
three four five six seven eight nine half long
week weeks whole today yesterday month months morning evening night tomorrow
"""
"""What readers pass over: the words of every text, and praise that fits anybody."""
_STOP = frozenset(_PASSED_OVER.split())
_NEARLY_ALL = 0.75


class MonthCount(NamedTuple):
    """Counted texts of one month; `first` is its first day."""

    first: date
    received: int
    given: int


class Spread(NamedTuple):
    """With how many people I stand how. `owe` are those whom `recco owed` lists, by an open request
    or promise too; others without any text are in none."""

    owe: int
    even: int
    owed: int


class AskCount(NamedTuple):
    """Sent asks of one channel (None: all of them, or one not said).

    `days` is the median from the first message to the text, None without a text.
    """

    via: Channel | None
    sent: int
    answered: int
    texts: int
    days: float | None


class Insights(NamedTuple):
    """All that the insights say, by screen and command.

    `texts`: how many of the received ones are here; `without_text`: how many count without.
    `today` is the day that they are of.
    """

    kinds: tuple[KindStatus, ...]
    without_kind: int
    spread: Spread
    asks: AskCount
    asks_by_channel: tuple[AskCount, ...]
    months: tuple[MonthCount, ...]
    words: tuple[tuple[str, int], ...]
    texts: int
    without_text: int
    storefront: Storefront
    today: date


def insights(situation: Situation, texts: Mapping[int, str]) -> Insights:
    """`texts` are those of all recommendations by id: the situation comes without."""
    by_id = situation.people
    people = list(by_id.values())
    counted = [texts.get(text.id, "") for person in people for text in person.received]
    received = [text for text in counted if text.strip()]
    names = [name for person in people for name in (person.contact.name, person.contact.company)]
    names += [project.title for project in situation.projects]
    return Insights(
        kinds=kind_statuses(by_id, situation.policy.one_of_each),
        without_kind=recommenders_without_kind(by_id),
        spread=spread(people),
        asks=all_asks(people),
        asks_by_channel=asks_by_channel(people),
        months=by_month(people, situation.today),
        words=words_seen(received, names),
        texts=len(received),
        without_text=len(counted) - len(received),
        storefront=storefront(situation),
        today=situation.today,
    )


def by_month(people: Iterable[Person], today: date, months: int = 12) -> tuple[MonthCount, ...]:
    """The last months, this one too, oldest first."""
    received: Counter[tuple[int, int]] = Counter()
    given: Counter[tuple[int, int]] = Counter()
    for person in people:
        received.update((text.on.year, text.on.month) for text in person.received)
        given.update((text.on.year, text.on.month) for text in person.given)
    here = today.year * 12 + today.month - 1
    firsts = [date(place // 12, place % 12 + 1, 1) for place in range(here - months + 1, here + 1)]
    return tuple(
        MonthCount(first, received[first.year, first.month], given[first.year, first.month])
        for first in firsts
    )


def spread(people: Iterable[Person]) -> Spread:
    """How the balance lies among those with whom there is one."""
    words = Counter(
        "owe" if owes_text(person) else balance_of(person).word.partition(" ")[0]
        for person in people
    )
    return Spread(words["owe"], words["even"], words["owed"])


def all_asks(people: Iterable[Person]) -> AskCount:
    """Every ask that was sent, taken together."""
    return _counted(None, [ask for person in people for ask in person.asks if first_message(ask)])


def asks_by_channel(people: Iterable[Person]) -> tuple[AskCount, ...]:
    """The same by the channel of the first message, the most used first."""
    by: dict[Channel | None, list[Ask]] = {}
    for person in people:
        for ask in person.asks:
            if sent := first_message(ask):
                by.setdefault(channel_of(sent), []).append(ask)
    counted = [_counted(via, asks) for via, asks in by.items()]
    return tuple(sorted(counted, key=lambda channel: (-channel.sent, channel.via or "")))


def words_seen(
    texts: Iterable[str], names: Iterable[str] = (), most: int = 12
) -> tuple[tuple[str, int], ...]:
    """The words in most of the texts, with in how many: at least two, no small words.

    `names`, of people, companies and projects, are passed over word by word.
    """
    texts = list(texts)
    passed = {part for name in names for part in fold(name).split()}
    found: Counter[str] = Counter()
    small: set[str] = set()
    for text in texts:
        found.update(word for word in _words(text) if fold(word) not in passed)
        small.update(word for word in _WORD.findall(text) if word.islower())
    # Nearly everyone writes it, always with a capital: it is the name of whom it is about.
    several = [
        (word, count)
        for word, count in found.items()
        if count > 1 and (word in small or count < _NEARLY_ALL * len(texts))
    ]
    return tuple(sorted(several, key=lambda counted: (-counted[1], counted[0]))[:most])


def _words(text: str) -> set[str]:
    words = {word.casefold().replace("’", "'") for word in _WORD.findall(text)}
    return {word for word in words if len(word) >= _SHORTEST and word not in _STOP}


def _counted(via: Channel | None, asks: Sequence[Ask]) -> AskCount:
    days: list[int] = []
    answered = texts = 0
    for ask in asks:
        steps = {noted.step for noted in ask.steps}
        answered += bool(steps & _ANSWERS)
        sent = first_message(ask)
        came = [noted.on for noted in ask.steps if noted.step in _TEXTS]
        texts += bool(came)
        if came and sent:
            days.append(max(0, (min(came) - sent.on).days))
    return AskCount(via, len(asks), answered, texts, float(median(days)) if days else None)
