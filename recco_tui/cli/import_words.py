"""What an import says in lines: the counts, what was left out and why, and what is not sure."""

from collections.abc import Sequence

from recco_tui.cli.printing import Column, heading, tell, write_table
from recco_tui.core.import_outcome import Outcome
from recco_tui.core.import_plan import SOMEONE_ELSE, Candidate, Question, Tally
from recco_tui.core.when import count_of

MOST_LISTED = 20
"""Of rows left out, warnings, and people who may be meant."""

_COLUMNS = (
    Column(""),
    Column("new", right=True),
    Column("updated", right=True),
    Column("unchanged", right=True),
)


def write_import(outcomes: Sequence[Outcome], *, written: bool, dry_run: bool) -> None:
    """Print what was done, or would be."""
    for outcome in outcomes:
        if len(outcomes) > 1:
            heading(f"Export of {outcome.exported_on.isoformat()}")
        write_table(_COLUMNS, [_row(what, tally) for what, tally in _tallies(outcome)])
        if outcome.counts.nameless:
            rows = count_of(outcome.counts.nameless, "row")
            tell(f"{rows} without a name: members who left LinkedIn.")
        for warning in outcome.warnings[:MOST_LISTED]:
            tell(f"! {warning}")
        if len(outcome.warnings) > MOST_LISTED:
            tell(f"! and {len(outcome.warnings) - MOST_LISTED} more like these")
        _write_ignored(outcome)
        for question in outcome.unsure:
            _write_question(question)
        if outcome.offers:
            offers = count_of(outcome.offers, "row")
            tell(f"{offers} of your work could become projects: 'recco project add'.")
    tell(_end(written, dry_run, len(outcomes)))


def _tallies(outcome: Outcome) -> tuple[tuple[str, Tally], ...]:
    counts = outcome.counts
    return (
        ("people", counts.contacts),
        ("recommendations given", counts.given),
        ("recommendations received", counts.received),
        ("asks", counts.asks),
        ("requests", counts.requests),
    )


def _row(what: str, tally: Tally) -> tuple[str, ...]:
    return (what, str(tally.new), str(tally.updated), str(tally.unchanged))


def _write_ignored(outcome: Outcome) -> None:
    if not outcome.ignored:
        return
    heading(f"Left out: {len(outcome.ignored)}")
    for one in outcome.ignored[:MOST_LISTED]:
        place = f"{one.file}:{one.line}" if one.line else one.file
        tell(f"{place}: {one.why}", indent=2)
    _write_more(len(outcome.ignored), indent=2)


def _write_question(question: Question) -> None:
    tell(f"? {question.text}")
    for candidate in question.candidates[:MOST_LISTED]:
        tell(f"--answer '{question.key}={candidate.choice}'   {_facts(candidate)}", indent=4)
    _write_more(len(question.candidates), indent=4)
    tell(f"--answer '{question.key}={SOMEONE_ELSE}'", indent=4)


def _write_more(count: int, indent: int) -> None:
    if count > MOST_LISTED:
        tell(f"and {count - MOST_LISTED} more: --json lists all", indent=indent)


def _facts(candidate: Candidate) -> str:
    work = " at ".join(filter(None, (candidate.position, candidate.company)))
    since = f"connected {candidate.connected_on}" if candidate.connected_on else ""
    return ", ".join(filter(None, (candidate.name, work, since)))


def _end(written: bool, dry_run: bool, count: int) -> str:
    if dry_run:
        return "Nothing was written (--dry-run)."
    if not written:
        return "Nothing in it was new."
    times = "" if count == 1 else f", up to {count} times"
    return f"Imported; 'recco undo' takes it back{times}."
