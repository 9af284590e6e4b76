"""Every string that a user can read, with the place where it stands: to be read aloud.

    python -m tests.words [PART OF A PATH …]

Strings of the source that are prose or labels, the docstrings that `--help` shows, help pages, the
README, the changelog and the web page. What is no prose (SQL, patterns, word lists, identifiers) is
left out; where that cannot be known, the string is listed.
"""

import ast
import re
import sys
from collections.abc import Iterator
from typing import NamedTuple

from tests.house import MODULES, ROOT, Module

NO_PROSE = (
    "recco_tui/storage/migrations.py",
    "recco_tui/writing/cue_lists.py",
    "recco_tui/writing/features.py",
    "recco_tui/writing/no_impact.py",
    "recco_tui/writing/vocabulary.py",
)
"""Files of SQL, patterns and word lists alone."""
PAGES = (
    "README.md",
    "CHANGELOG.md",
    "sample_data/README.md",
    *(
        file.relative_to(ROOT).as_posix()
        for pattern in ("recco_tui/cli/topics/*.txt", "recco_tui/web/page.html")
        for file in sorted(ROOT.glob(pattern))
    ),
)
"""Files that are read as they are, line by line."""

_SQL = re.compile(
    r"\s*\(?(?:SELECT|INSERT|UPDATE|DELETE|CREATE|DROP|ALTER|PRAGMA|FROM|WHERE|JOIN|LEFT JOIN|ON|"
    r"AND|OR|ORDER BY|GROUP BY|WITH|VALUES|BEGIN|VACUUM|ATTACH|DETACH|CHECK|TEXT|INTEGER|NOT|UNION|"
    r"EXISTS|REFERENCES|CASE|REINDEX|ROLLBACK|SAVEPOINT|RELEASE|COMMIT|CAST)\b"
)
_PATTERN = re.compile(r"\(\?[:P=!<ix]|\\[bswdAZW]|\[\^|\]\+|\|\w+\|")
_STYLE = re.compile(r"[\w#.& -]+\{\s*\n|^\s*[\w-]+: [\w$ %-]+;", re.MULTILINE)


class Said(NamedTuple):
    """A string and where it stands; what is filled in is in braces."""

    path: str
    line: int
    text: str


def everything() -> Iterator[Said]:
    """All of it: module by module, then the pages."""
    for module in MODULES.values():
        if module.path not in NO_PROSE:
            yield from strings_of(module)
    for path in PAGES:
        for number, line in enumerate((ROOT / path).read_text("utf-8").splitlines(), 1):
            if line.strip():
                yield Said(path, number, line)


def strings_of(module: Module) -> Iterator[Said]:
    """The strings of one module that may be read by a user, in the order of its lines."""
    left_out = _left_out(module.tree)
    found = [
        Said(module.path, node.lineno, text)  # type: ignore[attr-defined]
        for node in module.nodes
        if node not in left_out and (text := _text_of(node)) and _is_prose(text)
    ]
    yield from sorted(found, key=lambda said: said.line)


def _left_out(tree: ast.AST) -> set[ast.AST]:
    """Strings that nobody reads: docstrings but those of commands, parts of f-strings, type names,
    what is compared or looked up."""
    found: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            found.update(part for part in node.values if isinstance(part, ast.Constant))
        elif isinstance(node, ast.FormattedValue) and node.format_spec:
            found.add(node.format_spec)
        elif isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            makers = [
                ast.unparse(one.func if isinstance(one, ast.Call) else one)
                for one in getattr(node, "decorator_list", ())
            ]
            is_command = any("command" in maker or "group" in maker for maker in makers)
            found.update(
                statement.value
                for statement in node.body
                if isinstance(statement, ast.Expr) and not is_command
            )
        elif isinstance(node, ast.Subscript):
            found.add(node.slice)
        elif isinstance(node, ast.Call) and _calls_a_pattern(node):
            found.update(ast.walk(node))
    return found


def _calls_a_pattern(node: ast.Call) -> bool:
    name = ast.unparse(node.func)
    return name in ("re.compile", "lazy_regex", "cast", "query_one", "getattr") or name.endswith(
        (".query_one", ".query", ".execute", ".executemany", ".compile")
    )


def _text_of(node: ast.AST) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(
            str(part.value)
            if isinstance(part, ast.Constant)
            else "{" + ast.unparse(part.value) + "}"  # type: ignore[attr-defined]
            for part in node.values
        )
    return ""


def _is_prose(text: str) -> bool:
    """Words with a space between them, or one with a capital letter: not SQL and no pattern."""
    words = re.sub(r"\{[^{}]*\}", "x", text).strip()
    if not re.search(r"[A-Za-z]{2}", words) or "\x1b" in text or "\x00" in text:
        return False
    if _SQL.match(text) or _PATTERN.search(text) or _STYLE.search(text):
        return False
    return " " in words or words[0].isupper() or words.endswith((".", ":", "…"))


def main() -> None:
    """Print what is asked for, file by file."""
    shown = ""
    for said in everything():
        if len(sys.argv) > 1 and not any(part in said.path for part in sys.argv[1:]):
            continue
        if said.path != shown:
            shown = said.path
            print(f"\n{shown}")
        print(f"{said.line:5}  {said.text}")


if __name__ == "__main__":
    main()
