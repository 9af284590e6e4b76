"""What was left out or looked odd while reading, for the preview: by file and line."""

from dataclasses import dataclass, field

from recco_tui.core.export import Ignored

MOST = 500
"""So many rows of one file are named one by one; the rest is counted."""


@dataclass(slots=True)
class Remarks:
    """Collects in the order of reading; a warning is said once."""

    _ignored: list[Ignored] = field(default_factory=list)
    _warnings: dict[str, None] = field(default_factory=dict)
    _rows: dict[str, int] = field(default_factory=dict)

    def leave_out(self, file: str, line: int, why: str) -> None:
        """A row was left out; line 0 means the whole file."""
        count = self._rows[file] = self._rows.get(file, 0) + 1
        if count <= MOST:
            self._ignored.append(Ignored(file, line, why))

    def warn(self, sentence: str) -> None:
        """Something was read with a doubt."""
        self._warnings[sentence] = None

    @property
    def ignored(self) -> tuple[Ignored, ...]:
        """All of them; a file with very many bad rows ends in a count."""
        more = [
            Ignored(file, 0, f"{count - MOST:,} more rows could not be read")
            for file, count in self._rows.items()
            if count > MOST
        ]
        return (*self._ignored, *more)

    @property
    def warnings(self) -> tuple[str, ...]:
        """All of them, each once."""
        return tuple(self._warnings)
