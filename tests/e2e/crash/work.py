"""The work of a day: people, asks, typing, imports and undo, and what a kill may leave of it."""

import random
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

from recco_tui.core.export import Export, ExportedConnection, RowPlace
from recco_tui.core.import_plan import GONE_KEY, PART
from recco_tui.core.models import Channel, Step, TextKind
from recco_tui.importing.plan.planning import plan_import
from recco_tui.ledger.ledger import Ledger
from recco_tui.ledger.store import Clock

TODAY = date(2026, 11, 23)
IMPORTED = 300
"""People of each export."""


def child(folder: Path, seed: int) -> None:
    """Work for ever, saying each thing once it is done."""
    luck = random.Random(seed)
    with Ledger(folder / "recco.db", Clock(TODAY), "crash test") as ledger:
        for number in range(1, 1_000_000):
            what = luck.choice(("contact", "contact", "ask", "typing", "typing", "import", "undo"))
            for said in _one(ledger, what, seed, number):
                sys.stdout.write(said + "\n")
                sys.stdout.flush()


def _one(ledger: Ledger, what: str, seed: int, number: int) -> Iterator[str]:
    name = f"{what} {seed} {number}"
    if what == "import":
        ledger.imports.apply(plan_import, _export(name), {GONE_KEY: PART})
        yield f"import\t{name}"
        return
    contact = ledger.contacts.add(name)
    yield f"contact\t{name}"
    if what == "ask":
        ask = ledger.asks.start(contact.id)
        ledger.asks.mark(ask.id, Step.WARM, via=Channel.DISCORD)
        yield f"ask\t{name}"
    elif what == "typing":
        draft = ledger.drafts.begin(contact.id, TextKind.RECOMMENDATION)
        for length in range(1, 20):
            draft = ledger.drafts.keep(draft, "x" * length, "")
            yield f"typed\t{name}\t{length}"
    elif what == "undo":
        ledger.log.undo()
        yield f"undone\t{name}"


def _export(name: str) -> Export:
    people = tuple(
        ExportedConnection(
            first_name=f"Person{at}",
            last_name=name,
            slug=f"{name.replace(' ', '-')}-{at}",
            company=name,
            position="",
            email="",
            connected_on=TODAY,
            place=RowPlace("Connections.csv", at),
        )
        for at in range(IMPORTED)
    )
    return Export(
        exported_on=TODAY,
        owner_name="Mara Owner",
        owner_slug="mara-owner",
        connections=people,
        nameless=0,
        recommendations=(),
        messages=(),
        addresses={},
        work=(),
        ignored=(),
        warnings=(),
        files=(),
        has_connections=True,
        has_received=False,
        has_given=False,
    )


def faults(folder: Path, acknowledged: list[str]) -> list[str]:
    """What is missing of what was acknowledged; empty when all is well."""
    wrong: list[str] = []
    with closing(sqlite3.connect(folder / "recco.db")) as connection:
        undone = {one.split("\t")[1] for one in acknowledged if one.startswith("undone")}
        for line in acknowledged:
            kind, name, *rest = line.split("\t")
            if kind in ("contact", "ask", "typed") and name not in undone:
                wrong += _missing(connection, kind, name, rest)
        for company, many in connection.execute(
            "SELECT company, count(*) FROM contacts WHERE company LIKE 'import %' GROUP BY company"
        ):
            if many != IMPORTED:
                wrong.append(f"half an import: {many} of {company}")
        kept = {row[0] for row in connection.execute("SELECT DISTINCT company FROM contacts")}
        names = {one.split("\t")[1] for one in acknowledged if one.startswith("import")}
        wrong += [f"lost: {name}" for name in names - kept]
    return wrong


def _missing(connection: sqlite3.Connection, kind: str, name: str, rest: list[str]) -> list[str]:
    found = connection.execute("SELECT id FROM contacts WHERE name = ?", (name,)).fetchone()
    if found is None:
        # Only an undo under way may have taken it back.
        return [] if name.startswith("undo ") else [f"lost: {kind} {name}"]
    if kind == "ask":
        steps = connection.execute(
            "SELECT count(*) FROM ask_steps s JOIN asks a ON a.id = s.ask_id "
            "WHERE a.contact_id = ? AND s.step = 'warm'",
            found,
        ).fetchone()
        return [] if steps == (1,) else [f"lost: warm message of {name}"]
    if kind == "typed":
        text = connection.execute("SELECT text FROM drafts WHERE contact_id = ?", found).fetchone()
        if text is None or len(text[0]) < int(rest[0]):
            return [f"lost: {rest[0]} typed for {name}, kept {text}"]
    return []
