"""Each rule brings its examples: a sentence, the expression in it, its value on Wednesday 2013-03-20."""

import datetime as dt

import pytest

from newsledger.annotate.times import tag_times
from newsledger.annotate.times.lexicon import load
from newsledger.annotate.times.rules import FILES, rules

WEDNESDAY = dt.date(2013, 3, 20)
EXAMPLES = [
    pytest.param(*example, id=f"{rule['name']}: {example[1]}")
    for name in FILES
    for rule in load(name)["rule"]
    for example in rule["examples"]
]


@pytest.mark.parametrize(("text", "expression", "value"), EXAMPLES)
def test_example_of_rule(text: str, expression: str, value: str) -> None:
    found = [(t.text, t.value) for t in tag_times(text, WEDNESDAY, use_parser=False)]
    assert (expression, value) in found


def test_names_are_unique() -> None:
    names = [rule.name for rule in rules()]
    assert len(names) == len(set(names))


def test_no_nested_quantifiers() -> None:
    """No group that is itself repeated without bound: the patterns stay linear."""
    for rule in rules():
        assert "+)+" not in rule.pattern.pattern
        assert "*)*" not in rule.pattern.pattern
        assert ".*" not in rule.pattern.pattern
