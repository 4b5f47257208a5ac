"""Find the mentions of one article and chain those that name the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsledger.annotate.annotation import FoundMention
from newsledger.annotate.mentions import tables
from newsledger.annotate.mentions.chains import Chain, chain_names
from newsledger.annotate.mentions.context import weigh
from newsledger.annotate.mentions.datelines import dateline_names
from newsledger.annotate.mentions.names import Name, cut, ends_name
from newsledger.annotate.mentions.reading import Article
from newsledger.annotate.mentions.roles import noun_kind
from newsledger.annotate.mentions.runs import find_runs, name_words
from newsledger.annotate.mentions.telling import Placed
from newsledger.annotate.mentions.words import Word, words_of
from newsledger.annotate.parse import Parsed

FINAL = frozenset(".?!…\"”’':")


def find_mentions(parsed: Parsed) -> tuple[FoundMention, ...]:
    """Names, descriptions and pronouns of people, bodies and places, in order of their offsets.

    Equal ``chain`` numbers are one referent in this article. Every name, and every description that speaks,
    stands beside a name or refers to one, is a mention; a pronoun only where little doubt is left.
    """
    sentences = [words_of(sentence) for sentence in parsed.sentences]
    placed = list(find_names(sentences))
    lines = [Placed(name, -1, []) for name in dateline_names(parsed)]
    everything = lines + placed
    chains = chain_names([p.name for p in everything], parsed.article.text)
    generic = {id(chain): is_generic(chain) for chain in {id(c): c for c in chains.values()}.values()}
    kept = [n for n in range(len(everything)) if not generic[id(chains[n])]]
    return Article(parsed, sentences, [everything[n] for n in kept], [chains[n] for n in kept]).mentions()


def is_generic(chain: Chain) -> bool:
    """ "the Amendment", "River": the last word of a name whose rest the article does not tell."""
    forms = {name.text.lower() for name in chain.names}
    if chain.known or len(forms) > 1 or any(name.titled for name in chain.names):
        return False
    word = forms.pop()
    return noun_kind(word) is not None or (ends_name(word) and chain.kind != "PERSON")


def find_names(sentences: Sequence[list[Word]]) -> Iterator[Placed]:
    lower = frozenset(w.text for words in sentences for w in words if w.text[:1].islower())
    capital = frozenset(w.text for words in sentences for w in words if not w.opens and w.text[:1].isupper())
    for number, words in enumerate(sentences):
        if headline_like(words):
            continue
        names = name_words(words, lower, capital)
        for i, j in find_runs(words, names):
            for name in cut(words, i, j):
                if is_label(words, name):
                    continue
                weigh(words, name)
                yield Placed(name, number, words)


def is_label(words: Sequence[Word], name: Name) -> bool:
    """ "Warehouse 4", "Gate 12": a word that a number tells apart from others of its kind names nobody."""
    numbered = name.last < len(words) and words[name.last].text.isdigit()
    label = name.last - name.first == 1 or words[name.last - 1].lower in tables.words("labels")
    return numbered and name.known is None and label


def headline_like(words: Sequence[Word]) -> bool:
    """Whether nearly every word is capital, so that capitals say nothing."""
    letters = [w for w in words if w.text[:1].isalpha()]
    capitals = sum(w.text[0].isupper() for w in letters)
    unfinished = bool(words) and words[-1].text not in FINAL
    return len(letters) >= 5 and capitals > (0.6 if unfinished else 0.9) * len(letters)
