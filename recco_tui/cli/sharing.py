"""`recco share`: the card for a class, shown before it goes anywhere."""

from collections.abc import Sequence
from pathlib import Path

import click

from recco_tui.cli.asking import confirm
from recco_tui.cli.parameters import OUTPUT_PATH, ROW, json_option, yes_option
from recco_tui.cli.printing import write_json, write_line
from recco_tui.cli.session import Session
from recco_tui.cli.whom import find_contact
from recco_tui.core.card import Card, CardText, card_document, card_lines
from recco_tui.core.written import as_json, signed
from recco_tui.exporting.private_file import write_private
from recco_tui.ledger.files import why_not_replace

draft_option = click.option(
    "--draft", "drafts", multiple=True, metavar="NAME", help="Add the drafts for this contact."
)
text_option = click.option(
    "--text", "texts", multiple=True, type=ROW, metavar="#ID", help="Add this recommendation."
)


@click.command()
@draft_option
@text_option
@json_option
@click.argument("path", required=False, type=OUTPUT_PATH)
@yes_option
@click.pass_obj
def share(
    session: Session, drafts: tuple[str, ...], texts: tuple[int, ...], path: Path | None, yes: bool
) -> None:
    """Show your card: counts, steps without names, homework, and the texts you choose.

    Nothing else is in it, and nothing is sent. With PATH it is shown, then written there.

    \b
    recco share --draft "Ann Lee"        with your draft for her
    recco share --json card.json         for another program
    """
    card = session.ledger.sharing.card(chosen_texts(session, drafts, texts))
    if path is None:
        if session.as_json:
            write_json(card_document(card))
        else:
            write_card(card)
        return
    session.refuse_own(path)
    write_card(card)
    why = why_not_replace(path)
    confirm(f"{path} {why}." if why else f"This goes to {path}.", "Write it?", yes)
    lines = "\n".join(card_lines(card))
    written = as_json(card_document(card)) if session.as_json else signed(lines)
    write_private(path, written, session.refuse_own)
    write_line(f"Wrote {path}.")


def chosen_texts(session: Session, drafts: Sequence[str], texts: Sequence[int]) -> list[CardText]:
    """The texts that were named, each once."""
    sharing = session.ledger.sharing
    chosen = [
        text for name in drafts for text in sharing.drafts_for(find_contact(session, name).id)
    ]
    return list(dict.fromkeys([*chosen, *map(sharing.recommendation, texts)]))


def write_card(card: Card) -> None:
    """Print all that the card holds."""
    for line in card_lines(card):
        write_line(line.strip(), indent=len(line) - len(line.lstrip()))
