"""Today: what the rules say of the whole ledger on this day, and putting alerts off."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from recco_tui.core.agenda import (
    Action,
    Alert,
    Situation,
    agenda,
    held_back_words,
    survey,
    today_lines,
    without_hints,
)
from recco_tui.core.asks import open_asks
from recco_tui.core.debts import Debt, count_debts, debts
from recco_tui.core.errors import NotAllowed, NothingFound
from recco_tui.core.guards import ask_objections
from recco_tui.core.missing_kinds import (
    Listed,
    shortlist,
    shortlist_words,
    whom_to_ask,
    whom_to_write_for,
)
from recco_tui.core.models import BoardRow, Contact, Project
from recco_tui.core.snoozing import PutOff, put_off_now
from recco_tui.core.when import say_date, say_day
from recco_tui.ledger.store import Store
from recco_tui.storage import asks, recommendations, situation
from recco_tui.storage.tables import CONTACTS, SNOOZES

if TYPE_CHECKING:
    from recco_tui.core.insights import Insights
    from recco_tui.core.next_step import NextStep

_ASKING = (Action.ASK, Action.CHECK_LEAD)


@dataclass(frozen=True, slots=True)
class Overview:
    """What the board's Today pane and header show.

    `queue` is what Today lists and a review goes through, first things first, and `count` how much
    that is; `older` are the debts of years ago that it leaves out, and `rest` says
    so, and what restraint holds. `shown` and `held_back` are the same in a few lines, for those who
    have no more. `shortlist` is the line of the missing kind, '' when none.
    """

    shown: tuple[Alert, ...]
    held_back: str
    count: int
    owe: int
    open_asks: int
    ask_limit: int
    queue: tuple[Alert, ...] = ()
    older: tuple[Alert, ...] = ()
    rest: str = ""
    shortlist: str = ""


class Today:
    """Reads for Today, and the verbs that put an alert off."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def situation(self) -> Situation:
        """Everything a rule may look at, read once."""
        return self._store.read(situation.read, self._store.clock.today(), self._store.policy)

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
        seen = {alert.id for alert in shown}
        queue = tuple(alert for alert in found.alerts if not alert.old or alert.id in seen)
        left = [alert for alert in found.alerts if alert.old and alert.id not in seen]
        return Overview(
            shown=shown,
            held_back=held_back,
            count=len(queue),
            owe=count_debts(now),
            open_asks=len(open_asks(now.asks, policy, now.today)),
            ask_limit=policy.open_asks,
            queue=queue,
            older=tuple(left),
            rest=held_back_words(left, found.held),
            shortlist=shortlist_words(shortlist(now.people, policy.one_of_each)),
        )

    def coming(self, days: int) -> tuple[tuple[date, Alert], ...]:
        """What the rules will say from today on: each alert with the day on which it is due, today
        when it is late, and as it reads on that day.

        As things are now: every step taken changes it. Hints are left out.
        """
        now = self.situation()
        found: dict[str, tuple[date, Alert]] = {}
        for ahead in range(days):
            day = now.today + timedelta(days=ahead)
            for alert in without_hints(agenda(replace(now, today=day))):
                due, _ = found.get(alert.id, (max(day, alert.due or day), alert))
                if day <= due:
                    found[alert.id] = due, alert
        return tuple(found.values())

    def next_of(self, rows: Iterable[BoardRow]) -> "dict[int, Alert | NextStep]":
        """What is next with each of these people, by their id: their first alert, else the next
        step of their ask; who has neither is left out."""
        from recco_tui.core.next_step import next_step

        alerts: dict[int | None, Alert] = {}
        for alert in self.alerts():
            alerts.setdefault(alert.contact_id, alert)
        policy, today = self._store.policy, self._store.clock.today()
        found: dict[int, Alert | NextStep] = {}
        for row in rows:
            if alert_of := alerts.get(row.id):
                found[row.id] = alert_of
            elif row.ask is not None:
                contact = Contact(row.id, row.name, kind=row.kind)
                if step := next_step(row.ask, contact, policy, today):
                    found[row.id] = step
        return found

    def made_by(self, project: Project) -> tuple[Alert, ...]:
        """What its end makes of its members: alerts to ask, also those held back (`held`)."""
        members = {member.contact_id for member in project.members}
        found = survey(self.situation())
        return tuple(
            alert
            for alert in (*found.alerts, *found.held)
            if alert.action in _ASKING
            and (alert.project_id == project.id or alert.contact_id in members)
        )

    def shortlist(self) -> tuple[Listed, ...]:
        """Who of each kind is on the shortlist, and who else could be."""
        return shortlist(self.situation().people, self._store.policy.one_of_each)

    def insights(self) -> "Insights":
        """One of each kind and who could be next; balances, asks, months, words, in numbers."""
        from recco_tui.core.insights import insights

        with self._store.database.read() as connection:
            now = situation.read(connection, self._store.clock.today(), self._store.policy)
            texts = {text.id: text.text for text in recommendations.every(connection)}
        return insights(now, texts)

    def whom_to_ask(self) -> tuple[Contact, ...]:
        """Some people whom asking makes sense with, when no one in particular is due."""
        return tuple(candidate.contact for candidate in whom_to_ask(self.situation().people))

    def whom_to_write_for(self) -> tuple[Contact, ...]:
        """Some people for whom I have written nothing yet."""
        return tuple(candidate.contact for candidate in whom_to_write_for(self.situation().people))

    def snooze(self, alert: Alert, days: int) -> None:
        """Put an alert off for so many days."""
        self.snooze_until(alert, self._store.clock.today() + timedelta(days=days))

    def snooze_until(self, alert: Alert, until: date) -> None:
        """Put an alert off until a day, on which it stands there again."""
        today = self._store.clock.today()
        if until <= today:
            raise NotAllowed(
                f"{say_date(until, today)} is not in the future. Choose tomorrow or later."
            )
        self._put_off(alert, until, f"snoozed until {say_day(until, today)}")

    def snoozed(self) -> tuple[PutOff, ...]:
        """What is put off now, what comes back first before the rest."""
        with self._store.database.read() as connection:
            everyone = {contact.id: contact for contact in CONTACTS.every(connection)}
            return put_off_now(SNOOZES.every(connection), everyone, self._store.clock.today())

    def bring_back(self, put_off: PutOff) -> PutOff:
        """Have what was snoozed stand in Today again, from now on."""
        what = " ".join(filter(None, (put_off.action, put_off.contact)))
        with self._store.change(f"ended the snooze: {what}"):
            if not asks.take_up(self._store.connection, put_off.alert):
                raise NothingFound(f"Not snoozed anymore: {what}.")
        return put_off

    def dismiss(self, alert: Alert) -> None:
        """Never show this alert again (undo brings it back)."""
        self._put_off(alert, None, "dismissed")

    def _put_off(self, alert: Alert, until: date | None, words: str) -> None:
        what = " ".join(part for part in (alert.action.value, alert.contact) if part)
        with self._store.change(f"{words}: {what}"):
            asks.put_off(self._store.connection, alert.id, until, self._store.clock.today())
