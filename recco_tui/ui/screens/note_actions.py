"""Noting what happens: a project that ended, a moment with somebody, in every view with people."""

from textual import work

from recco_tui.ui.screens.contact_actions import ContactActions


class NoteActions(ContactActions):
    """The keys that lead here are declared in `AskActions`, in the order of the footer."""

    @work
    async def action_project(self) -> None:
        from recco_tui.ledger.projects import Joining
        from recco_tui.ui.dialogs.project_form import ProjectForm

        project = await self.fill_form(
            ProjectForm(self.ledger.day, self.matching),
            lambda entry: self.ledger.projects.add(
                entry.title,
                kind=entry.kind,
                started_on=entry.started_on,
                ended_on=entry.ended_on,
                about=entry.about,
                members=[
                    Joining(m.name, m.contact_id, m.kind, m.their_part, m.my_part)
                    for m in entry.members
                ],
            ),
            "Add project",
        )
        if project is not None:
            self.recco.open("project added", project)

    @work
    async def action_moment(self) -> None:
        from recco_tui.ui.dialogs.moment_form import MomentForm

        contact = self.target()
        if contact is None:
            return
        projects = self.ledger.contacts.page(contact.id).projects
        await self.fill_form(
            MomentForm(contact.name, self.ledger.day, projects),
            lambda entry: self.ledger.moments.add(
                contact.id, entry.kind, entry.text, on=entry.on, project_id=entry.project_id
            ),
            "Moment",
        )
