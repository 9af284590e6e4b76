"""Drafts are good English whatever the facts are, and say nothing that they must not say."""

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest

from recco_tui.core.models import Channel, ProjectKind, TextKind
from recco_tui.core.names import fold
from recco_tui.core.relationships import Kind, Relationship
from recco_tui.writing.about import About, OtherText
from recco_tui.writing.findings import Severity
from recco_tui.writing.prompts import step_messages, warm_messages
from recco_tui.writing.prompts.facts import Facts
from recco_tui.writing.prompts.focus import asks_their_view, say_focus
from recco_tui.writing.prompts.messages import (
    FOCUS_GAP,
    NAME_GAP,
    PROJECT_GAP,
    Stage,
    agree_to_write,
    ask_for_change,
    check_with_lead,
    decline_to_write,
    draft_ask,
    gaps,
    nudge,
    say_promise,
    thanks,
    warm_again,
)
from recco_tui.writing.prompts.work import say_work
from recco_tui.writing.review import review
from recco_tui.writing.sentences import split
from tests.writing.drafts import CHANNELS, FILE, TODAY, drafted, page

EVERY = tuple(drafted())
KINDS = tuple(Kind)
SEEDS = range(49)
STAGES = (Stage.UNANSWERED, Stage.AGREED)


def facts_for(seed: int, days: int | None = 3, **changes: object) -> Facts:
    ended = None if days is None else TODAY - timedelta(days=days)
    facts = Facts(
        name="Katrina Mosley",
        projects=("Inventory API",),
        focus="how I debug",
        my_name="Rafael Ortiz",
        ended_on=ended,
        today=TODAY,
        asked_on=TODAY - timedelta(days=8),
        asked_via=Channel.LINKEDIN,
        seed=seed,
    )
    return replace(facts, **changes)  # type: ignore[arg-type]


def later_messages(facts: Facts) -> list[str]:
    """Everything that may go out after the warm message."""
    agreed = replace(facts, agreed=True)
    return [
        *(draft_ask(facts, None, stage).text for stage in STAGES),
        warm_again(facts, Channel.SLACK).text,
        nudge(facts, 1).text,
        nudge(agreed, 1).text,
        nudge(facts, 2).text,
        thanks(facts).text,
    ]


def sentences_of(text: str) -> list[str]:
    """Sentences without the greeting in front of the first."""
    bare = re.sub(r"^(?:Hi|Hey) [^,!\n]+[,!]\s+", "", text)
    return [sentence.text.strip() for sentence in split(bare)]


# The two hundred


def test_the_two_hundred_drafts_are_those_that_somebody_read() -> None:
    assert len(EVERY) >= 200
    assert page() == FILE.read_text(encoding="utf-8"), "read, then: python -m tests.writing.drafts"


@pytest.mark.parametrize("number", range(len(EVERY)))
def test_each_passes_the_check_with_at_most_one_hint(number: int) -> None:
    draft = EVERY[number]
    text, name = draft.message.text, draft.facts.name
    if not draft.is_ask:
        return
    judged = review(text, TextKind.ASK, About(to=name))
    allowed = {"placeholder"} if gaps(text) else set()
    if NAME_GAP in text or not draft.facts.first:
        allowed.add("not-personal")
    findings = [found for found in judged.findings if found.rule not in allowed]
    assert [found for found in findings if found.severity is not Severity.HINT] == []
    assert len(findings) <= 1


@pytest.mark.parametrize("draft", EVERY, ids=range(1, len(EVERY) + 1))
def test_none_has_a_slip_that_a_template_makes(draft) -> None:  # type: ignore[no-untyped-def]
    text = draft.message.text + (draft.message.subject or "")
    assert not re.search(r"  |[{}]| [,.;!?]|\.\.|,,|\bNone\b", text)
    assert not re.search(r"\b(\w+) \1\b", text)
    assert not re.search(r"[.!?] [a-z]", text)
    assert not re.search(r"\b(?:my|the|our) (?:my|the|our|how)\b", text)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("days", [1, 40, 500, None])
def test_every_sentence_of_every_family_passes_the_check(kind: Kind, days: int | None) -> None:
    every = (
        facts_for(seed, days, kind=kind, praised=praised)
        for seed in SEEDS
        for praised in (False, True)
    )
    for text in {draft_ask(facts, channel).text for facts in every for channel in CHANNELS}:
        judged = review(text, TextKind.ASK, About(to="Katrina Mosley"))
        assert judged.ready, text
        assert len(judged.findings) <= 1, (text, judged.findings)


@pytest.mark.parametrize("stage", STAGES)
def test_every_linkedin_request_passes_the_check_and_is_short(stage: Stage) -> None:
    for seed in range(7):
        text = draft_ask(facts_for(seed), None, stage).text
        judged = review(text, TextKind.ASK, About(to="Katrina Mosley"))
        assert judged.ready, (text, judged.findings)
        assert judged.findings == (), text
        assert len(text) <= 350


# What must never happen


def test_a_note_is_never_pasted_into_a_sentence() -> None:
    noted = {
        "did": "report on Fridays",
        "they_did": "kept the backlog",
        "wins": ("fixed the flaky login",),
        "wrote": "Rafael is a calm engineer.",
    }
    for seed in SEEDS:
        facts = facts_for(seed, focus="", **noted)
        texts = [draft_ask(facts, channel).text for channel in CHANNELS] + later_messages(facts)
        for text in texts:
            assert not any(words in text for words in ("Fridays", "backlog", "flaky", "calm"))
        assert FOCUS_GAP in texts[0]


def test_no_later_message_repeats_a_sentence_of_the_warm_one_or_of_another() -> None:
    for seed in SEEDS:
        for kind in KINDS:
            for days in (3, 90, 500):
                facts = facts_for(seed, days, kind=kind)
                warm = sentences_of(draft_ask(facts, Channel.LINKEDIN).text)
                seen = {fold(sentence) for sentence in warm}
                for text in later_messages(facts):
                    for sentence in sentences_of(text):
                        assert fold(sentence) not in seen, sentence
                    seen.update(fold(one) for one in sentences_of(text) if "week" not in one)


def test_nobody_looks_back_at_what_ended_within_two_weeks() -> None:
    back = re.compile(
        r"\bstill\b|think(?:ing)? back|looking back|back in|ago|a while|last (?:month|year)"
        r"|time flies|often think|has stayed",
        re.IGNORECASE,
    )
    for seed in SEEDS:
        for days in (0, 1, 7, 14):
            for kind in KINDS:
                for praised in (False, True):
                    facts = facts_for(seed, days, kind=kind, praised=praised)
                    for channel in CHANNELS:
                        assert not back.search(draft_ask(facts, channel).text)


def test_what_is_answered_is_not_asked_again() -> None:
    again = re.compile(
        r"\?|would you|could you|are you|if you'd|if you're up|comfortable|open to|pressure|"
        r"feel free to say no|rather not",
        re.IGNORECASE,
    )
    for seed in SEEDS:
        facts = facts_for(seed, agreed=True)
        for text in (draft_ask(facts, None, Stage.AGREED).text, nudge(facts, 1).text):
            assert not again.search(text.replace("you could", "")), text


def test_no_trade_is_offered_to_somebody_who_is_owed_nothing() -> None:
    trade = re.compile(
        r"return the favor|recommend you|write (?:one|something)? ?(?:for|about) you|in return",
        re.IGNORECASE,
    )
    for seed in SEEDS:
        for kind in KINDS:
            facts = facts_for(seed, kind=kind)
            texts = [draft_ask(facts, channel).text for channel in CHANNELS]
            for text in texts + later_messages(facts):
                assert not trade.search(text), text
            assert re.search(
                r"return the favor|for you, too|recommend you|about you",
                thanks(replace(facts, owes=True)).text,
            )


def test_the_ask_itself_never_offers_a_trade_even_where_one_is_owed() -> None:
    for seed in SEEDS:
        facts = facts_for(seed)
        assert draft_ask(replace(facts, owes=True), None) == draft_ask(facts, None)


def test_a_family_has_enough_to_choose_from() -> None:
    slots = {k: v for k, v in vars(warm_messages).items() if k.isupper()}
    assert all(len(slot) >= 5 and len(set(slot)) == len(slot) for slot in slots.values())
    texts = {k: v for k, v in vars(step_messages).items() if k.isupper()}
    assert all(len(slot) >= 4 and len(set(slot)) == len(slot) for slot in texts.values())


def test_no_sentence_stands_in_two_slots_of_one_message() -> None:
    """Three words in a row that are said twice in one text sound like a form letter."""
    for seed in SEEDS:
        for kind in KINDS:
            for days in (3, 90, 500, None):
                facts = facts_for(seed, days, kind=kind, focus="xx", projects=("Yy",))
                words = re.findall(r"[\w'’]+", draft_ask(facts, Channel.TEXT).text.lower())
                runs = list(zip(words, words[1:], words[2:], strict=False))
                twice = {run for run in runs if runs.count(run) > 1}
                assert not twice, (twice, draft_ask(facts, Channel.TEXT).text)


# Two people


def test_three_neighbors_open_differently_and_share_one_sentence_at_most() -> None:
    for kind in KINDS:
        for start in range(60):
            three = [
                sentences_of(draft_ask(facts_for(start + at, kind=kind), Channel.TEXT).text)
                for at in range(3)
            ]
            for one, other in pairwise([*three, three[0]]):
                assert one[0] != other[0]
                assert len(set(one) & set(other)) <= 1


def test_of_four_neighbors_none_gets_what_the_check_calls_copied() -> None:
    texts = [draft_ask(facts_for(seed), Channel.TEXT).text for seed in SEEDS]
    for at, text in enumerate(texts):
        others = tuple(OtherText("Bo Ray", one) for one in texts[max(0, at - 3) : at])
        about = About(to="Katrina Mosley", other_asks=others, projects=("Inventory API",))
        rules = {found.rule for found in review(text, TextKind.ASK, about).findings}
        assert "copied" not in rules, text


# What they saw


@pytest.mark.parametrize(
    "focus", ["what you liked about my work", "how it was to work with me", "anything you noticed"]
)
@pytest.mark.parametrize("kind", KINDS)
def test_what_they_think_is_asked_as_a_question_of_its_own(focus: str, kind: Kind) -> None:
    """No one is asked to "highlight what you liked"."""
    said = say_focus(focus)
    for seed in SEEDS:
        for praised in (False, True):
            facts = facts_for(seed, focus=focus, kind=kind, praised=praised)
            text = draft_ask(facts, Channel.TEXT).text
            judged = review(text, TextKind.ASK, About(to=facts.name))
            assert judged.ready, text
            assert len(judged.findings) <= 1, (text, judged.findings)
            assert not re.search(rf"\b(?:touch(?:ed)? on|highlight|it would be) {said}", text)
            assert text.count(" ".join(said.split()[:3])) == 1


def test_what_they_did_is_no_question() -> None:
    for focus in ("how I debug", "the time you saw me present it", "my debugging", ""):
        assert not asks_their_view(say_focus(focus))


# By how one knows them, by channel, by time


def test_who_was_served_is_a_client_and_who_served_me_is_not() -> None:
    mine = facts_for(0, kind=Kind.CLIENT, bond=Relationship.WAS_MY_CLIENT)
    theirs = replace(mine, bond=Relationship.I_WAS_CLIENT)
    assert draft_ask(mine, None).text != draft_ask(theirs, None).text
    for seed in SEEDS:
        assert "client" not in draft_ask(replace(theirs, seed=seed), None).text


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, ""), (14, ""), (20, "earlier this month"), (40, "last month"),
        (130, "back in July"), (330, "earlier this year"), (400, "last year"), (760, "two years ago"),
        (1500, "a few years ago"), (4000, "years ago"),
    ],
)  # fmt: skip
def test_when_it_was_is_said_as_one_would(days: int, words: str) -> None:
    assert facts_for(0, days).when == words


@pytest.mark.parametrize("number", [1, 2])
def test_only_email_has_subject_and_sign_off(number: int) -> None:
    facts = facts_for(3, owes=True)
    for channel in Channel:
        for message in (
            draft_ask(facts, channel), nudge(facts, number, channel), thanks(facts, channel),
            warm_again(facts, channel), decline_to_write(facts, channel),
            agree_to_write(facts, TODAY, TODAY, channel), ask_for_change(facts, channel),
            check_with_lead(facts, "Ines", channel),
        ):  # fmt: skip
            assert (message.subject is not None) == (channel is Channel.EMAIL)
            assert message.text.endswith("\n\nBest,\nRafael") == (channel is Channel.EMAIL)
    assert draft_ask(replace(facts, my_name=""), Channel.EMAIL).text.endswith("\n[your name]")


def test_a_promise_is_a_day_that_one_would_say() -> None:
    monday = date(2026, 11, 30)
    assert say_promise(monday + timedelta(days=4), monday) == "Friday"
    assert say_promise(monday + timedelta(days=9), monday) == "Wednesday, December 9"
    assert say_promise(date(2027, 1, 4), monday) == "January 4, 2027"
    assert say_promise(monday, monday) == "tonight"


# Facts of every shape


@pytest.mark.parametrize(
    ("title", "kind", "said"),
    [
        ("the Capstone", ProjectKind.PROJECT, "on the Capstone"),
        ("The Capstone.", ProjectKind.PROJECT, "on the Capstone"),
        ("capstone", ProjectKind.PROJECT, "on the capstone"),
        ("Capstone", ProjectKind.ASSIGNMENT, "on the Capstone"),
        ("Inventory API (v2)", ProjectKind.PROJECT, "on the Inventory API (v2)"),
        ("inventory api", ProjectKind.PROJECT, "on the inventory api"),
        ("API [v2]", ProjectKind.PROJECT, "on the API (v2)"),
        ("ACME's rebrand", ProjectKind.PROJECT, "on ACME's rebrand"),
        ("Pantry Map", ProjectKind.PROJECT, "on Pantry Map"),
        ("Project Phoenix", ProjectKind.PROJECT, "on Project Phoenix"),
        ("recco", ProjectKind.PROJECT, "on recco"),
        ("iOS app", ProjectKind.PROJECT, "on the iOS app"),
        ("my portfolio", ProjectKind.PROJECT, "on my portfolio"),
        ("Redesign of the checkout", ProjectKind.PROJECT, "on the redesign of the checkout"),
        ("Building a recommender", ProjectKind.PROJECT, "on building a recommender"),
        ("Built the login", ProjectKind.PROJECT, "on “Built the login”"),
        ("Blog: from zero to one", ProjectKind.PROJECT, "on “Blog: from zero to one”"),
        ("CLIMATE DASHBOARD 2", ProjectKind.CHALLENGE, "on the Climate Dashboard 2"),
        ("Spring hackathon 2025", ProjectKind.CHALLENGE, "on the Spring hackathon 2025"),
        ("Internship at Acme", ProjectKind.INTERNSHIP, "during the internship at Acme"),
        ("Acme", ProjectKind.INTERNSHIP, "during the Acme internship"),
        ("Le Wagon", ProjectKind.BOOTCAMP, "during the Le Wagon bootcamp"),
        ("Software Academy", ProjectKind.BOOTCAMP, "during the Software Academy"),
        ("Analyst", ProjectKind.POSITION, ""),
        ("", ProjectKind.PROJECT, ""),
        ("{focus} {name}", ProjectKind.PROJECT, "on (focus) (name)"),
    ],
)
def test_a_title_is_said_as_one_would(title: str, kind: ProjectKind, said: str) -> None:
    facts = Facts(projects=(title,), work=kind)
    assert facts.on == said
    assert (said or PROJECT_GAP) in draft_ask(facts, None).text


def test_an_employer_is_where_one_worked() -> None:
    facts = Facts(
        projects=("Analyst at Brightwater",), work=ProjectKind.POSITION, place="Acme Inc."
    )
    assert facts.on == "at Acme Inc"
    assert say_work("Analyst", ProjectKind.POSITION) is None


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("debugging", "my debugging"),
        ("my debugging.", "my debugging"),
        ("SQL", "my work with SQL"),
        ("Pantry Map", "my work on Pantry Map"),
        ("Leadership", "my leadership"),
        ("code reviews", "my code reviews"),
        ("report on Fridays", "my report on Fridays"),
        ("detailed notes", "my detailed notes"),
        ("problem solving", "my problem solving"),
        ("the API", "the API"),
        ("writing style", "my writing style"),
        ("debugging the login", "how I went about debugging the login"),
        ("Teaching juniors", "how I went about teaching juniors"),
        ("being reliable", "how reliable I am"),
        ("how I debug", "how I debug"),
        ("How I taught the juniors.", "how I taught the juniors"),
        ("what you liked about my work", "what you liked about my work"),
        ("Anything you liked about my work", "what you liked about my work"),
        ("something that you remember", "what you remember"),
        ("anything about my tests", "anything about my tests"),
        ("that we shipped on time", "how we shipped on time"),
        ("when I fixed the bug", "the time I fixed the bug"),
        ("I fixed the login.", "how I fixed the login"),
        ("We shipped on time!", "how we shipped on time"),
        ("You saw me present it", "the time you saw me present it"),
        ("I'm good at SQL", "my work with SQL"),
        ("I am a good listener", "what makes me a good listener"),
        ("I'm calm under pressure", "how I stay calm under pressure"),
        ("My tests caught 3 bugs", "how my tests caught 3 bugs"),
        ("the tests I fixed", "the tests I fixed"),
        ("Wrote the tests", "how I wrote the tests"),
        ("reviewed all of it", "how I reviewed all of it"),
        ("to keep calm", "how I keep calm"),
        ("help newcomers", "how I help newcomers"),
        ("Please mention my tests", "my tests"),
        ("I fixed it. Then I wrote it down.", "how I fixed it and then I wrote it down"),
        ("my [b]tests", "my (b)tests"),
        ("  ", ""),
        ("...", ""),
        ("I", "how I"),
        ("x", "my x"),
    ],
)
def test_a_focus_ends_a_sentence_however_it_is_typed(typed: str, said: str) -> None:
    assert say_focus(typed) == said


@pytest.mark.parametrize(
    ("name", "greeting"),
    [
        ("Uma Rossi-Nguyen, MBA, CSM", "Hi Uma,"),
        ("Rossi, Uma, MBA", "Hi Uma,"),
        ("Mary Ann Lee", "Hi Mary Ann,"),
        ("Dr. Emily Stone", "Hi Emily,"),
        ("Prof. Stone", "Hi Prof. Stone,"),
        ("JEAN-LUC PICARD", "Hi Jean-Luc,"),
        ("katrina mosley", "Hi Katrina,"),
        ("J. Robert Oppenheimer", "Hi J. Robert,"),
        ("J. Smith", "Hi [name],"),
        ("K", "Hi [name],"),
        ("MBA", "Hi [name],"),
        ("🚀", "Hi [name],"),
        ("", "Hi [name],"),
        ("{name} {on}", "Hi (name),"),
    ],
)
def test_the_greeting_is_a_first_name_or_a_gap(name: str, greeting: str) -> None:
    assert draft_ask(Facts(name=name), Channel.LINKEDIN).text.startswith(greeting)


@pytest.mark.parametrize("title", ["x" * 3000, "\u202e", "[", "{{{", "<b>", "%s", "\\1", "a\nb"])
def test_hostile_facts_break_no_message(title: str) -> None:
    facts = Facts(name=title, projects=(title,), focus=title, my_name=title, today=TODAY)
    for channel in (*Channel, None):
        assert draft_ask(facts, channel).text
    assert all(later_messages(facts))


@pytest.mark.parametrize("promised", [False, True])
def test_an_answer_without_a_name_still_begins_like_a_sentence(promised: bool) -> None:
    for seed in range(8):
        facts = Facts(seed=seed, today=TODAY)
        texts = [
            decline_to_write(facts, promised=promised).text,
            agree_to_write(facts, TODAY, TODAY).text,
            ask_for_change(facts).text,
        ]
        for text in texts:
            assert text[0].isupper()
            assert not re.search(r"\bthere\b,|^, | ,|,,|,[:.!]", text), text
