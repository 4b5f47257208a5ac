"""The engine for one machine: per-article stages in one process or several, the others in this one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from newsledger.annotate.annotation import Annotation
from newsledger.collector import paused
from newsledger.engine.annotating import Job, Outcome, annotate_all
from newsledger.engine.cache import Cache
from newsledger.engine.parts import run_by_part, wanted_by
from newsledger.engine.progress import Progress, silent
from newsledger.evidence import only_shown
from newsledger.pipeline import STAGES, ByPart, Stage
from newsledger.read import ReadResult
from newsledger.records import Passage, Sentence, Settings, make_id

State = dict[str, Any]

NOT_TABLES = ("settings", "annotations", "judgements", "affairs", "subjects")


def run(
    incoming: ReadResult,
    settings: Settings,
    *,
    judgements: tuple[Any, ...] = (),
    workers: int | None = None,
    cache: Cache | None = None,
    progress: Progress = silent,
) -> Mapping[str, tuple[Any, ...]]:
    """Take what was read through every stage; gives the ledger's tables by name.

    ``workers`` is the number of processes for the annotation; None means one up to a few hundred articles that
    the cache does not hold, and one for each core beyond.
    """
    cache = cache or Cache(None)
    outcomes = annotate_all(jobs_of(incoming), workers, progress, cache)
    with paused():
        state = first_state(incoming, outcomes) | {"settings": settings, "judgements": judgements}
        for number, stage in enumerate(STAGES):
            if isinstance(stage, ByPart):
                run_by_part(stage, state, cache, progress)
                continue
            progress(stage.__name__, number, len(STAGES))
            apply(stage, state)
        progress("done", len(STAGES), len(STAGES))
        return shown({name: rows for name, rows in state.items() if name not in NOT_TABLES})


def shown(tables: State) -> State:
    """The tables without any row that does not show its words: no span, no claim."""
    texts = {article.article_id: article.text for article in tables["articles"]}
    issues = list(tables["issues"])
    kept: State = {}
    for name, rows in tables.items():
        if rows and hasattr(rows[0], "start") and hasattr(rows[0], "article_id"):
            rows, lost = only_shown(rows, texts, stage="assess")
            issues.extend(lost)
        kept[name] = rows
    return kept | {"issues": tuple(issues)}


def jobs_of(incoming: ReadResult) -> list[Job]:
    """Each article with its passages."""
    passages: dict[str, list[Passage]] = {}
    for passage in incoming.passages:
        passages.setdefault(passage.article_id, []).append(passage)
    return [(article, tuple(passages.get(article.article_id, ()))) for article in incoming.articles]


def first_state(incoming: ReadResult, outcomes: list[Outcome]) -> State:
    """What the stages across articles begin with."""
    texts = {article.article_id: article.text for article in incoming.articles}
    annotations = tuple(annotation for annotation, _ in outcomes)
    return {
        "articles": incoming.articles,
        "passages": incoming.passages,
        "links": incoming.links,
        "date_evidence": incoming.date_evidence,
        "issues": (*incoming.issues, *(issue for _, issue in outcomes if issue)),
        "annotations": annotations,
        "sentences": tuple(s for annotation in annotations for s in sentences_of(annotation, texts)),
    }


def apply(stage: Stage, state: State) -> None:
    """Run one stage: its parameters name the tables it reads, its result the tables it writes."""
    state.update(stage(**{name: state[name] for name in wanted_by(stage) if name in state}))


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
