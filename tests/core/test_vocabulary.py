"""The words of a stored code stand on its enum: no table of labels stands anywhere else."""

import ast
import enum
import importlib
import pkgutil
from collections.abc import Iterator

import pytest

from recco_tui.core import alerts
from recco_tui.core.alerts.alert import Action
from recco_tui.core.models import AskState, Channel, Step
from recco_tui.core.relationships import KNOWN_KINDS, Relationship
from recco_tui.writing.parts import AskPart, Part
from tests.house import MODULES, Module


def enums() -> Iterator[tuple[Module, type[enum.Enum]]]:
    """Every enum of recco with the module that defines it."""
    for module in MODULES.values():
        for node in module.tree.body:
            if isinstance(node, ast.ClassDef) and any(
                ast.unparse(base).endswith("Enum") for base in node.bases
            ):
                yield module, getattr(importlib.import_module(module.name), node.name)


def tables(tree: ast.AST) -> Iterator[tuple[int, list[str]]]:
    """Dicts with texts as values: the line of each, and its keys as they are written."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Dict) and any(map(is_text, node.values)):
            yield node.lineno, [ast.unparse(key) for key in node.keys if key is not None]


def is_text(value: ast.expr) -> bool:
    return isinstance(value, ast.JoinedStr) or (
        isinstance(value, ast.Constant) and isinstance(value.value, str)
    )


def is_of(keys: list[str], codes: type[enum.Enum]) -> bool:
    """Whether a table is keyed by members of an enum, or by three or more of its stored values."""
    members = {f"{codes.__name__}.{member.name}" for member in codes}
    values = {repr(member.value) for member in codes}
    return bool(members & set(keys)) or (len(keys) >= 3 and set(keys) <= values)


def test_no_table_of_labels_stands_outside_the_module_of_its_enum() -> None:
    every_table = [
        (module, line, keys) for module in MODULES.values() for line, keys in tables(module.tree)
    ]
    found = [
        f"{module.path}:{line}: labels of {codes.__name__}"
        for home, codes in enums()
        for module, line, keys in every_table
        if module is not home and is_of(keys, codes)
    ]
    assert not found


@pytest.mark.parametrize(
    ("source", "is_found"),
    [
        ("{Channel.SLACK: 'Slack'}", True),
        ("{'discord': 'Discord', 'slack': f'{1}', 'text': 'text'}", True),
        ("{Channel.SLACK: 1}", False),
        ("{'discord': 'Discord', 'no code': 'x', 'text': 'text'}", False),
    ],
)
def test_a_table_is_told_by_its_keys_and_its_texts(source: str, is_found: bool) -> None:
    assert any(is_of(keys, Channel) for _, keys in tables(ast.parse(source))) is is_found


def test_every_code_has_its_words() -> None:
    assert all(channel.label and channel.after_verb for channel in Channel)
    assert all(channel.message for channel in Channel if channel.greeting)
    assert all(step.label and step.past and step.heading and step.change for step in Step)
    assert all(state.label for state in AskState)
    assert all(action.verb and action.keys for action in Action)
    assert all(code.theirs and code.mine and code.kind in KNOWN_KINDS for code in Relationship)
    assert all(part.letter in part.value for part in (*Part, *AskPart))
    assert len({kind.key for kind in KNOWN_KINDS}) == len(KNOWN_KINDS)


def test_every_family_of_rules_is_run_for_an_action() -> None:
    families = {
        module.name
        for module in pkgutil.iter_modules(alerts.__path__)
        if hasattr(importlib.import_module(f"{alerts.__name__}.{module.name}"), "alerts")
    }
    assert {action.rules for action in Action} == families


def test_a_code_is_found_by_what_is_stored() -> None:
    for _, codes in enums():
        for member in codes:
            assert codes(member.value) is member
            assert not isinstance(member, str) or str(member) == member.value
