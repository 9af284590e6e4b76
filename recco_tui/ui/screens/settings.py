"""Settings: every number that a rule uses, with its reason, changed where it stands."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Input

from recco_tui.core import setting_groups
from recco_tui.core.errors import ReccoError
from recco_tui.core.setting_groups import SettingRow
from recco_tui.locations import styles_folder
from recco_tui.ui.formatting import number, title
from recco_tui.ui.present.settings import (
    is_typed,
    next_value,
    row_line,
    told_lines,
    value_place,
)
from recco_tui.ui.present.spans import Line
from recco_tui.ui.screen import ReccoScreen
from recco_tui.ui.widgets import pasting
from recco_tui.ui.widgets.header_bar import HeaderBar
from recco_tui.ui.widgets.key_footer import KeyFooter
from recco_tui.ui.widgets.line_input import LineInput
from recco_tui.ui.widgets.lines_view import LinesView
from recco_tui.ui.widgets.span_list import SpanList


class SettingsScreen(ReccoScreen):
    """Enter types a number on its own line, or takes the next of a few values."""

    CSS_PATH = styles_folder() / "settings.tcss"
    AUTO_FOCUS = "#settings"
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-tall")]
    BINDINGS = [
        Binding("enter,e", "change", "Change", id="settings.change", tooltip="Another value"),
        Binding(
            "left", "step(-1)", "Less", id="settings.less", tooltip="One less, or the one before"
        ),
        Binding(
            "right", "step(1)", "More", id="settings.more", tooltip="One more, or the next one"
        ),
        Binding("d", "reset", "Default", id="settings.reset", tooltip="Back to its default"),
        Binding(
            "D",
            "reset_all",
            "All defaults",
            False,
            id="settings.reset_all",
            tooltip="Every setting back to its default; u takes that back",
        ),
        Binding("slash", "search", "Search", id="settings.search", tooltip="Search as you type"),
        Binding(
            "K",
            "keys_file",
            "Keys file",
            False,
            id="settings.keys_file",
            tooltip="Make the file in which any key can be changed, and say where it is",
        ),
        Binding("escape", "back", "Back", False, id="settings.back", tooltip="Clear, then leave"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[SettingRow, ...] = ()
        self._typing: SettingRow | None = None

    def compose(self) -> ComposeResult:
        yield HeaderBar(id="header")
        with Vertical(id="page"):
            yield SpanList(
                self._draw, id="settings", empty="No setting has these words. esc clears."
            )
            yield LinesView(id="told")
        yield LineInput(id="value")
        hint = "words in the name or the reason; esc clears"
        yield Input(placeholder=hint, id="search", max_length=pasting.LINE_LIMIT)
        yield KeyFooter()

    def on_mount(self) -> None:
        self._field.display = False
        self._search.display = False

    @property
    def _list(self) -> "SpanList[SettingRow]":
        return self.query_one("#settings", SpanList)

    @property
    def _field(self) -> LineInput:
        return self.query_one("#value", LineInput)

    @property
    def _search(self) -> Input:
        return self.query_one("#search", Input)

    @property
    def row(self) -> SettingRow | None:
        """The setting under the cursor."""
        return self._list.highlighted

    # -- showing ---------------------------------------------------------------------------------

    def action_settings(self) -> None:
        """They are open already."""

    def load(self) -> None:
        self._rows = self.ledger.settings.rows()
        self._show_rows()
        self.show_header("Settings")

    def _show_rows(self) -> None:
        held = self.row.spec.key if self.row else ""
        shown = [row for row in self._rows if row.matches(self._search.value)]
        keys = [row.spec.key for row in shown]
        pane = self._list
        pane.set_entries(shown, keys.index(held) if held in keys else 0)
        changed = sum(row.changed for row in self._rows)
        pane.border_title = f"Settings · {number(len(shown))}"
        pane.border_subtitle = title(f"{number(changed)} changed" if changed else "all as shipped")
        self._tell()

    def _draw(self, row: SettingRow, width: int) -> Line:
        entries = self._list.entries
        first = entries.index(row)
        heads = first == 0 or entries[first - 1].group != row.group
        return row_line(row, width, heads)

    def _tell(self, wrong: str = "") -> None:
        row = self.row
        self.query_one("#told", LinesView).show(lambda width: told_lines(row, wrong, width))

    def on_line_list_highlighted(self) -> None:
        self._leave_field()
        self._tell()

    def on_line_list_chosen(self) -> None:
        self.action_change()

    # -- changing --------------------------------------------------------------------------------

    def action_change(self) -> None:
        """A few values: the next one. Else a field on the value's own place."""
        row = self.row
        if row is None:
            return
        if is_typed(row):
            self._type(row)
        else:
            self._set(row, next_value(row, 1))

    def action_step(self, by: int) -> None:
        row = self.row
        if row is not None and (value := next_value(row, by)) is not None:
            self._set(row, value)

    def _type(self, row: SettingRow) -> None:
        pane, field = self._list, self._field
        self._typing = row
        place = pane.scrollable_content_region
        x, width = value_place(pane.line_width)
        field.styles.offset = (place.x + x, place.y + pane.cursor_line - pane.scroll_offset.y)
        field.styles.width = max(8, width)
        with self.prevent(Input.Changed):
            field.value = row.value
        field.display = True
        field.cursor_position = len(row.value)
        field.focus()

    def _set(self, row: SettingRow, value: str | None) -> bool:
        """Change one, now or when the file is free; what cannot be is said below, where the reason
        stands, and False."""
        said: list[str] = []

        def refused(error: Exception) -> None:
            said.append(str(error))
            self._tell(str(error))

        settings = self.ledger.settings
        self.recco.queue.submit(
            lambda: settings.set(row.spec.key, value), "Change", self._was_set, refused
        )
        return not said

    def _was_set(self, _: object) -> None:
        self.recco.apply_preferences()
        self.report_done()

    def on_input_changed(self, event: Input.Changed) -> None:
        if event.input is self._search:
            self._show_rows()
        elif self._typing is not None:
            self._tell(self._wrong(self._typing, event.value))

    def _wrong(self, row: SettingRow, typed: str) -> str:
        """What is wrong with it as it stands; empty when nothing is, or nothing is typed."""
        try:
            setting_groups.read(row.spec, typed or row.value)
        except ReccoError as error:
            return str(error)
        return ""

    def on_input_submitted(self, event: Input.Submitted) -> None:
        if event.input is self._search:
            self._search.display = bool(self._search.value)
            self._list.focus()
        elif (row := self._typing) is not None:
            empty = not event.value.strip()
            if self._set(row, None if empty else event.value):
                self._leave_field()

    def _leave_field(self) -> None:
        if self._typing is not None:
            self._typing = None
            self._field.display = False
            self._list.focus()

    def action_reset(self) -> None:
        if self.row is not None:
            self._set(self.row, None)

    def action_reset_all(self) -> None:
        apply_preferences = self.recco.apply_preferences
        self.attempt(self.ledger.settings.reset_all, "All defaults", lambda _: apply_preferences())

    # -- search, keys, leaving -------------------------------------------------------------------

    def action_search(self) -> None:
        self._search.display = True
        self.set_focus(self._search)

    def action_keys_file(self) -> None:
        from recco_tui.ui.keymap import write_template

        try:
            self.say(write_template())
        except ReccoError as error:
            self.say(str(error), wrong=True)

    def action_back(self) -> None:
        """First the field, then the search, then the view itself."""
        if self._typing is not None:
            self._leave_field()
            self._tell()
        elif self._search.value or self._search.display:
            self._search.value = ""
            self._search.display = False
            self._list.focus()
        else:
            self.dismiss(None)
