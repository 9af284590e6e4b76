"""What the writing check and the prompts need to know of the ledger, gathered for one person."""

from dataclasses import replace
from datetime import timedelta
from sqlite3 import Connection
from typing import NamedTuple

from recco_tui.core.asks import REACHING_OUT, channel_of, is_open, state_of, this_round
from recco_tui.core.card import CardText
from recco_tui.core.errors import NotAllowed
from recco_tui.core.models import (
    Ask,
    AskState,
    Channel,
    DebtKind,
    Direction,
    Draft,
    Moment,
    MomentKind,
    Project,
    ProjectKind,
    Request,
    Step,
    TextKind,
)
from recco_tui.core.names import fold, name_to_greet
from recco_tui.core.next_step import NextStep, next_step
from recco_tui.core.reciprocity import deliver_by
from recco_tui.core.relationships import Kind
from recco_tui.core.settings import YOUR_NAME, preference
from recco_tui.ledger.drafts import Drafts
from recco_tui.ledger.recommendations import Recommendations
from recco_tui.ledger.store import Store
from recco_tui.storage import (
    asks,
    contacts,
    drafts,
    imports,
    projects,
    recommendations,
    settings,
)
from recco_tui.storage.tables import MOMENTS, RECOMMENDATIONS
from recco_tui.writing.about import About, Limits, OtherText, first_names
from recco_tui.writing.claims import Claims
from recco_tui.writing.evidence import Evidence
from recco_tui.writing.prompts.facts import Facts, SharedWork
from recco_tui.writing.prompts.messages import (
    Message,
    agree_to_write,
    ask_for_change,
    check_with_lead,
    decline_to_write,
    draft_ask,
    linkedin_request,
    nudge,
    stage_of,
    thanks,
    warm_again,
)
from recco_tui.writing.review import Review, review

MESSAGE_STEPS = (Step.CHECKED_LEAD, Step.WARM, Step.LINKEDIN, Step.NUDGED, Step.THANKED)
"""Steps with which a message goes out, in their order."""
_WORDINGS = 14
"""how many are tried until one is unlike what others got"""


class NextMessage(NamedTuple):
    """A message, the step it goes out with, and the channel it is worded for."""

    step: Step
    via: Channel
    message: Message


class Writing:
    """Reads for the editor, the ask composer and the hand-over."""

    def __init__(self, store: Store, writer: Drafts, texts: Recommendations) -> None:
        self._store = store
        self._recommendations = texts
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
        texts = self._about_texts(contact_id, kind)
        names = self._store.read(contacts.names)
        return replace(
            texts, others=first_names(n for id_, n in names.items() if id_ != contact_id)
        )

    def _about_texts(self, contact_id: int, kind: TextKind) -> About:
        """The same without the names of the others, of whom there may be 30,000."""
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
                OtherText(others[text.contact_id], text.text)
                for text in recommendations.every(connection)
                if text.direction is Direction.GIVEN and text.contact_id in others
            )
            written = tuple(
                OtherText(others[draft.contact_id], draft.text)
                for draft in drafts.unfinished(connection)
                if draft.kind is kind and draft.contact_id in others
            )
        asking = kind is TextKind.ASK
        return About(
            to=contact.name,
            other_asks=asked + written if asking else (),
            used=() if asking else given + written,
            projects=titles,
        )

    def judged(self, text: CardText, evidence: Evidence) -> Review:
        """The check of a text that somebody else shared, with the parts that they marked and what
        the second reader says of it."""
        claims = Claims.from_json(text.claims)
        return review(text.text, text.kind, About(to=text.name), claims, self.limits(), evidence)

    def first_names_but(self, name: str) -> frozenset[str]:
        """Folded first names of the contacts who are not called `name`."""
        with self._store.database.read() as connection:
            every = contacts.names(connection).values()
        return first_names(other for other in every if fold(other) != fold(name))

    def facts(
        self,
        contact_id: int,
        project_id: int | None = None,
        focus: str = "",
        ask: Ask | None = None,
    ) -> Facts:
        """The facts at hand: the project named, else the latest shared one, comes first.

        `ask` None means the one that is open with them.
        """
        contact = self._store.contact(contact_id)
        with self._store.database.read() as connection:
            shared = projects.of_contact(connection, contact_id)
            moments = tuple(filter(_is_fact, MOMENTS.of_contact(connection, contact_id)))
            received = [
                text
                for text in RECOMMENDATIONS.of_contact(connection, contact_id)
                if text.direction is Direction.RECEIVED and text.text
            ]
            my_name = _my_name(connection)
            ask = ask or self.open_ask_with(contact_id)
        ordered = sorted(shared, key=lambda project: project.id != project_id)
        newest = ordered[0] if ordered else None
        shared_work = tuple(_shared_work(project, contact_id) for project in ordered)
        relationship = contact.relationship
        today = self._store.clock.today()
        since = today - timedelta(days=self._store.policy.feedback_good_days)
        steps = this_round(ask) if ask else []
        written = next((step for step in reversed(steps) if step.step in REACHING_OUT), None)
        return Facts(
            name=contact.name,
            relationship=relationship.mine if relationship else "",
            projects=tuple(project.title for project in ordered),
            did=shared_work[0].did if shared_work else "",
            they_did=shared_work[0].they_did if shared_work else "",
            wins=tuple(m.text for m in moments if m.kind is MomentKind.WIN),
            focus=focus,
            wrote=received[0].text if received else "",
            my_name=my_name,
            place=_place(ordered[:1]),
            seed=contact_id,
            kind=contact.kind,
            bond=relationship,
            work=newest.kind if newest else ProjectKind.PROJECT,
            ended_on=newest.ended_on if newest else None,
            today=today,
            praised=any(m.kind is MomentKind.FEEDBACK and m.on >= since for m in moments),
            owes=self._recommendations.balance(contact_id).owe > 0,
            asked_on=written.on if written else None,
            asked_via=channel_of(written) if written else None,
            agreed=any(step.step is Step.AGREED for step in steps),
            role=" at ".join(filter(None, (contact.position, contact.company))),
            pitch=contact.pitch,
            shared_work=shared_work,
            moments=moments,
        )

    def ask_draft(
        self,
        contact_id: int,
        channel: Channel | None,
        project_id: int | None = None,
        focus: str = "",
        ask: Ask | None = None,
    ) -> Message:
        """An ask made of the facts; with gaps in square brackets where a fact is missing.

        `channel` None is the note inside LinkedIn's own request, which knows what was said before.
        The wording is the person's own; where someone else has most of it already, the next one.
        """
        facts = self.facts(contact_id, project_id, focus, ask)
        about = self._about_texts(contact_id, TextKind.ASK)
        own = draft_ask(facts, channel, stage_of(facts))
        for attempt in range(_WORDINGS):
            made = draft_ask(replace(facts, seed=facts.seed + attempt), channel, stage_of(facts))
            found = review(made.text, TextKind.ASK, about, limits=self.limits()).findings
            if all(finding.rule != "copied" for finding in found):
                return made
        return own

    def step_message(
        self, ask: Ask, step: Step, via: Channel | None = None, nudge_number: int = 1
    ) -> Message:
        """What goes out with this step of an ask, ready to be pasted.

        The ask's own text is the first message; no later one says it again. Raises `NotAllowed`
        for a step with which nothing is sent.
        """
        facts = self.facts(ask.contact_id, ask.project_id, ask.focus, ask)
        via = via or Channel.LINKEDIN
        match step:
            case Step.NUDGED:
                return nudge(facts, nudge_number, via)
            case Step.THANKED:
                return thanks(facts, via)
            case Step.CHECKED_LEAD:
                return check_with_lead(facts, self._lead_of(ask), via)
            case Step.LINKEDIN if facts.asked_on or facts.agreed:
                return linkedin_request(facts, agreed=facts.agreed)
            case Step.WARM if facts.asked_on:
                return warm_again(facts, via)
            case Step.WARM | Step.LINKEDIN | Step.DRAFTED:
                channel = None if step is Step.LINKEDIN else via
                made = self.ask_draft(ask.contact_id, channel, ask.project_id, ask.focus, ask)
                return made._replace(text=ask.text or made.text)
        raise NotAllowed(
            f"Nothing is sent when an ask is {step.label}. Messages go out with "
            f"{', '.join(step.value for step in MESSAGE_STEPS[:-1])} and {MESSAGE_STEPS[-1].value}."
        )

    def step_text(self, ask: Ask, coming: NextStep) -> str:
        """The text of this step of an ask, ready to be pasted."""
        return self.step_message(ask, coming.step, coming.via, coming.nudge).text

    def next_message(
        self, contact_id: int, step: Step | None = None, via: Channel | None = None
    ) -> NextMessage:
        """What would be drafted for this step, None for the one that comes next.

        Without an ask under way it is the first message of a new one, about the latest shared
        project; nothing is kept. Raises `NotAllowed` for a step with which nothing is sent.
        """
        contact = self._store.contact(contact_id)
        every = self._store.read(asks.of_contact, contact_id)
        latest = every[0] if every else None
        policy, today = self._store.policy, self._store.clock.today()
        coming = next_step(latest, contact, policy, today) if latest else None
        if latest is None or (coming is None and step is not Step.THANKED):
            shared = self._store.read(projects.of_contact, contact_id)
            latest = Ask(0, contact_id, project_id=shared[0].id if shared else None)
            coming = next_step(latest, contact, policy, today)
        advised = coming.step if coming and coming.step in MESSAGE_STEPS else Step.WARM
        wanted = step or advised
        if wanted is Step.LINKEDIN:
            via = Channel.LINKEDIN
        elif via is None:
            advice = coming.via if coming and wanted is coming.step else None
            via = advice or self.likely_channel(contact_id) or Channel.LINKEDIN
        nudges = sum(step.step is Step.NUDGED for step in this_round(latest))
        message = self.step_message(latest, wanted, via, min(nudges + 1, 2))
        return NextMessage(wanted, via, message)

    def answer_to_request(
        self, request: Request, *, agrees: bool, via: Channel | None = None
    ) -> Message:
        """My answer to their request: a yes with its day, or a kind no, which also takes a promise
        back."""
        facts = self.facts(request.contact_id)
        if not agrees:
            return decline_to_write(facts, via, promised=request.kind is DebtKind.PROMISE)
        due = deliver_by(request, self._store.policy)
        today = self._store.clock.today()
        return agree_to_write(facts, max(due, today), today, via)

    def change_request(self, contact_id: int, via: Channel | None = None) -> Message:
        """Asks for a small change to what they wrote; its gaps are what to change."""
        return ask_for_change(self.facts(contact_id), via)

    def open_ask_with(self, contact_id: int) -> Ask | None:
        """The ask that is under way with this person."""
        every = self._store.read(asks.of_contact, contact_id)
        return every[0] if every and is_open(every[0]) else None

    def _lead_of(self, ask: Ask) -> str:
        """Who led the work that the ask is about; '' when that is not noted of exactly one."""
        shared = self._store.read(projects.of_contact, ask.contact_id)
        about = [project for project in shared if project.id == ask.project_id] or shared[:1]
        members = [member for project in about for member in project.members]
        known = [self._store.contact(member.contact_id) for member in members]
        leads = [
            contact.name
            for contact in known
            if contact.kind is Kind.MANAGER and contact.id != ask.contact_id
        ]
        return name_to_greet(leads[0]) if len(leads) == 1 else ""

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
        channel = self.likely_channel(contact_id)
        made = self.ask_draft(contact_id, channel, project_id, focus, ask)
        kept = ask.text if ask and channel is not None else ""
        draft = self._drafts.begin(
            contact_id,
            TextKind.ASK,
            ask_id=ask.id if ask else None,
            project_id=project_id,
            text=kept or made.text,
        )
        return draft if draft.focus else draft._replace(focus=focus)

    def likely_channel(self, contact_id: int) -> Channel | None:
        """How the next words to this person go: as last time; None once they agreed."""
        every = self._store.read(asks.of_contact, contact_id)
        if every and state_of(every[0]) is AskState.AGREED:
            return None
        steps = (step for ask in every for step in reversed(ask.steps))
        written = (step.via for step in steps if step.via and step.via.greeting)
        return next(written, Channel.LINKEDIN)


def _is_fact(moment: Moment) -> bool:
    """Whether it is the user's own word about what happened between the two."""
    return moment.is_confirmed and moment.kind.is_ours


def _my_name(connection: Connection) -> str:
    """The name of the settings, else the one of the export."""
    return preference(YOUR_NAME, settings.every(connection)) or imports.owner(connection).name


def _shared_work(project: Project, contact_id: int) -> SharedWork:
    """The project as one of its members sees it: nothing of the others is in it."""
    own = next((member for member in project.members if member.contact_id == contact_id), None)
    return SharedWork(
        project.title,
        project.started_on,
        project.ended_on,
        project.about,
        own.their_part if own else "",
        own.my_part if own else "",
    )


def _place(shared: list[Project]) -> str:
    """The organisation where the first project is a position, from its title as the import words
    it: "Analyst at Brightwater"; else empty."""
    if not shared or shared[0].kind is not ProjectKind.POSITION:
        return ""
    _, at, place = shared[0].title.rpartition(" at ")
    return place if at else ""
