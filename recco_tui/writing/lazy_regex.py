"""Regular expressions that are compiled when first used, so that importing stays cheap."""

import re
from collections.abc import Iterator
from functools import cached_property


class LazyRegex:
    """Stands for `re.compile(source, flags)`; compiling all of them takes longer than a review."""

    def __init__(self, source: str, flags: int = 0) -> None:
        self._source, self._flags = source, flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self._source, self._flags)

    def search(self, text: str) -> re.Match[str] | None:
        return self._compiled.search(text)

    def match(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        return self._compiled.match(text, start, len(text) if end is None else end)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        return self._compiled.fullmatch(text)

    def finditer(
        self, text: str, start: int = 0, end: int | None = None
    ) -> Iterator[re.Match[str]]:
        return self._compiled.finditer(text, start, len(text) if end is None else end)

    def sub(self, replacement: str, text: str) -> str:
        return self._compiled.sub(replacement, text)


def any_of(lines: str) -> str:
    """The source of one regular expression of many, one a line; a line may begin with the bar that
    joins it to the one before."""
    return "|".join(line.strip().removeprefix("|") for line in lines.strip().splitlines())
