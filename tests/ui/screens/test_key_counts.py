"""The keys that a morning takes, on the sample people, counted one by one."""

from collections.abc import Iterator

import pytest

from recco_tui.core.asks import state_of
from recco_tui.core.models import AskState, Channel, Step
from recco_tui.ledger.ledger import Ledger
from tests.ui.screens.sample import Keys, board, board_at, pages_of, sample_ledger
from tests.ui.screens.stage import text_at, toasts, until

WIDE = (120, 36)


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with sample_ledger() as opened:
        yield opened


def state(ledger: Ledger, contact_id: int) -> AskState:
    ask = ledger.asks.latest(contact_id)
    assert ask is not None
    return state_of(ask)


def test_five_alerts_are_reviewed_in_at_most_ten_keys_when_nothing_is_written(play, ledger) -> None:
    before = [alert.action.value for alert in ledger.today.alerts()[:5]]
    assert before == ["write", "ask", "request", "thank", "follow-up"]

    async def script(app, pilot) -> None:
        await board(app, pilot)
        keys = Keys(app, pilot)
        await keys.press("r", then="ReviewScreen")
        await keys.press("z", "z")
        for _ in range(3):
            await keys.press("n", then="HandOver")
            await keys.press("y", then="ReviewScreen")
        await until(pilot, lambda: "6 of 9" in text_at(app, "#far"), "five are settled")
        await keys.press("q", then="BoardScreen")
        assert keys.count <= 10

    play(script, WIDE)
    left = [alert.action.value for alert in ledger.today.alerts()]
    assert left == ["nudge", "deliver", "deliver", "goal"]


def test_a_project_with_three_people_shows_its_three_alerts_within_forty_keys(play, ledger) -> None:
    async def script(app, pilot) -> None:
        await board(app, pilot)
        keys = Keys(app, pilot)
        await keys.press("p", then="ProjectForm")
        await keys.type("Harbour map")
        await keys.press("enter")
        await keys.type("yesterday")
        await keys.press("enter")
        for name in ("Farid", "Priya", "Zoe Quill"):
            await keys.type(name, counted=False)
            await keys.press("enter")
        await keys.press("enter", then="ProjectAddedScreen")
        assert keys.count <= 40
        shown = text_at(app, "#made")
        for name in ("Farid R.", "Priya R.", "Zoe Q."):
            assert f"ask       {name}" in shown
        assert shown.count("Harbour map ended yesterday: fresh, best until Thu") == 3

    play(script, WIDE)
    project = ledger.projects.find("Harbour map")
    assert [m.contact_name for m in project.members] == ["Farid Rahimi", "Priya Raman", "Zoe Quill"]


def test_a_warm_message_is_marked_sent_in_two_keys(play, ledger) -> None:
    farid = ledger.contacts.named("Farid Rahimi")
    ledger.asks.start(farid.id, text="Hi Farid, would you write a few lines? Thank you!")

    async def script(app, pilot) -> None:
        await board_at(app, pilot, "Farid Rahimi")
        keys = Keys(app, pilot)
        await keys.press("n", then="HandOver")
        await keys.press("y", then="BoardScreen")
        assert keys.count == 2
        await until(pilot, lambda: "no answer by Thu" in toasts(app), "when the next step comes")

    play(script, WIDE)
    assert state(ledger, farid.id) is AskState.WARM


def test_the_linkedin_request_is_sent_in_three_keys_with_its_page_opened(play, ledger) -> None:
    opened: list[str] = []

    async def script(app, pilot) -> None:
        opened_here = pages_of(app)
        await board_at(app, pilot, "Rodrigo Pena")
        keys = Keys(app, pilot)
        await keys.press("n", then="HandOver")
        await keys.press("o")
        await keys.press("y", then="BoardScreen")
        assert keys.count == 3
        await until(pilot, lambda: "no answer by 30 Nov: nudge" in toasts(app), "the next step")
        opened.extend(opened_here)

    play(script, WIDE)
    form = "https://www.linkedin.com/in/rodrigopena/edit/forms/recommendation/request/"
    assert opened == [form]
    rodrigo = ledger.contacts.named("Rodrigo Pena")
    latest = ledger.asks.latest(rodrigo.id).steps[-1]
    assert (latest.step, latest.via) == (Step.LINKEDIN, Channel.LINKEDIN)


def test_not_yet_and_escape_record_nothing_and_n_twice_never_says_sent(play, ledger) -> None:
    rodrigo = ledger.contacts.named("Rodrigo Pena")
    before = ledger.asks.latest(rodrigo.id).steps

    async def script(app, pilot) -> None:
        await board_at(app, pilot, "Rodrigo Pena")
        keys = Keys(app, pilot)
        for leaving in ("n", "escape"):
            await keys.press("n", then="HandOver")
            await keys.press(leaving, then="BoardScreen")

    play(script, WIDE)
    assert ledger.asks.latest(rodrigo.id).steps == before


def test_a_running_project_is_ended_with_one_key_and_shows_its_alerts(play, ledger) -> None:
    async def script(app, pilot) -> None:
        await board(app, pilot)
        keys = Keys(app, pilot)
        await keys.press("2", then="ProjectsScreen")
        await keys.press("d", then="ProjectAddedScreen")
        assert str(app.screen.query_one("#made").border_title) == "Checkout relaunch · 4 alerts"

    play(script, WIDE)
    assert ledger.projects.find("Checkout relaunch").ended_on == ledger.day
