"""Restraint: what speaks against asking or writing just now, in words; '' when nothing does."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from recco_tui.core.asks import REACHING_OUT, first_message, is_open, open_asks, state_of
from recco_tui.core.models import COUNTED, Ask, AskState, Direction, Recommendation, Step
from recco_tui.core.policy import Policy
from recco_tui.core.situation import Person, Situation
from recco_tui.core.when import count_of, say_days_ago


def limit_words(asks: Iterable[Ask], policy: Policy, today: date) -> str:
    """`4 of 4 asks are open` once no more should be begun."""
    count = len(open_asks(asks, policy, today))
    return f"{count} of {policy.open_asks} asks are open" if count >= policy.open_asks else ""


def burst_warning(
    asks: Iterable[Ask], texts: Iterable[Recommendation], policy: Policy, today: date
) -> str:
    """What one more ask would look like after these days: many at once seem forced."""
    since = today - timedelta(days=policy.burst_days)
    within = f"within {count_of(policy.burst_days, 'day')}"
    sent = sum(_was_begun(ask, since, today) for ask in asks)
    if sent >= policy.burst_count:
        return f"{count_of(sent, 'ask')} sent {within}; one more looks like a campaign"
    came = sum(
        text.direction is Direction.RECEIVED and text.status in COUNTED and since < text.on <= today
        for text in texts
    )
    if came > policy.burst_count:
        return (
            f"{count_of(came, 'text')} received {within}; wait a few days, or readers see a burst"
        )
    return ""


def _was_begun(ask: Ask, since: date, today: date) -> bool:
    """Whether the first message of this ask went out after `since`."""
    first = first_message(ask)
    return first is not None and since < first.on <= today


def swap_warning(one: date, other: date, policy: Policy) -> str:
    """What the dates of a given and a received text between two people look like together.

    Strong on the same day, mild under the policy's days. About the date, never about giving.
    """
    days = abs((one - other).days)
    if days == 0:
        return "two texts on the same day look like a swap; another day is better"
    if days < policy.swap_days:
        return f"only {count_of(days, 'day')} between the two texts; some readers see a swap"
    return ""


def swap_now(
    received: Sequence[Recommendation], given: Sequence[Recommendation], policy: Policy, today: date
) -> str:
    """The same of a text that would be given, or come, now; '' where nothing is to follow.

    Both are counted texts of one person, oldest first.
    """
    latest = [*received[-1:], *given[-1:]]
    if not latest or (len(received) == len(given) and len(latest) == 2):
        return ""
    newest = received[-1] if len(received) > len(given) else given[-1]
    return swap_warning(min(newest.on, today), today, policy)


def reached_today(person: Person, today: date) -> bool:
    """Whether I wrote to them today: a message, a request, a nudge, or a recommendation."""
    if any(min(text.on, today) == today for text in person.given[-1:]):
        return True
    return any(
        step.step in REACHING_OUT and min(step.on, today) == today
        for ask in person.asks
        for step in ask.steps
    )


def has_declined(person: Person) -> bool:
    """Whether their latest ask ended with a no: they are not asked again unless it is reopened."""
    latest = latest_ask(person)
    return latest is not None and state_of(latest) is AskState.DECLINED


def i_declined(person: Person, since: date | None = None) -> bool:
    """Whether I said no to them and nothing has come between us since.

    To ask for what one has refused is no good idea. A text, or work that ended after that, changes
    it; `since` is the day of such an occasion.
    """
    noes = [request.declined_on for request in person.requests if request.declined_on is not None]
    if not noes:
        return False
    later = [text.on for text in (*person.received, *person.given)]
    later += [project.ended_on for project in person.projects if project.ended_on is not None]
    later += [since] if since else []
    return max(later, default=date.min) <= max(noes)


def latest_ask(person: Person) -> Ask | None:
    """The ask with the newest step, None when there was none."""
    return max(person.asks, key=lambda ask: (_last_day(ask), ask.id), default=None)


def _last_day(ask: Ask) -> date:
    return max((noted.on for noted in ask.steps), default=date.min)


def ask_objections(situation: Situation, contact_id: int) -> tuple[str, ...]:
    """All that speaks against beginning an ask to this person now, the strongest first.

    For the composer and the review: to be shown, the user decides.
    """
    policy, today = situation.policy, situation.today
    person = situation.people.get(contact_id)
    if person is None:
        return ()
    found = []
    if has_declined(person) and (latest := latest_ask(person)):
        on = [noted.on for noted in latest.steps if noted.step is Step.DECLINED]
        found.append(f"declined {say_days_ago(max(on), today)}")
    if any(is_open(ask) for ask in person.asks):
        found.append("you already have an open ask with them")
    found.append(limit_words(situation.asks, policy, today))
    if reached_today(person, today):
        found.append("you wrote to them today")
    found.append(burst_warning(situation.asks, situation.recommendations, policy, today))
    if person.given:
        found.append(swap_warning(person.given[-1].on, today, policy))
    return tuple(words for words in found if words)
