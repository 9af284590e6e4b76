"""Importing: the writing itself, on a ledger beside the keys, and what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from recco_tui.core.errors import ReccoError
from recco_tui.core.export import Export, ExportedWork
from recco_tui.core.import_plan import ImportPlan
from recco_tui.importing.plan.planning import plan_import
from recco_tui.ledger.ledger import Ledger
from recco_tui.ui.present.importing import project_kind


@dataclass(frozen=True, slots=True)
class Applied:
    """It is written: as these changes, with these projects; `refused` says what was not."""

    plan: ImportPlan
    changes: tuple[int, ...]
    projects: tuple[str, ...]
    refused: tuple[str, ...]


def written(
    ledger: Ledger, export: Export, answers: dict[str, str], offers: Sequence[ExportedWork]
) -> Applied:
    """The import is one transaction; projects follow, each of them a change of its own."""
    changes, titles, refused = [], [], []
    plan = ledger.imports.apply(plan_import, export, answers)
    changes += [ledger.last_change.change_id] if ledger.last_change else []
    for offer in offers:
        try:
            changes.append(_add_project(ledger, offer))
            titles.append(offer.title)
        except ReccoError as error:
            refused.append(f"{offer.title}: {error}")
    return Applied(plan, tuple(changes), tuple(titles), tuple(refused))


def why_not(error: BaseException | None) -> str:
    if isinstance(error, ReccoError):
        return str(error)
    return f"recco stumbled ({type(error).__name__}): the import was not done."


def _add_project(ledger: Ledger, offer: ExportedWork) -> int:
    """Take a position or project over; the number of the change that it is."""
    ledger.projects.add(
        offer.title,
        kind=project_kind(offer),
        started_on=offer.started_on,
        ended_on=offer.ended_on,
        about=offer.about,
    )
    return ledger.last_change.change_id if ledger.last_change else 0
