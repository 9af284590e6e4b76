"""Standard streams that the caller closed, cut off or filled up."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.every_table import file_with_every_table

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return file_with_every_table(tmp_path_factory.mktemp("filled"))


def shell(file: Path, line: str) -> subprocess.CompletedProcess[str]:
    """Run a line of the shell in which `recco` is recco on the file."""
    recco = f"{sys.executable} -m recco_tui --db {file} --now 2026-11-23"
    env = {**os.environ, "HOME": str(file.parent)}
    return subprocess.run(
        ["bash", "-c", f'recco() {{ {recco} "$@"; }}; {line}'],
        cwd=ROOT, env=env, capture_output=True, text=True, timeout=60,
    )  # fmt: skip


@pytest.mark.parametrize(
    "words",
    ["board", "board --json", "today", "export json", "export ics", "--help", "--version", "log"],
)
def test_lost_output_is_an_error(file: Path, words: str) -> None:
    done = shell(file, f"recco {words} >&-")
    assert done.returncode == 3
    assert done.stderr == "recco: Standard output is closed. Nothing was printed.\n"


def test_a_change_is_kept_though_its_output_is_lost(file: Path) -> None:
    done = shell(file, "recco contact add Zoe >&- && recco contact show Zoe && recco undo >&-")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Zoe" in done.stdout


@pytest.mark.parametrize("words", ["check", "check -", "recommendation add Bo given -"])
def test_a_closed_input_is_no_empty_text(file: Path, words: str) -> None:
    done = shell(file, f"recco {words} <&-")
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith("recco: Standard input is closed")


def test_without_standard_error_the_status_still_tells(file: Path) -> None:
    done = shell(file, "recco contact show Nobody 2>&-; echo $?; recco nonsense 2>&-; echo $?")
    assert done.stdout == "1\n2\n"
    assert shell(file, "recco today >&- 2>&- <&-").returncode == 3


def test_a_reader_that_leaves_is_no_fault(file: Path) -> None:
    done = shell(file, "recco board --all --json | head -0; recco today | head -0")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_no_file_takes_the_place_of_a_closed_stream(file: Path, tmp_path: Path) -> None:
    """What a program started by recco writes to its output must not land in the database."""
    program = (
        "import os, sys\n"
        "from recco_tui.cli.main import run\n"
        "from recco_tui.cli.session import Session\n"
        "from recco_tui.cli import terminal\n"
        "terminal.prepare()\n"
        f"session = Session({str(file)!r})\n"
        "session.ledger\n"
        f"open({str(tmp_path / 'said')!r}, 'w').write(\n"
        "    ' '.join(os.readlink(f'/proc/self/fd/{n}') for n in range(3)))\n"
    )
    done = shell(file, f"{sys.executable} -c \"$(cat <<'END'\n{program}\nEND\n)\" >&- 2>&- <&-")
    assert done.returncode == 0
    assert (tmp_path / "said").read_text() == " ".join([os.devnull] * 3)
