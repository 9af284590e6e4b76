"""A method named as a message's handler is one: Textual calls no other, and says nothing of it."""

from collections.abc import Iterator

import pytest
from textual.message import Message

from tests.ui.test_bindings import NODES


def _every_message(of: type[Message] = Message) -> Iterator[type[Message]]:
    for kind in of.__subclasses__():
        yield kind
        yield from _every_message(kind)


@pytest.mark.parametrize("node", NODES, ids=lambda node: node.__name__)
def test_each_handler_is_of_a_message_that_there_is(node: type) -> None:
    known = {kind.handler_name for kind in _every_message()}
    handlers = {
        name for name in vars(node) if name.startswith("on_") and callable(vars(node)[name])
    }
    assert handlers <= known
