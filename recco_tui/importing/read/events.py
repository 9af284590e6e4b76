"""Asks and deliveries: which way each message went, with whom, and what they wrote."""

from collections.abc import Iterator, Sequence

from recco_tui.core.cleaning import clean_line
from recco_tui.core.export import ExportedMessage, MessageEvent
from recco_tui.core.names import clean_name, slug_of
from recco_tui.importing.read.facts import Facts, Hit, is_closed
from recco_tui.importing.read.owner import Owner

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
        for hit in facts.hits:
            told = _event(hit, owner)
            if isinstance(told, str):
                facts.remarks.leave_out(hit.place.file, hit.place.line, told)
            else:
                yield told


def _event(hit: Hit, owner: Owner) -> ExportedMessage | str:
    """The event; in words why it cannot be told."""
    if hit.at is None:
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
    event = _EVENTS[hit.is_delivery, mine]
    return ExportedMessage(event, hit.at, name, slug, hit.note, hit.place)


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
