"""The sample people: the story around the fictional export, read from `sample_data/story.json`."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from recco_tui.core.models import Channel, DebtKind, MomentKind, ProjectKind, Step
from recco_tui.core.relationships import Kind, Relationship
from recco_tui.core.story import (
    Story,
    StoryAsk,
    StoryDebt,
    StoryMember,
    StoryMoment,
    StoryPerson,
    StoryProject,
    StoryStep,
    StoryWaiver,
)

JsonRow = dict[str, Any]


def read_story(file: Path) -> Story:
    """The story; it ships with recco, so a fault in it is a fault of recco's own."""
    told = json.loads(file.read_text(encoding="utf-8"))
    return Story(
        exported=date.fromisoformat(told["exported"]),
        people=tuple(map(_person, told["people"])),
        projects=tuple(map(_project, told["projects"])),
        moments=tuple(map(_moment, told["moments"])),
        asks=tuple(map(_ask, told["asks"])),
        debts=tuple(
            [_debt(row, DebtKind.REQUEST, "asked_on") for row in told["requests"]]
            + [_debt(row, DebtKind.PROMISE, "made_on") for row in told["promises"]]
        ),
        waivers=tuple(StoryWaiver(row["contact"], row["because"]) for row in told["waived"]),
    )


def _person(row: JsonRow) -> StoryPerson:
    return StoryPerson(
        name=row["name"],
        kind=Kind(row["kind"]),
        relationship=Relationship(row["relationship"]) if row.get("relationship") else None,
        pinned=row.get("pinned", False),
        new=row.get("new", False),
    )


def _project(row: JsonRow) -> StoryProject:
    return StoryProject(
        title=row["title"],
        kind=ProjectKind(row["kind"]),
        started=row["started"],
        ended=row["ended"],
        about=row["about"],
        members=tuple(
            StoryMember(m["name"], m["their_part"], m["my_part"]) for m in row["members"]
        ),
    )


def _moment(row: JsonRow) -> StoryMoment:
    kind = MomentKind(row["kind"])
    return StoryMoment(row["contact"], kind, row["text"], row["on"], row["project"])


def _ask(row: JsonRow) -> StoryAsk:
    return StoryAsk(
        contact=row["contact"],
        project=row.get("project"),
        focus=row.get("focus", ""),
        from_export=row.get("from_export", False),
        steps=tuple(
            StoryStep(
                Step(step["step"]),
                step["on"],
                Channel(step["via"]) if step.get("via") else None,
                step.get("because", ""),
            )
            for step in row["steps"]
        ),
    )


def _debt(row: JsonRow, kind: DebtKind, began: str) -> StoryDebt:
    answered = row.get("answered_on")
    return StoryDebt(row["contact"], kind, row[began], answered, row["due"], row.get("note", ""))
