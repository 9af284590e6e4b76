"""Weak phrases, as data: the lists of each rule, and which are read for which kind of text."""

from collections.abc import Mapping
from typing import NamedTuple

from recco_tui.core.models import TextKind
from recco_tui.writing.findings import Severity


class PhraseList(NamedTuple):
    """Phrases of one rule and one severity.

    `phrases` has some a line, separated by semicolons, or "phrase => suggestion"; `*` stands for
    any one word and `a|b` for either. `message` may hold {phrase}. With `unless_negated` a phrase
    shortly after a "not" or "never" is not found.
    """

    rule: str
    severity: Severity
    message: str
    phrases: str
    unless_negated: bool = False


# Praise without proof

VAGUE = PhraseList(
    "vague",
    Severity.WARNING,
    "“{phrase}” could be said of anyone: say what they did that shows it",
    """
    nice to work with => name one thing that made the work better
    good|great with tech; good|great with technology => say which tool and what for
    good|great with computers => say which tool and what for
    good at his|her|their job; good at what he|she|they does|do
    good at many things; good at everything; great at everything; good at stuff
    nice person; nice guy; nice girl; nice man; nice woman; nice lady; nice fellow; nice colleague
    good person; good guy; good man; good lad; good egg; good bloke; cool guy; cool person
    good worker; great worker; nice worker; fine worker; very good employee; good employee
    good job; nice job; great stuff; good stuff; nice work
    hard worker => say what the hard work brought about
    very nice; really nice; so nice; super nice; pretty nice
    all kinds of things; lots of things; many things; various things; a lot of stuff; and stuff
    and so on
    knows a lot; knows his|her|their stuff; knows what he|she|they is|are doing
    does|did a good|nice|fine|great job
    is|was good; is|was great; is|was nice; is|was awesome; is|was amazing; is|was fun; is|was cool
    simply the best
    """,
)

JARGON = PhraseList(
    "jargon",
    Severity.WARNING,
    "“{phrase}” is office talk that says nothing of its own: use a plain word or an example",
    """
    results driven; result driven; results oriented; result oriented => say which result
    go getter; self starter; thought leader; thought leadership; change agent
    dynamic go getter; dynamic individual; dynamic professional; dynamic personality; dynamic leader
    outside the box; out of the box thinker; out of the box thinking => say what the new idea was
    leverage|leverages|leveraged|leveraging => use
    synergy; synergies; synergize; synergistic; synergised
    paradigm; paradigm shift; value add; value added; best of breed => say compared with what
    best in class; world class => say compared with what
    move|moves|moved|moving the needle => say what changed and by how much
    low hanging fruit; boil the ocean; circle back; touch base; deep dive; drill down
    on the same page
    at the end of the day; bring|brings|brought to the table => say what they added
    hit|hits the ground running => say what they finished in their first weeks
    wear|wears|wore many hats; wearing many hats => name the two or three jobs they did
    think|thinks big; big picture thinker; strategic thinker and doer; win win; mission critical
    proactive mindset; growth mindset; action oriented; detail oriented professional
    solutions oriented; solution oriented; solutions driven; customer centric; data driven mindset
    bandwidth; core competency; core competencies; ecosystem player; holistic approach; holistically
    operationalize; operationalise; incentivize; utilise|utilize|utilizes|utilized|utilizing => use
    push|pushes|pushed the envelope; raise|raises the bar; next level; cutting edge; bleeding edge
    rockstar; rock star; ninja; guru; superstar => name what they are good at
    seamless integration of; robust solutions; actionable insights; stakeholder alignment
    impactful; value driven; purpose driven; laser focused; hyper focused
    highly motivated individual
    blue sky; swim lane; game plan; 110 percent; give|gives|gave 110
    """,
)

JARGON_MILD = PhraseList(
    "jargon",
    Severity.HINT,
    "“{phrase}” is office talk: a plain word or an example reads better",
    """
    cross functional; stakeholder management; best practices; proactive; team player; fast paced
    detail oriented; multitask; multitasking; skill set; skillset; deliverables; strategic thinking
    collaborative mindset; end to end; passionate about; dynamic; innovative
    """,
)

CLICHE = PhraseList(
    "cliche",
    Severity.HINT,
    "“{phrase}” stands in many recommendations: something only you can say is remembered longer",
    """
    asset to any|your|the|every|our|their|a; an|great|valuable|huge|real|true asset; be an asset
    valuable addition; great addition; welcome addition
    above and beyond => say once what they did that nobody asked for
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
)

EFFORT = PhraseList(
    "effort-only",
    Severity.HINT,
    "“{phrase}” tells of effort: a reader asks what came of it",
    """
    works|worked|working hard; work hard; hard worker; hard working; hardworking
    tries|tried|try hard; tries|tried his|her|their best; does|did his|her|their best
    always does his|her|their best
    long hours; late nights; weekends; puts|put in the hours; puts|put in the work
    puts in the effort
    a lot of effort; lots of effort; great effort; gave his|her|their all; gives his|her|their all
    busy; diligent; eager; enthusiastic; dedicated; committed
    """,
)

# Words that take praise back

HEDGE = PhraseList(
    "hedge",
    Severity.WARNING,
    "“{phrase}” makes the reader doubt: say it straight or leave it out",
    """
    sort of; kind of a; somewhat; i guess; i suppose; i assume; i'd assume; i would guess
    as far as i know; as far as i can tell; from what i know; from what i heard
    from what i've heard
    i don't know him|her|them well; i didn't work closely; i did not work closely
    only worked briefly
    i am not sure; i'm not sure; not entirely sure; not quite sure; not totally sure
    seems to be; seemed to be; seems like; seemed like; appears to be; appeared to be
    more or less; fairly good; pretty good; pretty decent; fairly decent; reasonably good; quite ok
    for the most part; at times; usually good; mostly good; generally good; somehow
    probably; perhaps; possibly; presumably; supposedly; arguably
    might be a good; may be a good; could be a good; could be useful; might be useful
    should be fine; should be ok; should be able to manage; would probably; will probably
    in a way; to some extent; to a degree; to some degree; at least i think
    """,
    unless_negated=True,
)

HEDGE_MILD = PhraseList(
    "hedge",
    Severity.HINT,
    "“{phrase}” can go: the text is yours, and the sentence is stronger without it",
    """
    i think; i feel like; i feel that; i believe; in my opinion; in my view; imo; i would say
    i'd say; to be honest; honestly
    maybe; a bit; a little bit; quite; rather; fairly
    """,
    unless_negated=True,
)

FAINT = PhraseList(
    "faint-praise",
    Severity.WARNING,
    "“{phrase}” praises what is taken for granted and reads as if there were no more to say",
    """
    no complaints; no problems with; never had a problem with; never had any problems
    never had any issues; never had an issue
    never caused trouble; never caused any; never late; always on time; always punctual
    shows|showed up on time
    showed|shows up; came to work; comes to work; did his|her|their job; does his|her|their job
    does what he|she|they is|are told
    did what was asked; does what is asked; did as told; follows instructions; followed instructions
    follows orders
    adequate; adequately; satisfactory; satisfactorily; acceptable; decent; passable; not bad
    alright; okay; competent enough
    good enough; well enough; meets expectations; met expectations; meets the requirements
    met the requirements
    average; fine employee; ok to work with; okay to work with; fine to work with; harmless
    does the job; gets by; capable enough
    has potential; shows potential; is improving; getting better at; learning to
    """,
    unless_negated=True,
)

NEGATIVE = PhraseList(
    "negative",
    Severity.WARNING,
    "“{phrase}” casts a shadow that readers remember: leave it out, or tell only what became of it",
    """
    weakness; weaknesses; weak at; weak in; weak point; weak points; shortcoming; shortcomings; flaw
    flaws; downside; drawback; drawbacks
    could be better; could have been better; could improve; could do better; should improve
    needs improvement; need improvement; needs to improve; needs to work on; needs to learn
    room for improvement
    not the best; not the most; not the fastest; not the strongest; not very good; not so good
    not good at; not great at; isn't the best; wasn't the best
    bad at; terrible at; poor at; poor communication; poor performance; poorly; lazy; careless
    sloppy; stubborn; arrogant; rude; unreliable; moody; annoying; incompetent; disorganized
    disorganised
    sometimes late; often late; always late; was late; missed deadlines; missed the deadline
    missed meetings; forgets to; forgot to
    hard to work with; difficult to work with; difficult person; difficult to manage; hard to manage
    struggles|struggled with; struggles|struggled to; failed to; fails to; lacks|lacked; lack of
    unable to
    complained; complains; complaining; fired; got fired; laid off; let go
    even though he|she|they; despite his|her|their; in spite of his|her|their; unlike others
    unlike some; unlike the rest; unlike most
    """,
    unless_negated=True,
)

# Tone

SLANG = PhraseList(
    "unprofessional",
    Severity.WARNING,
    "“{phrase}” is chat, and strangers read this: keep it friendly and plain",
    """
    lol; lmao; lmfao; rofl; omg; wtf; haha; hahaha; hahah; hehe; lolz; xd; tbh; imho; idk; smh; fyi
    yolo; btw
    dude; dudes; bro; bros; bruh; dawg; homie; homies; buddy; bestie; besties; mate of mine; my man
    my boy; my girl; my dude; fam
    badass; bad ass; kick ass; kickass; kicks ass; kicked ass; hell of a; heck of a; damn; dang
    shit; shitty; crap; fuck; fucking; bitch; ass; sucks; sucked; pissed
    gonna; wanna; gotta; gimme; lemme; kinda; sorta; dunno; ain't; y'all; yall; cuz; coz; 'cause
    u; ur; r u; thx; thnx; pls; plz; ppl; tho; b4; gr8; 2day; w; hella; lit; dope; sick skills; slay
    slayed; slays
    the goat; goated; absolute legend; total legend; a beast; absolute beast; total beast; an animal
    absolute unit; savage; crushes it; crushed it; killing it; killed it; nailed it; crushing it
    just kidding; jk; kidding; inside joke; joking aside; no joke; trust me; believe me
    not gonna lie
    hit me up; hmu; peace out; cheers mate; what a guy; what a gal; awesome sauce; awesomesauce; yay
    woohoo; woo hoo; boom; yup; yep; nope; yeah; yea
    partied; party animal; drinking buddy; drinking buddies; hungover; drunk; wasted; hook up
    pub crawl
    nerd; geek; freak; weirdo; psycho; hottie; cutie; sexy; babe; honey; sweetie; darling; hot
    """,
)

PRIVATE = PhraseList(
    "private-life",
    Severity.WARNING,
    "“{phrase}” is private life: strangers read this, so keep to the work",
    """
    his|her|their wife; his|her|their husband; his|her|their girlfriend; his|her|their boyfriend
    his|her|their fiancé; his|her|their fiance; his|her|their fiancée; his|her|their spouse
    his|her|their partner at home
    his|her|their kids; his|her|their children; his|her|their son; his|her|their daughter
    his|her|their baby; his|her|their toddler; his|her|their newborn; his|her|their family life
    his|her|their mother; his|her|their father; his|her|their parents; his|her|their mom
    his|her|their mum; his|her|their dad
    single mother; single mom; single father; single dad; single parent; newlywed; married; divorce
    divorced; pregnant; pregnancy; maternity leave; paternity leave
    his|her|their divorce; his|her|their marriage; his|her|their wedding; his|her|their illness
    his|her|their sickness; his|her|their health; his|her|their depression; his|her|their anxiety
    his|her|their disability; his|her|their surgery; his|her|their cancer; his|her|their adhd
    his|her|their autism
    his|her|their religion; his|her|their faith; his|her|their church; his|her|their politics
    devout; churchgoer; christian; muslim; jewish; hindu; atheist; republican; democrat; gay
    lesbian; transgender
    his|her|their age; years old; beautiful woman; beautiful girl; handsome; good looking
    pretty girl; pretty woman; gorgeous; attractive; his|her|their looks
    his|her|their salary; his|her|their debts; his|her|their birthday; his|her|their home
    his|her|their address; his|her|their phone number
    """,
)

# What spoils an ask

PRESSURE = PhraseList(
    "pressure",
    Severity.ERROR,
    "“{phrase}” presses: an ask that leaves room is answered more gladly",
    """
    i need this; i need it; i really need; i need you to; i need a|an|your|one; i urgently need
    i desperately need; need this for; need it for; need one for; need it by; need this by
    i'm in need of
    for my job search; my job search; my job hunt => leave your own need out and say what you valued
    my job applications; my interview => leave your own need out and say what you valued
    i have an interview; i'm applying for => leave your own need out and say what you valued
    i am applying for => leave your own need out and say what you valued
    asap; a s a p; as soon as possible; as soon as you can; at your earliest convenience; right away
    right now please; immediately; urgent; urgently; hurry; quickly please; time sensitive
    high priority
    deadline; due date; due by; no later than; at the latest; before the end of; by the end of
    by end of; by eod; by eow; by tomorrow; by tonight; by today; by next week; by this week
    within the week; within 24 hours; within a week; within the day; today please; this week please
    you have to; you must; you need to; you should write; you promised; you said you would
    you owe me; you still owe; still waiting; i am waiting; i'm waiting; i've been waiting
    i am still waiting; don't forget; do not forget; don't ignore; please don't say no
    you can't say no; won't take no
    after all i; after everything i; i already wrote; i wrote you one; i wrote one for you
    i did you a favor; i helped you so; it's the least; the least you; if you really; if you care
    don't let me down; i'm counting on you; i am counting on you; counting on you
    i'm relying on you; i'd be disappointed; i will be disappointed; i would be disappointed
    i'd be hurt
    i'm desperate; i am desperate; desperate; desperately; begging; i beg; beg you; please please
    last chance; i'll lose; i will lose; my career depends; depends on it; depends on you
    everyone else has; everyone else already; others already
    """,
    unless_negated=True,
)

PRESSURE_MILD = PhraseList(
    "pressure",
    Severity.WARNING,
    "“{phrase}” presses a little: leave the time and the choice to them",
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
    unless_negated=True,
)

VAGUE_ASK = PhraseList(
    "vague",
    Severity.WARNING,
    "“{phrase}” leaves them before an empty box: name what you would like them to speak of",
    """
    write me one; write one; write me something; write something; just write; say something
    something nice; something good; something positive; some nice words; nice words; a few words
    few words; some words; good words; a good word; kind words
    whatever you want; whatever you like; whatever you think; anything you want; anything you like
    anything is fine; anything works; anything would; anything really; up to you
    you know what to say; you know me
    a recommendation or something; recommendation and stuff; how great i am; how good i am
    how awesome i am; what a good
    a good recommendation; a great recommendation; a nice recommendation; a positive recommendation
    a glowing recommendation
    """,
)

TRADE = PhraseList(
    "trade",
    Severity.WARNING,
    "“{phrase}” reads as a trade: ask without an offer, and give back later of your own accord",
    """
    in return; in exchange; return the favor; return the favour; i'll return; i will return
    happy to return; trade recommendations; swap recommendations; exchange recommendations
    recommendation swap; recommendation exchange; recommend each other; write each other
    i'll write you; i will write you; i'll write one; i will write one; i can write you
    i can write one; i could write you; i'd write you; happy to write you; happy to write one
    glad to write you; glad to write one; i'll do the same; i will do the same; happy to do the same
    glad to do the same; i'd do the same; will do the same; do the same for you; reciprocate
    scratch my|your back; you scratch; tit for tat; quid pro quo; if you write me; if you write one
    one for one
    gift card; i'll pay; i will pay; buy you; coffee on me; lunch on me; beer on me; drinks on me
    dinner on me
    """,
)

STOCK = PhraseList(
    "stock-text",
    Severity.WARNING,
    "“{phrase}” is LinkedIn's own text that everybody gets: say it in your words",
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
)

LISTS: Mapping[TextKind, tuple[PhraseList, ...]] = {
    TextKind.RECOMMENDATION: (
        VAGUE, JARGON, JARGON_MILD, CLICHE, EFFORT,
        HEDGE, HEDGE_MILD, FAINT, NEGATIVE,
        PRIVATE, SLANG,
    ),
    TextKind.ASK: (PRESSURE, PRESSURE_MILD, VAGUE_ASK, TRADE, STOCK, SLANG),
}  # fmt: skip
