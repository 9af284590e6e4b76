"""Projects: what ended when, who was in it, and the alerts it makes."""

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll

from recco_tui.core.models import Project
from recco_tui.ledger.projects import Joining
from recco_tui.locations import styles_folder
from recco_tui.ui.formatting import age, cut, fit, number, short_date, title
from recco_tui.ui.screens.ask_actions import AskActions
from recco_tui.ui.screens.header import show_header
from recco_tui.ui.widgets.header_bar import HeaderBar
from recco_tui.ui.widgets.key_footer import KeyFooter
from recco_tui.ui.widgets.lines_view import BLANK, Line, LinesView, Span, worded
from recco_tui.ui.widgets.span_list import SpanList

_KIND_CELLS = 11


class ProjectsScreen(AskActions):
    """Running ones first, then the latest."""

    CSS_PATH = styles_folder() / "projects.tcss"
    AUTO_FOCUS = "#projects"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-wide")]
    BINDINGS = [
        Binding("e,enter", "edit_project", "Edit", id="project.edit", tooltip="Edit the project"),
        Binding("d", "end_project", "Ended today", id="project.end", tooltip="It ended today"),
        Binding(
            "D",
            "archive_project",
            "Archive",
            False,
            id="project.archive",
            tooltip="Hide the project; nothing is deleted",
        ),
        Binding("escape", "view('board')", "Board", False, id="projects.board", tooltip="Board"),
    ]

    def compose(self) -> ComposeResult:
        yield HeaderBar(id="header")
        with Horizontal(id="middle"):
            yield SpanList(self._draw, id="projects", empty="No project yet: p adds one.")
            with VerticalScroll(id="detail", classes="pane"):
                yield LinesView(id="facts")
        yield KeyFooter()

    @property
    def project(self) -> Project | None:
        """The project under the cursor."""
        return self.query_one("#projects", SpanList).highlighted

    def targets(self) -> list[int]:
        """The only member, so that an ask or a moment can start here; else nobody."""
        members = self.project.members if self.project else ()
        return [members[0].contact_id] if len(members) == 1 else []

    def reread(self) -> None:
        held = self.project
        projects = self.ledger.projects.every()
        ids = [project.id for project in projects]
        pane = self.query_one("#projects", SpanList)
        pane.set_entries(projects, ids.index(held.id) if held and held.id in ids else 0)
        running = sum(project.ended_on is None for project in projects)
        pane.border_title = "Projects"
        pane.border_subtitle = f"{number(len(projects))} · {number(running)} running"
        show_header(self, "Projects")
        self._show_detail()

    def on_span_list_highlighted(self) -> None:
        self._show_detail()

    def on_span_list_chosen(self) -> None:
        self.action_edit_project()

    def _draw(self, project: Project, width: int) -> Line:
        when = age(project.ended_on, self.ledger.day) if project.ended_on else "running"
        people = f"{len(project.members)} people" if len(project.members) != 1 else "1 person"
        right = f"{fit(people, 10, 'right')}  {fit(when, 8, 'right')} "
        room = max(8, width - _KIND_CELLS - len(right) - 1)
        ink = "ink-muted" if project.ended_on else "fresh"
        return (
            Span(fit(project.title, room), "ink"),
            Span(" " + fit(project.kind.value, _KIND_CELLS), "ink-muted"),
            Span(right, ink),
        )

    def _show_detail(self) -> None:
        project = self.project
        detail = self.query_one("#detail", VerticalScroll)
        detail.border_title = title(project.title) if project else ""
        facts = self.query_one("#facts", LinesView)
        if project is None:
            facts.show(lambda _: [])
            return
        alerts = [a for a in self.ledger.today.alerts() if a.project_id == project.id]
        facts.show(lambda width: self._detail(project, alerts, width))

    def _detail(self, project: Project, alerts: list, width: int) -> list[Line]:  # type: ignore[type-arg]
        day = self.ledger.day
        began = f"{short_date(project.started_on, day)} – " if project.started_on else ""
        ended = short_date(project.ended_on, day) if project.ended_on else "running"
        lines: list[Line] = [(Span(f"{project.kind.value} · {began}{ended}", "ink-muted"),)]
        if project.about:
            lines += [BLANK, *worded(project.about, width)]
        for member in project.members:
            lines += [BLANK, (Span(cut(member.contact_name, width), "ink-key", True),)]
            for whose, part in (("they: ", member.their_part), ("you: ", member.my_part)):
                if part:
                    lines += worded(whose + part, width, "ink-muted", 2)
        if alerts:
            lines += [BLANK, (Span("alerts it makes", "ink-muted"),)]
            for alert in alerts:
                lines += worded(f"{alert.action.value}  {alert.contact}: {alert.why}", width)
        return lines

    @work
    async def action_edit_project(self) -> None:
        from recco_tui.ui.dialogs.project_form import ProjectForm

        project = self.project
        if project is None:
            return
        entry = await self.app.push_screen_wait(
            ProjectForm(
                self.ledger.day, lambda text: self.ledger.contacts.matching(text, 6), project
            )
        )
        if entry is None:
            return
        members = [
            Joining(m.name, m.contact_id, m.kind, m.their_part, m.my_part) for m in entry.members
        ]
        fields = {
            "title": entry.title,
            "kind": entry.kind,
            "started_on": entry.started_on,
            "ended_on": entry.ended_on,
            "about": entry.about,
        }
        self.attempt(lambda: self.ledger.projects.rewrite(project.id, fields, members))

    def action_end_project(self) -> None:
        project = self.project
        if project is not None and project.ended_on is None:
            self.attempt(lambda: self.ledger.projects.end(project.id))
        elif project is not None:
            self.say(f"{project.title} has ended already: e corrects the date.")

    def action_archive_project(self) -> None:
        project = self.project
        if project is not None:
            self.attempt(lambda: self.ledger.projects.archive(project.id))
