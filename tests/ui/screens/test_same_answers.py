"""A question asked on the screen and on the command line has one answer."""

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from recco_tui.cli.main import run
from recco_tui.core.models import (
    Channel,
    DebtKind,
    Direction,
    Joining,
    MomentKind,
    Status,
    Step,
    TextKind,
)
from recco_tui.core.relationships import KNOWN_KINDS, Kind
from recco_tui.ledger.ledger import Ledger
from recco_tui.ui.screens.ask_composer import AskComposer
from recco_tui.ui.screens.contact import ContactScreen
from recco_tui.ui.screens.editor import EditorScreen, RecommendationEditor
from tests.ui.screens.stage import text_at, until_screen

ASK = (
    "Hi Ana, it was great working with you on the Pantry Map this year. "
    "Would you write me a short recommendation about the way I tested the map? "
    "Only if you have the time, and no worries if not. Thank you!"
)
TEXT = (
    "I worked alongside Ana on the Pantry Map. She debugged the flaky login tests and explained "
    "complex logic clearly. Because of her fix, our builds went from forty minutes to ten. "
    "I would recommend Ana to any team."
)


def _printed(ledger: Ledger, capfd: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What a command prints, on the ledger's file and day."""
    capfd.readouterr()
    run(["--db", str(ledger.path), "--now", ledger.day.isoformat(), *arguments])
    return capfd.readouterr().out


@pytest.fixture
def command(ledger: Ledger, capfd: pytest.CaptureFixture[str]) -> Callable[..., Any]:
    """What a command answers with --json, which is added where it is not named."""

    def answer(*arguments: str) -> Any:
        added = () if "--json" in arguments else ("--json",)
        return json.loads(_printed(ledger, capfd, *arguments, *added))

    return answer


# -- what a text is compared with --------------------------------------------------------------------


def _an_unfinished_ask(ledger: Ledger, other: int) -> None:
    draft = ledger.drafts.begin(other, TextKind.ASK)
    ledger.drafts.keep(draft, ASK.replace("Ana", "Ben"), "")


def _a_started_ask(ledger: Ledger, other: int) -> None:
    ledger.asks.start(other, text=ASK.replace("Ana", "Ben"))


def _an_unfinished_recommendation(ledger: Ledger, other: int) -> None:
    draft = ledger.drafts.begin(other, TextKind.RECOMMENDATION)
    ledger.drafts.keep(draft, TEXT.replace("Ana", "Ben"), "")


def _a_given_recommendation(ledger: Ledger, other: int) -> None:
    ledger.recommendations.add(other, Direction.GIVEN, TEXT.replace("Ana", "Ben"))


def _nothing(_ledger: Ledger, _other: int) -> None:
    pass


@pytest.mark.parametrize(
    ("written_before", "kind", "text", "rule"),
    [
        (_an_unfinished_ask, TextKind.ASK, ASK, "copied"),
        (_a_started_ask, TextKind.ASK, ASK, "copied"),
        (_an_unfinished_recommendation, TextKind.RECOMMENDATION, TEXT, "repeated"),
        (_a_given_recommendation, TextKind.RECOMMENDATION, TEXT, "repeated"),
        (_an_unfinished_ask, TextKind.RECOMMENDATION, TEXT, ""),
        (_nothing, TextKind.RECOMMENDATION, TEXT.replace("Ana", "Zed"), "wrong-name"),
    ],
)
def test_the_editor_and_the_check_find_the_same(
    play, ledger: Ledger, command, tmp_path: Path, written_before, kind, text: str, rule: str
) -> None:
    ana, ben = (ledger.contacts.add(name) for name in ("Ana Lima", "Ben Osei"))
    ledger.contacts.add("Zed Quill")  # nothing has happened with Zed: only the name is known
    written_before(ledger, ben.id)
    draft = ledger.drafts.begin(ana.id, kind, text=text)
    shown: list[dict[str, Any]] = []

    async def script(app, pilot) -> None:
        await until_screen(app, pilot, "BoardScreen")
        asked = AskComposer if kind is TextKind.ASK else RecommendationEditor
        app.push_screen(asked(ledger, draft))
        await until_screen(app, pilot, asked.__name__)
        screen = app.screen
        assert isinstance(screen, EditorScreen)
        shown.extend((str(f.rule), f.start, f.end, f.message) for f in screen.review.findings)

    play(script)
    file = tmp_path / "text.txt"
    file.write_text(text, encoding="utf-8")
    asking = ["--ask"] if kind is TextKind.ASK else []
    found = command("check", str(file), "--to", "Ana Lima", *asking)["findings"]
    assert [(f["rule"], f["start"], f["end"], f["message"]) for f in found] == shown
    assert {"copied", "repeated", "wrong-name"} & {rule for rule, *_ in shown} == {rule} - {""}


# -- what is still owed ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "given", "mark", "is_open"),
    [
        (10, None, "", True),
        (10, 9, "", True),
        (10, 10, "", False),
        (10, 20, "", False),
        (10, None, "deliver", False),
        (10, None, "decline", False),
    ],
)
def test_a_request_is_open_on_every_screen_and_in_every_command_or_in_none(
    play, ledger: Ledger, command, asked: int, given: int | None, mark: str, is_open: bool
) -> None:
    ana = ledger.contacts.add("Ana Lima")
    if given is not None:
        ledger.recommendations.add(ana.id, Direction.GIVEN, TEXT, on=date(2026, 11, given))
    # Noted after the text was given: nothing has marked it as delivered.
    request = ledger.requests.add(ana.id, DebtKind.REQUEST, asked_on=date(2026, 11, asked))
    if mark:
        getattr(ledger.requests, mark)(request.id)
    shown: dict[str, bool] = {}

    async def script(app, pilot) -> None:
        await until_screen(app, pilot, "BoardScreen")
        row = next(row for row in ledger.board.circle() if row.id == ana.id)
        shown["board"] = row.debts == 1
        app.push_screen(ContactScreen(ana.id))
        await until_screen(app, pilot, "ContactScreen")
        shown["contact"] = "next step" in text_at(app, "#contact")

    play(script)
    shown["request list"] = bool(command("request", "list"))
    shown["owed"] = bool(command("owed"))
    shown["board --filter"] = bool(command("board", "--filter", "debt"))
    shown["today"] = "answer" in {alert["action"] for alert in command("today")}
    assert shown == dict.fromkeys(shown, is_open)


# -- what happened with a person ---------------------------------------------------------------------


def test_a_person_s_timeline_is_the_same_in_the_pane_and_in_contact_show(
    play, ledger: Ledger, capfd: pytest.CaptureFixture[str]
) -> None:
    ana = ledger.contacts.add("Ana Lima")
    november = [date(2026, 11, day) for day in range(1, 20)]
    ledger.recommendations.add(ana.id, Direction.RECEIVED, "Kind.", on=november[0])
    ledger.recommendations.add(
        ana.id, Direction.RECEIVED, "Kinder.", on=november[0], status=Status.HIDDEN
    )
    ledger.recommendations.waive([ana.id], "paid for lunch")
    ledger.projects.add("Pantry Map", ended_on=november[1], members=[Joining(contact_id=ana.id)])
    ledger.moments.add(ana.id, MomentKind.WIN, "fixed the login", on=november[2])
    ledger.moments.add(ana.id, MomentKind.FEEDBACK, "liked the talk", on=november[2])
    request = ledger.requests.add(ana.id, asked_on=november[3], note="for the job at Brightwater")
    ledger.requests.answer(request.id, on=november[4])
    ledger.requests.decline(request.id, on=november[5], because="no time")
    ask = ledger.asks.start(ana.id, on=november[6])
    ledger.asks.mark(ask.id, Step.WARM, via=Channel.SLACK, on=november[7])
    ledger.asks.mark(ask.id, Step.DECLINED, because="too busy", on=november[8])
    draft = ledger.drafts.begin(ana.id, TextKind.RECOMMENDATION)
    ledger.drafts.keep(draft, "Ana is", "")
    shown: list[str] = []

    async def script(app, pilot) -> None:
        await until_screen(app, pilot, "BoardScreen")
        app.push_screen(ContactScreen(ana.id))
        await until_screen(app, pilot, "ContactScreen")
        dated = re.compile(r"^\W*(?:\d{1,2} Nov|Nov \d{1,2}) +(\S.*)", re.MULTILINE)
        shown.extend(dated.findall(text_at(app, "#contact")))

    play(script, (140, 50))
    dated = re.compile(r"^ +2026-11-\d\d +(\S.*?) +[a-z]+ #\d+$", re.MULTILINE)
    printed = dated.findall(_printed(ledger, capfd, "contact", "show", "#1"))
    assert len(printed) == 13
    assert [" ".join(line.split()) for line in printed] == [" ".join(one.split()) for one in shown]


# -- who counts for which kind, and the numbers ------------------------------------------------------


def test_insights_say_the_same_on_the_screen_in_the_command_and_in_the_header(
    play, ledger: Ledger, command, capfd: pytest.CaptureFixture[str]
) -> None:
    ledger.settings.set("one_of_each", "2")
    ben = ledger.contacts.add("Ben Osei", kind=Kind.PEER)
    ledger.recommendations.add(ben.id, Direction.RECEIVED, "Kind and patient.")
    ledger.recommendations.add(ben.id, Direction.GIVEN, TEXT)
    for name in ("Cy Moss", "Di Pena"):
        ledger.requests.add(ledger.contacts.add(name).id)
    ledger.contacts.add("Mia Stone", kind=Kind.MANAGER)  # nothing has happened with her yet
    shown: dict[str, str] = {}

    async def script(app, pilot) -> None:
        await until_screen(app, pilot, "BoardScreen")
        await pilot.press("6")
        await until_screen(app, pilot, "InsightsScreen")
        for part in ("each", "counted", "words", "header"):
            shown[part] = text_at(app, f"#{part}")

    play(script, (120, 40))
    answer = command("insights")
    kinds = {one["kind"]: one for one in answer["kinds"]}
    assert "✗ 1 of 2" in shown["each"]
    assert (kinds["peer"]["have"], kinds["peer"]["wanted"], kinds["peer"]["missing"]) == (
        1,
        2,
        True,
    )
    assert "Mia Stone" in shown["each"]
    assert kinds["manager"]["could"] == ["Mia Stone"]
    assert "owe 2" in shown["counted"]
    assert "owe 2" in shown["header"]
    assert answer["balance"]["owe"] == len(command("owed")) == 2
    assert "No texts yet." not in shown["words"]
    assert answer["texts"] == 1
    printed = _printed(ledger, capfd, "insights")
    assert "peer     1 of 2" in printed
    assert "manager  0 of 2  you could ask Mia Stone" in printed


@pytest.mark.parametrize("wanted", [0, 1, 2])
def test_the_same_kinds_are_missing_wherever_recco_names_them(
    play, ledger: Ledger, command, wanted: int
) -> None:
    ledger.settings.set("one_of_each", str(wanted))
    for kind in KNOWN_KINDS:
        contact = ledger.contacts.add(f"Mia {kind.value.title()}", kind=kind)
        if kind is not Kind.CLIENT:
            ledger.recommendations.add(contact.id, Direction.RECEIVED, "Kind and patient.")
    missing = {one["kind"] for one in command("insights")["kinds"] if one["missing"]}
    assert missing == (set(), {"client"}, {"peer", "manager", "mentor", "client"})[wanted]
    assert {one.kind.value for one in ledger.today.shortlist() if one.is_missing} == missing
    hints = [alert for alert in command("today") if alert["action"] == "missing-kind"]
    assert bool(hints) == bool(missing)
    if wanted:
        assert [one["contact"] for one in hints] == ["Mia Client"]
    shown: list[str] = []

    async def script(app, pilot) -> None:
        await until_screen(app, pilot, "BoardScreen")
        await pilot.press("6")
        await until_screen(app, pilot, "InsightsScreen")
        shown.append(str(app.screen.query_one("#each").border_title))

    play(script)
    assert shown == [f"One of each · {f'{len(missing)} missing' if missing else 'all'}"]


# -- what a filter finds -----------------------------------------------------------------------------


def test_a_filter_of_people_finds_the_same_on_the_board_and_in_the_commands(
    play, ledger: Ledger, command
) -> None:
    for name, kind in (("Ana Lima", Kind.PEER), ("Ben Peers", Kind.MENTOR), ("Cy Moss", Kind.PEER)):
        ledger.contacts.add(name, kind=kind)
    ledger.requests.add(1)
    typed_before = ["peer", "-peer", "kind:peer", '"peer"', "owe", "-owe", "lima peer"]
    shown: dict[str, set[str]] = {typed: set() for typed in typed_before}

    async def script(app, pilot) -> None:
        await until_screen(app, pilot, "BoardScreen")
        await pilot.press("A", "slash")
        for typed in shown:
            app.screen.query_one("#filter").value = typed
            await pilot.pause()
            shown[typed] = {row.name for row in app.screen.table.entries}

    play(script)
    assert shown["peer"] == {"Ana Lima", "Ben Peers", "Cy Moss"}
    assert shown["-peer"] == set()
    for typed, names in shown.items():
        assert {row["name"] for row in command("board", "--all", f"--filter={typed}")} == names
        assert {row["name"] for row in command("contact", "list", "--json", "--", typed)} == names


def test_a_filter_of_texts_finds_the_same_on_the_screen_and_in_the_command(
    play, ledger: Ledger, command
) -> None:
    for name, kind, text in (
        ("Ana Lima", Kind.MENTOR, "Calm under pressure."),
        ("Ben Osei", Kind.PEER, "A mentor to us all, never calm."),
        ("Cy Moss", Kind.PEER, "Kind."),
    ):
        ledger.recommendations.add(
            ledger.contacts.add(name, kind=kind).id, Direction.RECEIVED, text
        )
    ledger.contacts.archive([ledger.contacts.find("Cy Moss").id])
    typed_before = ["", "mentor", "-mentor", "from:ana", "-from:ana", '"under pressure"', "calm"]
    shown: dict[str, list[str]] = {typed: [] for typed in typed_before}

    async def script(app, pilot) -> None:
        await until_screen(app, pilot, "BoardScreen")
        await pilot.press("4")
        await until_screen(app, pilot, "TextsScreen")
        for typed in shown:
            app.screen.query_one("#search").value = typed
            await pilot.pause()
            shown[typed] = [one.text for one in app.screen.query_one("#texts").entries]

    play(script)
    assert len(shown["mentor"]) == 2
    assert shown["-mentor"] == []
    assert len(shown["-from:ana"]) == len(shown['"under pressure"']) == 1
    for typed, texts in shown.items():
        assert [
            one["text"] for one in command("recommendation", "list", "--json", "--", typed)
        ] == texts


def test_the_same_words_find_asks_and_projects_on_the_screens_and_in_the_commands(
    play, ledger: Ledger, command
) -> None:
    for name, kind, title in (
        ("Ana Lima", Kind.MENTOR, "Pantry Map"),
        ("Ben Osei", Kind.PEER, "Inventory API"),
    ):
        contact = ledger.contacts.add(name, kind=kind, company=f"{title} Labs")
        project = ledger.projects.add(title, members=[Joining(contact_id=contact.id)])
        ledger.asks.start(contact.id, project_id=project.id)
    typed_before = ["", "mentor", "-mentor", "ana", "-peer", "pantry", "company:labs", "drafted"]
    asks: dict[str, set[str]] = {typed: set() for typed in typed_before}
    projects: dict[str, set[str]] = {typed: set() for typed in typed_before}

    async def script(app, pilot) -> None:
        await until_screen(app, pilot, "BoardScreen")
        await pilot.press("3", "slash")
        await until_screen(app, pilot, "AsksScreen")
        for typed in asks:
            app.screen.query_one("#search").value = typed
            await pilot.pause()
            entries = app.screen.query_one("#asks").entries
            asks[typed] = {entry.contact.name for entry in entries if entry.contact}
        await pilot.press("escape", "2", "slash")
        await until_screen(app, pilot, "ProjectsScreen")
        for typed in projects:
            app.screen.query_one("#search").value = typed
            await pilot.pause()
            projects[typed] = {one.title for one in app.screen.query_one("#projects").entries}

    play(script)
    assert asks["mentor"] == asks["-peer"] == asks["ana"] == asks["pantry"] == {"Ana Lima"}
    assert projects["mentor"] == projects["ana"] == {"Pantry Map"}
    for typed in typed_before:
        found = command("ask", "list", "--json", "--", typed)
        assert {one["contact"] for one in found} == asks[typed]
        found = command("project", "list", "--json", "--", typed)
        assert {one["title"] for one in found} == projects[typed]
