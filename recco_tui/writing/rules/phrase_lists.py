"""Weak phrases, as data: the lists of each rule, and which are read for which kind of text."""

from collections.abc import Mapping
from typing import NamedTuple

from recco_tui.core.models import TextKind
from recco_tui.writing.findings import Severity

SHORTHANDS: Mapping[str, str] = {
    "HE": "he|she|they|<name>",
    "HE'S": "he's|she's|they're|<name's>",
    "HIS": "his|her|their|<name's>",
    "IS": "is|was|are|were",
    "MIDDLING": "adequate|satisfactory|acceptable|decent|passable|average|alright|okay|harmless",
    "RUDE": "lazy|careless|sloppy|stubborn|arrogant|rude|unreliable|moody|annoying|incompetent"
    "|disorganized|disorganised",
}
"""words in capitals of a phrase, and what they stand for"""


class PhraseList(NamedTuple):
    """Phrases of one rule and one severity.

    `phrases` has some a line, separated by semicolons, or "phrase => suggestion". In a phrase `*`
    stands for any one word, `a|b` for either, a word in capitals for a `SHORTHANDS` entry, <name>
    for a capitalized word. `!a|b` at its beginning or end are words that must not stand before or
    after it, and `$` at its end says that nothing follows in its clause: that is how a phrase that
    has a literal use ("the average reply time") is found only where it is meant.

    `message` may hold {phrase}, `example` {them} (see `Subject.named`): what to write instead,
    where the phrase has no suggestion of its own. With `unless_negated` a phrase shortly after a
    "not" or "never" is not found, with `unless_past` none in a clause that tells what people did
    ("when we met").
    """

    rule: str
    severity: Severity
    message: str
    phrases: str
    example: str = ""
    unless_negated: bool = False
    unless_past: bool = False


# Praise without proof

VAGUE = PhraseList(
    "vague",
    Severity.WARNING,
    "“{phrase}” fits anyone: say what they did",
    """
    nice to work with => name one thing that made the work better
    good|great with tech; good|great with technology => say which tool and what for
    good|great with computers => say which tool and what for
    good at his|her|their job; good at what he|she|they does|do $
    good at many things; good at everything; great at everything; good at stuff
    a|very|really|truly|such nice person|guy|girl|man|woman|fellow|colleague
    a|very|really|truly|such good person|guy|man|lad|egg|bloke; cool guy|person
    good|great|nice|fine worker !ants|who; very good employee; good employee
    good|nice job $; great|good stuff; nice work $
    hard worker $ => say what the hard work brought about
    HE IS very|really|so|super|pretty nice; very|really|so|super|pretty nice $
    all kinds of things; lots of things; many|various things $; a lot of stuff; and stuff $
    and so on $
    knows a lot $; knows his|her|their stuff $; knows what he|she|they is|are doing $
    does|did a good|nice|fine|great job $
    HE IS good|great|nice|awesome|amazing|fun|cool $
    HE IS good|great|nice|awesome|amazing|fun|cool to work with
    HE'S good|great|nice|awesome|amazing|fun|cool $
    simply the best $
    """,
    example="{Them} fixed the flaky login test in a day.",
)

JARGON = PhraseList(
    "jargon",
    Severity.WARNING,
    "“{phrase}” is office talk: say it plainly",
    """
    results driven; result driven; results oriented; result oriented => say which result
    go getter; self starter; thought leader; change agent
    dynamic go getter; dynamic individual|professional|personality|leader
    outside the box; out of the box thinker|thinking => say what the new idea was
    !financial|operating leverage|leverages|leveraged|leveraging => use
    synergy; synergies; synergize; synergistic; synergised
    paradigm shift; value add; value added !tax; best of breed => say compared with what
    best in class; world class => say compared with what
    move|moves|moved|moving the needle => say what changed and by how much
    low hanging fruit; boil the ocean; circle back; touch base; drill down
    everyone|everyone|us|all|team|people on the same page
    at the end of the day; bring|brings|brought to the table => say what they added
    hit|hits the ground running => say what they finished in their first weeks
    wear|wears|wore many hats; wearing many hats => name the two or three jobs they did
    think|thinks big; big picture thinker; strategic thinker and doer; win win
    proactive mindset; growth mindset; action oriented; detail oriented professional
    solutions oriented; solution oriented; solutions driven; data driven mindset
    the|enough|extra|any|more bandwidth to|for; core competency; core competencies
    ecosystem player; holistic approach; holistically
    operationalize; operationalise; incentivize; utilise|utilize|utilizes|utilized|utilizing => use
    push|pushes|pushed the envelope; raise|raises the bar; to the|a next level; cutting edge
    bleeding edge
    rockstar; rock star; ninja; guru; superstar => name what they are good at
    seamless integration of; robust solutions; actionable insights; stakeholder alignment
    impactful; value driven; purpose driven; laser focused; hyper focused
    highly motivated individual
    blue sky thinking; swim lane; 110 percent; give|gives|gave 110
    """,
    example="{Them} fixed the flaky login test in a day.",
)

JARGON_MILD = PhraseList(
    "jargon",
    Severity.HINT,
    "“{phrase}” is office talk: a plain word is stronger",
    """
    cross functional; stakeholder management; best practices
    proactive; team player; fast paced; mission critical
    detail oriented; multitask; multitasking; skill set; skillset; deliverables; strategic thinking
    collaborative mindset; end to end !test|tests|testing|tested|encryption|encrypted
    passionate about
    dynamic person|team|environment|approach|way|and; innovative
    """,
    example="{Them} asks before the work starts.",
)

CLICHE = PhraseList(
    "cliche",
    Severity.HINT,
    "“{phrase}” is in many recommendations: say what only you saw",
    """
    asset to any|your|the|every|our|their|a; an|great|valuable|huge|real|true asset; be an asset
    valuable addition; great addition; welcome addition
    above and beyond => say once what they did that no one asked for
    any company|team|organization|organisation would be lucky; any team's|company's dream
    pleasure to work with; joy to work with; delight to work with; pleasure of working with
    without hesitation; without reservation; without a doubt; no hesitation; highest recommendation
    words cannot|can't; second to none; one of a kind; one in a million; jack of all trades
    breath of fresh air; heart of gold; born leader; natural born; true professional
    consummate professional
    attention to detail; strong work ethic; can do attitude; positive attitude; great attitude
    fast learner; quick learner; quick study; excellent communication skills
    great communication skills
    wealth of knowledge; wealth of experience; goes the extra mile; go the extra mile
    went the extra mile
    best of luck; future endeavors; future endeavours; bright future; sky is the limit
    it is with great pleasure; it's with great pleasure; it is my pleasure
    it gives me great pleasure
    last but not least; needless to say; to whom it may concern; hands down; bar none
    """,
    example="{Them} drew the whole API on one page.",
)

EFFORT = PhraseList(
    "effort-only",
    Severity.HINT,
    "“{phrase}” is effort: say what came of it",
    """
    works|worked|working hard; work hard; hard worker; hard working; hardworking
    tries|tried|try hard; tries|tried his|her|their best; does|did his|her|their best
    always does his|her|their best
    long hours; late nights; worked|works|working weekends|nights; puts|put in the hours|work
    puts in the effort; a lot of effort; lots of effort; great effort
    gave his|her|their all; gives his|her|their all
    """,
    example="Because of {them}, we shipped a week early.",
)

# Words that take praise back

HEDGE = PhraseList(
    "hedge",
    Severity.WARNING,
    "“{phrase}” sounds unsure: say it straight",
    """
    !the|this|that|these|those|what|which|any|some|same|a|every|right|rare|other sort of
    IS kind of a; somewhat; i guess; i suppose he|she|they; i assume; i'd assume; i would guess
    as far as i know; as far as i can tell; from what i know; from what i heard
    from what i've heard
    i don't know him|her|them well; i didn't work closely; i did not work closely
    only worked briefly
    i am not sure; i'm not sure; not entirely sure; not quite sure; not totally sure
    HE seems|seemed to be; HE seems|seemed like; HE appears|appeared to be
    more or less; fairly good; pretty good; pretty decent; fairly decent; reasonably good; quite ok
    for the most part; usually good; mostly good; generally good
    HE|would|will|can|could|is|was probably|perhaps|possibly|presumably|supposedly !the
    HE IS probably|perhaps|possibly|presumably|supposedly|arguably !the
    might|may|could be a good; could|might be useful
    HE should be fine|ok|okay; should be able to manage; would probably; will probably
    in a way $; to some extent; to some degree; at least i think
    """,
    example="{Them} explains complicated code clearly.",
    unless_negated=True,
)

HEDGE_MILD = PhraseList(
    "hedge",
    Severity.HINT,
    "“{phrase}” weakens the sentence: leave it out",
    """
    i think; i feel like; i feel that; i believe; in my opinion; in my view; imo; i would say
    i'd say; to be honest; honestly
    IS maybe; maybe $; a bit of a|an; IS a bit
    quite|rather|fairly nice|ok|okay|well|fast|quick|smart
    quite|rather|fairly skilled|capable|experienced|helpful|reliable|organized|talented
    quite|rather|fairly knowledgeable|professional|friendly
    quite|rather|fairly happy|satisfied|responsible|careful|clear|useful
    """,
    example="{Them} is a patient teacher.",
    unless_negated=True,
)

FAINT = PhraseList(
    "faint-praise",
    Severity.WARNING,
    "“{phrase}” is faint praise: name a strength",
    """
    no complaints; no problems with him|her|them|<name>; never had a problem with
    never had any problems|issues; never had an issue
    never caused trouble; never caused any; never late; always on time; always punctual
    HE showed|shows up on time; HE showed|shows up $; came|comes to work $
    came|comes to work every|on
    did|does his|her|their job $; does what he|she|they is|are told
    did what was asked $; does what is asked $; did as told; HE follows|followed instructions|orders
    HE IS MIDDLING
    HE IS an adequate|acceptable|average|okay; HE IS a satisfactory|decent|passable
    HIS * IS MIDDLING
    HIS * * IS MIDDLING
    a|an MIDDLING job|worker|employee|engineer|colleague
    performed|worked|did|works|performs adequately|satisfactorily|alright|okay
    not bad $; competent enough; good enough $; well enough $
    HE meets|met expectations; HE meets|met the requirements
    fine employee; ok|okay|fine to work with; HE does the job $; HE gets by; capable enough
    HE has|shows potential; HE IS improving $; HE IS getting better at
    HE IS still|just|only learning to
    """,
    example="{Them} finds the bugs that others miss.",
    unless_negated=True,
)

NEGATIVE = PhraseList(
    "negative",
    Severity.WARNING,
    "“{phrase}” is what readers remember: leave it out",
    """
    HIS weakness|flaw|downside|drawback|shortcoming
    HIS|only|one|main|biggest|real only|one|main|biggest|real weakness|flaw|downside|drawback
    only|one|main|biggest|real weakness|flaw|downside|drawback|shortcoming is|was|might|would
    his|her|<name's> weaknesses|flaws|shortcomings; weak point; weak points; HE IS weak at|in
    HIS * could be|have better; HIS * could have been better; HE could be better; HE could improve
    HE could do better; HE should improve; HIS * needs|need improvement
    HE needs improvement; HE needs|need to improve|learn; HE needs|need to work on
    HE has|had|have * room for improvement; HE has|had|have room for improvement
    there is|was|'s room for improvement $; some room for improvement; has|had room for improvement
    HE IS|wasn't|isn't not the best|most|fastest|strongest
    HE isn't|wasn't the best|most|fastest|strongest
    not very good $; not so good $; not good at; not great at
    HE IS bad|terrible|poor at; HE IS|can|could be|a|very|quite|rather|too bad|terrible|poor at
    HIS poor communication|performance|work|attitude|skills
    performed|performs|communicated|communicates|behaved|behaves poorly
    HE IS|can|could|be RUDE
    HE IS|can|could * RUDE
        a|an RUDE person|colleague|worker
    HE'S RUDE
    sometimes|often|always|usually|frequently late $; HE IS late; HE IS sometimes|often|always late
    HE missed|misses deadlines|meetings|the|a|our|several|many deadlines|deadline|meetings|meeting
    HE missed|misses deadlines|meetings; HE often|sometimes missed|misses deadlines|meetings
    HE forgets|forgot to; HE often|sometimes|always forgets|forgot to
    HE IS|can|could hard|difficult to work|manage
    HE IS|can|could be|very|quite hard|difficult to work
    HE'S hard|difficult to work|manage; IS a difficult person
    HE struggles|struggled with|to; HE sometimes|often struggles|struggled with|to
    HE failed|fails to; HE lacks|lacked; HIS lack of; HE sometimes|often lacks|lacked
    HE IS unable to
    HE complained|complains; HE often|always|sometimes complained|complains
    HE IS always complaining
    HE IS|got fired|laid !up; HE IS|got let go
    unlike the others; unlike others; unlike some $
    """,
    example="{Them} learned SQL in a month and then taught me.",
    unless_negated=True,
)

# Tone

SLANG = PhraseList(
    "unprofessional",
    Severity.WARNING,
    "“{phrase}” is slang: strangers read this",
    """
    lol; lmao; lmfao; rofl; omg; wtf; haha; hahaha; hahah; hehe; lolz; xd; tbh; imho; idk; smh; fyi
    yolo; btw
    dude; dudes; bro; bros; bruh; dawg; homie; homies; my buddy; my bestie; besties; mate of mine
    my man $; my boy $; my girl $; my dude; fam
    badass; bad ass; kick ass; kickass; kicks ass; kicked ass; hell of a; heck of a; damn; dang
    shit; shitty; crap; fuck; fucking; bitch; ass; sucks; sucked; pissed
    gonna; wanna; gotta; gimme; lemme; kinda; sorta; dunno; ain't; y'all; yall; cuz; coz; 'cause
    thx; thnx; pls; plz; ppl; tho; b4; gr8; 2day; hella; IS|so lit $; IS|so dope; sick skills; slay
    slayed; slays
    the goat; goated; absolute|total legend|unit|savage; HE IS savage; a|an|absolute|total beast $
    an animal $
    HE crushes|crushed|killed|kills|nails|nailed it; totally|absolutely crushed|killed|nailed it
    crushing|killing it $
    ask|asks|asking him|her|them|<name> about the|his|her|that
    remember the|that * night|party|incident|day
    HE still|always owes me; HE owes me a beer|drink|coffee|lunch|pizza; if you know you know
    had to be there; you know who you are; wink wink; stays in vegas
    just kidding; jk; kidding; inside joke; joking aside; no joke; trust me; believe me
    not gonna lie
    hit me up; hmu; peace out; cheers mate; what a guy; what a gal; awesome sauce; awesomesauce; yay
    woohoo; woo hoo; badda boom; yup; yep; nope; yeah; yea
    partied; party animal; drinking buddy; drinking buddies; hungover; HE|got|so|getting|IS drunk
    got|getting|totally|completely wasted; HE IS wasted $; hooked up with; pub crawl
    a|an|total|absolute nerd|geek|freak|weirdo|psycho $; hottie; cutie; sexy; babe
    honey|darling|sweetie $; HE IS|so hot $; so|super hot $
    """,
)

PRIVATE = PhraseList(
    "private-life",
    Severity.WARNING,
    "“{phrase}” is private: keep to the work",
    """
    HIS wife|husband|girlfriend|boyfriend|fiancé|fiance|fiancée|spouse
    HIS partner at home
    his|her|<name's> kids|children|son|daughter|toddler|newborn; HIS family life; HIS newborn
    his|her|<name's> mother|father|parents|mom|mum|dad
    single mother; single mom; single father; single dad; single parent; newlywed
    HE IS|got|recently married; HE'S married; married woman|man|life
    married to a|an|his|her|my|the|<name>
    HE|got|IS divorced; HIS divorce; HE IS pregnant; while|when|although pregnant
    his|her|<name's>|during pregnancy
    his|her|<name's> maternity|paternity leave; HE IS|went on maternity|paternity leave
    HIS marriage; his|her|<name's> wedding; HIS illness|sickness|depression|anxiety|disability
    HIS health $; HIS health problems|issues; HIS surgery|cancer|adhd|autism
    HIS religion|church; HIS politics; HIS faith !in; devout; churchgoer
    a|an|devout|practicing|practising|as|fellow|good|proud christian|muslim|jewish|hindu !<name>
    IS muslim|jewish|hindu; a|an atheist|republican|democrat !<name>
    HE IS gay|lesbian|transgender; HE'S gay|lesbian|transgender
    a|openly gay|lesbian|transgender $; gay|lesbian|transgender man|woman|person
    for|despite|at his|her age; HE IS * years old; HE IS only|just|barely|about * years old
    HE'S * years old; HE'S only|just|barely|about * years old
    beautiful woman; beautiful girl; handsome; HE IS * good looking; HE IS good looking
    HE'S good looking; pretty girl; pretty woman
    HE IS gorgeous|attractive|beautiful|sexy; HE IS very|so|really gorgeous|attractive|beautiful
    HE'S gorgeous|attractive|beautiful|handsome; HIS good looks
    HIS salary|debts; HIS birthday; HIS home address|life; HIS phone number
    """,
    example="{Them} kept the launch on schedule.",
)

# What spoils an ask

_PRESSURE = "“{phrase}” sounds like pressure: leave an easy way to say no"
_EASY_NO = "No worries at all if now's not a good time."

PRESSURE = PhraseList(
    "pressure",
    Severity.ERROR,
    _PRESSURE,
    """
    i need this; i need it; i really need; i need you to; i need a|an|your|one; i urgently need
    i desperately need; need this for; need it for; need one for; need it by; need this by
    i'm in need of
    for my job search; my job hunt => leave your own need out and say what you valued
    i have an interview; i'm applying for => leave your own need out and say what you valued
    i am applying for => leave your own need out and say what you valued
    you have to write|do|help|send|give|say; you must write|do|help|send|give
    you need to write|do|help|send|give; you should write; you promised; you said you would
    you owe me; you still owe; still waiting; i am waiting; i'm waiting; i've been waiting
    i am still waiting; please don't forget; please do not forget; don't forget to
    do not forget to; don't ignore; please don't say no
    you can't say no; won't take no
    after all i did|do|have|helped; after all i've; after everything i
    i already wrote; i wrote you one; i wrote one for you
    i did you a favor; i helped you so; it is|was the least; it's the least; the least you
    if you really; if you care
    don't let me down; i'm counting on you; i am counting on you; counting on you
    i'm relying on you; i'd be disappointed; i will be disappointed; i would be disappointed
    i'd be hurt
    i'm|am|so|really|getting|bit desperate; desperate for; begging; i beg; beg you; please please
    last chance; i'll lose; i will lose; my career depends; depends on it; depends on you
    everyone else has; everyone else already; others already
    """,
    example=_EASY_NO,
    unless_negated=True,
)

PRESSURE_OF_TIME = PhraseList(
    "pressure",
    Severity.ERROR,
    _PRESSURE,
    """
    my job search; my job applications => leave your own need out and say what you valued
    my interview => leave your own need out and say what you valued
    asap; a s a p; as soon as possible; as soon as you can; at your earliest convenience; right away
    right now please; immediately; urgently; hurry; quickly please
    IS|it's|this|bit|very|quite|rather|pretty|so|really urgent; urgent $; urgent request
    IS|it's|this|bit|very|quite|rather|pretty|so time sensitive; time sensitive $
    IS|as|a high priority $; high priority for me|us
    my|a|the|tight|hard deadline is|was|for|of|ends|approaches|coming; my deadline
    have|has|there's|is a deadline; the|its|their deadline $; the application deadline
    due date; due by; no later than; at the latest; before the end of; by the end of
    by end of; by eod; by eow; by tomorrow; by tonight; by today; by next week; by this week
    within the week; within 24 hours; within a week; within the day; today please; this week please
    """,
    example=_EASY_NO,
    unless_negated=True,
    unless_past=True,
)

PRESSURE_MILD = PhraseList(
    "pressure",
    Severity.WARNING,
    "“{phrase}” sounds pushy: leave the time to them",
    """
    as quickly as you can; soon as; when can you; when will you; let me know when; follow up again
    following up again; just a reminder; gentle reminder; friendly reminder; in case you forgot
    you might have forgotten
    it only takes; only take|takes five|5|two|2|ten|10 minutes; won't take long; it won't take
    takes a minute; take a minute; just a minute; only a minute
    i need; job search; looking for a job; looking for work; looking for a new job; unemployed
    out of work; laid off; between jobs; get hired; getting hired; help me get a job; find a job
    land a job
    it would really help me; would really help me; help me out; do me a favor; do me a favour
    do me a solid
    """,
    example="No rush, and thank you!",
    unless_negated=True,
    unless_past=True,
)

VAGUE_ASK = PhraseList(
    "vague",
    Severity.WARNING,
    "“{phrase}” leaves them guessing: say what they could mention",
    """
    write me one $; write one $; write me something; write something; just write; say something $
    something nice; something good $; something positive; some nice words; nice words $
    a|some few words !about|on|describing|regarding; few words !about|on|describing|regarding|of
    some words $; good words $; a good word $; some|few|your kind words $
    whatever you want; whatever you like $; whatever you think $; anything you want
    anything you like $
    anything is fine; anything works; anything really
    you know what to say; you know me $
    a recommendation or something; recommendation and stuff; how great i am; how good i am
    how awesome i am
    a good|great|nice|positive|glowing recommendation $
    """,
    example="You could mention how I debugged the login test.",
)

TRADE = PhraseList(
    "trade",
    Severity.WARNING,
    "“{phrase}” sounds like a trade: ask without an offer",
    """
    in return; in exchange; return the favor; return the favour; i'll return; i will return
    happy to return; trade recommendations; swap recommendations; exchange recommendations
    recommendation swap; recommendation exchange; recommend each other; write each other one
    i'll write you; i will write you; i'll write one; i will write one; i can write you
    i can write one; i could write you; i'd write you; happy to write you
    happy to write one !for
    glad to write you; glad to write one; i'll do the same; i will do the same; happy to do the same
    glad to do the same; i'd do the same; will do the same; do the same for you; reciprocate
    scratch my|your back; you scratch; tit for tat; quid pro quo; if you write me; if you write one
    one for one
    gift card; i'll pay; i will pay; buy you; coffee on me; lunch on me; beer on me; drinks on me
    dinner on me
    """,
    example="Would you be open to writing me a short recommendation?",
)

STOCK = PhraseList(
    "stock-text",
    Severity.WARNING,
    "“{phrase}” is LinkedIn's standard text: use your own words",
    """
    would you write me a recommendation; could you write me a recommendation
    can you write me a recommendation; will you write me a recommendation
    i'm writing to ask if you would write me a brief recommendation
    i'd like to ask you for a brief recommendation
    i'm sending this to ask you for a brief recommendation; sending this to ask you for a
    a brief recommendation of my work; that i can include in my linkedin profile
    if you have any questions let me know; thanks in advance for helping me out
    would you be willing to write me a recommendation; can you endorse me
    can you please write me a recommendation; could you please write me a recommendation
    i'd like to add you to my professional network; i hope this message finds you well
    i hope this email finds you well; hope this finds you well
    i would appreciate it if you could write a recommendation; please write me a recommendation
    please recommend me
    """,
    example="Could I ask you for a short recommendation?",
)

LISTS: Mapping[TextKind, tuple[PhraseList, ...]] = {
    TextKind.RECOMMENDATION: (
        VAGUE, JARGON, JARGON_MILD, CLICHE, EFFORT,
        HEDGE, HEDGE_MILD, FAINT, NEGATIVE,
        PRIVATE, SLANG,
    ),
    TextKind.ASK: (PRESSURE, PRESSURE_OF_TIME, PRESSURE_MILD, VAGUE_ASK, TRADE, STOCK, SLANG),
}  # fmt: skip
