"""Names and LinkedIn addresses of people: to show, to search, to greet, to compare.

Two names are the same person's only when `clean_name` of both is equal and nothing speaks against
it; `fuzzy_key` is for suggestions and never merges anybody.
"""

import re
import unicodedata
from collections.abc import Iterable
from urllib.parse import quote, unquote

_SITE = "https://www.linkedin.com/in/"
_ADDRESS = re.compile(
    r"(?:https?:)?(?://)?(?:[\w-]+\.)*linkedin\.com(?::\d+)?/(?:mwlite/)?in/+([^/?#\s]+)",
    re.IGNORECASE,
)
_PLAIN_SLUG = re.compile(r"[a-z0-9-]+")


def slug_of(url: str) -> str | None:
    """The last part of a profile's address, decoded, NFC, casefolded; None when it is no profile.

    Takes addresses without scheme, of a country's subdomain, with query, fragment or further path.
    """
    if url.startswith(_SITE) and _PLAIN_SLUG.fullmatch(url, len(_SITE)):
        return url[len(_SITE) :]
    found = _ADDRESS.match(url.strip(" \t\r\n<>\"'"))
    if not found:
        return None
    slug = unquote(found[1])
    for _ in range(2):  # folding case can undo NFC, and the other way round
        slug = unicodedata.normalize("NFC", slug.casefold())
    return "".join(c for c in slug if unicodedata.category(c) != "Cc").strip() or None


def url_of(slug: str) -> str:
    """The profile's address, percent-encoded: `slug_of` gives the slug back."""
    return _SITE + quote(slug, safe="")


def row_number(text: str) -> int | None:
    """The number that `#12` names; None when it is no such thing."""
    found = _NUMBERED.fullmatch(text)
    # More figures than any row has lead to none, and are more than SQLite takes.
    return int(found[1][:_MOST_FIGURES]) if found else None


_MOST_FIGURES = 18
_NUMBERED = re.compile("#([0-9]+)")


class _Marks(dict[int, str | int | None]):
    """A table for `str.translate` that drops combining marks and finds each mark once."""

    def __missing__(self, code: int) -> int | None:
        char = chr(code)
        drop = unicodedata.combining(char) or unicodedata.category(char) == "Cf"
        self[code] = kept = None if drop else code
        return kept


_FOLDED = _Marks(
    {
        ord(char): plain
        for char, plain in {
            "ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "þ": "th", "ð": "d", "œ": "oe",
            "ħ": "h", "ß": "ss", "’": "'", "‘": "'", "ʼ": "'",
        }.items()
    }
)  # fmt: skip


def fold(text: str) -> str:
    """For searching: no case, no accents, nothing invisible. Folding twice changes nothing."""
    if text.isascii():
        return text.lower()
    for _ in range(2):  # a folded letter can bring a mark of its own
        text = unicodedata.normalize("NFKD", text.casefold()).translate(_FOLDED)
    return text


_INVISIBLE = dict.fromkeys(map(ord, "\xad\u200b\u200e\u200f\u2060\ufeff\ufffd"))
_INVISIBLE |= dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
"""Soft hyphen, zero-width and bidi characters, and what is left of a cut emoji.

The joiners U+200C and U+200D stay: Persian and emoji need them.
"""


def clean_name(text: str) -> str:
    """A name as it is stored and compared: NFC, single spaces, nothing invisible; else verbatim."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text.translate(_INVISIBLE))
    return " ".join(text.split())


def name_key(name: str) -> str:
    """The same for names that differ in case, accents and spacing only."""
    return fold(clean_name(name))


def with_former(former: Iterable[str], *names: str, now: str) -> tuple[str, ...]:
    """Former names and `names` after them, each once, without what someone is called `now`."""
    by_key = {name_key(name): name for name in (*former, *names)}
    by_key.pop(name_key(now), None)
    return tuple(by_key.values())


def display_name(first: str, last: str) -> str:
    """The whole name from an export's two cells, credentials and all. The key across its files."""
    return clean_name(f"{first} {last}")


_TITLES_LIST = "dr prof professor doctor ing eng engr dipl mr mrs ms miss mx sir"
_CREDENTIALS_LIST = """
    phd dphil edd dba psyd md do dds dmd dvm pharmd jd llm llb esq mba emba msc ma ms mph mpa
    mpp med mfa meng mtech bsc ba bs beng btech bcom bba ceng peng pe eit pmp capm prince2 pgmp pba
    acp csm cspo psm pspo safe itil cpa cfa caia frm cma acca aca ca fcca cfp ea cia cisa cissp cism
    ceh ccna ccnp ccie aws shrm shrm-cp shrm-scp sphr phr gphr rn bsn msn np pa-c lcsw lmft lpc aicp
    leed aia riba cscp cpim cpsm gisp cbap ccba lssbb lssgb ssbb ssgb jr sr ii iii iv ret
"""
_TITLES = frozenset(_TITLES_LIST.split())
_CREDENTIALS = frozenset(_CREDENTIALS_LIST.split())
_ACRONYM = re.compile(r"[A-Z][A-Z0-9-]{1,7}")
_ASIDE = r"\([^()]*\)|[\"“”„«][^\"“”„«»]*[\"“”»]|(?<!\w)['‘][^'’]+['’](?!\w)"


def _visible(char: str) -> bool:
    """False for emoji, symbols, invisible characters, and the modifiers that follow an emoji."""
    return unicodedata.category(char) not in ("So", "Sk", "Sm", "Cf", "Cc", "Co", "Cn") and not (
        0xFE00 <= ord(char) <= 0xFE0F
    )


def _bare(word: str) -> str:
    return fold(word).replace(".", "").strip("-|/·")


def _is_credential(word: str, *, in_capitals: bool) -> bool:
    return _bare(word) in _CREDENTIALS or (
        not in_capitals and _ACRONYM.fullmatch(word.replace(".", "")) is not None
    )


def core_name(name: str) -> str:
    """The name without titles, credentials, nicknames in quotes, asides in brackets and emoji.

    "Dr. Ana “Annie” Díaz, PhD, PMP 🚀" is "Ana Díaz". A comma is cut only before credentials.
    """
    text = unicodedata.normalize("NFKC", name) if not name.isascii() else name
    text = re.sub(_ASIDE, " ", "".join(c for c in text if _visible(c)))
    head, *rest = (part.strip() for part in text.split(","))
    in_capitals = head.isupper()
    extra = [word for part in rest for word in part.split()]
    if not all(_is_credential(word, in_capitals=in_capitals) for word in extra):
        if " " not in head:  # "Rossi, Uma, MBA": what is turned round is the name alone
            extra = [word for word in extra if not _is_credential(word, in_capitals=False)] or extra
        head = " ".join([head, *extra]) if " " in head else " ".join([*extra, head])
    words = head.split()
    while len(words) > 1 and _bare(words[0]) in _TITLES:
        words.pop(0)
    while len(words) > 2 and _trails(words[-1], in_capitals=in_capitals):
        words.pop()
    return " ".join(words) or clean_name(name)


def _trails(word: str, *, in_capitals: bool) -> bool:
    """True for a credential without a comma before it. "Ma" is a family name, "MA" a degree."""
    capitals = sum(letter.isupper() for letter in word)
    return _bare(word) in ("jr", "sr") or (
        not in_capitals and capitals > 1 and _bare(word) in _CREDENTIALS
    )


def fuzzy_key(name: str) -> str:
    """The same for spellings that may be one person's: for suggestions only, never to merge on."""
    return " ".join(fold(core_name(name)).replace(".", " ").split())


_COMMON_NAME = re.compile(r"([A-Z][a-z]+)(?: [A-Z][a-z]+)+")
"""The many names that need no second look: no title, credential, nickname or mark in them."""
_DOUBLE_FIRST_LIST = "mary ana anna maria jean jose juan sarah billie peggy betty"
_DOUBLE_SECOND_LIST = """
    ann anne jo beth lou ellen kate jane sue luc paul pierre claude marc maria jose luis carlos
    pablo belen clara teresa lena lisa
"""
_DOUBLE_FIRST = frozenset(_DOUBLE_FIRST_LIST.split())
_DOUBLE_SECOND = frozenset(_DOUBLE_SECOND_LIST.split())
_MAY_BE_MORE = _TITLES | _DOUBLE_FIRST


def first_name_of(name: str) -> str:
    """The first name, one for all of recco: initials stay with the name after them ("J. Robert").

    A name in capitals or without any is put right: "JEAN-LUC PICARD" is greeted as Jean-Luc. What
    can be written after "Hi" is `name_to_greet`.
    """
    if (plain := _COMMON_NAME.fullmatch(name)) and plain[1].lower() not in _MAY_BE_MORE:
        return plain[1]
    words = core_name(name).split()
    if not words:
        return ""
    folded = [fold(word) for word in words[:2]]
    is_double = folded[0] in _DOUBLE_FIRST and folded[-1] in _DOUBLE_SECOND
    count = 2 if is_double and len(words) > 2 else 1
    while count < len(words) - 1 and len(words[count - 1].rstrip(".")) == 1:
        count += 1
    first = " ".join(words[:count])
    if first.islower() or (first.isupper() and len(first) > 3 and "." not in first):
        first = _in_small_letters(first)
    return first


def full_name_of(name: str) -> str:
    """First and last name as a third person would say them: "Uma Rossi-Nguyen"."""
    whole = core_name(name)
    return _in_small_letters(whole) if whole.isupper() and " " in whole else whole


def _in_small_letters(name: str) -> str:
    return re.sub(r"[^\s-]+", lambda part: part[0].capitalize(), name)


def name_to_greet(name: str) -> str:
    """The first name where it can follow "Hi"; '' for a mere initial, a sign, a degree, no name.

    A title stays where only the family name follows: "Dr. Stone".
    """
    first = first_name_of(name)
    if not any(letter.isalpha() for letter in first) or first == "LinkedIn":
        return ""
    if first.isupper() and _bare(first) in _CREDENTIALS:
        return ""
    if all(len(word.rstrip(".")) == 1 and word.isascii() for word in first.split()):
        return ""
    words = clean_name(name).split()
    if len(words) == 2 and _bare(words[0]) in _TITLES and _bare(words[0]) != _bare(first):
        return " ".join(words)
    return first


def short_name(name: str) -> str:
    """ "John S." for John Smith; the whole name in scripts without capitals, where it is short."""
    words = core_name(name).split()
    if len(words) < 2 or words[-1][0].upper() == words[-1][0].lower():
        return " ".join(words)
    return f"{first_name_of(name)} {words[-1][0].upper()}."
