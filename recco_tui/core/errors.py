"""What can go wrong, each with a sentence for the person at the keyboard.

ReccoError
├── UsageError          the words of a command are off (exit status 2)
│   └── AmbiguousName     several people fit, and it says which
├── NotAllowed          a rule says no, and says why (exit status 1)
│   ├── ChangedElsewhere  another window or script was there first
│   └── TwinFound         someone of that name is there already
├── NothingFound        no such person, project, ask … (exit status 1)
├── Cancelled           someone stopped it half-way (exit status 1)
└── DataError           a file is at fault (exit status 3)
    ├── DatabaseError   recco's own file
    │   ├── FileDamaged     SQLite itself calls it damaged, or no database
    │   ├── FileLocked      another program holds it (exit status 4)
    │   └── FileReplaced    another file stands at its path by now
    └── ArchiveError    a file handed in
"""

from collections.abc import Sequence


class ReccoError(Exception):
    """Base of all: `str(error)` is one sentence, fit to be shown as it is."""

    exit_status = 3


class UsageError(ReccoError):
    """The words of a command or a field are off: what is wrong and what would do."""

    exit_status = 2


class NotInstalled(UsageError):
    """What is asked for needs an extra of the package: "The class part", "class"."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(f"{what} is not installed. pip install 'recco-tui[{extra}]' adds it.")


class AmbiguousName(UsageError):
    """Several people fit what was typed; `candidates` are their ids, each with who it is."""

    def __init__(self, sentence: str, candidates: Sequence[tuple[int, str]]) -> None:
        super().__init__(sentence)
        self.candidates = tuple(candidates)


class NotAllowed(ReccoError):
    """A rule says no: which one, and what would make it a yes."""

    exit_status = 1


class ChangedElsewhere(NotAllowed):
    """Another window or script changed it since it was read; nothing was written yet."""


class TwinFound(NotAllowed):
    """Someone of that name is in the network already; nothing was written yet."""


class NothingFound(ReccoError):
    """No such person, project, ask or change."""

    exit_status = 1


class Cancelled(ReccoError):
    """Stopped half-way on request; nothing has been changed."""

    exit_status = 1


class DataError(ReccoError):
    """A file is at fault; the sentence names it."""


class DatabaseError(DataError):
    """recco's own file is damaged, locked, read-only, full or from a newer version."""

    while_reading = False
    """Whether nothing was tried but reading: what was changed before stands."""


class FileDamaged(DatabaseError):
    """SQLite itself calls the file damaged, or no database at all."""


class FileLocked(DatabaseError):
    """Another program holds recco's own file; the same again may do in a moment."""

    exit_status = 4


class FileReplaced(DatabaseError):
    """The path leads to another file than the one opened, or to none; nothing is written."""


class ArchiveError(DataError):
    """A file handed in is no LinkedIn export, damaged or dangerous."""


def reason_of(error: OSError) -> str:
    """Why the system refused, as the end of a sentence."""
    return (error.strerror or "no reason given").lower()
