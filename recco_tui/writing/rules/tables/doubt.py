"""Words that take praise back: hedges, faint praise, negativity."""

from recco_tui.writing.findings import Severity
from recco_tui.writing.rules.phrases import Table

HEDGE = Table(
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

HEDGE_MILD = Table(
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

FAINT = Table(
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

NEGATIVE = Table(
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

DOUBT: tuple[Table, ...] = (HEDGE, HEDGE_MILD, FAINT, NEGATIVE)
