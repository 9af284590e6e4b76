"""A store in memory that writes a plan as the ledger has to, and short ways to say what a file says."""

from datetime import UTC, date, datetime

from recco_tui.core.export import (
    Export,
    ExportedConnection,
    ExportedMessage,
    ExportedRecommendation,
    ExportedWork,
    MessageEvent,
    RowPlace,
)
from recco_tui.core.import_plan import (
    UNANSWERED,
    ContactRecord,
    ImportPlan,
    NewestImports,
    StoredData,
    TextVersion,
)
from recco_tui.core.models import (
    Ask,
    AskStep,
    Direction,
    Recommendation,
    Request,
    Step,
)
from recco_tui.core.names import display_name, with_former
from recco_tui.importing.plan.planning import plan_import

TODAY = date(2025, 6, 1)


class Store:
    """Rows by id, written in the order that a plan prescribes."""

    def __init__(self) -> None:
        self.contacts: dict[int, ContactRecord] = {}
        self.texts: dict[int, Recommendation] = {}
        self.versions: dict[int, list[TextVersion]] = {}
        self.asks: dict[int, Ask] = {}
        self.requests: dict[int, Request] = {}
        self.latest = NewestImports()
        self.answers: dict[str, str] = {}
        self.titles: frozenset[str] = frozenset()

    def known(self) -> StoredData:
        return StoredData(
            list(self.contacts.values()),
            list(self.texts.values()),
            list(self.asks.values()),
            list(self.requests.values()),
            self.titles,
            self.latest,
            self.versions,
        )

    def plan(self, export: Export, answers: dict[str, str] | None = None) -> ImportPlan:
        return plan_import(export, self.known(), self.answers | (answers or {}), TODAY)

    def take(self, export: Export, answers: dict[str, str] | None = None) -> ImportPlan:
        plan = self.plan(export, answers)
        self.write(plan)
        return plan

    def write(self, plan: ImportPlan) -> dict[int, int]:
        """Write a plan; the ids of the new contacts by their keys."""
        for update in plan.contact_updates:
            self.contacts[update.id] = self.contacts[update.id]._replace(**update.changes)  # type: ignore[arg-type]
        ids: dict[int, int] = {}
        for new in plan.new_contacts:
            ids[new.id] = self._next(self.contacts)
            self.contacts[ids[new.id]] = new._replace(id=ids[new.id])
        for contact_id in plan.missing_contacts:
            contact = self.contacts[contact_id]
            self.contacts[contact_id] = contact._replace(missing_since=plan.exported_on)
        for merge in plan.merges:
            self._merge(merge.gone, ids.get(merge.into, merge.into))
        self._write_texts(plan, ids)
        self._write_asks(plan, ids)
        self.latest = plan.latest
        self.answers |= plan.answered
        self.answers = dict.fromkeys(plan.pending, UNANSWERED) | self.answers
        self.check()
        return ids

    def _write_texts(self, plan: ImportPlan, ids: dict[int, int]) -> None:
        for new in plan.new_recommendations:
            key = self._next(self.texts)
            told = new.recommendation
            contact_id = ids.get(told.contact_id, told.contact_id)
            self.texts[key] = told._replace(id=key, contact_id=contact_id)
            self.versions[key] = list(new.versions)
        for update in plan.recommendation_updates:
            kept, stored = self.versions.setdefault(update.id, []), self.texts[update.id]
            if update.earlier_text is not None:
                kept.append(TextVersion(stored.text, stored.written_at))
            kept += update.versions
            self.texts[update.id] = self.texts[update.id]._replace(**update.changes)  # type: ignore[arg-type]
        for join in plan.joined_recommendations:
            gone = self.texts.pop(join.gone)
            versions = [TextVersion(gone.text, gone.written_at), *self.versions.pop(join.gone, ())]
            self.versions.setdefault(join.into, []).extend(versions)
        for key in plan.missing_recommendations:
            self.texts[key] = self.texts[key]._replace(missing_since=plan.exported_on)

    def _write_asks(self, plan: ImportPlan, ids: dict[int, int]) -> None:
        for ask in plan.new_asks:
            key = self._next(self.asks)
            contact_id = ids.get(ask.contact_id, ask.contact_id)
            self.asks[key] = ask._replace(id=key, contact_id=contact_id)
        for change in plan.ask_updates:
            old = self.asks[change.id]
            steps = (*old.steps, *change.steps)
            self.asks[change.id] = old._replace(steps=tuple(sorted(steps, key=lambda s: s.on)))
        for new in plan.new_requests:
            key = self._next(self.requests)
            contact_id = ids.get(new.contact_id, new.contact_id)
            self.requests[key] = new._replace(id=key, contact_id=contact_id)
        for request in plan.delivered:
            old_request = self.requests[request.id]
            self.requests[request.id] = old_request._replace(delivered_on=request.delivered_on)

    def _merge(self, gone: int, into: int) -> None:
        dropped, kept = self.contacts.pop(gone), self.contacts[into]
        names = with_former(kept.former_names, *dropped.former_names, dropped.name, now=kept.name)
        slug = kept.slug or dropped.slug
        slugs = {*kept.former_slugs, *dropped.former_slugs, kept.slug, dropped.slug} - {slug, None}
        self.contacts[into] = kept._replace(
            former_names=names, former_slugs=tuple(sorted(map(str, slugs))), slug=slug
        )
        for rows in (self.texts, self.asks, self.requests):
            for key, row in rows.items():
                if row.contact_id == gone:
                    rows[key] = row._replace(contact_id=into)

    def check(self) -> None:
        """What the database would refuse: two people at one address, rows of no one."""
        slugs = [c.slug for c in self.contacts.values() if c.slug]
        assert len(slugs) == len(set(slugs))
        for rows in (self.texts, self.asks, self.requests):
            assert {row.contact_id for row in rows.values()} <= self.contacts.keys()

    @staticmethod
    def _next(rows: dict[int, object] | dict[int, ContactRecord]) -> int:
        return max(rows, default=0) + 1

    # -- what the user does by hand

    def add(self, name: str, **fields: object) -> int:
        key = self._next(self.contacts)
        self.contacts[key] = ContactRecord(key, name, **fields)  # type: ignore[arg-type]
        return key

    def note_ask(self, contact_id: int, *steps: tuple[Step, date]) -> int:
        key = self._next(self.asks)
        self.asks[key] = Ask(key, contact_id, tuple(AskStep(0, step, on) for step, on in steps))
        return key

    def named(self, name: str) -> list[ContactRecord]:
        return [contact for contact in self.contacts.values() if contact.name == name]

    def steps(self, ask_id: int = 1) -> list[tuple[Step, date]]:
        return [(step.step, step.on) for step in self.asks[ask_id].steps]


def split(name: str) -> tuple[str, str]:
    first, _, last = name.partition(" ")
    return first, last


def connection(
    name: str,
    slug: str | None = None,
    company: str = "",
    position: str = "",
    on: date | None = date(2020, 3, 4),
    email: str = "",
) -> ExportedConnection:
    place = RowPlace("Connections.csv", 5)
    return ExportedConnection(*split(name), slug, company, position, email, on, place)


def text(
    name: str,
    at: datetime | None = datetime(2024, 5, 3, 10, 22, tzinfo=UTC),
    words: str = "A pleasure to work with, calm and exact.",
    status: str = "VISIBLE",
    direction: Direction = Direction.RECEIVED,
    company: str = "",
    position: str = "",
) -> ExportedRecommendation:
    file = "Recommendations_Given.csv" if direction == "given" else "Recommendations_Received.csv"
    place = RowPlace(file, 2)
    return ExportedRecommendation(
        direction, *split(name), company, position, words, at, status, place
    )


def message(
    event: MessageEvent, name: str, at: datetime, slug: str | None = None, words: str = ""
) -> ExportedMessage:
    return ExportedMessage(event, at, name, slug, words, RowPlace("messages.csv", 7))


def minute(year: int, month: int, day: int, hour: int = 10, minute: int = 22) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=UTC)


def export(
    *connections: ExportedConnection,
    texts: tuple[ExportedRecommendation, ...] = (),
    messages: tuple[ExportedMessage, ...] = (),
    addresses: dict[str, frozenset[str]] | None = None,
    work: tuple[ExportedWork, ...] = (),
    on: date | None = date(2025, 1, 10),
    nameless: int = 0,
    has_connections: bool | None = None,
) -> Export:
    """An export with the files that its rows stand in."""
    directions = {row.direction for row in texts}
    return Export(
        exported_on=on,
        owner_name="Ida Owner",
        owner_slug="ida-owner",
        connections=connections,
        nameless=nameless,
        recommendations=texts,
        messages=messages,
        addresses=addresses or {},
        work=work,
        ignored=(),
        warnings=(),
        files=(),
        has_connections=bool(connections) if has_connections is None else has_connections,
        has_received=Direction.RECEIVED in directions,
        has_given=Direction.GIVEN in directions,
    )


def name_of(row: ExportedConnection) -> str:
    return display_name(row.first_name, row.last_name)
