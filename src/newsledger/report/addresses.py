"""Addresses inside the page: links from a statement to the exact words, and the stories that they belong to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from newsledger.records import Article
from newsledger.report.reader import anchor
from newsledger.report.tables import Evidence, Index, place


@dataclass(frozen=True, slots=True)
class Cite:
    """A link to the exact words in an article."""

    href: str
    label: str
    words: str
    spoken: str  # the name for those who hear the page


class Addresses:
    """Numbers the articles of a page, and its stories where there are several."""

    def __init__(self, index: Index, story_ids: Sequence[str]) -> None:
        self.index = index
        self.numbers = {article_id: n for n, article_id in enumerate(index.articles, start=1)}
        several = story_ids if len(story_ids) > 1 else ()
        self.story_numbers = {story_id: str(n) for n, story_id in enumerate(several, start=1)}

    def href(self, article_id: str, start: int, end: int) -> str:
        return f"#{anchor(self.numbers.get(article_id, 0), start, end)}"

    def cites(self, evidence: Iterable[Evidence]) -> list[Cite]:
        """Links in the order of the articles, one for each place; a further place in the same article is a number."""
        places = sorted(
            {e for e in evidence if e.article_id in self.numbers},
            key=lambda e: (self.numbers[e.article_id], e.start, e.end),
        )
        often = Counter(e.article_id for e in places)
        seen: Counter[str] = Counter()
        found = []
        for e in places:
            seen[e.article_id] += 1
            name = self.index.label(e.article_id)
            # The second place in the same article is a bare number beside the first.
            label = name if seen[e.article_id] == 1 else str(seen[e.article_id])
            spoken = f"{name}, place {seen[e.article_id]} of {often[e.article_id]}"
            words = " ".join(e.text.split())
            found.append(Cite(self.href(e.article_id, e.start, e.end), label, words, spoken))
        return found

    def cite(self, row: Evidence) -> list[Cite]:
        """The one link of a record that has a place."""
        return self.cites([place(row)])

    def stories_of(self, evidence: Iterable[Evidence]) -> str:
        """The numbers of the stories that the places belong to, for the filter by story."""
        found = {
            self.story_of(self.index.articles[e.article_id]) for e in evidence if e.article_id in self.numbers
        }
        return " ".join(sorted(found - {""}))

    def story_of(self, article: Article) -> str:
        """The number of the article's story; nothing where the pile has one story alone."""
        return self.story_numbers.get(article.story_id or "", "")
