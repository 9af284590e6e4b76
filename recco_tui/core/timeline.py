"""The timeline of a person: everything between the two of you that has a date, newest first."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from recco_tui.core.cleaning import clean_line
from recco_tui.core.labeled import DescribedEnum
from recco_tui.core.meaning import Meaning
from recco_tui.core.models import (
    Ask,
    ContactPage,
    DebtKind,
    Direction,
    Recommendation,
    Request,
    Status,
    Step,
)
from recco_tui.core.received import NO_TEXT, has_vanished


class Happened(DescribedEnum):
    """What an entry of the timeline is about."""

    meaning: Meaning

    RECEIVED = "received", Meaning.OWE
    GIVEN = "given", Meaning.OWED
    REQUESTED = "requested", Meaning.OWE
    ANSWERED = "answered", Meaning.GOOD
    DELIVERED = "delivered", Meaning.OWED
    DECLINED = "declined", Meaning.EVEN
    ASK_STEP = "ask step", Meaning.GOOD
    ASK_ENDED = "ask ended", Meaning.EVEN
    WIN = "win", Meaning.FRESH
    FEEDBACK = "feedback", Meaning.FRESH
    SEEN = "seen", Meaning.EVEN
    MEETING = "meeting", Meaning.COLD
    PROJECT_ENDED = "project ended", Meaning.COLD
    WAIVED = "waived", Meaning.EVEN
    DRAFT = "draft", Meaning.WARN
    CONNECTED = "connected", Meaning.EVEN


class RowKind(StrEnum):
    """Which table the row behind an entry is in, by the noun of its commands."""

    RECOMMENDATION = "recommendation"
    STEP = "step"
    REQUEST = "request"
    MOMENT = "moment"
    MEETING = "meeting"
    PROJECT = "project"
    WAIVER = "waiver"
    DRAFT = "draft"


class Row(NamedTuple):
    """What an entry was written down as: where it is put right."""

    kind: RowKind
    id: int

    def __str__(self) -> str:
        return f"{self.kind.value} #{self.id}"


class TimelineEntry(NamedTuple):
    """`words` say what happened in a word or three; `text` what was said or done, '' for nothing.

    `text` is as it was typed or imported: clean it before it is drawn. `row` is None where nothing
    can be put right: the day of a connection.
    """

    on: date
    happened: Happened
    words: str
    text: str = ""
    row: Row | None = None


def timeline(page: ContactPage) -> list[TimelineEntry]:
    """Everything dated, newest first; on one day in the order of the kinds below."""
    return sorted(_entries(page), key=lambda entry: entry.on, reverse=True)


def _entries(page: ContactPage) -> Iterator[TimelineEntry]:
    yield from map(_recommendation, page.recommendations)
    for request in page.requests:
        yield from _request(request)
    for ask in page.asks:
        yield from _ask(ask)
    for moment in sorted(page.moments, key=lambda moment: -moment.id):
        row = Row(RowKind.MOMENT, moment.id)
        happened = Happened(moment.kind.value)
        yield TimelineEntry(moment.on, happened, moment.kind.value, moment.text, row)
    for meeting in page.meetings:
        words, at = meeting.about or "meeting", f"at {meeting.company}" if meeting.company else ""
        row = Row(RowKind.MEETING, meeting.id)
        yield TimelineEntry(meeting.on, Happened.MEETING, words, at, row)
    for project in page.projects:
        if project.ended_on is not None:
            row = Row(RowKind.PROJECT, project.id)
            ended = Happened.PROJECT_ENDED
            yield TimelineEntry(project.ended_on, ended, "ended", project.title, row)
    for waiver in page.waivers:
        words, row = f"waived {waiver.count}", Row(RowKind.WAIVER, waiver.id)
        yield TimelineEntry(waiver.on, Happened.WAIVED, words, waiver.because, row)
    for draft in page.drafts:
        if draft.finished_at is None:
            row = Row(RowKind.DRAFT, draft.id)
            yield TimelineEntry(draft.saved_at.date(), Happened.DRAFT, "draft", draft.text, row)
    if page.contact.connected_on is not None:
        yield TimelineEntry(page.contact.connected_on, Happened.CONNECTED, "connected")


def _recommendation(written: Recommendation) -> TimelineEntry:
    happened = Happened.GIVEN if written.direction is Direction.GIVEN else Happened.RECEIVED
    words = written.direction.value
    if written.status_text:
        words += f", {clean_line(written.status_text).lower()}"
    elif written.status not in (Status.VISIBLE, Status.SENT):
        words += f", {written.status.value}"
    if has_vanished(written):
        words += ", missing from your last export"
    if written.change_asked_on is not None:
        words += ", change asked for"
    text, row = written.text.strip(), Row(RowKind.RECOMMENDATION, written.id)
    return TimelineEntry(written.on, happened, words, f"“{text}”" if text else NO_TEXT, row)


def _request(request: Request) -> Iterator[TimelineEntry]:
    row = Row(RowKind.REQUEST, request.id)
    if request.delivered_on is not None:
        yield TimelineEntry(request.delivered_on, Happened.DELIVERED, "delivered", row=row)
    for day, words in (
        (request.declined_on, "you declined"),
        (request.closed_on, "request closed"),
    ):
        if day is not None:
            yield TimelineEntry(day, Happened.DECLINED, words, request.because, row)
    if request.answered_on is not None:
        yield TimelineEntry(request.answered_on, Happened.ANSWERED, "answered", row=row)
    asked = "asks you" if request.kind is DebtKind.REQUEST else "promised"
    yield TimelineEntry(request.asked_on, Happened.REQUESTED, asked, request.note, row)


def _ask(ask: Ask) -> Iterator[TimelineEntry]:
    for step in reversed(ask.steps):
        via = f"via {step.via.value}" if step.via is not None else ""
        text = ": ".join(part for part in (via, step.because) if part)
        is_end = step.step in (Step.DECLINED, Step.CLOSED)
        happened = Happened.ASK_ENDED if is_end else Happened.ASK_STEP
        yield TimelineEntry(step.on, happened, step.step.past, text, Row(RowKind.STEP, step.id))
