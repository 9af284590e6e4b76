"""A view is said once: its number opens it, its header, `?` and the help page name it."""

from recco_tui.cli.help import topic_text
from recco_tui.ui import dialogs
from recco_tui.ui.views import VIEWS
from recco_tui.ui.widgets.header_bar import HeaderBar
from tests.ui.screens.stage import until


def test_each_number_opens_its_view_which_says_its_name(play, ledger) -> None:
    ledger.contacts.add("Ann Lee")

    async def script(app, pilot) -> None:
        for number, view in [*enumerate(VIEWS, 1)][::-1]:
            await pilot.press(str(number))
            await until(
                pilot,
                lambda: app.current_mode == view.name,  # noqa: B023 - awaited in the same turn
                f"{view.name} is open",
            )
            await until(
                pilot,
                lambda: f"  {view.label} " in header(app),  # noqa: B023
                f"the header names {view.name}",
            )
            told = {
                line.keys: (line.words, line.tooltip)
                for group in dialogs.keys_of(app.screen)
                for line in group.lines
            }
            for other, named in enumerate(VIEWS, 1):
                assert told[str(other)] == (named.label, named.tooltip)

    play(script)


def header(app) -> str:
    bar = app.screen.query_one("#header", HeaderBar)
    return bar.render_line(0).text


def test_the_page_on_keys_lists_the_views() -> None:
    listed = ", ".join(view.name for view in VIEWS)
    assert f"1 to {len(VIEWS)} " in topic_text("keys")
    assert listed in topic_text("keys")
