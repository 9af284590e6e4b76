"""Where things are: the database, the settings, the style sheets and the sample people.

`styles/` and `sample_data/` stand beside the package in a checkout and inside it in a wheel.
"""

import os
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def data_folder(name: str) -> Path:
    """The folder `name` that ships with recco, from a wheel or from a checkout."""
    inside = PACKAGE / name
    return inside if inside.is_dir() else PACKAGE.parent / name


def styles_folder() -> Path:
    """Where the .tcss sheets are."""
    return data_folder("styles")


def sample_folder() -> Path:
    """Where the fictional export and its story are."""
    return data_folder("sample_data")


def database_path(asked: str | None = None) -> Path:
    """The database to use: `--db`, else `RECCO_DB`, else recco.db in the user's data directory."""
    named = asked or os.environ.get("RECCO_DB")
    if named:
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path("recco", appauthor=False) / "recco.db"


def keymap_path() -> Path:
    """The file of other keys: `RECCO_KEYS`, else keys.toml in the user's settings folder."""
    named = os.environ.get("RECCO_KEYS")
    if named:
        return Path(os.path.expanduser(named))
    from platformdirs import user_config_path

    return user_config_path("recco", appauthor=False) / "keys.toml"


def has_keymap() -> bool:
    """Whether there is such a file; also a path that no system takes leads to none."""
    return os.path.exists(keymap_path())
