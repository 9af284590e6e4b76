"""`recco help`: topics, every key, and the manual page made from the commands."""

from collections.abc import Iterator
from pathlib import Path

import click

from recco_tui import __version__
from recco_tui.cli.parameters import json_option
from recco_tui.cli.printing import Column, write_json, write_line, write_table
from recco_tui.ui.views import VIEWS

MAN = "man"

TOPICS = {
    "start": "What recco is, and your first steps.",
    "loop": "A day with recco, step by step.",
    "writing": "How to write a recommendation, and how to ask for one.",
    "import": "How to get your LinkedIn export and import it.",
    "privacy": "Where your data is, and who can see it.",
    "data": "Snapshots, backups, damaged files, synced folders.",
    "keys": "The keys, and how to change them.",
    "settings": "Numbers, looks, and where they are stored.",
    "exports": "Your data in open formats.",
    "assistant": "Your own AI assistant: prompts, a program, MCP.",
    "class": "A coach's class: homework, cards, drafts, and who sees what.",
    "web": "The board in a browser.",
    "prompt": "Shell prompt, cron, timers, completion.",
}
"""Each topic and its line in the list; its page is `topics/NAME.txt`."""

_ENVIRONMENT = (
    ("RECCO_DB", "The file to use, like --db."),
    ("RECCO_NOW", "The day to treat as today, like --now."),
    ("RECCO_KEYS", "Your keys file, instead of keys.toml in the settings folder."),
    ("NO_COLOR", "If set, recco uses no color."),
    ("VISUAL, EDITOR", "The editor that Ctrl+E opens, unless the settings name one."),
)


@click.command("help")
@click.argument("topic", required=False)
@click.option("--all", "all_keys", is_flag=True, help="With 'keys': every action with its id.")
@json_option
@click.pass_context
def help_(ctx: click.Context, topic: str | None, all_keys: bool) -> None:
    """Show a help page, or the list of topics.

    \b
    recco help keys --all               every action with its id and keys
    recco help man > recco.1            the manual page; then: man ./recco.1
    """
    if all_keys and topic != "keys":
        raise click.UsageError("--all works only with 'keys'.")
    as_json = ctx.obj.as_json
    if topic is None:
        _write_topics(as_json)
    elif topic == MAN:
        for line in _manual(ctx.find_root()):
            click.echo(line)
    elif all_keys:
        _write_keys(as_json)
    elif topic in TOPICS:
        _write_topic(topic, _file_of(ctx, topic), as_json)
    elif isinstance(group := ctx.find_root().command, click.Group):
        _write_command_help(ctx, group, topic)


def _write_topics(as_json: bool) -> None:
    if as_json:
        write_json([{"topic": name, "about": line} for name, line in TOPICS.items()])
        return
    write_line("Topics (recco help TOPIC):")
    write_table((Column(), Column(shrinkable=True)), TOPICS.items(), indent=2)
    write_line("recco help man prints the manual page; recco COMMAND --help explains a command.")


def topic_text(name: str) -> str:
    """The page about a topic: a line that begins with blanks is shown as it stands."""
    page = Path(__file__).with_name("topics") / f"{name}.txt"
    return page.read_text(encoding="utf-8").rstrip("\n").replace("{views}", _views_in_words())


def _views_in_words() -> str:
    """The number keys and the views that they open, as a line among other keys."""
    views = ", ".join(view.name for view in VIEWS)
    return f"{f'1 to {len(VIEWS)}':<22}{views}"


def _file_of(ctx: click.Context, topic: str) -> str:
    """Where the file is that the topic is about; empty when it is about none."""
    from recco_tui.locations import keymap_path

    if topic == "keys":
        return str(keymap_path())
    return str(ctx.obj.path) if topic in ("privacy", "data", "settings") else ""


def _write_topic(name: str, file: str, as_json: bool) -> None:
    text = topic_text(name) + (f"\n\nHere: {file}" if file else "")
    if as_json:
        write_json({"topic": name, "about": TOPICS[name], "text": text})
        return
    for line in text.splitlines():
        click.echo(line)


def _write_keys(as_json: bool) -> None:
    from recco_tui.ui.keymap import declared

    actions = [(action.id, action.keys, action.tooltip or action.words) for action in declared()]
    if as_json:
        write_json([{"id": id_, "keys": keys, "does": does} for id_, keys, does in actions])
        return
    write_table((Column("id"), Column("keys"), Column("does", shrinkable=True)), actions)


def _write_command_help(ctx: click.Context, group: click.Group, name: str) -> None:
    """Print the help of a command, which people look for here too; UsageError when it is none."""
    command = group.get_command(ctx, name)
    if command is None:
        raise click.UsageError(
            f"There is no topic '{name}'. There are {', '.join((*TOPICS, MAN))}."
        )
    with click.Context(command, parent=ctx.find_root(), info_name=name) as command_ctx:
        click.echo(command.get_help(command_ctx))


def _manual(root: click.Context) -> Iterator[str]:
    """The lines of recco(1), in roff for man(7), made from the commands and the topics of help."""
    yield f'.TH "RECCO" "1" "" "recco {__version__}" "User commands"'
    yield from _section("NAME", "recco \\- a daily review of LinkedIn recommendations")
    yield from _section("SYNOPSIS", ".B recco", "[options] [command] [arguments]")
    yield from _section("DESCRIPTION", *_help_roff(root.command.help or ""))
    yield from _section("OPTIONS", *_options_roff(root.command, root))
    yield ".SH COMMANDS"
    yield from _command_roff(root.command, root, "recco")
    yield from _section("ENVIRONMENT")
    for name, words in _ENVIRONMENT:
        yield from (".TP", f".B {_escaped(name)}", _escaped(words))
    for name in TOPICS:
        yield from _section(name.upper(), *_topic_roff(topic_text(name)))
    yield from _section(
        "EXIT STATUS",
        "0 done or yes; 1 no; 2 wrong usage; 3 a problem with the data or the file; 4 the file is",
        "locked by another program (try again). One line says what is wrong.",
    )


def _command_roff(group: click.Command, above: click.Context, path: str) -> Iterator[str]:
    if not isinstance(group, click.Group):
        return
    for name in group.list_commands(above):
        command = group.get_command(above, name)
        if command is None or command.hidden:
            continue
        with click.Context(command, parent=above, info_name=name) as ctx:
            usage = " ".join(command.collect_usage_pieces(ctx))
            yield f'.SS "{_escaped(f"{path} {name} {usage}")}"'
            yield from _help_roff(command.help or "")
            yield from _options_roff(command, ctx)
            yield from _command_roff(command, ctx, f"{path} {name}")


def _options_roff(command: click.Command, ctx: click.Context) -> Iterator[str]:
    for parameter in command.get_params(ctx):
        record = parameter.get_help_record(ctx)
        if record is not None:
            yield from (".TP", f".B {_escaped(record[0])}", _escaped(record[1]) or "\\&")


def _section(title: str, *lines: str) -> Iterator[str]:
    yield f".SH {title}"
    yield from lines


def _help_roff(text: str) -> Iterator[str]:
    """Click's help: paragraphs, those after a backspace verbatim."""
    for paragraph in text.split("\n\n"):
        lines = paragraph.strip("\n").splitlines()
        if lines and lines[0].strip() == "\b":
            yield from _verbatim(lines[1:])
        elif lines:
            yield ".PP"
            yield from (_escaped(line.strip()) for line in lines)


def _topic_roff(text: str) -> Iterator[str]:
    """A topic: indented lines verbatim, the others as paragraphs."""
    for paragraph in text.split("\n\n"):
        lines = paragraph.splitlines()
        if any(line.startswith((" ", "1.")) for line in lines):
            yield from _verbatim(lines)
        else:
            yield ".PP"
            yield from (_escaped(line) for line in lines)


def _verbatim(lines: list[str]) -> Iterator[str]:
    yield from (".PP", ".nf", *(_escaped(line) for line in lines), ".fi")


def _escaped(text: str) -> str:
    """Text that roff prints literally: a line that begins with a dot or quote is no request."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{text}" if text.startswith((".", "'")) else text
