"""python -m recco_tui."""

from recco_tui.cli.main import main

if __name__ == "__main__":
    main()
