"""Cues of impact on people: what others learned, felt or became through the person."""

from recco_tui.writing.cues.pattern import Cue

IMPACT_ON_PEOPLE: tuple[Cue, ...] = (
    Cue(
        "impact.helped-me-do",
        "HELPV",
        r" (?:me|us|our|the|my|them)~3 (?:to )?(?:be|become|get|grow|{BETTERV}|{DELIVERV}|"
        r"understand|learn|reach|achieve|stay|feel|build|develop|navigate|keep)",
    ),
    Cue(
        "impact.foster",
        "foster fosters fostered fostering cultivate cultivates cultivated creates created "
        "creating creat builds built maintains promotes",
        r"~6 {CULTURE}",
    ),
    Cue(
        "impact.made-difference",
        "made makes make making has had left have",
        r"~4 (?:difference|impact|mark|contributions?|impression|improvements?|strides)",
    ),
    Cue("impact.learned-from", "LEARNV", r"~6 (?:from|under|thanks|through|with|by)"),
    Cue(
        "impact.i-learned",
        "i we i've",
        r"~3 (?:learned|learnt|gained|grew|grown|learn|improved|benefited|benefitted)",
    ),
    Cue(
        "impact.taught-me",
        "taught teaching teaches mentored guided shaped molded inspired inspires inspire "
        "encouraged motivated pushed prepared empowered",
        r" (?:me|us|our|my|everyone|those|the)",
    ),
    Cue(
        "impact.grow-as",
        "grow grew growing develop become become became",
        r"~3 (?:as|into|in|professionally|personally|a|more|better|my|and)",
    ),
    Cue(
        "impact.better-me",
        "better",
        r"~2 (?:engineer|developer|designer|person|teacher|programmer|student|leader|team|"
        r"version|professional|manager)",
    ),
    Cue("impact.confidence", "confidence confident", r"~1 (?:in|to|and|grew|of|as|that|with)"),
    Cue(
        "impact.gave-us",
        "gave gives given giving provided provides brought brings",
        r" (?:me|us|our|them|my|the|him|her)~4",
    ),
    Cue("impact.those-around", "those everyone people anyone", r"~1 (?:around|who)"),
    Cue(
        "impact.inspire",
        "inspire inspires inspired inspiring motivates motivated elevates uplifts empowers "
        "contagious",
    ),
    Cue("impact.impact-on", "impact influence effect difference mark", r"~2 (?:on|in|for|to|at)"),
    Cue(
        "impact.feedback",
        "clients client customers users stakeholders",
        r"~3 (?:loved|love|happy|satisfied|spoke|praised|appreciated|satisfaction|pleased|"
        r"delighted)",
    ),
    Cue(
        "impact.appreciated",
        "appreciate appreciated grateful thankful",
        r"~2 (?:his|her|the|for|how)",
    ),
    Cue(
        "impact.follow-me",
        "followed stuck stayed shaped changed",
        r"~2 (?:me|with|my|our|the|how)",
    ),
    Cue("impact.bar", "bar standard standards example benchmark tone"),
    Cue("impact.morale", "moral morale camaraderie"),
    Cue(
        "impact.we-are-able",
        "we're i'm i'd we'd we've i've they've",
        r"~3 (?:able|now|learned|learnt|gained|grown|achieved|used|using|better|seen)",
    ),
    Cue(
        "impact.award",
        "award awards awarded promotion promoted reward won prize recognition",
    ),
    Cue(
        "impact.spoke-highly",
        "spoke speak speaks reached noted commented complimented raved expressed",
        r"~3 (?:highly|out|that|on|about|appreciation|gratitude)",
    ),
    Cue(
        "impact.stay-on-track",
        "stay stays stayed keep keeps kept remain",
        r"~4 (?:on top|on track|on pace|motivated|focused|engaged|calm|aligned|informed|"
        r"organi[sz]ed|ahead)",
    ),
    Cue(
        "impact.feel-safe",
        "feel feels felt feeling",
        r"~2 (?:welcome|valued|safe|comfortable|confident|empowered|supported|heard|included|"
        r"appreciated|motivated|like|good|better|seen|at ease)",
    ),
    Cue(
        "impact.i-still-use",
        "i we",
        r"(?:'m|'ve)?~2 (?:use|used|using|apply|carry|hold|owe|still)",
    ),
    Cue(
        "impact.opened-eyes",
        "opened shown showed convinced changed shifted broadened widened",
        r"~2 (?:me|my|our|us|how)",
    ),
    Cue(
        "impact.level-up",
        "level leveled levelled leveling force night",
        r"~1 (?:up|multiplier|and day|the skills?)",
    ),
    Cue(
        "impact.gained-insight",
        "gained gain gaining",
        r"~2 (?:valuable|insights?|confidence|knowledge|skills|so much|a lot|understanding)",
    ),
    Cue(
        "impact.raised-others",
        "developed developing raised lifted elevated elevates trained coached uplift uplifts "
        "uplifting grows grew steadies",
        r"~3 (?:people|others|those|everyone|around|team|engineers|juniors?|peers|colleagues)",
    ),
    Cue(
        "impact.grades",
        "grades grade scores score exam exams admission admissions admitted accepted "
        "acceptance passed scholarship scholarships",
    ),
    Cue(
        "impact.taught-how",
        "taught teach teaches showed shows shown prepared",
        r" (?:me|us|them|him|her|my \w+|our \w+|others|students)~1 (?:how|what|that|the|to|so|"
        r"well|very|many|everything|a|some)",
    ),
    Cue(
        "impact.brings-culture",
        "brings brought bring bringing sets provides makes gives gave",
        r"~5 (?:culture|environment|atmosphere|morale|cohesion|energy|clarity|spirit)",
    ),
    Cue(
        "impact.whole-team", "entire whole", r" (?:team|company|organi\w+|class|department|office)"
    ),
    Cue("impact.made-us", "made makes making make", r" (?:me|us|our|my|everyone|everybody)~3"),
)
