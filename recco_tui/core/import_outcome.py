"""What an import comes to: counts and remarks that are shown, and remembered for the next time."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from recco_tui.core.export import FileRead, Ignored
from recco_tui.core.import_plan import (
    Absence,
    Candidate,
    ImportCounts,
    ImportPlan,
    PersonQuestion,
    Tally,
    remarks_on,
)

_TALLIES = ("contacts", "given", "received", "asks", "requests")


class ImportOutcome(NamedTuple):
    """The part of a plan that people and scripts read; `offers` is how much work is offered.

    `gone` connections and `gone_texts` are marked, never deleted. `absence` is of an open question.
    """

    exported_on: date
    counts: ImportCounts
    unsure: tuple[PersonQuestion, ...] = ()
    ignored: tuple[Ignored, ...] = ()
    warnings: tuple[str, ...] = ()
    files: tuple[FileRead, ...] = ()
    offers: int = 0
    gone: int = 0
    gone_texts: int = 0
    absence: Absence = Absence()

    @property
    def remarks(self) -> tuple[str, ...]:
        """What was read with a doubt, and who is missing."""
        return remarks_on(self.warnings, self.absence, self.gone)

    @property
    def brought(self) -> int:
        """How many rows are new or changed."""
        tallies = [getattr(self.counts, name) for name in _TALLIES]
        return sum(tally.new + tally.updated for tally in tallies)

    @property
    def is_of_no_one(self) -> bool:
        """Whether no row tells of anybody."""
        return not any(any(getattr(self.counts, name)) for name in _TALLIES)


def outcome_of(plan: ImportPlan) -> ImportOutcome:
    """What this plan comes to."""
    return ImportOutcome(
        plan.exported_on,
        plan.counts,
        plan.unsure,
        plan.ignored,
        plan.warnings,
        plan.files,
        len(plan.offers),
        plan.gone,
        len(plan.missing_recommendations),
        plan.absence,
    )


def combined(outcomes: Sequence[ImportOutcome]) -> ImportOutcome:
    """Several exports as one: counts added, lists joined, each question once."""
    tallies: dict[str, Any] = {
        name: _sum([getattr(outcome.counts, name) for outcome in outcomes]) for name in _TALLIES
    }
    questions = {question.key: question for outcome in outcomes for question in outcome.unsure}
    return ImportOutcome(
        exported_on=outcomes[-1].exported_on,
        counts=ImportCounts(
            nameless=sum(outcome.counts.nameless for outcome in outcomes), **tallies
        ),
        unsure=tuple(questions.values()),
        ignored=tuple(row for outcome in outcomes for row in outcome.ignored),
        warnings=tuple(warning for outcome in outcomes for warning in outcome.remarks),
        files=tuple(file for outcome in outcomes for file in outcome.files),
        offers=sum(outcome.offers for outcome in outcomes),
        gone=sum(outcome.gone for outcome in outcomes),
        gone_texts=sum(outcome.gone_texts for outcome in outcomes),
    )


def _sum(tallies: Sequence[Tally]) -> Tally:
    return Tally(
        new=sum(tally.new for tally in tallies),
        updated=sum(tally.updated for tally in tallies),
        unchanged=sum(tally.unchanged for tally in tallies),
    )


def again(outcome: ImportOutcome) -> ImportOutcome:
    """What the same files come to when nothing has happened since: every row is as it was."""
    counts = outcome.counts
    tallies: dict[str, Any] = {
        name: Tally(unchanged=sum(getattr(counts, name))) for name in _TALLIES
    }
    return outcome._replace(
        counts=replace(counts, **tallies), gone=0, gone_texts=0, absence=Absence()
    )


def to_json(outcomes: tuple[ImportOutcome, ...]) -> str:
    """For the file."""
    return json.dumps(
        [
            {
                "exported_on": outcome.exported_on.isoformat(),
                "nameless": outcome.counts.nameless,
                "counts": {name: getattr(outcome.counts, name) for name in _TALLIES},
                "ignored": [[i.file, i.line, i.why] for i in outcome.ignored],
                "warnings": list(outcome.warnings),
                "files": [[f.file, f.what, f.rows] for f in outcome.files],
                "offers": outcome.offers,
                "unsure": [_stored(question) for question in outcome.unsure],
            }
            for outcome in outcomes
        ]
    )


def from_json(text: str) -> tuple[ImportOutcome, ...]:
    """What `to_json` wrote; nothing when it is anything else."""
    try:
        return tuple(_read(row) for row in json.loads(text))
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, RecursionError):
        return ()


def _read(stored: dict[str, Any]) -> ImportOutcome:
    tallies: dict[str, Any] = {name: Tally(*map(int, stored["counts"][name])) for name in _TALLIES}
    return ImportOutcome(
        date.fromisoformat(stored["exported_on"]),
        replace(ImportCounts(nameless=stored["nameless"]), **tallies),
        tuple(_asked(row) for row in stored["unsure"]),
        tuple(Ignored(*row) for row in stored["ignored"]),
        tuple(stored["warnings"]),
        tuple(FileRead(*row) for row in stored["files"]),
        stored["offers"],
    )


def _stored(question: PersonQuestion) -> dict[str, Any]:
    candidates = [
        {
            **candidate._asdict(),
            "connected_on": candidate.connected_on and candidate.connected_on.isoformat(),
        }
        for candidate in question.candidates
    ]
    return {**question._asdict(), "candidates": candidates}


def _asked(stored: dict[str, Any]) -> PersonQuestion:
    candidates = tuple(_candidate(candidate) for candidate in stored["candidates"])
    return PersonQuestion(**{**stored, "candidates": candidates})


def _candidate(stored: dict[str, Any]) -> Candidate:
    day = stored["connected_on"]
    return Candidate(**{**stored, "connected_on": date.fromisoformat(day) if day else None})
