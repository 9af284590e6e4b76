"""The editor's page while something is missing: colors stay, the margin and the checklist are true."""

from recco_tui.core.models import TextKind
from recco_tui.ui.present.editor import checklist_lines
from recco_tui.ui.theme import Inks
from recco_tui.ui.widgets.sentence_gutter import spans_of
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
        words(spans_of(judged, number, sentence, in_words=in_words))
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


def test_where_the_margin_has_letters_the_checklist_explains_them() -> None:
    judged = review(NO_IMPACT, about=ANN)
    (line, _) = checklist_lines(judged, 76, letters=True)
    assert words(line).startswith("✓ context (c)  ✓ skills (s)")
    assert "(c)" not in words(checklist_lines(judged, 120)[0])


def test_a_part_whose_only_sentence_has_a_gap_is_not_ticked() -> None:
    text = "Hi Ann, I loved our work on [project]. It would help if you mentioned [what]. Thanks!"
    judged = review(text, TextKind.ASK, ANN)
    assert judged.states[AskPart.GREETING] is State.SURE
    assert judged.states[AskPart.THANKS] is State.SURE
    assert judged.states[AskPart.FOCUS] is State.UNSURE
    filled = review(text.replace("[what]", "my tests"), TextKind.ASK, ANN)
    assert filled.states[AskPart.FOCUS] is State.SURE
