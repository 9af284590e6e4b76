"""Texts picked for the résumé, and the page on a person."""

import json
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from recco_tui.ledger.ledger import Ledger
from tests.ui.screens.sample import board, board_at, sample_ledger
from tests.ui.screens.stage import text_at, toasts, until, until_screen

WIDE = (120, 36)


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with sample_ledger() as opened:
        yield opened


async def to_texts(app, pilot) -> None:
    await board(app, pilot)
    await pilot.press("4")
    await until_screen(app, pilot, "TextsScreen")


async def to_pack(app, pilot, *keys: str) -> None:
    await to_texts(app, pilot)
    await pilot.press(*keys, "E")
    await until_screen(app, pilot, "ResumeScreen")
    await pilot.pause()


def names_in(app) -> list[str]:
    return [entry.shown.name for entry in app.screen.query_one("#order").entries]


def test_picked_texts_come_in_the_order_they_were_picked(play, home: Path) -> None:
    async def script(app, pilot) -> None:
        await to_texts(app, pilot)
        await pilot.press("down", "down", "space", "home", "space")
        assert "2 Alyssa" in text_at(app, "#texts")
        assert "1 Emily" in text_at(app, "#texts")
        await pilot.press("E")
        await until_screen(app, pilot, "ResumeScreen")
        await pilot.press("enter")
        await until_screen(app, pilot, "ChoiceDialog")
        await pilot.press("j")
        await until(pilot, lambda: "Saved to" in toasts(app), "it is written")

    play(script, WIDE)
    (file,) = home.glob("recco-resume*.json")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    names = [one["name"].partition(" (")[0] for one in json.loads(file.read_text())["references"]]
    assert names == ["Emily Danso", "Alyssa Reyes"]


def test_without_a_pick_it_is_what_is_listed(play) -> None:
    async def script(app, pilot) -> None:
        await to_texts(app, pilot)
        for typed, names in (
            ("SQL", ["Alyssa Reyes"]),
            ("kind:mentor", ["Alyssa Reyes", "Kei Tanabe"]),
            ("kind:mentor from:kei", ["Kei Tanabe"]),
        ):
            app.screen.query_one("#search").value = typed
            await pilot.press("E")
            await until_screen(app, pilot, "ResumeScreen")
            assert names_in(app) == names
            await pilot.press("escape")
            await until_screen(app, pilot, "TextsScreen")

    play(script, WIDE)


def test_a_sentence_left_out_shows_as_a_gap_in_every_form(play, home: Path) -> None:
    async def script(app, pilot) -> None:
        await to_pack(app, pilot, "space")
        await pilot.press("space", "down", "space")
        assert "[…] Two students" in " ".join(text_at(app, "#reference").split())
        assert "3 of 4" in text_at(app, "#order")
        await pilot.press("enter")
        await until_screen(app, pilot, "ChoiceDialog")
        await pilot.press("h")
        await until(pilot, lambda: "Saved to" in toasts(app), "it is written")

    play(script, WIDE)
    (file,) = home.glob("recco-resume*.html")
    page = file.read_text()
    assert "[…] Two students" in page
    assert "She breaks a problem" not in page


def test_one_sentence_always_stays(play) -> None:
    async def script(app, pilot) -> None:
        await to_pack(app, pilot, "space")
        await pilot.press("space", "home", *["space"] * 4)
        assert "x leaves out the whole text" in toasts(app)
        assert "1 of 4" in text_at(app, "#order")

    play(script, WIDE)


def test_texts_change_places_and_leave_and_the_picks_stay(play) -> None:
    async def script(app, pilot) -> None:
        await to_pack(app, pilot, "space", "space", "space")
        first, second, third = names_in(app)
        await pilot.press("J")
        assert names_in(app) == [second, first, third]
        await pilot.press("x")
        assert names_in(app) == [second, third]
        await pilot.press("K", "K")
        assert names_in(app) == [third, second]
        await pilot.press("escape")
        await until_screen(app, pilot, "TextsScreen")
        await pilot.pause()
        assert f"1 {third}" in text_at(app, "#texts")
        await pilot.press("E")
        await until_screen(app, pilot, "ResumeScreen")
        await pilot.press("x", "x")
        assert "No texts left" in text_at(app, "#order")
        await pilot.press("space", "J", "K", "x", "enter", "escape")
        await until_screen(app, pilot, "TextsScreen")

    play(script, WIDE)


def test_the_words_readers_see_most_are_counted_in_what_will_be_read(play) -> None:
    async def script(app, pilot) -> None:
        await to_pack(app, pilot)
        await pilot.press("W")
        await until_screen(app, pilot, "TextDialog")
        shown = "\n".join(str(one.content) for one in app.screen.query("Static"))
        assert "   3  developer" in shown
        await pilot.press("escape")

    play(script, WIDE)


def test_what_i_wrote_myself_is_no_reference(play) -> None:
    async def script(app, pilot) -> None:
        await to_texts(app, pilot)
        await pilot.press("d", "space")
        assert "d shows them" in toasts(app)
        await pilot.press("E")
        await pilot.pause()
        assert type(app.screen).__name__ == "TextsScreen"
        await pilot.press("d", "E")
        await until_screen(app, pilot, "ResumeScreen")
        assert "Alyssa Reyes" in names_in(app)

    play(script, WIDE)


def test_a_page_on_a_person_is_one_key_away(play, home: Path) -> None:
    async def script(app, pilot) -> None:
        await board_at(app, pilot, "John Silva")
        await pilot.press("Y")
        await until_screen(app, pilot, "TextDialog")
        headings = [str(one.content) for one in app.screen.query("MarkdownHeader")]
        assert headings[0] == "John Silva"
        assert "Moments" in headings
        shown = "\n".join(str(one.content) for one in app.screen.query("Static"))
        assert "#" not in shown
        assert "**" not in shown
        await pilot.press("w")
        await pilot.pause()
        await pilot.press("escape")

    play(script, WIDE)
    assert (home / "recco-brief-john-silva.md").read_text().startswith("# John Silva")
