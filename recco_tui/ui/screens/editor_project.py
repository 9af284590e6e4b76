"""Which project a draft is about: one shared with the person, or one they were in too."""

from typing import TYPE_CHECKING

from recco_tui.core.errors import ReccoError
from recco_tui.core.models import Joining
from recco_tui.ui.dialogs.choice import Choice, ChoiceDialog

if TYPE_CHECKING:
    from recco_tui.ui.screens.editor import EditorScreen

_FEW = 9


async def chosen_project(editor: "EditorScreen") -> int | None:
    """Shared ones first; None when it stays as it is. Another one is shared from now on."""
    name, shared = editor.contact.name, {one.id for one in editor.page.projects}
    every = sorted(editor.ledger.projects.every(), key=lambda one: one.id not in shared)[:_FEW]
    if not every:
        editor.say("No project yet: p on the board adds one.")
        return None
    chosen = await editor.app.push_screen_wait(
        ChoiceDialog(
            "Which project is it about?",
            "",
            [
                Choice(
                    str(number),
                    one.title,
                    one.id,
                    one.kind.value if one.id in shared else f"{name} was in it too",
                )
                for number, one in enumerate(every, 1)
            ],
        )
    )
    return chosen if chosen in shared or chosen is None else await _joined(editor, chosen)


async def _joined(editor: "EditorScreen", project_id: int) -> int | None:
    """The project, now that the person is one of its members; None when that failed."""
    projects, member = editor.ledger.projects, Joining(contact_id=editor.contact.id)
    try:
        project = await editor.recco.queue.submit_and_wait(
            lambda: projects.join(project_id, [member]), "Project"
        )
    except ReccoError as error:
        editor.say(str(error), wrong=True)
        return None
    editor.page = editor.ledger.contacts.page(editor.contact.id)
    editor.show_facts()
    editor.say(f"{editor.contact.name} is in {project.title} now.")
    return project_id
