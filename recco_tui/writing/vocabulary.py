"""Word families that the cues are made of: the language of recommendations, by meaning.

The lists are meant to be longer than what any one collection of texts holds: a word belongs where a
speaker of English would put it. `{NAME}` in a cue's pattern stands for any word of the family or of
the union; `FAMILIES_OF` maps a word to the families it belongs to.
"""

from collections.abc import Iterator, Mapping

_FAMILIES = """
# people
HE: he she they him her them
HIS: his her their
I: i we
ME: me us myself ourselves
MY: my our
YOU: you your yours yourself
FAMILY: son daughter sons daughters child children kid kids niece nephew boys girls boy girl
    grandson granddaughter teen teenager teenagers
SENIORROLE: manager boss supervisor director lead leader head mentor coach teacher tutor professor
    instructor lecturer trainer founder cto ceo vp cofounder advisor adviser chief president
    principal owner chair captain foreman superintendent editor executive partner superior
    headteacher dean
JUNIORROLE: mentee intern student pupil trainee apprentice fresher newcomer graduate undergraduate
    assistant report subordinate direct interns students pupils trainees
PEERROLE: colleague colleagues coworker coworkers teammate teammates peer peers classmate classmates
    partner partners member members friend friends collaborator collaborators counterpart
    counterparts roommate co
HIREDROLE: contractor freelancer consultant vendor supplier agency provider developer tutor designer
    photographer translator illustrator copywriter builder decorator
JOB: engineer developer designer analyst architect tester programmer administrator writer editor
    researcher scientist consultant contractor freelancer specialist technician volunteer assistant
    associate apprentice qa sdet devops scrum owner recruiter marketer accountant engineers
    developers designers analysts architects coder admin copywriter strategist planner coordinator
    officer secretary receptionist nurse doctor lawyer attorney paralegal therapist counsellor
    counselor coach trainer photographer videographer illustrator animator artist producer
    translator interpreter journalist reporter referee official chef driver salesperson rep
    representative agent buyer broker auditor controller bookkeeper economist statistician
    mathematician physicist chemist biologist fellow postdoc lecturer facilitator moderator reviewer
    maintainer evangelist advocate webmaster
OTHERS: others everyone everybody people colleagues coworkers teammates peers members engineers
    developers designers employees users customers clients students children learners stakeholders
    managers newcomers juniors starters researchers team teams staff audience readers patients
    guests partners leaders hires testers
# places, work and times
TEAM: team teams company business organization organisation department group project projects
    product products client clients customer customers platform app application website site program
    programme school agency startup firm office class course career life industry community squad
    division branch
ORG: company organization organisation department university college school academy bootcamp startup
    agency firm institute lab laboratory office bank hospital corporation division faculty campus
    branch site plant store shop hotel clinic club chapter foundation charity ngo nonprofit ministry
    council enterprise studio
WORKPIECE: project projects assignment assignments website websites app apps application
    applications platform product products campaign campaigns initiative initiatives program
    programme course courses class classes module system systems game movie film book audit
    migration rollout implementation prototype mvp contract engagement internship capstone hackathon
    thesis dissertation workshop workshops semester tutorial lessons sprint sprints redesign
    relaunch launch rewrite integration deployment release feature features dashboard portal api
    service pipeline database plugin tool tools software simulator engine magazine newsletter
    article articles video videos podcast logo brand branding event conference exhibition
    construction renovation build installation pilot proposal study research experiment paper survey
    grant
PERIOD: year years month months week weeks semester semesters decade decades summer term terms
    quarter quarters yr yrs
MONTHNAME: january february march april june july august september october november december
TENURE: time tenure stint stay internship employment years career days engagement period
    collaboration project studies degree residency apprenticeship placement secondment contract
    course semester sessions
COUNT: one two three four five six seven eight nine ten several many few couple half multiple
    various over almost nearly past last numerous dozens dozen countless
ORDINAL: first second third
DAYS: day days hour hours minute minutes week weeks overnight
TIMELY: schedule budget deadline deadlines time ahead early record fast faster promptly timely
    turnaround sooner
# what people do
WORKV: work works worked working collaborate collaborated collaborating partner partnered partnering
    cooperate cooperated team teamed interact interacted interacting pair paired liaise liaised
    liaising overlap overlapped
HIREV: hired engaged contracted recruited employed commissioned onboarded interviewed enlisted
    brought retained chose selected approached contacted used
LEADV: managed supervised led mentored coached taught tutored trained supervising managing mentoring
    leading teaching oversaw guided advised headed directed chaired ran instructed onboarded
KNOWV: known know knew met meet observed watched seen crossed encountered witnessed saw
JOINV: joined joining join entered started start began came moved served serving serve interned
    graduated enrolled attended studied transferred
BUILDV: built build designed design developed develop wrote implemented created made coded
    programmed architected engineered crafted produced prepared drafted organized organised planned
    set established founded configured installed tested migrated integrated refactored documented
    researched presented maintained
HELPV: help helps helped helping helpful assist assists assisted assisting enable enables enabled
    enabling allow allows allowed allowing let lets aided aids facilitate facilitated facilitates
    facilitating support supports supported supporting
ENSUREV: ensure ensures ensured ensuring guarantee guaranteed guarantees secured secure
FOSTERV: foster fosters fostered fostering create creates created creating build builds cultivate
    cultivates cultivated promote promotes promoted promoting nurture nurtures nurtured nurturing
    establish established instill instilled instils instills
INSPIREV: inspire inspires inspired inspiring motivate motivates motivated motivating empower
    empowers empowered empowering encourage encourages encouraged encouraging uplift uplifts
    uplifted energize energized energizes challenge challenged pushed push pushes influence
    influenced
CAUSEV: make makes made making drive drives drove driven driving bring brings brought bringing keep
    keeps kept keeping give gives gave given giving lead leads leading led result results resulted
    resulting culminating culminated set sets turn turns turned turning put gets got getting
    contribute contributes contributed contributing add adds added adding provide provides provided
    providing offered generated generates generating yielded yields delivered
UPV: improve improves improved improving enhance enhances enhanced enhancing increase increases
    increased increasing boost boosts boosted boosting elevate elevates elevated elevating grow grew
    grown growing raise raises raised raising strengthen strengthened strengthens strengthening
    accelerate accelerated accelerates accelerating expand expanded expanding scale scaled scaling
    doubled tripled quadrupled maximize maximized maximizes optimize optimized optimizing optimise
    optimised optimises advance advanced advances transform transforms transformed transforming
    revolutionized revolutionised modernize modernized modernised modernizing upgrade upgraded
    revitalized revitalised refine refined polished sharpened deepened broadened enriched enriches
    exceeded surpassed outperformed sped streamlined streamline streamlines streamlining simplified
    simplify simplifies simplifying automated automating automate smoothed
DOWNV: reduce reduces reduced reducing cut cuts cutting save saves saved saving eliminate eliminated
    eliminates eliminating minimize minimized minimizes minimise minimised lower lowered lowers
    decrease decreased decreases avoid avoided prevented prevent prevents ease eased eases easing
    removed removes relieved halved shortened freed
FIXV: fixed fix fixes solved resolve resolved solve solves resolves unblock unblocked unblocks
    rescued rescue turned recovered salvaged overcame overcome troubleshot debugged
CHANGEV: changed changes shifted redefined reshaped shaped shape molded moulded impacted influenced
    affected transformed redesigned rebuilt revamped overhauled reworked replaced reorganized
    reorganised restructured introduced pioneered spearheaded instituted
FINISHV: deliver delivers delivered delivering launch launched launching ship shipped shipping
    complete completed completing completes finish finished finishing release released deploy
    deployed implement implemented achieve achieved achieving achieves accomplish accomplished
    execute executed succeed succeeded win won attain attained met meet exceed published passed pass
    graduate graduated landed secured
LEARNV: learn learned learnt learning gained gain gaining grew absorbed picked benefited benefitted
    benefit benefits improved
TEACHV: taught teach teaches teaching showed show shows explained explain explains explaining
    mentored mentors guided guides trained trains coached coaches introduced demonstrated helped
    prepared prepare prepares
# what gets better, and through what
OUTCOME: efficiency productivity quality performance success growth revenue sales workflow workflows
    result results outcome outcomes value impact difference improvement improvements progress
    reliability stability accuracy satisfaction velocity throughput profit profits profitability
    margin savings conversion conversions traffic engagement retention uptime downtime turnaround
    deadlines milestones milestone goals goal objectives objective targets target kpis advantage
    benefit benefits achievements achievement award awards launch delivery deliveries adoption
    awareness visibility scalability maintainability coverage safety compliance grades grade scores
    score marks exam exams
FEELING: confidence morale motivation trust cohesion comfort peace relief clarity enthusiasm belief
    spirit spirits atmosphere environment culture energy mood mindset understanding perspective
    perspectives
CULTURE: culture environment atmosphere morale cohesion spirit space workplace team community
COST: time money hours days cost costs effort resources budget expenses stress workload headaches
    rework errors bugs issues problems risk risks delays
KEYROLE: key instrumental critical crucial pivotal vital essential integral invaluable indispensable
    fundamental central significant important huge major decisive paramount core
HELPNOUN: help guidance support leadership mentorship direction efforts input supervision work
    contributions contribution dedication expertise knowledge feedback advice effort mentoring
    coaching teaching training stewardship assistance ideas suggestions insights insight wisdom
    lessons tutelage involvement presence vision recommendations
# qualities
TRAITADJ: reliable dependable diligent hardworking hard humble honest smart intelligent bright
    brilliant knowledgeable professional responsive proactive organized organised thorough
    meticulous detailed curious enthusiastic friendly approachable supportive thoughtful empathetic
    resourceful versatile adaptable flexible strategic technical analytical innovative efficient
    effective quick fast calm capable competent proficient adept gifted driven committed dedicated
    focused willing eager respectful caring kind patient passionate creative personable articulate
    punctual trustworthy ambitious confident energetic motivated conscientious disciplined
    persistent tenacious polite courteous generous selfless genuine authentic charismatic insightful
    visionary pragmatic practical logical rational methodical systematic perceptive wise experienced
    seasoned skilled skillful skilful talented accomplished savvy sharp witted clever independent
    autonomous collaborative cooperative open minded warm funny cheerful pleasant easygoing
    accommodating helpful attentive considerate sincere loyal ethical principled responsible
    accountable decisive assertive positive optimistic resilient composed fearless bold tireless
    relentless diplomatic tactful inspirational engaging understanding humorous receptive
    inquisitive studious scrupulous precise rigorous consistent steady prompt timely agile
TRAITNOUN: professionalism dedication commitment attitude ethic attention detail communication
    leadership creativity passion patience kindness integrity reliability diligence curiosity
    enthusiasm energy empathy character personality initiative ownership accountability respect
    humility honesty drive determination perseverance persistence resilience tenacity flexibility
    adaptability versatility punctuality intelligence intellect wisdom wit humor humour charisma
    warmth generosity openness positivity optimism calmness composure confidence ambition discipline
    focus thoroughness precision rigor rigour consistency eagerness willingness motivation sincerity
    loyalty devotion demeanor demeanour manner mindset outlook approach style eye sense teamwork
    collaboration mentality temperament
SKILLNOUN: skills skill ability abilities expertise knowledge talent talents experience proficiency
    competence competency competencies aptitude capability capabilities capacity understanding
    mastery command grasp acumen background strengths strength qualities quality insight insights
    depth breadth gift knack flair instinct intuition judgment judgement vision technique craft know
PRAISEADJ: excellent great good exceptional outstanding amazing fantastic awesome superb incredible
    impressive remarkable extraordinary wonderful phenomenal terrific stellar exemplary fabulous
    marvelous marvellous top best finest brilliant perfect ideal superior magnificent unparalleled
    unmatched invaluable valuable valued strong solid rare unique true real super nice fine
    delightful lovely tremendous stupendous unbelievable world
DEGREE: very extremely highly incredibly exceptionally genuinely truly really so such
    extraordinarily remarkably particularly especially deeply immensely thoroughly quite absolutely
    simply super most
FREQ: always consistently constantly never often regularly continually continuously repeatedly
    frequently every whenever usually
MANNER: quickly effectively efficiently clearly calmly patiently carefully easily successfully
    smoothly seamlessly promptly diligently independently proactively professionally thoughtfully
    confidently
TECH: python java javascript typescript react angular vue node sql nosql mysql postgres mongodb aws
    azure gcp docker kubernetes terraform testing backend frontend fullstack agile scrum kanban html
    css php ruby rails django flask golang rust swift kotlin android ios linux git github jenkins ci
    cd devops automation ai ml analytics excel powerpoint salesforce sap oracle wordpress shopify
    magento figma photoshop ux ui seo api apis rest graphql microservices architecture selenium
    tableau spark hadoop etl crypto blockchain iot embedded firmware matlab autocad data cloud stack
# stance
RECOMMENDV: recommend recommends recommended recommending recommendation recommendations endorse
    endorses endorsed endorsing endorsement vouch vouches commend advise suggest
HIREAGAIN: hire rehire employ reemploy hiring again reuse return
ASSET: asset addition fit hire choice credit pleasure boon catch benefit
ANYTEAM: any every whichever whatever anyone anybody your future next wherever whoever
FUTUREW: future endeavors endeavours endeavor endeavour career success best luck forward hope hoping
    wish wishing wishes confident sure certain lucky fortunate excel thrive hesitate hesitation
    reservation reservations doubt ahead soon someday tomorrow prospects opportunities opportunity
    journey path heights chapter
MODAL: would will could should may might must can shall i'd i'll we'd we'll he'll she'll they'll
    you'll you'd won't wouldn't
THANK: thank thanks grateful thankful appreciate appreciated appreciation gratitude indebted
JOY: pleasure privilege honor honour joy delight opportunity chance fortune luck pleased delighted
    happy glad proud enjoyed enjoy loved enjoyable fun
IMPRESS: impressed impressive admire admired admirable amazed struck stood stands remarkable
    respected respect
CONJ: which that because since so therefore hence thus thereby
NEG: not never no without nothing nobody none don't didn't doesn't wasn't isn't couldn't wouldn't
    can't cannot won't
"""

# Families joined under one name; a word in capitals is a family.
_UNIONS = """
BOSS: SENIORROLE JUNIORROLE mentee intern
MATE: PEERROLE JUNIORROLE HIREDROLE employee employees client clients customer students
BETTERV: UPV DOWNV FIXV CHANGEV
GOODNOUN: OUTCOME FEELING COST contribution contributions process processes standards development
    knowledge skills engagement collaboration
DELIVERV: FINISHV
QUALITY: TRAITADJ TRAITNOUN SKILLNOUN PRAISEADJ player thinker solver problem solving communicator
    learner listener master listens explains communicates clear clearly cares fast hard
ADVERB: FREQ DEGREE MANNER
"""


def entries(text: str) -> Iterator[tuple[str, str]]:
    """(name, content) of each entry "name: content" of a list.

    Further lines of an entry are indented, joined with a blank unless the line before ends in `|`;
    a line that begins with # is a comment.
    """
    name, content = "", ""
    for line in text.splitlines():
        if line.startswith(" "):
            content += line.strip() if content.endswith("|") else f" {line.strip()}"
        elif line and not line.startswith("#"):
            if name:
                yield name, content
            name, _, content = line.partition(": ")
    yield name, content


def _with_unions() -> dict[str, tuple[str, ...]]:
    families = {name: tuple(words.split()) for name, words in entries(_FAMILIES)}
    for name, members in entries(_UNIONS):
        joined: dict[str, None] = {}
        for member in members.split():
            joined.update(dict.fromkeys(families.get(member, (member,))))
        families[name] = tuple(joined)
    return families


def _families_by_word() -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for name, words in FAMILIES.items():
        for word in words:
            table.setdefault(word, []).append(name)
    return {word: tuple(names) for word, names in table.items()}


FAMILIES: Mapping[str, tuple[str, ...]] = _with_unions()
FAMILIES_OF: Mapping[str, tuple[str, ...]] = _families_by_word()
