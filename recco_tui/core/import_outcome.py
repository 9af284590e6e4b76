"""What an import comes to: counts and remarks that are shown, and remembered for the next time."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from recco_tui.core.export import FileRead, Ignored
from recco_tui.core.import_plan import (
    Absence,
    ImportCounts,
    ImportPlan,
    PersonQuestion,
    Tally,
    remarks_on,
)
from recco_tui.core.records import as_document, read_record

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
        name: Tally(*map(sum, zip(*(getattr(one.counts, name) for one in outcomes), strict=True)))
        for name in _TALLIES
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
    return json.dumps(as_document(outcomes))


def from_json(text: str) -> tuple[ImportOutcome, ...]:
    """What `to_json` wrote; nothing when it is anything else."""
    try:
        return tuple(read_record(ImportOutcome, outcome) for outcome in json.loads(text))
    except (ValueError, TypeError, RecursionError):
        return ()
