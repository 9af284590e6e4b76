"""Steps and a day → the one next step, with its day, channel and words."""

from datetime import date

import pytest

from recco_tui.core.models import Ask, AskStep, Channel, Step
from recco_tui.core.next_step import next_step
from recco_tui.core.policy import Policy
from tests.core.scenes import JOHN, RACHEL, TODAY, ago, ask

POLICY = Policy()


def following(present, contact=JOHN, policy=POLICY, today=TODAY):
    return next_step(present, contact, policy, today)


@pytest.mark.parametrize(
    ("steps", "action", "step", "due", "why"),
    [
        ("drafted 2", "ask", "warm", 2, "ask drafted 2 days ago: send the warm message"),
        ("warm 1 discord", "follow-up", "linkedin", -2, "no answer on Discord for 1 day: send the LinkedIn request"),
        ("warm 3 discord", "follow-up", "linkedin", 0, "no answer on Discord for 3 days: send the LinkedIn request"),
        ("warm 3 linkedin", "follow-up", "warm", 0, "no answer on LinkedIn for 3 days: write by email"),
        ("warm 3", "follow-up", "linkedin", 0, "no answer to the warm message for 3 days: send the LinkedIn request"),
        ("warm 9 linkedin, warm 3 email", "follow-up", "linkedin", 0, "no answer by email for 3 days: send the LinkedIn request"),
        ("warm 9 email, warm 3 linkedin", "follow-up", "linkedin", 0, "no answer on LinkedIn for 3 days: send the LinkedIn request"),
        ("warm 29 discord", "follow-up", "linkedin", 26, "no answer on Discord for 29 days: send the LinkedIn request"),
        ("warm 30 discord", "let-go", "closed", 0, "no answer for 30 days: let go"),
        ("warm 4 discord, agreed 1", "request", "linkedin", 1, "agreed on Discord yesterday: send the LinkedIn request"),
        ("warm 4 discord, agreed 0 in-person", "request", "linkedin", 0, "agreed in person today: send the LinkedIn request"),
        ("agreed 1", "request", "linkedin", 1, "agreed yesterday: send the LinkedIn request"),
        ("warm 90 slack, agreed 60", "request", "linkedin", 60, "agreed on Slack 60 days ago: send the LinkedIn request"),
        ("warm 9 discord, linkedin 6", "nudge", "nudged", -1, "LinkedIn request sent 6 days ago, no text yet: first nudge, on Discord"),
        ("warm 9 discord, linkedin 7", "nudge", "nudged", 0, "LinkedIn request sent 7 days ago, no text yet: first nudge, on Discord"),
        ("linkedin 8", "nudge", "nudged", 1, "LinkedIn request sent 8 days ago, no text yet: first nudge, by email"),
        ("linkedin 15, agreed 7 text", "nudge", "nudged", 0, "said yes 7 days ago, no text yet: first nudge, on LinkedIn"),
        ("warm 20 discord, linkedin 14, nudged 7 discord", "nudge", "nudged", 0, "nudged 7 days ago, no text yet: second and last nudge, on LinkedIn"),
        ("linkedin 20, nudged 6 email", "nudge", "nudged", -1, "nudged 6 days ago, no text yet: second and last nudge, on LinkedIn"),
        ("linkedin 30, nudged 23, nudged 16", "let-go", "closed", 0, "no answer for 16 days after 2 nudges: let go"),
        ("linkedin 29, nudged 22, nudged 15", "let-go", "closed", -1, "no answer for 15 days after 2 nudges: let go"),
        ("linkedin 29", "nudge", "nudged", 22, "LinkedIn request sent 29 days ago, no text yet: first nudge, by email"),
        ("linkedin 30", "let-go", "closed", 0, "no answer for 30 days: let go"),
        ("linkedin 40, nudged 30", "let-go", "closed", 0, "no answer for 30 days after 1 nudge: let go"),
        ("linkedin 9, received 0", "thank", "thanked", 0, "wrote for you today: say thank you"),
        ("linkedin 9, received 14", "thank", "thanked", 14, "wrote for you 14 days ago: say thank you"),
        ("linkedin 19, received 15", "thank", "thanked", 15, "wrote for you 15 days ago: your thank-you is late"),
        ("warm 40, closed 5, reopened 1", "ask", "warm", 1, "ask drafted yesterday: send the warm message"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_the_next_step_its_day_and_its_words(steps, action, step, due, why):
    coming = following(ask(JOHN, *steps.split(", ")))
    assert (coming.action.value, coming.step.value, coming.due) == (action, step, ago(due))
    assert coming.why == why


@pytest.mark.parametrize(
    "steps", ["warm 3, declined 1", "warm 40, closed 1", "linkedin 9, received 2, thanked 1"]
)
def test_an_ended_ask_has_no_next_step(steps):
    assert following(ask(JOHN, *steps.split(", "))) is None


def test_an_ask_without_steps_begins_today():
    assert following(Ask(1, JOHN.id)).due == TODAY


def test_any_touch_restarts_the_clock():
    on_time = following(ask(JOHN, "linkedin 14", "nudged 7"))
    late = following(ask(JOHN, "linkedin 14", "nudged 1"))
    assert (late.due - on_time.due).days == 6
    assert (late.until - on_time.until).days == 6
    spoken_to = following(ask(JOHN, "linkedin 14", "agreed 2"))
    assert spoken_to.due == ago(-5)


@pytest.mark.parametrize(
    ("steps", "avoid"),
    [
        ("warm 9 discord, linkedin 8", "linkedin"),
        ("linkedin 20, nudged 8 email", "email"),
        ("linkedin 20, nudged 8 linkedin", "linkedin"),
        ("warm 5 linkedin", "linkedin"),
    ],
)
def test_the_channel_advised_is_never_the_one_before(steps, avoid):
    coming = following(ask(JOHN, *steps.split(", ")))
    assert coming.avoid is Channel(avoid)
    assert coming.via not in (None, coming.avoid)


@pytest.mark.parametrize(
    ("nudges", "sent", "words"),
    [(0, 0, "let go"), (1, 0, "the only nudge"), (1, 1, "after 1 nudge: let go")],
)
def test_fewer_nudges_can_be_set(nudges, sent, words):
    steps = ["linkedin 29", "nudged 22"][: sent + 1]
    assert words in following(ask(JOHN, *steps), policy=Policy(nudges=nudges)).why


def test_a_client_needs_the_project_lead_first():
    coming = following(ask(RACHEL, "drafted 1"), RACHEL)
    assert coming.step is Step.CHECKED_LEAD
    assert coming.why.endswith("check with the project lead")
    checked = following(ask(RACHEL, "drafted 3", "checked-lead 1"), RACHEL)
    assert checked.why == "checked with the project lead yesterday: send the warm message"
    off = Policy(client_lead_first=False)
    assert following(ask(RACHEL, "drafted 1"), RACHEL, off).step is Step.WARM


@pytest.mark.parametrize(
    ("sent", "due"),
    [
        ("2026-01-31", "2026-02-07"),
        ("2028-02-22", "2028-02-29"),
        ("2027-02-22", "2027-03-01"),
        ("2026-12-28", "2027-01-04"),
    ],
)
def test_days_are_counted_over_month_ends_and_leap_days(sent, due):
    day = date.fromisoformat(sent)
    coming = following(Ask(1, 1, (AskStep(1, Step.LINKEDIN, day),)), today=day)
    assert coming.due == date.fromisoformat(due)


@pytest.mark.parametrize(
    ("received", "late"),
    [("2026-11-20", "2026-12-04"), ("2026-11-21", "2026-12-04"), ("2026-11-23", "2026-12-07")],
)
def test_thanks_are_late_after_working_days(received, late):
    day = date.fromisoformat(received)
    present = Ask(1, 1, (AskStep(1, Step.RECEIVED, day),))
    last = date.fromisoformat(late)
    assert following(present, today=last).why.endswith("say thank you")
    assert following(present, today=date.fromordinal(last.toordinal() + 1)).why.endswith("is late")


@pytest.mark.parametrize(
    "step", [step for step in Step if step not in ("declined", "closed", "thanked")]
)
def test_a_clock_that_goes_back_gives_no_negative_age(step):
    coming = following(ask(JOHN, f"{step.value} -400"))
    assert coming.since <= TODAY
    assert "-" not in coming.why.replace("thank-you", "")
