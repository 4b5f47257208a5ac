"""Estimates of one thing by two voices that answer one another: "300, said the police; the guild spoke of 1,200"."""

from __future__ import annotations

import functools
import re

from newsledger.assess.counting.comparable import is_part, is_wish
from newsledger.assess.counting.contrast import rivals
from newsledger.assess.counting.rows import Scene
from newsledger.assess.tables import table
from newsledger.records import Figure

BESIDE = 200  # characters between the two numbers
LEFT = 60  # characters before a number in which the words of an estimate stand
DAYS = 7  # between the days that the two are of: a vote and its count, no earlier year
PERCENT = "percent"


@functools.cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    words = table("estimates")
    sized = "|".join(map(re.escape, words["sized"]))
    number, verbs = rf"(?:{sized})(?: of [\w' -]+)?", "|".join(words["verbs"])
    leads = "|".join(words["leads"])
    behind = rf"(?:{'|'.join(words['placing'])}) (?:the |its |their )?{number} (?:at|as)"
    linked = rf"the (?:\w+ )?{number} (?:is|was|stood at|stands at)"
    before = rf"\b(?:{behind}|{linked}|{verbs})(?: (?:{leads}))*\s*$"
    attending = rf"\b(?:{'|'.join(words['attending'])})\b"
    return re.compile(before, re.IGNORECASE), re.compile(attending, re.IGNORECASE)


def estimates_of_one(a: Figure, b: Figure, scene: Scene) -> bool:
    """Whether two neighbouring figures of one article are rival estimates, whatever lies between their sizes.

    One of them names no noun of its own behind the number and is given by a verb of estimating; of crowds
    the other may, where its sentence says that people came. Shares must be of the same named thing.
    """
    article = scene.articles[a.article_id]
    if a.as_of is None or b.as_of is None or abs((a.as_of - b.as_of).days) > DAYS:
        return False
    if a.article_id != b.article_id or not 0 <= b.start - a.end <= BESIDE or not rivals(a, b, scene):
        return False
    if any(is_part(f, article) or is_wish(f, article) for f in (a, b)):
        return False
    if a.unit == PERCENT:
        return bool(a.subject) and a.subject.lower() == b.subject.lower()
    if _is_estimate(b, scene):
        return True
    return a.unit == "people" and _is_estimate(a, scene) and _comes(b, scene)


def _is_estimate(figure: Figure, scene: Scene) -> bool:
    text = scene.articles[figure.article_id].text
    elliptic = figure.unit.lower() not in figure.text.lower() and text[figure.end : figure.end + 4] != " of "
    at = max(0, figure.start - LEFT)
    before = re.split(r"[.;!?]\s", text[at : figure.start])[-1]
    return elliptic and bool(_patterns()[0].search(before))


def _comes(figure: Figure, scene: Scene) -> bool:
    said = scene.said(figure)
    return bool(_patterns()[1].search(scene.articles[figure.article_id].text[figure.end : said.end]))
