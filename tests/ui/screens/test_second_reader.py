"""The editor with a second reader: it is asked when the typing pauses, and no tag goes and comes."""

import asyncio
from threading import Event

import pytest

from recco_tui.core.models import TextKind
from recco_tui.ledger.ledger import Ledger
from recco_tui.ui.screens.editor import RecommendationEditor
from recco_tui.writing.evidence import WITHOUT_ANY, Evidence, carry_over_evidence
from recco_tui.writing.parts import Part, State
from recco_tui.writing.review import review
from recco_tui.writing.sentences import split
from tests.ui.screens.stage import notice, until
from tests.ui.screens.test_editor import Desk, leave, paste

PLAIN = "Nobody on the ward mixed up the two syringes"
FILLER = "We had tea in the blue room on Mondays"


class Reader:
    """Hears impact where somebody mixed something up, and nothing anywhere else."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.may_answer = Event()
        self.may_answer.set()

    def __call__(self, text: str, kind: TextKind = TextKind.RECOMMENDATION) -> Evidence:
        self.asked.append(text)
        self.may_answer.wait(20)
        impact = {s.text: 9.0 if "mixed" in s.text else -9.0 for s in split(text)}
        return {sentence: (-9.0, -9.0, heard, -9.0) for sentence, heard in impact.items()}


@pytest.fixture
def reader() -> Reader:
    return Reader()


def impact_of(editor, at: int = 0) -> State:
    tags = editor.review.sentences[at].tags
    return next(tag.state for tag in tags if tag.part is Part.IMPACT)


def edit(ledger: Ledger, reader: Reader | None, script) -> None:
    """Run a script in an editor with this second reader."""
    ledger.contacts.add("John Silva")

    async def run() -> None:
        app = Desk(ledger, second_reader=reader)
        async with app.run_test(size=(100, 30)) as pilot:
            draft = app.ledger.writing.open_recommendation(1)
            app.push_screen(RecommendationEditor(app.ledger, draft))
            await until(pilot, lambda: len(app.screen_stack) == 3, "the questions")
            await pilot.press("escape")
            await pilot.pause()
            await script(app, pilot)
            await leave(app, pilot)

    asyncio.run(run())


def test_what_it_hears_counts_after_a_pause(ledger: Ledger, reader: Reader) -> None:
    async def script(app, pilot) -> None:
        await paste(app, pilot, f"{PLAIN}. {FILLER}.")
        await until(pilot, lambda: impact_of(app.screen) is State.SURE, "it was heard")
        assert impact_of(app.screen, 1) is State.ABSENT

    assert review(f"{PLAIN}.").sentences[0].tags[2].state is not State.SURE
    edit(ledger, reader, script)


def test_no_tag_goes_and_comes_while_one_types_on(ledger: Ledger, reader: Reader) -> None:
    async def script(app, pilot) -> None:
        await paste(app, pilot, f"{FILLER}. {PLAIN}")
        await until(pilot, lambda: impact_of(app.screen, 1) is State.SURE, "it was heard")
        reader.may_answer.clear()
        seen = []
        for key in [*"after", "space", *"May", "full_stop", "left", "left", "backspace"]:
            await pilot.press(key)
            seen.append((impact_of(app.screen), impact_of(app.screen, 1)))
        reader.may_answer.set()
        assert set(seen) == {(State.ABSENT, State.SURE)}
        await until(pilot, lambda: reader.asked[-1] == app.screen.text, "it was asked again")

    edit(ledger, reader, script)


def test_an_answer_about_a_text_that_is_no_more_is_dropped(ledger: Ledger, reader: Reader) -> None:
    async def script(app, pilot) -> None:
        reader.may_answer.clear()
        await paste(app, pilot, f"{PLAIN}.")
        await until(pilot, lambda: reader.asked, "it was asked")
        app.screen.replace_text(f"{FILLER}.")
        reader.may_answer.set()
        await until(pilot, lambda: f"{FILLER}." in reader.asked, "it was asked again")
        await until(pilot, lambda: not list(app.workers), "it answered")
        assert set(app.screen.second_reading.evidence) == {f"{FILLER}."}

    edit(ledger, reader, script)


def test_finish_waits_for_its_word(ledger: Ledger, reader: Reader) -> None:
    async def script(app, pilot) -> None:
        app.screen.area.insert_words(f"{PLAIN}.")
        await pilot.press("ctrl+s")
        assert reader.asked[-1] == app.screen.text
        assert impact_of(app.screen) is State.SURE

    edit(ledger, reader, script)


@pytest.mark.parametrize("installed", [True, False])
def test_the_keys_say_when_there_is_none(ledger: Ledger, reader: Reader, installed: bool) -> None:
    async def script(app, pilot) -> None:
        await pilot.press("f1")
        await until(pilot, lambda: type(app.screen).__name__ == "KeysDialog", "the keys")
        assert notice(app) == ("" if installed else WITHOUT_ANY)
        await pilot.press("escape")

    edit(ledger, reader if installed else None, script)


@pytest.mark.parametrize(
    ("after", "kept"),
    [
        ("One thing was said. Another thing was told.", ["One thing was said.", "Another thing was told."]),
        ("One thing was said. Another thing was tol", ["One thing was said.", "Another thing was tol"]),
        ("Another thing was told. One thing was said.", ["One thing was said.", "Another thing was told."]),
        ("One thing was said. Quite different words stand here.", ["One thing was said."]),
        ("", []),
    ],
)  # fmt: skip
def test_what_was_said_follows_a_sentence(after: str, kept: list[str]) -> None:
    before = "One thing was said. Another thing was told."
    known = {sentence.text: (1.0, 1.0, 1.0, 1.0) for sentence in split(before)}
    found = carry_over_evidence(known, before, after)
    assert sorted(text for text in found if text in {s.text for s in split(after)}) == sorted(kept)
