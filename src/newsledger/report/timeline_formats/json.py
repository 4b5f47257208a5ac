"""The timeline as JSON: the rows of the ledger, joined."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from newsledger.report import plans
from newsledger.report.json import as_plain
from newsledger.report.tables import Index
from newsledger.report.timeline_formats import words
from newsledger.report.timeline_formats.choosing import Chapter, Told

FORMAT = 1  # raised when a key is renamed or dropped


def render(index: Index, chapters: Sequence[Chapter]) -> str:
    """One object; dates ISO, offsets in code points of the article's text."""
    parts = [
        {
            "story_id": chapter.story.story_id if chapter.story else None,
            "title": chapter.title,
            "left_out": chapter.left_out,
            "entries": [of_entry(index, told) for told in chapter.told],
        }
        for chapter in chapters
    ]
    written = {"format": FORMAT, "timelines": parts}
    return json.dumps(written, default=as_plain, ensure_ascii=False, indent=1) + "\n"


def of_entry(index: Index, told: Told) -> dict[str, Any]:
    evidence = [
        {
            **as_plain(place),
            "source": index.articles[place.article_id].source,
            "role": words.role(index, told, place),
        }
        for place in told.evidence
        if place.article_id in index.articles
    ]
    figures = [{**as_plain(f), "claimant": index.name(f.claimant_id) or None} for f in told.figures]
    outcome = plans.outcome(index, told.entry) or words.passed(index, told)
    return {
        **as_plain(told.entry),
        "outcome": outcome,
        "evidence": evidence,
        "figures": figures,
        "disputes": told.disputes,
    }
