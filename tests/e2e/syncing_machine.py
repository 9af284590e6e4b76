"""One machine of a random interleaving: its file, its clock, and what its user does."""

import random
import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from recco_tui.core.errors import ReccoError
from recco_tui.core.models import (
    Channel,
    DebtKind,
    Direction,
    GoalKind,
    Joining,
    MomentKind,
    Status,
    Step,
    TextKind,
)
from recco_tui.core.relationships import Kind
from recco_tui.core.settings import OWN
from recco_tui.ledger.ledger import Ledger
from recco_tui.ledger.store import Clock
from recco_tui.storage.dump import TABLES
from recco_tui.storage.migrations import RECORDED
from recco_tui.storage.sync_place import SyncFolder
from tests.drafts import open_draft

if TYPE_CHECKING:
    from tests.e2e.sync import World

TODAY = date(2026, 11, 23)
MINUTE = timedelta(minutes=1)
NAMES = ("Ann Lee", "Bo Ray", "Cy Fox", "Di Ash", "Ed Elm")
Content = dict[str, list[tuple[object, ...]]]


class Ticking(Clock):
    """A clock that goes on by itself, and may be wrong by hours."""

    def __init__(self, world: "World") -> None:
        super().__init__(TODAY)
        self.world = world
        self.wrong = timedelta(hours=world.random.choice((0, 0, 0, -30, 5)))

    def real_now(self) -> datetime:
        self.world.ticks += 1
        return datetime(2026, 11, 23, 9, tzinfo=UTC) + self.wrong + self.world.ticks * MINUTE

    def now(self) -> datetime:
        return self.real_now()


class Chance:
    """What `secrets` is for a machine, the same for the same seed."""

    def __init__(self, chance: random.Random) -> None:
        self.choice = chance.choice
        self.token_hex = lambda many: chance.randbytes(many).hex()


class Machine:
    """One machine: its file, its copy of the folder, and its hands."""

    def __init__(self, world: "World", number: int) -> None:
        self.world, self.random, self.number = world, world.random, number
        self.clock = Ticking(world)
        self.folder = world.folder / f"folder{number}"
        self.folder.mkdir()
        self.path = world.folder / f"machine{number}.db"
        shutil.copy(world.empty, self.path)
        self.ledger = self._open()

    def _open(self) -> Ledger:
        return Ledger(self.path, self.clock, "test")

    def content(self, tables: tuple[str, ...] = TABLES) -> Content:
        """All rows, but for settings of this machine alone."""
        connection = self.ledger._database.connection
        return {
            table: [
                row
                for row in connection.execute(f"SELECT * FROM {table} ORDER BY id")
                if table != "settings" or row[1] not in OWN
            ]
            for table in tables
        }

    def pick(self, table: str) -> int | None:
        rows = self.ledger._database.connection.execute(f"SELECT id FROM {table} ORDER BY id")
        ids = [id_ for (id_,) in rows]
        return self.random.choice(ids[: self.random.choice((1, 2, None))]) if ids else None

    def do(self, verb: Callable[..., object], *tables: str) -> None:
        """A verb on a row of each table, if there are any; it may refuse."""
        ids = [self.pick(table) for table in tables]
        if None not in ids:
            try:
                verb(*ids)
            except ReccoError as said:
                self.world.refused.append(str(said))

    def act(self) -> None:
        """Something a person does."""
        self.random.choice(VERBS)(self)

    def sync(self) -> None:
        """Sync; now and then undo what came, bring it back, or give up on the way."""
        if self.random.random() < 0.05:
            self._killed()
        before = self.content(RECORDED)
        outcome = self.ledger.sync.sync(SyncFolder(self.folder))
        change = self.ledger.last_change
        if outcome.brought and change and self.random.random() < 0.3:
            after = self.content(RECORDED)
            self.ledger.log.undo()
            assert self.content(RECORDED) == before, "undo of a sync"
            self.ledger.log.redo()
            assert self.content(RECORDED) == after, "redo of a sync"

    def _killed(self) -> None:
        """A sync that ends before it is written, or before anything is in the folder."""
        self.ledger.sync.sync(SyncFolder(self.world.dead_end))

    def restart_from(self, path: Path) -> None:
        """Put a copy of another file, or an older one of this, in the place of this file."""
        self.ledger.checkpoint()
        self.ledger.close()
        shutil.copy(path, self.path)
        self.ledger = self._open()

    # What a person does. Each text is another one, so that it can be looked for.

    def text(self) -> str:
        self.world.written += 1
        return f"words{self.world.written}x"

    def day(self) -> date:
        return TODAY - timedelta(days=self.random.randrange(0, 40))

    def add_contact(self) -> None:
        name = self.random.choice(NAMES)
        url = f"linkedin.com/in/{name[:2].lower()}" if self.random.random() < 0.4 else ""
        add = self.ledger.contacts.add
        kind = self.random.choice(list(Kind))
        self.do(lambda: add(name, kind=kind, url=url, note=self.text()))

    def edit_contact(self) -> None:
        name = self.random.choice(["note", "company", "pitch", "position"])
        self.do(lambda id_: self.ledger.contacts.edit(id_, {name: self.text()}), "contacts")

    def edit_address(self) -> None:
        url = f"linkedin.com/in/{self.random.choice(NAMES)[:2].lower()}"
        fields = {"url": url, "name": self.random.choice(NAMES)}
        self.do(lambda id_: self.ledger.contacts.edit(id_, fields), "contacts")

    def pin(self) -> None:
        self.do(lambda id_: self.ledger.contacts.pin([id_], True), "contacts")

    def merge(self) -> None:
        self.do(lambda keep, drop: self.ledger.contacts.merge(keep, drop), "contacts", "contacts")

    def remove_contact(self) -> None:
        self.do(lambda id_: self.ledger.contacts.remove([id_]), "contacts")

    def add_project(self) -> None:
        members = [Joining(self.random.choice(NAMES), their_part=self.text())]
        self.do(lambda: self.ledger.projects.add(self.text(), ended_on=self.day(), members=members))

    def join_project(self) -> None:
        def join(project: int, contact: int) -> None:
            self.ledger.projects.join(project, [Joining(contact_id=contact)])

        self.do(join, "projects", "contacts")

    def remove_project(self) -> None:
        self.do(self.ledger.projects.remove, "projects")

    def add_moment(self) -> None:
        project = self.pick("projects")
        add = self.ledger.moments.add
        self.do(
            lambda id_: add(id_, MomentKind.WIN, self.text(), on=self.day(), project_id=project),
            "contacts",
        )

    def edit_moment(self) -> None:
        edit = self.ledger.moments.edit
        self.do(lambda id_: edit(id_, {"text": self.text()}), "moments")

    def remove_moment(self) -> None:
        self.do(self.ledger.moments.remove, "moments")

    def add_text(self) -> None:
        direction = self.random.choice(list(Direction))
        text = self.text() if self.random.random() < 0.8 else "The same thing."
        add = self.ledger.recommendations.add
        self.do(lambda id_: add(id_, direction, text, on=self.day()), "contacts")

    def rewrite(self) -> None:
        self.do(
            lambda id_: self.ledger.recommendations.rewrite(id_, self.text()), "recommendations"
        )

    def set_status(self) -> None:
        status = self.random.choice(list(Status))
        self.do(lambda id_: self.ledger.recommendations.set_status(id_, status), "recommendations")

    def remove_text(self) -> None:
        self.do(self.ledger.recommendations.remove, "recommendations")

    def waive(self) -> None:
        waive = self.ledger.recommendations.waive
        self.do(lambda id_: waive([id_], self.text()), "contacts")

    def start_ask(self) -> None:
        self.do(lambda id_: self.ledger.asks.start(id_, text=self.text()), "contacts")

    def mark_ask(self) -> None:
        step, mark = self.random.choice(list(Step)), self.ledger.asks.mark
        self.do(
            lambda id_: mark(id_, step, via=Channel.SLACK, on=self.day(), because=self.text()),
            "asks",
        )

    def remove_ask(self) -> None:
        self.do(self.ledger.asks.remove, "asks")

    def add_request(self) -> None:
        self.do(lambda id_: self.ledger.requests.add(id_, DebtKind.REQUEST), "contacts")

    def edit_request(self) -> None:
        self.do(lambda id_: self.ledger.requests.edit(id_, {"note": self.text()}), "requests")

    def snooze(self) -> None:
        alerts = self.ledger.today.alerts()
        if alerts:
            self.do(lambda: self.ledger.today.snooze(self.random.choice(alerts), 3))

    def aim(self) -> None:
        self.do(lambda: self.ledger.goals.add(GoalKind.ASKS, 1, TODAY))

    def set_a_number(self) -> None:
        value = str(self.random.randrange(3, 9))
        self.do(lambda: self.ledger.settings.set("open_asks", value))

    def write_draft(self) -> None:
        drafts = self.ledger.drafts
        self.do(lambda id_: open_draft(self.ledger, id_, TextKind.RECOMMENDATION), "contacts")
        self.do(lambda id_: drafts.save(id_, self.text(), ""), "drafts")
        if self.random.random() < 0.3:
            self.do(drafts.keep_version, "drafts")

    def send_draft(self) -> None:
        self.do(self.ledger.drafts.mark_sent, "drafts")

    def undo(self) -> None:
        self.do(self.ledger.log.undo)

    def redo(self) -> None:
        self.do(self.ledger.log.redo)


VERBS: list[Callable[[Machine], None]] = [
    Machine.add_contact, Machine.add_contact, Machine.edit_contact, Machine.edit_contact,
    Machine.edit_address, Machine.pin, Machine.merge, Machine.remove_contact, Machine.add_project,
    Machine.join_project, Machine.remove_project, Machine.add_moment, Machine.edit_moment,
    Machine.remove_moment, Machine.add_text, Machine.add_text, Machine.rewrite, Machine.set_status,
    Machine.remove_text, Machine.waive, Machine.start_ask, Machine.mark_ask, Machine.mark_ask,
    Machine.remove_ask, Machine.add_request, Machine.edit_request, Machine.snooze, Machine.aim,
    Machine.set_a_number, Machine.write_draft, Machine.write_draft, Machine.send_draft,
    Machine.undo, Machine.redo,
]  # fmt: skip
