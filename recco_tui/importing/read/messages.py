"""messages.csv of every era: who has which address, and the few rows about recommendations.

Almost all rows are private talk that recco has no use for: they are looked at once, in passing,
and nothing of them is kept.
"""

from recco_tui.core.export import Place
from recco_tui.core.names import clean_name
from recco_tui.importing.read.dates import DateReader
from recco_tui.importing.read.facts import Facts, Hit
from recco_tui.importing.read.tables import Table
from recco_tui.importing.read.wording import LINK_MARK, WORDS_MARK, is_delivery, note_in

MOST_LETTERS = 16 * 2**20
"""Of all asks and deliveries of a file, for about 20,000 of them."""
_HIT = 500
"""Letters that an ask takes besides its own."""


def read_messages(table: Table, facts: Facts, wanted: set[str]) -> None:
    """One pass, made for a million rows: nothing is cleaned or parsed before it is needed.

    `wanted` gains the names in asks and deliveries: they may have an address elsewhere only.
    """
    column, missing = table.columns, table.width
    sender, sender_url, to = column["from"], column.get("from_url", missing), column["to"]
    to_urls, content = column.get("to_urls", missing), column["content"]
    facts.has_recipients = "to_urls" in column
    link, words = LINK_MARK, WORDS_MARK
    met = facts.met
    admit = met.admit
    hits = _Hits(table, facts, wanted)
    for row in table:
        pair = row[sender], row[sender_url]
        if pair in met:
            met[pair] += 1
        else:
            admit(pair)
        pair = row[to], row[to_urls]
        if pair in met:
            met[pair] += 1
        else:
            admit(pair)
        text = row[content]
        if link in text or words in text:
            hits.look_at(row)


class _Hits:
    """Keeps the asks and deliveries of one file, without the words that are LinkedIn's own."""

    def __init__(self, table: Table, facts: Facts, wanted: set[str]) -> None:
        self._table, self._facts, self._wanted = table, facts, wanted
        self._dates = DateReader()
        self._left = MOST_LETTERS

    def look_at(self, row: list[str]) -> None:
        """Keep the row if it is an ask or a delivery, as long as there is room."""
        if self._left < 0:
            return
        names = ("from", "from_url", "to", "to_urls", "date", "content", "direction")
        sender, sender_url, to, to_urls, date, content, direction = self._table.picker(*names)(row)
        at = self._dates.moment(date)
        delivery = is_delivery(content, at)
        if delivery is None:
            return
        self._left -= _HIT + sum(map(len, row))
        if self._left < 0:
            self._table.leave_out(
                "more asks and deliveries than anybody has; the rest of them were left out"
            )
            return
        flags = self._table.picker("draft", "draft_talk")(row)
        is_draft = any(flag.strip().casefold() == "yes" for flag in flags)
        place = Place(self._table.file, self._table.line)
        note = note_in(content)
        self._facts.hits.append(
            Hit(
                sender, sender_url, to, to_urls, date, at, delivery, note, direction, is_draft,
                place,
            )
        )  # fmt: skip
        self._wanted.update((clean_name(sender), clean_name(to)))
