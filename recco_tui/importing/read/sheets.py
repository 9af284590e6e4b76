"""Which file of an export is which: by its name, confirmed by its header row.

Columns are mapped by name, never by position. LinkedIn documents neither; the English names here
are those seen in exports of 2015 to 2026.
"""

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple
from unicodedata import normalize

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

_FIRST = "first name|given name|vorname|prénom|nombre|nome|voornaam|名"
_LAST = (
    "last name|surname|family name|nachname|nom|apellidos|apellido|sobrenome|cognome|achternaam|姓"
)
_COMPANY = (
    "company|unternehmen|firma|entreprise|société|empresa|compañía|azienda|società|bedrijf|会社"
)
_COMPANY += "|会社名"
_TITLE = "position|job title|title|jobbezeichnung|poste|intitulé du poste|cargo|puesto|posizione"
_TITLE += "|qualifica|functie|functietitel|役職"
_ALIASES: dict[Sheet, dict[str, str]] = {
    Sheet.PROFILE: {
        "first_name": _FIRST,
        "last_name": _LAST,
        "headline": "headline",
        "maiden_name": "maiden name",
    },
    Sheet.CONNECTIONS: {
        "first_name": _FIRST,
        "last_name": _LAST,
        "url": "url|profile url|linkedin url|profil-url|url du profil|url del perfil|url do perfil",
        "email": (
            "email address|email|e-mail|mail|e-mail-adresse|adresse e-mail|correo electrónico"
            "|dirección de correo electrónico|endereço de e-mail|indirizzo e-mail|e-mailadres"
            "|メールアドレス"
        ),
        "company": _COMPANY,
        "position": _TITLE,
        "date": (
            "connected on|verbunden am|vernetzt am|date de connexion|connecté le|fecha de conexión"
            "|conectado el|conectado em|data de conexão|collegato il|data di collegamento"
            "|verbonden op|つながった日"
        ),
    },
    Sheet.RECOMMENDATIONS: {
        "first_name": f"{_FIRST}|recommender first name|recommendee first name",
        "last_name": f"{_LAST}|recommender last name|recommendee last name",
        "company": f"{_COMPANY}|recommender company|recommendee company",
        "position": f"{_TITLE}|recommender title|recommendee title",
        "text": (
            "text|recommendation body|recommendation text|recommendation|empfehlung|texte|texto"
            "|testo|tekst|recommandation|recomendación|recomendação|テキスト|本文"
        ),
        "date": (
            "creation date|recommendation date|date|erstellungsdatum|erstellt am|date de création"
            "|fecha de creación|data de criação|data di creazione|aanmaakdatum|作成日"
        ),
        "status": "status|display status|statut|estado|situação|stato|ステータス",
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
"""By field, as LinkedIn writes them, then in German, French, Spanish, Portuguese, Italian, Dutch,
Japanese: no one has found an export in those, but people translate and write files themselves."""
_GAPS = re.compile(r"[\s_.-]+")


def squeezed(name: str) -> str:
    """A column's name without case, blanks, hyphens and ways of writing an accent: `first_name`."""
    return _GAPS.sub("", normalize("NFC", name).casefold())


_COLUMNS = {
    sheet: {squeezed(alias): field for field, names in fields.items() for alias in names.split("|")}
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

_NAMED_NEED = {
    Sheet.CONNECTIONS: {"first_name", "last_name"},
    Sheet.PROFILE: {"first_name", "last_name"},
    Sheet.PROJECTS: {"title", "start"},
}
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


_GIVEN = re.compile("given|erteilt|abgegeben|donnée|dada|emitida|feita|fatte|fornit|gegeven|送信")
_RECEIVED = re.compile("received|erhalten|reçue|recibida|recebida|ricevut|ontvangen|受信|受け取")


def direction_of(name: str) -> Direction | None:
    """Given or received, from a file's name; None when it says neither."""
    stem = normalize("NFC", stem_of(name))
    if _RECEIVED.search(stem) or stem == "recommendations":
        return Direction.RECEIVED
    return Direction.GIVEN if _GIVEN.search(stem) else None


class HeaderGuess(NamedTuple):
    """What a row may be the header of: the columns found there, and those that it lacks."""

    sheet: Sheet
    found: int
    missing: tuple[str, ...]


def guess_header(cells: Sequence[str], promised: Sheet | None) -> HeaderGuess:
    """The sheet that most of the cells speak of; of two as likely the one promised, then people."""
    names = {squeezed(cell.strip().strip('"')) for cell in cells}
    likely = dict.fromkeys(filter(None, (promised, *_PEOPLE, *NEEDED)))
    guesses = []
    for sheet in likely:
        found = {field for name, field in _COLUMNS[sheet].items() if name in names}
        needed = _NAMED_NEED.get(sheet, NEEDED[sheet]) if sheet is promised else NEEDED[sheet]
        lacks = [field for field in _ALIASES[sheet] if field in needed and field not in found]
        guesses.append(HeaderGuess(sheet, len(found), titles_of(sheet, lacks)))
    return max(guesses, key=lambda guess: guess.found)


_PEOPLE = (Sheet.CONNECTIONS, Sheet.RECOMMENDATIONS)


def titles_of(sheet: Sheet, fields: Iterable[str]) -> tuple[str, ...]:
    """What LinkedIn calls these columns."""
    return tuple(_ALIASES[sheet][field].partition("|")[0].title() for field in fields)


def columns_of(cells: Sequence[str], promised: Sheet | None) -> tuple[Sheet, dict[str, int]] | None:
    """What a header row is the header of, and where its columns are; None for other rows.

    What the file's name promises is tried first, then every signature.
    """
    names = [squeezed(cell.strip().strip('"')) for cell in cells]
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
