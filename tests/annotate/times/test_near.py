"""The words that make it worth trying a rule (data/times/near.toml)."""

from newsledger.annotate.times.lexicon import load, vocabulary
from newsledger.annotate.times.rules import rules
from newsledger.annotate.times.scan import windows


def test_every_class_that_a_rule_names_has_words() -> None:
    known = {*load("near")["near"], *vocabulary()}
    assert {rule.near for rule in rules()} <= known


def test_no_class_is_left_over() -> None:
    assert set(load("near")["near"]) <= {rule.near for rule in rules()}


def test_a_rule_is_tried_around_its_words_only() -> None:
    near = windows("Ships sailed. " * 20 + "They left in May. " + "Ships sailed. " * 20)
    ((start, end),) = near["month"]
    assert end - start < 200
    assert "digits" not in near
