"""Which of two copies is likely the original: weighed reasons, a probability, and often "unknown".

Each reason is a pure function of the pair that returns log-odds for the first article and says why in
words. The weights are set by hand: a link or a correction note nearly decides, a day's difference or
a longer text leans. Where they add up to little, both may go back to a text that nobody has seen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from math import exp

from newsledger.link.copies.verdict import WHOLE
from newsledger.records import Article, Derivation

SURE = 0.75  # probability from which one of the two is named
TRUSTED = 0.5  # confidence that a date needs to count
CONTAINED = 0.9  # coverage from which an article holds nothing of its own

Vote = tuple[float, str]  # log-odds for article_a, and why


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two copies with what is known of them."""

    a: Article
    b: Article
    derivation: Derivation
    links: frozenset[tuple[str, str]] = frozenset()  # (naming, named)
    covered: tuple[float, float] = (0.0, 0.0)  # shares of the text of a and of b that the other holds
    faithful: tuple[int, int] = (0, 0)  # quotations of a and of b that stand word for word outside the pair
    corrected: frozenset[str] = field(default_factory=frozenset)  # articles with a correction note
    updated: frozenset[str] = field(default_factory=frozenset)  # articles that say they are a later version

    @property
    def apart(self) -> bool:
        """Whether neither holds the other."""
        return self.derivation.coverage < WHOLE


def by_link(pair: Pair) -> Vote:
    """The one that the other names."""
    forward = (pair.b.article_id, pair.a.article_id) in pair.links
    backward = (pair.a.article_id, pair.b.article_id) in pair.links
    if forward == backward:
        return 0.0, ""
    return (2.5 if forward else -2.5), "the other names it"


def by_correction(pair: Pair) -> Vote:
    """The one without a correction note or a word of an update, for these come with the later version.

    Not where the dates say otherwise: an article may have been corrected before another was published.
    """
    for marked, words in (
        (pair.corrected, "the other carries the correction note"),
        (pair.updated, "the other says that it was updated"),
    ):
        a, b = (x.article_id in marked for x in (pair.a, pair.b))
        if a != b:
            weight = 2.5 if b else -2.5
            return (0.0, "") if weight * by_date(pair)[0] < 0 else (weight, words)
    return 0.0, ""


def by_date(pair: Pair) -> Vote:
    """The one published earlier, by dates that can be trusted; half as much where each has text of its own.

    For two that cut one dispatch come out one after the other, too.
    """
    first, second = pair.a.published, pair.b.published
    if first is None or second is None or first == second:
        return 0.0, ""
    trust = min(pair.a.date_confidence, pair.b.date_confidence)
    if trust < TRUSTED:
        return 0.0, ""
    days = abs((second - first).days)
    weight = trust * (1.0 if pair.apart else 2.0)
    return (weight if first < second else -weight), f"published {days} day{'s' * (days > 1)} earlier"


def by_credit(pair: Pair) -> Vote:
    """The agency itself; else the one that carries the agency's line, where the other hides it.

    Where each has text of its own the line speaks for the agency's dispatch, not for who carries it.
    """
    for article, sign in ((pair.a, 1), (pair.b, -1)):
        if article.agency and is_named(article.outlet, article.agency):
            return sign * 2.0, "it is the agency's own"
    for article, other, sign in ((pair.a, pair.b, 1), (pair.b, pair.a, -1)):
        if article.outlet and other.agency and is_named(article.outlet, other.agency):
            return sign * 2.0, "the other credits it"
    if pair.apart or bool(pair.a.agency) == bool(pair.b.agency):
        return 0.0, ""
    return (1.2 if pair.a.agency else -1.2), f"it carries the line of {pair.a.agency or pair.b.agency}"


def by_containment(pair: Pair) -> Vote:
    """The one that holds all of the other and more; of two versions, the later one may."""
    if pair.derivation.is_update:
        return 0.0, ""
    a, b = pair.covered
    if (a >= CONTAINED) == (b >= CONTAINED) or abs(a - b) < 0.08:
        return 0.0, ""
    return (1.2 if b > a else -1.2), "it holds the other and more"


def by_fidelity(pair: Pair) -> Vote:
    """The one whose quotations agree with articles outside the pair."""
    a, b = pair.faithful
    if a == b:
        return 0.0, ""
    return (1.0 if a > b else -1.0), "its quotations stand word for word elsewhere"


VOTES: tuple[Callable[[Pair], Vote], ...] = (
    by_link,
    by_correction,
    by_date,
    by_credit,
    by_containment,
    by_fidelity,
)


def judge(pair: Pair) -> tuple[str | None, float, str]:
    """The id of the likely original or None, the probability of the likelier one, and the reason in words."""
    votes = [vote(pair) for vote in VOTES]
    odds = sum(weight for weight, _ in votes)
    probability = 1 / (1 + exp(-abs(odds)))
    likely = pair.a if odds > 0 else pair.b
    why = [words for weight, words in votes if weight * odds > 0]
    against = [words for weight, words in votes if weight * odds < 0]
    if probability < SURE:
        unseen = "original unknown: both may go back to a text that is not in the pile"
        if pair.apart:
            unseen = f"{unseen}, for neither holds the other"
        return (
            None,
            probability,
            unseen if not why else f"{unseen} (p {probability:.2f} for {called(likely)})",
        )
    reason = f"original likely {called(likely)} (p {probability:.2f}): {', '.join(why)}"
    return likely.article_id, probability, reason + (f"; against it: {', '.join(against)}" if against else "")


def is_named(outlet: str | None, agency: str) -> bool:
    """Whether an outlet's name and an agency's are one."""
    bare = "".join(c for c in (outlet or "").casefold() if c.isalnum())
    wire = "".join(c for c in agency.casefold() if c.isalnum())
    return bool(bare) and len(wire) > 2 and (bare == wire or (len(wire) > 4 and wire in bare))


def called(article: Article) -> str:
    """How a reason names an article: by its outlet and id."""
    return f"{article.outlet} [{article.article_id}]" if article.outlet else article.article_id


def roots(articles: Iterable[Article], votes: Mapping[tuple[str, str], str | None]) -> list[Article]:
    """The articles of a family that are a copy of none in it, by id. One that no verdict places is among them."""
    lost = {a for pair, winner in votes.items() if winner for a in pair if a != winner}
    return sorted((a for a in articles if a.article_id not in lost), key=lambda a: a.article_id)
