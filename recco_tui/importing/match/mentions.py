"""The rows of an export that name somebody, each with what is known of whom it means."""

from collections.abc import Sequence
from datetime import date

from recco_tui.core.export import (
    Export,
    ExportedMessage,
    ExportedRecommendation,
    Ignored,
    MessageEvent,
)
from recco_tui.core.models import Direction, Recommendation
from recco_tui.core.names import clean_name, display_name
from recco_tui.importing.match.matching import CLOSED_ACCOUNT, Match, Matches
from recco_tui.importing.match.questions import Mention
from recco_tui.importing.match.search import Search

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def mentions_of(
    export: Export, matches: Matches, pairs: Sequence[Recommendation | None], search: Search
) -> list[Mention]:
    """All rows that name somebody: the recommendations, then the messages."""
    mentions = [
        _of_text(row, match, pair, search)
        for row, match, pair in zip(
            export.recommendations, matches.recommendations, pairs, strict=True
        )
    ]
    for message, match in zip(export.messages, matches.messages, strict=True):
        mentions.append(_of_message(message, match, search))
    return mentions


def _of_text(
    row: ExportedRecommendation, match: Match, pair: Recommendation | None, search: Search
) -> Mention:
    name = display_name(row.first_name, row.last_name)
    given = row.direction is Direction.GIVEN
    deed = (MessageEvent.DELIVERED_BY_ME if given else MessageEvent.DELIVERED_TO_ME).deed
    day = row.written_at and row.written_at.astimezone(search.tz).date()
    stored = pair.contact_id if pair else 0
    if not stored and _is_open(match):
        stored = search.rewritten(name, row.direction, row.text)
    deed = f"{deed} {_day(day)}" if day else deed.removesuffix(" on")
    cells, work = (row.first_name, row.last_name), (row.company, row.position)
    return Mention(name, cells, work, match, stored, deed, bool(name))


def _of_message(message: ExportedMessage, match: Match, search: Search) -> Mention:
    name = clean_name(message.name)
    day = message.at.astimezone(search.tz).date()
    stored = search.asker(message.event, name, day) if _is_open(match) else 0
    is_someone = bool(name) and (name != CLOSED_ACCOUNT or message.slug is not None)
    creates = is_someone and not message.event.is_delivery
    deed = f"{message.event.deed} {_day(day)}"
    return Mention(name, ("", ""), ("", ""), match, stored, deed, creates)


def nobodys(export: Export, refs: Sequence[int]) -> list[Ignored]:
    """Rows left out because nobody is behind them; a delivery message without its text is none."""
    rows = [
        (row.place, "no name, so nobody to tie the recommendation to")
        for row, ref in zip(export.recommendations, refs, strict=False)
        if not ref
    ]
    rows += [
        (message.place, "the account is closed or hidden, so nobody to tie the message to")
        for message, ref in zip(export.messages, refs[len(export.recommendations) :], strict=True)
        if not ref and not message.event.is_delivery
    ]
    return [Ignored(place.file, place.line, why) for place, why in rows]


def _is_open(match: Match) -> bool:
    return match.slug is None and match.connection is None


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
