"""Words to begin with: questions, drafts, a prompt for an assistant, nudges and thanks.

Everything is made from `Facts` alone; where a fact is missing a gap in square brackets stands in
its place, which the rule "placeholder" refuses until it is filled.
"""

from recco_tui.writing.prompts.assistant import assistant_prompt
from recco_tui.writing.prompts.drafts import AskDraft, draft_ask
from recco_tui.writing.prompts.facts import Facts
from recco_tui.writing.prompts.followups import nudge, thanks
from recco_tui.writing.prompts.guided import Question, guided, joined

__all__ = [
    "AskDraft",
    "Facts",
    "Question",
    "assistant_prompt",
    "draft_ask",
    "guided",
    "joined",
    "nudge",
    "thanks",
]
