"""Word families that the cues are made of: the language of recommendations, by meaning.

The lists are meant to be longer than what any one collection of texts holds: a word belongs where a
speaker of English would put it. `{NAME}` in a cue's pattern stands for any word of the family or of
the union; `FAMILIES_OF` maps a word to the families it belongs to.
"""

from collections.abc import Mapping

from recco_tui.writing.families.deeds import DEEDS
from recco_tui.writing.families.people_and_places import PEOPLE_AND_PLACES
from recco_tui.writing.families.qualities import QUALITIES

_FAMILIES: Mapping[str, str] = {**PEOPLE_AND_PLACES, **DEEDS, **QUALITIES}

_UNIONS: Mapping[str, str] = {
    "BOSS": "SENIORROLE JUNIORROLE mentee intern",
    "MATE": "PEERROLE JUNIORROLE HIREDROLE employee employees client clients customer students",
    "BETTERV": "UPV DOWNV FIXV CHANGEV",
    "GOODNOUN": (
        "OUTCOME FEELING COST contribution contributions process processes standards development "
        "knowledge skills engagement collaboration"
    ),
    "DELIVERV": "FINISHV",
    "QUALITY": (
        "TRAITADJ TRAITNOUN SKILLNOUN PRAISEADJ player thinker solver problem solving "
        "communicator learner listener master listens explains communicates clear clearly cares "
        "fast hard"
    ),
    "ADVERB": "FREQ DEGREE MANNER",
}
"""families joined under one name; what is in capitals is a family"""


def _with_unions() -> dict[str, tuple[str, ...]]:
    families = {name: tuple(words.split()) for name, words in _FAMILIES.items()}
    for name, members in _UNIONS.items():
        joined: dict[str, None] = {}
        for member in members.split():
            joined.update(dict.fromkeys(families.get(member, (member,))))
        families[name] = tuple(joined)
    return families


def _families_by_word() -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for name, words in FAMILIES.items():
        for word in words:
            table.setdefault(word, []).append(name)
    return {word: tuple(names) for word, names in table.items()}


FAMILIES: Mapping[str, tuple[str, ...]] = _with_unions()
FAMILIES_OF: Mapping[str, tuple[str, ...]] = _families_by_word()
