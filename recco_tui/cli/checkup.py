"""`recco doctor`."""

import click

from recco_tui.cli.parameters import json_option
from recco_tui.cli.printing import tell, write_json
from recco_tui.cli.session import Session
from recco_tui.core.errors import NothingFound

UNWELL = 1


@click.command()
@click.option("--fix", is_flag=True, help="Mend what can be mended; rows as one change of the log.")
@click.option("--replica", metavar="TARGET", help="Try whether this replica can be brought back.")
@json_option
@click.pass_context
def doctor(ctx: click.Context, fix: bool, replica: str | None, as_json: bool) -> None:
    """Look the file over: whole, private, backed up, nobody twice.

    Exit status 1 when something is left to be mended.
    """
    from recco_tui.ledger.checkup import examine

    session: Session = ctx.obj
    if not session.has_file:
        raise NothingFound(f"There is nothing to look at yet: {session.path} is not there.")
    remarks = examine(session.path, session.clock, fix=fix)
    if replica is not None:
        from recco_tui.cli.replica import replica_remark

        now = session.clock.now().astimezone()
        remarks = (*remarks, replica_remark(replica, session.path.absolute(), now))
    well = all(one.well or one.mended for one in remarks)
    if as_json:
        write_json({"ok": well, "checks": [one._asdict() for one in remarks]})
    else:
        for one in remarks:
            sign = "✓" if one.well or one.mended else "✗"
            done = f" Mended: {one.mends}." if one.mended else ""
            could = f" --fix would {one.mends}." if one.mends and not one.mended else ""
            tell(f"{sign} {one.check}: {one.says}{done}{could}")
    ctx.exit(0 if well else UNWELL)
