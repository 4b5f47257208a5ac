"""Reading one file that a test writes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from newsledger.read import ReadResult, read_paths

ReadOne = Callable[[str, str | bytes], ReadResult]


@pytest.fixture
def read_one(tmp_path: Path) -> ReadOne:
    """Write a file of that name and content, and read it."""

    def write_and_read(name: str, content: str | bytes) -> ReadResult:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        result = read_paths([path])
        texts = {article.article_id: article.text for article in result.articles}
        for passage in result.passages:
            assert texts[passage.article_id][passage.start : passage.end] == passage.text
        for link in result.links:
            assert link.start is None or texts[link.article_id][link.start : link.end] == link.text
        for vote in result.date_evidence:
            assert vote.start is None or texts[vote.article_id][vote.start : vote.end] == vote.text
        return result

    return write_and_read
