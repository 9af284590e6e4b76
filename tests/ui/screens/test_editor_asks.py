"""Composing asks: each person their own text, wrapped for a channel, with what they could mention."""

from datetime import date

import pytest
from textual import events

from recco_tui.core.asks import state_of
from recco_tui.core.models import AskState, Channel, Contact, Joining, Step
from recco_tui.core.relationships import Kind
from recco_tui.ledger.ledger import Ledger
from tests.ui.screens.sample import in_network
from tests.ui.screens.stage import text_at, toasts, until, until_screen

MAP, API = "Pantry Map", "Inventory API"


@pytest.fixture
def people(ledger: Ledger) -> list[Contact]:
    made = [ledger.contacts.add(name) for name in ("Katrina Moss", "Rodrigo Pena")]
    for title, day in ((API, 3), (MAP, 20)):
        ledger.projects.add(
            title,
            ended_on=date(2026, 11, day),
            members=[
                Joining(contact_id=one.id, my_part=f"wrote the {title} tests") for one in made
            ],
        )
    ledger.contacts.set_kind([one.id for one in made], Kind.PEER, None)
    return made


async def open_composer(app, pilot, *keys: str) -> None:
    await until_screen(app, pilot, "BoardScreen")
    await in_network(app, pilot)
    await pilot.press(*keys, "a")
    await until_screen(app, pilot, "AskComposer")


async def retype(app, pilot, text: str) -> None:
    app.screen.area.replace_all("")
    await paste(app, pilot, text)


async def paste(app, pilot, text: str) -> None:
    app.screen.focused.post_message(events.Paste(text))
    await pilot.pause()


async def leave(app, pilot) -> None:
    while type(app.screen).__name__ != "BoardScreen":
        await pilot.press("escape")
        await pilot.pause()


def test_two_marked_people_get_a_text_each_and_the_same_one_is_refused(
    play, ledger: Ledger, people
) -> None:
    written: list[str] = []

    async def script(app, pilot) -> None:
        await open_composer(app, pilot, "space", "down", "space")
        first = app.screen.contact.name
        assert str(app.screen.query_one("#sheet").border_title) == f"Ask {first} · 1 of 2"
        await paste(app, pilot, "my tests")
        written.append(app.screen.text)
        await pilot.press("ctrl+s")
        await until_screen(app, pilot, "HandOver")
        await pilot.press("y")
        await until_screen(app, pilot, "AskComposer")
        second = app.screen.contact.name
        assert str(app.screen.query_one("#sheet").border_title) == f"Ask {second} · 2 of 2"
        await paste(app, pilot, "how calm I stay")
        own = app.screen.text
        assert second.split()[0] in own
        await retype(app, pilot, written[0].replace(first.split()[0], second.split()[0]))
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert type(app.screen).__name__ == "AskComposer"
        assert first.split()[0] in toasts(app)
        await retype(app, pilot, own)
        await pilot.press("ctrl+s")
        await until_screen(app, pilot, "HandOver")
        await pilot.press("n")
        await until_screen(app, pilot, "BoardScreen")
        await until(pilot, lambda: not app.screen.table.marks, "no one is marked any more")

    play(script)
    asks = ledger.asks.every()
    assert sorted(state_of(ask) for ask in asks) == [AskState.DRAFTED, AskState.WARM]
    assert len({ask.text for ask in asks}) == 2


def test_what_is_typed_fast_is_there_when_the_text_is_finished(play, ledger, people) -> None:
    async def script(app, pilot) -> None:
        await open_composer(app, pilot)
        for letter in "mytests":
            app.post_message(events.Key(letter, letter))
        app.post_message(events.Key("ctrl+s", None))
        await until_screen(app, pilot, "HandOver")
        await pilot.press("n")
        await until_screen(app, pilot, "BoardScreen")

    play(script)
    assert "mytests" in ledger.asks.every()[0].text


def test_the_draft_is_worded_anew_for_each_channel_until_someone_types(play, ledger, people):
    async def script(app, pilot) -> None:
        await open_composer(app, pilot)
        before = app.screen.text
        await pilot.press("f2")
        await until_screen(app, pilot, "ChoiceDialog")
        await pilot.press("3")
        await until_screen(app, pilot, "AskComposer")
        await until(pilot, lambda: app.screen.text != before, "another wording")
        assert "subject" in text_at(app, "#about")
        assert "email" in text_at(app, "#about")
        await pilot.press("end", "space", "f2")
        await until_screen(app, pilot, "ChoiceDialog")
        await pilot.press("2")
        await until(
            pilot,
            lambda: "has changes" in str(app.screen.query_one(".dialog").border_title),
            "asked what becomes of it",
        )
        await pilot.press("k")
        await until_screen(app, pilot, "AskComposer")
        assert "  " in app.screen.text
        assert "Discord" in text_at(app, "#about")
        await leave(app, pilot)

    play(script)


def test_an_email_is_handed_over_with_its_subject_and_kept_as_such(play, ledger, people) -> None:
    async def script(app, pilot) -> None:
        await open_composer(app, pilot)
        await pilot.press("f2")
        await until_screen(app, pilot, "ChoiceDialog")
        await pilot.press("3")
        await until_screen(app, pilot, "AskComposer")
        await until(pilot, lambda: "subject" in text_at(app, "#about"), "the subject")
        subject = text_at(app, "#about").splitlines()[-1].partition("subject ")[2]
        await paste(app, pilot, "my tests")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert app.screen.area.selected_text == "[your name]"
        await paste(app, pilot, "Rafael")
        await pilot.press("ctrl+s")
        await until_screen(app, pilot, "HandOver")
        shown = "\n".join(str(one.content) for one in app.screen.query("Static"))
        assert f"Subject: {subject}" in shown
        await pilot.press("y")
        await until_screen(app, pilot, "BoardScreen")
        await until(pilot, lambda: ledger.asks.every()[0].steps[-1].via, "the step is marked")

    play(script)
    assert ledger.asks.every()[0].steps[-1].via is Channel.EMAIL


def test_what_they_might_mention_goes_into_the_text_and_stays_on_the_ask(play, ledger, people):
    async def script(app, pilot) -> None:
        await open_composer(app, pilot)
        await pilot.press("f4")
        await until_screen(app, pilot, "ReasonDialog")
        await paste(app, pilot, "my [b]tests")
        await pilot.press("enter")
        await until_screen(app, pilot, "AskComposer")
        await until(pilot, lambda: "my (b)tests" in app.screen.text, "the draft says so")
        assert "could mention my [b]tests" in text_at(app, "#about")
        await pilot.press("ctrl+s")
        await until_screen(app, pilot, "HandOver")
        await pilot.press("n")
        await until_screen(app, pilot, "BoardScreen")

    play(script)
    assert [ask.focus for ask in ledger.asks.every()] == ["my [b]tests"]


def test_what_they_might_mention_stays_with_an_ask_that_is_left_unfinished(
    play, ledger: Ledger, people
) -> None:
    async def script(app, pilot) -> None:
        await open_composer(app, pilot)
        await pilot.press("f4")
        await until_screen(app, pilot, "ReasonDialog")
        await paste(app, pilot, "how I taught the juniors")
        await pilot.press("enter")
        await until_screen(app, pilot, "AskComposer")
        await until(pilot, lambda: "how I taught" in app.screen.text, "the draft says so")
        await leave(app, pilot)
        await open_composer(app, pilot)
        assert "could mention how I taught the juniors" in text_at(app, "#about")
        await leave(app, pilot)

    play(script)
    (draft,) = ledger.drafts.unfinished()
    assert draft.focus == "how I taught the juniors"


def test_of_several_shared_projects_one_is_chosen(play, ledger: Ledger, people) -> None:
    async def script(app, pilot) -> None:
        await open_composer(app, pilot)
        assert MAP in app.screen.text
        await pilot.press("f3")
        await until_screen(app, pilot, "ChoiceDialog")
        await pilot.press("2")
        await until_screen(app, pilot, "AskComposer")
        await until(pilot, lambda: API in app.screen.text, "the other project")
        assert MAP not in app.screen.text
        await paste(app, pilot, "my tests")
        await pilot.press("ctrl+s")
        await until_screen(app, pilot, "HandOver")
        await pilot.press("n")
        await until_screen(app, pilot, "BoardScreen")

    play(script)
    project = ledger.projects.get(ledger.asks.every()[0].project_id)
    assert project.title == API


def test_a_project_that_they_were_in_too_is_shared_from_then_on(
    play, ledger: Ledger, people
) -> None:
    contact = ledger.contacts.add("Cy [Gap]")
    ledger.contacts.pin([contact.id], True)

    async def script(app, pilot) -> None:
        await open_composer(app, pilot, "slash", *"cy", "enter")
        assert "[what we worked on]" in app.screen.text
        await pilot.press("f3")
        await until_screen(app, pilot, "ChoiceDialog")
        await pilot.press("1")
        await until_screen(app, pilot, "AskComposer")
        await until(pilot, lambda: MAP in app.screen.text, "the gap is filled")
        assert f"Added Cy [Gap] to {MAP}." in toasts(app)
        assert MAP in text_at(app, "#facts")
        await leave(app, pilot)

    play(script)
    assert [one.title for one in ledger.contacts.page(contact.id).projects] == [MAP]


def test_without_any_project_it_is_said_how_one_is_added(play, ledger: Ledger) -> None:
    contact = ledger.contacts.add("Cy Gap")
    ledger.contacts.pin([contact.id], True)

    async def script(app, pilot) -> None:
        await open_composer(app, pilot)
        await pilot.press("f3")
        await pilot.pause()
        assert "p on the board adds one" in toasts(app)
        await leave(app, pilot)

    play(script)


def test_a_draft_with_a_fact_missing_is_refused_until_it_is_filled(play, ledger: Ledger) -> None:
    contact = ledger.contacts.add("Cy Gap")
    ledger.contacts.pin([contact.id], True)

    async def script(app, pilot) -> None:
        await open_composer(app, pilot)
        assert "[what they could mention]" in app.screen.text
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "Not yet" in toasts(app)
        await pilot.press("end", "space", "backspace", "f4")
        await until_screen(app, pilot, "ReasonDialog")
        await paste(app, pilot, "my tests")
        await pilot.press("enter")
        await until_screen(app, pilot, "AskComposer")
        await until(pilot, lambda: "my tests" in app.screen.text, "the gap is filled")
        assert "[what they could mention]" not in app.screen.text
        assert not app.screen.review.ready
        await leave(app, pilot)

    play(script)
    assert ledger.asks.every() == ()


def test_looking_at_a_draft_leaves_nothing_behind(play, ledger: Ledger, people) -> None:
    before = len(ledger.log.entries())

    async def script(app, pilot) -> None:
        await open_composer(app, pilot)
        await pilot.press("escape")
        await until_screen(app, pilot, "BoardScreen")

    play(script)
    assert len(ledger.log.entries()) == before
    assert ledger.drafts.unfinished() == ()


def test_the_cursor_stands_in_the_gap_and_what_is_typed_takes_its_place(
    play, ledger: Ledger, people
) -> None:
    async def script(app, pilot) -> None:
        await open_composer(app, pilot)
        assert app.screen.area.selected_text == "[what they could mention]"
        await pilot.press(*"my tests")
        await pilot.pause()
        assert "[" not in app.screen.text
        assert "my tests" in app.screen.text
        await pilot.press("ctrl+s")
        await until_screen(app, pilot, "HandOver")
        await pilot.press("y")
        await until_screen(app, pilot, "BoardScreen")

    play(script)
    assert "my tests" in ledger.asks.every()[0].text


def test_what_i_did_is_offered_as_the_end_of_a_sentence_and_never_put_in_unasked(
    play, ledger: Ledger, people
) -> None:
    async def script(app, pilot) -> None:
        await open_composer(app, pilot)
        assert "wrote the" not in app.screen.text
        await pilot.press("f4")
        await until_screen(app, pilot, "ReasonDialog")
        await pilot.press("1")
        await until_screen(app, pilot, "AskComposer")
        await until(pilot, lambda: "how I wrote the" in app.screen.text, "the note, as a clause")
        await leave(app, pilot)

    play(script)


def test_after_a_yes_the_composer_writes_another_text_and_asks_nothing_again(
    play, ledger: Ledger, people
) -> None:
    ask = ledger.asks.start(people[0].id, focus="my tests", text="Hi Katrina, would you? Thanks!")
    ledger.asks.mark(ask.id, Step.WARM, via=Channel.DISCORD)
    ledger.asks.mark(ask.id, Step.AGREED)

    async def script(app, pilot) -> None:
        await open_composer(app, pilot, "slash", *"katrina", "enter")
        text = app.screen.text
        assert "would you" not in text
        assert "?" not in text
        assert app.screen.review.ready
        await pilot.press("ctrl+s")
        await until_screen(app, pilot, "HandOver")
        shown = "\n".join(str(one.content) for one in app.screen.query("Static"))
        assert " ".join(text.split())[:40] in " ".join(shown.split())
        await pilot.press("y")
        await until_screen(app, pilot, "BoardScreen")

    play(script)
    assert state_of(ledger.asks.get(ask.id)) is AskState.REQUESTED
