"""What a terminal sends, byte by byte, made into what Textual is told.

Textual's own loop ends at the first byte that is no UTF-8, and its parser at numbers that no key
has. Here the former are passed over, and of the latter no more is lost than the sequence itself.
"""

import re
from codecs import getincrementaldecoder
from collections.abc import Callable, Generator, Iterable, Iterator
from functools import partial
from itertools import chain

from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.events import Paste
from textual.message import Message

from recco_tui.ui.terminal_background import BackgroundReported, light_in_answer

UNMARKED_PASTE = 200
"""Characters that come at once: no hand is so fast. A terminal that does not mark what is
pasted sends it as if it were typed, and each letter would be a key."""

_BEFORE_ESCAPES = re.compile("(?=\x1b)")
_SEQUENCE = re.compile(r"\x1b(\[[0-?]*[ -/]*[@-~]?|O?.?)", re.DOTALL)
_REPORT = re.compile(r"\x1b[\]PX^_](?=.)", re.DOTALL)
_END = "\x1b\\"
_BELL = re.compile("[\x07\x9c]")
_LONGEST = 64
"""Characters of a sequence; the parser knows none above 32."""
_BEGUN = re.compile(r"\x1b(\[|\[2|\[20|\[200|[\]PX^_])\Z")


class TerminalInput:
    """Bytes in, messages out, in order."""

    def __init__(self, debug: bool = False) -> None:
        self._debug = debug
        self._parser = XTermParser(debug)
        self._decode = getincrementaldecoder("utf-8")("ignore").decode
        self._incomplete = ""
        """The beginning of a mark of which the rest is still to come."""
        self._pasted: list[str] | None = None
        """What came between the marks of a paste up to now; None outside of them."""
        self._unmarked_paste: list[str] | None = None
        """The same without marks, as long as it is coming."""
        self._in_report = False
        self._report = ""
        """What a report has said up to now, as far as it is worth knowing."""
        self._reported: list[Message] = []

    def read(self, data: bytes) -> Iterator[Message]:
        """What these bytes say, as far as it is whole."""
        text, self._incomplete = self._incomplete + self._decode(data), ""
        while text:
            if self._pasted is None:
                typed, mark, text = text.partition(BRACKETED_PASTE_START)
                if mark:
                    self._pasted = []
                else:
                    typed, self._incomplete = _split_incomplete_end(typed)
                yield from self._typed(typed)
            else:
                text = yield from self._between_marks(text)

    def flush(self) -> Iterator[Message]:
        """Nothing came for a moment: an escape was the key, and an unmarked paste has ended."""
        self._in_report = False
        incomplete, self._incomplete = self._incomplete, ""
        yield from self._typed(incomplete)
        unmarked, self._unmarked_paste = self._unmarked_paste, None
        if unmarked:
            yield Paste("".join(unmarked).replace("\x00", ""))
        yield from self._safely(self._parser.tick)

    def _between_marks(self, text: str) -> Generator[Message, None, str]:
        """Keep what is pasted; returns what follows it. The mark may come in two pieces."""
        assert self._pasted is not None
        before = self._pasted.pop() if self._pasted else ""
        pasted, mark, rest = (before + text).partition(BRACKETED_PASTE_END)
        if not mark:
            begun = len(BRACKETED_PASTE_END) - 1
            self._pasted += [pasted[:-begun], pasted[-begun:]]
            return ""
        whole, self._pasted = "".join((*self._pasted, pasted)), None
        yield Paste(whole.replace("\x00", ""))
        return rest

    def _typed(self, text: str) -> Iterator[Message]:
        pieces = [self._without_report(piece) for piece in self._split_at_escapes(text)]
        letters = "".join(letters for _, letters in pieces)
        if self._unmarked_paste is None and len(letters) >= UNMARKED_PASTE:
            self._unmarked_paste = []
        if self._unmarked_paste is not None:
            self._unmarked_paste.append(letters)
            return
        for piece in chain.from_iterable(pieces):
            if piece:
                yield from self._safely(partial(self._parser.feed, piece))
        reported, self._reported = self._reported, []
        yield from reported

    def _split_at_escapes(self, text: str) -> Iterator[str]:
        """The text cut before each escape; one that may end a report waits for what follows."""
        *first, last = _BEFORE_ESCAPES.split(text)
        yield from first
        if self._in_report and last == "\x1b" and not self._incomplete:
            self._incomplete = last
        else:
            yield last

    def _without_report(self, piece: str) -> tuple[str, str]:
        """What of it the parser knows as a sequence, and the letters behind. A string that the
        terminal reports (its title, a color) is no one's typing; of it counts only how light the
        background is."""
        if piece.startswith("\x1b"):
            if self._in_report and piece.startswith(_END):
                self._in_report, piece = False, piece[len(_END) :]
                self._end_report()
            else:
                begun = _REPORT.match(piece)
                self._in_report, self._report = bool(begun), ""
                piece = piece[begun.end() :] if begun else piece
        if self._in_report:
            end = _BELL.search(piece)
            self._report = (self._report + piece[: end.start() if end else None])[:_LONGEST]
            self._in_report, piece = not end, piece[end.end() :] if end else ""
            if end:
                self._end_report()
        found = _SEQUENCE.match(piece)
        length = found.end() if found else 0
        return piece[:length] if length <= _LONGEST else "", piece[length:]

    def _end_report(self) -> None:
        is_light = light_in_answer(self._report)
        if is_light is not None:
            self._reported.append(BackgroundReported(is_light))

    def _safely(self, parse: Callable[[], Iterable[Message]]) -> Iterator[Message]:
        """What the parser makes of it; one that fails is no longer to be used."""
        try:
            found = list(parse())
        except Exception:
            self._parser = self._new_parser()
            return
        yield from found

    def _new_parser(self) -> XTermParser:
        """One that knows of the mouse and the size what the failed one knew."""
        parser, failed = XTermParser(self._debug), self._parser
        if failed.terminal_size and failed.terminal_pixel_size and all(failed.terminal_size):
            parser.mouse_pixels = failed.mouse_pixels
            parser.terminal_size = failed.terminal_size
            parser.terminal_pixel_size = failed.terminal_pixel_size
        return parser


def _split_incomplete_end(text: str) -> tuple[str, str]:
    """The text, and of its end what the rest of a mark or a report may still follow."""
    begun = _BEGUN.search(text)
    return (text[: begun.start()], begun[0]) if begun else (text, "")
