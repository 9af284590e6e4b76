"""Messages that are ready but for their gaps: asks, nudges and thanks, worded differently for each
person.

Each is made from `Facts` alone; where a fact is missing there is a gap in square brackets, which
the rule "placeholder" refuses until it is filled.
"""

from typing import NamedTuple

from recco_tui.core.models import Channel
from recco_tui.writing.prompts.facts import Facts, choose, phrase


class AskDraft(NamedTuple):
    """`subject` is None except for e-mail."""

    text: str
    subject: str | None


NAME_GAP = "[name]"
PROJECT_GAP = "[what we worked on]"
FOCUS_GAP = "[what they might mention]"

_REQUEST_GREETING = "Hi {name}, "
_OPENINGS = (
    "I really enjoyed working with you on {project}.",
    "our time together on {project} is something I still think back to.",
    "working on {project} with you taught me a lot.",
    "I keep coming back to how well we worked together on {project}.",
    "thank you again for everything while we were both working on {project}.",
    "the weeks we spent on {project} were some of my favourite ones, and working with "
    "you was a big reason.",
    "looking back at {project}, I valued how you and I worked side by side.",
)
_REQUESTS = (
    "I'm building up my LinkedIn profile and would be grateful for a short "
    "recommendation from you.",
    "Would you feel comfortable writing a few lines of recommendation about it for my "
    "LinkedIn page?",
    "If you have a moment some day, a recommendation on LinkedIn in your own words would "
    "mean a lot to me.",
    "I'd be honoured if you were open to recommending me on LinkedIn, and it is fine if not.",
    "Might you be willing to share what you saw of my work as a LinkedIn recommendation?",
    "I would really appreciate a LinkedIn recommendation from somebody who saw my work "
    "as closely as you did.",
    "May I ask whether you'd like to put together a brief recommendation of me on LinkedIn?",
)
_FOCUSES = (
    "You might mention {focus}, if that is how you saw it.",
    "It would be lovely if you could speak about {focus}.",
    "What I hope somebody can describe is {focus}.",
    "Perhaps you could touch on {focus}, or on anything else that stayed with you.",
    "If it helps, I was thinking you could highlight {focus}.",
    "For example, you could talk about {focus} from where you stood.",
    "Your view of {focus} is the one I'd value most, so feel free to focus on that.",
)
_CLOSINGS = (
    "Thank you so much for considering it!",
    "Either way, thank you, and no rush at all.",
    "Thanks a lot for reading this, whatever you decide.",
    "Many thanks, and I hope all is well with you.",
    "I appreciate you taking the time, truly.",
    "With thanks, and happy to hear how things are going for you.",
    "Grateful for your thoughts on it, as always!",
)
_EMAIL_SUBJECTS = (
    "A small request after {project}",
    "{project}, and a question",
    "Would you write a few lines about our work on {project}?",
    "Thinking back to {project}",
    "A recommendation, if you feel like it",
    "Our time on {project}",
    "Something I'd like to ask you about {project}",
)


def draft_ask(facts: Facts, channel: Channel | None) -> AskDraft:
    """An ask of four sentences; `channel` None is the note inside LinkedIn's own request."""
    name = phrase(facts.first) or NAME_GAP
    focus = phrase(facts.focus) or _focus_on_my_part(facts) or FOCUS_GAP
    slots = (_OPENINGS, _REQUESTS, _FOCUSES, _CLOSINGS)
    opening, request, focus_sentence, closing = (
        choose(options, facts.seed, slot) for slot, options in enumerate(slots)
    )
    opening = _with_project(opening, facts)
    rest = " ".join([request, focus_sentence.replace("{focus}", focus), closing])
    greeting = (channel and channel.greeting) or _REQUEST_GREETING
    greeting = greeting.replace("{name}", name)
    if "!" in greeting or "\n" in greeting:
        opening = opening[0].upper() + opening[1:]
    if channel is not Channel.EMAIL:
        return AskDraft(f"{greeting}{opening} {rest}", None)
    signature = f"\n\nBest,\n{phrase(facts.my_name)}" if facts.my_name.strip() else ""
    subject = _with_project(choose(_EMAIL_SUBJECTS, facts.seed, 1), facts)
    return AskDraft(f"{greeting}{opening}\n\n{rest}{signature}", subject)


def _with_project(text: str, facts: Facts) -> str:
    on = facts.on or f"on {PROJECT_GAP}"
    return text.replace("on {project}", on).replace("{project}", facts.shared or PROJECT_GAP)


def _focus_on_my_part(facts: Facts) -> str:
    part = phrase(facts.did)
    return f"my part in it ({part})" if part else ""


# After the ask

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
    about = f"the recommendation for our work {facts.on}" if facts.on else "the recommendation"
    return _filled(_FIRST_NUDGES if number <= 1 else _LAST_NUDGES, facts, about)


def thanks(facts: Facts) -> str:
    """Thanks for a recommendation received."""
    return _filled(_THANKS, facts, facts.shared or "our work together")


_KIND_NOS = (
    "Hi {name}, thank you for asking me. I haven't seen enough of your work to write something "
    "that does you justice, so I'd rather not. I hope someone who has will, and I wish you luck.",
    "Hey {name}, I'm glad you thought of me. I don't think I'm the right person to recommend you: "
    "someone who worked with you more closely would be far more convincing. All the best!",
    "Hi {name}, thanks for your trust. A recommendation should have examples in it, and I don't "
    "have them. Someone from your own team would do it better. I'm cheering for you.",
    "Hello {name}, thank you for asking. I only write about work I know well, and I know too "
    "little of yours, so I have to pass. I hope you find the right person soon.",
    "Hi {name}, it was kind of you to ask. I can't write one this time, and I'd rather tell you "
    "now than keep you waiting. I wish you every success.",
    "Hey {name}, thank you for asking me. I'm not able to do it well at the moment, and a "
    "half-hearted text wouldn't help you. I hope it works out with someone else.",
    "Hi {name}, thanks for reaching out. I have to say no to this one, but not to you: if I can "
    "help in another way, tell me.",
)


_TAKEN_BACK = (
    "Hi {name}, I promised you a recommendation, and I'm sorry: I can't write it after all. "
    "I'd rather tell you now than keep you waiting. I hope someone else can soon.",
    "Hey {name}, about the recommendation I promised: I have to take that back, and I'm sorry. "
    "Please don't wait for it. I wish you all the best with what you're planning.",
)


def kind_no(facts: Facts, *, promised: bool = False) -> str:
    """Words for declining: soon, clear, and without blame; `promised`: to take a promise back."""
    return _filled(_TAKEN_BACK if promised else _KIND_NOS, facts, "")


def _filled(options: tuple[str, ...], facts: Facts, about: str) -> str:
    name = phrase(facts.first) or NAME_GAP
    return choose(options, facts.seed, 0).replace("{name}", name).replace("{about}", about)
