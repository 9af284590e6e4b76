"""The house: which layer may import what, what stands once, and what must stay light."""

import ast
import inspect
import subprocess
import sys
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from textual.screen import ModalScreen, Screen

from tests.house import MODULES, Function, Module, cycles, target

_UI_VALUES = {"ui/formatting", "ui/theme", "core", "writing"}
_UI_PARTS = {"ui/present", "ui/widgets", *_UI_VALUES}
_SURROUNDINGS = {"ui/clipboard", "ui/external_editor", "ui/text_files"}

MAY_IMPORT = {
    "core": {"core"},
    "writing": {"writing", "core"},
    "second_reader": {"second_reader", "core", "writing", "numpy_threads"},
    "storage": {"storage", "core", "unfinished", "numpy_threads"},
    "importing": {"importing", "core"},
    "exporting": {"exporting", "core", "unfinished"},
    "classroom": {"classroom", "core", "exporting"},
    "ledger": {"ledger", "core", "writing", "storage"},
    "ui/theme": {"core"},
    "ui/formatting": {"core", "ui/theme"},
    "ui/present": {"ui/present", *_UI_VALUES},
    "ui/widgets": _UI_PARTS,
    "ui/dialogs": {"ui/dialogs", "locations", *_UI_PARTS},
    "ui/clipboard": set(),
    "ui/external_editor": {"core"},
    "ui/text_files": {"core", "exporting"},
    "ui/actions": {"ui/actions", "ui/dialogs", "ui/screen", "ledger", *_UI_PARTS, *_SURROUNDINGS},
    "ui/screen": {"ui", "core", "writing", "ledger", "locations"},
    "ui": {
        *("ui", "core", "writing", "ledger", "importing", "exporting", "locations"),
        "classroom",
    },
    "web": {"web"},
    "cli/documents": {"core", "ledger", "writing"},
    "assistant": {"assistant", "core", "writing", "second_reader", "ledger", "cli/documents"},
    "cli": {
        "cli",
        "cli/documents",
        "assistant",
        "core",
        "writing",
        "second_reader",
        "storage",
        "importing",
        "exporting",
        "classroom",
        "ledger",
        "ui",
        "web",
        "locations",
        "unfinished",
    },
}
"""`ui` on the left is screens and the app, on the right all of ui; `ui/screen` is the screens' base. `locations` stands beside the
layers and is open to ui and cli, which load style sheets and the database by it; so do
`unfinished`, by which storage and exporting name what is not whole yet, and `numpy_threads`."""

LIBRARIES = {
    "sqlite3": {"storage", "ledger"},  # ledger hands connections on and runs no SQL of its own
    "sqlite_utils": {"storage"},
    "sqlalchemy": {"classroom"},
    "alembic": {"classroom"},
    "psycopg": {"classroom"},
    "textual": {"ui", "web"},
    "rich": {"ui", "cli"},
    "click": {"cli"},
    "mcp": {"assistant"},
    "numpy": {"second_reader"},
    "pathlib": set(MAY_IMPORT) - {"core", "writing"} | {"locations", "unfinished"},
    "os": set(MAY_IMPORT) - {"core", "writing"} | {"locations", "unfinished", "numpy_threads"},
    "io": set(MAY_IMPORT) - {"core", "writing"},
}
"""Where a library may be imported; one that is not named here may be anywhere."""

LATE_FOR_A_REASON = {
    "recco_tui.ui.app": "the board paints before the palette, the keymap or the demo are needed",
    "recco_tui.ui.keymap": "the template of the keymap names the keys of every screen there is",
}
"""Modules of ui that may load others of ui inside a function."""

CLOCK = {"date.today", "datetime.now", "datetime.today", "datetime.utcnow"}
SQL = ("SELECT ", "INSERT ", "UPDATE ", "DELETE ", "PRAGMA ", "CREATE ", "DROP ", "ALTER ")
NAMED_BY_TEXTUAL = ("on_", "action_", "watch_", "validate_", "compute_", "key_")
"""Textual calls these by name: a message, a key or an attribute says what they are for."""

Breach = tuple[Module, int, str]
"""Where a rule is broken: module, line, and what stands there."""


def hold(breaches: Iterable[Breach], at_most: int = 0) -> None:
    """No place breaks the rule; `at_most` counts those that are still to be put right."""
    lines = [f"{module.path}:{line}: {what}" for module, line, what in breaches]
    if len(lines) > at_most:
        pytest.fail("\n".join([f"{len(lines)} places, {at_most} allowed", *lines]), pytrace=False)


def modules(*layers: str) -> Iterator[Module]:
    """The modules of these layers, all of recco without any."""
    return (module for module in MODULES.values() if not layers or module.layer in layers)


def room(dotted: str) -> str:
    """The key of MAY_IMPORT for a module: `ui/widgets` or `core`."""
    parts = dotted.split(".")[1:]
    pair = "/".join(parts[:2])
    return pair if pair in MAY_IMPORT else "".join(parts[:1])


def test_a_module_imports_only_what_its_layer_may() -> None:
    def breaches() -> Iterator[Breach]:
        for module in modules(*(layer for layer in MAY_IMPORT if "/" not in layer)):
            allowed = MAY_IMPORT[room(module.name)]
            for imported in module.imports:
                other = room(target(imported))
                fits = other in {"", *allowed} or ("ui" in allowed and other.startswith("ui/"))
                if not fits:
                    yield module, imported.line, f"may not import {imported.dotted}"

    hold(breaches(), at_most=1)


def test_each_library_stays_in_its_layer() -> None:
    hold(
        (module, imported.line, f"may not import {imported.dotted}")
        for module in modules()
        for imported in module.imports
        if module.layer not in LIBRARIES.get(imported.module.split(".")[0], {module.layer})
    )


def test_rules_and_writing_never_ask_the_clock() -> None:
    hold(
        (module, node.lineno, ast.unparse(node))
        for module in modules("core", "writing")
        for node in module.nodes
        if isinstance(node, ast.Call) and ast.unparse(node.func) in CLOCK
    )


def test_only_storage_and_the_class_speak_sql() -> None:
    hold(
        (
            (module, node.lineno, node.value)
            for module in modules()
            for node in module.nodes
            if isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and node.value.startswith(SQL)
            and module.layer not in ("storage", "classroom")
        ),
    )


def test_imports_are_absolute() -> None:
    hold(
        (module, imported.line, imported.dotted)
        for module in modules()
        for imported in module.imports
        if imported.module.startswith(".")
    )


def test_no_modules_import_each_other_late_imports_included() -> None:
    def loaded(module: Module) -> set[str]:
        return {target(imported) for imported in module.imports if not imported.typed}

    edges = {module.name: loaded(module) - {module.name, ""} for module in modules()}
    found = [
        (MODULES[module], 1, f"in a cycle with {', '.join(group)}")
        for group in cycles(edges)
        for module in group
    ]
    hold(found, at_most=2)


def test_screens_say_what_they_open_by_name() -> None:
    """An import inside a function hides a way from one screen to the next; the app knows them."""
    hold(
        (
            (module, imported.line, imported.dotted)
            for module in modules("ui")
            for imported in module.imports
            if imported.late
            and target(imported).startswith("recco_tui.ui.")
            and module.name not in LATE_FOR_A_REASON
        ),
        at_most=6,
    )


def test_labels_stand_on_the_enum() -> None:
    """A table from an enum's members to words belongs on the members, where none is forgotten."""
    home = {
        found.name: module.name
        for module in modules()
        for found in module.classes
        if any(ast.unparse(base).endswith("Enum") for base in found.bases)
    }

    def is_text(value: ast.expr) -> bool:
        if isinstance(value, ast.Tuple):
            return any(map(is_text, value.elts))
        constant = isinstance(value, ast.Constant) and isinstance(value.value, str)
        return constant or isinstance(value, ast.JoinedStr)

    def breaches() -> Iterator[Breach]:
        for module in modules():
            for node in module.nodes:
                if isinstance(node, ast.Dict) and any(map(is_text, node.values)):
                    keyed_by = {
                        key.value.id
                        for key in node.keys
                        if isinstance(key, ast.Attribute) and isinstance(key.value, ast.Name)
                    }
                    for name in sorted(keyed_by):
                        if home.get(name, module.name) != module.name:
                            yield module, node.lineno, f"labels of {name}"

    hold(breaches())


def test_records_are_made_and_read_by_field_name() -> None:
    """No `row[1:9]`, no `Contact(*row)`: a column put in between would shift all that follows."""

    def by_position(node: ast.AST) -> bool:
        if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Slice):
            bounds = (node.slice.lower, node.slice.upper)
            fixed = any(isinstance(bound, ast.Constant) for bound in bounds)
            return fixed and ast.unparse(node.value) == "row"
        return (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id.lstrip("_")[:1].isupper()
            and any(isinstance(given, ast.Starred) for given in node.args)
        )

    hold(
        (
            (module, node.lineno, ast.unparse(node))  # type: ignore[attr-defined]
            for module in modules("storage", "ledger", "importing")
            for node in module.nodes
            if by_position(node)
        ),
    )


def test_a_function_has_at_most_60_lines() -> None:
    hold(
        (module, function.lineno, function.name)
        for module in modules()
        for function in module.functions
        if (function.end_lineno or 0) - function.lineno >= 60
    )


def public_names(module: Module) -> Iterator[tuple[str, object, Function | ast.ClassDef]]:
    """The classes, functions and methods that others may use: name, what it is, its source."""
    loaded = import_module(module.name)
    for node in module.tree.body:
        if isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_"):
            here = getattr(loaded, node.name)
            yield node.name, here, node
            for inner in node.body if isinstance(node, ast.ClassDef) else ():
                named = isinstance(inner, Function | ast.ClassDef)
                if named and not inner.name.startswith(("_", *NAMED_BY_TEXTUAL)):
                    yield f"{node.name}.{inner.name}", getattr(here, inner.name), inner


def test_a_public_name_has_a_docstring_or_says_all_by_itself() -> None:
    """By itself: with five statements or fewer, beside the types that mypy asks of all of them.

    A method that overrides a documented one has that one's docstring.
    """
    hold(
        (module, node.lineno, f"{name} has no docstring")
        for module in modules()
        if module.name != "recco_tui.__main__"  # it runs when it is imported
        for name, found, node in public_names(module)
        if not inspect.getdoc(found)
        and sum(isinstance(inner, ast.stmt) for inner in ast.walk(node)) > 6
    )


def test_a_screen_has_one_base_of_ours_and_under_40_methods() -> None:
    def breaches() -> Iterator[Breach]:
        for module in modules("ui"):
            for node in module.tree.body:
                screen: Any = getattr(import_module(module.name), getattr(node, "name", ""), None)
                if not (isinstance(node, ast.ClassDef) and issubclass(screen, Screen)):
                    continue
                if issubclass(screen, ModalScreen):  # a form is a dialog that asks for fields
                    continue
                bases = [base.__name__ for base in screen.__mro__[1:] if is_ours(base)]
                methods = sum(isinstance(inner, Function) for inner in node.body)
                if len(bases) > 1:
                    yield module, node.lineno, f"{node.name} has {', '.join(bases)}"
                if methods >= 40:
                    yield module, node.lineno, f"{node.name} has {methods} methods"

    def is_ours(base: type) -> bool:
        return base.__module__.startswith("recco_tui.")

    hold(breaches())


@pytest.mark.parametrize("command", [["--help"], ["--version"], ["today"], ["check", "-"]])
def test_scripts_do_not_wait_for_the_screens(command: list[str], tmp_path: Path) -> None:
    program = (
        "import sys\n"
        "from recco_tui.cli.main import main\n"
        f"sys.argv = ['recco', '--db', {str(tmp_path / 'recco.db')!r}, *{command!r}]\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print({'textual', 'mcp', 'sqlalchemy'} & {*sys.modules}, file=sys.stderr)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], input="", capture_output=True, text=True, check=True
    )
    assert ran.stderr.splitlines()[-1] == "set()"
