"""The per-article half: parse and annotate, in this process or in several.

An article that breaks a stage costs itself alone: it keeps its place in the ledger with an ``issues``
row, and nothing else is lost with it. A worker that dies takes its batch with it once; the batch is
sent again to a fresh pool, and after that parsed article by article in this process.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import replace
from itertools import islice
from multiprocessing import get_context

from newsledger.annotate.annotation import Annotation
from newsledger.annotate.article import annotate
from newsledger.annotate.parse import Parsed, model_identity, parse
from newsledger.engine.cache import Cache, key_of
from newsledger.engine.progress import Progress
from newsledger.records import Article, Issue, Passage

Job = tuple[Article, tuple[Passage, ...]]
Outcome = tuple[Annotation, Issue | None]

BATCH = 32  # articles sent to a worker at once: large enough to pay for the way, small enough to lose
TRIES = 2
SMALL_PILE = 300  # articles up to which one process is faster than starting several
KEEP_EVERY = 64  # articles after which what was found goes into the cache: what a killed run loses at most


def annotate_all(jobs: Sequence[Job], workers: int | None, progress: Progress, cache: Cache) -> list[Outcome]:
    """Annotations in the order of the jobs, whatever the number of workers and whatever the cache holds."""
    model = model_identity()
    keys = [key_of(article, passages, model) for article, passages in jobs]
    known = cache.get(list(dict.fromkeys(keys)))
    first: dict[bytes, int] = {}  # a text that came twice is annotated once
    for number, key in enumerate(keys):
        if key not in known:
            first.setdefault(key, number)
    missing = list(first.values())
    wanted = [jobs[number] for number in missing]
    if workers is None:
        workers = 1 if len(wanted) <= SMALL_PILE else os.cpu_count() or 1
    fresh: dict[int, Outcome] = {}
    unkept: dict[bytes, Annotation] = {}
    for at, outcome in enumerate(_here(wanted)) if workers <= 1 else _elsewhere(wanted, workers):
        number = missing[at]
        fresh[number] = outcome
        if outcome[1] is None:
            unkept[keys[number]] = outcome[0]
        if len(unkept) == KEEP_EVERY:
            cache.put(unkept)
            unkept = {}
        progress("annotate", len(jobs) - len(missing) + len(fresh), len(jobs))
    cache.put(unkept)
    outcomes = {key: fresh[number] for key, number in first.items()} | {
        k: (a, None) for k, a in known.items()
    }
    return [_named(article, outcomes[key]) for (article, _), key in zip(jobs, keys, strict=True)]


def _named(article: Article, outcome: Outcome) -> Outcome:
    """What was found in a text, under the name of an article that has it."""
    annotation, issue = outcome
    if annotation.article_id == article.article_id:
        return outcome
    return (
        replace(annotation, article_id=article.article_id),
        replace(issue, source=article.source) if issue else None,
    )


def annotate_batch(jobs: Sequence[Job]) -> list[Outcome]:
    """What a worker does."""
    return list(_here(jobs))


def _here(jobs: Iterable[Job]) -> Iterator[Outcome]:
    for parsed in parse(jobs):
        yield _one(parsed)


def _one(parsed: Parsed) -> Outcome:
    try:
        return annotate(parsed), None
    except Exception as error:  # one article's fault must not cost the others
        return Annotation(article_id=parsed.article.article_id), Issue(
            source=parsed.article.source,
            stage="annotate",
            severity="skipped",
            message=f"annotation failed: {type(error).__name__}: {error}",
            remedy="The article is in the ledger without annotations. Please report this with the article.",
        )


def _elsewhere(jobs: Sequence[Job], workers: int) -> Iterator[tuple[int, Outcome]]:
    """Each job's number with its outcome, batch by batch, as soon as it is there; what dead workers left comes last."""
    left = dict(zip(range(0, len(jobs), BATCH), _batched(jobs), strict=True))
    for _ in range(TRIES):
        for first, outcomes in _run_pool(dict(left), workers):
            del left[first]
            yield from enumerate(outcomes, first)
    for first, batch in left.items():
        yield from enumerate(_here(batch), first)


def _run_pool(batches: Mapping[int, list[Job]], workers: int) -> Iterator[tuple[int, list[Outcome]]]:
    """The outcomes of the batches that a pool could do; one that breaks leaves the others out."""
    if not batches:
        return
    with ProcessPoolExecutor(max_workers=workers, mp_context=get_context("spawn")) as pool:
        futures = {}
        with suppress(BrokenProcessPool):  # it may break while it is being filled
            for first, batch in batches.items():
                futures[first] = pool.submit(annotate_batch, batch)
        for first, future in futures.items():
            try:
                outcomes = future.result()
            except BrokenProcessPool:
                continue
            yield first, outcomes


def _batched(jobs: Sequence[Job]) -> Iterator[list[Job]]:
    source = iter(jobs)
    while batch := list(islice(source, BATCH)):
        yield batch
