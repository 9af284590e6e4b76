"""Details of a text that are true or not: names, places, tools, titles, dates and numbers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from recco_tui.core.names import fold
from recco_tui.writing import model, vocabulary
from recco_tui.writing.language import is_english
from recco_tui.writing.lazy_regex import LazyRegex
from recco_tui.writing.sentences import split

_TOKEN = LazyRegex(r"[^\W_]+(?:[.'’&+#/-][^\W_]+)*(?:\+\+|#)?")
_MONTHS_WORDS = """
january february march april may june july august september october november december
"""
MONTHS = tuple(_MONTHS_WORDS.split())
_MONTH = "|".join(f"{month}|{month[:3]}" for month in MONTHS)
_DAYS_WORDS = "monday tuesday wednesday thursday friday saturday sunday"
WEEKDAYS = tuple(_DAYS_WORDS.split())
SEASONS = {"spring": (3, 4, 5), "summer": (6, 7, 8), "autumn": (9, 10, 11), "winter": (12, 1, 2)}
"""The months of each, as most of those who write English on LinkedIn have them."""
DATE = LazyRegex(
    rf"\b(?:\d{{4}}-\d\d-\d\d"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?(?:{_MONTH}|sept)\b(?:\.?,?\s\d{{4}})?"
    rf"|(?:{_MONTH}|sept)\b\.?\s\d{{1,2}}(?:st|nd|rd|th)?\b(?!\s?%)(?:,?\s\d{{4}})?"
    rf"|(?:early |mid-?|late )?(?-i:[A-Z])(?:{'|'.join(month[1:] for month in MONTHS)})\b"
    r"(?:\s(?:of\s)?\d{4})?"
    rf"|(?:{'|'.join(WEEKDAYS)})s?\b"
    r"|(?:(?:last|this|that|in the|over the) )?(?:early |mid-?|late )?"
    r"(?:spring|summer|autumn|fall|winter)(?: of)? \d{4}"
    r"|(?:last|this|that|in the|over the) (?:spring|summer|autumn|fall|winter)\b"
    r"|q[1-4](?:\s(?:of\s)?\d{4})?|(?:19|20)\d\ds?|\d{1,2}(?::\d\d)?\s?[ap]\.?m\b\.?)",
    2,
)
_TOOLS_WORDS = """
airflow airtable android angular ansible asana autocad aws azure bash bigquery blender bootstrap
cassandra chatgpt circleci clickup confluence cypress databricks datadog dbt django docker
dynamodb elasticsearch electron elixir excel fastapi figma firebase flask flutter gcp git github
gitlab golang grafana graphql hadoop haskell heroku hubspot illustrator indesign ios jenkins jest
jira jquery julia jupyter kafka keras kotlin kubernetes k8s lambda langchain laravel linux looker
magento mailchimp mariadb matlab maven mongodb mongo mysql neo4j netlify nextjs nginx node.js nodejs
numpy openai openshift oracle pandas perl photoshop php playwright postgres postgresql postman
powerbi powerpoint powershell prometheus pytest python pytorch quickbooks rabbitmq rails react
redis redshift redux revit salesforce sap sass scala scrum selenium servicenow
shopify sketchup snowflake solidworks spss sql sqlite storybook stripe supabase svelte
swift tableau tailwind tensorflow terraform trello typescript javascript vercel vue webpack
wordpress xcode zapier zendesk c++ c# kanban agile canva rust ruby go spark express notion slack
google microsoft facebook netflix youtube instagram tiktok github copilot
"""
_TOOLS = frozenset(_TOOLS_WORDS.split())
_ALSO_PLAIN_WORDS = """
excel react swift snowflake lambda bash rails redux bootstrap stripe electron oracle julia
asana flask blender agile perl sap sass jest maven prometheus cypress rust ruby go spark express
notion slack illustrator
"""
_ALSO_PLAIN = frozenset(_ALSO_PLAIN_WORDS.split())
"""Tools whose names are words too: they are tools behind `_WITH_TOOL`."""
_WITH_TOOL = frozenset(["in", "using", "with", "via", "our", "on"])
_SENIORITY = (
    "senior|junior|lead|principal|staff|chief|deputy|associate|assistant|vice|executive|regional|"
    "managing|interim|acting|charge|head"
)
_FIELD = (
    "data|product|project|program|programme|software|sales|marketing|security|front-?end|back-?end|"
    "full-?stack|machine learning|cloud|site|site reliability|platform|systems?|network|test|qa|ux|"
    "ui|web|mobile|business|account|customer success|content|brand|creative|art|technical|tech|"
    "engineering|operations|finance|financial|hr|human resources|research|design|devops|scrum|"
    "office|store|shift|team|group|community|event|supply chain|logistics|clinical|nursing|quality|"
    "solutions?|information|legal|policy|development|growth|communications?|media|video|training|"
    "academic|student|general|area|district|country|ward|night|production|plant|line|art|music"
)
_ROLE = (
    "engineer|developer|designer|architect|analyst|scientist|manager|director|officer|president|"
    "administrator|consultant|specialist|strategist|coordinator|supervisor|recruiter|accountant|"
    "auditor|nurse|surgeon|physician|pharmacist|lawyer|attorney|paralegal|professor|lecturer|"
    "instructor|researcher|editor|copywriter|producer|translator|technician|tester|programmer|"
    "representative|rep|executive|buyer|planner|lead|leader|master|owner|chef|secretary|treasurer|"
    "foreman|inspector|superintendent|fellow|partner|writer|teacher|coach|trainer|evangelist|"
    "associate|assistant|advisor|adviser|controller|bookkeeper|carpenter|electrician|plumber"
)
_BARE_ROLE = (
    "engineer|developer|designer|architect|analyst|scientist|manager|director|administrator|"
    "consultant|supervisor|recruiter|accountant|auditor|nurse|surgeon|physician|pharmacist|lawyer|"
    "attorney|professor|lecturer|editor|copywriter|producer|technician|tester|programmer|"
    "foreman|inspector|treasurer|electrician|plumber"
)
"""Titles also without anything before them; the others are used of character, too."""
TITLE = LazyRegex(
    r"\b(?:(?:vice president|director|head|vp|chief|dean|chair)\sof\s(?:[a-z]+\s(?=and\s))?[a-z]+"
    rf"|(?:{_SENIORITY})\s(?:(?:{_FIELD})\s){{0,2}}(?:{_ROLE})"
    rf"|(?:{_FIELD})\s(?:(?:{_FIELD})\s)?(?:{_ROLE})"
    r"|chief [a-z]+ officer|ceo|cto|cfo|coo|cio|cmo|ciso|s?vp|evp|vice president|ph\.?d|mba"
    r"|m\.?sc|b\.?sc|(?:co-?)?founder|(?:master|bachelor)['’]?s(?: degree)?|doctorate"
    r"|valedictorian|chairman|chairwoman|chairperson|professor|surgeon|physician|attorney|cpa|cfa"
    rf"|(?<=as a )(?:{_BARE_ROLE})|(?<=as an )(?:{_BARE_ROLE})|(?<=as our )(?:{_BARE_ROLE})"
    rf"|(?<=promoted to )(?:{_ROLE})|(?<=our )(?:{_BARE_ROLE})"
    rf"|(?<=the )(?:{_BARE_ROLE})(?= (?:at|of|for) )"
    r")(?![\w-])",
    2,
)
_WISHED = LazyRegex(
    r"\b(?:any|every|another|future|next|needs?|needing|looking for|seeking|want|wants|wanting|"
    r"like|"
    r"(?:hire|recommend|endorse|rehire)\b[^.;,]*\b(?:as|for|to))\s(?:an?\s|your\s)?(?:\w+\s){0,2}\Z",
    2,
)
"""Before a title that nobody is said to have: "any team that needs a senior engineer"."""
_JOINING = frozenset(["of", "and", "the", "&", "for", "at"])
_EVERYWHERE_WORDS = """
linkedin i i'm i've i'd i'll ok api apis ui ux qa hr it pr pdf faq id tv ps asap mr mrs ms dr hi
hey hello dear internet u.s us a
"""
_EVERYWHERE = frozenset(_EVERYWHERE_WORDS.split())
_STARTERS_WORDS = """
also although am another anyone anybody anything apart are as aside at because before behind being
believe beside besides between beyond both but by call can cannot clear colleagues come coming
congratulations could count deadlines despite did didn't do does doing don't down due during each
early either else even ever everybody everyone everything few fewer finally first for from further
give given glad go got grateful great had half happy hardly has have having he he's hence her here
hers herself hi hiring his how however if in indeed inside instead into is isn't it it's its
itself just knowing last lastly later let let's like little long look looking lots luckily many may
maybe me meeting meetings might more moreover most mostly much must my myself nearly needless
neither never nevertheless next no nobody none nor not nothing now of off often oh on once one
only onto or other others otherwise our ours out outside over overall people perhaps personally
plain please plus quick quickly quiet quietly quite rarely rather regardless say second secondly
see seeing seldom several shall she she's short should simply since so some somebody somehow
someone something sometimes soon still such sure take teams tell thank thanks that that's the
their theirs them themselves then there there's therefore these they they're third this those
though through throughout thus tickets time to today together tomorrow too toward towards tough
under unlike until up upon us users very was watching we we'd we'll we're we've well were what
what's whatever when whenever where whereas wherever whether which whichever while who whoever
whole whom whose why will wish with within without won't words working would years yes yesterday
yet you you'd you'll you're you've your yours yourself trust ask anytime hire customers calls
she'd he'd they'd they've mum prof halfway meanwhile callers drivers greetings amongst feels hats
"""
_STARTERS = frozenset(_STARTERS_WORDS.split())
_PLAIN_ENDINGS = ("ing", "ly", "ness", "able", "ible", "ful", "ment", "ed", "ive")
"""Of words that hardly any name has: "Warmly", "Resourcefulness"."""
_NAMES_WITH_ONE = frozenset(
    ["boeing", "emily", "kelly", "sally", "molly", "beijing", "italy", "holly"]
)
_BULLETS = frozenset("\n“\"'‘(–—-•:;[")


@dataclass(frozen=True, slots=True)
class Token:
    """A word as it stands; `key` is folded and without a possessive."""

    start: int
    end: int
    text: str
    key: str
    first: bool
    """Whether a sentence, a line or a quotation begins with it: its capital says nothing."""


@dataclass(frozen=True, slots=True)
class Detail:
    """Words at a place; all of `keys` must be known for it to be."""

    start: int
    end: int
    keys: tuple[str, ...]


def tokens(text: str) -> Iterator[Token]:
    """The words of a text; "React-based" is two, "Node.js" and "C++" are one."""
    starts = {sentence.start for sentence in split(text)}
    for match in _TOKEN.finditer(text):
        start = match.start()
        before = text[:start].rstrip(" ")
        first = start in starts or not before or before[-1] in _BULLETS
        for piece, at in _pieces(match[0]):
            yield Token(start + at, start + at + len(piece), piece, key_of(piece), first and not at)


def _pieces(word: str) -> Iterator[tuple[str, int]]:
    at = 0
    for piece in word.split("-"):
        if piece:
            yield piece, at
        at += len(piece) + 1


def key_of(word: str) -> str:
    """The word as it is looked up: folded, without a possessive."""
    bare = word.replace("’", "'")
    return fold(bare[:-2] if bare[-2:].casefold() == "'s" else bare.rstrip("'"))


def names(text: str) -> Iterator[Detail]:
    """People, places, firms and tools: runs of words with a capital, and tools without one."""
    found = list(tokens(text))
    english = is_english(text)
    run: list[Token] = []
    for at, token in enumerate(found):
        if _is_name(found, at, english):
            if run and not _joined(text, run[-1], token):
                yield _detail(run)
                run = []
            run.append(token)
    if run:
        yield _detail(run)


def _detail(run: Sequence[Token]) -> Detail:
    return Detail(run[0].start, run[-1].end, tuple(token.key for token in run))


def _joined(text: str, before: Token, after: Token) -> bool:
    between = text[before.end : after.start]
    words = between.split()
    return (
        between.isspace()
        or between in ("-", "/", "&")
        or (len(words) == 1 and words[0] in _JOINING and "," not in between)
    )


def _is_name(found: Sequence[Token], at: int, english: bool) -> bool:
    token = found[at]
    word = token.text
    if token.key in _EVERYWHERE or not any(map(str.isalpha, word)):
        return False
    before = found[at - 1].key if at else ""
    if token.key in _TOOLS and (token.key not in _ALSO_PLAIN or before in _WITH_TOOL):
        return True
    inner = any(map(str.isupper, word[1:]))
    if inner and not (len(word) > 3 and word.isupper() and word.casefold() in _common()):
        return True
    if not word[0].isupper() or not english:
        return False
    if not token.first:
        return True
    plain = token.key.endswith(_PLAIN_ENDINGS) and token.key not in _NAMES_WITH_ONE
    return not plain and word.casefold().replace("’", "'") not in _common()


@cache
def _common() -> frozenset[str]:
    """Words that may begin a sentence and are no name."""
    families = {word for word in vocabulary.FAMILIES_OF if word not in _TOOLS}
    return _STARTERS | families | frozenset(model.load_weights().words)


def titles(text: str) -> Iterator[Detail]:
    """Positions and degrees that somebody is said to have, with or without capitals."""
    for match in TITLE.finditer(text):
        if not _WISHED.search(text[max(0, match.start() - 60) : match.start()]):
            words = [token.key for token in tokens(match[0]) if token.key not in _JOINING]
            yield Detail(*match.span(), tuple(words))
