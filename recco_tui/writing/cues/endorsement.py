"""Cues of endorsement: the writer takes a stance, now or for the person's future."""

from recco_tui.writing.cues.pattern import Cue

ENDORSEMENT: tuple[Cue, ...] = (
    Cue("endorsement.recommend", "RECOMMENDV"),
    Cue("endorsement.i-recommend", "i we i'd would", r"~4 (?:recommend|endorse|vouch|commend)"),
    Cue(
        "endorsement.highly",
        "highly strongly definitely wholeheartedly absolutely certainly completely "
        "thoroughly fully confidently unreservedly happily gladly",
        r"~1 (?:recommend\w*|endorse\w*|vouch)",
    ),
    Cue("endorsement.recommend-for", "recommend recommending", r"~4 (?:for|to|as)"),
    Cue(
        "endorsement.would-hire",
        "would will i'd we'd",
        r"~3 (?:hire|rehire|employ|use|jump|love|work|welcome|trust|hesitate|want|choose)",
    ),
    Cue("endorsement.again", "again"),
    Cue("endorsement.asset", "asset addition", r"~1 (?:to|for|in|of|anywhere)"),
    Cue(
        "endorsement.be-asset",
        "be",
        r"~4 (?:asset|addition|fit|hire|success|value|benefit|credit)",
    ),
    Cue(
        "endorsement.any-team",
        "any whichever whatever every your",
        r"~3 (?:team|company|organi[sz]ation\w*|employer|role|project|business|position|group|"
        r"workplace|environment|startup|endeavou?r|task|firm|department|job|institution|"
        r"challenge)",
    ),
    Cue("endorsement.lucky", "lucky fortunate blessed", r"~2 (?:to|if|for|enough)"),
    Cue(
        "endorsement.would-be-lucky",
        "would will",
        r" be~3 (?:lucky|fortunate|proud|happy|honou?red|thrilled|glad|delighted|great|asset|"
        r"wise)",
    ),
    Cue(
        "endorsement.wish",
        "wish wishing",
        r"~3 (?:best|luck|success|well|all|every|much|nothing)",
    ),
    Cue("endorsement.best-luck", "best good", r" (?:of luck|wishes|luck)"),
    Cue(
        "endorsement.future",
        "future next",
        r"~2 (?:endeavou?rs?|career|success|projects?|roles?|team|employers?|opportunit\w+|"
        r"work|ventures?|employment|colleagues?|challenges?)",
    ),
    Cue("endorsement.look-forward", "look looking", r" forward"),
    Cue("endorsement.hope", "hope hoping", r"~3 (?:to|we|that|our|i|he|she|they)"),
    Cue(
        "endorsement.no-hesitation",
        "no without zero not wouldn't any",
        r"~3 (?:hesitat\w+|reservations?|doubts?|question|second thought|qualms)",
    ),
    Cue(
        "endorsement.confident",
        "confident sure certain doubt believe",
        r"~2 (?:that )?(?:he|she|they|{CAP})~2 (?:will|would|can|is|has)",
    ),
    Cue(
        "endorsement.he-will",
        "HE",
        r"(?:'ll| will| would)~2 (?:be|continue|make|excel|succeed|do|bring|go|thrive|have|"
        r"prove|add|achieve|contribute|become|help)",
    ),
    Cue("endorsement.will", "will", r" (?:be|continue|make|excel|succeed|do|bring|go|thrive|add)"),
    Cue("endorsement.if-you", "if", r"~1 (?:you|your|anyone|given|i|ever)"),
    Cue("endorsement.you", "you your"),
    Cue("endorsement.anyone", "anyone anybody others someone", r"~3"),
    Cue("endorsement.continue", "continue continues continued", r"~1 to"),
    Cue("endorsement.kudos", "kudos congratulations congrats bravo congratulate applaud thumbs"),
    Cue("endorsement.chance", "chance opportunity pleasure", r"~1 to~1 work~2 (?:again|in)"),
    Cue("endorsement.must", "must deserves deserve", r"~2 (?:have|hire|be|all|every|the|to)"),
    Cue(
        "endorsement.proud",
        "proud glad happy",
        r"~1 (?:to|of)~1 (?:recommend|call|say|have|vouch)",
    ),
    Cue(
        "endorsement.valuable",
        "valuable invaluable great tremendous huge wonderful strong fantastic",
        r" (?:asset|addition|fit|choice)",
    ),
    Cue("endorsement.welcome", "welcome welcomed", r"~3 (?:opportunity|chance|back|to)"),
    Cue("endorsement.stars", "10 five 5 100", r" ?(?:/10|stars?|out of|/5|%|percent)"),
    Cue("endorsement.go-to", "go first", r" (?:to|person|choice|call)"),
    Cue("endorsement.miss", "miss missed loss"),
    Cue(
        "endorsement.need",
        "need needs looking seeking seek searching wants want",
        r"~3 (?:a|an|someone|the|for|of)",
    ),
    Cue("endorsement.ahead", "career future success path road journey", r"~3 ahead"),
    Cue(
        "endorsement.bright-future",
        "successful bright promising long great brilliant",
        r" (?:career|future|things|heights|success)",
    ),
    Cue(
        "endorsement.poised",
        "poised destined bound set well on",
        r"~3 (?:for|to|way)~2 (?:\w+ )?(?:great\w*|success\w*|growth|big|bigger|becom\w+|"
        r"continued|do|go|achieve|excel|his|her)",
    ),
    Cue(
        "endorsement.excited-to-see",
        "excited eager curious thrilled wait anticipate",
        r"~1 to~2 (?:see|watch|work|hear|follow)",
    ),
    Cue("endorsement.favorite", "favorite favourite"),
    Cue(
        "endorsement.the-one-for",
        "the your",
        r"~1 (?:one|person|{JOB}|man|woman|guy|gal|teacher|tutor|mentor|professional|teammate|"
        r"source|team)~1 (?:to|for) (?:you|go|hire|call|work|turn|use|choose|have|get|contact|"
        r"him|her|the)",
    ),
    Cue(
        "endorsement.turn-to",
        "turn think go come call reach return",
        r"~1 (?:to|of|on|back)~2 (?:{HE}|{CAP}|when|if|whenever|for)",
    ),
    Cue("endorsement.regret", "regret regrets"),
    Cue(
        "endorsement.would-like",
        "would i'd we'd",
        r"~2 (?:like|love|want|choose|jump|be happy|be glad|be delighted|be thrilled|be proud)"
        r"~1 (?:to|at|if)",
    ),
    Cue("endorsement.not-without", "want imagine", r"~4 without"),
    Cue(
        "endorsement.right-fit",
        "good great perfect right ideal strong excellent natural obvious",
        r" (?:fit|match|choice|hire|candidate|pick|teammate|partner|person|{JOB})"
        r"~1 (?:for|to|at|in)",
    ),
    Cue(
        "endorsement.could-become",
        "could would will he'll she'll",
        r"~2 (?:develop|become|grow|represent|flourish|accomplish|surpass|rise|fit|go far|go on)",
    ),
    Cue(
        "endorsement.people-like",
        "people like more",
        r"~1 (?:like|of) (?:{HE}|{CAP}|this)",
    ),
    Cue(
        "endorsement.keep-working",
        "continue continued keep remain hope glad",
        r"~2 (?:working|to work|collaborat\w+|learning|partnership|relationship)",
    ),
    Cue(
        "endorsement.delighted-to",
        "delighted pleased honored honoured pleasure happy proud privilege thrilled",
        r"~1 to~1 (?:provide|write|give|offer|recommend|endorse|vouch|support)",
    ),
    Cue(
        "endorsement.hire-again",
        "hire rehire employ reemploy work working collaborate hiring use call contact engage "
        "take have",
        r"~5 (?:again|next time|anytime|any time|any day|whenever|in a heartbeat)",
    ),
    Cue("endorsement.trust-with", "trust", r"~4 (?:with|to|any)"),
    Cue("endorsement.contact-me", "contact reach", r"~2 (?:me|out)"),
    Cue(
        "endorsement.if-i",
        "if",
        r" i~2 (?:ever|could|were|had|need|get|start|started|have the)",
    ),
    Cue(
        "endorsement.expect",
        "expect expected envision envisage imagine foresee see anticipate",
        r" (?:{HE}|{CAP}|great|big|nothing)~2",
    ),
    Cue(
        "endorsement.to-have-on",
        "to",
        r" (?:have|hire|get|employ|join|bring|add)~4 (?:on|to|in|onto) (?:any|your|the|a|"
        r"their|our)",
    ),
    Cue("endorsement.came-recommended", "came comes was were", r"~1 (?:highly )?recommended"),
    Cue(
        "endorsement.we-are-lucky",
        "am are was were i'm we're feel felt been",
        r"~2 (?:lucky|fortunate|blessed)",
    ),
    Cue(
        "endorsement.your-team",
        "your",
        r"~2 (?:team|company|organi\w+|project|business|trust|respect|needs?|problems?|"
        r"expectations?|life|child|kids?|side)",
    ),
    Cue(
        "endorsement.much-success",
        "much every all more continued",
        r"~1 (?:success|luck|best|happiness)",
    ),
    Cue(
        "endorsement.would-benefit",
        "would will",
        r"~2 (?:lead to|benefit|serve|enrich|complement|suit|fit|strengthen|be well)",
    ),
    Cue(
        "endorsement.candidate",
        "candidate resource hire choice employee fit addition",
        r"~1 (?:for|to|on|in|at)",
    ),
)
