"""What an import would change: an export against what is stored, as a plan ready to be written.

Planning is pure and repeatable: once a plan is written, planning the same export again changes
nothing. Several archives are planned and written one after the other, the oldest first.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, tzinfo

from recco_tui.core.export import Export, ExportedWork
from recco_tui.core.import_plan import GONE_KEY, PART, ImportCounts, ImportPlan, StoredData
from recco_tui.core.models import Direction
from recco_tui.core.names import display_name, fold
from recco_tui.importing.match.mentions import Search, mentions_of, rows_of_no_one
from recco_tui.importing.match.people import People
from recco_tui.importing.match.resolving import resolve
from recco_tui.importing.plan.age import age_of
from recco_tui.importing.plan.asks import DatedEvent, events_by_person, plan_asks, plan_requests
from recco_tui.importing.plan.gone import Gone, find_gone
from recco_tui.importing.plan.texts import Texts

_MOST_UNDATED = 100
"""So many rows are named one by one; the rest is counted."""

_OLDER = "This export is older than one you imported before. It only fills gaps."


def plan_import(
    export: Export,
    known: StoredData,
    answers: Mapping[str, str],
    today: date,
    tz: tzinfo = UTC,
) -> ImportPlan:
    """Plan the import of one export.

    `answers` are those stored and those just given, by the key of the question. `tz` is the user's
    zone, for the local days of LinkedIn's UTC times; `today` dates an export that has no date.
    """
    export = _without_repeats(export)
    age = age_of(export, known, answers, today)
    search = Search(known, tz)
    people = People(export.connections, known.contacts, search.works(), age)
    pairs = search.pairs(export)
    resolved = resolve(export, people, mentions_of(export, tz), search, pairs, answers)
    split = len(export.recommendations)
    row_refs, message_refs = resolved.refs[:split], resolved.refs[split:]
    for row, ref in sorted(
        zip(export.recommendations, row_refs, strict=True),
        key=lambda told: str(told[0].written_at or ""),
        reverse=True,
    ):
        if ref:
            cells = row.first_name, row.last_name
            people.tell(ref, display_name(*cells), cells, (row.company, row.position))
    stored = [(people.canon(text.contact_id), text) for text in known.recommendations]
    texts = Texts(export, row_refs, pairs, stored, known.versions, age, tz)
    events = events_by_person(export, row_refs, message_refs, texts, stored, tz)
    gone = find_gone(export, people, answers)
    plan = _changes(export, known, people, texts, events, gone, today)
    latest = age.after(export)
    if answers.get(GONE_KEY) == PART:  # no later export is measured by a part
        latest = replace(latest, connections=known.latest.connections)
    return replace(
        plan,
        latest=latest,
        unsure=tuple(resolved.questions),
        answered=resolved.answered,
        pending=resolved.pending,
        offers=_offers(export.work, known.project_titles),
        ignored=(*export.ignored, *rows_of_no_one(export, resolved.refs), *texts.ignored),
        warnings=(*export.warnings, *_undated(export), *([_OLDER] if age.is_outdated else [])),
        files=export.files,
        absence=gone.absence,
    )


def _changes(
    export: Export,
    known: StoredData,
    people: People,
    texts: Texts,
    events: Mapping[Direction, dict[int, list[DatedEvent]]],
    gone: Gone,
    today: date,
) -> ImportPlan:
    """The rows to be written, and the counts of them."""
    canon = people.canon
    asks = plan_asks(
        events[Direction.RECEIVED], [(canon(a.contact_id), a) for a in known.asks], today
    )
    requests = plan_requests(
        events[Direction.GIVEN], [(canon(r.contact_id), r) for r in known.requests], today
    )
    return ImportPlan(
        exported_on=people.age.exported_on,
        latest=people.age.latest,
        new_contacts=gone.new,
        contact_updates=people.updates(),
        missing_contacts=gone.contacts,
        merges=people.merges(),
        new_recommendations=tuple(texts.new),
        recommendation_updates=tuple(texts.updates.values()),
        missing_recommendations=tuple(texts.missing),
        joined_recommendations=texts.joined,
        new_asks=tuple(asks.new),
        ask_updates=tuple(asks.updates),
        new_requests=tuple(requests.new),
        delivered=tuple(requests.updates),
        counts=ImportCounts(
            contacts=people.tally(gone.contacts),
            nameless=export.nameless,
            given=texts.tally(Direction.GIVEN),
            received=texts.tally(Direction.RECEIVED),
            asks=asks.tally,
            requests=requests.tally,
        ),
    )


def _without_repeats(export: Export) -> Export:
    """The export with each text and each message once: archives read together repeat them."""
    texts = {}
    for row in reversed(export.recommendations):
        words = " ".join(row.text.split())
        texts[row.direction, row.first_name, row.last_name, row.written_at, words] = row
    messages = {
        (message.event, message.at, message.name, message.slug): message
        for message in reversed(export.messages)
    }
    return replace(
        export,
        recommendations=tuple(reversed(texts.values())),
        messages=tuple(reversed(messages.values())),
    )


def _undated(export: Export) -> list[str]:
    places = [row.place for row in export.recommendations if row.written_at is None]
    told = [
        f"{place.file} line {place.line}: the date can't be read, so the recommendation"
        " is filed under the day of the export."
        for place in places[:_MOST_UNDATED]
    ]
    more = len(places) - _MOST_UNDATED
    return (
        [*told, f"The dates of {more:,} more recommendations can't be read."] if more > 0 else told
    )


def _offers(work: Sequence[ExportedWork], titles: frozenset[str]) -> tuple[ExportedWork, ...]:
    """Work that no project has as its title yet, letter case and accents aside."""
    taken = {fold(title) for title in titles}
    return tuple(item for item in work if item.title and fold(item.title) not in taken)
