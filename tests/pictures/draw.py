"""The pictures of the README, made by the program itself from the sample people on a fixed Monday.

python -m tests.pictures.draw [NAME …]
"""

import argparse
import asyncio
from pathlib import Path

from tests.ui.snapshots.shots import VIEWS, picture

HERE = Path(__file__).parent
PICTURES = (
    "board",
    "review",
    "editor",
    "ask",
    "projects",
    "asks",
    "texts",
    "resume",
    "insights",
    "import",
    "settings",
    "log",
    "shortlist",
    "class",
)


def main() -> None:
    """Draw the views that are named, else all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*VIEWS, []])
    for name in parser.parse_args().names or PICTURES:
        (HERE / f"{name}.svg").write_text(asyncio.run(picture(name)), encoding="utf-8")


if __name__ == "__main__":
    main()
