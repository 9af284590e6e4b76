"""messages.csv of every era: who has which address, and the few rows about recommendations.

Almost all rows are private talk that recco has no use for: they are looked at once, in passing,
and nothing of them is kept.
"""

from recco_tui.core.export import Place
from recco_tui.exchange.linkedin.facts import Facts, Hit
from recco_tui.exchange.linkedin.tables import Table
from recco_tui.exchange.linkedin.wording import LINK_MARK, WORDS_MARK


def read_messages(table: Table, facts: Facts) -> None:
    """One pass, made for 100,000 rows: nothing is cleaned or parsed before it is needed."""
    column, missing = table.columns, table.width
    sender, sender_url, to = column["from"], column.get("from_url", missing), column["to"]
    to_urls, content = column.get("to_urls", missing), column["content"]
    facts.has_recipients = "to_urls" in column
    link, words = LINK_MARK, WORDS_MARK
    met: dict[tuple[str, str], int] = {}
    count = met.get
    for row in table:
        pair = row[sender], row[sender_url]
        met[pair] = count(pair, 0) + 1
        pair = row[to], row[to_urls]
        met[pair] = count(pair, 0) + 1
        text = row[content]
        if link in text or words in text:
            facts.hits.append(_hit(table, row))
    facts.met.update(met)


def _hit(table: Table, row: list[str]) -> Hit:
    flags = table.picker("draft", "draft_talk")(row)
    is_draft = any(flag.strip().casefold() == "yes" for flag in flags)
    names = ("from", "from_url", "to", "to_urls", "date", "content", "direction")
    sender, sender_url, to, to_urls, date, content, direction = table.picker(*names)(row)
    place = Place(table.file, table.line)
    return Hit(sender, sender_url, to, to_urls, date, content, direction, is_draft, place)
