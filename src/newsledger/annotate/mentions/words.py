"""Words as names see them: spaCy's tokens, but with hyphenated words in one piece."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsledger.annotate.mentions import tables

if TYPE_CHECKING:
    import spacy.tokens

OPENING = frozenset("\"“‘'«„([:—–-•*")
HYPHENS = frozenset("-‑")


@dataclass(frozen=True, slots=True)
class Word:
    """``first`` and ``last`` are token numbers in the document, offsets are the article's."""

    text: str
    lower: str
    start: int
    end: int
    first: int
    last: int
    pos: str
    label: str  # of the parser's named entity, "" where none
    opens: bool  # begins a sentence or a quotation: its capital says little

    @property
    def capital(self) -> bool:
        head = self.text[:1]
        if head.isupper():
            return True
        particle, dash, rest = self.text.partition("-")
        return bool(dash) and particle in tables.closed("small_particles") and rest[:1].isupper()

    @property
    def possessive(self) -> bool:
        return self.lower in ("'s", "’s", "'", "’")


def words_of(sentence: spacy.tokens.Span) -> list[Word]:
    """The words of a sentence in order, white space left out."""
    doc = sentence.doc
    found: list[Word] = []
    opens, i, stop = True, sentence.start, sentence.end
    while i < stop:
        token = doc[i]
        text = token.text
        if token.is_space:
            i += 1
            continue
        j = hyphenated(doc, i, stop)
        end = doc[j].idx + len(doc[j])
        whole = doc.text[token.idx : end] if j > i else text
        found.append(Word(whole, whole.lower(), token.idx, end, i, j, token.pos_, token.ent_type_, opens))
        opens = is_opening(doc, i) or (opens and not any(c.isalnum() for c in text))
        i = j + 1
    return found


def is_opening(doc: spacy.tokens.Doc, i: int) -> bool:
    """Whether the token is a mark after which a sentence may begin; a straight mark must lean on what follows."""
    token = doc[i]
    if token.text not in OPENING:
        return False
    if token.text in "\"'’":
        return not token.whitespace_ and (i == 0 or bool(doc[i - 1].whitespace_) or doc[i - 1].is_space)
    return True


def hyphenated(doc: spacy.tokens.Doc, i: int, stop: int) -> int:
    """The last token of the hyphenated word that begins at token ``i``; ``i`` itself where there is none."""
    j = i
    if j + 2 < stop and doc[j + 1].text == "." and not doc[j].whitespace_ and is_title(doc[j].lower_ + "."):
        return j + 1  # "Col" and "." where the tokeniser does not know the abbreviation
    while j + 2 < stop and doc[j + 1].text in HYPHENS and joined(doc, j) and doc[j + 2].text[:1].isalnum():
        tail = doc[j + 2].text
        if doc[i].text[:1].isupper() and tail[:1].islower() and is_tail(tail):
            break
        j += 2
    return j


def joined(doc: spacy.tokens.Doc, j: int) -> bool:
    return not doc[j].whitespace_ and not doc[j + 1].whitespace_


def is_title(text: str) -> bool:
    return text in tables.titles()


def is_tail(text: str) -> bool:
    """Whether "-backed", "-based" and the like follow a name rather than belong to it."""
    return text.endswith("ed") or text in tables.words("hyphen_tails")
