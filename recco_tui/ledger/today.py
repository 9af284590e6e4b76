"""Today: what the rules say of the whole ledger on this day, and putting alerts off."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from recco_tui.core.agenda import Alert, Situation, agenda, survey, today_lines
from recco_tui.core.asks import open_asks
from recco_tui.core.guards import ask_objections
from recco_tui.core.reciprocity import Debt, debts
from recco_tui.ledger.store import Store
from recco_tui.storage import asks, situation


@dataclass(frozen=True, slots=True)
class Overview:
    """What the board's Today pane and header show."""

    shown: tuple[Alert, ...]
    held_back: str
    count: int
    owe: int
    open_asks: int
    ask_limit: int


class Today:
    """Reads for Today, and the verbs that put an alert off."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def situation(self) -> Situation:
        """Everything a rule may look at, read once."""
        with self._store.database.read() as connection:
            return situation.read(connection, self._store.clock.today(), self._store.policy)

    def alerts(self) -> tuple[Alert, ...]:
        """All alerts, first things first."""
        return agenda(self.situation())

    def debts(self) -> tuple[Debt, ...]:
        """Whom I still owe, oldest first."""
        return debts(self.situation())

    def objections(self, contact_id: int) -> tuple[str, ...]:
        """What restraint has to say against asking this person now, a sentence each."""
        now = self.situation()
        if all(contact.id != contact_id for contact in now.contacts):
            now = replace(now, contacts=(*now.contacts, self._store.contact(contact_id)))
        return ask_objections(now, contact_id)

    def overview(self) -> Overview:
        """At most seven alerts, what is held back, and the counts of the header."""
        now = self.situation()
        policy = self._store.policy
        found = survey(now)
        shown, held_back = today_lines(found.alerts, policy.today_lines, found.held)
        return Overview(
            shown=shown,
            held_back=held_back,
            count=sum(not alert.old or alert in shown for alert in found.alerts),
            owe=len(debts(now)),
            open_asks=len(open_asks(now.asks, policy, now.today)),
            ask_limit=policy.open_asks,
        )

    def snooze(self, alert: Alert, days: int) -> None:
        """Put an alert off for so many days."""
        self._put_off(alert, self._store.clock.today() + timedelta(days=days), f"{days} d")

    def dismiss(self, alert: Alert) -> None:
        """Never show this alert again (undo brings it back)."""
        self._put_off(alert, None, "dismissed")

    def _put_off(self, alert: Alert, until: date | None, words: str) -> None:
        who = alert.contact or "the hint"
        label = f"put off {alert.action}, {who}: {words}"
        if until is None:
            label = f"dismissed {alert.action}, {who}"
        with self._store.change(label):
            asks.put_off(
                self._store.database.connection, alert.id, until, self._store.clock.today()
            )
