"""Bytes of a terminal: what is not one of a key's is passed over, and nothing typed is lost by it."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.events import Key, Paste
from textual.message import Message

from recco_tui.ui.terminal_background import BackgroundReported
from recco_tui.ui.terminal_input import UNMARKED_PASTE, TerminalInput

START, END = b"\x1b[200~", b"\x1b[201~"


def told(*pieces: bytes) -> list[str]:
    """Keys by their name, pastes in quotes, other messages by their class."""
    typed = TerminalInput()
    messages: list[Message] = []
    for piece in pieces:
        messages += typed.read(piece)
    messages += typed.flush()
    return list(words(messages))


def words(messages: Iterable[Message]) -> Iterable[str]:
    for message in messages:
        if isinstance(message, Key):
            yield message.key
        elif isinstance(message, Paste):
            yield repr(message.text)
        else:
            yield type(message).__name__


@pytest.mark.parametrize(
    ("pieces", "keys"),
    [
        ([b"j"], ["j"]),
        ([b"\xe9", b"a"], ["a"]),
        ([b"\xff\xfe\xfdj"], ["j"]),
        ([b"a\xc3", b"\xa9b"], ["a", "é", "b"]),
        ([b"\xf0\x9f\x98", b"j"], ["j"]),
        ([b"\x00j"], ["ctrl+@", "j"]),
        ([b"\x1b[A\x1b[B"], ["up", "down"]),
        ([b"\x1b", b"[A"], ["up"]),
        ([b"\x1b[<0;3", b";4M"], ["MouseDown"]),
    ],
)
def test_keys_are_told_and_other_bytes_are_not(pieces: list[bytes], keys: list[str]) -> None:
    assert told(*pieces) == keys


@pytest.mark.parametrize(
    ("sent", "key"),
    [(b"\x1b", "escape"), (b"\x1bx", "alt+x"), (b"\x1b]", "right_square_bracket")],
)
def test_an_escape_is_a_key_once_nothing_follows(
    sent: bytes, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed, now = TerminalInput(), [0.0]
    monkeypatch.setattr("textual._parser.get_time", lambda: now[0])
    found = [*typed.read(sent), *typed.flush()]
    now[0] = 1.0
    assert list(words([*found, *typed.flush()])) == [key]


@pytest.mark.parametrize(
    "sequence",
    [
        b"\x1b[99999999999u", b"\x1b[97;1:3u", b"\x1b[1114112u", b"\x1b[97;;99999999999u",
        b"\x1b[48;0;0;0;0t\x1b[<0;5;5M", b"\x1b[" + b"1" * 5000, b"\x1b[<" + b"9" * 5000 + b"M",
    ],
)  # fmt: skip
def test_a_sequence_that_no_terminal_sends_costs_nothing_but_itself(sequence: bytes) -> None:
    assert told(sequence, b"j")[-1] == "j"


@pytest.mark.parametrize(
    "report",
    [
        b"\x1b]0;my title\x07", b"\x1b]10;rgb:1111/2222/3333\x1b\\", b"\x1bP1$r0m\x1b\\",
        b"\x1b_Gi=1;OK\x1b\\", b"\x1b]0;" + b"x" * 9000 + b"\x07", "\x1b]0;x\x9c".encode(),
    ],
)  # fmt: skip
def test_what_a_terminal_reports_of_itself_presses_no_key(report: bytes) -> None:
    assert told(b"a" + report + b"b") == ["a", "b"]
    for cut in range(2, min(len(report), 30)):
        assert told(b"a" + report[:cut], report[cut:] + b"b") == ["a", "b"]


def test_a_report_without_an_end_takes_no_later_key() -> None:
    typed = TerminalInput()
    assert list(words(typed.read(b"\x1b]0;half a title"))) == []
    assert list(words(typed.flush())) == []
    assert list(words(typed.read(b"j"))) == ["j"]
    assert list(words(typed.read(b"\x1b]0;half\x1b[A"))) == ["up"]


def test_a_paste_is_one_however_it_is_cut_into_pieces() -> None:
    pasted = "Ann said: “yes”, \x1b[48;9;9;9;9t and\r\n\x00went."
    sent = b"a" + START + pasted.encode() + END + b"b"
    whole = ["a", repr(pasted.replace("\x00", "")), "b"]
    for cut in range(1, len(sent)):
        if sent[:cut] != b"a\x1b":  # an escape alone is not waited for
            assert told(sent[:cut], sent[cut:]) == whole, cut


def test_a_megabyte_pasted_at_once_is_one_paste() -> None:
    text = "I worked with her. " * 55_000
    sent = START + text.encode() + END
    assert told(*(sent[at : at + 4096] for at in range(0, len(sent), 4096))) == [repr(text)]


def test_text_too_fast_for_a_hand_is_a_paste_though_the_terminal_marks_none() -> None:
    text = "Quite a lot. " * 200
    pieces = [text[at : at + 1000].encode() for at in range(0, len(text), 1000)]
    assert told(*pieces, b"q") == [repr(text + "q")]
    typed = TerminalInput()
    assert list(words([*typed.read(pieces[0]), *typed.flush(), *typed.read(b"q")])) == [
        repr(text[:1000]),
        "q",
    ]


def test_a_hand_and_a_macro_press_keys() -> None:
    assert told(b"j" * (UNMARKED_PASTE - 1)) == ["j"] * (UNMARKED_PASTE - 1)
    assert told(b"\x1b[B" * 1000) == ["down"] * 1000


@given(st.lists(st.binary(max_size=300), max_size=8))
def test_whatever_comes_it_goes_on(pieces: list[bytes]) -> None:
    typed = TerminalInput()
    for piece in pieces:
        list(typed.read(piece))
    list(typed.flush())
    list(typed.read(END))
    list(typed.flush())
    assert list(words(typed.read(b"j"))) == ["j"]


@pytest.mark.parametrize(
    ("report", "light"),
    [
        (b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\", [True]),
        (b"\x1b]11;rgb:fd/f6/e3\x07", [True]),
        (b"\x1b]11;rgba:0000/2b2b/3636/ffff\x1b\\", [False]),
        (b"\x1b]11;rgb:1111/2222/3333\x1b\\", [False]),
        (b"\x1b]10;rgb:ffff/ffff/ffff\x1b\\", []),
        (b"\x1b]11;?\x1b\\", []),
        (b"\x1b]0;11;rgb:ff/ff/ff\x07", []),
    ],
)
def test_a_terminal_that_says_its_background_is_heard_however_it_is_cut(
    report: bytes, light: list[bool]
) -> None:
    for cut in (0, *range(2, len(report))):
        typed = TerminalInput()
        told_of = [*typed.read(b"a" + report[:cut]), *typed.read(report[cut:] + b"b")]
        said = [one.is_light for one in told_of if isinstance(one, BackgroundReported)]
        assert said == light
