"""What happened between me and one person, in order: asks and deliveries of one direction."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time, tzinfo
from typing import NamedTuple

from recco_tui.core.export import Export
from recco_tui.core.models import COUNTED, Direction, Recommendation
from recco_tui.importing.plan.texts import Texts

NEAR = 2
"""Days by which a step noted by hand may differ from the message that it was about."""


class Event(NamedTuple):
    """One thing that happened on a local day; sorts by day and time. `text` is the note of an ask.

    A text noted by hand has no time: it counts at the end of its day.
    """

    on: date
    at: datetime
    is_ask: bool
    text: str


def events_by_person(
    export: Export,
    row_refs: Sequence[int],
    message_refs: Sequence[int],
    texts: Texts,
    stored: Iterable[tuple[int, Recommendation]],
    tz: tzinfo,
) -> Mapping[Direction, dict[int, list[Event]]]:
    """Events of everybody whom the export speaks of, by direction of the text that is asked for.

    Deliveries are told by messages, by rows, and by what will be stored after the plan.
    """
    found: dict[Direction, dict[int, list[Event]]] = {d: {} for d in Direction}
    for row, ref in zip(export.recommendations, row_refs, strict=True):
        if ref and row.written_at:
            event = Event(texts.on(row), row.written_at, False, "")
            found[row.direction].setdefault(ref, []).append(event)
    for new in texts.new:
        if new.written_at is None and new.status in COUNTED:
            event = Event(new.on, _end_of(new.on), False, "")
            found[new.direction].setdefault(new.contact, []).append(event)
    for message, ref in zip(export.messages, message_refs, strict=True):
        if ref:
            kind = message.event
            day = message.at.astimezone(tz).date()
            event = Event(day, message.at, not kind.is_delivery, message.text)
            found[kind.direction].setdefault(ref, []).append(event)
    for ref, known in stored:
        events = found[known.direction].get(ref)
        if events is not None and known.status in COUNTED:
            events.append(_stored_delivery(known, texts))
    for people in found.values():
        for events in people.values():
            events.sort(key=lambda event: (event.on, event.at, not event.is_ask))
    return found


def _stored_delivery(known: Recommendation, texts: Texts) -> Event:
    changes = texts.updates[known.id].changes if known.id in texts.updates else {}
    on, at = changes.get("on", known.on), changes.get("written_at", known.written_at)
    if not isinstance(on, date):
        on = known.on
    if not isinstance(at, datetime):
        at = _end_of(on)
    return Event(on, at, False, "")


def _end_of(day: date) -> datetime:
    return datetime.combine(day, time.max, UTC)


def pair_days(asked: Sequence[date], noted: Sequence[date]) -> list[int | None]:
    """For each day asked the index of the noted day that means it, None when none does.

    A noted day means one ask only. Equal days pair first: what an import noted is found again by
    the next one, whatever stands near it.
    """
    pairs: list[int | None] = [None] * len(asked)
    free = set(range(len(noted)))
    for reach in (0, NEAR):
        for index, day in enumerate(asked):
            near = [(abs((noted[i] - day).days), i) for i in free]
            gap, best = min(near, default=(reach + 1, 0))
            if pairs[index] is None and gap <= reach:
                pairs[index] = best
                free.discard(best)
    return pairs


def first_a_day(asked: Iterable[Event]) -> list[Event]:
    """Asks without those that repeat another of the same day."""
    days: Counter[date] = Counter()
    kept = []
    for event in asked:
        days[event.on] += 1
        if days[event.on] == 1:
            kept.append(event)
    return kept
