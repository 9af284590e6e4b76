"""Which page is opened for a text, and what is said where there is none or they are no connection."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from recco_tui.core.models import Direction, Step, TextKind
from recco_tui.ledger.ledger import Ledger
from tests.ui.screens.sample import Keys, board_at, pages_of, sample_ledger
from tests.ui.screens.stage import text_at, toasts, until

WIDE = (120, 36)
FORM = "https://www.linkedin.com/in/zoe-quill/edit/forms/recommendation/request/"
SWAP = "only 3 days between the two texts; some readers see a swap"
FOR_ZOE = (
    "I worked alongside Zoe on the Pantry Map. Zoe debugged the flaky login tests and explained "
    "complex logic clearly. Because of that fix, our builds went from forty minutes to ten. I "
    "would recommend Zoe to any team."
)


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with sample_ledger() as opened:
        yield opened


def shown(app) -> str:
    return "\n".join(str(one.content) for one in app.screen.query("Static"))


def test_an_address_that_is_not_known_is_added_on_the_way_to_the_form(play, ledger) -> None:
    zoe = ledger.contacts.add("Zoe Quill")
    ask = ledger.asks.start(zoe.id, text="Hi Zoe, would you write a few lines? Thank you!")
    ledger.asks.mark(ask.id, Step.WARM)
    ledger.asks.mark(ask.id, Step.AGREED)
    opened: list[str] = []

    async def script(app, pilot) -> None:
        here = pages_of(app)
        await board_at(app, pilot, "Zoe Quill")
        keys = Keys(app, pilot)
        await keys.press("n", then="HandOver")
        assert "Open the page (o)" not in shown(app)
        assert "No LinkedIn address yet: e adds it" in shown(app)
        assert "Only first-degree connections can recommend each other." in shown(app)
        await keys.press("o", "e", then="ContactForm")
        await keys.type("linkedin.com/in/zoe-quill")
        await keys.press("ctrl+s", then="HandOver")
        assert "Open the page (o)" in shown(app)
        await keys.press("o", "O")
        await keys.press("y", then="BoardScreen")
        opened.extend(here)

    play(script, WIDE)
    assert opened == [FORM, "https://www.linkedin.com/in/zoe-quill/details/recommendations/"]
    assert ledger.asks.get(ask.id).steps[-1].step is Step.LINKEDIN


def test_capital_o_opens_what_others_wrote_about_the_person(play, ledger) -> None:
    opened: list[str] = []
    ledger.contacts.pin([ledger.contacts.add("Zoe Quill").id], True)

    async def script(app, pilot) -> None:
        here = pages_of(app)
        keys = Keys(app, pilot)
        await board_at(app, pilot, "Rodrigo Pena")
        await keys.press("O")
        opened.extend(here)
        await board_at(app, pilot, "Zoe Quill")
        await keys.press("O")
        await until(pilot, lambda: "No LinkedIn address for Zoe Quill yet" in toasts(app), "said")

    play(script, WIDE)
    assert opened == ["https://www.linkedin.com/in/rodrigopena/details/recommendations/"]


def test_a_text_for_someone_not_connected_says_so_and_that_it_looks_like_a_swap(
    play, ledger
) -> None:
    zoe = ledger.contacts.add("Zoe Quill", url="https://www.linkedin.com/in/zoe-quill")
    wrote_on = ledger.day - timedelta(days=3)
    ledger.recommendations.add(zoe.id, Direction.RECEIVED, "Kind and calm.", on=wrote_on)
    ledger.drafts.keep(ledger.drafts.begin(zoe.id, TextKind.RECOMMENDATION), FOR_ZOE, "")
    opened: list[str] = []

    async def script(app, pilot) -> None:
        here = pages_of(app)
        await board_at(app, pilot, "Zoe Quill")
        await until(pilot, lambda: SWAP in " ".join(text_at(app, "#contact").split()), "the pane")
        keys = Keys(app, pilot)
        await keys.press("w", then="RecommendationEditor")
        await keys.press("ctrl+s", then="HandOver")
        assert "Connect first" in shown(app)
        assert "Open the page (o)" in shown(app)
        assert "No form there? O opens their recommendations." in shown(app)
        assert SWAP in shown(app)
        await keys.press("o", "n", then="BoardScreen")
        opened.extend(here)

    play(script, (140, 40))
    assert opened == ["https://www.linkedin.com/in/zoe-quill/edit/forms/recommendation/write/"]
