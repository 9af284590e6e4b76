"""The log: everything done, newest first; enter goes back, or forward again, to any point."""

from collections.abc import Sequence
from datetime import date, datetime

from textual import on
from textual.app import ComposeResult

from recco_tui.core.models import Change
from recco_tui.core.when import short_date
from recco_tui.ui.actions.verb import verb
from recco_tui.ui.formatting import cut, fit, number, number_of, plain
from recco_tui.ui.present.spans import Line, Span
from recco_tui.ui.screen import ReccoScreen
from recco_tui.ui.widgets.keys import bind
from recco_tui.ui.widgets.span_list import SpanList

BEGINNING = Change(0, "the beginning", datetime.min)
TAKES_BACK, BRINGS_BACK = "↶", "↷"


@verb(
    "log.back_to",
    "enter",
    "Back to here",
    "Undo, or redo, everything after this change.",
    footer=True,
)
def go_to_cursor(screen: "LogScreen") -> None:
    """Take back all that was done after the entry under the cursor, or bring it back again."""
    here, back, forward = screen.cursor, screen.to_take_back(), screen.to_bring_back()
    if changes := back or forward:
        what, did, then = ("Undo", "Undid", "U redoes") if back else ("Redo", "Redid", "u undoes")
        ids = [change.id for change in changes]
        screen.undo_or_redo(
            what,
            f"{did} {number_of(len(ids), 'change')}",
            lambda ledger: ledger.log.take_back(ids) if back else ledger.log.bring_back(ids),
            changes,
            f"{_labels(changes)} · {then}",
        )
    elif here is not None and here.undone_at is not None:
        screen.say("Can't redo this: something else has changed since.")
    elif here is not None:
        screen.say("You are here: nothing has happened since.")


class LogScreen(ReccoScreen):
    """What enter would take back is marked above the cursor, before it is done."""

    VIEW = "Log"
    SHEET = "log.tcss"
    AUTO_FOCUS = "#log"
    VERBS = (go_to_cursor,)
    BINDINGS = [
        bind(
            "log.snapshots", "b", "Snapshots", "Show the snapshots of the whole file.", "snapshots"
        ),
        bind("log.board", "escape", "Board", "Go back to the board.", "view('board')"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._when_cells = 0
        self._list = SpanList[Change](
            self._draw, key=lambda change: change.id, id="log", empty="Nothing done yet."
        )

    def body(self) -> ComposeResult:
        yield self._list

    @property
    def cursor(self) -> Change | None:
        """The entry under the cursor; `BEGINNING` is the last one."""
        return self._list.highlighted

    def load(self) -> None:
        entries, day = self.ledger.log.entries(), self.ledger.day
        self._when_cells = 2 + max((len(_when(e.made_at, day)) for e in entries), default=0)
        self._list.set_entries((*entries, BEGINNING) if entries else ())
        undone = sum(entry.undone_at is not None for entry in entries)
        back = f" · {number(undone)} undone" if undone else ""
        self._list.border_title = f"Log · {number(len(entries) - undone)} done{back}"

    @on(SpanList.Highlighted)
    def _show_what_enter_does(self) -> None:
        does = ""
        if back := self.to_take_back():
            does = f"Enter undoes {number_of(len(back), 'change')}"
        elif forward := self.to_bring_back():
            does = f"Enter redoes {number_of(len(forward), 'change')}"
        self._list.border_subtitle = does
        self._list.redraw()

    @on(SpanList.Chosen)
    def _go_to_cursor(self) -> None:
        go_to_cursor(self)

    def action_snapshots(self) -> None:
        self.recco.open("snapshots")

    def to_take_back(self) -> Sequence[Change]:
        """What enter would take back here, newest first."""
        return [entry for entry in self._list.entries if self._sign(entry) == TAKES_BACK]

    def to_bring_back(self) -> Sequence[Change]:
        """What enter would bring back here, oldest first."""
        return [e for e in reversed(self._list.entries) if self._sign(e) == BRINGS_BACK]

    def _sign(self, entry: Change) -> str:
        """What enter would do to the entry, with the cursor where it is."""
        here = self.cursor
        if here is None:
            return " "
        if here.undone_at is None:
            after = entry.id > here.id and entry.undone_at is None
            return TAKES_BACK if after else " "
        return BRINGS_BACK if here.redoable and entry.redoable and entry.id <= here.id else " "

    def _draw(self, entry: Change, width: int) -> Line:
        if entry.id == BEGINNING.id:
            return (Span(" " * (2 + self._when_cells)), Span(entry.label, "ink-muted"))
        sign = self._sign(entry)
        ink = "ink" if entry.undone_at is None else "ink-faint"
        origin = plain(entry.origin) if width > 90 else ""
        state = "" if entry.undone_at is None else ("undone" if entry.redoable else "overtaken")
        right = "  ".join(part for part in (state, origin) if part)
        when = fit(_when(entry.made_at, self.ledger.day), self._when_cells)
        room = width - 2 - len(when) - (len(right) + 2 if right else 0)
        return (
            Span(f"{sign} ", "owe" if sign == TAKES_BACK else "owed"),
            Span(when, "ink-faint"),
            Span(fit(entry.label, max(1, room)), "ink-muted" if sign == TAKES_BACK else ink),
            Span(f"  {right}" if right else "", "ink-faint"),
        )


def _when(at: datetime, today: date) -> str:
    local = at.astimezone()
    day = "today" if local.date() == today else short_date(local.date(), today)
    return f"{day} {local:%H:%M}"


def _labels(changes: Sequence[Change]) -> str:
    """The first few in words."""
    labels = "; ".join(cut(change.label, 60) for change in changes[:3])
    return labels + (" …" if len(changes) > 3 else "")
