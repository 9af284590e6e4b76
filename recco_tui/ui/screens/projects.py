"""Projects: what ended when, who was in it, and the alerts it makes."""

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Input

from recco_tui.core.agenda import Alert
from recco_tui.core.models import Member, Project
from recco_tui.ui.actions.asking import ask, take_next_step
from recco_tui.ui.actions.projects import add_project, edit_project
from recco_tui.ui.actions.shared import WITH_PEOPLE
from recco_tui.ui.actions.verb import verb
from recco_tui.ui.actions.writing import write
from recco_tui.ui.formatting import number, title
from recco_tui.ui.present.projects import about_lines, member_line, project_line
from recco_tui.ui.screen import ReccoScreen
from recco_tui.ui.widgets.keys import bind, bind_hidden
from recco_tui.ui.widgets.lines_view import LinesView
from recco_tui.ui.widgets.search_line import SearchLine
from recco_tui.ui.widgets.span_list import SpanList


@verb("project.edit", "e", "Edit", "Edit this project and who was in it.", footer=True)
async def edit_chosen(screen: "ProjectsScreen") -> None:
    if screen.project is not None:
        await edit_project(screen, screen.project)


@verb("project.end", "d", "Ended today", "Mark this project as ended today.", footer=True)
def end_today(screen: "ProjectsScreen") -> None:
    """It ended; whom to ask now follows, where there is someone."""
    project = screen.project
    if project is None:
        return
    if project.ended_on is not None:
        screen.say(f"{project.title} has already ended. e changes the date.")
        return

    def offer_asks(ended: Project) -> None:
        if screen.alerts_of(ended):
            screen.recco.open("project added", ended)

    screen.attempt(lambda: screen.ledger.projects.end(project.id), "Ended today", offer_asks)


@verb("project.archive", "D", "Archive", "Hide this project; nothing is deleted.")
def archive(screen: "ProjectsScreen") -> None:
    project = screen.project
    if project is not None:
        screen.attempt(lambda: screen.ledger.projects.archive(project.id), "Archive")


@verb("project.take_out", "delete,X", "Remove", "Remove this project, or the marked member.")
def remove(screen: "ProjectsScreen") -> None:
    """The member under the cursor where keys move in the members, else the project."""
    project, member = screen.project, screen.member_at_cursor
    if project is None:
        return
    projects = screen.ledger.projects
    if member is not None:
        screen.attempt(lambda: projects.leave(project.id, member.contact_id), "Remove")
    else:
        screen.attempt(lambda: projects.remove(project.id), "Remove")


class ProjectsScreen(ReccoScreen):
    """Running ones first, then the latest. Enter goes over to the members, and back."""

    VIEW = "Projects"
    SHEET = "projects.tcss"
    AUTO_FOCUS = "#projects"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-wide")]
    VERBS = (
        *WITH_PEOPLE,
        write.but(tooltip="Write a recommendation for this member."),
        ask.but(tooltip="Ask this member for a recommendation."),
        take_next_step.but(footer=False),
        add_project.but(label="Add"),
        edit_chosen,
        end_today,
        archive,
        remove,
    )
    BINDINGS = [
        bind("projects.search", "slash", "Filter", "Filter the projects as you type.", "search"),
        bind(
            "project.members",
            "enter",
            "Members",
            "Go to the members of this project, and back.",
            "members",
        ),
        bind_hidden("projects.board", "escape", "Board", "Go back to the board.", "back"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._projects = SpanList[Project](
            lambda project, width: project_line(project, self.ledger.day, width),
            key=lambda project: project.id,
            id="projects",
        )
        self._members = SpanList[Member](
            member_line, id="members", empty="No members yet. e adds them."
        )
        self._facts = LinesView(id="facts")
        self._search = SearchLine("title, name, company, kind:mentor …", self._projects)

    def body(self) -> ComposeResult:
        with Horizontal(id="middle"):
            yield self._projects
            with Vertical(id="detail"):
                yield self._members
                with VerticalScroll(id="about", classes="pane", can_focus=False):
                    yield self._facts
        yield self._search

    @property
    def project(self) -> Project | None:
        """The project under the cursor."""
        return self._projects.highlighted

    @property
    def member_at_cursor(self) -> Member | None:
        """The member under the cursor while keys move in the members."""
        return self._members.highlighted if self.focused is self._members else None

    def targets(self) -> list[int]:
        """The member under the cursor; from the list of projects only where there is just one."""
        members = self._members
        many = self.focused is not members and len(members.entries) > 1
        return [] if members.highlighted is None or many else [members.highlighted.contact_id]

    def why_no_one(self) -> str:
        """Go over to the members to choose one."""
        if self._members.entries:
            self._members.focus()
            return "Choose a member with j and k, then press the key again."
        return "No members in this project yet. e adds them."

    # -- reading ---------------------------------------------------------------------------------

    @on(Input.Changed, "#search")
    def load(self) -> None:
        projects = self.ledger.projects.filtered(self._search.words)
        self._projects.set_empty(
            "No project matches. Esc clears the filter."
            if self._search.words
            else "No projects yet. p adds one."
        )
        self._projects.set_entries(projects)
        running = sum(project.ended_on is None for project in projects)
        self._projects.border_title = "Projects"
        self._projects.border_subtitle = f"{number(len(projects))} · {number(running)} running"
        self._show_detail()

    @on(SpanList.Chosen, "#projects")
    def _edit(self) -> None:
        self.action_verb("project.edit")

    @on(SpanList.Highlighted, "#projects")
    def _show_detail(self) -> None:
        project, members = self.project, self._members
        members.border_title = title(project.title) if project else ""
        members.set_entries(project.members if project else (), members.cursor_line)
        self._show_about()

    @on(SpanList.Highlighted, "#members")
    def _show_about(self) -> None:
        project, member = self.project, self._members.highlighted
        if project is None:
            self._facts.show(lambda _: [])
            return
        day, alerts = self.ledger.day, self.alerts_of(project)
        self._facts.show(lambda width: about_lines(project, member, alerts, day, width))

    def alerts_of(self, project: Project) -> Sequence[Alert]:
        """What is to be done because it ended."""
        made = self.ledger.today.made_by(project)
        return [alert for alert in made if alert.project_id == project.id]

    # -- moving and changing ---------------------------------------------------------------------

    def action_members(self) -> None:
        if self.focused is self._members:
            self._projects.focus()
        elif self._members.entries:
            self._members.focus()
        else:
            self.say(self.why_no_one())

    def action_back(self) -> None:
        if self.focused is self._members:
            self._projects.focus()
        elif not self._search.close():
            self.action_view("board")
