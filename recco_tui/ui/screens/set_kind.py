"""Setting kinds: one contact at a time, one key says what they are to me."""

from collections.abc import Callable, Sequence

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll

from recco_tui.core.errors import NothingFound
from recco_tui.core.names import url_of
from recco_tui.core.relationships import KNOWN_KINDS, Kind, Relationship
from recco_tui.ui import dialogs
from recco_tui.ui.actions.people import people_words
from recco_tui.ui.formatting import cut, title
from recco_tui.ui.present.set_kind import card_lines, group_lines, in_order
from recco_tui.ui.present.spans import Line, Span, bar, key_lines, wrapped
from recco_tui.ui.screen import ReccoScreen
from recco_tui.ui.widgets.keys import bind, bind_hidden
from recco_tui.ui.widgets.lines_view import LinesView

_BAR = 40


class SetKindScreen(ReccoScreen):
    """Shows those of the circle whose kind is unknown one by one, or sets all `ids` together."""

    VIEW = "Set kind"
    SHEET = "set_kind.tcss"
    AUTO_FOCUS = "#card"
    VERTICAL_BREAKPOINTS = [(0, "-short"), (22, "-tall")]
    BINDINGS = [
        *(
            bind_hidden(
                f"set_kind.{kind}",
                kind.key,
                kind.value.capitalize(),
                f"Set the kind to {kind}.",
                f"kind('{kind}')",
            )
            for kind in KNOWN_KINDS
        ),
        bind_hidden(
            "set_kind.relationship",
            "l",
            "Exactly",
            "Choose one of LinkedIn's relationships.",
            "relationship",
        ),
        bind("set_kind.page", "o", "LinkedIn", "Open this contact's LinkedIn page.", "page"),
        bind("set_kind.skip", "s,right", "Skip", "Skip this contact for now.", "skip"),
        bind("set_kind.back", "b,left", "Back", "Go back to the previous contact.", "before"),
        bind("set_kind.quit", "q,escape", "Leave", "Leave; everything is saved.", "leave"),
    ]

    def __init__(self, ids: Sequence[int] = ()) -> None:
        super().__init__()
        self._together = tuple(ids)
        self._queue: list[int] = []
        self._kinds: dict[int, Kind] = {}
        self._at = 0
        self._said = ""

    def body(self) -> ComposeResult:
        with Vertical(id="set_kind", classes="column"):
            yield LinesView(id="far")
            with VerticalScroll(id="card", classes="pane"):
                yield LinesView(id="facts")
            yield LinesView(id="caps")

    def on_mount(self) -> None:
        self._queue = list(self._together) or in_order(self.ledger.board.circle())

    # -- where we are ----------------------------------------------------------------------------

    @property
    def person(self) -> int | None:
        """Id of the person on the card; None at the end, and when several are set together."""
        return None if self._together or self._at >= len(self._queue) else self._queue[self._at]

    @property
    def left(self) -> int:
        """How many in the queue have no kind yet."""
        return sum(kind is Kind.UNKNOWN for kind in self._kinds.values())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """At the end there is no one to say a kind of; a group has no next one."""
        if action in ("kind", "relationship"):
            return bool(self.targets())
        if action in ("skip", "page"):
            return self.person is not None
        if action == "before":
            return not self._together and self._at > 0
        return True

    def targets(self) -> list[int]:
        if self._together:
            return list(self._queue)
        return [] if self.person is None else [self.person]

    # -- reading ---------------------------------------------------------------------------------

    def load(self) -> None:
        """Read what everyone in the queue is now; who is no longer there drops out."""
        circle = {row.id: row.kind for row in self.ledger.board.circle()}
        found = {id_: circle.get(id_) or self._kind_outside(id_) for id_ in self._queue}
        self._kinds = {id_: kind for id_, kind in found.items() if kind is not None}
        self._at = sum(id_ in self._kinds for id_ in self._queue[: self._at])
        self._queue = list(self._kinds)
        self._show()

    def _kind_outside(self, id_: int) -> Kind | None:
        """The kind of someone outside the circle, None when they are gone or archived."""
        try:
            contact = self.ledger.contacts.get(id_)
        except NothingFound:
            return None
        return None if contact.archived_on else contact.kind

    def _show(self) -> None:
        self.show_lines("far", self._far)
        self.show_lines("facts", self._card())
        self.show_lines("caps", self._caps)
        card = self.query_one("#card", VerticalScroll)
        card.border_title = title(self._heading())
        card.scroll_home(animate=False)
        self.refresh_bindings()

    def _heading(self) -> str:
        if self._together:
            return people_words(self, self.targets())
        person = self.person
        return self.ledger.contacts.get(person).name if person is not None else "Done"

    def _far(self, width: int) -> list[Line]:
        total = len(self._queue)
        if self._together or not total:
            return []
        left = f"  {self.left} left" if self.left else "  all set"
        how_far = bar(total - self.left, total, min(_BAR, width // 2))
        return [(*how_far, Span(left, "ink-muted")), (Span(cut(self._said, width), "ink-faint"),)]

    def say(self, sentence: str, *, wrong: bool = False) -> None:
        """Under the bar, where it covers no key; a toast when it must not be missed."""
        if wrong or self._together:
            super().say(sentence, wrong=wrong)
        self._said = "" if wrong else sentence

    def _card(self) -> Callable[[int], list[Line]]:
        person, day = self.person, self.ledger.day
        if self._together:
            people = [self.ledger.contacts.get(id_) for id_ in self._queue]
            return lambda width: group_lines(people, width)
        if person is not None:
            page = self.ledger.contacts.page(person)
            return lambda width: card_lines(page, day, width)
        return lambda width: wrapped(self._at_the_end(), width)

    def _at_the_end(self) -> str:
        if not self._queue:
            return "Everyone in your circle has a kind."
        done = len(self._queue) - self.left
        if not self.left:
            return f"{done} set. That is everyone in your circle."
        return f"{done} set, {self.left} skipped. b goes back to them."

    def _caps(self, width: int) -> list[Line]:
        keys = []
        if self.targets():
            keys = [(kind.key, kind.key, kind.value) for kind in KNOWN_KINDS]
            keys.append(("l", "l", "exactly…"))
        return key_lines(keys, width)

    # -- saying what they are --------------------------------------------------------------------

    def action_kind(self, kind: str) -> None:
        self._set_kind(Kind(kind), None)

    @work(exclusive=True, group="relationship")
    async def action_relationship(self) -> None:
        ids = self.targets()
        known: tuple[Relationship | None, Kind | None] = (None, None)
        if len(ids) == 1:
            present = self.ledger.contacts.get(ids[0])
            known = present.relationship, present.kind
        choice = await self.app.push_screen_wait(
            dialogs.RelationshipDialog(people_words(self, ids), *known)
        )
        if choice is not None and ids == self.targets():
            self._set_kind(choice.kind, choice.code)

    def _set_kind(self, kind: Kind, relationship: Relationship | None) -> None:
        ids = self.targets()
        if not ids:
            return
        set_kind = self.ledger.contacts.set_kind
        if self._together:
            self.attempt(
                lambda: set_kind(ids, kind, relationship), "Kind", lambda _: self.action_leave()
            )
            return
        # On to the next one also while this one waits for the file.
        at, self._at = self._at, self._at + 1
        queue = self.recco.queue
        queue.submit(
            lambda: set_kind(ids, kind, relationship),
            "Kind",
            lambda _: self.report_done(),
            lambda error: self._kind_not_set(at, error),
        )
        if queue:
            self._show()

    def _kind_not_set(self, at: int, error: Exception) -> None:
        self._at = at
        self.report_error(error)
        self._show()

    def action_page(self) -> None:
        person = self.person
        contact = None if person is None else self.ledger.contacts.get(person)
        if contact is not None and contact.slug:
            self.recco.open_page(url_of(contact.slug))
        else:
            self.say("No LinkedIn address for this contact.")
            self._show()

    # -- moving ----------------------------------------------------------------------------------

    def action_skip(self) -> None:
        if self.person is not None:
            self._at += 1
            self._said = ""
            self._show()

    def action_before(self) -> None:
        if self._at and not self._together:
            self._at -= 1
            self._said = ""
            self._show()

    def after_undo_or_redo(self) -> None:
        """Go back to the person whom undo or redo changed."""
        before = self._kinds
        super().after_undo_or_redo()
        changed = [id_ for id_, kind in self._kinds.items() if kind != before.get(id_)]
        if changed and not self._together:
            self._at = self._queue.index(changed[0])
            self._show()
