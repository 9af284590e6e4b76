"""Other keys for any action: keys.toml in the settings folder, read once at the start.

A line is the id of a binding and its keys: `"board.filter" = "f"`, several separated by commas. The
file is taken as a whole or not at all.
"""

import pkgutil
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from textual.binding import Binding
from textual.dom import DOMNode
from textual.keys import KEY_NAME_REPLACEMENTS, Keys, _character_to_key, key_to_character
from textual.screen import Screen

from recco_tui.core.errors import DataError
from recco_tui.exporting.private_file import write_new
from recco_tui.importing.named_file import read_file
from recco_tui.locations import keymap_path

Keymap = dict[str, str]

_LONGEST = 1_000_000
"""Bytes; with every action named it is about 15,000."""

_MODIFIED = re.compile(r"((ctrl|alt|shift|super|hyper|meta)\+)+")
_TAKEN = {
    "ctrl+i": "tab",
    "ctrl+m": "enter",
    "ctrl+h": "backspace",
    "ctrl+j": "enter",
    "ctrl+c": "what the terminal itself uses",
    "ctrl+z": "what the terminal itself uses",
}
_NAMED = frozenset(key.value for key in Keys) | frozenset(KEY_NAME_REPLACEMENTS.values())
_ON_EVERY_SCREEN = "LineList"


class Declared(NamedTuple):
    """A binding of recco's own, as it is declared: `keys` separated by commas."""

    id: str
    keys: str
    words: str
    tooltip: str


def read_keymap(path: Path | None = None) -> Keymap:
    """The keys that the file asks for; empty without a file. DataError says why not."""
    path = path or keymap_path()
    try:
        content = read_file(path, _LONGEST + 1)
        if len(content) > _LONGEST:
            raise DataError(_refused(path, "it is far too large for a file of keys"))
        asked = tomllib.loads(content.decode("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise DataError(_refused(path, reason.splitlines()[0].rstrip("."))) from error
    keymap: Keymap = {}
    for id_, keys in _flat(asked, ""):
        if not isinstance(keys, str) or not keys.strip():
            raise DataError(_refused(path, f"{id_} needs keys in quotes"))
        keymap[id_] = ",".join(_key(path, id_, key) for key in _separated(keys))
    wrong = why_not(keymap)
    if wrong:
        raise DataError(_refused(path, wrong))
    return keymap


def why_not(keymap: Mapping[str, str]) -> str:
    """The first thing wrong with a keymap, in words; empty when it can be used."""
    known = {one.id for one in declared()}
    unknown = next((id_ for id_ in keymap if id_ not in known), None)
    if unknown is not None:
        return f"there is no action '{unknown}'; 'recco help keys' lists them"
    clashes = (_clash(keymap, bindings) for bindings in _together())
    return next((words for words in clashes if words), "")


def _clash(keymap: Mapping[str, str], bindings: Iterable[Binding]) -> str:
    """Two actions on one key that were not on one as declared: there the nearer one is meant."""
    by_id = {str(one.id): one for one in bindings}
    declared = {id_: set(one.key.split(",")) for id_, one in by_id.items()}
    now = {id_: set(keymap[id_].split(",")) if id_ in keymap else declared[id_] for id_ in by_id}
    for id_ in sorted(keymap.keys() & now.keys()):
        for other, keys in now.items():
            shared = now[id_] & keys
            meant = by_id[other].action == by_id[id_].action or declared[id_] & declared[other]
            if shared and not meant:
                return f"'{min(shared)}' would be both {id_} and {other}"
    return ""


def write_template(path: Path | None = None) -> str:
    """Make the file with every action commented out, unless it is there; what happened, in words.

    DataError when it cannot be written.
    """
    path = path or keymap_path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_new(path, _template())
    except FileExistsError:
        return f"Your keys are in {path}; they are read when recco starts."
    except OSError as error:
        raise DataError(f"{path} could not be written: {error.strerror or error}.") from error
    return f"Made {path}: take the # away before what you change, and start recco again."


@cache
def declared() -> tuple[Declared, ...]:
    """Every binding of recco's own, each id once, sorted by id. Loads all screens and dialogs."""
    from recco_tui.ui.actions.shared import WITH_ALERTS

    # What views share comes first: by itself, not as one of the views words it.
    every = [verb.binding() for verb in WITH_ALERTS]
    every += [one for node in _nodes() for one in vars(node).get("BINDINGS", ())]
    found: dict[str, Declared] = {}
    for one in every:
        if isinstance(one, Binding) and one.id and one.id not in found:
            found[one.id] = Declared(one.id, one.key, one.description, one.tooltip)
    return tuple(found[id_] for id_ in sorted(found))


@cache
def _nodes() -> tuple[type[DOMNode], ...]:
    import recco_tui.ui.dialogs
    import recco_tui.ui.screens
    import recco_tui.ui.widgets

    found: dict[str, type[DOMNode]] = {}
    for package in (recco_tui.ui.screens, recco_tui.ui.dialogs, recco_tui.ui.widgets):
        for module in pkgutil.iter_modules(package.__path__, package.__name__ + "."):
            for one in vars(import_module(module.name)).values():
                if isinstance(one, type) and issubclass(one, DOMNode):
                    found[f"{one.__module__}.{one.__qualname__}"] = one
    return tuple(one for one in found.values() if one.__module__.startswith("recco_tui."))


def _together() -> Iterator[list[Binding]]:
    """Bindings that are in force at the same time: those of a screen, with those of its lists."""
    nodes = _nodes()
    lists = next(node for node in nodes if node.__name__ == _ON_EVERY_SCREEN)
    for node in nodes:
        own = _own(node)
        if issubclass(node, Screen) and not node.__name__.endswith(("Dialog", "Form")):
            taken = {key for one in own for key in one.key.split(",")}
            own += [one for one in _own(lists) if not taken & set(one.key.split(","))]
        yield own


def _own(node: type[DOMNode]) -> list[Binding]:
    """Those declared there and in what it is made of, each id once, the nearest first."""
    found: dict[str, Binding] = {}
    for base in node.__mro__:
        for one in vars(base).get("BINDINGS", ()):
            if isinstance(one, Binding) and one.id and not one.id.startswith("textual."):
                found.setdefault(one.id, one)
    return list(found.values())


def _flat(table: Mapping[str, object], before: str) -> Iterator[tuple[str, object]]:
    for name, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{before}{name}.")
        else:
            yield f"{before}{name}", value


def _separated(keys: str) -> list[str]:
    return [","] if keys.strip() == "," else [key.strip() for key in keys.split(",") if key.strip()]


def _key(path: Path, id_: str, key: str) -> str:
    """The key by Textual's name of it; DataError when no terminal sends it as itself."""
    if len(key) == 1:
        return _character_to_key(key)
    plain = _MODIFIED.sub("", key)
    if key in _TAKEN:
        raise DataError(_refused(path, f"{id_}: a terminal sends {key} as {_TAKEN[key]}"))
    if plain not in _NAMED and key_to_character(plain) is None:
        raise DataError(_refused(path, f"{id_}: there is no key '{key}'"))
    return key


def _refused(path: Path, why: str) -> str:
    return f"Your keys in {path} are not used: {why}."


def _template() -> str:
    lines = [
        "# Other keys for recco. Take the # away before what you change, and start recco again.",
        "# Letters, or names as ctrl+g, f5, slash, question_mark, pagedown; several with commas.",
        "",
    ]
    for one in declared():
        said = f'"{one.id}" = "{one.keys}"'
        lines.append(f"# {said:<44} # {one.words}".rstrip())
    return "\n".join(lines) + "\n"
