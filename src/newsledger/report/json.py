"""The report as JSON: the same sentences and rows as the page, each with its evidence."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from typing import Any

from newsledger.report import beware, copied, named, quantities, revised, sections, spoken
from newsledger.report.disputes import disagreements
from newsledger.report.families import FamilyTree
from newsledger.report.summary import summarize
from newsledger.report.tables import Index, Tables
from newsledger.report.wordings import altered_quotations

REASONS = ("reason", "date_reason")
FORMAT = 1  # raised when a key is renamed or dropped


def render(tables: Tables) -> str:
    """One object, keys as the section names; dates ISO, offsets in code points of the article's text."""
    index = Index(tables)
    report = {
        "format": FORMAT,
        "stories": summarize(tables),
        "articles": [described(index, article_id) for article_id in index.articles],
        "dates": beware.corrected_dates(index),
        "copies": [
            {**as_plain(c), "reason": index.readable(c.reason), "tree": family(index, c.tree)}
            for c in copied.copy_families(index)
        ],
        "versions": revised.versions(index),
        "reordered": revised.reordered(index),
        "altered_quotations": altered_quotations(index),
        "single_origins": beware.single_origins(index),
        "disputes": disagreements(index),
        "timeline": sections.timeline(index),
        "speakers": spoken.speakers(index),
        "without_speaker": spoken.silence(index),
        "figures": quantities.quantities(index),
        "claims": sections.supported(index),
        "entities": named.people(index),
        "issues": sections.issues(index),
    }

    def readable(value: object) -> Any:
        """A record whose reason names articles as the report does."""
        row = as_plain(value)
        if not isinstance(row, dict):
            return row
        return {k: index.readable(v) if k in REASONS and isinstance(v, str) else v for k, v in row.items()}

    # A line for each section: readable in a diff, and written by the fast encoder.
    lines = [
        f"{json.dumps(k)}: {json.dumps(v, default=readable, ensure_ascii=False)}" for k, v in report.items()
    ]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def described(index: Index, article_id: str) -> dict[str, Any]:
    """An article's columns less its text, which the ledger holds, and its label in the report."""
    row = as_plain(index.articles[article_id])
    row |= {"source": index.source(row["source"]), "date_reason": index.readable(row["date_reason"])}
    return {"label": index.label(article_id), **{k: v for k, v in row.items() if k != "text"}}


def family(index: Index, tree: FamilyTree) -> dict[str, Any]:
    """A tree whose nodes name their article by id alone."""
    rows = [
        {**as_plain(r), "article": r.article.article_id, "reason": index.readable(r.reason)}
        for r in tree.rows
    ]
    return {**as_plain(tree), "reason": index.readable(tree.reason), "rows": rows}


def as_plain(value: object) -> Any:
    """Records as objects, dates in ISO form. Raises ``TypeError`` for what is neither."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: getattr(value, f.name) for f in dataclasses.fields(value)}
    if isinstance(value, dt.date):
        return value.isoformat()
    raise TypeError(f"not a value of the ledger: {type(value).__name__}")
