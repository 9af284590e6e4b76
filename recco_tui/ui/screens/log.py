"""The log: everything done, newest first; enter goes back, or forward again, to any point."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.binding import Binding

from recco_tui.core.models import Change
from recco_tui.locations import styles_folder
from recco_tui.ui.formatting import cut, fit, number, plain, short_date
from recco_tui.ui.present.spans import Line, Span
from recco_tui.ui.screen import ReccoScreen
from recco_tui.ui.widgets.header_bar import HeaderBar
from recco_tui.ui.widgets.key_footer import KeyFooter
from recco_tui.ui.widgets.span_list import SpanList

if TYPE_CHECKING:
    pass

BEGINNING = Change(0, "the beginning: nothing done yet", datetime.min)


class LogScreen(ReccoScreen):
    """What enter would take back is marked above the cursor, before it is done."""

    CSS_PATH = styles_folder() / "log.tcss"
    AUTO_FOCUS = "#log"
    BINDINGS = [
        Binding(
            "enter",
            "back_to",
            "Back to here",
            id="log.back_to",
            tooltip="Take back all that was done after this, or bring it back again",
        ),
        Binding(
            "b",
            "snapshots",
            "Snapshots",
            id="log.snapshots",
            tooltip="Copies of the whole file, and putting one back",
        ),
        Binding("escape", "view('board')", "Board", id="log.board", tooltip="To the board"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._when_cells = 0

    def compose(self) -> ComposeResult:
        yield HeaderBar(id="header")
        yield SpanList(self._draw, id="log", empty="Nothing was done yet.")
        yield KeyFooter()

    @property
    def _list(self) -> "SpanList[Change]":
        return self.query_one("#log", SpanList)

    @property
    def cursor(self) -> Change | None:
        """The entry under the cursor; `BEGINNING` is the last one."""
        return self._list.highlighted

    def load(self) -> None:
        entries = self.ledger.log.entries()
        held = self.cursor
        self.show_header("Log")
        shown = (*entries, BEGINNING) if entries else ()
        day = self.ledger.day
        self._when_cells = 2 + max((len(_when(e.made_at, day)) for e in entries), default=0)
        ids = [entry.id for entry in shown]
        self._list.set_entries(shown, ids.index(held.id) if held and held.id in ids else 0)
        undone = sum(entry.undone_at is not None for entry in entries)
        back = f" · {number(undone)} taken back" if undone else ""
        self._list.border_title = f"Log · {number(len(entries) - undone)} done{back}"

    def on_line_list_highlighted(self) -> None:
        """Say what enter does here, and mark it on the lines above."""
        back, forward = self._would_go_back(), self._would_go_forward()
        told = ""
        if back:
            told = f"enter takes back {_many(back)}"
        elif forward:
            told = f"enter brings back {_many(forward)}"
        self._list.border_subtitle = told
        self._list.redraw()

    def on_line_list_chosen(self) -> None:
        self.action_back_to()

    def action_snapshots(self) -> None:
        self.recco.open("snapshots")

    def _would_go_back(self) -> Sequence[Change]:
        """What stands above the cursor and is done, newest first."""
        here = self.cursor
        if here is None or here.undone_at is not None:
            return ()
        return [e for e in self._list.entries if e.id > here.id and e.undone_at is None]

    def _would_go_forward(self) -> Sequence[Change]:
        """What was taken back and can return, up to the entry under the cursor, oldest first."""
        here = self.cursor
        if here is None or not here.redoable:
            return ()
        return [e for e in reversed(self._list.entries) if e.redoable and e.id <= here.id]

    def action_back_to(self) -> None:
        here, back, forward = self.cursor, self._would_go_back(), self._would_go_forward()
        if here is None:
            return
        if back:
            words, said = f"Took back {_many(back)}", f"{_labels(back)} · U brings back"
            ids = [change.id for change in back]
            self.undo_or_redo("Undo", words, lambda ledger: ledger.log.take_back(ids), back, said)
        elif forward:
            words, said = f"Brought back {_many(forward)}", f"{_labels(forward)} · u takes back"
            ids = [change.id for change in forward]
            self.undo_or_redo(
                "Redo", words, lambda ledger: ledger.log.bring_back(ids), forward, said
            )
        else:
            self.say(_why_nothing(here))

    def _draw(self, entry: Change, width: int) -> Line:
        if entry.id == BEGINNING.id:
            return (Span(" " * (2 + self._when_cells)), Span(entry.label, "ink-muted"))
        sign, ink = self._sign(entry)
        origin = plain(entry.origin) if width > 90 else ""
        state = "" if entry.undone_at is None else ("taken back" if entry.redoable else "overtaken")
        right = "  ".join(part for part in (state, origin) if part)
        when = fit(_when(entry.made_at, self.ledger.day), self._when_cells)
        room = width - 2 - len(when) - (len(right) + 2 if right else 0)
        words = fit(entry.label, max(1, room))
        return (
            Span(f"{sign} ", "owe" if sign == "↶" else "owed"),
            Span(when, "ink-faint"),
            Span(words, ink),
            Span(f"  {right}" if right else "", "ink-faint"),
        )

    def _sign(self, entry: Change) -> tuple[str, str]:
        """A sign for what enter would do to the entry, and the ink of its words."""
        here = self.cursor
        ink = "ink" if entry.undone_at is None else "ink-faint"
        if here is None:
            return " ", ink
        if here.undone_at is None and entry.id > here.id and entry.undone_at is None:
            return "↶", "ink-muted"
        if here.redoable and entry.redoable and entry.id <= here.id:
            return "↷", ink
        return " ", ink


def _when(at: datetime, today: date) -> str:
    local = at.astimezone()
    day = "today" if local.date() == today else short_date(local.date(), today)
    return f"{day} {local:%H:%M}"


def _many(changes: Sequence[Change]) -> str:
    return "1 change" if len(changes) == 1 else f"{number(len(changes))} changes"


def _labels(changes: Sequence[Change]) -> str:
    """The first few in words."""
    told = "; ".join(cut(change.label, 60) for change in changes[:3])
    return told + (" …" if len(changes) > 3 else "")


def _why_nothing(here: Change) -> str:
    if here.undone_at is not None:
        return "That cannot be brought back: something else was done since."
    return "Nothing was done after this: it is where you are."
