"""What every view shares: its keys, one way to change the ledger, undo and redo, the header."""

import asyncio
from collections.abc import Callable, Sequence
from inspect import isawaitable
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import Resize
from textual.message import Message
from textual.screen import Screen

from recco_tui.core.cleaning import capitalized
from recco_tui.core.errors import ChangedElsewhere, FileLocked, FileReplaced, ReccoError
from recco_tui.locations import styles_folder
from recco_tui.ui import dialogs
from recco_tui.ui.actions.verb import Verb
from recco_tui.ui.formatting import cut
from recco_tui.ui.views import VIEWS
from recco_tui.ui.widgets.header_bar import HeaderBar, HeaderFacts
from recco_tui.ui.widgets.key_footer import KeyFooter
from recco_tui.ui.widgets.keys import bind, bind_hidden
from recco_tui.ui.widgets.lines_view import Lines, LinesView
from recco_tui.ui.widgets.sizes import drop_if_outdated

if TYPE_CHECKING:
    from recco_tui.core.agenda import Alert
    from recco_tui.core.models import Change
    from recco_tui.ledger.ledger import Ledger
    from recco_tui.ledger.today import Overview
    from recco_tui.ui.app import ReccoApp
    from recco_tui.ui.dialogs.form import Form
    from recco_tui.ui.draft_keeper import DraftKeeper
    from recco_tui.ui.widgets.search_line import SearchLine

E = TypeVar("E")
S = TypeVar("S")
T = TypeVar("T")

UNDO_OFFER = " · u undoes it"
"""How a toast ends; the application leaves it out where `u` does something else."""
LARGE = 500
"""Rows of a change from which on taking it back is not done between two keys."""
_DOING = {"Undo": "Undoing", "Redo": "Redoing"}
_MOST_OF_A_LABEL = 50


class ReccoScreen(Screen[Any]):
    """A view. Changes are made with `attempt`, which says what happened and loads the view again.

    `VERBS` is what its keys do besides moving, in the order of the footer; the bindings are
    made from it. `BINDINGS` declares the keys that move within the view. What comes
    later under the same key takes the place of what came before: that is how a view changes a
    verb it shares with others.
    """

    VIEW: ClassVar[str] = ""
    """What the header calls the view; empty for one that fills its header itself."""
    SHEET: ClassVar[str] = ""
    """Its style sheet; empty for one that has the application's."""
    VERBS: ClassVar[Sequence[Verb[Any]]] = ()
    _verbs: ClassVar[dict[str, Verb[Any]]] = {}
    """The screen's verbs and those of its base, by their ids."""
    BINDINGS = [
        bind("undo", "u", "Undo", "Undo the last change.", "undo"),
        bind_hidden("redo", "U", "Redo", "Redo what was undone.", "redo"),
        *(
            bind_hidden(
                f"view.{view.name}", str(number), view.label, view.tooltip, f"view('{view.name}')"
            )
            for number, view in enumerate(VIEWS, 1)
        ),
        bind_hidden("settings", "comma", "Settings", "Open the settings.", "settings"),
        bind_hidden(
            "suspend",
            "ctrl+z",
            "Suspend",
            "Go to the shell; type fg to come back.",
            "app.suspend_process",
        ),
        bind("keys", "question_mark", "Keys", "Show the keys of this view.", "keys"),
        bind("quit", "q", "Quit", "Leave recco; everything is saved.", "quit"),
    ]

    keeper: "DraftKeeper | None" = None
    """What keeps the draft of a view in which one writes."""
    _ledger_shown: "Ledger | None" = None
    """Of which ledger the view has been shown last."""

    def __init_subclass__(cls, **settings: Any) -> None:
        verbs = vars(cls).get("VERBS", ())
        cls._verbs = cls._verbs | {verb.id: verb for verb in verbs}
        cls.BINDINGS = _one_a_key(
            [*(verb.binding() for verb in verbs), *vars(cls).get("BINDINGS", ())]
        )
        if sheet := vars(cls).get("SHEET"):
            cls.CSS_PATH = styles_folder() / sheet
        super().__init_subclass__(**settings)

    @property
    def recco(self) -> "ReccoApp":
        """The application, by its own type."""
        return cast("ReccoApp", self.app)

    @property
    def ledger(self) -> "Ledger":
        """The open ledger."""
        return self.recco.ledger

    def compose(self) -> ComposeResult:
        yield HeaderBar(id="header")
        yield from self.body()
        yield KeyFooter()

    def body(self) -> ComposeResult:
        """What is between the header and the footer."""
        return iter(())

    def load(self) -> None:
        """Read what the view shows, and show it. Every view says how."""

    def reload(self) -> None:
        """Show what there is now; while the file is locked even for reading, what was there."""
        try:
            self.load()
            if self.VIEW:
                self.show_header(self.VIEW)
        except FileLocked as error:
            self.recco.reload_later(error)

    def after_first_paint(self) -> None:
        """The application has painted its first view, this one: what could wait can be done."""

    def on_screen_resume(self) -> None:
        """Load again, unless another file than the one shown is open now."""
        shown, self._ledger_shown = self._ledger_shown, self.recco.ledger
        if shown in (None, self.recco.ledger) or self.app.screen_stack[0] is self:
            self.reload()
        else:
            self.file_replaced()

    def file_replaced(self) -> None:
        """Another file is open. What lies over a first view goes: the numbers that it knows people
        and changes by mean others there."""
        self.dismiss(None)

    async def _on_resize(self, event: Resize) -> None:
        drop_if_outdated(self, event)

    async def _on_message(self, message: Message) -> None:
        """Also what a widget says can make a view read the file."""
        try:
            await super()._on_message(message)
        except FileLocked as error:
            self.recco.reload_later(error)

    def show_header(self, view: str, overview: "Overview | None" = None) -> None:
        """Say in the first line where we are, and the numbers that matter, as they are now."""
        now = overview or self.ledger.today.overview()
        self.query_one("#header", HeaderBar).show(
            HeaderFacts(
                view=view,
                day=self.ledger.day,
                today=now.count,
                owe=now.owe,
                open_asks=now.open_asks,
                ask_limit=now.ask_limit,
                badge=self.recco.badge,
            )
        )

    def show_lines(self, id_: str, write: Callable[[int], Lines]) -> None:
        """Have the view's part of this id show the lines that are made for a width in cells."""
        self.query_one(f"#{id_}", LinesView).show(write)

    # -- whom a verb is about --------------------------------------------------------------------

    def alert(self) -> "Alert | None":
        """The alert that a verb is about; None when there is none."""
        return None

    def targets(self) -> list[int]:
        """Ids of the people a verb is about, as a rule of the alert's; empty when there is no
        one."""
        alert = self.alert()
        return [alert.contact_id] if alert and alert.contact_id is not None else []

    def why_no_one(self) -> str:
        """What is said when there is no one that a verb could be about."""
        return "No contact selected. + adds one."

    def show_person(self, contact_id: int) -> None:
        """Put the cursor on someone who was just added, where the view has one."""

    def after_verb(self) -> None:
        """Called when a verb was done on all targets."""

    # -- verbs -----------------------------------------------------------------------------------

    def action_verb(self, id_: str) -> None:
        """Do what the verb of that id does; one that asks first runs beside the keys."""
        verb = self._verbs[id_]
        going = verb.run(self)
        if isawaitable(going):
            self.run_worker(
                going, name=id_, group=verb.group or "verbs", exclusive=bool(verb.group)
            )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "verb":
            return self._verbs[str(parameters[0])].applies(self)
        return super().check_action(action, parameters)

    def attempt(
        self, call: Callable[[], T], what: str, then: Callable[[T], None] | None = None
    ) -> None:
        """Call the ledger: a toast says what was done, the view is loaded again, `then` goes on
        with the result.

        `what` is what the key is called. While another program holds the file, the call waits. What
        a rule or the file says no to is said; then nothing follows.
        """

        def on_done(result: T) -> None:
            self.report_done()
            if then is not None:
                then(result)

        self.recco.queue.submit(call, what, on_done, self.report_error)

    async def attempt_and_wait(
        self, call: Callable[[], T], what: str, follows: Callable[[T], str] | None = None
    ) -> T | None:
        """The same from a worker, which waits with it; None when something said no.

        `follows` makes of the result what is said besides.
        """
        try:
            result = await self.recco.queue.submit_for_result(call, what)
        except ReccoError as error:
            self.report_error(error)
            return None
        self.report_done(follows(result) if follows else "")
        return result

    async def fill_form(self, form: "Form[E]", save: Callable[[E], T], what: str) -> T | None:
        """Fill a form and save its answer; None when the form was left.

        What says no is said in the form, which stays open with all that was typed. What had to wait
        for the file and was refused in the end is said with the words that were typed. Raises
        `ChangedElsewhere` where another window was first.
        """
        words, outcome = "", asyncio.get_running_loop().create_future()

        def submit(entry: E) -> str:
            nonlocal words, outcome
            words = form.words_typed()
            outcome = self.recco.queue.submit_for_result(lambda: save(entry), what, words)
            error = outcome.exception() if outcome.done() else None
            return "" if error is None or isinstance(error, ChangedElsewhere) else str(error)

        form.submit = submit
        if await self.app.push_screen_wait(form) is None:
            return None
        try:
            result: T = await outcome
        except ChangedElsewhere:
            raise
        except ReccoError as error:
            self.report_error(error, words)
            return None
        self.report_done()
        return result

    async def fill_edit_form(
        self, form: "Form[E]", edit: Callable[[E, S | None], object], seen: S
    ) -> None:
        """Edit what was `seen` with a form; where another window was first, ask whose to keep:
        `edit` is then given None for what was seen."""
        entries: list[E] = []

        def edit_seen(entry: E) -> object:
            entries[:] = [entry]
            return edit(entry, seen)

        try:
            await self.fill_form(form, edit_seen, "Edit")
        except ChangedElsewhere as changed:
            mine = dialogs.Choice("m", "keep mine", True, "what you typed")
            theirs = dialogs.Choice("t", "keep theirs", False, "what was saved elsewhere")
            if await dialogs.choose(self, "Changed elsewhere", str(changed), [mine, theirs]):
                await self.attempt_and_wait(lambda: edit(entries[0], None), "Edit")
            else:
                self.reload()

    def report_error(self, error: Exception, words: str = "") -> None:
        """Say why not. What was typed for it is shown, to be copied or kept in a file."""
        if not isinstance(error, ReccoError):
            raise error
        if isinstance(error, FileReplaced):
            self.recco.handle_replaced_file()
        elif words:
            self.recco.show_text("Not saved", words, str(error), file="not saved", over_all=True)
        else:
            self.say(str(error), wrong=True)

    def report_done(self, follows: str = "") -> None:
        """Say what was done last and what follows from it, and load the view again."""
        done = self.ledger.last_change
        words = [capitalized(done.label)] if done else []
        words += [follows] if follows else []
        if words:
            self.say(" · ".join(words) + UNDO_OFFER)
        self.reload_if_shown()

    def reload_if_shown(self) -> None:
        """A call that had to wait may find another view on top, which shows its outcome too."""
        stack = self.app.screen_stack
        if self in stack and all(above.is_modal for above in stack[stack.index(self) + 1 :]):
            self.reload()
        else:
            self.recco.reload_top()

    def say(self, sentence: str, *, wrong: bool = False) -> None:
        """A toast; people's names in it stay literal."""
        self.app.clear_notifications()
        self.app.notify(sentence, severity="error" if wrong else "information", markup=False)

    # -- back and forth --------------------------------------------------------------------------

    def action_undo(self) -> None:
        coming = self.ledger.log.next_undo()
        changes = [coming] if coming else []
        self.undo_or_redo("Undo", "Undone", lambda ledger: ledger.log.undo(), changes)

    def action_redo(self) -> None:
        coming = self.ledger.log.next_redo()
        changes = [coming] if coming else []
        self.undo_or_redo("Redo", "Redone", lambda ledger: ledger.log.redo(), changes)

    def undo_or_redo(
        self,
        what: str,
        words: str,
        call: "Callable[[Ledger], object]",
        changes: "Sequence[Change]" = (),
        said: str = "",
        then: Callable[[], None] | None = None,
    ) -> None:
        """Take changes back, or bring them back, and then show it; `said` follows the words, in
        place of the changes' own labels.

        Large ones take their time, beside the keys. Another while one is under way is refused.
        """
        queue, ledger = self.recco.queue, self.ledger
        if queue.is_busy():
            return
        labels = "; ".join(change.label for change in changes)

        def on_done(change: object) -> None:
            self.say(f"{words}: {said or getattr(change, 'label', labels)}")
            self.recco.apply_preferences()
            if then is not None:
                then()
            self.after_undo_or_redo()

        if sum(change.rows for change in changes) > LARGE:
            doing = f"{_DOING[what]}: {cut(labels, _MOST_OF_A_LABEL)}"
            queue.submit_long(call, what, doing, on_done, self.report_error)
        else:
            queue.submit(lambda: call(ledger), what, on_done, self.report_error)

    def after_undo_or_redo(self) -> None:
        """Something was taken back, or brought back: show it."""
        self.reload_if_shown()

    def action_view(self, mode: str) -> None:
        """Show a view. Screens over the one in front are left first, as far as they can be:
        the view would come back with that, or not be seen at all."""
        for screen in reversed(self.app.screen_stack[1:]):
            if not isinstance(screen, ReccoScreen):
                break
            screen.action_leave()
            if screen in self.app.screen_stack:
                break
        self.app.switch_mode(mode)

    def action_search(self) -> None:
        """Type into the view's line for searching."""
        cast("SearchLine", self.query_one("#search")).open()

    def action_settings(self) -> None:
        self.recco.open("settings")

    def action_leave(self) -> None:
        """Close the view; not from below a dialog, which would be closed in its place: coming back
        from that, the view is loaded again and can see whether it stays."""
        if self.is_active:
            self.dismiss(None)

    def action_keys(self) -> None:
        self.app.push_screen(dialogs.KeysDialog(dialogs.keys_of(self)))

    async def action_quit(self) -> None:
        self.recco.leaving.leave()


def _one_a_key(bindings: Sequence[Binding]) -> list[BindingType]:
    """Of several on a key the last one, in the place of the first."""
    by_key = {key: binding for binding in bindings for key in binding.key.split(",")}
    return list(dict.fromkeys(by_key.values()))
