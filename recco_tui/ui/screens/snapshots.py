"""The snapshots: when each was taken and why, and what putting one back would change."""

from pathlib import Path

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from recco_tui.core.errors import ReccoError
from recco_tui.core.models import SnapshotReason
from recco_tui.ledger import snapshots
from recco_tui.ledger.snapshots import Backup, Difference, Snapshot
from recco_tui.locations import styles_folder
from recco_tui.ui.formatting import fit, number, title
from recco_tui.ui.present.spans import BLANK, Line, Span, wrapped
from recco_tui.ui.screen import ReccoScreen
from recco_tui.ui.widgets.header_bar import HeaderBar
from recco_tui.ui.widgets.key_footer import KeyFooter
from recco_tui.ui.widgets.lines_view import LinesView
from recco_tui.ui.widgets.span_list import SpanList


class SnapshotsScreen(ReccoScreen):
    """Nothing is lost here: what is replaced becomes a snapshot itself."""

    CSS_PATH = styles_folder() / "snapshots.tcss"
    AUTO_FOCUS = "#list"
    BINDINGS = [
        Binding(
            "enter",
            "restore",
            "Put back",
            id="snapshots.restore",
            tooltip="Put this one in the place of the file, which becomes a snapshot first",
        ),
        Binding("b", "backup", "Take one now", id="snapshots.backup", tooltip="Copy all of it now"),
        Binding("escape", "leave", "Back", id="snapshots.back", tooltip="Back to the log"),
    ]

    def compose(self) -> ComposeResult:
        yield HeaderBar(id="header")
        with Vertical(id="page"):
            yield SpanList(self._draw, id="list", empty="No snapshot yet. b takes one now.")
            yield LinesView(id="told")
        yield KeyFooter()

    @property
    def _list(self) -> "SpanList[Snapshot]":
        return self.query_one("#list", SpanList)

    def load(self) -> None:
        self.show_header("Snapshots")
        held = self._list.highlighted
        every = snapshots.snapshots_of(self.ledger.path)
        paths = [one.path for one in every]
        pane = self._list
        pane.set_entries(every, paths.index(held.path) if held and held.path in paths else 0)
        pane.border_title = f"Snapshots · {number(len(every))}"
        pane.border_subtitle = title(str(snapshots.folder_of(self.ledger.path)))
        self._tell()

    def on_line_list_highlighted(self) -> None:
        self._tell()

    def on_line_list_chosen(self) -> None:
        self.action_restore()

    def _tell(self) -> None:
        told, chosen = self.query_one("#told", LinesView), self._list.highlighted
        if chosen is None:
            told.show(lambda width: wrapped("Taken each day and before each import.", width))
            return
        try:
            changes = snapshots.differences(self.ledger.path, chosen.path)
        except ReccoError as error:
            sentence = str(error)
            told.show(lambda width: wrapped(sentence, width, "error"))
            return
        told.show(lambda width: _told(changes, width))

    def _draw(self, one: Snapshot, width: int) -> Line:
        at = one.taken_at.astimezone()
        when = f"{at:%a} {at.day} {at:%b %Y  %H:%M}"
        size = f"{one.size / 1024:,.0f} kB"
        return (
            Span(fit(when, 24), "ink"),
            Span(fit(SnapshotReason.label_of(one.why), max(8, width - 24 - 12)), "ink-muted"),
            Span(fit(size, 11, "right"), "ink-muted"),
        )

    def action_restore(self) -> None:
        chosen, queue = self._list.highlighted, self.recco.queue
        if chosen is not None and not self._is_under_way():
            queue.submit_long(
                lambda ledger: ledger.restore(chosen.path),
                "Put back",
                f"Putting back {chosen.path.name}",
                self._was_put_back,
                self.report_error,
            )

    def _was_put_back(self, kept: Path | None) -> None:
        if not self.ledger.is_in_place:
            self.recco.handle_replaced_file()
        self.recco.apply_preferences()
        self.say(f"Put back. What was there before is a snapshot too: {kept.name if kept else ''}")
        self._reload_if_shown()

    def action_backup(self) -> None:
        if not self._is_under_way():
            self.recco.queue.submit_long(
                lambda ledger: snapshots.backup(ledger.path, None, ledger.clock.real_now()),
                "Take one now",
                "Taking a snapshot",
                self._was_taken,
                self.report_error,
                writes=False,
            )

    def _was_taken(self, copied: Backup) -> None:
        self.say(f"Copied to {copied.path.name}")
        self._reload_if_shown()

    def _is_under_way(self) -> bool:
        words = self.recco.queue.progress
        if words:
            self.say(f"{words} · not done yet")
        return bool(words)


def _told(changes: tuple[Difference, ...], width: int) -> list[Line]:
    different = [one for one in changes if one.now != one.then]
    if not different:
        return wrapped("It holds as many of everything as now.", width, "ink-muted")
    lines: list[Line] = [(Span(fit("", 12)), Span(f"{'now':>8}{'then':>8}", "ink-muted"))]
    lines += [
        (Span(fit(one.what, 12)), Span(f"{one.now:>8,}"), Span(f"{one.then:>8,}", "ink-key", True))
        for one in different
    ]
    return [*lines, BLANK, *wrapped("enter puts it back.", width, "ink-muted")]
