"""Projects: what ended when, who was in it, and the alerts it makes."""

from collections.abc import Sequence

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll

from recco_tui.core.agenda import Alert
from recco_tui.core.models import Member, Project
from recco_tui.locations import styles_folder
from recco_tui.ui.actions.asking import ASK, NEXT_STEP
from recco_tui.ui.actions.projects import ADD_PROJECT, edit_project
from recco_tui.ui.actions.shared import WITH_PEOPLE
from recco_tui.ui.actions.writing import WRITE
from recco_tui.ui.formatting import number, title
from recco_tui.ui.present.projects import about_lines, member_line, project_line
from recco_tui.ui.present.spans import Line
from recco_tui.ui.screen import ReccoScreen
from recco_tui.ui.widgets.header_bar import HeaderBar
from recco_tui.ui.widgets.key_footer import KeyFooter
from recco_tui.ui.widgets.lines_view import LinesView
from recco_tui.ui.widgets.span_list import SpanList


class ProjectsScreen(ReccoScreen):
    """Running ones first, then the latest. Enter goes over to the members, and back."""

    CSS_PATH = styles_folder() / "projects.tcss"
    AUTO_FOCUS = "#projects"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-wide")]
    VERBS = (
        *WITH_PEOPLE,
        WRITE.but(tooltip="Write for the marked member"),
        ASK.but(tooltip="Ask the marked member"),
        NEXT_STEP.but(tooltip="The next step", footer=False),
        ADD_PROJECT.but(label="Add"),
    )
    BINDINGS = [
        Binding("e", "edit_project", "Edit", id="project.edit", tooltip="Dates, people, parts"),
        Binding("d", "end_project", "Ended today", id="project.end", tooltip="It ended today"),
        Binding("enter", "members", "People", id="project.members", tooltip="To them, and back"),
        Binding(
            "D",
            "archive_project",
            "Archive",
            False,
            id="project.archive",
            tooltip="Hide the project; nothing is deleted",
        ),
        Binding(
            "escape", "back", "Board", False, id="projects.board", tooltip="Back, to the board"
        ),
    ]

    def compose(self) -> ComposeResult:
        yield HeaderBar(id="header")
        with Horizontal(id="middle"):
            yield SpanList(self._draw, id="projects", empty="No project yet: p adds one.")
            with Vertical(id="detail"):
                yield SpanList(self._draw_member, id="members", empty="Nobody yet: e adds them.")
                with VerticalScroll(id="about", classes="pane", can_focus=False):
                    yield LinesView(id="facts")
        yield KeyFooter()

    @property
    def _projects(self) -> "SpanList[Project]":
        return self.query_one("#projects", SpanList)

    @property
    def _members(self) -> "SpanList[Member]":
        return self.query_one("#members", SpanList)

    @property
    def project(self) -> Project | None:
        """The project under the cursor."""
        return self._projects.highlighted

    def targets(self) -> list[int]:
        """The member under the cursor; from the list of projects only where there is just one."""
        members = self._members
        many = self.focused is not members and len(members.entries) > 1
        return [] if members.highlighted is None or many else [members.highlighted.contact_id]

    def why_nobody(self) -> str:
        """Go over to the members to choose one."""
        if self._members.entries:
            self._members.focus()
            return "Whom? Choose with j and k, then press it again."
        return "Nobody is in this project yet: e adds them."

    # -- reading ---------------------------------------------------------------------------------

    def load(self) -> None:
        held = self.project
        projects = self.ledger.projects.every()
        ids = [project.id for project in projects]
        pane = self._projects
        pane.set_entries(projects, ids.index(held.id) if held and held.id in ids else 0)
        running = sum(project.ended_on is None for project in projects)
        pane.border_title = "Projects"
        pane.border_subtitle = f"{number(len(projects))} · {number(running)} running"
        self.show_header("Projects")
        self._show_detail()

    def on_line_list_highlighted(self, event: SpanList.Highlighted) -> None:
        if event.line_list is self._projects:
            self._show_detail()
        else:
            self._show_about()

    def on_line_list_chosen(self, event: SpanList.Chosen) -> None:
        if event.line_list is self._projects:
            self.action_edit_project()

    def _draw(self, project: Project, width: int) -> Line:
        return project_line(project, self.ledger.day, width)

    def _draw_member(self, member: Member, width: int) -> Line:
        return member_line(member, width)

    def _show_detail(self) -> None:
        project, members = self.project, self._members
        members.border_title = title(project.title) if project else ""
        members.set_entries(project.members if project else (), members.cursor_line)
        self._show_about()

    def _show_about(self) -> None:
        project, member = self.project, self._members.highlighted
        facts = self.query_one("#facts", LinesView)
        if project is None:
            facts.show(lambda _: [])
            return
        day, alerts = self.ledger.day, self._alerts(project)
        facts.show(lambda width: about_lines(project, member, alerts, day, width))

    def _alerts(self, project: Project) -> Sequence[Alert]:
        return [one for one in self.ledger.today.made_by(project) if one.project_id == project.id]

    # -- moving and changing ---------------------------------------------------------------------

    def action_members(self) -> None:
        if self.focused is self._members:
            self._projects.focus()
        elif self._members.entries:
            self._members.focus()
        else:
            self.say(self.why_nobody())

    def action_back(self) -> None:
        if self.focused is self._members:
            self._projects.focus()
        else:
            self.action_view("board")

    @work
    async def action_edit_project(self) -> None:
        if self.project is not None:
            await edit_project(self, self.project)

    def action_end_project(self) -> None:
        project = self.project
        if project is None:
            return
        if project.ended_on is not None:
            self.say(f"{project.title} has ended already: e corrects the date.")
            return
        self.attempt(lambda: self.ledger.projects.end(project.id), "Ended today", self._offer_asks)

    def _offer_asks(self, ended: Project) -> None:
        if self._alerts(ended):
            self.recco.open("project added", ended)

    def action_archive_project(self) -> None:
        project = self.project
        if project is not None:
            self.attempt(lambda: self.ledger.projects.archive(project.id), "Archive")
