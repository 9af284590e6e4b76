"""Whose export is it? No file holds the owner's own address, messages and invitations tell it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from recco_tui.core.errors import ArchiveError
from recco_tui.core.names import clean_name, slug_of
from recco_tui.importing.read.facts import Facts, is_closed

_ALWAYS_THERE = 0.8
"""The owner is one end of every message: who is in fewer than this share of them is another."""


@dataclass(frozen=True, slots=True)
class Owner:
    """`slugs` are all that were seen, of several archives; `slug` is the newest archive's."""

    name: str
    slug: str | None
    slugs: frozenset[str]


def find_owner(files: Sequence[Facts]) -> Owner:
    """From the profile's name and whose address goes with it; `files` of newer archives first."""
    names = [clean_name(facts.profile_name) for facts in files if facts.profile_name]
    slugs: list[str] = []
    for archive in dict.fromkeys(facts.archive for facts in files):
        slug = _slug_in([facts for facts in files if facts.archive == archive], set(names))
        if slug:
            slugs.append(slug)
    if not names:
        names = _names_of(files, slugs)
    return Owner(names[0] if names else "", slugs[0] if slugs else None, frozenset(slugs))


def check_one_owner(files: Sequence[Facts]) -> None:
    """ArchiveError when two archives are of two people; a changed name alone is none."""
    told: dict[str, str] = {}
    for archive in dict.fromkeys(facts.archive for facts in files):
        own = [facts for facts in files if facts.archive == archive]
        names = [clean_name(facts.profile_name) for facts in own if facts.profile_name]
        slug = _slug_in(own, set(names))
        if names and slug:
            told.setdefault(names[0], slug)
    if len(told) > 1 and len(set(told.values())) > 1:
        people = " and ".join(told)
        raise ArchiveError(f"These are exports of different people ({people}): give one's only.")


def _slug_in(files: Sequence[Facts], names: set[str]) -> str | None:
    told: Counter[str] = Counter()
    for facts in files:
        for (_, url), count in facts.owners.items():
            if slug := slug_of(url):
                told[slug] += count
    if told:
        return told.most_common(1)[0][0]
    namesakes: Counter[str] = Counter()
    for facts in files:
        for (name, url), count in facts.met.items():
            slug = slug_of(url) if "," not in url and clean_name(name) in names else None
            if slug:
                namesakes[slug] += count
    if namesakes:
        return namesakes.most_common(1)[0][0]
    return next(filter(None, map(_always_there, files)), None)


def _always_there(facts: Facts) -> str | None:
    """When no name helps: who is an end of nearly all messages, as nobody else is."""
    ends: Counter[str] = Counter()
    for (_, urls), count in facts.met.items():
        for slug in {slug_of(url) for url in urls.split(",")} - {None}:
            ends[slug or ""] += count
    if not facts.has_recipients or not ends:
        return None
    (slug, most), *others = ends.most_common(2)
    unmatched = not others or others[0][1] < most
    return slug if unmatched and most >= _ALWAYS_THERE * facts.read.rows else None


def _names_of(files: Sequence[Facts], slugs: Iterable[str]) -> list[str]:
    """The names that go with the owner's address, or on mail that went out; the likeliest first."""
    wanted = set(slugs)
    told: Counter[str] = Counter()
    for facts in files:
        for pairs in (facts.owners, facts.met):
            for (name, url), count in pairs.items():
                if not is_closed(name) and (pairs is facts.owners or slug_of(url) in wanted):
                    told[clean_name(name)] += count
    return [name for name, _ in told.most_common()]
