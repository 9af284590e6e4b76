from datetime import date

import pytest

from recco_tui.core.models import Channel
from recco_tui.ui.dialogs.hand_over import HandedOver, HandOver

TODAY = date(2026, 11, 23)
PAGE = "https://www.linkedin.com/in/ann"


@pytest.fixture
def done() -> list[tuple[str, str]]:
    return []


@pytest.fixture
def make(done):
    def copy(text: str) -> str:
        done.append(("copied", text))
        return "Sent to the clipboard."

    def open_page(url: str) -> bool:
        done.append(("opened", url))
        return True

    def write(text: str) -> str:
        done.append(("written", text))
        return "Saved to ann.txt."

    def build(text="Hi [b]Ann[/x]", url=PAGE, **changed):
        options = {
            "via": Channel.DISCORD,
            "copy": copy,
            "open_page": open_page,
            "write": write,
        }
        return lambda: HandOver("To Ann", text, url, TODAY, **{**options, **changed})

    return build


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        ("y", HandedOver(True, Channel.DISCORD, TODAY)),
        ("n", HandedOver(False, Channel.DISCORD, TODAY)),
        ("escape", None),
        ("2 y", HandedOver(True, Channel.EMAIL, TODAY)),
        ("7 o c y", HandedOver(True, Channel.DISCORD, TODAY)),
        ("enter space", "still open"),
    ],
)
def test_only_y_says_sent(meet, make, keys, answer) -> None:
    assert meet(make(), keys).answer == answer


def test_the_text_is_copied_at_once_and_again_and_the_page_opened(
    meet, shown_by, make, done
) -> None:
    def copied(app, pilot) -> None:
        assert "✓ Sent to the clipboard." in shown_by(app)

    met = meet(make(), copied, "c o")
    assert done == [("copied", "Hi [b]Ann[/x]")] * 2 + [("opened", PAGE)]
    assert "✓ Opening the page" in met.shown


def test_the_text_is_written_to_a_file_which_is_said(meet, make, done) -> None:
    met = meet(make(), "w")
    assert done[-1] == ("written", "Hi [b]Ann[/x]")
    assert "Saved to ann.txt." in met.shown


def test_a_page_that_may_not_be_opened_is_said(meet, make) -> None:
    assert "Not opened" in meet(make(open_page=lambda _: False), "o").shown


@pytest.mark.parametrize(
    ("steps", "on"),
    [
        (("d", "=yesterday", "enter", "y"), date(2026, 11, 22)),
        (("d", "=2026-11-02", "escape", "y"), date(2026, 11, 2)),
    ],
)
def test_another_day_can_be_said(meet, make, steps, on) -> None:
    assert meet(make(), *steps).answer == HandedOver(True, Channel.DISCORD, on)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [("=tomorrow", "in the future"), ("=blue", "is not a date")],
)
def test_no_day_to_come_or_unreadable_is_recorded(meet, make, typed, sentence) -> None:
    met = meet(make(), "d", typed, "enter", "y")
    assert met.answer == "still open"
    assert sentence in " ".join(met.shown.split())


def test_letters_typed_as_a_day_answer_nothing(meet, make) -> None:
    assert meet(make(), "d y y n y").answer == "still open"


def test_without_channels_the_given_one_stays(meet, make) -> None:
    met = meet(make(channels=(), via=Channel.LINKEDIN), "1 y")
    assert met.answer.via == Channel.LINKEDIN
    assert "via" not in meet(make(channels=())).shown


def test_only_the_channels_offered_have_keys(meet, make) -> None:
    few = (Channel.SLACK, Channel.TEXT)
    assert meet(make(channels=few, via=Channel.SLACK), "2 3 y").answer.via == Channel.TEXT


def test_without_an_address_no_page_is_offered_but_the_address_is_asked_for(
    meet, make, done
) -> None:
    met = meet(make(url=""), "o O")
    assert "Open page" not in met.shown
    assert "Their texts" not in met.shown
    assert "Address" in met.shown
    assert [what for what, _ in done] == ["copied"]
    assert meet(make(url=""), "2 e").answer == HandedOver(False, Channel.EMAIL, TODAY, True)


def test_beside_the_form_their_recommendations_are_one_key_away(meet, make, done) -> None:
    met = meet(make(recommendations=f"{PAGE}/details/recommendations/"), "O e")
    assert done[-1] == ("opened", f"{PAGE}/details/recommendations/")
    assert "Address" not in met.shown
    assert met.answer == "still open"


def test_the_text_can_be_kept_in_a_file_where_that_is_offered(meet, make, done) -> None:
    def write(text: str) -> str:
        done.append(("written", text))
        return "Saved to recco-to-ann.txt."

    assert "Saved to recco-to-ann.txt." in meet(make(write=write), "w").shown
    assert ("written", "Hi [b]Ann[/x]") in done
    assert "To a file" not in meet(make(), "w").shown


def test_the_question_stays_in_sight_below_a_long_text(meet, make) -> None:
    met = meet(make("A sentence. " * 400), "pagedown j j", size=(60, 20))
    assert "Sent?" in met.shown
    assert "A sentence." in met.shown
