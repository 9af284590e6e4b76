"""How LinkedIn words its asks and deliveries in messages, and what the person wrote besides.

Found by link, not by wording: labels are in the language of whoever pressed the button. Only
messages before 2018 are known by LinkedIn's stock sentences, which then came without a link.
"""

import re
from datetime import UTC, datetime
from html import unescape

from recco_tui.core.cleaning import clean_text

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
