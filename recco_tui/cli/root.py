"""`recco`: every command, found by name and loaded when it is used, and the options all share."""

import os
from datetime import date
from importlib import import_module
from typing import NamedTuple

import click
from click.core import ParameterSource

from recco_tui import __version__
from recco_tui.cli.session import COMPLETION_REQUEST, Session
from recco_tui.cli.terminal import open_board, output_is_lost
from recco_tui.core.cleaning import shortened
from recco_tui.core.errors import DataError
from recco_tui.core.when import YEARS


class CommandEntry(NamedTuple):
    """Where a command is, as `module:attribute`, and its line in `recco --help`."""

    target: str
    summary: str


COMMANDS = {
    "import": CommandEntry("importing:import_archives", "Import LinkedIn data exports."),
    "today": CommandEntry("today:today", "What to do today, most urgent first."),
    "board": CommandEntry("board:board", "The contacts in your circle, one row each."),
    "owed": CommandEntry("board:owed", "Who you owe, since when and why."),
    "contact": CommandEntry("contacts:contact", "Contacts: add, show, edit, merge, remove."),
    "project": CommandEntry("projects:project", "Projects, and who was in them."),
    "moment": CommandEntry("moments:moment", "Wins of theirs and feedback to you, as they happen."),
    "meet": CommandEntry("meetings:meet", "Meetings and interviews: add, list, edit."),
    "ask": CommandEntry("asks:ask", "Your asks: start, mark steps, list."),
    "request": CommandEntry("requests:request", "Their requests to you: add, answer, deliver."),
    "promise": CommandEntry("requests:promise", "Log that you promised someone a recommendation."),
    "recommendation": CommandEntry(
        "recommendations:recommendation", "Recommendations given and received: add, list, show."
    ),
    "goal": CommandEntry("goals:goal", "Goals with a date: add, list, done."),
    "waiver": CommandEntry("waivers:waiver", "Waived debts: list, edit, remove."),
    "check": CommandEntry("checking:check", "Check a text: what is there, what is missing."),
    "prompt": CommandEntry("assisting:prompt", "Print a prompt for an AI assistant."),
    "mcp": CommandEntry("assisting:mcp", "Let an AI assistant read recco over MCP."),
    "snooze": CommandEntry("today:snooze", "Hide someone's alert until another day."),
    "dismiss": CommandEntry("today:dismiss", "Never show that alert again."),
    "undo": CommandEntry("history:undo", "Undo the last change."),
    "redo": CommandEntry("history:redo", "Redo what was undone."),
    "log": CommandEntry("history:log", "Everything done, newest first."),
    "export": CommandEntry(
        "exporting:export", "Everything, a calendar, a résumé, a page on a contact."
    ),
    "share": CommandEntry("sharing:share", "Your card for a class: counts, steps, chosen texts."),
    "class": CommandEntry("classes:class_", "A coach's class: homework, cards, drafts, reviews."),
    "backup": CommandEntry("snapshots:backup", "Copy everything to another file."),
    "restore": CommandEntry("snapshots:restore", "List the snapshots, or restore one."),
    "replicate": CommandEntry("replicating:replicate", "Keep a copy elsewhere up to date."),
    "sync": CommandEntry("syncing:sync", "Exchange changes with your other computers."),
    "serve": CommandEntry("serving:serve", "Show the board in a browser."),
    "doctor": CommandEntry("doctor:doctor", "Check the file, and fix what can be fixed."),
    "whose": CommandEntry("importing:whose", "Whose LinkedIn exports are in the file."),
    "insights": CommandEntry("insights:insights", "Missing kinds, answers, months, words."),
    "settings": CommandEntry("settings:settings", "Every setting with its reason: list, set."),
    "help": CommandEntry("help:help_", "Pages about topics, every key, the manual page."),
    "completion": CommandEntry("root:completion", "Print the shell's completion script."),
}
"""In the order of the list in `recco --help`."""


class LazyGroup(click.Group):
    """The commands of `COMMANDS`, listed from the table alone: none is loaded for that."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002
        cmd_name: str,
    ) -> click.Command | None:
        entry = COMMANDS.get(cmd_name)
        if entry is None:
            return None
        module, attribute = entry.target.split(":")
        command: click.Command = getattr(import_module(f"recco_tui.cli.{module}"), attribute)
        return command

    def format_commands(
        self,
        ctx: click.Context,  # noqa: ARG002
        formatter: click.HelpFormatter,
    ) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.summary) for name, entry in COMMANDS.items()])


class IsoDate(click.ParamType):  # type: ignore[type-arg]  # Not generic before click 8.4.
    """YYYY-MM-DD and nothing else: a script must mean the same day whenever it runs."""

    name = "YYYY-MM-DD"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        if isinstance(value, date):
            return value
        text = str(value)
        try:
            day = date.fromisoformat(text)
        except ValueError:
            self.fail(f"'{shortened(text)}' is not a date like 2026-11-23.", param, ctx)
        if day.year not in YEARS:
            self.fail(f"{day} is not in the years {YEARS[0]} to {YEARS[-1]}.", param, ctx)
        return day


@click.group(
    cls=LazyGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option("--db", metavar="PATH", help="The file to use (RECCO_DB), instead of your own.")
@click.option(
    "--now", type=IsoDate(), envvar="RECCO_NOW", help="Treat this day as today (RECCO_NOW)."
)
@click.option("--demo", is_flag=True, help="Use a temporary copy of the sample contacts.")
@click.version_option(__version__, message="recco %(version)s")
@click.pass_context
def cli(ctx: click.Context, db: str | None, now: date | None, demo: bool) -> None:
    """Who you owe a recommendation, who to ask now, and is this text good enough?

    Without a command, recco opens the board. Everything stays in one file on this computer.

    \b
    recco --demo                                     look around with sample contacts
    recco import Complete_LinkedInDataExport.zip     import your own
    recco project add "Inventory API" --ended yesterday --with "Ann Lee"
    recco today                                      what to do now
    recco ask mark "Ann Lee" warm --via slack        log a step
    recco check draft.txt --to "Ann Lee"             is this text good enough?
    recco help                                       pages about topics
    """
    if db is not None and not db.strip():
        raise click.BadParameter("it names no file.", param_hint="'--db'")
    if demo and ctx.get_parameter_source("db") is ParameterSource.COMMANDLINE:
        raise click.UsageError("--demo uses a temporary file. Leave out --db.")
    session = Session(db, now, demo)
    ctx.obj = session
    ctx.call_on_close(session.close)
    if ctx.invoked_subcommand is None:
        ctx.exit(open_board(session))


@click.command(short_help="Print the shell's completion script.")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the script that completes recco's commands in a shell.

    \b
    bash:  recco completion bash > ~/.recco-complete.bash
           echo 'source ~/.recco-complete.bash' >> ~/.bashrc
    zsh:   recco completion zsh > ~/.recco-complete.zsh
           echo 'source ~/.recco-complete.zsh' >> ~/.zshrc
    fish:  recco completion fish > ~/.config/fish/completions/recco.fish
    """
    from click.shell_completion import get_completion_class

    shell_class = get_completion_class(shell)
    if shell_class is None:
        raise click.UsageError(f"There is no completion for {shell}.")
    root = ctx.find_root().command
    click.echo(shell_class(root, {}, "recco", COMPLETION_REQUEST).source())


def run_command(arguments: list[str]) -> int:
    """Run one command; the exit status.

    `cli.main` of click would handle a closed pipe in its own way.
    """
    if request := os.environ.get(COMPLETION_REQUEST):
        from click.shell_completion import shell_complete

        return shell_complete(cli, {}, "recco", COMPLETION_REQUEST, request)
    status, changed = 0, False
    try:
        with cli.make_context("recco", arguments) as ctx:
            try:
                cli.invoke(ctx)
                ctx.obj.note_missing_file()
            finally:
                changed = isinstance(ctx.obj, Session) and ctx.obj.has_written
    except click.exceptions.Exit as exit_:
        status = exit_.exit_code
    if not status and not changed and output_is_lost():
        raise DataError("Standard output is closed. Nothing was printed.")
    return status


def usage_sentence(error: click.UsageError) -> str:
    """What is wrong with the command line, and where its help is."""
    path = error.ctx.command_path if error.ctx else "recco"
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        group = error.ctx.command if error.ctx else None
        verbs = group.list_commands(error.ctx) if isinstance(group, click.Group) else []
        return f"'{path}' needs a verb: {', '.join(verbs)}; see '{path} --help'."
    return f"{error.format_message().rstrip('.')}; see '{path} --help'."
