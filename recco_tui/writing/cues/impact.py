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
)
