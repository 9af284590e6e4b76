"""What a filter finds among texts, asks and projects: what they say themselves, and whose they are.

The language is that of the board (`core/filtering.py`): a word that finds someone there finds what
is theirs here.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from recco_tui.core.asks import state_of
from recco_tui.core.filtering import ANYWHERE, QUOTED, STATE, Term, parse_filter
from recco_tui.core.models import Ask, BoardRow, Project, Recommendation
from recco_tui.core.names import fold
from recco_tui.core.selection import FIELD_WORDS, STATE_WORDS, PeopleIndex

FIELDS = (*FIELD_WORDS, "from", "phrase")
"""Those of people; `from:` is the name of who wrote a text, `phrase:` what is marked in it."""
_FREE = (ANYWHERE, QUOTED, STATE)

Fitting = Mapping[Term, Collection[int]]
"""The ids of the people who fit each term, its sign left aside."""


def parse_finding(typed: str) -> tuple[Term, ...]:
    """The terms of what was typed above a list of texts, asks or projects."""
    return parse_filter(typed, FIELDS, STATE_WORDS)


def words_searched(terms: Iterable[Term]) -> str:
    """The words that a text may hold, as typed; those that must not stand there left out."""
    return " ".join(term.typed for term in terms if term.where in _FREE and not term.negated)


def people_who_fit(terms: Iterable[Term], rows: Sequence[BoardRow]) -> Fitting:
    """Who of these people each term finds."""
    index = PeopleIndex(rows)

    def who_fits(term: Term) -> set[int]:
        if term.where == "phrase":  # of texts alone
            return set()
        where = "name" if term.where == "from" else term.where
        return {row.id for row in index.filtered([term._replace(where=where, negated=False)])}

    return {term: who_fits(term) for term in terms}


def all_fit(terms: Iterable[Term], fits: Callable[[Term], bool]) -> bool:
    """Whether something fits all terms, each with its sign."""
    return all(fits(term) is not term.negated for term in terms)


def text_fits(
    term: Term, text: Recommendation, holding: Mapping[str, Collection[int]], people: Fitting
) -> bool:
    """`holding` says which texts hold a word, as typed. Of company and position those count that
    the text was written from, if it says so."""
    if term.where == "phrase":
        return any(term.word in fold(phrase) for phrase in text.key_phrases)
    own = {"company": text.company, "position": text.position}.get(term.where, "")
    if own:
        return term.word in fold(own)
    return text.id in holding.get(term.typed, ()) or text.contact_id in people[term]


def ask_fits(term: Term, ask: Ask, project: str, people: Fitting) -> bool:
    """`project` is the title of the one the ask is about, '' when it is about none."""
    state = state_of(ask)
    match term.where:
        case "ask":
            return term.word in state.value
        case "project" if project:
            return term.word in fold(project)
        case "":
            said = fold(f"{state.value} {state.label} {project} {ask.focus}")
            return term.word in said or ask.contact_id in people[term]
    return ask.contact_id in people[term]


def project_fits(term: Term, project: Project, people: Fitting) -> bool:
    """What it is called and was about, or anybody in it."""
    if term.where == "project":
        return term.word in fold(project.title)
    said = fold(f"{project.title} {project.kind.value} {project.about}")
    if term.where in _FREE and term.word in said:
        return True
    return any(member.contact_id in people[term] for member in project.members)
