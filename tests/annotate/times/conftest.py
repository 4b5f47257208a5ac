"""What the tests of the rule files share."""

import datetime as dt
from collections.abc import Callable

import pytest

from newsledger.annotate.times import tag_times

Tagged = Callable[[str], list[tuple[str, str]]]


@pytest.fixture(scope="session")
def tagged() -> Tagged:
    """The expressions of a sentence with their values, on Wednesday 2013-03-20, read without the parser."""
    return lambda text: [(t.text, t.value) for t in tag_times(text, dt.date(2013, 3, 20), use_parser=False)]
