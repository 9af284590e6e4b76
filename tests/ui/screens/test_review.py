from collections.abc import Iterator
from datetime import date

import pytest

from recco_tui.core.agenda import Action
from recco_tui.core.models import Step
from recco_tui.ledger.ledger import Ledger
from tests.ui.screens.sample import Keys, board, pages_of, sample_ledger
from tests.ui.screens.stage import text_at, toasts, until, until_screen

WIDE = (120, 36)
LATER = (date(2026, 11, 23), date(2026, 11, 27), date(2026, 12, 8), date(2026, 12, 28))


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with sample_ledger() as opened:
        yield opened


async def review(app, pilot) -> Keys:
    await board(app, pilot)
    keys = Keys(app, pilot)
    await keys.press("r", then="ReviewScreen")
    return keys


def opens(alert) -> str:
    """The screen on which an alert's key lands; the review itself where the key is all there is."""
    if alert.contact_id is None:
        return "ChoiceDialog"
    if alert.key == "w":
        return "GuidedStart"
    if alert.key == "a":
        return "AskComposer"
    if alert.action is Action.ANSWER:
        return "ChoiceDialog"
    return "ReviewScreen" if alert.step in (Step.CLOSED, Step.CHECKED_LEAD) else "HandOver"


@pytest.mark.parametrize("day", LATER, ids=str)
def test_the_key_of_every_alert_does_what_it_says(play, ledger: Ledger, day: date) -> None:
    ledger.clock.fixed = day
    ledger.requests.add(ledger.contacts.named("Ngozi Eze").id)
    alerts = ledger.today.overview().queue
    assert len(alerts) >= 5

    async def script(app, pilot) -> None:
        pages_of(app)
        keys = await review(app, pilot)
        for alert in alerts:
            assert app.screen.alert() == alert
            screen = opens(alert)
            await keys.press(alert.key, then=screen)
            if screen == "ReviewScreen":
                ask = ledger.asks.get(alert.ask_id)
                assert ask.steps[-1].step is alert.step
                continue
            assert alert.contact is None or alert.contact.split()[0] in heading(app.screen)
            if screen == "GuidedStart":
                await keys.press("escape", then="RecommendationEditor")
                assert alert.contact in heading(app.screen)
            await keys.press("escape", then="ReviewScreen")
            await keys.press("s")

    play(script, WIDE)


def heading(screen) -> str:
    """The titles of the panes and the box on top."""
    return " ".join(str(widget.border_title or "") for widget in screen.query("*"))


def test_a_snoozed_alert_is_back_tomorrow_and_a_dismissed_one_never(play, ledger: Ledger) -> None:
    first, second = ledger.today.alerts()[:2]

    async def script(app, pilot) -> None:
        keys = await review(app, pilot)
        await keys.press("z", "x")
        await until(pilot, lambda: "3 of 9" in text_at(app, "#far"), "two are settled")

    play(script, WIDE)
    ids = [alert.id for alert in ledger.today.alerts()]
    assert first.id not in ids
    assert second.id not in ids
    ledger.clock.fixed = date(2026, 11, 24)
    ids = [alert.id for alert in ledger.today.alerts()]
    assert first.id in ids
    assert second.id not in ids


def test_what_is_skipped_stays_and_can_be_gone_back_to(play, ledger: Ledger) -> None:
    async def script(app, pilot) -> None:
        keys = await review(app, pilot)
        first = app.screen.alert()
        await keys.press("s", "s", "b", "b")
        assert app.screen.alert() == first
        await keys.press(*["s"] * 9)
        assert app.screen.alert() is None
        assert "back to 9 skipped alerts" in text_at(app, "#end")
        await keys.press("b")
        assert app.screen.alert() == first
        await keys.press(*["s"] * 8)
        assert app.screen.alert() is not None
        await keys.press("s")
        assert app.screen.alert() is None

    play(script, WIDE)
    assert len(ledger.today.alerts()) == 9


def test_the_end_lists_what_was_done_and_takes_back_any_line_of_it(play, ledger: Ledger) -> None:
    async def script(app, pilot) -> None:
        keys = await review(app, pilot)
        await keys.press("z", "s")
        await keys.press("n", then="HandOver")
        await keys.press("y", then="ReviewScreen")
        await keys.press("x", *["s"] * 6)
        await until(pilot, lambda: app.screen.alert() is None, "the end")
        done = text_at(app, "#done").splitlines()
        assert [line.strip("▌ ") for line in done[:3]] == [
            "✓ snoozed until tomorrow: write John Silva",
            "✓ sent Rodrigo Pena the LinkedIn request",
            "✓ dismissed: thank Alyssa Reyes",
        ]
        await keys.press("j", "u")
        await until(pilot, lambda: "Undone: sent Rodrigo Pena" in toasts(app), "it is said")
        assert app.screen.alert().contact == "Rodrigo Pena"
        await keys.press("n", then="HandOver")
        await keys.press("escape", then="ReviewScreen")

    play(script, WIDE)
    rodrigo = ledger.contacts.named("Rodrigo Pena")
    assert ledger.asks.latest(rodrigo.id).steps[-1].step is Step.AGREED
    actions = [alert.action for alert in ledger.today.alerts()]
    assert Action.REQUEST in actions
    assert Action.THANK not in actions


def test_undo_in_the_middle_brings_the_last_one_back(play, ledger: Ledger) -> None:
    async def script(app, pilot) -> None:
        keys = await review(app, pilot)
        first = app.screen.alert()
        await keys.press("z")
        assert app.screen.alert() != first
        await keys.press("u")
        assert app.screen.alert() == first

    play(script, WIDE)


def test_the_card_shows_the_text_that_the_key_will_copy(play, ledger: Ledger) -> None:
    async def script(app, pilot) -> None:
        keys = await review(app, pilot)
        await keys.press("s", "s")
        shown = " ".join(text_at(app, "#facts").replace("│", "").split())
        await keys.press("n", then="HandOver")
        handed = " ".join(app.screen._text.split())
        assert handed
        assert handed in shown
        await keys.press("escape", then="ReviewScreen")

    play(script, WIDE)


def test_a_hint_offers_whom_to_ask(play, ledger: Ledger) -> None:
    async def script(app, pilot) -> None:
        keys = await review(app, pilot)
        await keys.press(*["s"] * 8)
        assert app.screen.alert().action is Action.GOAL
        await keys.press("a", then="ChoiceDialog")
        await keys.press("1", then="AskComposer")
        await keys.press("escape", then="ReviewScreen")

    play(script, WIDE)


def test_asks_that_restraint_holds_meanwhile_do_not_count_as_done(play, ledger: Ledger) -> None:
    """The fifth open ask would be too many: the sixth person's alert goes, and comes back."""
    farid = ledger.contacts.named("Farid Rahimi")
    ask = ledger.asks.start(farid.id, text="Hi Farid, would you write a few lines? Thank you!")
    ledger.today.dismiss(next(a for a in ledger.today.alerts() if a.contact == "John Silva"))

    async def script(app, pilot) -> None:
        await board(app, pilot)
        keys = Keys(app, pilot)
        await keys.press("r", then="ReviewScreen")
        while app.screen.alert().ask_id != ask.id:
            await keys.press("s")
        await keys.press("n", then="HandOver")
        await keys.press("y", then="ReviewScreen")
        await until(pilot, lambda: len(app.screen._reviewed) == 1, "one is done")
        assert [r.label for r in app.screen._reviewed] == ["sent Farid Rahimi a warm message"]

    play(script, WIDE)


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (200, 60)], ids=str)
@pytest.mark.parametrize("theme", ["recco-dark", "recco-light"])
def test_bar_card_and_keys_are_in_sight_at_any_size(play, ledger: Ledger, size, theme) -> None:
    async def script(app, pilot) -> None:
        app.theme = theme
        keys = await review(app, pilot)
        for _ in range(9):
            for selector in ("#far", "#card"):
                region = app.screen.query_one(selector).region
                assert region.height > 0
                assert region.bottom <= size[1] - 1
            shown = text_at(app, "#facts")
            assert "tomorrow" in shown
            assert "dismiss" in shown
            await keys.press("s")

    play(script, size)


def test_nothing_to_review_is_said(play, ledger: Ledger) -> None:
    for alert in ledger.today.alerts():
        ledger.today.dismiss(alert)

    async def script(app, pilot) -> None:
        await board(app, pilot)
        await pilot.press("r")
        await until_screen(app, pilot, "ReviewScreen")
        assert "nothing to review" in text_at(app, "#far")
        assert "Nothing due today." in text_at(app, "#end")

    play(script, WIDE)


def test_today_on_the_board_snoozes_and_dismisses_at_the_cursor(play, ledger: Ledger) -> None:
    first, second = ledger.today.alerts()[:2]

    async def script(app, pilot) -> None:
        await board(app, pilot)
        app.screen.query_one("#today").focus()
        await pilot.pause()
        keys = Keys(app, pilot)
        await keys.press("z")
        assert first.id not in [a.id for a in ledger.today.alerts()]
        await keys.press("x")
        assert second.id not in [a.id for a in ledger.today.alerts()]
        assert str(app.screen.query_one("#today").border_title) == "Today · 7"

    play(script, WIDE)


def test_a_line_is_put_off_until_another_day(play, ledger: Ledger) -> None:
    """Noor was promised a text by Wednesday: it is said that Friday is later than that."""

    async def script(app, pilot) -> None:
        keys = await review(app, pilot)
        while app.screen.alert().contact != "Noor Haddad":
            await keys.press("s")
        await keys.press("Z", then="ChoiceDialog")
        await keys.press("d", then="DayDialog")
        await keys.press(*"friday", "ctrl+s", then="ReviewScreen")
        await until(pilot, lambda: "after it is due, on Wed 25 Nov" in toasts(app), "the word")

    play(script, WIDE)
    (put_off,) = ledger.today.snoozed()
    assert (put_off.contact, put_off.until) == ("Noor Haddad", date(2026, 11, 27))
