"""`recco completion`."""

import click

_HINT = """Print the script that completes recco's commands in a shell.

\b
bash:  recco completion bash > ~/.recco-complete.bash
       echo 'source ~/.recco-complete.bash' >> ~/.bashrc
zsh:   recco completion zsh > ~/.recco-complete.zsh
       echo 'source ~/.recco-complete.zsh' >> ~/.zshrc
fish:  recco completion fish > ~/.config/fish/completions/recco.fish
"""


@click.command(help=_HINT, short_help="Print the shell's completion script.")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print Click's script for this shell, for our program's name and variable."""
    from click.shell_completion import get_completion_class

    found = get_completion_class(shell)
    if found is None:
        raise click.UsageError(f"There is no completion for {shell}.")
    command = ctx.find_root().command
    click.echo(found(command, {}, "recco", "_RECCO_COMPLETE").source())
