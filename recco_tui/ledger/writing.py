"""What the writing check and the prompts need to know of the ledger, gathered for one person."""

from dataclasses import replace

from recco_tui.core.asks import state_of
from recco_tui.core.models import (
    Ask,
    AskState,
    Channel,
    DebtKind,
    Direction,
    Draft,
    MomentKind,
    Project,
    ProjectKind,
    Request,
    Step,
    TextKind,
)
from recco_tui.core.next_step import NextStep
from recco_tui.ledger.drafts import Drafts
from recco_tui.ledger.store import Store
from recco_tui.storage import asks, contacts, drafts, imports, projects, recommendations
from recco_tui.writing.about import About, Limits, OtherText, first_names
from recco_tui.writing.prompts.facts import Facts
from recco_tui.writing.prompts.messages import AskDraft, draft_ask, kind_no, nudge, thanks


class Writing:
    """Reads for the editor, the ask composer and the hand-over."""

    def __init__(self, store: Store, writer: Drafts) -> None:
        self._store = store
        self._drafts = writer

    def limits(self) -> Limits:
        """The numbers in force."""
        policy = self._store.policy
        return Limits(
            sentences=(policy.sentences_least, policy.sentences_most),
            ask_sentences=(policy.ask_sentences_least, policy.ask_sentences_most),
            characters=policy.characters_most,
            words=(policy.words_least, policy.words_most),
            marks=(policy.first_mark, policy.second_mark),
            copied=policy.copied_share,
        )

    def about(self, contact_id: int, kind: TextKind) -> About:
        """Whom the text is for, and the texts to other people that it must not repeat."""
        contact = self._store.contact(contact_id)
        with self._store.database.read() as connection:
            others = contacts.names(connection)
            del others[contact_id]
            titles = tuple(p.title for p in projects.every(connection))
            asked = tuple(
                OtherText(others[ask.contact_id], ask.text)
                for ask in asks.every(connection)
                if ask.text and ask.contact_id in others
            )
            given = tuple(
                OtherText(others[one.contact_id], one.text)
                for one in recommendations.every(connection)
                if one.direction is Direction.GIVEN and one.contact_id in others
            )
            written = tuple(
                OtherText(others[draft.contact_id], draft.text)
                for draft in drafts.unfinished(connection)
                if draft.kind is kind and draft.contact_id in others
            )
        asking = kind is TextKind.ASK
        return About(
            to=contact.name,
            others=first_names(others.values()),
            other_asks=asked + written if asking else (),
            used=() if asking else given + written,
            projects=titles,
        )

    def facts(self, contact_id: int, project_id: int | None = None, focus: str = "") -> Facts:
        """The facts at hand: the project named, else the latest shared one, comes first."""
        contact = self._store.contact(contact_id)
        with self._store.database.read() as connection:
            shared = projects.of_contact(connection, contact_id)
            moments = projects.moments(connection, contact_id)
            received = [
                one
                for one in recommendations.of_contact(connection, contact_id)
                if one.direction is Direction.RECEIVED
            ]
            owner = imports.owner(connection).name
        ordered = sorted(shared, key=lambda project: project.id != project_id)
        mine, theirs = _parts(ordered[:1], contact_id)
        relationship = contact.relationship
        return Facts(
            name=contact.name,
            relationship=relationship.mine if relationship else "",
            projects=tuple(project.title for project in ordered),
            did=mine,
            they_did=theirs,
            wins=tuple(m.text for m in moments if m.kind is MomentKind.WIN),
            focus=focus,
            wrote=received[0].text if received else "",
            my_name=owner,
            place=_place(ordered[:1]),
            seed=contact_id,
        )

    def ask_draft(
        self,
        contact_id: int,
        channel: Channel | None,
        project_id: int | None = None,
        focus: str = "",
    ) -> AskDraft:
        """An ask made of the facts; with gaps in square brackets where a fact is missing.

        `channel` None is the note inside LinkedIn's own request.
        """
        return draft_ask(self.facts(contact_id, project_id, focus), channel)

    def step_text(self, ask: Ask, coming: NextStep) -> str:
        """The text of this step of an ask, ready to be pasted."""
        facts = self.facts(ask.contact_id, ask.project_id, ask.focus)
        if coming.step is Step.NUDGED:
            return nudge(facts, coming.nudge)
        if coming.step is Step.THANKED:
            return thanks(facts)
        channel = None if coming.step is Step.LINKEDIN else coming.via or Channel.LINKEDIN
        return ask.text or draft_ask(facts, channel).text

    def kind_no(self, request: Request) -> str:
        """Words for declining this request, or for taking the promise back, ready to be pasted."""
        promised = request.kind is DebtKind.PROMISE
        return kind_no(self.facts(request.contact_id), promised=promised)

    def open_recommendation(self, contact_id: int) -> Draft:
        """The recommendation begun for this person, or a new one about the latest shared project.

        Not in the file before its first `Drafts.keep`.
        """
        shared = self._store.read(projects.of_contact, contact_id)
        return self._drafts.begin(
            contact_id, TextKind.RECOMMENDATION, project_id=shared[0].id if shared else None
        )

    def open_ask(self, contact_id: int, ask: Ask | None) -> Draft:
        """The draft of an ask: the one begun, or a new one made of the facts.

        `ask` is the open one whose text is to be written, None for a new ask. Not in the file
        before its first `Drafts.keep`.
        """
        shared = self._store.read(projects.of_contact, contact_id)
        project_id = ask.project_id if ask else (shared[0].id if shared else None)
        focus = ask.focus if ask else ""
        made = self.ask_draft(contact_id, self.likely_channel(contact_id), project_id, focus)
        draft = self._drafts.begin(
            contact_id,
            TextKind.ASK,
            ask_id=ask.id if ask else None,
            project_id=project_id,
            text=(ask.text if ask else "") or made.text,
        )
        return draft if draft.focus else replace(draft, focus=focus)

    def likely_channel(self, contact_id: int) -> Channel | None:
        """How the next words to this person go: as last time; None once they agreed."""
        every = self._store.read(asks.of_contact, contact_id)
        if every and state_of(every[0]) is AskState.AGREED:
            return None
        steps = (step for ask in every for step in reversed(ask.steps))
        written = (step.via for step in steps if step.via and step.via.greeting)
        return next(written, Channel.LINKEDIN)


def _parts(shared: list[Project], contact_id: int) -> tuple[str, str]:
    """What I did and what they did in the first project."""
    for project in shared:
        for member in project.members:
            if member.contact_id == contact_id:
                return member.my_part, member.their_part
    return "", ""


def _place(shared: list[Project]) -> str:
    """The organisation where the first project is a position, from its title as the import words
    it: "Analyst at Brightwater"; else empty."""
    if not shared or shared[0].kind is not ProjectKind.POSITION:
        return ""
    _, at, place = shared[0].title.rpartition(" at ")
    return place if at else ""
