"""The one next step of an ask: what it is, when it is due, and on which channel it goes.

Every touch restarts the clock: a nudge sent late moves the next one and the day to let go.
"""

from datetime import date, timedelta
from typing import NamedTuple

from recco_tui.core.alerts.alert import Action
from recco_tui.core.asks import (
    TOUCHES,
    channel_of,
    lead_is_missing,
    state_of,
    this_round,
)
from recco_tui.core.models import Ask, AskState, AskStep, Channel, Contact, Step
from recco_tui.core.policy import Policy
from recco_tui.core.when import count_of, say_days_ago
from recco_tui.core.working_days import add_working_days, weekend_of


class NextStep(NamedTuple):
    """What comes next. `due` may lie ahead; `until` is the day from which it is too late.

    `via` is the channel advised, `avoid` the one of the touch before; None where there is none to
    name. `nudge` is 1 or 2 for a nudge, else 0.
    """

    action: Action
    step: Step
    since: date
    due: date
    why: str
    until: date | None = None
    via: Channel | None = None
    avoid: Channel | None = None
    nudge: int = 0


class _Course(NamedTuple):
    """A round of an ask on one day, its dates never after today."""

    steps: list[AskStep]
    touch: AskStep
    policy: Policy
    today: date

    @property
    def silent_since(self) -> date:
        return min(self.touch.on, self.today)

    @property
    def silent_days(self) -> int:
        return (self.today - self.silent_since).days

    def after(self, days: int) -> date:
        return self.silent_since + timedelta(days=days)

    def count(self, step: Step) -> int:
        return sum(noted.step is step for noted in self.steps)


def next_step(ask: Ask, contact: Contact, policy: Policy, today: date) -> NextStep | None:
    """The next step, None when the ask has ended."""
    state = state_of(ask)
    steps = this_round(ask)
    if state is AskState.RECEIVED:
        return _thank(steps, policy, today)
    if state in (AskState.DECLINED, AskState.THANKED, AskState.CLOSED):
        return None
    touches = [noted for noted in steps if noted.step in TOUCHES]
    if not touches:
        return _begin(ask, contact, policy, today)
    course = _Course(steps, touches[-1], policy, today)
    if course.count(Step.LINKEDIN):
        return _after_request(course)
    if agreed := [noted for noted in steps if noted.step is Step.AGREED]:
        return _request(course, agreed[-1])
    return _follow_up(course)


def _begin(ask: Ask, contact: Contact, policy: Policy, today: date) -> NextStep:
    days = [noted.on for noted in ask.steps]
    since = min(max(days, default=today), today)
    ago = say_days_ago(since, today)
    if lead_is_missing(ask, contact, policy):
        return NextStep(
            Action.CHECK_LEAD,
            Step.CHECKED_LEAD,
            since,
            since,
            f"client, ask drafted {ago}: check with the project lead",
        )
    checked = any(noted.step is Step.CHECKED_LEAD for noted in ask.steps)
    words = f"checked with the project lead {ago}" if checked else f"ask drafted {ago}"
    why = f"{words}: send the warm message"
    return NextStep(Action.ASK, Step.WARM, since, since, why)


def _request(course: _Course, agreed: AskStep) -> NextStep:
    since = min(agreed.on, course.today)
    via = agreed.via or _channel_before(course.steps, agreed)
    how = f" {via.after_verb}" if via else ""
    return NextStep(
        Action.REQUEST,
        Step.LINKEDIN,
        since,
        since + timedelta(days=course.policy.request_after_yes_days),
        f"agreed{how} {say_days_ago(since, course.today)}: send the LinkedIn request",
        via=Channel.LINKEDIN,
    )


def _channel_before(steps: list[AskStep], step: AskStep) -> Channel | None:
    ways = [channel_of(noted) for noted in steps[: steps.index(step)] if noted.step in TOUCHES]
    return ways[-1] if ways else None


def _follow_up(course: _Course) -> NextStep:
    """LinkedIn is the second reach; after a LinkedIn message one more on another channel first."""
    until = course.after(course.policy.let_go_days)
    if course.today >= until:
        return _let_go(course, until)
    before = channel_of(course.touch)
    another = before is Channel.LINKEDIN and course.count(Step.WARM) < 2
    via = _other_channel(course.steps, before) if another else Channel.LINKEDIN
    how = before.after_verb if before else "to the warm message"
    return NextStep(
        Action.FOLLOW_UP,
        Step.WARM if another else Step.LINKEDIN,
        course.silent_since,
        course.after(course.policy.follow_up_days),
        f"no answer {how} for {count_of(course.silent_days, 'day')}: "
        + (f"write {via.after_verb}" if another else "send the LinkedIn request"),
        until,
        via,
        before,
    )


def _after_request(course: _Course) -> NextStep:
    policy, nudges = course.policy, course.count(Step.NUDGED)
    waited = (0, policy.first_nudge_days, policy.second_nudge_days)[min(nudges, 2)]
    spent = nudges >= policy.nudges
    until = course.after(policy.let_go_days - (waited if spent else 0))
    if spent or course.today >= until:
        return _let_go(course, until)
    following = (policy.first_nudge_days, policy.second_nudge_days)[nudges]
    before = channel_of(course.touch)
    via = _other_channel(course.steps, before)
    ago = say_days_ago(course.silent_since, course.today)
    return NextStep(
        Action.NUDGE,
        Step.NUDGED,
        course.silent_since,
        course.after(following - waited),
        f"{_say_touch(course.touch.step)} {ago}, no text yet: "
        f"{_say_nudge(nudges + 1, policy)}, {via.after_verb}",
        until,
        via,
        before,
        nudges + 1,
    )


def _say_touch(step: Step) -> str:
    if step is Step.AGREED:
        return "said yes"
    if step is Step.NUDGED:
        return "nudged"
    also = ", written to" if step is Step.WARM else ""
    return f"LinkedIn request sent{also}"


def _say_nudge(number: int, policy: Policy) -> str:
    if number < policy.nudges:
        return "first nudge"
    return "second and last nudge" if number == 2 else "the only nudge"


def _let_go(course: _Course, due: date) -> NextStep:
    nudges = course.count(Step.NUDGED)
    after = f" after {count_of(nudges, 'nudge')}" if nudges else ""
    return NextStep(
        Action.LET_GO,
        Step.CLOSED,
        course.silent_since,
        due,
        f"no answer for {count_of(course.silent_days, 'day')}{after}: let go",
    )


def _thank(steps: list[AskStep], policy: Policy, today: date) -> NextStep:
    since = min([noted.on for noted in steps if noted.step is Step.RECEIVED][-1], today)
    late = add_working_days(since, policy.thank_late_working_days, weekend_of(policy))
    words = "your thank-you is late" if today > late else "say thank you"
    return NextStep(
        Action.THANK,
        Step.THANKED,
        since,
        since + timedelta(days=policy.thank_within_days),
        f"wrote for you {say_days_ago(since, today)}: {words}",
        late,
    )


def _other_channel(steps: list[AskStep], before: Channel | None) -> Channel:
    """One that was used with them already, else LinkedIn or e-mail; never the one before."""
    used = [way for noted in steps if (way := channel_of(noted))]
    choices = [*reversed(used), Channel.LINKEDIN, Channel.EMAIL]
    return next(way for way in choices if way is not before)
