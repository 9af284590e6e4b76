"""A small file with something in every table, told by the verbs a person has."""

import sqlite3
from contextlib import closing
from datetime import date, time, timedelta
from pathlib import Path

from recco_tui.core.models import (
    Channel,
    DebtKind,
    Direction,
    GoalKind,
    Joining,
    MomentKind,
    Step,
    TextKind,
)
from recco_tui.core.relationships import Kind
from recco_tui.importing.plan.planning import plan_import
from recco_tui.importing.read.reader import read_export
from recco_tui.ledger.ledger import Ledger
from recco_tui.ledger.store import Clock
from tests.drafts import open_draft
from tests.new_file import new_file

TODAY = date(2026, 11, 23)
_WROTE = "Ann led the move to the new API. She explained it well. Releases got faster."


def file_with_every_table(folder: Path) -> Path:
    """Seven people; one of them archived, one from an export."""
    path = folder / "recco.db"
    with Ledger(new_file(path), Clock(TODAY), "test") as ledger:
        _people(ledger, folder)
        _asks_and_texts(ledger)
        _drafts(ledger)
        ledger.today.snooze(ledger.today.alerts()[0], 3)
        ledger.settings.set("open_asks", "6")
        ledger.goals.add(GoalKind.ASKS, 1, _ago(-3), time(18))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        answer = "INSERT INTO import_answers (question, answer) VALUES ('who:ann', 'someone else')"
        connection.execute(answer)
        connection.commit()
    return path


def _ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def _people(ledger: Ledger, folder: Path) -> None:
    export = folder / "Connections.csv"
    export.write_text(
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        "Ann,Lee,https://www.linkedin.com/in/ann-lee,,Acme,Engineer,04 Apr 2021\n"
    )
    ledger.imports.apply_each(plan_import, [read_export([export])], {}, "a fingerprint")
    for name, kind in (
        ("Bo Ray", Kind.MANAGER), ("Cy Fox", Kind.CLIENT), ("Di Ash", Kind.MENTOR),
        ("Ed Elm", Kind.PEER), ("Fay Oak", Kind.UNKNOWN), ("Gus Yew", Kind.PEER),
    ):  # fmt: skip
        ledger.contacts.add(name, kind=kind, company="Acme", note="met at work")
    ledger.contacts.edit(1, {"company": "Initech", "pitch": "calm and exact"})
    ledger.contacts.pin([2, 3], True)
    ledger.contacts.archive([7])
    members = [Joining(contact_id=n, their_part="the API", my_part="tests") for n in (1, 2, 3)]
    ledger.projects.add("App", started_on=_ago(60), ended_on=_ago(2), members=members)
    ledger.projects.add("Site", members=members[:1])
    ledger.moments.add(1, MomentKind.WIN, "fixed the flaky test", on=_ago(9), project_id=1)
    ledger.moments.add(2, MomentKind.FEEDBACK, "said thank you", on=_ago(1))
    ledger.moments.add(3, MomentKind.SEEN, "two praise her calm", on=_ago(1))
    ledger.meetings.add(3, _ago(-30), "Initech", "interview")


def _asks_and_texts(ledger: Ledger) -> None:
    for contact_id, days in ((1, 40), (1, 400), (4, 3), (5, 700)):
        ledger.recommendations.add(contact_id, Direction.RECEIVED, _WROTE, on=_ago(days))
    ledger.recommendations.add(4, Direction.GIVEN, _WROTE, on=_ago(3))
    ledger.recommendations.rewrite(1, _WROTE + " I would work with her again.")
    ledger.recommendations.mark_phrases(1, ["Releases got faster"])
    ledger.recommendations.waive([5], "he asked not to")
    ask = ledger.asks.start(2, project_id=1, text="Would you?", focus="the API", on=_ago(12))
    ledger.asks.mark(ask.id, Step.WARM, via=Channel.SLACK, on=_ago(11))
    ledger.asks.mark(ask.id, Step.LINKEDIN, via=Channel.LINKEDIN, on=_ago(10))
    ledger.requests.add(3, DebtKind.REQUEST, asked_on=_ago(5), due_on=_ago(-2), note="the API")
    ledger.requests.add(6, DebtKind.PROMISE, asked_on=_ago(1))


def _drafts(ledger: Ledger) -> None:
    claims = '[{"text": "It was.", "parts": {"impact": true}}]'
    draft = open_draft(ledger, 1, TextKind.RECOMMENDATION, project_id=1)
    ledger.drafts.keep(ledger.drafts.keep(draft, "It was.", claims), "It was. It is.", claims)
    ledger.drafts.keep(open_draft(ledger, 3, TextKind.ASK), "Would you write for me?", "")
