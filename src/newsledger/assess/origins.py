"""Origins: who is behind what a text tells, the one whom it quotes or the text itself.

Six families that quote one spokesman are one origin; a family that tells something on its own is its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from newsledger.assess.affiliation import Affiliations
from newsledger.link.figures import Sayings
from newsledger.records import Article, Quotation

SHARE = 0.5  # of a sentence that somebody must have said for it to be his


class Origins:
    """The origin of any span of the pile's articles."""

    def __init__(
        self, articles: Iterable[Article], quotations: Iterable[Quotation], camps: Affiliations
    ) -> None:
        self._family: Mapping[str, str] = {a.article_id: a.family_id or a.article_id for a in articles}
        self._camps = camps
        said: dict[str, list[Quotation]] = defaultdict(list)
        for quotation in quotations:
            if quotation.speaker_id:
                said[quotation.article_id].append(quotation)
        self._sayings = {article: Sayings(found) for article, found in said.items()}

    def of_words(self, article_id: str, start: int, end: int) -> str:
        """Who says the words: the innermost speaker around them, else the family of the article."""
        found = self._sayings[article_id].around(start, end) if article_id in self._sayings else []
        speaker = next((q.speaker_id for q in found if q.speaker_id), None)
        return self._camps.voice(speaker) if speaker else self._family[article_id]

    def of_sentence(self, article_id: str, start: int, end: int) -> str:
        """Who says most of a sentence, else the family of the article."""
        found = self._sayings[article_id].overlapping(start, end) if article_id in self._sayings else []
        for q in found:
            if q.speaker_id and min(end, q.end) - max(start, q.start) >= SHARE * (end - start):
                return self._camps.voice(q.speaker_id)
        return self._family[article_id]
