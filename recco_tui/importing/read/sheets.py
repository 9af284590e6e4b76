"""Which file of an export is which: by its name, confirmed by its header row.

Columns are mapped by name, never by position. LinkedIn documents neither; the names here are
those seen in exports of 2015 to 2026. Non-English headers are unconfirmed but cheap to take.
"""

import re
from collections.abc import Sequence
from enum import StrEnum

from recco_tui.core.models import Direction


class Sheet(StrEnum):
    """What a file holds; the value is shown to people."""

    PROFILE = "profile"
    CONNECTIONS = "connections"
    RECOMMENDATIONS = "recommendations"
    INVITATIONS = "invitations"
    ENDORSEMENTS = "endorsements"
    MESSAGES = "messages"
    POSITIONS = "positions"
    PROJECTS = "projects"


_BY_NAME = {
    "recommendations": Sheet.RECOMMENDATIONS,
    "recommendationsreceived": Sheet.RECOMMENDATIONS,
    "recommendationsgiven": Sheet.RECOMMENDATIONS,
    "connections": Sheet.CONNECTIONS,
    "messages": Sheet.MESSAGES,
    "invitations": Sheet.INVITATIONS,
    "endorsementreceivedinfo": Sheet.ENDORSEMENTS,
    "endorsementgiveninfo": Sheet.ENDORSEMENTS,
    "profile": Sheet.PROFILE,
    "positions": Sheet.POSITIONS,
    "projects": Sheet.PROJECTS,
}
_NEVER = re.compile(r"coach|guide|learning|role_?play|profilesummary")
"""Chats with LinkedIn's assistants have the header of messages.csv; they hold no people."""
_PART = re.compile(r"\s*\(\d+\)$|_\d+$")
_SEPARATORS = re.compile(r"[\s_-]+")

_ALIASES: dict[Sheet, dict[str, str]] = {
    Sheet.PROFILE: {
        "first_name": "first name",
        "last_name": "last name",
        "headline": "headline",
        "maiden_name": "maiden name",
    },
    Sheet.CONNECTIONS: {
        "first_name": "first name|vorname|prénom",
        "last_name": "last name|nachname|nom",
        "url": "url|profile url",
        "email": "email address|e-mail address|email|e-mail-adresse|adresse e-mail",
        "company": "company|unternehmen|entreprise",
        "position": "position|poste",
        "date": "connected on|verbunden am|date de connexion",
    },
    Sheet.RECOMMENDATIONS: {
        "first_name": "first name|recommender first name|recommendee first name",
        "last_name": "last name|recommender last name|recommendee last name",
        "company": "company|recommender company|recommendee company",
        "position": "job title|title|recommender title|recommendee title",
        "text": "text|recommendation body|recommendation text|recommendation",
        "date": "creation date|recommendation date|date",
        "status": "status|display status",
    },
    Sheet.INVITATIONS: {
        "from": "from",
        "to": "to",
        "date": "sent at",
        "direction": "direction",
        "from_url": "inviterprofileurl",
        "to_url": "inviteeprofileurl",
    },
    Sheet.ENDORSEMENTS: {
        "date": "endorsement date",
        "skill": "skill name",
        "first_name": "endorser first name|endorsee first name",
        "last_name": "endorser last name|endorsee last name",
        "url": "endorser public url|endorsee public url",
    },
    Sheet.MESSAGES: {
        "talk": "conversation id",
        "from": "from",
        "from_url": "sender profile url",
        "to": "to",
        "to_urls": "recipient profile urls",
        "date": "date",
        "content": "content",
        "direction": "direction",
        "draft": "is message draft",
        "draft_talk": "is conversation draft",
    },
    Sheet.POSITIONS: {
        "company": "company name",
        "title": "title",
        "about": "description",
        "start": "started on|start date",
        "end": "finished on|end date",
    },
    Sheet.PROJECTS: {
        "title": "title",
        "about": "description",
        "start": "started on|start date",
        "end": "finished on|end date",
        "url": "url",
    },
}
_COLUMNS = {
    sheet: {alias: field for field, names in fields.items() for alias in names.split("|")}
    for sheet, fields in _ALIASES.items()
}

NEEDED: dict[Sheet, frozenset[str]] = {
    sheet: frozenset(fields.split())
    for sheet, fields in {
        Sheet.RECOMMENDATIONS: "first_name last_name text",
        Sheet.ENDORSEMENTS: "skill first_name last_name",
        Sheet.INVITATIONS: "from to date direction",
        Sheet.MESSAGES: "from to date content",
        Sheet.POSITIONS: "company title start",
        Sheet.PROFILE: "first_name last_name headline",
        Sheet.CONNECTIONS: "first_name last_name date",
        Sheet.PROJECTS: "title about start url",
    }.items()
}
"""The signature of each sheet, in the order in which they are tried."""

_NAMED_NEED = {Sheet.CONNECTIONS: {"first_name", "last_name"}, Sheet.PROJECTS: {"title", "start"}}
"""Enough when the file's name says the rest: columns may have been dropped."""


def stem_of(name: str) -> str:
    """A file name without folders, `.csv`, case, separators and the mark of a split part."""
    stem = name.replace("\\", "/").rpartition("/")[2].casefold().removesuffix(".csv")
    return _SEPARATORS.sub("", _PART.sub("", stem))


def part_of(name: str) -> str:
    """The mark of a split part, as ` (1)` or `_2`; empty for most."""
    found = _PART.search(name.casefold().removesuffix(".csv"))
    return found[0].strip() if found else ""


def named_sheet(name: str) -> Sheet | None:
    """What the file's name promises; None when it promises nothing that is read here."""
    return _BY_NAME.get(stem_of(name))


def never_ours(name: str) -> bool:
    """True for files that look like ours inside and are not."""
    return _NEVER.search(stem_of(name)) is not None


def direction_of(name: str) -> Direction | None:
    """Given or received, from a file's name; None when it says neither."""
    stem = stem_of(name)
    if "given" in stem or "erteilt" in stem or "donnée" in stem:
        return Direction.GIVEN
    if "received" in stem or "erhalten" in stem or "reçue" in stem or stem == "recommendations":
        return Direction.RECEIVED
    return None


def columns_of(cells: Sequence[str], promised: Sheet | None) -> tuple[Sheet, dict[str, int]] | None:
    """What a header row is the header of, and where its columns are; None for other rows.

    What the file's name promises is tried first, then every signature.
    """
    names = [" ".join(cell.strip().strip('"').casefold().split()) for cell in cells]
    tries = [(sheet, NEEDED[sheet]) for sheet in NEEDED]
    if promised:
        tries.insert(0, (promised, NEEDED[promised]))
        tries.append((promised, frozenset(_NAMED_NEED.get(promised, NEEDED[promised]))))
    for sheet, needed in tries:
        known = _COLUMNS[sheet]
        columns: dict[str, int] = {}
        for index, name in enumerate(names):
            if name in known:
                columns.setdefault(known[name], index)
        if needed <= columns.keys():
            return sheet, columns
    return None
