"""Cues of impact: what the person's work changed, and by which words it is said."""

from recco_tui.writing.cues.pattern import Cue

IMPACT: tuple[Cue, ...] = (
    Cue(
        "impact.helped-whom",
        "HELPV",
        r"~1 (?:us|me|our|my|the|them|others|everyone|those|people|any|his|her|their|students|"
        r"teams?)",
    ),
    Cue(
        "impact.helped-past-whom",
        "helped enabled allowed let",
        r"~1 (?:us|me|our|my|the|them|others|everyone|those|people|any|his|her|their|students|"
        r"teams?)",
    ),
    Cue(
        "impact.helped-do",
        "HELPV",
        r"~1 (?:to |in |with )?(?:{BETTERV}|{DELIVERV}|\w+ing|build|get|keep|make|drive|shape|"
        r"resolve|close|create)",
    ),
    Cue(
        "impact.which-helped",
        "which that this these and it",
        r"~2 (?:help\w*|allow\w*|enabl\w*|led|ma[dk]e\w?|sav\w+|improv\w+|ensur\w+|gave|"
        r"bring\w*|brought|result\w*|contribut\w+|creat\w+|foster\w*|increas\w+|reduc\w+|"
        r"mean[ts]|eased|kept)",
    ),
    Cue(
        "impact.noun-verb",
        "HELPNOUN QUALITY",
        r"~6 (?:helped|helps|enabled|enables|allowed|made|makes|saved|improved|improves|"
        r"ensured|ensures|ensure|led|brought|brings|contributed|contributes|created|creates|"
        r"fosters|fostered|inspires|inspired|increased|elevated|elevates|drove|drives|gave|"
        r"gives|resulted|results|enhanced|enhances|influenced|transformed|kept)",
    ),
    Cue("impact.caused-good", "CAUSEV", r"~4 {GOODNOUN}"),
    Cue("impact.better-good", "BETTERV", r"~4 (?:{GOODNOUN}|{TEAM})"),
    Cue("impact.better-our", "BETTERV", r"~1 (?:our|the|my|us|team|client|customer|user|overall)"),
    Cue(
        "impact.better-past",
        "improved enhanced increased reduced saved boosted elevated streamlined transformed "
        "accelerated doubled eased simplified strengthened raised optimized automated "
        "eliminated exceeded turned redefined overhauled revamped",
    ),
    Cue("impact.better-by", "BETTERV", r"~5 by (?:\d|half|over|more|a|an)"),
    Cue("impact.to-better", "to", r"~1 {BETTERV}"),
    Cue(
        "impact.better-gerund",
        "improving enhancing increasing reducing saving boosting elevating streamlining "
        "transforming accelerating enabling ensuring allowing making leading resulting "
        "fostering creating bringing driving helping turning contributing culminating",
    ),
    Cue("impact.ensure", "ensure ensures ensured ensuring"),
    Cue("impact.make-sure", "made makes making make", r" sure"),
    Cue(
        "impact.made-it",
        "made makes making make",
        r"~5 (?:easy|easier|better|possible|more|less|fun|smooth|smoother|enjoyable|feel|"
        r"productive|efficient|faster|effective|clear|seamless|sense|successful|look|"
        r"accessible|comfortable|doable|work|simple|polished|interesting|manageable|painless|"
        r"effortless|available|understandable|relatable|worthwhile|stronger|approachable)",
    ),
    Cue(
        "impact.contributed",
        "contribute contributes contributed contributing contributor contribution contributions",
        r"~5 (?:to|towards?)",
    ),
    Cue(
        "impact.contributed-x",
        "contribute contributes contributed contributing contribution contributions",
        r"~7 (?:success\w*|growth|{TEAM}|{GOODNOUN})",
    ),
    Cue("impact.key-to", "KEYROLE", r"~1 (?:to|in|for|role|part|member|factor|contributor|asset)"),
    Cue("impact.key-role", "instrumental crucial pivotal vital critical key essential"),
    Cue("impact.success-of", "success", r" (?:of|in|for|that|was|and|we)"),
    Cue("impact.success", "success successful successfully"),
    Cue("impact.game-changer", "game", r" chang\w+"),
    Cue(
        "impact.value",
        "add adds added adding bring brings brought deliver delivers delivered delivering",
        r"~4 (?:value|benefit\w*|results?|advantage|opportunities)",
    ),
    Cue("impact.thanks-to", "thanks thank due owe owing", r"~1 to"),
    Cue("impact.because-of", "because result consequence", r" of"),
    Cue("impact.as-result", "as", r" a~1 (?:result|consequence)"),
    Cue(
        "impact.with-his-help",
        "with under through by thanks without because of for to",
        r" (?:his|her|their|{CAP})~2 {HELPNOUN}",
    ),
    Cue(
        "impact.result-in",
        "led lead leads leading resulted resulting results culminating culminated translated "
        "translating",
        r"~2 (?:to|in|into)",
    ),
    Cue("impact.result", "result results outcome outcomes"),
    Cue("impact.so-that", "so", r"~1 (?:that|we|much|everyone|our|the)"),
    Cue(
        "impact.on-time",
        "on ahead within under before in",
        r"~1 (?:time|schedule|of schedule|budget|deadlines?|track|no time|record)",
    ),
    Cue(
        "impact.in-span",
        "in within under just only",
        r"~3 \w+ (?:days|weeks|months|hours|minutes)",
    ),
    Cue(
        "impact.delivered",
        "delivered launched shipped completed finished released achieved accomplished "
        "succeeded implemented deployed won attained exceeded",
    ),
    Cue(
        "impact.delivered-x",
        "DELIVERV",
        r"~6 (?:{WORKPIECE}|{GOODNOUN}|solutions?|features?|releases?|mvp|software|code|work|"
        r"product)",
    ),
    Cue("impact.deliver-now", "delivers completes achieves finishes ships executes exceeds"),
    Cue("impact.got-done", "get gets got getting", r"~4 (?:done|running|working|live|it|going)"),
    Cue("impact.from-scratch", "from", r"~1 (?:scratch|zero|ground|the ground|nothing|concept)"),
    Cue("impact.we-able", "we i team us they", r"~3 (?:able|managed|could|can now|now)"),
    Cue(
        "impact.enabling",
        "enabling allowing making helping leading resulting ensuring giving empowering "
        "freeing providing",
        r"~2 (?:us|me|our|my|the|them|others|everyone|those|people|any|his|her|their|students|"
        r"teams?)",
    ),
    Cue("impact.exactly-what", "exactly", r" (?:what|as|how)"),
    Cue(
        "impact.now",
        "now today still",
        r"~2 (?:is|are|have|has|able|use|used|feel|easy|easier|a|my)",
    ),
    Cue(
        "impact.more-adj",
        "more less",
        r" (?:efficient\w*|effective\w*|confident\w*|productive|reliable|enjoyable|robust|"
        r"stable|quickly|smoothly|value|seamless|successful|organized|clarity)",
    ),
    Cue("impact.faster", "faster easier smoother quicker better stronger higher clearer simpler"),
    Cue("impact.solved", "solved resolved fixed unblocked removed rescued", r"~5"),
    Cue(
        "impact.turn-into",
        "turn turned turning transformed transforming turns",
        r"~6 (?:into|around)",
    ),
    Cue("impact.from-day", "from", r" (?:day|the (?:first|start|beginning|get|very))"),
    Cue("impact.went-smoothly", "went go goes ran run runs running", r"~2 (?:smooth\w*|well|live)"),
    Cue(
        "impact.save-time",
        "save saved saves saving",
        r"~5 (?:time|hours|days|money|cost\w*|me|us|our|my|weeks)",
    ),
    Cue(
        "impact.if-not",
        "without if",
        r"~4 (?:him|her|them|not|help|input|support)~6 (?:would|could)",
    ),
    Cue(
        "impact.moved-forward",
        "moved took pushed brought carried taking bringing moving pushing takes brings moves",
        r"~5 (?:forward|further|next level|to (?:a|an|the|new)|to life|together|to market|"
        r"fruition)",
    ),
    Cue(
        "impact.translated",
        "translated translates converted translating converting",
        r"~6 (?:into|to)",
    ),
    Cue("impact.wanted", "wanted needed envisioned imagined envisaged expected asked hoped"),
    Cue(
        "impact.short-time",
        "in within over",
        r"~3 (?:short|record|quick|no)~1 (?:time|period|order|span|turnaround|while)",
    ),
    Cue(
        "impact.still-in-use",
        "still today",
        r"~3 (?:use|using|benefit|rely|today|running|in use|follow|remember|apply|works|working)",
    ),
    Cue("impact.to-this-day", "this", r" day"),
    Cue(
        "impact.we-achieved",
        "we team they",
        r"~2 (?:accomplished|achieved|delivered|launched|shipped|finished|completed|won|hit|"
        r"reached|received|got|ended|came)",
    ),
    Cue("impact.reflects", "reflect reflects reflected evident", r"~2 (?:that|in|this|it)"),
    # on people: what others learned, felt or became through the person
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
