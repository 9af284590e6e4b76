"""The résumé pack: texts that were picked, in that order, whole or cut, in the form one needs."""

from collections.abc import Sequence

from recco_tui.core.models import Recommendation
from recco_tui.core.resume import reference
from recco_tui.exchange.resume import as_html, as_json_resume, as_markdown
from recco_tui.ui.dialogs.choice import Choice, ChoiceDialog
from recco_tui.ui.dialogs.text_view import TextDialog
from recco_tui.ui.screens.base import ReccoScreen
from recco_tui.ui.text_files import written_to_file

SHORT = 300
HEADING = "Recommendations"


async def offer_resume(screen: ReccoScreen, texts: Sequence[Recommendation]) -> None:
    """Ask for the form, then show it or write it to a file in the home folder."""
    many = f"{len(texts)} texts" if len(texts) > 1 else "one text"
    form = await screen.app.push_screen_wait(
        ChoiceDialog(
            f"Résumé: {many}",
            "Pick them with space on the list; they come in that order.",
            [
                Choice("m", "Markdown, whole texts", "md", "to read and copy"),
                Choice("s", f"Markdown, at most {SHORT} characters", "short", "a cut shows as […]"),
                Choice("h", "a page to print", "html", "an HTML file in the home folder"),
                Choice("j", "JSON Resume", "json", "its references, in a file"),
            ],
        )
    )
    if form is None:
        return
    contacts = screen.ledger.contacts
    most = SHORT if form == "short" else None
    references = [reference(contacts.get(one.contact_id), one, most) for one in texts]
    if form == "html":
        screen.say(written_to_file(as_html(HEADING, references), "resume", ".html"))
    elif form == "json":
        screen.say(written_to_file(as_json_resume(references), "resume", ".json"))
    else:
        screen.app.push_screen(
            TextDialog(
                HEADING,
                as_markdown(HEADING, references),
                copy=screen.recco.copy_text,
                write=lambda text: written_to_file(text, "resume", ".md"),
            )
        )
