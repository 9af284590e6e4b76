"""Who owes whom: the balance between two people, and why a debt is one."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from recco_tui.core.models import COUNTED, DebtKind, Direction, Recommendation, Request, Status
from recco_tui.core.policy import Policy
from recco_tui.core.when import count_of, say_day, say_days_ago
from recco_tui.core.working_days import add_working_days, weekend_of

if TYPE_CHECKING:
    from recco_tui.core.situation import Person


class Balance(NamedTuple):
    """Counts of counted recommendations, and of received ones that are waived."""

    received: int
    given: int
    waived: int = 0

    @property
    def owe(self) -> int:
        """How many I still owe them."""
        return max(0, self.received - self.given - self.waived)

    @property
    def owed(self) -> int:
        """How many they owe me."""
        return max(0, self.given - self.received)

    @property
    def word(self) -> str:
        """`owe 2`, `owed 1`, `even`, and `–` when neither wrote for the other."""
        if self.owe:
            return f"owe {self.owe}"
        if self.owed:
            return f"owed {self.owed}"
        return "even" if self.received or self.given else "–"


def say_counting(status: Status, balance: Balance) -> str:
    """Whether a recommendation of that status counts, and how things stand then."""
    counts = "counts" if status in COUNTED else "does not count"
    return f"{counts}; balance: {balance.word}"


def balance_of(person: "Person") -> Balance:
    """The balance between this person and me."""
    return Balance(len(person.received), len(person.given), person.waived)


def owed_since(person: "Person", today: date) -> date | None:
    """The day of the oldest received text that is not given back, never after today; None: even.

    What I gave, and what is waived, pays for the oldest first.
    """
    paid = len(person.given) + person.waived
    return min(person.received[paid].on, today) if paid < len(person.received) else None


def unpaid(person: "Person") -> list[Recommendation]:
    """Their texts that are not given back, oldest first."""
    return person.received[len(person.given) + person.waived :]


def open_requests(
    requests: Iterable[Request], recommendations: Iterable[Recommendation]
) -> list[Request]:
    """One person's requests and promises not yet kept, earliest first.

    A text given since then keeps them, whether or not it was marked. `recommendations` are theirs
    and mine in any order; those that do not count are passed over. The board counts the same in
    SQL (`storage/board.py`).
    """
    unsettled = [request for request in requests if not request.is_settled]
    if not unsettled:
        return []
    given = (
        text.on
        for text in recommendations
        if text.direction is Direction.GIVEN and text.status in COUNTED
    )
    newest = max(given, default=date.min)
    still_open = [request for request in unsettled if request.asked_on > newest]
    return sorted(still_open, key=lambda request: (request.asked_on, request.id))


def owes_text(person: "Person") -> bool:
    """Whether I owe them a text: for one received, or by an open request or promise."""
    return bool(balance_of(person).owe or open_requests(person.requests, person.given))


def deliver_by(request: Request, policy: Policy) -> date:
    """My promise date, else the policy's working days from the day they asked."""
    if request.due_on is not None:
        return request.due_on
    return add_working_days(request.asked_on, policy.deliver_working_days, weekend_of(policy))


def say_received(person: "Person", since: date, today: date) -> str:
    """Why a received text is a debt: "recommended you 52 days ago; nothing given back yet"."""
    return _say_times(person, say_days_ago(since, today)) + _say_hidden(person)


def _say_times(person: "Person", ago: str) -> str:
    received, given = len(person.received), len(person.given) + person.waived
    if received == 1:
        return f"recommended you {ago}; nothing given back yet"
    times = count_of(received, "time")
    if not given:
        return f"recommended you {times}, first {ago}; nothing given back yet"
    return f"recommended you {times}, you gave back {given}; next from {ago}"


def _say_hidden(person: "Person") -> str:
    """A text that is not shown on my profile is a favor all the same; one may see it otherwise."""
    texts = unpaid(person)
    hidden = sum(text.status is Status.HIDDEN for text in texts)
    if not hidden:
        return ""
    return " (hidden)" if hidden == len(texts) else f" ({hidden} of {len(texts)} hidden)"


def say_debt(request: Request, policy: Policy, today: date) -> str:
    """Why a request or a promise is a debt, with the day it is due."""
    ago = say_days_ago(request.asked_on, today)
    due = deliver_by(request, policy)
    when = f"due {say_day(due, today)}" if due >= today else f"was due {say_day(due, today)}"
    if request.kind is DebtKind.PROMISE:
        return f"you promised a text {ago}; {when}"
    return f"asked you for a recommendation {ago}; {when}"
