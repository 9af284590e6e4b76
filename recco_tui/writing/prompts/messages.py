"""Messages to send: the ask, the later steps of it, thanks, and answers to their requests.

Each is made from `Facts` alone. The ask has a gap in square brackets where a fact is missing; the
rule "placeholder" refuses it until it is filled. What follows the ask is handed over as it is, and
says it in other words where a fact is missing.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from recco_tui.core.models import Channel
from recco_tui.core.names import full_name_of
from recco_tui.core.relationships import Kind, Relationship
from recco_tui.core.when import spell_date, spell_month, spell_weekday
from recco_tui.writing.lazy_regex import LazyRegex
from recco_tui.writing.prompts import step_messages as steps
from recco_tui.writing.prompts import warm_messages as warm
from recco_tui.writing.prompts.facts import Facts, choose, one_line
from recco_tui.writing.prompts.focus import asks_their_view, say_focus
from recco_tui.writing.prompts.warm_messages import Slot


class Message(NamedTuple):
    """`subject` is None except for e-mail."""

    text: str
    subject: str | None = None


class Stage(StrEnum):
    """Where an ask stands when its text is drafted."""

    FIRST = "first"
    """Nothing went out yet."""
    UNANSWERED = "unanswered"
    AGREED = "agreed"


NAME_GAP = "[name]"
PROJECT_GAP = "[what we worked on]"
FOCUS_GAP = "[what they could mention]"
MY_NAME_GAP = "[your name]"

_GREETING = "Hi {name}, "
_GAPS = LazyRegex(r"\[[^\[\]\n]+\]")
_ANY_FOCUS = "whatever stood out to you"
_CASUAL = (Kind.PEER, Kind.UNKNOWN)
_FRESH = {
    Kind.MENTOR: warm.FRESH_MENTOR,
    Kind.MANAGER: warm.FRESH_MANAGER,
    Kind.CLIENT: warm.FRESH_CLIENT,
}
_PAST = {
    Kind.MENTOR: warm.PAST_MENTOR,
    Kind.MANAGER: warm.PAST_MANAGER,
    Kind.CLIENT: warm.PAST_CLIENT,
}
_REQUEST = {
    Kind.MENTOR: warm.REQUEST_MENTOR,
    Kind.MANAGER: warm.REQUEST_MANAGER,
    Kind.CLIENT: warm.REQUEST_CLIENT,
}


def gaps(text: str) -> tuple[tuple[int, int], ...]:
    """Where the gaps are that wait for a fact, in the order of the text."""
    return tuple(found.span() for found in _GAPS.finditer(text))


# The ask


def draft_ask(facts: Facts, channel: Channel | None, stage: Stage = Stage.FIRST) -> Message:
    """An ask of three or four sentences; `channel` None is the note inside LinkedIn's request.

    That note knows what was said before: after a yes it asks for nothing again.
    """
    if channel is None and stage is not Stage.FIRST:
        return linkedin_request(facts, agreed=stage is Stage.AGREED)
    kind = _register(facts)
    slots = (
        _openings(facts, kind),
        _REQUEST.get(kind, warm.REQUEST_PEER),
        _focus_sentences(facts, kind),
        warm.CLOSING_CASUAL if kind in _CASUAL else warm.CLOSING_FORMAL,
    )
    opening, *rest = (choose(slot, facts.seed, at) for at, slot in enumerate(slots))
    values = _values(facts, with_gaps=True)
    subject = _filled(choose(warm.SUBJECTS, facts.seed, 1), values)
    is_email = channel is Channel.EMAIL
    body = ("\n\n" if is_email else " ").join([opening, " ".join(rest)])
    return _message(facts, channel, body, values, subject, casual=kind in _CASUAL)


def linkedin_request(facts: Facts, *, agreed: bool) -> Message:
    """The note inside LinkedIn's own request, after a warm message: another text than that."""
    texts = steps.REQUEST_AFTER_YES if agreed else steps.REQUEST_UNANSWERED
    return _whole(texts, facts, None)


def _register(facts: Facts) -> Kind:
    """How one speaks to them. Whoever served me is no client of mine."""
    return Kind.PEER if facts.bond is Relationship.I_WAS_CLIENT else facts.kind


def _openings(facts: Facts, kind: Kind) -> Slot:
    """The first sentences that fit what there is to look back on."""
    if facts.praised:
        return warm.PRAISED
    if facts.is_fresh:
        return _FRESH.get(kind, warm.FRESH_PEER)
    if facts.is_long_ago:
        return warm.LONG_AGO
    is_running = facts.said_work is not None and facts.days_since is None
    return warm.RUNNING if is_running else _PAST.get(kind, warm.PAST_PEER)


def _focus_sentences(facts: Facts, kind: Kind) -> Slot:
    """The sentences into which what they could mention fits."""
    if asks_their_view(say_focus(facts.focus)):
        return warm.FOCUS_THEIR_VIEW
    return warm.FOCUS_CASUAL if kind in _CASUAL else warm.FOCUS_FORMAL


def stage_of(facts: Facts) -> Stage:
    """Where the ask stands, by what I sent and what they said."""
    if facts.agreed:
        return Stage.AGREED
    return Stage.UNANSWERED if facts.asked_on else Stage.FIRST


# After the ask


def warm_again(facts: Facts, channel: Channel | None) -> Message:
    """A second warm message, on another channel than the first."""
    return _whole(steps.WARM_AGAIN, facts, channel, "A quick question")


def nudge(facts: Facts, number: int, channel: Channel | None = None) -> Message:
    """The first (1) or the second and last (2) nudge; after a yes it asks for no answer again."""
    if number > 1:
        texts = steps.LAST_NUDGE
    else:
        texts = steps.NUDGE_AFTER_YES if facts.agreed else steps.NUDGE
    return _whole(texts, facts, channel, "My recommendation request")


def thanks(facts: Facts, channel: Channel | None = None) -> Message:
    """Thanks for a recommendation received; an offer to return it only where one is owed."""
    offer = f" {choose(steps.RETURN_OFFERS, facts.seed, 1)}" if facts.owes else ""
    texts = [text + offer for text in steps.THANKS]
    return _whole(texts, facts, channel, "Thank you for your recommendation")


def check_with_lead(facts: Facts, lead: str = "", channel: Channel | None = None) -> Message:
    """To the project lead, before a client is asked."""
    to_lead = {"client": full_name_of(facts.name) or "our client"}
    return _whole(
        steps.CHECK_LEAD, facts, channel, "A quick question", name=one_line(lead), more=to_lead
    )


# Their request to me, and a text that came


def agree_to_write(facts: Facts, due: date, today: date, channel: Channel | None = None) -> Message:
    """A yes to their request, with the day by which they have it."""
    values = {"day": say_promise(due, today)}
    return _answer(steps.YES, facts, channel, "Your recommendation", values)


def decline_to_write(
    facts: Facts, channel: Channel | None = None, *, promised: bool = False
) -> Message:
    """A kind no to their request; `promised`: takes a promise back."""
    texts = steps.PROMISE_TAKEN_BACK if promised else steps.KIND_NO
    return _answer(texts, facts, channel, "Your request", {})


def ask_for_change(facts: Facts, channel: Channel | None = None) -> Message:
    """Asks for a small change to what they wrote; its gaps are what to change."""
    return _answer(steps.SMALL_CHANGE, facts, channel, "Your recommendation", {})


def say_promise(due: date, today: date) -> str:
    """A day within a week as "Friday", a later one as "Friday, December 4"."""
    weekday = spell_weekday(due)
    if timedelta(0) <= due - today < timedelta(days=7):
        return weekday if due > today else "tonight"
    if due.year != today.year:
        return spell_date(due)
    return f"{weekday}, {spell_month(due.month)} {due.day}"


# How a text is put together


def _whole(
    texts: Sequence[str],
    facts: Facts,
    channel: Channel | None,
    subject: str = "",
    *,
    name: str | None = None,
    more: dict[str, str] | None = None,
) -> Message:
    """One of several whole texts behind a greeting; `name` is whom it greets, if not them."""
    values = _values(facts) | (more or {})
    if name is not None:
        values["name"] = name or "there"
    text = choose(tuple(texts), facts.seed, 0)
    return _message(facts, channel, text, values, subject, casual=facts.kind in _CASUAL)


def _answer(
    texts: Slot, facts: Facts, channel: Channel | None, subject: str, more: dict[str, str]
) -> Message:
    """A text that brings its own beginning, with the name in it."""
    text = choose(texts, facts.seed, 0)
    if not facts.first:
        text = text.replace(", {name},", ",").replace(", {name}", "")
        text = _begun_large(text.removeprefix("{name}, "))
    return _sent_as(channel, facts, _filled(text, _values(facts) | more), subject)


def _message(
    facts: Facts,
    channel: Channel | None,
    body: str,
    values: dict[str, str],
    subject: str,
    *,
    casual: bool,
) -> Message:
    """Greeting and body as this channel has them, the body's first letter small after a comma."""
    greeting = _GREETING
    has_title = "." in values["name"]
    if channel and channel.greeting and (channel is Channel.EMAIL or (casual and not has_title)):
        greeting = channel.greeting
    if values["name"] == NAME_GAP:
        greeting = greeting.replace("!", ",")
    text = _filled(body, values)
    if not greeting.rstrip(" ").endswith(","):
        text = _begun_large(text)
    return _sent_as(channel, facts, _filled(greeting, values) + text, subject)


def _sent_as(channel: Channel | None, facts: Facts, text: str, subject: str) -> Message:
    if channel is not Channel.EMAIL:
        return Message(text)
    me = (one_line(facts.my_name) and Facts(name=facts.my_name).first) or one_line(facts.my_name)
    return Message(f"{text}\n\nBest,\n{me or MY_NAME_GAP}", subject)


def _values(facts: Facts, *, with_gaps: bool = False) -> dict[str, str]:
    """What stands for the facts in a text, gaps or words that do without them."""
    work = facts.said_work
    on = work.on if work else f"on {PROJECT_GAP}" if with_gaps else ""
    name = one_line(facts.first) or (NAME_GAP if with_gaps else "there")
    project = work.noun if work else PROJECT_GAP
    ours = f"our work {work.on}" if work else "our work together"
    return {
        "name": name,
        "on": on,
        "project": project,
        "ours": ours,
        "Ours": _begun_large(ours),
        "when": facts.when,
        "focus": say_focus(facts.focus) or (FOCUS_GAP if with_gaps else _ANY_FOCUS),
        "sent": _say_sent(facts),
    }


def _say_sent(facts: Facts) -> str:
    """What I did last: "I sent you a message on Slack last week"."""
    message = _say_message(facts.asked_via)
    if facts.asked_on is None or facts.today is None:
        return f"{message} a little while ago"
    days = (facts.today - facts.asked_on).days
    if days >= _A_WHILE:
        return f"{message} a little while ago"
    named = ("earlier today", "yesterday")
    when = named[days] if 0 <= days < 2 else "a few days ago" if days < 7 else "last week"
    return f"{message} {when}"


_A_WHILE = 14
"""days from which on no one says "last week" any more"""


def _say_message(via: Channel | None) -> str:
    match via:
        case None:
            return "I wrote to you"
        case Channel.EMAIL:
            return "I sent you an email"
        case Channel.TEXT:
            return "I sent you a text"
        case Channel.IN_PERSON:
            return "we talked about a recommendation"
    return f"I sent you a message {via.after_verb}"


_SLOTS = re.compile(r"( ?)\{(\w+)\}")


def _filled(text: str, values: dict[str, str]) -> str:
    """Each slot filled once; a fact that holds a slot's name stays as it is. An empty one goes
    with the blank before it. A sentence begins large, whatever its first fact."""

    def fill(found: re.Match[str]) -> str:
        value = values[found[2]]
        begins = found.start() == 0 or text[: found.start()].rstrip()[-1] in ".!?"
        if begins and found.start() > 0:
            value = _begun_large(value)
        return f"{found[1]}{value}" if value else ""

    return _SLOTS.sub(fill, text)


def _begun_large(text: str) -> str:
    """ "The capstone" for "the capstone"; "iOS app" stays."""
    first = text.split(maxsplit=1)[0] if text.strip() else ""
    return text if not first[:1].islower() or first != first.lower() else text[0].upper() + text[1:]
