"""The source of recco as a reader walks it: every module parsed once, when it is first looked into."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "recco_tui"
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Import:
    """One name that a module imports.

    `late` is inside a function, `typed` under `if TYPE_CHECKING`: nothing runs it.
    """

    module: str
    name: str
    line: int
    late: bool
    typed: bool

    @property
    def dotted(self) -> str:
        """The module and what is taken from it: `recco_tui.core.models.Contact`."""
        return f"{self.module}.{self.name}" if self.name else self.module


class Module:
    """One file of recco."""

    def __init__(self, file: Path) -> None:
        parts = file.relative_to(ROOT).with_suffix("").parts
        self.file = file
        self.name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    @cached_property
    def source(self) -> str:
        """The text of the file."""
        return self.file.read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        """The text, parsed."""
        return ast.parse(self.source)

    @property
    def path(self) -> str:
        """As in messages: `recco_tui/core/when.py`."""
        return self.file.relative_to(ROOT).as_posix()

    @property
    def layer(self) -> str:
        """The folder under recco_tui, the module itself when it is in none: `core`, `locations`."""
        return self.name.partition(".")[2].partition(".")[0]

    @cached_property
    def nodes(self) -> list[ast.AST]:
        """Everything in the file."""
        return list(ast.walk(self.tree))

    @cached_property
    def imports(self) -> list[Import]:
        """Every name that is imported, late ones included."""
        return list(_imports(self.tree, late=False, typed=False))

    @property
    def functions(self) -> Iterator[Function]:
        """Functions and methods, nested ones too."""
        return (node for node in self.nodes if isinstance(node, Function))

    @property
    def classes(self) -> Iterator[ast.ClassDef]:
        """Classes, nested ones too."""
        return (node for node in self.nodes if isinstance(node, ast.ClassDef))


def _imports(parent: ast.AST, late: bool, typed: bool) -> Iterator[Import]:
    for node in ast.iter_child_nodes(parent):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(alias.name, "", node.lineno, late, typed)
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            for alias in node.names:
                yield Import(module, alias.name, node.lineno, late, typed)
        else:
            yield from _imports(
                node,
                late or isinstance(node, Function | ast.Lambda),
                typed or (isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"),
            )


MODULES = {module.name: module for module in map(Module, sorted(PACKAGE.rglob("*.py")))}


def target(imported: Import) -> str:
    """The module of ours that an import loads, '' for one of someone else's."""
    if imported.dotted in MODULES:
        return imported.dotted
    return imported.module if imported.module in MODULES else ""


def cycles(edges: dict[str, set[str]]) -> list[list[str]]:
    """Groups of modules that reach one another (Tarjan's strongly connected components)."""
    number: dict[str, int] = {}
    lowest: dict[str, int] = {}
    path: list[str] = []
    found: list[list[str]] = []

    def visit(module: str) -> None:
        number[module] = lowest[module] = len(number)
        path.append(module)
        for other in edges.get(module, ()):
            if other not in number:
                visit(other)
            if other in path:
                lowest[module] = min(lowest[module], lowest[other])
        if lowest[module] == number[module]:
            group = path[path.index(module) :]
            del path[path.index(module) :]
            if len(group) > 1:
                found.append(sorted(group))

    for module in edges:
        if module not in number:
            visit(module)
    return found
