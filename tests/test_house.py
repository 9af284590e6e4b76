"""The house: which layer may import what, and what must stay light."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "recco_tui"

MAY_IMPORT = {
    "core": {"core"},
    "writing": {"writing", "core"},
    "storage": {"storage", "core", "unfinished"},
    "importing": {"importing", "core"},
    "exporting": {"exporting", "core", "unfinished"},
    "ledger": {"ledger", "core", "writing", "storage"},
    "ui/widgets": {"ui/widgets", "ui/present", "ui/formatting", "ui/theme", "core", "writing"},
    "ui/dialogs": {
        "ui/dialogs",
        "ui/present",
        "ui/widgets",
        "ui/formatting",
        "ui/theme",
        "core",
        "writing",
        "locations",
    },
    "ui/present": {"ui/present", "ui/formatting", "ui/theme", "core", "writing"},
    "ui/formatting": {"core", "ui/theme"},
    "ui/theme": {"core"},
    "ui": {"ui", "core", "writing", "ledger", "importing", "exporting", "locations"},
    "web": {"web"},
    "cli": {
        "cli",
        "core",
        "writing",
        "storage",
        "importing",
        "exporting",
        "ledger",
        "ui",
        "web",
        "locations",
        "unfinished",
    },
}
"""Design section 6. `ui` covers screens and the app; `locations` stands beside the layers and is
open to all of ui and cli, which load style sheets and the database by it; so does `unfinished`, by
which storage and exporting name what is not whole yet."""

PURE = ("core", "writing")
NOT_IN_PURE = {"sqlite3", "sqlite_utils", "textual", "rich", "pathlib", "os", "io", "click"}
TODAY = {"today", "now", "utcnow"}


def modules() -> list[Path]:
    return sorted(file for file in PACKAGE.rglob("*.py") if file.parent != PACKAGE)


def layer_of(dotted: str) -> str:
    """The key of MAY_IMPORT for a module under recco_tui, as `ui/widgets` or `core`."""
    parts = dotted.split(".")[1:]
    if not parts:
        return "*"
    pair = "/".join(parts[:2])
    return pair if pair in MAY_IMPORT else parts[0]


def imported(file: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{file}: relative import"
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def name_of(file: Path) -> str:
    return ".".join(("recco_tui", *file.relative_to(PACKAGE).with_suffix("").parts))


@pytest.mark.parametrize("file", modules(), ids=name_of)
def test_a_module_imports_only_what_its_layer_may(file: Path) -> None:
    layer = layer_of(name_of(file))
    allowed = MAY_IMPORT[layer]
    for dotted in imported(file):
        if dotted.split(".")[0] != "recco_tui" or dotted in ("recco_tui", "recco_tui.__version__"):
            continue
        target = layer_of(dotted)
        fits = target in allowed or (layer == "ui" and target.startswith("ui"))
        fits = fits or (layer == "cli" and target.startswith("ui"))
        assert fits, f"{layer} may not import {dotted}"


@pytest.mark.parametrize(
    "file", [f for f in modules() if name_of(f).split(".")[1] in PURE], ids=name_of
)
def test_rules_and_writing_are_pure(file: Path) -> None:
    tops = {dotted.split(".")[0] for dotted in imported(file)}
    assert not tops & NOT_IN_PURE
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            clock = node.func.attr in TODAY and isinstance(node.func.value, ast.Name)
            assert not clock or node.func.value.id not in {"date", "datetime"}, file  # type: ignore[attr-defined]


@pytest.mark.parametrize("file", modules(), ids=name_of)
def test_a_file_has_at_most_300_lines_and_a_function_40(file: Path) -> None:
    source = file.read_text(encoding="utf-8")
    reason = "Longer than the house allows:" in source
    assert source.count("\n") <= 300 or reason
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            assert lines <= 40 or reason, f"{node.name} has {lines} lines"


@pytest.mark.parametrize("command", [["--help"], ["--version"], ["today"], ["check", "-"]])
def test_scripts_do_not_wait_for_the_screens(command: list[str], tmp_path: Path) -> None:
    program = (
        "import sys\n"
        "from recco_tui.cli.main import main\n"
        f"sys.argv = ['recco', '--db', {str(tmp_path / 'recco.db')!r}, *{command!r}]\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print('textual' in sys.modules, file=sys.stderr)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], input="", capture_output=True, text=True, check=True
    )
    assert ran.stderr.splitlines()[-1] == "False"
