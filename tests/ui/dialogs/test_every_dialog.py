"""What holds for all of them: names stay literal, keys are declared, nothing leaves the screen."""

import re
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

import pytest
from textual.screen import ModalScreen

from recco_tui.core.models import Channel, Contact, Direction, Member, Project
from recco_tui.ui.dialogs.choice import Choice, ChoiceDialog
from recco_tui.ui.dialogs.contact_form import ContactForm
from recco_tui.ui.dialogs.hand_over import HandOver
from recco_tui.ui.dialogs.keys import KeyGroup, KeyLine, KeysDialog
from recco_tui.ui.dialogs.project_form import ProjectForm
from recco_tui.ui.dialogs.reason import ReasonDialog
from recco_tui.ui.dialogs.relationship import RelationshipDialog
from recco_tui.ui.dialogs.text_view import TextDialog
from recco_tui.ui.dialogs.timeline_forms import MomentForm, RecommendationForm, RequestForm
from recco_tui.ui.widgets.line_input import LineInput
from recco_tui.ui.widgets.option_row import OptionRow

TODAY = date(2026, 11, 23)
ESCAPES = "Ann\x1b[31m\x1b]0;boo\x07\u202eLee"
WIDE = "田中 恵子" * 30
LONG = "x" * 2000
SIZES = ((60, 20), (200, 60))

DIALOGS: dict[str, Callable[[str], ModalScreen[Any]]] = {
    "choice": lambda name: ChoiceDialog(name, name, [Choice("a", name, 1, name)], name),
    "contact": lambda name: ContactForm(Contact(1, name, company=name, note=name)),
    "hand over": lambda name: HandOver(
        name,
        name,
        "https://www.linkedin.com/in/x",
        TODAY,
        copy=str,
        open_page=bool,
        write=str,
        steps=[name],
        via=Channel.SLACK,
    ),
    "keys": lambda name: KeysDialog([KeyGroup(name, (KeyLine("a", name, name),))]),
    "moment": lambda name: MomentForm(name, TODAY, [Project(1, name)]),
    "project": lambda name: ProjectForm(
        TODAY, lambda _: [], Project(1, name, about=name, members=(Member(1, name, name),))
    ),
    "reason": lambda name: ReasonDialog(name, name, [name, name]),
    "recommendation": lambda name: RecommendationForm(name, TODAY, Direction.GIVEN),
    "relationship": lambda name: RelationshipDialog(name),
    "request": lambda name: RequestForm(name, TODAY),
    "text": lambda name: TextDialog(name, name, name, copy=str, write=str),
}


def named(*names: str) -> list[Callable[[], ModalScreen[Any]]]:
    return [partial(make, name) for make in DIALOGS.values() for name in names]


def test_each_declares_its_keys_and_escape_leaves_it_without_an_answer(each) -> None:
    async def check(app, pilot) -> None:
        app.answers.clear()
        dialog = app.screen
        _declared(dialog)
        await pilot.press("escape")
        assert app.answers == [None], dialog
        assert app.screen is not dialog

    each(named("Ann"), check)


def _declared(dialog: ModalScreen[Any]) -> None:
    """Every key has an id, a tooltip and a real action, and ordinary terminals can send it."""
    seen: dict[str, str] = {}
    for binding in (b for bs in dialog._bindings.key_to_bindings.values() for b in bs):
        action = binding.action.partition("(")[0]
        if binding.id is None and action.startswith(("app.", "screen.")):
            continue
        assert binding.id, binding
        assert binding.tooltip, binding
        assert hasattr(dialog, f"action_{action}"), binding
        assert binding.key not in ("ctrl+i", "ctrl+m", "ctrl+h"), binding
        assert seen.setdefault(binding.key, binding.id) == binding.id, binding


def test_names_are_literal_and_send_no_control_nor_break_the_box(each, shown_by) -> None:
    def check(app, pilot) -> None:
        shown = shown_by(app)
        assert "[b]Ann[/x]" in shown, app.screen
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", shown), app.screen
        assert "╭" in shown, app.screen
        assert "╰" in shown, app.screen

    each(named(f"[b]Ann[/x]{ESCAPES} {WIDE} [@click=app.quit] {LONG}"), check, (60, 20))


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_title_and_the_way_out_are_seen(each, shown_by, size) -> None:
    def check(app, pilot) -> None:
        lines = shown_by(app).splitlines()
        assert any("╭" in line and "╮" in line for line in lines), app.screen
        assert any(re.search(r"esc \w", line) for line in lines), app.screen
        assert any("╰" in line and "╯" in line for line in lines), app.screen

    each(named("Ann Lee"), check, size)


FORMS = ("contact", "moment", "project", "recommendation", "request")


@pytest.mark.parametrize("form", FORMS)
def test_typed_text_is_lost_only_by_a_second_escape(meet, shown_by, form) -> None:
    def type_into_a_field(app, pilot) -> None:
        app.screen.query(LineInput).last().value = "something"

    def still_asked(app, pilot) -> None:
        assert not app.answers
        assert "Discard your changes?" in shown_by(app)

    met = meet(lambda: DIALOGS[form]("Ann"), type_into_a_field, "escape", still_asked, "escape")
    assert met.answer is None
    assert met.times == 1


def test_text_typed_after_the_question_is_asked_about_again(meet) -> None:
    met = meet(lambda: MomentForm("Ann", TODAY), "=a", "escape", "=b", "escape")
    assert met.answer == "still open"
    assert "Discard" in met.shown


def test_tab_reaches_every_field_and_down_too_outside_of_texts(each) -> None:
    async def walk(app, pilot) -> None:
        chain = app.screen.focus_chain
        assert len(chain) >= 3
        app.set_focus(chain[0])
        for field in chain:
            assert app.focused is field
            await pilot.press("tab" if field is chain[0] or "TextBox" in str(field) else "down")
        assert app.focused is chain[0]

    each([partial(DIALOGS[form], "Ann") for form in FORMS], walk)


def test_a_click_chooses_among_words_and_left_and_right_step(meet) -> None:
    async def click(app, pilot) -> None:
        kind = app.screen.query(OptionRow).first()
        await pilot.click(kind, offset=(20, 0))

    make = DIALOGS["request"]
    assert meet(lambda: make("Ann"), click, "ctrl+s").answer.kind == "promise"
    assert meet(lambda: make("Ann"), "right left i ctrl+s").answer.kind == "promise"
    assert meet(lambda: make("Ann"), "i left ctrl+s").answer.kind == "request"


def test_answering_twice_at_once_answers_once(meet) -> None:
    def twice(app, pilot) -> None:
        dialog = app.screen
        dialog.finish(None)
        dialog.finish(None)

    assert meet(lambda: DIALOGS["choice"]("Ann"), twice).times == 1
