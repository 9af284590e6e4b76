"""Asks and deliveries: which way each message went, with whom, and what they wrote."""

from collections.abc import Iterator, Sequence

from recco_tui.core.cleaning import clean_line
from recco_tui.core.export import ExportedMessage, MessageEvent
from recco_tui.core.names import clean_name, slug_of
from recco_tui.exchange.linkedin.dates import DateReader
from recco_tui.exchange.linkedin.facts import Facts, Hit, is_closed
from recco_tui.exchange.linkedin.owner import Owner
from recco_tui.exchange.linkedin.wording import is_delivery, note_in

_EVENTS = {
    (False, True): MessageEvent.ASK_SENT,
    (False, False): MessageEvent.ASK_RECEIVED,
    (True, True): MessageEvent.DELIVERED_BY_ME,
    (True, False): MessageEvent.DELIVERED_TO_ME,
}
"""By delivery or ask, and whether it is the owner's own message."""


def read_events(files: Sequence[Facts], owner: Owner) -> Iterator[ExportedMessage]:
    """Every ask and delivery that can be told; the others are named in the file's remarks."""
    for facts in files:
        dates = DateReader()
        for hit in facts.hits:
            told = _event(hit, owner, dates)
            if isinstance(told, str):
                facts.remarks.leave_out(hit.place.file, hit.place.line, told)
            elif told:
                yield told


def _event(hit: Hit, owner: Owner, dates: DateReader) -> ExportedMessage | str | None:
    """The event; None when the message is none; in words why it cannot be told."""
    at = dates.moment(hit.date)
    delivery = is_delivery(hit.content, at)
    if delivery is None:
        return None
    if at is None:
        return f"the date {clean_line(hit.date)!r} cannot be read"
    if hit.is_draft:
        return "a draft, never sent"
    mine = _is_mine(hit, owner)
    if mine is None:
        return "nothing tells who sent it: read it together with Profile.csv"
    if mine:
        others = {slug_of(url) for url in hit.to_urls.split(",")} - {None} - owner.slugs
        if len(others) > 1:
            return "sent to several people at once"
        name, slug = hit.to, next(iter(others), None)
    else:
        name, slug = hit.sender, slug_of(hit.sender_url)
    if mine and (slug in owner.slugs or (not slug and clean_name(name) == owner.name)):
        return "sent to oneself"
    name = "" if is_closed(name) else clean_line(name)
    if not name and not slug:
        return "the other person's account is closed or hidden"
    return ExportedMessage(_EVENTS[delivery, mine], at, name, slug, note_in(hit.content), hit.place)


def _is_mine(hit: Hit, owner: Owner) -> bool | None:
    """By the direction of 2018, the sender's address, the name; None when nothing tells."""
    direction = hit.direction.strip().upper()
    if direction in ("OUTGOING", "INCOMING"):
        return direction == "OUTGOING"
    slug = slug_of(hit.sender_url)
    if slug and owner.slugs:
        return slug in owner.slugs
    if owner.name and clean_name(hit.sender) == owner.name:
        return True
    recipients = {slug_of(url) for url in hit.to_urls.split(",")}
    if recipients & owner.slugs or (owner.name and clean_name(hit.to) == owner.name):
        return False
    return None
