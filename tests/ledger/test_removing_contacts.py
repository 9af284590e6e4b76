"""A contact goes with all that is theirs, and undo brings back all of it, row by row."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from recco_tui.core.agenda import Action, Alert
from recco_tui.core.belongings import Belongings, counted, joined
from recco_tui.core.errors import NothingFound
from recco_tui.core.models import Channel, DebtKind, Direction, Joining, MomentKind, Step, TextKind
from recco_tui.ledger.ledger import Ledger
from recco_tui.ledger.store import Clock
from tests.drafts import open_draft
from tests.ledger.rows import content, loose_ends, opened
from tests.new_file import new_file

TODAY = date(2026, 11, 23)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """Ann Lee (#1) and Bo Ray (#2), each with something of everything."""
    with Ledger(new_file(tmp_path / "recco.db"), Clock(TODAY), "test") as opened:
        for name in ("Ann Lee", "Bo Ray"):
            filled(opened, opened.contacts.add(name).id)
        members = [Joining(contact_id=1, their_part="tests"), Joining(contact_id=2)]
        opened.projects.add("Inventory API", ended_on=TODAY, members=members)
        yield opened


def filled(ledger: Ledger, id_: int) -> None:
    text = ledger.recommendations.add(id_, Direction.RECEIVED, f"Careful and kind, number {id_}.")
    ledger.recommendations.rewrite(text.id, f"Careful, kind and quick, number {id_}.")
    ledger.recommendations.waive([id_], "even")
    ledger.recommendations.add(id_, Direction.GIVEN, f"Careful and quick, number {id_}.")
    ask = ledger.asks.start(id_, text=f"Would you write about our work, {id_}?")
    ledger.asks.mark(ask.id, Step.WARM, via=Channel.SLACK)
    for kind in DebtKind:
        ledger.requests.add(id_, kind)
    ledger.moments.add(id_, MomentKind.WIN, "Found the leak")
    ledger.meetings.add(id_, TODAY, "Acme")
    draft = open_draft(ledger, id_, TextKind.ASK, ask_id=ask.id)
    ledger.drafts.save(draft.id, f"First words to {id_}", "")
    ledger.drafts.keep_version(draft.id)
    ledger.drafts.save(draft.id, f"Other words to {id_}", "")
    ledger.drafts.finish(draft.id)
    open_draft(ledger, id_, TextKind.RECOMMENDATION, text="Begun")
    for named in (f"write:{id_}:r{text.id}", f"write:{id_}1:r1", f"goal:2026-11-0{id_}"):
        ledger.today.snooze(Alert(Action.WRITE, "", "w", named, 1), 3)


def found_by_search(ledger: Ledger) -> list[int]:
    return [one.contact_id for one in ledger.recommendations.filtered("careful")]


def test_all_that_is_theirs_goes_and_nothing_else(ledger: Ledger) -> None:
    before = content(ledger)
    ledger.contacts.remove([1])
    after = content(ledger)
    theirs = {table: [r for r in rows if r.get("contact_id") == 1] for table, rows in after.items()}
    assert not any(theirs.values())
    for table in (
        "recommendations",
        "asks",
        "requests",
        "moments",
        "meetings",
        "waivers",
        "drafts",
    ):
        assert len(after[table]) * 2 == len(before[table]) > 0
    assert len(after["ask_steps"]) * 2 == len(before["ask_steps"])
    assert len(after["recommendation_versions"]) * 2 == len(before["recommendation_versions"])
    gone = {row["alert"] for row in before["snoozes"]} - {row["alert"] for row in after["snoozes"]}
    assert gone == {"write:1:r1"}
    assert after["projects"] == before["projects"]
    assert [row["contact_id"] for row in after["project_members"]] == [2]
    assert loose_ends(ledger) == []


def test_no_table_that_names_contacts_is_forgotten(ledger: Ledger) -> None:
    """Also one that a later version adds."""
    with opened(ledger) as connection:
        ties = [
            (table, tie[2])
            for (table,) in connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table'"
            ).fetchall()
            for tie in connection.execute(f"PRAGMA foreign_key_list({table})")
        ]
        tables = {table for table, other in ties if other == "contacts"}
        assert len(tables) >= 7

        def without_rows() -> set[str]:
            rows = "SELECT 1 FROM {} WHERE contact_id = 1"
            return {t for t in tables if not connection.execute(rows.format(t)).fetchone()}

        assert without_rows() == set()
        ledger.contacts.remove([1])
        assert without_rows() == tables


def test_undo_and_redo_bring_back_and_take_away_every_row(ledger: Ledger) -> None:
    before = content(ledger)
    ledger.contacts.remove([1, 2])
    after = content(ledger)
    assert ledger.last_change
    assert ledger.last_change.label == (
        "removed Ann Lee and Bo Ray with 4 texts, 2 asks, 4 requests, 2 moments, 2 meetings, "
        "2 project memberships, 4 drafts and 2 waivers"
    )
    for _ in range(2):
        ledger.log.undo()
        assert content(ledger) == before
        ledger.log.redo()
        assert content(ledger) == after


def test_the_search_over_texts_follows(ledger: Ledger) -> None:
    before = found_by_search(ledger)
    assert set(before) == {1, 2}
    ledger.contacts.remove([1])
    assert set(found_by_search(ledger)) == {2}
    ledger.log.undo()
    assert sorted(found_by_search(ledger)) == sorted(before)


def test_an_answer_of_an_import_that_meant_them_is_forgotten(ledger: Ledger) -> None:
    with opened(ledger) as connection:
        connection.executemany(
            "INSERT INTO import_answers (question, answer) VALUES (?, ?)",
            [("Ann Lee", "#1"), ("Bo Ray", "#2"), ("Cy Oh", "cy-oh"), ("Dee", "#11")],
        )
    ledger.contacts.remove([1])
    assert [row["answer"] for row in content(ledger)["import_answers"]] == ["#2", "cy-oh", "#11"]


def test_a_draft_for_someone_else_stays_though_its_ask_goes(ledger: Ledger) -> None:
    ask = ledger.asks.of(1)[0]
    draft = open_draft(ledger, 2, TextKind.ASK, ask_id=ask.id)
    ledger.contacts.remove([1])
    assert ledger.drafts.get(draft.id).ask_id is None
    ledger.log.undo()
    assert ledger.drafts.get(draft.id).ask_id == ask.id


def test_of_several_one_of_whom_is_gone_none_goes(ledger: Ledger) -> None:
    before = content(ledger)
    with pytest.raises(NothingFound):
        ledger.contacts.remove([1, 99])
    assert content(ledger) == before


def test_the_day_goes_on_without_them(ledger: Ledger) -> None:
    ledger.contacts.remove([1])
    assert {alert.contact_id for alert in ledger.today.alerts()} <= {2, None}
    assert [row.id for row in ledger.board.everyone()] == [2]


@pytest.mark.parametrize(
    ("belongings", "words"),
    [
        (Belongings(), ""),
        (Belongings(texts=1), "1 text"),
        (Belongings(asks=1, drafts=2), "1 ask and 2 drafts"),
        (Belongings(2, 1, 0, 3), "2 texts, 1 ask and 3 moments"),
    ],
)
def test_what_would_go_is_said_in_words(belongings: Belongings, words: str) -> None:
    assert joined(counted(belongings)) == words
