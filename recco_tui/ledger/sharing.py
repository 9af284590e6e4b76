"""The card that a user shares with a class: read from the file, and nothing written."""

from collections.abc import Iterable, Sequence

from recco_tui.core.card import Card, CardText, make_card, text_of, text_of_draft
from recco_tui.core.errors import NothingFound
from recco_tui.core.models import Draft, Goal
from recco_tui.ledger.drafts import Drafts
from recco_tui.ledger.recommendations import Recommendations
from recco_tui.ledger.store import Store
from recco_tui.storage import imports, situation
from recco_tui.writing.claims import Claims


class Sharing:
    """What leaves the file, and only when the user has seen it."""

    def __init__(self, store: Store, drafts: Drafts, texts: Recommendations) -> None:
        self._store = store
        self._drafts = drafts
        self._texts = texts

    def drafts_for(self, contact_id: int) -> list[CardText]:
        """The unfinished drafts for this person; raises `NothingFound` where there is none."""
        contact = self._store.contact(contact_id)
        unfinished = [draft for draft in self._drafts.of(contact_id) if draft.finished_at is None]
        if not any(draft.text.strip() for draft in unfinished):
            raise NothingFound(f"No draft for {contact.name} yet. w or a on the board starts one.")
        return [
            text_of_draft(draft, contact.name, _claims_in(draft))
            for draft in unfinished
            if draft.text.strip()
        ]

    def recommendation(self, number: int) -> CardText:
        """A recommendation given or received; raises `NothingFound`, also where its text is not
        here."""
        found = self._texts.get(number)
        if not found.has_text:
            raise NothingFound(f"Recommendation #{number} has no text yet. Paste it first.")
        return text_of(found, self._store.contact(found.contact_id).name)

    def card(
        self, texts: Sequence[CardText] = (), name: str = "", goals: Iterable[Goal] | None = None
    ) -> Card:
        """The card of today. `name` is the owner's unless given, `goals` those in the file."""
        today, policy = self._store.clock.today(), self._store.policy
        now = self._store.read(situation.read, today, policy)
        owner = name or self._store.read(imports.owner).name
        homework = now.goals if goals is None else goals
        return make_card(owner, now.people.values(), homework, texts, today)


def _claims_in(draft: Draft) -> str:
    """The writer's claims on sentences that stand in the draft: others hold words that are gone."""
    claims = Claims.from_json(draft.claims).entries
    standing = Claims(tuple(claim for claim in claims if claim.text in draft.text))
    return standing.to_json() if standing.entries else ""
