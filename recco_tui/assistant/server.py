"""`recco mcp`: the answers as tools and prompts of the Model Context Protocol, over stdio alone."""

import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Literal, TypeVar

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.shared.exceptions import MCPError
from mcp.types import INVALID_PARAMS, ToolAnnotations

from recco_tui import __version__
from recco_tui.assistant import answers
from recco_tui.core.errors import ReccoError
from recco_tui.core.models import MomentKind, Step, TextKind
from recco_tui.ledger.ledger import Ledger

T = TypeVar("T")
OpenLedger = Callable[[], AbstractContextManager[Ledger]]
Text = Literal["recommendation", "ask"]
Note = Literal["win", "feedback"]

_INSTRUCTIONS = f"""\
recco keeps track of its user's LinkedIn recommendations. Each call is about one contact, named by
the user. Write only what the facts say; leave a gap in [square brackets] for the rest. recco sends
nothing, and neither do you. {answers.UNTRUSTED}"""
_READS = ToolAnnotations(read_only_hint=True, open_world_hint=False)
_WRITES = ToolAnnotations(
    read_only_hint=False, destructive_hint=False, idempotent_hint=False, open_world_hint=False
)


class Answering:
    """Opens the ledger for one call, and shows on standard error what was asked for."""

    def __init__(self, open_ledger: OpenLedger) -> None:
        self._open_ledger = open_ledger

    def tool(self, words: str, answer: Callable[[Ledger], object]) -> str:
        """The answer of a tool; an error becomes a sentence that the assistant reads."""
        try:
            return answers.written(self._answer(words, answer))
        except ReccoError as error:
            raise ToolError(str(error)) from error

    def prompt(self, words: str, answer: Callable[[Ledger], str]) -> str:
        """The same of a prompt, as it is."""
        try:
            return self._answer(words, answer)
        except ReccoError as error:
            raise MCPError(INVALID_PARAMS, str(error)) from error

    def _answer(self, words: str, answer: Callable[[Ledger], T]) -> T:
        with self._open_ledger() as ledger:
            answered = answer(ledger)
        sys.stderr.write(f"recco: an assistant {words}\n")
        return answered


def make_server(open_ledger: OpenLedger, *, may_write: bool = False) -> MCPServer:
    """The server: read-only, unless it may write drafts and moments."""
    server: MCPServer = MCPServer(
        "recco", instructions=_INSTRUCTIONS, version=__version__, log_level="WARNING"
    )
    answering = Answering(open_ledger)
    _add_reading(server, answering)
    _add_prompts(server, answering)
    if may_write:
        _add_writing(server, answering)
    return server


def _add_reading(server: MCPServer, answering: Answering) -> None:
    @server.tool(annotations=_READS, structured_output=False)
    def today() -> str:
        """What is due today, most urgent first: who to ask, thank or write for."""
        return answering.tool("read today's list", answers.today)

    @server.tool(annotations=_READS, structured_output=False)
    def owed() -> str:
        """Who the user owes a recommendation, since when and why."""
        return answering.tool("read who is owed", answers.owed)

    @server.tool(annotations=_READS, structured_output=False)
    def contact(name: str) -> str:
        """One contact's page: shared projects, moments, asks, and the texts between the two."""
        return answering.tool("read a contact's page", lambda led: answers.contact_page(led, name))

    @server.tool(annotations=_READS, structured_output=False)
    def writing_rules(kind: Text = "recommendation") -> str:
        """The rules for a recommendation, or for an ask."""
        return answering.tool("read the rules", lambda led: answers.rules(led, TextKind(kind)))

    @server.tool(annotations=_READS, structured_output=False)
    def check(name: str, text: str, kind: Text = "recommendation") -> str:
        """Check a text for one contact: what is missing, what weakens it, what no fact supports."""
        return answering.tool(
            "checked a text", lambda led: answers.check(led, name, TextKind(kind), text)
        )


def _add_writing(server: MCPServer, answering: Answering) -> None:
    @server.tool(annotations=_WRITES, structured_output=False)
    def save_draft(name: str, text: str, kind: Text = "recommendation") -> str:
        """Save a text as the user's draft for one contact. It is neither finished nor sent."""
        return answering.tool(
            "saved a draft", lambda led: answers.save_draft(led, name, TextKind(kind), text)
        )

    @server.tool(annotations=_WRITES, structured_output=False)
    def add_moment(name: str, text: str, kind: Note = "win") -> str:
        """Log what one contact did well, or said about the user, for the user to confirm."""
        return answering.tool(
            "logged a moment", lambda led: answers.add_moment(led, name, MomentKind(kind), text)
        )


def _add_prompts(server: MCPServer, answering: Answering) -> None:
    @server.prompt()
    def write_recommendation(name: str) -> str:
        """Write a recommendation for one contact."""
        kind = TextKind.RECOMMENDATION
        return answering.prompt("took a prompt", lambda led: answers.text_prompt(led, name, kind))

    @server.prompt()
    def write_ask(name: str) -> str:
        """Ask one contact for a recommendation."""
        kind = TextKind.ASK
        return answering.prompt("took a prompt", lambda led: answers.text_prompt(led, name, kind))

    @server.prompt()
    def write_nudge(name: str) -> str:
        """Remind one contact kindly."""
        step = Step.NUDGED
        return answering.prompt("took a prompt", lambda led: answers.step_prompt(led, name, step))

    @server.prompt()
    def write_thanks(name: str) -> str:
        """Thank one contact for what they wrote."""
        step = Step.THANKED
        return answering.prompt("took a prompt", lambda led: answers.step_prompt(led, name, step))

    @server.prompt()
    def tailor_resume(position: str) -> str:
        """Choose from what others wrote about the user to fit a position."""
        return answering.prompt("took a prompt", lambda led: answers.resume_prompt(led, position))
