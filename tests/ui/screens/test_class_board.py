"""The coach's board: what waits is answered in two keys, packages are edited in place."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from recco_tui.classroom.membership import Comment, write_memberships
from recco_tui.classroom.store import ClassStore
from recco_tui.core.card import CardText, TextSource
from recco_tui.core.classroom import Verdict
from recco_tui.core.models import TextKind
from recco_tui.ledger.ledger import Ledger
from recco_tui.ui.app import ReccoApp
from recco_tui.writing.evidence import Evidence
from recco_tui.writing.parts import Part, State
from recco_tui.writing.review import review
from tests.classroom.people import NOW, card_of, class_at, draft
from tests.drafts import open_draft
from tests.ui.screens.stage import Script, text_at, toasts, until, until_screen

NAMES = ("Maria [b]Silva[/b]", "Bo Ray", "Cy Fox")
TEXT = "Hi Ann, I loved our project. Could you write me a recommendation asap? Thanks!"


@pytest.fixture
def coach(tmp_path: Path) -> ClassStore:
    coach, students = class_at(str(tmp_path / "class.db"), *NAMES)
    for number, student in enumerate(students[:2]):
        student.push(card_of(student.membership.name, 0, draft(number, TEXT)), NOW)
    return coach


def play(
    ledger: Ledger, coach: ClassStore, script: Script, size=(120, 36), second_reader=None
) -> None:
    async def run() -> None:
        app = ReccoApp(ledger, class_store=coach, second_reader=second_reader)
        async with app.run_test(size=size, notifications=True) as pilot:
            await until_screen(app, pilot, "ClassBoard")
            await until(pilot, lambda: "Bo Ray" in text_at(app, "#students"), "the class")
            await script(app, pilot)

    asyncio.run(run())


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
def test_what_waits_stands_above_the_students_judged(ledger, coach, size) -> None:
    async def script(app, pilot) -> None:
        assert NAMES[0] in text_at(app, "#drafts")
        assert "Cy Fox" in text_at(app, "#students")
        shown = text_at(app, "#facts")
        assert "2  Could you write me a recommendation asap?" in shown
        assert "✗ sentence 2: “asap”" in shown
        assert "✗ focus" in shown

    play(ledger, coach, script, size)


def test_the_second_reader_reads_what_waits_too(ledger, tmp_path: Path) -> None:
    plain = "Nobody on the ward mixed up the two syringes."
    told = CardText(TextSource.DRAFT, 1, TextKind.RECOMMENDATION, "Ann Lee", plain)
    coach, (student,) = class_at(str(tmp_path / "class.db"), "Bo Ray")
    student.push(card_of("Bo Ray", 0, told), NOW)

    def reader(text: str, kind: TextKind) -> Evidence:
        return {plain: (-9.0, -9.0, 9.0, -9.0)}

    async def script(app, pilot) -> None:
        await until(pilot, lambda: "✓ impact" in text_at(app, "#facts"), "the impact")

    assert review(plain).states[Part.IMPACT] is not State.SURE
    play(ledger, coach, script, second_reader=reader)


def test_space_reads_on_in_a_text_that_is_longer_than_its_place(ledger, coach) -> None:
    async def script(app, pilot) -> None:
        about = app.screen.query_one("#about")
        await until(pilot, lambda: about.max_scroll_y > 0, "a long text")
        await pilot.press("space")
        assert about.scroll_offset.y > 0
        while about.scroll_offset.y < about.max_scroll_y:
            await pilot.press("space")
        await pilot.press("space")
        assert about.scroll_offset.y == 0

    play(ledger, coach, script, (80, 24))


def test_a_draft_is_sent_back_in_two_keys(ledger, coach) -> None:
    async def script(app, pilot) -> None:
        await pilot.press("b", "1")
        await until(pilot, lambda: len(coach.classroom().waiting) == 1, "sent back")
        await until(
            pilot, lambda: "1 to read" in str(app.screen.query_one("#drafts").border_title), "shown"
        )
        assert "Sent back: Maria [b]Silva[/b]" in toasts(app)

    play(ledger, coach, script)
    (said,) = coach.classroom().drafts[0].reviews
    assert said.verdict is Verdict.RETURNED
    assert "asap" in said.words


def test_a_sentence_is_commented_on_by_its_number(ledger, coach) -> None:
    async def script(app, pilot) -> None:
        await pilot.press("down", "c", "1", *"When?", "enter")
        await until(pilot, lambda: "Cora: sentence 1" in text_at(app, "#facts"), "the comment")
        await pilot.press("d")
        await until(pilot, lambda: len(coach.classroom().waiting) == 1, "ready")

    play(ledger, coach, script)
    comment, ready = coach.classroom().drafts[1].reviews
    assert (comment.says(), ready.verdict) == (
        "sentence 1 “Hi Ann, I loved our project.” – When?",
        Verdict.READY,
    )


def test_a_package_is_found_by_name_edited_in_place_and_copied(ledger, coach) -> None:
    async def script(app, pilot) -> None:
        await pilot.press("slash", *"cy", "enter")
        await until(pilot, lambda: "Bo" not in text_at(app, "#students"), "found")
        await pilot.press("e", *"Quick.", "escape")
        await until(
            pilot, lambda: coach.classroom().student_named("Cy").package == "Quick.", "kept"
        )
        await pilot.press("y")
        await until(pilot, lambda: app.clipboard == "Quick.", "copied")
        await pilot.press("escape")
        await until(pilot, lambda: "Bo" in text_at(app, "#students"), "all again")
        await pilot.press("escape")
        await until(pilot, lambda: type(app.screen).__name__ != "ClassBoard", "left")

    play(ledger, coach, script)


def test_ctrl_s_saves_the_package_and_typing_goes_on(ledger, coach) -> None:
    async def script(app, pilot) -> None:
        await pilot.press("slash", *"cy", "enter", "e", *"Quick", "ctrl+s")
        await until(
            pilot, lambda: coach.classroom().student_named("Cy").package == "Quick", "saved"
        )
        await pilot.press(*" too", "ctrl+s")
        await until(
            pilot, lambda: coach.classroom().student_named("Cy").package == "Quick too", "again"
        )

    play(ledger, coach, script)


def test_what_another_coach_wrote_at_the_same_time_is_not_lost(ledger, coach) -> None:
    async def script(app, pilot) -> None:
        await pilot.press("slash", *"cy", "enter", "e")
        cy = coach.classroom().student_named("Cy").member.id
        coach.keep_package(cy, "Theirs.", NOW)
        await pilot.press(*"Mine.", "escape")
        await until_screen(app, pilot, "TextDialog")
        shown = app.export_screenshot().replace("&#160;", " ")
        assert "Another coach has just changed this package" in shown
        assert "Mine." in shown
        await pilot.press("escape")
        await until_screen(app, pilot, "ClassBoard")
        await until(pilot, lambda: app.screen.query_one("#package").text == "Theirs.", "theirs")

    play(ledger, coach, script)


def test_the_student_finds_comments_beside_the_text(ledger: Ledger, tmp_path: Path) -> None:
    _, (student,) = class_at(str(tmp_path / "class.db"), "Maria")
    contact = ledger.contacts.add("Ann Lee")
    begun = open_draft(ledger, contact.id, TextKind.RECOMMENDATION)
    ledger.drafts.save(begun.id, "I worked with Ann.", "")
    said = (Comment(begun.id, "Cora: say when"), Comment(begun.id + 1, "Cora: of another"))
    write_memberships(ledger.path, [replace(student.membership, comments=said)])

    async def script(app, pilot) -> None:
        await until_screen(app, pilot, "BoardScreen")
        await pilot.press("w")
        await until_screen(app, pilot, "RecommendationEditor")
        await until(pilot, lambda: "Cora: say when" in text_at(app, "#wrote"), "the comment")
        assert "of another" not in text_at(app, "#wrote")

    async def on_a_narrow_terminal(app, pilot) -> None:
        await until_screen(app, pilot, "BoardScreen")
        await pilot.press("w")
        await until_screen(app, pilot, "RecommendationEditor")
        await until(pilot, lambda: "1 comment from your coach" in toasts(app), "the hint")
        await pilot.press("f8")
        await until(pilot, lambda: "Cora: say when" in text_at(app, "#wrote"), "the comment")

    async def run(script: Script, size: tuple[int, int]) -> None:
        app = ReccoApp(ledger)
        async with app.run_test(size=size, notifications=True) as pilot:
            await script(app, pilot)

    asyncio.run(run(script, (140, 40)))
    asyncio.run(run(on_a_narrow_terminal, (80, 24)))
