"""Exports made of strings. No one in them exists."""

import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from recco_tui.core.export import Export
from recco_tui.importing.read.reader import read_export

Files = Mapping[str, str | bytes]


def as_bytes(text: str | bytes) -> bytes:
    return text.encode() if isinstance(text, str) else text


@pytest.fixture
def folder(tmp_path: Path) -> Callable[..., Path]:
    """Writes files into a folder and gives its path."""

    def make(files: Files, name: str = "export") -> Path:
        for inside, text in files.items():
            path = tmp_path / name / inside
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(as_bytes(text))
        return tmp_path / name

    return make


@pytest.fixture
def zipped(tmp_path: Path) -> Callable[..., Path]:
    """Writes files into an archive and gives its path."""

    def make(files: Files, name: str = "Basic_LinkedInDataExport_11-20-2026.zip") -> Path:
        with zipfile.ZipFile(tmp_path / name, "w", zipfile.ZIP_DEFLATED) as made:
            for inside, text in files.items():
                made.writestr(inside, as_bytes(text))
        return tmp_path / name

    return make


@pytest.fixture
def read(folder: Callable[..., Path]) -> Callable[[Files], Export]:
    """Reads files as one export."""
    return lambda files: read_export([folder(files)])
