"""Received texts: read, searched, marked."""

from datetime import date

import pytest

from recco_tui.core.models import Direction
from recco_tui.ledger.ledger import Ledger
from tests.ui.screens.stage import text_at, toasts, until, until_screen

ANN = "She explains [b]SQL joins[/b] better than my slides do. I recommend her."
BO = "Café owners liked her patience. She ships."


@pytest.fixture
def texts(ledger: Ledger) -> None:
    for name, text, day in (("Ann [HR]", ANN, 3), ("Bo", BO, 1)):
        contact = ledger.contacts.add(name)
        ledger.recommendations.add(contact.id, Direction.RECEIVED, text, on=date(2026, 11, day))
    ledger.recommendations.add(contact.id, Direction.GIVEN, "Bo is kind.", on=date(2026, 11, 4))


async def to_texts(app, pilot) -> None:
    await until_screen(app, pilot, "BoardScreen")
    await pilot.press("4")
    await until_screen(app, pilot, "TextsScreen")


def test_newest_first_with_the_whole_text_beside_it(play, texts) -> None:
    async def script(app, pilot) -> None:
        await to_texts(app, pilot)
        first, second = text_at(app, "#texts").splitlines()[:2]
        assert "Ann [HR]" in first
        assert "Bo" in second
        assert app.screen.query_one("#reading").text == ANN
        await pilot.press("j")
        await pilot.pause()
        assert app.screen.query_one("#reading").text == BO
        await pilot.press("d")
        await pilot.pause()
        assert app.screen.query_one("#reading").text == "Bo is kind."
        assert app.screen.query_one("#texts").border_title == "Given"

    play(script)


def test_search_narrows_at_each_key_without_regard_to_accents(play, texts) -> None:
    async def script(app, pilot) -> None:
        await to_texts(app, pilot)
        await pilot.press("slash", *"cafe ow")
        await pilot.pause()
        assert [one.text for one in app.screen.query_one("#texts").entries] == [BO]
        await pilot.press("x")
        await pilot.pause()
        assert "No text matches" in text_at(app, "#texts")
        await pilot.press("escape")
        await pilot.pause()
        assert len(app.screen.query_one("#texts").entries) == 2
        await pilot.press("escape")
        await until_screen(app, pilot, "BoardScreen")

    play(script)


def test_words_chosen_in_the_text_become_a_key_phrase_and_none_again(play, ledger, texts) -> None:
    def phrases() -> tuple[str, ...]:
        return ledger.recommendations.get(1).key_phrases

    async def script(app, pilot) -> None:
        await to_texts(app, pilot)
        app.screen.query_one("#reading").focus()
        await pilot.press("right", "right", "right", "right", "right", *["shift+right"] * 6)
        await pilot.press("k")
        await until(pilot, phrases, "it is marked")
        assert phrases() == ("explains",)
        assert "★1" in text_at(app, "#texts")
        assert "★ explains" in text_at(app, "#facts")
        assert "u undoes it" in toasts(app)
        await pilot.press("k")
        await until(pilot, lambda: not phrases(), "it is unmarked")

    play(script)


def test_a_key_phrase_can_be_typed_and_must_stand_in_the_text(play, ledger, texts) -> None:
    async def script(app, pilot) -> None:
        await to_texts(app, pilot)
        for typed in ("SQL joins", "nonsense"):
            await pilot.press("M")
            await until_screen(app, pilot, "ReasonDialog")
            app.screen.focused.value = typed
            await pilot.press("enter")
            await until_screen(app, pilot, "TextsScreen")
        await until(pilot, lambda: "is not in that text" in toasts(app), "refused")

    play(script)
    assert ledger.recommendations.get(1).key_phrases == ("SQL joins",)


def test_copy_and_the_person_from_here(play, texts, monkeypatch) -> None:
    monkeypatch.setenv("SSH_TTY", "/dev/pts/1")

    async def script(app, pilot) -> None:
        await to_texts(app, pilot)
        await pilot.press("y")
        await pilot.pause()
        assert app.clipboard == ANN
        assert "Copied. If it doesn't paste" in toasts(app)
        await pilot.press("enter")
        await until_screen(app, pilot, "ContactScreen")

    play(script, (80, 24))


def test_without_a_text_it_says_what_to_do(play, ledger: Ledger) -> None:
    ledger.contacts.add("Cy")

    async def script(app, pilot) -> None:
        await to_texts(app, pilot)
        assert "No recommendations received yet" in text_at(app, "#texts")
        await pilot.press("enter", "k", "y", "M")
        await pilot.pause()
        assert type(app.screen).__name__ == "TextsScreen"

    play(script, (80, 24))
