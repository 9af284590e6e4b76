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
        "endorsement.hire-again",
        "hire rehire employ reemploy work working collaborate hiring",
        r"~5 again",
    ),
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
    Cue("endorsement.kudos", "kudos congratulations congrats bravo"),
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
)
