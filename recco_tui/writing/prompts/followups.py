"""Short texts around an ask: up to two nudges, and thanks."""

from recco_tui.writing.prompts.facts import Facts, choose, phrase

_FIRST_NUDGES = (
    "Hi {name}, I hope your week is going well. My note about {about} may have slipped "
    "by, and that "
    "is fine. If you'd still like to write a few lines, I'd be glad.",
    "Hey {name}, coming back once to {about}, in case it got buried. A no is just as fine.",
    "Hi {name}, just a friendly wave about {about}. If something would make it easier, "
    "I'm happy to "
    "send a few notes.",
    "Hello {name}, I thought of you today because of {about}. If the idea still suits "
    "you, lovely; if "
    "not, no hard feelings.",
    "Hi {name}, how are things with you? I sent you something about {about} a while ago and would "
    "still love to read your view.",
    "Hey {name}, I know inboxes fill up, so here is {about} once more. Only if you feel like it.",
    "Hi {name}, one small follow-up on {about}. Three sentences would be plenty.",
)
_LAST_NUDGES = (
    "Hi {name}, this is my last word on {about}, I promise. Thank you either way for our time "
    "together.",
    "Hey {name}, I'll leave {about} at this. If it ever suits you, the door is open, and thanks.",
    "Hi {name}, I won't ask about {about} again after this. It was good working with you.",
    "Hello {name}, no answer to {about} is an answer too, and a fine one. All the best to you.",
    "Hi {name}, should {about} ever fit into a quiet hour, I'd be glad. I'll not write "
    "about it again.",
    "Hey {name}, closing the loop on {about} from my side. I hope we work together again.",
    "Hi {name}, I'm letting {about} rest now. Thank you for all you taught me.",
)
_THANKS = (
    "Hi {name}, thank you for your recommendation! It made my day, and I'm grateful that "
    "you took the "
    "time.",
    "Hey {name}, I just read what you wrote about me. Thank you, that means a lot.",
    "Hi {name}, your words about {about} were kind and precise. Thank you for writing them down.",
    "Hello {name}, many thanks for the recommendation. I hadn't known that you noticed so much.",
    "Hi {name}, what a lovely text to find on my profile. Thank you for thinking back to {about}.",
    "Hey {name}, thank you so much for the recommendation. I smiled all the way through.",
    "Hi {name}, I've read your recommendation twice already. Thank you for being so generous.",
)


def nudge(facts: Facts, number: int) -> str:
    """The first (1) or the second and last (2) nudge."""
    return _filled(_FIRST_NUDGES if number <= 1 else _LAST_NUDGES, facts, "the recommendation")


def thanks(facts: Facts) -> str:
    """Thanks for a recommendation received."""
    return _filled(_THANKS, facts, "our work together")


def _filled(options: tuple[str, ...], facts: Facts, else_about: str) -> str:
    name = phrase(facts.first) or "[name]"
    about = facts.shared if else_about.startswith("our") and facts.shared else else_about
    if facts.shared and else_about.startswith("the"):
        about = f"{else_about} for our work {facts.on}"
    text = choose(options, facts.seed, 0)
    return text.replace("{name}", name).replace("{about}", about)
