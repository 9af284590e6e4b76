"""The cues of each part, as data, in the small language that `cues` describes."""

from collections.abc import Mapping

from recco_tui.writing.parts import Part

# How, where, when and for how long the writer knew the person.
_CONTEXT = r"""
work-with: WORKV +~2 (?:with|for|under|alongside|beside|together)
work-with-at: WORKV +~2 (?:with|for|under|alongside)~6 (?:at|in|from) {CAP}
work-with-on: WORKV +~1 (?:with|for|under|alongside)~5 (?:on|in|for|during) (?:a|an|the|our|my|
    several|many|multiple|various|some|few|two|three|different|numerous)\b
work-with-piece: WORKV +~2 (?:with|for|under|alongside|on|in)~8 {WORKPIECE}
work-with-period: WORKV +~1 (?:with|for|under|alongside)~5 {PERIOD}
work-with-as: WORKV +~1 (?:with|for|under|alongside)~4 as (?:a|an|the|my|our)
work-with-time: WORKV +~1 (?:with|for|under)~5 (?:when|while|during|since)
we-worked: we +~2 (?:worked|work|collaborated|partnered|teamed|built|studied)
and-i-worked: and + (?:i|me)~1 (?:worked|work|collaborated|were|studied|have)
together: together
together-at: together +~2 (?:at|on|in|for|as|during|to)
i-worked: i +(?:'ve)?~2 (?:worked|work|working|collaborated|partnered)
had-pleasure: had have enjoyed +~2 (?:pleasure|opportunity|privilege|chance|honou?r|fortune|joy|
    luck|experience|delight)~4 (?:to|of|in|working|that|as)
pleasure-of: pleasure opportunity privilege chance honor honour fortune + (?:of|to)~1 (?:work|
    working|collaborat\w+|lead\w*|manag\w+|supervis\w+|know\w*|be|being|hav\w+|mentor\w+|teach\w*|
    observ\w+|partner\w*|hir\w+|report\w*)
at-cap: at + {CAP}
in-cap: in + (?:the )?{CAP}
for-cap: for + (?:the )?{CAP}
the-cap-piece: the our + {CAP}~2 {WORKPIECE}
during-time: during throughout over in +~2 {TENURE}
during-our: during throughout over + (?:his|her|their|our|my|this|that|the)
when-we: when while whilst since after before + (?:he|she|we|i|they|{CAP})~1 (?:was|were|am|worked|
    first|joined|join|started|began|met|had)
while-at: when while whilst +~2 (?:at|working|studying|serving|employed|leading|managing|building|
    interning|in)
for-period: for over almost nearly past last about around than +~4 (?:{PERIOD}|decades?)
years-now: years months +~2 (?:now|together|ago|at|as|in|on|and)
since-year: since in from until between +~1 (?:19|20)\d\d
in-month: in since from until during + {MONTHNAME}
report: report reported reporting reports +~1 (?:to|directly)
my-boss: my our +~2 {BOSS}
my-mate: my our +~2 {MATE}
was-boss: was is been were as being + (?:my|our|the|a|an)~3 {BOSS}
was-my: was is been were became + (?:my|our|one of (?:my|our|the))
as-my: as + (?:my|our|his|her|their)~2 (?:{BOSS}|{MATE}|{JOB})
as-a-job: as + (?:a|an|the|our|my)~4 (?:{BOSS}|{JOB})
i-led: i we +(?:'ve)?~2 {LEADV}
i-hired: i we +(?:'ve)?~2 {HIREV}
hired-to: hired engaged contracted recruited asked employed +~4 (?:to|for|as)
he-led-my: LEADV + (?:me|us|my|our)
he-led-the: led leads leading headed heading managed +~1 (?:the|our|a)~4 (?:team|development|
    project|group|department|design|effort|company)
tutored: tutored taught tutoring tutor teaching helped coached worked +~1 (?:with )?(?:my|our|
    both)~2 {FAMILY}
family: my our +~1 {FAMILY}
joined: joined join joining +~1 (?:our|my|the|us|as|{CAP})
served-as: served serving serves acted worked works working +~2 as
role-on: member part lead leader head + (?:of|on|for) (?:my|our|the|a|his|her)
same: same +~2 (?:team|company|project|office|class|department|time|group|floor)
known-for: known know knew +~4 (?:for|since|from|through|during|as)~3
met: met met first +~3 (?:at|when|in|through|during|while|met|worked|encountered)
under: under + (?:my|his|her|their|our|{CAP})
my-team: my +~2 (?:team|company|organi[sz]ation|department|project|class|classes|course|startup|
    business|internship|website|site|app|thesis|degree|career)
our-team: our +~2 (?:team|company|organi[sz]ation|department|group|startup|firm)
student: student students intern interns class classes course courses university college school
    semester bootcamp academy internship capstone
on-project: on +~5 (?:project|projects|app|platform|website|system|product)
n-pieces: COUNT different +~2 {WORKPIECE}
build-a: to for +~1 (?:design|build|develop|create|redesign|help|implement|write|make|update|
    migrate|improve)~2 (?:a|an|my|our|the)
closely: closely directly side alongside
i-saw: i we +(?:'ve)?~2 (?:observed|watched|seen|saw|witnessed|interacted)
with-i-worked: i've i we +~2 (?:worked|working) with
ever-worked: ever best +~1 (?:worked|had|met|known|seen)
where-he: where when + (?:he|she|we|i|they|his|her)
role-title: senior junior lead principal staff chief head assistant +~2 (?:{JOB}|{BOSS}|officer)
working-relationship: relationship collaboration interactions interaction engagement experience
    +~1 (?:with|working|at|on)
past-year: last past this + (?:year|month|summer|winter|fall|spring|semester)
one-i-worked-with: JOB BOSS MATE managers leads directors mentors freelancers tutors contractors
    +~1 (?:that |whom |who )?(?:i|we)(?:'ve)?~2 (?:work|worked|partnered|collaborated|had|met|known|
    hired|used)
worked-times: WORKV +~2 (?:with|for|alongside)~4 (?:several|multiple|many|few|some|various|
    different|twice|couple|numerous|times|occasions|countless)
worked-with-many: WORKV +~1 with~2 (?:a lot|many|lots|hundreds|dozens|\d+s?|numerous|countless|
    other|plenty|various|a number)
came-on: came bring brought bringing added assigned introduced referred transferred +~2 (?:on|onto|
    aboard|onboard|board|to) (?:our|us|me|my|the|a|board|as|and|to)
with-us: with + us
we-were-doing: i we + (?:was|were)~1 (?:working|building|writing|developing|leading|running|looking|
    starting|searching|trying|struggling|designing|planning|seeking|managing)
our-piece: my our +~2 {WORKPIECE}
our-org: our my +~3 {ORG}
our-work: our + (?:work|engagement|sessions|time|conversations)
our-relationship: our my +~2 (?:collaboration|relationship|partnership|acquaintance|association|
    interactions?|experiences?|dealings|friendship|sessions?)
writer-as: as + (?:a|an|the|his|her|their|our)~5[\s,]+(?:i|we|i'm|i've|we've|my)
assigned: responsible charge assigned tasked + (?:for|of|to|with)
when-our: when after before since until where + (?:i|we|my|our|the)
started: started start began starting +~3 (?:with|as|at|in|on|out|from|working)
under-me: under reporting reported +~1 (?:my|our|to me|to us|me)
had-as: have had having has +~2 as (?:my|our|a|an|her|his|the)
was-a-client: is was were been +~1 (?:a|an|my|our)~3 (?:client|customer|colleague|teammate|intern|
    student|pupil|mentor|mentee|manager|boss|contractor|friend|classmate|coworker|supervisor|
    teacher|professor|tutor|employee)
first-role: favorite favourite first only +~2 (?:{JOB}|{BOSS}|{MATE})
led-our: led lead leading headed heads ran oversaw took +~4 (?:our|the)~3 (?:department|development|
    team|project|effort|efforts|group|helm|division|initiative|migration|redesign)
sessions-with: sessions session meetings meeting classes lessons projects project conversations
    reviews +~1 with (?:him|her|them|{CAP}|my|me|us)
since-day-one: since from +~1 (?:day|the beginning|the start|beginning|then|early|childhood|college|
    school|university)
knowing: knowing +~2 (?:for|him|her|{CAP})
helped-with-our: helped assisted supported engaged hired worked advised +~4 (?:our|
    my)~2 (?:{WORKPIECE}|{ORG}|mvp|launch|build|search|homepage|exams?)
again-with: again
"""

# Abilities, character and ways of working; and what is praise without more.
_SKILLS = r"""
quality: QUALITY
ability-to: ability capacity knack talent gift passion eye aptitude willingness desire eagerness
    commitment dedication skill + (?:to|for|of|in)
is-a: is was are +~1 (?:a|an)~3 {QUALITY}
he-is: HE +(?:'s| is| was| has been)~2 {QUALITY}
always-deed: ADVERB + \w+(?:s|ed|ing)
his-quality: HIS +~3 {QUALITY}
has-quality: has have had possesses possess +~3 {QUALITY}
able-to: able capable + (?:to|of)
willing: willing eager ready happy keen quick +~1 to
impressed: impressed impressive admire admired struck stood stands
good-at: good great excellent brilliant skilled proficient adept expert + (?:at|in)
team-player: team + player
one-of: one + of the (?:most|best|smartest|finest|hardest|few|brightest|top)
easy-to: easy pleasure joy delight fun +~1 to~1 (?:work|deal|talk|collaborate)
knows: knows understands demonstrates demonstrated shows showed showcased displayed exhibited
    exhibits brings handles handled approaches approached tackles tackled proved
not-only: not + (?:only|just)
above-beyond: above + and beyond
no-matter: no matter regardless despite under +~2 (?:pressure|matter|how|what)
he-does: HE +~1 (?:always|consistently|never|often|can|could|would|takes|took|goes|went|makes|cares|
    listens|explains|knows|understands)
tech: python java javascript react sql aws azure docker kubernetes testing backend frontend stack
    agile scrum design css html node angular cloud devops automation
also: also additionally moreover furthermore besides beyond
delivers-well: delivers delivered deliver delivering produces produced produce provides provided
    +~2 (?:{PRAISEADJ}|high|quality|top|best|clean|on)
exceeds: exceeds exceeded exceed exceeding +~2 (?:expectations?|them|those|what)
made-him-a: made makes making make + (?:him|her|them)~3
contributions: valuable meaningful significant major key great invaluable + (?:contributions?|
    contributor|role|part|member)
brings-to: brings brought bring bringing +~5 to (?:a|the|any|every|our|his|her|all|everything)
helped-with: helped helps supported assisted +~2 (?:with|in|at|when|out|through|navigate|prepare|
    brainstorm|set)
"""

# What the person's work changed, and by which words that is said.
_IMPACT = r"""
helped-whom: HELPV +~1 (?:us|me|our|my|the|them|others|everyone|those|people|any|his|her|their|
    students|teams?)
helped-past-whom: helped enabled allowed let +~1 (?:us|me|our|my|the|them|others|everyone|those|
    people|any|his|her|their|students|teams?)
helped-do: HELPV +~1 (?:to |in |with )?(?:{BETTERV}|{DELIVERV}|\w+ing|build|get|keep|make|drive|
    shape|resolve|close|create)
which-helped: which that this these and it +~2 (?:help\w*|allow\w*|enabl\w*|led|ma[dk]e\w?|sav\w+|
    improv\w+|ensur\w+|gave|bring\w*|brought|result\w*|contribut\w+|creat\w+|foster\w*|increas\w+|
    reduc\w+|mean[ts]|eased|kept)
noun-verb: HELPNOUN QUALITY +~6 (?:helped|helps|enabled|enables|allowed|made|makes|saved|improved|
    improves|ensured|ensures|ensure|led|brought|brings|contributed|contributes|created|creates|
    fosters|fostered|inspires|inspired|increased|elevated|elevates|drove|drives|gave|gives|resulted|
    results|enhanced|enhances|influenced|transformed|kept)
caused-good: CAUSEV +~4 {GOODNOUN}
better-good: BETTERV +~4 (?:{GOODNOUN}|{TEAM})
better-our: BETTERV +~1 (?:our|the|my|us|team|client|customer|user|overall)
better-past: improved enhanced increased reduced saved boosted elevated streamlined transformed
    accelerated doubled eased simplified strengthened raised optimized automated eliminated exceeded
    turned redefined overhauled revamped
better-by: BETTERV +~5 by (?:\d|half|over|more|a|an)
to-better: to +~1 {BETTERV}
better-gerund: improving enhancing increasing reducing saving boosting elevating streamlining
    transforming accelerating enabling ensuring allowing making leading resulting fostering creating
    bringing driving helping turning contributing culminating
ensure: ensure ensures ensured ensuring
make-sure: made makes making make + sure
made-it: made makes making make +~5 (?:easy|easier|better|possible|more|less|fun|smooth|smoother|
    enjoyable|feel|productive|efficient|faster|effective|clear|seamless|sense|successful|look|
    accessible|comfortable|doable|work|simple|polished|interesting|manageable|painless|effortless|
    available|understandable|relatable|worthwhile|stronger|approachable)
contributed: contribute contributes contributed contributing contributor contribution contributions
    +~5 (?:to|towards?)
contributed-x: contribute contributes contributed contributing contribution contributions
    +~7 (?:success\w*|growth|{TEAM}|{GOODNOUN})
key-to: KEYROLE +~1 (?:to|in|for|role|part|member|factor|contributor|asset)
key-role: instrumental crucial pivotal vital critical key essential
success-of: success + (?:of|in|for|that|was|and|we)
success: success successful successfully
game-changer: game + chang\w+
value: add adds added adding bring brings brought deliver delivers delivered delivering
    +~4 (?:value|benefit\w*|results?|advantage|opportunities)
thanks-to: thanks thank due owe owing +~1 to
because-of: because result consequence + of
as-result: as + a~1 (?:result|consequence)
with-his-help: with under through by thanks without because of for to + (?:his|her|their|
    {CAP})~2 {HELPNOUN}
result-in: led lead leads leading resulted resulting results culminating culminated translated
    translating +~2 (?:to|in|into)
result: result results outcome outcomes
so-that: so +~1 (?:that|we|much|everyone|our|the)
on-time: on ahead within under before in +~1 (?:time|schedule|of schedule|budget|deadlines?|track|
    no time|record)
in-span: in within under just only +~3 \w+ (?:days|weeks|months|hours|minutes)
delivered: delivered launched shipped completed finished released achieved accomplished succeeded
    implemented deployed won attained exceeded
delivered-x: DELIVERV +~6 (?:{WORKPIECE}|{GOODNOUN}|solutions?|features?|releases?|mvp|software|
    code|work|product)
deliver-now: delivers completes achieves finishes ships executes exceeds
got-done: get gets got getting +~4 (?:done|running|working|live|it|going)
from-scratch: from +~1 (?:scratch|zero|ground|the ground|nothing|concept)
we-able: we i team us they +~3 (?:able|managed|could|can now|now)
enabling: enabling allowing making helping leading resulting ensuring giving empowering freeing
    providing +~2 (?:us|me|our|my|the|them|others|everyone|those|people|any|his|her|their|students|
    teams?)
exactly-what: exactly + (?:what|as|how)
now: now today still +~2 (?:is|are|have|has|able|use|used|feel|easy|easier|a|my)
more-adj: more less + (?:efficient\w*|effective\w*|confident\w*|productive|reliable|enjoyable|
    robust|stable|quickly|smoothly|value|seamless|successful|organized|clarity)
faster: faster easier smoother quicker better stronger higher clearer simpler
solved: solved resolved fixed unblocked removed rescued +~5
turn-into: turn turned turning transformed transforming turns +~6 (?:into|around)
from-day: from + (?:day|the (?:first|start|beginning|get|very))
went-smoothly: went go goes ran run runs running +~2 (?:smooth\w*|well|live)
save-time: save saved saves saving +~5 (?:time|hours|days|money|cost\w*|me|us|our|my|weeks)
if-not: without if +~4 (?:him|her|them|not|help|input|support)~6 (?:would|could)
moved-forward: moved took pushed brought carried taking bringing moving pushing takes brings moves
    +~5 (?:forward|further|next level|to (?:a|an|the|new)|to life|together|to market|fruition)
translated: translated translates converted translating converting +~6 (?:into|to)
wanted: wanted needed envisioned imagined envisaged expected asked hoped
short-time: in within over +~3 (?:short|record|quick|no)~1 (?:time|period|order|span|turnaround|
    while)
still-in-use: still today +~3 (?:use|using|benefit|rely|today|running|in use|follow|remember|apply|
    works|working)
to-this-day: this + day
we-achieved: we team they +~2 (?:accomplished|achieved|delivered|launched|shipped|finished|
    completed|won|hit|reached|received|got|ended|came)
reflects: reflect reflects reflected evident +~2 (?:that|in|this|it)
# plain results: a before and after, a number, what stopped, what nobody needs to do any more
moved-to: fell dropped drops drop went shrank shrunk grew rose climbed jumped rises increased
    decreased declined sank soared slid cut reduced +~3 (?:to|from|below|under|above|down|up|
    by (?:a |an |one |two |over |nearly |almost |about )?(?:\d\S*|half|third|quarter|ten|twenty|
    thirty|forty|fifty)|
    in half|zero|none|sharply|dramatically|overnight|steadily)
multiplied: doubled tripled quadrupled halved
from-to: from +~5 to~1 (?:\d[\w.,%]*|one|two|three|four|five|six|seven|eight|nine|ten|
    twelve|twenty|thirty|forty|fifty|zero|none|nothing|under|less|a|an|the)
used-to-now: used + to~9[\s,]+(?:now|but|until|before|today|anymore)
ends-now: now +(?=[.!,;]|\Z)
no-longer: no + longer
any-more: anymore any +(?: more)?(?=[.!,;]|\Z)
instead-of: instead + of
never-again: never not hasn't haven't didn't nobody none nothing
    +~6 (?:again|since|once|back|returned)
never-came: never + came back
none-lost: no not zero none nobody without +~4 (?:lost|missed|complaints?|downtime|failures?|failed|
    errors?|bugs?|outages?|delays?|surprises|corrections|issues?|incidents?|late|dropped|problems?)
had-to: nobody no none never +~3 (?:had to|has to|have to|need to|needs to|needed to)
stopped: stopped stops quit ceased +~1 (?:being|having|\w+ing|coming|calling|asking|arguing)
gone: gone disappeared vanished silent quiet +(?=[.!,;]|\Z| since| from| in| by| for| within)
first-time: for + the first time
for-once: finally + (?:\w+ed|got|understood|made|could|able|began|saw|felt|has|have|had|works?)
i-finally: i we my our +~2 finally
share-of: half third quarter two-thirds + (?:of|as|the)
by-share: by + (?:a |one |two |over |nearly |almost |about |more than )?(?:half|third|thirds|
    quarter|fifth|percent|\d[\w.,]*)
percent: percent percentage
times-as: twice double triple half three four five ten +~1 (?:as (?:many|much|fast|often|long|
    quickly|big|good|high)|the (?:number|amount|time|size|price|speed))
in-under: in within under +~2 (?:seconds?|minutes?|hours?|days?|weeks?)(?=[.!,;]|\Z| instead| after|
    for)
early: day days week weeks month months hour hours + (?:early|ahead|sooner|earlier|faster)
of-a-day: once times + (?:a|per|every) (?:day|week|month|year)
came-back: came come returned +~2 back
customers-did: customers clients users readers people parents visitors subscribers patients guests
    members students children kids interns hires +~4 (?:came|come|returned|renewed|signed|stayed|
    switched|bought|booked|joined|passed|found|left|began|started|are|now|attended|ordered)
renewed: renewed extended signed reordered +~4 (?:year|contract|months|up|deal|us|license|agreement)
we-kept: we i they +~1 (?:kept|won|closed|saved|landed|secured|earned|raised|sold|recovered|gained|
    regained|avoided|opened|shipped|launched|beat|got|found (?:the|our|a|my))
i-got: i we +~2 (?:got|landed|received|won|earned|secured|was offered|was accepted|was hired|
    was promoted|graduated|ended)~4 (?:job|offer|role|position|exam|test|grade|promotion|
    raise|degree|interview|funding|grant|place|internship|admission|license|certificate|certification|
    back|deal|contract|a|an|the|my|our|into)
passed-it: passed passes aced +~2 (?:exam|test|tests|review|audit|interview|course|class|first|on|
    the|my|with|her|his)
sold-out: sold + out
we-got-back: got get gave gives +~4 back
we-now: we i our my they it the +~4 now
now-verb: now + (?:\w+s|\w+|we|i|our|they|it|the)
again-now: sleep breathe trust enjoy love like smile work ship + again
i-do-because: because + of (?:what|how|that|this|him|her|them|{CAP})
after-his: after since with thanks before until + (?:his|her|their|{CAP})~1 (?:fix|notes|script|
    talk|change|changes|patch|rewrite|redesign|lessons?|sessions?|review|reviews|plan|idea|advice|
    tips|course|class|workshop|treatment|exercises|edits|work|tool|design|report|letter|guide|
    checklist|template|templates|feedback|help)
thanks-his: thanks + to (?:his|her|their|this|that|the|{CAP})
would-have: would wouldn't could couldn't might + (?:not |never |probably |all )?have
    (?!liked|loved|preferred|wanted|enjoyed)(?:\w+ed|been|
    had|given|lost|gone|taken|cost|left|quit|made|got|gotten|known|found|won|done|come|kept)
without-would: without +~5[\s,]+(?:i|we|our|my|the|it|they)~1
    (?:would|could|might|wouldn't|couldn't)
if-not-for: if + not for
if-had-not: if had + (?:it )?(?:not|hadn't|he not|she not|they not|it not|weren't)
still-works: still + (?:use|uses|used|using|works?|runs?|running|stands|rely|relies|quote|quotes|
    follow|follows|hangs|live|lives|in|keep|keeps|pays|read|reads|apply)
owe: owe owed owes +~4 to
turned-into: turned turns made + (?:a|an|the|our|my|us|me)~6 (?:into|around)
# on people: what others learned, felt or became through the person
helped-me-do: HELPV + (?:me|us|our|the|my|them)~3 (?:to )?(?:be|become|get|grow|{BETTERV}|
    {DELIVERV}|understand|learn|reach|achieve|stay|feel|build|develop|navigate|keep)
foster: foster fosters fostered fostering cultivate cultivates cultivated creates created creating
    creat builds built maintains promotes +~6 {CULTURE}
made-difference: made makes make making has had left have +~4 (?:difference|impact|mark|
    contributions?|impression|improvements?|strides)
learned-from: LEARNV +~6 (?:from|under|thanks|through|with|by)
i-learned: i we i've +~3 (?:learned|learnt|gained|grew|grown|learn|improved|benefited|benefitted)
taught-me: taught teaching teaches mentored guided shaped molded inspired inspires inspire
    encouraged motivated pushed prepared empowered + (?:me|us|our|my|everyone|those|the)
grow-as: grow grew growing develop become become became +~3 (?:as|into|in|professionally|personally|
    a|more|better|my|and)
better-me: better +~2 (?:engineer|developer|designer|person|teacher|programmer|student|leader|team|
    version|professional|manager)
confidence: confidence confident +~1 (?:in|to|and|grew|of|as|that|with)
gave-us: gave gives given giving provided provides brought brings + (?:me|us|our|them|my|the|him|
    her)~4
those-around: those everyone people anyone +~1 (?:around|who)
inspire: inspire inspires inspired inspiring motivates motivated elevates uplifts empowers
    contagious
impact-on: impact influence effect difference mark +~2 (?:on|in|for|to|at)
feedback: clients client customers users stakeholders +~3 (?:loved|love|happy|satisfied|spoke|
    praised|appreciated|satisfaction|pleased|delighted)
appreciated: appreciate appreciated grateful thankful +~2 (?:his|her|the|for|how)
follow-me: followed stuck stayed shaped changed +~2 (?:me|with|my|our|the|how)
bar: bar standard standards example benchmark tone
morale: moral morale camaraderie
we-are-able: we're i'm i'd we'd we've i've they've +~3 (?:able|now|learned|learnt|gained|grown|
    achieved|used|using|better|seen)
award: award awards awarded promotion promoted reward won prize recognition
spoke-highly: spoke speak speaks reached noted commented complimented raved expressed +~3 (?:highly|
    out|that|on|about|appreciation|gratitude)
stay-on-track: stay stays stayed keep keeps kept remain +~4 (?:on top|on track|on pace|motivated|
    focused|engaged|calm|aligned|informed|organi[sz]ed|ahead)
feel-safe: feel feels felt feeling +~2 (?:welcome|valued|safe|comfortable|confident|empowered|
    supported|heard|included|appreciated|motivated|like|good|better|seen|at ease)
i-still-use: i we +(?:'m|'ve)?~2 (?:use|used|using|apply|carry|hold|owe|still)
opened-eyes: opened shown showed convinced changed shifted broadened widened +~2 (?:me|my|our|us|
    how)
level-up: level leveled levelled leveling force night +~1 (?:up|multiplier|and day|the skills?)
gained-insight: gained gain gaining +~2 (?:valuable|insights?|confidence|knowledge|skills|so much|
    a lot|understanding)
raised-others: developed developing raised lifted elevated elevates trained coached uplift uplifts
    uplifting grows grew steadies +~3 (?:people|others|those|everyone|around|team|engineers|
    juniors?|peers|colleagues)
grades: grades grade scores score admission admissions admitted accepted acceptance
    scholarship scholarships
taught-how: taught teach teaches showed shows shown prepared + (?:me|us|them|him|her|my \w+|our \w+|
    others|students)~1 (?:how|what|that|the|to|so|well|very|many|everything|a|some)
brings-culture: brings brought bring bringing sets provides makes gives gave +~5 (?:culture|
    environment|atmosphere|morale|cohesion|energy|clarity|spirit)
whole-team: entire whole + (?:team|company|organi\w+|class|department|office)
made-us: made makes making make + (?:me|us|our|my|everyone|everybody)~3
"""

# The writer takes a stance, now or for the person's future.
_ENDORSEMENT = r"""
recommend: RECOMMENDV
i-recommend: i we i'd would +~4 (?:recommend|endorse|vouch|commend)
highly: highly strongly definitely wholeheartedly absolutely certainly completely thoroughly fully
    confidently unreservedly happily gladly +~1 (?:recommend\w*|endorse\w*|vouch)
recommend-for: recommend recommending +~4 (?:for|to|as)
would-hire: would will i'd we'd +~3 (?:hire|rehire|employ|use|jump|love|work|welcome|trust|hesitate|
    want|choose)
again: again
asset: asset addition +~1 (?:to|for|in|of|anywhere)
be-asset: be +~4 (?:asset|addition|fit|hire|success|value|benefit|credit)
any-team: any whichever whatever every your +~3 (?:team|company|organi[sz]ation\w*|employer|role|
    project|business|position|group|workplace|environment|startup|endeavou?r|task|firm|department|
    job|institution|challenge)
lucky: lucky fortunate blessed +~2 (?:to|if|for|enough)
would-be-lucky: would will + be~3 (?:lucky|fortunate|proud|happy|honou?red|thrilled|glad|delighted|
    great|asset|wise)
wish: wish wishing +~3 (?:best|luck|success|well|all|every|much|nothing)
best-luck: best good + (?:of luck|wishes|luck)
future: future next +~2 (?:endeavou?rs?|career|success|projects?|roles?|team|employers?|
    opportunit\w+|work|ventures?|employment|colleagues?|challenges?)
look-forward: look looking + forward
hope: hope hoping +~3 (?:to|we|that|our|i|he|she|they)
no-hesitation: no without zero not wouldn't any +~3 (?:hesitat\w+|reservations?|doubts?|question|
    second thought|qualms)
confident: confident sure certain doubt believe +~2 (?:that )?(?:he|she|they|{CAP})~2 (?:will|would|
    can|is|has)
he-will: HE +(?:'ll| will| would)~2 (?:be|continue|make|excel|succeed|do|bring|go|thrive|have|prove|
    add|achieve|contribute|become|help)
will: will + (?:be|continue|make|excel|succeed|do|bring|go|thrive|add)
if-you: if +~1 (?:you|your|anyone|given|i|ever)
you: you your
anyone: anyone anybody others someone +~3
continue: continue continues continued +~1 to
kudos: kudos congratulations congrats bravo congratulate applaud thumbs
chance: chance opportunity pleasure +~1 to~1 work~2 (?:again|in)
must: must deserves deserve +~2 (?:have|hire|be|all|every|the|to)
proud: proud glad happy +~1 (?:to|of)~1 (?:recommend|call|say|have|vouch)
valuable: valuable invaluable great tremendous huge wonderful strong fantastic + (?:asset|addition|
    fit|choice)
welcome: welcome welcomed +~3 (?:opportunity|chance|back|to)
stars: 10 five 5 100 + ?(?:/10|stars?|out of|/5|%|percent)
go-to: go first + (?:to|person|choice|call)
miss: miss missed loss
need: need needs looking seeking seek searching wants want +~3 (?:a|an|someone|the|for|of)
ahead: career future success path road journey +~3 ahead
bright-future: successful bright promising long great brilliant + (?:career|future|things|heights|
    success)
poised: poised destined bound set well on +~3 (?:for|to|way)~2 (?:\w+ )?(?:great\w*|success\w*|
    growth|big|bigger|becom\w+|continued|do|go|achieve|excel|his|her)
excited-to-see: excited eager curious thrilled wait anticipate +~1 to~2 (?:see|watch|work|hear|
    follow)
favorite: favorite favourite
the-one-for: the your +~1 (?:one|person|{JOB}|man|woman|guy|gal|teacher|tutor|mentor|professional|
    teammate|source|team)~1 (?:to|for) (?:you|go|hire|call|work|turn|use|choose|have|get|contact|
    him|her|the)
turn-to: turn think go come call reach return +~1 (?:to|of|on|back)~2 (?:{HE}|{CAP}|when|if|
    whenever|for)
regret: regret regrets
would-like: would i'd we'd +~2 (?:like|love|want|choose|jump|be happy|be glad|be delighted|
    be thrilled|be proud)~1 (?:to|at|if)
not-without: want imagine +~4 without
everyone-wants: every any each +~1 (?:team|company|employer|manager|leader|client|organi\w+|startup|
    school|project|business|boss)~1 (?:wants?|needs?|deserves|should|dreams|hopes|looks|would|could)
kind-of-person: type kind sort + of (?:a |an )?(?:{MATE}|{JOB}|{BOSS}|person|player|member|leader)~2
    (?:every|any|you|everyone|anyone|i|we|that)
right-fit: good great perfect right ideal strong excellent natural obvious + (?:fit|match|choice|
    hire|candidate|pick|teammate|partner|person|{JOB})~1 (?:for|to|at|in)
could-become: could would will he'll she'll +~2 (?:develop|become|grow|represent|flourish|
    accomplish|surpass|rise|fit|go far|go on)
people-like: people like more +~1 (?:like|of) (?:{HE}|{CAP}|this)
keep-working: continue continued keep remain hope glad +~2 (?:working|to work|collaborat\w+|
    learning|partnership|relationship)
delighted-to: delighted pleased honored honoured pleasure happy proud privilege thrilled
    +~1 to~1 (?:provide|write|give|offer|recommend|endorse|vouch|support)
hire-again: hire rehire employ reemploy work working collaborate hiring use call contact engage take
    have +~5 (?:again|next time|anytime|any time|any day|whenever|in a heartbeat)
trust-with: trust +~4 (?:with|to|any)
contact-me: contact reach +~2 (?:me|out)
if-i: if + i~2 (?:ever|could|were|had|need|get|start|started|have the)
expect: expect expected envision envisage imagine foresee see anticipate + (?:{HE}|{CAP}|great|big|
    nothing)~2
to-have-on: to + (?:have|hire|get|employ|join|bring|add)~4 (?:on|to|in|onto) (?:any|your|the|a|
    their|our)
came-recommended: came comes was were +~1 (?:highly )?recommended
we-are-lucky: am are was were i'm we're feel felt been +~2 (?:lucky|fortunate|blessed)
your-team: your +~2 (?:team|company|organi\w+|project|business|trust|respect|needs?|problems?|
    expectations?|life|child|kids?|side)
much-success: much every all more continued +~1 (?:success|luck|best|happiness)
would-benefit: would will +~2 (?:lead to|benefit|serve|enrich|complement|suit|fit|strengthen|
    be well)
candidate: candidate resource hire choice employee fit addition +~1 (?:for|to|on|in|at)
"""

LISTS: Mapping[Part, str] = {
    Part.CONTEXT: _CONTEXT,
    Part.SKILLS: _SKILLS,
    Part.IMPACT: _IMPACT,
    Part.ENDORSEMENT: _ENDORSEMENT,
}


_RESULT_CUES = """
moved-to multiplied used-to-now ends-now no-longer any-more instead-of never-again never-came
none-lost had-to stopped gone first-time for-once share-of by-share percent times-as in-under early
came-back customers-did renewed i-got passed-it sold-out again-now i-do-because after-his thanks-his
would-have without-would if-not-for if-had-not still-works owe we-now better-by short-time on-time
"""
RESULTS = frozenset(f"{Part.IMPACT}.{name}" for name in _RESULT_CUES.split())
"""cues of a plain result: a number, a before and after, someone who gained, what else would have
been. A sentence with one may be the impact, and the writer is asked."""


def _named(*names: str) -> frozenset[str]:
    return frozenset(f"context.{name}" for name in names)


COLLABORATION = _named(
    "work-with", "we-worked", "and-i-worked", "together", "had-pleasure", "pleasure-of", "i-worked"
)  # fmt: skip
"""cues that two people worked together, which alone tell neither where nor when"""

ANCHORS = {
    "place": _named("work-with-at", "at-cap", "in-cap", "for-cap", "the-cap-piece", "our-team",
                    "my-team", "joined"),
    "time": _named("work-with-period", "work-with-time", "during-time", "when-we", "while-at",
                   "for-period", "years-now", "since-year", "in-month", "past-year", "known-for"),
    "role": _named("report", "my-boss", "my-mate", "was-boss", "as-my", "as-a-job", "i-led",
                   "i-hired", "he-led-my", "under", "tutored", "served-as", "role-on"),
    "piece": _named("work-with-on", "work-with-piece", "on-project", "n-pieces", "student",
                    "build-a"),
}  # fmt: skip
"""what ties a collaboration to a place, time, role or piece of work: cues by kind"""
