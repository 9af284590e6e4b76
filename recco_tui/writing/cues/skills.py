"""Cues of skills: abilities, character and ways of working; and what is praise without more."""

from recco_tui.writing.cues.pattern import Cue

SKILLS: tuple[Cue, ...] = (
    Cue("skills.quality", "QUALITY"),
    Cue(
        "skills.ability-to",
        "ability capacity knack talent gift passion eye aptitude willingness desire "
        "eagerness commitment dedication skill",
        r" (?:to|for|of|in)",
    ),
    Cue("skills.is-a", "is was are", r"~1 (?:a|an)~3 {QUALITY}"),
    Cue("skills.he-is", "HE", r"(?:'s| is| was| has been)~2 {QUALITY}"),
    Cue("skills.always-deed", "ADVERB", r" \w+(?:s|ed|ing)"),
    Cue("skills.his-quality", "HIS", r"~3 {QUALITY}"),
    Cue("skills.has-quality", "has have had possesses possess", r"~3 {QUALITY}"),
    Cue("skills.able-to", "able capable", r" (?:to|of)"),
    Cue("skills.willing", "willing eager ready happy keen quick", r"~1 to"),
    Cue("skills.impressed", "impressed impressive admire admired struck stood stands"),
    Cue(
        "skills.good-at",
        "good great excellent brilliant skilled proficient adept expert",
        r" (?:at|in)",
    ),
    Cue("skills.team-player", "team", r" player"),
    Cue("skills.one-of", "one", r" of the (?:most|best|smartest|finest|hardest|few|brightest|top)"),
    Cue(
        "skills.easy-to",
        "easy pleasure joy delight fun",
        r"~1 to~1 (?:work|deal|talk|collaborate)",
    ),
    Cue(
        "skills.knows",
        "knows understands demonstrates demonstrated shows showed showcased displayed "
        "exhibited exhibits brings handles handled approaches approached tackles tackled "
        "proved",
    ),
    Cue("skills.not-only", "not", r" (?:only|just)"),
    Cue("skills.above-beyond", "above", r" and beyond"),
    Cue(
        "skills.no-matter",
        "no matter regardless despite under",
        r"~2 (?:pressure|matter|how|what)",
    ),
    Cue(
        "skills.he-does",
        "HE",
        r"~1 (?:always|consistently|never|often|can|could|would|takes|took|goes|went|makes|"
        r"cares|listens|explains|knows|understands)",
    ),
    Cue(
        "skills.tech",
        "python java javascript react sql aws azure docker kubernetes testing backend "
        "frontend stack agile scrum design css html node angular cloud devops automation",
    ),
    Cue("skills.also", "also additionally moreover furthermore besides beyond"),
    Cue(
        "skills.delivers-well",
        "delivers delivered deliver delivering produces produced produce provides provided",
        r"~2 (?:{PRAISEADJ}|high|quality|top|best|clean|on)",
    ),
    Cue(
        "skills.exceeds",
        "exceeds exceeded exceed exceeding",
        r"~2 (?:expectations?|them|those|what)",
    ),
    Cue("skills.made-him-a", "made makes making make", r" (?:him|her|them)~3"),
    Cue(
        "skills.contributions",
        "valuable meaningful significant major key great invaluable",
        r" (?:contributions?|contributor|role|part|member)",
    ),
    Cue(
        "skills.brings-to",
        "brings brought bring bringing",
        r"~5 to (?:a|the|any|every|our|his|her|all|everything)",
    ),
    Cue(
        "skills.helped-with",
        "helped helps supported assisted",
        r"~2 (?:with|in|at|when|out|through|navigate|prepare|brainstorm|set)",
    ),
)
