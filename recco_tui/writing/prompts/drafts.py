"""Drafts of an ask for each channel, wrapped differently for each person."""

from dataclasses import dataclass

from recco_tui.core.models import Channel
from recco_tui.writing.prompts.facts import Facts, choose, phrase


@dataclass(frozen=True, slots=True)
class AskDraft:
    """`subject` is None but for e-mail; `gaps` are the facts that still have to be filled in."""

    text: str
    subject: str | None
    gaps: tuple[str, ...]


NAME_GAP = "[name]"
PROJECT_GAP = "[what we worked on]"
FOCUS_GAP = "[what they might mention]"

_REQUEST_GREETING = "Hi {name}, "
_TOGETHER = (
    "I really enjoyed working with you on {project}.",
    "our time together on {project} is something I still think back to.",
    "working on {project} with you taught me a lot.",
    "I keep coming back to how well we worked together on {project}.",
    "thank you again for everything while we were both working on {project}.",
    "the weeks we spent on {project} were some of my favourite ones, and working with "
    "you was a big reason.",
    "looking back at {project}, I valued how you and I worked side by side.",
)
_REQUEST = (
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
_FOCUS = (
    "You might mention {focus}, if that is how you saw it.",
    "It would be lovely if you could speak about {focus}.",
    "What I hope somebody can describe is {focus}.",
    "Perhaps you could touch on {focus}, or on anything else that stayed with you.",
    "If it helps, I was thinking you could highlight {focus}.",
    "For example, you could talk about {focus} from where you stood.",
    "Your view of {focus} is the one I'd value most, so feel free to focus on that.",
)
_THANKS = (
    "Thank you so much for considering it!",
    "Either way, thank you, and no rush at all.",
    "Thanks a lot for reading this, whatever you decide.",
    "Many thanks, and I hope all is well with you.",
    "I appreciate you taking the time, truly.",
    "With thanks, and happy to hear how things are going for you.",
    "Grateful for your thoughts on it, as always!",
)
_SUBJECTS = (
    "A small request after {project}",
    "{project}, and a question",
    "Would you write a few lines about our work on {project}?",
    "Thinking back to {project}",
    "A recommendation, if you feel like it",
    "Our time on {project}",
    "Something I'd like to ask you about {project}",
)


def draft_ask(facts: Facts, channel: Channel | None) -> AskDraft:
    """An ask of four sentences; short ones on chat channels put the same into fewer words.

    `channel` None is the note inside LinkedIn's own request.
    """
    name = phrase(facts.first) or NAME_GAP
    on = facts.on or f"on {PROJECT_GAP}"
    project = facts.shared or PROJECT_GAP
    focus = phrase(facts.focus) or _from_deed(facts) or FOCUS_GAP
    slots = (_TOGETHER, _REQUEST, _FOCUS, _THANKS)
    words = [choose(options, facts.seed, slot) for slot, options in enumerate(slots)]
    together = words[0].replace("on {project}", on).replace("{project}", project)
    rest = " ".join([words[1], words[2].replace("{focus}", focus), words[3]])
    greeting = ((channel and channel.greeting) or _REQUEST_GREETING).replace("{name}", name)
    if "!" in greeting or "\n" in greeting:
        together = together[0].upper() + together[1:]
    text = f"{greeting}{together} {rest}"
    if channel is Channel.EMAIL:
        text = f"{greeting}{together}\n\n{rest}" + _signed(facts)
    subject = choose(_SUBJECTS, facts.seed, 1)
    subject = subject.replace("on {project}", on).replace("{project}", project)
    gaps = tuple(gap for gap in (NAME_GAP, PROJECT_GAP, FOCUS_GAP) if gap in text)
    return AskDraft(text, subject if channel is Channel.EMAIL else None, gaps)


def _from_deed(facts: Facts) -> str:
    deed = phrase(facts.did)
    return f"my part in it ({deed})" if deed else ""


def _signed(facts: Facts) -> str:
    return f"\n\nBest,\n{phrase(facts.my_name)}" if facts.my_name.strip() else ""
