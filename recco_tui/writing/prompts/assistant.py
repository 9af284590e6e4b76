"""A prompt for any AI assistant: the facts, the rules and the draft."""

from recco_tui.core.models import TextKind
from recco_tui.writing.about import Limits
from recco_tui.writing.prompts.facts import Facts

_RECOMMENDATION = """\
Help me write a LinkedIn recommendation for {name}.

Rules:
- {fewest} to {most} sentences, {few_words} to {many_words} words, at most {characters} characters.
- It must hold four things: context (how I know them: team, project, time), skills (what they are \
good at, with an example), impact (what got better because of them), endorsement (that I recommend \
them).
- Use the first name at least once. Plain words: no jargon, clichés, hedges, jokes, slang or emoji.
- Say nothing private and nothing negative. Use only the facts below; invent none.
- Where a fact is missing, leave a gap in [square brackets] for me to fill."""
_ASK = """\
Help me write a short message that asks {name} for a LinkedIn recommendation.

Rules:
- {fewest} to {most} sentences: greet them by name, say what we did together, ask, say what they \
might mention, thank them.
- Warm and personal, never pushing: no deadline, no urgency, no talk of my job search, no guilt, \
no offer in return.
- Use only the facts below; invent none.
- Where a fact is missing, leave a gap in [square brackets] for me to fill."""


def assistant_prompt(kind: TextKind, facts: Facts, draft: str, limits: Limits | None = None) -> str:
    """The whole prompt. It contains nothing about anybody but what is in `facts` and `draft`."""
    bounds = limits or Limits()
    fewest, most = bounds.sentences_of(kind)
    rules = (_ASK if kind is TextKind.ASK else _RECOMMENDATION).format(
        name=facts.name or "a colleague",
        fewest=fewest,
        most=most,
        few_words=bounds.words[0],
        many_words=bounds.words[1],
        characters=bounds.characters,
    )
    known = "\n".join(f"- {line}" for line in _lines(facts)) or "- (none noted)"
    written = draft.strip() or "(nothing yet)"
    return f"{rules}\n\nFacts:\n{known}\n\nMy draft:\n{written}\n\nAnswer with the text alone.\n"


def _lines(facts: Facts) -> list[str]:
    facts_by_label = [
        ("their name", facts.name),
        ("how we know each other", facts.relationship),
        *(("a project we shared", project) for project in facts.projects),
        ("what I did", facts.did),
        ("what they did", facts.they_did),
        *(("what they did well", win) for win in facts.wins),
        ("what they could mention", facts.focus),
        ("what they wrote about me", facts.wrote),
    ]
    return [
        f"{label}: {' '.join(value.split())}" for label, value in facts_by_label if value.strip()
    ]
