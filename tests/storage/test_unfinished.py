"""What a killed process left half-done is removed by the next run, and nothing else is."""

import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from recco_tui.storage import unfinished
from recco_tui.storage.unfinished import sweep_unfinished, unfinished_file, unfinished_folder

KILLED = """
import os, signal, sys
from pathlib import Path
from recco_tui.storage.unfinished import unfinished_file, unfinished_folder
beside = Path(sys.argv[1])
with unfinished_folder(beside) as folder:
    (folder / "copy.db").write_text("all of it")
    file = unfinished_file(beside / "recco.db")
    Path(f"{file}-journal").write_text("")
    os.kill(os.getpid(), signal.SIGKILL)
"""


def left_by_a_killed_one(beside: Path) -> list[str]:
    done = subprocess.run([sys.executable, "-c", KILLED, str(beside)], check=False)
    assert done.returncode == -signal.SIGKILL
    return sorted(file.name for file in beside.iterdir())


def test_a_folder_is_the_user_s_alone_and_goes_away_with_its_content(tmp_path: Path) -> None:
    with unfinished_folder(tmp_path) as folder:
        assert folder.parent == tmp_path
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert f"-{os.getpid()}-" in folder.name
        assert folder.name.endswith(".unfinished")
        (folder / "copy.db").write_text("all of it")
    assert not list(tmp_path.iterdir())
    with pytest.raises(ZeroDivisionError), unfinished_folder(tmp_path):
        _ = 1 / 0
    assert not list(tmp_path.iterdir())


def test_a_file_is_the_user_s_alone_and_stands_beside_its_target(tmp_path: Path) -> None:
    first, second = unfinished_file(tmp_path / "recco.db"), unfinished_file(tmp_path / "recco.db")
    assert first != second
    assert first.parent == tmp_path
    assert stat.S_IMODE(first.stat().st_mode) == 0o600


def test_what_a_killed_process_left_is_swept(tmp_path: Path) -> None:
    assert len(left_by_a_killed_one(tmp_path)) == 3
    sweep_unfinished(tmp_path)
    assert not list(tmp_path.iterdir())


def test_what_a_running_process_is_at_stays(tmp_path: Path) -> None:
    mine = unfinished_file(tmp_path / "recco.db")
    Path(f"{mine}-journal").touch()
    other = tmp_path / mine.name.replace(f"-{os.getpid()}-", f"-{os.getppid()}-")
    other.touch()
    with unfinished_folder(tmp_path):
        sweep_unfinished(tmp_path)
        assert len(list(tmp_path.iterdir())) == 4


def test_what_is_older_than_a_day_is_swept_whoever_has_its_number_now(tmp_path: Path) -> None:
    mine = unfinished_file(tmp_path / "recco.db")
    other = tmp_path / mine.name.replace(f"-{os.getpid()}-", f"-{os.getppid()}-")
    other.touch()
    os.utime(other, (0, time.time() - 25 * 3600))
    sweep_unfinished(tmp_path)
    assert list(tmp_path.iterdir()) == [mine]


def test_a_number_that_is_this_process_s_by_now_is_swept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unfinished_file(tmp_path / "recco.db")
    monkeypatch.setattr(unfinished, "_mine", set())
    sweep_unfinished(tmp_path)
    assert not list(tmp_path.iterdir())


def test_what_another_machine_is_at_in_a_shared_folder_stays(tmp_path: Path) -> None:
    (name, *_) = left_by_a_killed_one(tmp_path)
    sweep_unfinished(tmp_path)
    elsewhere = tmp_path / name.replace(name.split("-")[2], "0123abcd")
    elsewhere.touch()
    sweep_unfinished(tmp_path)
    assert list(tmp_path.iterdir()) == [elsewhere]


@pytest.mark.parametrize(
    "name", [".recco-1-x.unfinished", "recco.db", "recco-1.unfinished", "notes.unfinished",
             ".recco-99999999999999-0123abcd-abcdefgh.unfinished"]
)  # fmt: skip
def test_other_people_s_files_stay(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    os.utime(tmp_path / name, (0, 0))
    sweep_unfinished(tmp_path)
    assert (tmp_path / name).exists()


def test_a_link_is_removed_and_what_it_leads_to_stays(tmp_path: Path) -> None:
    kept = tmp_path / "elsewhere"
    kept.mkdir()
    (kept / "words.txt").touch()
    beside = tmp_path / "beside"
    beside.mkdir()
    (name, *_) = left_by_a_killed_one(beside)
    sweep_unfinished(beside)
    (beside / name).symlink_to(kept)
    sweep_unfinished(beside)
    assert not list(beside.iterdir())
    assert (kept / "words.txt").exists()


def test_a_folder_that_is_not_there_has_nothing_to_sweep(tmp_path: Path) -> None:
    sweep_unfinished(tmp_path / "nowhere")
