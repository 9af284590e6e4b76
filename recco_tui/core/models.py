"""The nouns of recco as values: what storage reads and every rule, screen and command speaks of.

The stored codes are enums whose members carry the words for them; no table of labels stands
anywhere else.

Dates are local dates, times are aware UTC datetimes, ids are the database's. A value never changes:
a change is a verb of the ledger, after which the value is read anew.
"""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, NamedTuple, Self

from recco_tui.core.fields import LINE, ByHand
from recco_tui.core.labeled import LabeledEnum
from recco_tui.core.meaning import Meaning
from recco_tui.core.relationships import Kind, Relationship

Line = Annotated[str, LINE]
"""Text without line breaks."""
Since = Annotated[date | None, "since"]
"""The day since which something holds, None while it does not."""
SinceTime = Annotated[datetime | None, "since"]


class Direction(StrEnum):
    """From me (`given`) or to me (`received`)."""

    GIVEN = "given"
    RECEIVED = "received"

    @property
    def other(self) -> "Direction":
        """The way back."""
        return Direction.RECEIVED if self is Direction.GIVEN else Direction.GIVEN


class Status(StrEnum):
    """Where a recommendation stands; the first three are recco's own, the others LinkedIn's."""

    of_received: str
    """What is said of one that I received; '' where it is not to be chosen."""
    of_given: str

    def __new__(cls, value: str, of_received: str = "", of_given: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.of_received, member.of_given = of_received, of_given
        return member

    DRAFT = "draft"
    READY = "ready"
    SENT = "sent", "", "sent"
    PENDING = "pending", "waiting for your OK"
    VISIBLE = "visible", "on my profile", "on their profile"
    HIDDEN = "hidden", "hidden", "hidden"
    WITHDRAWN = "withdrawn"
    REPLACED = "replaced"
    CLOSED = "closed"


COUNTED = (Status.SENT, Status.PENDING, Status.VISIBLE, Status.HIDDEN)
"""Statuses of recommendations that exist between two people; the others do not count."""


class ProjectKind(StrEnum):
    """What sort of work with an end it is."""

    PROJECT = "project"
    ASSIGNMENT = "assignment"
    CHALLENGE = "challenge"
    INTERNSHIP = "internship"
    BOOTCAMP = "bootcamp"
    POSITION = "position"


class MomentKind(StrEnum):
    """`win`: what they did well. `feedback`: praise from them, a moment to ask. `seen`: what others
    wrote about them, read on LinkedIn."""

    label: str
    noted: str
    """As an entry of the log, before a name."""
    meaning: Meaning
    is_ours: bool
    """Whether it happened between the two of us."""

    def __new__(
        cls,
        value: str,
        label: str = "",
        noted: str = "",
        meaning: Meaning = Meaning.NONE,
        is_ours: bool = True,
    ) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label, member.noted = label, noted
        member.meaning, member.is_ours = meaning, is_ours
        return member

    WIN = "win", "their win", "a win of", Meaning.FRESH
    FEEDBACK = "feedback", "feedback to me", "feedback from", Meaning.GOOD
    SEEN = "seen", "read in their texts", "what others wrote about", Meaning.EVEN, False


class Channel(StrEnum):
    """The way a message goes."""

    label: str
    message: str
    """A message that goes this way, as a label."""
    after_verb: str
    """How it is said after a verb: `nudge by e-mail`."""
    greeting: str
    """How a text for it begins; '' where nothing is written."""
    reached: str
    """What I did, at the beginning of a later message."""

    # Defaults here and below: to the type checker `Channel("slack")` is a call with one argument.
    def __new__(
        cls,
        value: str,
        label: str = "",
        message: str = "",
        after_verb: str = "",
        greeting: str = "",
        reached: str = "",
    ) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label, member.message = label, message
        member.after_verb, member.greeting = after_verb, greeting
        member.reached = reached or f"I sent you a message {after_verb}"
        return member

    DISCORD = "discord", "Discord", "Discord", "on Discord", "Hey {name}! "
    EMAIL = "email", "email", "email", "by email", "Hi {name},\n\n", "I sent you an email"
    LINKEDIN = "linkedin", "LinkedIn", "LinkedIn message", "on LinkedIn", "Hi {name}, "
    SLACK = "slack", "Slack", "Slack", "on Slack", "Hey {name}, "
    TEXT = "text", "text", "text message", "by text", "Hi {name}, ", "I sent you a text"
    IN_PERSON = (
        "in-person",
        "in person",
        "",
        "in person",
        "",
        "we talked about a recommendation",
    )


class Step(StrEnum):
    """One dated step of an ask."""

    label: str
    past: str
    """What it says in the timeline of a person."""
    heading: str
    """The step with a name, as a heading or the beginning of a sentence."""
    change: str
    """The step with a name, as an entry of the log."""
    reasons: tuple[str, ...]
    """Likely reasons for it in an unusual order."""

    def __new__(
        cls,
        value: str,
        label: str = "",
        past: str = "",
        heading: str = "",
        change: str = "",
        reasons: tuple[str, ...] = (),
    ) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label, member.past, member.reasons = label, past, reasons
        member.heading, member.change = heading, change
        return member

    DRAFTED = "drafted", "drafted", "ask drafted", "Ask to {name}", "drafted the ask to {name}"
    CHECKED_LEAD = (
        "checked-lead",
        "checked with the lead",
        "lead checked",
        "The lead is fine with asking {name}",
        "checked with the project lead about asking {name}",
    )
    WARM = (
        "warm",
        "warm message",
        "asked",
        "Warm message to {name}",
        "sent {name} a warm message",
        ("I am the lead", "there is no lead anymore", "the lead asked me to"),
    )
    AGREED = (
        "agreed",
        "agreed",
        "agreed",
        "{name} agreed",
        "{name} said yes",
        ("asked in person", "asked on a call", "they offered to write one"),
    )
    DECLINED = "declined", "declined", "declined", "{name} declined", "{name} said no"
    LINKEDIN = (
        "linkedin",
        "LinkedIn request",
        "request sent",
        "LinkedIn request to {name}",
        "sent {name} the LinkedIn request",
        ("asked in person", "asked on a call", "they offered to write one"),
    )
    NUDGED = (
        "nudged",
        "nudge",
        "nudged",
        "Nudge {name}",
        "nudged {name}",
        ("they asked me to remind them", "the only way to reach them"),
    )
    RECEIVED = "received", "received", "ask answered", "{name} wrote it", "received from {name}"
    THANKED = (
        "thanked",
        "thanked",
        "thanked",
        "Thank {name}",
        "thanked {name}",
        ("for trying", "for a text they sent elsewhere"),
    )
    CLOSED = (
        "closed",
        "closed",
        "ask closed",
        "Your ask to {name} is closed",
        "closed the ask to {name}",
    )
    REOPENED = (
        "reopened",
        "reopened",
        "ask reopened",
        "Your ask to {name} is open again",
        "reopened the ask to {name}",
        ("they have time now", "we worked together again"),
    )


class AskState(StrEnum):
    """What the steps of an ask add up to; computed in `core/asks.py`, never stored.

    In the order in which the lanes of the asks view stand.
    """

    label: str
    meaning: Meaning
    refusal: str
    """Why no further step can follow such an end, with the name and the day of the end."""

    def __new__(
        cls, value: str, label: str = "", meaning: Meaning = Meaning.NONE, refusal: str = ""
    ) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label, member.meaning, member.refusal = label, meaning, refusal
        return member

    DRAFTED = "drafted", "drafted, not sent", Meaning.FADING
    WARM = "warm", "warm message sent", Meaning.FADING
    AGREED = "agreed", "agreed", Meaning.OWED
    REQUESTED = "requested", "LinkedIn request sent", Meaning.FADING
    NUDGED = "nudged", "nudged", Meaning.FADING
    RECEIVED = (
        "received",
        "received, not thanked",
        Meaning.OWE,
        "{name} already wrote it{when}. Only the thank-you is left.",
    )
    THANKED = (
        "thanked",
        "thanked",
        Meaning.GOOD,
        "Your ask to {name} is finished{when}. Start a new one.",
    )
    DECLINED = (
        "declined",
        "declined",
        Meaning.COLD,
        "{name} declined{when}. Reopen the ask first.",
    )
    CLOSED = (
        "closed",
        "let go",
        Meaning.COLD,
        "Your ask to {name} is closed{when}. Reopen it first.",
    )


class DebtKind(StrEnum):
    """`request`: they asked me. `promise`: I said I would, unasked or in return."""

    REQUEST = "request"
    PROMISE = "promise"


class GoalKind(StrEnum):
    """What a goal with a date counts."""

    noun: str
    done: str
    key: str
    """The key of Today that begins with it."""

    def __new__(cls, value: str, noun: str = "", done: str = "", key: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.noun, member.done, member.key = noun, done, key
        return member

    ASKS = "asks", "ask", "sent", "a"
    RECOMMENDATIONS = "recommendations", "recommendation", "written", "w"


class SnapshotReason(LabeledEnum):
    """Why a snapshot was taken; it stands in the file's name."""

    DAILY = "daily", "daily"
    BEFORE_IMPORT = "before-import", "before an import"
    BEFORE_MIGRATION = "before-migration", "before a new version"
    BEFORE_RESTORE = "before-restore", "before a restore"
    BY_HAND = "by-hand", "by you"
    BY_DOCTOR = "by-doctor", "by the doctor"

    @classmethod
    def label_of(cls, written: str) -> str:
        """What a name says, in words; a reason that no version of recco wrote as it stands."""
        return cls(written).label if written in set(cls) else written


class TextKind(StrEnum):
    """What is being written."""

    RECOMMENDATION = "recommendation"
    ASK = "ask"


class Contact(NamedTuple):
    """A person in the network. `slug` is the last part of their LinkedIn address, percent-decoded.

    `pitch` is what speaks for them, ready to paste. `former_names`, latest last, find them too.
    `missing_since` is the day an export no longer held them; `archived_on` hides them everywhere.
    """

    id: int
    name: str
    first_name: Line = ""
    last_name: Line = ""
    kind: Kind = Kind.UNKNOWN
    relationship: Relationship | None = None
    slug: str | None = None
    company: Annotated[Line, ByHand("company", is_who=True, for_assistants=True)] = ""
    position: Annotated[Line, ByHand("position", is_who=True, for_assistants=True)] = ""
    email: Annotated[Line, ByHand("email", is_quiet=True)] = ""
    connected_on: date | None = None
    note: Annotated[str, ByHand("note", "Anything worth remembering.")] = ""
    pitch: Annotated[
        str,
        ByHand(
            "pitch",
            "Their key selling points, ready to paste.",
            "key selling points, ready to paste",
            "points",
            for_assistants=True,
        ),
    ] = ""
    former_names: tuple[str, ...] = ()
    pinned_on: Since = None
    archived_on: Since = None
    missing_since: Since = None


class Member(NamedTuple):
    """Someone's part in a project: what they did, and what I did with them."""

    contact_id: int
    contact_name: str
    their_part: str = ""
    my_part: str = ""


class Joining(NamedTuple):
    """Someone who was in a project: an existing contact by id, or a new one by name and kind."""

    name: str = ""
    contact_id: int | None = None
    kind: Kind = Kind.UNKNOWN
    their_part: str = ""
    my_part: str = ""


class Project(NamedTuple):
    """Work with an end; `ended_on` None means that it is running."""

    id: int
    title: str
    kind: ProjectKind = ProjectKind.PROJECT
    started_on: date | None = None
    ended_on: Since = None
    about: str = ""
    archived_on: Since = None
    members: tuple[Member, ...] = ()


TO_CONFIRM = "[to confirm]"
"""How a moment begins that an assistant noted: no fact before its user takes this out."""


class Moment(NamedTuple):
    """A line noted while it happens, tied to a person and perhaps a project."""

    id: int
    contact_id: int
    kind: MomentKind
    text: str
    on: date
    project_id: int | None = None

    @property
    def is_confirmed(self) -> bool:
        """Whether it is the user's own word."""
        return not self.text.startswith(TO_CONFIRM)


class Meeting(NamedTuple):
    """A meeting with somebody on a day, perhaps at a company. `about`: `interview`, '' for none."""

    id: int
    contact_id: int
    on: date
    company: Line = ""
    about: Line = ""


class TextVersion(NamedTuple):
    """The words of a text at an earlier date."""

    text: str
    written_at: datetime | None


class Recommendation(NamedTuple):
    """One recommendation. `on` is its local date; `written_at` LinkedIn's minute, None by hand.

    `status_text` keeps a status of LinkedIn's that recco does not know, verbatim. `text` is ''
    until someone pastes or imports it. `change_asked_on` is the day on which the writer was asked
    for a change that has not come yet.
    """

    id: int
    contact_id: int
    direction: Direction
    text: str
    status: Status
    on: date
    written_at: datetime | None = None
    status_text: Line = ""
    project_id: int | None = None
    company: Line = ""
    position: Line = ""
    key_phrases: tuple[str, ...] = ()
    missing_since: Since = None
    change_asked_on: Since = None

    @property
    def has_text(self) -> bool:
        """Its words are here; they wrote it and it counts all the same."""
        return bool(self.text.strip())


class AskStep(NamedTuple):
    """One step. `because` is the reason kept when the order was unusual."""

    id: int
    step: Step
    on: date
    via: Channel | None = None
    because: str = ""


class Ask(NamedTuple):
    """My request to one person; `steps` by (date, id); `focus`: what they could mention."""

    id: int
    contact_id: int
    steps: tuple[AskStep, ...] = ()
    project_id: int | None = None
    focus: str = ""
    text: str = ""


class Request(NamedTuple):
    """A debt with dates. `due_on` is my promise date, None when the default working days apply.

    `note` is what they asked for, `because` why I declined or closed it.
    """

    id: int
    contact_id: int
    kind: DebtKind
    asked_on: date
    due_on: date | None = None
    answered_on: Since = None
    delivered_on: Since = None
    declined_on: Since = None
    note: str = ""
    closed_on: Since = None
    because: str = ""

    @property
    def is_settled(self) -> bool:
        """Marked as delivered, declined or closed. What is not may be kept all the same, by a text
        given since: ask `core/reciprocity.py` what is open."""
        return any((self.delivered_on, self.declined_on, self.closed_on))

    @property
    def awaits_answer(self) -> bool:
        """They asked, and I have said neither yes nor no."""
        unanswered = self.kind is DebtKind.REQUEST and self.answered_on is None
        return unanswered and not self.is_settled


class Waiver(NamedTuple):
    """A waived debt: nothing owed for `count` received recommendations, because …"""

    id: int
    contact_id: int
    count: int  # type: ignore[assignment]  # hides the method of tuples
    because: str
    on: date


class Snooze(NamedTuple):
    """An alert put off until a date, or dismissed for good when `until` is None."""

    alert: str
    until: Since
    on: date


class Goal(NamedTuple):
    """So many asks sent, or recommendations written, before a day and a time of it.

    `by_time` is local, `18:00`, '' for the end of the day. `before` is what had been done on the
    day it was set, earlier than that: it does not count. `done_on`: closed by hand.
    """

    id: int
    kind: GoalKind
    count: int  # type: ignore[assignment]  # hides the method of tuples
    by_day: date
    set_on: date
    by_time: Line = ""
    before: int = 0
    done_on: Since = None


class Draft(NamedTuple):
    """Text being written. `claims` is the writing check's JSON of the writer's own tags.

    `focus` is what they could mention, of an ask. `unconfirmed` are an assistant's words that were
    in neither the facts nor the draft."""

    id: int
    contact_id: int
    kind: TextKind
    text: str
    claims: str
    saved_at: datetime
    ask_id: int | None = None
    project_id: int | None = None
    finished_at: SinceTime = None
    focus: str = ""
    unconfirmed: tuple[str, ...] = ()


class DraftVersion(NamedTuple):
    """An earlier state of a draft."""

    id: int
    text: str
    claims: str
    saved_at: datetime


class BoardRow(NamedTuple):
    """One line of the Network table, read in one statement; everything else on it is computed.

    `last_on` is the newest date anything happened with them, None when nothing did. `ask` is their
    newest one. `debts` counts open requests and promises. `debt_place` is where they stand among
    those whom I owe (`core/reciprocity.debts`), None where I owe nothing; `debt_is_quiet`: of years
    ago. `moments` are the texts of theirs, `met_at` the companies of meetings. `search` is folded
    for the filter.
    A tuple, because there may be 30,000 of them.
    """

    id: int
    name: str
    kind: Kind
    company: str
    given: int = 0
    received: int = 0
    waived: int = 0
    pinned: bool = False
    in_circle: bool = False
    slug: str | None = None
    position: str = ""
    relationship: Relationship | None = None
    projects: tuple[str, ...] = ()
    ask: Ask | None = None
    debts: int = 0
    debt_place: int | None = None
    debt_is_quiet: bool = False
    last_on: date | None = None
    moments: tuple[str, ...] = ()
    met_at: tuple[str, ...] = ()
    search: str = ""


class Change(NamedTuple):
    """One entry of the log. `undone_at` is set while it is undone; `redoable` until superseded."""

    id: int
    label: str
    made_at: datetime
    origin: str = ""
    undone_at: datetime | None = None
    redoable: bool = False
    rows: int = 0


class ContactPage(NamedTuple):
    """All that is known of one person, for the contact pane and `recco contact show`.

    `cautions`: what to know before doing something with them now, and what is to be asked.
    """

    contact: Contact
    recommendations: tuple[Recommendation, ...] = ()
    asks: tuple[Ask, ...] = ()
    requests: tuple[Request, ...] = ()
    projects: tuple[Project, ...] = ()
    moments: tuple[Moment, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    drafts: tuple[Draft, ...] = ()
    cautions: tuple[str, ...] = ()
