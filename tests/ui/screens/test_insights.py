"""Insights: what is missing and who could be next; plots with the numbers under them."""

import pytest

from recco_tui.core.models import Direction
from recco_tui.core.relationships import Kind
from recco_tui.ledger.ledger import Ledger
from recco_tui.ui.demo import open_demo
from tests.ui.screens.stage import text_at, toasts, until, until_screen


async def to_insights(app, pilot) -> None:
    await until_screen(app, pilot, "BoardScreen")
    await pilot.press("6")
    await until_screen(app, pilot, "InsightsScreen")


@pytest.fixture
def missing(ledger: Ledger) -> None:
    for name in ("Mia [b]", "Moe", "Max", "May"):
        ledger.contacts.add(name, kind=Kind.MANAGER)
    ledger.contacts.add("Cy")


def test_what_is_missing_names_three_who_could_and_f_goes_to_them(play, missing) -> None:
    async def script(app, pilot) -> None:
        await to_insights(app, pilot)
        shown = text_at(app, "#each")
        assert "One of each · 4 missing" in str(app.screen.query_one("#each").border_title)
        assert "✗ 0 of 1  no manager yet: you could ask 3 of 4" in shown
        assert "no client yet: + adds one" in shown
        assert "Mia [b]" in shown
        for name in ("Max", "May", "Mia [b]", "Max"):
            await pilot.press("f")
            row = app.screen.query_one("#each").highlighted
            assert row.person.contact.name == name
        await pilot.press("enter")
        await until_screen(app, pilot, "ContactScreen")

    play(script, (80, 24))


def test_when_no_one_could_be_next_f_says_so(play, ledger: Ledger) -> None:
    ledger.contacts.add("Cy")

    async def script(app, pilot) -> None:
        await to_insights(app, pilot)
        await pilot.press("f")
        await until(pilot, lambda: "could fill a missing kind" in toasts(app), "words")
        assert "None sent yet." in text_at(app, "#counted")
        assert "No texts yet." in text_at(app, "#words")

    play(script)


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=str)
def test_every_plot_has_its_numbers(size: tuple[int, int]) -> None:
    import asyncio

    from recco_tui.ui.app import ReccoApp
    from tests.ui.snapshots.shots import NineOClock

    async def run() -> None:
        with open_demo(NineOClock()) as ledger:
            app = ReccoApp(ledger)
            async with app.run_test(size=size) as pilot:
                await to_insights(app, pilot)
                counted = text_at(app, "#counted")
                assert "5 received, 5 given in 12 months" in counted
                assert "owe 3   ━ even 11   ━ owed 2" in counted
                assert "11 sent, 73 % answered, 7 days from ask to text" in counted
                assert "LinkedIn            7         5      5     7" in counted
                assert "of 12 texts" in text_at(app, "#words")
                await pilot.press("tab", "G")
                assert app.screen.query_one("#plots").has_focus

    asyncio.run(run())


@pytest.mark.parametrize("direction", Direction)
def test_received_and_given_have_one_color_on_the_board_and_here(
    play, ledger: Ledger, direction: Direction
) -> None:
    ann = ledger.contacts.add("Ann Lee")
    ledger.recommendations.add(ann.id, direction, "Kind and patient.", on=ledger.day)
    found: list[object] = []

    def color_of(view) -> object:
        return next(
            segment.style.color
            for y in range(view.size.height)
            for segment in view.render_line(y)
            if segment.text.split() == [direction.value] and segment.style
        )

    async def script(app, pilot) -> None:
        await until_screen(app, pilot, "BoardScreen")
        pane = app.screen.query_one("#contact")
        await until(pilot, lambda: "Kind and patient" in text_at(app, "#contact"), "the pane")
        found.append(color_of(pane))
        await to_insights(app, pilot)
        found.append(color_of(app.screen.query_one("#counted")))

    play(script, (140, 50))
    assert found[0] == found[1]
