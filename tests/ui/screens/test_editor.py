"""Writing a recommendation: refused, mended, finished, sent, taken back; and nothing is lost."""

import asyncio
from collections.abc import Callable
from datetime import date

import pytest
from textual import events
from textual.content import Content
from textual.screen import Screen

from recco_tui.core.cleaning import clean_text
from recco_tui.core.models import Contact, Direction, Joining, MomentKind, TextKind
from recco_tui.core.relationships import Kind, Relationship
from recco_tui.ledger.ledger import Ledger
from recco_tui.ui.app import ReccoApp
from recco_tui.ui.screens.editor import RecommendationEditor
from recco_tui.writing.parts import State
from tests.ui.screens.stage import Script, text_at, toasts, until, until_screen

CONTEXT = "I worked with John on Pantry Map at Northlight Academy for six weeks."
SKILLS = "He explained React state clearly and reviewed every pull request with patience."
IMPACT = "Thanks to his fix our demo ran without a crash and we came second of fourteen teams."
ENDORSEMENT = "I recommend John to any frontend team."
WHOLE = f"{CONTEXT} {SKILLS} {IMPACT} {ENDORSEMENT}"
Play = Callable[..., None]
LUNCH = "The kitchen had a green door."


@pytest.fixture
def john(ledger: Ledger) -> Contact:
    contact = ledger.contacts.add(
        "John Silva",
        url="linkedin.com/in/john",
        position="Frontend Developer",
        company="Tidewater",
    )
    ledger.contacts.set_kind([contact.id], Kind.PEER, Relationship.STUDIED_TOGETHER)
    ledger.projects.add(
        "Pantry Map",
        ended_on=date(2026, 9, 29),
        members=[Joining(contact_id=contact.id, their_part="built the React map")],
    )
    ledger.moments.add(contact.id, MomentKind.WIN, "Fixed the flaky login test in ten minutes.")
    ledger.recommendations.add(contact.id, Direction.RECEIVED, "She wrote the API contract first.")
    return contact


def draft_of(ledger: Ledger, contact: Contact):
    return next(iter(ledger.drafts.of(contact.id)), None)


class Desk(ReccoApp):
    """The app without the board behind the editor, which most of these tests do not need."""

    def get_default_screen(self) -> Screen:
        return Screen()


def at_home(app: ReccoApp) -> bool:
    return len(app.screen_stack) == 1


async def open_editor(app, pilot, *, guide: bool = False) -> None:
    if isinstance(app, Desk):
        draft = app.ledger.writing.open_recommendation(1)
        app.push_screen(RecommendationEditor(app.ledger, draft))
        await until(pilot, lambda: not at_home(app), "the editor")
    else:
        await until_screen(app, pilot, "BoardScreen")
        await pilot.press("w")
    await until_screen(app, pilot, "GuidedStart")
    if not guide:
        await pilot.press("escape")
        await until_screen(app, pilot, "RecommendationEditor")


async def leave(app, pilot) -> None:
    while not at_home(app):
        await pilot.press("escape")


async def paste(app, pilot, text: str) -> None:
    app.screen.focused.post_message(events.Paste(text))
    await pilot.pause()


@pytest.fixture
def write(ledger: Ledger) -> Play:
    """Run a script in an app that holds nothing but the editor, and leave at the end."""

    def write_script(script: Script, size: tuple[int, int] = (100, 30)) -> None:
        async def run() -> None:
            app = Desk(ledger)
            async with app.run_test(size=size, notifications=True) as pilot:
                await script(app, pilot)
                await leave(app, pilot)

        asyncio.run(run())

    return write_script


def test_refused_mended_finished_sent_and_taken_back(play, ledger: Ledger, john) -> None:
    async def script(app, pilot) -> None:
        await open_editor(app, pilot)
        await paste(app, pilot, CONTEXT)
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert type(app.screen).__name__ == "RecommendationEditor"
        assert "Not yet: 1 sentence; a recommendation has 3 to 5" in toasts(app)
        assert "✗ impact" in text_at(app, "#checklist")
        await paste(app, pilot, f" {SKILLS} {IMPACT} {ENDORSEMENT}")
        assert toasts(app) == ""
        assert "sentences 4 of 3–5" in text_at(app, "#checklist")
        assert "✗" not in text_at(app, "#checklist")
        await pilot.press("ctrl+s")
        await until_screen(app, pilot, "HandOver")
        shown = "\n".join(str(one.content) for one in app.screen.query("Static"))
        assert "“we studied together”" in shown
        assert "Frontend Developer, Tidewater" in shown
        assert "linkedin.com/in/john/edit/forms/recommendation/write/" in shown
        assert not ledger.recommendations.balance(john.id).given
        await pilot.press("y")
        await until_screen(app, pilot, "BoardScreen")
        await until(pilot, lambda: ledger.recommendations.balance(john.id).given, "it is given")
        given = [r for r in ledger.recommendations.every() if r.direction is Direction.GIVEN]
        assert [(r.text, r.project_id) for r in given] == [(WHOLE, 1)]
        await pilot.press("u")
        await pilot.pause()
        assert ledger.recommendations.balance(john.id).given == 0
        await pilot.press("w")
        await until_screen(app, pilot, "RecommendationEditor")
        assert app.screen.text == WHOLE
        await leave(app, pilot)

    play(script)


def test_not_sent_yet_keeps_the_draft_to_go_on_with(play, ledger: Ledger, john) -> None:
    async def script(app, pilot) -> None:
        await open_editor(app, pilot)
        await paste(app, pilot, WHOLE)
        await pilot.press("ctrl+s")
        await until_screen(app, pilot, "HandOver")
        await pilot.press("n")
        await until_screen(app, pilot, "BoardScreen")
        draft = draft_of(ledger, john)
        assert (draft.text, draft.finished_at) == (WHOLE, None)

    play(script)


def test_the_questions_never_count_as_text_and_answers_are_claimed(write, john) -> None:
    async def script(app, pilot) -> None:
        await open_editor(app, pilot, guide=True)
        await pilot.press("enter")
        await paste(app, pilot, "has a quiet way.\nHe draws first.")
        await pilot.press("enter", "enter")
        await paste(app, pilot, "without a doubt")
        await pilot.press("shift+tab", "enter", "enter")
        await until_screen(app, pilot, "RecommendationEditor")
        assert app.screen.text == (
            "I worked with John on Pantry Map. John has a quiet way. He draws first. "
            "I would recommend John without a doubt."
        )
        claimed = [
            [str(tag.part) for tag in one.tags if tag.claimed]
            for one in app.screen.review.sentences
        ]
        assert claimed == [["context"], ["skills"], [], ["endorsement"]]
        assert app.screen.review.missing == ("impact",)

    write(script)


def test_questions_left_at_once_leave_no_text_and_no_draft(write, ledger: Ledger, john) -> None:
    before = len(ledger.log.entries())

    async def script(app, pilot) -> None:
        await open_editor(app, pilot)
        assert app.screen.text == ""
        await leave(app, pilot)

    write(script)
    assert draft_of(ledger, john) is None
    assert len(ledger.log.entries()) == before


def test_the_writers_word_on_a_sentence_stays_with_it(write, ledger: Ledger, john) -> None:
    def impact(app) -> tuple[State, bool | None]:
        tag = app.screen.review.sentences[0].tags[2]
        return tag.state, tag.claimed

    async def script(app, pilot) -> None:
        await open_editor(app, pilot)
        await paste(app, pilot, LUNCH)
        assert impact(app)[0] is not State.SURE
        await pilot.press("f4")
        assert impact(app) == (State.SURE, True)
        assert "✓ impact your choice" in text_at(app, "#sentence")
        await pilot.press("backspace")
        await paste(app, pilot, " that squeaked.")
        await pilot.press("ctrl+home")
        await paste(app, pilot, f"{CONTEXT} ")
        assert [one.tags[2].claimed for one in app.screen.review.sentences] == [None, True]
        await leave(app, pilot)
        draft = ledger.writing.open_recommendation(john.id)
        app.push_screen(RecommendationEditor(ledger, draft))
        await until_screen(app, pilot, "RecommendationEditor")
        assert app.screen.review.sentences[1].tags[2].claimed is True
        await pilot.press("f4")
        assert app.screen.review.sentences[1].tags[2].claimed is not True

    write(script)


def test_letters_and_marks_say_what_the_tints_say(write, john) -> None:
    async def script(app, pilot) -> None:
        await open_editor(app, pilot)
        await paste(app, pilot, f"{ENDORSEMENT}\n{LUNCH}\nHe is a rockstar.")
        first, second, third = text_at(app, "#gutter").splitlines()[:3]
        assert first.startswith("1 endorsement")
        assert second.startswith("2")
        assert third.startswith("3")
        assert third.endswith("!")
        app.screen.area.replace_all("")
        await paste(app, pilot, CONTEXT)
        assert "┊" not in text_at(app, "#text")
        await paste(app, pilot, f" {SKILLS} {IMPACT}")
        assert "“see more” after 120 characters" in str(
            app.screen.query_one("#sheet").border_subtitle
        )
        assert text_at(app, "#text").count("┊") == 1
        assert "┊" not in app.screen.text
        await paste(app, pilot, f" {ENDORSEMENT}")
        assert text_at(app, "#text").count("┊") == 2

    write(script)


def test_f7_goes_from_finding_to_finding_and_round(write, john) -> None:
    text = f"He is a rockstar. {CONTEXT} John is a team player."

    async def script(app, pilot) -> None:
        await open_editor(app, pilot)
        await paste(app, pilot, text)
        seen = []
        for _ in app.screen.review.findings:
            await pilot.press("f7")
            seen.append(app.screen.query_one("#findings").highlighted.rule)
        assert sorted(seen) == sorted(f.rule for f in app.screen.review.findings)
        await pilot.press("f6")
        assert app.screen.query_one("#findings").highlighted.rule == seen[-2]
        jargon = [f for f in app.screen.review.findings if text[f.start : f.end] == "rockstar"]
        app.screen.go_to(jargon[0])
        assert app.screen.area.offset_at_cursor == text.index("rockstar")

    write(script)


def test_one_key_inserts_the_note_that_serves_what_is_missing(write, john) -> None:
    async def script(app, pilot) -> None:
        await open_editor(app, pilot)
        await paste(app, pilot, f"{CONTEXT} {SKILLS} {ENDORSEMENT}")
        assert "your win 23 Nov: Fixed the flaky" in text_at(app, "#finding")
        await pilot.press("ctrl+o")
        await pilot.pause()
        assert app.screen.text.endswith("John fixed the flaky login test in ten minutes.")

    write(script)


@pytest.mark.parametrize("size", [(80, 24), (200, 60)])
def test_the_notes_are_at_hand_at_any_size(write, john, size) -> None:
    async def script(app, pilot) -> None:
        await open_editor(app, pilot)
        beside = app.screen.query_one("#beside")
        assert beside.display == (size[0] >= 100)
        await pilot.press("f8")
        await pilot.pause()
        assert beside.display
        assert "Pantry Map" in text_at(app, "#facts")
        assert "She wrote the API contract" in text_at(app, "#wrote")
        await pilot.press("down", "enter")
        await pilot.pause()
        assert app.screen.text == "Pantry Map"
        assert app.screen.focused.id == "text"

    write(script, size)


def test_inline_beside_the_board_and_full_with_a_key(write, john) -> None:
    async def script(app, pilot) -> None:
        await open_editor(app, pilot)
        desk = app.screen.query_one("#desk")
        assert desk.region.x > 0
        assert desk.region.right == 160
        await pilot.press("f12")
        await pilot.pause()
        assert desk.region.x == 0
        await pilot.press("f12")
        await pilot.pause()
        assert desk.region.x > 0

    write(script, (160, 45))


def test_undo_inside_the_text_goes_over_a_whole_replacement(write, john) -> None:
    async def script(app, pilot) -> None:
        await open_editor(app, pilot)
        await paste(app, pilot, CONTEXT)
        app.screen.replace_text(WHOLE)
        await pilot.pause()
        assert app.screen.text == WHOLE
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert app.screen.text == CONTEXT
        await pilot.press("ctrl+r")
        await pilot.pause()
        assert app.screen.text == WHOLE

    write(script)


def test_an_earlier_version_comes_back_and_the_one_before_is_kept(write, ledger, john) -> None:
    async def script(app, pilot) -> None:
        await open_editor(app, pilot)
        await pilot.press("ctrl+t")
        await pilot.pause()
        assert "No earlier version" in toasts(app)
        await paste(app, pilot, CONTEXT)
        app.screen.replace_text(SKILLS)
        await pilot.press("ctrl+t")
        await until_screen(app, pilot, "ChoiceDialog")
        await pilot.press("1")
        await until_screen(app, pilot, "RecommendationEditor")
        assert app.screen.text == CONTEXT
        await leave(app, pilot)
        draft = draft_of(ledger, john)
        assert SKILLS in [version.text for version in ledger.drafts.versions(draft.id)]

    write(script)


def test_text_undone_with_its_draft_is_a_version_of_the_next(play, ledger, john) -> None:
    async def script(app, pilot) -> None:
        await open_editor(app, pilot)
        await paste(app, pilot, CONTEXT)
        await pilot.press("escape")
        await until_screen(app, pilot, "BoardScreen")
        await pilot.press("u")
        await pilot.pause()
        assert draft_of(ledger, john) is None
        await open_editor(app, pilot)
        await paste(app, pilot, "Anew.")
        await pilot.press("ctrl+t")
        await until_screen(app, pilot, "ChoiceDialog")
        await pilot.press("1")
        await until_screen(app, pilot, "RecommendationEditor")
        assert app.screen.text == CONTEXT
        await leave(app, pilot)

    play(script)


def test_a_draft_removed_elsewhere_while_typing_comes_back(write, ledger: Ledger, john) -> None:
    async def script(app, pilot) -> None:
        await open_editor(app, pilot)
        await paste(app, pilot, CONTEXT)
        app.screen.keeper.save()
        ledger.log.undo()  # of its beginning
        await paste(app, pilot, " And more.")
        await leave(app, pilot)
        assert draft_of(ledger, john).text == f"{CONTEXT} And more."

    write(script)


PASTED = {
    "ten thousand characters": f"{SKILLS} " * 127,
    "one word without a blank": "x" * 10_000,
    "right to left": "עבדתי עם ג׳ון על הפרויקט. هو مبرمج ممتاز.",
    "cjk": "我和约翰一起做了这个项目。他解释得非常清楚。" * 12,
    "joined emoji": "Great 👩‍👩‍👧‍👦 work 🏳️‍🌈 by John 👍🏽!",
    "tabs": "one\ttwo\t\tthree",
    "nuls": "one\x00two\x00",
    "escapes": "red \x1b[31mtext\x1b[0m and \x1b]0;title\x07 more",
    "line breaks": "one\r\ntwo\rthree\u2028four",
    "markup": "[b]bold[/b] [/x] [@click=app.quit]no[/]",
    "surrogate": "lone \ud800 half",
    "combining": "Zoe\u0308 " + "a\u0301" * 50,
}


def test_whatever_is_pasted_is_judged_and_kept(write, ledger: Ledger, john) -> None:
    """In one session, the nastiest last: each is what stands there, cleaned, and is kept."""

    async def script(app, pilot) -> None:
        await open_editor(app, pilot)
        for name, pasted in PASTED.items():
            app.screen.area.replace_all("")
            app.screen.area.focus()
            await paste(app, pilot, pasted)
            assert app.screen.text == clean_text(pasted), name
            await pilot.press("ctrl+home", "f7")
            app.screen.keeper.save()
            assert draft_of(ledger, john).text == clean_text(pasted), name

    write(script, (80, 24))


def test_over_three_thousand_characters_is_said_and_refused(write, john) -> None:
    async def script(app, pilot) -> None:
        await open_editor(app, pilot)
        await paste(app, pilot, WHOLE + " " + "very " * 600 + "well.")
        assert "✗ 3" in text_at(app, "#checklist")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "LinkedIn takes 3000" in toasts(app)

    write(script)


def test_names_are_literal_everywhere(write, ledger: Ledger) -> None:
    contact = ledger.contacts.add("Ann [b]HR[/b] [/x]")
    ledger.projects.add("[red]Map[/]", members=[Joining(contact_id=contact.id)])
    ledger.moments.add(contact.id, MomentKind.WIN, "fixed [@click=app.quit]it[/]")

    async def script(app, pilot) -> None:
        await open_editor(app, pilot, guide=True)
        assert "Ann" in str(app.screen.query_one(".dialog").border_title)
        await pilot.press("escape")
        await until_screen(app, pilot, "RecommendationEditor")
        heading = Content.from_markup(app.screen.query_one("#sheet").border_title)
        assert heading.plain == "Recommendation for Ann [b]HR[/b] [/x] · [red]Map[/]"
        assert "[@click=app" in text_at(app, "#facts")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "Not yet" in toasts(app)

    write(script, (120, 36))


def test_out_of_the_editor_it_says_what_it_knows(
    write, john, home, no_clipboard, monkeypatch
) -> None:
    """Copied without a native tool, written to a file, lent to no other editor."""
    monkeypatch.setenv("EDITOR", "true")

    async def script(app, pilot) -> None:
        await open_editor(app, pilot)
        await paste(app, pilot, CONTEXT)
        await pilot.press("ctrl+y")
        await pilot.pause()
        assert "Copied. If it doesn't paste, Ctrl+L shows the text alone." in toasts(app)
        assert app.clipboard == CONTEXT
        await pilot.press("ctrl+l")
        await until_screen(app, pilot, "TextDialog")
        await pilot.press("w", "w", "escape")
        await until_screen(app, pilot, "RecommendationEditor")
        await pilot.press("ctrl+e")
        await pilot.pause()
        assert "can't open another editor" in toasts(app)

    write(script)
    assert (home / "recco-john-silva.txt").read_text() == CONTEXT + "\n"
    assert (home / "recco-john-silva-2.txt").exists()


def test_the_prompt_for_an_assistant_holds_facts_rules_and_draft(write, john) -> None:
    async def script(app, pilot) -> None:
        await open_editor(app, pilot)
        await paste(app, pilot, CONTEXT)
        await pilot.press("ctrl+g")
        await until_screen(app, pilot, "TextDialog")
        for held in ("John Silva", "3 to 5 sentences", "flaky login test", CONTEXT):
            assert held in app.clipboard
        await pilot.press("escape")
        await until_screen(app, pilot, "RecommendationEditor")
        await paste(app, pilot, " He is a rockstar.")
        assert "rockstar" in text_at(app, "#findings")

    write(script)


def test_leaving_the_app_from_the_editor_keeps_what_was_typed(play, ledger, john) -> None:
    async def script(app, pilot) -> None:
        await open_editor(app, pilot)
        await paste(app, pilot, CONTEXT)
        await pilot.press("ctrl+q")

    play(script)
    assert draft_of(ledger, john).text == CONTEXT
    assert draft_of(ledger, john).kind is TextKind.RECOMMENDATION


@pytest.fixture
def no_clipboard(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize("answer", ["y", "n"])
def test_finish_asks_whether_a_sentence_is_the_impact(play, ledger: Ledger, john, answer) -> None:
    quiet = "The office is quiet."

    async def script(app, pilot) -> None:
        await open_editor(app, pilot)
        await paste(app, pilot, f"{CONTEXT} {SKILLS} {quiet} {ENDORSEMENT}")
        assert "? impact" in text_at(app, "#checklist")
        await pilot.press("ctrl+s")
        await until_screen(app, pilot, "ChoiceDialog")
        shown = "\n".join(str(one.content) for one in app.screen.query("Static"))
        assert quiet in shown
        await pilot.press("escape")
        await until_screen(app, pilot, "RecommendationEditor")
        assert "? impact" in text_at(app, "#checklist")
        await pilot.press("ctrl+s")
        await until_screen(app, pilot, "ChoiceDialog")
        await pilot.press(answer)
        if answer == "y":
            await until_screen(app, pilot, "HandOver")
        else:
            await until_screen(app, pilot, "RecommendationEditor")
            await until(pilot, lambda: "Not yet: impact is missing" in toasts(app), "refused")
            assert "✗ impact" in text_at(app, "#checklist")
        await leave(app, pilot)

    play(script)
