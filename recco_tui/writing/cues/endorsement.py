"""Cues of endorsement: the writer takes a stance, now or for the person's future."""

from recco_tui.writing.cues.pattern import Pattern as P

ENDORSEMENT: tuple[P, ...] = (
    P("endorsement.recommend", "RECOMMENDV"),
    P("endorsement.i-recommend", "i we i'd would", r"~4 (?:recommend|endorse|vouch|commend)"),
    P("endorsement.highly", "highly strongly definitely wholeheartedly absolutely certainly "
      "completely thoroughly fully confidently unreservedly happily gladly",
      r"~1 (?:recommend\w*|endorse\w*|vouch)"),
    P("endorsement.recommend-for", "recommend recommending", r"~4 (?:for|to|as)"),
    P("endorsement.hire-again", "hire rehire employ reemploy work working collaborate hiring",
      r"~5 again"),
    P("endorsement.would-hire", "would will i'd we'd", r"~3 (?:hire|rehire|employ|use|jump|love|work"
      r"|welcome|trust|hesitate|want|choose)"),
    P("endorsement.again", "again"),
    P("endorsement.asset", "asset addition", r"~1 (?:to|for|in|of|anywhere)"),
    P("endorsement.be-asset", "be", r"~4 (?:asset|addition|fit|hire|success|value|benefit|credit)"),
    P("endorsement.any-team", "any whichever whatever every your",
      r"~3 (?:team|company|organi[sz]ation\w*|employer|role|project|business|position|group|workplace"
      r"|environment|startup|endeavou?r|task|firm|department|job|institution|challenge)"),
    P("endorsement.lucky", "lucky fortunate blessed", r"~2 (?:to|if|for|enough)"),
    P("endorsement.would-be-lucky", "would will", r" be~3 (?:lucky|fortunate|proud|happy|honou?red"
      r"|thrilled|glad|delighted|great|asset|wise)"),
    P("endorsement.wish", "wish wishing", r"~3 (?:best|luck|success|well|all|every|much|nothing)"),
    P("endorsement.best-luck", "best good", r" (?:of luck|wishes|luck)"),
    P("endorsement.future", "future next", r"~2 (?:endeavou?rs?|career|success|projects?|roles?|team"
      r"|employers?|opportunit\w+|work|ventures?|employment|colleagues?|challenges?)"),
    P("endorsement.look-forward", "look looking", r" forward"),
    P("endorsement.hope", "hope hoping", r"~3 (?:to|we|that|our|i|he|she|they)"),
    P("endorsement.no-hesitation", "no without zero not wouldn't any",
      r"~3 (?:hesitat\w+|reservations?|doubts?|question|second thought|qualms)"),
    P("endorsement.confident", "confident sure certain doubt believe", r"~2 (?:that )?(?:he|she|they"
      r"|{CAP})~2 (?:will|would|can|is|has)"),
    P("endorsement.he-will", "HE", r"(?:'ll| will| would)~2 (?:be|continue|make|excel|succeed|do|bring"
      r"|go|thrive|have|prove|add|achieve|contribute|become|help)"),
    P("endorsement.will", "will", r" (?:be|continue|make|excel|succeed|do|bring|go|thrive|add)"),
    P("endorsement.if-you", "if", r"~1 (?:you|your|anyone|given|i|ever)"),
    P("endorsement.you", "you your"),
    P("endorsement.anyone", "anyone anybody others someone", r"~3"),
    P("endorsement.continue", "continue continues continued", r"~1 to"),
    P("endorsement.kudos", "kudos congratulations congrats bravo"),
    P("endorsement.chance", "chance opportunity pleasure", r"~1 to~1 work~2 (?:again|in)"),
    P("endorsement.must", "must deserves deserve", r"~2 (?:have|hire|be|all|every|the|to)"),
    P("endorsement.proud", "proud glad happy", r"~1 (?:to|of)~1 (?:recommend|call|say|have|vouch)"),
    P("endorsement.valuable", "valuable invaluable great tremendous huge wonderful strong fantastic",
      r" (?:asset|addition|fit|choice)"),
    P("endorsement.welcome", "welcome welcomed", r"~3 (?:opportunity|chance|back|to)"),
    P("endorsement.stars", "10 five 5 100", r" ?(?:/10|stars?|out of|/5|%|percent)"),
    P("endorsement.go-to", "go first", r" (?:to|person|choice|call)"),
    P("endorsement.miss", "miss missed loss"),
    P("endorsement.need", "need needs looking seeking seek searching wants want",
      r"~3 (?:a|an|someone|the|for|of)"),
)  # fmt: skip
