"""The wheel works on its own: outside the checkout, with its styles and its sample people."""

import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from tests.benchmarks.terminal import Terminal

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from the checkout with the build tools at hand: nothing is fetched."""
    out = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out)]
    made = subprocess.run([*build, str(ROOT)], capture_output=True, text=True)
    assert made.returncode == 0, made.stdout + made.stderr
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Python of its own that holds the wheel, and borrows the packages recco needs."""
    home = tmp_path_factory.mktemp("venv")
    venv.create(home, with_pip=False, symlinks=True)
    folder = next((home / "lib").glob("python*")) / "site-packages"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    site = next(Path(path) for path in sys.path if path.endswith("site-packages"))
    (folder / "borrowed.pth").write_text(f"{site}\n")
    return home / "bin" / "python"


def test_styles_sample_people_and_the_second_reader_are_inside(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        inside = set(archive.namelist())
    wanted = [*(ROOT / "styles").rglob("*.*"), *(ROOT / "sample_data").rglob("*.*")]
    assert wanted
    assert {f"recco_tui/{path.relative_to(ROOT)}" for path in wanted} <= inside
    assert {
        f"recco_tui/second_reader/{name}" for name in ("encoder.npz", "NOTICE", "LICENSE-APACHE")
    } <= inside
    assert not [name for name in inside if name.startswith(("tests/", "styles/"))]


def test_type_checkers_are_told_that_it_is_typed(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        inside = archive.namelist()
        (metadata,) = (archive.read(name) for name in inside if name.endswith("/METADATA"))
    assert "recco_tui/py.typed" in inside
    assert b"Classifier: Typing :: Typed" in metadata.splitlines()


def test_it_answers_outside_the_checkout(python: Path, tmp_path: Path) -> None:
    code = "import recco_tui, sys; print(recco_tui.__file__)"
    where = subprocess.run([python, "-c", code], cwd=tmp_path, capture_output=True, text=True)
    assert str(python.parent.parent) in where.stdout
    demo = [python, "-m", "recco_tui", "--demo", "--now", "2026-11-23", "today"]
    done = subprocess.run(demo, cwd=tmp_path, capture_output=True, text=True)
    assert done.stderr == ""
    assert done.stdout.startswith("write ")


def test_its_board_opens_in_a_terminal(python: Path, tmp_path: Path) -> None:
    argv = [str(python), "-m", "recco_tui", "--demo", "--now", "2026-11-23"]
    env = {"HOME": str(tmp_path), "PYTHONPATH": "", "TEXTUAL_ANIMATIONS": "none"}
    with Terminal(argv, 120, 36, env) as terminal:
        terminal.until(b"Network", b"John Silva", b"Pantry Map")
