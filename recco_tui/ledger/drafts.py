"""Text being written: saved as it is typed, with versions to go back to, finished, handed over."""

from datetime import date, timedelta

from recco_tui.core.errors import NotAllowed, NothingFound
from recco_tui.core.models import Ask, Direction, Draft, DraftKind, DraftVersion, Recommendation
from recco_tui.ledger.asks import Asks
from recco_tui.ledger.recommendations import Recommendations
from recco_tui.ledger.store import Store
from recco_tui.storage import drafts, rows
from recco_tui.storage.history import stamp

VERSION_EVERY = timedelta(minutes=2)
"""A version is kept when this much time has passed since the last one, and at each finish."""


class Drafts:
    """Verbs on drafts. Saving text is no change of the log: the editor has an undo of its own."""

    def __init__(self, store: Store, recommendations: Recommendations, asks: Asks) -> None:
        self._store = store
        self._recommendations = recommendations
        self._asks = asks

    def get(self, draft_id: int) -> Draft:
        """The draft of this id; raises `NothingFound`."""
        with self._store.database.read() as connection:
            found = drafts.get(connection, draft_id)
        if found is None:
            raise NothingFound("That draft is no longer there: it was removed or undone.")
        return found

    def unfinished(self) -> tuple[Draft, ...]:
        """Drafts being written, newest first."""
        with self._store.database.read() as connection:
            return drafts.unfinished(connection)

    def of(self, contact_id: int) -> tuple[Draft, ...]:
        """All drafts for this person, newest first."""
        with self._store.database.read() as connection:
            return drafts.of_contact(connection, contact_id)

    def versions(self, draft_id: int) -> tuple[DraftVersion, ...]:
        """Earlier states, newest first."""
        with self._store.database.read() as connection:
            return drafts.versions(connection, draft_id)

    def open(
        self,
        contact_id: int,
        kind: DraftKind,
        *,
        ask_id: int | None = None,
        project_id: int | None = None,
        text: str = "",
    ) -> Draft:
        """The unfinished draft of this kind for this person, or a new one with a first text."""
        for draft in self.of(contact_id):
            if draft.kind == kind and draft.finished_at is None and draft.ask_id == ask_id:
                return draft
        name = self._store.contact(contact_id).name
        with self._store.change(f"began a draft for {name}"):
            draft_id = rows.insert(
                self._store.database.connection,
                drafts.TABLE,
                {
                    "contact_id": contact_id,
                    "kind": kind,
                    "ask_id": ask_id,
                    "project_id": project_id,
                    "text": text,
                    "saved_at": self._store.clock.now(),
                },
            )
        return self.get(draft_id)

    def save(self, draft_id: int, text: str, claims: str) -> Draft:
        """Keep what is typed. Now and then the state before becomes a version."""
        before = self.get(draft_id)
        if before.text == text and before.claims == claims:
            return before
        now = self._store.clock.now()
        with self._store.database.write() as connection:
            newest = drafts.versions(connection, draft_id)[:1]
            if before.text.strip() and (
                not newest or before.saved_at - newest[0].saved_at >= VERSION_EVERY
            ):
                self._keep(before)
            rows.update(
                connection,
                drafts.TABLE,
                draft_id,
                {"text": text, "claims": claims, "saved_at": now},
            )
        return self.get(draft_id)

    def _keep(self, draft: Draft) -> None:
        rows.insert(
            self._store.database.connection,
            drafts.VERSIONS,
            {
                "draft_id": draft.id,
                "text": draft.text,
                "claims": draft.claims,
                "saved_at": draft.saved_at,
            },
        )

    def finish(self, draft_id: int) -> Draft:
        """Mark as finished; whether it may be is the writing check's word, asked before."""
        draft = self.get(draft_id)
        if not draft.text.strip():
            raise NotAllowed("There is no text yet: write it first.")
        name = self._store.contact(draft.contact_id).name
        with self._store.change(f"finished the {draft.kind.value} for {name}") as change:
            self._keep(draft)
            rows.update(
                self._store.database.connection,
                drafts.TABLE,
                draft_id,
                {"finished_at": stamp(self._store.clock.now())},
            )
            change.label = f"finished the {draft.kind.value} for {name}"
        return self.get(draft_id)

    def reopen(self, draft_id: int) -> Draft:
        """Go on writing a finished draft."""
        draft = self.get(draft_id)
        name = self._store.contact(draft.contact_id).name
        with self._store.change(f"went on writing for {name}"):
            rows.update(
                self._store.database.connection, drafts.TABLE, draft_id, {"finished_at": None}
            )
        return self.get(draft_id)

    def sent(self, draft_id: int, on: date | None = None) -> Recommendation:
        """A recommendation was sent on LinkedIn: finished, and given from that day on."""
        draft = self.get(draft_id)
        name = self._store.contact(draft.contact_id).name
        with self._store.change(f"sent {name} a recommendation"):
            if draft.finished_at is None:
                self.finish(draft_id)
            return self._recommendations.add(
                draft.contact_id, Direction.GIVEN, draft.text, on=on, project_id=draft.project_id
            )

    def ask(self, draft_id: int) -> Ask:
        """A finished ask text becomes an ask, or the text of the open one it was opened for."""
        draft = self.get(draft_id)
        name = self._store.contact(draft.contact_id).name
        with self._store.change(f"wrote the ask to {name}"):
            self.finish(draft_id)
            if draft.ask_id is not None:
                return self._asks.edit(draft.ask_id, text=draft.text)
            ask = self._asks.start(draft.contact_id, project_id=draft.project_id, text=draft.text)
            rows.update(self._store.database.connection, drafts.TABLE, draft_id, {"ask_id": ask.id})
            return ask

    def discard(self, draft_id: int) -> None:
        """Throw a draft away (undo brings it back)."""
        draft = self.get(draft_id)
        name = self._store.contact(draft.contact_id).name
        with self._store.change(f"threw away a draft for {name}"):
            rows.delete(self._store.database.connection, drafts.TABLE, "id = ?", [draft_id])
