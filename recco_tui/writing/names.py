"""Names of people in a text: short forms, and whom a word means."""

import re
from functools import lru_cache

from recco_tui.core.names import fold
from recco_tui.writing.lazy_regex import LazyRegex

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


def _aliases() -> dict[str, set[str]]:
    """Name → its short forms; short form → the names it stands for."""
    table: dict[str, set[str]] = {}
    for line in _SHORT_FORMS.strip().splitlines():
        name, *short_forms = line.split()
        table.setdefault(name, set()).update([name, *short_forms])
        for short_form in short_forms:
            table.setdefault(short_form, set()).add(name)
    return table


_ALIASES = _aliases()


@lru_cache(maxsize=256)
def names_of(full: str) -> frozenset[str]:
    """Every folded word that may mean the person: name parts, nicknames, short forms."""
    words = {fold(word) for word in re.split(r"[\s,]+", _HONORIFIC.sub("", full)) if word}
    words.update(alias for word in tuple(words) for alias in _ALIASES.get(word, ()))
    bare = (word.strip(".'\"()") for word in words)
    return frozenset(word for word in bare if len(word) > 1)


def same_person(word: str, names: frozenset[str]) -> bool:
    """Whether a word of the text names the person: exactly, or as a short form by its beginning."""
    folded = fold(word.removesuffix("'s").removesuffix("’s"))
    if folded in names:
        return True
    return any(
        min(len(folded), len(name)) >= 3 and (name.startswith(folded) or folded.startswith(name))
        for name in names
    )
