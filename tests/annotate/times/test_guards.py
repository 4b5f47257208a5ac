"""Words that are accepted as time only in the right company (annotate/times/guards.py)."""

import pytest

SENTENCES = [
    ("In May the march began.", [("May", "2012-05")]),
    ("May we march? The April Group may.", []),
    ("It fell in the fall; prices fall and springs spring.", [("the fall", "2012-FA")]),
    ("The Winter Palace and the winter Olympics.", []),
    ("Flight 1984 took 1900 people 2013 miles.", []),
    ("Give to the DEC or to MAR, and the DEC will pay.", []),
    ("ORLE, DEC 4 - It rained. IN MAY IT SNOWED.", [("DEC 4", "2012-12-04"), ("MAY", "2012-05")]),
    ("The ship left at 1230 GMT, the mayor at (1400 GMT).", []),
    ("1615 The speech has begun.", []),
    ("The quay is closed 1640 Mayor Quill says so.", []),
    ("The wave came at 1653 (2153 GMT), and ended at 1810.", []),
    ("The 1755 Battle of Orle followed that of 1754 Brest.", [("1755", "1755"), ("1754", "1754")]),
    ("In 1615 the war ended.", [("1615", "1615")]),
    ("He took days, and she spent years there.", [("days", "PXD"), ("years", "PXY")]),
]


@pytest.mark.parametrize(("text", "expressions"), SENTENCES)
def test_guards(tagged, text: str, expressions: list[tuple[str, str]]) -> None:
    assert tagged(text) == expressions
