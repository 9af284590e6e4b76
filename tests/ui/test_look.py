"""Every screen looks as it was last looked at: at two sizes, dark and light.

A change that is meant: python -m tests.ui.snapshots.renew, look at the difference, commit it.
"""

import asyncio
import difflib
from importlib.metadata import version

import pytest

from tests.ui.snapshots.shots import SIZES, VIEWS, file_of, shots, version_of


@pytest.mark.parametrize("size", SIZES, ids="{0[0]}x{0[1]}".format)
@pytest.mark.parametrize("name", VIEWS)
def test_a_screen_looks_as_it_was_last_looked_at(name: str, size: tuple[int, int]) -> None:
    first = file_of(name, size, "dark")
    drawn_by = version_of(first.read_text(encoding="utf-8"))
    if drawn_by != version("textual"):
        pytest.skip(f"the shots are of Textual {drawn_by}, here is {version('textual')}")
    for theme, shot in asyncio.run(shots(name, size)).items():
        file = file_of(name, size, theme)
        kept = file.read_text(encoding="utf-8")
        if shot != kept:
            lines = difflib.unified_diff(kept.splitlines(), shot.splitlines(), "kept", "now", n=1)
            raise AssertionError(
                f"{file.parent.name}/{file.name} looks otherwise. If that is meant: "
                f"python -m tests.ui.snapshots.renew {name}\n" + "\n".join(lines)
            )


@pytest.mark.parametrize("size", SIZES, ids="{0[0]}x{0[1]}".format)
def test_a_shot_is_small(size: tuple[int, int]) -> None:
    for name in VIEWS:
        assert file_of(name, size, "dark").stat().st_size <= 12_000, name
