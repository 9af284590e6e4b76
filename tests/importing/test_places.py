import os
from pathlib import Path

import pytest

from recco_tui.importing.places import (
    common_start,
    completions,
    exports_in,
    likely_folders,
    path_typed,
    short_path,
)


def touch(file: Path, day: int) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(b"x")
    os.utime(file, (day * 86400, day * 86400))


def test_exports_are_found_by_linkedins_name_the_newest_first(tmp_path: Path) -> None:
    downloads = tmp_path / "Downloads"
    touch(downloads / "Basic_LinkedInDataExport_11-21-2026.zip", 20000)
    touch(downloads / "Complete_linkedindataexport_11-22-2026.zip.zip", 20001)
    touch(downloads / "Complete_LinkedInDataExport_11-23-2026.zip.crdownload", 20002)
    touch(downloads / "holiday.zip", 20003)
    unpacked = tmp_path / "Desktop" / "Complete_LinkedInDataExport_11-20-2026"
    unpacked.mkdir(parents=True)
    os.utime(unpacked, (19990 * 86400, 19990 * 86400))
    found = exports_in((downloads, tmp_path / "Desktop", tmp_path / "nowhere", downloads))
    assert [file.path.name for file in found] == [
        "Complete_linkedindataexport_11-22-2026.zip.zip",
        "Basic_LinkedInDataExport_11-21-2026.zip",
        "Complete_LinkedInDataExport_11-20-2026",
    ]
    assert [file.size for file in found] == [1, 1, None]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        pytest.param("", ["Data", "deep", "Done.zip", "list.csv"], id="everything fitting"),
        pytest.param("d", ["Data", "deep", "Done.zip"], id="any case, folders first"),
        pytest.param("deep/", ["in.zip"], id="inside a folder"),
        pytest.param("deep/i", ["in.zip"], id="begun inside a folder"),
        pytest.param(".", [".hidden"], id="hidden when asked for"),
        pytest.param("nowhere/", [], id="no such folder"),
        pytest.param("Done.zip/", [], id="a file is no folder"),
        pytest.param("a\0b/", [], id="no path at all"),
    ],
)
def test_a_typed_path_is_completed_by_what_can_be_read(
    tmp_path: Path, typed: str, names: list[str]
) -> None:
    for name in ("Data", "deep", ".hidden"):
        (tmp_path / name).mkdir()
    for name in ("Done.zip", "list.csv", "letter.txt", "deep/in.zip"):
        touch(tmp_path / name, 1)
    os.mkfifo(tmp_path / "data.csv")
    assert [file.path.name for file in completions(typed, tmp_path)] == names


def test_a_link_that_leads_nowhere_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "LinkedInDataExport.zip").symlink_to(tmp_path / "gone.zip")
    assert exports_in((tmp_path,)) == []
    assert completions("", tmp_path) == []


def test_completions_share_their_beginning_in_any_case(tmp_path: Path) -> None:
    touch(tmp_path / "Export_1.zip", 1)
    touch(tmp_path / "export_2.zip", 1)
    assert common_start(completions("", tmp_path)) == "Export_"
    assert common_start([]) == ""


@pytest.mark.parametrize(
    ("text", "path"),
    [
        pytest.param("  a b.zip ", "a b.zip", id="blanks around"),
        pytest.param("'a b.zip'", "a b.zip", id="quotes of a dropped file"),
        pytest.param('"a b.zip"', "a b.zip", id="double quotes"),
        pytest.param(r"a\ b\(1\).zip", "a b(1).zip", id="backslashes of a dropped file"),
        pytest.param("file:///x/a%20b.zip", "/x/a b.zip", id="an address"),
        pytest.param("file://localhost/x/a.zip", "/x/a.zip", id="an address with a host"),
        pytest.param("'", "'", id="one quote alone"),
    ],
)
def test_pasted_and_dropped_paths_are_understood(text: str, path: str) -> None:
    assert path_typed(text) == Path(path)


def test_the_home_folder_is_understood_and_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert path_typed("~/x.zip") == tmp_path / "x.zip"
    assert short_path(tmp_path / "x.zip", tmp_path) == "~/x.zip"
    assert short_path(Path("/elsewhere/x.zip"), tmp_path) == "/elsewhere/x.zip"


def test_each_likely_folder_is_looked_into_once(tmp_path: Path) -> None:
    assert likely_folders(tmp_path, tmp_path) == (
        tmp_path / "Downloads",
        tmp_path / "Desktop",
        tmp_path,
    )
