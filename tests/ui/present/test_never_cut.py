"""A date or a number is there whole or not at all: half of one reads as another one."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from recco_tui.core.card import Card, CardAsk, CardStep
from recco_tui.core.classroom import ClassMember, Classroom, Role, Student, student_lines
from recco_tui.core.export import ExportedWork, RowPlace
from recco_tui.core.import_plan import ImportPlan, NewestImports
from recco_tui.core.models import (
    Ask,
    AskState,
    AskStep,
    BoardRow,
    Contact,
    ContactPage,
    Moment,
    MomentKind,
    Step,
)
from recco_tui.core.policy import Policy
from recco_tui.core.relationships import Kind
from recco_tui.core.when import DateStyle, short_date, use_date_style
from recco_tui.importing.places import FoundFile
from recco_tui.ui.present.asks import date_cells, step_line
from recco_tui.ui.present.board import facts_of
from recco_tui.ui.present.classroom import student_row
from recco_tui.ui.present.editor import fact_line
from recco_tui.ui.present.editor import facts_of as facts_beside
from recco_tui.ui.present.importing import preview_line, preview_rows
from recco_tui.ui.present.insights import word_lines
from recco_tui.ui.present.spans import Line
from recco_tui.ui.screens.path_chooser import found_line
from recco_tui.ui.widgets.network_table import NetworkTable
from tests.ui.pilot import Stage, drive, lines
from tests.ui.snapshots.shots import HERE

TODAY = date(2026, 1, 4)
LAST_YEAR = date(2025, 12, 22)
NAME = "Maximiliana Featherstonehaugh-Cholmondeley"


@pytest.fixture(params=DateStyle)
def style(request: pytest.FixtureRequest) -> Iterator[None]:
    use_date_style(request.param)
    yield
    use_date_style(DateStyle.DAY_FIRST)


def text(line: Line) -> str:
    return "".join(span.text for span in line)


@pytest.mark.usefixtures("style")
def test_the_day_of_a_note_beside_the_draft() -> None:
    note = Moment(1, 1, MomentKind.FEEDBACK, "praised the weekly report " * 3, LAST_YEAR)
    (fact,) = facts_beside(ContactPage(Contact(1, NAME), moments=(note,)), TODAY)
    assert short_date(LAST_YEAR, TODAY) in text(fact_line(fact, 30))


@pytest.mark.usefixtures("style")
def test_the_day_of_a_step() -> None:
    first = AskStep(1, Step.LINKEDIN, LAST_YEAR, because="asked in person " * 4)
    steps = (first, AskStep(2, Step.RECEIVED, TODAY))
    drawn = [text(step_line(step, TODAY, 34, date_cells(steps, TODAY))) for step in steps]
    assert all(short_date(step.on, TODAY) in line for step, line in zip(steps, drawn, strict=True))
    assert drawn[0].index("LinkedIn") == drawn[1].index("received")


@pytest.mark.usefixtures("style")
def test_the_day_of_a_file_with_a_long_name() -> None:
    file = FoundFile(Path("/home/ann") / f"{NAME * 3}.zip", LAST_YEAR, 3_400_000)
    for width in (60, 76, 120):
        assert f" {short_date(LAST_YEAR, TODAY)}" in text(found_line(file, width, TODAY, None))


@pytest.mark.usefixtures("style")
def test_how_long_a_student_is_stuck() -> None:
    asks = (CardAsk(AskState.WARM, (CardStep(Step.WARM, LAST_YEAR),)),)
    student = Student(ClassMember(1, NAME, Role.STUDENT), Card(NAME, TODAY, asks=asks))
    (line,) = student_lines(Classroom("Spring", (student,), (), ()), TODAY, Policy())
    assert " 13 d " in text(student_row(line, TODAY, 76)) + " "


def test_from_when_to_when_a_position_was() -> None:
    work = ExportedWork(
        f"Front Office Supervisor at {NAME} & Sons",
        True, date(2020, 10, 1), date(2023, 3, 1), "", RowPlace("Positions.csv", 2),
    )  # fmt: skip
    (row,) = preview_rows(ImportPlan(TODAY, NewestImports(), offers=(work,)), frozenset())
    for width in (60, 74, 110):
        assert text(preview_line(row, width)).endswith(", 10/2020 to 3/2023 (position)")
    assert row.words == f"{work.title}, 10/2020 to 3/2023 (position)"


def test_in_how_many_texts_a_word_is() -> None:
    drawn = [text(line) for line in word_lines([("team", 1_234), ("clear", 7)], 1_500, 50)]
    assert "1,234" in drawn[1]
    assert drawn[1].index("1,234") + 5 == drawn[2].index("7") + 1


@pytest.mark.parametrize("width", [60, 70, 76, 90, 110])
def test_how_long_an_ask_waits(width: int) -> None:
    days = (0, 8, 52, 99, 400)
    rows = [
        BoardRow(
            id_, NAME, Kind.PEER, "", 0, 1, 0, False, True, None,
            ask=Ask(id_, id_, (AskStep(1, Step.LINKEDIN, TODAY - timedelta(days=ago)),)),
        )
        for id_, ago in enumerate(days, 1)
    ]  # fmt: skip
    table = NetworkTable(lambda row: facts_of(row, TODAY))
    table.set_rows(rows)

    async def script(pilot: Pilot[None]) -> None:
        await pilot.pause()
        drawn = "\n".join(lines(table))
        assert "requested" in drawn
        assert "8 d" in drawn
        assert not re.search(r"\d ?…", drawn)

    drive(Stage([table]), script, size=(width, 12))


def test_nothing_of_the_kind_is_on_the_screens_as_they_were_last_looked_at() -> None:
    cut = [
        f"{file.relative_to(HERE)}: {line.strip()}"
        for file in sorted(HERE.glob("*/*.txt"))
        for line in file.read_text(encoding="utf-8").splitlines()
        if re.search(r"\d ?…", line)
    ]
    assert cut == []
