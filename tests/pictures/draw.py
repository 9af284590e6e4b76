"""The pictures of the README, made by the program itself from the sample people on a fixed Monday.

python -m tests.pictures.draw [NAME …]
"""

import argparse
import asyncio
import re
from datetime import date
from pathlib import Path

from recco_tui.ledger.store import Clock
from recco_tui.ui.app import ReccoApp
from recco_tui.ui.demo import open_demo

HERE = Path(__file__).parent
SIZE = (120, 36)
MONDAY = date(2026, 11, 23)
VIEWS: dict[str, tuple[str, ...]] = {
    "board": (),
    "review": ("r",),
    "projects": ("2",),
    "asks": ("3",),
    "texts": ("4",),
    "log": ("5",),
}
"""The keys that lead from the board to each view."""

_WEB_FONT = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


async def picture(keys: tuple[str, ...]) -> str:
    """An SVG of the view behind these keys. It asks no font of the web; spaces in it stay."""
    with open_demo(Clock(MONDAY)) as ledger:
        app = ReccoApp(ledger, "demo")
        app.theme = "recco-dark"
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause()
            for key in keys:
                await pilot.press(key)
                await pilot.pause()
            await pilot.pause(0.3)
            drawn = app.export_screenshot(title="recco")
    drawn = _WEB_FONT.sub("", drawn)
    drawn = re.sub(r"<!--.*?-->\s*", "", drawn)
    return drawn.replace("<svg ", '<svg xml:space="preserve" ', 1)


def main() -> None:
    """Draw the views that are named, else all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*VIEWS, []])
    for name in parser.parse_args().names or VIEWS:
        (HERE / f"{name}.svg").write_text(asyncio.run(picture(VIEWS[name])), encoding="utf-8")


if __name__ == "__main__":
    main()
