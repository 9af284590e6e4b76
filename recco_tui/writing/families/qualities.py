"""Words for qualities and for the stance of the writer."""

from collections.abc import Mapping

QUALITIES: Mapping[str, str] = {
    # qualities
    "TRAITADJ": (
        "reliable dependable diligent hardworking hard humble honest smart intelligent bright "
        "brilliant knowledgeable professional responsive proactive organized organised thorough "
        "meticulous detailed curious enthusiastic friendly approachable supportive thoughtful "
        "empathetic resourceful versatile adaptable flexible strategic technical analytical "
        "innovative efficient effective quick fast calm capable competent proficient adept gifted "
        "driven committed dedicated focused willing eager respectful caring kind patient "
        "passionate creative personable articulate punctual trustworthy ambitious confident "
        "energetic motivated conscientious disciplined persistent tenacious polite courteous "
        "generous selfless genuine authentic charismatic insightful visionary pragmatic practical "
        "logical rational methodical systematic perceptive wise experienced seasoned skilled "
        "skillful skilful talented accomplished savvy sharp witted clever independent autonomous "
        "collaborative cooperative open minded warm funny cheerful pleasant easygoing "
        "accommodating helpful attentive considerate sincere loyal ethical principled responsible "
        "accountable decisive assertive positive optimistic resilient composed fearless bold "
        "tireless relentless diplomatic tactful inspirational engaging understanding humorous "
        "receptive inquisitive studious scrupulous precise rigorous consistent steady prompt "
        "timely agile"
    ),
    "TRAITNOUN": (
        "professionalism dedication commitment attitude ethic attention detail communication "
        "leadership creativity passion patience kindness integrity reliability diligence "
        "curiosity enthusiasm energy empathy character personality initiative ownership "
        "accountability respect humility honesty drive determination perseverance persistence "
        "resilience tenacity flexibility adaptability versatility punctuality intelligence "
        "intellect wisdom wit humor humour charisma warmth generosity openness positivity "
        "optimism calmness composure confidence ambition discipline focus thoroughness precision "
        "rigor rigour consistency eagerness willingness motivation sincerity loyalty devotion "
        "demeanor demeanour manner mindset outlook approach style eye sense teamwork "
        "collaboration mentality temperament"
    ),
    "SKILLNOUN": (
        "skills skill ability abilities expertise knowledge talent talents experience proficiency "
        "competence competency competencies aptitude capability capabilities capacity "
        "understanding mastery command grasp acumen background strengths strength qualities "
        "quality insight insights depth breadth gift knack flair instinct intuition judgment "
        "judgement vision technique craft know"
    ),
    "PRAISEADJ": (
        "excellent great good exceptional outstanding amazing fantastic awesome superb incredible "
        "impressive remarkable extraordinary wonderful phenomenal terrific stellar exemplary "
        "fabulous marvelous marvellous top best finest brilliant perfect ideal superior "
        "magnificent unparalleled unmatched invaluable valuable valued strong solid rare unique "
        "true real super nice fine delightful lovely tremendous stupendous unbelievable world"
    ),
    "DEGREE": (
        "very extremely highly incredibly exceptionally genuinely truly really so such "
        "extraordinarily remarkably particularly especially deeply immensely thoroughly quite "
        "absolutely simply super most"
    ),
    "FREQ": (
        "always consistently constantly never often regularly continually continuously repeatedly "
        "frequently every whenever usually"
    ),
    "MANNER": (
        "quickly effectively efficiently clearly calmly patiently carefully easily successfully "
        "smoothly seamlessly promptly diligently independently proactively professionally "
        "thoughtfully confidently"
    ),
    "TECH": (
        "python java javascript typescript react angular vue node sql nosql mysql postgres "
        "mongodb aws azure gcp docker kubernetes terraform testing backend frontend fullstack "
        "agile scrum kanban html css php ruby rails django flask golang rust swift kotlin android "
        "ios linux git github jenkins ci cd devops automation ai ml analytics excel powerpoint "
        "salesforce sap oracle wordpress shopify magento figma photoshop ux ui seo api apis rest "
        "graphql microservices architecture selenium tableau spark hadoop etl crypto blockchain "
        "iot embedded firmware matlab autocad data cloud stack"
    ),
    # stance
    "RECOMMENDV": (
        "recommend recommends recommended recommending recommendation recommendations endorse "
        "endorses endorsed endorsing endorsement vouch vouches commend advise suggest"
    ),
    "HIREAGAIN": "hire rehire employ reemploy hiring again reuse return",
    "ASSET": "asset addition fit hire choice credit pleasure boon catch benefit",
    "ANYTEAM": "any every whichever whatever anyone anybody your future next wherever whoever",
    "FUTUREW": (
        "future endeavors endeavours endeavor endeavour career success best luck forward hope "
        "hoping wish wishing wishes confident sure certain lucky fortunate excel thrive hesitate "
        "hesitation reservation reservations doubt ahead soon someday tomorrow prospects "
        "opportunities opportunity journey path heights chapter"
    ),
    "MODAL": (
        "would will could should may might must can shall i'd i'll we'd we'll he'll she'll "
        "they'll you'll you'd won't wouldn't"
    ),
    "THANK": (
        "thank thanks grateful thankful appreciate appreciated appreciation gratitude indebted"
    ),
    "JOY": (
        "pleasure privilege honor honour joy delight opportunity chance fortune luck pleased "
        "delighted happy glad proud enjoyed enjoy loved enjoyable fun"
    ),
    "IMPRESS": (
        "impressed impressive admire admired admirable amazed struck stood stands remarkable "
        "respected respect"
    ),
    "CONJ": "which that because since so therefore hence thus thereby",
    "NEG": (
        "not never no without nothing nobody none don't didn't doesn't wasn't isn't couldn't "
        "wouldn't can't cannot won't"
    ),
}
