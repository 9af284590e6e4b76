"""`recco share`: shown before it is written, and nothing in it that was not chosen."""

import json
from pathlib import Path

import pytest

from tests.drafts import open_draft


@pytest.fixture
def drafted(recco, tmp_path: Path):
    """A file with two contacts, and a draft for one of them."""
    from recco_tui.core.models import TextKind
    from recco_tui.ledger.ledger import Ledger

    recco("contact", "add", "Ann Lee", "--note", "shy")
    recco("contact", "add", "Bo Ray")
    with Ledger(tmp_path / "recco.db") as ledger:
        draft = open_draft(ledger, 1, TextKind.ASK)
        ledger.drafts.save(draft.id, "Hi Ann, would you recommend me?", "")
    return recco


def test_the_card_has_no_text_before_one_is_chosen(drafted) -> None:
    card = drafted("share", "--json").json
    assert (card["recco_card"], card["texts"]) == (1, [])
    assert "Ann" not in drafted("share").out
    shown = drafted("share", "--draft", "Ann Lee").out
    assert "Ask draft for Ann Lee\n  Hi Ann, would you recommend me?" in shown
    assert "shy" not in shown


def test_it_is_shown_before_it_is_written(drafted, tmp_path: Path) -> None:
    file = tmp_path / "card.json"
    refused = drafted("share", "--draft", "Ann Lee", "--json", str(file))
    assert (refused.status, file.exists()) == (1, False)
    assert "Hi Ann" in refused.out
    assert "--yes goes ahead" in refused.err
    done = drafted("share", "--draft", "Ann Lee", "--json", str(file), "--yes")
    assert done.out.endswith(f"Wrote {file}.\n")
    assert json.loads(file.read_text())["texts"][0]["name"] == "Ann Lee"
    assert file.stat().st_mode & 0o077 == 0


def test_a_received_text_is_in_it_only_by_its_number(drafted, tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text("Maria saved us.")
    drafted("recommendation", "add", "Bo Ray", "received", str(tmp_path / "text.txt"))
    assert "saved us" not in drafted("share").out
    assert (
        "Recommendation received from Bo Ray\n  Maria saved us."
        in drafted("share", "--text", "1").out
    )


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--draft", "Bo Ray"), "No draft for Bo Ray yet. w or a on the board starts one."),
        (("--draft", "Cy"), "Cy"),
        (("--text", "9"), "no longer exists"),
    ],
)
def test_what_is_not_there_is_said(drafted, words, sentence: str) -> None:
    refused = drafted("share", *words)
    assert (refused.status, refused.out) == (1, "")
    assert sentence in refused.err
