"""recco's own JSON document, read: see `exporting.document` for its shape."""

import json
from pathlib import Path

from recco_tui.core.errors import ArchiveError
from recco_tui.core.written import DOCUMENT_FORMAT
from recco_tui.importing.named_file import open_file, read_file

LARGEST = 300 * 1024 * 1024
"""In bytes: a document is read into memory as a whole."""


def looks_like_ours(path: Path) -> bool:
    """Whether a file handed in is such a document; never raises."""
    try:
        with open_file(path) as file:
            return path.suffix.casefold() == ".json" and b'"recco"' in (file.read(200) or b"")
    except (OSError, ValueError):
        return False


def read_json(path: Path) -> dict[str, object]:
    """The tables of a document, whatever they hold; raises `ArchiveError` with one sentence for
    anything else."""
    try:
        if path.stat().st_size > LARGEST:
            raise ArchiveError(f"{path.name} is too large for a recco export.")
        text = read_file(path, LARGEST).decode("utf-8-sig")
        document = json.loads(text, parse_constant=_refuse_constant)
    except OSError as error:
        raise ArchiveError(f"{path.name} cannot be read ({error.strerror}).") from error
    except (ValueError, RecursionError) as error:
        raise ArchiveError(
            f"{path.name} is damaged. It is not a complete JSON document."
        ) from error
    version = document.get("recco") if isinstance(document, dict) else None
    if version != DOCUMENT_FORMAT or isinstance(version, bool):
        raise ArchiveError(
            f"{path.name} is not an export from this recco: its format is not {DOCUMENT_FORMAT}."
        )
    tables = document.get("tables")
    if not isinstance(tables, dict):
        raise ArchiveError(f"{path.name} has no tables.")
    return tables


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")
