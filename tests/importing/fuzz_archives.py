"""Archives damaged in every way: each is imported, or refused in one clear sentence.

    python -m tests.importing.fuzz_archives [--count 10000] [--seed 1]

Bytes are flipped, rows cut, columns swapped and renamed, encodings broken, zips cut short; a few files are
swollen to twenty megabytes of the same. No case may
raise anything but recco's own errors, take five seconds, or hold 500 MB.
"""

import argparse
import io
import random
import resource
import signal
import sys
import tempfile
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import FrameType

from recco_tui.core.errors import ReccoError
from recco_tui.importing.plan.planning import plan_import
from recco_tui.importing.read.reader import read_export
from recco_tui.ledger.ledger import Ledger
from recco_tui.ledger.store import Clock
from recco_tui.locations import sample_folder
from tests.new_file import new_file

SECONDS = 5
MOST_MEMORY = 500 * 1024 * 1024
MOST_SWOLLEN = 20 * 2**20
SWOLLEN = 0.005
"""Which share of the cases has such a file: they take a second each, the others a hundredth."""
TODAY = date(2026, 11, 23)
Files = dict[str, bytes]


def base() -> Files:
    """The sample export as names and bytes."""
    folder = sample_folder() / "linkedin"
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.csv"))}


def _flip(luck: random.Random, data: bytes) -> bytes:
    flipped = bytearray(data)
    for _ in range(luck.choice((1, 3, 30, 300))):
        flipped[luck.randrange(len(flipped))] = luck.randrange(256)
    return bytes(flipped)


def _cut(luck: random.Random, data: bytes) -> bytes:
    return data[: luck.randrange(len(data))]


def _drop_rows(luck: random.Random, data: bytes) -> bytes:
    share = luck.random()
    return b"\n".join(line for line in data.split(b"\n") if luck.random() > share)


def _double_rows(luck: random.Random, data: bytes) -> bytes:
    return b"\n".join(line for line in data.split(b"\n") for _ in range(luck.choice((1, 1, 2, 9))))


def _rename(luck: random.Random, data: bytes) -> bytes:
    head, _, rest = data.partition(b"\n")
    names = head.split(b",")
    for _ in range(luck.randrange(1, 4)):
        names[luck.randrange(len(names))] = luck.choice((b"", b"?", b"First Name", b"x" * 500))
    return b",".join(names) + b"\n" + rest


def _swap(luck: random.Random, data: bytes) -> bytes:
    head, _, rest = data.partition(b"\n")
    names = head.split(b",")
    luck.shuffle(names)
    return b",".join(names) + b"\n" + rest


def _quotes(luck: random.Random, data: bytes) -> bytes:
    pieces = bytearray(data)
    for _ in range(luck.randrange(1, 9)):
        pieces.insert(luck.randrange(len(pieces)), ord('"'))
    return bytes(pieces)


def _encode(luck: random.Random, data: bytes) -> bytes:
    text = data.decode("utf-8", "replace")
    name = luck.choice(("utf-16", "utf-16-le", "utf-16-be", "cp1252", "utf-8-sig", "utf-32"))
    return text.encode(name, "replace")


def _delimit(luck: random.Random, data: bytes) -> bytes:
    return data.replace(b",", luck.choice((b";", b"\t", b"|", b",,", b" , ")))


def _breaks(luck: random.Random, data: bytes) -> bytes:
    return data.replace(
        b"\n", luck.choice((b"\r\n", b"\r", b"\n\n", b"\x00\n", b"\x0b", b"\x1e\n"))
    )


def _insert(luck: random.Random, data: bytes) -> bytes:
    junk = luck.choice(
        (
            b"\x1b[31m",
            b"\x00" * 40,
            "\u202e\u200d\ufeff".encode(),
            b"[@click=quit]",
            b"=cmd()",
            b"9" * 9000,
        )
    )
    at = luck.randrange(len(data))
    return data[:at] + junk * luck.choice((1, 50)) + data[at:]


CHANGES: tuple[Callable[[random.Random, bytes], bytes], ...] = (
    _flip, _cut, _drop_rows, _double_rows, _rename, _swap, _quotes, _encode, _delimit, _breaks, _insert,
)  # fmt: skip


def _swell(luck: random.Random, data: bytes) -> bytes:
    """Millions of blank lines, of short rows, of letters in one cell; or the rows themselves again."""
    last = data.rstrip(b"\n").rpartition(b"\n")[2] + b"\n"
    grain = luck.choice((b"\n", b",,,,,,\n", b"a,b\n", b"x", b'"\n', b"\x00", last))
    return data + luck.choice((b"", b'"')) + grain * (MOST_SWOLLEN // len(grain))


def mutated(luck: random.Random, files: Files) -> tuple[str, Files | bytes]:
    """How the case is handed in (zip, zip bytes, folder, csv), and its content."""
    made = dict(files)
    for _ in range(luck.choice((1, 1, 2, 4))):
        name = luck.choice(list(made))
        if made[name]:
            made[name] = luck.choice(CHANGES)(luck, made[name])
    if luck.random() < SWOLLEN:
        name = luck.choice(list(made))
        made[name] = _swell(luck, files[name])
    if luck.random() < 0.2:
        made.pop(luck.choice(list(made)))
    if luck.random() < 0.1:
        made[luck.choice(("../evil.csv", "/etc/x.csv", "a/b/Connections.csv", "C:\\x.csv"))] = (
            b"x,y\n1,2\n"
        )
    shape = luck.choice(("zip", "zip", "folder", "csv", "damaged zip"))
    if shape == "damaged zip":
        return shape, luck.choice((_flip, _cut, _insert))(luck, zipped(made))
    return shape, made


def zipped(files: Files) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return held.getvalue()


def written(folder: Path, shape: str, content: Files | bytes) -> Path:
    """The case as a file or folder."""
    if isinstance(content, bytes):
        (folder / "damaged.zip").write_bytes(content)
        return folder / "damaged.zip"
    if shape == "zip":
        (folder / "export.zip").write_bytes(zipped(content))
        return folder / "export.zip"
    inside = folder / "export"
    for name, data in content.items():
        path = inside / name.replace("\\", "_").replace("..", "_").lstrip("/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return next(inside.glob("*.csv")) if shape == "csv" else inside


def ends_well(path: Path, ledger: Ledger) -> str:
    """How the case ended: 'imported', or the sentence of the refusal; raises anything else.

    What was imported is taken back, so that the next case finds the file as it was.
    """
    try:
        ledger.imports.apply(plan_import, read_export([path]))
    except ReccoError as said:
        sentence = str(said)
        assert sentence.endswith((".", "?", ")")), sentence
        assert "\n" not in sentence, sentence
        assert "Traceback" not in sentence, sentence
        return sentence
    if ledger.last_change is not None:
        ledger.log.undo()
        ledger.log.clear()
    return "imported"


def run(count: int, seed: int) -> dict[str, int]:
    """So many cases; how many were imported and refused. Raises with the case's number."""
    signal.signal(signal.SIGALRM, _too_long)
    files, ended = base(), {"imported": 0, "refused": 0}
    with (
        tempfile.TemporaryDirectory(prefix="recco-fuzz-") as home,
        Ledger(new_file(Path(home) / "recco.db"), Clock(TODAY), "fuzz") as ledger,
    ):
        for number in range(count):
            said = _case(number, seed, files, ledger)
            ended["imported" if said == "imported" else "refused"] += 1
    return ended


def _case(number: int, seed: int, files: Files, ledger: Ledger) -> str:
    luck = random.Random(seed * 1_000_003 + number)
    with tempfile.TemporaryDirectory(prefix="recco-fuzz-") as folder:
        path = written(Path(folder), *mutated(luck, files))
        signal.setitimer(signal.ITIMER_REAL, SECONDS)
        try:
            return ends_well(path, ledger)
        except BaseException as error:
            raise AssertionError(f"case {number} of seed {seed}: {error!r}") from error
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)


def _too_long(_number: int, _frame: FrameType | None) -> None:
    raise TimeoutError(f"longer than {SECONDS} seconds")


def main() -> int:
    """Run the cases within the memory they may hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, MOST_MEMORY))
    ended = run(asked.count, asked.seed)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{asked.count} cases: {ended}, at most {most:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
