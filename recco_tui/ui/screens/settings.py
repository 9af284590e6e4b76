"""Settings: every number that a rule uses, with its reason, changed in its own line."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.reactive import var
from textual.widgets import Input

from recco_tui.core.errors import ReccoError
from recco_tui.core.settings import SettingRow, parse_setting
from recco_tui.ui.actions.verb import Verb, verb
from recco_tui.ui.formatting import number, title
from recco_tui.ui.keymap import write_template
from recco_tui.ui.present import settings as present
from recco_tui.ui.present.spans import Line
from recco_tui.ui.screen import ReccoScreen
from recco_tui.ui.widgets.keys import bind, bind_hidden
from recco_tui.ui.widgets.line_input import LineInput
from recco_tui.ui.widgets.lines_view import LinesView
from recco_tui.ui.widgets.search_line import SearchLine
from recco_tui.ui.widgets.span_list import SpanList


@verb("settings.change", "enter,e", "Change", "Change this value.", footer=True)
def change(screen: "SettingsScreen") -> None:
    """A few values: the next one. Else a field on the value's own place."""
    row = screen.row
    if row is not None and present.is_typed(row):
        screen.typing = row
    else:
        step(screen, 1)


def step(screen: "SettingsScreen", by: int) -> None:
    """The value so many steps on, where there are steps."""
    row = screen.row
    if row is not None and (value := present.next_value(row, by)) is not None:
        screen.set_value(row, value)


@verb("settings.reset", "d", "Default", "Reset this setting to its default.", footer=True)
def reset(screen: "SettingsScreen") -> None:
    row = screen.row
    if row is not None:
        screen.set_value(row, None)


@verb("settings.reset_all", "D", "All defaults", "Reset every setting to its default.")
def reset_all(screen: "SettingsScreen") -> None:
    app = screen.recco
    screen.attempt(app.ledger.settings.reset_all, "All defaults", lambda _: app.apply_preferences())


class SettingsScreen(ReccoScreen):
    """Enter types a number on its own line, or takes the next of a few values."""

    VIEW = "Settings"
    SHEET = "settings.tcss"
    AUTO_FOCUS = "#settings"
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-tall")]
    VERBS = (
        change,
        Verb(
            "settings.less",
            "left",
            "Less",
            "Lower this value, or choose the previous one.",
            lambda screen: step(screen, -1),
            footer=True,
        ),
        Verb(
            "settings.more",
            "right",
            "More",
            "Raise this value, or choose the next one.",
            lambda screen: step(screen, 1),
            footer=True,
        ),
        reset,
        reset_all,
    )
    BINDINGS = [
        bind("settings.search", "slash", "Search", "Search the settings as you type.", "search"),
        bind_hidden(
            "settings.keys_file",
            "K",
            "Keys file",
            "Create the file where you can change any key.",
            "keys_file",
        ),
        bind_hidden("settings.back", "escape", "Back", "Clear the search, or leave.", "back"),
    ]

    typing: var[SettingRow | None] = var(None)
    """The setting whose value is being typed."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[SettingRow, ...] = ()
        self.list = SpanList[SettingRow](
            self._draw,
            key=lambda row: row.spec.key,
            id="settings",
            empty="No setting matches. Esc clears the search.",
        )
        self._field = LineInput(id="value")
        self._search = SearchLine("words in the name or reason; Esc clears", self.list)

    def body(self) -> ComposeResult:
        with Vertical(id="page"):
            yield self.list
            yield LinesView(id="told")
        yield self._field
        yield self._search

    @property
    def row(self) -> SettingRow | None:
        """The setting under the cursor."""
        return self.list.highlighted

    # -- showing ---------------------------------------------------------------------------------

    def action_settings(self) -> None:
        """They are open already."""

    def load(self) -> None:
        self._rows = self.ledger.settings.rows()
        self._show_rows()

    @on(Input.Changed, "#search")
    def _show_rows(self) -> None:
        shown = [row for row in self._rows if row.matches(self._search.value)]
        self.list.set_entries(shown)
        changed = sum(row.changed for row in self._rows)
        self.list.border_title = f"Settings · {number(len(shown))}"
        self.list.border_subtitle = title(
            f"{number(changed)} changed" if changed else "all at their defaults"
        )
        self._show_reason()

    def _draw(self, row: SettingRow, width: int) -> Line:
        entries = self.list.entries
        first = entries.index(row)
        heads = first == 0 or entries[first - 1].group != row.group
        return present.row_line(row, width, heads)

    def _show_reason(self, wrong: str = "") -> None:
        row = self.row
        self.show_lines("told", lambda width: present.told_lines(row, wrong, width))

    @on(SpanList.Highlighted)
    def _cursor_moved(self) -> None:
        self.typing = None
        self._show_reason()

    @on(SpanList.Chosen)
    def _change(self) -> None:
        change(self)

    # -- changing --------------------------------------------------------------------------------

    def watch_typing(self, before: SettingRow | None, row: SettingRow | None) -> None:
        """The field takes the place of the value."""
        field, place = self._field, self.list.scrollable_content_region
        field.display = row is not None
        if row is None:
            if before is not None:
                self.list.focus()
            return
        x, width = present.value_place(self.list.line_width)
        line = self.list.cursor_line - self.list.scroll_offset.y
        field.styles.offset = (place.x + x, place.y + line)
        field.styles.width = max(8, width)
        with self.prevent(Input.Changed):
            field.value = row.value
        field.cursor_position = len(row.value)
        field.focus()

    def set_value(self, row: SettingRow, value: str | None) -> bool:
        """Change one, now or when the file is free; what cannot be is said below, where the reason
        stands, and False."""
        refused: list[Exception] = []

        def on_done(_: object) -> None:
            self.recco.apply_preferences()
            self.report_done()

        def on_error(error: Exception) -> None:
            refused.append(error)
            self._show_reason(str(error))

        settings = self.ledger.settings
        self.recco.queue.submit(
            lambda: settings.set(row.spec.key, value), "Change", on_done, on_error
        )
        return not refused

    @on(Input.Changed, "#value")
    def _judge_typed(self, event: Input.Changed) -> None:
        if self.typing is None:
            return
        wrong = ""
        try:
            parse_setting(self.typing.spec, event.value or self.typing.value)
        except ReccoError as error:
            wrong = str(error)
        self._show_reason(wrong)

    @on(Input.Submitted, "#value")
    def _set_typed(self, event: Input.Submitted) -> None:
        value = event.value if event.value.strip() else None
        if self.typing is not None and self.set_value(self.typing, value):
            self.typing = None

    # -- search, keys, leaving -------------------------------------------------------------------

    def action_keys_file(self) -> None:
        try:
            self.say(write_template())
        except ReccoError as error:
            self.say(str(error), wrong=True)

    def action_back(self) -> None:
        """First the field, then the search, then the view itself."""
        if self.typing is not None:
            self.typing = None
            self._show_reason()
        elif not self._search.close():
            self.dismiss(None)
