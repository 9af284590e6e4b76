"""Every string that a user can read uses recco's own words: one word for an idea, American, short."""

import ast
import re

import pytest

from recco_tui.cli.root import COMMANDS
from recco_tui.core.alerts.alert import Action
from recco_tui.core.settings import SPECS
from recco_tui.ui.keymap import declared
from tests.house import MODULES
from tests.words import Said, everything

NOT = {
    "waive": r"\bsquare[ds]?\b",
    "set kind": r"\bsort(?:s|ed|ing)? (?:people |them )?in\b",
    "add or import": r"\bt(?:ake|akes|aken|aking|ook) (?:it |them |that |this )?(?:over|in)\b",
    "fix": r"\bmend(?:s|ed|ing)?\b",
    "someone, no one, all contacts": r"\b(?:some|no|every|any)body\b",
    "due or urgent": r"\bpress(?:es|ing)\b",
    "nothing": r"\b(?:meanwhile|likewise|thereof)\b",
    "follow up": r"\bsecond[- ]channel\b",
    "missing kind": r"\bcover(?:age|ed)\b",
    "channel": r"\b(?:which|the|other|this|that|same|another) way\b",
    "created or added": r"\bmade by (?:hand|recco|you)\b",
    "a bug in recco": r"\bfault of recco|\bstumbled\b",
    "shows or explains": r"\b(?:recco|Today|Review|Insights|doctor|preview|log) (?:tells|says)\b",
    "American spelling": r"colour|favour|behaviour|honour|\bcentre|\bprogramme\b|\be-mail"
    r"|(?:organ|real|recogn|summar|priorit|util|custom|apolog|minim|optim)is(?:e|ing|ation)",
}
"""What is said instead, and what is not said."""

ALLOWED = {
    ("recco_tui/writing/", "square"): "a gap stands in square brackets",
    ("recco_tui/assistant/", "square"): "a gap stands in square brackets",
    ("recco_tui/writing/rules/phrase_lists.py", ""): "phrases that are looked for, not said",
    ("recco_tui/writing/rules/slips.py", ""): "misspellings and pronouns that are looked for",
    ("recco_tui/writing/prompts/focus.py", ""): "words that are looked for",
    ("recco_tui/core/names.py", ""): "titles and first names that are looked for",
    ("recco_tui/core/insights.py", ""): "words that are passed over",
    ("recco_tui/writing/details.py", ""): "names of tools and words that are looked for",
    ("recco_tui/importing/read/", "sheet"): "column titles of LinkedIn's",
    ("recco_tui/writing/prompts/step_messages.py", ""): "messages to people, read in drafts.txt",
    ("recco_tui/writing/prompts/facts.py", "organis"): "words that are looked for",
    ("recco_tui/writing/prompts/work.py", ""): "words that are looked for",
    ("CHANGELOG.md", "second-channel"): "tells which words have changed",
    ("CHANGELOG.md", "contact square"): "a command that still works",
    ("CHANGELOG.md", "Sort in"): "tells which words have changed",
}
"""A part of the path and a word of the line, and the reason."""


def _is_allowed(said: Said) -> bool:
    return any(part in said.path and word in said.text for part, word in ALLOWED)


def test_one_word_stands_for_an_idea() -> None:
    found = []
    for said in everything():
        text = re.sub(r"\{[^{}]*\}", "", said.text)
        for instead, words in NOT.items():
            if (match := re.search(words, text, re.IGNORECASE)) and not _is_allowed(said):
                place = f"{said.path}:{said.line}"
                found.append(f"{place} “{match[0]}” for {instead}, in {said.text[:90]!r}")
    assert not found


def test_names_that_users_type_have_these_words_too() -> None:
    names = [*COMMANDS, *Action, *SPECS, *(binding.id for binding in declared())]
    told = " ".join(re.sub(r"[-_.]", " ", name) for name in names)
    for instead, words in NOT.items():
        assert not re.search(words, told), instead


def test_labels_of_one_word_are_spelled_so_too() -> None:
    """They are not in the list: a name in the code looks the same."""
    labels = [
        (module.path, node.value)
        for module in MODULES.values()
        for node in module.nodes
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if re.fullmatch(r"[a-z-]+", node.value)
    ]
    assert ("recco_tui/core/models.py", "email") in labels
    read_from_users = {
        ("recco_tui/core/settings.py", "e-mail"),
        ("recco_tui/writing/prompts/work.py", "programme"),
    }
    spelling = NOT["American spelling"]
    assert {label for label in labels if re.search(spelling, label[1])} == read_from_users


@pytest.mark.parametrize("binding", declared(), ids=lambda binding: binding.id)
def test_a_key_has_a_short_label_and_a_sentence(binding) -> None:
    assert len(binding.words) <= 14 or binding.id.startswith("relationship.")
    if not binding.id.startswith("relationship."):
        assert len(binding.tooltip) <= 60
        assert binding.tooltip[0].isupper()
        assert binding.tooltip.endswith((".", "…"))
