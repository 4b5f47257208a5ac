"""Words that are accepted as time only in the right company (annotate/times/guards.py)."""

import pytest

SENTENCES = [
    ("In May the march began.", [("May", "2012-05")]),
    ("May we march? The April Group may.", []),
    ("It fell in the fall; prices fall and springs spring.", [("the fall", "2012-FA")]),
    ("The Winter Palace and the winter Olympics.", []),
    ("Flight 1984 took 1900 people 2013 miles.", []),
    ("He took days, and she spent years there.", [("days", "PXD"), ("years", "PXY")]),
]


@pytest.mark.parametrize(("text", "expressions"), SENTENCES)
def test_guards(tagged, text: str, expressions: list[tuple[str, str]]) -> None:
    assert tagged(text) == expressions
