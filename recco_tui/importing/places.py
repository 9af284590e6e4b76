"""Where an export may be: the likely folders, and the completion of a typed path.

Folders that cannot be read are passed over: these are suggestions, reading the export says more.
"""

import os
import re
import stat
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from operator import itemgetter
from pathlib import Path
from urllib.parse import unquote

from recco_tui.importing.read.archive import EXPORT_MARK

_READABLE = (".zip", ".csv")
_ESCAPED = re.compile(r"\\(.)")


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file or folder that may be an export. `size` is in bytes, None for a folder."""

    path: Path
    changed_on: date
    size: int | None

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder."""
        return self.size is None


def likely_folders(home: Path, here: Path) -> tuple[Path, ...]:
    """Where browsers save and people look, each folder once."""
    return tuple(dict.fromkeys((home / "Downloads", home / "Desktop", here, home)))


def exports_in(folders: Sequence[Path]) -> list[FoundFile]:
    """Archives and folders named as LinkedIn names them, the newest first."""
    found: dict[Path, tuple[float, FoundFile]] = {}
    for folder in folders:
        for entry in _entries(folder):
            name = entry.name.lower()
            if EXPORT_MARK in name and (name.endswith(".zip") or _is_folder(entry)):
                known = _known(entry)
                if known:
                    found[known[1].path] = known
    newest = sorted(found.values(), key=lambda pair: (-pair[0], pair[1].path.name))
    return [file for _, file in newest]


def completions(typed: str, here: Path, most: int = 200) -> list[FoundFile]:
    """What a typed path may become: folders, archives and tables that begin with it."""
    text = os.path.expanduser(typed)
    folder, _, begun = text.rpartition("/")
    where = here / (folder + "/") if "/" in text else here
    begun = begun.lower()
    fitting = []
    for entry in _entries(where):
        name = entry.name.lower()
        hidden = name.startswith(".") and not begun.startswith(".")
        if name.startswith(begun) and not hidden:
            folder_ = _is_folder(entry)
            if (folder_ or name.endswith(_READABLE)) and (known := _known(entry)):
                fitting.append(((not folder_, name), known[1]))
    return [file for _, file in sorted(fitting, key=itemgetter(0))[:most]]


def common_start(files: Sequence[FoundFile]) -> str:
    """The longest beginning that all names share, as the first one writes it."""
    if not files:
        return ""
    first = files[0].path.name
    letters = zip(*(file.path.name.lower() for file in files), strict=False)
    shared = takewhile(lambda column: len(set(column)) == 1, letters)
    return first[: sum(1 for _ in shared)]


def path_typed(text: str) -> Path:
    """The path meant by typed, pasted or dropped text: quotes, `file://`, `\\ ` and `~` undone."""
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        text = text[1:-1]
    elif text.startswith("file://"):
        text = unquote(text.removeprefix("file://").removeprefix("localhost"))
    if "\\" in text and os.sep == "/" and not os.path.exists(os.path.expanduser(text)):
        text = _ESCAPED.sub(r"\1", text)
    return Path(os.path.expanduser(text))


def short_path(path: Path, home: Path) -> str:
    """The path with `~` for the home folder."""
    inside = path != home and path.is_relative_to(home)
    return f"~/{path.relative_to(home)}" if inside else str(path)


def _entries(folder: Path) -> Iterable[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except (OSError, ValueError):
        return ()


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _known(entry: os.DirEntry[str]) -> tuple[float, FoundFile] | None:
    """The exact time of its last change, for sorting, and what is shown of it; None for a pipe."""
    try:
        facts = entry.stat()
        if not (entry.is_dir() or stat.S_ISREG(facts.st_mode)):
            return None
        size = None if entry.is_dir() else facts.st_size
        changed = date.fromtimestamp(facts.st_mtime)
    except (OSError, OverflowError, ValueError):
        return None
    return facts.st_mtime, FoundFile(Path(entry.path), changed, size)
