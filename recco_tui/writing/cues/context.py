"""Cues of context: how, where, when and for how long the writer knew the person."""

from recco_tui.writing.cues.pattern import Pattern as P

CONTEXT: tuple[P, ...] = (
    P("context.work-with", "WORKV", r"~2 (?:with|for|under|alongside|beside|together)"),
    P("context.work-with-at", "WORKV", r"~2 (?:with|for|under|alongside)~6 (?:at|in|from) {CAP}"),
    P("context.work-with-on", "WORKV", r"~1 (?:with|for|under|alongside)~5 (?:on|in|for|during)"
      r" (?:a|an|the|our|my|several|many|multiple|various|some|few|two|three|different|numerous)\b"),
    P("context.work-with-piece", "WORKV", r"~2 (?:with|for|under|alongside|on|in)~8 {WORKPIECE}"),
    P("context.work-with-period", "WORKV", r"~1 (?:with|for|under|alongside)~5 {PERIOD}"),
    P("context.work-with-as", "WORKV", r"~1 (?:with|for|under|alongside)~4 as (?:a|an|the|my|our)"),
    P("context.work-with-time", "WORKV", r"~1 (?:with|for|under)~5 (?:when|while|during|since)"),
    P("context.we-worked", "we", r"~2 (?:worked|work|collaborated|partnered|teamed|built|studied)"),
    P("context.and-i-worked", "and", r" (?:i|me)~1 (?:worked|work|collaborated|were|studied|have)"),
    P("context.together", "together"),
    P("context.together-at", "together", r"~2 (?:at|on|in|for|as|during|to)"),
    P("context.i-worked", "i", r"(?:'ve)?~2 (?:worked|work|working|collaborated|partnered)"),
    P("context.had-pleasure", "had have enjoyed", r"~2 (?:pleasure|opportunity|privilege|chance|"
      r"honou?r|fortune|joy|luck|experience|delight)~4 (?:to|of|in|working|that|as)"),
    P("context.pleasure-of", "pleasure opportunity privilege chance honor honour fortune",
      r" (?:of|to)~1 (?:work|working|collaborat\w+|lead\w*|manag\w+|supervis\w+|know\w*|be|being"
      r"|hav\w+|mentor\w+|teach\w*|observ\w+|partner\w*|hir\w+|report\w*)"),
    P("context.at-cap", "at", r" {CAP}"),
    P("context.in-cap", "in", r" (?:the )?{CAP}"),
    P("context.for-cap", "for", r" (?:the )?{CAP}"),
    P("context.the-cap-piece", "the our", r" {CAP}~2 {WORKPIECE}"),
    P("context.during-time", "during throughout over in", r"~2 {TENURE}"),
    P("context.during-our", "during throughout over", r" (?:his|her|their|our|my|this|that|the)"),
    P("context.when-we", "when while whilst since after before",
      r" (?:he|she|we|i|they|{CAP})~1 (?:was|were|am|worked|first|joined|join|started|began|met|had)"),
    P("context.while-at", "when while whilst", r"~2 (?:at|working|studying|serving|employed|leading"
      r"|managing|building|interning|in)"),
    P("context.for-period", "for over almost nearly past last about around than",
      r"~4 (?:{PERIOD}|decades?)"),
    P("context.years-now", "years months", r"~2 (?:now|together|ago|at|as|in|on|and)"),
    P("context.since-year", "since in from until between", r"~1 (?:19|20)\d\d"),
    P("context.in-month", "in since from until during", r" {MONTHNAME}"),
    P("context.report", "report reported reporting reports", r"~1 (?:to|directly)"),
    P("context.my-boss", "my our", r"~2 {BOSS}"),
    P("context.my-mate", "my our", r"~2 {MATE}"),
    P("context.was-boss", "was is been were as being", r" (?:my|our|the|a|an)~3 {BOSS}"),
    P("context.was-my", "was is been were became", r" (?:my|our|one of (?:my|our|the))"),
    P("context.as-my", "as", r" (?:my|our|his|her|their)~2 (?:{BOSS}|{MATE}|{JOB})"),
    P("context.as-a-job", "as", r" (?:a|an|the|our|my)~4 (?:{BOSS}|{JOB})"),
    P("context.i-led", "i we", r"(?:'ve)?~2 {LEADV}"),
    P("context.i-hired", "i we", r"(?:'ve)?~2 {HIREV}"),
    P("context.hired-to", "hired engaged contracted recruited asked employed", r"~4 (?:to|for|as)"),
    P("context.he-led-my", "LEADV", r" (?:me|us|my|our)"),
    P("context.he-led-the", "led leads leading headed heading managed",
      r"~1 (?:the|our|a)~4 (?:team|development|project|group|department|design|effort|company)"),
    P("context.tutored", "tutored taught tutoring tutor teaching helped coached worked",
      r"~1 (?:with )?(?:my|our|both)~2 {FAMILY}"),
    P("context.family", "my our", r"~1 {FAMILY}"),
    P("context.joined", "joined join joining", r"~1 (?:our|my|the|us|as|{CAP})"),
    P("context.served-as", "served serving serves acted worked works working", r"~2 as"),
    P("context.role-on", "member part lead leader head", r" (?:of|on|for) (?:my|our|the|a|his|her)"),
    P("context.same", "same", r"~2 (?:team|company|project|office|class|department|time|group|floor)"),
    P("context.known-for", "known know knew", r"~4 (?:for|since|from|through|during|as)~3"),
    P("context.met", "met met first", r"~3 (?:at|when|in|through|during|while|met|worked|encountered)"),
    P("context.under", "under", r" (?:my|his|her|their|our|{CAP})"),
    P("context.my-team", "my", r"~2 (?:team|company|organi[sz]ation|department|project|class|classes"
      r"|course|startup|business|internship|website|site|app|thesis|degree|career)"),
    P("context.our-team", "our", r"~2 (?:team|company|organi[sz]ation|department|group|startup|firm)"),
    P("context.student", "student students intern interns class classes course courses university "
      r"college school semester bootcamp academy internship capstone"),
    P("context.on-project", "on", r"~5 (?:project|projects|app|platform|website|system|product)"),
    P("context.n-pieces", "COUNT different", r"~2 {WORKPIECE}"),
    P("context.build-a", "to for", r"~1 (?:design|build|develop|create|redesign|help|implement|write"
      r"|make|update|migrate|improve)~2 (?:a|an|my|our|the)"),
    P("context.closely", "closely directly side alongside"),
    P("context.i-saw", "i we", r"(?:'ve)?~2 (?:observed|watched|seen|saw|witnessed|interacted)"),
    P("context.with-i-worked", "i've i we", r"~2 (?:worked|working) with"),
    P("context.ever-worked", "ever best", r"~1 (?:worked|had|met|known|seen)"),
    P("context.where-he", "where when", r" (?:he|she|we|i|they|his|her)"),
    P("context.role-title", "senior junior lead principal staff chief head assistant", r"~2 (?:{JOB}|{BOSS}|officer)"),
    P("context.working-relationship", "relationship collaboration interactions interaction "
      r"engagement experience", r"~1 (?:with|working|at|on)"),
    P("context.past-year", "last past this", r" (?:year|month|summer|winter|fall|spring|semester)"),
    P("context.again-with", "again"),
)  # fmt: skip


def _named(*names: str) -> frozenset[str]:
    return frozenset(f"context.{name}" for name in names)


MEETINGS = _named(
    "work-with", "we-worked", "and-i-worked", "together", "had-pleasure", "pleasure-of", "i-worked"
)  # fmt: skip
"""cues that two people worked together, which alone say neither where nor when"""

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
"""what ties a meeting down: cues by kind"""
