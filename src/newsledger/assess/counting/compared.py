"""Figures that their own sentence compares with another's: "300 were held, twice as many as the police admit"."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from newsledger.annotate.annotation import Span
from newsledger.assess.counting.contests import Contest
from newsledger.assess.counting.contrast import MOST_TIMES
from newsledger.assess.counting.rows import Scene
from newsledger.assess.tables import table
from newsledger.link.quantities import in_unit_of, number_of, same_whole
from newsledger.records import Figure

SLACK = 0.3  # "twice as many" is said of 1.4 to 2.6 times as many


@functools.cache
def _comparison() -> re.Pattern[str]:
    times = "|".join(map(re.escape, table("compared")["times"]))
    verbs = "|".join(table("compared")["verbs"])
    more = rf"(?:(?P<times>{times}) )?as (?:many|much|high) as|(?P<more>more|higher|fewer|lower) than"
    return re.compile(
        rf"(?:{more}) (?P<who>[^\W\d][\w'’ -]{{1,50}}?) (?:has |have |had )?(?:{verbs})\b", re.I
    )


def comparisons(name: str, figures: list[Figure], scene: Scene) -> Iterator[Contest]:
    """Each figure that is compared with the latest one of the voice that the comparison names."""
    for figure in figures:
        found = _named(figure, scene) if figure.as_of and not figure.retracted else None
        if found is None:
            continue
        match, voice = found
        known = [f for f in figures if _may_be_meant(f, figure, voice, scene)]
        if not known or figure.as_of is None:
            continue
        latest = max(f.as_of for f in known if f.as_of)
        meant = [f for f in known if f.as_of == latest and _fits(match, figure, f)]
        if meant:
            yield Contest(name, (figure.as_of,), (figure, *meant))


def _named(figure: Figure, scene: Scene) -> tuple[re.Match[str], str] | None:
    """The comparison behind a figure in its sentence, and the voice with whose figure it compares."""
    article = scene.articles[figure.article_id]
    match = _comparison().search(article.text, figure.end, scene.said(figure).end)
    names = scene.names.get(figure.article_id)
    if match is None or names is None:
        return None
    voice = names.resolve(Span(*match.span("who")))
    if voice is None or scene.camps.allied(voice, figure.claimant_id):
        return None
    return match, voice


def _may_be_meant(other: Figure, figure: Figure, voice: str, scene: Scene) -> bool:
    if other.retracted or other.as_of is None or figure.as_of is None or other.as_of > figure.as_of:
        return False
    one_thing = same_whole(other.subject_id, figure.subject_id) and same_whole(
        other.place_id, figure.place_id
    )
    return one_thing and scene.camps.allied(other.claimant_id, voice)


def _fits(match: re.Match[str], figure: Figure, other: Figure) -> bool:
    """Whether the two numbers stand to each other as the words say."""
    one, two = number_of(figure), in_unit_of(number_of(other), other, figure)
    if not one or not two or not 1 / MOST_TIMES <= one / two <= MOST_TIMES:
        return False
    if match["more"]:
        return one > two if match["more"].lower() in ("more", "higher") else one < two
    times: float | None = table("compared")["times"].get((match["times"] or "").lower())
    return times is not None and abs(one / two - times) <= SLACK * times
