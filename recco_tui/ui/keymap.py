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
from recco_tui.core.former_words import key_now
from recco_tui.exporting.private_file import write_new
from recco_tui.importing.named_file import read_file
from recco_tui.locations import keymap_path
from recco_tui.ui.actions.shared import WITH_ALERTS

Keymap = dict[str, str]

_LONGEST = 1_000_000
"""Bytes; with every action named it is about 15,000."""

_MODIFIED = re.compile(r"((ctrl|alt|shift|super|hyper|meta)\+)+")
_SENT_AS = {
    "ctrl+i": "tab",
    "ctrl+m": "enter",
    "ctrl+h": "backspace",
    "ctrl+j": "enter",
    "ctrl+c": "its own interrupt key",
}
_KEY_NAMES = frozenset(key.value for key in Keys) | frozenset(KEY_NAME_REPLACEMENTS.values())
_LIST_CLASS = "LineList"


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
            raise DataError(_refusal(path, "the file is too large"))
        asked = tomllib.loads(content.decode("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise DataError(_refusal(path, reason.splitlines()[0].rstrip("."))) from error
    keymap: Keymap = {}
    for id_, keys in _flattened(asked, ""):
        if not isinstance(keys, str) or not keys.strip():
            raise DataError(_refusal(path, f"{id_} needs keys in quotes"))
        keymap[key_now(id_)] = ",".join(_key(path, id_, key) for key in _split_keys(keys))
    wrong = find_problem(keymap)
    if wrong:
        raise DataError(_refusal(path, wrong))
    return keymap


def find_problem(keymap: Mapping[str, str]) -> str:
    """The first thing wrong with a keymap, in words; empty when it can be used."""
    known = {binding.id for binding in declared()}
    unknown = next((id_ for id_ in keymap if id_ not in known), None)
    if unknown is not None:
        return f"there is no action '{unknown}'; 'recco help keys' lists them"
    clashes = (_clash(keymap, bindings) for bindings in _active_together())
    return next((words for words in clashes if words), "")


def _clash(keymap: Mapping[str, str], bindings: Iterable[Binding]) -> str:
    """Two actions on one key, unless they are declared so: then the nearer one wins."""
    by_id = {str(binding.id): binding for binding in bindings}
    declared = {id_: set(binding.key.split(",")) for id_, binding in by_id.items()}
    now = {id_: set(keymap[id_].split(",")) if id_ in keymap else declared[id_] for id_ in by_id}
    for id_ in sorted(keymap.keys() & now.keys()):
        for other, keys in now.items():
            shared = now[id_] & keys
            intended = by_id[other].action == by_id[id_].action or declared[id_] & declared[other]
            if shared and not intended:
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
        return f"Your keys are in {path}. recco reads them when it starts."
    except OSError as error:
        raise DataError(f"{path} could not be written: {error.strerror or error}.") from error
    return f"Created {path}. Remove the # before each line you change, then restart recco."


@cache
def declared() -> tuple[Declared, ...]:
    """Every binding of recco's own, each id once, sorted by id. Loads all screens and dialogs."""
    # What views share comes first: by itself, not as one of the views words it.
    every = [verb.binding() for verb in WITH_ALERTS]
    every += [binding for node in _nodes() for binding in vars(node).get("BINDINGS", ())]
    found: dict[str, Declared] = {}
    for binding in every:
        if isinstance(binding, Binding) and (id_ := binding.id) and id_ not in found:
            found[id_] = Declared(id_, binding.key, binding.description, binding.tooltip)
    return tuple(found[id_] for id_ in sorted(found))


@cache
def _nodes() -> tuple[type[DOMNode], ...]:
    import recco_tui.ui.dialogs
    import recco_tui.ui.screens
    import recco_tui.ui.widgets

    found: dict[str, type[DOMNode]] = {}
    for package in (recco_tui.ui.screens, recco_tui.ui.dialogs, recco_tui.ui.widgets):
        for module in pkgutil.iter_modules(package.__path__, package.__name__ + "."):
            for value in vars(import_module(module.name)).values():
                if isinstance(value, type) and issubclass(value, DOMNode):
                    found[f"{value.__module__}.{value.__qualname__}"] = value
    return tuple(node for node in found.values() if node.__module__.startswith("recco_tui."))


def _active_together() -> Iterator[list[Binding]]:
    """Bindings that are in force at the same time: those of a screen, with those of its lists."""
    nodes = _nodes()
    lists = next(node for node in nodes if node.__name__ == _LIST_CLASS)
    for node in nodes:
        bindings = _bindings_of(node)
        if issubclass(node, Screen) and not node.__name__.endswith(("Dialog", "Form")):
            taken = {key for binding in bindings for key in binding.key.split(",")}
            bindings += [b for b in _bindings_of(lists) if not taken & set(b.key.split(","))]
        yield bindings


def _bindings_of(node: type[DOMNode]) -> list[Binding]:
    """Bindings that a class and its bases declare, each id once, the nearest first."""
    found: dict[str, Binding] = {}
    for base in node.__mro__:
        for binding in vars(base).get("BINDINGS", ()):
            if (
                isinstance(binding, Binding)
                and binding.id
                and not binding.id.startswith("textual.")
            ):
                found.setdefault(binding.id, binding)
        if not getattr(base, "_inherit_bindings", True):
            break
    return list(found.values())


def _flattened(table: Mapping[str, object], before: str) -> Iterator[tuple[str, object]]:
    for name, value in table.items():
        if isinstance(value, Mapping):
            yield from _flattened(value, f"{before}{name}.")
        else:
            yield f"{before}{name}", value


def _split_keys(keys: str) -> list[str]:
    return [","] if keys.strip() == "," else [key.strip() for key in keys.split(",") if key.strip()]


def _key(path: Path, id_: str, key: str) -> str:
    """The key by Textual's name of it; DataError when no terminal sends it as itself."""
    if len(key) == 1:
        return _character_to_key(key)
    plain = _MODIFIED.sub("", key)
    if key in _SENT_AS:
        raise DataError(_refusal(path, f"{id_}: a terminal sends {key} as {_SENT_AS[key]}"))
    if plain not in _KEY_NAMES and key_to_character(plain) is None:
        raise DataError(_refusal(path, f"{id_}: there is no key '{key}'"))
    return key


def _refusal(path: Path, why: str) -> str:
    return f"Your keys in {path} are not used: {why}."


def _template() -> str:
    lines = [
        "# Your keys for recco. Remove the # before each line you change, then restart recco.",
        "# Letters, or names like ctrl+g, f5, slash, pagedown; separate several with commas.",
        "",
    ]
    for binding in declared():
        assignment = f'"{binding.id}" = "{binding.keys}"'
        lines.append(f"# {assignment:<44} # {binding.words}".rstrip())
    return "\n".join(lines) + "\n"
