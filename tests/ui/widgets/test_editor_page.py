"""The editor's page while something is missing: colors stay, the margin and the checklist are true."""

import re

import pytest

from recco_tui.core.models import TextKind
from recco_tui.ui.present.editor import checklist_lines
from recco_tui.ui.theme import Inks
from recco_tui.ui.widgets.sentence_gutter import WORDS_FROM, SentenceGutter, spans_of
from recco_tui.ui.widgets.writing_area import WritingArea
from recco_tui.writing.about import About
from recco_tui.writing.parts import AskPart, Part, State
from recco_tui.writing.review import Review, review
from tests.ui.pilot import Stage, drive

NO_IMPACT = (
    "I worked with Ann on the billing service at Brightwater. She explains complicated code "
    "clearly. I would hire her again tomorrow."
)
ANN = About(to="Ann Lee")


def words(spans) -> str:
    return "".join(span.text for span in spans)


def margin(judged: Review, *, in_words: bool) -> list[str]:
    return [
        words(spans_of(judged, number, sentence, 99, in_words=in_words))
        for number, sentence in enumerate(judged.sentences, 1)
    ]


def test_parts_keep_their_colors_while_one_is_missing() -> None:
    judged = review(NO_IMPACT, about=ANN)
    assert Part.IMPACT in judged.missing

    area = WritingArea(NO_IMPACT)

    async def script(pilot) -> None:
        area.show_review(judged)
        inks = Inks.of(area)
        colors = {
            str(style.color)
            for start, end, style in area._spans
            for sentence in judged.sentences
            if (start, end) == (sentence.sentence.start, sentence.sentence.end)
        }
        assert str(inks(Part.CONTEXT.meaning).color) in colors
        assert str(inks(Part.ENDORSEMENT.meaning).color) in colors
        assert not [span for span in area._spans if span[:2] == (0, len(NO_IMPACT))]

    drive(Stage([area]), script)


def test_the_margin_names_parts_in_words_or_letters() -> None:
    judged = review(NO_IMPACT, about=ANN)
    assert margin(judged, in_words=True)[::2] == ["1 context", "3 endorsement"]
    assert margin(judged, in_words=False)[::2] == ["1c", "3e"]


def test_what_the_margin_has_no_room_for_is_left_off_and_no_word_becomes_a_letter() -> None:
    text = (
        "I worked with Ann for a year on the billing service, and she explained complicated code "
        "clearly. She is a rockstar."
    )
    first, second = review(text, about=ANN).sentences
    judged = review(text, about=ANN)
    seen = {
        room: words(spans_of(judged, 1, first, room, in_words=True)) for room in (0, 1, 2, 10, 16)
    }
    assert seen == {0: "", 1: "", 2: "1…", 10: "1 context…", 16: "1 context skills"}
    for room in range(12):
        said = words(spans_of(judged, 2, second, room, in_words=True))
        assert len(said) <= room
        assert not said or (said[0] == "2" and said.endswith("!"))


def test_two_sentences_that_begin_on_one_line_are_both_named_in_words() -> None:
    area = WritingArea("She tests. I would hire her again.")
    gutter = SentenceGutter(area)

    async def script(pilot) -> None:
        judged = review(area.text, about=ANN)
        area.show_review(judged)
        gutter.show_review(judged)
        await pilot.pause()
        for width in range(WORDS_FROM, 40):
            gutter.styles.width = width
            await pilot.pause()
            shown = gutter.render_line(0).text.rstrip()
            assert re.fullmatch(r"1 \S+( \w+\??)* 2(…|( \w+\??)+…?)", shown), shown

    drive(Stage([area, gutter]), script)


def test_where_the_margin_has_letters_the_checklist_explains_them() -> None:
    judged = review(NO_IMPACT, about=ANN)
    (line, _) = checklist_lines(judged, 76, letters=True)
    assert words(line).startswith("✓ context (c)  ✓ skills (s)")
    assert "(c)" not in words(checklist_lines(judged, 120)[0])


@pytest.mark.parametrize("width", [24, 32, 40, 57, 58, 59, 60, 76, 100])
@pytest.mark.parametrize("kind", TextKind)
def test_a_sign_is_on_one_line_with_its_word(kind: TextKind, width: int) -> None:
    judged = review(NO_IMPACT, kind, ANN)
    for letters in (False, True):
        drawn = [words(line) for line in checklist_lines(judged, width, letters=letters)]
        shown = "\n".join(drawn)
        for part, state in judged.states.items():
            letter = f" ({part.letter})" if letters else ""
            assert f"{state.sign} {part.value}{letter}" in shown
        assert f"sentences {judged.counted} of" in shown
        assert max(map(len, drawn)) <= width


def test_a_part_whose_only_sentence_has_a_gap_is_not_ticked() -> None:
    text = "Hi Ann, I loved our work on [project]. It would help if you mentioned [what]. Thanks!"
    judged = review(text, TextKind.ASK, ANN)
    assert judged.states[AskPart.GREETING] is State.SURE
    assert judged.states[AskPart.THANKS] is State.SURE
    assert judged.states[AskPart.FOCUS] is State.UNSURE
    filled = review(text.replace("[what]", "my tests"), TextKind.ASK, ANN)
    assert filled.states[AskPart.FOCUS] is State.SURE
