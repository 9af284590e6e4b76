"""A project's title as a native speaker would say it in a sentence.

Titles are typed as labels: "capstone", "The Capstone", "Inventory API (v2)", "ACME's rebrand",
"Built the login". In a sentence some want an article, some a small letter, some quotation marks.
"""

import re
from typing import NamedTuple

from recco_tui.core.models import ProjectKind
from recco_tui.writing.lazy_regex import LazyRegex


class Work(NamedTuple):
    """`noun`: "the capstone". `on`: the same after "working with you": "on the capstone"."""

    noun: str
    on: str


_KINDS_OF_WORK = """
api app application assignment backend blog book bootcamp bot build campaign capstone challenge
checkout class cleanup client club collaboration conference course dashboard database demo design
docs documentation engine event exam exhibition experiment feature festival final flow framework
frontend funnel game guide hackathon handbook homepage internship intranet kiosk lab launch
library login magazine map merger migration mobile model module move newsletter onboarding
overhaul page pages pilot pipeline placement platform plugin podcast portal portfolio presentation
program programme project prototype rebrand rebranding redesign refactor refactoring relaunch
release renovation report research review rewrite rollout screens script seminar service shop site
sprint store strategy study summit survey system team template tests thesis tool tournament
training translation upgrade video webinar website widget work workshop
"""
_IN_BRANDS_WORDS = "blog book bot club game guide lab library magazine map page shop store"
_IN_BRANDS = frozenset(_IN_BRANDS_WORDS.split())
"""Also the last word of names that take no article: "Pantry Map"."""
_AFTER_A_GERUND = frozenset(["a", "an", "the", "our", "my", "to", "with", "for", "from"])
_COMMON = frozenset(_KINDS_OF_WORK.split())
_DETERMINERS = frozenset(
    ["the", "a", "an", "my", "our", "your", "his", "her", "their", "this", "that", "these", "those"]
)
_DEEDS_WORDS = """
built wrote led made ran taught kept gave took set fixed designed created helped shipped
launched organized organised migrated developed implemented improved redesigned rebuilt tested
deployed refactored managed planned presented
"""
_DEEDS = frozenset(_DEEDS_WORDS.split())
_PREPOSITIONS = ("at", "of", "for", "with", "in", "to", "from", "by", "about")
_JOINS = rf"\s(?:{'|'.join(_PREPOSITIONS)})\s"
_LAST = LazyRegex(r"(?:\s+(?:\(.*\)|[#v]?\d[\w.]*|[IVX]{1,4}))+$")
"""What may stand behind the noun of a title: "(v2)", "2025", "#3", "II"."""
_LIKE_A_SENTENCE = LazyRegex(r"[:;?!|“”\"/]|\s[-–—]\s|[.]\s")
_MOST_WORDS = 8
_SHOUTED = 4
"""letters from which on a word in capitals is no abbreviation"""
_SPANS = (ProjectKind.INTERNSHIP, ProjectKind.BOOTCAMP)
"""One works during them, not on them."""
_SCHOOL = frozenset(
    ["academy", "bootcamp", "camp", "class", "cohort", "course", "program", "programme", "school"]
)


def say_work(title: str, kind: ProjectKind = ProjectKind.PROJECT, place: str = "") -> Work | None:
    """The work in words; None where there is nothing that could be said.

    `title` and `place` are on one line and without brackets that look like a gap. `place` is the
    organization, where the work is a position held there.
    """
    if place:
        return Work(place, f"at {place}")
    if not title or kind is ProjectKind.POSITION:
        return None
    noun = _noun(_softened(title))
    if kind in _SPANS:
        noun = _named_as(noun, kind.value)
        return Work(noun, f"during {noun}")
    return Work(noun, f"on {noun}")


def _softened(title: str) -> str:
    """ "INVENTORY API REWRITE" does not shout: "Inventory API Rewrite"."""
    words = title.split()
    if len(words) < 2 or not title.isupper():
        return title
    return " ".join(word.capitalize() if len(word) >= _SHOUTED else word for word in words)


def _noun(title: str) -> str:
    words = title.split()
    first = words[0].lower()
    if first in _DETERMINERS and len(words) > 1:
        return " ".join([first, *words[1:]])
    deed = first in _DEEDS and len(words) > 1
    if deed or _LIKE_A_SENTENCE.search(title) or len(words) > _MOST_WORDS:
        return f"“{title.translate(_BARE)}”"
    if first.endswith("ing") and len(words) > 1 and words[1].lower() in _AFTER_A_GERUND:
        return " ".join([first, *words[1:]])
    if re.match(r"[^\s]+['’]s?\s", title):
        return title
    head = re.split(_JOINS, _LAST.sub("", title), maxsplit=1)[0].split() or words
    last = head[-1].lower()
    is_brand = len(head) > 1 and head[-1].istitle() and last in _IN_BRANDS
    if last in _COMMON and not is_brand and first not in ("project", "team"):
        alone = len(head) == 1 and words[0].istitle() and words[1:2] and words[1] in _PREPOSITIONS
        return f"the {' '.join([first, *words[1:]]) if alone else title}"
    is_label = title.islower() and title[0].isalpha() and len(words) > 1
    return f"the {title}" if is_label else title


_BARE = str.maketrans('“”"', "‘’'")


def _named_as(noun: str, word: str) -> str:
    """An internship or bootcamp that is only named after its place: "the Acme internship"."""
    words = {part.strip("().,").lower() for part in noun.split()}
    said = word in words or (word == "bootcamp" and words & _SCHOOL)
    if noun.startswith("“") or (words & _DETERMINERS and not said):
        return noun
    bare = noun if said else f"{noun} {word}"
    return (
        bare if bare.split()[0] in _DETERMINERS or re.match(r"\S+['’]s?\s", bare) else f"the {bare}"
    )
