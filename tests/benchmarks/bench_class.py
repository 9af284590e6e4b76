"""How long it takes until a coach sees her class: 300 students with 20 cards each, on both engines.

    python tests/benchmarks/bench_class.py

Bound: 1 s from asking for the class to its lines on the screen. The median of five is printed, and
beside it what the store alone takes. PostgreSQL is the system's, started on a port of its own, and
a hundred drafts wait.
"""

import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from json import dumps
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from sqlalchemy import insert

from recco_tui.classroom.schema import cards, drafts
from recco_tui.classroom.store import ClassStore, create_class
from recco_tui.core.card import CardAsk, CardStep, card_document
from recco_tui.core.classroom import Homework
from recco_tui.core.models import AskState, GoalKind, Step
from recco_tui.ledger.ledger import Ledger
from recco_tui.ledger.store import Clock
from recco_tui.ui.app import ReccoApp
from tests.classroom import postgres
from tests.classroom.people import NOW, THURSDAY, TODAY, card_of

BOUND_S = 1.0
STUDENTS, CARDS, WAITING, ROUNDS = 300, 20, 100, 5
TEXT = "Hi Ann, I loved our project. Would you be open to writing me a recommendation? Thanks!"


def filled(place: str) -> ClassStore:
    """A class of that size; the cards are put in by its owner, which is quicker."""
    coach = ClassStore(create_class(place, "Spring", "Cora", NOW))
    names = [f"Student {number:03}" for number in range(STUDENTS)]
    coach.invite(names)
    coach.add_homework(Homework(0, GoalKind.ASKS, 1, THURSDAY, "18:00", published_on=TODAY))
    members = [student.member for student in coach.classroom().students]
    asks = tuple(
        CardAsk(AskState.WARM, (CardStep(Step.WARM, date(2026, 11, 1) + timedelta(days=day)),))
        for day in range(5)
    )
    rows = [
        {"member_id": member.id, "shared_at": NOW, "document": dumps(card_document(card))}
        for member in members
        for number in range(CARDS)
        for card in [replace(card_of(member.name, number % 2), asks=asks)]
    ]
    waiting = [
        {"member_id": member.id, "source": "draft", "number": 1, "kind": "ask", "name": "Ann Lee"}
        | {"text": TEXT, "claims": "", "sent_at": NOW}
        for member in members[:WAITING]
    ]
    with coach.place.write() as connection:
        connection.execute(insert(cards), rows)
        connection.execute(insert(drafts), waiting)
    return coach


def shown(coach: ClassStore) -> float:
    """Seconds from opening the board of the class to its students on the screen."""
    took: list[float] = []

    async def run(ledger: Ledger) -> None:
        app = ReccoApp(ledger)
        async with app.run_test(size=(120, 36)) as pilot:
            await pilot.pause()
            start = time.perf_counter()
            app.open("class", coach)
            while "Student" not in _students(app):
                await asyncio.sleep(0.005)
            took.append(time.perf_counter() - start)

    with (
        tempfile.TemporaryDirectory() as folder,
        Ledger(Path(folder) / "recco.db", Clock(TODAY), "board") as ledger,
    ):
        ledger.contacts.add("Ann Lee")
        asyncio.run(run(ledger))
    return took[0]


def _students(app: ReccoApp) -> str:
    found = app.screen.query("#students")
    lines = [found.first().render_line(y).text for y in range(2)] if found else []
    return "".join(lines)


def timed(coach: ClassStore) -> float:
    start = time.perf_counter()
    assert len(coach.classroom().students) == STUDENTS
    return time.perf_counter() - start


def measured(name: str, place: str) -> Iterator[str]:
    coach = filled(place)
    store = statistics.median(timed(coach) for _ in range(ROUNDS))
    screen = statistics.median(shown(coach) for _ in range(ROUNDS))
    missed = "" if screen <= BOUND_S else "  missed"
    yield f"{name:12} shown {screen:.2f} s (bound {BOUND_S} s){missed}   store {store:.2f} s"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        print(*measured("SQLite", str(Path(folder) / "class.db")), sep="\n")
        if postgres.programs() is None:
            print("PostgreSQL is not installed.")
            return
        with postgres.server(Path(folder) / "postgres") as port:
            place = postgres.new_database(port, "class_bench")
            print(*measured("PostgreSQL", place), sep="\n")


if __name__ == "__main__":
    main()
