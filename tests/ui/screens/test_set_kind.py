from datetime import date

import pytest

from recco_tui.core.models import Direction
from recco_tui.core.relationships import Kind, Relationship
from recco_tui.ledger.ledger import Ledger
from recco_tui.ui.screens.set_kind import SetKindScreen
from tests.ui.screens.stage import text_at, toasts, until, until_screen

LONG = "You led the inventory work and kept all of us calm through two releases. " * 10


@pytest.fixture
def people(ledger: Ledger) -> dict[str, int]:
    """Four people of the circle, in the order in which they should come, and one outside it."""
    ids = {
        name: ledger.contacts.add(name, company="Acme [HR]", position="[/b] Lead").id
        for name in ("Ann Lee", "Bo Ek", "Cy Fry", "Dee Gray", "Out Sider")
    }
    add = ledger.recommendations.add
    add(ids["Ann Lee"], Direction.RECEIVED, LONG, on=date(2026, 11, 1))
    add(ids["Bo Ek"], Direction.RECEIVED, "Short and [b]kind[/b].", on=date(2026, 10, 1))
    add(ids["Cy Fry"], Direction.GIVEN, LONG, on=date(2026, 11, 2))
    ledger.contacts.pin([ids["Dee Gray"]], True)
    return ids


def kind(ledger: Ledger, id_: int) -> str:
    return ledger.contacts.get(id_).kind.value


async def to_set_kind(app, pilot, ids=()) -> None:
    await until_screen(app, pilot, "BoardScreen")
    app.push_screen(SetKindScreen(ids))
    await until_screen(app, pilot, "SetKindScreen")


def test_one_key_sorts_in_and_goes_on_recommenders_first(play, ledger: Ledger, people) -> None:
    async def script(app, pilot) -> None:
        await to_set_kind(app, pilot)
        assert app.screen.left == 4
        for name, key in (("Ann Lee", "p"), ("Bo Ek", "m"), ("Cy Fry", "t"), ("Dee Gray", "c")):
            assert app.screen.person == people[name]
            await pilot.press(key)
            await pilot.pause()
        assert app.screen.person is None
        assert "4 set" in text_at(app, "#facts")
        kinds = [kind(ledger, people[name]) for name in people]
        assert kinds == ["peer", "manager", "mentor", "client", "unknown"]

    play(script)


def test_the_card_shows_the_facts_literally_and_only_the_beginning_of_a_long_text(
    play, people
) -> None:
    async def script(app, pilot) -> None:
        await to_set_kind(app, pilot)
        card = " ".join(text_at(app, "#facts").split())
        assert "[/b] Lead, Acme [HR]" in card
        assert "wrote for you" in card
        assert card.count("You led") < LONG.count("You led")
        assert card.endswith("…”")
        await pilot.press("s")
        await pilot.pause()
        assert "“Short and [b]kind[/b].”" in text_at(app, "#facts")

    play(script)


def test_skip_and_back_change_nothing(play, ledger: Ledger, people) -> None:
    done = len(ledger.log.entries())

    async def script(app, pilot) -> None:
        await to_set_kind(app, pilot)
        await pilot.press("s", "right", "b")
        await pilot.pause()
        assert app.screen.person == people["Bo Ek"]
        await pilot.press("left", "left")
        await pilot.pause()
        assert app.screen.person == people["Ann Lee"]
        await pilot.press("s", "s", "s", "s")
        await pilot.pause()
        assert "4 skipped" in text_at(app, "#facts")
        assert len(ledger.log.entries()) == done

    play(script)


def test_undo_inside_goes_back_to_the_person_and_redo_on_again(
    play, ledger: Ledger, people
) -> None:
    async def script(app, pilot) -> None:
        await to_set_kind(app, pilot)
        await pilot.press("p", "m")
        await pilot.pause()
        assert app.screen.left == 2
        await pilot.press("u")
        await pilot.pause()
        assert app.screen.person == people["Bo Ek"]
        assert app.screen.left == 3
        assert kind(ledger, people["Bo Ek"]) == "unknown"
        assert "Undone" in text_at(app, "#far")
        await pilot.press("t")
        await pilot.pause()
        assert kind(ledger, people["Bo Ek"]) == "mentor"
        assert kind(ledger, people["Ann Lee"]) == "peer"

    play(script)


def test_their_page_is_opened_to_see_who_they_are(play, ledger: Ledger, people) -> None:
    ledger.contacts.edit(people["Bo Ek"], {"url": "https://www.linkedin.com/in/bo-ek"})

    async def script(app, pilot) -> None:
        opened: list[str] = []
        app.open_url = lambda url, **_: opened.append(url)
        await to_set_kind(app, pilot)
        await pilot.press("o")
        await pilot.pause()
        assert "No LinkedIn address" in text_at(app, "#far")
        await pilot.press("s", "o")
        await pilot.pause()
        assert opened == ["https://www.linkedin.com/in/bo-ek"]

    play(script)


def test_back_corrects_a_kind_already_said(play, ledger: Ledger, people) -> None:
    async def script(app, pilot) -> None:
        await to_set_kind(app, pilot)
        await pilot.press("p", "b")
        await pilot.pause()
        assert "peer" in text_at(app, "#facts")
        await pilot.press("c")
        await pilot.pause()
        assert kind(ledger, people["Ann Lee"]) == "client"

    play(script)


def test_the_twelve_relationships_are_one_key_away(play, ledger: Ledger, people) -> None:
    async def script(app, pilot) -> None:
        await to_set_kind(app, pilot)
        await pilot.press("l")
        await until_screen(app, pilot, "RelationshipDialog")
        await pilot.press("escape")
        await until_screen(app, pilot, "SetKindScreen")
        assert app.screen.person == people["Ann Lee"]
        await pilot.press("l")
        await until_screen(app, pilot, "RelationshipDialog")
        chosen = app.screen.active_bindings["a"].binding.tooltip
        await pilot.press("a")
        await until_screen(app, pilot, "SetKindScreen")
        await until(pilot, lambda: app.screen.person == people["Bo Ek"], "the next person")
        ann = ledger.contacts.get(people["Ann Lee"])
        assert isinstance(ann.relationship, Relationship)
        assert chosen == f"Set the kind to {ann.kind.value}."

    play(script)


def test_marked_people_are_set_together_as_one_change(play, ledger: Ledger, people) -> None:
    ids = [people["Ann Lee"], people["Out Sider"], people["Dee Gray"]]
    done = len(ledger.log.entries())

    async def script(app, pilot) -> None:
        await to_set_kind(app, pilot, ids)
        assert "Out Sider" in text_at(app, "#facts")
        await pilot.press("m")
        await until_screen(app, pilot, "BoardScreen")
        assert {kind(ledger, id_) for id_ in ids} == {"manager"}
        assert kind(ledger, people["Bo Ek"]) == "unknown"
        assert len(ledger.log.entries()) == done + 1
        assert "3 contacts" in toasts(app)

    play(script)


@pytest.mark.parametrize("key", ["q", "escape"])
def test_it_can_be_left_at_any_time_and_keeps_what_was_said(
    play, ledger: Ledger, people, key: str
) -> None:
    async def script(app, pilot) -> None:
        await to_set_kind(app, pilot)
        await pilot.press("p", key)
        await until_screen(app, pilot, "BoardScreen")
        assert kind(ledger, people["Ann Lee"]) == "peer"

    play(script)


def test_with_everyone_sorted_in_it_says_so(play, ledger: Ledger, people) -> None:
    ledger.contacts.set_kind(list(people.values()), Kind.PEER)

    async def script(app, pilot) -> None:
        await to_set_kind(app, pilot)
        assert "Everyone in your circle has a kind." in text_at(app, "#facts")
        await pilot.press("p", "m", "s", "b", "l")
        await pilot.pause()
        assert type(app.screen).__name__ == "SetKindScreen"

    play(script)


def test_someone_archived_elsewhere_drops_out(play, ledger: Ledger, people) -> None:
    async def script(app, pilot) -> None:
        await to_set_kind(app, pilot)
        await pilot.press("s")
        ledger.contacts.archive([people["Bo Ek"]])
        app.screen.reload()
        await pilot.pause()
        assert app.screen.person == people["Cy Fry"]
        assert app.screen.left == 3

    play(script)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (200, 60)], ids=str)
def test_the_keys_stay_in_sight_below_a_long_card(play, people, size: tuple[int, int]) -> None:
    async def script(app, pilot) -> None:
        await to_set_kind(app, pilot)
        caps = app.screen.query_one("#caps")
        assert caps.region.bottom < size[1]
        shown = text_at(app, "#caps")
        assert all(word in shown for word in ("peer", "manager", "mentor", "client", "exactly"))

    play(script, size)


def test_a_click_on_a_key_sorts_in(play, ledger: Ledger, people) -> None:
    async def script(app, pilot) -> None:
        await to_set_kind(app, pilot)
        x = text_at(app, "#caps").index("mentor")
        await pilot.click("#caps", offset=(x + 2, 1))
        await until(pilot, lambda: app.screen.person == people["Bo Ek"], "the next person")
        assert kind(ledger, people["Ann Lee"]) == "mentor"

    play(script)
