"""Text being written: saved as it is typed, with versions to go back to, finished, handed over."""

from datetime import date, timedelta

from recco_tui.core.cleaning import clean_text
from recco_tui.core.errors import NotAllowed
from recco_tui.core.models import Ask, Direction, Draft, DraftVersion, Recommendation, TextKind
from recco_tui.ledger.asks import Asks
from recco_tui.ledger.recommendations import Recommendations
from recco_tui.ledger.store import Store
from recco_tui.storage import drafts
from recco_tui.storage.columns import Value
from recco_tui.storage.tables import ASKS, DRAFT_VERSIONS, DRAFTS, PROJECTS

NEW = 0
"""The id of a draft that is not in the file yet."""
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
        return self._store.get(DRAFTS.get, draft_id, "draft")

    def unfinished(self) -> tuple[Draft, ...]:
        """Drafts being written, newest first."""
        return self._store.read(drafts.unfinished)

    def of(self, contact_id: int) -> tuple[Draft, ...]:
        """All drafts for this person, newest first."""
        return self._store.read(DRAFTS.of_contact, contact_id)

    def versions(self, draft_id: int) -> tuple[DraftVersion, ...]:
        """Earlier states, newest first."""
        return self._store.read(DRAFT_VERSIONS.where, "draft_id = ?", draft_id)

    def begin(
        self,
        contact_id: int,
        kind: TextKind,
        *,
        ask_id: int | None = None,
        project_id: int | None = None,
        text: str = "",
    ) -> Draft:
        """The unfinished draft of this kind for this person, or a `NEW` one with a first text.

        A new one is in the file from its first `keep` on: looking leaves nothing behind.
        """
        for draft in self.of(contact_id):
            if draft.kind == kind and draft.finished_at is None and draft.ask_id == ask_id:
                return draft
        text = clean_text(text)
        return Draft(
            id=NEW,
            contact_id=contact_id,
            kind=kind,
            text=text,
            claims="",
            saved_at=self._store.clock.now(),
            ask_id=ask_id,
            project_id=project_id,
        )

    def keep(self, draft: Draft, text: str, claims: str) -> Draft:
        """Keep what is typed and what the text is about; a draft that is gone comes back.

        Gone it may be because another window took its beginning back. Where another window wrote
        into it since `draft` was read, its words become a version.
        """
        text = clean_text(text)
        with self._store.database.write() as connection:
            present = None if draft.id == NEW else DRAFTS.get(connection, draft.id)
            if present is None:
                return self._insert(draft._replace(text=text, claims=claims))
            if _about(present) != _about(draft):
                self._store.update(DRAFTS, draft.id, **_about(draft))
            if present.text not in (draft.text, text):
                self._add_version(present)
            return self.save(draft.id, text, claims)

    def _insert(self, draft: Draft) -> Draft:
        """A new row; texts that went with an earlier beginning, undone, become its versions."""
        with self._store.change() as change:
            change.label = f"started a draft for {self._store.contact(draft.contact_id).name}"
            connection = self._store.connection
            undone = drafts.undone(connection, draft.contact_id, draft.kind)
            ask = draft.ask_id and ASKS.get(connection, draft.ask_id)
            project = draft.project_id and PROJECTS.get(connection, draft.project_id)
            draft_id = self._store.insert(
                DRAFTS,
                contact_id=draft.contact_id,
                kind=draft.kind,
                ask_id=draft.ask_id if ask else None,
                project_id=draft.project_id if project else None,
                text=draft.text,
                claims=draft.claims,
                saved_at=self._store.clock.now(),
                focus=clean_text(draft.focus),
                unconfirmed=draft.unconfirmed,
            )
            for lost in undone:
                if lost.text.strip() and lost.text != draft.text:
                    self._add_version(
                        draft._replace(id=draft_id, text=lost.text, claims=lost.claims)
                    )
            return self.get(draft_id)

    def save(self, draft_id: int, text: str, claims: str) -> Draft:
        """Keep what is typed. Now and then the state before becomes a version."""
        text = clean_text(text)
        with self._store.database.write():
            before = self.get(draft_id)
            if before.text == text and before.claims == claims:
                return before
            newest = self.versions(draft_id)[:1]
            if before.text.strip() and (
                not newest or before.saved_at - newest[0].saved_at >= VERSION_EVERY
            ):
                self._add_version(before)
            now = self._store.clock.now()
            self._store.update(DRAFTS, draft_id, text=text, claims=claims, saved_at=now)
            return self.get(draft_id)

    def keep_version(self, draft_id: int) -> None:
        """Keep the present state as a version, before something replaces all of it."""
        with self._store.database.write():
            draft = self.get(draft_id)
            newest = self.versions(draft_id)[:1]
            if draft.text.strip() and (not newest or newest[0].text != draft.text):
                self._add_version(draft)

    def _add_version(self, draft: Draft) -> None:
        self._store.insert(
            DRAFT_VERSIONS,
            draft_id=draft.id,
            text=draft.text,
            claims=draft.claims,
            saved_at=draft.saved_at,
        )

    def finish(self, draft_id: int) -> Draft:
        """Mark as finished; whether it may be is the writing check's word, asked before."""
        with self._store.change() as change:
            draft = self.get(draft_id)
            if not draft.text.strip():
                raise NotAllowed("The text is empty. Write it first.")
            name = self._store.contact(draft.contact_id).name
            change.label = f"finished the {draft.kind.value} for {name}"
            self._add_version(draft)
            self._store.update(DRAFTS, draft_id, finished_at=self._store.clock.now())
            return self.get(draft_id)

    def mark_sent(self, draft_id: int, on: date | None = None) -> Recommendation:
        """A recommendation was sent on LinkedIn: finished, and given from that day on."""
        with self._store.change() as change:
            draft = self.get(draft_id)
            name = self._store.contact(draft.contact_id).name
            change.label = f"sent {name} a recommendation"
            if draft.finished_at is None:
                self.finish(draft_id)
            return self._recommendations.add(
                draft.contact_id, Direction.GIVEN, draft.text, on=on, project_id=draft.project_id
            )

    def make_ask(self, draft_id: int, focus: str | None = None) -> Ask:
        """A finished ask text becomes an ask, or the text of the open one it was opened for.

        `focus` is what they could mention; None leaves it as it is.
        """
        with self._store.change() as change:
            draft = self.get(draft_id)
            name = self._store.contact(draft.contact_id).name
            change.label = f"wrote the ask to {name}"
            self.finish(draft_id)
            if draft.ask_id is not None:
                return self._asks.edit(
                    draft.ask_id, text=draft.text, focus=focus, project_id=draft.project_id
                )
            ask = self._asks.start(
                draft.contact_id, project_id=draft.project_id, text=draft.text, focus=focus or ""
            )
            self._store.update(DRAFTS, draft_id, ask_id=ask.id)
            return ask


def _about(draft: Draft) -> dict[str, Value]:
    """What is kept of a draft beside its text."""
    return {
        "project_id": draft.project_id,
        "focus": clean_text(draft.focus),
        "unconfirmed": draft.unconfirmed,
    }
