"""A dispute of figures as rows: a side for each number, a summary that can be read aloud."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newsledger.assess.affiliation import Affiliations
from newsledger.assess.counting.contests import Contest
from newsledger.assess.sentences import Sentences
from newsledger.assess.sides import Said, make_dispute
from newsledger.assess.words import content_words
from newsledger.link.figures import Names
from newsledger.link.quantities import as_text, in_unit_of, number_of, plain, same_number, same_unit
from newsledger.records import Article, Dispute, DisputeSide, Figure

SHARED = 2  # content words
Rows = tuple[Dispute, list[DisputeSide]]


class Scene:
    """What is needed to show a figure: its article, its sentence, its claimant's name."""

    def __init__(
        self,
        articles: Mapping[str, Article],
        sentences: Sentences,
        camps: Affiliations,
        names: Mapping[str, Names] | None = None,
    ) -> None:
        self.names = names or {}
        self.articles = articles
        self.sentences = sentences
        self.camps = camps

    def said(self, figure: Figure) -> Said:
        """A figure as evidence, with its sentence."""
        start, end = self.sentences.around(figure.article_id, figure.start, figure.end)
        return Said(
            article=self.articles[figure.article_id],
            start=start,
            end=end,
            speaker_id=figure.claimant_id,
            value=as_text(figure),
        )

    def related(self, a: Figure, b: Figure) -> bool:
        """Whether two papers speak of one thing, where a figure has no claimant: their sentences share words."""
        if a.article_id == b.article_id or (a.claimant_id and b.claimant_id):
            return True
        shared = content_words(self.said(a).text) & content_words(self.said(b).text)
        return len(shared - {a.unit, b.unit}) >= SHARED

    def dispute(self, contest: Contest) -> Rows:
        """The dispute of figures that stand together."""
        name, figures = contest.name, contest.figures
        sides = [[self.said(figure) for figure in side] for side in _sides(figures)]
        first, last = contest.days[0].isoformat(), contest.days[-1].isoformat()
        when = f"on {first}" if first == last else f"from {first} to {last}"
        reason = f"figures for {name} that stand together {when} and exclude each other beyond bounds"
        return make_dispute("figure", sides, f"{name}: {self._in_words(figures)}", reason)

    def _in_words(self, figures: Sequence[Figure]) -> str:
        """``112 people (Ann Lee) against 138 dead (army)``, from the lowest number up."""
        sides = _sides(figures)
        first = sides[0][0]
        parts = []
        for side in sides:
            names = dict.fromkeys(self.camps.name(f.claimant_id) or "the papers themselves" for f in side)
            told = side[0].text
            if not same_unit(first, side[0]):
                told += f" = {plain(in_unit_of(number_of(side[0]), side[0], first))} {first.unit}"
            parts.append(f"{told} ({', '.join(names)})")
        return " against ".join(parts)


def _sides(figures: Sequence[Figure]) -> list[list[Figure]]:
    """The figures by their number, from the lowest up; 10 miles and 16 kilometres are one number."""
    sides: list[list[Figure]] = []
    unit = figures[0]
    for figure in sorted(figures, key=lambda f: (in_unit_of(number_of(f), f, unit), f.article_id, f.start)):
        side = next((s for s in sides if same_number(s[0], figure)), None)
        if side is None:
            sides.append([figure])
        else:
            side.append(figure)
    return sides
