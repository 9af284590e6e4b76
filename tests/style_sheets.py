"""Style sheets read once a process: the application of each test would read them all again.

Each is still parsed by Textual, as often as its text or the variables of the theme are others.
"""

from copy import copy
from typing import Any

from textual.css import stylesheet
from textual.css.model import RuleSet
from textual.css.tokenize import Token

parse, tokenize_values = stylesheet.parse, stylesheet.tokenize_values
_parsed: dict[tuple[Any, ...], list[RuleSet]] = {}
_tokenized: dict[frozenset[tuple[str, str]], dict[str, list[Token]]] = {}


def read_each_once() -> None:
    """From now on, in this process."""
    stylesheet.parse, stylesheet.tokenize_values = _parse, _tokenize_values


def _tokenize_values(values: dict[str, str]) -> dict[str, list[Token]]:
    given = frozenset(values.items())
    if given not in _tokenized:
        _tokenized[given] = tokenize_values(values)
    return _tokenized[given]


def _parse(
    scope: str, css: str, read_from: Any, variable_tokens: dict[str, list[Token]], **more: Any
) -> list[RuleSet]:
    # These tokens are never let go of above, so that no other ones come to have their id.
    given = (scope, css, read_from, id(variable_tokens), frozenset(more.items()))
    if given not in _parsed:
        rules = parse(scope, css, read_from, variable_tokens=variable_tokens, **more)
        _parsed[given] = list(rules)
    return list(map(_with_its_own_layout, _parsed[given]))


def _with_its_own_layout(rules: RuleSet) -> RuleSet:
    """The same rules; a layout keeps what it laid out last, which is of one application alone."""
    layout = rules.styles.get_rule("layout")
    if layout is None:
        return rules
    own = copy(rules)
    own.styles = rules.styles.copy()
    own.styles.set_rule("layout", copy(layout))
    return own
