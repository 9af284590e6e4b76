"""Whatever happened: no two screens or commands say another number, or another name."""

import json
import random
import re
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from recco_tui.cli.main import run
from recco_tui.core.errors import ReccoError
from recco_tui.core.models import (
    Channel,
    DebtKind,
    Direction,
    Joining,
    MomentKind,
    ProjectKind,
    Status,
    Step,
)
from recco_tui.core.names import short_name
from recco_tui.core.relationships import Kind
from recco_tui.ledger.ledger import Ledger
from recco_tui.ui.present.board import OLDER
from tests.ui.screens.stage import text_at, until, until_screen

NAMES = ("Ana Lima", "Ben Osei", "Cy Moss", "Di Stevens", "Ed Powell", "Flo Díaz", "Gil Ek")
_STATUSES = (None, Status.VISIBLE, Status.HIDDEN, Status.DRAFT, Status.PENDING)
_STEPS = (Step.WARM, Step.AGREED, Step.LINKEDIN, Step.NUDGED, Step.RECEIVED, Step.THANKED)


def happen(ledger: Ledger, seed: int) -> None:
    """Some people, and what may happen with them in ten years; what a rule refuses does not."""
    chance = random.Random(seed)
    for name in NAMES:
        ledger.contacts.add(name, kind=chance.choice(list(Kind)))
    for _ in range(chance.randint(5, 45)):
        try:
            _something(ledger, chance)
        except ReccoError:
            continue


def _something(ledger: Ledger, chance: random.Random) -> None:
    who = chance.randint(1, len(NAMES))
    far = chance.choice((3, 20, 90, 4000))
    on = ledger.day - timedelta(days=chance.randint(0, far))
    match chance.randrange(10):
        case 0 | 1 | 2:
            ledger.recommendations.add(
                who,
                chance.choice(list(Direction)),
                f"Kind and quick, time {chance.random()}.",
                on=on,
                status=chance.choice(_STATUSES),
            )
        case 3:
            kind = chance.choice(list(DebtKind))
            request = ledger.requests.add(who, kind, asked_on=on)
            if chance.random() < 0.3:
                ledger.requests.decline(request.id, on=on)
        case 4 | 5:
            ask = ledger.asks.start(who, on=on)
            for step in _STEPS[: chance.randint(0, len(_STEPS))]:
                ledger.asks.mark(
                    ask.id, step, via=chance.choice(list(Channel)), on=on, because="as it was"
                )
        case 6:
            ended = chance.choice((on, None))
            ledger.projects.add(
                f"Map {chance.random()}",
                kind=chance.choice(list(ProjectKind)),
                started_on=on - timedelta(days=30),
                ended_on=ended,
                members=[Joining(contact_id=who)],
            )
        case 7:
            ledger.moments.add(who, chance.choice(list(MomentKind)), "fixed the login", on=on)
        case 8:
            ledger.meetings.add(who, ledger.day + timedelta(days=chance.randint(-1, 2)), "Acme")
        case _:
            if chance.random() < 0.5:
                ledger.recommendations.waive([who], "long ago")
            elif alerts := ledger.today.alerts():
                ledger.today.snooze(chance.choice(alerts), 3)


@pytest.fixture
def command(ledger: Ledger, capfd: pytest.CaptureFixture[str]) -> Callable[..., Any]:
    def answer(*arguments: str, as_json: bool = True) -> Any:
        capfd.readouterr()
        day = ledger.day.isoformat()
        run(["--db", str(ledger.path), "--now", day, *arguments, *["--json"] * as_json])
        printed = capfd.readouterr().out
        return json.loads(printed) if as_json else printed

    return answer


@pytest.mark.parametrize("seed", range(8))
def test_board_review_insights_and_commands_never_disagree(
    play, ledger: Ledger, command, seed: int
) -> None:
    happen(ledger, seed)
    shown: dict[str, Any] = {}

    async def script(app, pilot) -> None:
        await until_screen(app, pilot, "BoardScreen")
        await pilot.press("A")
        await until(pilot, lambda: len(app.screen.table.entries) == len(NAMES), "all")
        today = app.screen.today
        shown["rows"] = list(today.entries)
        shown["title"] = str(today.border_title)
        shown["header"] = text_at(app, "#header")
        app.screen.set_focus(app.screen.table)
        shown["people"] = {}
        for row in app.screen.table.entries:
            app.screen.table.move_to(row.id)
            await until(
                pilot,
                lambda row=row: str(app.screen.query_one("#contact").border_title) == row.name,
                row.name,
            )
            shown["people"][row.name] = " ".join(text_at(app, "#contact").split())
        await pilot.press("r")
        await until_screen(app, pilot, "ReviewScreen")
        shown["review"] = text_at(app, "#far")
        await pilot.press("escape", "6")
        await until_screen(app, pilot, "InsightsScreen")
        shown["each"] = text_at(app, "#each")
        shown["counted"] = " ".join(text_at(app, "#counted").split())

    play(script, (140, 60))
    listed = command("today")
    rows = [row for row in shown["rows"] if row.alert != OLDER]
    older = [row for row in shown["rows"] if row.alert == OLDER]
    count = len(rows)

    # Today: every alert once, first things first; the older ones in one line.
    said = Counter((a["action"], short_name(a["contact"] or ""), a["why"]) for a in listed)
    assert not Counter((row.action, row.name, row.why) for row in rows) - said
    assert len(listed) - count == sum(
        int(n) for row in older for n in re.findall(r"(\d+) (?:older debt|more)", row.why)
    )
    assert shown["title"] == (f"Today · {count}" if count else "Today")
    assert f"{count} today" in shown["header"]
    assert (f"1 of {count}" if count else "nothing to review") in shown["review"]
    short = command("today", "--short", as_json=False)
    assert not short or short.startswith(f"{count} today: ")

    # Whom I owe.
    owed = command("owed")
    insights = command("insights")
    assert f"owe {len(owed)}" in shown["header"]
    assert insights["balance"]["owe"] == len(owed)
    assert f"owe {len(owed)}" in shown["counted"] or not shown["counted"]
    everyone = {row["name"]: row for row in command("board", "--all")}
    owing = {row["name"] for row in command("board", "--all", "--filter", "owe")}
    assert owing == {debt["contact"] for debt in owed}
    # What counts against the limit of open asks: sent, and not to be let go by now.
    let_go = (ledger.day - timedelta(days=ledger.settings.policy.let_go_days)).isoformat()
    waiting = [
        ask
        for ask in command("ask", "list")
        if ask["state"] != "drafted" and max(step["on"] for step in ask["steps"]) > let_go
    ]
    assert f"open asks {len(waiting)} of" in shown["header"]

    # Each person: on the board, in the pane, in `contact show`.
    for name, row in everyone.items():
        page = command("contact", "show", name)
        for field in ("given", "received", "balance", "owe"):
            assert page[field] == row[field], (name, field)
        given, received = (row[field] or "·" for field in ("given", "received"))
        assert f"given {given} received {received}" in shown["people"][name]
        assert row["ask"] == (page["asks"][0]["state"] if page["asks"] else None), name

    # What comes next with each: on the board, first in Today.
    first = {alert["contact"]: alert["action"] for alert in reversed(listed)}
    assert all(everyone[name]["next"] == action for name, action in first.items() if name)
    assert {debt["contact"] for debt in owed} <= everyone.keys()

    # Kinds, positions and what is visible: insights, the screen, the people themselves.
    pages = [command("contact", "show", name) for name in everyone]
    for kind in insights["kinds"]:
        have = sum(page["kind"] == kind["kind"] and page["received"] > 0 for page in pages)
        assert kind["have"] == have, kind
        assert f"{have} of {kind['wanted']}" in shown["each"]
        assert set(kind["could"]) <= everyone.keys()
    texts = [text for page in pages for text in page["recommendations"]]
    visible = [t for t in texts if (t["direction"], t["status"]) == ("received", "visible")]
    front = insights["storefront"]
    assert front["visible"] == len(visible)
    assert front["newest"] == max((text["on"] for text in visible), default=None)
    assert set(front["missing"]) == {one["kind"] for one in insights["kinds"] if one["missing"]}
    for position in front["positions"]:
        assert position["title"] in shown["counted"]
        assert set(position["vouched_by"]) <= everyone.keys()
    meetings = [meeting for page in pages for meeting in page["meetings"]]
    by_id = {meeting["id"]: meeting for meeting in command("meet", "list", "--all")}
    assert by_id == {meeting["id"]: meeting for meeting in meetings}
    assert all(alert["contact"] in everyone for alert in listed if alert["contact"])
