"""The manual page, in roff for man(7), made from the commands themselves and the topics of help."""

from collections.abc import Iterator

import click

from recco_tui import __version__
from recco_tui.cli.help_topics import TOPICS

_ENVIRONMENT = (
    ("RECCO_DB", "The file to use, as --db."),
    ("RECCO_NOW", "The day to take as today, as --now."),
    ("RECCO_KEYS", "The file of your own keys, instead of keys.toml in the settings folder."),
    ("NO_COLOR", "When set, no colour at all."),
    ("VISUAL, EDITOR", "The editor that ctrl+e opens a text in, unless the settings name one."),
)


def manual(root: click.Context) -> Iterator[str]:
    """The lines of recco(1)."""
    yield f'.TH "RECCO" "1" "" "recco {__version__}" "User commands"'
    yield from _section("NAME", "recco \\- a daily review of LinkedIn recommendations")
    yield from _section("SYNOPSIS", ".B recco", "[options] [command] [arguments]")
    yield from _section("DESCRIPTION", *_roff(root.command.help or ""))
    yield from _section("OPTIONS", *_options(root.command, root))
    yield ".SH COMMANDS"
    yield from _commands(root.command, root, "recco")
    yield from _section("ENVIRONMENT")
    for name, words in _ENVIRONMENT:
        yield from (".TP", f".B {_escaped(name)}", _escaped(words))
    for topic in TOPICS.values():
        yield from _section(topic.name.upper(), *_page(topic.text))
    yield from _section(
        "EXIT STATUS",
        "0 done or yes; 1 no; 2 wrong usage; 3 the data or the file is at fault; 4 the file is",
        "locked by another program, try again. What is wrong is said in one line.",
    )


def _commands(group: click.Command, above: click.Context, path: str) -> Iterator[str]:
    if not isinstance(group, click.Group):
        return
    for name in group.list_commands(above):
        command = group.get_command(above, name)
        if command is None or command.hidden:
            continue
        with click.Context(command, parent=above, info_name=name) as ctx:
            usage = " ".join(command.collect_usage_pieces(ctx))
            yield f'.SS "{_escaped(f"{path} {name} {usage}")}"'
            yield from _roff(command.help or "")
            yield from _options(command, ctx)
            yield from _commands(command, ctx, f"{path} {name}")


def _options(command: click.Command, ctx: click.Context) -> Iterator[str]:
    for parameter in command.get_params(ctx):
        record = parameter.get_help_record(ctx)
        if record is not None:
            yield from (".TP", f".B {_escaped(record[0])}", _escaped(record[1]) or "\\&")


def _section(title: str, *lines: str) -> Iterator[str]:
    yield f".SH {title}"
    yield from lines


def _roff(text: str) -> Iterator[str]:
    """Click's help: paragraphs, those after a backspace as they stand."""
    for paragraph in text.split("\n\n"):
        lines = paragraph.strip("\n").splitlines()
        if lines and lines[0].strip() == "\b":
            yield from _as_it_stands(lines[1:])
        elif lines:
            yield ".PP"
            yield from (_escaped(line.strip()) for line in lines)


def _page(text: str) -> Iterator[str]:
    """A topic: indented lines as they stand, the others as paragraphs."""
    for paragraph in text.strip("\n").split("\n\n"):
        lines = paragraph.splitlines()
        if any(line.startswith((" ", "1.")) for line in lines):
            yield from _as_it_stands(lines)
        else:
            yield ".PP"
            yield from (_escaped(line) for line in lines)


def _as_it_stands(lines: list[str]) -> Iterator[str]:
    yield from (".PP", ".nf", *(_escaped(line) for line in lines), ".fi")


def _escaped(text: str) -> str:
    """Text that roff prints as it is: a line that begins with a dot or quote is no request."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{text}" if text.startswith((".", "'")) else text
