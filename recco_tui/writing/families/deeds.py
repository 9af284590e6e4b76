"""Words for what people do and for what gets better by it."""

from collections.abc import Mapping

DEEDS: Mapping[str, str] = {
    # deeds
    "WORKV": (
        "work works worked working collaborate collaborated collaborating partner partnered "
        "partnering cooperate cooperated team teamed interact interacted interacting pair paired "
        "liaise liaised liaising overlap overlapped"
    ),
    "HIREV": (
        "hired engaged contracted recruited employed commissioned onboarded interviewed enlisted "
        "brought retained chose selected approached contacted used"
    ),
    "LEADV": (
        "managed supervised led mentored coached taught tutored trained supervising managing "
        "mentoring leading teaching oversaw guided advised headed directed chaired ran instructed "
        "onboarded"
    ),
    "KNOWV": "known know knew met meet observed watched seen crossed encountered witnessed saw",
    "JOINV": (
        "joined joining join entered started start began came moved served serving serve interned "
        "graduated enrolled attended studied transferred"
    ),
    "BUILDV": (
        "built build designed design developed develop wrote implemented created made coded "
        "programmed architected engineered crafted produced prepared drafted organized organised "
        "planned set established founded configured installed tested migrated integrated "
        "refactored documented researched presented maintained"
    ),
    "HELPV": (
        "help helps helped helping helpful assist assists assisted assisting enable enables "
        "enabled enabling allow allows allowed allowing let lets aided aids facilitate "
        "facilitated facilitates facilitating support supports supported supporting"
    ),
    "ENSUREV": "ensure ensures ensured ensuring guarantee guaranteed guarantees secured secure",
    "FOSTERV": (
        "foster fosters fostered fostering create creates created creating build builds cultivate "
        "cultivates cultivated promote promotes promoted promoting nurture nurtures nurtured "
        "nurturing establish established instill instilled instils instills"
    ),
    "INSPIREV": (
        "inspire inspires inspired inspiring motivate motivates motivated motivating empower "
        "empowers empowered empowering encourage encourages encouraged encouraging uplift uplifts "
        "uplifted energize energized energizes challenge challenged pushed push pushes influence "
        "influenced"
    ),
    "CAUSEV": (
        "make makes made making drive drives drove driven driving bring brings brought bringing "
        "keep keeps kept keeping give gives gave given giving lead leads leading led result "
        "results resulted resulting culminating culminated set sets turn turns turned turning put "
        "gets got getting contribute contributes contributed contributing add adds added adding "
        "provide provides provided providing offered generated generates generating yielded "
        "yields delivered"
    ),
    "UPV": (
        "improve improves improved improving enhance enhances enhanced enhancing increase "
        "increases increased increasing boost boosts boosted boosting elevate elevates elevated "
        "elevating grow grew grown growing raise raises raised raising strengthen strengthened "
        "strengthens strengthening accelerate accelerated accelerates accelerating expand "
        "expanded expanding scale scaled scaling doubled tripled quadrupled maximize maximized "
        "maximizes optimize optimized optimizing optimise optimised optimises advance advanced "
        "advances transform transforms transformed transforming revolutionized revolutionised "
        "modernize modernized modernised modernizing upgrade upgraded revitalized revitalised "
        "refine refined polished sharpened deepened broadened enriched enriches exceeded "
        "surpassed outperformed sped streamlined streamline streamlines streamlining simplified "
        "simplify simplifies simplifying automated automating automate smoothed"
    ),
    "DOWNV": (
        "reduce reduces reduced reducing cut cuts cutting save saves saved saving eliminate "
        "eliminated eliminates eliminating minimize minimized minimizes minimise minimised lower "
        "lowered lowers decrease decreased decreases avoid avoided prevented prevent prevents "
        "ease eased eases easing removed removes relieved halved shortened freed"
    ),
    "FIXV": (
        "fixed fix fixes solved resolve resolved solve solves resolves unblock unblocked unblocks "
        "rescued rescue turned recovered salvaged overcame overcome troubleshot debugged"
    ),
    "CHANGEV": (
        "changed changes shifted redefined reshaped shaped shape molded moulded impacted "
        "influenced affected transformed redesigned rebuilt revamped overhauled reworked replaced "
        "reorganized reorganised restructured introduced pioneered spearheaded instituted"
    ),
    "FINISHV": (
        "deliver delivers delivered delivering launch launched launching ship shipped shipping "
        "complete completed completing completes finish finished finishing release released "
        "deploy deployed implement implemented achieve achieved achieving achieves accomplish "
        "accomplished execute executed succeed succeeded win won attain attained met meet exceed "
        "published passed pass graduate graduated landed secured"
    ),
    "LEARNV": (
        "learn learned learnt learning gained gain gaining grew absorbed picked benefited "
        "benefitted benefit benefits improved"
    ),
    "TEACHV": (
        "taught teach teaches teaching showed show shows explained explain explains explaining "
        "mentored mentors guided guides trained trains coached coaches introduced demonstrated "
        "helped prepared prepare prepares"
    ),
    # what gets better, and through what
    "OUTCOME": (
        "efficiency productivity quality performance success growth revenue sales workflow "
        "workflows result results outcome outcomes value impact difference improvement "
        "improvements progress reliability stability accuracy satisfaction velocity throughput "
        "profit profits profitability margin savings conversion conversions traffic engagement "
        "retention uptime downtime turnaround deadlines milestones milestone goals goal "
        "objectives objective targets target kpis advantage benefit benefits achievements "
        "achievement award awards launch delivery deliveries adoption awareness visibility "
        "scalability maintainability coverage safety compliance grades grade scores score marks "
        "exam exams"
    ),
    "FEELING": (
        "confidence morale motivation trust cohesion comfort peace relief clarity enthusiasm "
        "belief spirit spirits atmosphere environment culture energy mood mindset understanding "
        "perspective perspectives"
    ),
    "CULTURE": (
        "culture environment atmosphere morale cohesion spirit space workplace team community"
    ),
    "COST": (
        "time money hours days cost costs effort resources budget expenses stress workload "
        "headaches rework errors bugs issues problems risk risks delays"
    ),
    "KEYROLE": (
        "key instrumental critical crucial pivotal vital essential integral invaluable "
        "indispensable fundamental central significant important huge major decisive paramount "
        "core"
    ),
    "HELPNOUN": (
        "help guidance support leadership mentorship direction efforts input supervision work "
        "contributions contribution dedication expertise knowledge feedback advice effort "
        "mentoring coaching teaching training stewardship assistance ideas suggestions insights "
        "insight wisdom lessons tutelage involvement presence vision recommendations"
    ),
}
