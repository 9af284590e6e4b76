"""Where the source is long: a report to read, not a bound to hold.

    python -m tests.longest_files [HOW MANY]

A file is as long as its idea; one that turns up here is worth the question whether it is one idea.
"""

import statistics
import sys

from tests.house import MODULES


def main() -> None:
    """Print the longest files and functions, and what is usual."""
    most = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    files = {module.path: module.source.count("\n") for module in MODULES.values()}
    functions = {
        f"{module.path}:{function.lineno} {function.name}": function.end_lineno
        - function.lineno
        + 1  # type: ignore[operator]
        for module in MODULES.values()
        for function in module.functions
    }
    for title, lengths in (("files", files), ("functions", functions)):
        print(
            f"{len(lengths):,} {title}, {sum(lengths.values()):,} lines,"
            f" median {statistics.median(lengths.values()):g}"
        )
        for where, length in sorted(lengths.items(), key=lambda entry: -entry[1])[:most]:
            print(f"{length:6}  {where}")


if __name__ == "__main__":
    main()
