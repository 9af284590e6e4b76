"""What one can do with projects."""

from collections.abc import Mapping, Sequence
from datetime import date

from recco_tui.core.cleaning import clean_line, clean_text
from recco_tui.core.errors import NotAllowed, NothingFound, UsageError
from recco_tui.core.models import Joining, Project, ProjectKind
from recco_tui.core.names import row_number
from recco_tui.core.relationships import Kind
from recco_tui.ledger.contacts import Contacts
from recco_tui.ledger.row_verbs import refuse_unknown
from recco_tui.ledger.store import Store
from recco_tui.storage import board, projects
from recco_tui.storage.columns import Value
from recco_tui.storage.tables import MEMBERS, PROJECTS

EDITABLE = ("title", "kind", "started_on", "ended_on", "about")


class Projects:
    """Verbs on projects."""

    def __init__(self, store: Store, contacts: Contacts) -> None:
        self._store = store
        self._contacts = contacts

    def get(self, project_id: int) -> Project:
        """The project of this id with its members; raises `NothingFound`."""
        return self._store.get(projects.get, project_id, "project")

    def every(self) -> tuple[Project, ...]:
        """All projects that are not archived, the running and latest first."""
        return self._store.read(projects.every)

    def filtered(self, typed: str) -> tuple[Project, ...]:
        """Those that fit a filter (`core/finding.py`), the running and latest first."""
        # Late for start-up time: most commands look for nothing.
        from recco_tui.core import finding

        terms = finding.parse_finding(clean_line(typed))
        if not terms:
            return self.every()
        with self._store.database.read() as connection:
            every = projects.every(connection)
            rows = board.circle(connection, self._store.clock.today())
        # Someone's other projects do not make this one fit.
        people = finding.people_who_fit(terms, [row._replace(projects=()) for row in rows])

        def fits(project: Project) -> bool:
            return finding.all_fit(terms, lambda term: finding.project_fits(term, project, people))

        return tuple(project for project in every if fits(project))

    def find(self, title: str) -> Project:
        """The project of a number (`#3`) or title, or the only one whose title holds the text."""
        if (number := row_number(clean_line(title))) is not None:
            return self.get(number)
        wanted = clean_line(title).casefold()
        every = self.every()
        fitting = [p for p in every if p.title.casefold() == wanted] or [
            p for p in every if wanted and wanted in p.title.casefold()
        ]
        if not fitting:
            raise NothingFound(
                f"No project is called {clean_line(title)!r}. Add it with 'recco project add'."
            )
        if len(fitting) > 1:
            titles = ", ".join(f"#{p.id} {p.title}" for p in fitting[:6])
            raise UsageError(
                f"{len(fitting)} projects match {clean_line(title)!r}. Name one, "
                f"for example '#{fitting[0].id}': {titles}."
            )
        return fitting[0]

    def add(
        self,
        title: str,
        *,
        kind: ProjectKind = ProjectKind.PROJECT,
        started_on: date | None = None,
        ended_on: date | None = None,
        about: str = "",
        members: Sequence[Joining] = (),
    ) -> Project:
        """Add a project with its members; an unknown name becomes a contact on the spot."""
        fields = _checked(
            title=title, kind=kind, started_on=started_on, ended_on=ended_on, about=about
        )
        with self._store.change(f"added the project {fields['title']}"):
            project_id = self._store.insert(PROJECTS, **fields)
            for joining in members:
                self._join(project_id, joining)
            return self.get(project_id)

    def edit(self, project_id: int, fields: Mapping[str, Value]) -> Project:
        """Change some of `EDITABLE`."""
        with self._store.change() as change:
            before = self.get(project_id)
            both = {"started_on": before.started_on, "ended_on": before.ended_on, **fields}
            checked = {k: v for k, v in _checked(**both).items() if k in fields}
            change.label = f"edited the project {checked.get('title', before.title)}"
            self._store.update(PROJECTS, project_id, **checked)
            return self.get(project_id)

    def end(self, project_id: int, on: date | None = None) -> Project:
        """Say that a running project ended, today unless another day is given."""
        on = on or self._store.clock.today()
        with self._store.change() as change:
            before = self.get(project_id)
            change.label = f"ended the project {before.title}"
            _checked(started_on=before.started_on, ended_on=on)
            self._store.update(PROJECTS, project_id, ended_on=on)
            return self.get(project_id)

    def join(self, project_id: int, members: Sequence[Joining]) -> Project:
        """Add members, or change what is said of their parts."""
        with self._store.change() as change:
            change.label = f"edited the members of the project {self.get(project_id).title}"
            for joining in members:
                self._join(project_id, joining)
            return self.get(project_id)

    def rewrite(
        self,
        project_id: int,
        fields: Mapping[str, Value],
        members: Sequence[Joining],
        seen: Project | None = None,
    ) -> Project:
        """Change the fields and say anew who was in it, as one change.

        `seen` is what they were changed from: raises `ChangedElsewhere` when it is another by now.
        """
        with self._store.change() as change:
            before = self.get(project_id)
            self._store.refuse_outdated(seen, before, before.title)
            change.label = f"edited the project {fields.get('title', before.title)}"
            self.edit(project_id, fields)
            staying = {joining.contact_id for joining in members}
            for member in before.members:
                if member.contact_id not in staying:
                    self.leave(project_id, member.contact_id)
            self.join(project_id, members)
            return self.get(project_id)

    def leave(self, project_id: int, contact_id: int) -> Project:
        """Take someone out of a project."""
        with self._store.change() as change:
            name = self._store.contact(contact_id).name
            change.label = f"removed {name} from the project {self.get(project_id).title}"
            self._store.delete(MEMBERS, project_id=project_id, contact_id=contact_id)
            return self.get(project_id)

    def archive(self, project_id: int) -> None:
        """Hide a project; nothing tied to it is deleted."""
        with self._store.change() as change:
            change.label = f"archived the project {self.get(project_id).title}"
            self._store.update(PROJECTS, project_id, archived_on=self._store.clock.today())

    def remove(self, project_id: int) -> None:
        """Delete a project that never was; moments, texts and asks about it stay."""
        with self._store.change() as change:
            change.label = f"removed the project {self.get(project_id).title}"
            projects.remove(self._store.connection, project_id)

    def _join(self, project_id: int, joining: Joining) -> None:
        contact_id = joining.contact_id or self._known_or_new(joining)
        member_id = projects.member_id(self._store.connection, project_id, contact_id)
        parts = {
            "their_part": clean_line(joining.their_part),
            "my_part": clean_line(joining.my_part),
        }
        if member_id is not None:
            self._store.update(MEMBERS, member_id, **parts)
        else:
            self._store.insert(MEMBERS, project_id=project_id, contact_id=contact_id, **parts)

    def _known_or_new(self, joining: Joining) -> int:
        known = self._contacts.named(joining.name)
        if known is None:
            return self._contacts.add(joining.name, kind=joining.kind, refuse_twin=True).id
        if known.kind == Kind.UNKNOWN and joining.kind != Kind.UNKNOWN:
            self._contacts.set_kind([known.id], joining.kind)
        return known.id


def _checked(**fields: Value) -> dict[str, Value]:
    refuse_unknown(fields, EDITABLE, "project")
    checked = dict(fields)
    if "title" in checked:
        checked["title"] = clean_line(str(checked["title"] or ""))
        if not checked["title"]:
            raise UsageError("A project needs a title.")
    if "about" in checked:
        checked["about"] = clean_text(str(checked["about"] or "")).strip()
    started, ended = checked.get("started_on"), checked.get("ended_on")
    if isinstance(started, date) and isinstance(ended, date) and ended < started:
        raise NotAllowed(
            f"The end ({ended.isoformat()}) is before the start "
            f"({started.isoformat()}). Correct one of the dates."
        )
    return checked
