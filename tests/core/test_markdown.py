"""Words in Markdown, read back by a strict reader that is not ours: they are text and nothing else."""

from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from recco_tui.core.cleaning import clean_line, clean_text
from recco_tui.core.markdown import on_a_line, paragraphs, quoted
from recco_tui.core.resume import Reference
from recco_tui.exporting.resume import as_markdown
from tests.nasty_strings import NASTY

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
HARMLESS = {"paragraph_open", "inline", "paragraph_close", "text", "hardbreak", "text_special"}

acting = st.text("#`*_-+=[]()!<>&;:|~\\\n 1.)ab/x\t…", max_size=60)
anything = acting | st.text(st.characters(exclude_categories=()), max_size=40)


def tokens(markdown: str) -> Iterator[Token]:
    for token in READER.parse(markdown):
        yield token
        yield from token.children or ()


def words(markdown: str) -> list[str]:
    """The lines that a reader of the page sees; those that are empty left out."""
    text = ""
    for token in tokens(markdown):
        text += token.content if token.type in ("text", "text_special") else ""
        text += "\n" if token.type in ("hardbreak", "paragraph_close") else ""
    return [line for line in text.split("\n") if line]


@given(anything)
@example("[x](javascript:alert(1))")
@example("[…](https://evil.example) […]: https://evil.example")
@example("[…]: https://evil.example\n\n[…]")
@example("above\n===\nabove\n---")
@example("# heading\n```\ncode\n```\n    indented\n\n- a\n+ b\n1. c\n2) d\n> e")
@example("a | b\n--|--\nc | d")
@example("&lt;script&gt; &copy; &#x3c; AT&T")
@example("a\\\nb  \nc")
@example("12345\n-\n5- a\n1.5 b")
def test_a_text_is_its_own_lines_and_nothing_else(text: str) -> None:
    markdown = "\n".join(paragraphs(text))
    assert {token.type for token in tokens(markdown)} <= HARMLESS
    expected = [line.strip(" ") for line in clean_text(text).split("\n")]
    # The reader takes every blank of Unicode off the ends of a paragraph.
    assert [one.strip() for one in words(markdown) if one.strip()] == [
        one.strip() for one in expected if one.strip()
    ]


@given(anything)
def test_a_name_is_one_line_wherever_it_stands(text: str) -> None:
    markdown = f"- who: {on_a_line(text)}\n- and more"
    items = [token for token in tokens(markdown) if token.type == "list_item_open"]
    assert len(items) == 2
    assert "".join(words(markdown)).strip().startswith(f"who: {clean_line(text)}".strip())


@pytest.mark.parametrize("raw", NASTY)
def test_a_resume_of_nasty_texts_has_one_heading_and_one_quotation(raw: str) -> None:
    name = clean_line(raw)[:200] or "Ann"
    page = as_markdown("Recommendations", [Reference(name, clean_line(raw), clean_text(raw))])
    kinds = [token.type for token in tokens(page)]
    assert kinds.count("heading_open") == kinds.count("blockquote_open") == 1
    assert set(kinds) <= HARMLESS | {
        "heading_open", "heading_close", "blockquote_open", "blockquote_close", "strong_open",
        "strong_close",
    }  # fmt: skip


def test_lines_break_where_they_broke_and_are_readable_as_they_stand() -> None:
    text = "I managed her for\n2. two years.\n\n- She listens.\n[…] 100% yes"
    assert quoted(paragraphs(text)).split("\n") == [
        "> I managed her for  ",
        "> 2\\. two years.",
        ">",
        "> \\- She listens.  ",
        "> […] 100% yes",
    ]
