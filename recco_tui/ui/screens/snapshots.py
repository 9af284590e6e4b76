"""The snapshots: when each was taken and why, and what putting one back would change."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from recco_tui.core.errors import ReccoError
from recco_tui.core.models import SnapshotReason
from recco_tui.core.time_of_day import say_time
from recco_tui.ledger import snapshots
from recco_tui.ledger.snapshots import Backup, Difference, Snapshot
from recco_tui.ui.actions.verb import verb
from recco_tui.ui.formatting import fit, number, title
from recco_tui.ui.present.spans import BLANK, Line, Span, wrapped
from recco_tui.ui.screen import ReccoScreen
from recco_tui.ui.widgets.keys import bind
from recco_tui.ui.widgets.lines_view import LinesView
from recco_tui.ui.widgets.span_list import SpanList


@verb(
    "snapshots.restore",
    "enter",
    "Restore",
    "Restore this snapshot; today's file is kept as one.",
    footer=True,
)
def put_back(screen: "SnapshotsScreen") -> None:
    """Put the snapshot under the cursor in the place of the file, which becomes one first."""
    chosen = screen.list.highlighted
    if chosen is None or screen.recco.queue.is_busy():
        return

    def on_done(kept: Path | None) -> None:
        if not screen.ledger.is_in_place:
            screen.recco.handle_replaced_file()
        screen.recco.apply_preferences()
        name = kept.name if kept else ""
        screen.say(f"Restored. The file from before is a snapshot too: {name}")
        screen.reload_if_shown()

    screen.recco.queue.submit_long(
        lambda ledger: ledger.restore(chosen.path),
        "Restore",
        f"Restoring {chosen.path.name}",
        on_done,
        screen.report_error,
    )


@verb("snapshots.backup", "b", "Take one now", "Take a snapshot now.", footer=True)
def take_one(screen: "SnapshotsScreen") -> None:
    """Copy all of the file now."""
    if screen.recco.queue.is_busy():
        return

    def on_done(copied: Backup) -> None:
        screen.say(f"Copied to {copied.path.name}")
        screen.reload_if_shown()

    screen.recco.queue.submit_long(
        lambda ledger: snapshots.backup(ledger.path, None, ledger.clock.real_now()),
        "Take one now",
        "Taking a snapshot",
        on_done,
        screen.report_error,
        writes=False,
    )


class SnapshotsScreen(ReccoScreen):
    """Nothing is lost here: what is replaced becomes a snapshot itself."""

    VIEW = "Snapshots"
    SHEET = "snapshots.tcss"
    AUTO_FOCUS = "#list"
    VERBS = (put_back, take_one)
    BINDINGS = [bind("snapshots.back", "escape", "Back", "Go back to the log.", "leave")]

    def __init__(self) -> None:
        super().__init__()
        self.list = SpanList[Snapshot](
            partial(_draw, self.ledger.clock.now()),
            key=lambda snapshot: snapshot.path,
            id="list",
            empty="No snapshots yet. b takes one now.",
        )

    def body(self) -> ComposeResult:
        with Vertical(id="page"):
            yield self.list
            yield LinesView(id="told")

    def load(self) -> None:
        every = snapshots.snapshots_of(self.ledger.path)
        self.list.set_entries(every)
        self.list.border_title = f"Snapshots · {number(len(every))}"
        self.list.border_subtitle = title(str(snapshots.folder_of(self.ledger.path)))
        self._show_differences()

    @on(SpanList.Highlighted)
    def _show_differences(self) -> None:
        chosen = self.list.highlighted
        if chosen is None:
            words = "recco takes one each day and before each import."
            self.show_lines("told", lambda width: wrapped(words, width))
            return
        try:
            differences = snapshots.differences(self.ledger.path, chosen.path)
        except ReccoError as error:
            sentence = str(error)
            self.show_lines("told", lambda width: wrapped(sentence, width, "error"))
        else:
            self.show_lines("told", lambda width: _difference_lines(differences, width))

    @on(SpanList.Chosen)
    def _put_back(self) -> None:
        put_back(self)


def _draw(now: datetime, snapshot: Snapshot, width: int) -> Line:
    when = say_time(snapshot.taken_at.astimezone(now.tzinfo), now)
    size = f"{snapshot.size / 1024:,.0f} kB"
    return (
        Span(fit(when, 24), "ink"),
        Span(fit(SnapshotReason.label_of(snapshot.why), max(8, width - 24 - 12)), "ink-muted"),
        Span(fit(size, 11, "right"), "ink-muted"),
    )


def _difference_lines(differences: Sequence[Difference], width: int) -> list[Line]:
    different = [counted for counted in differences if counted.now != counted.then]
    if not different:
        return wrapped("It has as many contacts, texts and drafts as now.", width, "ink-muted")
    lines: list[Line] = [(Span(fit("", 12)), Span(f"{'now':>8}{'then':>8}", "ink-muted"))]
    lines += [
        (
            Span(fit(counted.what, 12)),
            Span(f"{counted.now:>8,}"),
            Span(f"{counted.then:>8,}", "ink-key", True),
        )
        for counted in different
    ]
    return [*lines, BLANK, *wrapped("Enter restores it.", width, "ink-muted")]
