"""What the steps of an ask add up to, which asks are open, and which step may follow.

Steps are read in the order of (date, id), and what is reached stays reached: a warm message noted
after the LinkedIn request does not take the ask back. A reopened ask begins a new round.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from recco_tui.core.errors import NotAllowed
from recco_tui.core.models import Ask, AskState, AskStep, Channel, Contact, Step
from recco_tui.core.policy import Policy
from recco_tui.core.relationships import Kind
from recco_tui.core.when import say_day

_REACHED = {
    Step.WARM: AskState.WARM,
    Step.AGREED: AskState.AGREED,
    Step.LINKEDIN: AskState.REQUESTED,
    Step.NUDGED: AskState.NUDGED,
}
_GOING = (
    AskState.DRAFTED,
    AskState.WARM,
    AskState.AGREED,
    AskState.REQUESTED,
    AskState.NUDGED,
)
"""The states of an ask that is not ended, from the first to the furthest."""

TOUCHES = tuple(_REACHED)
"""Steps in which one of the two spoke to the other: each restarts the clock."""

REACHING_OUT = (Step.WARM, Step.LINKEDIN, Step.NUDGED)
"""Steps with which I write to them."""


def ordered(steps: Iterable[AskStep]) -> list[AskStep]:
    """The steps by date, then in the order in which they were noted."""
    return sorted(steps, key=lambda step: (step.on, step.id))


def state_of(ask: Ask) -> AskState:
    """Where the ask stands. Without steps it is a draft."""
    return _state(ordered(ask.steps))


def _state(steps: Iterable[AskStep]) -> AskState:
    state = AskState.DRAFTED
    for noted in steps:
        state = _after(state, noted.step)
    return state


def _after(state: AskState, step: Step) -> AskState:
    """The state after one more step: an end stays unless reopened, what is reached stays."""
    if step is Step.REOPENED:
        return AskState.DRAFTED
    if step is Step.THANKED or state is AskState.THANKED:
        return AskState.THANKED
    if step is Step.RECEIVED or (step is Step.CLOSED and state is not AskState.DECLINED):
        return AskState(step.value)
    if state is AskState.RECEIVED:
        return state
    if step is Step.DECLINED:
        return AskState.DECLINED
    reached = _REACHED.get(step, AskState.DRAFTED)
    if state in _GOING and _GOING.index(reached) > _GOING.index(state):
        return reached
    return state


def is_open(ask: Ask) -> bool:
    """Begun and not ended: no answer, no text, no end yet. A draft is open."""
    return state_of(ask) in _GOING


def open_asks(asks: Iterable[Ask], policy: Policy, today: date) -> tuple[Ask, ...]:
    """The asks that are sent and without a text: what the limit of open asks counts.

    Those silent for the days after which to let go are left out: no one is being asked there any
    more, and an import may bring years of them.
    """
    oldest = today - timedelta(days=policy.let_go_days)
    return tuple(
        ask
        for ask in asks
        if state_of(ask) in _GOING[1:] and (touch := last_touch(ask)) and touch.on > oldest
    )


def awaits_recommendation(ask: Ask, on: date | None = None) -> bool:
    """Whether a text that comes in answers this ask; `on` is the text's day, None for today.

    A text from before the ask was begun answers nothing.
    """
    if not is_open(ask):
        return False
    return on is None or not ask.steps or on >= min(noted.on for noted in ask.steps)


def this_round(ask: Ask) -> list[AskStep]:
    """The steps since the ask was last reopened, in order."""
    return _round(ordered(ask.steps))


def _round(steps: list[AskStep]) -> list[AskStep]:
    reopened = [i for i, one in enumerate(steps) if one.step is Step.REOPENED]
    return steps[reopened[-1] + 1 :] if reopened else steps


def first_message(ask: Ask) -> AskStep | None:
    """The step with which I wrote to them first, in any round; None when nothing went out."""
    return next((noted for noted in ordered(ask.steps) if noted.step in REACHING_OUT), None)


def last_touch(ask: Ask) -> AskStep | None:
    """The latest step of this round in which one spoke to the other, None when none did."""
    return _last(this_round(ask), TOUCHES)


def _last(steps: Iterable[AskStep], wanted: Sequence[Step]) -> AskStep | None:
    found = [noted for noted in steps if noted.step in wanted]
    return found[-1] if found else None


def channel_of(step: AskStep) -> Channel | None:
    """The way it went; a LinkedIn request goes by LinkedIn."""
    return step.via or (Channel.LINKEDIN if step.step is Step.LINKEDIN else None)


def lead_is_missing(ask: Ask | None, contact: Contact, policy: Policy) -> bool:
    """Whether the project lead must be asked before this client is."""
    if contact.kind is not Kind.CLIENT or not policy.client_lead_first:
        return False
    return ask is None or all(noted.step is not Step.CHECKED_LEAD for noted in ask.steps)


def check_step(
    ask: Ask,
    step: Step,
    *,
    on: date,
    via: Channel | None = None,
    because: str = "",
    contact: Contact,
    policy: Policy,
    today: date,
) -> None:
    """Raise `NotAllowed` when the step makes no sense, or is unusual and `because` is empty."""
    question = reason_needed(ask, step, on=on, via=via, contact=contact, policy=policy, today=today)
    if question and not because.strip():
        raise NotAllowed(question)


def reason_needed(
    ask: Ask,
    step: Step,
    *,
    on: date,
    via: Channel | None = None,
    contact: Contact,
    policy: Policy,
    today: date,
) -> str | None:
    """Why this step needs a reason, as a sentence; None when it is in order.

    Judged at its place in time: only steps up to its day count. Raises `NotAllowed` where no
    reason helps.
    """
    if on > today:
        raise NotAllowed(f"{on.isoformat()} is in the future. Log a step once it has happened.")
    before = [noted for noted in ordered(ask.steps) if min(noted.on, today) <= on]
    name = contact.name
    if ended := _after_the_end(before, step, name, today):
        return ended
    steps = _round(before)
    if step in REACHING_OUT and not _last(steps, TOUCHES):
        bare = Ask(ask.id, ask.contact_id, tuple(before))
        if lead_is_missing(bare, contact, policy):
            return f"{name} is a client, and you have not checked with the project lead. Say why."
    return _out_of_order(steps, step, name) or _too_much(steps, step, via, name, policy)


def _after_the_end(before: list[AskStep], step: Step, name: str, today: date) -> str | None:
    """What may follow an end: a late text, thanks, or reopening."""
    state = _state(before)
    if step is Step.REOPENED and state is not AskState.THANKED:
        if state in _GOING:
            raise NotAllowed(f"Your ask to {name} is already open.")
        return f"{name} declined. Say what has changed." if state is AskState.DECLINED else None
    if state in _GOING or (state is not AskState.THANKED and step in _LATE[state]):
        return None
    end = _last(before, (Step(state.value),))
    when = f" ({say_day(end.on, today)})" if end else ""
    raise NotAllowed(state.refusal.format(name=name, when=when))


_LATE: dict[AskState, tuple[Step, ...]] = {
    AskState.DECLINED: (Step.RECEIVED,),
    AskState.CLOSED: (Step.RECEIVED,),
    AskState.RECEIVED: (Step.THANKED, Step.CLOSED),
}


def _out_of_order(steps: list[AskStep], step: Step, name: str) -> str | None:
    """The warm message comes before the request, an answer after a message, thanks after a text."""
    done = {noted.step for noted in steps}
    if step is Step.LINKEDIN and not done & {Step.WARM, Step.AGREED, Step.LINKEDIN}:
        return (
            f"No warm message went to {name} before the LinkedIn request. "
            "Say why, for example 'asked in person'."
        )
    if step is Step.AGREED and not done & set(REACHING_OUT):
        return f"No message went to {name} yet. Say how they agreed, for example 'asked in person'."
    if step is Step.NUDGED and not done & {Step.WARM, Step.LINKEDIN, Step.AGREED}:
        return f"There is no message to {name} to nudge about. Say why."
    if step is Step.THANKED and Step.RECEIVED not in done:
        return f"Nothing received from {name} yet. Say what the thanks are for."
    return None


def _too_much(
    steps: list[AskStep], step: Step, via: Channel | None, name: str, policy: Policy
) -> str | None:
    """A second request, a third nudge, a nudge on the same channel as the touch before it."""
    if step is Step.LINKEDIN and any(noted.step is Step.LINKEDIN for noted in steps):
        return f"You already sent {name} the LinkedIn request. Say why you are sending it again."
    if step is not Step.NUDGED:
        return None
    nudges = sum(noted.step is Step.NUDGED for noted in steps)
    if nudges >= policy.nudges:
        raise NotAllowed(f"{name} has had {nudges} nudges, the most recco allows. Let it go.")
    mine = _last(steps, REACHING_OUT)
    if mine and via is not None and via is channel_of(mine):
        return (
            f"Your last message to {name} used the same channel. Nudge on another one, or say why."
        )
    return None
