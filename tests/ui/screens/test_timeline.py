"""Each line of a contact's timeline can be gone to, opened, edited and removed; `u` takes it back."""

from datetime import date

import pytest

from recco_tui.core.models import (
    Channel,
    DebtKind,
    Direction,
    Joining,
    MomentKind,
    Status,
    Step,
)
from recco_tui.ledger.ledger import Ledger
from tests.ui.screens.stage import notice, text_at, toasts, until, until_screen

NARROW, WIDE = (80, 24), (140, 40)
LINES = {
    "win": "MomentForm",
    "promised": "RequestEdit",
    "asked": "StepForm",
    "ask drafted": "StepForm",
    "ended": "ProjectForm",
    "waived 1": "WaiverForm",
    "received": "RecommendationEdit",
}
"""What the lines say, newest first, and the form that each opens."""


def on(day: int) -> date:
    return date(2026, 11, day)


@pytest.fixture
def ann(ledger: Ledger) -> int:
    """Someone with one line of each kind, in the order of `LINES`."""
    id_ = ledger.contacts.add("Ann Lee").id
    ledger.recommendations.add(id_, Direction.RECEIVED, "Kind and quick.", on=on(1))
    ledger.recommendations.waive([id_], "long ago")
    ledger.waivers.edit(1, {"on": on(2)})
    ledger.projects.add("Inventory API", ended_on=on(3), members=[Joining(contact_id=id_)])
    ask = ledger.asks.start(id_, on=on(4))
    ledger.asks.mark(ask.id, Step.WARM, via=Channel.SLACK, on=on(5))
    ledger.requests.add(id_, DebtKind.PROMISE, asked_on=on(6))
    ledger.moments.add(id_, MomentKind.WIN, "fixed the test", on=on(7))
    return id_


async def to_timeline(app, pilot) -> None:
    """The contact pane with its first line under the cursor."""
    await until_screen(app, pilot, "BoardScreen")
    app.screen.table.focus()
    await until(pilot, lambda: app.screen.table.entries, "the rows")
    await pilot.press("enter")
    await until(pilot, lambda: app.focused and app.focused.id == "contact", "the pane")
    while app.focused.row is None:
        await pilot.press("j")


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
@pytest.mark.parametrize("key", ["e", "enter"])
def test_every_line_opens_the_form_of_its_own(
    play, ann: int, size: tuple[int, int], key: str
) -> None:
    async def script(app, pilot) -> None:
        await to_timeline(app, pilot)
        screen = type(app.screen).__name__
        for words, form in LINES.items():
            (pointed,) = [line for line in text_at(app, "#contact").splitlines() if "▸" in line]
            assert words in pointed
            await pilot.press(key)
            await until_screen(app, pilot, form)
            await pilot.press("escape")
            await until_screen(app, pilot, screen)
            before = app.focused._cursor
            while app.focused._cursor == before and words != "received":
                await pilot.press("j")

    play(script, size)


def rows(ledger: Ledger, contact_id: int) -> tuple[object, ...]:
    return ledger.contacts.page(contact_id)


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
def test_every_line_is_removed_by_a_key_and_comes_back(
    play, ledger: Ledger, ann: int, size: tuple[int, int]
) -> None:
    async def script(app, pilot) -> None:
        await to_timeline(app, pilot)
        before = rows(ledger, ann)
        for words in LINES:
            assert app.focused.row is not None, words
            await pilot.press("X")
            await until(pilot, lambda: rows(ledger, ann) != before, f"{words} went")
            assert ledger.contacts.get(ann)
            await pilot.press("u")
            await until(pilot, lambda: rows(ledger, ann) == before, f"{words} came back")
            at = app.focused._cursor
            while app.focused._cursor == at and words != "received":
                await pilot.press("j")

    play(script, size)


def test_a_moment_is_reworded_on_the_screen_and_undone(play, ledger: Ledger, ann: int) -> None:
    async def script(app, pilot) -> None:
        await to_timeline(app, pilot)
        await pilot.press("e")
        await until_screen(app, pilot, "MomentForm")
        await pilot.press("end", *" twice", "ctrl+s")
        await until_screen(app, pilot, "BoardScreen")
        assert ledger.moments.get(1).text == "fixed the test twice"
        assert "fixed the test twice" in text_at(app, "#contact")
        assert "Edited a win of Ann Lee" in toasts(app)
        await pilot.press("u")
        await until(pilot, lambda: ledger.moments.get(1).text == "fixed the test", "undone")
        assert "twice" not in text_at(app, "#contact")

    play(script, WIDE)


def test_a_text_is_hidden_or_withdrawn_on_the_screen(play, ledger: Ledger, ann: int) -> None:
    async def script(app, pilot) -> None:
        await to_timeline(app, pilot)
        await pilot.press("G")
        while "received" not in "".join(
            line for line in text_at(app, "#contact").splitlines() if "▸" in line
        ):
            await pilot.press("k")
        await pilot.press("e")
        await until_screen(app, pilot, "RecommendationEdit")
        await pilot.press("tab", "tab", "right", "right", "right", "ctrl+s")
        await until_screen(app, pilot, "BoardScreen")
        assert ledger.recommendations.get(1).status is Status.WITHDRAWN
        assert ledger.recommendations.balance(ann).received == 0
        assert "received, withdrawn" in text_at(app, "#contact")

    play(script, WIDE)


def test_a_change_that_was_asked_for_is_noted_on_the_screen(play, ledger: Ledger, ann: int) -> None:
    async def script(app, pilot) -> None:
        await to_timeline(app, pilot)
        await pilot.press("G", "e")
        await until_screen(app, pilot, "RecommendationEdit")
        await pilot.press("tab", "tab", "tab", "right", "ctrl+s")
        await until_screen(app, pilot, "BoardScreen")
        assert ledger.recommendations.get(1).change_asked_on == ledger.day
        assert "change asked for" in text_at(app, "#contact")
        assert ledger.recommendations.balance(ann).received == 1

    play(script, WIDE)


def test_without_a_line_under_the_cursor_e_edits_the_contact(play, ann: int) -> None:
    async def script(app, pilot) -> None:
        await until_screen(app, pilot, "BoardScreen")
        app.screen.table.focus()
        await until(pilot, lambda: app.screen.table.entries, "the rows")
        await pilot.press("e")
        await until_screen(app, pilot, "ContactForm")
        await pilot.press("escape")

    play(script, WIDE)


# -- contacts ------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["X", "delete"])
def test_all_marked_contacts_are_removed_in_one_step_that_says_what_went(
    play, ledger: Ledger, ann: int, key: str
) -> None:
    bo = ledger.contacts.add("Bo Ray").id
    ledger.contacts.pin([bo], True)

    async def script(app, pilot) -> None:
        await until_screen(app, pilot, "BoardScreen")
        app.screen.table.focus()
        await until(pilot, lambda: len(app.screen.table.entries) == 2, "the rows")
        await pilot.press("space", "space", key)
        await until(pilot, lambda: not ledger.contacts.every(), "both went")
        assert "Removed " in toasts(app)
        assert "1 text, 1 ask, 1 request, 1 moment" in toasts(app)
        assert "u undoes it" in toasts(app)
        await pilot.press("u")
        await until(pilot, lambda: len(ledger.contacts.every()) == 2, "both came back")
        assert ledger.contacts.page(ann).moments

    play(script, WIDE)


def test_a_removed_contact_leaves_their_own_screen(play, ledger: Ledger, ann: int) -> None:
    async def script(app, pilot) -> None:
        await until_screen(app, pilot, "BoardScreen")
        app.screen.table.focus()
        await until(pilot, lambda: app.screen.table.entries, "the rows")
        await pilot.press("enter")
        await until_screen(app, pilot, "ContactScreen")
        await pilot.press("X")
        await until(pilot, lambda: type(app.screen).__name__ != "ContactScreen", "it closed")
        assert not ledger.contacts.every()

    play(script, NARROW)


def test_a_twin_is_said_while_its_name_is_typed(play, ledger: Ledger, ann: int) -> None:
    async def script(app, pilot) -> None:
        await until_screen(app, pilot, "BoardScreen")
        await pilot.press("plus")
        await until_screen(app, pilot, "ContactForm")
        await pilot.press(*"ann  le")
        assert notice(app) == ""
        await pilot.press("e")
        await until(pilot, lambda: "#1 Ann Lee" in notice(app), "said")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "Ctrl+S again adds another one" in notice(app)
        assert len(ledger.contacts.every()) == 1
        await pilot.press("ctrl+s")
        await until(pilot, lambda: len(ledger.contacts.every()) == 2, "added")

    play(script, WIDE)


def test_selling_points_and_former_names_are_written_in_the_form(
    play, ledger: Ledger, ann: int
) -> None:
    async def script(app, pilot) -> None:
        await until_screen(app, pilot, "BoardScreen")
        app.screen.table.focus()
        await until(pilot, lambda: app.screen.table.entries, "the rows")
        await pilot.press("e")
        await until_screen(app, pilot, "ContactForm")
        await pilot.press("end", *["backspace"] * 3, *"Fox")
        while app.focused is not app.screen._pitch:
            await pilot.press("tab")
        await pilot.press(*"calm", "ctrl+s")
        await until_screen(app, pilot, "BoardScreen")
        changed = ledger.contacts.get(ann)
        assert (changed.name, changed.pitch) == ("Ann Fox", "calm")
        assert changed.former_names == ("Ann Lee",)
        await pilot.press("slash", *"ann lee")
        await until(pilot, lambda: len(app.screen.table.entries) == 1, "found by the former name")
        await pilot.press(*["backspace"] * 7, *"calm")
        await until(pilot, lambda: len(app.screen.table.entries) == 1, "found by what speaks")

    play(script, WIDE)


@pytest.mark.parametrize("key", ["1", "2"])
def test_two_marked_entries_of_one_person_become_one(
    play, ledger: Ledger, ann: int, key: str
) -> None:
    other = ledger.contacts.add("A. Lee", company="Beta", note="likes tea").id
    ledger.contacts.edit(ann, {"company": "Acme", "note": "met in Oslo"})
    ledger.contacts.pin([other], True)

    async def script(app, pilot) -> None:
        await until_screen(app, pilot, "BoardScreen")
        app.screen.table.focus()
        await until(pilot, lambda: len(app.screen.table.entries) == 2, "the rows")
        await pilot.press("ampersand")
        assert "Mark two contacts with Space" in toasts(app)
        await pilot.press("g", "space", "space", "ampersand")
        await until_screen(app, pilot, "ChoiceDialog")
        await pilot.press(key)
        await until(pilot, lambda: len(ledger.contacts.every()) == 1, "one is left")
        (left,) = ledger.contacts.every()
        assert {left.name, *left.former_names} == {"Ann Lee", "A. Lee"}
        assert "met in Oslo" in left.note
        assert "likes tea" in left.note
        assert f"into {left.name}" in toasts(app)
        await pilot.press("u")
        await until(pilot, lambda: len(ledger.contacts.every()) == 2, "two again")

    play(script, WIDE)


def test_key_points_are_copied_ready_to_paste(play, ledger: Ledger, ann: int) -> None:
    async def script(app, pilot) -> None:
        copied: list[str] = []
        app.copy_text = lambda text: copied.append(text) or "Copied."
        await until_screen(app, pilot, "BoardScreen")
        app.screen.table.focus()
        await until(pilot, lambda: app.screen.table.entries, "the rows")
        await pilot.press("P")
        await until(pilot, lambda: "No pitch for Ann Lee yet" in toasts(app), "said")
        ledger.contacts.edit(ann, {"pitch": "calm in outages"})
        await pilot.press("P")
        await until(pilot, lambda: copied == ["calm in outages"], "copied")

    play(script, WIDE)


# -- elsewhere: the same keys act on what the cursor stands on there ------------------------------


@pytest.mark.parametrize(
    ("view", "keys", "what_went"),
    [
        ("2", [], "Removed the project Inventory API"),
        ("2", ["enter"], "Removed Ann Lee from the project Inventory API"),
        ("3", [], "Removed the ask to Ann Lee"),
        ("3", ["enter"], "Removed a step of the ask to Ann Lee"),
        ("4", [], "Removed a recommendation received: Ann Lee"),
    ],
)
def test_in_other_views_the_line_there_goes_and_the_contact_stays(
    play, ledger: Ledger, ann: int, view: str, keys: list[str], what_went: str
) -> None:
    async def script(app, pilot) -> None:
        await until_screen(app, pilot, "BoardScreen")
        before = ledger.contacts.page(ann)
        await pilot.press(view)
        await until(pilot, lambda: type(app.screen).__name__ != "BoardScreen", "the view")
        await pilot.pause(0.1)
        await pilot.press(*keys)
        await pilot.press("X")
        await until(pilot, lambda: what_went in toasts(app), what_went)
        assert ledger.contacts.get(ann)
        await pilot.press("u")
        await until(pilot, lambda: ledger.contacts.page(ann) == before, "it came back")

    play(script, WIDE)


def test_a_text_is_edited_where_texts_are_read(play, ledger: Ledger, ann: int) -> None:
    async def script(app, pilot) -> None:
        await until_screen(app, pilot, "BoardScreen")
        await pilot.press("4")
        await until_screen(app, pilot, "TextsScreen")
        await pilot.press("e")
        await until_screen(app, pilot, "RecommendationEdit")
        await pilot.press("tab", "tab", "right", "ctrl+s")
        await until_screen(app, pilot, "TextsScreen")
        assert ledger.recommendations.get(1).status is Status.HIDDEN

    play(script, WIDE)
