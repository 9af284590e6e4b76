"""What an assistant of the user's choice is told, and what is made of its answer."""

from collections.abc import Sequence
from dataclasses import replace

from recco_tui.core.cleaning import clean_line, clean_text
from recco_tui.core.models import TO_CONFIRM, Direction, Draft, MomentKind, Step, TextKind
from recco_tui.ledger.drafts import NEW, Drafts
from recco_tui.ledger.moments import Moments
from recco_tui.ledger.settings import Settings
from recco_tui.ledger.store import Store
from recco_tui.ledger.writing import Writing
from recco_tui.storage import asks, contacts, recommendations
from recco_tui.storage.tables import RECOMMENDATIONS
from recco_tui.writing.about import About, OtherText
from recco_tui.writing.prompts.assistant import MOST_SAMPLES, assistant_prompt, fact_lines
from recco_tui.writing.prompts.facts import Facts
from recco_tui.writing.rules.unconfirmed import without
from recco_tui.writing.unsupported import Known, is_known, unsupported


class Assistant:
    """Prompts, for the editor, the command line and a client of `recco mcp` alike."""

    def __init__(self, store: Store, writing: Writing, drafts: Drafts, settings: Settings) -> None:
        self._store = store
        self._writing = writing
        self._drafts = drafts
        self._settings = settings
        self._moments = Moments(store)

    def draft_of(self, contact_id: int, kind: TextKind, text: str | None = None) -> Draft:
        """The text begun for this person, or a new one, as the editor would open it; not kept.

        `text` takes the place of its own.
        """
        if kind is TextKind.ASK:
            draft = self._writing.open_ask(contact_id, self._writing.open_ask_with(contact_id))
        else:
            draft = self._writing.open_recommendation(contact_id)
        return draft if text is None else draft._replace(text=text)

    def prompt(self, draft: Draft, step: Step | None = None) -> str:
        """What an assistant is told to help with this draft: nothing about anyone else.

        `step` is the one of an ask with which the message goes out, None for the first message.
        """
        return assistant_prompt(
            draft.kind,
            self._facts(draft),
            draft.text,
            self._writing.limits(),
            step=step,
            voice=self._voice(draft),
        )

    def step_prompt(self, contact_id: int, step: Step, text: str | None = None) -> str:
        """The same for the message of a step, begun with `text` or with what recco would say.

        Raises `NotAllowed` for a step with which nothing is sent.
        """
        written = self._writing.next_message(contact_id, step).message.text
        draft = self.draft_of(contact_id, TextKind.ASK, written if text is None else text)
        return self.prompt(draft, step)

    # -- what is made of the answer --------------------------------------------------------------

    def doubts(self, draft: Draft, text: str) -> tuple[str, ...]:
        """What a text from elsewhere says that is neither in the facts nor in this draft."""
        return self.doubts_of_each(draft, [clean_text(text)])[0]

    def doubts_of_each(self, draft: Draft, texts: Sequence[str]) -> list[tuple[str, ...]]:
        """The same of several texts, such as the sentences of one answer."""
        # What it invented before stands in the draft by now, and bears out nothing.
        known = self._known(draft, without(draft.text, draft.unconfirmed))
        return [
            tuple(dict.fromkeys(text[start:end] for start, end in unsupported(text, known)))
            for text in texts
        ]

    def unconfirmed(self, draft: Draft) -> tuple[str, ...]:
        """Of the words of an assistant in this draft those that are still in no note."""
        if not draft.unconfirmed:
            return ()
        known = self._known(draft)
        return tuple(words for words in draft.unconfirmed if not is_known(words, known))

    def about(self, draft: Draft, doubted: tuple[str, ...] = ()) -> About:
        """What the writing check needs to know of this draft; `doubted` was pasted into it."""
        about = self._writing.about(draft.contact_id, draft.kind)
        known = self._known(draft) if doubted else None
        return replace(
            about,
            unconfirmed=self.unconfirmed(draft),
            doubted=tuple(words for words in doubted if known and not is_known(words, known)),
        )

    def about_answer(self, draft: Draft, text: str) -> About:
        """The same of a text that is held against the facts and this draft, as an assistant's."""
        about = self.about(draft)
        return replace(about, unconfirmed=about.unconfirmed + self.doubts(draft, text))

    def write_draft(self, contact_id: int, kind: TextKind, text: str) -> Draft:
        """A client's words as the draft for this person, the one before kept as a version."""
        with self._store.change() as change:
            name = self._store.contact(contact_id).name
            change.label = f"an assistant wrote a draft for {name}"
            draft = self.draft_of(contact_id, kind)
            if draft.id != NEW:
                self._drafts.keep_version(draft.id)
            return self._drafts.keep(with_doubts(draft, self.doubts(draft, text)), text, "")

    def note(self, contact_id: int, kind: MomentKind, text: str) -> str:
        """A client's words as a moment that is to be confirmed; the line as it was noted."""
        line = f"{TO_CONFIRM} {clean_line(text).removeprefix(TO_CONFIRM).strip()}"
        with self._store.change() as change:
            name = self._store.contact(contact_id).name
            change.label = f"an assistant logged a moment with {name}"
            self._moments.add(contact_id, kind, line)
        return line

    def _known(self, draft: Draft, *own: str) -> Known:
        """What an assistant is told, and what it is not told but the user has written down."""
        facts, contact_id = self._facts(draft), draft.contact_id
        with self._store.database.read() as connection:
            texts = RECOMMENDATIONS.of_contact(connection, contact_id)
            sent = [ask.text for ask in asks.of_contact(connection, contact_id)]
        noted = [self._store.contact(contact_id).note, *(text.text for text in texts), *sent]
        lines = [*fact_lines(facts), *filter(None, noted), *own]
        return Known(lines, (facts.name, facts.my_name), facts.today)

    # -- what it is told -------------------------------------------------------------------------

    def _facts(self, draft: Draft) -> Facts:
        return self._writing.facts(draft.contact_id, draft.project_id, draft.focus)

    def _voice(self, draft: Draft) -> list[OtherText]:
        """The latest texts of this kind that I sent to others, if the settings allow it."""
        if self._settings.preference("voice_samples") != "on":
            return []
        with self._store.database.read() as connection:
            names = contacts.names(connection)
            if draft.kind is TextKind.ASK:
                sent = [(ask.contact_id, ask.text) for ask in asks.every(connection) if ask.steps]
            else:
                sent = [
                    (text.contact_id, text.text)
                    for text in reversed(recommendations.every(connection))
                    if text.direction is Direction.GIVEN
                ]
        others = [
            OtherText(names[id_], text)
            for id_, text in sent
            if text.strip() and id_ in names and id_ != draft.contact_id
        ]
        return others[:MOST_SAMPLES]


def with_doubts(draft: Draft, doubts: tuple[str, ...]) -> Draft:
    """The draft with these words of an assistant in it."""
    return draft._replace(unconfirmed=tuple(dict.fromkeys(draft.unconfirmed + doubts)))
