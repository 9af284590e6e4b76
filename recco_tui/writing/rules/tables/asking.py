"""What spoils an ask: pressure, vagueness, a trade, LinkedIn's own stock words."""

from recco_tui.writing.findings import Severity
from recco_tui.writing.rules.phrases import Table

PRESSURE = Table(
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

PRESSURE_MILD = Table(
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

VAGUE_ASK = Table(
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

TRADE = Table(
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

STOCK = Table(
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

ASKING: tuple[Table, ...] = (PRESSURE, PRESSURE_MILD, VAGUE_ASK, TRADE, STOCK)
