"""Names of people in a text: folding, first names, short forms."""

import re
import unicodedata
from functools import lru_cache

from recco_tui.writing.lazy_regex import LazyRegex

_LEFT_ALONE = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "þ": "th", "ð": "d", "œ": "oe", "’": "'"}
)
_HONORIFIC = LazyRegex(r"(?:dr|mr|mrs|ms|mx|prof|professor|sir)\.?\s+", re.IGNORECASE)

_SHORT_FORMS = """
alexander alex sasha xander
alexandra alex sasha sandra
andrew andy drew
anthony tony
benjamin ben benny
catherine cathy kate katie kat
katherine kathy kate katie kat
charles charlie chuck
christopher chris kit
christina chris tina
christine chris tina
daniel dan danny
david dave
deborah deb debbie
dorothy dot
edward ed eddie ted ned
elizabeth liz beth betty eliza lisa
francis frank
frederick fred freddie
gabriel gabe
gerald gerry jerry
gregory greg
henry harry hank
isabella bella isa izzy
jacob jake
james jim jimmy jamie
jennifer jen jenny
jessica jess jessie
john jack johnny jon
jonathan jon jonny
joseph joe joey
joshua josh
kenneth ken kenny
laurence larry
lawrence larry
leonard leo len lenny
margaret maggie meg peggy
martha marty
matthew matt
michael mike mick micky
nathaniel nate nathan
nicholas nick nicky
pamela pam
patricia pat patty trish
patrick pat paddy
peter pete
philip phil
rebecca becky becca
richard rick dick rich ricky
robert bob rob bobby robbie bert
ronald ron
samantha sam
samuel sam sammy
stephanie steph
stephen steve
steven steve
susan sue susie
theodore ted theo
theresa terry tess
thomas tom tommy
timothy tim
victoria vicky tori
vincent vince vinny
william bill will billy liam
yevgeny eugene zhenya
zachary zach zack
"""
"""a name and its short forms, one a line"""


def _groups() -> dict[str, set[str]]:
    table: dict[str, set[str]] = {}
    for line in _SHORT_FORMS.splitlines():
        words = line.split()
        for word in words:
            table.setdefault(word, set()).update({words[0]} if word != words[0] else words)
    return table


_ALIASES = _groups()


@lru_cache(maxsize=4096)
def fold(name: str) -> str:
    """Lower case without accents: "Łukasz" and "lukasz" are one."""
    flat = unicodedata.normalize("NFKD", name.lower().translate(_LEFT_ALONE))
    return "".join(c for c in flat if not unicodedata.combining(c)).strip()


def first_name(name: str) -> str:
    """The name to greet with: "Dr. Emily Stone" is Emily, "Stone, Emily" too."""
    bare = _HONORIFIC.sub("", name.strip())
    if "," in bare:
        last, _, first = bare.partition(",")
        bare = first.strip() or last
    return bare.split()[0] if bare.split() else ""


@lru_cache(maxsize=256)
def names_of(full: str, also_called: tuple[str, ...] = ()) -> frozenset[str]:
    """Every folded word that may stand for the person: name parts, nicknames, short forms."""
    words = {fold(word) for word in re.split(r"[\s,]+", _HONORIFIC.sub("", full)) if word}
    words.update(fold(word) for called in also_called for word in called.split())
    words.update(alias for word in tuple(words) for alias in _ALIASES.get(word, ()))
    return frozenset(word.strip(".'\"()") for word in words if len(word.strip(".'\"()")) > 1)


def same_person(word: str, names: frozenset[str]) -> bool:
    """Whether a word of the text names the person: exactly, or as a short form by its beginning."""
    spoken = fold(word.removesuffix("'s").removesuffix("’s"))
    if spoken in names:
        return True
    return any(
        len(shorter) >= 3 and longer.startswith(shorter)
        for name in names
        for shorter, longer in [sorted((spoken, name), key=len)]
    )
