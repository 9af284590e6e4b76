"""Slips of the keyboard: a word twice, a word misspelled, two pronouns for one person."""

import re
from collections.abc import Iterator

from recco_tui.writing import model
from recco_tui.writing.findings import Finding, Severity
from recco_tui.writing.lazy_regex import LazyRegex
from recco_tui.writing.names import same_person
from recco_tui.writing.rules.subject import Subject
from recco_tui.writing.words import Word

_DOUBLED = LazyRegex(
    r"(?<![\w'’-])(the|a|an|to|of|and|is|was|for|with|he|she|they|we|i|our|my|his|at|by|as|be|this|are|or"
    r"|will|would|have|has|from|you|your|but|can|me|us|when|if|also|who|which|their|\w{5,})(\s+)\1(?![\w'’-])",
    re.IGNORECASE,
)
_MEANT_TWICE = frozenset(
    ["really", "never", "always", "super", "great", "hello", "thanks", "there", "bravo", "again"]
)
_SAID = LazyRegex(r"\b(?:what|that|it|all)\b", re.IGNORECASE)
"""before "is is": "What it is is hard to say" """
_BEFORE_THINGS = frozenset(
    ["at", "in", "on", "the", "our", "from", "during", "a", "an", "of", "me"]
)
_MISSPELLED = """
teh the; adn and; recieve receive; recieved received; recomend recommend; reccomend recommend
reccommend recommend; recommed recommend; recomended recommended; recomending recommending
reccomended recommended; recomendation recommendation; reccomendation recommendation
recommendacion recommendation; recomand recommend; definately definitely; definitly definitely
definatly definitely; defiantely definitely; seperate separate; seperately separately
occured occurred; occuring occurring; acheive achieve; acheived achieved; acheivement achievement
beleive believe; belive believe; untill until; wich which; whitch which; thier their; alot a lot
collegue colleague; collegues colleagues; colleage colleague; coleague colleague
experiance experience; experince experience; knowledgable knowledgeable
knowlegeable knowledgeable; knowledgeble knowledgeable; knowlege knowledge
accomodate accommodate; accomodating accommodating; succesful successful; sucessful successful
successfull successful; succesfully successfully; sucessfully successfully; sucess success
proffesional professional; profesional professional; proffessional professional
responsability responsibility; responsibilty responsibility; excelent excellent
excellant excellent; enviroment environment; enviornment environment; independant independent
managment management; developement development; tecnical technical; truely truly
greatful grateful; priviledge privilege; privelege privilege; commitement commitment
committment commitment; tommorow tomorrow; tommorrow tomorrow; neccessary necessary
necesary necessary; maintainance maintenance; persistant persistent; perserverance perseverance
refered referred; suprise surprise; suprised surprised; writting writing; begining beginning
comming coming; existance existence; freind friend; happend happened; immediatly immediately
intresting interesting; oppurtunity opportunity; oportunity opportunity; opertunity opportunity
opportunites opportunities; publically publicly; relevent relevant; similiar similar
strenght strength; usefull useful; helpfull helpful; wonderfull wonderful; skillfull skillful
carefull careful; greatfull grateful; thoughtfull thoughtful; whith with; wth with; becuase because
becasue because; freindly friendly; dedicaton dedication; enthusiam enthusiasm
enthusiatic enthusiastic; liason liaison; guidence guidance; excercise exercise
consistantly consistently; consistant consistent; effecient efficient; efficent efficient
comunication communication; communcation communication; communicaton communication
reliabe reliable; talanted talented; inteligent intelligent; intelligant intelligent
acknowlege acknowledge; apreciate appreciate; appriciate appreciate
appreicate appreciate; atention attention; attenion attention; challange challenge
challanges challenges; challanging challenging; colaborate collaborate; colaboration collaboration
collaberate collaborate; collaberation collaboration; delivary delivery; finaly finally
impliment implement; implimented implemented; improvment improvement; leadershp leadership
postive positive; possitive positive; probelm problem; probelms problems; qaulity quality
qualites qualities; throughly thoroughly; togehter together; togather together; trully truly
usualy usually; valueable valuable; realy really; wheather whether; wouldnt wouldn't
couldnt couldn't; didnt didn't; doesnt doesn't; dont don't
"""
_HE = frozenset(["he", "him", "his", "himself", "he's", "he'd", "he'll"])
_SHE = frozenset(["she", "her", "hers", "herself", "she's", "she'd", "she'll"])
_OTHERS_WORDS = """
son sons daughter daughters kid kids child children wife husband mother father mom mum dad parents
brother sister man woman men women boy boys girl girls guy lady ladies partner friend friends mr
mrs ms miss client clients customer customers boss bosses manager managers colleague colleagues
student students teacher teachers teammate teammates everyone everybody anyone someone each another
other others person people who one pair both mentor mentors candidate assistant patient patients
owner owners boyfriend girlfriend fiance nephew niece grandson granddaughter family
instructor intern interns engineer engineers developer developers designer designers team either or
"""
_OTHERS = frozenset(_OTHERS_WORDS.split())


def _corrections() -> dict[str, str]:
    pairs = filter(None, map(str.strip, _MISSPELLED.replace("\n", ";").split(";")))
    return {wrong: right for wrong, _, right in (pair.partition(" ") for pair in pairs)}


CORRECTIONS = _corrections()


def slips(subject: Subject) -> Iterator[Finding]:
    """slip: hints on a word written twice and on common misspellings."""
    for at, sentence in enumerate(subject.sentences):
        for match in _DOUBLED.finditer(sentence.text):
            word = match[1]
            is_name = word[0].isupper() and match[0].split()[1][0].isupper()
            said = word.lower() == "is" and _SAID.search(sentence.text[: match.start()])
            if is_name or said or word.lower() in _MEANT_TWICE:
                continue
            yield subject.finding_in(
                at, "slip", Severity.HINT, f"“{match[0]}” is doubled", word, span=match.span()
            )
        for word in subject.words(sentence):
            right = CORRECTIONS.get(word.text)
            if right and not word.capital:
                wrong = sentence.text[word.start : word.end]
                yield subject.finding_in(
                    at,
                    "slip",
                    Severity.HINT,
                    f"typo: “{wrong}”",
                    right,
                    span=(word.start, word.end),
                )


def two_pronouns(subject: Subject) -> Iterator[Finding]:
    """slip: a hint where one person is he and she, and no one else is in the text."""
    said: list[tuple[int, Word, str]] = []
    others: set[str] = set()
    for at, sentence in enumerate(subject.sentences):
        reading = model.reading(sentence.text)
        before = ""
        for word, normalized in zip(reading.words, reading.normalized, strict=True):
            bare = word.text.removesuffix("'s")
            if bare in _OTHERS:
                return
            is_name = normalized.startswith("<name") and before not in _BEFORE_THINGS
            if is_name and not same_person(bare, subject.names):
                others.add(bare)
            before = word.text
            if word.text in _HE or word.text in _SHE:
                said.append((at, word, "he" if word.text in _HE else "she"))
    if not said or len(others) > (0 if subject.names else 1):
        return
    first = said[0][2]
    for at, word, kind in said:
        if kind != first:
            shown = subject.sentences[at].text[word.start : word.end]
            message = f"“{shown}”, but earlier “{first}”"
            span = (word.start, word.end)
            yield subject.finding_in(at, "slip", Severity.HINT, message, span=span)
            return
