"""A text that came twice is annotated once."""

from __future__ import annotations

import pytest

from newsledger.engine import annotating
from newsledger.engine.cache import Cache
from newsledger.engine.progress import silent
from newsledger.records import Article


def test_each_article_with_one_text_gets_its_annotation(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    plain = annotating.annotate

    def counting(parsed: annotating.Parsed) -> annotating.Annotation:
        seen.append(parsed.article.article_id)
        return plain(parsed)

    monkeypatch.setattr(annotating, "annotate", counting)
    texts = {
        "a_1": "Ana Brel left Orle on Friday.",
        "a_2": "It rained.",
        "a_3": "Ana Brel left Orle on Friday.",
    }
    jobs = [(Article(article_id=i, source=f"{i}.txt", text=t), ()) for i, t in texts.items()]
    found = [annotation for annotation, _ in annotating.annotate_all(jobs, 1, silent, Cache(None))]
    assert seen == ["a_1", "a_2"]
    assert [a.article_id for a in found] == list(texts)
    assert found[0].mentions == found[2].mentions != ()
