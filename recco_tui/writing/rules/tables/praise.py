"""Praise without proof: vague words, jargon and clichés."""

from recco_tui.writing.findings import Severity
from recco_tui.writing.rules.phrases import Table

VAGUE = Table(
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

JARGON = Table(
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

JARGON_MILD = Table(
    "jargon",
    Severity.HINT,
    "“{phrase}” is office talk: a plain word or an example reads better",
    """
    cross functional; stakeholder management; best practices; proactive; team player; fast paced
    detail oriented; multitask; multitasking; skill set; skillset; deliverables; strategic thinking
    collaborative mindset; end to end; passionate about; dynamic; innovative
    """,
)

CLICHE = Table(
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

EFFORT = Table(
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

PRAISE: tuple[Table, ...] = (VAGUE, JARGON, JARGON_MILD, CLICHE, EFFORT)
