"""The engine for one machine: per-article stages in one process or several, the others in this one."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from typing import Any

from newsledger.annotate.annotation import Annotation
from newsledger.engine.annotating import annotate_all
from newsledger.engine.progress import Progress, silent
from newsledger.pipeline import STAGES, Stage
from newsledger.read import ReadResult
from newsledger.records import Passage, Sentence, Settings, make_id

State = dict[str, Any]


def run(
    incoming: ReadResult, settings: Settings, *, workers: int = 1, progress: Progress = silent
) -> Mapping[str, tuple[Any, ...]]:
    """Take what was read through every stage; gives the ledger's tables by name."""
    passages: dict[str, list[Passage]] = {}
    for passage in incoming.passages:
        passages.setdefault(passage.article_id, []).append(passage)
    jobs = [(article, tuple(passages.get(article.article_id, ()))) for article in incoming.articles]
    outcomes = annotate_all(jobs, workers, progress)
    state: State = {
        "settings": settings,
        "articles": incoming.articles,
        "passages": incoming.passages,
        "links": incoming.links,
        "date_evidence": incoming.date_evidence,
        "issues": (*incoming.issues, *(issue for _, issue in outcomes if issue)),
        "annotations": tuple(annotation for annotation, _ in outcomes),
    }
    texts = {article.article_id: article.text for article in incoming.articles}
    state["sentences"] = tuple(
        sentence for annotation in state["annotations"] for sentence in sentences_of(annotation, texts)
    )
    for number, stage in enumerate(STAGES):
        progress(stage.__name__, number, len(STAGES))
        apply(stage, state)
    progress("done", len(STAGES), len(STAGES))
    return {name: rows for name, rows in state.items() if name not in ("settings", "annotations")}


def apply(stage: Stage, state: State) -> None:
    """Run one stage: its parameters name the tables it reads, its result the tables it writes."""
    wanted = [
        name
        for name, p in inspect.signature(stage).parameters.items()
        if name in state or p.default is p.empty
    ]
    state.update(stage(**{name: state[name] for name in wanted}))


def sentences_of(annotation: Annotation, texts: Mapping[str, str]) -> list[Sentence]:
    """The sentences of one article as ledger rows."""
    article_id = annotation.article_id
    return [
        Sentence(
            sentence_id=make_id("s", article_id, s.start, s.end),
            article_id=article_id,
            start=s.start,
            end=s.end,
            text=texts[article_id][s.start : s.end],
        )
        for s in annotation.sentences
    ]
