"""The JSON of every command: its keys are a promise to scripts."""

import json
from datetime import date
from typing import Any

import pytest

from recco_tui.cli.documents import (
    alert_document,
    debt_document,
    import_document,
    review_document,
)
from recco_tui.core.agenda import agenda
from recco_tui.core.debts import debts
from recco_tui.core.import_outcome import outcome_of
from recco_tui.writing.review import review
from tests.core.scenes import JOHN, KATRINA, ended, received, scene
from tests.importing.import_model import Store, connection, export, text

CONTACT = (
    "id name kind relationship company position email url connected_on note pitch former_names "
    "pinned_on archived_on missing_since"
)
ASK = "id contact contact_id project focus text state open steps next next_on"
PROJECT = "id title kind started_on ended_on about members"
REQUEST = (
    "id contact contact_id kind asked_on answered_on due_on delivered_on declined_on note closed_on "
    "because"
)
TODAY = "action contact contact_id why since due until key project"
TEXT = (
    "id contact_id direction status on text company position project_id missing_since "
    "change_asked_on"
)
CHANGE = "id label made_at origin undone_at rows"

LISTS = {
    "board": "id name kind given received balance owe ask last_on next next_on url",
    "owed": "contact contact_id owe since why kind old quiet hidden",
    "today": TODAY,
    "contact list": CONTACT,
    "project list": PROJECT,
    "ask list": ASK,
    "request list": REQUEST,
    "recommendation list": f"contact {TEXT}",
    "moment list Katrina": "id contact contact_id kind text on project",
}


@pytest.mark.parametrize("command", LISTS)
def test_a_list_is_an_array_of_these_rows(sample, command: str) -> None:
    outcome = sample(*command.split(), "--json")
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.json
    for row in outcome.json:
        assert list(row) == LISTS[command].split()


CHANGES: dict[tuple[str, ...], str] = {
    ("contact", "add", "Ann Lee"): CONTACT,
    ("contact", "edit", "Katrina", "--company", "Acme"): CONTACT,
    ("contact", "merge", "Priya", "--into", "Katrina"): f"{CONTACT} kept dropped",
    ("project", "add", "App", "--ended", "yesterday", "--with", "Ann Lee"): f"{PROJECT} alerts",
    ("project", "end", "Inventory API", "--on", "yesterday"): f"{PROJECT} alerts",
    ("moment", "add", "Katrina", "fixed it"): "id contact contact_id kind text on project",
    ("meet", "add", "Katrina", "--on", "friday"): "id contact contact_id on company about",
    ("ask", "start", "Priya"): f"{ASK} warnings",
    ("ask", "mark", "Rodrigo", "linkedin"): ASK,
    ("request", "add", "Katrina", "--due", "next friday"): REQUEST,
    ("request", "deliver", "Noor"): REQUEST,
    ("promise", "Katrina"): REQUEST,
    ("snooze", "John Silva"): f"{TODAY} snoozed_until warning",
    ("dismiss", "John Silva"): TODAY,
}


@pytest.mark.parametrize("command", CHANGES, ids=" ".join)
def test_a_change_prints_what_it_made(sample, command: tuple[str, ...]) -> None:
    outcome = sample(*command, "--json")
    assert (outcome.status, outcome.err) == (0, "")
    assert list(outcome.json) == CHANGES[command].split()
    assert [list(change) for change in sample("log", "--json").json] == [CHANGE.split()]
    assert sample("undo", "--json").json[0]["undone_at"]


MANY: dict[tuple[str, ...], str] = {
    ("contact", "kind", "Katrina", "Priya", "peer"): CONTACT,
    ("contact", "pin", "Priya"): CONTACT,
    ("contact", "archive", "Priya"): CONTACT,
    ("contact", "square", "John Silva", "--because", "he asked not to"): CONTACT,
}


@pytest.mark.parametrize("command", MANY, ids=" ".join)
def test_a_change_of_several_prints_them_all(sample, command: tuple[str, ...]) -> None:
    outcome = sample(*command, "--json")
    assert (outcome.status, outcome.err) == (0, "")
    assert [list(row) for row in outcome.json] == [CONTACT.split()] * len(outcome.json)


EMPTY = ["board", "owed", "contact list", "project list", "ask list", "request list", "log"]


@pytest.mark.parametrize("command", EMPTY)
def test_an_empty_list_is_an_empty_array_and_fine(recco, command: str) -> None:
    outcome = recco(*command.split(), "--json")
    assert (outcome.status, outcome.out, outcome.err) == (0, "[]\n", "")


@pytest.mark.parametrize(
    "command", ["board --filter zzz", "contact list zzz", "recommendation list zzz"]
)
def test_a_search_that_finds_nothing_is_an_empty_array_and_status_1(sample, command: str) -> None:
    outcome = sample(*command.split(), "--json")
    assert (outcome.status, outcome.out) == (1, "[]\n")


@pytest.mark.parametrize("command", [*LISTS, "contact show Katrina", "ask show Rodrigo", "log"])
def test_every_list_has_lines_too(sample, command: str) -> None:
    outcome = sample(*command.split())
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out
    assert "\x1b" not in outcome.out


def _row(rows: list[dict[str, Any]], name: str) -> dict[str, Any]:
    return next(row for row in rows if row["name"] == name)


def test_the_board_says_how_things_stand(sample) -> None:
    rows = sample("board", "--json").json
    john = _row(rows, "John Silva")
    assert (john["balance"], john["owe"], john["next"]) == ("owe 1", 1, "write")
    rodrigo = _row(rows, "Rodrigo Pena")
    assert (rodrigo["ask"], rodrigo["next"]) == ("agreed", "request")
    assert rodrigo["url"].startswith("https://www.linkedin.com/in/")
    assert rows[0]["owe"] >= rows[-1]["owe"]


def test_an_open_ask_has_a_next_step_before_it_is_due(sample) -> None:
    sample("ask", "mark", "Rodrigo", "linkedin")
    rodrigo = _row(sample("board", "--json").json, "Rodrigo Pena")
    assert (rodrigo["next"], rodrigo["next_on"]) == ("nudge", "2026-11-30")


def test_the_whole_network_is_more_than_the_circle(sample) -> None:
    circle = {row["id"] for row in sample("board", "--json").json}
    everyone = {row["id"] for row in sample("board", "--all", "--json").json}
    assert circle < everyone


@pytest.mark.parametrize(
    "key", ["owe", "name", "kind", "given", "received", "ask", "last", "company"]
)
def test_sorting_keeps_everybody(sample, key: str) -> None:
    unsorted = sample("board", "--json").json
    ordered = sample("board", "--sort", key, "--json").json
    turned = sample("board", "--sort", key, "--reverse", "--json").json
    ids = sorted(row["id"] for row in unsorted)
    assert sorted(row["id"] for row in ordered) == ids
    assert sorted(row["id"] for row in turned) == ids
    assert ordered[0]["id"] != turned[0]["id"]


def test_today_in_lines_and_in_short_say_the_same_first_thing(sample) -> None:
    first = sample("today", "--json").json[0]
    assert sample("today").out.splitlines()[0].startswith(f"{first['action']} ")
    short = sample("today", "--short").out
    assert short.count("\n") == 1
    assert short.endswith(f"{first['action']} {first['contact']}\n")


def test_today_holds_back_and_shows_all_when_asked(sample) -> None:
    shown = sample("today").out.splitlines()
    assert shown[-1].startswith("and ")
    assert len(sample("today", "--all").out.splitlines()) == len(sample("today", "--json").json)


def test_a_snoozed_line_comes_back(sample) -> None:
    sample("snooze", "John Silva", "--days", "2")
    assert "John Silva" not in sample("today", "--all").out
    assert "John Silva" in sample("today", "--all", now="2026-11-25").out


def test_a_dismissed_line_stays_away_until_undone(sample) -> None:
    sample("dismiss", "John Silva", "--action", "write")
    assert "John Silva" not in sample("today", "--all", now="2027-01-25").out
    sample("undo")
    assert "John Silva" in sample("today", "--all").out
    assert sample("dismiss", "John Silva", "--action", "nudge").status == 1


def test_an_alert_as_a_document() -> None:
    (alert,) = agenda(scene(ended(2, KATRINA)))
    assert alert_document(alert) == {
        "action": "ask",
        "contact": "Katrina Moss",
        "contact_id": 2,
        "why": "Inventory API ended 2 days ago: fresh, best until Wed",
        "since": date(2026, 11, 21),
        "due": date(2026, 11, 24),
        "until": date(2026, 11, 25),
        "key": "a",
        "project": "Inventory API",
    }


def test_a_debt_as_a_document() -> None:
    (debt,) = debts(scene(received(JOHN, 52)))
    assert debt_document(debt) == {
        "contact": "John Silva",
        "contact_id": 1,
        "owe": 1,
        "since": date(2026, 10, 2),
        "why": "recommended you 52 days ago; nothing given back yet",
        "kind": "received",
        "old": True,
        "quiet": False,
        "hidden": 0,
    }


def test_an_import_as_a_document() -> None:
    ana, twin = connection("Ana Díaz", "ana"), connection("Ana Díaz", "zoë")
    plan = Store().plan(export(ana, twin, texts=(text("Ana Díaz"),), nameless=4))
    document = import_document(outcome_of(plan))
    tally = {"new": 0, "updated": 0, "unchanged": 0}
    assert document["contacts"] == tally | {"new": 3, "nameless": 4}
    assert document["recommendations"] == {"given": tally, "received": tally | {"new": 1}}
    assert (document["asks"], document["requests"]) == (tally, tally)
    assert (document["ignored"], document["files"]) == ([], [])
    (question,) = document["unsure"]  # type: ignore[misc]
    assert question["candidates"][1]["url"] == "https://www.linkedin.com/in/zo%C3%AB"
    assert question["candidates"][0]["connected_on"] == date(2020, 3, 4)


REVIEWED = "I worked with Leo at Acme. He listens well. Because of him we shipped on time. I recommend Leo."


def test_the_document_of_a_review() -> None:
    document = json.loads(json.dumps(review_document(review(REVIEWED))))
    assert list(document) == ["kind", "ready", "sentences", "counts", "missing", "findings"]
    assert document["kind"] == "recommendation"
    assert document["counts"] == {"sentences": 4, "words": 19, "characters": len(REVIEWED)}
    assert [set(s) for s in document["sentences"]] == [{"text", "parts", "cues"}] * 4


def test_findings_of_a_review_have_every_key() -> None:
    document = json.loads(json.dumps(review_document(review("He is good with tech."))))
    keys = {"rule", "severity", "sentence", "start", "end", "message", "suggestion"}
    assert document["findings"]
    assert all(set(finding) == keys for finding in document["findings"])
