"""Settings: every number with its reason, changed in place, searched, reset, taken back."""

import pytest

from recco_tui.ledger.ledger import Ledger
from tests.ui.screens.stage import text_at, toasts, until_screen


@pytest.fixture(autouse=True)
def someone(ledger: Ledger) -> None:
    """An empty file would open with its doors."""
    ledger.contacts.add("Ann")


async def to_settings(app, pilot) -> None:
    await until_screen(app, pilot, "BoardScreen")
    await pilot.press("comma")
    await until_screen(app, pilot, "SettingsScreen")


async def find(app, pilot, words: str) -> None:
    """The cursor on the first setting with these words."""
    await pilot.press("slash", *words, "enter")
    await pilot.pause()


def values(ledger: Ledger) -> dict[str, str]:
    return ledger.settings.all()


def test_every_setting_stands_there_with_its_reason(play, ledger: Ledger) -> None:
    async def script(app, pilot) -> None:
        await to_settings(app, pilot)
        assert len(app.screen.list.entries) == len(ledger.settings.rows())
        await find(app, pilot, "openasksatonce")
        assert "No setting matches" in text_at(app, "#settings")
        await pilot.press("escape")
        await find(app, pilot, "asks at")
        assert "Open asks at once" in text_at(app, "#settings")
        told = text_at(app, "#told")
        assert "Twenty in four days look forced" in told
        assert "published advice · 1 to 20 asks" in told

    play(script)


def test_a_number_is_typed_in_its_place_and_refused_while_it_is_off(play, ledger) -> None:
    async def script(app, pilot) -> None:
        await to_settings(app, pilot)
        await find(app, pilot, "asks at")
        await pilot.press("enter", "9")
        await pilot.pause()
        assert "49 is not a number from 1 to 20" in text_at(app, "#told")
        await pilot.press("enter")
        await pilot.pause()
        assert values(ledger) == {}
        assert app.screen.query_one("#value").display
        await pilot.press("backspace", "backspace", "6", "enter")
        await pilot.pause()
        assert values(ledger) == {"open_asks": "6"}
        assert "● 6 asks" in text_at(app, "#settings")
        assert not app.screen.query_one("#value").display
        assert "Set Open asks at once: 6 asks" in toasts(app)

    play(script, (80, 24))


def test_a_field_stands_on_the_value_of_its_row(play, ledger) -> None:
    async def script(app, pilot) -> None:
        await to_settings(app, pilot)
        await pilot.press("G", "k", "enter")
        await pilot.pause()
        pane, field = app.screen.query_one("#settings"), app.screen.query_one("#value")
        row = pane.cursor_line - pane.scroll_offset.y
        assert field.region.y == pane.scrollable_content_region.y + row
        await pilot.press("escape")
        await pilot.pause()
        assert pane.has_focus
        assert values(ledger) == {}

    play(script, (80, 24))


def test_left_and_right_step_and_contradictions_are_said(play, ledger) -> None:
    async def script(app, pilot) -> None:
        await to_settings(app, pilot)
        await find(app, pilot, "burst: within")
        await pilot.press("right", "right", "left")
        assert values(ledger) == {"burst_days": "8"}
        await pilot.press("escape")
        await find(app, pilot, "sentences_least")
        for _ in range(3):
            await pilot.press("right")
        await pilot.pause()
        assert values(ledger)["sentences_least"] == "5"
        assert "must be at most Sentences at most (5)" in text_at(app, "#told")

    play(script)


def test_defaults_come_back_one_by_one_all_at_once_and_undo_takes_that_back(play, ledger) -> None:
    ledger.settings.set("open_asks", "6")
    ledger.settings.set("burst_days", "9")

    async def script(app, pilot) -> None:
        await to_settings(app, pilot)
        assert app.screen.query_one("#settings").border_subtitle == "2 changed"
        await find(app, pilot, "asks at")
        await pilot.press("d")
        assert values(ledger) == {"burst_days": "9"}
        await pilot.press("D")
        assert values(ledger) == {}
        await pilot.press("u", "u")
        assert values(ledger) == {"open_asks": "6", "burst_days": "9"}

    play(script)


def test_a_theme_is_worn_at_once_kept_and_taken_back(play, ledger: Ledger) -> None:
    async def script(app, pilot) -> None:
        first = app.theme
        await to_settings(app, pilot)
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert app.theme == "recco-light"
        await pilot.press("u", "u")
        await pilot.pause()
        assert app.theme == first

    play(script)


@pytest.mark.parametrize(
    ("style", "day"), [("day", "Mon 23 Nov"), ("month", "Mon Nov 23"), ("iso", "Mon 11-23")]
)
def test_dates_are_written_as_chosen(play, ledger: Ledger, style: str, day: str) -> None:
    ledger.settings.set("date_style", style)

    async def script(app, pilot) -> None:
        await until_screen(app, pilot, "BoardScreen")
        assert day in text_at(app, "#header")

    try:
        play(script)
    finally:
        ledger.settings.set("date_style", None)
        ledger.apply_date_style()


def test_another_date_style_is_seen_at_once_everywhere(play, ledger: Ledger) -> None:
    async def script(app, pilot) -> None:
        await to_settings(app, pilot)
        await pilot.press("down", "enter")
        await pilot.pause()
        assert "Mon Nov 23" in text_at(app, "#header")
        await pilot.press("escape")
        await until_screen(app, pilot, "BoardScreen")
        assert "Mon Nov 23" in text_at(app, "#header")
        await pilot.press("u")
        await pilot.pause()
        assert "Mon 23 Nov" in text_at(app, "#header")

    play(script)


def test_the_file_of_keys_is_made_where_it_is_told(play, ledger, tmp_path, monkeypatch) -> None:
    file = tmp_path / "settings" / "keys.toml"
    monkeypatch.setenv("RECCO_KEYS", str(file))

    async def script(app, pilot) -> None:
        await to_settings(app, pilot)
        await pilot.press("K")
        await pilot.pause()
        assert f"Created {file}" in toasts(app)

    play(script)
    assert '"board.filter" = "slash"' in file.read_text(encoding="utf-8")


def test_escape_leads_back_through_field_and_search(play, ledger) -> None:
    async def script(app, pilot) -> None:
        await to_settings(app, pilot)
        await find(app, pilot, "asks at")
        await pilot.press("enter", "escape", "escape")
        await pilot.pause()
        assert len(app.screen.query_one("#settings").entries) > 40
        await pilot.press("escape")
        await until_screen(app, pilot, "BoardScreen")

    play(script)


def test_a_calendar_file_over_recco_s_own_is_refused_where_the_reason_stands(play, ledger) -> None:
    async def script(app, pilot) -> None:
        await to_settings(app, pilot)
        await find(app, pilot, "calendar")
        await pilot.press("enter", *ledger.path.name, "enter")
        await pilot.pause()
        assert "is recco's own file" in " ".join(text_at(app, "#told").split())
        assert values(ledger) == {}

    play(script)
