"""Which parts each sentence of a text carries, how sure that is, and which words are the reason.

A recommendation's parts come from the model, an ask's from patterns.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from recco_tui.core.models import TextKind
from recco_tui.writing import model
from recco_tui.writing.cue_lists import RESULTS
from recco_tui.writing.evidence import Evidence
from recco_tui.writing.features import Reading
from recco_tui.writing.lazy_regex import LazyRegex
from recco_tui.writing.model import Four
from recco_tui.writing.no_impact import carries_none, is_advised
from recco_tui.writing.parts import AnyPart, AskPart, Cue, Part, State, Tag
from recco_tui.writing.possible_impact import may_be_impact
from recco_tui.writing.sentences import Sentence

PARTS: Mapping[TextKind, tuple[AnyPart, ...]] = {
    TextKind.RECOMMENDATION: tuple(Part),
    TextKind.ASK: tuple(AskPart),
}
"""the parts of each kind of text, in the order that tags and states come in"""


def tag(
    sentences: Sequence[Sentence], kind: TextKind, evidence: Evidence | None = None
) -> tuple[tuple[Tag, ...], ...]:
    """recco's own reading, before the writer's claims: for each sentence a tag for each part.

    `evidence` is what the second reader says of a recommendation's sentences.
    """
    if kind is TextKind.ASK:
        return tuple(_ask_tags(sentence, at) for at, sentence in enumerate(sentences))
    texts = tuple(sentence.text for sentence in sentences)
    chances = model.probabilities(texts, evidence=evidence)
    return tuple(
        _skills_where_shown(
            tuple(
                _tag(sentence, index, _certain(sentence.text, index, chance, evidence))
                for index, chance in enumerate(four)
            )
        )
        for sentence, four in zip(sentences, chances, strict=True)
    )


def _skills_where_shown(tags: tuple[Tag, ...]) -> tuple[Tag, ...]:
    """The tags with skills in doubt where another part explains the words: "She cut our bill" tells
    of impact, and is right as often as wrong about a skill."""
    skills = tags[_SKILLS]
    explained = any(tag.state is State.SURE for tag in tags if tag is not skills)
    if explained and skills.state is State.SURE and skills.probability < _SHOWN:
        return (*tags[:_SKILLS], replace(skills, state=State.UNSURE), *tags[_SKILLS + 1 :])
    return tags


def untagged(sentences: Sequence[Sentence], kind: TextKind) -> tuple[tuple[Tag, ...], ...]:
    """No reading at all: the tags of a text that is not English, for the writer to set."""
    return tuple(tuple(Tag(part, State.ABSENT, 0.0) for part in PARTS[kind]) for _ in sentences)


def states_in_text(kind: TextKind, sentences: Sequence[tuple[Tag, ...]]) -> tuple[State, ...]:
    """The parts in the text as a whole, from the tags on all sentences (claims included).

    SURE when a sentence carries it, UNSURE when one may: the text need not be called incomplete.
    """
    columns = [[tags[at] for tags in sentences] for at, _ in enumerate(PARTS[kind])]
    if kind is TextKind.ASK:
        may = (False,) * len(columns)
    else:
        may = model.carried([_open(column) for column in columns])
    return tuple(
        State.SURE
        if any(tag.state is State.SURE for tag in column)
        else State.UNSURE
        if is_possible
        else State.ABSENT
        for column, is_possible in zip(columns, may, strict=True)
    )


def _open(column: Sequence[Tag]) -> list[float]:
    """A part's chances in the sentences, as the writer leaves them."""
    return [1.0 if tag.claimed else tag.probability for tag in column if tag.claimed is not False]


def candidate(
    part: AnyPart, sentences: Sequence[str], tags: Sequence[tuple[Tag, ...]]
) -> int | None:
    """The sentence (from 0) that the writer is asked about: the likeliest of those that may carry
    the part and about which nothing was claimed. None when nothing comes near."""
    near = [
        (tag.state is State.UNSURE, tag.probability, -at)
        for at, (text, of_sentence) in enumerate(zip(sentences, tags, strict=True))
        for tag in of_sentence
        if tag.part is part
        and tag.claimed is None
        and (tag.state is State.UNSURE or (part is Part.IMPACT and _may_tell(text, of_sentence)))
    ]
    return -max(near)[-1] if near else None


def _may_tell(text: str, tags: Sequence[Tag]) -> bool:
    others = (Part.CONTEXT, Part.ENDORSEMENT)
    has_other_part = any(tag.part in others and tag.state is State.SURE for tag in tags)
    return may_be_impact(text, has_other_part=has_other_part)


# Recommendations

_INDEX = {part: index for index, part in enumerate(Part)}
_BY_INDEX = tuple(Part)
_SKILLS = _INDEX[Part.SKILLS]
_SHOWN = 0.6
"""chance from which on skills are shown beside another part"""
_NUMBER = r"(?:\d[\d.,]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty)"
_SPAN = rf"\b{_NUMBER}[ -](?:seconds?|minutes?|hours?|days?|weeks?|months?|percent|dollars|euros)\b"
_BEFORE_AND_AFTER = LazyRegex(rf"{_SPAN}[^.!?]{{3,60}}?{_SPAN}", re.IGNORECASE)
"""two spans of one kind may be a before and after: "Tests that took an hour take four minutes" """
_HEARD = 0.9
"""the chance of a sentence that goes on as recco advised"""
_SHORT, _CONVINCING, _LIKELY = 9, 0.75, 0.3
"""words of a sentence, and from which chance on it is impact without any cue of an effect: when it
is that short, and when it is longer"""
_STANCES = frozenset(
    f"endorsement.{name}"
    for name in (
        *("i-recommend", "highly", "recommend-for", "would-be-lucky", "hire-again"),
        "everyone-wants",
    )
)
"""cues of which at least 97 in 100 are an endorsement in real texts: no reader takes them away"""
_MOST_CUES = 3
_SHORTEST_WORD = 4
"""letters of a word that may be a cue of its own"""


def _certain(text: str, index: int, chance: float, evidence: Evidence | None) -> float:
    """The chance after what is known whatever the model says. A stance in plain words is an
    endorsement. Impact is heard where recco advised the words, possible where they tell a plain
    result, and none where a sentence has not one word of an effect, unless the second reader hears
    one, it is long or the model is convinced."""
    if _BY_INDEX[index] is Part.ENDORSEMENT:
        reading = model.reading(text)
        told = {cue.name for cue in reading.cues} - reading.hypothetical
        return max(chance, model.load_weights().sure[index]) if told & _STANCES else chance
    if _BY_INDEX[index] is not Part.IMPACT:
        return chance
    if is_advised(text):
        return max(chance, _HEARD)
    if carries_none(text):
        return 0.0
    reading, weights = model.reading(text), model.load_weights()
    told = {cue.name for cue in reading.cues if cue.part == Part.IMPACT} - reading.hypothetical
    if _BEFORE_AND_AFTER.search(text):
        return max(chance, weights.unsure[index])
    is_heard = evidence is not None and text in evidence and evidence[text][index] > 0
    if not told and not is_heard:
        enough = _CONVINCING if len(reading.words) <= _SHORT else _LIKELY
        return chance if chance >= enough else 0.0
    return max(chance, weights.unsure[index]) if told & RESULTS else chance


def _tag(sentence: Sentence, index: int, chance: float) -> Tag:
    part, weights = _BY_INDEX[index], model.load_weights()
    if chance < weights.unsure[index]:
        return Tag(part, State.ABSENT, chance)
    state = State.SURE if chance >= weights.sure[index] else State.UNSURE
    cues = tuple(
        _cue(sentence, part, found.start, found.end, found.name)
        for found in _strongest_cues(sentence.text, index)
    )
    return Tag(part, state, chance, cues)


def _cue(sentence: Sentence, part: AnyPart, start: int, end: int, name: str) -> Cue:
    offset = sentence.start
    return Cue(part, sentence.text[start:end], offset + start, offset + end, name)


class _Candidate(NamedTuple):
    """Words that may be shown for a part; offsets into the sentence."""

    weight: float
    start: int
    end: int
    name: str


@lru_cache(maxsize=4096)
def _strongest_cues(text: str, index: int) -> tuple[_Candidate, ...]:
    """The strongest named cues of a part in a sentence, else its strongest single word, in the
    order of the text; cached, because most sentences stay the same while one is typed."""
    reading = model.reading(text)
    if named := _named_cues(reading, index):
        strongest = _without_overlaps(named)[:_MOST_CUES]
    else:
        strongest = _without_overlaps(_words(reading, index))[:1]
    return tuple(sorted(strongest, key=lambda candidate: candidate.start))


def _named_cues(reading: Reading, index: int) -> list[_Candidate]:
    """The named cues that speak for the part: by their own weight and by their share of what the
    number of cues weighs. A hypothetical effect speaks for nothing."""
    part, weights = _BY_INDEX[index], model.load_weights().features
    certain = [cue for cue in reading.cues if cue.name not in reading.hypothetical]
    cues = [cue for cue in certain if cue.part == part]
    counts = [name for name in reading.features if name.startswith(f"n:{part}-")]
    share = sum(_weight(weights, name, index) for name in counts) / max(1, len(cues))
    candidates = [
        _Candidate(_weight(weights, f"c:{cue.name}", index) + share, cue.start, cue.end, cue.name)
        for cue in cues
    ]
    return [candidate for candidate in candidates if candidate.weight > 0]


def _words(reading: Reading, index: int) -> list[_Candidate]:
    """The words that carry meaning; when there is none, all words."""
    features, words = model.load_weights().features, model.load_weights().words
    candidates = [
        _Candidate(
            _weight(features, f"w:{word.text}", index) + _weight(words, word.text, index),
            word.start,
            word.end,
            "word",
        )
        for word in reading.words
    ]
    long = [found for found in candidates if found.end - found.start >= _SHORTEST_WORD]
    return long or candidates


def _without_overlaps(candidates: list[_Candidate]) -> list[_Candidate]:
    """Strongest first, none overlapping a stronger one."""
    kept: list[_Candidate] = []
    for found in sorted(candidates, key=lambda candidate: -candidate.weight):
        if not any(found.start < other.end and other.start < found.end for other in kept):
            kept.append(found)
    return kept


def _weight(rows: Mapping[str, Four], name: str, index: int) -> float:
    row = rows.get(name)
    return row[index] if row else 0.0


# Asks

_ASK_PATTERNS: Mapping[AskPart, LazyRegex] = {
    AskPart.GREETING: LazyRegex(
        r"\A\W*(?:(?:hi|hey|hello|dear|greetings|good (?:morning|afternoon|evening|day)|"
        r"hiya)\b[\s,]*"
        r"(?:again )?(?:(?:dr|mr|mrs|ms|prof|professor)\.? )?[^\W\d_][\w'’-]*|"
        r"[A-Z][\w'’-]+\s*[,!–—:-])",
        re.IGNORECASE,
    ),
    AskPart.TOGETHER: LazyRegex(
        r"\b(?:work(?:ed|ing)?|collaborat\w+|learn(?:ing|ed|t)?|study(?:ing)?|studied|"
        r"build(?:ing)?|built|pair(?:ed|ing)?|teaming"
        r"|partner(?:ed|ing)?|serv(?:ed|ing)|ship(?:ped|ping)|us(?:ing|ed)|being|"
        r"train(?:ed|ing)?)\b(?:\W+[\w'’]+){0,5}?\W+(?:with|together|from|under|alongside|"
        r"beside|for) (?:you|your|me|us|each other|one another|the same)\b"
        r"|\b(?:with|from|under|alongside) you\b(?:\W+[\w'’]+){0,3}?\W+(?:on|in|at|during|"
        r"for|through|when|while|as|about|and)\b"
        r"|\b(?:we|you and i|the two of us)\b(?:['’]ve)?(?:\W+[\w'’]+){0,2}?\W+(?:work|"
        r"built|build|ship|stud|paired|collaborat|made|did|wrote|ran|led|launch|finish|"
        r"deliver|shar|fixed|design|creat|taught|learn|migrat|met\b|were\b|spent|had|put|"
        r"got)"
        r"|\b(?:you|your)\b(?:\W+[\w'’]+){0,3}?\W+(?:my|our|me|"
        r"us)\b(?:\W+[\w'’]+){0,4}?\W+(?:team|project|manager|mentor|capstone|app|class|"
        r"course|bootcamp|internship|sprint|launch|work|code|time|feedback)"
        r"|\bour\b(?:\W+[\w'’]+){0,3}?\W+(?:project|team|time|work|collaboration|"
        r"capstone|sprint|class|course|bootcamp|internship|launch|sessions?|pairing|calls?)\b"
        r"|\byour\b(?:\W+[\w'’]+){0,3}?\W+(?:project|team|work|collaboration|"
        r"capstone|sprint|class|course|bootcamp|internship|launch|sessions?|pairing|"
        r"mentorship|mentoring|guidance|feedback|coaching|lessons?|advice)\b"
        r"|\byour\b(?:\W+[\w'’]+){0,2}?\W+(?:time|help|support|patience)\W+(?:on|with|in|during|"
        r"when|while|through|throughout|as|over)\b(?!\W+(?:this|that|it|advance|my|considering|"
        r"reading|writing)\b)"
        r"|\bteaming up\b|\bwe did it\b"
        r"|\b(?:years|months|weeks|semesters?) (?:in|at|with|on|together)\b"
        r"|\b(?:you|for|your)\b(?:\W+\w+)?\W+(?:help(?:ed|ing)|taught|teaching|mentor(?:ed|ing)"
        r"|guid(?:ed|ing)|coach(?:ed|ing)|manag(?:ed|ing)|review(?:ed|ing)|support(?:ed|ing)"
        r"|show(?:ed|ing))\W+(?:me|us|my|our)\b",
        re.IGNORECASE,
    ),
    AskPart.REQUEST: LazyRegex(
        r"\brecommend(?:ation|ations|ing)?\b|\bendorse(?:ment)?\b|\btestimonial\b|\breference\b"
        r"|\bvouch\b|\bwrit(?:e|ing) (?:me )?(?:one|something|a few|a short|a couple|some|about|it"
        r"|this|that)\b|\b(?:say|share|saying|sharing) (?:a few|a couple|a sentence|some) \w+\b"
        r"|\bput in a (?:good )?word\b",
        re.IGNORECASE,
    ),
    AskPart.FOCUS: LazyRegex(
        r"\banything about\b|\b(?:place|point) to start\b|\bhave in mind\b"
        r"|\b(?:mention\w*|highlight\w*|focus\w*|speak\w* (?:to|of|about)|talk\w* (?:about|"
        r"to|of)|touch\w* on"
        r"|describ\w+|emphasi[sz]\w+|comment\w* on|cover\w*|say something about|say a "
        r"(?:word|few words|line) (?:about|on)"
        r"|share (?:how|what|your)|point(?:ing)? (?:to|out)|refer(?:ring)? to|words? "
        r"(?:about|on)|lines? (?:about|on)"
        r"|tell\w* (?:people |them |others )?(?:about|how|what)|note (?:how|that|my)|"
        r"bring(?:ing)? up|perspective on"
        r"|thoughts on|view of|experience (?:of|with) (?:me|my|how)|particularly|"
        r"especially|specifically)\b"
        r"|\b(?:recommendation|testimonial|one|endorsement|"
        r"it)\b(?:\W+[\w'’]+){0,3}?\W+(?:about|on|regarding|around|for) (?:my|how|our|the|"
        r"what|me|that|your)\b"
        r"|\brecommend (?:me|my)\b(?:\W+[\w'’]+){0,2}?\W+(?:for|as|on)\b",
        re.IGNORECASE,
    ),
    AskPart.THANKS: LazyRegex(
        r"\b(?:thanks?|thank you|thankful|thx|grateful|gratitude|appreciate\w*|"
        r"appreciation|many thanks"
        r"|cheers|means? a lot|mean the world)\b",
        re.IGNORECASE,
    ),
}


def _ask_tags(sentence: Sentence, at: int) -> tuple[Tag, ...]:
    found = _find_ask_parts(sentence.text)
    tags: list[Tag] = []
    for part in AskPart:
        if part not in found or (part is AskPart.GREETING and at > 0):
            tags.append(Tag(part, State.ABSENT, 0.0))
        else:
            tags.append(Tag(part, State.SURE, 1.0, (_cue(sentence, part, *found[part], part),)))
    return tuple(tags)


@lru_cache(maxsize=1024)
def _find_ask_parts(sentence: str) -> Mapping[AskPart, tuple[int, int]]:
    """The ask's parts in a sentence, each with the place of the words that show it."""
    matches = {part: pattern.search(sentence) for part, pattern in _ASK_PATTERNS.items()}
    return {part: match.span() for part, match in matches.items() if match}
