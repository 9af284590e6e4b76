"""`recco help`: topics, every key, and the manual page made from the commands."""

import click

from recco_tui.cli.help_topics import TOPICS
from recco_tui.cli.parameters import json_option
from recco_tui.cli.printing import Column, tell, write_json, write_table

MAN = "man"


@click.command("help")
@click.argument("topic", required=False)
@click.option("--all", "every", is_flag=True, help="With 'keys': every action with its id.")
@json_option
@click.pass_context
def help_(ctx: click.Context, topic: str | None, every: bool, as_json: bool) -> None:
    """A page about one topic, or the list of topics.

    \b
    recco help keys --all               every action with its id and keys
    recco help man > recco.1            the manual page; then: man ./recco.1
    """
    if every and topic != "keys":
        raise click.UsageError("--all goes with 'keys'.")
    if topic is None:
        _list(as_json)
    elif topic == MAN:
        _manual(ctx)
    elif every:
        _keys(as_json)
    elif topic in TOPICS:
        _page(topic, _here(ctx, topic), as_json)
    elif isinstance(group := ctx.find_root().command, click.Group):
        _command(ctx, group, topic)


def _list(as_json: bool) -> None:
    topics = [(topic.name, topic.line) for topic in TOPICS.values()]
    if as_json:
        write_json([{"topic": name, "about": line} for name, line in topics])
        return
    tell("recco help TOPIC tells about:")
    write_table((Column(""), Column("", gives=True)), topics, indent=2)
    tell("recco help man writes the manual page; recco COMMAND --help tells about a command.")


def _here(ctx: click.Context, topic: str) -> str:
    """Where the file is that the topic is about; empty when it is about none."""
    from recco_tui.locations import keymap_path

    if topic == "keys":
        return str(keymap_path())
    return str(ctx.obj.path) if topic in ("privacy", "data", "settings") else ""


def _page(name: str, here: str, as_json: bool) -> None:
    text = TOPICS[name].text.strip("\n") + (f"\n\nHere: {here}" if here else "")
    if as_json:
        write_json({"topic": name, "about": TOPICS[name].line, "text": text})
        return
    for line in text.splitlines():
        click.echo(line)


def _keys(as_json: bool) -> None:
    from recco_tui.ui.keymap import declared

    keys = [(one.id, one.keys, one.tooltip or one.words) for one in declared()]
    if as_json:
        write_json([{"id": id_, "keys": said, "does": words} for id_, said, words in keys])
        return
    write_table((Column("id"), Column("keys"), Column("does", gives=True)), keys)


def _manual(ctx: click.Context) -> None:
    from recco_tui.cli.manual import manual

    for line in manual(ctx.find_root()):
        click.echo(line)


def _command(ctx: click.Context, group: click.Group, name: str) -> None:
    """The help of a command, which people look for here too; UsageError when it is none."""
    found = group.get_command(ctx, name)
    if found is None:
        raise click.UsageError(
            f"There is no topic '{name}'; there are {', '.join((*TOPICS, MAN))}."
        )
    with click.Context(found, parent=ctx.find_root(), info_name=name) as about:
        click.echo(found.get_help(about))
