"""`recco prompt` and `recco mcp`: what the user's own assistant is told, and may do."""

from functools import partial

import click

from recco_tui.cli.checking import read_text
from recco_tui.cli.parameters import EnumChoice, verb
from recco_tui.cli.printing import write_json, write_text
from recco_tui.cli.session import Session
from recco_tui.cli.whom import find_contact
from recco_tui.core.errors import NotInstalled
from recco_tui.core.models import Step, TextKind
from recco_tui.ledger.ledger import Ledger


@verb()
@click.argument("name")
@click.option("--ask", "is_ask", is_flag=True, help="For asking NAME for a recommendation.")
@click.option(
    "--step",
    type=EnumChoice(Step),
    metavar="STEP",
    help="For the message of this step: warm, linkedin, nudged, thanked.",
)
@click.option(
    "--draft", "file", metavar="FILE", help="Your draft: a file, or - for standard input."
)
def prompt(session: Session, name: str, is_ask: bool, step: Step | None, file: str | None) -> None:
    """Print a prompt for an AI assistant: the facts about NAME, the rules, your draft.

    It includes nothing about anyone else. Check the answer against the facts:

    \b
    recco prompt "Ann Lee" | llm | recco check - --to "Ann Lee" --facts
    """
    contact = find_contact(session, name)
    assistant = session.ledger.assistant
    text = None if file is None else read_text(file)
    if step is not None:
        made = assistant.step_prompt(contact.id, step, text)
    else:
        kind = TextKind.ASK if is_ask else TextKind.RECOMMENDATION
        made = assistant.prompt(assistant.draft_of(contact.id, kind, text))
    if session.as_json:
        write_json({"contact": contact.name, "contact_id": contact.id, "prompt": made})
    else:
        write_text(made)


@click.command()
@click.option("--drafts", is_flag=True, help="Let it save drafts and moments too.")
@click.pass_obj
def mcp(session: Session, drafts: bool) -> None:
    """Let an AI assistant read recco over MCP, on standard input and output.

    Needs the extra: pip install 'recco-tui[assistant]'. 'recco help assistant' shows how to set up
    your client.
    """
    try:
        from recco_tui.assistant.server import make_server
    except ModuleNotFoundError as missing:
        if (missing.name or "").startswith("recco_tui"):
            raise
        raise NotInstalled("The assistant part", "assistant") from missing
    session.require_folder()
    open_ledger = partial(Ledger, session.path, session.clock, "assistant", make=False)
    make_server(open_ledger, may_write=drafts).run("stdio")
