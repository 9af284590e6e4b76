"""`recco settings`: list, set, reset."""

import click

from recco_tui.cli.documents import setting_document
from recco_tui.cli.parameters import OrderedGroup, json_option
from recco_tui.cli.printing import Column, write_heading, write_json, write_line, write_table
from recco_tui.cli.session import Session
from recco_tui.core.settings import SettingRow, setting_spec


@click.group(cls=OrderedGroup, invoke_without_command=True)
@json_option
@click.pass_context
def settings(ctx: click.Context) -> None:
    """Show and change the settings, each with its reason.

    \b
    recco settings                        all of them
    recco settings set open_asks 6        change one
    recco settings reset open_asks        its default again
    recco settings reset --all            every default again
    """
    if ctx.invoked_subcommand is None:
        _list(ctx.obj, "")


@settings.verb("list")
@click.argument("words", nargs=-1)
def list_settings(session: Session, words: tuple[str, ...]) -> None:
    """List all settings, or those with these words in their name, title or reason."""
    _list(session, " ".join(words).casefold())


@settings.verb("set")
@click.argument("name")
@click.argument("value")
def set_setting(session: Session, name: str, value: str) -> None:
    """Change one setting."""
    session.ledger.settings.set(name, value)
    _write_setting(session, name)


@settings.verb("reset")
@click.argument("name", required=False)
@click.option("--all", "reset_all", is_flag=True, help="Every setting.")
def reset_setting(session: Session, name: str | None, reset_all: bool) -> None:
    """Reset one setting, or all, to the default."""
    if (name is None) is not reset_all:
        raise click.UsageError("Name the setting, or use --all.")
    if name is not None:
        session.ledger.settings.set(name, None)
        _write_setting(session, name)
        return
    count = session.ledger.settings.reset_all()
    if session.as_json:
        write_json({"reset": count})
    else:
        write_line(f"Reset {count} to their defaults; 'recco undo' reverts it.")


def _write_setting(session: Session, name: str) -> None:
    key = setting_spec(name).key
    row = next(row for row in session.ledger.settings.rows() if row.spec.key == key)
    if session.as_json:
        write_json(setting_document(row))
    else:
        default = "" if not row.changed else f" (default: {row.default})"
        write_line(f"{row.spec.title}: {row.words}{default}")


def _list(session: Session, text: str) -> None:
    rows = [row for row in session.ledger.settings.rows() if row.matches(text)]
    if session.as_json:
        write_json([setting_document(row) for row in rows])
        return
    if not rows:
        write_line(f"No setting matches '{text}'.")
        return
    columns = (Column("name"), Column("value", shrinkable=True), Column("why", shrinkable=True))
    for group in dict.fromkeys(row.group for row in rows):
        write_heading(group)
        write_table(
            columns,
            [
                (row.spec.key, row.words + (" *" if row.changed else ""), _why(row))
                for row in rows
                if row.group == group
            ],
            indent=2,
        )
    if any(row.changed for row in rows):
        write_line("* differs from its default")


def _why(row: SettingRow) -> str:
    return f"{row.spec.title}. {row.spec.mark}: {row.spec.reason}"
