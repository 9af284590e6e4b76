"""Word families that the cues are made of: the language of recommendations, by meaning.

Each family is a blank-separated list of lower-case words. `FAMILY_OF` maps a word to all the
families it belongs to; `{NAME}` in a cue's pattern stands for "any word of the family".
"""

from collections.abc import Mapping

FAMILIES: Mapping[str, str] = {
    # people
    "HE": "he she they him her them",
    "HIS": "his her their",
    "I": "i we",
    "ME": "me us",
    "MY": "my our",
    "FAMILY": "son daughter sons daughters child children kid kids niece nephew boys girls boy girl",
    "BOSS": "manager boss supervisor director lead leader head mentor coach teacher tutor professor "
    "instructor lecturer trainer mentee intern report founder cto ceo vp cofounder advisor adviser",
    "MATE": "colleague colleagues coworker coworkers teammate teammates peer peers classmate "
    "classmates partner partners member members friend student students pupil intern interns "
    "employee employees client clients customer contractor freelancer consultant",
    "JOB": "engineer developer designer analyst architect tester programmer administrator writer "
    "editor researcher scientist consultant contractor freelancer specialist technician "
    "volunteer assistant associate apprentice trainee fresher graduate undergraduate "
    "qa sdet devops scrum owner recruiter marketer accountant",
    "OTHERS": "others everyone everybody people colleagues coworkers teammates peers members "
    "engineers developers designers employees users customers clients students children learners "
    "stakeholders managers newcomers juniors starters researchers team teams",
    "TEAM": "team teams company business organization organisation department group project projects "
    "product products client clients customer customers platform app application website site "
    "program programme school agency startup firm office class course career life",
    # places and times
    "PLACE": "company organization organisation department university college school academy bootcamp "
    "startup agency firm institute lab office bank hospital corporation division faculty campus",
    "WORKPIECE": "project projects assignment assignments website websites app apps application "
    "applications platform product products campaign campaigns initiative initiatives program "
    "programme course courses class classes module system systems game movie book audit "
    "migration rollout implementation prototype mvp contract engagement internship capstone "
    "hackathon thesis dissertation workshop workshops semester tutorial lessons sprint sprints",
    "PERIOD": "year years month months week weeks semester semesters decade summer term terms "
    "quarter",
    "MONTHNAME": "january february march april june july august september october november december",
    "TIMEWORD": "during while when since throughout until whilst",
    "TENURE": "time tenure stint stay internship employment years career days engagement period "
    "collaboration project",
    "COUNT": "one two three four five six seven eight nine ten several many few couple half multiple "
    "various over almost nearly past last",
    "ORDINAL": "first second third",
    # deeds
    "WORKV": "work works worked working collaborate collaborated collaborating partner partnered "
    "partnering cooperate cooperated team teamed interact interacted interacting pair paired",
    "HIREV": "hired engaged contracted recruited employed commissioned onboarded interviewed "
    "enlisted brought retained",
    "LEADV": "managed supervised led mentored coached taught tutored trained supervising managing "
    "mentoring leading teaching oversaw guided advised",
    "REPORTV": "reported reporting reports worked",
    "KNOWV": "known know knew met meet observed watched seen crossed",
    "JOINV": "joined joining join entered started start began came moved served serving serve "
    "interned graduated enrolled attended studied",
    "HELPV": "help helps helped helping helpful assist assists assisted enable enables enabled "
    "enabling allow allows allowed allowing let lets",
    "CAUSEV": "ensure ensures ensured ensuring make makes made making drive drives drove driven "
    "driving bring brings brought bringing foster fosters fostered fostering create creates created "
    "creating build builds built building cultivate cultivates cultivated inspire inspires inspired "
    "inspiring motivate motivates motivated motivating empower empowers empowered empowering "
    "encourage encourages encouraged contribute contributes contributed contributing keep keeps kept "
    "give gives gave given giving provide provides provided providing promote promotes promoted "
    "add adds added adding lead leads leading led result results resulted resulting "
    "culminating culminated set sets turn turns turned turning",
    "BETTERV": "improve improves improved improving enhance enhances enhanced enhancing increase "
    "increases increased increasing reduce reduces reduced reducing cut cuts cutting save saves saved "
    "saving boost boosts boosted boosting elevate elevates elevated elevating streamline streamlines "
    "streamlined streamlining transform transforms transformed transforming accelerate accelerated "
    "accelerating speed sped grow grew grown growing raise raises raised strengthen strengthened "
    "strengthening simplify simplified simplifying ease eased doubled tripled optimize optimized "
    "optimizing optimise optimised modernize modernized modernised unblock unblocks unblocked "
    "eliminate eliminated fixed fix solved resolved resolve redefined redesigned redesign rebuilt "
    "revamped overhauled automated automating exceeded surpassed expanded scaled shaped shape "
    "influenced impacted changed shifted turned leveled benefited benefitted benefit",
    "DELIVERV": "deliver delivers delivered delivering launch launched launching ship shipped "
    "shipping complete completed completing finish finished finishing release released deploy "
    "deployed implement implemented implementing achieve achieved achieving achieves accomplish "
    "accomplished execute executed succeed succeeded win won attain attained met exceed",
    "LEARNV": "learn learned learnt learning gained gain gained taught teaches grew",
    # what gets better
    "GOODNOUN": "efficiency productivity quality performance success growth confidence morale revenue "
    "sales workflow results result outcome outcomes value impact difference improvement improvements "
    "progress reliability stability accuracy satisfaction trust cohesion culture collaboration "
    "environment atmosphere goals goal objectives advantage benefit benefits profit costs cost time "
    "velocity deadlines understanding knowledge skills grades scores marks exam exams motivation "
    "engagement retention processes process standards development contribution contributions",
    "CULTURE": "culture environment atmosphere morale cohesion spirit space workplace team",
    "KEYROLE": "key instrumental critical crucial pivotal vital essential integral invaluable "
    "indispensable fundamental responsible central significant important huge major great",
    "HELPNOUN": "help guidance support leadership mentorship direction efforts input supervision "
    "work contributions contribution dedication expertise knowledge feedback advice effort "
    "mentoring coaching teaching training stewardship",
    # qualities
    "QUALITY": "skills skill ability abilities expertise knowledge talent talented experience "
    "professionalism dedication commitment attitude ethic attention detail communication "
    "communicator leadership creativity creative passion passionate patience patient kindness kind "
    "integrity reliable reliability dependable diligent diligence hardworking hard humble honest "
    "smart intelligent bright brilliant knowledgeable professional responsive proactive organized "
    "organised thorough meticulous detailed curious curiosity enthusiasm enthusiastic energy "
    "friendly approachable supportive thoughtful empathetic empathy resourceful versatile adaptable "
    "flexible strategic technical analytical innovative efficient effective quick fast learner "
    "player thinker solver problem solving mindset approach personality character positive calm "
    "strong excellent great good exceptional outstanding amazing fantastic awesome superb "
    "incredible impressive remarkable extraordinary skilled skillful capable competent proficient "
    "adept gifted motivated driven committed dedicated focused willing willingness eager eagerness "
    "talents qualities strengths understanding vision insight insights insightful depth mastery "
    "master command proficiency competence aptitude drive initiative ownership accountability "
    "respectful respect caring cares listener listens explains communicates clear clearly",
    "ADVERB": "always consistently constantly never often regularly quickly effectively truly really "
    "very extremely highly incredibly exceptionally genuinely",
    # stance
    "RECOMMENDV": "recommend recommends recommended recommending recommendation endorse endorses "
    "endorsed endorsement vouch commend",
    "HIREAGAIN": "hire rehire employ reemploy hiring",
    "ASSET": "asset addition fit hire choice benefit value pleasure",
    "ANYTEAM": "any every whichever whatever anyone your future next",
    "FUTURE": "future endeavors endeavours career success best luck forward hope wish wishing "
    "confident sure lucky fortunate excel hesitate hesitation reservation doubt",
}


def _families_by_word() -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for name, words in FAMILIES.items():
        for word in words.split():
            entry = table.setdefault(word, [])
            if name not in entry:
                entry.append(name)
    return {word: tuple(names) for word, names in table.items()}


FAMILY_OF: Mapping[str, tuple[str, ...]] = _families_by_word()
