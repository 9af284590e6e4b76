"""Cues of skills: abilities, character and ways of working; and what is praise without more."""

from recco_tui.writing.cues.pattern import Pattern as P

SKILLS: tuple[P, ...] = (
    P("skills.quality", "QUALITY"),
    P("skills.ability-to", "ability capacity knack talent gift passion eye aptitude willingness "
      "desire eagerness commitment dedication skill", r" (?:to|for|of|in)"),
    P("skills.is-a", "is was are", r"~1 (?:a|an)~3 {QUALITY}"),
    P("skills.is-adverb", "is was are", r" (?:so |very |really |truly |always |also |extremely )"),
    P("skills.he-is", "HE", r"(?:'s| is| was| has been)~2 {QUALITY}"),
    P("skills.always-deed", "ADVERB", r" \w+(?:s|ed|ing)"),
    P("skills.his-quality", "HIS", r"~3 {QUALITY}"),
    P("skills.has-quality", "has have had possesses possess", r"~3 {QUALITY}"),
    P("skills.able-to", "able capable", r" (?:to|of)"),
    P("skills.willing", "willing eager ready happy keen quick", r"~1 to"),
    P("skills.impressed", "impressed impressive admire admired struck stood stands"),
    P("skills.good-at", "good great excellent brilliant skilled proficient adept expert", r" (?:at|in)"),
    P("skills.team-player", "team", r" player"),
    P("skills.one-of", "one", r" of the (?:most|best|smartest|finest|hardest|few|brightest|top)"),
    P("skills.easy-to", "easy pleasure joy delight fun", r"~1 to~1 (?:work|deal|talk|collaborate)"),
    P("skills.knows", "knows understands demonstrates demonstrated shows showed showcased displayed "
      "exhibited exhibits brings handles handled approaches approached tackles tackled proved"),
    P("skills.not-only", "not", r" (?:only|just)"),
    P("skills.above-beyond", "above", r" and beyond"),
    P("skills.no-matter", "no matter regardless despite under", r"~2 (?:pressure|matter|how|what)"),
    P("skills.he-does", "HE", r"~1 (?:always|consistently|never|often|can|could|would|takes|took"
      r"|goes|went|makes|cares|listens|explains|knows|understands)"),
    P("skills.tech", "python java javascript react sql aws azure docker kubernetes testing backend "
      "frontend stack agile scrum design css html node angular cloud devops automation"),
    P("skills.also", "also additionally moreover furthermore besides beyond"),
)  # fmt: skip
