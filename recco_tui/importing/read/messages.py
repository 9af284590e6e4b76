"""messages.csv of every era: who has which address, and the few rows about recommendations.

Almost all rows are private talk that recco has no use for: they are looked at once, in passing,
and nothing of them is kept. Asks and deliveries are found by link, not by wording: labels are in
the language of whoever pressed the button. Only messages before 2018 are known by LinkedIn's stock
sentences, which then came without a link.
"""

import re
from datetime import UTC, datetime
from html import unescape

from recco_tui.core.cleaning import clean_text
from recco_tui.core.export import RowPlace
from recco_tui.core.names import clean_name
from recco_tui.importing.read.contents import MessageRow, SheetContents
from recco_tui.importing.read.dates import DateReader
from recco_tui.importing.read.tables import Table

LINK_MARK = "/recs/"
WORDS_MARK = "recommendation of"
"""A message has one of these in it or is none of ours."""

_EVENT = re.compile(r"linkedin\.com/recs/(give|received)\b", re.IGNORECASE)
_LINK = re.compile(
    r"(?:https?://|(?<![\w-]))(?:[\w-]{1,63}\.){0,4}"
    r"linkedin\.com/recs/(?:give|received)\b[^\s<>\"']*",
    re.IGNORECASE,
)
"""Bounded, and begun at a word only: else half a million letters in a row are tried one by one."""
_ANCHOR = re.compile(
    r"<a\b[^<>]*\bhref\s*=\s*[\"']?([^\"'<>\s]*/recs/[^\"'<>\s]*)[^<>]*>(.*?)</a\s*>",
    re.IGNORECASE | re.DOTALL,
)
_BREAKS = re.compile(r"<br\s*/?>|</(?:p|li|div|ul|ol|h[1-6])\s*>", re.IGNORECASE)
_TAGS = re.compile(
    r"</?(?:p|br|li|ul|ol|a|strong|em|b|i|u|span|div|h[1-6]|blockquote)\b[^<>]*>", re.IGNORECASE
)

_STOCK_ENDED = datetime(2018, 1, 1, tzinfo=UTC)
_STOCK_ASK = re.compile(
    r"(?:I['’]m (?:sending this to ask you for|writing to ask if you would write) )?"
    r"a brief recommendation of my work that I can include (?:in|on) my LinkedIn profile\.?"
)
_STOCK_DELIVERY = re.compile(
    r"I(?:['’]ve written| wrote) this recommendation of your work "
    r"(?:to share with other LinkedIn users|that you can include on your profile)\.?"
)

_ASK_LABEL = re.compile(r"Write (?:(?!\bWrite )[^\n]){1,200}? a recommendation\s*:?\s*\Z")
_DELIVERY_LABEL = re.compile(r"Review (?:revised )?Recommendation\s*:?\s*\Z", re.IGNORECASE)
_DELIVERY_HEAD = re.compile(
    r"\A\s*[^\n]{0,300}? (?:sent you a recommendation|revised their recommendation)[.!]?"
)
_FOREIGN_LABEL = re.compile(r"(?:\n|  )[^\n:]{1,80}:\s*\Z")
"""The last words before the link, set apart from the note, whatever they mean."""


def is_delivery(content: str, at: datetime | None) -> bool | None:
    """True for a recommendation that came, False for an ask, None for neither."""
    found = _EVENT.search(content)
    if found:
        return found[1].casefold() == "received"
    if at and at < _STOCK_ENDED:
        text = unescape(content)
        if _STOCK_DELIVERY.search(text):
            return True
        if _STOCK_ASK.search(text):
            return False
    return None


def note_in(content: str) -> str:
    """The person's own words in an ask or a delivery: without tags, labels, links and stock."""
    text = _plain(content)
    found = _LINK.search(text)
    before, after = (text[: found.start()], text[found.end() :]) if found else (text, "")
    before = _DELIVERY_HEAD.sub("", before)
    for label in (_ASK_LABEL, _DELIVERY_LABEL, _FOREIGN_LABEL) if found else ():
        shorter = label.sub("", before)
        if shorter != before:
            before = shorter
            break
    text = "\n".join(part for part in (before.strip(), _LINK.sub("", after).strip()) if part)
    return _STOCK_DELIVERY.sub("", _STOCK_ASK.sub("", text)).strip()


def _plain(content: str) -> str:
    text = content
    if "<" in text:
        text = _ANCHOR.sub(r"\2 \1", text)
        text = _TAGS.sub("", _BREAKS.sub("\n", text))
    return clean_text(unescape(text) if "&" in text else text)


MOST_LETTERS = 16 * 2**20
"""Of all asks and deliveries of a file, for about 20,000 of them."""
_MESSAGE = 500
"""Letters that an ask takes besides its own."""


def read_messages(table: Table, contents: SheetContents, wanted: set[str]) -> None:
    """One pass, made for a million rows: nothing is cleaned or parsed before it is needed.

    `wanted` gains the names in asks and deliveries: they may have an address elsewhere only.
    """
    column, missing = table.columns, table.width
    sender, sender_url, to = column["from"], column.get("from_url", missing), column["to"]
    to_urls, content = column.get("to_urls", missing), column["content"]
    contents.has_recipients = "to_urls" in column
    link, words = LINK_MARK, WORDS_MARK
    met = contents.met
    admit = met.admit
    kept = _MessageRows(table, contents, wanted)
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
            kept.look_at(row)


class _MessageRows:
    """Keeps the asks and deliveries of one file, without the words that are LinkedIn's own."""

    def __init__(self, table: Table, contents: SheetContents, wanted: set[str]) -> None:
        self._table, self._contents, self._wanted = table, contents, wanted
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
        self._left -= _MESSAGE + sum(map(len, row))
        if self._left < 0:
            self._table.leave_out("more asks and deliveries than anyone has; the rest were skipped")
            return
        flags = self._table.picker("draft", "draft_talk")(row)
        is_draft = any(flag.strip().casefold() == "yes" for flag in flags)
        place = RowPlace(self._table.file, self._table.line)
        note = note_in(content)
        self._contents.message_rows.append(
            MessageRow(
                sender=sender,
                sender_url=sender_url,
                to=to,
                to_urls=to_urls,
                date=date,
                at=at,
                is_delivery=delivery,
                note=note,
                direction=direction,
                is_draft=is_draft,
                place=place,
            )
        )
        self._wanted.update((clean_name(sender), clean_name(to)))
