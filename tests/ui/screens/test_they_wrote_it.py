"""On the screens: they wrote it, it counts, its text comes later; and a no goes out in words."""

from collections.abc import Iterator
from datetime import date

import pytest

from recco_tui.core.models import DebtKind
from recco_tui.ledger.ledger import Ledger
from recco_tui.storage.tables import RECOMMENDATIONS
from tests.ui.screens.sample import Keys, board_at, sample_ledger
from tests.ui.screens.stage import text_at, until, until_screen

WIDE = (120, 36)


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with sample_ledger() as opened:
        yield opened


def test_wrote_it_already_counts_on_the_board_and_the_text_is_pasted_later(play, ledger) -> None:
    async def script(app, pilot) -> None:
        await board_at(app, pilot, "Rodrigo Pena")
        keys = Keys(app, pilot)
        assert ledger.recommendations.balance(rodrigo).received == 0
        await keys.press("v", then="ChoiceDialog")
        await keys.press("w", then="BoardScreen")
        await until(pilot, lambda: "no text yet" in text_at(app, "#contact"), "it is there")
        assert ledger.recommendations.balance(rodrigo).received == 1
        await keys.press("R", then="RecommendationForm")
        await keys.type("He led the move and explained every step of it.")
        await keys.press("ctrl+s", then="BoardScreen")
        await until(pilot, lambda: "led the move" in text_at(app, "#contact"), "the text")

    rodrigo = ledger.contacts.find("Rodrigo Pena").id
    play(script, WIDE)
    assert ledger.recommendations.balance(rodrigo).received == 1


def test_a_no_hands_over_kind_words(play, ledger) -> None:
    async def script(app, pilot) -> None:
        await board_at(app, pilot, "Ngozi Eze")
        keys = Keys(app, pilot)
        await keys.press("Q", then="ChoiceDialog")
        await keys.press("x", then="HandOver")
        assert "Ngozi" in app.screen._text
        await keys.press("escape", then="BoardScreen")

    ngozi = ledger.contacts.find("Ngozi Eze").id
    ledger.requests.add(ngozi, DebtKind.REQUEST)
    play(script, WIDE)
    assert ledger.requests.open_with(ngozi) == ()


def test_a_text_that_vanished_is_settled_from_today(play, ledger) -> None:
    """`n` on its line opens that text's question, and one word closes it."""

    async def script(app, pilot) -> None:
        await until_screen(app, pilot, "BoardScreen")
        keys = Keys(app, pilot)
        await keys.press("r", then="ReviewScreen")
        while app.screen.alert().action != "check-text":
            await keys.press("s")
        await keys.press("n", then="ChoiceDialog")
        await keys.press("w", then="ReviewScreen")
        await until(pilot, lambda: ledger.recommendations.get(text).status == "withdrawn", "said")

    john = ledger.contacts.find("John Silva").id
    text = ledger.contacts.page(john).recommendations[0].id
    with ledger._store.change("imported"):
        ledger._store.update(RECOMMENDATIONS, text, missing_since=date(2026, 11, 20))
    play(script, WIDE)
