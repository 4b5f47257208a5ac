"""From shares to a verdict: confirmed, corrected, inferred or unknown, with its reason in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace

from newsledger.link.dates.reason import long_date, reason_against, reason_for
from newsledger.link.dates.shared import Sharing
from newsledger.link.dates.weigh import OUTSIDE, Weighed
from newsledger.link.dates.weights import weights
from newsledger.records import Article, Issue


def verdict(weighed: Weighed, near: Sequence[Sharing], pile: Mapping[str, Weighed]) -> Article:
    """The article with its date, status, confidence and reason."""
    article, stated, best = weighed.clues.article, weighed.clues.stated, weighed.best
    if best is None or (stated is None and weighed.around(best, 7) < weights()["verdict"]["doubt"]):
        reason = "The file states no date, and nothing else in the pile tells it."
        return replace(
            article, published=None, date_status="unknown", date_confidence=0.0, date_reason=reason
        )
    if stated is None:
        status, day = "inferred", best
    elif is_overruled(weighed, stated, best):
        status, day = "corrected", best
    else:
        status, day = "confirmed", stated
    opening = {
        "inferred": "The file states no full date. ",
        "corrected": f"The file states {long_date(stated)}. " if stated else "",
        "confirmed": f"The file states {long_date(day)}. ",
    }[status]
    told = reason_for(weighed, day, near, pile)
    against = "" if status == "confirmed" else reason_against(weighed, day)
    return replace(
        article,
        published=day,
        date_status=status,
        date_confidence=confidence(weighed.share(day), status),
        date_reason=(opening + told + against).strip(),
    )


def confidence(share: float, status: str) -> float:
    """The share as a calibrated confidence: votes that are taken as independent are not quite.

    A stated date that was kept against doubt is right more often than its share says.
    """
    table = weights()["confidence"]
    if share < table["sure"]:
        share = table["base"] + table["slope"] * share
    if status == "confirmed":
        share = max(share, table["kept"])
    return round(min(0.99, share), 2)


def is_overruled(weighed: Weighed, stated: dt.date, best: dt.date) -> bool:
    """Whether the stated date is surely wrong, on evidence from outside the doubt.

    A day more or less is no fault: papers date by press time and zone. Weekdays alone overrule nothing.
    """
    table = weights()["verdict"]
    if abs((best - stated).days) <= 1 or 1 - weighed.around(stated) < table["wrong"]:
        return False
    return outside(weighed, best, stated) >= float(table["outside"])


def outside(weighed: Weighed, best: dt.date, stated: dt.date) -> float:
    """What evidence other than the statement and the weekdays says for one day against another."""
    if stated not in weighed.days:
        return float("inf")
    ours, theirs = weighed.said(best), weighed.said(stated)
    return sum(ours[k] - theirs[k] for k in OUTSIDE)


def issue_of(article: Article, weighed: Weighed) -> Issue | None:
    """A doubt worth a look: a kept date that much speaks against, or none at all."""
    stated = weighed.clues.stated
    if article.date_status == "unknown":
        return Issue(
            source=article.source, stage="link", severity="doubtful", message="no publication date is known",
            remedy="state the date in the file, or add articles on the same events",
        )  # fmt: skip
    best = weighed.best
    if article.date_status != "confirmed" or stated is None or best is None or abs((best - stated).days) <= 1:
        return None  # many days share what speaks against the stated one, none fits better
    if weighed.around(stated) < weights()["verdict"]["doubt"]:
        return Issue(
            source=article.source, stage="link", severity="doubtful",
            message=f"the stated date {long_date(stated)} is in doubt: {long_date(best)} fits better",
            remedy="check the article's page; the stated date was kept",
        )  # fmt: skip
    return None
