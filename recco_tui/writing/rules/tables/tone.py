"""Tone: slang, jokes and private life."""

from recco_tui.writing.findings import Severity
from recco_tui.writing.rules.phrases import Table

SLANG = Table(
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

PRIVATE = Table(
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

TONE: tuple[Table, ...] = (PRIVATE,)
