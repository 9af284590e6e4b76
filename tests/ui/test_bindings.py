"""Every key is declared once, does something, can be told from the others, and can be remapped."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module

import pytest
from textual.app import App
from textual.binding import Binding
from textual.containers import ScrollableContainer
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widgets import Input, TextArea

import recco_tui.ui.dialogs
import recco_tui.ui.screens
import recco_tui.ui.widgets
from recco_tui.ui.app import ReccoApp
from recco_tui.ui.screen import ReccoScreen
from recco_tui.ui.widgets.keys import words_of

TAKEN = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+h": "backspace", "ctrl+j": "enter"}
"""What a terminal sends for another key."""


def _modules() -> Iterator[str]:
    for package in (recco_tui.ui.screens, recco_tui.ui.dialogs, recco_tui.ui.widgets):
        for found in pkgutil.iter_modules(package.__path__, package.__name__ + "."):
            yield found.name


NODES = [
    one
    for name in _modules()
    for one in vars(import_module(name)).values()
    if isinstance(one, type) and issubclass(one, DOMNode) and one.__module__ == name
]
CLASSES = [one for one in (ReccoApp, *NODES) if "BINDINGS" in vars(one)]
"""Everything of recco's own that declares keys."""


def _own(node: type[DOMNode]) -> list[Binding]:
    """Those declared there; what is taken over from Textual's text area or screen is Textual's."""
    textual = (*TextArea.BINDINGS, *Screen.BINDINGS)
    theirs = {one.action for one in textual if isinstance(one, Binding)}
    return [one for one in vars(node)["BINDINGS"] if one.id or one.action not in theirs]


def _subclasses(node: type[DOMNode]) -> list[type[DOMNode]]:
    return [one for one in NODES if issubclass(one, node)]


def test_there_are_keys_in_every_family() -> None:
    assert len(CLASSES) >= 30


@pytest.mark.parametrize("node", CLASSES, ids=lambda one: one.__name__)
def test_each_key_is_a_binding_with_an_id_words_and_an_action(node: type[DOMNode]) -> None:
    for binding in _own(node):
        assert isinstance(binding, Binding), binding
        assert binding.id, binding
        assert binding.description, binding
        action = binding.action.partition("(")[0].rpartition(".")[2]
        homes = [node, *_subclasses(node), ReccoApp]
        assert any(hasattr(home, f"action_{action}") for home in homes), binding


@pytest.mark.parametrize(
    "node", [App, Screen, Input, TextArea, ScrollableContainer], ids=lambda one: one.__name__
)
def test_keys_that_textual_brings_along_have_words_of_recco_s_own(node: type[DOMNode]) -> None:
    for binding in node.BINDINGS:
        assert isinstance(binding, Binding)
        if binding.description and binding.action != "submit":
            label, tooltip = words_of(binding)
            assert tooltip.endswith("."), binding
            assert len(label) <= 14


@pytest.mark.parametrize("node", CLASSES, ids=lambda one: one.__name__)
def test_no_key_is_one_that_a_terminal_sends_for_another(node: type[DOMNode]) -> None:
    for binding in _own(node):
        assert not set(binding.key.split(",")) & set(TAKEN), binding


@pytest.mark.parametrize("node", CLASSES, ids=lambda one: one.__name__)
def test_a_view_gives_no_key_two_meanings(node: type[DOMNode]) -> None:
    keys = [key for binding in _own(node) for key in binding.key.split(",")]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("node", CLASSES, ids=lambda one: one.__name__)
def test_the_key_of_a_verb_is_of_one_that_the_view_has(node: type[DOMNode]) -> None:
    bases = reversed(node.__mro__)
    labels = {verb.id: verb.label for base in bases for verb in vars(base).get("VERBS", ())}
    for binding in _own(node):
        if issubclass(node, ReccoScreen) and binding.action.startswith("verb("):
            assert binding.action == f"verb('{binding.id}')"
            assert labels[str(binding.id)] == binding.description


def test_an_id_means_one_action_everywhere() -> None:
    meanings: dict[str, set[str]] = {}
    for node in CLASSES:
        for binding in _own(node):
            meanings.setdefault(str(binding.id), set()).add(binding.action)
    assert {id_: said for id_, said in meanings.items() if len(said) > 1} == {}
