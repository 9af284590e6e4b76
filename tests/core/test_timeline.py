"""The timeline of a person, from all that is known of them."""

from datetime import UTC, date, datetime

from recco_tui.core.models import (
    Ask,
    AskStep,
    Channel,
    Contact,
    ContactPage,
    DebtKind,
    Direction,
    Draft,
    Member,
    Moment,
    MomentKind,
    Project,
    Recommendation,
    Request,
    Status,
    Step,
    TextKind,
    Waiver,
)
from recco_tui.core.timeline import timeline

CONTACT = Contact(
    1,
    "John Silva",
    connected_on=date(2024, 5, 2),
)
PAGE = ContactPage(
    CONTACT,
    recommendations=(
        Recommendation(
            1, 1, Direction.RECEIVED, "Led the React work.", Status.VISIBLE, date(2026, 10, 2)
        ),
        Recommendation(2, 1, Direction.GIVEN, "Kind.", Status.HIDDEN, date(2025, 10, 2)),
    ),
    asks=(
        Ask(
            1,
            1,
            (
                AskStep(1, Step.WARM, date(2026, 11, 1), Channel.DISCORD),
                AskStep(2, Step.AGREED, date(2026, 11, 3), None, "in person"),
            ),
        ),
    ),
    requests=(Request(1, 1, DebtKind.REQUEST, date(2026, 9, 1), delivered_on=date(2026, 9, 5)),),
    projects=(
        Project(
            1, "Inventory API", ended_on=date(2026, 11, 21), members=(Member(1, "J", "the UI"),)
        ),
    ),
    moments=(Moment(1, 1, MomentKind.WIN, "fixed the flaky test", date(2026, 9, 28)),),
    waivers=(Waiver(1, 1, 2, "long ago", date(2026, 8, 1)),),
    drafts=(
        Draft(1, 1, TextKind.RECOMMENDATION, "I worked", "", datetime(2026, 11, 22, tzinfo=UTC)),
    ),
)


def test_the_timeline_is_newest_first_and_misses_nothing() -> None:
    assert [(one.on.isoformat()[5:], one.words) for one in timeline(PAGE)] == [
        ("11-22", "draft"),
        ("11-21", "ended"),
        ("11-03", "agreed"),
        ("11-01", "asked"),
        ("10-02", "received"),
        ("09-28", "win"),
        ("09-05", "delivered"),
        ("09-01", "asks you"),
        ("08-01", "waived 2"),
        ("10-02", "given, hidden"),
        ("05-02", "connected"),
    ]


def test_a_status_and_its_words_are_said_after_the_direction() -> None:
    hidden = PAGE.recommendations[1]
    asked = hidden._replace(status=Status.PENDING, status_text="Changes\nrequested")
    words = [timeline(ContactPage(CONTACT, (one,)))[0].words for one in (hidden, asked)]
    assert words == ["given, hidden", "given, changes requested"]


def test_a_step_says_its_channel_and_its_reason() -> None:
    steps = (AskStep(1, Step.WARM, date(2026, 11, 1), Channel.SLACK, "met there"),)
    (entry, _) = timeline(ContactPage(CONTACT, asks=(Ask(1, 1, steps),)))
    assert (entry.words, entry.text) == ("asked", "via slack: met there")
