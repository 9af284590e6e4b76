"""Nothing is hidden: `?` and the palette tell every key; the palette finds everyone; keys change."""

import asyncio
from collections.abc import Iterator

import pytest
from textual.actions import parse
from textual.app import App
from textual.binding import Binding
from textual.command import CommandPalette
from textual.screen import Screen
from textual.widgets import Input, TextArea

from recco_tui.ledger.ledger import Ledger
from recco_tui.ui.dialogs.keys import KeysDialog, keys_of
from tests.ui.screens.stage import text_of, toasts, until, until_screen
from tests.ui.snapshots.shots import VIEWS, session

TEXTUAL = {
    binding.description
    for node in (App, Screen, Input, TextArea)
    for binding in node.BINDINGS
    if isinstance(binding, Binding) and binding.description not in ("Quit", "Undo", "Redo", "Copy")
}
"""The words of keys that are not recco's."""


@pytest.mark.parametrize("name", [name for name in VIEWS if name != "keys"])
def test_every_key_of_a_view_is_told_by_the_page_of_keys_and_the_palette(name: str) -> None:
    async def run() -> None:
        async with session(name, (120, 36)) as (app, _):
            screen = app.screen
            lines = [line for group in keys_of(screen) for line in group.lines]
            told = {line.words for line in lines}
            assert [line for line in lines if not line.tooltip.endswith((".", "…"))] == []
            assert sum(line.words == "Quit" for line in lines) <= 1
            commands = [command[:2] for command in app.get_system_commands(screen)]
            listed = {title for title, _ in commands}
            assert len(commands) == len(set(commands))
            assert not listed & TEXTUAL
            own = [
                (base, one)
                for base in _bases(type(screen))
                if base.__module__.startswith("recco_tui.")
                for one in vars(base).get("BINDINGS", ())
            ]
            assert len(own) > 3
            for base, binding in own:
                if binding.id and not _shadowed(screen, base, binding):
                    assert binding.description in told, binding
                    assert binding.description in listed, binding

    asyncio.run(run())


def _bases(view: type) -> Iterator[type]:
    """The view and those it has keys from."""
    for base in view.__mro__:
        yield base
        if vars(base).get("_inherit_bindings") is False:
            return


def _shadowed(screen, base, binding) -> bool:
    """Whether a nearer class, or the list with the focus, has all of its keys for itself."""
    keys = set(binding.key.split(","))
    nearer = type(screen).__mro__[: type(screen).__mro__.index(base)]
    focused = type(screen.focused).__mro__ if screen.focused else ()
    for other in (*nearer, *focused):
        for one in vars(other).get("BINDINGS", ()):
            if hasattr(one, "key"):
                keys -= set(one.key.split(","))
    _, action, parameters = parse(binding.action)
    return not keys or screen.check_action(action, parameters) is False


def test_the_page_of_keys_is_searched(play, ledger: Ledger) -> None:
    async def script(app, pilot) -> None:
        await until_screen(app, pilot, "BoardScreen")
        await pilot.press("question_mark", "slash", *"moment")
        await pilot.pause()
        shown = "\n".join(text_of(column) for column in app.screen.query("LinesView.keys"))
        assert "Log a win, feedback, or" in shown
        assert "Write a recommendation for this contact. for this contact." not in shown
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, KeysDialog)
        await pilot.press("escape")
        await until_screen(app, pilot, "BoardScreen")

    ledger.contacts.add("Ann")
    play(script)


def test_a_name_in_the_palette_opens_the_person_from_any_view(play, ledger: Ledger) -> None:
    for name in ("Ann [b]Lee", "Bo [/x]", "Cy"):
        ledger.contacts.add(name)

    async def script(app, pilot) -> None:
        await until_screen(app, pilot, "BoardScreen")
        await pilot.press("5", "ctrl+p")
        await until(pilot, lambda: isinstance(app.screen, CommandPalette), "the palette")
        await pilot.press(*"bo [")
        options = app.screen.query_one("CommandList")
        await until(pilot, lambda: options.option_count == 1, "one person")
        assert "Bo [/x]" in str(options.get_option_at_index(0).prompt)
        await pilot.press("enter")
        await until_screen(app, pilot, "ContactScreen")

    play(script)


def test_a_remapped_key_works_and_its_old_one_does_not(play, ledger, tmp_path, monkeypatch) -> None:
    file = tmp_path / "keys.toml"
    file.write_text('"view.log" = "f9"\n"board.filter" = "f"\n', encoding="utf-8")
    monkeypatch.setenv("RECCO_KEYS", str(file))
    ledger.contacts.add("Ann")

    async def script(app, pilot) -> None:
        await until_screen(app, pilot, "BoardScreen")
        await until(pilot, lambda: app._keymap, "the keys were read")
        await pilot.press("slash", "5")
        await pilot.pause()
        assert not app.screen.query_one("#filter").display
        shown = {key.words: key.shown for key in app.screen.query_one("KeyFooter").keys}
        assert shown["Filter"] == "f"
        lines = {line.words: line.keys for group in keys_of(app.screen) for line in group.lines}
        assert (lines["Filter"], lines["Log"]) == ("f", "f9")
        app.simulate_key("slash")  # what a click on a hint sends: the key as declared
        await until(pilot, lambda: app.screen.query_one("#filter").display, "the filter")
        await pilot.press("escape", "f9")
        await until_screen(app, pilot, "LogScreen")

    play(script)


def test_a_file_of_keys_that_will_not_do_is_said_and_changes_nothing(
    play, ledger, tmp_path, monkeypatch
) -> None:
    file = tmp_path / "keys.toml"
    file.write_text('"view.log" = "q"\n', encoding="utf-8")
    monkeypatch.setenv("RECCO_KEYS", str(file))
    ledger.contacts.add("Ann")

    async def script(app, pilot) -> None:
        await until(pilot, lambda: toasts(app), "the sentence")
        assert "'q' would be both" in toasts(app)
        await pilot.press("5")
        await until_screen(app, pilot, "LogScreen")

    play(script)
