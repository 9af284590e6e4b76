"""Cues of impact: what the person's work changed, for whom, and by which words it is said."""

from recco_tui.writing.cues.pattern import Pattern as P

_WHOM = r"(?:us|me|our|my|the|them|others|everyone|those|people|any|his|her|their|students|teams?)"

IMPACT: tuple[P, ...] = (
    P("impact.helped-whom", "HELPV", rf"~1 {_WHOM}"),
    P("impact.helped-past-whom", "helped enabled allowed let", rf"~1 {_WHOM}"),
    P("impact.helped-me-do", "HELPV", r" (?:me|us|our|the|my|them)~3 (?:to )?(?:be|become|get|grow"
      r"|{BETTERV}|{DELIVERV}|understand|learn|reach|achieve|stay|feel|build|develop|navigate|keep)"),
    P("impact.helped-do", "HELPV", r"~1 (?:to |in |with )?(?:{BETTERV}|{DELIVERV}|\w+ing|build|get"
      r"|keep|make|drive|shape|resolve|close|create)"),
    P("impact.which-helped", "which that this these and it",
      r"~2 (?:help\w*|allow\w*|enabl\w*|led|ma[dk]e\w?|sav\w+|improv\w+|ensur\w+|gave|bring\w*"
      r"|brought|result\w*|contribut\w+|creat\w+|foster\w*|increas\w+|reduc\w+|mean[ts]|eased|kept)"),
    P("impact.noun-verb", "HELPNOUN QUALITY", r"~6 (?:helped|helps|enabled|enables|allowed|made"
      r"|makes|saved|improved|improves|ensured|ensures|ensure|led|brought|brings|contributed"
      r"|contributes|created|creates|fosters|fostered|inspires|inspired|increased|elevated|elevates"
      r"|drove|drives|gave|gives|resulted|results|enhanced|enhances|influenced|transformed|kept)"),
    P("impact.caused-good", "CAUSEV", r"~4 {GOODNOUN}"),
    P("impact.better-good", "BETTERV", r"~4 (?:{GOODNOUN}|{TEAM})"),
    P("impact.better-our", "BETTERV", r"~1 (?:our|the|my|us|team|client|customer|user|overall)"),
    P("impact.better-past", "improved enhanced increased reduced saved boosted elevated streamlined "
      "transformed accelerated doubled eased simplified strengthened raised optimized automated "
      "eliminated exceeded turned redefined overhauled revamped"),
    P("impact.better-by", "BETTERV", r"~5 by (?:\d|half|over|more|a|an)"),
    P("impact.to-better", "to", r"~1 {BETTERV}"),
    P("impact.better-gerund", "improving enhancing increasing reducing saving boosting elevating "
      "streamlining transforming accelerating enabling ensuring allowing making leading resulting "
      "fostering creating bringing driving helping turning contributing culminating"),
    P("impact.ensure", "ensure ensures ensured ensuring"),
    P("impact.make-sure", "made makes making make", r" sure"),
    P("impact.made-it", "made makes making make", r"~3 (?:easy|easier|better|possible|more|less|fun"
      r"|smooth|smoother|enjoyable|feel|productive|efficient|faster|effective|clear|seamless|sense"
      r"|successful|look|accessible|comfortable|doable|work)"),
    P("impact.foster", "foster fosters fostered fostering cultivate cultivates cultivated creates "
      "created creating creat builds built maintains promotes", r"~6 {CULTURE}"),
    P("impact.contributed", "contribute contributes contributed contributing contributor contribution"
      " contributions", r"~5 (?:to|towards?)"),
    P("impact.contributed-x", "contribute contributes contributed contributing contribution "
      "contributions", r"~7 (?:success\w*|growth|{TEAM}|{GOODNOUN})"),
    P("impact.key-to", "KEYROLE", r"~1 (?:to|in|for|role|part|member|factor|contributor|asset)"),
    P("impact.key-role", "instrumental crucial pivotal vital critical key essential"),
    P("impact.success-of", "success", r" (?:of|in|for|that|was|and|we)"),
    P("impact.success", "success successful successfully"),
    P("impact.made-difference", "made makes make making has had left have", r"~4 (?:difference|impact"
      r"|mark|contributions?|impression|improvements?|strides)"),
    P("impact.game-changer", "game", r" chang\w+"),
    P("impact.value", "add adds added adding bring brings brought deliver delivers delivered "
      "delivering", r"~4 (?:value|benefit\w*|results?|advantage|opportunities)"),
    P("impact.learned-from", "LEARNV", r"~6 (?:from|under|thanks|through|with|by)"),
    P("impact.i-learned", "i we i've", r"~3 (?:learned|learnt|gained|grew|grown|learn|improved"
      r"|benefited|benefitted)"),
    P("impact.taught-me", "taught teaching teaches mentored guided shaped molded inspired inspires "
      "inspire encouraged motivated pushed prepared empowered", r" (?:me|us|our|my|everyone|those|the)"),
    P("impact.grow-as", "grow grew growing develop become become became",
      r"~3 (?:as|into|in|professionally|personally|a|more|better|my|and)"),
    P("impact.better-me", "better", r"~2 (?:engineer|developer|designer|person|teacher|programmer"
      r"|student|leader|team|version|professional|manager)"),
    P("impact.thanks-to", "thanks thank due owe owing", r"~1 to"),
    P("impact.because-of", "because result consequence", r" of"),
    P("impact.as-result", "as", r" a~1 (?:result|consequence)"),
    P("impact.with-his-help", "with under through by thanks without because of for to",
      r" (?:his|her|their|{CAP})~2 {HELPNOUN}"),
    P("impact.result-in", "led lead leads leading resulted resulting results culminating culminated "
      "translated translating", r"~2 (?:to|in|into)"),
    P("impact.result", "result results outcome outcomes"),
    P("impact.so-that", "so", r"~1 (?:that|we|much|everyone|our|the)"),
    P("impact.on-time", "on ahead within under before in",
      r"~1 (?:time|schedule|of schedule|budget|deadlines?|track|no time|record)"),
    P("impact.in-span", "in within under just only", r"~3 \w+ (?:days|weeks|months|hours|minutes)"),
    P("impact.delivered", "delivered launched shipped completed finished released achieved "
      "accomplished succeeded implemented deployed won attained exceeded"),
    P("impact.delivered-x", "DELIVERV", r"~6 (?:{WORKPIECE}|{GOODNOUN}|solutions?|features?|releases?"
      r"|mvp|software|code|work|product)"),
    P("impact.deliver-now", "delivers completes achieves finishes ships executes exceeds"),
    P("impact.got-done", "get gets got getting", r"~4 (?:done|running|working|live|it|going)"),
    P("impact.from-scratch", "from", r"~1 (?:scratch|zero|ground|the ground|nothing|concept)"),
    P("impact.we-able", "we i team us they", r"~3 (?:able|managed|could|can now|now)"),
    P("impact.enabling", "enabling allowing making helping leading resulting ensuring giving "
      "empowering freeing providing", rf"~2 {_WHOM}"),
    P("impact.exactly-what", "exactly", r" (?:what|as|how)"),
    P("impact.confidence", "confidence confident", r"~1 (?:in|to|and|grew|of|as|that|with)"),
    P("impact.gave-us", "gave gives given giving provided provides brought brings",
      r" (?:me|us|our|them|my|the|him|her)~4"),
    P("impact.those-around", "those everyone people anyone", r"~1 (?:around|who)"),
    P("impact.inspire", "inspire inspires inspired inspiring motivates motivated elevates uplifts "
      "empowers contagious"),
    P("impact.impact-on", "impact influence effect difference mark", r"~2 (?:on|in|for|to|at)"),
    P("impact.feedback", "clients client customers users stakeholders",
      r"~3 (?:loved|love|happy|satisfied|spoke|praised|appreciated|satisfaction|pleased|delighted)"),
    P("impact.now", "now today still", r"~2 (?:is|are|have|has|able|use|used|feel|easy|easier|a|my)"),
    P("impact.more-adj", "more less", r" (?:efficient\w*|effective\w*|confident\w*|productive|reliable"
      r"|enjoyable|robust|stable|quickly|smoothly|value|seamless|successful|organized|clarity)"),
    P("impact.faster", "faster easier smoother quicker better stronger higher clearer simpler"),
    P("impact.solved", "solved resolved fixed unblocked removed rescued", r"~5"),
    P("impact.turn-into", "turn turned turning transformed transforming turns", r"~6 (?:into|around)"),
    P("impact.from-day", "from", r" (?:day|the (?:first|start|beginning|get|very))"),
    P("impact.appreciated", "appreciate appreciated grateful thankful", r"~2 (?:his|her|the|for|how)"),
    P("impact.follow-me", "followed stuck stayed shaped changed", r"~2 (?:me|with|my|our|the|how)"),
    P("impact.bar", "bar standard standards example benchmark tone"),
    P("impact.went-smoothly", "went go goes ran run runs running", r"~2 (?:smooth\w*|well|live)"),
    P("impact.save-time", "save saved saves saving", r"~5 (?:time|hours|days|money|cost\w*|us|weeks)"),
    P("impact.if-not", "without if", r"~4 (?:him|her|them|not|help|input|support)~6 (?:would|could)"),
)  # fmt: skip
