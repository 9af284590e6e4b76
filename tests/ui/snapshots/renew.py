"""Draw the shots anew: python -m tests.ui.snapshots.renew [NAME …]. Look at what changed, then commit."""

import argparse
import asyncio

from tests.ui.snapshots.shots import SIZES, VIEWS, file_of, shots


def main() -> None:
    """Draw the views that are named, else all; say which came out otherwise."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*VIEWS, []])
    for name in parser.parse_args().names or VIEWS:
        for size in SIZES:
            for theme, shot in asyncio.run(shots(name, size)).items():
                file = file_of(name, size, theme)
                file.parent.mkdir(exist_ok=True)
                if not file.exists() or file.read_text(encoding="utf-8") != shot:
                    file.write_text(shot, encoding="utf-8")
                    print(f"{file.parent.name}/{file.name}")


if __name__ == "__main__":
    main()
