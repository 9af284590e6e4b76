"""Cues of context: how, where, when and for how long the writer knew the person."""

from recco_tui.writing.cues.pattern import Cue

CONTEXT: tuple[Cue, ...] = (
    Cue("context.work-with", "WORKV", r"~2 (?:with|for|under|alongside|beside|together)"),
    Cue("context.work-with-at", "WORKV", r"~2 (?:with|for|under|alongside)~6 (?:at|in|from) {CAP}"),
    Cue(
        "context.work-with-on",
        "WORKV",
        r"~1 (?:with|for|under|alongside)~5 (?:on|in|for|during) (?:a|an|the|our|my|several|"
        r"many|multiple|various|some|few|two|three|different|numerous)\b",
    ),
    Cue("context.work-with-piece", "WORKV", r"~2 (?:with|for|under|alongside|on|in)~8 {WORKPIECE}"),
    Cue("context.work-with-period", "WORKV", r"~1 (?:with|for|under|alongside)~5 {PERIOD}"),
    Cue(
        "context.work-with-as",
        "WORKV",
        r"~1 (?:with|for|under|alongside)~4 as (?:a|an|the|my|our)",
    ),
    Cue("context.work-with-time", "WORKV", r"~1 (?:with|for|under)~5 (?:when|while|during|since)"),
    Cue(
        "context.we-worked",
        "we",
        r"~2 (?:worked|work|collaborated|partnered|teamed|built|studied)",
    ),
    Cue(
        "context.and-i-worked",
        "and",
        r" (?:i|me)~1 (?:worked|work|collaborated|were|studied|have)",
    ),
    Cue("context.together", "together"),
    Cue("context.together-at", "together", r"~2 (?:at|on|in|for|as|during|to)"),
    Cue("context.i-worked", "i", r"(?:'ve)?~2 (?:worked|work|working|collaborated|partnered)"),
    Cue(
        "context.had-pleasure",
        "had have enjoyed",
        r"~2 (?:pleasure|opportunity|privilege|chance|honou?r|fortune|joy|luck|experience|"
        r"delight)~4 (?:to|of|in|working|that|as)",
    ),
    Cue(
        "context.pleasure-of",
        "pleasure opportunity privilege chance honor honour fortune",
        r" (?:of|to)~1 (?:work|working|collaborat\w+|lead\w*|manag\w+|supervis\w+|know\w*|be|"
        r"being|hav\w+|mentor\w+|teach\w*|observ\w+|partner\w*|hir\w+|report\w*)",
    ),
    Cue("context.at-cap", "at", r" {CAP}"),
    Cue("context.in-cap", "in", r" (?:the )?{CAP}"),
    Cue("context.for-cap", "for", r" (?:the )?{CAP}"),
    Cue("context.the-cap-piece", "the our", r" {CAP}~2 {WORKPIECE}"),
    Cue("context.during-time", "during throughout over in", r"~2 {TENURE}"),
    Cue("context.during-our", "during throughout over", r" (?:his|her|their|our|my|this|that|the)"),
    Cue(
        "context.when-we",
        "when while whilst since after before",
        r" (?:he|she|we|i|they|{CAP})~1 (?:was|were|am|worked|first|joined|join|started|began|"
        r"met|had)",
    ),
    Cue(
        "context.while-at",
        "when while whilst",
        r"~2 (?:at|working|studying|serving|employed|leading|managing|building|interning|in)",
    ),
    Cue(
        "context.for-period",
        "for over almost nearly past last about around than",
        r"~4 (?:{PERIOD}|decades?)",
    ),
    Cue("context.years-now", "years months", r"~2 (?:now|together|ago|at|as|in|on|and)"),
    Cue("context.since-year", "since in from until between", r"~1 (?:19|20)\d\d"),
    Cue("context.in-month", "in since from until during", r" {MONTHNAME}"),
    Cue("context.report", "report reported reporting reports", r"~1 (?:to|directly)"),
    Cue("context.my-boss", "my our", r"~2 {BOSS}"),
    Cue("context.my-mate", "my our", r"~2 {MATE}"),
    Cue("context.was-boss", "was is been were as being", r" (?:my|our|the|a|an)~3 {BOSS}"),
    Cue("context.was-my", "was is been were became", r" (?:my|our|one of (?:my|our|the))"),
    Cue("context.as-my", "as", r" (?:my|our|his|her|their)~2 (?:{BOSS}|{MATE}|{JOB})"),
    Cue("context.as-a-job", "as", r" (?:a|an|the|our|my)~4 (?:{BOSS}|{JOB})"),
    Cue("context.i-led", "i we", r"(?:'ve)?~2 {LEADV}"),
    Cue("context.i-hired", "i we", r"(?:'ve)?~2 {HIREV}"),
    Cue(
        "context.hired-to",
        "hired engaged contracted recruited asked employed",
        r"~4 (?:to|for|as)",
    ),
    Cue("context.he-led-my", "LEADV", r" (?:me|us|my|our)"),
    Cue(
        "context.he-led-the",
        "led leads leading headed heading managed",
        r"~1 (?:the|our|a)~4 (?:team|development|project|group|department|design|effort|"
        r"company)",
    ),
    Cue(
        "context.tutored",
        "tutored taught tutoring tutor teaching helped coached worked",
        r"~1 (?:with )?(?:my|our|both)~2 {FAMILY}",
    ),
    Cue("context.family", "my our", r"~1 {FAMILY}"),
    Cue("context.joined", "joined join joining", r"~1 (?:our|my|the|us|as|{CAP})"),
    Cue("context.served-as", "served serving serves acted worked works working", r"~2 as"),
    Cue(
        "context.role-on",
        "member part lead leader head",
        r" (?:of|on|for) (?:my|our|the|a|his|her)",
    ),
    Cue(
        "context.same",
        "same",
        r"~2 (?:team|company|project|office|class|department|time|group|floor)",
    ),
    Cue("context.known-for", "known know knew", r"~4 (?:for|since|from|through|during|as)~3"),
    Cue(
        "context.met",
        "met met first",
        r"~3 (?:at|when|in|through|during|while|met|worked|encountered)",
    ),
    Cue("context.under", "under", r" (?:my|his|her|their|our|{CAP})"),
    Cue(
        "context.my-team",
        "my",
        r"~2 (?:team|company|organi[sz]ation|department|project|class|classes|course|startup|"
        r"business|internship|website|site|app|thesis|degree|career)",
    ),
    Cue(
        "context.our-team",
        "our",
        r"~2 (?:team|company|organi[sz]ation|department|group|startup|firm)",
    ),
    Cue(
        "context.student",
        "student students intern interns class classes course courses university college "
        "school semester bootcamp academy internship capstone",
    ),
    Cue("context.on-project", "on", r"~5 (?:project|projects|app|platform|website|system|product)"),
    Cue("context.n-pieces", "COUNT different", r"~2 {WORKPIECE}"),
    Cue(
        "context.build-a",
        "to for",
        r"~1 (?:design|build|develop|create|redesign|help|implement|write|make|update|migrate|"
        r"improve)~2 (?:a|an|my|our|the)",
    ),
    Cue("context.closely", "closely directly side alongside"),
    Cue("context.i-saw", "i we", r"(?:'ve)?~2 (?:observed|watched|seen|saw|witnessed|interacted)"),
    Cue("context.with-i-worked", "i've i we", r"~2 (?:worked|working) with"),
    Cue("context.ever-worked", "ever best", r"~1 (?:worked|had|met|known|seen)"),
    Cue("context.where-he", "where when", r" (?:he|she|we|i|they|his|her)"),
    Cue(
        "context.role-title",
        "senior junior lead principal staff chief head assistant",
        r"~2 (?:{JOB}|{BOSS}|officer)",
    ),
    Cue(
        "context.working-relationship",
        "relationship collaboration interactions interaction engagement experience",
        r"~1 (?:with|working|at|on)",
    ),
    Cue(
        "context.past-year",
        "last past this",
        r" (?:year|month|summer|winter|fall|spring|semester)",
    ),
    Cue(
        "context.one-i-worked-with",
        "JOB BOSS MATE managers leads directors mentors freelancers tutors contractors",
        r"~1 (?:that |whom |who )?(?:i|we)(?:'ve)?~2 (?:work|worked|partnered|collaborated|had|"
        r"met|known|hired|used)",
    ),
    Cue(
        "context.worked-times",
        "WORKV",
        r"~2 (?:with|for|alongside)~4 (?:several|multiple|many|few|some|various|different|"
        r"twice|couple|numerous|times|occasions|countless)",
    ),
    Cue(
        "context.worked-with-many",
        "WORKV",
        r"~1 with~2 (?:a lot|many|lots|hundreds|dozens|\d+s?|numerous|countless|other|plenty|"
        r"various|a number)",
    ),
    Cue(
        "context.came-on",
        "came bring brought bringing added assigned introduced referred transferred",
        r"~2 (?:on|onto|aboard|onboard|board|to) (?:our|us|me|my|the|a|board|as|and|to)",
    ),
    Cue("context.with-us", "with", r" us"),
    Cue(
        "context.we-were-doing",
        "i we",
        r" (?:was|were)~1 (?:working|building|writing|developing|leading|running|looking|"
        r"starting|searching|trying|struggling|designing|planning|seeking|managing)",
    ),
    Cue("context.our-piece", "my our", r"~2 {WORKPIECE}"),
    Cue("context.our-org", "our my", r"~3 {ORG}"),
    Cue("context.our-work", "our", r" (?:work|engagement|sessions|time|conversations)"),
    Cue(
        "context.our-relationship",
        "our my",
        r"~2 (?:collaboration|relationship|partnership|acquaintance|association|"
        r"interactions?|experiences?|dealings|friendship|sessions?)",
    ),
    Cue(
        "context.writer-as",
        "as",
        r" (?:a|an|the|his|her|their|our)~5[\s,]+(?:i|we|i'm|i've|we've|my)",
    ),
    Cue("context.assigned", "responsible charge assigned tasked", r" (?:for|of|to|with)"),
    Cue("context.when-our", "when after before since until where", r" (?:i|we|my|our|the)"),
    Cue(
        "context.started",
        "started start began starting",
        r"~3 (?:with|as|at|in|on|out|from|working)",
    ),
    Cue("context.under-me", "under reporting reported", r"~1 (?:my|our|to me|to us|me)"),
    Cue("context.had-as", "have had having has", r"~2 as (?:my|our|a|an|her|his|the)"),
    Cue(
        "context.was-a-client",
        "is was were been",
        r"~1 (?:a|an|my|our)~3 (?:client|customer|colleague|teammate|intern|student|pupil|"
        r"mentor|mentee|manager|boss|contractor|friend|classmate|coworker|supervisor|teacher|"
        r"professor|tutor|employee)",
    ),
    Cue(
        "context.first-role",
        "favorite favourite first only",
        r"~2 (?:{JOB}|{BOSS}|{MATE})",
    ),
    Cue(
        "context.led-our",
        "led lead leading headed heads ran oversaw took",
        r"~4 (?:our|the)~3 (?:department|development|team|project|effort|efforts|group|helm|"
        r"division|initiative|migration|redesign)",
    ),
    Cue(
        "context.sessions-with",
        "sessions session meetings meeting classes lessons projects project conversations reviews",
        r"~1 with (?:him|her|them|{CAP}|my|me|us)",
    ),
    Cue(
        "context.since-day-one",
        "since from",
        r"~1 (?:day|the beginning|the start|beginning|then|early|childhood|college|school|"
        r"university)",
    ),
    Cue("context.knowing", "knowing", r"~2 (?:for|him|her|{CAP})"),
    Cue(
        "context.helped-with-our",
        "helped assisted supported engaged hired worked advised",
        r"~4 (?:our|my)~2 (?:{WORKPIECE}|{ORG}|mvp|launch|build|search|homepage|exams?)",
    ),
    Cue("context.again-with", "again"),
)


def _named(*names: str) -> frozenset[str]:
    return frozenset(f"context.{name}" for name in names)


COLLABORATION = _named(
    "work-with", "we-worked", "and-i-worked", "together", "had-pleasure", "pleasure-of", "i-worked"
)  # fmt: skip
"""cues that two people worked together, which alone tell neither where nor when"""

ANCHORS = {
    "place": _named("work-with-at", "at-cap", "in-cap", "for-cap", "the-cap-piece", "our-team",
                    "my-team", "joined"),
    "time": _named("work-with-period", "work-with-time", "during-time", "when-we", "while-at",
                   "for-period", "years-now", "since-year", "in-month", "past-year", "known-for"),
    "role": _named("report", "my-boss", "my-mate", "was-boss", "as-my", "as-a-job", "i-led",
                   "i-hired", "he-led-my", "under", "tutored", "served-as", "role-on"),
    "piece": _named("work-with-on", "work-with-piece", "on-project", "n-pieces", "student",
                    "build-a"),
}  # fmt: skip
"""what ties a collaboration to a place, time, role or piece of work: cues by kind"""
