"""Which page is opened for a text, and what is said where there is none or they are no connection."""

from collections.abc import Iterator

import pytest

from recco_tui.core.models import Step
from recco_tui.ledger.ledger import Ledger
from tests.ui.screens.sample import Keys, board_at, pages_of, sample_ledger
from tests.ui.screens.stage import toasts, until

WIDE = (120, 36)
FORM = "https://www.linkedin.com/in/zoe-quill/edit/forms/recommendation/request/"


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
