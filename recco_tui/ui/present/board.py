"""Values of core put into the words and meanings that the board's widgets draw."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from recco_tui.core.asks import state_of
from recco_tui.core.meaning import Meaning
from recco_tui.core.models import AskState, BoardRow
from recco_tui.core.names import short_name
from recco_tui.core.relationships import Kind
from recco_tui.core.selection import balance_of
from recco_tui.ui.formatting import age
from recco_tui.ui.present.spans import Line, Span

if TYPE_CHECKING:
    from recco_tui.core.agenda import Alert
    from recco_tui.core.hints import Hint

OLDER = "older"
_KEY_NAMES = {"+": "plus", "*": "asterisk"}
_ENDED = (AskState.DECLINED, AskState.THANKED, AskState.CLOSED)
_WAITING = (AskState.WARM, AskState.REQUESTED, AskState.NUDGED)


class RowFacts(NamedTuple):
    """What the rules say of one row, in words; each `_meaning` is a name of the theme's meanings.

    Asked for only when the row is on the screen.
    """

    balance: str
    balance_meaning: str
    ask: str
    ask_meaning: str
    last: str
    ask_age: str = ""
    """How long it has waited for an answer."""


class NextKey(NamedTuple):
    """A key that does something about a person, and what."""

    key: str
    words: str


class TodayRow(NamedTuple):
    """One alert in words. `alert` is its name across days, `meaning` one of the theme's; what
    `is_old` is dim. The row of `OLDER` stands for all the debts that are not shown one by one.
    """

    alert: str
    contact_id: int | None
    action: str
    name: str
    why: str
    key: str
    meaning: str
    is_old: bool = False


def facts_of(row: BoardRow, today: date) -> RowFacts:
    """The computed words of one line of the Network table."""
    balance = balance_of(row)
    word = balance.word
    meaning = Meaning.OWE if balance.owe else Meaning.OWED if balance.owed else Meaning.EVEN
    if row.debts and not balance.owe:
        word, meaning = "promised", Meaning.OWE
    if row.debt_is_quiet:
        meaning = Meaning.COLD
    last = age(row.last_on, today)
    if row.ask is None:
        return RowFacts(word, meaning, "–", Meaning.EVEN, last)
    state = state_of(row.ask)
    waits = state in _WAITING and row.ask.steps
    ask_age = age(row.ask.steps[-1].on, today) if waits else ""
    return RowFacts(word, meaning, state.value, state.meaning, last, ask_age)


def next_keys(row: BoardRow) -> list[NextKey]:
    """The few keys that make sense with this person now, the most pressing first."""
    keys: list[NextKey] = []
    if balance_of(row).owe:
        keys += [NextKey("w", "write back"), NextKey("x", "waive")]
    if row.debts or (row.ask and state_of(row.ask) not in _ENDED):
        keys.append(NextKey("n", "next step"))
    else:
        keys.append(NextKey("a", "ask"))
    if row.kind is Kind.UNKNOWN:
        keys.append(NextKey("K", "kind"))
    return keys


def today_rows(alerts: "Sequence[Alert]") -> list[TodayRow]:
    """The lines of the Today pane."""
    return [
        TodayRow(
            alert=alert.id,
            contact_id=alert.contact_id,
            action=alert.action,
            name=short_name(alert.contact) if alert.contact else "",
            why=alert.why,
            key=alert.key,
            meaning=alert.action.meaning,
            is_old=alert.old,
        )
        for alert in alerts
    ]


def older_row(words: str) -> TodayRow:
    """The last line of Today, which opens the older debts; `words` say how many there are."""
    return TodayRow(
        OLDER,
        None,
        action="older",
        name="",
        why=words.removeprefix("and "),
        key="⏎",
        meaning=Meaning.NONE,
        is_old=True,
    )


def hint_line(hint: "Hint") -> Line:
    """What is worth trying next, and its key, which can be clicked."""
    return (
        Span("  hint  ", "ink-muted"),
        Span(hint.key, "ink-key", True, key=key_name(hint.key)),
        Span(f" {hint.words}", "ink-muted"),
    )


def key_name(key: str) -> str:
    """Textual's name of a key."""
    return _KEY_NAMES.get(key, key)
